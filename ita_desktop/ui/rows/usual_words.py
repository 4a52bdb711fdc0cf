"""What the fields of a row are usually filled with, as papers print it."""

from collections.abc import Iterable

from ita_desktop.domain.measures import State
from ita_desktop.thai.digits import to_thai_digits

_FIRST = ("ต.ค.", "พ.ย.", "ธ.ค.")
_LATER = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.")


def usual_words(field: str, units: Iterable[str], fiscal_year: int) -> tuple[str, ...]:
    """Return what to offer in a field: the office's units, usual periods, the states."""
    if field == "state":
        return tuple(state.words for state in State)
    if field == "units":
        return (*units, "ทุกหน่วยงาน")
    return tuple(usual_periods(fiscal_year)) if field == "period" else ()


def usual_periods(fiscal_year: int) -> list[str]:
    """Return quarters, halves, the whole fiscal year and its single months, in Thai digits."""
    before, year = fiscal_year % 100 - 1, fiscal_year % 100
    months = [f"{month} {before}" for month in _FIRST] + [f"{month} {year}" for month in _LATER]
    found = [
        f"ต.ค. – ธ.ค. {before}",
        f"ม.ค. – มี.ค. {year}",
        f"เม.ย. – มิ.ย. {year}",
        f"ก.ค. – ก.ย. {year}",
        f"ต.ค. {before} – มี.ค. {year}",
        f"เม.ย. – ก.ย. {year}",
        f"ต.ค. {before} – ก.ย. {year}",
        "ตลอดปีงบประมาณ",
        *months,
    ]
    return [to_thai_digits(words) for words in found]
