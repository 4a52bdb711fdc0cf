"""How wide the columns of money are: as wide as the longest figure in them, so that none is cut."""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final

from ita_desktop.documents.model import Align, Column, Unit
from ita_desktop.domain.plan import Plan
from ita_desktop.domain.plan_money import dimension_sums, plan_sums
from ita_desktop.thai.money import format_money

ACROSS: Final = 247.0
"""Millimetres of text on a sheet that lies across."""
HEADED_EACH: Final = 5
"""So many years have room for the head งบประมาณ (บาท) each; more share one."""
_DIGIT: Final = 2.6
_SIGN: Final = 1.3
_PADDING: Final = 3.4
_LEAST: Final = 16.0
_HEADED: Final = 22.8
_NOTE: Final = 20.0
_NAMES: Final = 72.0
"""Millimetres that missions and projects need at least, together."""


def figure_width(amounts: Iterable[Decimal]) -> float:
    """Return the millimetres that the longest of some amounts needs in a cell, bold."""
    return max([_LEAST, *(_width(format_money(one, thai_digits=False)) for one in amounts)])


def _width(figure: str) -> float:
    digits = sum(letter.isdigit() for letter in figure)
    return digits * _DIGIT + (len(figure) - digits) * _SIGN + _PADDING


def year_width(plan: Plan) -> float:
    """Return the millimetres of a column of a year: of the plan's longest amount or sum."""
    sums = [plan_sums(plan), *dimension_sums(plan).values()]
    return figure_width(amount for one in sums for amount in one.by_year.values())


def year_parts(plan: Plan) -> tuple[tuple[int, ...], ...]:
    """Return the years as they stand beside each other on a page, as many as have room."""
    most = max(1, int((ACROSS - _NOTE - _NAMES) / year_width(plan)))
    parts = -(-len(plan.years) // most)
    each = -(-len(plan.years) // parts)
    return tuple(plan.years[at : at + each] for at in range(0, len(plan.years), each))


def project_columns(plan: Plan, years: Sequence[int]) -> tuple[Column, ...]:
    """Return the columns of part 2: mission, project, the years, note."""
    width = year_width(plan)
    if len(years) <= HEADED_EACH:
        width = max(width, _HEADED)
    return (
        Column(width=5.0),
        Column(width=5.8),
        *[_money(width)] * len(years),
        Column(width=_NOTE, unit=Unit.MILLIMETRE),
    )


def sum_columns(plan: Plan, years: int, *, with_total: bool) -> tuple[Column, ...]:
    """Return the columns of the sums: dimension, how many projects, the years, all of them."""
    sums = [plan_sums(plan), *dimension_sums(plan).values()]
    total = figure_width(one.total for one in sums)
    return (
        Column(width=1.0),
        Column(width=_NOTE, unit=Unit.MILLIMETRE, align=Align.CENTER),
        *[_money(year_width(plan))] * years,
        *([_money(total)] if with_total else ()),
    )


def _money(width: float) -> Column:
    return Column(width=width, unit=Unit.MILLIMETRE, align=Align.POINT)
