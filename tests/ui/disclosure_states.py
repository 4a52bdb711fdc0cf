"""What a clerk may have before her of OIT items, of the year at a glance, of tries, a new year."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QDialogButtonBox, QPushButton

from ita_desktop.ui.disclosure.carrying import show_carry_duties
from ita_desktop.ui.disclosure.tab.history import show_oit_history
from ita_desktop.ui.disclosure.tab.many_dialog import ManyDialog
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.new_year.dialog import show_new_year
from ita_desktop.ui.session import Session
from ita_desktop.ui.tab_names import Tab
from ita_desktop.ui.workspace import Workspace
from ita_desktop.workflows.disclosure.entering import OitEdit, apply_oit_edits

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
    yield "duties of last year", lambda: show_carry_duties(session, 2565, window)
    yield "a new year", lambda: show_new_year(session, window)


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
