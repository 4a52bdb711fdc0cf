"""The tables of four offices, typed into workbooks, come in without a finding, out as they were."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.trackers import load_tracker
from ita_desktop.documents.layout import OFFICIAL, Layout, official_layout
from ita_desktop.documents.measure_papers import measure_paper
from ita_desktop.documents.measure_texts import has_rounds
from ita_desktop.documents.model import Digits, Document, Number, Table
from ita_desktop.domain.measures import Round
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.pdf.write import write_pdf
from ita_desktop.thai.text import fold
from ita_desktop.typesetting.faces import bundled_typeface
from ita_desktop.workflows.export_document import draw, freeze
from ita_desktop.workflows.import_outcome import Outcome
from ita_desktop.workflows.import_workbook import import_workbook
from ita_desktop.workflows.measures.forms import measure_forms
from ita_desktop.workflows.measures.papers import measure_source
from ita_desktop.workflows.opening import new_file, new_sample_file, open_file
from ita_desktop.xlsx.grid import plain_number, text_of
from ita_desktop.xlsx.reader import read_workbook
from ita_desktop.xlsx.tables import find_tables
from tests.documents.measure_reading import page_columns
from tests.kept_file import KeptFile, keep

FILES = Path(__file__).parents[2] / "files"
YEAR = 2566
PAPERS = (
    ("000", "measures-by-question"),
    ("001", "measures-plan"),
    ("001", "action-calendar"),
    ("002", "measures-progress"),
    ("003", "measures-six-month"),
)
FORMS = ("merged", "unmerged", "ocr")
Grid = list[list[str | None]]
seed_papers = pytest.mark.parametrize(("seed", "layout_id"), PAPERS)


def paper_of(seed: str, layout_id: str) -> Mapping[str, Any]:
    known = json.loads((FILES / f"seed_{seed}_measures.json").read_text("utf-8"))
    return next(paper for paper in known["papers"] if paper["layout"] == layout_id)


def type_into(path: Path, paper: Mapping[str, Any], form: str) -> Path:
    """Write a paper as a clerk types it: titles, lines, heads, rows; merges or empty cells."""
    book = Workbook()
    sheet: Any = book.worksheets[0]
    for line in (*paper.get("cover", ()), *paper["titles"], *paper.get("lead", ())):
        sheet.append([line])
    for table in paper["ocr_tables" if form == "ocr" else "tables"]:
        sheet.append([])
        sheet.append([])
        for line in table["lines"]:
            sheet.append([line])
        if form != "ocr":  # there the heads are among the rows, again on every page
            sheet.append(table["header"])
        top = sheet.max_row + 1
        for row in table["rows"]:
            sheet.append([cell or None for cell in row])
        for row, column, rows in table["merges"] if form == "merged" else ():
            sheet.merge_cells(
                start_row=top + row,
                end_row=top + row + rows - 1,
                start_column=column + 1,
                end_column=column + 1,
            )
    book.save(path)
    return path


def typed(paper: Mapping[str, Any]) -> Grid:
    """Return the cells of a paper as they should come out; None where a merge covers."""
    grid: Grid = []
    for table in paper["tables"]:
        covered = {
            (row + down, column) for row, column, rows in table["merges"] for down in range(1, rows)
        }
        grid += [
            [None if (row, column) in covered else fold(cell) for column, cell in enumerate(cells)]
            for row, cells in enumerate(table["rows"])
        ]
    return grid


def printed(document: Document) -> Grid:
    grid: Grid = []
    for table in document.blocks:
        for row in table.rows if isinstance(table, Table) else ():
            contents = [None if cell is None else cell.content for cell in row.cells]
            grid.append([None if c is None else fold(_words(c)) for c in contents])
    return grid


def _words(content: object) -> str:
    return plain_number(content.value) if isinstance(content, Number) else str(content)


def months_of(layout: Layout, seed: str) -> Round | None:
    return (6 if seed == "003" else 12) if has_rounds(layout) else None


@pytest.fixture(scope="module")
def kept_office(tmp_path_factory: pytest.TempPathFactory) -> KeptFile:
    office = Office(name="เทศบาลเมืองปรกฟ้า", kind=OfficeKind.TOWN)
    return keep(tmp_path_factory.mktemp("office"), lambda path: new_file(path, office, YEAR))


@pytest.fixture
def office(kept_office: KeptFile, tmp_path: Path) -> Iterator[DataFile]:
    opened = open_file(kept_office.copy_to(tmp_path / "ก.ita"))
    yield opened
    opened.close()


@pytest.fixture
def bring(office: DataFile, tmp_path: Path) -> Callable[[str, str, str], Outcome]:
    def brought(seed: str, layout_id: str, form: str) -> Outcome:
        path = type_into(tmp_path / "พิมพ์.xlsx", paper_of(seed, layout_id), form)
        return import_workbook(office, path, YEAR)

    return brought


@seed_papers
@pytest.mark.parametrize("form", FORMS)
def test_a_typed_paper_comes_in_without_a_finding_and_out_as_it_was(
    office: DataFile, bring: Callable[..., Outcome], seed: str, layout_id: str, form: str
) -> None:
    outcome = bring(seed, layout_id, form)
    assert [finding.message for finding in outcome.findings] == []
    assert {sheet.kind for sheet in outcome.sheets} == {layout_id}
    months = months_of(official_layout(layout_id), seed)
    frozen = freeze(office, layout_id, YEAR, Digits.ARABIC, months=months)
    wanted = typed(paper_of(seed, layout_id))
    if (seed, form) == ("003", "ocr"):  # scanning lost the letters of i7 and i10: free words
        for row in wanted[:2]:
            row[0] = str(row[0]).removeprefix("i")
    assert printed(frozen.document) == wanted


@seed_papers
@pytest.mark.parametrize("form", FORMS)
def test_a_typed_paper_that_comes_again_changes_nothing(
    bring: Callable[..., Outcome], seed: str, layout_id: str, form: str
) -> None:
    bring(seed, layout_id, form)
    again = bring(seed, layout_id, form)
    assert again.measures == ()
    assert again.findings == ()


@seed_papers
def test_a_typed_paper_comes_out_of_xlsx_and_pdf_as_it_was(
    office: DataFile,
    bring: Callable[..., Outcome],
    tmp_path: Path,
    seed: str,
    layout_id: str,
) -> None:
    bring(seed, layout_id, "merged")
    layout = official_layout(layout_id)
    months = months_of(layout, seed)
    frozen = freeze(office, layout_id, YEAR, Digits.THAI, months=months)
    wanted = typed(paper_of(seed, layout_id))
    draw(frozen, "xlsx", tmp_path / "ข.xlsx")
    assert in_workbook(tmp_path / "ข.xlsx", layout) == wanted
    source = measure_source(office, layout, YEAR, Digits.THAI, months, {"lead": ""}).source
    bare = replace(source, layout=replace(layout, cover=False, signed=False))
    document = measure_paper(bare)
    write_pdf(document, tmp_path / "ข.pdf", bundled_typeface(), frozenset())
    columns = page_columns(tmp_path / "ข.pdf", document.tables()[0], document.sections[-1].page)
    again = fold("ดำเนินการ (ต่อ)")  # where a stage goes on over a page
    assert [fold(column).replace(again, "") for column in columns] == [
        "".join(cell or "" for cell in column) for column in zip(*wanted, strict=True)
    ]


def in_workbook(path: Path, layout: Layout) -> Grid:
    grid: Grid = []
    for sheet in read_workbook(path).sheets:
        for table in find_tables(sheet, measure_forms([layout])):
            for row in table.rows:
                cells = [row.cells[source] for source in layout.sources]
                grid.append([None if c.same else fold(text_of(c.value)) for c in cells])
    return grid


@seed_papers
@pytest.mark.parametrize("other", OFFICIAL[:4])
def test_the_same_measures_come_out_of_every_other_layout(
    office: DataFile,
    bring: Callable[..., Outcome],
    tmp_path: Path,
    seed: str,
    layout_id: str,
    other: str,
) -> None:
    bring(seed, layout_id, "merged")
    before = load_tracker(office, YEAR)
    layout = official_layout(other)
    frozen = freeze(office, other, YEAR, Digits.THAI, months=months_of(layout, seed))
    everything = fold(" ".join(cell or "" for row in printed(frozen.document) for cell in row))
    for topic, measure in before.measures():
        texts = (measure.text, *(step.text for step in measure.steps))
        assert all(fold(text) in everything for text in texts)
        if "score" in layout.sources:
            assert all(str(item.score or Decimal(0)) in everything for item in topic.items)
    draw(frozen, "xlsx", tmp_path / "อื่น.xlsx")
    again = import_workbook(office, tmp_path / "อื่น.xlsx")
    assert again.measures == ()
    assert again.findings == ()
    assert load_tracker(office, YEAR) == before


def test_codes_that_scanning_bent_are_known_by_their_neighbours(
    office: DataFile, bring: Callable[..., Outcome]
) -> None:
    bring("000", "measures-by-question", "ocr")
    topics = load_tracker(office, YEAR).topics
    codes = [[item.code for item in topic.items] for topic in topics]
    assert codes == [
        ["O24"], ["O39"], ["i7"], ["i22", "i24"], ["e2"], ["e6"], ["e9"], ["e11", "e12"], ["e14"],
    ]  # fmt: skip
    assert {item.criteria_year for topic in topics for item in topic.items} == {2565}


def test_lines_before_a_code_are_the_heading_and_two_items_share_a_cell(
    office: DataFile, bring: Callable[..., Outcome]
) -> None:
    bring("003", "measures-six-month", "ocr")
    last = load_tracker(office, YEAR).topics[-1]
    assert [item.code for item in last.items] == ["O25", "O26"]
    assert last.heading.startswith("ตัวชี้วัดย่อย")
    assert len(last.measures[0].steps) == 3


def test_a_cell_that_all_steps_share_is_the_measures(
    office: DataFile, bring: Callable[..., Outcome]
) -> None:
    bring("002", "measures-progress", "merged")
    shared = load_tracker(office, YEAR).topics[2].measures[0]
    assert shared.units != ""
    assert shared.period != ""
    assert shared.results[12].result != ""
    assert [(step.units, step.period, dict(step.results)) for step in shared.steps] == [
        ("", "", {})
    ] * 2


@pytest.mark.parametrize("layout_id", OFFICIAL)
def test_a_paper_of_one_office_comes_into_the_file_of_another(
    office: DataFile, tmp_path: Path, layout_id: str
) -> None:
    layout = official_layout(layout_id)
    months: Round | None = 6 if has_rounds(layout) else None
    sample = new_sample_file(tmp_path / "ข.ita")
    given = freeze(sample, layout_id, YEAR, Digits.THAI, months=months)
    draw(given, "xlsx", tmp_path / "ข.xlsx")
    sample.close()
    outcome = import_workbook(office, tmp_path / "ข.xlsx")
    assert [f.message for f in outcome.findings] == []
    taken = freeze(office, layout_id, YEAR, Digits.THAI, months=months)
    assert printed(taken.document) == printed(given.document)
    assert import_workbook(office, tmp_path / "ข.xlsx").measures == ()
