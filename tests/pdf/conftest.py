import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

import pypdfium2
import pytest

from ita_desktop.documents.model import Block, Digits, Document, PageSetup, Section
from ita_desktop.pdf.report import Report
from ita_desktop.pdf.write import write_pdf
from ita_desktop.typesetting.faces import bundled_typeface

if TYPE_CHECKING:
    from PIL.Image import Image

Print = Callable[..., tuple[Path, Report]]


@pytest.fixture
def printed(tmp_path: Path) -> Print:
    """Blocks to a PDF in a temporary folder and its report."""

    def print_blocks(
        *blocks: Block, digits: Digits = Digits.THAI, page: PageSetup | None = None
    ) -> tuple[Path, Report]:
        document = Document(
            id="test",
            title="เอกสารทดสอบ",
            author="เทศบาลตำบลตัวอย่าง",
            digits=digits,
            sections=(Section(blocks=blocks, page=page or PageSetup()),),
        )
        path = tmp_path / "out.pdf"
        return path, write_pdf(document, path, bundled_typeface())

    return print_blocks


def _poppler(path: Path) -> str:
    done = subprocess.run(
        ["pdftotext", "-enc", "UTF-8", str(path), "-"],  # noqa: S607
        check=True,
        capture_output=True,
    )
    assert not done.stderr
    return done.stdout.decode()


def poppler_text(path: Path) -> str | None:
    """Return what pdftotext reads; None on a machine without it."""
    return _poppler(path) if shutil.which("pdftotext") else None


def _pdfium(path: Path, page: int | None = None) -> str:
    with pypdfium2.PdfDocument(path) as paper:
        pages = paper if page is None else [paper[page - 1]]
        return "\f".join(one.get_textpage().get_text_range() for one in pages)


@pytest.fixture(scope="session")
def text_of() -> Callable[..., str]:
    """The text that pdfium finds, in the order of drawing; ``page``: of one page only."""
    return _pdfium


@pytest.fixture(scope="session")
def readers() -> tuple[Callable[[Path], str], ...]:
    """Ways to read the text of a paper: pdfium, and poppler on a machine that has it."""
    return (_pdfium, _poppler) if shutil.which("pdftotext") else (_pdfium,)


@pytest.fixture(scope="session")
def within_margins() -> Callable[[Path, PageSetup], None]:
    """Fail when there is ink outside the margins, but for the page number in the upper one."""
    scale = 2  # pixels a point
    dot = 25.4 / 72  # millimetres a point
    overhang = 3  # pixels; ใ and ไ lean half a millimetre to the left of where they begin

    def check(path: Path, setup: PageSetup) -> None:
        with pypdfium2.PdfDocument(path) as paper:
            for number, page in enumerate(paper):
                picture = cast("Image", page.render(scale=scale).to_pil()).convert("L")
                width, height = picture.size
                left, top, right, bottom = (
                    round(side / dot * scale) - overhang
                    for side in (setup.left, setup.top, setup.right, setup.bottom)
                )
                upper = picture.crop((0, 0, width, top))
                if number:
                    upper.paste(255, (width * 2 // 5, top // 4, width * 3 // 5, top * 3 // 4))
                outside = {
                    "left": picture.crop((0, 0, left, height)),
                    "right": picture.crop((width - right, 0, width, height)),
                    "bottom": picture.crop((0, height - bottom, width, height)),
                    "top": upper,
                }
                for side, strip in outside.items():
                    assert strip.getextrema() == (255, 255), f"page {number + 1}, {side}"

    return check
