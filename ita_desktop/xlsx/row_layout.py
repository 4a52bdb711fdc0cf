"""From the rows of a document to the rows of a sheet: heights, spans, and cells cut in two.

Excel has no row over 409 point. A cell that needs more goes on in continuation rows; the cells
beside it are merged over them, so that all looks like one row.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ita_desktop.documents.model import Align, Cell, Number, Row
from ita_desktop.documents.text import plain
from ita_desktop.xlsx.cell_text import clean_text
from ita_desktop.xlsx.keys import continued_key, split_key
from ita_desktop.xlsx.line_starts import LINE_POINTS, LineBreaker, cut, line_starts

OPEN_LINES = 3
"""Lines of room that an open cell has at least: a row does not grow while it is typed into. One
that is chosen from a list needs none."""
MOST_LINES = 18
"""Lines in the tallest row: 18 x 21.75 + 4 = 395.5 of Excel's 409 point."""
ROW_PADDING = 4.0
CELL_PADDING = 8.0
"""Points of a column that hold no text: Excel keeps 5 pixels and breaks a little otherwise."""

INDENTED = frozenset({Align.LEFT, Align.JUSTIFY})
"""What is moved off the line beside it. LibreOffice does so with only the first of right cells."""
INDENT_POINTS = 9.0
"""Points of one step of indent: three spaces of the workbook's standard face, 12 pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A cell on its place in the sheet's rows; ``row`` and ``column`` count from 0.

    ``source``: the row of the document that it begins in. ``pinned``: a page may end within it, so
    its text stands at the top. ``opened_above``/``opened_below``: it is a piece of a cell that was
    cut there, so no line is drawn.
    """

    source: int
    row: int
    column: int
    rows: int
    columns: int
    content: str | Number
    cell: Cell
    pinned: bool = False
    opened_above: bool = False
    opened_below: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """Rows of a sheet: heights in points, the key of each, and the cells."""

    heights: tuple[float, ...]
    keys: tuple[str, ...]
    cells: tuple[Placed, ...]


def lay_rows(
    rows: Sequence[Row],
    widths: Sequence[float],
    breaker: LineBreaker,
    *,
    most_lines: int = MOST_LINES,
    bold: bool = False,
    ruled: Sequence[Align] = (),
) -> Laid:
    """Lay rows out on columns of the given widths (points); ``bold`` holds for every cell.

    ``ruled``: the columns' alignment where lines are drawn between them; left text is indented.
    Raises ValueError when a row's own key looks like that of a continuation ("…#2").
    """
    starts = _starts(rows, widths, breaker, bold=bold, ruled=ruled)
    lines, one_page = _lines(rows, starts, most_lines)
    counts = [math.ceil(line / most_lines) for line in lines]
    firsts = [sum(counts[:number]) for number in range(len(counts) + 1)]
    heights: list[float] = []
    keys: list[str] = []
    for row, line, count in zip(rows, lines, counts, strict=True):
        if split_key(row.key)[1] != 1:
            raise ValueError(f"key of a row: {row.key!r}")
        for part in range(count):
            here = min(most_lines, line - part * most_lines)
            heights.append(here * LINE_POINTS + ROW_PADDING)
            keys.append(row.key if part == 0 else continued_key(row.key, part + 1))
    placed: list[Placed] = []
    for (number, column), begins in starts.items():
        cell = rows[number].cells[column]
        if cell is None:
            continue
        last = min(number + cell.rows, len(rows))
        height = firsts[last] - firsts[number]
        span = Placed(
            source=number,
            row=firsts[number],
            column=column,
            rows=height,
            columns=min(cell.columns, len(widths) - column),
            content=_content(cell),
            cell=cell,
            pinned=height > 1 and not one_page,
        )
        placed.extend(_pieces(span, begins, most_lines))
    return Laid(heights=tuple(heights), keys=tuple(keys), cells=tuple(placed))


def _content(cell: Cell) -> str | Number:
    return cell.content if isinstance(cell.content, Number) else clean_text(plain(cell.content))


def _starts(
    rows: Sequence[Row],
    widths: Sequence[float],
    breaker: LineBreaker,
    *,
    bold: bool,
    ruled: Sequence[Align],
) -> dict[tuple[int, int], tuple[int, ...]]:
    found: dict[tuple[int, int], tuple[int, ...]] = {}
    for number, row in enumerate(rows):
        for column, cell in enumerate(row.cells):
            if cell is None:
                continue
            width = sum(widths[column : column + cell.columns]) - CELL_PADDING
            if ruled and (cell.align or ruled[column]) in INDENTED:
                width -= INDENT_POINTS
            content = _content(cell)
            text = content if isinstance(content, str) else ""
            begins = line_starts(text, width, breaker, bold=bold or cell.bold or row.group)
            if cell.open is not None and not cell.open.choices:
                begins += (len(text),) * (OPEN_LINES - len(begins))
            found[number, column] = begins
    return found


def _lines(
    rows: Sequence[Row], starts: dict[tuple[int, int], tuple[int, ...]], most_lines: int
) -> tuple[list[int], bool]:
    """Count the lines of each row; say whether all rows surely stand on one page.

    In a table of one page a cell that spans rows takes the room of all of them, and only what is
    still missing is added to the last. In a longer one it has its whole text in its first row: a
    page may end between any two rows, and would cut a line that runs across.
    """
    shared, first_only = [1] * len(rows), [1] * len(rows)
    spans: list[tuple[int, int, int]] = []
    for (number, column), begins in starts.items():
        cell = rows[number].cells[column]
        first_only[number] = max(first_only[number], len(begins))
        if cell is not None and cell.rows > 1:
            spans.append((number, min(number + cell.rows, len(rows)), len(begins)))
        else:
            shared[number] = max(shared[number], len(begins))
    for first, end, lines in spans:
        shared[end - 1] += max(lines - sum(shared[first:end]), 0)
    one_page = sum(shared) <= most_lines
    return (shared if one_page else first_only), one_page


def _pieces(span: Placed, starts: Sequence[int], most_lines: int) -> list[Placed]:
    """Cut a cell that is too tall for one row; an open one is typed into as a whole."""
    if len(starts) <= most_lines or not isinstance(span.content, str) or span.cell.open:
        return [span]
    texts = cut(span.content, starts, most_lines)
    last = len(texts) - 1
    return [
        replace(
            span,
            row=span.row + number,
            rows=span.rows - last if number == last else 1,
            content=text,
            opened_above=number > 0,
            opened_below=number < last,
        )
        for number, text in enumerate(texts)
    ]
