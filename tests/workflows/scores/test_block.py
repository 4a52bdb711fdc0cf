"""A copied block finds the scores it is meant for, in every shape it may have."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.criteria import shipped_criteria
from ita_desktop.domain.criteria import Criteria
from ita_desktop.workflows.scores.block import (
    Block,
    is_bare_value,
    place_block,
    propose_block,
    read_cells,
)


@pytest.fixture(scope="module")
def criteria() -> Criteria:
    found = shipped_criteria(2565)
    assert found is not None
    return found


def placed(text: str, criteria: Criteria, here: tuple[str, ...] = ()) -> Block:
    return place_block(read_cells(text), criteria, here)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("i7", "i7"),
        ("I7", "i7"),
        ("i ๗", "i7"),
        ("ข้อ i7", "i7"),
        ("ข้อคำถามที่ I-7", "i7"),
        ("e12", "e12"),
        ("O24", "O24"),
        ("ข้อ ๐๒๔", "O24"),
        ("๐24", "O24"),
        ("o 24 แผนการใช้จ่าย", "O24"),
        ("120", "i20"),  # a scan that lost its letter; there is no e20
        ("4", "4"),
        ("๔", "4"),
        ("ตัวชี้วัดที่ ๔", "4"),
        ("ตัวชี้วัดที่ 4 การใช้ทรัพย์สินของราชการ", "4"),
        ("การใช้ทรัพย์สินของราชการ", "4"),
        ("การปรับปรุงการทำงาน", "8"),
        ("1. การเปิดเผยข้อมูล", "9"),  # a place of a ranking, not the indicator's number
        ("1 การใช้งบประมาณ", "2"),
        ("๑๐. การใช้ทรัพย์สินของราชการ", "4"),
        ("5) การปรับปรุงการทำงาน", "8"),
        ("3 - การเปิดเผย ข้อมูล", "9"),
        ("ตัวชี้วัดที่ 1 การเปิดเผยข้อมูล", "9"),
        ("ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล", "9"),
        ("11. การใช้อำนาจ", "3"),
        ("4 ใช้ทรัพย์สิน", "4"),
        ("EIT", "EIT"),
        ("eit", "EIT"),
        ("การเปิดเผยข้อมูลสาธารณะ (OIT)", "OIT"),
        ("รวม", "total"),
        ("คะแนนรวม ITA", "total"),
        ("EIT/1", "EIT/1"),
        ("EIT ส่วนที่ ๒", "EIT/2"),
        ("EIT ส่วนที่ 1 (ถ้ามี)", "EIT/1"),
        ("ตัวชี้วัดที่ 6 ส่วนที่ 1", "6/1"),
        ("e5/2", "e5/2"),
    ],
)
def test_a_score_is_found_by_every_spelling_of_its_name(
    criteria: Criteria, cell: str, code: str
) -> None:
    assert placed(f"{cell}\t88.13", criteria) == Block({code: "88.13"}, ())


@pytest.mark.parametrize("cell", ["i99", "O0", "11", "ตัวชี้วัดที่ 11", "IIT/1", "i1/1", "ก", "9.3"])
def test_a_name_that_is_none_of_the_year_is_told(criteria: Criteria, cell: str) -> None:
    block = placed(f"{cell}\t90\nO1\t100", criteria)
    assert block == Block({"O1": "100"}, (f"{cell} 90",))


def test_bare_figures_fill_from_the_current_cell_down(criteria: Criteria) -> None:
    here = ("i3", "i4", "i5")
    assert placed("๘๘.๑๓\n 90 \n", criteria, here) == Block({"i3": "๘๘.๑๓", "i4": "90"}, ())
    assert placed("1\n2\n3\n4\n5", criteria, here) == Block(
        {"i3": "1", "i4": "2", "i5": "3"}, ("4", "5")
    )


def test_an_empty_cell_in_between_keeps_its_place_and_what_was_there(criteria: Criteria) -> None:
    block = placed("88\n\n90\n\n\n", criteria, ("i1", "i2", "i3", "i4"))
    assert block == Block({"i1": "88", "i3": "90"}, ())
    assert placed("i1\tข้อความ\t88\ni2\tข้อความ\t\n", criteria) == Block({"i1": "88"}, ())


def test_of_several_columns_the_last_one_with_figures_counts(criteria: Criteria) -> None:
    text = "ก\t80\t88.13\nข\t81\t90\n"
    assert placed(text, criteria, ("i1", "i2")) == Block({"i1": "88.13", "i2": "90"}, ())
    text = "i1\tการปฏิบัติหน้าที่\t88.13\tA\t\ni2\tความพร้อม\t90\tA\t\n"
    assert placed(text, criteria) == Block({"i1": "88.13", "i2": "90"}, ())
    text = "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่\t94.56\tผู้มีส่วนได้ส่วนเสียภายใน\nตัวชี้วัดที่ 2\t88.13\t\n"
    assert placed(text, criteria) == Block({"1": "94.56", "2": "88.13"}, ())


def test_a_row_of_heads_says_where_the_score_is_and_is_not_told(criteria: Criteria) -> None:
    text = "ข้อ\tข้อคำถาม\tคะแนน\tปีที่แล้ว\ni1\tก\t88\t70\ni2\tข\t\t71\nO1\tค\t100\t0\n"
    assert placed(text, criteria) == Block({"i1": "88", "O1": "100"}, ())
    assert placed("คะแนน\n88\n90", criteria, ("i1", "i2")) == Block({"i1": "88", "i2": "90"}, ())


def test_a_text_in_place_of_a_figure_is_kept_for_the_refusal(criteria: Criteria) -> None:
    assert placed("i1\tเก้าสิบ", criteria) == Block({"i1": "เก้าสิบ"}, ())
    assert placed("1\tเก้าสิบ", criteria) == Block({"1": "เก้าสิบ"}, ())
    assert placed("i1\t88\ni2\t-1\nO1\tไม่คิดคะแนน", criteria) == Block(
        {"i1": "88", "i2": "-1", "O1": "ไม่คิดคะแนน"}, ()
    )


def test_excels_quoted_line_breaks_stay_inside_their_cell(criteria: Criteria) -> None:
    text = 'i1\t"บรรทัดหนึ่ง\nบรรทัด ""สอง"""\t88.13\r\ni2\tข\t90\r\n'
    assert read_cells(text) == (
        ("i1", 'บรรทัดหนึ่ง\nบรรทัด "สอง"', "88.13"),
        ("i2", "ข", "90"),
    )
    assert placed(text, criteria) == Block({"i1": "88.13", "i2": "90"}, ())


