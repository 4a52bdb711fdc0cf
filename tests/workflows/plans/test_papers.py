"""Papers of the plan from a file: of any year it covers, as pages and as a workbook."""

from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.documents.catalogue import PAPERS, FromPlan
from ita_desktop.documents.model import Digits
from ita_desktop.domain.measures import ROUNDS
from ita_desktop.domain.plan_money import plan_sums
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.export_document import draw, freeze
from ita_desktop.workflows.plans.making import (
    change_years,
    plan_of,
    put_risk_year,
    remove_plan,
)
from ita_desktop.workflows.rounds import close_round, reopen_round

OF_PLAN = [one for one in PAPERS if isinstance(one.made, FromPlan)]
UNREPORTED = [one.id for one in OF_PLAN if not one.has_rounds]


@pytest.mark.parametrize("paper", UNREPORTED)
def test_a_paper_is_the_same_in_every_year_the_plan_covers(sample: DataFile, paper: str) -> None:
    of_first, of_last = (
        freeze(sample, paper, year, Digits.THAI).document.sections for year in (2566, 2570)
    )
    assert of_first == of_last


def test_a_year_without_a_plan_is_refused_in_one_sentence(sample: DataFile) -> None:
    with pytest.raises(ClerkError, match="ยังไม่มีแผนที่ครอบคลุมปีงบประมาณ 2599"):
        freeze(sample, "plan", 2599, Digits.THAI)
    plan = plan_of(sample, 2566)
    assert plan is not None
    remove_plan(sample, plan.id)
    with pytest.raises(ClerkError, match="แท็บ “จัดทำแผน”"):
        freeze(sample, "plan", 2566, Digits.THAI)


def test_a_closed_report_is_printed_though_its_plan_is_gone_or_of_other_years(
    sample: DataFile,
) -> None:
    plan = plan_of(sample, 2566)
    assert plan is not None
    for months in ROUNDS:
        close_round(sample, 2566, months)
    closed = {
        months: freeze(sample, "plan-progress", 2566, Digits.THAI, months=months).document
        for months in ROUNDS
    }
    change_years(sample, plan.id, 2567, 2570)
    for months in ROUNDS:
        found = freeze(sample, "plan-progress", 2566, Digits.THAI, months=months).document
        assert found == closed[months]
    remove_plan(sample, plan.id)
    assert freeze(sample, "plan-progress", 2566, Digits.THAI).document == closed[12]
    with pytest.raises(ClerkError, match="ยังไม่มีแผน"):
        freeze(sample, "plan", 2566, Digits.THAI)
    reopen_round(sample, 2566, 12)
    assert freeze(sample, "plan-progress", 2566, Digits.THAI).document == closed[6]


@pytest.mark.parametrize("paper", OF_PLAN, ids=lambda one: one.id)
def test_a_workbook_holds_what_its_own_builder_says(sample: DataFile, paper: object) -> None:
    assert isinstance(paper, type(OF_PLAN[0]))
    made = paper.made
    assert isinstance(made, FromPlan)
    pages = freeze(sample, paper.id, 2566, Digits.THAI).document
    sheets = freeze(sample, paper.id, 2566, Digits.THAI, kind="xlsx").document
    assert (pages != sheets) is (made.sheets is not None)


def test_part_1_prints_the_risks_of_the_chosen_year(sample: DataFile) -> None:
    plan = plan_of(sample, 2566)
    assert plan is not None

    def table_of() -> int:
        tables = freeze(sample, "plan", 2566, Digits.ARABIC).document.tables()
        return sum(row.key.startswith("process:") for one in tables for row in one.rows)

    usual = table_of()
    assert usual > 0
    put_risk_year(sample, plan.id, 2560)
    assert table_of() == 0


def test_the_preface_and_the_last_sum_say_the_same_money(sample: DataFile) -> None:
    plan = plan_of(sample, 2566)
    assert plan is not None
    total = plan_sums(plan).total
    assert total > Decimal(0)
    document = freeze(sample, "plan", 2566, Digits.ARABIC).document
    said = [str(block) for block in document.blocks if f"{total:,} บาท (" in str(block)]
    assert len(said) == 2


def test_every_paper_is_drawn_in_both_digits(sample: DataFile, tmp_path: Path) -> None:
    for paper in OF_PLAN:
        for digits in Digits:
            drawn = draw(freeze(sample, paper.id, 2566, digits), "pdf", tmp_path / "paper.pdf")
            assert drawn.missing_letters == ()
            assert drawn.pages
