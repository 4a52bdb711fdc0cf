"""Papers of measures from a data file: of the year as it stands, and of a round as it was."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ita_desktop.db.backing_up import identity_of
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.marks import save_mark
from ita_desktop.db.rows import Kind
from ita_desktop.documents.catalogue import PAPERS, paper_of, papers_with
from ita_desktop.documents.layout import OFFICIAL, official_layout
from ita_desktop.documents.model import Digits, Document, Heading
from ita_desktop.documents.text import plain
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.export_document import draw, file_name, freeze
from ita_desktop.workflows.layouts import add_copy, edit_texts, layouts_of, own_layouts
from ita_desktop.workflows.measures.papers import measure_document
from ita_desktop.workflows.rounds import close_round, reopen_round
from ita_desktop.workflows.rows import deeds as rows
from ita_desktop.workflows.rows.deeds import Edit
from ita_desktop.xlsx.keys import mark_in, round_in

YEAR = 2566
NOON = datetime(2023, 4, 3, 5, 0, tzinfo=UTC)


@pytest.fixture
def measure(bare: DataFile) -> int:
    """Return a measure without steps, about item i7, of the fiscal year 2566."""
    topic = rows.add_row(bare, Kind.TOPIC, YEAR)
    rows.add_row(bare, Kind.ITEM, topic, {"code": "i7", "score": "79.01"})
    return rows.add_row(bare, Kind.MEASURE, topic, {"text": "ทะเบียนยืมทรัพย์สิน"})


def report(file: DataFile, measure: int, months: int, text: str) -> None:
    edit = Edit(
        kind=Kind.MEASURE,
        number=measure,
        field="result",
        text=text,
        months=6 if months == 6 else 12,
    )
    rows.set_field(file, edit)


def results(document: Document) -> list[str]:
    place = official_layout("measures-progress").sources.index("result")
    cells = [row.cells[place] for table in document.tables() for row in table.rows]
    return [plain(cell.content) for cell in cells if cell and isinstance(cell.content, str)]


def title(document: Document) -> str:
    return next(block.text for block in document.blocks if isinstance(block, Heading))


@pytest.mark.parametrize("paper", OFFICIAL)
def test_the_sample_has_every_paper_of_measures_as_pdf_and_workbook(
    sample: DataFile, paper: str, tmp_path: Path
) -> None:
    frozen = freeze(sample, paper, YEAR, Digits.THAI)
    assert draw(frozen, "pdf", tmp_path / "p.pdf").missing_letters == ()
    draw(frozen, "xlsx", tmp_path / "p.xlsx")
    book = load_workbook(tmp_path / "p.xlsx")
    rounds = {"measures-plan": None, "action-calendar": None}
    assert mark_in(book.properties.keywords or "") == (paper, YEAR)
    assert round_in(book.properties.keywords or "") == rounds.get(paper, frozen.document.months)
    assert {sheet.page_setup.fitToWidth for sheet in book.worksheets} == {1}
    assert all(sheet.print_title_rows for sheet in book.worksheets)
    book.close()


def test_the_round_asked_for_is_printed_and_else_the_latest_that_reports(
    bare: DataFile, measure: int
) -> None:
    def printed(months: int | None = None) -> list[str]:
        chosen = None if months is None else 6 if months == 6 else 12
        return results(freeze(bare, "measures-progress", YEAR, Digits.THAI, months=chosen).document)

    assert printed() == [""]
    report(bare, measure, 6, "ครึ่งปี")
    assert [printed(), printed(6), printed(12)] == [["ครึ่งปี"], ["ครึ่งปี"], [""]]
    report(bare, measure, 12, "ทั้งปี")
    assert [printed(), printed(6), printed(12)] == [["ทั้งปี"], ["ครึ่งปี"], ["ทั้งปี"]]


@pytest.mark.parametrize(
    "paper", ["score-summary", "announcement", "measures-plan", "action-calendar"]
)
def test_a_paper_without_rounds_is_the_same_in_each(sample: DataFile, paper: str) -> None:
    papers = [freeze(sample, paper, YEAR, Digits.THAI, months=one) for one in (None, 6, 12)]
    assert papers[0] == papers[1] == papers[2]
    assert papers[0].document.months is None


def test_a_closed_round_is_printed_as_it_was_until_it_is_opened_again(
    bare: DataFile, measure: int
) -> None:
    report(bare, measure, 6, "ครึ่งปี")
    edit_texts(bare, YEAR, "measures-progress", 6, {"title": "ชื่อที่แก้"})
    picture = b"\x89PNG\r\n\x1a\n"
    with bare.deed("ตรา"):
        save_mark(bare, picture)
    before = freeze(bare, "measures-progress", YEAR, Digits.THAI, months=6)
    close_round(bare, YEAR, 6, NOON)
    rows.set_field(bare, Edit(kind=Kind.MEASURE, number=measure, field="text", text="อื่น"))
    edit_texts(bare, YEAR, "measures-progress", 6, {"title": None})
    with bare.deed("ตรา"):
        save_mark(bare, picture + b"other")
    assert freeze(bare, "measures-progress", YEAR, Digits.THAI, months=6) == before
    assert title(before.document) == "ชื่อที่แก้"
    # papers without rounds, and the other round, are of the year as it stands
    other = freeze(bare, "measures-progress", YEAR, Digits.THAI, months=12)
    assert (title(other.document)[:10], other.document.mark) == ("รายงานผลกา", picture + b"other")
    plan = freeze(bare, "measures-plan", YEAR, Digits.THAI)
    (cell, *_) = plan.document.tables()[0].rows[0].cells
    assert cell is not None
    assert cell.content == "อื่น"
    reopen_round(bare, YEAR, 6)
    again = freeze(bare, "measures-progress", YEAR, Digits.THAI, months=6)
    assert title(again.document)[:10] == "รายงานผลกา"


def test_an_own_layout_is_a_paper_under_its_own_name(bare: DataFile, tmp_path: Path) -> None:
    own = add_copy(bare, official_layout("measures-plan"), "แผนของเรา")
    frozen = freeze(bare, own.id, YEAR, Digits.THAI)
    assert paper_of(frozen.document).title == "แผนของเรา"
    assert file_name(frozen.document, "xlsx").startswith("แผนของเรา ๒๕๖๖ ")
    draw(frozen, "xlsx", tmp_path / "p.xlsx")
    listed = [known.id for known in papers_with(layouts_of(bare))]
    assert listed.index(own.id) == listed.index("measures-plan") + 1
    assert len(listed) == len(PAPERS) + 1
    with pytest.raises(ClerkError, match="measures-plan~7"):
        freeze(bare, "measures-plan~7", YEAR, Digits.THAI)
    assert [layout.id for layout in own_layouts(bare)] == [own.id]


def test_a_layout_that_is_being_edited_is_seen_without_being_kept(bare: DataFile) -> None:
    layout = official_layout("measures-plan")
    document, own_words = measure_document(
        bare, layout, YEAR, Digits.ARABIC, texts={"title": "ลองดู {year}"}
    )
    assert title(document) == "ลองดู 2566"
    assert own_words
    assert title(freeze(bare, "measures-plan", YEAR, Digits.ARABIC).document) != "ลองดู 2566"


def test_rows_are_named_by_the_file_they_are_of(bare: DataFile, measure: int) -> None:
    document = freeze(bare, "measures-plan", YEAR, Digits.THAI).document
    mark = identity_of(bare.connection)[:8]
    assert len(mark) == 8
    assert [row.key for row in document.tables()[0].rows] == [f"measure:{measure}@{mark}"]


def test_an_item_of_a_year_without_criteria_has_its_code_and_own_words(bare: DataFile) -> None:
    topic = rows.add_row(bare, Kind.TOPIC, YEAR)
    values = {"code": "i3", "criteria_year": "2540", "text": "ข้อของปีเก่า"}
    rows.add_row(bare, Kind.ITEM, topic, values)
    document = freeze(bare, "measures-by-question", YEAR, Digits.THAI).document
    texts = [
        plain(cell.content)
        for table in document.tables()
        for row in table.rows
        if (cell := row.cells[0]) is not None and isinstance(cell.content, str)
    ]
    assert "ข้อ i3 ข้อของปีเก่า" in texts
