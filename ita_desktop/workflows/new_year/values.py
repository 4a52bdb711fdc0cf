"""What a new fiscal year takes over from an earlier one, part by part, line by line."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final


class Part(StrEnum):
    """What a year is made of, in the order in which it is listed."""

    YEAR = "year"
    OFFICE = "office"
    MEASURES = "measures"
    CALENDAR = "calendar"
    RISKS = "risks"
    PLAN = "plan"
    DUTIES = "oit"
    TEXTS = "texts"

    @property
    def words(self) -> str:
        """Return the part as the window and papers call it."""
        return _PART_WORDS[self]


_PART_WORDS: Final = {
    Part.YEAR: "ปีงบประมาณและเกณฑ์ประเมิน",
    Part.OFFICE: "หน่วยงานและผู้รับผิดชอบ",
    Part.MEASURES: "มาตรการที่ยังไม่เสร็จ",
    Part.CALENDAR: "ขั้นตอนของปี",
    Part.RISKS: "ความเสี่ยง",
    Part.PLAN: "แผนป้องกันการทุจริต",
    Part.DUTIES: "หน้าที่เผยแพร่ OIT",
    Part.TEXTS: "แบบตารางและถ้อยคำบนเอกสาร",
}
OPTIONAL: Final = frozenset(Part) - {Part.YEAR, Part.OFFICE}
"""Parts that may be left out; the year itself always comes."""


class Fate(StrEnum):
    """What becomes of a line."""

    COMES = "comes"
    """It is written into the new year."""
    FOLLOWS = "follows"
    """It holds in the new year without a copy."""
    STAYS = "stays"

    @property
    def words(self) -> str:
        """Return the fate as the window and papers say it."""
        return _FATE_WORDS[self]


_FATE_WORDS: Final = {Fate.COMES: "ยกไป", Fate.FOLLOWS: "ใช้ต่อ", Fate.STAYS: "ไม่ยก"}
NOT_CHOSEN: Final = "ไม่ได้เลือก"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewYearLine:
    """A row of the old year, or what is new, and what becomes of it.

    ``about``: who, when, under which new code. ``why`` it stays or holds without a copy; ``note``:
    what is to be looked at in the new year.
    """

    what: str
    fate: Fate
    about: str = ""
    why: str = ""
    note: str = ""

    @property
    def outcome(self) -> str:
        """Return what becomes of it in words, with reason and what is to be looked at."""
        more = self.why or self.note
        if more.startswith(self.fate.words):
            return more
        return f"{self.fate.words}: {more}" if more else self.fate.words


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmapped:
    """An OIT item of one of both years that has none of the other to go with it."""

    fiscal_year: int
    code: str
    title: str
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewYearPart:
    """A part with all its lines, in the order of its paper."""

    part: Part
    lines: tuple[NewYearLine, ...] = ()

    def of(self, fate: Fate) -> tuple[NewYearLine, ...]:
        """Return the lines with this fate."""
        return tuple(line for line in self.lines if line.fate is fate)

    @property
    def can_be_left(self) -> bool:
        """Whether something of it comes that could as well stay."""
        return self.part in OPTIONAL and bool(self.of(Fate.COMES))

    def left_out(self) -> "NewYearPart":
        """Return the part with nothing coming."""
        lines = (
            replace(line, fate=Fate.STAYS, why=NOT_CHOSEN, note="")
            if line.fate is Fate.COMES
            else line
            for line in self.lines
        )
        return replace(self, lines=tuple(lines))


@dataclass(frozen=True, slots=True, kw_only=True)
class NewYearWish:
    """What is to come: these parts, finished treatments of risks, a new plan's money."""

    parts: frozenset[Part] = OPTIONAL
    done_treatments: bool = False
    plan_money: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewYearPlan:
    """What comes into the new year and what does not, each with its reason."""

    from_year: int
    to_year: int
    parts: tuple[NewYearPart, ...]
    unmapped: tuple[Unmapped, ...] = ()

    def part(self, which: Part) -> NewYearPart:
        """Return one part."""
        return next(one for one in self.parts if one.part is which)

    def count(self, fate: Fate) -> int:
        """Return how many lines of all parts have a fate."""
        return sum(len(part.of(fate)) for part in self.parts)

    def as_plain(self) -> dict[str, object]:
        """Return it as data for JSON."""
        return {
            "from": self.from_year,
            "to": self.to_year,
            "counts": {fate.value: self.count(fate) for fate in Fate},
            "parts": [
                {
                    "part": part.part.value,
                    "title": part.part.words,
                    **{fate.value: [_plain(line) for line in part.of(fate)] for fate in Fate},
                }
                for part in self.parts
            ],
            "unmapped": [
                {"year": one.fiscal_year, "code": one.code, "title": one.title, "why": one.why}
                for one in self.unmapped
            ],
        }


def _plain(line: NewYearLine) -> dict[str, str]:
    """Return what a line says; what is empty is left out."""
    said = {"what": line.what, "about": line.about, "why": line.why, "note": line.note}
    return {name: text for name, text in said.items() if text}
