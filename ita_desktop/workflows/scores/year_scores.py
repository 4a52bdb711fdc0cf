"""Scores of a fiscal year: read with all that follows, entered one by one or as a block."""

from collections.abc import Mapping
from dataclasses import dataclass

from ita_desktop.db import scores as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.score_entry import Entry, parse_entry
from ita_desktop.domain.scores import YearResult, compute
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.criteria.in_force import criteria_of


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a pasted or typed text would do to one score."""

    code: str
    text: str
    before: Entry | None
    after: Entry | None
    refused: str = ""
    """Why the text is not taken; empty where it is."""

    @property
    def changes(self) -> bool:
        """Whether taking it would change anything."""
        return not self.refused and self.before != self.after


def known_years(file: DataFile) -> tuple[int, ...]:
    """Return the fiscal years of the file that have criteria this program can read, oldest first.

    A file of a newer program may have others: they have no result, but their scores stay.
    """
    return tuple(year for year in table.fiscal_years(file) if _has_criteria(file, year))


def refuse_unknown_year(file: DataFile, fiscal_year: int) -> None:
    """Raise ClerkError for a fiscal year that the file does not have."""
    if fiscal_year not in table.fiscal_years(file):
        raise ClerkError(f"ไฟล์นี้ไม่มีข้อมูลปีงบประมาณ {fiscal_year} กรุณาเลือกปีที่มีในไฟล์")


def _has_criteria(file: DataFile, fiscal_year: int) -> bool:
    try:
        criteria_of(file, fiscal_year)
    except ClerkError:
        return False
    return True


def year_result(file: DataFile, fiscal_year: int) -> YearResult:
    """Return the scores of a year and all that follows from them. Raises ClerkError (criteria)."""
    return compute(criteria_of(file, fiscal_year), table.entries_of(file, fiscal_year))


def propose(
    criteria: Criteria, entries: Mapping[str, Entry], texts: Mapping[str, str]
) -> tuple[Proposal, ...]:
    """Return what ``texts`` (by score code) would change; an empty text takes the score away."""
    proposals: list[Proposal] = []
    for code, text in texts.items():
        before = entries.get(code)
        try:
            after = parse_entry(text, code, criteria) if text.strip() else None
        except ClerkError as refusal:
            proposals.append(Proposal(code, text, before, before, str(refusal)))
        else:
            proposals.append(Proposal(code, text, before, after))
    return tuple(proposals)


def enter_score(file: DataFile, criteria: Criteria, code: str, text: str) -> None:
    """Write one score as typed; an empty text takes it away. Raises ClerkError, nothing is lost."""
    entry = parse_entry(text, code, criteria) if text.strip() else None
    name = f"แก้คะแนน {score_name(code)}" if entry is not None else f"ลบคะแนน {score_name(code)}"
    put_entries(file, criteria.fiscal_year, {code: entry}, name)


def put_entries(
    file: DataFile, fiscal_year: int, entries: Mapping[str, Entry | None], deed: str
) -> None:
    """Write many scores as one named deed; None takes a score away."""
    with file.deed(deed):
        write_entries(file, fiscal_year, entries)


def write_entries(file: DataFile, fiscal_year: int, entries: Mapping[str, Entry | None]) -> None:
    """Write many scores inside a deed that is open already; the year is added where it is new."""
    table.add_fiscal_year(file, fiscal_year)
    for code, entry in entries.items():
        table.put_score(file, fiscal_year, code, entry)


def score_name(code: str) -> str:
    """Return what a score code is called in running text: ``i7``, ``ตัวชี้วัดที่ 4``, ``EIT``."""
    base, _, part = code.partition("/")
    name = f"ตัวชี้วัดที่ {base}" if base.isdecimal() else "รวม" if base == "total" else base
    return f"{name} ส่วนที่ {part}" if part else name
