"""One text into several cells of a grid: cleared, filled down, the same in all; as edits."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt

from ita_desktop.ui.rows.column import Column
from ita_desktop.ui.rows.grid_table import GridTable
from ita_desktop.ui.rows.line import Line
from ita_desktop.ui.rows.writing import edit_of
from ita_desktop.workflows.rows.deeds import Edit, field_words

Filling = tuple[list[Edit], str]
"""What is to be written (perhaps nothing), and what the deed is called."""
Chosen = tuple[Line, Column, QModelIndex]


def cleared(table: GridTable) -> Filling:
    """Return what takes the texts of the selected cells away."""
    months = table.grid_model.months
    edits = [
        edit_of(line, column.field, months, "")
        for line, column, _ in _chosen(table)
        if table.grid_model.subject.own_text(line, column.field, months)
    ]
    words = field_words(edits[0].kind, edits[0].field) if edits else ""
    only = words if len(edits) == 1 else f"ข้อความ {len(edits)} ช่อง"
    return edits, f"ลบ{only}"


def filled_down(table: GridTable) -> Filling:
    """Return what writes the first selected text of a column into those below it.

    Of a single row each cell takes, as in Excel, what stands above it.
    """
    months, chosen = table.grid_model.months, _chosen(table)
    own = table.grid_model.subject.own_text
    if len({cell.row() for _, _, cell in chosen}) == 1:
        edits = _from_above(table, chosen)
    else:
        first: dict[str, str] = {}
        edits: list[Edit] = []
        for line, column, _ in chosen:
            if column.field not in first:
                first[column.field] = own(line, column.field, months)
            else:
                edits.append(edit_of(line, column.field, months, first[column.field]))
    return edits, f"เติมลงล่าง {len(edits)} ช่อง"


def same_text(table: GridTable) -> Filling:
    """Return what writes the text of the current cell into the selected ones of its column."""
    line, current = table.current_line(), table.currentIndex()
    if line is None or line.adds:
        return [], ""
    field, months = table.field(current), table.grid_model.months
    text = table.grid_model.subject.own_text(line, field, months)
    edits = [
        edit_of(other, field, months, text)
        for other, column, _ in _chosen(table)
        if column.field == field and other.key != line.key
    ]
    return edits, f"ใส่ข้อความเดียวกัน {len(edits)} ช่อง"


def _from_above(table: GridTable, chosen: Sequence[Chosen]) -> list[Edit]:
    model = table.grid_model
    edits: list[Edit] = []
    for line, column, cell in chosen:
        above = model.lines[cell.row() - 1] if cell.row() else None
        if above is not None and above.kind is line.kind and not above.adds:
            text = model.subject.own_text(above, column.field, model.months)
            edits.append(edit_of(line, column.field, model.months, text))
    return edits


def _chosen(table: GridTable) -> list[Chosen]:
    """Return the selected cells that can be written, in reading order."""
    found: list[Chosen] = []
    for cell in table.selected_cells():
        line = table.line(cell)
        if line is not None and not line.adds and cell.flags() & Qt.ItemFlag.ItemIsEditable:
            found.append((line, table.grid_model.columns[cell.column()], cell))
    return found
