"""Which cell of the matrix each risk is in, and where its arrow comes from."""

from collections.abc import Mapping
from dataclasses import dataclass

from ita_desktop.domain.risk_method import RiskMethod
from ita_desktop.domain.risks import Numbered, Register, Risk
from ita_desktop.ui.risks.matrix.arrows import Arrows

Cell = tuple[int, int]
"""Likelihood and impact, as the values of their steps."""


@dataclass(frozen=True, slots=True)
class Seat:
    """A risk in its cell; None where it has no place. ``origin``: another cell it came from."""

    one: Numbered
    cell: Cell | None = None
    origin: Cell | None = None

    @property
    def risk(self) -> int:
        """Its number in the file."""
        return self.one.risk.id

    @property
    def number(self) -> int:
        """Its number on paper."""
        return self.one.number


def seats_of(register: Register, arrows: Arrows) -> tuple[Seat, ...]:
    """Return every risk in order with its cell in this way of looking."""
    return tuple(_seat(one, register, arrows) for one in register.risks())


def in_cells(seats: tuple[Seat, ...]) -> Mapping[Cell, tuple[Seat, ...]]:
    """Return the risks of each cell that has any, in order."""
    found: dict[Cell, list[Seat]] = {}
    for seat in seats:
        if seat.cell is not None:
            found.setdefault(seat.cell, []).append(seat)
    return {cell: tuple(some) for cell, some in found.items()}


def _seat(one: Numbered, register: Register, arrows: Arrows) -> Seat:
    method, risk = register.method, one.risk
    before = known_cell(method, risk.likelihood, risk.impact)
    after = known_cell(method, risk.after_likelihood, risk.after_impact)
    if arrows is Arrows.TREATMENT:
        return _moved(one, after or before, before)
    if arrows is Arrows.YEARS:
        return _moved(one, before, _last_year(register, risk))
    return Seat(one, before)


def _moved(one: Numbered, cell: Cell | None, origin: Cell | None) -> Seat:
    return Seat(one, cell, origin if cell is not None and origin != cell else None)


def _last_year(register: Register, risk: Risk) -> Cell | None:
    """Return where the year before ended; None where it was measured in another size."""
    then = None if risk.previous is None else register.before.get(risk.previous)
    if then is None or then.id not in register.comparable:
        return None
    method = register.method
    after = known_cell(method, then.after_likelihood, then.after_impact)
    return after or known_cell(method, then.likelihood, then.impact)


def known_cell(method: RiskMethod, likelihood: int | None, impact: int | None) -> Cell | None:
    """Return a cell of the method; None where a step is not told or not one of its."""
    if likelihood is None or impact is None:
        return None
    known = any(step.value == likelihood for step in method.likelihood)
    return (likelihood, impact) if known and _has(method, impact) else None


def _has(method: RiskMethod, impact: int) -> bool:
    return any(step.value == impact for step in method.impact)
