"""Figures as a paper prints them."""

from decimal import ROUND_HALF_UP, Decimal

from ita_desktop.documents.model import Digits, Number
from ita_desktop.thai.digits import to_thai_digits


def figure_text(number: Number, digits: Digits) -> str:
    """Return the figure in thousands with its places, rounded half up as a workbook shows it."""
    step = Decimal(1).scaleb(-number.decimals)
    return _in(f"{number.value.quantize(step, ROUND_HALF_UP):,f}", digits)


def page_mark(page: int, digits: Digits) -> str:
    """Return the number at the head of a page, "- ๒ -"."""
    return _in(f"- {page} -", digits)


def _in(figure: str, digits: Digits) -> str:
    return to_thai_digits(figure) if digits is Digits.THAI else figure
