"""The tables of four offices come out of their layouts with the cells that were printed.

What they print stands in tests/files/seed_*_measures.json. White space and the kind of digits do
not count.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from ita_desktop.criteria import shipped_criteria
from ita_desktop.documents.layout import OFFICIAL, Layout, official_layout
from ita_desktop.documents.measure_papers import measure_paper
from ita_desktop.documents.model import Digits, Document, Heading
from ita_desktop.documents.source import MeasureSource
from ita_desktop.domain.measures import Tracker
from ita_desktop.pdf.write import write_pdf
from ita_desktop.typesetting.faces import bundled_typeface
from ita_desktop.xlsx.writer import write_xlsx

from .measure_reading import (
    column_texts,
    grid_of,
    heights,
    page_columns,
    same,
    sheet_grids,
    spans_of,
)
from .seed_trackers import SEEDS, seed, seed_office, seed_round, seed_tracker

Make = Callable[[str, str], Document]
PAPERS = (
    ("000", "measures-by-question"),
    ("001", "measures-plan"),
    ("001", "action-calendar"),
    ("002", "measures-progress"),
    ("003", "measures-six-month"),
)


def source_of(number: str, layout: Layout, tracker: Tracker | None = None) -> MeasureSource:
    criteria = shipped_criteria(2565)
    assert criteria is not None
    return MeasureSource(
        office=seed_office(number),
        tracker=seed_tracker(number) if tracker is None else tracker,
        layout=layout,
        digits=Digits.THAI,
        months=seed_round(number),
        criteria={2565: criteria},
        file_mark="1f2e3d4c",
    )


@pytest.fixture(scope="module")
def make() -> Make:
    return lambda number, paper: measure_paper(source_of(number, official_layout(paper)))


def printed(number: str, paper: str) -> list[dict[str, Any]]:
    (found,) = (one for one in seed(number)["papers"] if one["layout"] == paper)
    return found["tables"]


def cells(table: dict[str, Any]) -> list[list[str]]:
    return [[same(cell) for cell in row] for row in table["rows"]]


@pytest.mark.parametrize(("number", "paper"), PAPERS)
def test_every_cell_is_the_printed_one(make: Make, number: str, paper: str) -> None:
    tables = make(number, paper).tables()
    expected = printed(number, paper)
    assert [grid_of(table) for table in tables] == [cells(table) for table in expected]


@pytest.mark.parametrize(("number", "paper"), PAPERS)
def test_cells_are_merged_as_printed(make: Make, number: str, paper: str) -> None:
    found = [spans_of(table) for table in make(number, paper).tables()]
    assert found == [{tuple(merge) for merge in t["merges"]} for t in printed(number, paper)]


@pytest.mark.parametrize(("number", "paper"), PAPERS)
def test_heads_and_titles_are_the_printed_ones(make: Make, number: str, paper: str) -> None:
    document = make(number, paper)
    for table, theirs in zip(document.tables(), printed(number, paper), strict=True):
        (header,) = table.header
        heads = [same(str(cell.content)) for cell in header.cells if cell is not None]
        assert heads == [same(head) for head in theirs["header"]]
    headings = [same(b.text) for b in document.blocks if isinstance(b, Heading)]
    (known,) = (one for one in seed(number)["papers"] if one["layout"] == paper)
    assert headings[: len(known["titles"])] == [same(line) for line in known["titles"]]


def test_the_lines_over_the_groups_are_the_printed_ones(make: Make) -> None:
    document = make("003", "measures-six-month")
    headings = [same(b.text) for b in document.blocks if isinstance(b, Heading)]
    lines = [same(line) for t in printed("003", "measures-six-month") for line in t["lines"]]
    # The paper has none over its first part; the criteria know the instrument and the indicator.
    assert headings[1:3] == [same("เครื่องมือการประเมิน IIT"), same("ตัวชี้วัดที่ 2 การใช้งบประมาณ")]
    assert headings[3:] == lines


def test_the_captions_of_the_bands_have_the_limits_of_the_office(make: Make) -> None:
    document = make("000", "measures-by-question")
    urgent, improve = (b.text for b in document.blocks if isinstance(b, Heading) and b.level == 2)
    assert same(urgent) == same(printed("000", "measures-by-question")[0]["lines"][0])
    assert improve == "๒. ประเด็นที่จะต้องพัฒนาและยกระดับให้ดียิ่งขึ้น (ตั้งแต่ ๘๕ แต่ไม่ถึง ๙๐ คะแนน)"


@pytest.mark.parametrize(("number", "paper"), PAPERS)
def test_the_pages_have_the_printed_cells(number: str, paper: str, tmp_path: Path) -> None:
    layout = official_layout(paper)
    source = replace(source_of(number, layout), texts={"lead": ""})
    document = measure_paper(replace(source, layout=replace(layout, cover=False, signed=False)))
    path = tmp_path / "paper.pdf"
    write_pdf(document, path, bundled_typeface(), source.office.own_words)
    found = page_columns(path, document.tables()[0], document.sections[-1].page)
    again = same("ดำเนินการ (ต่อ)")
    expected = column_texts([cells(table) for table in printed(number, paper)])
    assert [column.replace(again, "") for column in found] == expected
    assert any(again in column for column in found) == (paper == "action-calendar")


@pytest.mark.parametrize(("number", "paper"), PAPERS)
def test_the_sheets_have_the_printed_cells(
    make: Make, number: str, paper: str, tmp_path: Path
) -> None:
    path = write_xlsx(make(number, paper), tmp_path / "paper.xlsx")
    expected = [cells(table) for table in printed(number, paper)]
    assert [_without_places(grid) for grid in sheet_grids(path)] == [
        _without_places(grid) for grid in expected
    ]
    assert max(heights(path)) <= 409


def _without_places(grid: list[list[str]]) -> list[list[str]]:
    """Return the cells with figures as a workbook keeps them: 85.5 where 85.50 is shown."""
    return [[_value(cell) for cell in row] for row in grid]


def _value(cell: str) -> str:
    try:
        return str(float(cell))
    except ValueError:
        return cell


@pytest.mark.parametrize("paper", OFFICIAL[:-1])
@pytest.mark.parametrize("number", SEEDS)
def test_every_layout_prints_the_same_measures(
    make: Make, number: str, paper: str, tmp_path: Path
) -> None:
    document = make(number, paper)
    whole = "".join(cell for t in document.tables() for row in grid_of(t) for cell in row)
    sources = set(official_layout(paper).sources)
    both = "measure_and_steps" in sources
    for topic in seed_tracker(number).topics:
        for measure in topic.measures:
            wanted = [measure.text] if both or "measure" in sources else []
            wanted += [step.text for step in measure.steps] if both or "steps" in sources else []
            for source in sources & {"units", "period", "follow_up"}:
                wanted += [getattr(row, source) for row in (measure, *measure.steps)]
            for source in sources & {"result", "suggestion", "outcome"}:
                for row in (measure, *measure.steps):
                    wanted += [getattr(one, source) for one in row.results.values()]
            assert [text for text in wanted if same(text) not in whole] == []
    write_pdf(document, tmp_path / "p.pdf", bundled_typeface(), frozenset())
    write_xlsx(document, tmp_path / "p.xlsx")


@pytest.mark.parametrize("number", SEEDS)
def test_what_is_kept_of_a_seed_is_what_it_prints(shared: Path, number: str) -> None:
    (path,) = (shared / "seeds").glob(f"{number}_*.txt")
    text = same(re.sub("<[^>]+>", "", path.read_text("utf-8")))
    tables = [table for paper in seed(number)["papers"] for table in paper["ocr_tables"]]
    lines = [
        line
        for table in tables
        for row in table["rows"]
        for cell in row
        for line in cell.split("\n")
    ]
    assert len(lines) > 15
    assert [line for line in lines if same(line) not in text] == []
