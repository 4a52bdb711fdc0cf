"""The measures of a year as they were read, and what of them is read anew after a deed."""

from dataclasses import replace

from ita_desktop.db.changed_steps import changed_in_place, load_steps
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.touched_topics import touched_topics
from ita_desktop.db.trackers import load_tracker
from ita_desktop.domain.measures import Topic, Tracker


class KeptTracker:
    """What stays the same is the same object: pages tell it by that."""

    def __init__(self, file: DataFile) -> None:
        self._file = file
        self._kept: Tracker | None = None
        self._topics: frozenset[int] = frozenset()
        """Topics to be read anew."""
        self._steps: frozenset[int] = frozenset()
        """Steps to be read anew, in topics that are otherwise the same."""

    def forget(self) -> None:
        """Let all be read anew."""
        self._kept = None

    def note(self, latest: int | None) -> None:
        """Note what the deeds newer than number ``latest`` changed."""
        if (self._file.latest_deed() or 0) != (latest or 0) + 1:
            self.forget()  # several at once
            return
        changes = self._file.last_changes()
        steps = changed_in_place(self._file, changes)
        touched = touched_topics(self._file, changes)
        if touched is None:
            self.forget()
        elif steps is None:
            self._topics |= touched
        else:
            self._steps |= steps

    def of(self, fiscal_year: int) -> Tracker:
        """Return all measures of a year."""
        kept = self._kept
        if kept is None or kept.fiscal_year != fiscal_year:
            kept = load_tracker(self._file, fiscal_year)
        else:
            kept = self._with_steps(kept) if self._steps else kept
            kept = self._with_topics(kept) if self._topics else kept
        self._topics = self._steps = frozenset()
        self._kept = kept
        return kept

    def _with_topics(self, kept: Tracker) -> Tracker:
        fresh = load_tracker(self._file, kept.fiscal_year, self._topics)
        found = {topic.id: topic for topic in fresh.topics}
        topics = tuple(found.get(topic.id, topic) for topic in kept.topics)
        return replace(kept, topics=topics)

    def _with_steps(self, kept: Tracker) -> Tracker:
        fresh = load_steps(self._file, self._steps)

        def renewed(topic: Topic) -> Topic:
            measures = tuple(
                replace(one, steps=tuple(fresh.get(step.id, step) for step in one.steps))
                if any(step.id in fresh for step in one.steps)
                else one
                for one in topic.measures
            )
            same = all(a is b for a, b in zip(measures, topic.measures, strict=True))
            return topic if same else replace(topic, measures=measures)

        return replace(kept, topics=tuple(map(renewed, kept.topics)))
