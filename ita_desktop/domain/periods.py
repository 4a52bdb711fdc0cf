"""When something is to be done, as a paper says it: months of a fiscal year, quarters, or words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from ita_desktop.errors import ClerkError
from ita_desktop.thai.dates import MonthPeriod, parse_date, parse_month_period
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.fiscal import ERA, fiscal_year_dates
from ita_desktop.thai.text import one_line

_WHOLE_YEAR: Final = re.compile(
    r"ตลอดปี|ตลอดทั้งปี|ทั้งปีงบประมาณ|ทุก\s*(?:เดือน|ไตรมาส|สัปดาห์|\d+\s*เดือน)|ต่อเนื่อง"
)
_QUARTER: Final = re.compile(
    r"(?:ภายใน)?\s*ไตรมาส\s*(?:ที่)?\s*([1-4])(?:\s*(?:-|–|ถึง)\s*(?:ไตรมาส\s*(?:ที่)?\s*)?([1-4]))?(?!\d)"
)
_MORE_QUARTERS: Final = re.compile(r"\s*(?:,|และ|กับ)+\s*(?:ไตรมาส)?\s*(?:ที่)?\s*([1-4])(?!\d)")
_NAMED_YEAR: Final = re.compile(r"ปี\s*(?:งบประมาณ)?\s*(?:พ\.\s?ศ\.)?\s*(25[4-9]\d)(?!\d)")
_BEFORE_DATE: Final = re.compile(r"^(?:ภายใน|ก่อน|ไม่เกิน|แล้วเสร็จ)?\s*(?:วันที่)?\s*")


@dataclass(frozen=True, slots=True)
class Span:
    """First and last day, both included."""

    first: date
    last: date


@lru_cache(maxsize=4096)
def span_of(text: str, fiscal_year: int) -> Span | None:
    """Return the days a printed period covers; None where its words name no time.

    "มี.ค.-เม.ย. ๖๖", "ม.ค. - มี.ค." (of the fiscal year), "ไตรมาส ๒", "ไตรมาส ๑ และ ๓", "ภายใน ๓๑
    มี.ค. ๖๖", "ตลอดปีงบประมาณ", "ตลอดปีงบประมาณ ๒๕๖๗" (of that year). Of several lines the whole
    they cover together.
    """
    lines = [line for line in text.split("\n") if line.strip()]
    spans = [span for line in lines if (span := _span(one_line(line), fiscal_year)) is not None]
    if not spans:
        return None
    return Span(min(span.first for span in spans), max(span.last for span in spans))


def _span(text: str, fiscal_year: int) -> Span | None:
    plain = to_arabic_digits(text).strip(" .-–")
    first, _ = fiscal_year_dates(fiscal_year)
    if (months := _months(plain, fiscal_year)) is not None:
        return _of_months(months)
    try:
        day = parse_date(_BEFORE_DATE.sub("", plain))
    except ClerkError:
        pass
    else:
        return Span(min(first, day), day)
    named = _NAMED_YEAR.search(plain)
    year = int(named[1]) if named else fiscal_year
    if (quarter := _QUARTER.search(plain)) is not None:
        begin, end = int(quarter[1]), int(quarter[2] or quarter[1])
        if end < begin:
            return None
        numbers = [begin, end, *_more_quarters(plain, quarter.end())]
        return Span(_quarter(year, min(numbers)).first, _quarter(year, max(numbers)).last)
    return Span(*fiscal_year_dates(year)) if _WHOLE_YEAR.search(plain) else None


def _more_quarters(text: str, at: int) -> Iterator[int]:
    """Give the quarters that are listed from a place on: ", 2 และ 3"."""
    while (more := _MORE_QUARTERS.match(text, at)) is not None:
        yield int(more[1])
        at = more.end()


def _months(text: str, fiscal_year: int) -> MonthPeriod | None:
    """Return the months; without a year those that lie in the fiscal year."""
    first, last = fiscal_year_dates(fiscal_year)
    for year in ("", f" {fiscal_year}", f" {fiscal_year - 1}"):
        try:
            months = parse_month_period(text + year)
        except ClerkError:
            continue
        span = _of_months(months)
        if not year or (first <= span.first and span.last <= last):
            return months
    return None


def _of_months(months: MonthPeriod) -> Span:
    return Span(
        date(months.first_year, months.first_month, 1),
        _month_end(months.last_year, months.last_month),
    )


def _quarter(fiscal_year: int, quarter: int) -> Span:
    year = fiscal_year - ERA - (quarter == 1)
    first_month = (10, 1, 4, 7)[quarter - 1]
    return Span(date(year, first_month, 1), _month_end(year, first_month + 2))


def _month_end(year: int, month: int) -> date:
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)
