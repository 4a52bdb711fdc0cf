"""Words of items that were not held against the handbook say so wherever they are named."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import pytest

from ita_desktop.criteria import shipped_criteria
from ita_desktop.domain.criteria import Criteria, Item
from ita_desktop.domain.oit_facts import say_item
from ita_desktop.domain.scores import compute
from ita_desktop.domain.tried_scores import can_be_tried
from ita_desktop.workflows.disclosure.titles import title_trouble

DRAFT = "(ร่าง)"


def criteria_of(year: int) -> Criteria:
    criteria = shipped_criteria(year)
    assert criteria is not None
    return criteria


def oit(year: int) -> Iterator[Item]:
    return (item for item in criteria_of(year).items if item.is_oit)


@pytest.mark.parametrize("year", [2566, 2567, 2568])
def test_an_item_that_was_not_checked_is_named_as_a_draft(year: int) -> None:
    drafts = {item.code for item in oit(year) if not item.status.checked}
    assert bool(drafts) is (year > 2566)
    assert {item.code for item in oit(year) if DRAFT in say_item(item)} == drafts


@pytest.mark.parametrize("year", [2566, 2568])
def test_what_is_tried_begins_with_it_as_its_end_may_be_cut_off(year: int) -> None:
    criteria = criteria_of(year)
    scores = {item.code: Decimal(50) for item in criteria.items if not item.is_oit}
    result = compute(criteria, {**scores, **{item.code: Decimal(0) for item in oit(year)}})
    tried = {one.code: one.words for one in can_be_tried(result)}
    items = criteria.item_by_code
    assert len(tried) == len(items)
    for code, words in tried.items():
        assert words.startswith(DRAFT) is not items[code].status.checked
        assert words.endswith(items[code].text)


def test_a_title_is_held_against_a_draft_with_its_mark() -> None:
    drafts = criteria_of(2568)
    item = next(one for one in drafts.items if one.is_oit and not one.status.checked)
    said = title_trouble(item.code, "เรื่องอื่นทั้งหมด", 2568, (2568,), {2568: drafts}.get)
    assert f"” {DRAFT} กรุณาตรวจ" in said
    own = replace(item, status=next(one.status for one in oit(2566)))
    assert own.status.checked
    assert own.draft_mark == ""
