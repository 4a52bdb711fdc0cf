"""The parts of a new year, and beside them the lines of the chosen one."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.ui.new_year.cells import line_cells, part_cells
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.long_table import LongTable
from ita_desktop.ui.widgets.ticked_table import TickedTable
from ita_desktop.workflows.new_year.values import OPTIONAL, Fate, NewYearPart, NewYearPlan, Part

_PARTS_WIDTH: Final = 445
_BESIDE_WIDTH: Final = 200
_PART_HEADS: Final = ("ส่วน", *(fate.words for fate in Fate))
_HEADS: Final = ["รายการ", "รายละเอียด", "จะเป็นอย่างไร"]
_ORDER: Final = (Fate.COMES, Fate.FOLLOWS, Fate.STAYS)


class _Lines(LongTable):
    """Leaves most of the room to what a line is about."""

    def wanted_width(self, column: int) -> int:
        wanted = super().wanted_width(column)
        return min(wanted, _BESIDE_WIDTH) if column else wanted


class PartLists(QWidget):
    """Knows which parts are ticked, and shows every line with what becomes of it."""

    ticks_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan: NewYearPlan | None = None
        """What is listed; None where the year cannot be begun."""
        self._done = False
        self.parts = TickedTable(_PART_HEADS)
        self.parts.setAccessibleName("ส่วนที่จะยกไป และจำนวนรายการ")
        self.parts.setMaximumWidth(_PARTS_WIDTH)
        self.lines = _Lines(_HEADS)
        self.lines.setAccessibleName("รายการของส่วนที่เลือก และจะเป็นอย่างไร")
        self.title = label("", "cardTitle", wrap=True)
        beside = QVBoxLayout()
        beside.setSpacing(6)
        beside.addWidget(self.title)
        beside.addWidget(self.lines, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.parts, 2)
        row.addLayout(beside, 3)
        self.parts.ticks_changed.connect(self.ticks_changed)
        self.parts.currentCellChanged.connect(self._show_lines)

    @property
    def chosen(self) -> frozenset[Part]:
        """The parts that come: those that are ticked, and those that cannot be left."""
        if self.plan is None:
            return OPTIONAL
        ticked = {self.plan.parts[row].part for row in self.parts.ticked()}
        return (
            frozenset(
                part.part for part in self.plan.parts if part.part in ticked or not part.can_be_left
            )
            & OPTIONAL
        )

    @property
    def shown(self) -> tuple[NewYearPart, ...]:
        """The parts as they come: what is not ticked stays."""
        if self.plan is None or self._done:
            return () if self.plan is None else self.plan.parts
        chosen = self.chosen | {Part.YEAR, Part.OFFICE}
        return tuple(part if part.part in chosen else part.left_out() for part in self.plan.parts)

    def show_plan(self, plan: NewYearPlan, left: frozenset[Part], *, done: bool) -> None:
        """List the parts; those ``left`` have no tick, and what is done cannot be ticked."""
        self.plan, self._done = plan, done
        chosen = max(self.parts.currentRow(), 0)
        self.parts.show_rows(
            [
                (part.part not in left if part.can_be_left and not done else None, cells)
                for part in plan.parts
                for cells in [part_cells(part)]
            ]
        )
        self.parts.setCurrentCell(chosen, 1)
        self._show_lines()

    def show_counts(self) -> tuple[NewYearPart, ...]:
        """Show how much comes, with the ticks as they are, and return the parts as they come."""
        shown = self.shown
        for row, part in enumerate(shown):
            for column, text in enumerate(part_cells(part), start=1):
                if (item := self.parts.item(row, column)) is not None:
                    item.setText(text)
        self._show_lines()
        return shown

    def make_narrow(self) -> None:
        """Leave to the lines what the parts count."""
        for column in range(2, self.parts.columnCount()):
            self.parts.setColumnHidden(column, True)

    def _show_lines(self) -> None:
        """Show the lines of the part that the cursor is on: first those that come."""
        shown, row = self.shown, self.parts.currentRow()
        if not 0 <= row < len(shown):
            return
        part = shown[row]
        self.title.setText(part.part.words)
        lines = [line for fate in _ORDER for line in part.of(fate)]
        self.lines.show_rows(len(lines), lambda place: line_cells(lines[place]))
