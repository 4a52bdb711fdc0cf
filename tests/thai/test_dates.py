from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.errors import ClerkError
from ita_desktop.thai.dates import (
    MONTHS,
    SHORT_MONTHS,
    MonthPeriod,
    format_date,
    parse_date,
    parse_month_period,
)
from ita_desktop.thai.digits import to_thai_digits

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    "text",
    [
        "๑๕ ม.ค. ๖๖",
        "15/1/2566",
        "15/01/66",
        "15/1/2023",
        "15-1-66",
        "๑๕.๑.๒๕๖๖",
        "2023-01-15",
        "๑๕ มกราคม พ.ศ. ๒๕๖๖",
        "15 มกราคม พ.ศ.2566",
        "วันที่ ๑๕ เดือน มกราคม พ.ศ.๒๕๖๖",
        "15 มค 66",
        "๑๕มค.๖๖",
        "15 ม. ค. 2566",
        "15 มกราคม ค.ศ. 2023",
        "15\u00a0มกราคม 2566 ",
    ],
)
def test_spellings_of_a_day(text: str) -> None:
    assert parse_date(text) == date(2023, 1, 15)


@pytest.mark.parametrize(
    "names", [MONTHS, SHORT_MONTHS, [name.replace(".", "") for name in SHORT_MONTHS]]
)
def test_every_month_by_every_name(names: list[str]) -> None:
    assert [parse_date(f"๑ {name} ๒๕๖๖").month for name in names] == list(range(1, 13))


@pytest.mark.parametrize(
    "text", ["31 ก.พ. 66", "29/2/2566", "๓๑ เมษายน ๒๕๖๖", "0/1/2566", "1/13/2566"]
)
def test_a_day_that_no_calendar_has(text: str) -> None:
    with pytest.raises(ClerkError, match=r"ไม่มีวันที่ “.*” ในปฏิทิน"):
        parse_date(text)


def test_29_february_of_a_leap_year() -> None:
    assert parse_date("๒๙ ก.พ. ๒๕๖๗") == date(2024, 2, 29)


@pytest.mark.parametrize(
    "text", ["", "ม.ค. ๖๖", "15", "15/1", "15/1-2566", "๑๕ กรกฏ ๖๖", "15/1/256", "พรุ่งนี้"]
)
def test_what_is_no_day(text: str) -> None:
    with pytest.raises(ClerkError, match="อ่านวันที่"):
        parse_date(text)


@pytest.mark.parametrize(
    "text", ["1/1/2300", "1/1/0001", "1/1/9999", "1 ม.ค. ค.ศ. 2566", "1 ม.ค. ค.ศ. 23"]
)
def test_a_year_of_no_era(text: str) -> None:
    with pytest.raises(ClerkError, match="ปีในวันที่"):
        parse_date(text)


def test_printed_days() -> None:
    day = date(2022, 9, 29)
    assert format_date(day, thai_digits=True) == "๒๙ กันยายน ๒๕๖๕"
    assert format_date(day, thai_digits=True, era=True) == "๒๙ กันยายน พ.ศ. ๒๕๖๕"
    assert format_date(day, thai_digits=False, abbreviated=True) == "29 ก.ย. 65"
    assert format_date(day, thai_digits=False, abbreviated=True, era=True) == "29 ก.ย. พ.ศ. 2565"
    assert format_date(date(2060, 1, 1), thai_digits=False, abbreviated=True) == "1 ม.ค. 2603"


@given(DAYS, st.booleans(), st.booleans(), st.booleans())
def test_a_printed_day_is_read_back(day: date, thai: bool, short: bool, era: bool) -> None:  # noqa: FBT001
    printed = format_date(day, thai_digits=thai, abbreviated=short, era=era)
    assert parse_date(printed) == day


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("ต.ค. ๖๕", (2022, 10, 2022, 10)),
        ("ตค. ๖๕", (2022, 10, 2022, 10)),
        ("ตุลาคม ๒๕๖๕", (2022, 10, 2022, 10)),
        ("มี.ค.-เม.ย. ๖๖", (2023, 3, 2023, 4)),
        ("ม.ค.-มิ.ย.๒๕๖๖", (2023, 1, 2023, 6)),
        ("ก.ย. 2565 – ม.ค. 2566", (2022, 9, 2023, 1)),
        ("ต.ค. – พ.ย. ๖๕", (2022, 10, 2022, 11)),
        ("ต.ค. – มี.ค. ๖๖", (2022, 10, 2023, 3)),
        ("ต.ค. ๖๕ ถึง มี.ค.", (2022, 10, 2023, 3)),
        ("มกราคม-มีนาคม ๒๕๖๖", (2023, 1, 2023, 3)),
        ("(เดือนตุลาคม ๒๕๖๕ - มีนาคม ๒๕๖๖)", (2022, 10, 2023, 3)),
        ("เริ่มดำเนินการ กุมภาพันธ์ ๒๕๖๖ - แล้วเสร็จ เมษายน ๒๕๖๖", (2023, 2, 2023, 4)),
    ],
)
def test_periods_of_the_papers(text: str, months: tuple[int, int, int, int]) -> None:
    assert parse_month_period(text) == MonthPeriod(*months, text)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ม.ค. - มี.ค.", "ไม่มีปี"),
        ("มี.ค. 2566 - ม.ค. 2566", "สิ้นสุดก่อนเริ่มต้น"),
        ("ม.ค. 2300", "ไม่ถูกต้อง"),
        ("ตลอดปีงบประมาณ", "อ่านช่วงเวลา"),
        ("๓๐ พฤศจิกายน ๒๕๖๕", "อ่านช่วงเวลา"),
        ("", "อ่านช่วงเวลา"),
    ],
)
def test_what_is_no_period(text: str, said: str) -> None:
    with pytest.raises(ClerkError, match=said):
        parse_month_period(text)


@given(
    st.integers(1980, 2100), st.integers(1, 12), st.integers(0, 40), st.booleans(), st.booleans()
)
def test_a_written_period_is_read(
    year: int,
    month: int,
    more: int,
    thai: bool,  # noqa: FBT001
    short: bool,  # noqa: FBT001
) -> None:
    names = SHORT_MONTHS if short else MONTHS
    last_year, last_month = divmod(year * 12 + month - 1 + more, 12)
    written = f"{names[month - 1]} {year + 543} - {names[last_month]} {last_year + 543}"
    written = to_thai_digits(written) if thai else written
    period = MonthPeriod(year, month, last_year, last_month + 1, written)
    assert parse_month_period(written) == period
