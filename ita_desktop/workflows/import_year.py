"""Which fiscal year the scores of a workbook are for."""

import re
from collections.abc import Iterable, Iterator

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.scores import fiscal_years
from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.errors import ClerkError
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.fiscal import FIRST_YEAR, LAST_YEAR
from ita_desktop.xlsx.tables import FoundTable

_YEARS = (
    re.compile(r"ปี(?:งบประมาณ)?\s*(?:พ\.?\s*ศ\.?)?\s*([0-9]{4})(?![0-9])"),
    re.compile(r"(?:พ\.?\s*ศ\.?|ITA)\s*([0-9]{4})(?![0-9])", re.IGNORECASE),
)
"""How titles name the fiscal year; the second way only counts where nothing is named the first."""


def named_years(title: str, tables: Iterable[FoundTable]) -> frozenset[int]:
    """Return the fiscal years that the titles of the workbook and of its tables name."""
    lines = (title, *(line for table in tables for line in table.titles))
    plain = [to_arabic_digits(line) for line in lines]
    for pattern in _YEARS:
        years = (int(year) for line in plain for year in pattern.findall(line))
        if found := frozenset(year for year in years if FIRST_YEAR <= year <= LAST_YEAR):
            return found
    return frozenset()


def year_of(file: DataFile, written: int | None, named: frozenset[int]) -> int:
    """Return the fiscal year the scores are for: the one written or named, or the file's only."""
    if written is not None:
        return written
    years = sorted(named) or fiscal_years(file)
    if len(years) == 1:
        return years[0]
    raise no_year("คะแนน")


def other_years(year: int, written: int | None, named: frozenset[int]) -> Iterator[Finding]:
    """Give the warning about a workbook that says it is of another year than it is taken for."""
    others = {written} - {None, year}
    if year not in named:
        others |= named
    if others:
        yield of_another_year(year, filter(None, others))


def no_year(what: str) -> ClerkError:
    """Return the refusal of scores or measures whose fiscal year nobody says."""
    return ClerkError(
        f"ไม่ทราบว่า{what}ในแผ่นงานเป็นของปีงบประมาณใด กรุณาระบุปี เช่น --year 2566"
        " หรือใส่ “ประจำปีงบประมาณ พ.ศ. 2566” เหนือตาราง"
    )


def of_another_year(year: int, told: Iterable[int]) -> Finding:
    """Return the warning that what is taken for ``year`` says it is of the years ``told``."""
    return Finding(
        severity=Severity.WARNING,
        problem="ปีในแผ่นงานไม่ตรงกับปีที่นำเข้า กรุณาตรวจก่อนใช้",
        found=", ".join(map(str, sorted(told))),
        wanted=str(year),
    )


def of_its_own_year(year: int) -> Finding:
    """Return the warning that rows of our own workbook go into the year they were made from."""
    return Finding(
        severity=Severity.WARNING,
        problem=f"แผ่นงานนี้ทำจากข้อมูลปีงบประมาณ {year} จึงนำเข้าเป็นของปีนั้น",
    )
