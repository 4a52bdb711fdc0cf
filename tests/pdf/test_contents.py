"""The contents: levels, long titles, ranges of pages."""

from ita_desktop.documents.model import Contents, Digits
from ita_desktop.pdf.contents import Entry, contents_lines
from ita_desktop.pdf.measures import MILLIMETRE, Room
from ita_desktop.pdf.paper_canvas import Landmark
from ita_desktop.pdf.paragraph import ThaiParagraph
from ita_desktop.pdf.setting import Setting
from ita_desktop.typesetting.faces import bundled_typeface
from ita_desktop.typesetting.lines import Line

ROOM = Room(450, 700)
SETTING = Setting(bundled_typeface(), Digits.THAI)
LONG = "แผนปฏิบัติการป้องกันการทุจริตและส่งเสริมคุณธรรมของเทศบาลตำบล " * 3


def lines(words: str, first: str, last: str, *, level: int = 1, ranges: bool = False) -> list[Line]:
    entry = Entry(Landmark(0, words, level), first, last)
    (made,) = contents_lines(Contents(ranges=ranges), (entry,), SETTING, ROOM)
    assert isinstance(made, ThaiParagraph)
    return list(made.lines)


def test_each_level_stands_further_in() -> None:
    assert [lines("ก", "๑", "๑", level=level)[0].indent for level in (1, 2, 3)] == [
        0,
        8 * MILLIMETRE,
        16 * MILLIMETRE,
    ]


def test_a_long_title_leaves_the_column_of_the_numbers_free() -> None:
    made = lines(LONG.strip(), "๑๐", "๔๖", ranges=True)
    assert len(made) > 1
    for line in made[:-1]:
        assert line.indent + line.width <= ROOM.width - 22 * MILLIMETRE + 0.01
    assert made[-1].text.endswith("\t๑๐ - ๔๖")
    assert made[-1].indent + made[-1].width <= ROOM.width + 0.01


def test_a_range_of_one_page_is_that_page() -> None:
    assert lines("ก", "๓", "๓", ranges=True)[0].text == "ก\t๓"
    assert lines("ก", "๓", "๔", ranges=True)[0].text == "ก\t๓ - ๔"
    assert lines("ก", "๓", "๔")[0].text == "ก\t๓"
