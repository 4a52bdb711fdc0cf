"""The rounds of a year that has risks and no measures yet: closed, printed, opened again."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind
from ita_desktop.documents.model import Digits
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.measures.rounds import RoundsDialog
from ita_desktop.ui.tab_names import Tab
from ita_desktop.ui.workspace import Workspace
from ita_desktop.workflows.export_document import freeze
from ita_desktop.workflows.rows import deeds as rows
from ita_desktop.workflows.rows.deeds import Edit, set_field

YEAR = 2566
Open = Callable[[], RoundsDialog]


@pytest.fixture
def workspace(empty_window: MainWindow) -> Workspace:
    """Return a window at the tab of risks: two treatments, one with a report of six months."""
    workspace = empty_window.workspace
    assert workspace is not None
    file = workspace.session.file
    process = rows.add_row(file, Kind.PROCESS, YEAR, {"text": "จัดซื้อ"})
    rows.add_row(file, Kind.RISK, process, {"text": "แบ่งซื้อ"})
    told = rows.add_row(file, Kind.TREATMENT, process, {"text": "เปิดเผยแผน"})
    rows.add_row(file, Kind.TREATMENT, process, {"text": "สุ่มตรวจ"})
    report = Edit(kind=Kind.TREATMENT, number=told, field="result", text="ประกาศแล้ว", months=6)
    set_field(file, report)
    workspace.session.refresh()
    workspace.tabs.setCurrentIndex(Tab.RISKS)
    return workspace


@pytest.fixture
def open_rounds(workspace: Workspace, dialogs: list[QDialog]) -> Open:
    """Open the rounds by the menu of the tab."""

    def opened() -> RoundsDialog:
        menu = workspace.risks.work.menu
        menu.aboutToShow.emit()
        (act,) = (one for one in menu.actions() if one.text().startswith("รอบรายงาน"))
        act.trigger()
        dialog = dialogs[-1]
        assert isinstance(dialog, RoundsDialog)
        return dialog

    return opened


def papers(dialog: RoundsDialog) -> list[QAction]:
    return [act for act in dialog.cards[6].print.menu().actions() if act.isVisible()]


def test_a_round_of_risks_alone_is_closed_and_opened_again(
    open_rounds: Open, workspace: Workspace
) -> None:
    dialog = open_rounds()
    assert dialog.cards[6].count.text() == "มีรายงานแล้ว ๑ จาก ๒ มาตรการควบคุมความเสี่ยง"
    assert (dialog.cards[6].bar.value(), dialog.cards[6].bar.maximum()) == (1, 2)
    assert "แท็บเมทริกซ์ความเสี่ยง" in dialog._empty.text()
    dialog.cards[6].deed.click()
    assert workspace.session.register.closed == {6}
    assert dialog.cards[12].count.text() == "มีรายงานแล้ว ๑ จาก ๒ มาตรการควบคุมความเสี่ยง"
    assert dialog.focusWidget() is dialog.cards[6].print
    dialog.cards[6].deed.click()
    assert workspace.session.register.closed == frozenset()


def test_the_report_of_the_closed_round_is_printed_as_it_was(
    open_rounds: Open, workspace: Workspace, at_once: None
) -> None:
    del at_once
    dialog = open_rounds()
    dialog.cards[6].deed.click()
    file = workspace.session.file
    before = freeze(file, "risk-progress", YEAR, Digits.THAI, months=6)
    process = workspace.session.register.processes[0].id

    def change(file: DataFile) -> None:
        set_field(file, Edit(kind=Kind.PROCESS, number=process, field="text", text="จัดจ้าง"))

    workspace.session.do(change)
    assert freeze(file, "risk-progress", YEAR, Digits.THAI, months=6) == before
    (report,) = papers(dialog)
    assert report.text() == "ผลการบริหารจัดการความเสี่ยง"
    wished: list[str] = []
    dialog.paper_wanted.connect(wished.append)
    report.trigger()
    assert wished == ["risk-progress/6"]
    assert workspace.in_preview


def test_with_measures_both_are_counted_and_a_missing_report_is_gone_to(
    open_rounds: Open, workspace: Workspace
) -> None:
    file = workspace.session.file
    topic = rows.add_row(file, Kind.TOPIC, YEAR, {"title": "ประเด็น"})
    measure = rows.add_row(file, Kind.MEASURE, topic, {"text": "ประชุม"})
    workspace.session.refresh()
    dialog = open_rounds()
    told = "มีรายงานแล้ว ๐ จาก ๑ ขั้นตอน และ ๑ จาก ๒ มาตรการควบคุมความเสี่ยง"
    assert dialog.cards[6].count.text() == told
    assert len(papers(dialog)) > 1
    dialog.list_of.button(12).click()
    dialog.table.setCurrentCell(0, 0)
    dialog.go.click()
    assert workspace.tabs.currentIndex() == Tab.MEASURES
    assert workspace.measures.months == 12
    line = workspace.measures.table.current_line()
    assert line is not None
    assert line.key == f"measure:{measure}"
