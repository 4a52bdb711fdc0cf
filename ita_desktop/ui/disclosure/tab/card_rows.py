"""How the fields of an item's card lie: one after another, and the three days side by side."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.domain.disclosure_entry import FIELD_WORDS
from ita_desktop.ui.fields.field import Field
from ita_desktop.ui.widgets.card import label

DAYS: Final = ("due", "dated", "checked")
"""Fields of a day, each one line."""
_TEXT: Final = 8
"""Pixels from the edge of a field to its text."""


def days(fields: Mapping[str, Field], after_checked: QWidget, parent: QWidget) -> QWidget:
    """Return the three days side by side, each under its name."""
    made = QFrame(parent)
    made.setObjectName("heading")
    row = QHBoxLayout(made)
    row.setContentsMargins(14 - _TEXT, 4, 10, 6)
    row.setSpacing(10)
    for name in DAYS:
        part: QWidget = fields[name]
        if name == "checked":
            part = beside(part, after_checked, parent)
        column = QVBoxLayout()
        column.setSpacing(0)
        name_line = QHBoxLayout()
        name_line.setContentsMargins(_TEXT, 0, 0, 0)
        name_line.addWidget(label(FIELD_WORDS[name], "quiet"))
        column.addLayout(name_line)
        column.addWidget(part)
        column.addStretch()
        row.addLayout(column, 4 if name == "checked" else 3)
    return made


def beside(part: QWidget, other: QWidget, parent: QWidget) -> QWidget:
    """Return a part with all the room of its line, and another after it."""
    made = QWidget(parent)
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(6)
    row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
    row.addWidget(other, 0, Qt.AlignmentFlag.AlignTop)
    return made


def alone(part: QWidget, parent: QWidget) -> QWidget:
    """Return a part at the left of its line, as wide as it wants to be."""
    made = QWidget(parent)
    row = QHBoxLayout(made)
    row.setContentsMargins(1, 0, 0, 0)
    row.addWidget(part, 0, Qt.AlignmentFlag.AlignTop)
    row.addStretch()
    return made
