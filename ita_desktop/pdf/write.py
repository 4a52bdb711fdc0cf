"""A document as a PDF file."""

from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field, replace
from functools import partial
from io import BytesIO
from pathlib import Path

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus.doctemplate import BaseDocTemplate, NextPageTemplate, PageTemplate
from reportlab.platypus.flowables import Flowable, PageBreak

from ita_desktop.documents.model import PAGES, Contents, Document, Section
from ita_desktop.pdf.contents import ContentsPlace, contents_lines, entries
from ita_desktop.pdf.pages import (
    Page,
    frame_of,
    label,
    last_numbers,
    next_page,
    room_of,
    running_lines,
    sheet,
)
from ita_desktop.pdf.paper_canvas import Landmark, PaperCanvas, paper_of
from ita_desktop.pdf.report import Report, missing_in
from ita_desktop.pdf.setting import Setting
from ita_desktop.pdf.story import Landmarks, filled, story
from ita_desktop.typesetting.faces import Typeface
from ita_desktop.whole_file import write_whole_or_beside

Progress = Callable[[float], None]
"""Is told the share of the work that is done, 0 to 1; what it raises ends the work."""

rl_config.useA85 = 0  # pages as they are, not as letters: a quarter smaller, twice as fast

_ALONE = (0.6, 0.98)  # shares of the work: the texts set, then laid out and drawn
_QUIET_FIRST = (0.33, 0.5, 0.98)  # where it is laid out once before: set, laid out, drawn
_MOST_PASSES = 5  # page numbers that change the length of the contents settle long before


def write_pdf(
    document: Document,
    path: Path,
    typeface: Typeface,
    own_words: frozenset[str] = frozenset(),
    progress: Progress | None = None,
) -> Report:
    """Write the document to ``path`` and return what was printed; see ``make_pdf``.

    Where another program holds the target, the report's ``file`` is the name it has beside it.
    Raises MachineError when the file cannot be written; the old file stays then.
    """
    data, report = make_pdf(document, typeface, own_words, progress)
    return replace(report, file=write_whole_or_beside(path, data))


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
    paper = _Paper(document, Setting(typeface, document.digits, own_words), _rising(progress))
    data = paper.drawn()
    return data, Report(len(paper.pages), missing_in(document, typeface))


def _rising(progress: Progress | None) -> Progress:
    """Return a progress that never goes back: a paper may be laid out more than once."""
    reached = 0.0

    def tell(share: float) -> None:
        nonlocal reached
        reached = max(reached, min(share, 1.0))
        if progress is not None:
            progress(reached)

    return tell


@dataclass(slots=True)
class _Paper:
    """A paper on its way to pages; what one pass finds out, the next one prints."""

    document: Document
    setting: Setting
    progress: Progress
    pages: list[Page] = field(default_factory=list[Page])
    """The pages of the latest pass."""
    places: dict[int, int] = field(default_factory=dict[int, int])
    """Number of a landmark to the index of its page, in the latest pass."""
    landmarks: Landmarks = field(default_factory=Landmarks)
    shares: tuple[float, ...] = _ALONE
    """Of the work that is done after each of its parts."""

    def drawn(self) -> bytes:
        """Return the PDF; laid out quietly first where pages name other pages."""
        sections = self.document.sections
        named = any(PAGES in line for section in sections for line in _running(section))
        listed = any(isinstance(block, Contents) for block in self.document.blocks)
        self.shares = _QUIET_FIRST if named or listed else _ALONE
        stories = self._stories()
        if named or listed:
            self._pass(stories, self.shares[:2], quiet=True)
        data = b""
        for _ in range(_MOST_PASSES):
            before = (self.pages, self.places)
            data = self._pass(stories, self.shares[-2:])
            if not (named or listed) or before == (self.pages, self.places):
                break
        self.progress(1.0)
        return data

    def _stories(self) -> list[list[Flowable]]:
        whole = sum(max(1, len(section.blocks)) for section in self.document.sections)
        done = 0

        def step() -> None:
            nonlocal done
            done += 1
            self.progress(self.shares[0] * done / whole)

        return [
            story(section, self.setting, self.document.mark, self.landmarks, step)
            for section in self.document.sections
        ]

    def _pass(
        self, stories: list[list[Flowable]], share: tuple[float, ...], *, quiet: bool = False
    ) -> bytes:
        """Return the paper laid out, and drawn where it is not quiet; ``share`` of the work."""
        pages: list[Page] = []
        places: dict[int, int] = {}
        lasts = last_numbers(self.pages)

        def begin(section: int, canvas: Canvas, _paper: object) -> None:
            place = len(pages)
            on = self.document.sections[section]
            page = next_page(pages, section, on.first_number)
            pages.append(page)
            last = lasts[place] if place < len(lasts) else page.number
            for line, top in running_lines(page, on, last, self.setting):
                paper_of(canvas).show_line(line, 0.0, top)

        def met(landmark: Landmark) -> None:
            places.setdefault(landmark.number, len(pages) - 1)

        flow = self._flow(stories)
        target = BytesIO()
        template = BaseDocTemplate(
            target,
            pagesize=sheet(self.document.sections[0].page),
            title=self.document.title,
            author=self.document.author,
            creator="ITA Desktop",
            lang="th",
            invariant=1,
            pageCompression=1,
        )
        for number, section in enumerate(self.document.sections):
            setup = section.page
            template.addPageTemplates(
                PageTemplate(
                    id=str(number),
                    frames=[frame_of(setup)],
                    pagesize=sheet(setup),
                    onPage=partial(begin, number),
                )
            )
        whole = len(flow)
        template.setProgressCallBack(partial(self._tell, whole, share))
        maker = partial(PaperCanvas, face=self.setting.face, met=met, quiet=quiet)
        template.build(flow, canvasmaker=maker)
        self.pages, self.places = pages, places
        return target.getvalue()

    def _tell(self, whole: int, share: tuple[float, ...], kind: str, value: int) -> None:
        if kind == "PROGRESS":
            begin, end = share
            self.progress(begin + (end - begin) * value / whole)

    def _flow(self, stories: list[list[Flowable]]) -> list[Flowable]:
        """Return the whole paper as one story, with the contents as far as they are known.

        Platypus writes on what it lays out, so each pass has copies of its own.
        """
        flow: list[Flowable] = []
        for number, flowables in enumerate(stories):
            if number:
                flow += (NextPageTemplate(str(number)), PageBreak())
            room = room_of(self.document.sections[number].page)
            ready: list[Flowable] = []
            for one in flowables:
                listing = isinstance(one, ContentsPlace)
                ready += self._contents(one, number) if listing else (copy(one),)
            flow += filled(ready, room)
        return flow

    def _contents(self, place: ContentsPlace, section: int) -> list[Flowable]:
        sections = self.document.sections
        labels = [label(page, sections[page.section], self.setting) for page in self.pages]
        listed = entries(self.landmarks.all, self.places, labels)
        room = room_of(sections[section].page)
        return contents_lines(place.contents, listed, self.setting, room)


def _running(section: Section) -> tuple[str, ...]:
    return tuple(
        text
        for line in (section.head, section.foot)
        for text in (line.left, line.center, line.right)
    )
