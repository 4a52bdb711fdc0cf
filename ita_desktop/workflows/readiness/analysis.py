"""What the edited texts of an analysis report lack."""

from collections.abc import Iterable, Iterator

from ita_desktop.documents.analysis_places import places_of
from ita_desktop.documents.analysis_texts import filled_text, title_of, unknown_places
from ita_desktop.documents.model import Digits
from ita_desktop.documents.source import AnalysisSource
from ita_desktop.domain.analysis_checks import AnalysisFacts, EditedText, analysis_lacks
from ita_desktop.domain.lacks import Lack
from ita_desktop.domain.typed_figures import figures_of
from ita_desktop.workflows.analysis.papers import analysis_source
from ita_desktop.workflows.analysis.years import (
    AnalysisYears,
    KeptYear,
    chosen_years,
    kept_year,
)
from ita_desktop.workflows.readiness.reading import Question, Reading


def lacks_of_analysis(question: Question) -> Iterable[Lack]:
    """Return what the texts lack of the report that is asked for in the year.

    Only those the office edited; the starting ones say nothing that the data do not.
    """
    reading = question.reading
    years = _years(reading, question.fiscal_year)
    year = years.scores
    result = reading.result(year)
    if result is None or not reading.texts(year):
        return ()
    source = analysis_source(reading.file, year, Digits.ARABIC, years)
    results = [reading.result(one) for one in reading.years() if one != year]
    others = [one for one in results if one is not None]
    return analysis_lacks(
        AnalysisFacts(
            fiscal_year=year,
            texts=tuple(_edited(source)),
            figures=figures_of(result, others, reading.office().limits),
            office=reading.office(),
        )
    )


def _years(reading: Reading, asked: int) -> AnalysisYears:
    """Return the years of the report that is asked for in a fiscal year, as the paper has them."""
    wanted = (asked - 1, asked, asked + 1)
    kept = {year: _kept(reading, year) for year in wanted if year in reading.years()}
    criteria = frozenset(year for year in wanted if reading.criteria(year) is not None)
    return chosen_years(asked, kept, criteria)


def _kept(reading: Reading, year: int) -> KeptYear:
    result = reading.result(year)
    scores = result is not None and bool(result.entries)
    oit = bool(reading.disclosure(year).items)
    return kept_year(reading.tracker(year), scores=scores, oit=oit)


def _edited(source: AnalysisSource) -> Iterator[EditedText]:
    places, criteria = places_of(source), source.scores.result.criteria
    for name, text in source.texts.items():
        yield EditedText(
            name=name,
            title=title_of(name, criteria),
            written=text.frozen if text.is_frozen else text.text,
            outdated=text.is_outdated(filled_text(text.text, places)),
            unknown=() if text.is_frozen else unknown_places(text.text, places),
        )
