"""Papers to be looked at: a long one, one that lies and stands, one that is damaged."""

# pyright: reportPrivateUsage=false
# Waiting for what is drawn looks at the work that runs.

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ita_desktop.documents.model import (
    Block,
    Digits,
    Document,
    Orientation,
    PageSetup,
    Paragraph,
    Section,
)
from ita_desktop.pdf.write import make_pdf
from ita_desktop.typesetting.faces import bundled_typeface
from ita_desktop.ui import work
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.preview.panel import PreviewPanel
from ita_desktop.ui.preview.pdf_file import PdfFile
from ita_desktop.ui.preview.view import PdfView

PAPER = "score-summary"
LONG = 60
"""Pages of the long paper."""
_SENTENCE = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ " * 12


def pdf_of(*blocks: Block, lies: bool = False) -> bytes:
    """Return blocks as a PDF; ``lies``: on sheets that lie."""
    way = Orientation.LANDSCAPE if lies else Orientation.PORTRAIT
    document = Document(
        id="test",
        title="เอกสารทดสอบ",
        author="เทศบาลตำบลตัวอย่าง",
        digits=Digits.THAI,
        sections=(Section(blocks=blocks, page=PageSetup(orientation=way)),),
    )
    data, _ = make_pdf(document, bundled_typeface())
    return data


@pytest.fixture(scope="session")
def long_pdf() -> bytes:
    """Return a paper of 60 pages or a few more; the number of each paragraph stands in it."""
    return pdf_of(*(Paragraph(text=f"ย่อหน้าที่ {i} {_SENTENCE}") for i in range(1, 4 * LONG)))


@pytest.fixture(scope="session")
def damaged_pdf() -> bytes:
    """Return a paper of which the first page is lost."""
    data = pdf_of(*(Paragraph(text=f"{i} {_SENTENCE}") for i in range(1, 12)))
    return data.replace(b"/Type /Page\n", b"/Type /None\n", 1)


@pytest.fixture
def long(long_pdf: bytes) -> PdfFile:
    return PdfFile(long_pdf)


@pytest.fixture
def settled(qtbot: QtBot, qapp: QApplication) -> Callable[[], None]:
    """Wait until nothing is drawn, made or sought any more."""

    def wait() -> None:
        qapp.processEvents()
        qtbot.waitUntil(lambda: not work._running, timeout=20_000)
        qapp.processEvents()
        qtbot.waitUntil(lambda: not work._running, timeout=20_000)

    return wait


@pytest.fixture
def view(qtbot: QtBot) -> PdfView:
    """Return a view on the screen, 800 by 600 pixels, with nothing in it."""
    made = PdfView()
    qtbot.addWidget(made)
    made.resize(800, 600)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


@pytest.fixture
def panel(window: MainWindow, settled: Callable[[], None]) -> PreviewPanel:
    """Return the preview of the sample's scores, made."""
    assert window.workspace is not None
    window.workspace.show_preview(PAPER)
    settled()
    return window.workspace.preview
