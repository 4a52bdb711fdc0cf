"""Findings: what a reader or a check has to tell the clerk, as values."""

from dataclasses import dataclass
from enum import StrEnum

from ita_desktop.thai.text import quoted


class Severity(StrEnum):
    """How much a finding weighs: an error stops the whole import, the others do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def words(self) -> str:
        """Return what a list of what is lacking calls it."""
        return _WORDS[self]


_WORDS = {Severity.ERROR: "ต้องแก้", Severity.WARNING: "ควรตรวจ", Severity.NOTE: "ข้อสังเกต"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that is wrong, odd or worth knowing, and where.

    ``sheet`` and ``address`` ("B4") are empty where it is not about a cell of a workbook. ``found``
    and ``wanted`` are short Thai phrases or the cell's own text; ``problem`` is a short Thai phrase
    that opens the sentence and may be empty.
    """

    severity: Severity
    problem: str = ""
    sheet: str = ""
    address: str = ""
    found: str = ""
    wanted: str = ""

    @property
    def message(self) -> str:
        """Return the whole as one Thai sentence: where, what was found, what is wanted."""
        parts: list[str] = []
        if self.sheet:
            parts.append(f"แผ่นงาน {quoted(self.sheet)}")
        if self.address:
            parts.append(f"เซลล์ {self.address}")
        if self.problem:
            parts.append(self.problem)
        if self.found:
            parts.append(f"พบ {quoted(self.found)}")
        if self.wanted:
            parts.append(f"ที่ถูกต้องคือ {self.wanted}")
        return " ".join(parts)
