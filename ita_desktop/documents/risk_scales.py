"""The method a paper of risks used: both scales with their criteria, and the bands of levels."""

from collections.abc import Iterator
from typing import Final

from ita_desktop.documents.model import Align, Block, Cell, Column, Heading, Row, Table
from ita_desktop.documents.risk_cells import method_words, product_words
from ita_desktop.documents.table_rows import counted, head_row
from ita_desktop.domain.risk_method import RiskMethod, ScaleStep

SHEETS: Final = ("เกณฑ์โอกาส", "เกณฑ์ผลกระทบ", "ระดับความเสี่ยง")
"""Names of the sheets of a workbook that hold the method."""
_STEP: Final = Column(width=22, align=Align.CENTER)
_NAME: Final = Column(width=44, align=Align.CENTER)
_TEXT: Final = Column(width=160)


def scale_blocks(method: RiskMethod) -> Iterator[Block]:
    """Give the scales and the bands of a method as tables under a heading."""
    yield Heading(text=f"เกณฑ์ที่ใช้ประเมินความเสี่ยง {method_words(method)}", level=2)
    yield _scale(SHEETS[0], method.likelihood_title, method.likelihood)
    yield _scale(SHEETS[1], method.impact_title, method.impact)
    yield _bands(method)


def _scale(sheet: str, title: str, steps: tuple[ScaleStep, ...]) -> Table:
    """Return a scale from its highest step down, as handbooks print it."""
    falling = tuple(reversed(steps))
    return Table(
        name=sheet,
        caption=f"เกณฑ์{title}",
        columns=(_STEP, _NAME, _TEXT),
        header=(head_row(("ค่า", "ชื่อระดับ", "เกณฑ์")),),
        rows=tuple(
            Row(cells=(Cell(content=counted(one.value).content), *_told(one))) for one in falling
        ),
    )


def _told(step: ScaleStep) -> tuple[Cell, Cell]:
    return Cell(content=step.name), Cell(content=step.text or "–")


def _bands(method: RiskMethod) -> Table:
    limits = [str(b.first) if b.first == b.last else f"{b.first}–{b.last}" for b in method.bands]
    return Table(
        name=SHEETS[2],
        caption=f"ระดับความเสี่ยง (Risk Score = {product_words(method)})",
        columns=(
            Column(width=60, align=Align.CENTER),
            Column(width=60, align=Align.CENTER),
            Column(width=106, align=Align.CENTER),
        ),
        header=(head_row(("ระดับ", "สี", "ช่วงคะแนน")),),
        rows=tuple(
            Row(
                cells=(
                    Cell(content=band.name),
                    Cell(content=band.color.words),
                    Cell(content=limit),
                )
            )
            for band, limit in zip(reversed(method.bands), reversed(limits), strict=True)
        ),
    )
