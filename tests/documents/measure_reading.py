"""What tests of papers of measures share: cells as printed, and columns read back from pages."""

import ctypes
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from pathlib import Path
from typing import Any

import pypdfium2
from openpyxl import load_workbook

from ita_desktop.documents.model import Cell, Number, Orientation, PageSetup, Table
from ita_desktop.documents.tables import column_widths
from ita_desktop.documents.text import plain
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.xlsx.keys import KEY_HEAD, split_key

Grid = list[list[str]]
_POINTS_PER_MM = 72 / 25.4


def same(text: str) -> str:
    """Return a text to compare: without white space, digits Arabic."""
    return to_arabic_digits(re.sub(r"\s", "", text))


def shown(cell: Cell | None) -> str:
    """Return what stands in a cell; a place that a span covers is empty."""
    if cell is None:
        return ""
    if isinstance(cell.content, Number):
        return f"{cell.content.value:.{cell.content.decimals}f}"
    return plain(cell.content)


def grid_of(table: Table) -> Grid:
    """Return the cells under the header, ready to be compared."""
    return [[same(shown(cell)) for cell in row.cells] for row in table.rows]


def spans_of(table: Table) -> set[tuple[int, int, int]]:
    """Return row, column and height of each cell that goes down over several rows."""
    return {
        (number, column, cell.rows)
        for number, row in enumerate(table.rows)
        for column, cell in enumerate(row.cells)
        if cell is not None and cell.rows > 1
    }


def sheet_grids(path: Path) -> Iterator[Grid]:
    """Give the cells of each sheet under its header, rows that were carried on joined again."""
    workbook = load_workbook(path)
    for sheet in workbook.worksheets:
        rows = [list(row) for row in sheet.iter_rows(values_only=True)]
        head = next(n for n, row in enumerate(rows) if row[-1] == KEY_HEAD)
        grid: dict[str, list[str]] = {}
        for row in rows[head + 1 :]:
            if row[-1] is None:
                continue  # a note under the table
            key, _ = split_key(str(row[-1]))
            before = grid.setdefault(key, [""] * (len(row) - 1))
            grid[key] = [
                old + same("" if one is None else str(one))
                for old, one in zip(before, row, strict=False)
            ]
        yield list(grid.values())
    workbook.close()


def heights(path: Path) -> list[float]:
    """Return the heights of all rows of a workbook, in points."""
    workbook = load_workbook(path)
    found: list[float] = [
        dimension.height
        for sheet in workbook.worksheets
        for dimension in sheet.row_dimensions.values()
        if dimension.height is not None
    ]
    workbook.close()
    return found


def page_columns(path: Path, table: Table, page: PageSetup) -> list[str]:
    """Return what stands in the columns of all pages, cell after cell, without what is bold."""
    across, down = (297.0, 210.0) if page.orientation is Orientation.LANDSCAPE else (210.0, 297.0)
    widths = column_widths(table.columns, across - page.left - page.right)
    edges = [(page.left + edge) * _POINTS_PER_MM for edge in accumulate(widths)]
    top = (down - page.top) * _POINTS_PER_MM
    columns = [""] * len(edges)
    document = pypdfium2.PdfDocument(path)
    for one in document:
        text = one.get_textpage()
        for letter, left, upper in _letters(text):
            if upper < top + 6:  # points: not the number of the page
                columns[min(bisect_right(edges, left), len(edges) - 1)] += letter
        text.close()
        one.close()
    document.close()
    return [same(column) for column in columns]


def _letters(text: Any) -> Iterator[tuple[str, float, float]]:
    """Give each letter that is not bold with its left and its upper edge, in order of drawing."""
    raw: Any = pypdfium2.raw
    name = ctypes.create_string_buffer(200)
    flags = ctypes.c_int()
    for number in range(text.count_chars()):
        letter = chr(raw.FPDFText_GetUnicode(text.raw, number))
        if letter.isspace() or raw.FPDFText_IsGenerated(text.raw, number) == 1:
            continue
        raw.FPDFText_GetFontInfo(text.raw, number, name, 200, flags)
        if b"Bold" in name.value:
            continue
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(text.raw, number, x, y)
        yield letter, x.value, y.value


def column_texts(grids: Sequence[Grid]) -> list[str]:
    """Return the texts of each column of several tables, one after the other."""
    rows = [row for grid in grids for row in grid]
    return ["".join(cells) for cells in zip(*rows, strict=True)]
