"""Which plan the tables of a workbook are of: one of the file, or one that they begin."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.plans import plan_covering, plans_of
from ita_desktop.documents.plan_sheets import FIRST_YEAR, LAST_YEAR
from ita_desktop.domain.plan_period import years_among_words
from ita_desktop.errors import ClerkError
from ita_desktop.thai import fiscal
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.text import fold
from ita_desktop.workflows.plans.forms import WORDS
from ita_desktop.workflows.plans.making import refuse_years
from ita_desktop.xlsx.grid import text_of
from ita_desktop.xlsx.tables import FoundTable

_SPAN: Final = re.compile(r"(2[45][0-9]{2})\s*(?:-|–|—|ถึง)\s*(?:พ\.?\s?ศ\.?)?\s*(2[56][0-9]{2})")


@dataclass(frozen=True, slots=True)
class Target:
    """The plan that is written to and its years; ``plan`` None: it is begun."""

    plan: int | None
    first_year: int
    last_year: int

    @property
    def years(self) -> tuple[int, ...]:
        """Its fiscal years, oldest first."""
        return tuple(range(self.first_year, self.last_year + 1))


def target_of(
    file: DataFile, tables: Sequence[FoundTable], asked: int | None, written: int | None, title: str
) -> Target:
    """Return the plan of the year asked for, else of the years the workbook names.

    Where the file has none of these years, the workbook's own years begin one. Raises ClerkError
    where nobody says which years, or they are no plan's.
    """
    said = _said_years(tables, title)
    wanted = [asked] if asked is not None else [written, *(said or ())]
    covering = {one.id: one for one in plans_of(file)}
    for year in wanted:
        number = None if year is None else plan_covering(file, year)
        if number is not None:
            plan = covering[number]
            return Target(number, plan.first_year, plan.last_year)
    if asked is None and written is None and said is None and len(covering) == 1:
        (plan,) = covering.values()
        return Target(plan.id, plan.first_year, plan.last_year)
    if said is None:
        raise ClerkError(
            "ไม่ทราบว่าโครงการในแผ่นงานเป็นของแผนปีใด กรุณาเริ่มแผนที่แท็บ “จัดทำแผน” ก่อน"
            " หรือใส่ปีที่หัวตาราง เช่น “ปี 2566” หรือในระยะเวลาดำเนินการ"
        )
    if asked is not None and not said[0] <= asked <= said[1]:
        raise ClerkError(
            f"แผ่นงานเป็นแผนปี {said[0]} – {said[1]} ซึ่งไม่ครอบคลุมปีงบประมาณ {asked}"
            " กรุณาเลือกปีที่อยู่ในแผน แล้วนำเข้าใหม่"
        )
    refuse_years(file, *said)
    return Target(None, *said)


def _said_years(tables: Sequence[FoundTable], title: str) -> tuple[int, int] | None:
    """Return first and last year: as told outright, by the columns, by most periods, by titles.

    A title that says more years than there are columns of money says those of the plan.
    """
    told = _told_outright(tables)
    if told is not None:
        return told
    columns = sorted(
        int(name.partition(":")[2])
        for table in tables
        for row in table.rows[:1]
        for name in row.cells
        if ":" in name
    )
    periods = Counter(_periods(tables))
    if periods and not columns:
        years = periods.most_common(1)[0][0]
        return years[0], years[-1]
    titled = _titled(tables, title)
    if columns and titled and titled[0] <= columns[0] and columns[-1] <= titled[1]:
        return titled  # money of some of its years
    return (columns[0], columns[-1]) if columns else titled


def _titled(tables: Sequence[FoundTable], title: str) -> tuple[int, int] | None:
    """Return the years that the title of the workbook or a line over a table says."""
    for line in (title, *(line for table in tables for line in table.titles)):
        match = _SPAN.search(to_arabic_digits(line))
        if match is not None:
            first, last = int(match[1]), int(match[2])
            if fiscal.FIRST_YEAR <= first <= last <= fiscal.LAST_YEAR:
                return first, last
    return None


def _told_outright(tables: Sequence[FoundTable]) -> tuple[int, int] | None:
    found: dict[str, int] = {}
    for table in tables:
        for row in table.rows if table.kind == WORDS else ():
            text = to_arabic_digits(text_of(row.cells["text"].value)).strip()
            if text.isdecimal() and len(text) == 4:
                found[fold(text_of(row.cells["name"].value))] = int(text)
    first, last = found.get(fold(FIRST_YEAR)), found.get(fold(LAST_YEAR))
    return None if first is None or last is None else (first, last)


def _periods(tables: Sequence[FoundTable]) -> Iterator[tuple[int, ...]]:
    for table in tables:
        for row in table.rows:
            cell = row.cells.get("period")
            years = () if cell is None else years_among_words(text_of(cell.value))
            if years:
                yield years
