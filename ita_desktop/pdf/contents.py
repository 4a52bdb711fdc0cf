"""The contents of a paper: its headings, dotted leaders, and the pages they came to stand on."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.platypus.flowables import Flowable

from ita_desktop.documents.model import LINE_BREAK, Align, Contents
from ita_desktop.pdf.measures import MILLIMETRE, Room
from ita_desktop.pdf.paper_canvas import Landmark
from ita_desktop.pdf.paragraph import ThaiParagraph
from ita_desktop.pdf.setting import Look, Setting
from ita_desktop.typesetting.tabs import TabStop

_STEP = 8 * MILLIMETRE  # a level further in
_NUMBERS = 22 * MILLIMETRE  # kept free of titles, for a range such as "๑๐ - ๔๖"


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading with the labels of its first and last page."""

    landmark: Landmark
    first: str
    last: str


class ContentsPlace(Flowable):
    """Stands for the contents in a story until the pages are known."""

    def __init__(self, contents: Contents) -> None:
        super().__init__()
        self.contents = contents


def entries(
    landmarks: Sequence[Landmark], pages: dict[int, int], labels: Sequence[str]
) -> tuple[Entry, ...]:
    """Return the headings with their pages; empty labels where no page is known yet.

    ``pages``: number of a landmark to the index of its page; ``labels``: printed numbers of all
    pages. A heading reaches to the page before the next of its level or above.
    """
    found: list[Entry] = []
    for place, landmark in enumerate(landmarks):
        begins = pages.get(landmark.number)
        if begins is None:
            found.append(Entry(landmark, "", ""))
            continue
        following = (one for one in landmarks[place + 1 :] if one.level <= landmark.level)
        after = next((pages[one.number] for one in following if one.number in pages), len(labels))
        found.append(Entry(landmark, labels[begins], labels[max(begins, after - 1)]))
    return tuple(found)


def contents_lines(
    contents: Contents, listed: Sequence[Entry], setting: Setting, room: Room
) -> list[Flowable]:
    """Return the contents as paragraphs, one a heading; an empty line where there is none."""
    made: list[Flowable] = []
    for entry in listed:
        left = (entry.landmark.level - 1) * _STEP
        look = Look(
            align=Align.LEFT,
            first_indent=left,
            indent=left + _STEP,
            stops=(TabStop(room.width, 1.0, leader=True),),
        )
        number = entry.first
        if contents.ranges and entry.last != entry.first:
            number = f"{entry.first} - {entry.last}"
        title = setting.lines(entry.landmark.words, room.width - _NUMBERS, look)
        text = LINE_BREAK.join(line.text.rstrip() for line in title)
        lines = setting.lines(f"{text}\t{number}", room.width, look)
        made.append(ThaiParagraph(lines, look, room.height))
    return made or [ThaiParagraph(setting.lines("", room.width, Look()), Look(), room.height)]
