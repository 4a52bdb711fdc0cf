"""A document as a PDF file."""

from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.doctemplate import BaseDocTemplate, PageTemplate
from reportlab.platypus.frames import Frame

from ita_desktop.documents.model import Align, Document, Orientation, PageSetup, Paragraph
from ita_desktop.pdf.figures import page_mark
from ita_desktop.pdf.paper_canvas import PaperCanvas, paper_of
from ita_desktop.pdf.placed import place_lines
from ita_desktop.pdf.report import Report, missing_in
from ita_desktop.pdf.setting import Look, Setting
from ita_desktop.pdf.story import MILLIMETRE, Room, story
from ita_desktop.typesetting.faces import Typeface
from ita_desktop.whole_file import write_whole

_MARK_DOWN = 0.5  # the page number stands in the middle of the upper margin
_MARK = Look(align=Align.CENTER)


Progress = Callable[[float], None]
"""Is told the share of the work that is done, 0 to 1; what it raises ends the work."""


def write_pdf(
    document: Document,
    path: Path,
    typeface: Typeface,
    own_words: frozenset[str] = frozenset(),
    progress: Progress | None = None,
) -> Report:
    """Write the document to ``path`` and return what was printed; see ``make_pdf``.

    Raises MachineError when the file cannot be written; the old file stays then.
    """
    data, report = make_pdf(document, typeface, own_words, progress)
    write_whole(path, data)
    return report


def make_pdf(
    document: Document,
    typeface: Typeface,
    own_words: frozenset[str] = frozenset(),
    progress: Progress | None = None,
) -> tuple[bytes, Report]:
    """Return the document as the bytes of a PDF file, and what was printed.

    ``own_words``: names of the office that a line must not cut. ``progress`` is told the share that
    is done, 0 to 1 and never less than before; an exception of its own ends the work. The same
    document gives the same bytes. Raises ClerkError when a font is damaged.
    """
    setting = Setting(typeface, document.digits, own_words)
    data, pages = _drawn(document, setting, progress)
    return data, Report(pages, missing_in(document, typeface))


def _drawn(document: Document, setting: Setting, progress: Progress | None) -> tuple[bytes, int]:
    """Return the PDF and how many pages it has."""
    size, frame, room = _page(document.sections[0].page)
    target = BytesIO()
    paper = BaseDocTemplate(
        target,
        pagesize=size,
        title=document.title,
        author=document.author,
        creator="ITA Desktop",
        lang="th",
        invariant=1,
        pageCompression=1,
    )
    mark = partial(_mark, document, setting)
    paper.addPageTemplates(PageTemplate(id="page", frames=[frame], pagesize=size, onPage=mark))
    pages: list[int] = []

    def count(page: int) -> None:
        pages.append(page)
        if progress is not None:
            progress(page / (page + 1))

    paper.setPageCallBack(count)
    maker = partial(PaperCanvas, face=setting.face)
    blocks = document.blocks or (Paragraph(text=""),)  # a PDF has at least one page
    paper.build(story(blocks, setting, room), canvasmaker=maker)
    return target.getvalue(), len(pages)


def _page(setup: PageSetup) -> tuple[tuple[float, float], Frame, Room]:
    """Return the sheet's size, the frame of its text and the room in it, in points."""
    size = landscape(A4) if setup.orientation is Orientation.LANDSCAPE else A4
    left, bottom = setup.left * MILLIMETRE, setup.bottom * MILLIMETRE
    room = Room(
        width=size[0] - left - setup.right * MILLIMETRE,
        height=size[1] - bottom - setup.top * MILLIMETRE,
    )
    frame = Frame(left, bottom, room.width, room.height, 0, 0, 0, 0, id="text")
    return size, frame, room


def _mark(document: Document, setting: Setting, canvas: Canvas, _paper: object) -> None:
    """Draw the page number in the upper margin, from the second page on."""
    page = canvas.getPageNumber()
    if page == 1:
        return
    (_, height), _, room = _page(document.sections[0].page)
    left = document.sections[0].page.left * MILLIMETRE
    lines = setting.lines(page_mark(page, document.digits), room.width, _MARK)
    for placed in place_lines(lines, _MARK, left, room.width, 0.0):
        top = height - document.sections[0].page.top * MILLIMETRE * _MARK_DOWN + placed.y / 2
        paper_of(canvas).show_line(placed, 0.0, top)
