"""Money of the plan's projects as papers print it: in a cell, in a sentence, as a sum."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Final

from ita_desktop.documents.model import Number
from ita_desktop.domain.plan_money import Sums, money_of
from ita_desktop.domain.project import Project
from ita_desktop.thai.money import NO_BUDGET, baht_text, format_money

NOT_RUN: Final = "-"
"""In the column of a year: the project does not run then."""
NOT_TOLD: Final = "ยังไม่ระบุงบประมาณ"
"""Where a sum stands: of no project is it known what it costs."""
TOLD_BEFORE: Final = "นับรวมแล้วในปีก่อนหน้า"


@dataclass(frozen=True, slots=True)
class Amount:
    """A cell of money and how many years it goes over."""

    years: int
    content: Number | str


def baht(amount: Decimal) -> Number:
    """Return an amount that stays a figure; satang only where there are any."""
    return Number(amount, 0 if amount == amount.to_integral_value() else 2)


def baht_words(amount: Decimal) -> str:
    """Return "20,000 บาท (สองหมื่นบาทถ้วน)"."""
    return f"{format_money(amount, thai_digits=False)} บาท ({baht_text(amount)})"


def sum_words(sums: Sums) -> str:
    """Return what projects cost in figures and words; never 0, but why there is nothing."""
    if not sums.projects:
        return NOT_RUN
    if sums.total:
        return baht_words(sums.total)
    if sums.projects == sums.without:
        return NO_BUDGET
    untold = sums.projects - sums.without
    return (
        f"{NO_BUDGET} {sums.without} โครงการ ยังไม่ระบุ {untold} โครงการ" if sums.without else NOT_TOLD
    )


def amounts(project: Project, years: Sequence[int], of_plan: Sequence[int]) -> Iterator[Amount]:
    """Give the cells of a project's money in some years of its plan, one behind the other.

    What is not given by year goes over the years the project runs in, and is told beside the
    plan's first years only; a year it does not run in has a dash. Empty: nothing was told.
    """
    if any((one := project.years.get(year)) and one.amount is not None for year in of_plan):
        for year in years:
            told = project.years.get(year)
            yield Amount(1, _of_year(project, year, told.amount if told else None))
        return
    running = set(project.running).intersection(of_plan)
    told_before = years[0] != of_plan[0] and bool(project.amount)
    for runs, those in groupby(years, key=lambda year: not running or year in running):
        count = len(list(those))
        if runs:
            yield Amount(count, TOLD_BEFORE if told_before else _undivided(project))
        else:
            yield from (Amount(1, NOT_RUN) for _ in range(count))


def _of_year(project: Project, year: int, amount: Decimal | None) -> Number | str:
    if amount is None:
        return "" if project.runs_in(year) else NOT_RUN
    return baht(amount) if amount else NO_BUDGET


def _undivided(project: Project) -> Number | str:
    """Return the one amount of a project, or that it needs none; "" where nothing was told."""
    if project.amount:
        return baht(project.amount)
    return NO_BUDGET if project.no_budget or project.amount is not None else ""


def costs(project: Project, years: Sequence[int]) -> str:
    """Return what a project costs in a sentence for its heading 7; "" where nothing was told.

    Of several amounts by year each has a line, the sum under them.
    """
    told = {
        year: one.amount
        for year in years
        if (one := project.years.get(year)) is not None and one.amount
    }
    total = money_of(project, years)
    if not total:
        return NO_BUDGET if project.no_budget or total is not None else ""
    if len(told) < 2:
        return baht_words(total) + "".join(f" ในปีงบประมาณ พ.ศ. {year}" for year in told)
    lines = [f"ปีงบประมาณ พ.ศ. {year} จำนวน {baht_words(one)}" for year, one in told.items()]
    return "\n".join((*lines, f"รวม {baht_words(total)}"))
