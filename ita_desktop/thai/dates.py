"""Buddhist dates and periods of months, as papers print them and clerks type them."""

import re
from dataclasses import dataclass
from datetime import date

from ita_desktop.errors import ClerkError
from ita_desktop.thai.digits import to_arabic_digits, to_thai_digits
from ita_desktop.thai.fiscal import ERA
from ita_desktop.thai.text import one_line, quoted

MONTHS = (
    "มกราคม",
    "กุมภาพันธ์",
    "มีนาคม",
    "เมษายน",
    "พฤษภาคม",
    "มิถุนายน",
    "กรกฎาคม",
    "สิงหาคม",
    "กันยายน",
    "ตุลาคม",
    "พฤศจิกายน",
    "ธันวาคม",
)
SHORT_MONTHS = (
    "ม.ค.",
    "ก.พ.",
    "มี.ค.",
    "เม.ย.",
    "พ.ค.",
    "มิ.ย.",
    "ก.ค.",
    "ส.ค.",
    "ก.ย.",
    "ต.ค.",
    "พ.ย.",
    "ธ.ค.",
)

_MONTH_NUMBERS = {
    name.replace(".", ""): number
    for names in (MONTHS, SHORT_MONTHS)
    for number, name in enumerate(names, 1)
}
# Thai letters with dots and blanks between them: ต.ค., ตค, ต. ค.
_MONTH = "|".join(
    r"\.?\s?".join(name) + r"\.?" if len(name) < 4 else name
    for name in sorted(_MONTH_NUMBERS, key=len, reverse=True)
)
_ERA_AND_YEAR = r"(?:(?:พ\.?\s?ศ\.?|(?P<christian{0}>ค\.?\s?ศ\.?))\s*)?(?P<year{0}>\d{{4}}|\d{{2}})"

_WRITTEN = re.compile(
    r"(?:วันที่\s*)?(?P<day>\d{1,2})\s*(?:เดือน\s*)?"
    rf"(?P<month>{_MONTH})\s*(?:ปี\s*)?{_ERA_AND_YEAR.format('')}"
)
_FIGURES = re.compile(
    r"(?:วันที่\s*)?(?P<day>\d{1,2})\s*(?P<dash>[/.-])\s*(?P<month>\d{1,2})\s*(?P=dash)\s*"
    r"(?P<year>\d{4}|\d{2})"
)
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")

_WORDS_BEFORE = r"(?:(?:เริ่มดำเนินการ|แล้วเสร็จ|ระหว่าง|ภายใน|ช่วง|เดือน)\s*)*"
_PERIOD = re.compile(
    rf"\(?{_WORDS_BEFORE}(?P<month1>{_MONTH})\s*(?:{_ERA_AND_YEAR.format(1)})?"
    rf"(?:\s*(?:-|–|—|ถึง)\s*{_WORDS_BEFORE}(?P<month2>{_MONTH})\s*(?:{_ERA_AND_YEAR.format(2)})?)?\)?"
)


def _month(name: str) -> int:
    return _MONTH_NUMBERS[re.sub(r"[.\s]", "", name)]


def _christian_year(digits: str, *, said_christian: bool) -> int | None:
    """Return the Christian year that the printed year means; None where it cannot mean one."""
    year = int(digits)
    if len(digits) == 2:
        return None if said_christian else 2500 + year - ERA
    if 2400 < year < 2800 and not said_christian:
        return year - ERA
    return year if 1800 <= year <= 2200 else None


