"""The blocks of a section as what Platypus lays on pages."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import count, pairwise

from reportlab.platypus.flowables import CondPageBreak, Flowable, Spacer

from ita_desktop.documents.charts import BarChart, Chart, PillarChart
from ita_desktop.documents.matrix import MatrixChart
from ita_desktop.documents.model import (
    Block,
    Contents,
    Fill,
    Heading,
    Mark,
    NewPage,
    Paragraph,
    Section,
    Signature,
    Space,
    Table,
)
from ita_desktop.documents.text import Text
from ita_desktop.pdf.charts import BarsOnPaper, PillarsOnPaper, set_bars
from ita_desktop.pdf.contents import ContentsPlace
from ita_desktop.pdf.kept import Kept
from ita_desktop.pdf.mark import MarkPlace
from ita_desktop.pdf.matrix import MatrixOnPaper
from ita_desktop.pdf.measures import (
    CAPTION,
    MILLIMETRE,
    SPACE_BEFORE,
    Room,
    look_of_heading,
    look_of_paragraph,
    text_of_paragraph,
)
from ita_desktop.pdf.pages import room_of
from ita_desktop.pdf.paper_canvas import Landmark
from ita_desktop.pdf.paragraph import ThaiParagraph
from ita_desktop.pdf.setting import Look, Setting
from ita_desktop.pdf.signature import SignatureBlock
from ita_desktop.pdf.signed import signed
from ita_desktop.pdf.table import ThaiTable, set_table

_ROUNDING = 0.5


class FillPlace(Spacer):
    """White space that takes a share of what its page has left."""


@dataclass(slots=True)
class Landmarks:
    """The listed headings of the whole paper, in the order they were set."""

    all: list[Landmark] = field(default_factory=list[Landmark])
    _numbers: Iterator[int] = field(default_factory=count)

    def next(self, heading: Heading) -> Landmark | None:
        """Return the landmark of a heading; None where it is not listed."""
        words = " ".join(heading.text.split())
        if not heading.listed or not words:
            return None
        landmark = Landmark(next(self._numbers), words, max(1, heading.level))
        self.all.append(landmark)
        return landmark


@dataclass(slots=True)
class _Story:
    """What has been set of a section, and the heads that wait for what they head."""

    section: Section
    setting: Setting
    room: Room
    picture: bytes
    landmarks: Landmarks
    done: list[Flowable] = field(default_factory=list[Flowable])
    heads: list[Flowable] = field(default_factory=list[Flowable])

    def add(self, block: Block) -> None:
        match block:
            case Heading():
                self.heads.append(self._heading(block))
            case Paragraph():
                self._paragraph(block)
            case Table():
                self._table(block)
            case BarChart() | PillarChart():
                self._chart(block)
            case MatrixChart():
                self._release()
                self.done.append(MatrixOnPaper(block, self.setting, self.room))
            case Signature():
                self._signature(block)
            case _:
                self._place(block)

    def end(self) -> list[Flowable]:
        """Return all that was set; heads that nothing follows stand by themselves."""
        self._release()
        while self.done and isinstance(self.done[-1], CondPageBreak):  # the next section begins one
            self.done.pop()
        return self.done or [self._text("", Look())]

    def _release(self) -> None:
        self.done += self.heads
        self.heads = []

    def _heading(self, heading: Heading) -> Flowable:
        before = 0.0 if heading.level == 1 else SPACE_BEFORE
        look = look_of_heading(heading)
        landmark = self.landmarks.next(heading)
        return self._text(heading.text, look, before=before, landmark=landmark)

    def _paragraph(self, block: Paragraph) -> None:
        look = look_of_paragraph(block)
        text = self._text(text_of_paragraph(block), look, before=block.before)
        if block.keep_with_next:
            self.heads.append(text)
        else:
            self._follow(text)

    def _table(self, table: Table) -> None:
        if table.caption and not table.caption_in_grid:
            self.heads.append(self._text(table.caption, CAPTION, before=SPACE_BEFORE))
        made = ThaiTable(set_table(table, self.setting, self.room.width, self.room.height))
        self._follow(made, whole_if_small=not table.flows)

    def _chart(self, chart: Chart) -> None:
        made = (
            BarsOnPaper(set_bars(chart, self.setting, self.room))
            if isinstance(chart, BarChart)
            else PillarsOnPaper(chart, self.setting, self.room)
        )
        if chart.caption:
            self.heads.append(self._text(chart.caption, CAPTION, before=SPACE_BEFORE))
        key = [self._text(chart.key, Look())] if chart.key else []
        if isinstance(made, BarsOnPaper) and made.divisible:
            self._follow(made)
            self.done += key
        else:
            self.heads += [made, *key]
            self._follow(self.heads.pop())

    def _signature(self, signature: Signature) -> None:
        """Set the block; the end of what stands before it goes with it to its page."""
        block = SignatureBlock(signature, self.setting, self.room)
        if self.heads:
            self._follow(block)
        else:
            self.done = signed(self.done, block, self.room.height)

    def _place(self, block: Mark | Contents | Space | Fill | NewPage) -> None:
        """Set what is no text; heads do not wait for it."""
        self._release()
        match block:
            case Mark():
                if self.done:
                    self._new_page()
                self.done.append(MarkPlace(block, self.picture, self.section.page))
            case Contents():
                self.done.append(ContentsPlace(block))
            case Space():
                self.done.append(Spacer(1, block.height * MILLIMETRE))
            case Fill():
                self.done.append(FillPlace(1, 0))
            case NewPage():
                self._new_page()

    def _new_page(self) -> None:
        self.done.append(CondPageBreak(self.room.height - _ROUNDING))

    def _follow(self, body: Flowable, *, whole_if_small: bool = False) -> None:
        """Put a body under the heads that wait for it."""
        if self.heads or whole_if_small:
            body = Kept(self.heads, body, self.room.height, whole_if_small=whole_if_small)
        self.done.append(body)
        self.heads = []

    def _text(
        self,
        text: Text,
        look: Look,
        *,
        before: float = 0.0,
        landmark: Landmark | None = None,
    ) -> ThaiParagraph:
        lines = self.setting.lines(text, self.room.width, look)
        return ThaiParagraph(lines, look, self.room.height, before=before, landmark=landmark)


def story(
    section: Section,
    setting: Setting,
    picture: bytes,
    landmarks: Landmarks,
    step: Callable[[], None],
) -> list[Flowable]:
    """Return the blocks set and measured, headings tied to what follows them; at least one.

    ``picture``: the office's mark; ``step`` is called after each block.
    """
    making = _Story(section, setting, room_of(section.page), picture, landmarks)
    for block in section.blocks:
        making.add(block)
        step()
    return making.end()


def filled(flowables: list[Flowable], room: Room) -> list[Flowable]:
    """Return the flowables with the white space of a cover shared out; as they are without any."""
    fills = sum(isinstance(one, FillPlace) for one in flowables)
    if not fills:
        return flowables
    used = sum(one.wrap(room.width, room.height)[1] for one in flowables)
    gaps = (max(a.getSpaceAfter(), b.getSpaceBefore()) for a, b in pairwise(flowables))
    share = max(0.0, room.height - used - sum(gaps) - _ROUNDING) / fills
    return [Spacer(1, share) if isinstance(one, FillPlace) else one for one in flowables]
