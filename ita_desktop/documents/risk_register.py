"""The risk register: eight columns, a row a risk, with the scales and bands used under them."""

from collections.abc import Sequence
from typing import Final

from ita_desktop.documents.model import Align, Document, Row
from ita_desktop.documents.risk_cells import controls, has_own_level, score_words
from ita_desktop.documents.risk_paper import LANDSCAPE, risk_document, risk_table, signature
from ita_desktop.documents.risk_scales import scale_blocks
from ita_desktop.documents.source import RiskSource
from ita_desktop.documents.table_rows import Piece, Strip, counted, row_key, shared_strip, woven
from ita_desktop.domain.risk_levels import standing, standing_of
from ita_desktop.domain.risks import Numbered, Process

ID: Final = "risk-register"
NAME: Final = "ทะเบียนความเสี่ยงการทุจริต"
_TITLE: Final = "การประเมินความเสี่ยงการทุจริต"
COLUMNS: Final = (
    ("ลำดับ", 14.0, Align.CENTER),
    ("ขั้นตอน/กระบวนงาน", 36.0, Align.LEFT),
    ("เหตุการณ์ความเสี่ยง/\nรูปแบบพฤติการณ์", 54.0, Align.LEFT),
    ("โอกาส (Likelihood)", 27.0, Align.CENTER),
    ("ผลกระทบ (Impact)", 23.0, Align.CENTER),
    ("Risk Score", 26.0, Align.CENTER),
    ("มาตรการควบคุม", 53.0, Align.LEFT),
    ("ผู้รับผิดชอบ", 27.0, Align.LEFT),
)
"""Head, share of the width, and how the cells stand."""


def risk_register(source: RiskSource) -> Document:
    """Return the register of a year; without risks it says so, still with its method."""
    rows: list[Row] = []
    numbered = list(source.register.risks())
    for process in source.register.processes:
        own = [one for one in numbered if one.process.id == process.id]
        rows += _rows(source, process, own)
    blocks = (
        *risk_table(source, NAME, COLUMNS, rows),
        *scale_blocks(source.register.method),
        signature(source),
    )
    return risk_document(source, ID, _TITLE, blocks, LANDSCAPE)


def _rows(source: RiskSource, process: Process, risks: Sequence[Numbered]) -> list[Row]:
    """Return the rows of a process: one a risk; of a process without any one for itself."""
    if not risks:
        told = (process.text, "", "", "", _level(source, process), _shared(source, process))
        strips = [[Piece(1, one)] for one in ("", *told, process.units)]
        return woven(strips, [row_key("process", process.id, source.file_mark)])
    strips = [
        [counted(one.number) for one in risks],
        [Piece(len(risks), process.text)],
        [Piece(1, one.risk.text) for one in risks],
        [_step(one.risk.likelihood) for one in risks],
        [_step(one.risk.impact) for one in risks],
        _scores(source, process, risks),
        _controls(source, process, risks),
        shared_strip([one.risk.units for one in risks], process.units),
    ]
    return woven(strips, [row_key("risk", one.risk.id, source.file_mark) for one in risks])


def _step(value: int | None) -> Piece:
    return Piece(1) if value is None else counted(value)


def _scores(source: RiskSource, process: Process, risks: Sequence[Numbered]) -> Strip:
    """Return the levels; neighbours that have none of their own share the process's."""
    method = source.register.method
    own = [
        score_words(standing_of(method, process, one.risk)) if has_own_level(one.risk) else ""
        for one in risks
    ]
    return shared_strip(own, _level(source, process))


def _level(source: RiskSource, process: Process) -> str:
    return score_words(standing(source.register.method, None, None, process.level))


def _controls(source: RiskSource, process: Process, risks: Sequence[Numbered]) -> Strip:
    """Return the treatments: one cell for all risks where each is against all of them."""
    if all(one.risk is None for one in process.treatments):
        return [Piece(len(risks), _shared(source, process))]
    return [Piece(1, controls(process.treatments_of(one.risk), source.measures)) for one in risks]


def _shared(source: RiskSource, process: Process) -> str:
    return controls(process.treatments, source.measures)
