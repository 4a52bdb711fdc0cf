"""How wide the columns of part 2 are: money as its longest figure, names as makes fewest lines."""

import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal
from math import ceil
from typing import Final

from ita_desktop.documents.model import Align, Column, Unit
from ita_desktop.documents.plan_cells import NOT_RUN, amounts
from ita_desktop.domain.plan import Plan
from ita_desktop.domain.plan_money import dimension_sums, plan_sums
from ita_desktop.thai.money import format_money

ACROSS: Final = 247.0
"""Millimetres of text on a sheet that lies across."""
_DIGIT: Final = 2.75
_SEVEN: Final = 3.0
"""๗ is the widest of the bundled face."""
_SIGN: Final = 1.1
_PADDING: Final = 2.9
_LEAST: Final = 17.8
"""What the head ปี 2577 needs."""
_WORDED: Final = 21.5
"""What งบประมาณ needs, where a year by itself says ไม่ใช้งบประมาณ."""
_ALONE: Final = 33.0
"""What the head งบประมาณ (บาท) needs over one year."""
_NOTE: Final = 18.5
_LONG_NOTE: Final = 32.0
_NAMES: Final = 85.0
"""Millimetres that missions and projects need at least, together."""
_NAME: Final = 40.0
_STEP: Final = 2.0
_LETTER: Final = 2.15
"""Millimetres of a letter of running text; and how much a line lacks at its end."""
_LACKING: Final = 7.0

Names = Sequence[tuple[str, Sequence[str]]]
"""A mission and the projects that stand beside it, each as printed."""


def figure_width(amounts: Iterable[Decimal]) -> float:
    """Return the millimetres that the longest of some amounts needs in a cell, bold."""
    return max([_LEAST, *(_width(format_money(one, thai_digits=False)) for one in amounts)])


def _width(figure: str) -> float:
    digits = sum(letter.isdigit() for letter in figure)
    wider = figure.count("7") * (_SEVEN - _DIGIT)
    return digits * _DIGIT + wider + (len(figure) - digits) * _SIGN + _PADDING


def year_width(plan: Plan) -> float:
    """Return the millimetres of a column of a year: of the plan's longest amount, sum or word."""
    sums = [plan_sums(plan), *dimension_sums(plan).values()]
    width = figure_width(amount for one in sums for amount in one.by_year.values())
    if len(plan.years) == 1:
        return max(width, _ALONE)
    return max(width, _WORDED) if _has_worded_year(plan) else width


def _has_worded_year(plan: Plan) -> bool:
    """Say whether a column of a single year may hold words; years on two pages may be cut so."""
    room = ACROSS - _NOTE - _NAMES
    return len(plan.years) * _LEAST > room or any(
        cell.years == 1 and isinstance(cell.content, str) and cell.content not in ("", NOT_RUN)
        for one in plan.placed()
        for cell in amounts(one.project, plan.years, plan.years)
    )


def year_parts(plan: Plan) -> tuple[tuple[int, ...], ...]:
    """Return the years as they stand beside each other on a page, as many as have room."""
    most = max(1, int((ACROSS - _NOTE - _NAMES) / year_width(plan)))
    parts = -(-len(plan.years) // most)
    each = -(-len(plan.years) // parts)
    return tuple(plan.years[at : at + each] for at in range(0, len(plan.years), each))


def project_columns(plan: Plan, years: Sequence[int], names: Names) -> tuple[Column, ...]:
    """Return the columns of part 2: mission, project, the years, note.

    ``names``: those of the whole plan, so that the columns of all its tables are alike.
    """
    width = year_width(plan)
    longest = max((len(one.project.note) for one in plan.placed()), default=0)
    note = _LONG_NOTE if longest > _LONG_NOTE else _NOTE
    mission, project = name_widths(names, ACROSS - width * len(years) - note)
    return (
        Column(width=mission),
        Column(width=project),
        *[_money(width)] * len(years),
        Column(width=note, unit=Unit.MILLIMETRE),
    )


def name_widths(names: Names, room: float) -> tuple[float, float]:
    """Return the millimetres of missions and projects that share ``room``: fewest lines in all."""
    lengths = [(_length(mission), [_length(one) for one in beside]) for mission, beside in names]

    def lines(mission: float) -> int:
        return sum(
            max(_lines(own, mission), sum(_lines(one, room - mission) for one in beside))
            for own, beside in lengths
        )

    least = min(_NAME, room / 2)
    steps = int((room - 2 * least) / _STEP)
    middle = steps // 2
    best = min(
        range(steps + 1),
        key=lambda step: (lines(least + step * _STEP), abs(step - middle)),
    )
    mission = least + best * _STEP
    return mission, room - mission


def _length(text: str) -> float:
    """Return the millimetres of a text on one line; what stands over or under letters has none."""
    return _LETTER * sum(unicodedata.category(letter) != "Mn" for letter in text)


def _lines(length: float, width: float) -> int:
    return max(1, ceil(length / (width - _LACKING)))


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
