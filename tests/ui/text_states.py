"""Everything a clerk may have before her: tabs, dialogs, notices; each with how it comes about."""

# pyright: reportPrivateUsage=false

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from hashlib import sha256
from itertools import chain
from pathlib import Path

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import (
    QApplication,
)

from ita_desktop.db.evidence import add_evidence, store_content
from ita_desktop.db.proof import Proof
from ita_desktop.db.rows import Kind
from ita_desktop.documents.layout import official_layouts
from ita_desktop.documents.model import Digits
from ita_desktop.domain.measures import Round
from ita_desktop.domain.unit_work import work_by_unit
from ita_desktop.ui import messages, wording
from ita_desktop.ui.backups.dialog import BackupsDialog
from ita_desktop.ui.backups.proof_dialog import Examined, ProofDialog
from ita_desktop.ui.backups.restoring import RestoreDialog
from ita_desktop.ui.dialogs.fault import FaultDialog
from ita_desktop.ui.dialogs.paper_settings import PaperSettingsDialog
from ita_desktop.ui.dialogs.paste import PreviewDialog, PreviewRow
from ita_desktop.ui.evidence.dialog import EvidenceDialog
from ita_desktop.ui.evidence.item_choice import MoveDialog
from ita_desktop.ui.help.pages import PAGES
from ita_desktop.ui.help.window import HelpWindow
from ita_desktop.ui.history.dialog import show_history
from ita_desktop.ui.history.fields import show_score_history, show_text_history
from ita_desktop.ui.history.shorten_dialog import ShortenDialog
from ita_desktop.ui.history.whole_line import show_line
from ita_desktop.ui.main_menu import MainMenu
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.measures.calendar.calendar_dialog import show_calendar
from ita_desktop.ui.measures.carrying import show_carry_over
from ita_desktop.ui.measures.from_scores import show_from_scores
from ita_desktop.ui.measures.layouts.layout_editor import LayoutEditor
from ita_desktop.ui.measures.layouts.layouts_dialog import show_layouts
from ita_desktop.ui.measures.layouts.texts_dialog import show_texts
from ita_desktop.ui.measures.rounds import show_rounds
from ita_desktop.ui.measures.suggestions import show_suggestions
from ita_desktop.ui.measures.units.unit_returns import show_returns
from ita_desktop.ui.measures.units.unit_sheets import show_unit_sheets
from ita_desktop.ui.opening import guard
from ita_desktop.ui.opening.banner import FileBanner
from ita_desktop.ui.opening.guard import danger_of
from ita_desktop.ui.risks.areas.areas_dialog import show_areas
from ita_desktop.ui.risks.carrying import show_carry_risks
from ita_desktop.ui.risks.links.link_dialog import show_links
from ita_desktop.ui.risks.method.method_dialog import show_method
from ita_desktop.ui.session import Session
from ita_desktop.ui.tab_names import Tab
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.ui.workspace import Workspace
from ita_desktop.workflows import backups
from ita_desktop.workflows.described_changes import Line
from ita_desktop.workflows.file_place import Danger, Place
from ita_desktop.workflows.restore import Look, look_inside
from ita_desktop.workflows.rows.deeds import Edit, set_field
from ita_desktop.workflows.units.reading import read_unit_sheets
from ita_desktop.workflows.units.sheets import freeze_unit_sheets
from ita_desktop.workflows.units.writing import write_unit_sheets
from tests.ui.disclosure_states import (
    dialogs_around_items,
    items_of_the_year,
    scores_that_are_tried,
    texts_of_the_report,
    the_year_at_a_glance,
    year_without_items,
)
from tests.ui.plan_states import dialogs_around_the_plan, no_plan, parts_of_the_plan
from tests.workflows.units.sheet_file import fill_in

LONG = "การเผยแพร่ข้อมูลผลการดำเนินงานของหน่วยงานต่อสาธารณชนผ่านเว็บไซต์หลักของเทศบาลตำบลบ้านตัวอย่างให้เป็นปัจจุบัน "