def parse_date(text: str) -> date:
    """Return the day of ๑๕ ม.ค. ๖๖, 15/1/2566, 15-1-66, 15/1/2023 or ๒๙ กันยายน พ.ศ. ๒๕๖๕.

    Months may be full or short, with dots or without. A year over 2400 is Buddhist, two digits mean
    25xx. Raises ClerkError for a text that is no date and for a day that no calendar has.
    """
    plain = to_arabic_digits(one_line(text))
    match = _WRITTEN.fullmatch(plain) or _FIGURES.fullmatch(plain) or _ISO.fullmatch(plain)
    if match is None:
        raise ClerkError(f"อ่านวันที่ {quoted(text)} ไม่ได้ กรุณาพิมพ์ในรูปแบบ ๑๕ ม.ค. ๒๕๖๖ หรือ 15/1/2566")
    said_christian = bool(match.groupdict().get("christian"))
    year = _christian_year(match["year"], said_christian=said_christian)
    if year is None:
        raise ClerkError(f"ปีในวันที่ {quoted(text)} ไม่ถูกต้อง กรุณาพิมพ์ปีพุทธศักราชสี่หลัก")
    month = int(match["month"]) if match["month"].isdecimal() else _month(match["month"])
    try:
        return date(year, month, int(match["day"]))
    except ValueError:
        raise ClerkError(f"ไม่มีวันที่ {quoted(text)} ในปฏิทิน กรุณาตรวจสอบวันและเดือน") from None


def _digits(text: str, *, thai: bool) -> str:
    return to_thai_digits(text) if thai else text


def format_date(
    day: date, *, thai_digits: bool, abbreviated: bool = False, era: bool = False
) -> str:
    """Return "15 มกราคม 2566", abbreviated "15 ม.ค. 66"; ``era`` puts "พ.ศ." before a full year.

    Also abbreviated, a year outside 2500 to 2599 has four digits: two digits would not say it.
    """
    year = day.year + ERA
    printed = f"{year % 100:02}" if abbreviated and not era and year // 100 == 25 else str(year)
    month = (SHORT_MONTHS if abbreviated else MONTHS)[day.month - 1]
    return _digits(f"{day.day} {month} {'พ.ศ. ' if era else ''}{printed}", thai=thai_digits)


@dataclass(frozen=True, slots=True)
class MonthPeriod:
    """A month, or from one month to another; Christian years, months 1 to 12, ends included.

    ``text`` is the period as its paper prints it.
    """

    first_year: int
    first_month: int
    last_year: int
    last_month: int
    text: str


def parse_month_period(text: str) -> MonthPeriod:
    """Return the months of "ต.ค. ๖๕", "มี.ค.-เม.ย. ๖๖" or "ก.ย. 2565 – ม.ค. 2566".

    A year that is not printed is that of the other month, or the year beside it where the months
    run over the new year ("ต.ค. – มี.ค. ๖๖" starts in ๖๕). Raises ClerkError without any year, for
    an end before its beginning, and for what is no period of months.
    """
    printed = one_line(text)
    match = _PERIOD.fullmatch(to_arabic_digits(printed))
    if match is None:
        raise ClerkError(f"อ่านช่วงเวลา {quoted(text)} ไม่ได้ กรุณาพิมพ์เดือนและปี เช่น ม.ค. - มี.ค. ๒๕๖๖")
    first_month = _month(match["month1"])
    last_month = _month(match["month2"]) if match["month2"] else first_month
    over_new_year = int(first_month > last_month)
    first_year, last_year = (_year_of(match, place, text) for place in ("1", "2"))
    if first_year is None and last_year is None:
        raise ClerkError(f"ช่วงเวลา {quoted(text)} ไม่มีปี กรุณาพิมพ์ปีด้วย เช่น ม.ค. - มี.ค. ๒๕๖๖")
    if first_year is None:
        first_year = (last_year or 0) - over_new_year
    if last_year is None:
        last_year = first_year + over_new_year
    if (last_year, last_month) < (first_year, first_month):
        raise ClerkError(f"ช่วงเวลา {quoted(text)} สิ้นสุดก่อนเริ่มต้น กรุณาตรวจสอบเดือนและปี")
    return MonthPeriod(first_year, first_month, last_year, last_month, printed)


def _year_of(match: re.Match[str], place: str, text: str) -> int | None:
    digits = match[f"year{place}"]
    if digits is None:
        return None
    year = _christian_year(digits, said_christian=bool(match[f"christian{place}"]))
    if year is None:
        raise ClerkError(f"ปีในช่วงเวลา {quoted(text)} ไม่ถูกต้อง กรุณาพิมพ์ปีพุทธศักราชสี่หลัก")
    return year
