"""Reads any workbook into plain grids and findings."""

import io
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path

from openpyxl.cell.cell import Cell
from openpyxl.reader.excel import ExcelReader
from openpyxl.worksheet.worksheet import Worksheet

from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.xlsx.cell_trouble import cell_trouble
from ita_desktop.xlsx.cell_values import read_content
from ita_desktop.xlsx.grid import Kind, Merge, Place, Sheet, SheetCell, Workbook
from ita_desktop.xlsx.keys import mark_in, round_in, rows_year_in
from ita_desktop.xlsx.safe_copy import SafeCopy, broken, safe_copy

_UNREADABLE = (
    AttributeError,  # a chart sheet without its list of parts
    LookupError,
    OSError,
    OverflowError,
    TypeError,
    ValueError,
)
"""What the library raises on a workbook that is a zip of sound XML and still makes no sense.

Found by mutating workbooks (tests/xlsx/test_broken_workbooks.py); nowhere else are they caught.
"""


def read_workbook(path: Path) -> Workbook:
    """Return the sheets of a workbook with all cells that hold something.

    Results of formulas are read, never formulas. Errors (#REF!) and formulas without a result are
    cells without a value and warnings among the findings. Raises ClerkError when the file is over
    a limit, suspicious, broken or no .xlsx, MachineError when the disk cannot be read.
    """
    copy = safe_copy(path)
    with warnings.catch_warnings():
        # The library warns of everything it leaves out (rules, pictures); none of it is read here.
        warnings.simplefilter("ignore")
        try:
            return _read(copy)
        except _UNREADABLE as error:
            raise broken(path.name) from error


def _read(copy: SafeCopy) -> Workbook:
    reader = ExcelReader(io.BytesIO(copy.content), data_only=True, keep_links=False)
    reader.read()
    parts: dict[str, str] = {}
    for entry, relation in reader.parser.find_sheets():
        parts[entry.name] = relation.Target
    sheets: list[Sheet] = []
    findings: list[Finding] = []
    for worksheet in reader.wb.worksheets:
        uncalculated = frozenset(copy.uncalculated.get(parts.get(worksheet.title, ""), ()))
        sheet = _sheet(worksheet, uncalculated)
        sheets.append(sheet)
        findings.extend(_findings(sheet))
    properties = reader.wb.properties
    document_id, fiscal_year = mark_in(properties.keywords or "")
    return Workbook(
        sheets=tuple(sheets),
        title=properties.title or "",
        document_id=document_id,
        fiscal_year=fiscal_year,
        findings=tuple(findings),
        months=round_in(properties.keywords or ""),
        rows_year=rows_year_in(properties.keywords or ""),
    )


def _sheet(worksheet: Worksheet, uncalculated: frozenset[str]) -> Sheet:
    merges = tuple(
        Merge(top=area.min_row, left=area.min_col, bottom=area.max_row, right=area.max_col)
        for area in worksheet.merged_cells.ranges
    )
    covered = _covered(merges)
    cells: dict[Place, SheetCell] = {}
    for cell in _cells(worksheet):
        place = (cell.row, cell.column)
        content = read_content(cell, has_result=cell.coordinate not in uncalculated)
        if content.kind is not Kind.EMPTY and place not in covered:
            cells[place] = SheetCell(
                place=place,
                value=content.value,
                kind=content.kind,
                raw=content.raw,
                link=_page_of(cell),
            )
    for place, origin in covered.items():
        cells[place] = SheetCell(place=place, origin=origin)
    return Sheet(
        name=worksheet.title,
        cells=cells,
        merges=merges,
        hidden=worksheet.sheet_state != "visible",
        hidden_rows=frozenset(
            row for row, dimension in worksheet.row_dimensions.items() if dimension.hidden
        ),
    )


def _page_of(cell: Cell) -> str:
    """Return the page that a cell's link opens; it is read, never followed."""
    target = None if cell.hyperlink is None else cell.hyperlink.target
    return target if target and target.lower().startswith(("http://", "https://")) else ""


def _cells(worksheet: Worksheet) -> Iterator[Cell]:
    # The public ways to all cells make the missing ones first, a million rows if the last is there.
    for cell in worksheet._cells.values():  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]
        if isinstance(cell, Cell):
            yield cell


def _covered(merges: tuple[Merge, ...]) -> Mapping[Place, Place]:
    """Return the covered places with the place that covers each; the gate limits how many."""
    return {
        (row, column): (merge.top, merge.left)
        for merge in merges
        for row in range(merge.top, merge.bottom + 1)
        for column in range(merge.left, merge.right + 1)
        if (row, column) != (merge.top, merge.left)
    }


def _findings(sheet: Sheet) -> Iterator[Finding]:
    for cell in sheet.cells.values():
        if cell.kind is Kind.ERROR or cell.kind is Kind.UNCALCULATED:
            yield cell_trouble(sheet, cell, Severity.WARNING)
