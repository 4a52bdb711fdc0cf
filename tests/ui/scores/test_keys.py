"""The score table under the hands: the gestures of a spreadsheet, one by one."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit
from pytestqt.qtbot import QtBot

from ita_desktop.domain.score_entry import EXCLUDED
from ita_desktop.ui.dialogs.paste import PreviewDialog
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


def here(page: ScorePage) -> str:
    return page.table.proxy.source_row(page.table.currentIndex().row()).code


def editor(page: ScorePage) -> QLineEdit | None:
    found = [
        line
        for line in page.table.viewport().findChildren(QLineEdit, "cellEditor")
        if line.isVisible()
    ]
    return found[0] if found else None


def select(page: ScorePage, first: str, last: str, columns: tuple[int, int] | None = None) -> None:
    """Select from one code to another; the first is the current cell."""
    page.go_to(first)
    left, right = columns or (Column.SCORE, Column.SCORE)
    rows = [
        page.table.proxy.mapFromSource(
            page.table.score_model.index(page.table.score_model.row_of(c), 0)
        ).row()
        for c in (first, last)
    ]
    block = QItemSelection(
        page.table.proxy.index(rows[0], left), page.table.proxy.index(rows[1], right)
    )
    page.table.selectionModel().select(block, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def show_only(page: ScorePage, shown: Shown) -> None:
    page._filter.setCurrentText(shown.value)


def undo_name(page: ScorePage) -> str:
    deed = session_of(page).next_undo()
    return deed.name if deed else ""


def test_the_first_score_waits_for_typing(empty_page: ScorePage, qapp: QApplication) -> None:
    assert here(empty_page) == "i1"
    assert empty_page.table.currentIndex().column() == Column.SCORE
    assert qapp.focusWidget() is empty_page.table


def test_typing_opens_the_editor_and_enter_goes_down(
    empty_page: ScorePage, press: Press, type_: Type
) -> None:
    type_("8")
    line = editor(empty_page)
    assert line is not None
    assert line.text() == "8"
    assert line.accessibleName() == "คะแนน i1"
    type_("8.13")
    press("Enter")
    assert editor(empty_page) is None
    assert entries(empty_page) == {"i1": "88.13"}
    assert here(empty_page) == "i2"
    assert empty_page.table.hasFocus()
    type_("90")
    press("Return")
    assert entries(empty_page)["i2"] == "90"
    assert undo_name(empty_page) == "แก้คะแนน i2"


def test_thai_digits_are_typed(empty_page: ScorePage, press: Press, type_: Type) -> None:
    type_("๘๘.๑๓")
    press("Enter")
    assert entries(empty_page) == {"i1": "88.13"}
    empty_page.go_to("O1")
    type_("ไม่คิดคะแนน")
    press("Enter")
    assert session_of(empty_page).result.entries["O1"] is EXCLUDED


def test_f2_opens_what_is_there(page: ScorePage, press: Press, type_: Type) -> None:
    page.go_to("i7")
    press("F2")
    line = editor(page)
    assert line is not None
    assert line.text() == "79.01"
    press("End")
    press("Backspace")
    type_("2")
    press("Enter")
    assert entries(page)["i7"] == "79.02"


def test_enter_skips_what_follows_from_other_rows(page: ScorePage, press: Press) -> None:
    criteria = session_of(page).criteria
    last = [i.code for i in criteria.items if i.sub_indicator == "9.1"][-1]
    following = next(i.code for i in criteria.items if i.sub_indicator == "9.2")
    page.go_to(last)
    press("Enter")
    assert here(page) == following  # over the head of 9.2, which nobody can type into
    press("Shift+Enter")
    assert here(page) == last


def test_enter_stops_at_the_last_row(page: ScorePage, press: Press) -> None:
    page.go_to("O43")
    press("Enter")
    assert here(page) == "O43"
    page.go_to("total")
    press("Shift+Enter")
    assert here(page) == "total"


@pytest.mark.parametrize(
    ("key", "code"),
    [("Enter", "i8"), ("Down", "i8"), ("Shift+Enter", "i6"), ("Up", "2")],
)
def test_keys_that_end_typing_take_it_and_move(
    page: ScorePage, press: Press, type_: Type, key: str, code: str
) -> None:
    page.go_to("i7")
    type_("70.5")
    press(key)
    assert entries(page)["i7"] == "70.5"
    assert here(page) == code
    assert editor(page) is None


def test_tab_goes_right_and_shift_tab_back(page: ScorePage, press: Press, type_: Type) -> None:
    page.go_to("i7")
    type_("70.5")
    press("Tab")
    assert entries(page)["i7"] == "70.5"
    assert (here(page), page.table.currentIndex().column()) == ("i7", Column.BEFORE)
    press("Shift+Tab")
    assert page.table.currentIndex().column() == Column.SCORE
    for _ in range(4):
        press("Tab")
    assert (here(page), page.table.currentIndex().column()) == ("i8", Column.CODE)


def test_escape_gives_up(page: ScorePage, press: Press, type_: Type) -> None:
    page.go_to("i7")
    type_("1")
    press("Esc")
    assert editor(page) is None
    assert entries(page)["i7"] == "79.01"
    assert here(page) == "i7"
    assert page.table.hasFocus()
    assert undo_name(page) == ""


def test_f6_leaves_the_table_both_ways(page: ScorePage, press: Press, qapp: QApplication) -> None:
    page.table.setFocus()
    press("F6")
    after = qapp.focusWidget()
    assert after is not None
    assert after is not page.table
    page.table.setFocus()
    press("Shift+F6")
    assert qapp.focusWidget() not in (page.table, after)


def test_jumps_to_the_edges(page: ScorePage, press: Press) -> None:
    page.go_to("i7")
    press("Ctrl+Home")
    assert here(page) == "total"
    assert page.table.currentIndex().column() == Column.SCORE
    press("Ctrl+End")
    assert here(page) == "O43"
    page.go_to("i7")
    press("Ctrl+Right")
    assert page.table.currentIndex().column() == Column.BAND
    press("Ctrl+Left")
    assert page.table.currentIndex().column() == Column.CODE


def test_jumps_over_filled_and_empty_scores(empty_page: ScorePage, press: Press) -> None:
    session_of(empty_page).put_scores({f"i{n}": Decimal(90) for n in (1, 2, 3, 20, 21)}, "ทดลอง")
    empty_page.go_to("i1")
    press("Ctrl+Down")
    assert here(empty_page) == "i3"  # the end of the filled block
    press("Ctrl+Down")
    assert here(empty_page) == "4"  # i20 and i21 give indicator 4 a score
    empty_page.go_to("i19")
    press("Ctrl+Down")
    assert here(empty_page) == "i20"
    press("Ctrl+Up")
    assert here(empty_page) == "4"


def test_ctrl_shift_down_selects(page: ScorePage, press: Press) -> None:
    page.go_to("i1")
    press("Ctrl+Shift+Down")
    assert here(page) == "EIT"  # below it EIT parts 1 and 2 are empty
    rows = range(
        page.table.proxy.mapFromSource(
            page.table.score_model.index(page.table.score_model.row_of("i1"), 0)
        ).row(),
        page.table.currentIndex().row() + 1,
    )
    assert [cell.row() for cell in page.table.selected_cells()] == list(rows)
    assert {cell.column() for cell in page.table.selected_cells()} == {Column.SCORE}


def test_shift_down_selects_and_shift_space_takes_the_row(page: ScorePage, press: Press) -> None:
    page.go_to("i7")
    press("Shift+Down")
    press("Shift+Down")
    assert [cell.row() for cell in page.table.selected_cells()] == [
        page.table.currentIndex().row() - 2 + step for step in range(3)
    ]
    page.go_to("i7")
    press("Shift+Space")
    assert len(page.table.selected_cells()) == len(Column)


@pytest.mark.parametrize("key", ["Delete", "Backspace"])
def test_delete_is_one_deed(page: ScorePage, press: Press, key: str) -> None:
    before = entries(page)
    select(page, "i7", "i9")
    press(key)
    assert before.keys() - entries(page).keys() == {"i7", "i8", "i9"}
    assert undo_name(page) == "ลบคะแนน 3 ค่า"
    press("Ctrl+Z")
    assert entries(page) == before
    press("Ctrl+Y")
    assert "i8" not in entries(page)
    press("Ctrl+Z")
    press("Ctrl+Shift+Z")
    assert "i8" not in entries(page)


def test_delete_of_one_names_it_and_of_nothing_is_no_deed(page: ScorePage, press: Press) -> None:
    page.go_to("1")
    press("Delete")  # computed, nothing entered
    assert undo_name(page) == ""
    page.go_to("i7")
    press("Delete")
    assert undo_name(page) == "ลบคะแนน i7"


def test_fill_down(page: ScorePage, press: Press) -> None:
    select(page, "i7", "i9")
    press("Ctrl+D")
    assert [entries(page)[code] for code in ("i7", "i8", "i9")] == ["79.01"] * 3
    assert undo_name(page) == "เติมคะแนนลงล่าง 2 ค่า"
    press("Ctrl+Z")
    assert entries(page)["i8"] == "88.40"


def test_fill_down_says_what_cannot_be(page: ScorePage, press: Press) -> None:
    before = entries(page)
    session_of(page).put_scores({"9": Decimal("88.13")}, "ทดลอง")
    select(page, "9", "O2")
    press("Ctrl+D")
    assert {code: entries(page)[code] for code in ("O1", "O2")} == {
        code: before[code] for code in ("O1", "O2")
    }
    assert page.gestures.bubble.isVisible()
    assert "O1" in page.gestures.bubble.text


def test_the_same_into_the_whole_selection(page: ScorePage, press: Press) -> None:
    select(page, "i7", "i9")
    press("Ctrl+Enter")
    assert [entries(page)[code] for code in ("i7", "i8", "i9")] == ["79.01"] * 3
    assert undo_name(page) == "ใส่คะแนนเดียวกัน 3 ค่า"


def test_typing_and_ctrl_enter_fills_the_selection(
    page: ScorePage, press: Press, type_: Type
) -> None:
    select(page, "i7", "i9")
    type_("55.5")
    press("Ctrl+Enter")
    assert [entries(page)[code] for code in ("i7", "i8", "i9")] == ["55.5"] * 3


def test_copy_is_a_block_as_excel_takes_it(
    page: ScorePage, press: Press, clipboard: Callable[[str | None], str]
) -> None:
    select(page, "i7", "i8", (Column.CODE, Column.CHANGE))
    press("Ctrl+C")
    items = session_of(page).criteria.item_by_code
    assert clipboard(None).split("\n") == [
        f"i7\t{items['i7'].text}\t79.01\t71.20\t+7.81",
        f"i8\t{items['i8'].text}\t88.40\t86.10\t+2.30",
    ]


def test_text_that_would_fall_apart_is_quoted(
    page: ScorePage, press: Press, clipboard: Callable[[str | None], str]
) -> None:
    session_of(page).correct_text("i7", 'บรรทัดหนึ่ง\n"สอง"')
    select(page, "i7", "i7", (Column.CODE, Column.SCORE))
    press("Ctrl+C")
    assert clipboard(None) == 'i7\t"บรรทัดหนึ่ง\n""สอง"""\t79.01'


