"""A PDF on its way to a printer, strip by strip, while the window stays alive.

Printed into a file, it is written beside it and put in its place when whole.
"""

from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMarginsF, QObject, QRectF, QSizeF, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from ita_desktop.errors import MachineError
from ita_desktop.ui import work
from ita_desktop.ui.preview.pdf_file import PdfFile
from ita_desktop.ui.preview.pictures import Strip, strips
from ita_desktop.whole_file import part_of, put_whole_or_beside

_FINEST, _COARSEST = 600, 300  # dots an inch
_INCH = 72  # points
_NO_START = "เริ่มพิมพ์ไม่ได้ กรุณาตรวจว่าเครื่องพิมพ์ “{}” เปิดอยู่และต่อกับเครื่องนี้ แล้วลองใหม่"
_NO_FILE = "พิมพ์ลงไฟล์ “{}” ไม่ได้ ไฟล์อาจเปิดอยู่ในโปรแกรมอื่นหรือไม่มีสิทธิ์เขียน กรุณาเลือกที่เก็บอื่น"
_NO_PAGES = "เอกสารนี้ไม่มีหน้าที่เลือกพิมพ์ กรุณาตรวจเลขหน้าแล้วสั่งพิมพ์ใหม่"
_FAULT = "พิมพ์ไม่สำเร็จ เพราะโปรแกรมมีข้อผิดพลาด"
_NO_PAGE = "พิมพ์ต่อไม่ได้ที่หน้า {} กรุณาตรวจเครื่องพิมพ์ แล้วพิมพ์หน้าที่เหลือใหม่"


class PrintJob(QObject):
    """Prints the pages that the printer was set to; the margins are those of the paper itself."""

    moved = Signal(int, int)
    """The page that is being printed, from 1, and how many there are."""
    finished = Signal(int)
    """So many pages went to the printer."""
    failed = Signal(str)

    def __init__(self, file: PdfFile, printer: QPrinter, page: int, parent: QObject) -> None:
        """``page``: the one looked at (from 0), for whoever prints just that."""
        super().__init__(parent)
        self._file = file
        self._printer = printer
        self._painter = QPainter()
        self._pages = pages_to_print(printer, len(file.sizes), page)
        self._at = -1
        self._rest: Iterator[Strip] = iter(())
        self._job: work.Job | None = None
        self.target = Path(printer.outputFileName()) if printer.outputFileName() else None
        """The file that is printed into, None for a printer."""
        self.written: Path | None = None
        """Where it went: the target, or beside it where another program holds that."""
        self._part = part_of(self.target) if self.target is not None else None

    def start(self) -> None:
        """Begin; from now on only the signals tell."""
        self._printer.setFullPage(True)
        if not self._pages:
            self.failed.emit(_NO_PAGES)
            return
        self._lay_page(self._pages[0])
        if self._part is not None:
            kind = self._printer.outputFormat()
            self._printer.setOutputFileName(str(self._part))
            self._printer.setOutputFormat(kind)  # which the ending has changed
        if not self._painter.begin(self._printer):
            name = self._printer.printerName()
            target = self.target
            self.failed.emit(_NO_FILE.format(target.name) if target else _NO_START.format(name))
            return
        self._next_page()

    def cancel(self) -> None:
        """Stop; what the printer has not printed yet it throws away. Nobody is told.

        A file that is not whole is removed; the one that had its name before stays.
        """
        if self._job is not None:
            self._job.cancel()
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()
            if self._part is not None:
                with suppress(OSError):
                    self._part.unlink(missing_ok=True)

    def _next_page(self) -> None:
        self._at += 1
        if self._at == len(self._pages):
            self._painter.end()
            if self._part is None or self.target is None:
                self.finished.emit(len(self._pages))
            else:
                put = partial(put_whole_or_beside, self._part, self.target)
                self._job = work.run(put, self._finish, self._fail)
            return
        page = self._pages[self._at]
        self.moved.emit(self._at + 1, len(self._pages))
        if self._at:
            self._lay_page(page)
            if not self._printer.newPage():
                self._fail(MachineError(_NO_PAGE.format(page + 1)))
                return
        width = round(self._file.sizes[page].width() / _INCH * dots_an_inch(self._printer))
        self._rest = iter(strips(self._file, page, width))
        self._next_strip()

    def _next_strip(self) -> None:
        if (strip := next(self._rest, None)) is None:
            self._next_page()
            return
        drawn = partial(self._file.draw, strip.page, strip.width, strip.top, strip.height)
        self._job = work.run(drawn, partial(self._put, strip), self._fail)
        self._job.ends_with(self)

    def _put(self, strip: Strip, image: QImage) -> None:
        """Put a strip on the sheet, at the size the PDF says."""
        dots = self._file.sizes[strip.page].width() / _INCH * self._printer.resolution()
        pixel = dots / strip.width
        target = QRectF(0, strip.top * pixel, dots, strip.height * pixel)
        self._painter.drawImage(target, image)
        self._next_strip()

    def _finish(self, written: Path) -> None:
        self.written = written
        self.finished.emit(len(self._pages))

    def _lay_page(self, page: int) -> None:
        self._printer.setPageLayout(sheet(self._file.sizes[page]))

    def _fail(self, error: Exception) -> None:
        self.cancel()
        known = isinstance(error, MachineError)
        self.failed.emit(str(error) if known else _FAULT)
        if not known:
            raise error


def pages_to_print(printer: QPrinter, count: int, page: int) -> list[int]:
    """Return the pages (from 0) of a paper that was ``count`` pages in the order of printing.

    Copies that the printer makes by itself are not in it; ``page`` is the one looked at.
    """
    ranges = printer.pageRanges()
    if printer.printRange() is QPrinter.PrintRange.CurrentPage:
        pages = [page]
    elif printer.printRange() is QPrinter.PrintRange.PageRange and not ranges.isEmpty():
        pages = [number for number in range(count) if ranges.contains(number + 1)]
    else:
        pages = list(range(count))
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    if printer.collateCopies():
        return pages * copies
    return [page for page in pages for _ in range(copies)]


def dots_an_inch(printer: QPrinter) -> int:
    """Return how fine pages are drawn: 300 to 600, a whole number of times the printer's dots."""
    resolution = max(printer.resolution(), 1)
    if resolution >= _COARSEST:
        return resolution // -(-resolution // _FINEST)
    return resolution * -(-_COARSEST // resolution)


def sheet(size: QSizeF) -> QPageLayout:
    """Return the sheet for a page of that size in points: lying as it does, without margins."""
    lies = size.width() > size.height()
    upright = QSizeF(min(size.width(), size.height()), max(size.width(), size.height()))
    known = QPageSize(upright, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    way = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    layout = QPageLayout(known, way, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout
