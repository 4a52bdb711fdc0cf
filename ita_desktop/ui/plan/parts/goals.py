"""เป้าหมายรายปี: the table of goals, rows by years, with the keys of every grid of the program."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.db.rows import Kind
from ita_desktop.domain.plan import Plan
from ita_desktop.ui.plan.parts.goal_lines import goal_columns, goal_lines, goal_subject
from ita_desktop.ui.rows.gestures import GridGestures
from ita_desktop.ui.rows.grid_model import GridModel
from ita_desktop.ui.rows.grid_table import GridTable
from ita_desktop.ui.rows.line import key_of
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.icon_button import icon_button

_LEAST: Final = 112
_KEYS: Final = "พิมพ์แล้วกด Enter กด F6 เพื่อออกจากตาราง"


class GoalsTable(QWidget):
    """Shows the goals of the session's plan; what is typed is written at once."""

    said = Signal(str, bool)
    """What was done, and whether เลิกทำ is offered beside it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.model = GridModel(goal_subject(), ())
        self.model.writable = not session.file.read_only
        self.table = GridTable(self.model, lambda _field: ())
        self.table.setAccessibleName("เป้าหมายรายปีของแผน")
        self.table.setAccessibleDescription(_KEYS)
        self.table.setMinimumHeight(_LEAST)
        self.gestures = GridGestures(session, self.table)
        self.gestures.said.connect(self.said)
        rows = self.gestures.rows
        self.add = QPushButton("เพิ่มเป้าหมาย")
        self.add.setAutoDefault(False)
        self.up = icon_button("arrow-up", "เลื่อนขึ้น (Alt+ขึ้น)")
        self.down = icon_button("arrow-down", "เลื่อนลง (Alt+ลง)")
        self.remove = icon_button("x", "ลบเป้าหมาย (Ctrl+Delete)")
        self.add.clicked.connect(lambda _on=False: self._begin_new())
        self.up.clicked.connect(lambda _on=False: rows.move_row(-1))
        self.down.clicked.connect(lambda _on=False: rows.move_row(1))
        self.remove.clicked.connect(lambda _on=False: rows.remove())
        self.table.selectionModel().currentChanged.connect(self._allow)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(label("เป้าหมายรายปี", "strong"))
        head.addStretch()
        for button in (self.up, self.down, self.remove, self.add):
            head.addWidget(button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        outer.addLayout(head)
        outer.addWidget(self.table, 1)

    def show_plan(self, plan: Plan) -> None:
        """Show the goals of a plan; what did not change is not drawn anew."""
        at = self.table.current_line()
        self.model.show_columns(goal_columns(plan))
        self.table.stretch()
        lines = [*goal_lines(plan, writable=self.model.writable)]
        if lines != self.model.lines:
            self.model.show(lines)
        if at is not None and not self.table.currentIndex().isValid():
            self.table.go_to(at.key)
        if lines and not self.table.currentIndex().isValid():
            self.table.stand_at(self.model.index(0, 0))
        self._allow()

    def go_to(self, goal: int, field: str = "text") -> bool:
        """Make a field of a goal ("aim:2566") the current cell; False where it is not there."""
        return self.table.go_to(key_of(Kind.GOAL, goal), field)

    def _begin_new(self) -> None:
        """Begin to type where a new goal is typed."""
        if self._session.leave() and self.model.lines:
            self.table.setFocus()
            self.table.go_to(self.model.lines[-1].key)
            self.table.edit(self.table.currentIndex())

    def _allow(self, *_cells: object) -> None:
        line = self.table.current_line()
        there = line is not None and not line.adds and self.model.writable
        place = self.table.currentIndex().row()
        last = sum(not one.adds for one in self.model.lines) - 1
        for button, can in (
            (self.up, there and place > 0),
            (self.down, there and place < last),
            (self.remove, there),
            (self.add, self.model.writable),
        ):
            button.setEnabled(can)
