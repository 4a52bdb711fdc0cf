"""Money in baht: exact decimals, read from what clerks type, printed in figures and in words."""

import re
from decimal import ROUND_HALF_UP, Decimal

from ita_desktop.errors import ClerkError
from ita_desktop.thai.digits import to_arabic_digits, to_thai_digits
from ita_desktop.thai.text import fold, one_line, quoted

NO_BUDGET = "ไม่ใช้งบประมาณ"
"""What a paper prints where no money is used: never 0 (seed 004; O36 wants it said)."""
MOST = Decimal("999999999999.99")
"""What is typed as one amount."""
MOST_SUM = Decimal("999999999999999999.99")
"""What is printed: a sum of many years and projects is more than any of them."""

_NOTHING = {
    *("-", "–", "—", NO_BUDGET, "ไม่ได้ใช้งบประมาณ", "ไม่มีงบประมาณ", "ไม่ใช้งบ"),
    *("ไม่ใช้งบประมาณดำเนินการ", "ไม่ใช้งบประมาณในการดำเนินการ", "ไม่ได้ใช้งบ"),
}
_AMOUNT = re.compile(
    r"(?:จำนวน\s*(?:เงิน)?|งบประมาณ)?\s*฿?\s*"
    r"(?P<baht>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<satang>\d{1,2}))?(?:\.?-)?"
    r"\s*(?:บาท)?\s*(?:\([ก-๎]+\))?"  # the same in words, in brackets
)

_ONES = ("", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า")
_TENS = ("", "สิบ", "ยี่สิบ", *(f"{one}สิบ" for one in _ONES[3:]))
_PLACES = ((100_000, "แสน"), (10_000, "หมื่น"), (1_000, "พัน"), (100, "ร้อย"))


def _spelt(number: int) -> str:
    """Return a number above 0 in words; a last 1 after anything is เอ็ด."""
    if number >= 1_000_000:
        millions, rest = divmod(number, 1_000_000)
        return f"{_spelt(millions)}ล้าน{'เอ็ด' if rest == 1 else _spelt(rest)}"
    words: list[str] = []
    for worth, name in _PLACES:
        count, number = divmod(number, worth)
        if count:
            words.append(_ONES[count] + name)
    tens, ones = divmod(number, 10)
    words += (_TENS[tens], _ONES[ones])
    if ones == 1 and any(words[:-1]):
        words[-1] = "เอ็ด"
    return "".join(words)


def _rounded(amount: Decimal, most: Decimal = MOST_SUM) -> Decimal:
    if amount.is_finite() and 0 <= amount < most + 1:
        amount = amount.quantize(Decimal("0.01"), ROUND_HALF_UP)
        if amount <= most:
            return amount
    raise ClerkError(f"จำนวนเงินต้องอยู่ระหว่าง 0 ถึง {most:,} บาท กรุณาตรวจสอบจำนวนเงิน")


def baht_text(amount: Decimal) -> str:
    """Return an amount of 0 to ``MOST_SUM`` baht in words: "สองหมื่นบาทถ้วน".

    Rounded half up to satang. A final 1 is เอ็ด (101, 1,000,001), as the Royal Society has it.
    Raises ClerkError outside the range.
    """
    satang_in_all = int(_rounded(amount) * 100)
    baht, satang = divmod(satang_in_all, 100)
    if not satang:
        return f"{_spelt(baht) or 'ศูนย์'}บาทถ้วน"
    return (f"{_spelt(baht)}บาท" if baht else "") + f"{_spelt(satang)}สตางค์"


def parse_money(text: str) -> Decimal | None:
    """Return the exact amount of "๒๐,๐๐๐ บาท" or "20,000.50"; None for "ไม่ใช้งบประมาณ" and "-".

    Raises ClerkError for anything else: an empty text, commas in wrong places, more than two
    decimals, more than 999,999,999,999.99.
    """
    if fold(text).strip("()") in _NOTHING:
        return None
    match = _AMOUNT.fullmatch(to_arabic_digits(one_line(text)))
    if match is None:
        raise ClerkError(
            f"อ่านจำนวนเงิน {quoted(text)} ไม่ได้ กรุณาพิมพ์เป็นตัวเลข เช่น 20,000 หรือพิมพ์ว่า {NO_BUDGET}"
        )
    return _checked(Decimal(f"{match['baht'].replace(',', '')}.{match['satang'] or '0'}"))


def _checked(amount: Decimal) -> Decimal:
    _rounded(amount, MOST)
    return amount.to_integral_value() if amount == amount.to_integral_value() else amount


def format_money(amount: Decimal | None, *, thai_digits: bool) -> str:
    """Return "20,000", "20,000.50" or, for None, "ไม่ใช้งบประมาณ"; without the word บาท.

    Raises ClerkError outside 0 to ``MOST_SUM``.
    """
    if amount is None:
        return NO_BUDGET
    amount = _rounded(amount)
    printed = f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"
    return to_thai_digits(printed) if thai_digits else printed