def settle() -> None:
    QThreadPool.globalInstance().waitForDone()
    for _ in range(30):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def tabs_and_what_is_in_them(workspace: Workspace) -> Iterator[tuple[str, Callable[[], object]]]:
    """Give each tab, the items of a topic, and measures that are filtered."""
    for tab in range(workspace.tabs.count()):
        yield f"tab {tab}", lambda tab=tab: workspace.tabs.setCurrentIndex(tab)
    yield "items of a topic", lambda: workspace.measures.heading.items.setChecked(True)
    yield "measures by unit", lambda: workspace.measures.bar.units.setCurrentIndex(1)
    yield from risks_and_their_matrix(workspace)
    yield from parts_of_the_plan(workspace)
    yield from no_plan(workspace)
    yield from items_of_the_year(workspace)
    yield from year_without_items(workspace)
    yield from the_year_at_a_glance(workspace)
    yield from scores_that_are_tried(workspace)
    yield "tab 0", lambda: workspace.tabs.setCurrentIndex(Tab.SCORES)


def risks_and_their_matrix(workspace: Workspace) -> Iterator[tuple[str, Callable[[], object]]]:
    """Give risks filtered, treatments and matrix where they take turns, and what is lacking."""
    yield "risks", lambda: workspace.tabs.setCurrentIndex(Tab.RISKS)
    yield "risks by level", lambda: workspace.risks.bar.levels.setCurrentIndex(1)
    yield "risks of a cell", lambda: workspace.risks.matrix.board.choose_cell((3, 4))
    yield "filters of risks", lambda: workspace.risks.bar.open.setChecked(True)
    yield "all risks", workspace.risks.bar.show_all
    yield "treatments", lambda: workspace.risks.left.treatments.setChecked(True)
    yield "matrix", lambda: workspace.risks.turn.setChecked(True)
    yield "register", lambda: workspace.risks.turn.setChecked(False)
    yield "what risks lack", workspace.risks.work.show_missing


