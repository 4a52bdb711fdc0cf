"""A figure of the program beside its yardstick, with what is aimed at and what is the limit."""

import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Comparison:
    """Several runs of the program and of its yardstick, and the ratios that are wanted."""

    name: str
    unit: str
    yardstick: tuple[float, ...]
    program: tuple[float, ...]
    aim: float
    limit: float

    @property
    def ratio(self) -> float:
        """How many times the yardstick's median the program takes."""
        return statistics.median(self.program) / statistics.median(self.yardstick)

    @property
    def verdict(self) -> str:
        """``aim`` reached, under the ``limit``, or ``over``."""
        if self.ratio <= self.aim:
            return "aim"
        return "limit" if self.ratio <= self.limit else "over"

    def as_data(self) -> dict[str, Any]:
        """Return the comparison as plain data."""
        return {
            "name": self.name,
            "unit": self.unit,
            "yardstick": _summary(self.yardstick),
            "program": _summary(self.program),
            "ratio": round(self.ratio, 3),
            "ratio_of_minimums": round(min(self.program) / min(self.yardstick), 3),
            "aim": self.aim,
            "limit": self.limit,
            "verdict": self.verdict,
        }


def table(comparisons: Sequence[Comparison]) -> str:
    """Return the comparisons as lines of text."""
    lines = [
        f"{'':<34}{'yardstick':>20}{'program':>20}{'ratio':>8}{'aim':>6}{'limit':>7}",
        f"{'':<34}{'min / median':>20}{'min / median':>20}",
    ]
    for one in comparisons:
        places = {"s": 3, "ms": 2}.get(one.unit, 1)
        cells = [
            f"{min(values):.{places}f} / {statistics.median(values):.{places}f} {one.unit}"
            for values in (one.yardstick, one.program)
        ]
        figures = f"{one.ratio:>8.2f}{one.aim:>6.1f}{one.limit:>7.1f}"
        lines.append(f"{one.name:<34}{cells[0]:>20}{cells[1]:>20}{figures}  {one.verdict}")
    return "\n".join(lines)


def _summary(values: tuple[float, ...]) -> dict[str, float]:
    median = statistics.median(values)
    return {"min": round(min(values), 4), "median": round(median, 4), "runs": len(values)}
