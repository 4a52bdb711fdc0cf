"""The rows of a table of risks: which of them are records, and which begin a process."""

import re
from collections.abc import Callable
from typing import Final

from ita_desktop.db.rows import Kind
from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.thai.text import fold, normalise
from ita_desktop.workflows.risks.drafts import Cells, KeyedRow, ProcessDraft, ReadRisks
from ita_desktop.workflows.risks.forms import REGISTER
from ita_desktop.workflows.rows.sheet_drafts import RowKey, Said, row_key
from ita_desktop.xlsx.grid import text_of
from ita_desktop.xlsx.table_rows import FoundRow
from ita_desktop.xlsx.tables import FoundTable

_AGAIN: Final = re.compile(r"\s*\((?:ต่อ|ต่อจาก[^()]*)\)\s*$")
_NOT_PRINTED: Final = frozenset({"-", "–"})


def read_risks(
    table: FoundTable, file_mark: str, process_of: Callable[[RowKey], int | None]
) -> ReadRisks:
    """Return the rows of a table: those of records, and drafts of processes with the others.

    ``process_of`` says which process a row's key belongs to, None where the row is gone. A row
    without a key whose step is empty or merged goes on with the process above it.
    """
    read = ReadRisks()
    has_step = any("step" in row.cells for row in table.rows)
    current: ProcessDraft | None = None
    for row in table.rows:
        key = row_key(row.key, file_mark)
        process = None if key is None else process_of(key)
        cells = _cells(row, loose=process is None)
        if key is not None and process is None:
            read.findings.append(_gone(table, row))
        if key is not None and process is not None:
            read.keyed.append(KeyedRow(key, process, cells))
            read.order.append(process)
            current = _within(table, cells, process, key)
            continue
        if not any(said.text for said in cells.values()):
            continue
        if current is None or _begins(table.kind, current, cells, has_step=has_step):
            current = ProcessDraft(sheet=table.sheet, address=_address(cells))
        elif current.within:
            cells = {name: said for name, said in cells.items() if not said.covered}
            if not any(said.text for name, said in cells.items() if name not in ("order", "step")):
                continue
        if not current.rows:
            current.address = _address(cells) or current.address
            read.drafts.append(current)
            read.order.append(current)
        current.rows.append(cells)
    return read


def own(cells: Cells, *names: str) -> bool:
    """Say whether one of the cells has words of its own."""
    return any(cells[name].text and not cells[name].covered for name in names if name in cells)


def step_text(text: str) -> str:
    """Return a step without the "(ต่อ)" of a continued page."""
    return _AGAIN.sub("", text)


def _begins(kind: str, current: ProcessDraft, cells: Cells, *, has_step: bool) -> bool:
    """Say whether a row is of another process than the one above it."""
    first = current.above or current.rows[0]
    if own(cells, "step"):
        said, before = (_words(one, "step") for one in (cells, first))
        if said != before:
            return True
        again = cells["step"].text != step_text(cells["step"].text)
        return not again and kind != REGISTER and _other_order(cells, first)
    if kind != REGISTER and own(cells, "order"):
        return _other_order(cells, first)
    if has_step or cells.get("order", Said("", "")).covered:
        return False
    return own(cells, "event") and (kind == REGISTER or "order" not in cells)


def _other_order(cells: Cells, first: Cells) -> bool:
    return own(cells, "order") and _words(cells, "order") != _words(first, "order")


def _words(cells: Cells, name: str) -> str:
    said = cells.get(name)
    return "" if said is None else fold(step_text(said.text))


def _within(table: FoundTable, cells: Cells, process: int, key: RowKey) -> ProcessDraft:
    """Return what rows without a key under a row of a record are of."""
    return ProcessDraft(
        sheet=table.sheet,
        address=_address(cells),
        number=process,
        within=True,
        after=key.number if key.kind is Kind.RISK else None,
        above=cells,
    )


def _cells(row: FoundRow, *, loose: bool) -> Cells:
    found: Cells = {}
    for name, cell in row.cells.items():
        text = normalise(text_of(cell.value)).strip()
        if loose and name not in ("likelihood", "impact", "level") and text in _NOT_PRINTED:
            text = ""
        found[name] = Said(text, cell.address, cell.same, loose, bool(row.key))
    return found


def _address(cells: Cells) -> str:
    told = next((said for said in cells.values() if said.text and not said.covered), None)
    return (told or next(iter(cells.values()))).address


def _gone(table: FoundTable, row: FoundRow) -> Finding:
    return Finding(
        severity=Severity.NOTE,
        sheet=table.sheet,
        address=next(iter(row.cells.values())).address,
        problem="เป็นแถวที่ถูกลบไปจากไฟล์ข้อมูลแล้ว จึงนับเป็นแถวใหม่",
    )
