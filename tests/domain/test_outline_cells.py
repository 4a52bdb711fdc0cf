"""A list in a cell of a workbook is printed as papers print it, and read back to the same list."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.outline import read_outline, write_outline
from ita_desktop.domain.outline_cells import list_cell, read_list_cell
from ita_desktop.thai.digits import to_thai_digits
from ita_desktop.thai.text import normalise

ENTRIES = ("(1) ก", "๑. ข", "\t2.1 ค", "\t\t- ง", "จ", "(1)", "\tฉ\t๒ คน", "2.5 ล้านบาท", "• ช")
kept = st.one_of(
    st.text("กขabO019๐๑๙ .()-\n\t", max_size=20),
    st.lists(st.sampled_from(ENTRIES), max_size=5).map("\n".join),
).map(lambda text: write_outline(read_outline(normalise(text).strip())))


@given(kept)
def test_any_list_reads_back_from_its_cell(text: str) -> None:
    for cell in (list_cell(text), to_thai_digits(list_cell(text))):
        again = read_list_cell(normalise(cell).strip())
        assert to_thai_digits(again) == to_thai_digits(text)


def test_a_list_is_printed_with_the_marks_of_papers() -> None:
    assert list_cell("ก\n\tข\n\t\tค\nง") == "(1) ก\n(1.1) ข\n(1.1.1) ค\n(2) ง"
    assert list_cell("ข้อเดียว") == "ข้อเดียว"
    assert list_cell("(1) เหมือนเลข") == "(1) (1) เหมือนเลข"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("๑. ก ๒. ข ๓. ค", "ก\nข\nค"),
        ("๑) ก\n๒) ข", "ก\nข"),
        ("๑. ก\n๑.๑ ข\n๑.๒ ค\n๒. ง", "ก\n\tข\n\tค\nง"),
        ("- ก\n- ข", "ก\nข"),
        ("ข้อความเดียว", "ข้อความเดียว"),
        ("", ""),
    ],
)
def test_lists_as_offices_type_them_are_read(cell: str, text: str) -> None:
    assert read_list_cell(cell, ours=False) == text
