"""From the pages to the printer: which pages, at their size, page by page."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

import sys
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import cast

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtCore import QObject, QSizeF
from PySide6.QtGui import QPageLayout, QPageRanges, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QDialog, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from ita_desktop.documents.model import Paragraph
from ita_desktop.errors import MachineError
from ita_desktop.ui import wording
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.preview.making import Made
from ita_desktop.ui.preview.panel import PreviewPanel
from ita_desktop.ui.preview.pdf_file import PdfFile
from ita_desktop.ui.preview.print_job import PrintJob, dots_an_inch, pages_to_print, sheet
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.workflows.export_document import Typeset
from tests.ui.preview.conftest import pdf_of

asks_the_system = pytest.mark.skipif(
    sys.platform == "win32", reason="the dialog is Windows' own there and waits for a person"
)
Settled = Callable[[], None]
Range = QPrinter.PrintRange
SCALE = 2


@pytest.fixture
def printer(tmp_path: Path) -> QPrinter:
    """Return a printer that prints into a file, at 300 dots an inch."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "printed.pdf"))
    made.setResolution(300)
    return made


@pytest.fixture
def notice(window: MainWindow) -> Notice:
    assert window.workspace is not None
    return window.workspace.notice


@pytest.fixture
def mixed() -> PdfFile:
    """Return a paper of which the second page lies."""
    joined = pypdfium2.PdfDocument.new()
    for lies in (False, True, False):
        words = "แนวนอน" if lies else "แนวตั้ง"
        with pypdfium2.PdfDocument(pdf_of(Paragraph(text=words * 30), lies=lies)) as part:
            joined.import_pages(part)
    kept = BytesIO()
    joined.save(kept)
    joined.close()
    return PdfFile(kept.getvalue())


@pytest.fixture
def has_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(lambda: ["ห้องธุรการ"]))


def pictures(data: bytes | Path) -> list[Image.Image]:
    with pypdfium2.PdfDocument(data) as paper:
        return [
            cast("Image.Image", page.render(scale=SCALE).to_pil()).convert("L") for page in paper
        ]


def ink_box(picture: Image.Image) -> tuple[int, int, int, int]:
    """Return the edges of what is printed on a page."""
    black = [255 if shade < 175 else 0 for shade in range(256)]
    box = picture.point(black).getbbox()
    assert box is not None
    return box


def print_all(file: PdfFile, printer: QPrinter, qtbot: QtBot, page: int = 0) -> int:
    owner = QObject()
    job = PrintJob(file, printer, page, owner)
    told: list[int] = []
    job.finished.connect(told.append)
    with qtbot.waitSignal(job.finished, timeout=30_000):
        job.start()
    return told[0]


def test_what_is_printed_is_what_is_seen(
    mixed: PdfFile, printer: QPrinter, tmp_path: Path, qtbot: QtBot
) -> None:
    assert print_all(mixed, printer, qtbot) == 3
    printed, seen = pictures(tmp_path / "printed.pdf"), pictures(mixed.data)
    assert [picture.width > picture.height for picture in printed] == [False, True, False]
    for ours, theirs in zip(printed, seen, strict=True):
        assert ours.size == pytest.approx(theirs.size, abs=3)  # A4 to a point
        same = ours.crop((0, 0, *theirs.size))
        assert ImageStat.Stat(ImageChops.difference(same, theirs)).mean[0] < 2
        assert ink_box(ours) == pytest.approx(ink_box(theirs), abs=4)  # at its size and place


def test_pages_and_their_order_are_as_the_printer_was_set(
    long: PdfFile, printer: QPrinter, tmp_path: Path, qtbot: QtBot
) -> None:
    printer.setPrintRange(Range.PageRange)
    printer.setPageRanges(QPageRanges.fromString("2-3,5"))
    assert print_all(long, printer, qtbot) == 3
    printed, seen = pictures(tmp_path / "printed.pdf"), pictures(long.data)
    for ours, page in zip(printed, (1, 2, 4), strict=True):
        differences = [
            ImageStat.Stat(ImageChops.difference(ours.crop((0, 0, *one.size)), one)).mean[0]
            for one in seen[:6]
        ]
        assert differences.index(min(differences)) == page


