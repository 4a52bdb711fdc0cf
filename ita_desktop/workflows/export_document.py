"""From the data file to a paper: freeze first, then draw.

``freeze`` reads the data file and is quick; ``draw`` takes values only and may run elsewhere.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.marks import load_mark
from ita_desktop.db.scores import fiscal_years
from ita_desktop.documents.catalogue import (
    Format,
    FromAnalysis,
    FromAnnouncement,
    FromCheck,
    FromDisclosure,
    FromMeasures,
    FromPlan,
    FromRisks,
    FromScores,
    Paper,
    paper,
    paper_of,
)
from ita_desktop.documents.margins import REGULATION, Margins, with_margins
from ita_desktop.documents.model import Digits, Document
from ita_desktop.documents.source import Source
from ita_desktop.domain.measures import Round
from ita_desktop.errors import ClerkError
from ita_desktop.pdf.report import MissingLetters
from ita_desktop.thai.digits import printed_digits
from ita_desktop.whole_file import held_sentence, write_whole_or_beside
from ita_desktop.workflows.analysis.papers import analysis_document
from ita_desktop.workflows.announcements import announcement_paper
from ita_desktop.workflows.disclosure.papers import disclosure_document
from ita_desktop.workflows.layouts import own_layouts
from ita_desktop.workflows.measures.papers import measure_document
from ita_desktop.workflows.opening import office_of
from ita_desktop.workflows.plans.papers import plan_document
from ita_desktop.workflows.readiness.paper import readiness_document
from ita_desktop.workflows.risks.papers import risk_document
from ita_desktop.workflows.scores.year_scores import known_years, year_result

if TYPE_CHECKING:
    from ita_desktop.typesetting.faces import Typeface

_LONGEST_NAME = 200
_PAGE_OBJECT = re.compile(rb"/Type\s*/Page\b(?!s)")


@dataclass(frozen=True, slots=True)
class Frozen:
    """A document and the names that no line of it may be broken in.

    ``kept``: the PDF it was issued as, which is what is seen, printed and saved; else empty.
    """

    document: Document
    own_words: frozenset[str]
    kept: bytes = b""


@dataclass(frozen=True, slots=True)
class Drawn:
    """What became of a document: its file, pages (PDF only) and letters its font lacks."""

    path: Path
    pages: int | None = None
    missing_letters: tuple[str, ...] = ()
    bundled_instead: bool = False
    """The font asked for is not on this computer any more; Sarabun took its place."""
    held: str = ""
    """Why the path is not the one asked for, as a sentence; empty where it is."""


@dataclass(frozen=True, slots=True)
class Typeset:
    """A paper as a PDF that is in no file yet."""

    data: bytes
    pages: int
    lacking: tuple[MissingLetters, ...] = ()
    bundled_instead: bool = False
    """The font asked for is not on this computer any more; Sarabun took its place."""


def freeze(  # noqa: PLR0913 - a paper differs by all of these, all but four have a default
    file: DataFile,
    document_id: str,
    fiscal_year: int,
    digits: Digits,
    margins: Margins = REGULATION,
    months: Round | None = None,
    kind: Format = "pdf",
    *,
    today: date | None = None,
) -> Frozen:
    """Return the paper as it stands now; of a closed round, as it was when that was closed.

    ``months``: the round a report is of; None takes the latest that reports anything,
    six months where neither does. A paper that has no rounds is the same in each. ``kind``: what it
    is drawn as; the workbook of a plan holds more than its pages. ``today``: the day a year is
    checked on; None: the clerk's own. Raises ClerkError (no such paper, year, criteria or plan).
    """
    known = paper(document_id, () if "~" not in document_id else own_layouts(file))
    _refuse_unknown_year(file, known, fiscal_year)
    kept = b""
    match known.made:
        case FromScores():
            document, own_words = _of_scores(file, known.made, fiscal_year, digits)
        case FromMeasures(layout):
            document, own_words = measure_document(file, layout, fiscal_year, digits, months)
        case FromRisks():
            document, own_words = risk_document(file, known.made, fiscal_year, digits, months)
        case FromPlan():
            document, own_words = plan_document(file, known.made, fiscal_year, digits, months, kind)
        case FromDisclosure():
            document, own_words = disclosure_document(file, known.made, fiscal_year, digits, kind)
        case FromAnalysis():
            document, own_words = analysis_document(file, known.made, fiscal_year, digits, kind)
        case FromCheck():
            day = today or date.today()  # noqa: DTZ011 - the clerk's own calendar
            document, own_words = readiness_document(file, known.made, fiscal_year, day, digits)
        case FromAnnouncement():
            paper_of_it = announcement_paper(file, document_id, fiscal_year, digits)
            document, own_words = paper_of_it.document, paper_of_it.own_words
            kept = paper_of_it.kept
        case None:
            raise LookupError(document_id)
    return Frozen(with_margins(document, margins), own_words, kept)


def _refuse_unknown_year(file: DataFile, known: Paper, fiscal_year: int) -> None:
    """Raise ClerkError where the file has not the year a paper is asked for."""
    years = fiscal_years(file)
    ahead = isinstance(known.made, FromPlan)  # a plan runs ahead
    if isinstance(known.made, FromAnalysis):  # what one year asks for analyses the year before
        ahead = fiscal_year - 1 in years
    if fiscal_year not in years and not ahead:
        if not years:
            raise ClerkError("ไฟล์นี้ยังไม่มีปีงบประมาณ จึงยังออกเอกสารไม่ได้ กรุณาเพิ่มปีงบประมาณก่อน")
        listed = ", ".join(map(str, years))
        raise ClerkError(f"ไฟล์นี้ไม่มีข้อมูลปีงบประมาณ {fiscal_year} จึงยังออกเอกสารไม่ได้ ปีที่มีคือ {listed}")


def _of_scores(
    file: DataFile, made: FromScores, fiscal_year: int, digits: Digits
) -> tuple[Document, frozenset[str]]:
    office = office_of(file)
    result = year_result(file, fiscal_year)
    # a year whose criteria nobody brought has no result: one a plan is of, or another program's
    results = tuple(year_result(file, year) for year in known_years(file))
    document = made.build(Source(office, result, results, digits))
    return replace(document, mark=load_mark(file)), office.own_words


def draw(
    frozen: Frozen, kind: Format, path: Path, font: str | None = None, *, or_bundled: bool = False
) -> Drawn:
    """Write the document whole to ``path`` as PDF or workbook, or beside it where it is held.

    ``font`` is a font file or the name of an installed family; without it the bundled Sarabun, or
    in a workbook TH SarabunPSK, which offices have. ``or_bundled``: a font that cannot be had is
    no reason to go without the paper. Raises ClerkError or MachineError.
    """
    if kind == "xlsx":
        from ita_desktop.xlsx.writer import write_xlsx  # noqa: PLC0415 - openpyxl only when needed

        written = write_xlsx(frozen.document, path, frozen.own_words)
        return Drawn(written, held=held_sentence(path, written))
    if frozen.kept:
        written = write_whole_or_beside(path, frozen.kept)
        return Drawn(written, _pages_of(frozen.kept), held=held_sentence(path, written))
    from ita_desktop.pdf.write import write_pdf  # noqa: PLC0415 - ReportLab only when needed

    face, instead = _face(font, or_bundled=or_bundled)
    report = write_pdf(frozen.document, path, face, frozen.own_words)
    letters = (letter for text in report.missing for letter in text.letters)
    written = report.file or path
    missing = tuple(dict.fromkeys(letters))
    return Drawn(written, report.pages, missing, instead, held_sentence(path, written))


def typeset(
    frozen: Frozen,
    font: str | None = None,
    progress: Callable[[float], None] | None = None,
    *,
    or_bundled: bool = False,
) -> Typeset:
    """Return the paper as a PDF in memory, to be looked at, printed or put in a file.

    ``font`` and ``or_bundled`` as for ``draw``. ``progress`` is told the share done, 0 to 1; what
    it raises ends the work. Raises ClerkError.
    """
    if frozen.kept:
        return Typeset(frozen.kept, _pages_of(frozen.kept))
    from ita_desktop.pdf.write import make_pdf  # noqa: PLC0415 - ReportLab only when needed

    face, instead = _face(font, or_bundled=or_bundled)
    data, report = make_pdf(frozen.document, face, frozen.own_words, progress)
    return Typeset(data, report.pages, report.missing, instead)


def _pages_of(kept: bytes) -> int:
    """Return how many pages a PDF of ours has: its page objects are written in the clear."""
    return len(_PAGE_OBJECT.findall(kept))


def _face(font: str | None, *, or_bundled: bool) -> "tuple[Typeface, bool]":
    """Return the typeface, and whether it is the bundled one because ``font`` cannot be had."""
    from ita_desktop.typesetting.faces import bundled_typeface, typeface  # noqa: PLC0415

    if font is None:
        return bundled_typeface(), False
    try:
        return typeface(font), False
    except ClerkError:
        if or_bundled:
            return bundled_typeface(), True
        raise


def file_name(document: Document, kind: Format) -> str:
    """Return a name to offer for the file: the paper's short title, round, year and the office.

    Without letters Windows refuses, and within the 255 bytes (85 Thai letters) Linux allows.
    """
    months = "" if document.months is None else f"รอบ {document.months} เดือน"
    printed = printed_digits(
        f"{paper_of(document).title} {months} {document.year_words}",
        thai=document.digits is Digits.THAI,
    )
    words = f"{printed} {document.author}"
    allowed = "".join(" " if letter in '<>:"/\\|?*' else letter for letter in words)
    short = " ".join(allowed.split()).encode()[:_LONGEST_NAME].decode(errors="ignore")
    return f"{short.rstrip(' .')}.{kind}"
