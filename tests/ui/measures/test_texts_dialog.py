"""Texts of a paper are shown as printed, edited for a year and a round, and taken back."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

import pytest
from pytestqt.qtbot import QtBot

from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.measures import Round
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.measures.layouts.texts_dialog import TextsDialog, show_texts
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.workflows.layouts import edited_texts
from ita_desktop.workflows.rounds import close_round

pytestmark = pytest.mark.usefixtures("at_once")
PAPER = "measures-six-month"


class Open:
    """Opens the texts of a paper over the window."""

    def __init__(self, window: MainWindow, session: Session, settings: Settings) -> None:
        self._at = window, session, settings

    def __call__(self, paper: str = PAPER, months: Round | None = 6) -> TextsDialog:
        window, session, settings = self._at
        made = show_texts(session, settings, paper, months, window)
        assert made is not None
        return made


@pytest.fixture
def open_(window: MainWindow, session: Session, settings: Settings) -> Open:
    return Open(window, session, settings)


def test_texts_are_shown_as_they_are_printed(open_: Open) -> None:
    dialog = open_()
    assert list(dialog.fields)[:3] == ["cover", "title", "lead"]
    assert "รอบ ๖ เดือน (เดือนตุลาคม ๒๕๖๕ - มีนาคม ๒๕๖๖)" in dialog.fields["cover"].text
    assert "{indicator}" in dialog.fields["indicator_line"].text
    assert dialog.texts == {}
    assert not dialog.fields["title"].back.isVisible()


def test_band_captions_have_the_offices_limits_and_digits(
    open_: Open, settings: Settings, session: Session
) -> None:
    settings.remember_thai_digits(thai=False)
    limit = session.office.limits.urgent_below
    dialog = open_("measures-by-question")
    assert f"ต่ำกว่า {limit} คะแนน" in dialog.fields["urgent"].text
    assert "cover" not in dialog.fields


def test_what_is_edited_is_kept_for_its_paper_year_and_round(
    open_: Open, data: DataFile, qtbot: QtBot
) -> None:
    dialog = open_()
    before, deed = dialog.preview.made, data.latest_deed()
    dialog.fields["title"].editor.setPlainText("รายงานของเรา")
    qtbot.waitUntil(lambda: dialog.preview.made is not before)
    made = dialog.preview.made
    assert made is not None
    assert "รายงานของเรา" in "".join(line.text for line in made.file.lines(1))
    dialog.keep.click()
    assert edited_texts(data, 2566, PAPER, 6) == {"title": "รายงานของเรา"}
    assert edited_texts(data, 2566, PAPER, 12) == {}
    assert data.latest_deed() == (deed or 0) + 1
    assert open_(months=12).texts == {}
    assert open_().texts == {"title": "รายงานของเรา"}


def test_the_usual_words_come_back(open_: Open, data: DataFile) -> None:
    dialog = open_()
    usual = dialog.fields["title"].text
    dialog.fields["title"].editor.setPlainText("อื่น")
    dialog.keep.click()
    again = open_()
    assert again.fields["title"].back.isVisible()
    again.fields["title"].back.click()
    assert again.fields["title"].text == usual
    assert not again.fields["title"].back.isVisible()
    again.keep.click()
    assert edited_texts(data, 2566, PAPER, 6) == {}


def test_a_text_can_be_left_out(open_: Open, data: DataFile) -> None:
    dialog = open_()
    dialog.fields["lead"].editor.setPlainText("")
    dialog.keep.click()
    assert edited_texts(data, 2566, PAPER, 6) == {"lead": ""}


def test_nothing_edited_is_no_deed(open_: Open, data: DataFile) -> None:
    deed = data.latest_deed()
    open_().keep.click()
    assert data.latest_deed() == deed


def test_what_is_given_up_is_not_kept(open_: Open, data: DataFile) -> None:
    dialog = open_()
    dialog.fields["title"].editor.setPlainText("อื่น")
    dialog.reject()
    assert edited_texts(data, 2566, PAPER, 6) == {}
    assert dialog.preview.made is None


def test_the_texts_of_a_closed_round_are_only_read(
    open_: Open, data: DataFile, session: Session
) -> None:
    close_round(data, 2566, 6)
    session.refresh()
    dialog = open_()
    assert "ปิดแล้ว" in dialog._error.text()
    assert not dialog.keep.isEnabled()
    assert dialog.fields["title"].editor.isReadOnly()
    assert open_(months=12).keep.isEnabled()


def test_a_layout_that_is_gone_is_told(
    window: MainWindow, session: Session, settings: Settings, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(session.refused):
        assert show_texts(session, settings, "measures-plan~9", None, window) is None
