"""From the button "พิมพ์" to the printer: which one, which pages, how many copies."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from ita_desktop.ui.preview.pdf_file import PdfFile

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ita_desktop.ui.preview.print_job import PrintJob


class Printing(QObject):
    """One paper at a time."""

    no_printer = Signal()
    """She wishes to print, and this machine has no printer."""
    moved = Signal(int, int)
    """The page that is being printed, from 1, and how many there are."""
    finished = Signal(int)
    """So many pages went to the printer."""
    failed = Signal(str)
    """One sentence that says what went wrong."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._job: PrintJob | None = None
        self._dialog: QDialog | None = None

    @property
    def active(self) -> bool:
        """Whether something is being printed now."""
        return self._job is not None

    def ask(self, file: PdfFile, title: str, page: int) -> None:
        """Ask for printer, pages and copies, then print; ``page`` (from 0) is looked at now."""
        from PySide6.QtPrintSupport import (  # noqa: PLC0415 - not at the start
            QAbstractPrintDialog,
            QPrintDialog,
            QPrinter,
            QPrinterInfo,
        )

        from ita_desktop.ui.preview.print_job import sheet  # noqa: PLC0415

        if not QPrinterInfo.availablePrinterNames():
            self.no_printer.emit()
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        printer.setCreator("ITA Desktop")
        printer.setPageLayout(sheet(file.sizes[0]))
        dialog = QPrintDialog(printer, self._window)
        option = QAbstractPrintDialog.PrintDialogOption
        dialog.setOptions(
            option.PrintToFile | option.PrintPageRange | option.PrintCollateCopies
            | option.PrintCurrentPage
        )  # fmt: skip
        dialog.setMinMax(1, len(file.sizes))
        dialog.setFromTo(1, len(file.sizes))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.print_on(printer, file, page))
        self._dialog = dialog
        dialog.destroyed.connect(self._forget_dialog)
        QDialog.open(dialog)  # QPrintDialog's own one wants a receiver

    def print_on(self, printer: "QPrinter", file: PdfFile, page: int) -> None:
        """Print on a printer as it was set; ``page`` (from 0) is looked at now."""
        from ita_desktop.ui.preview.print_job import PrintJob  # noqa: PLC0415 - not at the start

        self.cancel()
        self._job = PrintJob(file, printer, page, self)
        self._job.moved.connect(self.moved)
        self._job.finished.connect(self._finish)
        self._job.failed.connect(self._fail)
        self._job.start()

    def cancel(self) -> None:
        """Give up what is being printed or asked."""
        if self._dialog is not None:
            self._dialog.reject()
        self._end()

    def _finish(self, pages: int) -> None:
        self._end()
        self.finished.emit(pages)

    def _fail(self, sentence: str) -> None:
        self._end()
        self.failed.emit(sentence)

    def _end(self) -> None:
        if (job := self._job) is not None:
            self._job = None
            job.cancel()
            job.deleteLater()

    def _forget_dialog(self) -> None:
        self._dialog = None
