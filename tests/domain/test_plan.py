"""A plan's outline: numbers by place, projects counted once, what belongs to what."""

from dataclasses import replace

import pytest

from ita_desktop.domain.plan import (
    Plan,
    Section,
    levels,
    section_numbers,
    section_title,
    standing_under,
    under,
)
from ita_desktop.domain.project import Project


def _plan(*sections: tuple[int, int, list[int]]) -> Plan:
    """A plan of sections (number, level, numbers of projects)."""
    return Plan(
        id=1,
        first_year=2566,
        last_year=2570,
        sections=tuple(
            Section(
                id=number,
                level=level,
                name=f"หัวข้อ {number}",
                projects=tuple(Project(id=project) for project in projects),
            )
            for number, level, projects in sections
        ),
    )


_TWO = _plan((1, 1, []), (2, 2, [10]), (3, 3, [11, 12]), (4, 2, []), (5, 1, [13]), (6, 2, [14]))


def test_sections_are_numbered_by_their_place() -> None:
    assert list(section_numbers(_TWO).values()) == ["1", "1.1", "1.1.1", "1.2", "2", "2.1"]


def test_a_marker_of_its_own_stands_instead() -> None:
    changed = replace(_TWO.sections[2], marker="1.2.2")
    plan = replace(_TWO, sections=(*_TWO.sections[:2], changed, *_TWO.sections[3:]))
    assert section_numbers(plan)[3] == "1.2.2"
    assert section_numbers(plan)[4] == "1.2"


def test_no_section_skips_a_level_on_paper() -> None:
    plan = _plan((1, 3, []), (2, 4, []), (3, 1, []), (4, 3, []))
    assert list(levels(plan).values()) == [1, 2, 1, 2]
    assert list(section_numbers(plan).values()) == ["1", "1.1", "2", "2.1"]


@pytest.mark.parametrize(
    ("level", "printed"), [(1, "มิติที่ 2 การบริหาร"), (2, "2 การบริหาร"), (3, "2 การบริหาร")]
)
def test_a_dimension_is_headed_by_its_word(level: int, printed: str) -> None:
    assert section_title(Section(id=1, name="การบริหาร"), "2", level) == printed


def test_projects_are_numbered_through_the_plan_and_know_their_dimension() -> None:
    found = [
        (one.number, one.project.id, one.section.id, one.dimension.id) for one in _TWO.placed()
    ]
    assert found == [(1, 10, 2, 1), (2, 11, 3, 1), (3, 12, 3, 1), (4, 13, 5, 5), (5, 14, 6, 5)]


def test_what_belongs_to_a_section_ends_where_one_as_high_begins() -> None:
    assert [one.id for one in under(_TWO, _TWO.sections[0])] == [1, 2, 3, 4]
    assert [one.id for one in under(_TWO, _TWO.sections[1])] == [2, 3]
    assert [one.id for one in under(_TWO, _TWO.sections[5])] == [6]


def test_a_project_under_several_sections_is_counted_once_and_stands_in_each() -> None:
    joined = replace(_TWO.sections[1], projects=(Project(id=10, places=(4,)),))
    plan = replace(_TWO, sections=(_TWO.sections[0], joined, *_TWO.sections[2:]))
    assert len(list(plan.placed())) == 5
    assert [one.project.id for one in standing_under(plan, plan.sections[3])] == [10]
    assert [one.project.id for one in standing_under(plan, plan.sections[1])] == [10]


def test_years_and_dimensions_follow_from_the_plan() -> None:
    assert _TWO.years == (2566, 2567, 2568, 2569, 2570)
    assert [one.id for one in _TWO.dimensions] == [1, 5]
