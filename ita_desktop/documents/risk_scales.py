"""The method a paper of risks used: both scales with their criteria, and the bands of levels."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from ita_desktop.documents.model import (
    Align,
    Block,
    Cell,
    Column,
    Heading,
    Number,
    Row,
    Table,
)
from ita_desktop.documents.risk_cells import limits_of, method_words, product_words
from ita_desktop.documents.table_rows import head_cell, head_row
from ita_desktop.domain.risk_method import RiskMethod, ScaleStep

SHEETS: Final = ("เกณฑ์การประเมิน", "ระดับความเสี่ยง")
"""Names of the sheets of a workbook that hold the method."""
_VALUE: Final = Column(width=12, align=Align.CENTER)
_NAME: Final = Column(width=28, align=Align.CENTER)
_TEXT: Final = Column(width=92)
_HEADS: Final = ("ชื่อระดับ", "เกณฑ์", "ชื่อระดับ", "เกณฑ์")


def scale_blocks(method: RiskMethod) -> Iterator[Block]:
    """Give the scales and the bands of a method as tables under a heading."""
    yield Heading(text=f"เกณฑ์ที่ใช้ประเมินความเสี่ยง {method_words(method)}", level=2)
    yield _scales(method)
    yield _bands(method)


def _scales(method: RiskMethod) -> Table:
    """Return both scales side by side, from the highest step down as handbooks print them."""
    over = (
        head_cell("ค่า", rows=2),
        head_cell(method.likelihood_title, columns=2),
        None,
        head_cell(method.impact_title, columns=2),
        None,
    )
    scales = ({one.value: one for one in steps} for steps in (method.likelihood, method.impact))
    likelihood, impact = scales
    return Table(
        name=SHEETS[0],
        columns=(_VALUE, _NAME, _TEXT, _NAME, _TEXT),
        header=(Row(cells=over), Row(cells=(None, *head_row(_HEADS).cells))),
        rows=tuple(
            Row(
                cells=(
                    Cell(content=Number(Decimal(value), 0)),
                    *_told(likelihood.get(value)),
                    *_told(impact.get(value)),
                )
            )
            for value in sorted({*likelihood, *impact}, reverse=True)
        ),
    )


def _told(step: ScaleStep | None) -> tuple[Cell, Cell]:
    """Return name and criterion of a step; "–" where the scale has neither."""
    name, text = ("", "") if step is None else (step.name, step.text)
    return Cell(content=name or "–"), Cell(content=text or "–")


def _bands(method: RiskMethod) -> Table:
    """Return the levels beside each other from the lowest up, each over its limits and colour."""
    limits = (f"คะแนน ({product_words(method)})", *map(limits_of, method.bands))
    colors = ("สี", *(band.color.words for band in method.bands))
    return Table(
        name=SHEETS[1],
        columns=(
            Column(width=2),
            *(Column(width=1, align=Align.CENTER) for _ in method.bands),
        ),
        header=(head_row(("ระดับความเสี่ยง", *(band.name for band in method.bands))),),
        rows=tuple(Row(cells=tuple(Cell(content=one) for one in row)) for row in (limits, colors)),
    )
