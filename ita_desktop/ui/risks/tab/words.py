"""What the cells of risks are usually filled with: offered while it is typed."""

from ita_desktop.domain.risk_method import ScaleStep
from ita_desktop.domain.risks import Process, Quality, Register
from ita_desktop.ui import wording
from ita_desktop.ui.rows.usual_words import usual_words
from ita_desktop.ui.session import Session
from ita_desktop.workflows.risks.numbers import ALL_RISKS


def words_for(session: Session, field: str) -> tuple[str, ...]:
    """Return what to offer in a field of the register."""
    register = session.register
    method = register.method
    if field == "area":
        used = (process.area for process in register.processes if process.area)
        return tuple(dict.fromkeys((*register.areas, *used)))
    if field == "control_quality":
        return tuple(one.words for one in Quality if one)
    if field.endswith("likelihood"):
        return _steps(method.likelihood)
    if field.endswith("impact"):
        return _steps(method.impact)
    if field.endswith("level"):
        return tuple(band.name for band in method.bands)
    return usual_words(field, session.office.units, session.fiscal_year)


def words_for_treatment(session: Session, process: Process | None, field: str) -> tuple[str, ...]:
    """Return what to offer in a field of a treatment of a process."""
    if field != "risk" or process is None:
        return usual_words(field, session.office.units, session.fiscal_year)
    risks = (one for one in session.register.risks() if one.process.id == process.id)
    return (ALL_RISKS, *(wording.shown(risk_words(one.number, one.risk.text)) for one in risks))


def risk_words(number: int, text: str) -> str:
    """Return a risk with its number in one line: 2 นำรถราชการไปใช้."""
    return f"{number} {' '.join(text.split())}".strip()


def areas_of(register: Register) -> tuple[str, ...]:
    """Return the areas that processes of the year have, in order."""
    return tuple(dict.fromkeys(one.area for one in register.processes if one.area))


def _steps(steps: tuple[ScaleStep, ...]) -> tuple[str, ...]:
    return tuple(wording.shown(f"{step.value} {step.name}") for step in reversed(steps))
