"""What is longer than its place at 200 % is scrolled; what stands outside of it stays in sight."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

_LEAST = 120


def scrolled(content: QLayout) -> QScrollArea:
    """Return an area that shows a layout, as wide as it is itself; a few lines of it always."""
    inner = QWidget()
    inner.setObjectName("ground")
    content.setContentsMargins(0, 0, 0, 0)
    inner.setLayout(content)
    area = scrolled_down(inner)
    area.setMinimumHeight(_LEAST)
    return area


def scrolled_down(inner: QWidget) -> QScrollArea:
    """Return an area that shows a widget, as wide as it is itself; no stop of the keyboard."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inner)
    return area
