"""The sheet that the headings of a project stand on; it scrolls to where the work is."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ita_desktop.ui.fields.field import Field
from ita_desktop.ui.fields.heading import Heading


class ProjectSheet(QScrollArea):
    """Headings one under the other."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._inner = QWidget(parent)
        self._inner.setObjectName("sheet")

    def put(self, headings: Sequence[Heading]) -> None:
        """Put the headings on the sheet, from top to bottom."""
        rows = QVBoxLayout(self._inner)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for heading in headings:
            rows.addWidget(heading)
        rows.addStretch()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._inner)

    def see(self, part: QWidget) -> None:
        """Scroll to a part, when it has the size it will have."""
        if self._inner.isAncestorOf(part):
            QTimer.singleShot(0, part, lambda: self.ensureWidgetVisible(part, 0, 40))

    def see_cursor(self, field: Field) -> None:
        """Scroll to where is typed, while the keyboard is in a field."""
        if not field.editor.hasFocus() or not self._inner.isAncestorOf(field):
            return
        cursor = field.editor.cursorRect()
        place = field.editor.viewport().mapTo(self._inner, cursor.center())
        self.ensureVisible(0, place.y(), 0, 40)
