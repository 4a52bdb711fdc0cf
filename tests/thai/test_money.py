from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.errors import ClerkError
from ita_desktop.thai.money import MOST, MOST_SUM, baht_text, format_money, parse_money

AMOUNTS = st.decimals(min_value=0, max_value=MOST, places=2)


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "ศูนย์บาทถ้วน"),
        ("0.004", "ศูนย์บาทถ้วน"),
        ("1", "หนึ่งบาทถ้วน"),
        ("10", "สิบบาทถ้วน"),
        ("11", "สิบเอ็ดบาทถ้วน"),
        ("20", "ยี่สิบบาทถ้วน"),
        ("21", "ยี่สิบเอ็ดบาทถ้วน"),
        ("101", "หนึ่งร้อยเอ็ดบาทถ้วน"),
        ("111", "หนึ่งร้อยสิบเอ็ดบาทถ้วน"),
        ("1001", "หนึ่งพันเอ็ดบาทถ้วน"),
        ("15000", "หนึ่งหมื่นห้าพันบาทถ้วน"),
        ("20000", "สองหมื่นบาทถ้วน"),
        ("100000", "หนึ่งแสนบาทถ้วน"),
        ("1000000", "หนึ่งล้านบาทถ้วน"),
        ("1000001", "หนึ่งล้านเอ็ดบาทถ้วน"),
        ("1001000", "หนึ่งล้านหนึ่งพันบาทถ้วน"),
        ("11000000", "สิบเอ็ดล้านบาทถ้วน"),
        ("21000021", "ยี่สิบเอ็ดล้านยี่สิบเอ็ดบาทถ้วน"),
        ("101000000", "หนึ่งร้อยเอ็ดล้านบาทถ้วน"),
        ("0.005", "หนึ่งสตางค์"),
        ("0.25", "ยี่สิบห้าสตางค์"),
        ("0.995", "หนึ่งบาทถ้วน"),
        ("1.005", "หนึ่งบาทหนึ่งสตางค์"),
        ("1.11", "หนึ่งบาทสิบเอ็ดสตางค์"),
        ("100.50", "หนึ่งร้อยบาทห้าสิบสตางค์"),
        (
            "999999999999.99",
            "เก้าแสนเก้าหมื่นเก้าพันเก้าร้อยเก้าสิบเก้าล้านเก้าแสนเก้าหมื่นเก้าพันเก้าร้อยเก้าสิบเก้าบาทเก้าสิบเก้าสตางค์",
        ),
        ("1000000000000", "หนึ่งล้านล้านบาทถ้วน"),
        ("1500000000001", "หนึ่งล้านห้าแสนล้านเอ็ดบาทถ้วน"),
    ],
)
def test_amount_in_words(amount: str, words: str) -> None:
    assert baht_text(Decimal(amount)) == words


@pytest.mark.parametrize(
    "amount", ["-0.01", "1000000000000000000", "999999999999999999.995", "NaN", "Infinity"]
)
def test_amount_out_of_range(amount: str) -> None:
    with pytest.raises(ClerkError, match="จำนวนเงินต้องอยู่ระหว่าง"):
        baht_text(Decimal(amount))
    with pytest.raises(ClerkError, match="จำนวนเงินต้องอยู่ระหว่าง"):
        format_money(Decimal(amount), thai_digits=False)


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("๒๐,๐๐๐ บาท", "20000"),
        ("20000", "20000"),
        ("20,000.50", "20000.50"),
        ("20,000.-", "20000"),
        ("฿1,234,567.8", "1234567.8"),
        ("๒๐,๐๐๐ บาท (สองหมื่นบาทถ้วน)", "20000"),
        ("จำนวน ๕๐๐ บาท", "500"),
        ("0", "0"),
        ("999,999,999,999.99", "999999999999.99"),
    ],
)
def test_spellings_of_an_amount(text: str, amount: str) -> None:
    assert parse_money(text) == Decimal(amount)


@pytest.mark.parametrize("text", ["ไม่ใช้งบประมาณ", " ไม่ใช้ งบประมาณ", "(ไม่ใช้งบประมาณ)", "-", "–"])
def test_no_money(text: str) -> None:
    assert parse_money(text) is None


@pytest.mark.parametrize(
    "text",
    ["", "20,00", "1,0000", "20000.505", "-500", "สองหมื่น", "500 คน", "1.2.3", "1e5", "20 000"],
)
def test_what_is_no_amount(text: str) -> None:
    with pytest.raises(ClerkError, match="อ่านจำนวนเงิน"):
        parse_money(text)


def test_too_much_money() -> None:
    with pytest.raises(ClerkError, match="จำนวนเงินต้องอยู่ระหว่าง"):
        parse_money("1,000,000,000,000")


def test_printed_amounts() -> None:
    assert format_money(None, thai_digits=True) == "ไม่ใช้งบประมาณ"
    assert format_money(Decimal("20000.00"), thai_digits=True) == "๒๐,๐๐๐"
    assert format_money(Decimal("20000.5"), thai_digits=False) == "20,000.50"
    assert format_money(Decimal(0), thai_digits=False) == "0"


@given(AMOUNTS, st.booleans())
def test_a_printed_amount_is_read_back_exactly(amount: Decimal, thai: bool) -> None:  # noqa: FBT001
    assert parse_money(format_money(amount, thai_digits=thai)) == amount


@given(AMOUNTS)
def test_words_are_all_thai_and_end_in_the_unit(amount: Decimal) -> None:
    words = baht_text(amount)
    assert words.endswith("บาทถ้วน" if amount == int(amount) else "สตางค์")
    assert all("ก" <= letter <= "๎" for letter in words)


@given(st.decimals(min_value=MOST, max_value=MOST_SUM, places=2))
def test_a_sum_is_printed_though_nobody_may_type_as_much(amount: Decimal) -> None:
    assert Decimal(format_money(amount, thai_digits=False).replace(",", "")) == amount
    assert "ล้าน" in baht_text(amount)
