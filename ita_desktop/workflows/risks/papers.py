"""Papers of risks from a data file: as the year stands, or as a closed round was."""

from dataclasses import replace

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.marks import load_mark
from ita_desktop.db.trackers import load_tracker
from ita_desktop.documents.catalogue import FromRisks
from ita_desktop.documents.model import Digits, Document
from ita_desktop.documents.risk_progress import usual_round
from ita_desktop.documents.source import RiskSource
from ita_desktop.domain.measures import Round, Tracker
from ita_desktop.domain.risks import Register
from ita_desktop.workflows.measures.papers import file_mark_of
from ita_desktop.workflows.opening import office_of
from ita_desktop.workflows.risks.register import register_of
from ita_desktop.workflows.round_snapshot import snapshot_of


def risk_document(
    file: DataFile, made: FromRisks, fiscal_year: int, digits: Digits, months: Round | None = None
) -> tuple[Document, frozenset[str]]:
    """Return the paper and the names no line of it may break.

    ``months``: None takes the latest round that reports anything. The report of a closed round is
    as it was when that was closed; where that was before risks were kept with it, as they are now.
    """
    register = register_of(file, fiscal_year)
    tracker = load_tracker(file, fiscal_year)
    office, mark = office_of(file), load_mark(file)
    chosen: Round = months or usual_round(register)
    if made.rounds and chosen in register.closed:
        closed = snapshot_of(file, fiscal_year, chosen)
        if closed is not None and closed.register is not None:
            register, tracker = closed.register, closed.tracker
            office, mark = closed.office, closed.mark
    source = RiskSource(
        office=office,
        register=register,
        digits=digits,
        months=chosen,
        file_mark=file_mark_of(file),
        measures=linked_measures(register, tracker),
    )
    return replace(made.build(source), mark=mark), office.own_words


def linked_measures(register: Register, tracker: Tracker) -> dict[int, str]:
    """Return the measures that treatments are, in words, by number."""
    linked = {one.measure for process in register.processes for one in process.treatments}
    return {
        measure.id: measure.text or topic.title
        for topic, measure in tracker.measures()
        if measure.id in linked
    }
