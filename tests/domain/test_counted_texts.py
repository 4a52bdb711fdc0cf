"""What a criterion says in numbers, and what is left alone."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.domain.counted_texts import Count, read_count
from ita_desktop.thai.digits import to_thai_digits


def count(low: str | None, high: str | None, unit: str = "ครั้งต่อปี", grain: str = "1") -> Count:
    ends = (None if end is None else Decimal(end) for end in (low, high))
    return Count(low=next(ends), high=next(ends), unit=unit, grain=Decimal(grain))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ไม่เกิน ๒๐ ครั้งต่อปี", count(None, "20")),
        ("โอกาสเกิดการกระทำทุจริตมากกว่า ๒๕ ครั้งต่อปี", count("26", None)),
        ("๖ – ๑๐ ครั้ง", count("6", "10", "ครั้ง")),
        ("ตั้งแต่ ๑๑ ครั้งขึ้นไป", count("11", None, "ครั้ง")),
        ("11 ครั้งขึ้นไป", count("11", None, "ครั้ง")),
        ("เกิน 5 ครั้ง แต่ไม่เกิน 10 ครั้งต่อปี", count("6", "10")),
        ("ตั้งแต่ 5 ถึง 10 ครั้งต่อปี", count("5", "10")),
        ("น้อยกว่า 5 ครั้ง/ปี", count(None, "4")),
        ("1 ครั้งต่อปี", count("1", "1")),
        ("มากกว่า 10,000 – 100,000 บาท", count("10001", "100000", "บาท")),
        ("ไม่เกิน 1 ล้านบาท", count(None, "1000000", "บาท")),
        ("มากกว่า ๘๐ %", count("81", None, "%")),
        ("ร้อยละ 60 – 79.99", count("60", "79.99", "%", "0.01")),
        ("น้อยกว่าร้อยละ 60", count(None, "59", "%")),
    ],
)
def test_counts_are_read(text: str, wanted: Count) -> None:
    assert read_count(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        *("", "ทุกปี", "๒ ปีครั้ง", "เกิดขึ้นบ่อยมาก", "ปีงบประมาณ 2566", "5", "5 ครั้งต่อ 1 ปี"),
        *("3 ครั้งภายใน 5 วัน", "10 – 5 ครั้ง", "ไม่เกิน 5 ครั้ง หรือ 10 ราย", "1 2 3 ครั้ง"),
    ],
)
def test_what_speaks_of_no_count_is_left_alone(text: str) -> None:
    assert read_count(text) is None


@given(st.text(max_size=30))
def test_no_text_is_a_fault(text: str) -> None:
    found = read_count(text)
    assert found is None or found.low is not None or found.high is not None


@given(st.integers(0, 10**7), st.integers(0, 10**7))
def test_thai_digits_and_thousands_say_the_same(first: int, second: int) -> None:
    low, high = sorted((first, second))
    wanted = count(str(low), str(high), "บาท")
    assert read_count(f"{low} – {high} บาท") == wanted
    assert read_count(to_thai_digits(f"{low:,} ถึง {high:,} บาท")) == wanted
