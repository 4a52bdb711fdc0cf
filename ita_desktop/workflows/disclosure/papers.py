"""Papers of OIT items from a data file."""

from dataclasses import replace

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import load_disclosure
from ita_desktop.db.marks import load_mark
from ita_desktop.documents.catalogue import Format, FromDisclosure
from ita_desktop.documents.model import Digits, Document
from ita_desktop.documents.source import DisclosureSource
from ita_desktop.workflows.measures.papers import file_mark_of
from ita_desktop.workflows.opening import office_of
from ita_desktop.workflows.scores.year_scores import year_result


def disclosure_source(file: DataFile, fiscal_year: int, digits: Digits) -> DisclosureSource:
    """Return what the papers of a year's OIT items are made from. Raises ClerkError (criteria)."""
    result = year_result(file, fiscal_year)
    return DisclosureSource(
        office=office_of(file),
        criteria=result.criteria,
        disclosure=load_disclosure(file, fiscal_year),
        result=result,
        digits=digits,
        file_mark=file_mark_of(file),
    )


def disclosure_document(
    file: DataFile,
    made: FromDisclosure,
    fiscal_year: int,
    digits: Digits,
    kind: Format = "pdf",
) -> tuple[Document, frozenset[str]]:
    """Return the paper and the names no line of it may break. Raises ClerkError (no criteria)."""
    source = disclosure_source(file, fiscal_year, digits)
    build = made.build if kind == "pdf" or made.sheets is None else made.sheets
    document = build(source)
    return replace(document, mark=load_mark(file)), source.office.own_words
