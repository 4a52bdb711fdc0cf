"""The page beside the texts of the analysis report turns to the text that is written."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ita_desktop.thai.text import fold
from ita_desktop.ui.analysis.dialog import AnalysisDialog
from ita_desktop.ui.session import Session
from tests.ui.analysis.texts import settled, state


def test_the_page_turns_to_the_text(dialog: AnalysisDialog, qtbot: QtBot) -> None:
    settled(qtbot, dialog)
    places: list[int] = []
    for name in ("cover", "background", "indicator:4", "indicator:10", "closing"):
        dialog.texts.go_to(name)
        page = dialog.page.page_of(name)
        assert page is not None, name
        places.append(page)
        assert dialog.page.pages.view._hits[0].page == page
    assert places == sorted(places)
    assert places[0] == 0


def test_a_click_on_the_page_asks_for_the_whole(
    dialog: AnalysisDialog, seen: list[str], qtbot: QtBot
) -> None:
    settled(qtbot, dialog)
    view = dialog.page.pages.view.viewport()
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    assert seen == ["analysis-report"]
    assert not dialog.isVisible()


def test_list_and_page_take_turns_in_a_narrow_window(dialog: AnalysisDialog) -> None:
    assert dialog.page.isVisible()
    dialog.resize(886, 490)
    assert not dialog.page.isVisible()
    assert dialog.texts.isVisible()
    dialog.page_button.click()
    assert dialog.page.isVisible()
    assert not dialog.texts.isVisible()
    dialog.resize(1340, 700)
    assert dialog.texts.isVisible()


def test_a_text_that_is_not_printed_yet_says_so(dialog: AnalysisDialog, qtbot: QtBot) -> None:
    settled(qtbot, dialog)
    dialog.texts.go_to("result")
    assert dialog.page.note.isHidden()
    dialog.texts.go_to("calendar")  # there is no calendar of 2566 in this file
    assert dialog.page.page_of("calendar") is None
    assert dialog.page.note.isVisible()


def test_a_text_that_begins_as_a_heading_does_is_not_taken_for_the_contents(
    dialog: AnalysisDialog, session: Session, qtbot: QtBot
) -> None:
    settled(qtbot, dialog)
    made, page = dialog.page.pages.made, dialog.page.page_of("background")
    assert made is not None
    assert page is not None
    text = fold("".join(line.text for line in made.file.lines(page))).replace(" ", "")
    begin = fold(state(session, "background").printed.split("\n")[0]).replace(" ", "")
    assert begin[:90] in text
