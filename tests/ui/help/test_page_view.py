"""A page in the view: pictures at half their size and never wider than the page, links within."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QTextDocument, QTextImageFormat
from pytestqt.qtbot import QtBot

from ita_desktop.ui.help.page_look import blocks, fragments, in_table
from ita_desktop.ui.help.page_view import PageView
from ita_desktop.ui.help.window import HelpWindow

Make = Callable[[str], HelpWindow]


def pictures(view: PageView) -> dict[str, QTextImageFormat]:
    forms = [
        part.charFormat().toImageFormat()
        for block in blocks(view.document())
        for part in fragments(block)
        if part.charFormat().isImageFormat()
    ]
    return {form.name(): form for form in forms}


def test_a_picture_takes_half_its_dots_or_the_width_there_is(help_window: Make) -> None:
    window = help_window("start")
    shown = pictures(window.view)
    assert shown["pictures/small.png"].width() == 200
    assert shown["pictures/small.png"].height() == 100
    wide = shown["pictures/wide.png"]
    assert 500 < wide.width() < window.view.viewport().width()
    assert wide.height() == pytest.approx(wide.width() * 200 / 1720, abs=1)


def test_pictures_and_lines_follow_the_width_of_the_window(help_window: Make, qtbot: QtBot) -> None:
    window = help_window("start")
    for width in (700, 1300):
        window.resize(width, 690)
        qtbot.waitUntil(
            lambda: window.view.document().textWidth() == window.view.viewport().width()
        )
        wide = pictures(window.view)["pictures/wide.png"].width()
        assert wide <= min(window.view.viewport().width() - 60, 860)
        assert window.view.document().size().width() <= window.view.viewport().width()
    assert wide == 860


def test_a_line_of_text_is_never_longer_than_comfortable(help_window: Make) -> None:
    window = help_window("start")
    window.resize(1366, 690)
    for block in blocks(window.view.document()):
        layout = block.layout()
        if not in_table(block) and block.text() and "\ufffc" not in block.text():
            widths = [layout.lineAt(n).width() for n in range(layout.lineCount())]
            assert max(widths) <= 660


def test_a_page_that_was_left_is_not_kept_in_memory(help_window: Make, qtbot: QtBot) -> None:
    window = help_window("start")
    for page in ("risks", "keys", "start", "risks"):
        window.show_page(page)
    qtbot.waitUntil(lambda: len(window.view.findChildren(QTextDocument)) == 1)


def test_a_link_is_told_and_the_one_that_leads_out_is_not_followed(
    help_window: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[object] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    window = help_window("start")
    window.view.anchorClicked.emit(QUrl("https://example.org/a"))
    assert window.view.page == "start"
    assert not opened
    window.view.anchorClicked.emit(QUrl("risks.md"))
    assert window.view.page == "risks"


def test_nothing_is_loaded_by_a_page_itself(help_window: Make) -> None:
    view = help_window("start").view
    for address in ("https://example.org/a.png", "file:///etc/hostname", "pictures/small.png"):
        assert view.loadResource(2, QUrl(address)) is None
