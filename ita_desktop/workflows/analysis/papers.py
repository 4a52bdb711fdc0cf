"""The analysis report from a data file."""

from dataclasses import replace

from ita_desktop.db.analysis_texts import analysis_texts
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.marks import load_mark
from ita_desktop.documents.catalogue import Format, FromAnalysis
from ita_desktop.documents.layout import official_layout
from ita_desktop.documents.model import Digits, Document
from ita_desktop.documents.source import AnalysisSource, Source
from ita_desktop.workflows.analysis.years import AnalysisYears, about, analysis_years
from ita_desktop.workflows.disclosure.papers import disclosure_source
from ita_desktop.workflows.measures.papers import measure_source
from ita_desktop.workflows.opening import office_of
from ita_desktop.workflows.scores.year_scores import known_years, year_result

_MEASURES = "measures-plan"
_CALENDAR = "action-calendar"
_WORDS = frozenset({"ข้อค้นพบ", "บันทึกคะแนน", "ติดตามมาตรการ"})
"""Set terms of this paper that a line's end may not cut."""


def analysis_source(
    file: DataFile, asked: int, digits: Digits, years: AnalysisYears | None = None
) -> AnalysisSource:
    """Return what the report that is asked for in a fiscal year is made from.

    ``years``: where they are known already. Raises ClerkError where the year that is analysed has
    no criteria.
    """
    years = analysis_years(file, asked) if years is None else years
    result = year_result(file, years.scores)
    before = tuple(year_result(file, year) for year in known_years(file) if year < years.scores)
    plan = measure_source(file, official_layout(_MEASURES), years.rows, digits).source
    plan = replace(plan, tracker=replace(plan.tracker, topics=about(plan.tracker, years.scores)))
    return AnalysisSource(
        scores=Source(office_of(file), result, (*before, result), digits),
        plan=plan,
        calendar=replace(plan, layout=official_layout(_CALENDAR), texts={}),
        duties=None if years.duties is None else disclosure_source(file, years.duties, digits),
        texts=analysis_texts(file, years.scores),
    )


def analysis_document(
    file: DataFile, made: FromAnalysis, fiscal_year: int, digits: Digits, kind: Format = "pdf"
) -> tuple[Document, frozenset[str]]:
    """Return the paper and the names no line of it may break. Raises ClerkError (no criteria)."""
    source = analysis_source(file, fiscal_year, digits)
    build = made.sheets if kind == "xlsx" else made.build
    own_words = source.scores.office.own_words | _WORDS
    return replace(build(source), mark=load_mark(file)), own_words
