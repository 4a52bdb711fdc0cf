"""Which fiscal year the scores of a workbook are for."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.scores import entries_of, fiscal_years
from ita_desktop.documents.model import Digits
from ita_desktop.domain.findings import Severity
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.export_document import draw, freeze
from ita_desktop.workflows.import_workbook import import_workbook

Make = Callable[..., Path]

TABLE: Sequence[Sequence[object]] = [["ข้อ", "คะแนน"], ["i1", 80]]


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("ประจำปีงบประมาณ พ.ศ. 2566", 2566),
        ("ผลการประเมิน ITA ประจำปี ๒๕๖๖", 2566),
        ("ปีงบประมาณ พ.ศ.2566 (รอบ 12 เดือน)", 2566),
        ("ปี\u00a02566", 2566),
        ("ITA 2566", 2566),
        ("ผล พศ ๒๕๖๖", 2566),
        ("ปีงบประมาณ 2566 รายงาน ณ 30 กันยายน พ.ศ. 2567", 2566),
        ("โทร. 034-25662566", 2565),
        ("คะแนน", 2565),
    ],
)
def test_the_year_stands_in_the_title_else_it_is_the_only_one(
    file: DataFile, workbook: Make, title: str, year: int
) -> None:
    outcome = import_workbook(file, workbook([[title], *TABLE]))
    assert outcome.fiscal_year == year
    assert entries_of(file, year) == {"i1": Decimal(80)}


def test_the_year_asked_for_counts_and_a_title_of_another_year_is_told(
    file: DataFile, workbook: Make
) -> None:
    outcome = import_workbook(file, workbook([["ปีงบประมาณ 2566"], *TABLE]), 2567)
    assert fiscal_years(file) == (2565, 2567)
    assert [f.severity for f in outcome.findings] == [Severity.WARNING]
    assert "2566" in outcome.findings[0].message
    assert import_workbook(file, workbook([["ปี 2567"], *TABLE]), 2567).findings == ()


@pytest.mark.parametrize("titles", [["คะแนน"], ["ปี 2565 เทียบกับปี 2566"]])
def test_an_unknown_year_is_asked_for(sample: DataFile, workbook: Make, titles: list[str]) -> None:
    content = sample.path.read_bytes()
    with pytest.raises(ClerkError, match="--year"):
        import_workbook(sample, workbook([titles, *TABLE]))
    assert sample.path.read_bytes() == content


def test_the_properties_of_the_workbook_may_name_the_year(sample: DataFile, workbook: Make) -> None:
    outcome = import_workbook(sample, workbook(TABLE, title="ITA ปี 2566"), dry_run=True)
    assert outcome.fiscal_year == 2566


@pytest.fixture
def written(sample: DataFile, tmp_path: Path) -> Path:
    """Return the summary of 2565 as the program writes it, its titles changed to another year."""
    path = tmp_path / "สรุป.xlsx"
    draw(freeze(sample, "score-summary", 2565, Digits.ARABIC), "xlsx", path)
    book: Any = load_workbook(path)
    book.properties.title = "ผลการประเมิน"
    for sheet in book:
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str):
                    cell.value = cell.value.replace("พ.ศ. 2565", "พ.ศ. 2566")
    book.save(path)
    return path


def test_the_year_the_program_wrote_comes_before_the_titles(
    sample: DataFile, written: Path
) -> None:
    outcome = import_workbook(sample, written)
    assert (outcome.tables.fiscal_year, outcome.fiscal_year) == (2565, 2565)
    assert outcome.scores == ()
    assert [(f.severity, f.found, f.wanted) for f in outcome.findings] == [
        (Severity.WARNING, "2566", "2565")
    ]


def test_a_workbook_taken_for_another_year_than_it_was_written_for_is_told(
    sample: DataFile, written: Path
) -> None:
    outcome = import_workbook(sample, written, 2566, dry_run=True)
    assert [(f.severity, f.found, f.wanted) for f in outcome.findings] == [
        (Severity.WARNING, "2565", "2566")
    ]


def test_figures_that_are_no_year_are_passed_over(file: DataFile, workbook: Make) -> None:
    outcome = import_workbook(file, workbook([["ITA 1234 ปี 2566"], ["ปี 9999"], *TABLE]))
    assert (outcome.fiscal_year, outcome.findings) == (2566, ())
    assert import_workbook(file, workbook([["ITA ปี 2600"], *TABLE]), 2565).findings != ()


def test_a_year_without_criteria_takes_nothing(file: DataFile, workbook: Make) -> None:
    with pytest.raises(ClerkError, match="ยังไม่มีเกณฑ์ประเมินปี 2580"):
        import_workbook(file, workbook(TABLE), 2580)
    assert fiscal_years(file) == (2565,)
