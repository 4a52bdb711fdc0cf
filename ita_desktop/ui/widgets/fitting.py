"""How large a dialog may be."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

_MARGIN = 24


def fitting(parent: QWidget | None, wanted: QSize) -> QSize:
    """Return the size wanted, or what fits over the parent's window: at 200 % that is little."""
    if parent is None:
        return wanted
    return wanted.boundedTo(parent.window().size() - QSize(_MARGIN, _MARGIN))
