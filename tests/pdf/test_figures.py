from decimal import Decimal

import pytest

from ita_desktop.documents.model import Digits, Number
from ita_desktop.pdf.figures import figure_text, page_number


@pytest.mark.parametrize(
    ("value", "decimals", "shown"),
    [
        ("95.82", 2, "95.82"),
        ("40", 2, "40.00"),
        ("1234567.5", 0, "1,234,568"),
        ("0.005", 2, "0.01"),
        ("-1000", 0, "-1,000"),
        ("1E+6", 0, "1,000,000"),
        ("99999999999999999999.995", 2, "100,000,000,000,000,000,000.00"),
    ],
)
def test_figures_have_thousands_and_places(value: str, decimals: int, shown: str) -> None:
    assert figure_text(Number(Decimal(value), decimals), Digits.ARABIC) == shown


def test_figures_follow_the_digits_of_the_paper() -> None:
    assert figure_text(Number(Decimal(20000), 0), Digits.THAI) == "๒๐,๐๐๐"
    assert page_number(12, Digits.THAI) == "๑๒"
    assert page_number(2, Digits.ARABIC) == "2"
    assert page_number(3, Digits.ARABIC, letters=True) == "ค"
