"""``python -m bench.pages make|plain|view|scroll PDF``: one process each, for ``bench.preview``.

``make`` writes a paper of 60 pages or a few more. ``plain`` is the yardstick: the least window
that shows the first page, drawn by pypdfium2 in one call. ``view`` is our own view until that page
stands in it, ``scroll`` until every page has.
"""

import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QThreadPool, QTimer
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication, QLabel

SIZE = (1200, 700)  # pixels of the view in a window of 1366 x 768
SENTENCE = "การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ " * 12


def make(path: Path) -> None:
    """Write the long paper."""
    from ita_desktop.documents.model import (  # noqa: PLC0415 - only here
        Digits,
        Document,
        PageSetup,
        Paragraph,
        Section,
    )
    from ita_desktop.pdf.write import write_pdf  # noqa: PLC0415
    from ita_desktop.typesetting.faces import bundled_typeface  # noqa: PLC0415

    blocks = tuple(Paragraph(text=f"ย่อหน้าที่ {number} {SENTENCE}") for number in range(1, 240))
    document = Document(
        id="bench",
        title="เอกสารยาว",
        author="เทศบาลตำบลตัวอย่าง",
        digits=Digits.THAI,
        sections=(Section(blocks=blocks, page=PageSetup()),),
    )
    write_pdf(document, path, bundled_typeface())


def plain(path: Path) -> None:
    """Show the first page in a label, without keeping anything."""
    import pypdfium2  # noqa: PLC0415 - only here

    opened: Any = pypdfium2.PdfDocument(path.read_bytes())
    with opened as paper:
        bitmap = paper[0].render(scale=2)
        width, height, stride = bitmap.width, bitmap.height, bitmap.stride
        image = QImage(bytes(bitmap.buffer), width, height, stride, QImage.Format.Format_BGR888)
    label = QLabel()
    label.resize(*SIZE)
    label.setPixmap(QPixmap.fromImage(image))
    label.show()
    QApplication.sendPostedEvents()
    label.repaint()


def view(path: Path, *, scroll: bool) -> None:
    """Show the first page in our own view, or all of them one after the other."""
    from ita_desktop.ui.preview.pdf_file import PdfFile  # noqa: PLC0415 - only here
    from ita_desktop.ui.preview.view import PdfView  # noqa: PLC0415

    file = PdfFile(path.read_bytes())
    shown = PdfView()
    shown.resize(*SIZE)
    shown.show_file(file)
    shown.show()
    last = len(file.sizes) - 1 if scroll else 0

    def go_on(page: int) -> None:
        if page == shown.page:
            shown.viewport().repaint()
            if page == last:
                QApplication.quit()
            else:
                QTimer.singleShot(0, lambda: shown.go_to(page + 1))

    if shown.pictures is None:
        raise RuntimeError
    shown.pictures.drawn.connect(go_on, Qt.ConnectionType.QueuedConnection)
    QApplication.exec()
    QThreadPool.globalInstance().waitForDone()  # a page may still be drawn for nobody


def main() -> int:
    """Do what the first argument says with the file that the second one names."""
    verb, path = sys.argv[1], Path(sys.argv[2])
    if verb == "make":
        make(path)
        return 0
    application = QApplication(sys.argv[:1])
    if verb == "plain":
        plain(path)
    else:
        view(path, scroll=verb == "scroll")
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
