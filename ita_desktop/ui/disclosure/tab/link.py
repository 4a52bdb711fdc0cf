"""A button that reads as a link; Enter presses it."""

from PySide6.QtWidgets import QPushButton


def link(words: str, hint: str = "") -> QPushButton:
    """Return a button with these words and what is said where the mouse rests."""
    made = QPushButton(words)
    made.setObjectName("link")
    made.setToolTip(hint)
    made.setAccessibleName(words)
    made.setAutoDefault(True)
    return made
