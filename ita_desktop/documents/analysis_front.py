"""What stands before the result in an analysis report: cover, contents, why and how it is made."""

from collections.abc import Iterator
from typing import Final

from ita_desktop.documents.analysis_words import Words, listed, running
from ita_desktop.documents.model import (
    PAGE,
    Align,
    Block,
    Contents,
    Fill,
    Heading,
    Mark,
    Numbering,
    Paragraph,
    Running,
    Section,
    Space,
)
from ita_desktop.documents.score_summary import level_table
from ita_desktop.documents.text import Run
from ita_desktop.domain.scores import YearResult

TITLE: Final = (
    "รายงานผลการวิเคราะห์การประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ "
    "ประจำปีงบประมาณ พ.ศ. {year}"
)
BACKGROUND: Final = "ความเป็นมา"
OBJECTIVES: Final = "วัตถุประสงค์"
BENEFITS: Final = "ประโยชน์ที่คาดว่าจะได้รับ"
PRINCIPLES: Final = "หลักการพื้นฐาน"
METHODS: Final = {
    "IIT": (
        "การเก็บข้อมูลจากบุคลากรในหน่วยงานภาครัฐ (Internal Integrity and Transparency Assessment : IIT)"
    ),
    "EIT": (
        "การเก็บข้อมูลจากผู้รับบริการหรือผู้ติดต่อหน่วยงานภาครัฐ "
        "(External Integrity and Transparency Assessment : EIT)"
    ),
    "OIT": (
        "การเปิดเผยข้อมูลทางเว็บไซต์ของหน่วยงาน (Open Data Integrity and Transparency Assessment : OIT)"
    ),
}
_COVER_POINTS: Final = 26.0
_PLACE_POINTS: Final = 22.0
_TOP: Final = Running(center=PAGE)


def front_sections(words: Words) -> Iterator[Section]:
    """Give the cover, without a number, and the contents, numbered by a letter."""
    yield Section(blocks=tuple(_cover(words)), head=Running())
    yield Section(
        blocks=(Heading(text="สารบัญ", level=1, listed=False), Contents()),
        head=_TOP,
        first_head=True,
        numbering=Numbering.LETTERS,
        first_number=1,
    )


def _cover(words: Words) -> Iterator[Block]:
    """Give a page of mark, title and office; white space shared out between them."""
    office = words.source.scores.office
    yield Mark()
    yield Fill()
    for line in words.lines("cover"):
        yield Paragraph(text=line, align=Align.CENTER, bold=True, size=_COVER_POINTS)
    yield Fill()
    yield Fill()
    yield Paragraph(text=office.name, align=Align.CENTER, bold=True, size=_COVER_POINTS)
    places = (("อำเภอ", office.district), ("จังหวัด", office.province))
    if place := " ".join(f"{mark}{name}" for mark, name in places if name):
        yield Paragraph(text=place, align=Align.CENTER, bold=True, size=_PLACE_POINTS)
    yield Space(height=10)


def intro_blocks(words: Words) -> Iterator[Block]:
    """Give the first part: background, objectives, benefits, how scores come about, levels."""
    result = words.source.scores.result
    year = result.criteria.fiscal_year
    yield Heading(text=TITLE.format(year=year), level=1, listed=False)
    yield Heading(text=words.source.scores.office.name, level=1, listed=False)
    for heading, name in (
        (BACKGROUND, "background"),
        (OBJECTIVES, "objectives"),
        (BENEFITS, "benefits"),
        (PRINCIPLES, "principles"),
    ):
        yield Heading(text=heading)
        yield from words.blocks(name)
    yield from _methods(words)
    if result.criteria.levels:
        yield level_table(result)
    yield from _pass_line(result)


def _methods(words: Words) -> Iterator[Block]:
    """Give each instrument with its indicators, and these with their sub-indicators."""
    criteria = words.source.scores.result.criteria
    for number, instrument in enumerate(criteria.instruments, start=1):
        head = METHODS.get(instrument.code, f"{instrument.name} ({instrument.code})")
        first, *others = words.lines(f"method:{instrument.code}") or ("",)
        lead = (Run(f"ส่วนที่ {number} {head}", bold=True), Run(f" {first}".rstrip()))
        yield Paragraph(text=lead, indent=True, align=Align.JUSTIFY, before=8)
        yield from map(running, others)
        for indicator in criteria.indicators_of(instrument.code):
            yield listed(f"ตัวชี้วัดที่ {indicator.number} {indicator.name}", "-", before=0)
            for sub in criteria.sub_indicators_of(indicator.number):
                yield listed(f"ตัวชี้วัดย่อยที่ {sub.code} {sub.name}", "-", level=2, before=0)


def _pass_line(result: YearResult) -> Iterator[Block]:
    line, levels = result.criteria.pass_line, result.criteria.levels
    if line is None:
        return
    passing = [level.name for level in levels if level.passes]
    gap = " " if passing and passing[-1].isascii() else ""
    level = f" (ระดับ{gap}{passing[-1]})" if passing else ""
    yield running(
        f"หน่วยงานที่ผ่านเกณฑ์การประเมินต้องได้คะแนนตั้งแต่ {line.normalize():f} คะแนนขึ้นไป{level}", before=9
    )
