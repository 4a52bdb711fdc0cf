"""What was done about each risk: seven columns, a row a treatment, of one round (O35 of 2566)."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from ita_desktop.documents.measure_texts import round_title
from ita_desktop.documents.model import Align, Document, Row
from ita_desktop.documents.risk_cells import control, events
from ita_desktop.documents.risk_paper import LANDSCAPE, risk_document, risk_table, signature
from ita_desktop.documents.source import RiskSource
from ita_desktop.documents.table_rows import Piece, Strip, counted, row_key, shared_strip, woven
from ita_desktop.domain.measures import Round, State, latest_reported
from ita_desktop.domain.numbered import list_markers, marked
from ita_desktop.domain.risks import Process, Register, Treatment, units_of

ID: Final = "risk-progress"
NAME: Final = "ผลการบริหารจัดการความเสี่ยง"
_TITLE: Final = "รายงานผลการบริหารจัดการความเสี่ยงการทุจริต"
COLUMNS: Final = (
    ("ลำดับ", 15.0, Align.CENTER),
    ("ความเสี่ยง", 56.0, Align.LEFT),
    ("มาตรการควบคุม", 50.0, Align.LEFT),
    ("การดำเนินการ", 52.0, Align.LEFT),
    ("สถานะ", 27.0, Align.CENTER),
    ("ผล", 40.0, Align.LEFT),
    ("หน่วยงาน", 28.0, Align.LEFT),
)
"""Head, share of the width, and how the cells stand."""


def usual_round(register: Register) -> Round:
    """Return the round a report prints where nobody says which, as for measures."""
    return latest_reported(
        one.results for process in register.processes for one in process.treatments
    )


def risk_progress(source: RiskSource) -> Document:
    """Return the report of a round; a process without treatments has a row of its risks alone."""
    rows: list[Row] = []
    for number, process in enumerate(source.register.processes, start=1):
        rows += _rows(source, number, process)
    words = round_title(source.register.fiscal_year, source.months)
    blocks = (*risk_table(source, NAME, COLUMNS, rows), signature(source))
    return risk_document(source, ID, _TITLE, blocks, LANDSCAPE, of_round=words)


def _rows(source: RiskSource, number: int, process: Process) -> list[Row]:
    if not process.treatments:
        strips: list[Strip] = [[counted(number)], [Piece(1, _all_risks(process))]]
        strips += [[Piece(1)] for _ in COLUMNS[2:-1]]
        strips.append([Piece(1, process.units)])
        return woven(strips, [row_key("process", process.id, source.file_mark)])
    results = [one.result(source.months) for one in process.treatments]
    strips = [
        [counted(number, len(process.treatments))],
        list(_risks(process)),
        [Piece(1, words) for words in _treatments(source, process.treatments)],
        [Piece(1, result.result) for result in results],
        [Piece(1, one.state.words if one.state is not State.UNTOLD else "") for one in results],
        [Piece(1, result.outcome) for result in results],
        shared_strip([_own_units(process, one) for one in process.treatments], process.units),
    ]
    keys = [row_key("treatment", one.id, source.file_mark) for one in process.treatments]
    return woven(strips, keys)


def _risks(process: Process) -> Iterator[Piece]:
    """Give what each treatment is against; neighbours against the same share a cell."""
    texts = {risk.id: risk.text for risk in process.risks}
    for risk, treatments in groupby(process.treatments, key=lambda one: one.risk):
        words = texts.get(risk, "") if risk is not None else _all_risks(process)
        yield Piece(len(list(treatments)), words)


def _own_units(process: Process, treatment: Treatment) -> str:
    """Return who does a treatment where that is not told for the whole process."""
    units = units_of(process, treatment)
    return "" if units == process.units and not treatment.units else units


def _all_risks(process: Process) -> str:
    return events(process) or process.text


def _treatments(source: RiskSource, treatments: Sequence[Treatment]) -> Iterator[str]:
    """Give each treatment with its number in its process, as the plan's table numbers them."""
    markers = list_markers([one.marker for one in treatments])
    for number, (marker, one) in enumerate(zip(markers, treatments, strict=True), start=1):
        yield marked(marker, number, control(one, source.measures))