def test_which_pages_are_printed(printer: QPrinter, monkeypatch: pytest.MonkeyPatch) -> None:
    able = [False]

    def makes_copies(*_: object) -> bool:
        return able[0]

    assert pages_to_print(printer, 3, 1) == [0, 1, 2]
    printer.setPrintRange(Range.CurrentPage)
    assert pages_to_print(printer, 3, 1) == [1]
    printer.setPrintRange(Range.PageRange)
    assert pages_to_print(printer, 3, 1) == [0, 1, 2]
    printer.setFromTo(2, 9)
    assert pages_to_print(printer, 3, 1) == [1, 2]
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert pages_to_print(printer, 3, 1) == [2, 1]
    monkeypatch.setattr(QPrinter, "supportsMultipleCopies", makes_copies)
    printer.setCopyCount(2)
    printer.setCollateCopies(True)
    assert pages_to_print(printer, 3, 1) == [2, 1, 2, 1]
    printer.setCollateCopies(False)
    assert pages_to_print(printer, 3, 1) == [2, 2, 1, 1]
    able[0] = True  # it makes them by itself: not four of each
    assert pages_to_print(printer, 3, 1) == [2, 1]
    printer.setCollateCopies(True)
    assert pages_to_print(printer, 3, 1) == [2, 1]


@pytest.mark.parametrize(
    ("resolution", "dots"),
    [(72, 360), (203, 406), (300, 300), (600, 600), (720, 360), (1200, 600), (2400, 600)],
)
def test_pages_are_drawn_at_300_to_600_dots(printer: QPrinter, resolution: int, dots: int) -> None:
    printer.setResolution(resolution)
    assert dots_an_inch(printer) == dots


def test_a_sheet_lies_as_its_page_does() -> None:
    for size, way in (
        (QSizeF(595.2756, 841.8898), QPageLayout.Orientation.Portrait),
        (QSizeF(841.8898, 595.2756), QPageLayout.Orientation.Landscape),
    ):
        layout = sheet(size)
        assert layout.orientation() is way
        assert layout.pageSize().name() == "A4"
        assert layout.margins().left() == 0


def test_printing_shows_how_far_it_is_and_tells_the_end(
    panel: PreviewPanel, printer: QPrinter, notice: Notice, qtbot: QtBot, tmp_path: Path
) -> None:
    assert panel.made is not None
    panel.printing.print_on(printer, panel.made.file, 0)
    assert panel.card.isVisible()
    assert panel.busy
    assert not panel.bar._print.isEnabled()
    assert not panel.bar._digits.isEnabled()
    assert not panel.make()  # what is being printed stays
    qtbot.waitUntil(lambda: not panel.busy, timeout=20_000)
    count = len(panel.made.file.sizes)
    assert len(pictures(tmp_path / "printed.pdf")) == count
    assert notice.text == f"พิมพ์ลงไฟล์ printed.pdf แล้ว {wording.figure(count)} หน้า"
    assert not panel.card.isVisible()
    assert panel.bar._print.isEnabled()


def test_printing_can_be_given_up(
    panel: PreviewPanel,
    long_pdf: bytes,
    printer: QPrinter,
    notice: Notice,
    settled: Settled,
    press: Callable[[str], None],
    qtbot: QtBot,
) -> None:
    assert panel.made is not None
    panel._take(Made(panel.made.frozen, Typeset(long_pdf, 60), PdfFile(long_pdf)))
    panel.printing.print_on(printer, panel.made.file, 0)
    qtbot.waitUntil(lambda: panel.card.share > 0)
    press("Esc")
    assert not panel.busy
    assert panel.isVisible()  # she is still at the pages
    assert notice.text == "ยกเลิกการพิมพ์แล้ว"
    settled()


