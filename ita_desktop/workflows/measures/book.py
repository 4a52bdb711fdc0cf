"""What is known while the drafts of a table of measures are held against the tracker."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ita_desktop.db.rows import Kind
from ita_desktop.documents.measure_cells import Wording
from ita_desktop.domain.bands import BandLimits
from ita_desktop.domain.measure_names import topic_name
from ita_desktop.domain.measures import Topic, TopicItem, Tracker
from ita_desktop.workflows.measures.codes import CodeReader
from ita_desktop.workflows.rows.book import RowBook, short
from ita_desktop.workflows.rows.deeds import KIND_WORDS


@dataclass(slots=True, kw_only=True)
class MeasureBook:
    """One table of measures beside the tracker; ``rows`` takes down what it changes.

    ``default_lines``: the lines over the part of the table that a topic is in, by its codes.
    """

    rows: RowBook
    tracker: Tracker
    wording: Wording
    codes: CodeReader
    limits: BandLimits
    default_lines: Callable[[Topic], tuple[str, ...]]
    measures: int = 0
    """Measures read so far: a new one is numbered after them."""

    @property
    def numbered(self) -> bool:
        """Whether measures are numbered through the table."""
        return self.wording.layout.number_measures

    def name(self, topic: Topic, item: TopicItem | None = None) -> str:
        """Return what a topic is called in the list of changes: its codes, words or measure."""
        items = topic.items if item is None else (item,)
        codes = " ".join(one.code for one in items if one.code)
        words = codes or short(topic.title or self.wording.topic(topic))
        return words or (short(topic_name(topic)) if topic.measures else "")


def rows_by_name(tracker: Tracker) -> Callable[[Kind, int], str]:
    """Return what says which row of its topic one is: "มาตรการ 2 ขั้นตอนที่ 1"."""
    places: dict[tuple[Kind, int], str] = {}

    def which(kind: Kind, number: int) -> str:
        if not places:
            places.update(_row_places(tracker))
        return places.get((kind, number), KIND_WORDS[kind])

    return which


def _row_places(tracker: Tracker) -> Iterator[tuple[tuple[Kind, int], str]]:
    """Yield what measures and steps are called; a topic's only measure needs no number."""
    for topic in tracker.topics:
        for place, measure in enumerate(topic.measures, start=1):
            head = f"มาตรการ {place}" if len(topic.measures) > 1 else KIND_WORDS[Kind.MEASURE]
            yield (Kind.MEASURE, measure.id), head
            for step_place, step in enumerate(measure.steps, start=1):
                of = f"{head} " if len(topic.measures) > 1 else ""
                yield (Kind.STEP, step.id), f"{of}ขั้นตอนที่ {step_place}"