def test_a_quotation_mark_of_a_word_table_swallows_no_rows(criteria: Criteria) -> None:
    text = 'i1\t"คำถาม" ที่หนึ่ง\t88\ni2\t"คำถามที่สอง\t90\ni3\tค\t91\n'
    assert placed(text, criteria) == Block({"i1": "88", "i2": "90", "i3": "91"}, ())


def test_a_huge_text_is_read(criteria: Criteria) -> None:
    text = f"i1\t{'ก' * 200_000}\t88\ni2\tข\t90"
    assert placed(text, criteria).texts == {"i1": "88", "i2": "90"}


def test_a_code_with_two_scores_is_refused_with_both(criteria: Criteria) -> None:
    block = placed("i1\t88\ni2\t70\nข้อ i1\t90\ni1\t88.00", criteria)
    assert block == Block({"i2": "70"}, (), {"i1": ("88", "90")})
    taken, refused = propose_block(criteria, {"i1": Decimal(60)}, block)
    assert (taken.code, taken.after, taken.changes) == ("i2", Decimal(70), True)
    assert (refused.code, refused.before, refused.changes) == ("i1", Decimal(60), False)
    assert refused.refused.startswith("i1 มีคะแนนต่างกันในข้อมูลที่วาง คือ 88 กับ 90 ")


@pytest.mark.parametrize("again", ["88", "88.0", "๘๘.๐๐"])
def test_a_code_with_the_same_score_twice_is_taken(criteria: Criteria, again: str) -> None:
    assert placed(f"i1\t88\ni1\t{again}", criteria) == Block({"i1": "88"}, ())
    assert placed("i1\tเก้า\ni1\tเก้า ", criteria) == Block({"i1": "เก้า"}, ())


@pytest.mark.parametrize(
    ("text", "bare"),
    [("88.13", True), ("ไม่คิดคะแนน\n", True), ("88\t", True), ("88\n90", False), ("i1\t88", False)],
)
def test_a_single_bare_value_is_known(text: str, *, bare: bool) -> None:
    assert is_bare_value(read_cells(text)) is bare
    assert not is_bare_value(read_cells(""))


@pytest.mark.parametrize("text", ["", "\n", "\t\t\n\t", "  \n "])
def test_nothing_copied_is_nothing(criteria: Criteria, text: str) -> None:
    assert read_cells(text) == ()
    assert placed(text, criteria, ("i1",)) == Block({}, ())


@given(text=st.text(alphabet='\t\n\r"i1e2O39.๘ก EIT/', max_size=60), here=st.integers(0, 3))
def test_no_clipboard_text_is_a_crash_and_every_row_is_as_wide(text: str, here: int) -> None:
    criteria = shipped_criteria(2565)
    assert criteria is not None
    cells = read_cells(text)
    assert len({len(row) for row in cells}) <= 1
    block = place_block(cells, criteria, ("i1", "i2", "i3")[:here])
    assert block.texts.keys() <= criteria.score_codes
    assert all(block.texts.values())


@pytest.mark.parametrize(
    ("count", "named"),
    [(5, "1 กับ 2 กับ 3 กับ 4 กับ 5 "), (8, "1 กับ 2 กับ 3 กับ 4 กับ 5 และอีก 3 ค่า ")],
)
def test_of_many_scores_of_one_code_the_first_are_named_and_the_rest_counted(
    criteria: Criteria, count: int, named: str
) -> None:
    block = placed("\n".join(f"i1\t{number + 1}" for number in range(count)), criteria)
    (refused,) = propose_block(criteria, {}, block)
    assert f"คือ {named}กรุณาเหลือไว้ค่าเดียว" in refused.refused
