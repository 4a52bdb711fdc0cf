"""The pale words in an empty line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

_WHOLE = Qt.AlignmentFlag(
    Qt.AlignmentFlag.AlignLeft.value
    | Qt.AlignmentFlag.AlignVCenter.value
    | Qt.TextFlag.TextDontClip.value
)
"""Qt cuts these words, and only these, at the height of the typeface: a vowel that hangs below two
letters' feet (สมมุติ) lost its end. What is said of the alignment goes to the painter as it is."""


def hint(line: QLineEdit, words: str) -> None:
    """Show words while a line is empty, drawn whole."""
    line.setPlaceholderText(words)
    line.setAlignment(_WHOLE)
