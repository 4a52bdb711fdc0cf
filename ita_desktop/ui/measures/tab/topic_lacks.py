"""What one topic lacks, without asking the file at each letter that is typed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from ita_desktop.domain.lacks import Lack, worst_first
from ita_desktop.domain.measures import Topic
from ita_desktop.ui import today, work
from ita_desktop.ui.session import Session

if TYPE_CHECKING:
    from ita_desktop.domain.measure_facts import Facts


_AT_ONCE: Final = 200
"""Steps of a topic that are looked through between two letters: some 7 ms."""
_PAUSE_MS: Final = 400
"""Without a letter typed, before a thread begins to look through more of them."""


class TopicLacks(QObject):
    """Remembers what is the same for all topics: units, limits, and what the items are worth."""

    found = Signal(object)
    """What the topic that was asked for last lacks, worst first."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._facts: Facts | None = None
        self._wanted: Topic | None = None
        self._looked_through: Topic | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_PAUSE_MS)
        self._later.timeout.connect(self._seek_beside)

    def forget(self) -> None:
        """Scores, criteria, office or year are others now."""
        self._facts = None

    def seek(self, topic: Topic | None) -> None:
        """Find what a topic lacks; of thousands of steps a thread finds it meanwhile."""
        self._wanted = topic
        if topic is None:
            self.found.emit(())
        elif sum(len(measure.steps) for measure in topic.measures) <= _AT_ONCE:
            self.found.emit(self._seeker(topic)())
        else:
            self._later.start()

    def _seek_beside(self) -> None:
        topic = self._wanted
        if topic is not None and self._looked_through is None and self._session.is_open:
            self._looked_through = topic
            work.run(self._seeker(topic), self._tell, self._fail).ends_with(self)

    def _tell(self, lacks: Sequence[Lack]) -> None:
        topic, self._looked_through = self._looked_through, None
        if topic is self._wanted:
            self.found.emit(lacks)
        elif self._session.is_open:  # it was changed or left meanwhile
            self.seek(self._wanted)

    def _fail(self, fault: Exception) -> None:
        self._looked_through = None
        raise fault

    def _seeker(self, topic: Topic) -> Callable[[], Sequence[Lack]]:
        """Return what finds what a topic lacks, worst first; it knows values only."""
        from ita_desktop.workflows.readiness.measures import measure_facts  # noqa: PLC0415 - when seen

        tracker, day = self._session.tracker, today.today()
        facts = self._facts
        if facts is None or facts.today != day or facts.tracker.closed != tracker.closed:
            facts = self._facts = measure_facts(self._session.file, tracker, day)
        alone = replace(facts, tracker=replace(tracker, topics=(topic,)))
        return partial(_lacks_of, alone, topic.id)


def _lacks_of(facts: "Facts", topic: int) -> Sequence[Lack]:
    from ita_desktop.domain.measure_checks import measure_lacks  # noqa: PLC0415 - when seen

    return worst_first([lack for lack in measure_lacks(facts) if lack.place.topic == topic])
