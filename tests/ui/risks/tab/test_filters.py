"""Filters with their counts, a cell of the matrix, and what is sought."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ita_desktop.ui.risks.tab.page import RisksPage
from tests.ui.risks.matrix.conftest import chip, middle
from tests.ui.risks.tab.rows import go, process_of, risk_of, seen

Press = Callable[[str], None]
Type = Callable[[str], None]


def risks_seen(page: RisksPage) -> list[str]:
    return [one.removeprefix("risk:") for one in seen(page) if one.startswith("risk:")]


def numbers(page: RisksPage, *wanted: int) -> list[str]:
    return [str(risk_of(page, number).id) for number in wanted]


def choose(page: RisksPage, which: str, words: str) -> None:
    box = getattr(page.bar, which)
    box.setCurrentIndex(box.findText(words))


def test_each_choice_says_how_many_it_has(risks: RisksPage) -> None:
    texts = [risks.bar.levels.itemText(n) for n in range(risks.bar.levels.count())]
    assert texts == [
        "ทุกระดับ",
        "สูงมาก (๑)",
        "สูง (๒)",
        "ปานกลาง (๐)",
        "ต่ำ (๐)",
        "ไม่มีระดับ (๑)",
    ]
    assert risks.bar.lacking.itemText(1) == "ที่ยังขาดข้อมูล (๒)"
    assert risks.bar.areas.itemText(2) == "ไม่ระบุด้าน (๑)"


def test_a_level_leaves_the_others_out_and_clear_brings_them_back(risks: RisksPage) -> None:
    choose(risks, "levels", "สูง (๒)")
    assert risks_seen(risks) == numbers(risks, 2, 4)
    assert risks.left._count.text() == "๒ จาก ๔ ความเสี่ยง"
    risks.bar.clear.click()
    assert risks_seen(risks) == numbers(risks, 1, 2, 3, 4)


def test_owner_and_what_is_lacking(risks: RisksPage) -> None:
    choose(risks, "owners", "สำนักปลัดเทศบาล (๑)")
    assert risks_seen(risks) == numbers(risks, 4)
    risks.bar.show_all()
    risks.bar.lacking.setCurrentIndex(1)
    assert risks_seen(risks) == numbers(risks, 3, 4)


def test_a_row_stays_that_no_longer_fits_until_the_filter_is_changed(
    risks: RisksPage, press: Press, type_: Type
) -> None:
    choose(risks, "levels", "ไม่มีระดับ (๑)")
    go(risks, 3, "level")
    type_("สูง")
    press("Enter")
    assert risks_seen(risks) == numbers(risks, 3)
    risks.bar.show_all()
    choose(risks, "levels", "ไม่มีระดับ (๐)")
    assert len(risks_seen(risks)) != 1


def test_a_cell_of_the_matrix_filters_and_its_chip_lets_go(risks: RisksPage) -> None:
    risks.matrix.board.choose_cell((3, 4))
    assert risks_seen(risks) == numbers(risks, 2)
    assert risks.bar.cell.isVisible()
    assert risks.bar.cell.text() == "ช่อง ๓ × ๔"
    risks.bar.cell.click()
    assert risks_seen(risks) == numbers(risks, 1, 2, 3, 4)
    assert risks.matrix.cell is None


def test_esc_shows_all_again(risks: RisksPage, press: Press) -> None:
    choose(risks, "levels", "สูงมาก (๑)")
    risks.matrix.board.choose_cell((4, 4))
    risks.table.setFocus()
    press("Esc")
    assert risks_seen(risks) == numbers(risks, 1, 2, 3, 4)
    assert risks.matrix.cell is None


def test_row_and_chip_are_chosen_together(risks: RisksPage) -> None:
    go(risks, 2)
    assert risks.matrix.board.chosen == risk_of(risks, 2).id
    risks.matrix.board.choose_risk(risk_of(risks, 1).id)
    line = risks.table.current_line()
    assert line is not None
    assert line.number == risk_of(risks, 1).id


def test_the_register_stands_at_the_chip_that_was_dragged(risks: RisksPage) -> None:
    go(risks, 1)
    board = risks.matrix.board
    begin, end = chip(risks.matrix, risk_of(risks, 2).id), middle(risks.matrix, (2, 2))
    QTest.mousePress(board, Qt.MouseButton.LeftButton, pos=begin)
    QTest.mouseMove(board, (begin + end) / 2)
    QTest.mouseMove(board, end)
    QTest.mouseRelease(board, Qt.MouseButton.LeftButton, pos=end)
    line = risks.table.current_line()
    assert line is not None
    assert line.number == board.chosen == risk_of(risks, 2).id
    assert board.hasFocus()
    QTest.keyClick(board, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert (risk_of(risks, 2).likelihood, risk_of(risks, 2).impact) == (3, 2)
    assert (risk_of(risks, 1).likelihood, risk_of(risks, 1).impact) == (4, 4)


def test_a_chip_that_is_moved_changes_its_row(risks: RisksPage) -> None:
    risks.matrix.moved.emit(risk_of(risks, 3).id, 2, 2)
    place = risks.model.place_of(f"risk:{risk_of(risks, 3).id}")
    assert risks.model.index(place, risks.model.column_of("level")).data() == "ปานกลาง"
    risks._session.undo()
    assert risk_of(risks, 3).likelihood is None


def test_what_is_sought_is_found_in_every_row_and_filters_give_way(risks: RisksPage) -> None:
    choose(risks, "levels", "สูงมาก (๑)")
    assert risks.find_text("ตรวจ") == (1, 3)
    assert risks.table.current_line() is not None
    assert risks.find_text("ตรวจ") == (2, 3)
    line = risks.detail.table.current_line()
    assert line is not None
    assert line.number == process_of(risks).treatments[0].id
    assert risks.find_text("ตรวจ", step=-1) == (1, 3)
    assert risks.find_text("ไม่มีคำนี้") == (0, 0)
