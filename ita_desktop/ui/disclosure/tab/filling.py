"""One text into several cells: cleared, filled down, the same in all; as edits of items."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt

from ita_desktop.domain.disclosure_entry import FIELD_WORDS
from ita_desktop.ui.disclosure.tab.grid import OitTable
from ita_desktop.ui.disclosure.tab.lines import Line
from ita_desktop.ui.disclosure.tab.subject import own_text
from ita_desktop.workflows.disclosure.entering import OitEdit

Filling = tuple[list[OitEdit], str]
"""What is to be written (perhaps nothing), and what the deed is called."""


def edit_of(line: Line, field: str, text: str) -> OitEdit:
    """Return the edit that writes a text into a field of an item."""
    return OitEdit(code=line.key, field=field, text=text)


def cleared(table: OitTable) -> Filling:
    """Return what takes the texts of the selected cells away."""
    chosen = _chosen(table)
    edits = [edit_of(line, field, "") for line, field, _ in chosen if own_text(line, field)]
    only = f"ข้อความ {len(edits)} ช่อง"
    if len(edits) == 1:
        only = f"{FIELD_WORDS[edits[0].field]} {edits[0].code}"
    return edits, f"ลบ{only}"


def filled_down(table: OitTable) -> Filling:
    """Return what writes the first selected text of a column into those below it.

    Of a single row each cell takes, as in Excel, what stands in the item above it.
    """
    chosen = _chosen(table)
    edits: list[OitEdit] = []
    if len({cell.row() for _, _, cell in chosen}) == 1:
        for line, field, cell in chosen:
            above = _item_above(table, cell)
            if above is not None:
                edits.append(edit_of(line, field, own_text(above, field)))
        return edits, f"เติมลงล่าง {len(edits)} ช่อง"
    first: dict[str, str] = {}
    for line, field, _ in chosen:
        if field not in first:
            first[field] = own_text(line, field)
        else:
            edits.append(edit_of(line, field, first[field]))
    return edits, f"เติมลงล่าง {len(edits)} ช่อง"


def same_text(table: OitTable) -> Filling:
    """Return what writes the text of the current cell into the selected ones of its column."""
    line, field = table.current_item(), table.field(table.currentIndex())
    if line is None:
        return [], ""
    text = own_text(line, field)
    edits = [
        edit_of(other, column, text)
        for other, column, _ in _chosen(table)
        if column == field and other.key != line.key
    ]
    return edits, f"ใส่ข้อความเดียวกัน {len(edits)} ช่อง"


def _item_above(table: OitTable, cell: QModelIndex) -> Line | None:
    """Return the next item above a cell; heads are stepped over."""
    for row in range(cell.row() - 1, -1, -1):
        if (line := table.item_line(cell.siblingAtRow(row))) is not None:
            return line
    return None


def _chosen(table: OitTable) -> Sequence[tuple[Line, str, QModelIndex]]:
    """Return the selected cells that can be written, in reading order."""
    return [
        (line, table.field(cell), cell)
        for cell in table.selected_cells()
        if (line := table.item_line(cell)) is not None and cell.flags() & Qt.ItemFlag.ItemIsEditable
    ]
