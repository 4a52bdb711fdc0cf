"""The look of cells: TH SarabunPSK 16 everywhere, thin lines, Thai or Arabic figures."""

from decimal import Decimal
from functools import cache

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

from ita_desktop.documents.model import Align, Digits, Ground, Number, Vertical
from ita_desktop.xlsx.line_starts import FONT_NAME, FONT_POINTS

# Thai digits, no calendar. LibreOffice 7.4 knows D07041E (Thai digits, Buddhist calendar) for dates
# only and shows a number in that format as 96.2; Excel takes both.
_THAI_FIGURES = "[$-D00041E]"
STANDARD_FACE = Font(name="Arial", size=10)
"""Column widths are counted in its digits: 7 pixels in Arial and in its double on Linux."""
_THIN = Side(style="thin", color="FF000000")
_NO_LINE = Side()
GREY = PatternFill(fill_type="solid", fgColor="FFF0F0F0")
"""Behind groups' rows and stripes: 94 % white, which a photocopier still shows."""
OPEN = PatternFill(fill_type="solid", fgColor="FFFFF9E6")
"""Behind cells that are to be filled in: light, and white on a photocopy."""
UNLOCKED = Protection(locked=False)
AS_TYPED = "@"
"""Format of a cell that keeps what is typed: "1/3" stays, and becomes no date."""

# Excel justifies at spaces only, which tears Thai apart, and knows no indent there.
_HORIZONTAL = {Align.POINT: "right", Align.JUSTIFY: "left"}
_VERTICAL = {Vertical.MIDDLE: "center"}


@cache
def font(*, bold: bool) -> Font:
    """Return the official face."""
    return Font(name=FONT_NAME, size=FONT_POINTS, bold=bold)


@cache
def ground(colour: Ground) -> PatternFill:
    """Return what fills a cell that stands on a colour."""
    return PatternFill(fill_type="solid", fgColor=f"FF{colour.rgb}")


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
def alignment(
    align: Align, vertical: Vertical, *, indented: bool, wrapped: bool = True
) -> Alignment:
    """Return the alignment of a cell.

    ``indented``: one step off the line it would touch. ``wrapped``: it may take several lines; a
    figure never does, and LibreOffice would drop the room behind it.
    """
    return Alignment(
        horizontal=_HORIZONTAL.get(align, align.value),
        vertical=_VERTICAL.get(vertical, vertical.value),
        wrap_text=wrapped,
        indent=1 if indented else 0,
    )


def number_format(number: Number, digits: Digits, *, places: int = 0) -> str:
    """Return the number format that shows a figure in the paper's digits.

    Thousands get their comma from 1,000 on; below, the plain ``0.00`` shows the same. ``places``:
    room is left on the right as for a figure of so many decimals, so that the points of a column
    stand under each other. "?" would do it in Excel, but LibreOffice leaves half a digit for it,
    and both show the point of a whole number.
    """
    whole = "#,##0" if abs(number.value) >= Decimal(1000) else "0"
    decimals = "." + "0" * number.decimals if number.decimals > 0 else ""
    point = "_." if places and not decimals else ""
    room = point + "_0" * max(0, places - max(0, number.decimals))
    return (_THAI_FIGURES if digits is Digits.THAI else "") + whole + decimals + room
