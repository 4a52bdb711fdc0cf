"""The strip at the foot: what is still lacking, and the way to the cell."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ita_desktop.domain.lacks import Lack
from ita_desktop.domain.rounding import round_half_up
from ita_desktop.ui import wording
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.tool_tip import tool_tip


class LackStrip(QFrame):
    """Shows one thing at a time, the worst first; it goes when nothing is lacking.

    In a page whose keys it answers F8 goes to what is shown, Shift+F8 shows the next.
    """

    wanted = Signal(object)
    """The place (``domain.lacks.Place``) of what is shown is to be gone to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self._lacks: Sequence[Lack] = ()
        self._at = 0
        self._room = True
        self._text = label("", "", wrap=True)  # what is lacking stands at its end
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self.go = QPushButton("ไปที่ช่องนั้น")
        self.go.setObjectName("link")
        self.go.setToolTip("ไปแก้เรื่องนี้ (F8)")
        self.go.clicked.connect(self._go)
        self.more = QPushButton()
        self.more.setObjectName("link")
        self.more.setToolTip("ดูเรื่องถัดไป (Shift+F8)")
        self.more.clicked.connect(self._next)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 5, 14, 5)
        row.addWidget(self._text, 1)
        row.addWidget(self.go)
        row.addWidget(self.more)
        self.hide()

    def answer_keys(self, page: QWidget, unseen: Callable[[], object] = lambda: None) -> None:
        """Answer F8 and Shift+F8 anywhere in a page; ``unseen``: where there is no room for it."""

        def answer(deed: Callable[[], None]) -> None:
            if self.isVisible():
                deed()
            elif self._lacks:
                unseen()

        for keys, deed in (("F8", self._go), ("Shift+F8", self._next)):
            QShortcut(QKeySequence(keys), page).activated.connect(partial(answer, deed))

    @property
    def text(self) -> str:
        """What it says now."""
        return self._text.text() if self._lacks else ""

    def show_lacks(self, lacks: Sequence[Lack]) -> None:
        """Show what is lacking; where one is, it stays as long as that is lacking."""
        shown = self._lacks[self._at] if self._at < len(self._lacks) else None
        self._lacks = lacks
        self._at = next((place for place, one in enumerate(lacks) if one == shown), 0)
        self._say()

    def allow(self, *, there: bool) -> None:
        """Say whether there is room for it."""
        self._room = there
        self._say()

    def _say(self) -> None:
        self.setVisible(bool(self._lacks) and self._room)
        if not self._lacks:
            return
        lack = self._lacks[self._at]
        costs = "" if lack.points is None else f" ({round_half_up(lack.points)} คะแนน)"
        head = f"ยังไม่ครบตาม {lack.item}{costs}: " if lack.item else ""
        words = wording.shown(f"{head}{lack.message}")
        self._text.setText(words)
        self._text.setToolTip(tool_tip(words))
        self.more.setVisible(len(self._lacks) > 1)
        self.more.setText(wording.shown(f"ถัดไป ({self._at + 1}/{len(self._lacks)})"))

    def _next(self) -> None:
        self._at = (self._at + 1) % len(self._lacks)
        self._say()

    def _go(self) -> None:
        if self._lacks:
            self.wanted.emit(self._lacks[self._at].place)
