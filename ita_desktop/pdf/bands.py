"""The caption, the heads and the rows of a table, each measured for its columns."""

from collections.abc import Sequence
from dataclasses import replace

from ita_desktop.documents.model import Align, Cell, Column, Row, Table, Vertical
from ita_desktop.documents.tables import grey_rows
from ita_desktop.pdf.column_edges import PADDING_X
from ita_desktop.pdf.grid import Band, GridCell, GridRow, row_heights
from ita_desktop.pdf.point import by_point
from ita_desktop.pdf.setting import Look, Setting


def caption_band(table: Table, text: str, edges: tuple[float, ...], setting: Setting) -> Band:
    """Return the caption as a merged row over all columns of the grid."""
    cell = Cell(content=text, columns=len(table.columns))
    covered: tuple[Cell | None, ...] = (None,) * (len(table.columns) - 1)
    return header_band((Row(cells=(cell, *covered)),), table.columns, edges, setting)


def header_band(
    rows: Sequence[Row], columns: Sequence[Column], edges: tuple[float, ...], setting: Setting
) -> Band:
    """Return the heads of a table: bold, centred both ways."""
    centred = tuple(
        replace(column, align=Align.CENTER, vertical=Vertical.MIDDLE) for column in columns
    )
    return _band(rows, centred, edges, setting, bold=True)


def body_band(
    rows: Sequence[Row],
    columns: Sequence[Column],
    edges: tuple[float, ...],
    setting: Setting,
    *,
    zebra: bool = False,
) -> Band:
    """Return the rows of a table, measured; ``zebra``: every second one of a group is shaded."""
    return _band(rows, columns, edges, setting, zebra=zebra)


def _band(
    rows: Sequence[Row],
    columns: Sequence[Column],
    edges: tuple[float, ...],
    setting: Setting,
    *,
    bold: bool = False,
    zebra: bool = False,
) -> Band:
    grid: list[GridRow] = []
    shades = grey_rows(rows, zebra=zebra)
    for number, (row, shaded) in enumerate(zip(rows, shades, strict=True)):
        cells: list[GridCell] = []
        for column, cell in enumerate(row.cells):
            if cell is None:
                continue
            across = min(cell.columns, len(columns) - column)
            look = Look(
                align=cell.align or columns[column].align, bold=bold or cell.bold or row.group
            )
            width = edges[column + across] - edges[column] - 2 * PADDING_X
            cells.append(
                GridCell(
                    column=column,
                    rows=min(cell.rows, len(rows) - number),
                    columns=across,
                    lines=setting.lines(setting.cell_text(cell), width, look),
                    look=look,
                    vertical=cell.vertical or columns[column].vertical,
                    again=setting.lines(cell.again, width, look) if cell.again else (),
                    shaded=shaded,
                    group=row.group,
                    closing=row.closing,
                    ground=cell.ground,
                )
            )
        grid.append(tuple(cells))
    return Band(by_point(grid, setting), row_heights(grid))
