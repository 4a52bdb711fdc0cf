"""A copied block into a grid: shown first, then one deed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt

from ita_desktop.domain.risk_entry import LEVEL_FIELDS
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import fold
from ita_desktop.ui import wording
from ita_desktop.ui.dialogs.paste import PreviewRow
from ita_desktop.ui.dialogs.pasted_block import (
    NO_CELL,
    NO_ROOM,
    NOTHING_COPIED,
    ONLY_READ,
    show_block,
)
from ita_desktop.ui.rows.column import Column
from ita_desktop.ui.rows.grid_model import GridModel
from ita_desktop.ui.rows.grid_table import GridTable
from ita_desktop.ui.rows.line import Line
from ita_desktop.ui.rows.writing import edit_of, place_words, write
from ita_desktop.ui.session import Session
from ita_desktop.workflows.rows.block import NewRow, why_refused, write_block
from ita_desktop.workflows.rows.deeds import Edit, typed_values
from ita_desktop.workflows.scores.block import read_cells

_FILTERED: Final = (
    "แถวที่แสดงอยู่น้อยกว่าแถวที่คัดลอกมา และเพิ่มแถวใหม่ไม่ได้ขณะกรอง กรุณากด “ล้าง” ที่ตัวกรองก่อน แล้ววางอีกครั้ง"
)
Done = Callable[[int, Sequence[int]], object]


@dataclass(frozen=True, slots=True)
class _Value:
    """One pasted cell: where it goes, and why it cannot."""

    line: Line
    row: int
    column: Column
    edit: Edit
    before: str
    why: str


def paste(table: GridTable, session: Session, text: str, done: Done) -> str:
    """Show what a block would change from the current cell on; on a yes write what is right of it.

    One cell goes into all selected ones at once. ``done`` is told how many values were written and
    the numbers of new rows. Returns a sentence where nothing can be pasted, else "".
    """
    cells = read_cells(text)
    if not cells:
        return NOTHING_COPIED
    current = table.currentIndex()
    if not current.isValid():
        return NO_CELL
    if len(cells) == 1 and len(cells[0]) == 1 and not _adds(table):
        return _paste_one(table, session, cells[0][0], done)
    lines = table.grid_model.lines
    if not lines[-1].adds and current.row() + len(cells) > len(lines):
        return _FILTERED
    values = _placed(table, session, cells)
    if not values:
        return NO_ROOM
    model = table.grid_model
    rows = [_preview(model, one) for one in values]
    show_block("วางลงในตาราง", rows, table, lambda: _put(session, model, values, done))
    return ""


def _adds(table: GridTable) -> bool:
    return any((line := table.line(cell)) is None or line.adds for cell in table.selected_cells())


def _paste_one(table: GridTable, session: Session, text: str, done: Done) -> str:
    months = table.grid_model.months
    edits = [
        edit_of(line, table.field(cell), months, text)
        for cell in table.selected_cells()
        if (line := table.line(cell)) is not None and cell.flags() & Qt.ItemFlag.ItemIsEditable
    ]
    if not edits:
        return ONLY_READ
    deed = f"วาง {len(edits)} ช่อง"
    _, why = write(session, lambda file: write_block(file, edits, (), deed))
    if not why:
        done(len(edits), ())
    return why


def _placed(table: GridTable, session: Session, cells: Sequence[Sequence[str]]) -> list[_Value]:
    """Return what each cell of a block would write; columns that are not seen take nothing."""
    model, current = table.grid_model, table.currentIndex()
    columns = [
        column
        for number, column in enumerate(model.columns)
        if number >= current.column() and not table.isColumnHidden(number)
    ]
    columns_at = {column: number for number, column in enumerate(model.columns)}
    values: list[_Value] = []
    place = current.row()
    for row, texts in enumerate(cells):
        line = model.lines[place]
        for column, text in zip(columns, texts, strict=False):
            if not column.typed or (line.adds and not text):
                continue
            edit = edit_of(line, column.field, model.months, text)
            before = "" if line.adds else model.subject.own_text(line, column.field, model.months)
            why = model.subject.refuses(line, column)
            if why and fold(text) in ("", fold(model.cell(place, columns_at[column]).own)):
                continue  # it comes back as it was copied
            why = why or _why_refused(session, line, edit)
            values.append(_Value(line, row, column, edit, before, why))
        place += not line.adds
    return values


def _preview(model: GridModel, value: _Value) -> PreviewRow:
    where = place_words(model.subject, value.line, value.column, value.edit.months or 6)
    if value.line.adds:
        where = wording.shown(f"แถวใหม่ {value.row + 1} · {value.column.head}")
    after = value.edit.text if value.why else wording.shown(value.edit.text)
    before = wording.shown(value.before)
    return PreviewRow(where, before, after, wording.shown(value.why), refused=bool(value.why))


def _put(session: Session, model: GridModel, values: Sequence[_Value], done: Done) -> None:
    taken = [value for value in values if not value.why]
    edits = [v.edit for v in taken if not v.line.adds and v.edit.text != v.before]
    rows: dict[int, dict[str, str]] = {}
    lines: dict[int, Line] = {}
    for value in taken:
        if value.line.adds:
            more = model.subject.more_of_new(session, model.lines, value.line)
            texts = rows.setdefault(value.row, {**more})
            texts[value.column.field] = value.edit.text
            lines[value.row] = value.line
    new = [
        NewRow(
            kind=lines[row].kind,
            parent=lines[row].parent,
            texts=texts,
            months=model.months,
        )
        for row, texts in rows.items()
    ]
    count = len(edits) + sum(value.line.adds for value in taken)
    made = session.do(lambda file: write_block(file, edits, new, f"วาง {count} ช่อง"))
    if made is not None:
        done(count, made)


def _why_refused(session: Session, line: Line, edit: Edit) -> str:
    """Return why a text is not taken; what a new row is given is checked by its parent's year."""
    if not line.adds or edit.field not in LEVEL_FIELDS | {"risk"}:
        return why_refused(session.file, edit, session.fiscal_year)
    try:
        typed_values(session.file, line.kind, line.parent, {edit.field: edit.text})
    except ClerkError as refusal:
        return str(refusal)
    return ""