def test_cut_copies_and_clears(
    page: ScorePage, press: Press, clipboard: Callable[[str | None], str]
) -> None:
    select(page, "i7", "i8")
    press("Ctrl+X")
    assert clipboard(None) == "79.01\n88.40"
    assert not {"i7", "i8"} & entries(page).keys()
    assert undo_name(page) == "ลบคะแนน 2 ค่า"


def test_paste_shows_first_and_writes_on_enter(
    page: ScorePage,
    press: Press,
    clipboard: Callable[[str | None], str],
    dialogs: list[QDialog],
    qtbot: QtBot,
) -> None:
    before = entries(page)
    clipboard("70\n71\n72")
    page.go_to("i7")
    press("Ctrl+V")
    assert entries(page) == before
    assert isinstance(dialogs[-1], PreviewDialog)
    qtbot.waitUntil(dialogs[-1].isActiveWindow)
    press("Enter")
    assert [entries(page)[code] for code in ("i7", "i8", "i9")] == ["70", "71", "72"]
    assert undo_name(page) == "วางคะแนน 3 ค่า"
    assert page.window().focusWidget() is page.table


def test_the_large_editor_keeps_a_text(
    page: ScorePage, press: Press, dialogs: list[QDialog], qtbot: QtBot
) -> None:
    item = next(i for i in session_of(page).criteria.items if not i.status.checked)
    show_only(page, Shown.UNCHECKED)
    row = page.table.proxy.mapFromSource(
        page.table.score_model.index(page.table.score_model.row_of(item.code), 0)
    ).row()
    page.go_to(item.code)
    following = page.table.proxy.source_row(row + 1).code
    press("F4")
    qtbot.waitUntil(dialogs[-1].isActiveWindow)
    press("Ctrl+Enter")
    now = session_of(page).criteria.item_by_code[item.code]
    assert now.status.checked
    assert now.text == item.text
    assert undo_name(page) == f"แก้ข้อความข้อ {item.code}"
    # the next one of those that wait is the current one, and the filter still holds
    assert page.table.proxy.shown is Shown.UNCHECKED
    assert here(page) == following
    assert page.window().focusWidget() is page.table


