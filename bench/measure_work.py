"""``python -m bench.measure_work FOLDER``: 3,000 steps in the window, and as a workbook.

One process. In the window: opening the tab, typing into a cell (the deed and the drawing after it),
filtering. As a workbook: all papers of measures against the same cells, spans, styles and heights
written with the bare library, turn by turn. Figures as JSON on standard output, in seconds.
"""

import gc
import json
import sys
import time
from pathlib import Path
from typing import Any

from openpyxl import Workbook, load_workbook
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from bench.many_steps import YEAR, make_many_steps
from ita_desktop.app import start_qt
from ita_desktop.documents.model import Digits
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.measures.tab.page import MeasuresPage
from ita_desktop.ui.tab_names import Tab
from ita_desktop.workflows.export_document import draw, freeze
from ita_desktop.workflows.opening import open_file

ROUNDS = 7
TYPED = 40
PAPER = "measures-progress"


def main(folder: Path) -> dict[str, list[float]]:
    """Return what was measured: 60 topics of 50 steps, and one topic of 3,000."""
    app, settings = start_qt()
    many, one = folder / "many.ita", folder / "one.ita"
    make_many_steps(many, topics=60)
    make_many_steps(one, topics=1)
    found: dict[str, list[float]] = {
        "open": [],
        "typed": [],
        "filter": [],
        **_workbooks(many, folder),
    }
    for path in (many, one):
        for _ in range(3):
            window = MainWindow(settings)
            window.enter(open_file(path))
            window.resize(1366, 768)
            window.show()
            _painted(app)
            gc.freeze()  # as the program does after its first paint
            _in_window(app, window, found)
            window.close()
            _painted(app)
    return found | _workbooks(many, folder)  # last: what they leave would slow the window's turns


def _in_window(app: QApplication, window: MainWindow, found: dict[str, list[float]]) -> None:
    workspace = window.workspace
    if workspace is None:
        raise LookupError(workspace)
    workspace.session.select_year(YEAR)
    start = time.perf_counter()
    workspace.tabs.setCurrentIndex(Tab.MEASURES)
    _painted(app)
    found["open"].append(time.perf_counter() - start)
    page = workspace.measures
    found["typed"] += [_typed(app, page, number) for number in range(TYPED)]
    for wanted in (1, 2, 0):
        start = time.perf_counter()
        page.bar.states.setCurrentIndex(wanted)
        _painted(app)
        found["filter"].append(time.perf_counter() - start)


def _typed(app: QApplication, page: MeasuresPage, number: int) -> float:
    """Return what it takes to write one text and to draw what follows."""
    model = page.model
    column = model.column_of("result")
    start = time.perf_counter()
    model.setData(model.index(1 + number, column), f"ดำเนินการแล้วครั้งที่ {number} {start}")
    _painted(app)
    return time.perf_counter() - start


def _painted(app: QApplication) -> None:
    app.sendPostedEvents()
    app.processEvents()
    for window in app.topLevelWidgets():
        if window.isVisible():
            window.grab(window.rect().translated(QPoint()))


def _workbooks(path: Path, folder: Path) -> dict[str, list[float]]:
    """Write the paper, then the same workbook from its cells; all turns but the first count."""
    file = open_file(path)
    program: list[float] = []
    bare: list[float] = []
    out, again = folder / "paper.xlsx", folder / "again.xlsx"
    for _ in range(ROUNDS + 1):
        start = time.perf_counter()
        draw(freeze(file, PAPER, YEAR, Digits.THAI), "xlsx", out)
        program.append(time.perf_counter() - start)
        cells = _cells(out)
        start = time.perf_counter()
        _write_bare(cells, again)
        bare.append(time.perf_counter() - start)
    file.close()
    return {"xlsx": program[1:], "bare_xlsx": bare[1:]}


def _cells(path: Path) -> dict[str, Any]:
    """Return what stands on the sheet: values with their looks, spans, heights and widths."""
    sheet = load_workbook(path).worksheets[0]
    return {
        "cells": [
            (cell.row, cell.column, cell.value, _look(cell))
            for row in sheet.iter_rows()
            for cell in row
            if cell.has_style or cell.value is not None
        ],
        "spans": [str(area) for area in sheet.merged_cells.ranges],
        "heights": {row: one.height for row, one in sheet.row_dimensions.items()},
        "widths": {name: one.width for name, one in sheet.column_dimensions.items()},
    }


def _look(cell: Any) -> tuple[Any, ...]:  # noqa: ANN401 - of the library, merged or not
    parts = (cell.font, cell.border, cell.alignment, cell.fill)
    return (*(part.__copy__() for part in parts), cell.number_format)


def _write_bare(content: dict[str, Any], path: Path) -> None:
    workbook = Workbook()
    sheet: Any = workbook.active
    for row, column, value, (font, border, alignment, fill, number_format) in content["cells"]:
        cell = sheet.cell(row, column)
        if type(cell).__name__ == "Cell":
            cell.value = value
        cell.font, cell.border, cell.alignment, cell.fill = font, border, alignment, fill
        cell.number_format = number_format
    for area in content["spans"]:
        sheet.merge_cells(area)
    for row, height in content["heights"].items():
        sheet.row_dimensions[row].height = height
    for name, width in content["widths"].items():
        sheet.column_dimensions[name].width = width
    workbook.save(path)


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