def test_printing_does_not_go_on_unseen(
    window: MainWindow,
    panel: PreviewPanel,
    printer: QPrinter,
    long: PdfFile,
    settled: Settled,
    notice: Notice,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    aborted: list[QPrinter] = []

    def abort(asked: QPrinter) -> None:
        aborted.append(asked)

    monkeypatch.setattr(QPrinter, "abort", abort)
    panel.printing.print_on(printer, long, 0)
    panel.bar._back.click()
    assert aborted == [printer]  # else what was drawn so far would come out of it
    assert not panel.printing.active
    assert window.workspace is not None
    assert not window.workspace.in_preview
    assert notice.text == "ยกเลิกการพิมพ์แล้ว"
    settled()


def test_closing_the_window_while_it_prints_is_asked_about(
    window: MainWindow,
    panel: PreviewPanel,
    printer: QPrinter,
    tmp_path: Path,
    long: PdfFile,
    settled: Settled,
    qtbot: QtBot,
) -> None:
    panel.printing.print_on(printer, long, 0)
    assert not window.close()
    box = window.findChild(QMessageBox)
    assert box is not None
    assert "กำลังพิมพ์" in box.text()
    foremost = box.defaultButton()
    assert (foremost.text(), foremost.objectName()) == ("ทำต่อให้เสร็จ", "main")
    assert [one.objectName() for one in box.buttons()].count("main") == 1
    box.reject()
    assert panel.busy
    assert not window.close()
    box = window.findChildren(QMessageBox)[-1]
    close = next(one for one in box.findChildren(QPushButton) if one.text() == "ปิดโปรแกรม")
    close.click()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert not panel.busy
    settled()
    assert not list(tmp_path.glob("printed*"))  # nothing broken is left


def test_a_print_into_a_file_that_is_given_up_leaves_the_old_file(
    panel: PreviewPanel,
    printer: QPrinter,
    tmp_path: Path,
    long: PdfFile,
    settled: Settled,
    qtbot: QtBot,
) -> None:
    target = tmp_path / "printed.pdf"
    target.write_bytes(b"old")
    panel.printing.print_on(printer, long, 0)
    qtbot.waitUntil(lambda: panel.card.share > 0)
    assert [path.suffix for path in tmp_path.glob("printed*.part")] == [".part"]
    panel.printing.give_up()
    settled()
    assert list(tmp_path.glob("printed*")) == [target]
    assert target.read_bytes() == b"old"


def test_a_print_into_a_file_that_a_reader_holds_goes_beside_it(
    panel: PreviewPanel,
    printer: QPrinter,
    tmp_path: Path,
    notice: Notice,
    held: set[Path],
    qtbot: QtBot,
) -> None:
    target = tmp_path / "printed.pdf"
    target.write_bytes(b"old")
    held.add(target)
    assert panel.made is not None
    panel.printing.print_on(printer, panel.made.file, 0)
    qtbot.waitUntil(lambda: not panel.printing.active, timeout=30_000)
    assert "จึงบันทึกเป็น printed (๒).pdf" in notice.text
    assert target.read_bytes() == b"old"
    assert pictures(tmp_path / "printed (๒).pdf")
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_does_not_begin_is_told(
    panel: PreviewPanel,
    printer: QPrinter,
    notice: Notice,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert panel.made is not None
    printer.setOutputFileName(str(tmp_path / "ไม่มี" / "printed.pdf"))
    panel.printing.print_on(printer, panel.made.file, 0)
    assert not panel.busy
    assert "พิมพ์ลงไฟล์ “printed.pdf” ไม่ได้" in notice.text
    assert notice.property("tone") == "bad"
    printer.setOutputFileName("")

    def refuse(*_: object) -> bool:
        return False

    monkeypatch.setattr(QPainter, "begin", refuse)
    panel.printing.print_on(printer, panel.made.file, 0)
    assert "เริ่มพิมพ์ไม่ได้ กรุณา" in notice.text


def test_pages_that_the_paper_does_not_have_are_told(
    panel: PreviewPanel, printer: QPrinter, notice: Notice
) -> None:
    assert panel.made is not None
    printer.setPrintRange(Range.PageRange)
    printer.setPageRanges(QPageRanges.fromString("90-95"))
    panel.printing.print_on(printer, panel.made.file, 0)
    assert not panel.busy
    assert "ไม่มีหน้าที่เลือกพิมพ์" in notice.text
    assert notice.property("tone") == "bad"
    panel.printing._finish(3)
    assert notice.text == "ส่งไปเครื่องพิมพ์แล้ว ๓ หน้า"


def test_a_printer_that_stops_is_told_with_the_page(
    panel: PreviewPanel,
    printer: QPrinter,
    notice: Notice,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stop(_printer: QPrinter) -> bool:
        return False

    monkeypatch.setattr(QPrinter, "newPage", stop)
    assert panel.made is not None
    panel.printing.print_on(printer, panel.made.file, 0)
    qtbot.waitUntil(lambda: not panel.busy, timeout=20_000)
    assert "พิมพ์ต่อไม่ได้ที่หน้า ๒ กรุณา" in notice.text


def test_a_damaged_page_ends_the_printing(
    panel: PreviewPanel,
    printer: QPrinter,
    notice: Notice,
    damaged_pdf: bytes,
    qtbot: QtBot,
) -> None:
    panel.printing.print_on(printer, PdfFile(damaged_pdf), 0)
    qtbot.waitUntil(lambda: not panel.busy, timeout=20_000)
    assert "แสดงหน้า ๑ ไม่ได้" in notice.text


def test_a_fault_of_our_own_is_not_hidden(
    panel: PreviewPanel, printer: QPrinter, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError

    assert panel.made is not None
    monkeypatch.setattr(PdfFile, "draw", fail)
    with qtbot.captureExceptions() as caught:
        panel.printing.print_on(printer, panel.made.file, 0)
        qtbot.waitUntil(lambda: bool(caught))
    assert not panel.busy
    assert caught[0][0] is ZeroDivisionError


@pytest.mark.usefixtures("panel")
def test_without_a_printer_she_may_save_instead(
    notice: Notice,
    monkeypatch: pytest.MonkeyPatch,
    press: Callable[[str], None],
    picked: list[Path],
    tmp_path: Path,
    settled: Settled,
) -> None:
    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", staticmethod(list[str]))
    press("Ctrl+P")
    assert "ยังไม่มีเครื่องพิมพ์" in notice.text
    picked.append(tmp_path / "สรุป.pdf")
    save = next(b for b in notice.findChildren(QPushButton) if b.text() == "บันทึกเป็น PDF…")
    save.click()
    settled()
    assert (tmp_path / "สรุป.pdf").is_file()


@asks_the_system
@pytest.mark.usefixtures("has_printer")
def test_the_printer_is_asked_for_and_the_pages_go_there(
    panel: PreviewPanel,
    dialogs: list[QDialog],
    press: Callable[[str], None],
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    press("Ctrl+P")
    dialog = dialogs[-1]
    assert isinstance(dialog, QPrintDialog)
    assert panel.made is not None
    assert (dialog.minPage(), dialog.maxPage()) == (1, len(panel.made.file.sizes))
    asked = dialog.printer()
    assert asked.pageLayout().pageSize().name() == "A4"
    asked.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    asked.setOutputFileName(str(tmp_path / "out.pdf"))
    asked.setResolution(300)
    dialog.setFromTo(1, 1)
    asked.setPrintRange(Range.PageRange)
    asked.setFromTo(1, 1)
    dialog.accepted.emit(asked)
    dialog.close()
    qtbot.waitUntil(lambda: not panel.busy, timeout=20_000)
    assert len(pictures(tmp_path / "out.pdf")) == 1


@asks_the_system
@pytest.mark.usefixtures("has_printer")
@pytest.mark.parametrize(("system", "offers_a_file"), [("linux", True), ("win32", False)])
def test_windows_does_not_offer_to_print_into_a_file(
    panel: PreviewPanel,
    dialogs: list[QDialog],
    press: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
    system: str,
    *,
    offers_a_file: bool,
) -> None:
    """Its name there would be "FILE:", and what stands in it the printer's own commands."""
    with monkeypatch.context() as there:
        there.setattr(sys, "platform", system)
        press("Ctrl+P")
    dialog = dialogs[-1]
    assert isinstance(dialog, QPrintDialog)
    assert dialog.testOption(QPrintDialog.PrintDialogOption.PrintToFile) is offers_a_file
    panel.stop()


@asks_the_system
@pytest.mark.usefixtures("has_printer")
def test_asking_twice_or_leaving_closes_the_question(
    panel: PreviewPanel, dialogs: list[QDialog], press: Callable[[str], None], qtbot: QtBot
) -> None:
    press("Ctrl+P")
    gone: list[object] = []
    dialogs[-1].destroyed.connect(lambda: gone.append(1))
    panel.stop()
    qtbot.waitUntil(lambda: bool(gone))
    assert not panel.busy
    assert panel.printing._dialog is None


def test_a_closed_file_is_told(printer: QPrinter, long: PdfFile, qtbot: QtBot) -> None:
    long.close()
    with pytest.raises(MachineError):
        long.draw(0, 10, 0, 14)
    owner = QObject()
    job = PrintJob(long, printer, 0, owner)
    with qtbot.waitSignal(job.failed):
        job.start()
