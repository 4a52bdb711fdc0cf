"""What a process, a risk and a treatment are called on one line, in lists and sentences."""

from ita_desktop.domain.nameless import TEXTLESS
from ita_desktop.domain.risks import Process, Risk, Treatment
from ita_desktop.thai.text import one_line


def process_name(process: Process) -> str:
    """Return the text of a process; one without text is called by its first risk."""
    texts = (one_line(one.text) for one in (process, *process.risks))
    return next(filter(None, texts), TEXTLESS)


def risk_name(process: Process, risk: Risk) -> str:
    """Return the text of a risk; one without text is called by its process."""
    return one_line(risk.text) or one_line(process.text) or TEXTLESS


def treatment_name(process: Process, treatment: Treatment) -> str:
    """Return the text of a treatment; one without is called by its risk, else its process."""
    own = next((one for one in process.risks if one.id == treatment.risk), None)
    return one_line(treatment.text) or (
        process_name(process) if own is None else risk_name(process, own)
    )
