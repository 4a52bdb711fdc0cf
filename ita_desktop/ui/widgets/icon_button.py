"""Small buttons with a picture only, named by their hint."""

from PySide6.QtWidgets import QToolButton

from ita_desktop.ui.icons import icon


def icon_button(picture: str, hint: str) -> QToolButton:
    """Return a button with a picture; a screen reader says its hint without the key behind it."""
    button = QToolButton()
    button.setIcon(icon(picture, can_disable=True))
    button.setToolTip(hint)
    button.setAccessibleName(hint.partition(" (")[0])
    return button
