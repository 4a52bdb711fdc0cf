"""What the parts of an analysis report share: texts as blocks, and what is said where data lack."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from ita_desktop.documents.analysis_places import places_of
from ita_desktop.documents.analysis_texts import form_of, printed_text
from ita_desktop.documents.model import Align, Block, Paragraph
from ita_desktop.documents.source import AnalysisSource
from ita_desktop.documents.text import Text

NO_SCORES: Final = "ยังไม่ได้บันทึกคะแนนของปีงบประมาณ พ.ศ. {year} กรุณาบันทึกที่แท็บ “บันทึกคะแนน”"
NO_SCORE_OF: Final = "ยังไม่มีคะแนนของ{what} ปีงบประมาณ พ.ศ. {year} กรุณาบันทึกที่แท็บ “บันทึกคะแนน”"
ONE_YEAR: Final = "ยังไม่มีคะแนนในภาพรวมของปีก่อนให้เปรียบเทียบ"
NO_MEASURES: Final = "ยังไม่ได้บันทึกมาตรการของปีงบประมาณ พ.ศ. {year} กรุณาบันทึกที่แท็บ “ติดตามมาตรการ”"
NO_CALENDAR: Final = (
    "ยังไม่ได้บันทึกขั้นตอนของปีงบประมาณ พ.ศ. {year} กรุณาบันทึกที่แท็บ “ติดตามมาตรการ” เมนูเอกสาร “ปฏิทินขั้นตอนของปี”"
)
NO_UNITS: Final = (
    "ยังไม่ได้ระบุหน่วยงานที่รับผิดชอบข้อ OIT ของปีงบประมาณ พ.ศ. {year} กรุณาระบุที่แท็บ “เปิดเผยข้อมูล (OIT)”"
)
NO_DUTIES: Final = (
    "ยังไม่มีเกณฑ์ OIT ของปีงบประมาณ พ.ศ. {year} กรุณานำเข้าเกณฑ์ของปีนั้น แล้วระบุหน่วยงานที่รับผิดชอบ"
    "ที่แท็บ “เปิดเผยข้อมูล (OIT)”"
)


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of one report with what their places say."""

    source: AnalysisSource
    places: Mapping[str, str]

    def text(self, name: str) -> str:
        """Return what the paper prints of a text."""
        return printed_text(self.source.texts, self.places, name)

    def is_own(self, name: str) -> bool:
        """Say whether the office wrote it, so that it stands also where data lack."""
        return name in self.source.texts

    def lines(self, name: str) -> tuple[str, ...]:
        """Return the paragraphs of a text."""
        lines = (line.strip() for line in self.text(name).split("\n"))
        return tuple(line for line in lines if line)

    def blocks(self, name: str, *, leads: bool = False) -> Iterator[Block]:
        """Give a text: its paragraphs, or its list with numbers.

        ``leads``: its end stays on the page of what follows, a table or a list.
        """
        lines = self.lines(name)
        for number, line in enumerate(lines, start=1):
            if form_of(name).listed:
                yield listed(line, f"{number}.")
            else:
                yield replace(running(line), keep_with_next=leads and number == len(lines))


def words_of(source: AnalysisSource) -> Words:
    """Return the texts of a report, their places filled once for all."""
    return Words(source, places_of(source))


def running(text: str, *, before: float = 3) -> Paragraph:
    """Return a paragraph of running text."""
    return Paragraph(text=text, indent=True, align=Align.JUSTIFY, before=before)


def listed(text: Text, marker: str, level: int = 1, *, before: float = 2) -> Paragraph:
    """Return an entry of a list, hung behind its number or dash."""
    return Paragraph(
        text=text, marker=marker, level=level, left=8, align=Align.JUSTIFY, before=before
    )


def lacking(text: str, **said: object) -> Paragraph:
    """Return the sentence that says what is missing and where it is entered."""
    return Paragraph(text=text.format(**said), align=Align.CENTER, before=9)
