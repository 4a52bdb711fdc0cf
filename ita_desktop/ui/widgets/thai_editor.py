"""Editors of Thai text: they wrap at words and change nothing of what is typed."""

from PySide6.QtGui import QSyntaxHighlighter
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ita_desktop.ui.widgets.wrapped_text import kept_format, kept_together


class ThaiEditor(QPlainTextEdit):
    """A plain text editor that Tab leaves, and that breaks no line inside ฯลฯ."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTabChangesFocus(True)
        self._keeper = WordKeeper(self.document())


class WordKeeper(QSyntaxHighlighter):
    """Puts formats that show nothing where libthai would break a text and no line may end."""

    def highlightBlock(self, text: str) -> None:
        for start in kept_together(text):
            self.setFormat(start, 1, kept_format())
