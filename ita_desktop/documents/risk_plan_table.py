"""The table of part 1 of a plan: five columns, a row a process with all its events and controls."""

from collections.abc import Iterator
from typing import Final

from ita_desktop.documents.model import Align, Block, Document, Row
from ita_desktop.documents.risk_cells import bands_line, controls, events, levels
from ita_desktop.documents.risk_paper import risk_document, risk_table
from ita_desktop.documents.source import RiskSource
from ita_desktop.documents.table_rows import Piece, counted, row_key, woven

ID: Final = "risk-plan-table"
NAME: Final = "ความเสี่ยงการทุจริตในองค์กร"
_TITLE: Final = "การประเมินความเสี่ยงการทุจริตในองค์กร"
COLUMNS: Final = (
    ("ลำดับที่", 14.0, Align.CENTER),
    ("ขั้นตอนการดำเนินงาน", 32.0, Align.LEFT),
    ("ประเด็นความเสี่ยงการทุจริต", 44.0, Align.LEFT),
    ("Risk Score", 27.0, Align.CENTER),
    ("มาตรการควบคุมความเสี่ยงการทุจริต", 45.0, Align.LEFT),
)
"""Head, share of the width, and how the cells stand."""


def risk_plan_table(source: RiskSource) -> Document:
    """Return the table as a paper of its own."""
    return risk_document(source, ID, _TITLE, tuple(risk_plan_blocks(source)))


def risk_plan_blocks(source: RiskSource) -> Iterator[Block]:
    """Give the table as plans print it (seed 004); the bands used stand in a line under it."""
    register = source.register
    strips = [
        [counted(number) for number, _ in enumerate(register.processes, start=1)],
        [Piece(1, process.text) for process in register.processes],
        [Piece(1, events(process)) for process in register.processes],
        [Piece(1, levels(register.method, process)) for process in register.processes],
        [Piece(1, controls(one.treatments, source.measures)) for one in register.processes],
    ]
    keys = [row_key("process", process.id, source.file_mark) for process in register.processes]
    rows: list[Row] = woven(strips, keys)
    yield from risk_table(source, NAME, COLUMNS, rows, bands_line(register.method))
