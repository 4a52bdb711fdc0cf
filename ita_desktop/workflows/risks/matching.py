"""Which records the processes, risks and treatments of rows without a key are: by their words."""

from collections.abc import Iterable, Sequence

from ita_desktop.db.rows import Kind
from ita_desktop.domain.risks import Process, Register
from ita_desktop.thai.text import fold
from ita_desktop.workflows.risks.drafts import Cells, ProcessDraft


def match_risks(drafts: Iterable[ProcessDraft], register: Register) -> None:
    """Give drafts the numbers of the records that say the same, each record at most once."""
    taken: set[tuple[Kind, int]] = set()
    for draft in drafts:
        process = next((one for one in register.processes if one.id == draft.number), None)
        if process is None:
            process = _process(draft, register.processes, taken)
        if process is None:
            continue
        draft.number = process.id
        for risk in draft.risks:
            said = _words(risk.said)
            found = (one.id for one in process.risks if said and fold(one.text) == said)
            risk.number = _free(Kind.RISK, found, taken)
        for treatment in draft.treatments:
            said = _words(treatment.said)
            against = None if treatment.risk is None else treatment.risk.number
            alike = [one for one in process.treatments if said and fold(one.text) == said]
            alike.sort(key=lambda one, risk=against: one.risk != risk)
            treatment.number = _free(Kind.TREATMENT, (one.id for one in alike), taken)


def _process(
    draft: ProcessDraft, processes: Sequence[Process], taken: set[tuple[Kind, int]]
) -> Process | None:
    """Return the process with the same step that shares most events.

    Where one of the two has no step, it is one that shares an event; of treatments alone, one that
    shares a treatment.
    A process that another draft is already is taken only where its step is the same and no other
    is free.
    """
    step = _words(draft.said)
    events = {_words(risk.said) for risk in draft.risks} - {""}
    controls = {_words(one.said) for one in draft.treatments} - {""}
    best: Process | None = None
    best_rank = (False, 0)
    for process in processes:
        shared = len(events & {fold(risk.text) for risk in process.risks})
        if not (step or draft.risks or process.text or process.risks):
            shared = len(controls & {fold(one.text) for one in process.treatments})
        told = step and process.text
        if (told and fold(process.text) != step) or not (told or shared):
            continue
        rank = ((Kind.PROCESS, process.id) not in taken, shared)
        if best is None or rank > best_rank:
            best, best_rank = process, rank
    if best is None or not (best_rank[0] or best_rank[1]):
        return None
    taken.add((Kind.PROCESS, best.id))
    return best


def _free(kind: Kind, numbers: Iterable[int], taken: set[tuple[Kind, int]]) -> int | None:
    number = next((one for one in numbers if (kind, one) not in taken), None)
    if number is not None:
        taken.add((kind, number))
    return number


def _words(said: Cells) -> str:
    return fold(said["text"].text) if "text" in said else ""
