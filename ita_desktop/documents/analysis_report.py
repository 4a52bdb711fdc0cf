"""รายงานผลการวิเคราะห์การประเมินฯ, whole, with the heads of seed 001 (what O42 asks for)."""

from collections.abc import Iterator
from typing import Final

from ita_desktop.documents.analysis_front import TITLE, front_sections, intro_blocks
from ita_desktop.documents.analysis_results import (
    indicator_blocks,
    instrument_blocks,
    result_blocks,
)
from ita_desktop.documents.analysis_tables import (
    calendar_blocks,
    duties_blocks,
    sheets_of_work,
)
from ita_desktop.documents.analysis_words import Words, words_of
from ita_desktop.documents.model import (
    PAGE,
    Align,
    Block,
    Document,
    Heading,
    Paragraph,
    Running,
    Section,
    Signatory,
    Signature,
    Space,
)
from ita_desktop.documents.printed import with_digits
from ita_desktop.documents.score_summary import (
    indicator_table,
    level_table,
    ranking_table,
    weight_table,
)
from ita_desktop.documents.source import AnalysisSource

ID: Final = "analysis-report"
NAME: Final = "รายงานผลการวิเคราะห์การประเมิน ITA"
_PART: Final = Space(height=5)
"""Over the heading of a part, which goes on where the part before it ends."""
_HEAD: Final = Running(center=f"- {PAGE} -")


def analysis_report(source: AnalysisSource) -> Document:
    """Return the report; a part whose data lack says what is missing and where it is entered."""
    words = words_of(source)
    analysis = (
        *intro_blocks(words),
        *(_PART, *result_blocks(words)),
        *(_PART, *instrument_blocks(words)),
        *(_PART, *indicator_blocks(words)),
        *(_PART, *calendar_blocks(words)),
    )
    duties = (*duties_blocks(words), *_closing(words))
    sections = (
        Section(blocks=analysis, head=_HEAD, first_head=True, first_number=1),
        Section(blocks=duties, head=_HEAD, first_head=True),
    )
    return _document(source, (*front_sections(words), *sections))


def analysis_sheets(source: AnalysisSource) -> Document:
    """Return the workbook of the report: each of its tables on a sheet, to be read back."""
    words = words_of(source)
    scores = source.scores
    result, office = scores.result, scores.office
    blocks: list[Block] = [
        Heading(text=TITLE.format(year=result.criteria.fiscal_year), level=1),
        Heading(text=office.name, level=1),
    ]
    if result.criteria.levels:
        blocks.append(level_table(result))
    if result.ranking:
        blocks.append(ranking_table(result))
    blocks += (weight_table(office, result), indicator_table(office, result))
    blocks += sheets_of_work(words)
    return _document(source, (Section(blocks=tuple(blocks)),))


def _document(source: AnalysisSource, sections: tuple[Section, ...]) -> Document:
    office, result = source.scores.office, source.scores.result
    year, rows = result.criteria.fiscal_year, source.plan.tracker.fiscal_year
    return with_digits(
        Document(
            id=ID,
            title=f"{TITLE.format(year=year)} {office.name}",
            author=office.name,
            digits=source.scores.digits,
            sections=sections,
            fiscal_year=year,
            rows_year=rows,
        )
    )


def _closing(words: Words) -> Iterator[Block]:
    """Give the last words and the place where the executive signs."""
    office = words.source.scores.office
    *lines, last = words.lines("closing") or ("",)
    for line in lines:
        yield Paragraph(text=line, indent=True, align=Align.JUSTIFY, before=12)
    yield Paragraph(text=last, indent=True, align=Align.JUSTIFY, before=12, keep_with_next=True)
    yield Signature(signatories=(Signatory(name=office.executive, title=office.executive_title),))
