"""Which OIT item a row of a sheet is of: by our key, else by its code."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Final

from ita_desktop.domain.criteria import Criteria, Item
from ita_desktop.domain.disclosure import Disclosure, DisclosureItem, oit_items
from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.domain.oit_row_key import read_oit_key
from ita_desktop.thai.codes import leading_item_code, parse_item_code
from ita_desktop.thai.text import one_line
from ita_desktop.workflows.disclosure.said_cells import FIELDS, SaidCell, said_cell
from ita_desktop.workflows.disclosure.units_in_cells import plain_text
from ita_desktop.xlsx.table_rows import FoundRow

_CODES: Final = "ช่องนี้มีหลายรหัสข้อ จึงไม่ทราบว่าแถวนี้เป็นของข้อใด"
_ONE_CODE: Final = "แถวละหนึ่งรหัส กรุณาแยกแถว"
_JOINTS: Final = " \n,;+/&"


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedRow:
    """A row and the item it is of; ``keyed``: by our key, which names its year too."""

    sheet: str
    row: FoundRow
    year: int
    item: Item
    known: DisclosureItem
    keyed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RowNaming:
    """What rows are named by: this file's keys, the criteria of each year and what is known of it.

    ``fiscal_year``: that of rows without a key.
    """

    fiscal_year: int
    mark: str
    criteria: Callable[[int], Criteria | None]
    disclosure: Callable[[int], Disclosure]

    def named(self, sheet: str, row: FoundRow) -> NamedRow | Finding | None:
        """Return which item a row is of; of one that is of none why, None where it says nothing."""
        key = read_oit_key(row.key)
        if key is not None and (
            key.file_mark != self.mark or self._item(key.fiscal_year, key.code) is None
        ):
            key = None
        year = self.fiscal_year if key is None else key.fiscal_year
        cell = said_cell(row, "code")
        criteria = self.criteria(year)
        codes = [] if criteria is None else [item.code for item in oit_items(criteria)]
        code = _code_in(plain_text(cell.text), codes)
        if key is not None and code != key.code:
            return finding_of(Severity.ERROR, sheet, cell, "รหัสข้อถูกแก้", wanted=key.code)
        item = self._item(year, code)
        if item is None:
            if any(said_cell(row, name).text for name in FIELDS):
                problem = "ไม่มีข้อนี้ในเกณฑ์" if cell.text else "แถวนี้ไม่มีรหัสข้อ"
                wanted = f"รหัสข้อของเกณฑ์ปี {year} คือ {codes[0]} ถึง {codes[-1]}" if codes else ""
                return finding_of(Severity.ERROR, sheet, cell, problem, wanted=wanted)
            return None
        if key is None and _code_in(_after_code(plain_text(cell.text), codes), codes):
            return finding_of(Severity.ERROR, sheet, cell, _CODES, wanted=_ONE_CODE)
        return NamedRow(
            sheet=sheet,
            row=row,
            year=year,
            item=item,
            known=self.disclosure(year).of(code),
            keyed=key is not None,
        )

    def _item(self, year: int, code: str) -> Item | None:
        criteria = self.criteria(year)
        item = None if criteria is None else criteria.item_by_code.get(code)
        return item if item is not None and item.is_oit else None


def finding_of(
    severity: Severity, sheet: str, cell: SaidCell, problem: str = "", *, wanted: str = ""
) -> Finding:
    """Return what is wrong with a cell, or with a row that has it."""
    return Finding(
        severity=severity,
        sheet=sheet,
        address=cell.address,
        found=one_line(cell.text),
        problem=problem,
        wanted=wanted,
    )


def _code_in(text: str, codes: Collection[str]) -> str:
    """Return the code of a cell, which may have its title behind it; "" without one."""
    leading = leading_item_code(text, known=codes)
    return parse_item_code(text, known=codes) or (leading[0] if leading else "")


def _after_code(text: str, codes: Collection[str]) -> str:
    """Return what stands behind the code of a cell, without what joins it to another one."""
    leading = leading_item_code(text, known=codes)
    return "" if leading is None else leading[1].lstrip(_JOINTS).removeprefix("และ")
