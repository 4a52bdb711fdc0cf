"""The fiscal year: 1 October to 30 September, named by the Buddhist year in which it ends."""

import re
from datetime import date
from typing import Literal

from ita_desktop.errors import ClerkError
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.text import one_line, quoted

ERA = 543
"""Buddhist year less Christian year."""
FIRST_YEAR = 2540
LAST_YEAR = 2643

_YEAR = re.compile(r"(?:ประจำ)?\s*(?:ปี)?\s*(?:งบประมาณ)?\s*(?:พ\.?\s?ศ\.?)?\s*(\d+)")


def fiscal_year_of(day: date) -> int:
    """Return the Buddhist fiscal year of a day: 1 October 2022 to 30 September 2023 is 2566."""
    return day.year + ERA + (day.month >= 10)


def fiscal_year_dates(year: int) -> tuple[date, date]:
    """Return the first and the last day of a Buddhist fiscal year."""
    return date(year - ERA - 1, 10, 1), date(year - ERA, 9, 30)


def half_year_dates(year: int, months: Literal[6, 12]) -> tuple[date, date]:
    """Return first and last day of what a round reports: 6 ends on 31 March, 12 is the year."""
    first, last = fiscal_year_dates(year)
    return (first, date(last.year, 3, 31)) if months == 6 else (first, last)


def parse_fiscal_year(text: str) -> int:
    """Return the Buddhist fiscal year, 2540 to 2643, of "๒๕๖๖" or "ปีงบประมาณ พ.ศ. ๒๕๖๖".

    Raises ClerkError for anything else; a Christian year is refused with the Buddhist one named.
    """
    match = _YEAR.fullmatch(to_arabic_digits(one_line(text)))
    digits = match.group(1) if match else ""
    year = int(digits) if len(digits) == 4 else 0
    if FIRST_YEAR <= year <= LAST_YEAR:
        return year
    if FIRST_YEAR <= year + ERA <= LAST_YEAR:
        raise ClerkError(f"ปี {year} เป็นปีคริสต์ศักราช กรุณาใช้ปีงบประมาณเป็นพุทธศักราช: {year + ERA}")
    raise ClerkError(
        f"อ่านปีงบประมาณ {quoted(text)} ไม่ได้ กรุณาพิมพ์ปีพุทธศักราชสี่หลัก"
        f" ตั้งแต่ {FIRST_YEAR} ถึง {LAST_YEAR} เช่น 2566"
    )
