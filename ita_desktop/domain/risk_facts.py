"""What the rules about risks look at, and the places they name."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from ita_desktop.domain.lacks import Asked, Lack, Place
from ita_desktop.domain.measures import Round
from ita_desktop.domain.risk_names import process_name, risk_name, treatment_name
from ita_desktop.domain.risks import Numbered, Process, Register, Treatment
from ita_desktop.thai.text import quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class RiskFacts:
    """What the rules look at. ``rounds``: those whose report is due."""

    register: Register
    units: tuple[str, ...]
    today: date
    rounds: tuple[Round, ...]
    plan: Asked
    report: Asked


RiskRule = Callable[[RiskFacts], Iterator[Lack]]


def of_process(process: Process, field: str) -> Place:
    """Return where a field of a process is mended."""
    return Place(kind="process", number=process.id, field=field)


def of_risk(one: Numbered, field: str) -> Place:
    """Return where a field of a risk is mended."""
    return Place(kind="risk", number=one.risk.id, field=field)


def of_treatment(treatment: Treatment, field: str, months: Round | None = None) -> Place:
    """Return where a field of a treatment is mended."""
    return Place(kind="treatment", number=treatment.id, field=field, months=months)


def say_process(process: Process) -> str:
    """Return which process it is: "กระบวนงาน “การรับชำระภาษี”"."""
    return f"กระบวนงาน {quoted(process_name(process))}"


def say_risk(one: Numbered) -> str:
    """Return which risk it is, with its number on paper: "ความเสี่ยงที่ 4 “…”"."""
    return f"ความเสี่ยงที่ {one.number} {quoted(risk_name(one.process, one.risk))}"


def say_treatment(process: Process, treatment: Treatment) -> str:
    """Return which treatment it is."""
    return f"มาตรการควบคุม {quoted(treatment_name(process, treatment))}"


def treatments_of(register: Register) -> Iterator[tuple[Process, Treatment]]:
    """Give every treatment with its process, in order."""
    for process in register.processes:
        for treatment in process.treatments:
            yield process, treatment
