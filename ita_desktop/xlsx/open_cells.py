"""Cells that others fill in: unlocked on a protected sheet, with a list or a range of numbers."""

from decimal import Decimal

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from ita_desktop.documents.model import Digits, Number, Open
from ita_desktop.xlsx import styles
from ita_desktop.xlsx.grid import Place, address_of


def protect(sheet: Worksheet) -> None:
    """Lock a sheet but its open cells, without a password; heights of rows can still be changed."""
    sheet.protection.sheet = True
    sheet.protection.formatRows = False  # what is not locked


def open_cell(cell: Cell | MergedCell, kind: Open, digits: Digits) -> None:
    """Let a cell be typed into: light, unlocked, and in the format of what is wanted there."""
    cell.fill = styles.OPEN
    cell.protection = styles.UNLOCKED
    if kind.most is None:
        cell.number_format = styles.AS_TYPED
    else:
        cell.number_format = styles.number_format(Number(Decimal(0), 0), digits)


def validate(sheet: Worksheet, place: Place, kind: Open) -> None:
    """Have Excel offer the choices of an open cell, or refuse a number out of its range."""
    if not kind.choices and kind.most is None:
        return
    for known in sheet.data_validations.dataValidation:
        if known.formula1 == _first(kind) and known.formula2 == _second(kind):
            known.add(address_of(place))
            return
    made = DataValidation(
        type="list" if kind.choices else "whole",
        operator=None if kind.choices else "between",
        formula1=_first(kind),
        formula2=_second(kind),
        allow_blank=True,
        showErrorMessage=True,
        errorTitle="กรอกไม่ได้",
        error=_refusal(kind),
    )
    made.add(address_of(place))
    sheet.add_data_validation(made)


def _first(kind: Open) -> str:
    return f'"{",".join(kind.choices)}"' if kind.choices else "0"


def _second(kind: Open) -> str | None:
    return None if kind.choices else str(kind.most)


def _refusal(kind: Open) -> str:
    if kind.choices:
        return "กรุณาเลือกจากรายการในช่อง"
    return f"กรุณากรอกจำนวนเต็ม 0 ถึง {kind.most} ไม่ต้องใส่เครื่องหมาย %"
