"""The starting points that ship: whole, each once, found by the words of a section."""

import json
import re
from pathlib import Path

import pytest

from ita_desktop.criteria.plan_suggestions import section_groups
from ita_desktop.criteria.plan_templates import plan_templates
from ita_desktop.domain.outline import read_outline, write_outline
from ita_desktop.domain.plan_suggestions import PlanSuggestion, groups_for
from ita_desktop.domain.plan_template import PlanTemplate
from ita_desktop.domain.project import ProjectKind
from ita_desktop.thai.text import fold, normalise

ALL = [one for group in section_groups() for one in group.suggestions]
PRESENT = next(one for one in plan_templates() if one.id == "2566")


def paths(template: PlanTemplate) -> list[list[str]]:
    """Return the names from the dimension down to each section that has none under it."""
    found: list[list[str]] = []
    over: list[str] = []
    headings = template.headings
    for place, one in enumerate(headings):
        over = [*over[: one.level - 1], one.name]
        last = place + 1 == len(headings) or headings[place + 1].level <= one.level
        if last:
            found.append(over)
    return found


@pytest.mark.parametrize("path", paths(PRESENT), ids=lambda path: path[-1][:30])
def test_every_section_of_the_present_template_has_its_own(path: list[str]) -> None:
    (group,) = groups_for(section_groups(), path)
    assert 2 <= len(group.suggestions) <= 4


def test_no_group_is_without_a_section() -> None:
    found = {groups_for(section_groups(), path)[0].id for path in paths(PRESENT)}
    assert found == {group.id for group in section_groups()}


def test_a_section_is_known_by_words_whatever_its_number_and_place_are() -> None:
    above = ["การบริหารราชการเพื่อป้องกันการทุจริต", "เรื่องอื่น"]
    (group,) = groups_for(section_groups(), [*above, "1.2.9 จัดทำคู่มือการปฏิบัติงาน"])
    assert group.id == "manuals"


def test_a_dimension_or_an_unknown_section_gets_what_its_dimension_has() -> None:
    for template in plan_templates():
        for dimension in (one for one in template.headings if one.level == 1):
            found = groups_for(section_groups(), [dimension.name])
            assert found
            assert {group.dimension for group in found} == {found[0].dimension}
            assert groups_for(section_groups(), [dimension.name, "หัวข้อของเราเอง"]) == found


def test_a_section_of_no_known_dimension_gets_all() -> None:
    assert groups_for(section_groups(), ["หมวดใหม่"]) == section_groups()
    assert groups_for(section_groups(), []) == section_groups()


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.key)
def test_each_is_whole_and_written_as_a_project_keeps_it(one: PlanSuggestion) -> None:
    assert one.kind is not ProjectKind.UNTOLD
    assert one.name.startswith(one.kind.words)
    assert one.groups
    assert one.units == ""
    for text in (one.name, one.rationale, one.target):
        assert text == normalise(text).strip()
        assert text
    for text in (one.objectives, one.steps, one.outputs, one.outcomes):
        assert text
        assert text == write_outline(read_outline(text))
    assert len(read_outline(one.objectives)) >= 2
    assert len(read_outline(one.steps)) >= 4
    assert not re.search("[๐-๙]", one.rationale + one.outputs), "papers print the digits"


@pytest.mark.parametrize("one", ALL, ids=lambda one: one.key)
def test_each_outcome_says_how_it_is_measured(one: PlanSuggestion) -> None:
    entries = read_outline(one.outcomes)
    assert entries
    for entry in entries:
        assert re.search(r"\((?:วัด|สำรวจ)โดย.+\)$", entry.text)


def test_none_is_there_twice() -> None:
    assert len({one.key for one in ALL}) == len(ALL)
    assert len({fold(one.name) for one in ALL}) == len(ALL)
    assert len({fold(one.rationale) for one in ALL}) == len(ALL)


def test_none_is_taken_from_another_plan(shared: Path) -> None:
    """No sentence of seed 004 stands in them: nothing of forty letters is the same."""
    seed = json.loads((shared / "domain" / "plan_wapi_pathum.json").read_text("utf-8"))
    theirs = fold(json.dumps(seed, ensure_ascii=False))
    for one in ALL:
        for text in (one.rationale, one.objectives, one.steps, one.outputs, one.outcomes):
            whole = fold(text)
            alike = [whole[at : at + 40] for at in range(len(whole) - 40)]
            assert not [part for part in alike if part in theirs], one.key
