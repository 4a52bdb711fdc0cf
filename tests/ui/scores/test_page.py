"""The tab บันทึกคะแนน: finding, filtering, counting, and what stays where it is."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

import sqlite3
from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QPushButton

from ita_desktop.ui.dialogs.item_text import ItemTextDialog
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.scores.model import Column
from ita_desktop.ui.scores.page import ScorePage
from ita_desktop.ui.scores.proxy import Shown
from ita_desktop.ui.scores.rows import Kind
from ita_desktop.ui.session import Session

Press = Callable[[str], None]


def session_of(page: ScorePage) -> Session:
    return page._session


def here(page: ScorePage) -> str:
    return page.table.proxy.source_row(page.table.currentIndex().row()).code


def show_only(page: ScorePage, shown: Shown) -> None:
    page._filter.setCurrentText(shown.value)


def hint(page: ScorePage) -> str:
    return page._hint.text() if page._strip.isVisible() else ""


def heads_lie_over_two_columns(page: ScorePage) -> bool:
    return all(
        page.table.columnSpan(row, Column.CODE)
        == (1 if page.table.proxy.source_row(row).kind is Kind.ITEM else 2)
        for row in range(page.table.proxy.rowCount())
    )


def test_the_count_says_how_much_is_entered_and_shown(page: ScorePage) -> None:
    assert page._count.text() == "กรอกแล้ว ๘๘ จาก ๘๘ ข้อ"
    session_of(page).put_scores({"i7": None}, "ลบ")
    assert page._count.text() == "กรอกแล้ว ๘๗ จาก ๘๘ ข้อ"
    show_only(page, Shown.EMPTY)
    assert page._count.text() == "กรอกแล้ว ๘๗ จาก ๘๘ ข้อ · แสดง ๑ จาก ๘๘ รายการ"
    show_only(page, Shown.INDICATORS)  # no item is shown, and none is meant to be
    assert page._count.text() == "กรอกแล้ว ๘๗ จาก ๘๘ ข้อ"


def test_an_empty_year_says_how_to_begin(empty_page: ScorePage) -> None:
    assert "กด Ctrl+V" in hint(empty_page)
    session_of(empty_page).put_scores({"i1": Decimal(90)}, "ทดลอง")
    assert "(ร่าง)" in hint(empty_page)


@pytest.mark.parametrize("shown", list(Shown))
def test_every_filter_lays_its_rows(page: ScorePage, shown: Shown) -> None:
    show_only(page, shown)
    assert heads_lie_over_two_columns(page)
    assert page._filter.currentData() is shown


def test_undo_of_a_text_keeps_the_cell(page: ScorePage) -> None:
    page.go_to("i7")
    session_of(page).correct_text("i7", "ข้อความใหม่")
    assert here(page) == "i7"
    session_of(page).undo()
    assert here(page) == "i7"
    assert page.table.currentIndex().column() == Column.SCORE
    assert heads_lie_over_two_columns(page)


def test_another_year_begins_at_its_first_score(page: ScorePage) -> None:
    page.go_to("O43")
    session_of(page).select_year(2565)
    assert here(page) == "i1"
    show_only(page, Shown.INDICATORS)
    session_of(page).select_year(2564)
    assert here(page) == "1"
    assert page.table.currentIndex().column() == Column.SCORE


def test_going_to_a_hidden_row_shows_everything_again(page: ScorePage) -> None:
    show_only(page, Shown.INDICATORS)
    assert page.go_to("i7")
    assert here(page) == "i7"
    assert page.table.proxy.shown is Shown.ALL
    assert not page.go_to("ไม่มี")


def test_a_dear_item_is_one_click_away(page: ScorePage) -> None:
    buttons = page.panel.findChildren(QPushButton)
    dearest = next(b for b in buttons if b.accessibleName().startswith("ไปที่ข้อ O43"))
    dearest.click()
    assert here(page) == "O43"
    assert page.table.hasFocus()


def test_a_long_question_gets_its_height_when_the_table_is_narrower(
    window: MainWindow, page: ScorePage
) -> None:
    rows = range(page.table.proxy.rowCount())
    wide = [page.table.rowHeight(row) for row in rows]
    window.resize(860, 480)
    narrow = [page.table.rowHeight(row) for row in rows]
    assert sum(narrow) > sum(wide)
    assert all(after >= before for before, after in zip(wide, narrow, strict=True))


def test_a_corrected_text_gets_its_height_at_once(page: ScorePage) -> None:
    row = page.table.proxy.mapFromSource(
        page.table.score_model.index(page.table.score_model.row_of("i7"), 0)
    ).row()
    before = page.table.rowHeight(row)
    session_of(page).correct_text("i7", "ข้อความยาว " * 40)
    assert page.table.rowHeight(row) > 2 * before


def test_sorting_by_the_head_and_back(page: ScorePage) -> None:
    head = page.table.horizontalHeader()
    before = [page.table.proxy.source_row(row).code for row in range(page.table.proxy.rowCount())]
    head.setSortIndicator(Column.SCORE, Qt.SortOrder.AscendingOrder)
    assert {page.table.proxy.source_row(r).kind for r in range(page.table.proxy.rowCount())} == {
        Kind.ITEM
    }
    assert heads_lie_over_two_columns(page)
    assert here(page)
    head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    assert [
        page.table.proxy.source_row(r).code for r in range(page.table.proxy.rowCount())
    ] == before
    assert heads_lie_over_two_columns(page)


def test_find_goes_round_both_ways(page: ScorePage) -> None:
    page.go_to("total")
    assert page.table.find_text("79.01") == (1, 1)
    assert here(page) == "i7"
    assert page.table.find_text("๗๙.๐๑") == (1, 1)
    place, count = page.table.find_text("O4")
    assert count > 3
    assert place == 1
    assert page.table.find_text("O4")[0] == 2
    assert page.table.find_text("O4", step=-1)[0] == 1
    assert page.table.find_text("O4", step=-1)[0] == count
    assert page.table.find_text("O4")[0] == 1


@pytest.mark.parametrize("text", ["", "  ", "ไม่มีคำนี้เลย"])
def test_nothing_found_leaves_the_cell(page: ScorePage, text: str) -> None:
    page.go_to("i7")
    assert page.table.find_text(text) == (0, 0)
    assert here(page) == "i7"


def test_thai_digits_find_arabic_ones_in_codes_and_texts(page: ScorePage) -> None:
    assert page.table.find_text("O๔๒") == page.table.find_text("o42")
    assert here(page) == "O42"
    page.table.find_text("ตัวชี้วัดที่ 7")
    assert here(page) == "7"


def test_the_large_editor_corrects_and_goes_back(
    page: ScorePage, press: Press, dialogs: list[QDialog]
) -> None:
    original = session_of(page).criteria.item_by_code["i7"]
    page.go_to("i7")
    press("F4")
    dialog = dialogs[-1]
    assert isinstance(dialog, ItemTextDialog)
    dialog._editor.setPlainText("  ถ้อยคำของคู่มือ  ")
    dialog.accept()
    now = session_of(page).criteria.item_by_code["i7"]
    assert now.text == "ถ้อยคำของคู่มือ"
    assert now.status.checked
    press("F4")
    again = dialogs[-1]
    assert isinstance(again, ItemTextDialog)
    back = next(b for b in again.findChildren(QPushButton) if b.text().startswith("กลับไปใช้"))
    back.click()
    assert session_of(page).criteria.item_by_code["i7"] == original


def test_a_given_up_text_stays(page: ScorePage, press: Press, dialogs: list[QDialog]) -> None:
    page.go_to("i7")
    press("F4")
    dialog = dialogs[-1]
    assert isinstance(dialog, ItemTextDialog)
    dialog._editor.setPlainText("อย่างอื่น")
    dialog.reject()
    assert session_of(page).next_undo() is None


def test_a_file_held_elsewhere_is_told(
    window: MainWindow, page: ScorePage, said: list[str]
) -> None:
    session = session_of(page)
    session.file.connection.execute("PRAGMA busy_timeout = 0")
    other = sqlite3.connect(session.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    before = session.fiscal_year
    page.go_to("i7")
    page.gestures.paste("88.13")
    other.execute("ROLLBACK")
    other.close()
    assert len(said) == 1
    assert str(session.result.entries["i7"]) == "79.01"
    assert session.fiscal_year == before
    page.gestures.paste("88.13")
    assert str(session.result.entries["i7"]) == "88.13"
    assert window.isVisible()


def test_labels_of_the_page_are_plain_text(page: ScorePage) -> None:
    formats = {label.textFormat() for label in page.findChildren(QLabel)}
    assert formats == {Qt.TextFormat.PlainText}