def test_f4_on_a_head_opens_nothing(page: ScorePage, press: Press, dialogs: list[QDialog]) -> None:
    page.go_to("EIT")
    press("F4")
    assert not dialogs


def test_a_double_click_on_the_question_opens_it(page: ScorePage, dialogs: list[QDialog]) -> None:
    page.go_to("i7")
    cell = page.table.currentIndex().siblingAtColumn(Column.TEXT)
    place = page.table.visualRect(cell).center()
    QTest.mouseClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(page.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert len(dialogs) == 1


def test_enter_goes_to_the_next_row_that_waits(
    empty_page: ScorePage, press: Press, type_: Type
) -> None:
    show_only(empty_page, Shown.EMPTY)
    empty_page.go_to("i1")
    for score in ("91", "92", "93"):
        type_(score)
        press("Enter")
    assert entries(empty_page) == {"i1": "91", "i2": "92", "i3": "93"}
    assert empty_page.table.proxy.shown is Shown.EMPTY


def test_typing_down_a_sorted_column_goes_down(page: ScorePage, press: Press, type_: Type) -> None:
    page.table.proxy.order_by(Column.SCORE, Qt.SortOrder.AscendingOrder)
    page.table.setCurrentIndex(page.table.proxy.index(10, Column.SCORE))
    codes = [page.table.proxy.source_row(10 + step).code for step in range(3)]
    for score in ("1", "100", "50.5"):
        type_(score)
        press("Enter")
    assert [entries(page)[code] for code in codes] == ["1", "100", "50.5"]


@pytest.mark.parametrize("keys", ["Alt+PgUp", "Ctrl+F"])
def test_what_is_being_typed_is_kept_when_the_cell_is_left(
    window: MainWindow, page: ScorePage, press: Press, type_: Type, keys: str
) -> None:
    page.go_to("i7")
    type_("70.5")
    press(keys)
    assert window.session is not None
    assert str(window.session.result_of(2566).entries["i7"]) == "70.5"
    assert str(window.session.result_of(2565).entries["i7"]) == "71.20"


def test_undo_in_the_editor_is_the_editors_own(page: ScorePage, press: Press, type_: Type) -> None:
    page.go_to("i7")
    type_("70.5")
    press("Ctrl+Z")
    line = editor(page)
    assert line is not None
    assert line.text() != "70.5"
    assert entries(page)["i7"] == "79.01"


def test_undo_beside_an_open_editor_takes_back_what_was_typed(
    window: MainWindow, page: ScorePage, type_: Type
) -> None:
    assert window.session is not None
    page.go_to("i7")
    type_("70.5")
    window.session.undo()
    assert editor(page) is None
    assert entries(page)["i7"] == "79.01"
    redo = window.session.next_redo()
    assert redo is not None
    assert redo.name == "แก้คะแนน i7"
