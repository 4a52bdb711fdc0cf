"""The tab as a whole: beginning, years, sizes, three hundred risks."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ita_desktop.db import rows as table
from ita_desktop.db.rows import Kind
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import Lack, Place
from ita_desktop.ui.risks.method.method_dialog import MethodDialog
from ita_desktop.ui.risks.tab.page import RisksPage
from ita_desktop.workflows.rows import deeds as work
from tests.ui.risks.tab.rows import go, register_of, risk_of, seen

Press = Callable[[str], None]


def test_models_keep_qt_s_rules_while_rows_come_and_go(
    risks: RisksPage, press: Press, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(risks.model)
    go(risks, 2)
    press("Insert")
    press("Ctrl+Delete")
    risks.bar.levels.setCurrentIndex(1)
    risks.bar.show_all()
    qtmodeltester.check(risks.detail.model)


def test_an_empty_year_says_how_to_begin(
    show_page: Callable[[Path], RisksPage], empty_path: Path, dialogs: list[QDialog]
) -> None:
    page = show_page(empty_path)
    assert page.empty.start.isVisible()
    assert not page.empty.carry.isVisible()
    assert "(O34 และ O35)" in page.empty._for.text()
    assert "แบบ A" in page.empty._how.text().replace("\u00a0", " ")
    page.empty.method.click()
    (dialog,) = dialogs
    assert isinstance(dialog, MethodDialog)
    dialog.reject()


def test_a_workbook_is_asked_for_from_the_empty_page(
    show_page: Callable[[Path], RisksPage], empty_path: Path, qtbot: QtBot
) -> None:
    page = show_page(empty_path)
    with qtbot.waitSignal(page.import_requested):
        page.empty.bring.click()


def test_another_year_is_another_register(risks: RisksPage) -> None:
    risks.bar.levels.setCurrentIndex(1)
    session = risks._session
    session.add_year(2567)
    assert risks.empty.isVisible()
    session.select_year(2566)
    assert not risks.empty.isVisible()
    assert len(seen(risks)) == 6


def test_a_low_or_narrow_window_shows_one_thing_at_a_time(
    risks: RisksPage, qtbot: QtBot, press: Press
) -> None:
    window = risks.window()
    window.resize(QSize(911, 512))
    qtbot.waitUntil(risks.turn.isVisible)
    assert risks.left.isVisible()
    assert not risks.right.isVisible()
    risks.turn.click()
    assert risks.right.isVisible()
    assert not risks.left.isVisible()
    assert risks.matrix.isAncestorOf(risks.window().focusWidget())
    assert risks.turn.text() == "ดูทะเบียน"
    risks.turn.click()
    assert not risks.detail.isVisible()
    risks.table.setFocus()
    press("Ctrl+I")
    qtbot.waitUntil(risks.detail.isVisible)
    assert not risks.table.isVisible()
    window.resize(QSize(1366, 768))
    qtbot.waitUntil(lambda: risks.table.isVisible() and risks.detail.isVisible())
    assert risks.right.isVisible()


def test_the_button_begins_a_risk_in_the_process_that_is_looked_at(risks: RisksPage) -> None:
    go(risks, 4)
    risks.left.add.click()
    line = risks.table.current_line()
    assert line is not None
    assert line.key == f"+risk:{register_of(risks).processes[1].id}"
    assert risks.table.state() is risks.table.State.EditingState


def test_papers_of_risks_are_in_their_menu(risks: RisksPage) -> None:
    risks.papers.aboutToShow.emit()
    words = " ".join(action.text() for action in risks.papers.actions())
    assert "เมทริกซ์" in words


def test_of_three_hundred_risks_only_what_is_seen_is_measured(
    show_page: Callable[[Path], RisksPage], empty_path: Path
) -> None:
    page = show_page(empty_path)
    file = page._session.file
    with file.deed("เพิ่มความเสี่ยง"):
        for number in range(100):
            process = table.add_row(file, Kind.PROCESS, 2566, {"text": f"กระบวนงาน {number}"})
            for _ in range(3):
                table.add_row(file, Kind.RISK, process, {"text": "เหตุการณ์ " * 20})
    page._session.refresh()
    assert len(register_of(page).processes) == 100
    page.table.fit_seen()
    assert len(page.table._measured) < 60
    assert page.find_text("กระบวนงาน 99")[1] == 1
    work.set_field(
        file, work.Edit(kind=Kind.RISK, number=risk_of(page, 300).id, field="impact", text="5")
    )
    page._session.refresh()
    assert risk_of(page, 300).impact == 5


def test_what_o34_still_lacks_is_said_and_a_click_leads_there(
    risks: RisksPage, qtbot: QtBot, at_once: None
) -> None:
    del at_once
    strip = risks.left.strip
    qtbot.waitUntil(strip.isVisible)
    assert "O34" in strip.text
    found = [lack.place for lack in strip._lacks]
    level = next(place for place in found if place.row == f"risk:{risk_of(risks, 3).id}")
    assert risks.go_to_place(level)
    line = risks.table.current_line()
    assert line is not None
    assert line.key == level.row
    assert risks.table.hasFocus()


def test_what_is_lacking_stands_whole_in_its_strip(
    risks: RisksPage, qtbot: QtBot, at_once: None
) -> None:
    del at_once
    words = risks.left.strip.findChild(QLabel)
    assert words is not None
    qtbot.waitUntil(words.isVisible)
    long = "มาตรการควบคุม “กำหนดราคากลางโดยคณะกรรมการ” ยังไม่มีผลการดำเนินการรอบ ๖ เดือน"
    place = Place(kind="treatment", number=1, field="result")
    lack = Lack(
        severity=Severity.WARNING, message=long, place=place, item="O35", points=Fraction(1)
    )
    risks.left.strip.show_lacks([lack])
    qtbot.waitUntil(lambda: words.height() >= words.heightForWidth(words.width()))
    assert words.heightForWidth(words.width()) > words.fontMetrics().height()
    assert words.text().endswith(long)


def test_a_lacking_treatment_is_typed_where_it_would_be(risks: RisksPage) -> None:
    risk = risk_of(risks, 4).id
    assert risks.go_to_place(Place(kind="risk", number=risk, field="treatment"))
    assert risks.detail.table.hasFocus()
    line = risks.detail.table.current_line()
    assert line is not None
    assert line.adds
    assert risks.go_to_place(
        Place(kind="process", number=register_of(risks).processes[0].id, field="risk")
    )
    assert risks.table.hasFocus()
    line = risks.table.current_line()
    assert line is not None
    assert line.key == f"+risk:{register_of(risks).processes[0].id}"
