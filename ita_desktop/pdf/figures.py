"""Figures as a paper prints them."""

from decimal import ROUND_HALF_UP, Decimal

from ita_desktop.documents.model import Digits, Number
from ita_desktop.thai.digits import to_thai_digits
from ita_desktop.thai.letters import letter_number


def figure_text(number: Number, digits: Digits) -> str:
    """Return the figure in thousands with its places, rounded half up as a workbook shows it."""
    step = Decimal(1).scaleb(-number.decimals)
    return _in(f"{number.value.quantize(step, ROUND_HALF_UP):,f}", digits)


def page_number(page: int, digits: Digits, *, letters: bool = False) -> str:
    """Return the number of a page as it is printed, or its letter (ก ข ค).

    What comes before the first letter has its number, as a cover that is page 0.
    """
    return letter_number(page) if letters and page > 0 else _in(str(page), digits)


def _in(figure: str, digits: Digits) -> str:
    return to_thai_digits(figure) if digits is Digits.THAI else figure
