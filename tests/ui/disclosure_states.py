"""What a clerk may have before her of OIT items, of the year at a glance, of tries, a new year."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QDialogButtonBox, QPushButton

from ita_desktop.documents.model import Digits
from ita_desktop.domain.disclosure import oit_items
from ita_desktop.domain.responsible import unit_names
from ita_desktop.ui.disclosure.carrying import show_carry_duties
from ita_desktop.ui.disclosure.tab.history import show_oit_history
from ita_desktop.ui.disclosure.tab.many_dialog import ManyDialog
from ita_desktop.ui.disclosure.units.oit_returns import show_oit_returns
from ita_desktop.ui.disclosure.units.oit_sheets import show_oit_sheets
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.new_year.dialog import show_new_year
from ita_desktop.ui.session import Session
from ita_desktop.ui.tab_names import Tab
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.ui.workspace import Workspace
from ita_desktop.workflows.disclosure.entering import OitEdit, apply_oit_edits
from ita_desktop.workflows.disclosure.unit_sheets import freeze_oit_sheets
from ita_desktop.workflows.units.writing import write_unit_sheets
from tests.workflows.disclosure.test_unit_sheets import fill_in

State = tuple[str, Callable[[], object]]
_LONG = "รอผู้อำนวยการกองลงนามรับรองข้อมูลแล้วจึงส่งให้ผู้ดูแลเว็บไซต์นำขึ้นเผยแพร่ภายในสัปดาห์นี้ " * 3
_ADDRESS = f"https://www.example.go.th/{'ita/' * 30}o16?page=1"


def items_of_the_year(workspace: Workspace) -> Iterator[State]:
    """Give items with much, little and no contents, filters, table and card that take turns."""
    session = workspace.session
    yield "items", lambda: workspace.tabs.setCurrentIndex(Tab.OIT)
    page = workspace.disclosure
    for code in ("O12", "O16", "O28", "O42", "O43"):
        yield f"item {code}", partial(page.go_to, code)

    def write_long() -> None:
        texts = {"note": _LONG, "addresses": f"{_ADDRESS}\n{_ADDRESS}", "units": _LONG[:120]}
        edits = [OitEdit(code="O16", field=name, text=text) for name, text in texts.items()]
        apply_oit_edits(session.file, 2566, edits, "กรอกยาว")
        session.refresh()

    def refuse() -> None:
        page.go_to("O16")
        field = page.card.fields["due"]
        page.turn.setChecked(True)
        field.editor.setPlainText("สิ้นเดือน")
        field.take()

    def mend() -> None:
        page.card.fields["due"].editor.setPlainText("")
        page.card.take()

    yield "long texts of an item", write_long
    yield "the item itself", lambda: page.turn.setChecked(True)
    yield "a day that is none", refuse
    yield "mended", mend
    yield "the table again", lambda: page.turn.setChecked(False)
    yield "filters of items", lambda: page.bar.open.setChecked(True)
    yield "items not begun", lambda: page.bar.states.setCurrentIndex(1)
    yield "all items", page.bar.show_all
    yield "items by state", lambda: page.bar.order.setCurrentIndex(1)
    yield "items in order", lambda: page.bar.order.setCurrentIndex(0)
    yield "found in items", lambda: page.find_text("แผน")


def the_year_at_a_glance(workspace: Workspace) -> Iterator[State]:
    """Give the first tab, and only what is grave of what is lacking."""
    yield "overview", lambda: workspace.tabs.setCurrentIndex(Tab.OVERVIEW)
    yield "checked", lambda: None

    def press_all() -> None:
        for button in workspace.overview.findChildren(QPushButton):
            if button.objectName() == "count" and button.isVisible():
                button.click()
                return

    yield "only errors", press_all


def scores_that_are_tried(workspace: Workspace) -> Iterator[State]:
    """Give the ticks and sliders, moved, and the table again."""
    scores = workspace.scores

    def move() -> None:
        if scores.trying is not None:
            scores.trying.items[0].tick.click()
            scores.trying.figures[0].box.setFocus()

    yield "scores again", lambda: workspace.tabs.setCurrentIndex(Tab.SCORES)
    yield "what if", scores.try_scores
    yield "something tried", move
    yield "nothing tried", scores.end_trying


def texts_of_the_report(workspace: Workspace) -> Iterator[State]:
    """Give the place where the analysis is written: texts as they come, and one that is frozen."""

    def show_page() -> None:
        if (dialog := workspace.papers.show_analysis("result")) is not None:
            dialog.page_button.click()
            dialog.notice.say(_LONG, [("เลิกทำ", bool)])

    def name_no_place() -> None:
        if (dialog := workspace.papers.show_analysis("closing")) is not None:
            dialog.card.text.shown.show_text(_LONG)
            dialog.card.text.hint.setText(_LONG)
            dialog.card.text.hint.show()

    for name in ("cover", "objectives", "result", "indicator:4"):
        yield f"text of the report {name}", lambda name=name: workspace.show_analysis(name)
    yield "page of the report", show_page
    yield "no place of the report", name_no_place


def dialogs_around_items(window: MainWindow, session: Session) -> Iterator[State]:
    """Give what is opened around OIT items, and what a new year takes over."""
    workspace = window.workspace
    if workspace is None:
        return
    codes = ["O1", "O12", "O43"]

    def refuse(_edits: object, _complete: object, _deed: str) -> str:
        return _LONG

    def set_many() -> None:
        dialog = ManyDialog(codes, 20, session.office.units, refuse, window)
        dialog.open()
        dialog.due.setText("๓๐ เม.ย. ๖๖")
        dialog.findChildren(QDialogButtonBox)[0].accepted.emit()

    def write_and_show_history() -> None:
        for state in ("เผยแพร่แล้ว", "ตรวจสอบแล้ว"):
            edit = OitEdit(code="O16", field="state", text=state)
            apply_oit_edits(session.file, session.fiscal_year, [edit], "แก้สถานะ O16")
            session.refresh()
        show_oit_history(session, "O16", "state", window)

    yield "units of an item", lambda: workspace.disclosure.work.choose_units("O12")
    yield "wording of an item", lambda: workspace.disclosure.work.show_wording("O42")
    yield "many items", set_many
    yield "story of an item", write_and_show_history
    yield "units' sheets of items", lambda: say_of_sheets(window, session)
    yield "items that came back", lambda: show_items_that_came_back(window, session)
    yield "duties of last year", lambda: show_carry_duties(session, 2565, window)
    yield "a new year", lambda: show_new_year(session, window)


def say_of_sheets(window: MainWindow, session: Session) -> None:
    """Show the sheets that units fill in, with a long sentence over them."""
    notice = Notice(window)
    if (dialog := show_oit_sheets(session, window._settings, notice, window)) is not None:
        dialog.notice.say(_LONG, [("เปิดโฟลเดอร์", bool)])


def show_items_that_came_back(window: MainWindow, session: Session) -> None:
    """Show an item that both sides changed, a refused cell, and a file that is none."""
    year, known = session.fiscal_year, session.disclosure
    item = next(one for one in oit_items(session.criteria) if known.of(one.code).units)
    unit = unit_names(known.of(item.code).units)[0]
    folder = Path(tempfile.mkdtemp())
    frozen = freeze_oit_sheets(session.file, year, {unit}, Digits.THAI, _LONG)
    paths = write_unit_sheets(frozen, folder)
    cells = {"note": _LONG * 2, "addresses": f"{_ADDRESS}\n{_ADDRESS}", "checked": "สิ้นเดือน"}
    fill_in(paths[0], {(item.code, field): text for field, text in cells.items()})
    edit = OitEdit(code=item.code, field="note", text=_LONG)
    apply_oit_edits(session.file, year, [edit], "แก้หมายเหตุ")
    session.refresh()
    broken = folder / f"{_LONG[:40]}.xlsx"
    broken.write_bytes(b"")
    show_oit_returns(session, Notice(window), [*paths, broken], window)


def year_without_items(workspace: Workspace) -> Iterator[State]:
    """Give the tab in a year of which nothing is said, and of one whose criteria are drafts."""
    session = workspace.session

    def add(year: int) -> None:
        session.add_year(year)
        workspace.tabs.setCurrentIndex(Tab.OIT)

    def start() -> None:
        workspace.disclosure.empty.start.click()

    def go_back() -> None:
        session.select_year(2566)

    yield "no items", lambda: add(2568)
    yield "items of drafts", start
    yield "overview of nothing", lambda: workspace.tabs.setCurrentIndex(Tab.OVERVIEW)
    yield "2566 again", go_back
    yield "the year is gone", session.undo
