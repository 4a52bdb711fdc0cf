"""A table of the workbook of everything, and how moments are written in it."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from ita_desktop.documents.model import Align, Cell, Column, Number, Row, Table
from ita_desktop.thai.dates import format_date

_LONGEST = 32_000
_CUT = " … (ตัดเพราะยาวเกินช่องของ Excel)"


def plain_table(
    name: str, heads: Sequence[tuple[str, float]], rows: Iterable[Sequence[str | Number]]
) -> Table:
    """Return a table with widths in shares; without rows it says so."""
    listed = [Row(cells=tuple(_cell(value) for value in row)) for row in rows]
    return Table(
        name=name,
        columns=tuple(Column(width=width) for _, width in heads),
        header=(Row(cells=tuple(_head(head) for head, _ in heads)),),
        rows=tuple(listed),
        note="" if listed else "ไม่มีรายการ",
    )


def _head(text: str) -> Cell:
    return Cell(content=text, bold=True, align=Align.CENTER)


def _cell(value: str | Number) -> Cell:
    if isinstance(value, str):
        return Cell(content=value if len(value) <= _LONGEST else f"{value[:_LONGEST]}{_CUT}")
    return Cell(content=value, align=Align.RIGHT)


def moment_words(moment: datetime) -> str:
    """Return a moment in local time: "15 มกราคม 2566 14:32"."""
    day = format_date(moment.date(), thai_digits=False)
    return f"{day} {moment:%H:%M}"
