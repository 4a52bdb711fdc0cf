"""The analysis report from a data file: years, a workbook that is read back, files with little."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import load_disclosure
from ita_desktop.db.scores import entries_of
from ita_desktop.db.trackers import load_tracker
from ita_desktop.documents.model import Digits, Document, Heading, Paragraph
from ita_desktop.documents.text import plain
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.disclosure.entering import OitEdit, apply_oit_edits
from ita_desktop.workflows.export_document import draw, file_name, freeze
from ita_desktop.workflows.import_workbook import import_workbook
from ita_desktop.workflows.opening import new_file
from ita_desktop.workflows.scores.year_scores import put_entries
from ita_desktop.xlsx.keys import file_mark, mark_in, round_in, rows_year_in
from tests.documents.analysis_sources import seed_duties, seed_scores
from tests.documents.measure_reading import shown
from tests.documents.seed_trackers import seed_tracker
from tests.workflows.measures.trackers import put_tracker, without_numbers

OFFICE = Office(name="เทศบาลนครนครปฐม", kind=OfficeKind.CITY, province="นครปฐม")


@pytest.fixture
def seeded(tmp_path: Path) -> Iterator[DataFile]:
    """Return seed 001 in a file: scores of 2565, measures, calendar and units of 2566."""
    made = new_file(tmp_path / "นครปฐม.ita", OFFICE, 2565)
    put_entries(made, 2565, seed_scores(), "คะแนน")
    put_tracker(made, seed_tracker("001"))
    edits = [
        OitEdit(code=one.code, field="units", text=one.units)
        for one in seed_duties().items.values()
    ]
    apply_oit_edits(made, 2566, edits, "หน่วยงาน")
    yield made
    made.close()


def words(document: Document) -> str:
    return "\n".join(
        plain(block.text) for block in document.blocks if isinstance(block, Heading | Paragraph)
    )


def test_the_year_after_asks_for_the_same_report(seeded: DataFile) -> None:
    asked = [freeze(seeded, "analysis-report", year, Digits.ARABIC) for year in (2565, 2566)]
    assert asked[0] == asked[1]
    document = asked[0].document
    assert document.fiscal_year == 2565
    assert file_name(document, "pdf").startswith("รายงานผลการวิเคราะห์การประเมิน ITA 2565")
    keys = [row.key for table in document.tables() for row in table.rows]
    assert sum(key.startswith("oit:2566:") for key in keys) == 43
    assert "จำนวน 43 ข้อ" in words(document)


def test_a_year_whose_year_before_has_scores_need_not_be_in_the_file(file: DataFile) -> None:
    put_entries(file, 2565, seed_scores(), "คะแนน")
    document = freeze(file, "analysis-report", 2566, Digits.THAI).document
    assert "๙๕.๘๒ คะแนน" in words(document)
    with pytest.raises(ClerkError, match="2567"):
        freeze(file, "analysis-report", 2567, Digits.THAI)


@pytest.mark.parametrize("kind", ["pdf", "xlsx"])
@pytest.mark.parametrize("scores", [{}, {"1": Decimal(80)}])
def test_a_file_with_few_scores_or_none_has_its_report(
    file: DataFile, scores: dict[str, Decimal], kind: str, tmp_path: Path
) -> None:
    put_entries(file, 2565, {"1": Decimal(1)}, "คะแนน")
    put_entries(file, 2565, {"1": None, **scores}, "คะแนน")
    form = "pdf" if kind == "pdf" else "xlsx"
    frozen = freeze(file, "analysis-report", 2565, Digits.THAI, kind=form)
    assert draw(frozen, form, tmp_path / f"paper.{kind}").path.exists()


def test_a_workbook_that_comes_back_unchanged_changes_nothing(
    seeded: DataFile, tmp_path: Path
) -> None:
    frozen = freeze(seeded, "analysis-report", 2566, Digits.THAI, kind="xlsx")
    draw(frozen, "xlsx", path := tmp_path / "paper.xlsx")
    for year in (None, 2565, 2566):
        outcome = import_workbook(seeded, path, year, dry_run=True)
        assert outcome.findings == ()
        assert (outcome.scores, outcome.measures, outcome.oit) == ((), (), ())
        assert (outcome.fiscal_year, outcome.measure_year) == (2565, 2566)


def test_a_workbook_brings_all_into_another_file(
    seeded: DataFile, tmp_path: Path, through_libreoffice: Callable[[Path], Path]
) -> None:
    frozen = freeze(seeded, "analysis-report", 2566, Digits.ARABIC, kind="xlsx")
    draw(frozen, "xlsx", path := tmp_path / "paper.xlsx")
    other = new_file(tmp_path / "อื่น.ita", OFFICE, 2565)
    try:
        outcome = import_workbook(other, through_libreoffice(path))
        assert outcome.errors == ()
        assert outcome.applied
        assert entries_of(other, 2565) == entries_of(seeded, 2565)
        assert without_numbers(load_tracker(other, 2566)) == without_numbers(
            load_tracker(seeded, 2566)
        )
        units = [
            {code: one.units for code, one in load_disclosure(file, 2566).items.items()}
            for file in (seeded, other)
        ]
        assert units[0] == units[1]
    finally:
        other.close()


def test_a_measure_changed_in_the_workbook_is_taken_for_its_own_year(
    seeded: DataFile, tmp_path: Path
) -> None:
    from openpyxl import load_workbook  # noqa: PLC0415 - this test only

    frozen = freeze(seeded, "analysis-report", 2565, Digits.ARABIC, kind="xlsx")
    draw(frozen, "xlsx", path := tmp_path / "paper.xlsx")
    book = load_workbook(path)
    sheet = book["มาตรการในการส่งเสริมและพัฒนา"]
    changed = 0
    for row in sheet.iter_rows():
        for cell in row:
            if cell.value == "ทุกหน่วยงาน":
                cell.value, changed = "กองช่าง", changed + 1
    assert changed == 1
    book.save(path)
    import_workbook(seeded, path, 2565)
    assert [one.units for _, one in load_tracker(seeded, 2566).measures()] == [
        "สำนักการคลัง",
        "กองช่าง",
    ]
    assert load_tracker(seeded, 2565).topics == ()


def test_the_workbook_says_both_its_years() -> None:
    mark = file_mark("analysis-report", 2565, rows_year=2566)
    for keywords in (mark, mark.replace(":", " ")):
        assert mark_in(keywords) == ("analysis-report", 2565)
        assert rows_year_in(keywords) == 2566
        assert round_in(keywords) is None
    assert rows_year_in(file_mark("plan-progress", 2566, 6)) is None
    assert rows_year_in("") is None


def test_every_table_has_its_sheet(seeded: DataFile) -> None:
    document = freeze(seeded, "analysis-report", 2565, Digits.ARABIC, kind="xlsx").document
    assert [(table.name, len(table.rows)) for table in document.tables()][:-1] == [
        ("เกณฑ์ระดับ", 7),
        ("อันดับตัวชี้วัด", 10),
        ("คะแนนถ่วงน้ำหนัก", 4),
        ("คะแนนรายตัวชี้วัด", 10),
        ("มาตรการในการส่งเสริมและพัฒนา", 2),
        ("ขั้นตอน ระยะเวลา และวิธีปฏิบัติ", 7),
    ]
    (duties,) = [t for t in document.tables() if t.name == "หน่วยงานที่รับผิดชอบ OIT"]
    assert sum(shown(row.cells[0]).startswith("O") for row in duties.rows) == 43
