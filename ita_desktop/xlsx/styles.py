"""The look of cells: TH SarabunPSK 16 everywhere, thin lines, Thai or Arabic figures."""

from decimal import Decimal
from functools import cache

from openpyxl.styles import Alignment, Border, Font, Side

from ita_desktop.documents.model import Align, Digits, Number
from ita_desktop.xlsx.line_starts import FONT_NAME, FONT_POINTS

# Thai digits, no calendar. LibreOffice 7.4 knows D07041E (Thai digits, Buddhist calendar) for dates
# only and shows a number in that format as 96.2; Excel takes both.
_THAI_FIGURES = "[$-D00041E]"
STANDARD_FACE = Font(name="Arial", size=10)
"""Column widths are counted in its digits: 7 pixels in Arial and in its double on Linux."""
_THIN = Side(style="thin", color="FF000000")
_NO_LINE = Side()


@cache
def font(*, bold: bool) -> Font:
    """Return the official face."""
    return Font(name=FONT_NAME, size=FONT_POINTS, bold=bold)


@cache
def border(*, top: bool, bottom: bool, left: bool, right: bool) -> Border:
    """Return thin lines on the sides that are asked for."""
    return Border(
        top=_THIN if top else _NO_LINE,
        bottom=_THIN if bottom else _NO_LINE,
        left=_THIN if left else _NO_LINE,
        right=_THIN if right else _NO_LINE,
    )


@cache
def alignment(align: Align, *, middle: bool, indented: bool) -> Alignment:
    """Return the alignment of a wrapped cell, at the top or in the middle of its row.

    ``indented``: one step off the line it would touch.
    """
    return Alignment(
        horizontal=align.value,
        vertical="center" if middle else "top",
        wrap_text=True,
        indent=1 if indented else 0,
    )


def number_format(number: Number, digits: Digits) -> str:
    """Return the number format that shows a figure in the paper's digits.

    Thousands get their comma from 1,000 on; below, the plain ``0.00`` shows the same.
    """
    whole = "#,##0" if abs(number.value) >= Decimal(1000) else "0"
    places = "." + "0" * number.decimals if number.decimals > 0 else ""
    return (_THAI_FIGURES if digits is Digits.THAI else "") + whole + places
