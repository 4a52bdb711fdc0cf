"""Ticks that a cell says of an item's contents, in the marks that people use."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.criteria import shipped_criteria
from ita_desktop.documents.model import Digits
from ita_desktop.documents.oit_cells import contents_cell
from ita_desktop.domain.criteria import Criteria, Item
from ita_desktop.domain.disclosure import DisclosureItem, asked_contents, oit_items
from ita_desktop.domain.oit_row_key import OitRowKey, read_oit_key, write_oit_key
from ita_desktop.domain.ticked_contents import ticked_contents
from ita_desktop.thai.digits import to_thai_digits


def criteria() -> Criteria:
    found = shipped_criteria(2566)
    assert found is not None
    return found


O1 = criteria().item_by_code["O1"]
FIRST, SECOND = asked_contents(O1)


@given(st.sampled_from(oit_items(criteria())), st.data(), st.sampled_from(Digits))
def test_what_the_checklist_prints_is_what_is_read(
    known: Item, data: st.DataObject, digits: Digits
) -> None:
    asked = [one.text for one in asked_contents(known)]
    there = data.draw(st.frozensets(st.sampled_from(asked)))
    cell = contents_cell(known, DisclosureItem(code=known.code, contents=there))
    read = ticked_contents(known, to_thai_digits(cell) if digits is Digits.THAI else cell)
    assert read.there == there
    assert read.lacking == set(asked) - there
    assert (read.strange, read.unmarked) == ((), frozenset())


@pytest.mark.parametrize("mark", ["[/]", "[x]", "( / )", "✓", "√", "☑", "/", "[ ✓ ]"])
def test_marks_that_say_it_is_there(mark: str) -> None:
    assert ticked_contents(O1, f"{mark} {FIRST.words}").there == {FIRST.text}


@pytest.mark.parametrize("mark", ["[ ]", "[]", "( )", "☐", "□"])
def test_marks_that_say_it_is_not(mark: str) -> None:
    read = ticked_contents(O1, f"{mark} {SECOND.words}")
    assert (read.lacking, read.there) == ({SECOND.text}, frozenset())


@pytest.mark.parametrize("bullet", ["", "• ", "- ", "1. ", "(๒) "])
def test_a_line_without_a_mark_says_nothing(bullet: str) -> None:
    read = ticked_contents(O1, f"{bullet}{FIRST.words}")
    assert (read.there, read.lacking) == (frozenset(), frozenset())
    assert read.unmarked == {FIRST.text}


def test_a_marked_line_that_is_no_content_is_told() -> None:
    assert ticked_contents(O1, "[/] อย่างอื่น").strange == ("[/] อย่างอื่น",)


@pytest.mark.parametrize("mark", ["", "1f2e3d4c"])
def test_a_key_is_read_back(mark: str) -> None:
    key = OitRowKey(2566, "O12", mark)
    assert read_oit_key(write_oit_key(key)) == key


@pytest.mark.parametrize("text", ["", "oit:2566:i12@1f2e3d4c", "oit:66:O1", "step:4@1f2e3d4c"])
def test_other_keys_are_none(text: str) -> None:
    assert read_oit_key(text) is None
