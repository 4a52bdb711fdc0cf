"""The templates of plans: names of both periods, without an office and without numbers."""

import re
from itertools import pairwise

from ita_desktop.criteria.plan_templates import plan_templates
from ita_desktop.domain.plan_template import template_for, years_for

PERIODS = {"2566": (2566, 2570, 4, 39), "2561": (2561, 2564, 4, 4)}


def test_both_periods_have_four_dimensions_and_their_years() -> None:
    found = {
        one.id: (one.first_year, one.last_year, one.dimensions, len(one.headings))
        for one in plan_templates()
    }
    assert found == PERIODS


def test_no_level_is_skipped_and_no_name_has_a_number_or_an_office() -> None:
    for one in plan_templates():
        levels = [heading.level for heading in one.headings]
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))
        for heading in one.headings:
            assert heading.name == " ".join(heading.name.split())
            assert not re.match(r"[๐-๙0-9]|มิติ", heading.name)
            assert "เทศบาล" not in heading.name


def test_what_was_not_read_in_a_plan_of_its_years_says_so() -> None:
    status = {one.id: one.status.checked for one in plan_templates()}
    assert status == {"2566": True, "2561": False}
    assert all(one.source and one.note for one in plan_templates())


def test_a_year_finds_the_template_of_its_period() -> None:
    templates = plan_templates()
    of_year = {year: template_for(templates, year).id for year in (2561, 2564, 2566, 2570, 2571)}
    assert of_year == {2561: "2561", 2564: "2561", 2566: "2566", 2570: "2566", 2571: "2566"}
    newest = template_for(templates, 2571)
    assert years_for(newest, 2568) == (2566, 2570)
    assert years_for(newest, 2571) == (2571, 2575)
