"""Draws one table of the document on one sheet, set up to be printed on A4."""

from collections.abc import Sequence
from typing import Any

from openpyxl.styles import Alignment
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ita_desktop.documents.model import (
    Digits,
    Heading,
    Number,
    Orientation,
    PageSetup,
    Table,
)
from ita_desktop.documents.tables import column_widths
from ita_desktop.errors import ClerkError
from ita_desktop.xlsx import styles
from ita_desktop.xlsx.cell_text import MOST_LETTERS, letters, needs_quote, to_cell
from ita_desktop.xlsx.grid import address_of, column_letters
from ita_desktop.xlsx.line_starts import FONT_NAME, FONT_POINTS, LINE_POINTS, LineBreaker
from ita_desktop.xlsx.open_cells import open_cell, protect, validate
from ita_desktop.xlsx.row_layout import INDENTED, MOST_LINES, ROW_PADDING, Laid, Placed, lay_rows
from ita_desktop.xlsx.sheet_bands import Band, CellLook, bands

_A4_MM = (210.0, 297.0)
_POINTS_PER_MM = 72 / 25.4
_MM_PER_INCH = 25.4
_WIDTH_UNIT_POINTS = 5.25
"""A unit of column width: a digit of the workbook's standard face, 7 pixels of 96 to the inch."""
_LEAST_WIDTH = 8.0
"""Millimetres in which a letter has room beside Excel's own space."""
_FEWEST_LINES = 6
_FOOTER_INCHES = 0.3
_MANY_COLUMNS = 10


def draw_table(
    sheet: Worksheet,
    table: Table,
    titles: Sequence[Heading],
    page: PageSetup,
    digits: Digits,
    breaker: LineBreaker,
) -> None:
    """Draw the headings, the caption, the table and its note, from the first row on.

    Raises ClerkError when a text is longer than a cell can hold.
    """
    widths = _column_widths(table, page)
    for number, width in enumerate(widths, start=1):
        dimension = sheet.column_dimensions[column_letters(number)]
        dimension.width = round(width / _WIDTH_UNIT_POINTS, 2)
        dimension.font = styles.font(bold=False)
    key_column = len(widths) + 1
    sheet.column_dimensions[column_letters(key_column)].hidden = True

    above, head, body, below = bands(table, titles)
    laid_head = lay_rows(head.rows, widths, breaker, bold=True, ruled=head.align)
    most_lines = _most_lines(page, sum(laid_head.heights))
    laid = lay_rows(body.rows, widths, breaker, most_lines=most_lines, ruled=body.align)
    first_head = _draw(sheet, 1, above, lay_rows(above.rows, widths, breaker), digits)
    first_row = _draw(sheet, first_head, head, laid_head, digits)
    first_below = _draw(sheet, first_row, body, laid, digits)
    _draw(sheet, first_below, below, lay_rows(below.rows, widths, breaker), digits)
    if table.wide:  # its heads stay in sight, and of many columns the first two
        sheet.freeze_panes = address_of((first_row, 3 if len(widths) > _MANY_COLUMNS else 1))
    _set_up_page(sheet, page)
    if table.protected:
        protect(sheet)
    sheet.print_title_rows = f"{first_head}:{max(first_head, first_row - 1)}"


_Styles = dict[tuple[object, ...], Any]
"""The library's whole style of a cell, by what it was put together from."""


def _draw(sheet: Worksheet, first: int, band: Band, laid: Laid, digits: Digits) -> int:
    """Draw a band from row ``first`` on; return the row below it."""
    for row, (height, key) in enumerate(zip(laid.heights, laid.keys, strict=True), start=first):
        sheet.row_dimensions[row].height = height
        _put_key(sheet, row, band.width + 1, key if band.keyed else "")
    known: _Styles = {}
    for placed in laid.cells:
        _put(sheet, first, band, placed, digits, known)
    return first + len(laid.heights)


