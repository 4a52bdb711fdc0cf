"""The four rows of a plan's risk table come out with the cells that were printed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ita_desktop.documents.model import Document, Heading
from ita_desktop.documents.risk_plan_table import risk_plan_table
from ita_desktop.documents.risk_progress import risk_progress
from ita_desktop.documents.risk_register import risk_register
from ita_desktop.documents.source import RiskSource
from ita_desktop.pdf.write import write_pdf
from ita_desktop.typesetting.faces import bundled_typeface
from ita_desktop.xlsx.writer import write_xlsx

from .measure_reading import column_texts, grid_of, page_columns, same, sheet_grids, shown
from .risk_registers import OFFICE, SEED, many_risks, seed_cells, seed_register, source


def expected() -> list[list[str]]:
    return [[same(cell) for cell in row] for row in seed_cells()]


def test_every_cell_is_the_printed_one() -> None:
    (table,) = risk_plan_table(source(seed_register())).tables()
    assert grid_of(table) == expected()
    assert [row.key for row in table.rows] == [f"process:{n}@1f2e3d4c" for n in range(1, 5)]


def test_the_heads_and_the_title_are_the_printed_ones() -> None:
    document = risk_plan_table(source(seed_register()))
    (table,) = document.tables()
    (header,) = table.header
    assert [shown(cell) for cell in header.cells] == SEED["columns"]
    title = next(block.text for block in document.blocks if isinstance(block, Heading))
    assert f"๑. {title}" == SEED["title"]


def test_the_pages_have_the_printed_cells(tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    document = risk_plan_table(source(seed_register()))
    report = write_pdf(document, path, bundled_typeface(), OFFICE.own_words)
    assert report.missing == ()
    assert report.pages > 1  # it goes on over pages: the header is repeated, no cell is lost
    (table,) = document.tables()
    found = page_columns(path, table, document.sections[0].page)
    for column, wanted in zip(found, column_texts([expected()]), strict=True):
        assert column.startswith(wanted)  # behind it the line of bands, cut by the columns


def test_the_sheet_has_the_printed_cells(tmp_path: Path) -> None:
    path = write_xlsx(risk_plan_table(source(seed_register())), tmp_path / "paper.xlsx")
    (grid,) = sheet_grids(path)
    assert grid == expected()


@pytest.mark.parametrize("build", [risk_register, risk_progress, risk_plan_table])
def test_every_letter_of_a_hundred_risks_is_on_the_pages(
    build: Callable[[RiskSource], Document], tmp_path: Path
) -> None:
    path = tmp_path / "paper.pdf"
    document = build(source(many_risks(100), months=6))
    assert write_pdf(document, path, bundled_typeface(), OFFICE.own_words).missing == ()
    table = document.tables()[0]
    found = page_columns(path, table, document.sections[0].page)
    for column, wanted in zip(found, column_texts([grid_of(table)]), strict=True):
        assert column.startswith(wanted)  # behind it what stands under the table


@pytest.mark.parametrize("build", [risk_register, risk_progress, risk_plan_table])
def test_every_cell_of_a_hundred_risks_is_in_the_sheet(
    build: Callable[[RiskSource], Document], tmp_path: Path
) -> None:
    document = build(source(many_risks(100), months=6))
    path = write_xlsx(document, tmp_path / "paper.xlsx")
    assert next(sheet_grids(path)) == grid_of(document.tables()[0])
