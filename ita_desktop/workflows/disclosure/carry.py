"""The year's end for OIT items: who publishes what goes on under the codes of a later year.

Items were merged, split and dropped (``domain.crosswalk``), so that one may go on as several and
several as one. What was reached stays behind: states, ticks and days begin anew.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import load_disclosure, put_item
from ita_desktop.db.scores import add_fiscal_year
from ita_desktop.domain.criteria import Item
from ita_desktop.domain.crosswalk import items_after
from ita_desktop.domain.disclosure import DisclosureItem, lines_of, oit_items
from ita_desktop.domain.disclosure_entry import FIELD_WORDS
from ita_desktop.domain.measure_entry import LONGEST
from ita_desktop.thai.text import fold, one_line
from ita_desktop.workflows.criteria.in_force import criteria_of, known_criteria
from ita_desktop.workflows.measures.carry_over import check_years

CARRIED_FIELDS: Final = ("units", "addresses", "due", "note")
"""What goes on of an item; the rest is what was reached in its year."""
_LOOK: Final = "ที่อยู่หน้าเว็บไซต์ยกมาจากปี {} กรุณาตรวจ"
_LOOKED: Final = re.compile(re.escape(_LOOK).replace(r"\{\}", r"\d{4}"))


@dataclass(frozen=True, slots=True)
class DutyTarget:
    """An item of the later year that something goes on as."""

    code: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryDutyLine:
    """An item of the old year and what becomes of it, or an item that is new (``code`` empty).

    ``after``: what it goes on as. ``units`` and ``addresses``, one a line, are what it has.
    ``why`` nothing of it comes, empty where something does; ``note``: what is to be looked at.
    """

    code: str
    title: str
    after: tuple[DutyTarget, ...]
    units: str = ""
    addresses: str = ""
    why: str = ""
    note: str = ""

    @property
    def is_new(self) -> bool:
        """Whether it is an item of the later year that goes on from none."""
        return not self.code


@dataclass(frozen=True, slots=True, kw_only=True)
class CarryDutiesPlan:
    """What comes into the later year and what stays: old items in their order, then new ones."""

    from_year: int
    to_year: int
    lines: tuple[CarryDutyLine, ...]

    @property
    def comes(self) -> tuple[CarryDutyLine, ...]:
        """The old items of which something is carried over."""
        return tuple(line for line in self.lines if not line.why)

    @property
    def stays(self) -> tuple[CarryDutyLine, ...]:
        """Those of which nothing is, and new items, each with its reason."""
        return tuple(line for line in self.lines if line.why)


def plan_duties(file: DataFile, from_year: int, to_year: int) -> CarryDutiesPlan:
    """Return what ``carry_duties`` would do; nothing is written. Raises as that does."""
    return _Years(file, from_year, to_year).plan()


def carry_duties(file: DataFile, from_year: int, to_year: int) -> CarryDutiesPlan:
    """Copy units, addresses, days and notes of OIT items into a later year, as one deed.

    Returns what came and what did not. A day keeps its day and month; an item that several go on
    as has the units of all. What the later year says already stays as it is. Raises ClerkError
    where that is not a later one, or one of both has no criteria.
    """
    plan = plan_duties(file, from_year, to_year)
    if plan.comes:
        with file.deed(f"ยกหน้าที่เผยแพร่ OIT จากปี {from_year} ไปปี {to_year}"):
            write_carry_duties(file, from_year, to_year)
    return plan


def write_carry_duties(file: DataFile, from_year: int, to_year: int) -> None:
    """Do what ``carry_duties`` does inside a deed; raises as that does."""
    years = _Years(file, from_year, to_year)
    add_fiscal_year(file, to_year)
    for code, values in years.columns():
        put_item(file, to_year, code, values)


class _Years:
    """Both years as they are now, and what the later one gets."""

    def __init__(self, file: DataFile, from_year: int, to_year: int) -> None:
        check_years(file, from_year, to_year)
        self.from_year, self.to_year = from_year, to_year
        self._before = criteria_of(file, from_year)
        self._after = criteria_of(file, to_year)
        self._sets = known_criteria(file)
        self._known = load_disclosure(file, from_year)
        self._there = load_disclosure(file, to_year)
        self._went = {
            item.code: items_after(item.code, from_year, to_year, self._sets)
            for item in oit_items(self._before)
        }
        self._came: dict[str, list[str]] = {}
        for code, codes in self._went.items():
            for one in codes:
                self._came.setdefault(one, []).append(code)
        self._coming: Mapping[str, Mapping[str, str]] = {
            code: values
            for code, earlier in self._came.items()
            if (values := self._values(self._there.of(code), earlier))
        }

    def plan(self) -> CarryDutiesPlan:
        """Return what becomes of every item."""
        lines = (*self._old_lines(), *self._strange_lines(), *self._new_lines())
        return CarryDutiesPlan(from_year=self.from_year, to_year=self.to_year, lines=lines)

    def _values(self, there: DisclosureItem, earlier: list[str]) -> dict[str, str]:
        """Return the columns that an item gets from those it goes on from."""
        known = [self._known.of(code) for code in earlier]
        found: dict[str, str] = {}
        for field in CARRIED_FIELDS:
            texts = [text for one in known if (text := _text(one, field, self._apart))]
            if texts and not _text(there, field, 0):
                found[field] = min(texts) if field == "due" else _of_all(texts)
        return found

    def columns(self) -> Iterator[tuple[str, dict[str, str]]]:
        """Give the columns to be written by code; an address that came asks to be looked at."""
        for code, values in self._coming.items():
            found, there = dict(values), self._there.of(code)
            if "addresses" in found or "note" in found:
                own = found.get("note", _text(there, "note", 0))
                look = [line for line in there.note.split("\n") if _LOOKED.fullmatch(line)]
                if "addresses" in found:
                    look = [_LOOK.format(self.from_year)]
                note = "\n".join(filter(None, (own, *look)))
                found["note"] = note if len(note) <= LONGEST else own
            yield code, found

    @property
    def _apart(self) -> int:
        return self.to_year - self.from_year

    def _old_lines(self) -> Iterator[CarryDutyLine]:
        for item in oit_items(self._before):
            known, codes = self._known.of(item.code), self._went[item.code]
            has = [field for field in CARRIED_FIELDS if _text(known, field, self._apart)]
            comes = [
                field for field in has if any(field in self._coming.get(code, ()) for code in codes)
            ]
            why = ""
            if not codes:
                why = self._dropped(item.code)
            elif not has:
                why = f"ยังไม่มีหน่วยงานหรือข้อมูลอื่นในปี {self.from_year}"
            elif not comes:
                why = f"ปี {self.to_year} มีข้อมูลแล้ว"
            yield CarryDutyLine(
                code=item.code,
                title=_title(item),
                after=self._targets(codes),
                units=known.units,
                addresses=known.addresses,
                why=why,
                note=" · ".join(self._notes(item.code, has, comes)) if codes and has else "",
            )

    def _dropped(self, code: str) -> str:
        """Say why an item does not go on."""
        if self._gap:
            return self._gap
        ended = next(
            year
            for year in range(self.from_year + 1, self.to_year + 1)
            if not items_after(code, self.from_year, year, self._sets)
        )
        return f"ไม่มีข้อที่สืบต่อในปี {ended}"

    @property
    def _gap(self) -> str:
        """Say which years between cannot be gone over; empty where all can."""
        between = range(self.from_year + 1, self.to_year)
        missing = [str(year) for year in between if self._sets(year) is None]
        return f"ยังไม่มีชุดเกณฑ์ปี {', '.join(missing)} จึงเทียบข้อไม่ได้" if missing else ""

    def _notes(self, code: str, has: list[str], comes: list[str]) -> Iterator[str]:
        codes = self._went[code]
        for new in codes:
            if others := [other for other in self._came[new] if other != code]:
                yield f"รวมกับ {', '.join(others)} เป็น {new}"
        if len(codes) > 1:
            yield f"แยกเป็น {', '.join(codes)}"
        if comes and (kept := [FIELD_WORDS[field] for field in has if field not in comes]):
            yield f"คง{' '.join(kept)}ที่ปี {self.to_year} มีอยู่"
        if "addresses" in comes:
            yield "กรุณาตรวจที่อยู่หน้าเว็บไซต์"

    def _strange_lines(self) -> Iterator[CarryDutyLine]:
        """Give items that something is known of and that their criteria no longer have."""
        for code, known in self._known.items.items():
            if code not in self._went:
                yield CarryDutyLine(
                    code=code,
                    title="",
                    after=(),
                    units=known.units,
                    addresses=known.addresses,
                    why=f"เกณฑ์ปี {self.from_year} ไม่มีข้อนี้",
                )

    def _new_lines(self) -> Iterator[CarryDutyLine]:
        for item in oit_items(self._after):
            if item.code not in self._came:
                yield CarryDutyLine(
                    code="",
                    title="",
                    after=self._targets((item.code,)),
                    why=self._gap or "ข้อใหม่",
                )

    def _targets(self, codes: Iterable[str]) -> tuple[DutyTarget, ...]:
        items = self._after.item_by_code
        return tuple(DutyTarget(code, _title(items[code])) for code in codes)


def _title(item: Item) -> str:
    return f"{one_line(item.text)}{item.draft_mark}"


def _text(item: DisclosureItem, field: str, years: int) -> str:
    """Return a column of an item as it is kept ``years`` later; what asks to be looked at apart."""
    if field == "due":
        return "" if item.due is None else _years_later(item.due, years).isoformat()
    if field == "note":
        return "\n".join(line for line in item.note.split("\n") if not _LOOKED.fullmatch(line))
    return str(getattr(item, field))


def _years_later(day: date, years: int) -> date:
    """Return the same day and month; the 29th of February is the 28th where there is none."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def _of_all(texts: list[str]) -> str:
    """Return what several items say: of one alone as it is, else the lines of all, each once."""
    return texts[0] if len(texts) == 1 else _joined(texts)


def _joined(texts: Iterable[str]) -> str:
    """Return the lines of texts, each once, as many as a cell may hold."""
    found: dict[str, str] = {}
    for text in texts:
        for line in lines_of(text):
            found.setdefault(fold(line), line)
    kept = ""
    for line in found.values():
        longer = f"{kept}\n{line}" if kept else line
        kept = longer if len(longer) <= LONGEST else kept
    return kept
