"""Which fiscal years an analysis report is about: whose scores, whose measures, whose duties.

The report that O42 of 2566 asks for analyses the scores of 2565, and tells what is done in 2566.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import load_disclosure
from ita_desktop.db.scores import entries_of, fiscal_years
from ita_desktop.db.trackers import load_tracker
from ita_desktop.domain.measures import Topic, Tracker
from ita_desktop.workflows.criteria.in_force import known_criteria


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptYear:
    """What a file has of a fiscal year, as far as the choice of years asks."""

    scores: bool = False
    calendar: bool = False
    oit: bool = False
    topics: tuple[frozenset[int], ...] = ()
    """Of each topic that has measures, the criteria years its items name; none of free words."""

    @property
    def is_worked_on(self) -> bool:
        """Whether measures, a calendar or OIT items are kept of it."""
        return bool(self.topics) or self.calendar or self.oit

    def keeps_own(self, year: int) -> bool:
        """Say whether what is kept of it is about its own scores, not those of the year before."""
        if self.topics:
            return any(_is_about(named, year) for named in self.topics)
        return self.calendar or self.oit


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisYears:
    """The fiscal years of one analysis report."""

    scores: int
    """Whose scores are analysed; the report is called by it, and its texts are kept under it."""
    rows: int
    """Whose measures and calendar follow."""
    duties: int | None
    """Whose OIT items are shared out; None where neither year has criteria."""


_NOTHING = KeptYear()


def chosen_years(
    asked: int, kept: Mapping[int, KeptYear], criteria: frozenset[int]
) -> AnalysisYears:
    """Return the years of the report that is asked for in a fiscal year.

    ``kept``: the years of the file; ``criteria``: the years that have a set. The scores are those
    of ``asked``, or of the year before where only that has any. Measures and calendar are those of
    the year after the scores, unless the office keeps all in the one year. OIT items are those of
    the year after where it has criteria, unless only the year of the scores has any kept.
    """
    before = kept.get(asked - 1, _NOTHING)
    analysed = asked
    if before.scores and not kept.get(asked, _NOTHING).scores:
        analysed = asked - 1
    own, after = kept.get(analysed, _NOTHING), kept.get(analysed + 1, _NOTHING)
    in_one_year = own.keeps_own(analysed) and not after.is_worked_on
    years = (analysed + 1, analysed)
    if in_one_year and own.oit:
        years = (analysed, analysed + 1)
    return AnalysisYears(
        scores=analysed,
        rows=analysed if in_one_year else analysed + 1,
        duties=next((year for year in years if year in criteria), None),
    )


def analysis_years(file: DataFile, asked: int) -> AnalysisYears:
    """Return the years of the report that a file gives in a fiscal year."""
    there = frozenset(fiscal_years(file))
    wanted = range(asked - 1, asked + 2)
    criteria_of = known_criteria(file)
    return chosen_years(
        asked,
        {year: _kept(file, year) for year in wanted if year in there},
        frozenset(year for year in wanted if criteria_of(year) is not None),
    )


def analysed_year(file: DataFile, asked: int) -> int:
    """Return the year whose scores a report asked for in a fiscal year analyses.

    Of a year that is analysed it is that year.
    """
    kept = {year: KeptYear(scores=bool(entries_of(file, year))) for year in (asked - 1, asked)}
    return chosen_years(asked, kept, frozenset()).scores


def about(tracker: Tracker, analysed: int) -> tuple[Topic, ...]:
    """Return the topics of a tracker that do not name the scores of an earlier year only."""
    return tuple(topic for topic in tracker.topics if _is_about(_named(topic), analysed))


def _is_about(named: frozenset[int], analysed: int) -> bool:
    return not named or max(named) >= analysed


def _named(topic: Topic) -> frozenset[int]:
    return frozenset(item.criteria_year for item in topic.items if item.code)


def _kept(file: DataFile, year: int) -> KeptYear:
    oit = bool(load_disclosure(file, year).items)
    return kept_year(load_tracker(file, year), scores=bool(entries_of(file, year)), oit=oit)


def kept_year(tracker: Tracker, *, scores: bool, oit: bool) -> KeptYear:
    """Return what there is of the year of a tracker; ``scores`` and ``oit``: whether any is."""
    return KeptYear(
        scores=scores,
        calendar=bool(tracker.calendar),
        oit=oit,
        topics=tuple(_named(topic) for topic in tracker.topics if topic.measures),
    )
