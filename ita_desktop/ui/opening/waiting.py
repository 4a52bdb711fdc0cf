"""A small window over the others while a file is copied: it goes by itself."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from ita_desktop.ui import wording
from ita_desktop.ui.widgets.card import label


class Waiting(QDialog):
    """Cannot be closed before ``finish``: half a copy is no file."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("กรุณารอสักครู่")
        self.setMinimumWidth(420)
        self._finished = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(12)
        outer.addWidget(label(wording.shown(words), wrap=True))
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(words)
        outer.addWidget(bar)

    def finish(self) -> None:
        """Go."""
        self._finished = True
        self.close()

    def reject(self) -> None:
        """Stay until the work is done."""
        if self._finished:
            super().reject()
