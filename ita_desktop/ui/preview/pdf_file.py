"""A PDF that is looked at. The only module that knows PDFium.

PDFium takes one call at a time in the whole program, so every call stands under one lock; a page
is drawn in a thread, and whoever else wants one waits there, never in the window.
"""

import atexit
import ctypes
import weakref
from collections.abc import Container, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from threading import RLock
from typing import Any

from PySide6.QtCore import QRectF, QSizeF
from PySide6.QtGui import QImage

from ita_desktop.errors import MachineError
from ita_desktop.ui.preview.told_system import system_told

_WITH_NOTES = 0x01  # FPDF_ANNOT
_NO_PDF = "แสดงเอกสารไม่ได้ เพราะไฟล์ PDF เสียหาย กรุณาจัดทำเอกสารใหม่"
_NO_PAGE = "แสดงหน้า {} ไม่ได้ กรุณาจัดทำเอกสารใหม่"
_SMALLEST_SIDE = 1.0  # points

_lock = RLock()  # the collector may close a document while its own thread draws another one
_over: list[bool] = []  # not empty once Python ends: PDFium is being taken down


@dataclass(frozen=True, slots=True)
class Line:
    """Letters that were written in one go, and where they stand."""

    text: str
    box: QRectF
    """In points from the upper left corner of the page."""


class PdfFile:
    """The bytes of a PDF, open. Every method may be called from any thread.

    Raises MachineError, in one sentence, where the bytes are no PDF; a damaged page raises only
    when it is drawn or read.
    """

    def __init__(self, data: bytes) -> None:
        with _lock:
            pdfium = _pdfium()
            handle = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
            count = pdfium.FPDF_GetPageCount(handle) if handle else 0
            if not count:
                raise MachineError(_NO_PDF)
            self.data = data  # PDFium reads in it as long as the document is open
            self._handle: Any = handle
            self._close = weakref.finalize(self, _close, handle, data)
            self._close.atexit = False
            self.sizes: tuple[QSizeF, ...] = tuple(_size(handle, page) for page in range(count))
            """Width and height of each page in points (1/72 inch)."""

    def close(self) -> None:
        """Let go of the document; what is drawn after that raises MachineError."""
        self._close()

    def draw(self, page: int, width: int, top: int, height: int) -> QImage:
        """Return a strip of a page (from 0) that is ``width`` pixels wide in all.

        The strip begins ``top`` pixels under the page's upper edge and is as wide as the page; what
        the page does not cover is white. Raises MachineError for a damaged page.
        """
        whole = strip_height(self.sizes[page], width)
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(0xFFFFFFFF)
        store = (ctypes.c_char * image.sizeInBytes()).from_buffer(image.bits())
        with self._page(page) as (pdfium, opened):
            kind = pdfium.FPDFBitmap_BGRx
            stride = image.bytesPerLine()
            bitmap = pdfium.FPDFBitmap_CreateEx(width, height, kind, store, stride)
            if not bitmap:
                raise MachineError(_NO_PAGE.format(page + 1))
            pdfium.FPDF_RenderPageBitmap(bitmap, opened, 0, -top, width, whole, 0, _WITH_NOTES)
            pdfium.FPDFBitmap_Destroy(bitmap)
        return image

    def lines(self, page: int) -> list[Line]:
        """Return what is written on a page (from 0), in the order in which it was written.

        Raises MachineError for a damaged page.
        """
        height = self.sizes[page].height()
        with self._page(page) as (pdfium, opened):
            written = _written(pdfium, opened)
            if written is None:
                raise MachineError(_NO_PAGE.format(page + 1))
            boxes = _boxes(pdfium, opened, written.keys())
        return [
            Line(text, box.translated(0, height))
            for owner, text in written.items()
            if (box := boxes.get(owner)) is not None
        ]

    @contextmanager
    def _page(self, page: int) -> Generator[tuple[Any, Any]]:
        """Give PDFium and an open page, under the lock."""
        with _lock:
            opened = None
            if self._close.alive and not _over:
                opened = _pdfium().FPDF_LoadPage(self._handle, page)
            if not opened:
                raise MachineError(_NO_PAGE.format(page + 1))
            try:
                yield _pdfium(), opened
            finally:
                _pdfium().FPDF_ClosePage(opened)


def strip_height(size: QSizeF, width: int) -> int:
    """Return how many pixels high a page is that is ``width`` pixels wide."""
    return max(round(width * size.height() / size.width()), 1)


@cache
def _pdfium() -> Any:
    """Load PDFium; the first time takes a twentieth of a second."""
    with system_told():
        import pypdfium2  # noqa: PLC0415 - not at the start
        from pypdfium2 import raw  # noqa: PLC0415

    del pypdfium2  # it sets the library up, and takes it down at the end of Python
    atexit.register(_end)  # before that
    return raw


def _end() -> None:
    """Wait for the page that is being drawn, and let no other one begin."""
    with _lock:
        _over.append(True)


def _size(handle: Any, page: int) -> QSizeF:
    raw = _pdfium()
    size = raw.FS_SIZEF()
    raw.FPDF_GetPageSizeByIndexF(handle, page, ctypes.byref(size))
    return QSizeF(max(size.width, _SMALLEST_SIDE), max(size.height, _SMALLEST_SIDE))


def _close(handle: Any, _data: bytes) -> None:
    with _lock:
        if not _over:
            _pdfium().FPDF_CloseDocument(handle)


def _written(pdfium: Any, opened: Any) -> dict[int, str] | None:
    """Return the text of a page by the piece that holds it; None for a damaged page."""
    text = pdfium.FPDFText_LoadPage(opened)
    if not text:
        return None
    found: dict[int, str] = {}
    for number in range(pdfium.FPDFText_CountChars(text)):
        owner = _address(pdfium.FPDFText_GetTextObject(text, number))
        code = pdfium.FPDFText_GetUnicode(text, number)
        if owner and code:
            found[owner] = found.get(owner, "") + chr(code)
    pdfium.FPDFText_ClosePage(text)
    return found


def _boxes(pdfium: Any, opened: Any, owners: Container[int]) -> dict[int, QRectF]:
    """Return where pieces of text stand, heights counted from the lower edge and negative.

    A line of our papers is many pieces, and PDFium takes the first for the owner of all its text:
    a piece without text of its own belongs to the one before.
    """
    boxes: dict[int, QRectF] = {}
    owner = 0
    for number in range(pdfium.FPDFPage_CountObjects(opened)):
        piece = pdfium.FPDFPage_GetObject(opened, number)
        if pdfium.FPDFPageObj_GetType(piece) != pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        sides = [ctypes.c_float() for _ in range(4)]
        pdfium.FPDFPageObj_GetBounds(piece, *map(ctypes.byref, sides))
        left, bottom, right, top = (side.value for side in sides)
        owner = _address(piece) if _address(piece) in owners else owner
        box = QRectF(left, -top, right - left, top - bottom)
        boxes[owner] = boxes.get(owner, box).united(box)
    return boxes


def _address(handle: Any) -> int:
    return ctypes.cast(handle, ctypes.c_void_p).value or 0 if handle else 0
