"""The lines of the register and of a process's treatments, and where a new one is typed."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, replace

from ita_desktop.db.rows import Kind
from ita_desktop.domain.risk_levels import UNKNOWN, Standing, standing, standing_after, standing_of
from ita_desktop.domain.risk_method import RiskMethod
from ita_desktop.domain.risks import Numbered, Process, Register, Risk, Treatment, inherited_units
from ita_desktop.ui.rows.line import adding_key, key_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a grid; ``adds``: nothing yet, typing makes a row of this kind.

    ``process`` is without its rows. ``chip`` is the number that the risk has in the matrix,
    ``against`` that of the risk a treatment is against (0: all of the process), ``link`` the
    measure it is. ``shared_units``: who does it where the row itself names nobody.
    """

    key: str
    kind: Kind
    number: int = 0
    parent: int
    place: int = 0
    adds: bool = False
    process: Process | None = None
    risk: Risk | None = None
    treatment: Treatment | None = None
    chip: int = 0
    against: int = 0
    link: str = ""
    shared_units: str = ""
    stands: Standing = UNKNOWN
    stands_after: Standing = UNKNOWN


Chosen = Callable[[Numbered], bool]
"""Whether a risk is to be shown."""


def register_lines(
    register: Register,
    chosen: Chosen | None = None,
    kept: Collection[str] = (),
    *,
    empty_too: bool = False,
) -> list[Line]:
    """Return every process with its risks; with ``chosen`` only these, and those ``kept``.

    All of them are followed by the lines that new risks and processes are typed into.
    ``empty_too``: of those chosen also processes that have no risk.
    """
    lines: list[Line] = []
    number = 0
    for place, process in enumerate(register.processes, start=1):
        bare = replace(process, risks=(), treatments=())
        head = _head(register, bare, place)
        rows: list[Line] = []
        for order, risk in enumerate(process.risks, start=1):
            number += 1
            line = _risk_line(register.method, bare, risk, order, number)
            if chosen is None or chosen(Numbered(number, process, risk)) or line.key in kept:
                rows.append(line)
        alone = empty_too and not process.risks
        if chosen is None or rows or alone or head.key in kept:
            lines += [head, *rows]
        if chosen is None:
            lines.append(_adding(Kind.RISK, process.id))
    if chosen is None:
        lines.append(_adding(Kind.PROCESS, register.fiscal_year))
    return lines


def treatment_lines(
    process: Process | None,
    register: Register,
    risk: int = 0,
    link_of: Callable[[Treatment], str] = lambda _one: "",
) -> list[Line]:
    """Return what is done against the risks of a process, and where another is typed.

    ``risk`` is the one looked at: of several, a new treatment is against that one. ``link_of``
    gives the measure that a treatment is, in words.
    """
    if process is None:
        return []
    chips = chips_of(register.risks())
    alone = len(process.risks) < 2
    bare = replace(process, risks=(), treatments=())
    lines = [
        Line(
            key=key_of(Kind.TREATMENT, one.id),
            kind=Kind.TREATMENT,
            number=one.id,
            parent=process.id,
            place=place,
            process=bare,
            treatment=one,
            against=chips.get(one.risk or 0, 0),
            link=link_of(one) if one.measure is not None else "",
            shared_units=inherited_units(process, one),
        )
        for place, one in enumerate(process.treatments, start=1)
    ]
    adding = _adding(Kind.TREATMENT, process.id)
    return [*lines, adding if alone else replace(adding, against=chips.get(risk, 0))]


def chips_of(risks: Iterable[Numbered]) -> dict[int, int]:
    """Return the number in the matrix of every risk, by its own."""
    return {one.risk.id: one.number for one in risks}


def _head(register: Register, process: Process, place: int) -> Line:
    return Line(
        key=key_of(Kind.PROCESS, process.id),
        kind=Kind.PROCESS,
        number=process.id,
        parent=register.fiscal_year,
        place=place,
        process=process,
        stands=standing(register.method, None, None, process.level),
    )


def _risk_line(method: RiskMethod, process: Process, risk: Risk, place: int, number: int) -> Line:
    return Line(
        key=key_of(Kind.RISK, risk.id),
        kind=Kind.RISK,
        number=risk.id,
        parent=process.id,
        place=place,
        process=process,
        risk=risk,
        chip=number,
        shared_units=process.units,
        stands=standing_of(method, process, risk),
        stands_after=standing_after(method, risk),
    )


def _adding(kind: Kind, parent: int) -> Line:
    return Line(key=adding_key(kind, parent), kind=kind, parent=parent, adds=True)
