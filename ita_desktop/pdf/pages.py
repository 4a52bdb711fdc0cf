"""Pages: their size and text area, how they are numbered, their heads and feet."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from reportlab.lib.pagesizes import A4, landscape
from reportlab.platypus.frames import Frame

from ita_desktop.documents.model import (
    PAGE,
    PAGES,
    Align,
    Numbering,
    Orientation,
    PageSetup,
    Running,
    Section,
)
from ita_desktop.pdf.figures import page_number
from ita_desktop.pdf.measures import MILLIMETRE, Room
from ita_desktop.pdf.placed import PlacedLine, place_lines
from ita_desktop.pdf.setting import Look, Setting

_DOWN = 0.5  # heads and feet stand in the middle of their margin


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the paper: its section, and its number in the section's row of numbers."""

    section: int
    number: int
    first: bool
    """It is the section's first one."""


def sheet(setup: PageSetup) -> tuple[float, float]:
    """Return width and height of the sheet in points."""
    return landscape(A4) if setup.orientation is Orientation.LANDSCAPE else A4


def room_of(setup: PageSetup) -> Room:
    """Return the text area between the margins."""
    width, height = sheet(setup)
    return Room(
        width=width - (setup.left + setup.right) * MILLIMETRE,
        height=height - (setup.top + setup.bottom) * MILLIMETRE,
    )


def frame_of(setup: PageSetup) -> Frame:
    """Return the text area as Platypus wants it."""
    room = room_of(setup)
    left, bottom = setup.left * MILLIMETRE, setup.bottom * MILLIMETRE
    return Frame(left, bottom, room.width, room.height, 0, 0, 0, 0, id="text")


def next_page(pages: list[Page], section: int, first_number: int | None) -> Page:
    """Return the page that follows ``pages`` and stands in this section."""
    before = pages[-1] if pages else None
    first = before is None or before.section != section
    if first and first_number is not None:
        return Page(section, first_number, first)
    return Page(section, before.number + 1 if before else 1, first)


def last_numbers(pages: list[Page]) -> list[int]:
    """Return for each page the number that its row of numbers ends with."""
    lasts: list[int] = []
    last = 0
    following: Page | None = None
    for page in reversed(pages):
        if following is None or following.number != page.number + 1:
            last = page.number
        lasts.append(last)
        following = page
    return lasts[::-1]


def label(page: Page, section: Section, setting: Setting) -> str:
    """Return the number of a page as it is printed."""
    return page_number(page.number, setting.digits, letters=section.numbering is Numbering.LETTERS)


def running_lines(
    page: Page, section: Section, last: int, setting: Setting
) -> Iterator[tuple[PlacedLine, float]]:
    """Give the lines of head and foot, each with the height on the sheet that it is placed from."""
    if page.first and not section.first_head:
        return
    setup = section.page
    _, height = sheet(setup)
    marks = {
        PAGE: label(page, section, setting),
        PAGES: label(replace(page, number=last), section, setting),
    }
    head = height - setup.top * MILLIMETRE * _DOWN
    yield from _line(section.head, head, marks, setup, setting)
    yield from _line(section.foot, setup.bottom * MILLIMETRE * _DOWN, marks, setup, setting)


def _line(
    running: Running, middle: float, marks: dict[str, str], setup: PageSetup, setting: Setting
) -> Iterator[tuple[PlacedLine, float]]:
    width = room_of(setup).width
    for text, align in (
        (running.left, Align.LEFT),
        (running.center, Align.CENTER),
        (running.right, Align.RIGHT),
    ):
        said = text
        for sign, number in marks.items():
            said = said.replace(sign, number)
        if not said:
            continue
        look = Look(align=align)
        lines = setting.lines(said, width, look)[:1]
        for placed in place_lines(lines, look, setup.left * MILLIMETRE, width, 0.0):
            yield placed, middle + placed.y / 2
