"""What a workbook is made of and brings, in words: a line for each table that was recognised."""

from typing import Final

from ita_desktop.documents.catalogue import papers_with
from ita_desktop.thai.text import quoted
from ita_desktop.workflows.import_outcome import Outcome, SheetOutcome

_OF_SCORES: Final = {
    "scores-by-item": "คะแนนรายข้อ",
    "scores-by-indicator": "คะแนนรายตัวชี้วัด",
    "score-ranking": "คะแนนตามลำดับ",
    "scores-weighted": "คะแนนถ่วงน้ำหนัก",
    "level-rules": "เกณฑ์ระดับ",
    "office": "ข้อมูลหน่วยงาน",
}
_OF_PLANS: Final = {
    "plan-details": "โครงการในแผน",
    "plan-sections": "หัวข้อแผน",
    "plan-goals": "เป้าหมายของแผน",
    "plan-texts": "ข้อความของแผน",
}
_MOST: Final = 4


def sheets_in_words(outcome: Outcome) -> tuple[str, ...]:
    """Return what each sheet is and how much of it is new: of many, the first and how many more."""
    titles = {paper.id: paper.title for paper in papers_with(outcome.tables.layouts)}
    titles |= _OF_SCORES | _OF_PLANS
    lines = [_line(sheet, titles.get(sheet.kind, "")) for sheet in outcome.sheets]
    if len(lines) <= _MOST:
        return tuple(lines)
    return (*lines[: _MOST - 1], f"และอีก {len(lines) - _MOST + 1} ตาราง")


def _line(sheet: SheetOutcome, title: str) -> str:
    counts = (("เพิ่ม", sheet.added), ("แก้", sheet.changed), ("เหมือนเดิม", sheet.unchanged))
    told = " ".join(f"{words} {count} รายการ" for words, count in counts if count)
    return f"แผ่นงาน {quoted(sheet.sheet)} {title}: {told or 'ไม่มีรายการ'}"
