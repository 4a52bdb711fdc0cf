"""The grid of the OIT items: heads lie over all columns, everything else is every grid's."""

from collections.abc import Callable, Sequence
from typing import Final, cast

from PySide6.QtCore import QModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from ita_desktop.ui import theme, wording
from ita_desktop.ui.disclosure.tab.columns import CODE, COLUMNS
from ita_desktop.ui.disclosure.tab.lines import Line
from ita_desktop.ui.disclosure.tab.subject import oit_subject
from ita_desktop.ui.rows.delegate import PAD_X, GridDelegate, Index, cell_height
from ita_desktop.ui.rows.grid_model import GridModel, Role
from ita_desktop.ui.rows.grid_table import GridTable
from ita_desktop.ui.rows.line import Line as RowLine
from ita_desktop.ui.widgets.cell_drawing import box_of

_PUBLISHED: Final = 110
"""Pixels at the right of a head, where it says how many of its items are published."""


class OitModel(GridModel):
    """Shows lines of items and of heads."""

    def __init__(self) -> None:
        super().__init__(oit_subject(), COLUMNS)

    def show_items(self, lines: Sequence[Line]) -> None:
        """Take other lines. An item has no row number: a grid asks its lines for none."""
        self.show(cast("Sequence[RowLine]", lines))

    def items(self) -> list[Line]:
        """Return the lines that are items, from top to bottom."""
        return [line for line in cast("Sequence[Line]", self.lines) if line.standing is not None]

    def heads(self, line: RowLine) -> bool:
        """Say whether a line stands over items."""
        return isinstance(line, Line) and line.standing is None


class OitTable(GridTable):
    """Keys of a spreadsheet over the items; a head is one cell."""

    def __init__(
        self,
        model: OitModel,
        words_for: Callable[[str], Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(model, words_for, parent)
        self.oit_model = model
        self.setItemDelegate(_Cells(self, words_for))
        self.setAccessibleName("รายการ OIT ของปี")
        self.setAccessibleDescription(
            "พิมพ์แล้วกด Enter กด Ctrl+M เพื่อไปรายละเอียด กด F6 เพื่อออกจากตาราง"
        )
        self.setMinimumHeight(60)
        model.modelReset.connect(self._lay_heads)
        model.rowsInserted.connect(self._lay_heads)
        model.rowsRemoved.connect(self._lay_heads)

    def item_line(self, cell: QModelIndex) -> Line | None:
        """Return the item of a cell; None of a head, and where there is none."""
        line = self.line(cell)
        return line if isinstance(line, Line) and line.standing is not None else None

    def current_item(self) -> Line | None:
        """Return the item that the current cell is in."""
        return self.item_line(self.currentIndex())

    def selected_items(self) -> list[Line]:
        """Return the items that have a selected cell, from top to bottom."""
        found: dict[str, Line] = {}
        for cell in self.selected_cells():
            if (line := self.item_line(cell)) is not None:
                found[line.key] = line
        return [*found.values()]

    def _height(self, place: int) -> int:
        """Return the height of a row; the words of a head have all columns."""
        model = self.grid_model
        if not model.heads(model.lines[place]):
            return super()._height(place)
        return cell_height(model.cell(place, 0), None, self.viewport().width() - _PUBLISHED)

    def _lay_heads(self) -> None:
        self.clearSpans()
        for place, line in enumerate(self.grid_model.lines):
            if self.grid_model.heads(line):
                self.setSpan(place, 0, 1, len(self.grid_model.columns))


class _Cells(GridDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        line: Line = index.data(Role.LINE)
        if not line.published or self._view.grid_model.columns[index.column()].field != CODE:
            return
        words, box = wording.shown(line.published), box_of(option)
        painter.save()
        painter.setFont(theme.font(theme.SMALL_PX))
        painter.setPen(theme.color("quiet"))
        room = QRectF(box.adjusted(PAD_X, 0, -PAD_X, -1))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()
