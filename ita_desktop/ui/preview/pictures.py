"""Pictures of pages: drawn beside the work when they are wanted, kept while there is room."""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from ita_desktop.errors import MachineError
from ita_desktop.ui import work
from ita_desktop.ui.preview.pdf_file import PdfFile, strip_height

_PIXEL = 4  # bytes
_STRIP = 8 * 1024 * 1024
_EVEN = 60  # rows; so many can be brought to the dots of a coarser or finer printer without a rest


@dataclass(frozen=True, slots=True)
class Strip:
    """A part of a page as wide as the page: measures in pixels of the picture."""

    page: int
    width: int
    top: int
    height: int


def strips(file: PdfFile, page: int, width: int) -> list[Strip]:
    """Return a page that is ``width`` pixels wide in strips of at most 8 MB, from the top down."""
    whole = strip_height(file.sizes[page], width)
    step = max(_STRIP // (width * _PIXEL) // _EVEN, 1) * _EVEN
    return [Strip(page, width, top, min(step, whole - top)) for top in range(0, whole, step)]


class Pictures(QObject):
    """Draws what is wanted, one strip after the other, and forgets what was not seen longest."""

    drawn = Signal(int)
    """A part of this page was drawn, or could not be."""

    def __init__(self, file: PdfFile, most_bytes: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self._most = most_bytes
        self._kept: OrderedDict[Strip, QImage] = OrderedDict()
        self._wanted: list[Strip] = []
        self._job: work.Job | None = None
        self._at: Strip | None = None
        self.held = 0
        """Bytes of the pictures that are kept."""
        self.troubles: dict[int, str] = {}
        """What is wrong with pages that cannot be drawn, in one sentence each."""

    def picture(self, strip: Strip) -> QImage | None:
        """Return a strip's picture; None where it is not drawn yet."""
        if (image := self._kept.get(strip)) is not None:
            self._kept.move_to_end(strip)
        return image

    def stand_in(self, page: int) -> QImage | None:
        """Return a picture of the whole page at another size, for the moment until it is drawn."""
        for strip in reversed(self._kept):
            if strip.page == page and strip.top == 0 and self._is_whole(strip):
                return self._kept[strip]
        return None

    def want(self, wanted: Sequence[Strip]) -> None:
        """Draw these, the first ones first; what was wanted before and is not now is left out."""
        for strip in reversed(wanted):
            if strip in self._kept:
                self._kept.move_to_end(strip)
        self._wanted = [strip for strip in wanted if strip not in self._kept]
        self._go_on()

    def stop(self) -> None:
        """Draw no more, and tell nobody."""
        self._wanted.clear()
        if self._job is not None:
            self._job.cancel()

    def _is_whole(self, strip: Strip) -> bool:
        return strip.height == strip_height(self._file.sizes[strip.page], strip.width)

    def _go_on(self) -> None:
        while self._wanted and self._at is None:
            strip = self._wanted.pop(0)
            if strip.page in self.troubles or strip in self._kept:
                continue
            self._at = strip
            self._job = work.run(partial(_drawn, self._file, strip), self._keep, self._fail)
            self._job.ends_with(self)

    def _keep(self, image: QImage) -> None:
        if (strip := self._at) is None:
            return
        self._at = None
        self._kept[strip] = image
        self.held += image.sizeInBytes()
        while self.held > self._most and len(self._kept) > 1:
            _, old = self._kept.popitem(last=False)
            self.held -= old.sizeInBytes()
        self.drawn.emit(strip.page)
        self._go_on()

    def _fail(self, error: Exception) -> None:
        if (strip := self._at) is None:
            return
        self._at = None
        if not isinstance(error, MachineError):
            self._wanted.clear()
            raise error
        self.troubles[strip.page] = str(error)
        self.drawn.emit(strip.page)
        self._go_on()


def _drawn(file: PdfFile, strip: Strip) -> QImage:
    return file.draw(strip.page, strip.width, strip.top, strip.height)