def _put(
    sheet: Worksheet, first: int, band: Band, placed: Placed, digits: Digits, known: _Styles
) -> None:
    top, left = first + placed.row, placed.column + 1
    bottom, right = top + placed.rows - 1, left + placed.columns - 1
    look = band.look(placed)
    if isinstance(placed.content, Number):
        cell = sheet.cell(top, left, placed.content.value)
        cell.number_format = styles.number_format(placed.content, digits, places=look.places)
    elif placed.content:
        _write_text(sheet, top, left, placed.content)
    if (bottom, right) != (top, left):
        sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
    if look.open is not None:
        validate(sheet, (top, left), look.open)
    wrapped = not isinstance(placed.content, Number)
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            part: Any = sheet.cell(row, column)
            edges = (
                row == top and not placed.opened_above,
                row == bottom and not placed.opened_below,
                column == left,
                column == right,
            )
            # A style that was put together once is taken whole: the library goes through a list
            # for each face, border and alignment of each cell, which takes longer than the writing.
            own = (part.number_format, part.quotePrefix) if (row, column) == (top, left) else ()
            style = (look, wrapped, edges, own)
            if look.open is None and style in known:
                part._style = known[style]  # noqa: SLF001 - no public way
                continue
            _dress(part, look, edges if band.lined else None, wrapped=wrapped)
            if look.open is not None:
                open_cell(part, look.open, digits)
            known[style] = part._style  # noqa: SLF001 - no public way


def _dress(
    part: Any,  # noqa: ANN401 - a cell, or one that a merge covers
    look: CellLook,
    edges: tuple[bool, bool, bool, bool] | None,
    *,
    wrapped: bool,
) -> None:
    """Give a cell its face, its place and, where lines are drawn, those on its ``edges``."""
    part.font = styles.font(bold=look.bold)
    indented = edges is not None and look.align in INDENTED
    part.alignment = styles.alignment(look.align, look.vertical, indented=indented, wrapped=wrapped)
    if look.ground is not None:
        part.fill = styles.ground(look.ground)
    elif look.grey:
        part.fill = styles.GREY
    if edges is not None:
        above, below, before, behind = edges
        part.border = styles.border(top=above, bottom=below, left=before, right=behind)


def _write_text(sheet: Worksheet, row: int, column: int, text: str) -> None:
    if letters(text) > MOST_LETTERS:
        raise ClerkError(
            f"ข้อความในแผ่นงาน “{sheet.title}” เซลล์ {address_of((row, column))} ยาวเกิน "
            "๓๒,๗๖๗ ตัวอักษร ซึ่ง Excel รับไม่ได้ กรุณาแบ่งข้อความให้สั้นลง"
        )
    cell = sheet.cell(row, column, to_cell(text))
    # The library takes "=…" for a formula and "#N/A" for an error; here all text is text.
    cell.data_type = "s"
    if needs_quote(text):
        cell.quotePrefix = True


def _put_key(sheet: Worksheet, row: int, column: int, key: str) -> None:
    cell = sheet.cell(row, column)
    cell.font = styles.font(bold=False)
    cell.alignment = Alignment(vertical="top")
    if key:
        _write_text(sheet, row, column, key)


def _column_widths(table: Table, page: PageSetup) -> tuple[float, ...]:
    """Return the widths of the columns in points, together at most that between the margins.

    Those of a sheet to work in are as wide as they say, in millimetres.
    """
    if table.wide:
        return tuple(column.width * _POINTS_PER_MM for column in table.columns)
    across = _A4_MM[1] if page.orientation is Orientation.LANDSCAPE else _A4_MM[0]
    usable = across - page.left - page.right
    widths = column_widths(table.columns, usable, least=_LEAST_WIDTH, least_share=_LEAST_WIDTH)
    return tuple(width * _POINTS_PER_MM for width in widths)


def _most_lines(page: PageSetup, header_points: float) -> int:
    """Return how many lines a row may have so that it and the header fit on one page."""
    down = _A4_MM[0] if page.orientation is Orientation.LANDSCAPE else _A4_MM[1]
    usable = (down - page.top - page.bottom) * _POINTS_PER_MM - header_points
    fitting = int((usable - ROW_PADDING) / LINE_POINTS)
    return min(MOST_LINES, max(_FEWEST_LINES, fitting))


def _set_up_page(sheet: Worksheet, page: PageSetup) -> None:
    sheet.page_setup.paperSize = 9  # A4
    sheet.page_setup.orientation = page.orientation.value
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = page.left / _MM_PER_INCH
    sheet.page_margins.right = page.right / _MM_PER_INCH
    sheet.page_margins.top = page.top / _MM_PER_INCH
    sheet.page_margins.bottom = page.bottom / _MM_PER_INCH
    sheet.page_margins.footer = _FOOTER_INCHES
    sheet.print_options.horizontalCentered = True
    footer = sheet.oddFooter
    if footer is not None:
        footer.center.text = "หน้า &P จาก &N"
        footer.center.font = f"{FONT_NAME},Regular"
        footer.center.size = FONT_POINTS
