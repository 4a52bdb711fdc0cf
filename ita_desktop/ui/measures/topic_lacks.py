"""What one topic lacks, without asking the file at each letter that is typed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from ita_desktop.domain.lacks import Lack, worst_first
from ita_desktop.domain.measures import Topic
from ita_desktop.ui import today
from ita_desktop.ui.session import Session

if TYPE_CHECKING:
    from ita_desktop.domain.measure_facts import Facts


class TopicLacks:
    """Remembers what is the same for all topics: units, limits, and what the items are worth."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._facts: Facts | None = None

    def forget(self) -> None:
        """Scores, criteria, office or year are others now."""
        self._facts = None

    def seeker(self, topic: Topic) -> Callable[[], Sequence[Lack]]:
        """Return what finds what a topic lacks, worst first; it knows values only."""
        from ita_desktop.workflows.check import measure_facts  # noqa: PLC0415 - when seen

        tracker, day = self._session.tracker, today.today()
        facts = self._facts
        if facts is None or facts.today != day or facts.tracker.closed != tracker.closed:
            facts = self._facts = measure_facts(self._session.file, tracker, day)
        alone = replace(facts, tracker=replace(tracker, topics=(topic,)))
        return partial(_lacks_of, alone, topic.id)


def _lacks_of(facts: "Facts", topic: int) -> Sequence[Lack]:
    from ita_desktop.domain.measure_checks import measure_lacks  # noqa: PLC0415 - when seen

    return worst_first([lack for lack in measure_lacks(facts) if lack.place.topic == topic])
