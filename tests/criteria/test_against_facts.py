"""The sets that ship beside the facts that were gathered about each year."""

import json
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ita_desktop.criteria import shipped_criteria
from ita_desktop.domain.criteria import Criteria, Item
from ita_desktop.thai.text import fold, normalise

Facts = Mapping[str, Any]
YEARS = (2564, 2565, 2566, 2567, 2568, 2569)
# A text is known no better than the worst of what is said of it.
_BEST_FIRST = ("seed", "verified", "computed", "inferred", "conflict", "unverified")


@pytest.fixture
def facts(shared: Path) -> Facts:
    """What is known of each fiscal year, and how the OIT codes of the years go together."""
    return json.loads((shared / "domain" / "criteria.json").read_text("utf-8"))


def shipped(year: int) -> Criteria:
    criteria = shipped_criteria(year)
    assert criteria is not None
    return criteria


def questions(facts: Facts, year: int) -> Mapping[str, Facts]:
    return {q["code"]: q for q in facts["fiscal_years"][str(year)]["questions"]}


def status_of(question: Facts) -> str:
    said = [question["status"]]
    said += [
        question[name].split()[0] for name in ("text_status", "title_status") if name in question
    ]
    return max(said, key=_BEST_FIRST.index)


def text_of(question: Facts) -> str | None:
    text = question.get("text") or question.get("title")
    return None if text is None else normalise(text).strip()


@pytest.mark.parametrize("year", YEARS)
def test_instruments_and_weights(facts: Facts, year: int) -> None:
    known = [
        (i["code"], Decimal(i["weight"]), i["status"])
        for i in facts["fiscal_years"][str(year)]["instruments"]
    ]
    assert [(i.code, i.weight, i.status.value) for i in shipped(year).instruments] == known


@pytest.mark.parametrize("year", YEARS)
def test_indicators(facts: Facts, year: int) -> None:
    known = [
        (i["no"], i["name_th"], i["instrument"], i["status"])
        for i in facts["fiscal_years"][str(year)]["indicators"]
    ]
    criteria = shipped(year)
    assert [(i.number, i.name, i.instrument, i.status.value) for i in criteria.indicators] == known


@pytest.mark.parametrize("year", YEARS)
def test_sub_indicators_and_their_items(facts: Facts, year: int) -> None:
    criteria = shipped(year)
    known = [
        (s["code"], s["name_th"], s["indicator"], s["status"], s["items"])
        for s in facts["fiscal_years"][str(year)]["sub_indicators"]
    ]
    assert [
        (
            *(sub.code, sub.name, sub.indicator, sub.status.value),
            [item.code for item in criteria.items if item.sub_indicator == sub.code],
        )
        for sub in criteria.sub_indicators
    ] == known


@pytest.mark.parametrize("year", YEARS)
def test_every_item_with_its_place_and_status(facts: Facts, year: int) -> None:
    criteria = shipped(year)
    known = questions(facts, year)
    assert known.keys() <= criteria.item_by_code.keys()
    if year != 2564:  # of which only the 30 questions of IIT and the frame of OIT are known
        assert list(known) == [item.code for item in criteria.items]
    for code, question in known.items():
        item = criteria.item_by_code[code]
        assert (item.indicator, item.sub_indicator, item.status.value) == (
            *(question["indicator"], question.get("sub_indicator")),
            status_of(question),
        ), code
        assert item.group == (question.get("group") or None), code


@pytest.mark.parametrize("year", YEARS)
def test_every_text_is_the_known_one(facts: Facts, year: int) -> None:
    known = questions(facts, year)
    for item in shipped(year).items:
        question = known.get(item.code)
        if question is not None and (text := text_of(question)) is not None:
            assert item.text == text
        else:
            assert item.text_from is not None or item.code in ("O34", "O38")
        if question is not None and "text_ref" in question:
            assert item.text_from == int(question["text_ref"]["fiscal_year"])
        if item.text_from is not None:
            source = shipped(item.text_from).item_by_code
            assert fold(item.text) in {fold(text) for text in map(_bare_text, source.values())}


def _bare_text(item: Item) -> str:
    """Return the text without the year that stands behind some: (พ.ศ. 2568)."""
    return item.text.partition(" (พ.ศ.")[0]


@pytest.mark.parametrize("year", YEARS)
def test_levels(facts: Facts, year: int) -> None:
    known = [
        (level["level"], Decimal(level["min"]), level["pass"], level["status"])
        for level in facts["fiscal_years"][str(year)]["grade_bands"]
    ]
    levels = shipped(year).levels
    assert [(x.name, x.total_from, x.passes, x.status.value) for x in levels] == known


def test_contents_of_the_items_of_2566(facts: Facts) -> None:
    for code, question in questions(facts, 2566).items():
        item = shipped(2566).item_by_code[code]
        known = question.get("components", [])
        assert [(c.text, list(c.parts)) for c in item.components] == [
            (normalise(c["text"]), [normalise(part) for part in c["parts"]]) for c in known
        ]
        assert item.data_period == question.get("data_period")
        assert list(item.notes) == [normalise(note) for note in question.get("notes", [])]


def test_parts_of_the_questions_of_2564(facts: Facts) -> None:
    for code, question in questions(facts, 2564).items():
        item = shipped(2564).item_by_code[code]
        known = [normalise(part["text"]) for part in question["subitems"] if part["text"]]
        assert list(item.parts) == known


@pytest.mark.parametrize("year", range(2566, 2570))
def test_items_go_on_from_those_of_the_crosswalk(facts: Facts, year: int) -> None:
    before: dict[str, set[str]] = {}
    for row in facts["crosswalk_oit"]:
        for code in row[str(year)] or ():
            before.setdefault(code, set()).update(row[str(year - 1)] or ())
    for item in shipped(year).items:
        if item.is_oit:
            assert set(item.previous) == before.get(item.code, set()), item.code
