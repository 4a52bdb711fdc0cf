"""A list to choose from by ticks, with a search: target groups, risks, items."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from ita_desktop.thai.text import find
from ita_desktop.ui import wording
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.hint import hint
from ita_desktop.ui.widgets.ticked_table import TickedTable

_SIZE: Final = QSize(760, 560)
_LONGEST: Final = 300
_NOT_FOUND: Final = "ไม่พบรายการที่มีคำนี้ กรุณาลองคำอื่น"


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to choose: what it is told by, and its cells."""

    key: Hashable
    cells: tuple[str, ...]


class ChoosingDialog(QDialog):
    """Space ticks a row; nothing is written before เลือก is pressed."""

    def __init__(
        self,
        title: str,
        heads: Sequence[str],
        choices: Sequence[Choice],
        chosen: Sequence[Hashable],
        take: Callable[[tuple[Hashable, ...]], object],
        nothing: str,
        parent: QWidget,
    ) -> None:
        """``take`` is given the keys that are ticked, in the order of the list.

        ``nothing``: what is said where there is nothing to choose from.
        """
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(fitting(parent, _SIZE))
        self._choices, self._take, self._nothing = choices, take, nothing
        self._chosen = set(chosen)
        self._listed: Sequence[Choice] = ()
        self.search = QLineEdit()
        self.search.setAccessibleName("ค้นหาในรายการ")
        hint(self.search, "ค้นหา")
        self.table = TickedTable(heads)
        self.table.setAccessibleName(f"{title} กดเว้นวรรคเพื่อเลือกหรือยกเลิก")
        self.count = label("", "quiet")
        self._empty = label("", "quiet", wrap=True)
        buttons = QDialogButtonBox()
        self.accept_button = buttons.addButton("เลือก", QDialogButtonBox.ButtonRole.AcceptRole)
        self.accept_button.setObjectName("main")
        self.accept_button.setToolTip("Ctrl+Enter")
        buttons.addButton("ยกเลิก", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        for widget in (label(title, "cardTitle", wrap=True), self.search):
            outer.addWidget(widget)
        outer.addWidget(self.table, 1)
        outer.addWidget(self._empty, 1)
        outer.addWidget(self.count)
        outer.addWidget(buttons)
        self.search.textChanged.connect(self._list)
        self.table.ticks_changed.connect(self._note)
        self.accepted.connect(self._taken)
        self._list()
        self.search.setVisible(len(choices) > 12)
        (self.search if len(choices) > 12 else self.table).setFocus()

    def chosen(self) -> tuple[Hashable, ...]:
        """Return what is ticked, in the order of the list."""
        return tuple(one.key for one in self._choices if one.key in self._chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if control or not self.search.hasFocus():
                self.accept()
            else:  # what was found is ticked next
                self.table.setFocus()
            return
        super().keyPressEvent(event)

    def _list(self, _sought: str = "") -> None:
        sought = self.search.text()
        self._listed = [one for one in self._choices if find(" ".join(one.cells), sought)]
        self.table.show_rows(
            [(one.key in self._chosen, [_cut(text) for text in one.cells]) for one in self._listed]
        )
        self.table.setVisible(bool(self._listed))
        self._empty.setVisible(not self._listed)
        self._empty.setText(_NOT_FOUND if self._choices else self._nothing)
        self._say_count()

    def _note(self) -> None:
        ticked = set(self.table.ticked())
        for place, one in enumerate(self._listed):
            (self._chosen.add if place in ticked else self._chosen.discard)(one.key)
        self._say_count()

    def _say_count(self) -> None:
        self.count.setText(wording.shown(f"เลือกแล้ว {len(self.chosen())} รายการ"))

    def _taken(self) -> None:
        self._take(self.chosen())


def _cut(text: str) -> str:
    words = wording.shown(" ".join(text.split()))
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
