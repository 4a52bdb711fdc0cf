"""What tests of tables share: rows to make, and what is read back from the pages."""

import re
from collections.abc import Callable
from pathlib import Path

from ita_desktop.documents.model import Cell, Number, Row
from ita_desktop.pdf.report import Report

WORDS = (
    "จัดทำทะเบียนคุมการยืมทรัพย์สินของราชการ",
    "แจ้งเวียนแนวปฏิบัติให้บุคลากรทุกคนทราบ",
    "รายงานผลต่อผู้บริหารทุกไตรมาส",
    "เผยแพร่บนเว็บไซต์ของหน่วยงาน",
)


def row(*contents: str | Number | Cell | None, group: bool = False) -> Row:
    """Return a row of cells; what is none yet becomes one."""
    return Row(
        cells=tuple(
            one if one is None or isinstance(one, Cell) else Cell(content=one) for one in contents
        ),
        group=group,
    )


def bare(text: str) -> str:
    """Return the text without white space."""
    return re.sub(r"\s", "", text)


def pages_of(path: Path, report: Report, text_of: Callable[..., str]) -> list[str]:
    """Return the letters of each page without its number, in the order of drawing."""
    found = [bare(text_of(path, page)) for page in range(1, report.pages + 1)]
    return [re.sub("^-[๐-๙]+-", "", page) for page in found]


def marks(text: str) -> list[str]:
    """Return the words "R12C3N0" that stand in the text, in order."""
    return re.findall(r"[A-Z][0-9]+(?:C[0-9]+)?N[0-9]+", text)
