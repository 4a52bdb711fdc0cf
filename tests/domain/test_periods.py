"""Printed periods and the days they cover."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.periods import Span, span_of
from ita_desktop.thai.dates import MONTHS, SHORT_MONTHS
from ita_desktop.thai.digits import to_arabic_digits, to_thai_digits
from ita_desktop.thai.fiscal import ERA, fiscal_year_dates

FIRST, LAST = fiscal_year_dates(2566)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("มี.ค.-เม.ย. ๖๖", date(2023, 3, 1), date(2023, 4, 30)),
        ("ม.ค.-มิ.ย.๒๕๖๖", date(2023, 1, 1), date(2023, 6, 30)),
        ("ก.ย. 2565 – ม.ค. 2566", date(2022, 9, 1), date(2023, 1, 31)),
        ("ม.ค. - มี.ค.", date(2023, 1, 1), date(2023, 3, 31)),
        ("ต.ค. - ธ.ค.", date(2022, 10, 1), date(2022, 12, 31)),
        ("ต.ค. – มี.ค.", date(2022, 10, 1), date(2023, 3, 31)),
        ("กุมภาพันธ์", date(2023, 2, 1), date(2023, 2, 28)),
        ("เริ่มดำเนินการ กุมภาพันธ์ ๒๕๖๖ - แล้วเสร็จ เมษายน ๒๕๖๖", date(2023, 2, 1), date(2023, 4, 30)),
        ("ไตรมาส ๒", date(2023, 1, 1), date(2023, 3, 31)),
        ("ไตรมาสที่ ๑ - ๓", date(2022, 10, 1), date(2023, 6, 30)),
        ("ภายในไตรมาสที่ 4", date(2023, 7, 1), date(2023, 9, 30)),
        ("ไตรมาส 1 และ 2", date(2022, 10, 1), date(2023, 3, 31)),
        ("ไตรมาสที่ ๓ และไตรมาสที่ ๑", date(2022, 10, 1), date(2023, 6, 30)),
        ("ไตรมาส ๑, ๒ และ ๔", date(2022, 10, 1), date(2023, 9, 30)),
        ("ไตรมาสที่ 2/2566", date(2023, 1, 1), date(2023, 3, 31)),
        ("ไตรมาส 2 และ 25 คน", date(2023, 1, 1), date(2023, 3, 31)),
        ("ไตรมาส ๒ ปีงบประมาณ พ.ศ. ๒๕๖๗", date(2024, 1, 1), date(2024, 3, 31)),
        ("ตลอดปีงบประมาณ ๒๕๖๗", date(2023, 10, 1), date(2024, 9, 30)),
        ("ต.ค.-ก.ย.", date(2022, 10, 1), date(2023, 9, 30)),
        ("ก.ค. – ก.ย.", date(2023, 7, 1), date(2023, 9, 30)),
        ("ต.ค.", date(2022, 10, 1), date(2022, 10, 31)),
        ("ตลอดปี 2566", date(2022, 10, 1), date(2023, 9, 30)),
        ("ภายใน ๓๑ มี.ค. ๖๖", FIRST, date(2023, 3, 31)),
        ("ภายในวันที่ 15 มกราคม 2566", FIRST, date(2023, 1, 15)),
        ("๑๕ ก.ย. ๖๕", date(2022, 9, 15), date(2022, 9, 15)),
        ("ตลอดปีงบประมาณ", FIRST, LAST),
        ("ทุก ๓ เดือน", FIRST, LAST),
        ("ม.ค.-ก.พ. ๖๖\nเม.ย. ๖๖", date(2023, 1, 1), date(2023, 4, 30)),
        ("โดยเร็ว\nมิ.ย. ๖๖", date(2023, 6, 1), date(2023, 6, 30)),
    ],
)
def test_what_papers_print_is_understood(text: str, first: date, last: date) -> None:
    assert span_of(text, 2566) == Span(first, last)


@pytest.mark.parametrize(
    "text",
    ["", " \n ", "โดยเร็ว", "ไตรมาส ๕", "ไตรมาส 3 - 1", "31 กุมภาพันธ์ 2566", "มี.ค. ๖๖ - ม.ค. ๖๖", "-"],
)
def test_words_that_name_no_time_are_no_span(text: str) -> None:
    assert span_of(text, 2566) is None


@given(
    year=st.integers(2550, 2599),
    first=st.integers(1, 12),
    last=st.integers(1, 12),
    names=st.sampled_from((MONTHS, SHORT_MONTHS)),
    dash=st.sampled_from(("-", " - ", " – ", " ถึง ")),
)
def test_two_months_without_a_year_lie_in_the_fiscal_year_or_are_not_of_it(
    year: int, first: int, last: int, names: tuple[str, ...], dash: str
) -> None:
    span = span_of(f"{names[first - 1]}{dash}{names[last - 1]}", year)
    begin, end = fiscal_year_dates(year)
    in_order = (first + 2) % 12 <= (last + 2) % 12
    assert (span is not None) == in_order
    if span is not None:
        assert begin <= span.first <= span.last <= end
        assert (span.first.month, span.first.day) == (first, 1)
        assert (span.last.month, (span.last + timedelta(days=1)).day) == (last, 1)


@given(day=st.dates(date(2007, 10, 1), date(2056, 9, 30)), months=st.integers(0, 11))
def test_months_with_their_years_say_the_same_in_any_digits_and_any_year_asked(
    day: date, months: int
) -> None:
    end = (day.year * 12 + day.month - 1) + months
    text = (
        f"{SHORT_MONTHS[day.month - 1]} {day.year + ERA} - "
        f"{SHORT_MONTHS[end % 12]} {end // 12 + ERA}"
    )
    span = span_of(text, 2566)
    assert span is not None
    assert span.first == day.replace(day=1)
    assert ((span.last.year, span.last.month), span) == (
        (end // 12, end % 12 + 1),
        span_of(to_thai_digits(text), 2560),
    )


@given(
    text=st.text(alphabet="ม.คกยตธ -–ถึงไรสาภวนที๑๒๓16520/\n", max_size=30),
    year=st.integers(2541, 2643),
)
def test_any_text_is_a_span_in_order_or_none(text: str, year: int) -> None:
    span = span_of(text, year)
    assert span is None or span.first <= span.last
    assert span_of(to_arabic_digits(text), year) == span
