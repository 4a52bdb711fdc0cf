"""A copied block into the table: shown first, then one deed."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, cast

from PySide6.QtCore import Qt

from ita_desktop.domain.disclosure_entry import disclosure_value
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import fold
from ita_desktop.ui import wording
from ita_desktop.ui.dialogs.paste import PreviewDialog, PreviewRow
from ita_desktop.ui.disclosure.tab.columns import CODE
from ita_desktop.ui.disclosure.tab.filling import edit_of
from ita_desktop.ui.disclosure.tab.grid import OitTable
from ita_desktop.ui.disclosure.tab.lines import Line
from ita_desktop.ui.disclosure.tab.subject import own_text, refuses, row_words
from ita_desktop.ui.rows.column import Column
from ita_desktop.ui.rows.writing import write
from ita_desktop.ui.session import Session
from ita_desktop.workflows.disclosure.entering import OitEdit, apply_oit_edits
from ita_desktop.workflows.scores.block import read_cells

_EMPTY: Final = "คลิปบอร์ดว่างอยู่ กรุณาคัดลอกจาก Excel หรือ Word ก่อน แล้ววางอีกครั้ง"
_NO_ROW: Final = "ไม่มีข้อในแถวนี้ของตาราง"
_ONLY_READ: Final = "ช่องนี้พิมพ์หรือวางไม่ได้ กรุณาเลือกช่องอื่น"
Done = Callable[[int], object]


@dataclass(frozen=True, slots=True)
class _Value:
    """One pasted cell: where it goes, and why it cannot; without an edit it has no place."""

    place: str
    edit: OitEdit | None
    before: str
    after: str
    why: str = ""


def paste(table: OitTable, session: Session, text: str, done: Done) -> str:
    """Show what a block would change from the current cell on; on a yes write what is right of it.

    One cell goes into all selected ones at once. ``done`` is told how many values were written.
    Returns a sentence where nothing can be pasted, else "".
    """
    cells = read_cells(text)
    if not cells:
        return _EMPTY
    if not table.currentIndex().isValid():
        return "กรุณาเลือกช่องที่จะวางก่อน"
    if len(cells) == 1 and len(cells[0]) == 1:
        return _paste_one(table, session, cells[0][0], done)
    values = [*_placed(table, cells)]
    if not values:
        return "ข้อมูลที่คัดลอกมามีมากกว่าแถวหรือคอลัมน์ที่วางได้ กรุณาเลือกช่องเริ่มต้นใหม่"
    rows = [_preview(value) for value in values]
    dialog = PreviewDialog("วางลงในตาราง", rows, "วาง", table)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: _put(session, values, done))
    dialog.open()
    return ""


def _paste_one(table: OitTable, session: Session, text: str, done: Done) -> str:
    edits = [
        edit_of(line, table.field(cell), text)
        for cell in table.selected_cells()
        if (line := table.item_line(cell)) is not None and cell.flags() & Qt.ItemFlag.ItemIsEditable
    ]
    if not edits:
        return _ONLY_READ
    deed, year = f"วาง {len(edits)} ช่อง", session.fiscal_year
    _, why = write(session, lambda file: apply_oit_edits(file, year, edits, deed))
    if not why:
        done(len(edits))
    return why


def _placed(table: OitTable, cells: Sequence[Sequence[str]]) -> Iterator[_Value]:
    """Give what each cell of a block would write; columns that are not seen take nothing."""
    columns = [
        column
        for number, column in enumerate(table.grid_model.columns)
        if number >= table.currentIndex().column() and not table.isColumnHidden(number)
    ]
    for line, texts in _rows(table, cells):
        if line is None:
            if any(texts):
                yield _Value(" ".join(filter(None, texts)), None, "", "", _NO_ROW)
            continue
        pairs = [*zip(columns, texts, strict=False)]
        other = next((text for column, text in pairs if column.field == CODE), "")
        strange = bool(other.strip()) and fold(other) != fold(line.key)
        for column, text in pairs:
            if (value := _value(line, column, text, other if strange else "")) is not None:
                yield value


def _rows(
    table: OitTable, cells: Sequence[Sequence[str]]
) -> Iterator[tuple[Line | None, Sequence[str]]]:
    """Give each row of a block with the item it goes into, None below the last one.

    A block that was copied with the heads between goes row on row; any other steps over them.
    """
    begun = table.currentIndex().row()
    lines = cast("Sequence[Line]", table.grid_model.lines)[begun:]
    over_heads = all(
        _is_of_head(line, texts)
        for line, texts in zip(lines, cells, strict=False)
        if line.standing is None
    )
    goals = lines if over_heads else [line for line in lines if line.standing is not None]
    for place, texts in enumerate(cells):
        line = goals[place] if place < len(goals) else None
        if line is None or line.standing is not None:
            yield line, texts


def _is_of_head(line: Line, texts: Sequence[str]) -> bool:
    words = fold("".join(texts))
    return words in ("", fold(line.title))


def _value(line: Line, column: Column, text: str, other: str) -> _Value | None:
    """Return what a cell would write; None where it comes back as it was copied.

    ``other``: the code that the block says its row is, where that is another one.
    """
    where = wording.shown(f"{row_words(line)} · {column.head}")
    before = own_text(line, column.field)
    why = refuses(line, column)
    if why:
        if other and column.field == CODE:
            why = f"แถวนี้เป็นข้อ {line.key} ไม่ใช่ข้อ {other} กรุณาเริ่มวางที่แถวของข้อ {other}"
        elif fold(text) in ("", fold(before)) or other:
            return None
        return _Value(where, None, before, text, why)
    edit = edit_of(line, column.field, text)
    if other:
        return _Value(where, edit, before, text, f"ข้อมูลของข้อ {other} ไม่ตรงกับแถวนี้")
    try:
        same = disclosure_value(column.field, text) == disclosure_value(column.field, before)
    except ClerkError as refusal:
        return _Value(where, edit, before, text, str(refusal))
    return _Value(where, edit, before, before if same else text)


def _preview(value: _Value) -> PreviewRow:
    after = value.after if value.why else wording.shown(value.after)
    before, why = wording.shown(value.before), wording.said(value.why)
    return PreviewRow(value.place, before, after, why, refused=bool(value.why))


def _put(session: Session, values: Sequence[_Value], done: Done) -> None:
    edits = [
        value.edit
        for value in values
        if value.edit is not None and not value.why and value.after != value.before
    ]
    deed, year, before = f"วาง {len(edits)} ช่อง", session.fiscal_year, session.file.latest_deed()
    session.do(lambda file: apply_oit_edits(file, year, edits, deed))
    if session.file.latest_deed() != before:
        done(len(edits))
