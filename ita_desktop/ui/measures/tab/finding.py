"""Seeking a text in all topics, their items, measures and steps."""

from collections.abc import Sequence

from ita_desktop.db.rows import Kind
from ita_desktop.domain.measures import Measure, Step, Topic
from ita_desktop.thai.text import fold
from ita_desktop.ui.measures.tab.summary import Wordings, title_of, wording_of
from ita_desktop.ui.rows.line import key_of

Place = tuple[int, str]
"""A topic and a row of it ("step:45"; empty: the topic itself)."""


class Finder:
    """Remembers the folded words of each topic until it changes."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Topic, list[tuple[Place, str]]]] = {}

    def places(self, topics: Sequence[Topic], wordings: Wordings, text: str) -> list[Place]:
        """Return the rows that hold a text, in order; Thai digits equal Arabic ones."""
        needle = fold(text)
        if not needle:
            return []
        return [
            place
            for topic in topics
            for place, words in self._words_of(topic, wordings)
            if needle in words
        ]

    def forget(self) -> None:
        """Other wordings are in force."""
        self._known.clear()

    def _words_of(self, topic: Topic, wordings: Wordings) -> list[tuple[Place, str]]:
        known = self._known.get(topic.id)
        if known is None or known[0] is not topic:
            known = (topic, [*_words(topic, wordings)])
            self._known[topic.id] = known
        return known[1]


def _words(topic: Topic, wordings: Wordings) -> list[tuple[Place, str]]:
    named = title_of(topic, wordings) if topic.title or topic.items else ""  # else by its measures
    own = f"{named} {topic.heading} {topic.group_lines}"
    rows: list[tuple[Place, str]] = [((topic.id, ""), fold(own))]
    for item in topic.items:
        words = f"{item.code}\t{wording_of(item, wordings)}\t{item.finding}"
        rows.append(((topic.id, key_of(Kind.ITEM, item.id)), fold(words)))
    for measure in topic.measures:
        rows.append(((topic.id, key_of(Kind.MEASURE, measure.id)), _row_words(measure)))
        rows += [
            ((topic.id, key_of(Kind.STEP, step.id)), _row_words(step)) for step in measure.steps
        ]
    return rows


def _row_words(row: Measure | Step) -> str:
    reports = (
        f"{report.state.words if report.state else ''}\t{report.result}\t{report.problem}"
        f"\t{report.suggestion}\t{report.outcome}"
        for report in row.results.values()
    )
    return fold("\t".join([row.text, row.units, row.period, row.follow_up, *reports]))
