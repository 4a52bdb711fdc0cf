"""What stands before the parts of the plan: cover, announcement, preface, contents."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from ita_desktop.documents.announcement import announcement_blocks
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
from ita_desktop.documents.plan_texts import plan_text
from ita_desktop.documents.source import PlanSource

PREFACE: Final = "คำนำ"
CONTENTS: Final = "สารบัญ"
_COVER_POINTS: Final = 26.0
_PLACE_POINTS: Final = 22.0
_PARTS: Final = re.compile(r"\s*(?=เพื่อยกระดับ|สำหรับองค์กร|ของ(?:เทศบาล|องค์การ)|\(พ\.\s?ศ\.)")
_NO_HEAD: Final = Running()
_LETTER: Final = Running(center=PAGE)


def front_sections(source: PlanSource) -> Iterator[Section]:
    """Give the pages before part 1: the cover and the announcement without numbers, then ก ข."""
    yield Section(blocks=tuple(_cover(source)), head=_NO_HEAD)
    yield Section(blocks=tuple(_announcement(source)), head=_NO_HEAD)
    yield Section(
        blocks=tuple(_preface(source)),
        head=_LETTER,
        first_head=True,
        numbering=Numbering.LETTERS,
        first_number=1,
    )
    yield Section(
        blocks=(Heading(text=CONTENTS, level=1), Contents(ranges=True)),
        head=_LETTER,
        first_head=True,
        numbering=Numbering.LETTERS,
    )


def _cover(source: PlanSource) -> Iterator[Block]:
    """Give a page of mark, title and office; white space shared out between them."""
    office = source.office
    yield Mark()
    yield Fill()
    for line in _cover_lines(source):
        if line.strip():
            yield Paragraph(text=line, align=Align.CENTER, bold=True, size=_COVER_POINTS)
    yield Fill()
    yield Fill()
    yield Paragraph(text=office.name, align=Align.CENTER, bold=True, size=_COVER_POINTS)
    places = (("อำเภอ", office.district), ("จังหวัด", office.province))
    if place := " ".join(f"{mark}{name}" for mark, name in places if name):
        yield Paragraph(text=place, align=Align.CENTER, bold=True, size=_PLACE_POINTS)
    yield Space(height=10)


def _cover_lines(source: PlanSource) -> list[str]:
    """Return the lines of the title; one that nobody broke is broken where its parts begin."""
    text = plan_text(source, "cover")
    return text.split("\n") if "\n" in text else _PARTS.sub("\n", text).split("\n")


def _announcement(source: PlanSource) -> Iterator[Block]:
    """Give the announcement as it is signed; it stands in no list of contents."""
    for block in announcement_blocks(
        source.announcement, source.office, source.plan, source.digits
    ):
        yield replace(block, listed=False) if isinstance(block, Heading) else block


def _preface(source: PlanSource) -> Iterator[Block]:
    yield Heading(text=PREFACE, level=1)
    for line in plan_text(source, "preface").split("\n"):
        if line.strip():
            yield Paragraph(text=line, align=Align.JUSTIFY, indent=True)
    yield Paragraph(text=source.office.name, align=Align.RIGHT, bold=True, before=18)
