"""What was found on a page, marked by formats of its layout: Qt's selections cut tone marks."""

from PySide6.QtGui import QTextCharFormat, QTextDocument

from ita_desktop.ui import theme
from ita_desktop.ui.widgets.thai_editor import WordKeeper
from ita_desktop.ui.widgets.wrapped_text import kept_format, kept_together


class FoundMarks(WordKeeper):
    """Marks stretches of a document; the one that is looked at stands out."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._places: list[tuple[int, int]] = []
        self._at = -1

    def mark(self, places: list[tuple[int, int]], at: int) -> None:
        """Mark stretches (from, to); the one with the number ``at`` is looked at."""
        if (places, at) != (self._places, self._at):
            self._places, self._at = places, at
            self.rehighlight()

    def highlightBlock(self, text: str) -> None:
        start = self.currentBlock().position()
        end = start + self.currentBlock().length()
        for number, (begin, after) in enumerate(self._places):
            if start <= begin < end:
                form = QTextCharFormat()
                looked_at = number == self._at
                form.setBackground(theme.color("on_amber" if looked_at else "group_strong"))
                form.setForeground(theme.color("amber" if looked_at else "ink"))
                self.setFormat(begin - start, after - begin, form)
        for place in kept_together(text):  # marked or not: else marking would move the lines
            both = self.format(place)
            both.merge(kept_format())
            self.setFormat(place, 1, both)
