"""Enter presses the button that has the keyboard, in a window and where no button is the usual."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


def pressed_by(window: QWidget, event: QKeyEvent) -> bool:
    """Press the button of a window that has the keyboard, if the key is Enter; say whether it was.

    Qt presses a button by Enter only where it is an ``autoDefault`` one, and of those another for
    Enter in a field: then leaving a field would press the first button of the dialog.
    """
    button = window.focusWidget()
    if event.key() not in _ENTER or event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    if not isinstance(button, QPushButton) or not button.hasFocus():
        return False
    button.click()
    return True
