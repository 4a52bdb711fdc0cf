"""The window of help: pages by list, link and history; search; keys; one at a time."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QTextCursor, QTextFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.ui import theme
from ita_desktop.ui.help.page_look import blocks
from ita_desktop.ui.help.window import HelpWindow

Make = Callable[[str], HelpWindow]


def marked(window: HelpWindow) -> list[str]:
    """Return what is marked as looked at on the page."""
    found: list[str] = []
    block = window.view.document().begin()
    while block.isValid():
        for one in block.layout().formats():
            form = one.format  # pyright: ignore[reportAttributeAccessIssue]
            if form.background().color() == theme.color("on_amber"):
                start, length = one.start, one.length  # pyright: ignore[reportAttributeAccessIssue]
                found.append(block.text()[start : start + length])
        block = block.next()
    return found


def looked_at(window: HelpWindow) -> int:
    """Return where on the page that begins which is marked as looked at."""
    (place,) = (
        block.position() + one.start  # pyright: ignore[reportAttributeAccessIssue]
        for block in blocks(window.view.document())
        for one in block.layout().formats()
        if one.format.background().color()  # pyright: ignore[reportAttributeAccessIssue]
        == theme.color("on_amber")
    )
    return place


def test_what_is_marked_breaks_its_lines_as_before(help_window: Make, small_pages: Path) -> None:
    (small_pages / "risks.md").write_text("# ก\n\nกด “เมนู” แล้วกด “เลิก” (ทำ)", encoding="utf-8")
    window = help_window("risks")

    def kept() -> set[int]:
        return {
            block.position() + one.start  # pyright: ignore[reportAttributeAccessIssue]
            for block in blocks(window.view.document())
            for one in block.layout().formats()
            if one.format.hasProperty(  # pyright: ignore[reportAttributeAccessIssue]
                QTextFormat.Property.UserProperty
            )
        }

    before = kept()
    assert len(before) == 3
    window.contents.search.setText("กด “เมนู”")
    assert "“เมนู” " in "".join(marked(window)) + " "
    assert kept() == before


def test_the_list_has_every_page_and_turns_to_it(help_window: Make) -> None:
    window = help_window("start")
    pages = window.contents.pages
    titles = [pages.item(row).text() for row in range(pages.count())]
    assert titles == ["เริ่มใช้งาน", "ความเสี่ยง", "แป้นพิมพ์ลัด"]
    assert pages.currentRow() == 0
    pages.setCurrentRow(1)
    assert window.view.page == "risks"


def test_back_and_forward_go_where_one_was_and_how_far_down(
    help_window: Make, press: Callable[[str], None]
) -> None:
    window = help_window("start")
    assert not window.back.isEnabled()
    window.resize(700, 340)
    bar = window.view.verticalScrollBar()
    bar.setValue(60)
    window.show_page("risks")
    assert window.back.isEnabled()
    press("Alt+Left")
    assert (window.view.page, bar.value()) == ("start", 60)
    assert window.contents.pages.currentRow() == 0
    press("Alt+Right")
    assert window.view.page == "risks"
    assert not window.forward.isEnabled()
    window.go_back()
    window.show_page("keys")
    assert not window.forward.isEnabled()
    window.go_back()
    assert window.view.page == "start"


def test_a_page_that_there_is_not_is_the_first(help_window: Make) -> None:
    assert help_window("plan").view.page == "start"


def test_searching_lists_places_and_shows_the_first(
    help_window: Make, press: Callable[[str], None]
) -> None:
    window = help_window("start")
    press("Ctrl+F")
    assert window.contents.search.hasFocus()
    window.contents.search.insert("นํ้า")
    assert window.contents.found.text() == "พบ ๒ แห่ง ใน ๑ หน้า"
    assert window.contents.hits.count() == 2
    assert window.view.page == "risks"
    assert marked(window) == ["น้ำ"]
    first = window.view.textCursor().position()
    assert looked_at(window) == first
    press("Enter")
    assert looked_at(window) == window.view.textCursor().position() > first
    assert window.contents.search.hasFocus()
    press("Shift+Enter")
    assert window.view.textCursor().position() == first
    press("Shift+Enter")
    assert window.contents.hits.currentRow() == 1


def test_what_was_found_is_brought_into_view(help_window: Make) -> None:
    window = help_window("risks")
    window.resize(700, 340)
    window.contents.search.setText("กู้จากไฟล์")
    assert window.view.page == "start"
    cursor = QTextCursor(window.view.textCursor())
    seen = window.view.cursorRect(cursor)
    assert 0 <= seen.top() < window.view.viewport().height()
    assert window.view.verticalScrollBar().value() > 0


def test_marks_go_where_the_page_itself_is_asked_for(help_window: Make) -> None:
    window = help_window("risks")
    window.contents.search.setText("น้ำ")
    assert marked(window)
    window.show_page("risks")
    assert not marked(window)


def test_nothing_found_says_what_to_do_and_marks_nothing(help_window: Make) -> None:
    window = help_window("risks")
    window.contents.search.setText("น้ำ")
    window.contents.search.setText("ไม่มีคำนี้แน่นอน")
    assert "ไม่พบ" in window.contents.found.text()
    assert marked(window) == []
    assert window.contents.hits.isVisible()


def test_a_clerk_s_own_word_shows_the_places_of_that_of_the_help(help_window: Make) -> None:
    window = help_window("risks")
    window.contents.search.setText("แบ็คอัพ")
    assert window.contents.found.text() == "คู่มือใช้คำว่า “ไฟล์สำรอง” พบ ๑ แห่ง ใน ๑ หน้า"
    assert window.view.page == "start"
    assert marked(window) == ["ไฟล์สำรอง"]


def test_escape_clears_the_search_first_and_closes_then(
    help_window: Make, press: Callable[[str], None]
) -> None:
    window = help_window("start")
    press("Ctrl+F")
    window.contents.search.setText("น้ำ")
    press("Escape")
    assert window.isVisible()
    assert window.contents.pages.isVisible()
    assert not window.contents.found.isVisible()
    assert marked(window) == []
    press("Escape")
    assert not window.isVisible()


@pytest.mark.parametrize("where", ["view", "pages", "back", "close"])
def test_escape_closes_from_everywhere(
    help_window: Make, press: Callable[[str], None], where: str
) -> None:
    window = help_window("start")
    window.show_page("risks")
    widget: QWidget = {
        "view": window.view,
        "pages": window.contents.pages,
        "back": window.back,
        "close": window.close_button,
    }[where]
    widget.setFocus()
    press("Escape")
    assert not window.isVisible()


def test_a_link_is_followed_by_the_keyboard(
    help_window: Make, press: Callable[[str], None]
) -> None:
    window = help_window("start")
    window.view.setFocus()
    press("Tab")
    press("Enter")
    assert window.view.page == "risks"


def test_down_leads_from_the_search_into_the_list(
    help_window: Make, press: Callable[[str], None]
) -> None:
    window = help_window("start")
    window.contents.search.setFocus()
    press("Down")
    assert window.contents.pages.hasFocus()
    window.contents.search.setText("น้ำ")
    window.contents.search.setFocus()
    press("Down")
    assert window.contents.hits.hasFocus()
    press("Down")
    assert window.contents.hits.currentRow() == 1


def test_every_control_has_a_name_and_the_keyboard_reaches_each(help_window: Make) -> None:
    window = help_window("keys")
    window.show_page("start")
    window.show_page("keys")
    controls = [
        one
        for one in window.findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert {window.view, window.contents.search, window.contents.pages, window.sheet} <= {*controls}
    for one in controls:
        words = one.text() if isinstance(one, QAbstractButton) else ""
        assert one.accessibleName() or words, one
    for one in window.findChildren(QLabel):
        assert one.font().pixelSize() >= 14


def test_a_place_is_come_back_to_after_another_page(help_window: Make) -> None:
    window = help_window("start")
    window.contents.search.setText("น้ำ")
    window.show_page("keys")
    hits = window.contents.hits
    box = hits.visualItemRect(hits.item(0))
    QTest.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert window.view.page == "risks"


def test_the_page_is_dressed_anew_in_other_colours(help_window: Make, qapp: QApplication) -> None:
    window = help_window("risks")
    light = window.back.icon().cacheKey()
    try:
        theme.dress(qapp, Qt.ColorScheme.Dark)
        QApplication.sendPostedEvents(window, QEvent.Type.PaletteChange.value)
        head = window.view.document().begin().begin().fragment().charFormat()
        assert head.foreground().color() == theme.color("accent")
        assert window.back.icon().cacheKey() != light
        assert window.view.palette().base().color() == theme.color("card")
    finally:
        theme.dress(qapp, Qt.ColorScheme.Light)


def test_it_fits_a_small_screen(help_window: Make, qtbot: QtBot) -> None:
    window = help_window("keys")
    window.resize(window.minimumSize())
    qtbot.waitUntil(lambda: window.view.width() > 200)
    assert window.minimumSizeHint().width() <= window.minimumWidth()
    assert window.minimumSizeHint().height() <= window.minimumHeight()
