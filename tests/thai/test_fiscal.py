from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.errors import ClerkError
from ita_desktop.thai.digits import to_thai_digits
from ita_desktop.thai.fiscal import (
    fiscal_year_dates,
    fiscal_year_of,
    half_year_dates,
    parse_fiscal_year,
)

YEARS = st.integers(2540, 2643)


def test_the_fiscal_year_turns_on_1_october() -> None:
    assert fiscal_year_of(date(2022, 9, 30)) == 2565
    assert fiscal_year_of(date(2022, 10, 1)) == 2566
    assert fiscal_year_of(date(2023, 9, 30)) == 2566
    assert fiscal_year_of(date(2024, 2, 29)) == 2567


@given(YEARS, st.integers(0, 364))
def test_every_day_between_first_and_last_is_in_the_year(year: int, days: int) -> None:
    first, last = fiscal_year_dates(year)
    day = first + timedelta(days)
    assert fiscal_year_of(day) == fiscal_year_of(last) == year
    assert fiscal_year_of(last + timedelta(1)) == year + 1


def test_rounds_of_2566() -> None:
    assert half_year_dates(2566, 6) == (date(2022, 10, 1), date(2023, 3, 31))
    assert half_year_dates(2566, 12) == (date(2022, 10, 1), date(2023, 9, 30))


@pytest.mark.parametrize(
    "text",
    ["2566", "๒๕๖๖", "ปีงบประมาณ พ.ศ. ๒๕๖๖", "ประจำปีงบประมาณ พ.ศ.๒๕๖๖", "ปี 2566", "พ.ศ. 2566 "],
)
def test_spellings_of_a_year(text: str) -> None:
    assert parse_fiscal_year(text) == 2566


@given(YEARS)
def test_every_year_of_the_range_is_read(year: int) -> None:
    assert parse_fiscal_year(to_thai_digits(str(year))) == year


def test_a_christian_year_is_refused_and_the_buddhist_one_named() -> None:
    with pytest.raises(ClerkError, match=r"2023 เป็นปีคริสต์ศักราช.*: 2566$"):
        parse_fiscal_year("2023")


@pytest.mark.parametrize("text", ["", "66", "2539", "2644", "25660", "ปีหน้า", "1500", "-2566"])
def test_no_fiscal_year(text: str) -> None:
    with pytest.raises(ClerkError, match="อ่านปีงบประมาณ"):
        parse_fiscal_year(text)
