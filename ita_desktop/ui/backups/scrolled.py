"""What is longer than its dialog at 200 % is scrolled; the dialog's buttons stay in sight."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

_LEAST = 120


def scrolled(content: QLayout) -> QScrollArea:
    """Return an area that shows a layout, as wide as it is itself."""
    inner = QWidget()
    inner.setObjectName("ground")
    content.setContentsMargins(0, 0, 0, 0)
    inner.setLayout(content)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setMinimumHeight(_LEAST)
    return area
