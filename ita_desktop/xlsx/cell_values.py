"""What a cell of the library holds, as one of our own values."""

import datetime as dt
import math
from dataclasses import dataclass
from decimal import Context, Decimal

from openpyxl.cell.cell import Cell

from ita_desktop.xlsx.cell_text import from_cell
from ita_desktop.xlsx.grid import Kind, Value

_EXCEL_PRECISION = Context(prec=15)
_NOISE = Decimal("1E-9")
_SIX_PLACES = Decimal("1E-6")
_LARGEST_WITH_PLACES = Decimal("1E9")


@dataclass(frozen=True, slots=True)
class CellContent:
    """A value, its kind, and the raw text where there is no value."""

    value: Value
    kind: Kind
    raw: str = ""


_EMPTY = CellContent(None, Kind.EMPTY)


def read_content(cell: Cell, *, has_result: bool) -> CellContent:
    """Return the content of a cell; ``has_result`` is False for a formula not yet calculated."""
    if not has_result:
        return CellContent(None, Kind.UNCALCULATED)
    value: object = cell.value
    if value is None or value == "":
        return _EMPTY
    if cell.data_type == "e":
        return CellContent(None, Kind.ERROR, str(value))
    return _content(value)


def _content(value: object) -> CellContent:
    if isinstance(value, bool):
        return CellContent(value, Kind.BOOL)
    if isinstance(value, int):
        return CellContent(Decimal(value), Kind.NUMBER)
    if isinstance(value, float):
        if not math.isfinite(value):
            return CellContent(None, Kind.ERROR, "#NUM!")
        return CellContent(exact_decimal(value), Kind.NUMBER)
    if isinstance(value, dt.date):
        return CellContent(value.date() if isinstance(value, dt.datetime) else value, Kind.DATE)
    return CellContent(from_cell(str(value)), Kind.TEXT)  # also a time of day: "08:30:00"


def exact_decimal(value: float) -> Decimal:
    """Return the number a person sees in a cell: 88.1299999999 and 88.13000000000001 are 88.13.

    15 significant digits are Excel's own precision; what is less than 1E-9 away from a number of
    six decimals is the noise of binary arithmetic and goes.
    """
    exact = _EXCEL_PRECISION.create_decimal(repr(value))
    if abs(exact) < _LARGEST_WITH_PLACES:
        near = exact.quantize(_SIX_PLACES)
        if abs(exact - near) < _NOISE:
            exact = near
    return exact.normalize() + 0 if exact != exact.to_integral_value() else Decimal(int(exact))
