"""Columns of part 2: no figure and no word of money is cut, names have what is left."""

import re
import shutil
import subprocess
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.documents.model import Digits, Heading, Table
from ita_desktop.documents.plan_projects import plan_projects
from ita_desktop.documents.plan_widths import name_widths, year_parts, year_width
from ita_desktop.domain.plan import Plan
from ita_desktop.domain.project import ProjectYear
from ita_desktop.pdf.write import write_pdf
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.typesetting.faces import bundled_typeface

from .plan_reading import figures
from .plans import OFFICE, many_projects, plan_source


def with_years(plan: Plan, years: dict[int, ProjectYear]) -> Plan:
    sections = tuple(
        replace(
            one,
            projects=tuple(replace(each, years=years, no_budget=False) for each in one.projects),
        )
        for one in plan.sections
    )
    return replace(plan, sections=sections)


def amounts_of(*amounts: str) -> dict[int, ProjectYear]:
    return {
        2566 + at: ProjectYear(runs=True, amount=Decimal(amount))
        for at, amount in enumerate(amounts)
    }


@pytest.mark.parametrize(
    "plan",
    [
        many_projects(6),
        many_projects(6, 2566, 2566),
        many_projects(6, 2566, 2580),
        with_years(many_projects(3), amounts_of("0", "999999999.75", "0", "1", "250000")),
        with_years(many_projects(3, 2566, 2572), amounts_of("0", "5", "0", "0", "0", "0", "0")),
        with_years(many_projects(1, 2573, 2577), {2577: ProjectYear(amount=Decimal(777777))}),
        with_years(many_projects(3), {2568: ProjectYear(quarters=(1,), amount=Decimal(0))}),
    ],
    ids=["five", "one", "fifteen", "satang", "seven", "widest", "alone"],
)
@pytest.mark.skipif(not shutil.which("pdftotext"), reason="no poppler on this machine")
def test_no_figure_and_no_word_of_money_is_cut(plan: Plan, tmp_path: Path) -> None:
    document = plan_projects(plan_source(plan, digits=Digits.THAI, risks=False))
    path = tmp_path / "projects.pdf"
    write_pdf(document, path, bundled_typeface(), OFFICE.own_words)
    command = ["pdftotext", "-layout", str(path), "-"]
    said = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    assert not re.search("งบประมา(?!ณ)", said)
    assert not re.search(r"ปี\s*$", said, re.MULTILINE)
    words = to_arabic_digits(said).split()
    assert [one for one in figures(document) if one not in words] == []


def test_five_years_of_usual_money_leave_most_of_the_page_to_names() -> None:
    plan = many_projects(36)
    assert year_parts(plan) == (plan.years,)
    assert year_width(plan) * 5 <= 105


def test_longer_missions_have_the_wider_column() -> None:
    long, short = "ภารกิจ" * 30, "โครงการ"
    mission, project = name_widths([(long, [short])] * 4, 140)
    assert mission > project
    mission, project = name_widths([(short, [long, long])] * 4, 140)
    assert mission < project
    assert name_widths([], 140) == pytest.approx((70, 70))


@given(
    st.lists(st.tuples(st.text("กาี ", max_size=90), st.lists(st.text("ขุ ", max_size=90)))),
    st.floats(min_value=60, max_value=220),
)
def test_names_share_the_whole_room_and_neither_has_too_little(
    names: list[tuple[str, list[str]]], room: float
) -> None:
    mission, project = name_widths(names, room)
    assert mission + project == pytest.approx(room)
    assert min(mission, project) >= min(40.0, room / 2) - 1e-6


def test_the_sums_of_all_dimensions_stand_under_a_head_of_their_own() -> None:
    for plan in (many_projects(6), many_projects(6, 2566, 2580)):
        blocks = plan_projects(plan_source(plan, digits=Digits.ARABIC, risks=False)).blocks
        over = [
            str(before.text)
            for before, table in pairwise(blocks)
            if isinstance(before, Heading)
            and isinstance(table, Table)
            and table.name == "รวมงบประมาณ"
        ]
        assert len(over) == len(year_parts(plan))
        assert all(one.startswith("สรุปงบประมาณของแผนแยกตามมิติ") for one in over)