def states(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """Give each thing that a clerk may have before her, with how it comes about."""
    workspace = window.workspace
    assert workspace is not None
    session, scores = workspace.session, workspace.scores
    menu = next(iter(window.findChildren(MainMenu)))
    menu.fill()
    yield from tabs_and_what_is_in_them(workspace)
    for year in session.years:
        yield f"year {year}", lambda year=year: session.select_year(year)
    yield "a score changed", lambda: session.set_score("i7", "88.13")
    yield "scores gone", lambda: session.put_scores({"i8": None, "i9": None}, "ลบคะแนน 2 ค่า")
    yield "a text changed", lambda: session.correct_text("i1", LONG * 2)
    yield "notice", lambda: workspace.notice.say(LONG, [("เปิดไฟล์", bool), ("เปิดโฟลเดอร์", bool)])
    yield "no notice", workspace.notice.hide
    cell = scores.table.visualRect(scores.table.currentIndex())
    yield "bubble", lambda: scores.gestures.bubble.say(f"i7: {LONG}", cell, ("ใช้ ๘๘.๑๓", bool))
    yield "no bubble", scores.gestures.bubble.hide
    line = FileBanner()
    workspace.show_above(line)
    for place in (Place(Danger.SYNCED, "OneDrive"), Place(Danger.SHARE), Place(Danger.REMOVABLE)):
        yield f"in danger: {place}", lambda place=place: show_danger(line, session.path, place)
    yield "read only", lambda: line.say(LONG * 2, [("ลองเปิดเพื่อแก้ไข", bool)])
    yield "no banner", line.hide
    offers = [("ใช้ไฟล์สำรองล่าสุด", bool), ("เปิดอ่านอย่างเดียว", bool), ("เลือกไฟล์อื่น", bool)]
    yield "refused", lambda: messages.offer(window, "เปิดไฟล์ไม่ได้", LONG * 2, offers)
    for code in ("i1", "O1", "O43"):
        yield f"text of {code}", lambda code=code: show_text(workspace, code)
    yield "paste", lambda: scores.gestures.paste(f"i1\t101\ni2\t{LONG}\ni3\t77\n{LONG}\t3")
    yield "import", lambda: preview(window)
    yield "office", window.desk.edit_office
    yield "year", window.desk.add_year
    yield "papers", lambda: PaperSettingsDialog(window._settings, window).open()
    yield "deeds", window.desk.show_history
    yield (
        "a change",
        lambda: show_line(Line("แก้ไข", "ข้อความข้อ i1", "ข้อความ", LONG, LONG * 9), window),
    )
    yield "story of a row", lambda: show_story_of_a_row(window, session)
    yield "after it", lambda: None
    yield "trash", lambda: show_history(session, window).tabs.setCurrentIndex(1)
    yield "shorten", lambda: ShortenDialog(session, window).open()
    yield "story of a score", lambda: show_score_history(session, "i7", window)
    yield "story of a text", lambda: show_text_history(session, "i1", window)
    yield "no backups", window.desk.show_backups
    yield "backups", lambda: show_backups(window)
    yield "restore", lambda: show_restore(window)
    yield "nothing to restore", lambda: show_restore(window, after=())
    yield "sound", window.desk.show_proof
    yield "not sound", lambda: show_findings(window)
    yield from chain(evidence_states(window, session), dialogs_around_measures(window, session))
    yield from chain(
        units_and_rounds(window, session),
        dialogs_around_risks(window, session),
        dialogs_around_the_plan(window, session),
        dialogs_around_items(window, session),
        texts_of_the_report(workspace),
    )
    yield "message", lambda: messages.say(window, "นำเข้าไม่ได้", LONG * 2)
    yield "about", menu._about
    yield "size", lambda: menu._choose_size(100)
    yield "pages", lambda: workspace.show_preview(workspace.papers.first)
    yield from help_and_start(window)


def help_and_start(window: MainWindow) -> Iterator[tuple[str, Callable[[], object]]]:
    """Give each page of the help, what is found in it, the sheet of keys; and the start page."""

    def find() -> None:
        window.show_help("start")
        help_of(window).contents.search.setText("สำรอง")

    def show_sheet() -> None:
        help_of(window).close()
        help_of(window).show_sheet()

    for page in PAGES:
        yield f"help {page}", lambda page=page: window.show_help(page)
    yield "found in the help", find
    yield "sheet of keys", show_sheet
    yield "start", window.show_start


def help_of(window: MainWindow) -> HelpWindow:
    """Return the window of help, which was asked for before."""
    assert window._help is not None
    assert window._help.window is not None
    return window._help.window


def evidence_states(
    window: MainWindow, session: Session
) -> Iterator[tuple[str, Callable[[], object]]]:
    """Give the states of evidence, and the window of a fault."""
    yield "no evidence", window.desk.show_evidence
    yield "evidence", lambda: show_evidence_of(window, session)
    yield "move evidence", lambda: MoveDialog(session.criteria, "O2", (), LONG, window).open()
    report = "KeyError\n  ita_desktop/x.py:1 f"
    yield "fault", lambda: FaultDialog(report, "(disk full)", window).open()


def dialogs_around_measures(
    window: MainWindow, session: Session
) -> Iterator[tuple[str, Callable[[], object]]]:
    """Give what is opened around the measures: from scores, examples, layouts, texts, calendar."""
    settings, topics = window._settings, session.tracker.topics

    def edit_layout() -> None:
        layout = replace(official_layouts()[1], name=LONG)
        LayoutEditor(session, settings, layout, window).open()

    def edit_example() -> None:
        if (dialog := show_suggestions(session, topics[0].id, window)) is not None:
            dialog.edit.click()
            dialog.card.refuse(LONG)

    def show_layouts_and_say() -> None:
        if (dialog := show_layouts(session, settings, window)) is not None:
            dialog.notice.say(LONG, [("แก้ไข", bool)])

    def edit_texts(paper: str, months: Round | None) -> None:
        if (dialog := show_texts(session, settings, paper, months, window)) is not None:
            dialog.fields["title"].editor.setPlainText(LONG)

    def say_in_calendar() -> None:
        if (dialog := show_calendar(session, window, bool)) is not None:
            dialog.notice.say(LONG, [("เลิกทำ", bool)])

    yield "from scores", lambda: show_from_scores(session, window)
    yield "examples", lambda: show_suggestions(session, topics[0].id, window)
    yield "an example", edit_example
    yield "layouts", show_layouts_and_say
    yield "a layout", edit_layout
    yield "texts of questions", lambda: edit_texts("measures-by-question", 6)
    yield "texts with a cover", lambda: edit_texts("measures-six-month", 12)
    yield "calendar", say_in_calendar


def units_and_rounds(
    window: MainWindow, session: Session
) -> Iterator[tuple[str, Callable[[], object]]]:
    """Give the units' sheets, what came back from them, both rounds, and the next year."""

    def say_of_sheets() -> None:
        notice = Notice(window)
        if (dialog := show_unit_sheets(session, window._settings, notice, window)) is not None:
            dialog.notice.say(LONG, [("เปิดโฟลเดอร์", bool)])

    def say_of_rounds() -> None:
        if (dialog := show_rounds(session, window)) is not None:
            dialog.cards[6].deed.click()

    yield "units' sheets", say_of_sheets
    yield "what came back", lambda: show_what_came_back(window, session)
    yield "rounds", lambda: show_rounds(session, window)
    yield "a closed round", say_of_rounds
    yield "the next year", lambda: show_carry_over(session, window)


def dialogs_around_risks(
    window: MainWindow, session: Session
) -> Iterator[tuple[str, Callable[[], object]]]:
    """Give the method, read and changed, the areas, the next year, and what a treatment is."""
    treatments = [one for process in session.register.processes for one in process.treatments]

    def change_method() -> None:
        if (dialog := show_method(session, window)) is not None:
            dialog.copy.click()
            dialog.likelihood.ready.activated.emit(2)  # with a hole
            dialog.likelihood.texts[0].setPlainText(LONG)
            dialog.bands.lasts[1].setValue(5)
            dialog.notice.say(LONG, [("ไปปี ๒๕๖๗", bool)])

    def say_of_areas() -> None:
        if (dialog := show_areas(session, window)) is not None:
            dialog.notice.say(LONG, [("เลิกทำ", bool)])

    def carry_with_all() -> None:
        if (dialog := show_carry_risks(session, window)) is not None:
            dialog.measures.click()
            dialog.ended.click()

    def link_and_say() -> None:
        if (dialog := show_links(session, treatments[0].id, window)) is not None:
            dialog.link.click()
            dialog.notice.say(LONG, bad=True)

    yield "method", lambda: show_method(session, window)
    yield "a changed method", change_method
    yield "areas", say_of_areas
    yield "risks of the next year", carry_with_all
    if treatments:
        yield "links", link_and_say


def show_what_came_back(window: MainWindow, session: Session) -> None:
    """Show a sheet whose first row both sides changed, a refused cell, and a file that is none."""
    unit = work_by_unit(session.tracker, session.office.units)[0].unit
    year, folder = session.fiscal_year, Path(tempfile.mkdtemp())
    frozen = freeze_unit_sheets(session.file, year, 6, [unit], Digits.THAI, LONG)
    paths = write_unit_sheets(frozen, folder)
    (sheet,) = read_unit_sheets(paths)
    first, second = sheet.rows[0].key, sheet.rows[1].key
    fill_in(paths[0], {(first.number, "result"): LONG * 2, (second.number, "percent"): 120})
    edit = Edit(kind=Kind(first.kind), number=first.number, field="result", text=LONG, months=6)
    session.do(lambda file: set_field(file, edit))
    broken = folder / f"{LONG[:40]}.xlsx"
    broken.write_bytes(b"")
    show_returns(session, Notice(window), [*paths, broken], 6, window)


def show_evidence_of(window: MainWindow, session: Session) -> None:
    content = b"%PDF-1.7"
    digest = sha256(content).hexdigest()
    store_content(session.file, digest, content)
    with session.file.deed("แนบหลักฐาน"):
        for code, name in (("O1", "คำสั่ง.pdf"), ("", f"{LONG}.pdf")):
            add_evidence(session.file, session.fiscal_year, code, name, digest)
    window.desk.show_evidence()
    dialog = window.findChildren(EvidenceDialog)[-1]
    dialog.table.selectRow(0)
    dialog.notice.say(LONG, bad=True)


def show_danger(line: FileBanner, path: Path, place: Place) -> None:
    line.say(danger_of(path, place), [(guard.MOVE, bool), (guard.NO_MORE, bool)])


def show_story_of_a_row(window: MainWindow, session: Session) -> None:
    dialog = show_history(session, window)
    dialog.deeds.story.click()


def show_text(workspace: Workspace, code: str) -> None:
    workspace.scores.go_to(code)
    workspace.scores.gestures.show_full_text(workspace.scores.table.currentIndex())


def show_backups(window: MainWindow) -> None:
    assert window.session is not None
    made = [backups.back_up(window.session.path, reason).path for reason in backups.Reason]
    made[1].write_bytes(made[1].read_bytes()[:-1])
    window._settings.remember_second_place(Path("/media/แฟลชไดรฟ์ของสำนักปลัด") / LONG)
    window.desk.show_backups()
    for _ in range(3):  # the list is read, then proved
        settle()
    box = QApplication.activeModalWidget()
    assert isinstance(box, BackupsDialog)
    box.second.show_state(f"ไม่พบที่เก็บสำรองแห่งที่สอง {LONG} กรุณาเสียบอุปกรณ์")


def show_restore(window: MainWindow, after: tuple[str, ...] = (LONG, "ลบคะแนน 2 ค่า")) -> None:
    assert window.session is not None
    file = window.session.file
    backup = backups.back_up(file.path, backups.Reason.TIMER).path
    for number, name in enumerate(after):
        with file.deed(name):
            file.connection.execute("DELETE FROM score WHERE id = ?", (100 + number,))
            file.connection.execute("UPDATE office SET district = ?", (f"{name} {number}",))
    look = look_inside(backup, file.path)
    dialog = RestoreDialog(look, window)
    dialog.finished.connect(partial(_close, look))
    dialog.open()


def _close(look: Look, _result: int) -> None:
    look.close()


def show_findings(window: MainWindow) -> None:
    assert window.session is not None
    dialog = ProofDialog(window.session, window)
    dialog.open()
    settle()
    findings = tuple(f"ตาราง score แถว {row} ไม่ตรงกับประวัติการแก้ไข {LONG}" for row in range(20))
    dialog._show(Examined(Proof(findings, {}, 3, None), 99_000, datetime.now(UTC)))


def preview(window: MainWindow) -> None:
    rows = [
        PreviewRow("แผ่นที่ ๑ C12", "", "๑๐๑", f"คะแนนเกิน ๑๐๐ {LONG}", refused=True),
        PreviewRow("แผ่นที่ ๑ C13", "", "๑๐๑", LONG, remark=True),
        PreviewRow("i7", "๗๙.๐๑", "๘๘.๑๓"),
        PreviewRow("i8", "๗๙.๐๑", "๗๙.๐๑"),
        PreviewRow("ข้อมูลหน่วยงาน", LONG, LONG + "ใหม่"),
    ]
    title = wording.shown("นำเข้า แผ่น.xlsx ปีงบประมาณ 2566")
    PreviewDialog(title, rows, "นำเข้า", window).open()
