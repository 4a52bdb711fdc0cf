from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.thai.finding import find_spans
from ita_desktop.thai.text import find

TEXT = st.text(alphabet=st.sampled_from("กนมเแา ิี่้ํำ์๑1aA\u00a0"), max_size=30)


@pytest.mark.parametrize(
    ("text", "needle", "found"),
    [
        ("ถึงน้ำ น้ำ", "น้ำ", ["น้ำ", "น้ำ"]),
        ("ถึงนํ้า", "น้ำ", ["นํ้า"]),
        ("ปี ๒๕๖๖", "2566", ["๒๕๖๖"]),
        ("ต่าง\u00a0ๆ กัน", "ต่างๆ", ["ต่าง\u00a0ๆ"]),
        ("กด CTRL+z", "ctrl+Z", ["CTRL+z"]),
        ("กก", "", []),
        ("กก", "ข", []),
        ("กกก", "กก", ["กก"]),
        ("เสี่ยง", "สี", ["เสี่"]),
        ("าา", "า", ["าา"]),
    ],
)
def test_a_place_is_told_as_it_stands(text: str, needle: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in find_spans(text, needle)] == found


def test_tone_marks_count_where_they_are_not_left_out() -> None:
    assert find_spans("ความเสี่ยง", "ความเสียง") == []
    assert find_spans("ความเสี่ยง", "ความเสียง", ignore_marks=True) == [(0, 10)]


@given(TEXT, TEXT, st.booleans())
def test_places_are_in_order_and_hold_what_is_sought(
    text: str,
    needle: str,
    ignore_marks: bool,  # noqa: FBT001 - drawn
) -> None:
    spans = find_spans(text, needle, ignore_marks=ignore_marks)
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(before[1] <= after[0] or before[0] < after[0] for before, after in pairwise(spans))
    for a, b in spans:
        assert find(text[a:b], needle, ignore_marks=ignore_marks)
