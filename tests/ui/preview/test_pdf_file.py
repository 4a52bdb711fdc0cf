"""A PDF that is open: sizes, pictures, text, and what cannot be read."""

# pyright: reportPrivateUsage=false
# A test looks at what holds the library.

import gc
import subprocess
import sys
import threading
from typing import cast

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat
from PySide6.QtGui import QImage

from ita_desktop.documents.model import Paragraph
from ita_desktop.errors import MachineError
from ita_desktop.ui.preview import pdf_file
from ita_desktop.ui.preview.pdf_file import PdfFile, strip_height
from tests.ui.preview.conftest import LONG, pdf_of


def as_pil(image: QImage) -> Image.Image:
    grey = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = bytes(grey.constBits())
    size = (grey.width(), grey.height())
    return Image.frombytes("RGB", size, rows, "raw", "RGB", grey.bytesPerLine())


def test_a_long_paper_tells_its_pages(long: PdfFile) -> None:
    assert LONG <= len(long.sizes) <= LONG + 20
    assert {(round(size.width()), round(size.height())) for size in long.sizes} == {(595, 842)}


def test_a_picture_is_that_of_plain_pdfium(long: PdfFile, long_pdf: bytes) -> None:
    with pypdfium2.PdfDocument(long_pdf) as paper:
        theirs = cast("Image.Image", paper[1].render(scale=2).to_pil()).convert("RGB")
    ours = as_pil(long.draw(1, theirs.width, 0, strip_height(long.sizes[1], theirs.width)))
    assert ours.size == theirs.size
    assert max(ImageStat.Stat(ImageChops.difference(ours, theirs)).mean) < 1
    assert ours.convert("L").getextrema() == theirs.convert("L").getextrema()  # there is ink


def test_strips_put_together_are_the_page(long: PdfFile) -> None:
    whole = as_pil(long.draw(0, 500, 0, 707))
    upper, lower = as_pil(long.draw(0, 500, 0, 300)), as_pil(long.draw(0, 500, 300, 407))
    assert ImageChops.difference(whole.crop((0, 0, 500, 300)), upper).getbbox() is None
    assert ImageChops.difference(whole.crop((0, 300, 500, 707)), lower).getbbox() is None


def test_a_page_that_lies_is_wider_than_high() -> None:
    lying = PdfFile(pdf_of(Paragraph(text="นอน"), lies=True)).sizes[0]
    assert lying.width() > lying.height()


def test_lines_stand_where_they_are_drawn(long: PdfFile) -> None:
    line = next(line for line in long.lines(0) if "ย่อหน้าที่ 1 " in line.text)
    height = long.sizes[0].height()
    assert 80 < line.box.left() < 160
    assert 50 < line.box.top() < height / 4
    assert 8 < line.box.height() < 30
    assert line.box.width() > 200  # the whole line, not its first piece


@pytest.mark.parametrize("data", [b"", b"no PDF", b"%PDF-1.7\n"])
def test_what_is_no_pdf_says_so(data: bytes) -> None:
    with pytest.raises(MachineError, match="PDF เสียหาย กรุณา"):
        PdfFile(data)


def test_a_damaged_page_says_so_and_the_others_are_drawn(damaged_pdf: bytes) -> None:
    file = PdfFile(damaged_pdf)
    with pytest.raises(MachineError, match="แสดงหน้า 1 ไม่ได้"):
        file.draw(0, 100, 0, 141)
    with pytest.raises(MachineError, match="แสดงหน้า 1 ไม่ได้"):
        file.lines(0)
    assert not file.draw(1, 100, 0, 141).isNull()


def test_a_closed_file_draws_nothing(long_pdf: bytes) -> None:
    file = PdfFile(long_pdf)
    file.close()
    file.close()
    with pytest.raises(MachineError):
        file.draw(0, 100, 0, 141)


def test_many_threads_draw_and_close(long_pdf: bytes) -> None:
    pictures: list[QImage] = []

    def draw() -> None:
        for page in range(10):
            file = PdfFile(long_pdf)
            pictures.append(file.draw(page, 200, 0, 283))
            del file
            gc.collect(0)

    threads = [threading.Thread(target=draw) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(pictures) == 40
    assert not any(picture.isNull() for picture in pictures)


def test_pdfium_is_never_called_but_under_the_lock(
    long_pdf: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two calls at once seldom end the process, so threads that try it prove nothing."""
    lock, really, asked = threading.RLock(), pdf_file._pdfium(), list[str]()

    class Watched:
        def __getattr__(self, name: str) -> object:
            asked.append(name)
            assert lock._is_owned(), name  # pyright: ignore[reportAttributeAccessIssue]
            return getattr(really, name)

    monkeypatch.setattr(pdf_file, "_lock", lock)
    monkeypatch.setattr(pdf_file, "_pdfium", Watched)
    file = PdfFile(long_pdf)
    file.draw(1, 100, 0, 141)
    file.lines(0)
    file.close()
    with pytest.raises(MachineError):
        file.draw(1, 100, 0, 141)
    assert {"FPDF_LoadMemDocument64", "FPDF_RenderPageBitmap", "FPDF_CloseDocument"} <= {*asked}


def test_a_thread_that_draws_may_close_another_file(long: PdfFile, long_pdf: bytes) -> None:
    """The collector closes what nobody holds in whatever thread it runs."""
    other, done = PdfFile(long_pdf), threading.Event()

    def work() -> None:
        with long._page(0):
            other.close()
        done.set()

    threading.Thread(target=work, daemon=True).start()
    assert done.wait(10)


def test_nothing_is_drawn_when_python_ends(long: PdfFile, monkeypatch: pytest.MonkeyPatch) -> None:
    over: list[bool] = []
    monkeypatch.setattr(pdf_file, "_over", over)
    pdf_file._end()
    with pytest.raises(MachineError):
        long.draw(0, 100, 0, 141)


def test_python_ends_quietly_with_a_file_open() -> None:
    code = (
        "from ita_desktop.documents.model import Paragraph\n"
        "from tests.ui.preview.conftest import pdf_of\n"
        "from ita_desktop.ui.preview.pdf_file import PdfFile\n"
        "file = PdfFile(pdf_of(Paragraph(text='ก')))\n"
        "file.draw(0, 100, 0, 141)\n"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert (answer.returncode, answer.stderr) == (0, "")
