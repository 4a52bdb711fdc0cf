"""What papers of risks have in common: title, the line where there are none, who signs."""

from collections.abc import Iterator, Sequence
from typing import Final

from ita_desktop.documents.model import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Orientation,
    PageSetup,
    Row,
    Section,
    Signatory,
    Signature,
    Table,
)
from ita_desktop.documents.printed import with_digits
from ita_desktop.documents.source import RiskSource
from ita_desktop.documents.table_rows import head_row, or_nothing

LANDSCAPE: Final = PageSetup(orientation=Orientation.LANDSCAPE)
_NOTHING: Final = "ยังไม่ได้บันทึกความเสี่ยงของปีงบประมาณ พ.ศ. {year}"


def risk_document(
    source: RiskSource,
    paper_id: str,
    title: str,
    blocks: Sequence[Block],
    page: PageSetup | None = None,
    *,
    of_round: str = "",
) -> Document:
    """Return a paper of risks under its title, office and year.

    ``of_round``: the round it reports, in words; "" of a paper that has none.
    """
    year = source.register.fiscal_year
    of_year = f"ประจำปีงบประมาณ พ.ศ. {year}"
    second = " ".join(part for part in (source.office.name, of_year, of_round) if part)
    titles = (
        Heading(text=title, level=1),
        Heading(text=second, level=1, listed=False),
    )
    return with_digits(
        Document(
            id=paper_id,
            title=f"{title} {second}",
            author=source.office.name,
            digits=source.digits,
            sections=(Section(blocks=(*titles, *blocks), page=page or PageSetup()),),
            fiscal_year=year,
            months=source.months if of_round else None,
        )
    )


def risk_table(
    source: RiskSource,
    name: str,
    columns: Sequence[tuple[str, float, Align]],
    rows: Sequence[Row],
    note: str = "",
) -> Iterator[Block]:
    """Give the table of a paper; without rows under a line that says there are no risks yet.

    ``columns``: head, share of the width, and how its cells stand.
    """
    table = Table(
        name=name,
        columns=tuple(Column(width=width, align=align) for _, width, align in columns),
        header=(head_row(head for head, _, _ in columns),),
        rows=tuple(rows),
        note=note,
    )
    yield from or_nothing(table, (), _NOTHING.format(year=source.register.fiscal_year))


def signature(source: RiskSource) -> Signature:
    """Return the place where the executive signs."""
    office = source.office
    return Signature(signatories=(Signatory(name=office.executive, title=office.executive_title),))
