"""Papers of measures from a data file: as the year stands, or as a closed round was."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ita_desktop.db.backing_up import identity_of
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.marks import load_mark
from ita_desktop.db.trackers import load_tracker
from ita_desktop.documents.layout import Layout
from ita_desktop.documents.measure_papers import measure_paper, usual_round
from ita_desktop.documents.measure_texts import has_rounds
from ita_desktop.documents.model import Digits, Document
from ita_desktop.documents.source import MeasureSource
from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.measures import Round, Tracker
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.criteria.in_force import criteria_of
from ita_desktop.workflows.layouts import edited_texts, text_key
from ita_desktop.workflows.opening import office_of
from ita_desktop.workflows.round_snapshot import snapshot_of

_MARK_LETTERS = 8


@dataclass(frozen=True, slots=True)
class PaperOfMeasures:
    """What a paper of measures is made from, and the office's mark that stands on it."""

    source: MeasureSource
    mark: bytes


def file_mark_of(file: DataFile) -> str:
    """Return what stands behind the number in the keys of rows: which data file they are of."""
    return identity_of(file.connection)[:_MARK_LETTERS]


def measure_source(
    file: DataFile,
    layout: Layout,
    fiscal_year: int,
    digits: Digits,
    months: Round | None = None,
    texts: Mapping[str, str] | None = None,
) -> PaperOfMeasures:
    """Return what the paper of a year and a round is made from.

    ``months``: None takes the latest round that reports anything. A closed round is as it was when
    it was closed, also its layout and its texts. ``texts``: to be seen instead of those kept.
    """
    tracker = load_tracker(file, fiscal_year)
    chosen: Round = months or usual_round(tracker)
    rounds = has_rounds(layout)
    mark = file_mark_of(file)
    if rounds and chosen in tracker.closed and texts is None:
        closed = snapshot_of(file, fiscal_year, chosen)
        if closed is not None:
            source = MeasureSource(
                office=closed.office,
                tracker=closed.tracker,
                layout=closed.layouts.get(layout.id, layout),
                digits=digits,
                months=chosen,
                texts=closed.texts.get(text_key(layout.id, chosen), {}),
                criteria=closed.criteria,
                file_mark=mark,
            )
            return PaperOfMeasures(source, closed.mark)
    if texts is None:
        texts = edited_texts(file, fiscal_year, layout.id, chosen if rounds else None)
    source = MeasureSource(
        office=office_of(file),
        tracker=tracker,
        layout=layout,
        digits=digits,
        months=chosen,
        texts=texts,
        criteria=criteria_named(file, tracker),
        file_mark=mark,
    )
    return PaperOfMeasures(source, load_mark(file))


def measure_document(
    file: DataFile,
    layout: Layout,
    fiscal_year: int,
    digits: Digits,
    months: Round | None = None,
    texts: Mapping[str, str] | None = None,
) -> tuple[Document, frozenset[str]]:
    """Return the paper and the names no line of it may break; see ``measure_source``.

    The layout need not be kept in the file: this is how one that is being edited is seen.
    """
    made = measure_source(file, layout, fiscal_year, digits, months, texts)
    return replace(measure_paper(made.source), mark=made.mark), made.source.office.own_words


def criteria_named(file: DataFile, tracker: Tracker) -> dict[int, Criteria]:
    """Return the criteria that items of the tracker name, as far as there are any."""
    found: dict[int, Criteria] = {}
    for year in {item.criteria_year for topic in tracker.topics for item in topic.items}:
        try:
            found[year] = criteria_of(file, year)
        except ClerkError:  # of a year nobody has a set of: the items stand with their own words
            continue
    return found
