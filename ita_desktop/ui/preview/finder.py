"""Seeking a text on all pages, beside the work."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from ita_desktop.thai.text import fold
from ita_desktop.ui import work
from ita_desktop.ui.preview.page_text import Hit, find_all
from ita_desktop.ui.preview.pdf_file import PdfFile


class Finder(QObject):
    """Knows the places of one text and at which of them one is."""

    moved = Signal()
    """Other places are known, or another one is looked at."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hits: Sequence[Hit] = ()
        self.at = -1
        """The place looked at, from 0; -1 for none."""
        self._file: PdfFile | None = None
        self._text = ""
        self._job: work.Job | None = None

    def look_in(self, file: PdfFile | None) -> None:
        """Seek in another PDF from now on."""
        self._stop()
        self._file, self._text, self.hits, self.at = file, "", (), -1

    def seek(self, text: str, step: int, page: int) -> None:
        """Go on (1), back (-1) or stay (0); a new text is sought from ``page`` (from 0) on."""
        if fold(text) == self._text and self._text:
            if self.hits:
                self.at = (self.at + step) % len(self.hits)
                self.moved.emit()
            return
        self._stop()
        self._text = fold(text)
        if self._file is None or not self._text:
            self._take(page, [])
            return
        find = partial(find_all, self._file, text)
        self._job = work.run(find, partial(self._take, page), self._fail, _ignore)
        self._job.ends_with(self)

    def _take(self, page: int, hits: list[Hit]) -> None:
        self.hits = hits
        here = (number for number, hit in enumerate(hits) if hit.page >= page)
        self.at = next(here, 0) if hits else -1
        self.moved.emit()

    def _fail(self, error: Exception) -> None:
        self._take(0, [])
        raise error

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None


def _ignore(_share: float) -> None:
    """Nobody looks how far it is; asking for it lets the search be given up."""
