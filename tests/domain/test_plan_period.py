"""When a project runs, in words and from words."""

import pytest

from ita_desktop.domain.plan_period import period_words, years_of_words
from ita_desktop.domain.project import Project, ProjectYear


def _project(**quarters: tuple[int, ...]) -> Project:
    years = {int(year[1:]): ProjectYear(runs=True, quarters=q) for year, q in quarters.items()}
    return Project(id=1, years=years)


@pytest.mark.parametrize(
    ("project", "words"),
    [
        (Project(id=1), ""),
        (_project(y2566=()), "ปีงบประมาณ พ.ศ. 2566"),
        (_project(y2566=(), y2567=(), y2568=()), "ปีงบประมาณ พ.ศ. 2566 – 2568"),
        (_project(y2566=(), y2568=(), y2569=()), "ปีงบประมาณ พ.ศ. 2566, 2568 – 2569"),
        (_project(y2566=(1, 2, 3, 4)), "ปีงบประมาณ พ.ศ. 2566"),
        (_project(y2566=(1, 2), y2567=(1, 2)), "ปีงบประมาณ พ.ศ. 2566 – 2567 (ไตรมาส 1 – 2)"),
        (
            _project(y2566=(2,), y2567=(1, 3)),
            "ปีงบประมาณ พ.ศ. 2566 (ไตรมาส 2)\nปีงบประมาณ พ.ศ. 2567 (ไตรมาส 1, 3)",
        ),
        (Project(id=1, period="ทุกวันจันทร์", years={2566: ProjectYear(runs=True)}), "ทุกวันจันทร์"),
    ],
)
def test_a_period_is_said_by_years_and_quarters_or_by_its_own_words(
    project: Project, words: str
) -> None:
    assert period_words(project) == words


def test_years_the_plan_does_not_have_are_on_no_paper() -> None:
    project = _project(y2566=(), y2567=(), y2570=())
    assert period_words(project, (2567, 2568)) == "ปีงบประมาณ พ.ศ. 2567"
    assert period_words(project, (2568,)) == ""


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("ปีงบประมาณ พ.ศ. ๒๕๖๖ – ๒๕๗๐", (2566, 2567, 2568, 2569, 2570)),
        ("ปีงบประมาณ พ.ศ.๒๕๖๖ -๒๕๖๗", (2566, 2567)),
        ("2566", (2566,)),
        ("ปี ๒๕๖๖, ๒๕๖๘ และ ๒๕๖๙", (2566, 2568, 2569)),
        ("พ.ศ. 2566 ถึง พ.ศ. 2568", (2566, 2567, 2568)),
        ("ปีงบประมาณ พ.ศ. ๒๕๗๐ – ๒๕๖๖", ()),
        ("ปีงบประมาณ พ.ศ. 2023", ()),
        ("ไตรมาส ๑ ปี ๒๕๖๖", ()),
        ("ตลอดปี", ()),
        ("", ()),
    ],
)
def test_years_are_read_where_words_name_nothing_else(text: str, years: tuple[int, ...]) -> None:
    assert years_of_words(text) == years
