"""``python -m bench.set_text bare|paper|twice TEXT PDF``: one process each of ``running_text``.

``bare`` is the yardstick: break, shape and draw with the libraries and nothing else, without
justifying, headings, pages of several kinds or a look at missing letters. ``paper`` makes the same
text as a document. ``twice`` makes it twice in one process, as the window does, and prints the
seconds of both.
"""

import json
import sys
import time
from pathlib import Path
from typing import Any

LEFT, BOTTOM, WIDTH, HEIGHT = 85.0, 57.0, 453.0, 714.0  # points of the text area
SIZE, PITCH = 10.92, 21.0


def bare(text: Path, pdf: Path) -> None:
    """Break lines between words, shape each word once, draw lines that say their text."""
    from pythainlp.tokenize import word_tokenize  # noqa: PLC0415 - only here
    from reportlab.lib.pagesizes import A4  # noqa: PLC0415
    from reportlab.pdfbase import pdfmetrics, ttfonts  # noqa: PLC0415
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415

    from ita_desktop.resources import resource  # noqa: PLC0415

    library: Any = ttfonts
    font: Any = library.TTFont("body", str(resource("fonts", "Sarabun-Light.ttf")), shapable=True)
    pdfmetrics.registerFont(font)
    shaped: dict[str, tuple[Any, float]] = {}
    canvas: Any = Canvas(str(pdf), pagesize=A4, pageCompression=1)
    row = 0

    def draw(words: list[str]) -> None:
        nonlocal row
        if row * PITCH > HEIGHT:
            canvas.showPage()
            row = 0
        said = "".join(words).encode("utf-16-be", "replace").hex()
        pen = canvas.beginText(LEFT, BOTTOM + HEIGHT - row * PITCH)
        pen.setFont("body", SIZE)
        pen._code.append(f"/Span<</ActualText<FEFF{said}>>>BDC")  # noqa: SLF001
        for word in words:
            pen._textOut(shaped[word][0])  # noqa: SLF001
        pen._code.append("EMC")  # noqa: SLF001
        canvas.drawText(pen)
        row += 1

    for paragraph in text.read_text("utf-8").splitlines():
        line: list[str] = []
        used = 0.0
        for word in word_tokenize(paragraph.strip(), engine="newmm", keep_whitespace=True):
            if word not in shaped:
                drawn = library.shapeStr(word, "body", SIZE)
                shaped[word] = (drawn, pdfmetrics.stringWidth(word, "body", SIZE))
            width = shaped[word][1]
            if used + width > WIDTH and line:
                draw(line)
                line, used = [], 0.0
            line.append(word)
            used += width
        if line:
            draw(line)
    canvas.save()


def paper(text: Path, pdf: Path, times: int = 1) -> list[float]:
    """Make the text as justified paragraphs of a document; return the seconds of each time."""
    from ita_desktop.documents.model import (  # noqa: PLC0415 - only here
        Align,
        Digits,
        Document,
        Paragraph,
        Section,
    )
    from ita_desktop.pdf.write import write_pdf  # noqa: PLC0415
    from ita_desktop.typesetting.faces import bundled_typeface  # noqa: PLC0415

    blocks = tuple(
        Paragraph(text=paragraph.strip(), align=Align.JUSTIFY, indent=True)
        for paragraph in text.read_text("utf-8").splitlines()
        if paragraph.strip()
    )
    document = Document(
        id="bench",
        title="เอกสารยาว",
        author="เทศบาลตำบลตัวอย่าง",
        digits=Digits.THAI,
        sections=(Section(blocks=blocks),),
    )
    seconds: list[float] = []
    for _ in range(times):
        start = time.perf_counter()
        write_pdf(document, pdf, bundled_typeface())
        seconds.append(time.perf_counter() - start)
    return seconds


def main() -> int:
    """Do what the command line asks."""
    what, text, pdf = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    if what == "bare":
        bare(text, pdf)
    elif what == "paper":
        paper(text, pdf)
    else:
        print(json.dumps(paper(text, pdf, times=2)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
