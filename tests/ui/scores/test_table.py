"""Typing down, sorting and turning back: what must never write into another row."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.scores.model import Column
from ita_desktop.ui.scores.page import ScorePage
from ita_desktop.ui.scores.proxy import Shown
from ita_desktop.ui.session import Session

Press = Callable[[str], None]
Type = Callable[[str], None]


def session_of(page: ScorePage) -> Session:
    return page._session


def entries(page: ScorePage) -> dict[str, str]:
    return {code: str(entry) for code, entry in session_of(page).result.entries.items()}


@pytest.mark.parametrize("shown", [Shown.ALL, Shown.EMPTY])
def test_a_column_typed_downwards_stays_in_the_items(
    empty_page: ScorePage, press: Press, type_: Type, shown: Shown
) -> None:
    empty_page.table.show_rows(shown)
    empty_page.go_to("i5")
    for score in ("91", "92", "93", "94"):
        type_(score)
        press("Enter")
    assert entries(empty_page) == {"i5": "91", "i6": "92", "i7": "93", "i8": "94"}


def test_ten_indicators_typed_downwards_are_the_ten_of_seed_001(
    empty_page: ScorePage, press: Press, type_: Type, seed_001: dict[str, str]
) -> None:
    empty_page.table.show_rows(Shown.INDICATORS)
    empty_page.table.go_to_first_score()
    for score in seed_001.values():
        type_(score)
        press("Enter")
    assert entries(empty_page) == seed_001


def test_a_click_on_a_head_sorts_and_selects_nothing(page: ScorePage, press: Press) -> None:
    head = page.table.horizontalHeader()
    where = QPoint(head.sectionViewportPosition(Column.SCORE) + 10, head.height() // 2)
    before = entries(page)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert page.table.proxy.sorted
    press("Delete")
    assert len(before) - len(entries(page)) <= 1


def test_indicators_can_be_ranked(page: ScorePage) -> None:
    page.table.show_rows(Shown.INDICATORS)
    page.table.horizontalHeader().setSortIndicator(Column.SCORE, Qt.SortOrder.DescendingOrder)
    ranked = [str(indicator.number) for indicator, _ in session_of(page).result.ranking]
    assert [row.code for row in page.table.source_rows()] == ranked


def test_rows_grow_with_what_a_score_makes_them_say(page: ScorePage) -> None:
    place = next(p for p, row in enumerate(page.table.source_rows()) if row.code == "EIT")
    page.table.setColumnWidth(Column.TEXT, 120)
    before = page.table.rowHeight(place)
    session_of(page).set_score("EIT", "50")
    assert page.table.rowHeight(place) > before


def test_undo_turns_to_the_year_and_the_score_that_came_back(page: ScorePage) -> None:
    session = session_of(page)
    session.set_score("i7", "50")
    session.select_year(2565)
    session.undo()
    assert session.fiscal_year == 2566
    assert page.table.current_code() == "i7"
    assert session.result.entries["i7"] == Decimal("79.01")


def test_a_refused_score_keeps_file_year_and_deeds(
    window: MainWindow, page: ScorePage, type_: Type
) -> None:
    session = session_of(page)
    session.set_score("i3", "77")
    for leave in (session.undo, window.close, window.show_start):
        page.go_to("i7")
        type_("abc")
        leave()
        assert window.session is session
        assert session.result.entries["i3"] == Decimal(77)


def test_last_year_takes_no_room_where_there_is_none(page: ScorePage) -> None:
    session_of(page).select_year(2564)
    assert page.table.isColumnHidden(Column.BEFORE)
    assert page.table.isColumnHidden(Column.CHANGE)
    session_of(page).select_year(2565)
    assert not page.table.isColumnHidden(Column.BEFORE)


def test_a_named_row_of_a_block_is_shown_before_it_is_written(
    page: ScorePage, dialogs: list[QDialog]
) -> None:
    before = entries(page)
    page.go_to("i20")
    page.gestures.paste("7\t88.13")
    assert len(dialogs) == 1
    assert entries(page) == before
