"""From the button "พิมพ์" to the printer: which one, which pages, how many copies."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from ita_desktop.ui.preview.pdf_file import PdfFile
from ita_desktop.ui.preview.progress_card import ProgressCard
from ita_desktop.ui.saving import Saving, file_actions
from ita_desktop.whole_file import held_sentence

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from ita_desktop.ui.preview.print_job import PrintJob


_NO_PRINTER = "เครื่องนี้ยังไม่มีเครื่องพิมพ์ กรุณาเพิ่มเครื่องพิมพ์ในการตั้งค่าของเครื่อง หรือบันทึกเป็น PDF แล้วพิมพ์จากเครื่องอื่น"


class Printing(QObject):
    """One paper at a time; what became of it is told at the foot of the window."""

    changed = Signal()
    """Printing began or ended."""
    pdf_wanted = Signal()
    """Without a printer, she wishes to save the pages."""

    def __init__(self, window: QWidget, card: ProgressCard, saving: Saving) -> None:
        super().__init__(window)
        self._window = window
        self._card = card
        self._saving = saving
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
            actions = [("บันทึกเป็น PDF…", self.pdf_wanted.emit)]
            self._saving.tell(_NO_PRINTER, actions, bad=True)
            return
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(title)
        printer.setCreator("ITA Desktop")
        printer.setPageLayout(sheet(file.sizes[0]))
        dialog = QPrintDialog(printer, self._window)
        option = QAbstractPrintDialog.PrintDialogOption
        options = option.PrintPageRange | option.PrintCollateCopies | option.PrintCurrentPage
        if sys.platform != "win32":  # a file there is what the printer's driver says, and no paper
            options |= option.PrintToFile
        dialog.setOptions(options)
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
        self._job.moved.connect(self._show_moved)
        self._job.finished.connect(self._finish)
        self._job.failed.connect(self._fail)
        self._card.begin("กำลังเตรียมพิมพ์…")
        self.changed.emit()
        self._job.start()

    def give_up(self) -> None:
        """Stop what is being printed or asked, and say it where something was being printed."""
        active = self.active
        self.cancel()
        if active:
            self._saving.tell("ยกเลิกการพิมพ์แล้ว")

    def cancel(self) -> None:
        """Stop what is being printed or asked, without a word."""
        if self._dialog is not None:
            self._dialog.reject()
        self._end()

    def _show_moved(self, page: int, count: int) -> None:
        self._card.say(f"กำลังพิมพ์หน้าที่ {page} จาก {count}", (page - 1) / count)

    def _finish(self, pages: int) -> None:
        job = self._job
        written, target = (job.written, job.target) if job is not None else (None, None)
        self._end()
        if written is None or target is None:
            self._saving.tell(f"ส่งไปเครื่องพิมพ์แล้ว {pages} หน้า")
            return
        done = held_sentence(target, written) or f"พิมพ์ลงไฟล์ {written.name} แล้ว"
        self._saving.tell(f"{done} {pages} หน้า", file_actions(written))

    def _fail(self, sentence: str) -> None:
        self._end()
        self._saving.tell(sentence, bad=True)

    def _end(self) -> None:
        if (job := self._job) is not None:
            self._job = None
            job.cancel()
            job.deleteLater()
            self._card.hide()
            self.changed.emit()

    def _forget_dialog(self) -> None:
        self._dialog = None
