"""Fields on the left, the pages they make on the right, and what ends the dialog under both."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.ui.measures.layouts.live_preview import LivePreview

_LEAST: Final = 370  # pixels: at 200 % there are 600 for fields and pages
_MOST: Final = 440


def lay_beside(
    dialog: QDialog, fields: QWidget, pages: LivePreview, keep: QPushButton, error: QLabel
) -> None:
    """Lay a dialog out: ``fields`` scroll, ``keep`` ends it, ``error`` says what is wrong."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(fields)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields bring themselves into view
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setMinimumWidth(_LEAST)
    area.setMaximumWidth(_MOST)
    both = QHBoxLayout()
    both.setSpacing(12)
    both.addWidget(area, 3)
    both.addWidget(pages, 4)
    away = QPushButton("ยกเลิก")
    for button in (keep, away):
        button.setAutoDefault(False)
    away.clicked.connect(dialog.reject)
    foot = QHBoxLayout()
    foot.addWidget(error, 1)
    foot.addStretch()
    foot.addWidget(keep)
    foot.addWidget(away)
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(20, 16, 20, 16)
    outer.setSpacing(10)
    outer.addLayout(both, 1)
    outer.addLayout(foot)
