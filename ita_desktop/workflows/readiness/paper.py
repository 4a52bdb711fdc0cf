"""ใบตรวจความพร้อม from a data file."""

from dataclasses import replace
from datetime import date

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.marks import load_mark
from ita_desktop.documents.catalogue import FromCheck
from ita_desktop.documents.model import Digits, Document
from ita_desktop.documents.source import ReadinessSource
from ita_desktop.domain.area_figures import (
    disclosure_figure,
    measures_figure,
    plan_figure,
    risks_figure,
    scores_figure,
)
from ita_desktop.domain.readiness import Readiness, is_begun
from ita_desktop.workflows.check import lacks_of
from ita_desktop.workflows.readiness.reading import Question, Reading
from ita_desktop.workflows.scores.year_scores import year_result


def readiness_source(
    file: DataFile, fiscal_year: int, today: date, digits: Digits
) -> ReadinessSource:
    """Return how a year stands on a day. Raises ClerkError for a year without criteria."""
    reading = Reading(file)
    result = year_result(file, fiscal_year)
    figures = (
        scores_figure(result),
        measures_figure(reading.tracker(fiscal_year), today),
        risks_figure(reading.register(fiscal_year)),
        plan_figure(reading.plan(fiscal_year), fiscal_year, today),
        disclosure_figure(result, reading.disclosure(fiscal_year), today),
    )
    lacks = lacks_of(Question(reading, fiscal_year, today))
    before = fiscal_year - 1
    return ReadinessSource(
        office=reading.office(),
        result=result,
        before=reading.result(before) if before in reading.years() else None,
        figures=figures,
        readiness=Readiness(lacks=lacks, begun=is_begun(figures)),
        checked=today,
        digits=digits,
    )


def readiness_document(
    file: DataFile, made: FromCheck, fiscal_year: int, today: date, digits: Digits
) -> tuple[Document, frozenset[str]]:
    """Return the paper and the names no line of it may break. Raises ClerkError (no criteria)."""
    source = readiness_source(file, fiscal_year, today, digits)
    document = made.build(source)
    return replace(document, mark=load_mark(file)), source.office.own_words
