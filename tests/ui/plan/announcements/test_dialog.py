"""The announcements of a year in the window: written beside their page, issued, kept."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ita_desktop.db.announcements import announcements_of, kept_pdf
from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.announcements import AnnouncementKind
from ita_desktop.ui import wording
from ita_desktop.ui.plan.announcements.dialog import AnnouncementsDialog, open_announcements
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.workflows.plans.making import begin_plan

YEAR = 2566
pytestmark = pytest.mark.usefixtures("at_once")


@pytest.fixture
def session(open_session: Callable[[Path], Session], empty_path: Path) -> Session:
    return open_session(empty_path)


@pytest.fixture
def dialog(qtbot: QtBot, session: Session, settings: Settings) -> Iterator[AnnouncementsDialog]:
    made = AnnouncementsDialog(session, settings)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.fields.show_announcement(made.chosen, session.office) if made.chosen else None
    made.reject()


@pytest.fixture
def file(session: Session) -> DataFile:
    return session.file


def begin(dialog: AnnouncementsDialog, kind: AnnouncementKind) -> None:
    action = next(one for one in dialog.kinds.actions() if one.text() == kind.words)
    action.trigger()


def test_an_empty_year_says_what_to_do(dialog: AnnouncementsDialog) -> None:
    assert dialog.table.rowCount() == 0
    assert dialog.focusWidget() is dialog.begin
    assert "ร่างประกาศ" in dialog._empty.text()  # pyright: ignore[reportPrivateUsage]
    assert not dialog.fields.isVisible()
    assert not dialog.issue.isEnabled()
    assert not dialog.print.isEnabled()


def test_a_draft_begins_with_the_words_of_its_kind_and_its_page(
    dialog: AnnouncementsDialog, file: DataFile
) -> None:
    begin(dialog, AnnouncementKind.NO_GIFT)
    assert dialog.table.rowCount() == 1
    assert "No Gift Policy" in dialog.fields.lines["subject"].text()
    assert dialog.fields.text.toPlainText().startswith("ด้วย")
    assert dialog.pages.made is not None
    assert announcements_of(file, YEAR)[0].text == "", "nothing is kept that is the usual words"


def test_a_field_is_written_when_it_is_left(
    dialog: AnnouncementsDialog, file: DataFile, qtbot: QtBot
) -> None:
    begin(dialog, AnnouncementKind.NO_GIFT)
    dated = dialog.fields.lines["dated"]
    dated.setFocus()
    dated.setText("๒๙ ก.ย. ๖๕")
    qtbot.keyClick(dated, Qt.Key.Key_Tab)
    (draft,) = announcements_of(file, YEAR)
    assert str(draft.dated) == "2022-09-29"
    assert dated.text() == "๒๙ กันยายน ๒๕๖๕"
    assert "พ.ศ. ๒๕๖๕" in dialog.fields.day.text()
    dialog.fields.month_word.setChecked(True)
    assert announcements_of(file, YEAR)[0].month_word


def test_a_day_that_is_none_is_told_and_stays_in_its_field(
    dialog: AnnouncementsDialog, file: DataFile
) -> None:
    begin(dialog, AnnouncementKind.FREE)
    dated = dialog.fields.lines["dated"]
    dated.setText("๓๑ ก.ย. ๖๕")
    dated.editingFinished.emit()
    assert "ไม่มีวันที่" in dialog.notice.text
    assert dated.text() == "๓๑ ก.ย. ๖๕"
    assert announcements_of(file, YEAR)[0].dated is None
    dialog.reject()
    assert dialog.isVisible(), "what cannot be kept is not lost"
    dated.setText("")
    dialog.reject()
    assert not dialog.isVisible()


def test_issuing_keeps_the_page_and_locks_the_fields(
    dialog: AnnouncementsDialog, file: DataFile
) -> None:
    begin(dialog, AnnouncementKind.NO_GIFT)
    dialog.issue.click()
    assert "วันที่" in dialog.notice.text
    dialog.fields.lines["dated"].setText("๒๙ ก.ย. ๖๕")
    dialog.issue.click()
    (issued,) = announcements_of(file, YEAR)
    assert issued.is_issued
    assert kept_pdf(file, issued).startswith(b"%PDF")
    assert not dialog.issue.isEnabled()
    assert not dialog.remove.isEnabled()
    assert dialog.fields.text.isReadOnly()
    assert wording.shown(str(YEAR)) in dialog.fields.text.toPlainText(), "digits as on every screen"
    assert not dialog.fields.pending
    assert "No Gift Policy เก็บไว้" in dialog.notice.text
    state = dialog.table.item(0, 3)
    assert state is not None
    assert state.text() == "ออกแล้ว"
    made = dialog.pages.made
    assert made is not None
    assert made.typeset.data == kept_pdf(file, issued)


def test_undo_takes_the_issue_back(dialog: AnnouncementsDialog, session: Session) -> None:
    begin(dialog, AnnouncementKind.NO_GIFT)
    dialog.fields.lines["dated"].setText("๒๙ ก.ย. ๖๕")
    dialog.issue.click()
    session.undo()
    assert dialog.issue.isEnabled()
    assert not dialog.fields.text.isReadOnly()


def test_a_draft_is_removed_and_comes_back(dialog: AnnouncementsDialog, session: Session) -> None:
    begin(dialog, AnnouncementKind.MEASURES)
    dialog.remove.click()
    assert dialog.table.rowCount() == 0
    assert "ลบร่าง" in dialog.notice.text
    session.undo()
    assert dialog.table.rowCount() == 1


def test_that_of_a_plan_without_a_plan_is_refused(
    dialog: AnnouncementsDialog, session: Session
) -> None:
    begin(dialog, AnnouncementKind.PLAN)
    assert "จัดทำแผน" in dialog.notice.text
    begin_plan(session.file, YEAR, YEAR + 4)
    session.refresh()
    begin(dialog, AnnouncementKind.PLAN)
    assert dialog.table.rowCount() == 1


def test_the_pages_of_one_are_asked_for_by_its_paper(
    dialog: AnnouncementsDialog, qtbot: QtBot, file: DataFile
) -> None:
    begin(dialog, AnnouncementKind.NO_GIFT)
    with qtbot.waitSignal(dialog.print_wanted) as told:
        dialog.print.click()
    assert told.args == [f"announcement~{announcements_of(file, YEAR)[0].id}"]
    assert not dialog.isVisible()


def test_opened_for_a_kind_it_begins_one_and_the_next_time_chooses_it(
    session: Session, settings: Settings, dialog: AnnouncementsDialog
) -> None:
    for _ in range(2):
        seen: list[str] = []
        other = open_announcements(session, settings, dialog, seen.append, AnnouncementKind.NO_GIFT)
        assert other is not None
        assert other.chosen is not None
        assert other.chosen.kind is AnnouncementKind.NO_GIFT
        other.reject()
    assert len(announcements_of(session.file, YEAR)) == 1


def test_the_day_is_said_as_it_is_printed(dialog: AnnouncementsDialog, qtbot: QtBot) -> None:
    begin(dialog, AnnouncementKind.NO_GIFT)
    dated = dialog.fields.lines["dated"]
    dated.setFocus()
    dated.setText("29/9/65")
    qtbot.keyClick(dated, Qt.Key.Key_Tab)
    dialog.fields.month_word.setChecked(True)
    assert dialog.fields.day.text() == "๒๙ เดือน กันยายน พ.ศ. ๒๕๖๕"
    dialog.fields.month_word.setChecked(False)
    assert dialog.fields.day.text() == "๒๙ กันยายน พ.ศ. ๒๕๖๕"


def test_enter_presses_the_button_that_has_the_keyboard_and_no_other(
    dialog: AnnouncementsDialog, file: DataFile, qtbot: QtBot
) -> None:
    opened: list[bool] = []
    dialog.kinds.aboutToShow.connect(lambda: opened.append(True))
    dialog.kinds.aboutToShow.connect(dialog.kinds.close)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.begin.setFocus()
    with qtbot.waitSignal(dialog.begin.clicked):
        qtbot.keyClick(dialog.begin, Qt.Key.Key_Return)
    begin(dialog, AnnouncementKind.NO_GIFT)
    number = dialog.fields.lines["number"]
    number.setFocus()
    qtbot.keyClick(number, Qt.Key.Key_Return)
    assert [one.is_issued for one in announcements_of(file, YEAR)] == [False]
    dialog.remove.setFocus()
    qtbot.keyClick(dialog.remove, Qt.Key.Key_Return)
    assert announcements_of(file, YEAR) == ()


def test_a_year_later_it_is_said_where_the_plan_was_announced(
    dialog: AnnouncementsDialog, session: Session, settings: Settings, qtbot: QtBot
) -> None:
    begin_plan(session.file, YEAR, YEAR + 4, ())
    session.refresh()
    begin(dialog, AnnouncementKind.PLAN)
    dialog.fields.today.click()
    dialog.issue.click()
    assert dialog.chosen is not None
    assert dialog.chosen.is_issued
    session.add_year(YEAR + 1)
    later = AnnouncementsDialog(session, settings)
    qtbot.addWidget(later)
    assert "กรุณาเปลี่ยนไปปี ๒๕๖๖" in later._empty.text()  # pyright: ignore[reportPrivateUsage]
    later.reject()
