"""Holes and overlaps between the criteria of a scale, where its texts speak of counts.

A text that says only one end ("ไม่เกิน 10") goes on from the step below it, as scales are printed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Final

from ita_desktop.domain.counted_texts import Count, read_count
from ita_desktop.domain.risk_method import ScaleStep

_LEAST: Final = Decimal("-Infinity")
_MOST: Final = Decimal("Infinity")
_WHOLE: Final = Decimal(100)
"""Per cent: no scale goes on above it."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """A step that speaks of counts, by its row."""

    row: int
    step: ScaleStep
    count: Count

    @property
    def low(self) -> Decimal:
        return _LEAST if self.count.low is None else self.count.low

    @property
    def high(self) -> Decimal:
        return _MOST if self.count.high is None else self.count.high


def scale_problems(steps: Sequence[ScaleStep]) -> Iterator[tuple[int, str]]:
    """Give each hole, overlap and break of order as the row it is told at, and a Thai phrase.

    Steps whose texts speak of no counts, or of another unit, are left alone with their neighbours.
    """
    counted = _counted(steps)
    if len({one.count.unit for one in counted if one.count.unit}) > 1:
        return
    unit = next((one.count.unit for one in counted if one.count.unit), "")
    # the higher step may be the rarer one: once in five years before once in ten
    falls = any(_is_before(above, below) for below, above in pairwise(counted)) and not any(
        _is_before(below, above) for below, above in pairwise(counted)
    )
    if falls:
        counted.reverse()
    mixed = [pair for pair in pairwise(counted) if _is_before(pair[1], pair[0])]
    if mixed:  # where numbers go up and down no hole can be told
        for below, above in mixed:
            values = f"ระดับ {below.step.value} และระดับ {above.step.value}"
            yield above.row, f"{values} เรียงจำนวนสลับกัน กรุณาตรวจข้อความเกณฑ์"
        return
    for below, above in pairwise(counted):
        if abs(below.row - above.row) == 1:  # a step between them that says none may hold the rest
            yield from _between(below, above, unit)
    yield from _at_the_ends(counted, len(steps), unit)


def _counted(steps: Sequence[ScaleStep]) -> list[_Counted]:
    found = [read_count(step.text) for step in steps]
    grain = min((one.grain for one in found if one is not None), default=Decimal(1))
    again = [read_count(step.text, grain) for step in steps]
    return [
        _Counted(row, steps[row], count) for row, count in enumerate(again) if count is not None
    ]


def _is_before(below: _Counted, above: _Counted) -> bool:
    ends = (below.low, below.high), (above.low, above.high)
    return ends[0] != ends[1] and below.low <= above.low and below.high <= above.high


def _between(below: _Counted, above: _Counted, unit: str) -> Iterator[tuple[int, str]]:
    grain, row = below.count.grain, max(below.row, above.row)
    values = f"ระดับ {below.step.value} และระดับ {above.step.value}"
    if below.count.high is None or above.count.low is None:
        if (below.low, below.high) == (above.low, above.high):
            yield row, f"{values} มีเกณฑ์เดียวกัน"
    elif above.low > below.high + grain:
        hole = _span(below.high + grain, above.low - grain)
        yield row, f"{_amount(hole, unit)}ไม่อยู่ในระดับใด"
    elif above.low <= below.high:
        both = _span(max(above.low, below.low), min(above.high, below.high))
        yield row, f"{_amount(both, unit)}อยู่ทั้งใน{values}"


def _at_the_ends(counted: Sequence[_Counted], steps: int, unit: str) -> Iterator[tuple[int, str]]:
    """Find what is under the lowest criterion and above the highest one."""
    if not counted or not {0, steps - 1} <= {counted[0].row, counted[-1].row} or len(counted) < 2:
        return
    lowest, highest = counted[0], counted[-1]
    if lowest.count.low is not None and lowest.count.low > 1:
        words = _amount(_figure(lowest.count.low), unit)
        yield lowest.row, f"น้อยกว่า {words}ไม่อยู่ในระดับใด"
    high = highest.count.high
    if high is not None and not (unit == "%" and high >= _WHOLE):
        yield highest.row, f"มากกว่า {_amount(_figure(high), unit)}ไม่อยู่ในระดับใด"


def _amount(figures: str, unit: str) -> str:
    """Return figures with their unit, so that a word may follow."""
    return f"{figures} {unit}" if unit not in ("", "%") else f"{figures} {unit}".strip() + " "


def _span(first: Decimal, last: Decimal) -> str:
    return _figure(first) if first == last else f"{_figure(first)} ถึง {_figure(last)}"


def _figure(number: Decimal) -> str:
    return f"{number.normalize():,f}"
