"""Numbers and dashes before steps: taken off and put back as they were."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ita_desktop.domain.numbered import (
    list_markers,
    marked,
    number_of,
    split_numbered,
    without_marker,
)


@pytest.mark.parametrize(
    ("text", "marker", "rest"),
    [
        ("๒. สำรวจ", "{n}. ", "สำรวจ"),
        ("2.สำรวจ", "{n}.", "สำรวจ"),
        ("๑) ประชุม", "{n}) ", "ประชุม"),
        ("(๓) ประชุม", "({n}) ", "ประชุม"),
        ("-จัดทำ", "-", "จัดทำ"),
        ("• จัดทำ", "• ", "จัดทำ"),
        ("สำรวจ", "", "สำรวจ"),
        ("๗๙.๐๑ คะแนน", "", "๗๙.๐๑ คะแนน"),
        ("๑๕ ม.ค. ๖๖", "", "๑๕ ม.ค. ๖๖"),
        ("๒.", "", "๒."),
        ("", "", ""),
    ],
)
def test_a_marker_is_told_from_the_text(text: str, marker: str, rest: str) -> None:
    assert without_marker(text) == (marker, rest)


@pytest.mark.parametrize(
    ("text", "number"), [("๑๒. ก", 12), ("(3) ก", 3), ("- ก", None), ("ก", None)]
)
def test_the_number_of_a_text_is_read(text: str, number: int | None) -> None:
    assert number_of(text) == number


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("๑. ก\n๒. ข", (("{n}. ", "ก"), ("{n}. ", "ข"))),
        ("1.ก 2.ข 3.ค", (("{n}.", "ก"), ("{n}.", "ข"), ("{n}.", "ค"))),
        ("๑. ก เมื่อ ๕.๓๐ น. ๒. ข", (("{n}. ", "ก เมื่อ ๕.๓๐ น."), ("{n}. ", "ข"))),
        ("-ก\n-ข", (("-", "ก"), ("-", "ข"))),
        ("๑. ก", ()),
        ("ก\n๑. ข\n๒. ค", ()),
        ("๑. ก\n๓. ข", ()),
        ("-ก\nข", ()),
        ("", ()),
    ],
)
def test_a_cell_that_is_one_list_is_split(text: str, entries: tuple[tuple[str, str], ...]) -> None:
    assert split_numbered(text) == entries


WORDS = st.text(alphabet="กขคงจ่้า ", min_size=1, max_size=20).map(str.strip).filter(bool)


@given(
    texts=st.lists(WORDS, min_size=2, max_size=30),
    marker=st.sampled_from(("{n}. ", "{n}.", "({n}) ", "{n}) ")),
    between=st.sampled_from(("\n", " ", "\n\n")),
)
def test_what_is_numbered_is_split_into_the_same_and_back(
    texts: list[str], marker: str, between: str
) -> None:
    cell = between.join(marked(marker, n, text) for n, text in enumerate(texts, start=1))
    found = split_numbered(cell)
    assert found == tuple((marker, text) for text in texts)
    again = between.join(marked(m, n, text) for n, (m, text) in enumerate(found, start=1))
    assert again == cell


@given(texts=st.lists(WORDS, min_size=2, max_size=30), dash=st.sampled_from(("-", "- ", "• ")))
def test_what_has_dashes_is_split_into_the_same(texts: list[str], dash: str) -> None:
    assert split_numbered("\n".join(dash + text for text in texts)) == tuple(
        (dash, text) for text in texts
    )


@given(text=st.text(max_size=40))
def test_nothing_of_a_text_is_lost_by_taking_its_marker_off(text: str) -> None:
    marker, rest = without_marker(text)
    number = number_of(text)
    assume(not any(digit in text for digit in "๐๑๒๓๔๕๖๗๘๙0"))
    assert marked(marker, number or 0, rest) == text


@pytest.mark.parametrize(
    ("markers", "printed"),
    [
        ([], ()),
        ([""], ("",)),
        (["", ""], ("{n}. ", "{n}. ")),
        (["- ", ""], ("- ", "{n}. ")),
        (["{n}) "], ("{n}) ",)),
    ],
)
def test_only_one_among_several_is_numbered(markers: list[str], printed: tuple[str, ...]) -> None:
    assert list_markers(markers) == printed
