"""A field of a few lines that is as high as its text: a criterion is read without scrolling."""

from typing import Final

from PySide6.QtCore import QSizeF, Qt
from PySide6.QtGui import QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QWidget

from ita_desktop.ui.widgets.thai_editor import ThaiEditor

_FRAME: Final = 20
"""Pixels of its border, padding and margin."""
_MOST: Final = 5
"""Lines; what is longer is scrolled."""


class CriterionEditor(ThaiEditor):
    """Grows with what is typed; Tab leaves it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self, _size: QSizeF | None = None) -> None:
        lines = max(1, min(round(self.document().size().height()), _MOST))
        height = round(lines * QFontMetricsF(self.font()).lineSpacing()) + _FRAME
        if height != self.height():
            self.setFixedHeight(height)
