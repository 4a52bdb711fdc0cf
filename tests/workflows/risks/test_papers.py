"""Papers of risks from a data file: as the year stands, and as a closed round was."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.offices import save_office
from ita_desktop.db.rounds import snapshot_text
from ita_desktop.db.rows import Kind
from ita_desktop.db.scores import add_fiscal_year
from ita_desktop.documents.catalogue import PAPERS, FromRisks
from ita_desktop.documents.model import Digits, Document, Table
from ita_desktop.domain.measures import Round, State
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.export_document import draw, file_name, freeze
from ita_desktop.workflows.measures.papers import file_mark_of
from ita_desktop.workflows.opening import new_file
from ita_desktop.workflows.risks.register import register_of
from ita_desktop.workflows.round_snapshot import read_snapshot, snapshot_of, write_snapshot
from ita_desktop.workflows.rounds import close_round, reopen_round
from ita_desktop.workflows.rows import deeds as rows
from ita_desktop.workflows.rows.deeds import Edit

YEAR = 2566
NOON = datetime(2023, 4, 3, 5, 0, tzinfo=UTC)
OFFICE = Office(name="เทศบาลตำบลบ้านทดลอง", kind=OfficeKind.SUBDISTRICT)
IDS = [paper.id for paper in PAPERS if isinstance(paper.made, FromRisks)]


@pytest.fixture
def file(tmp_path: Path) -> Iterator[DataFile]:
    opened = new_file(tmp_path / "บ้านทดลอง.ita")
    with opened.deed("เตรียม"):
        add_fiscal_year(opened, YEAR)
        save_office(opened, OFFICE)
    yield opened
    opened.close()


@pytest.fixture
def treatment(file: DataFile) -> int:
    """Return a treatment against one risk at 3 × 4."""
    process = rows.add_row(file, Kind.PROCESS, YEAR, {"text": "จัดซื้อวัสดุ", "units": "กองคลัง"})
    rows.add_row(file, Kind.RISK, process, {"text": "แบ่งซื้อ", "likelihood": "3", "impact": "4"})
    return rows.add_row(file, Kind.TREATMENT, process, {"text": "ตรวจสอบ"})


def report(file: DataFile, number: int, months: Round, **texts: str) -> None:
    edits = [
        Edit(kind=Kind.TREATMENT, number=number, field=field, text=text, months=months)
        for field, text in texts.items()
    ]
    rows.apply_edits(file, edits, "รายงาน")


def made(file: DataFile, paper: str, months: Round | None = None) -> Document:
    return freeze(file, paper, YEAR, Digits.ARABIC, months=months).document


def cells(document: Document) -> list[list[object]]:
    table: Table = document.tables()[0]
    return [[cell.content for cell in row.cells if cell is not None] for row in table.rows]


def test_the_papers_stand_in_the_order_of_the_contract() -> None:
    assert IDS == ["risk-register", "risk-matrix", "risk-progress", "risk-plan-table"]


@pytest.mark.parametrize("paper", IDS)
def test_every_paper_is_made_with_risks_and_without(
    file: DataFile, paper: str, tmp_path: Path
) -> None:
    for empty in (True, False):
        if not empty:
            process = rows.add_row(file, Kind.PROCESS, YEAR, {"text": "จัดซื้อวัสดุ"})
            rows.add_row(file, Kind.RISK, process, {"text": "แบ่งซื้อ", "level": "สูง"})
        frozen = freeze(file, paper, YEAR, Digits.THAI)
        drawn = draw(frozen, "pdf", tmp_path / f"{paper} {empty}.pdf")
        assert drawn.pages is not None
        assert drawn.missing_letters == ()
        if paper != "risk-matrix":
            assert draw(frozen, "xlsx", tmp_path / f"{paper} {empty}.xlsx").path.exists()


def test_the_keys_say_which_file_the_rows_are_of(file: DataFile, treatment: int) -> None:
    (row,) = made(file, "risk-progress").tables()[0].rows
    assert row.key == f"treatment:{treatment}@{file_mark_of(file)}"


def test_the_name_of_a_file_says_the_round_of_a_report_only(file: DataFile) -> None:
    report_name = file_name(made(file, "risk-progress", 6), "xlsx")
    assert report_name == "ผลการบริหารจัดการความเสี่ยง รอบ 6 เดือน 2566 เทศบาลตำบลบ้านทดลอง.xlsx"
    register_name = file_name(made(file, "risk-register", 6), "pdf")
    assert register_name == "ทะเบียนความเสี่ยงการทุจริต 2566 เทศบาลตำบลบ้านทดลอง.pdf"


def test_a_treatment_that_is_a_measure_is_printed_by_its_words(file: DataFile) -> None:
    topic = rows.add_row(file, Kind.TOPIC, YEAR, {"title": "การใช้ทรัพย์สิน"})
    measure = rows.add_row(file, Kind.MEASURE, topic, {"text": "ทะเบียนยืมทรัพย์สิน"})
    process = rows.add_row(file, Kind.PROCESS, YEAR, {"text": "ยืมพัสดุ"})
    number = rows.add_row(file, Kind.TREATMENT, process)
    with file.deed("ผูกมาตรการ"):
        file.connection.execute("UPDATE treatment SET measure = ? WHERE id = ?", (measure, number))
    assert cells(made(file, "risk-plan-table"))[0][-1] == "ทะเบียนยืมทรัพย์สิน"


def test_the_report_is_of_the_latest_round_that_says_anything(
    file: DataFile, treatment: int
) -> None:
    assert made(file, "risk-progress").months == 6
    report(file, treatment, 12, result="ทั้งปี")
    assert made(file, "risk-progress").months == 12


def test_the_report_of_a_closed_round_is_as_it_was(file: DataFile, treatment: int) -> None:
    report(file, treatment, 6, result="ครึ่งปี", state=State.IN_WORK.words)
    before = made(file, "risk-progress", 6)
    close_round(file, YEAR, 6, NOON)
    rows.set_field(file, Edit(kind=Kind.TREATMENT, number=treatment, field="text", text="อื่น"))
    with file.deed("เปลี่ยนชื่อ"):
        save_office(file, Office(name="เทศบาลเมืองบ้านทดลอง", kind=OfficeKind.TOWN))
    assert made(file, "risk-progress", 6) == before
    assert cells(made(file, "risk-progress", 12))[0][2] == "อื่น"
    assert cells(made(file, "risk-register", 6))[0][-2] == "อื่น"  # it reports no round
    with pytest.raises(ClerkError, match="ปิดแล้ว"):
        report(file, treatment, 6, result="แก้")
    reopen_round(file, YEAR, 6)
    assert cells(made(file, "risk-progress", 6))[0][2] == "อื่น"


def test_a_round_closed_before_risks_were_kept_prints_them_as_they_are(
    file: DataFile, treatment: int
) -> None:
    close_round(file, YEAR, 6, NOON)
    plain = json.loads(snapshot_text(file, YEAR, 6))
    assert plain.pop("risks")["fiscal_year"] == YEAR
    with file.deed("อย่างรุ่นก่อน"):
        file.connection.execute("UPDATE closed_round SET snapshot = ?", (json.dumps(plain),))
    rows.set_field(file, Edit(kind=Kind.TREATMENT, number=treatment, field="text", text="อื่น"))
    closed = snapshot_of(file, YEAR, 6)
    assert closed is not None
    assert closed.register is None
    assert json.loads(write_snapshot(closed)) == plain
    assert cells(made(file, "risk-progress", 6))[0][2] == "อื่น"


def test_a_year_with_treatments_alone_is_closed_and_handed_on(
    file: DataFile, treatment: int
) -> None:
    report(file, treatment, 6, result="ครึ่งปี", percent="50")
    register = register_of(file, YEAR)
    assert close_round(file, YEAR, 6, NOON) == 1
    closed = snapshot_of(file, YEAR, 6)
    assert closed is not None
    assert closed.register == register
    assert read_snapshot(write_snapshot(closed)) == closed
    (process,) = register_of(file, YEAR).processes
    assert process.treatments[0].results[12] == process.treatments[0].results[6]
    file.undo()
    assert register_of(file, YEAR) == register


def test_a_year_with_neither_measures_nor_treatments_has_nothing_to_close(file: DataFile) -> None:
    process = rows.add_row(file, Kind.PROCESS, YEAR, {"text": "จัดซื้อวัสดุ"})
    rows.add_row(file, Kind.RISK, process, {"text": "แบ่งซื้อ"})
    with pytest.raises(ClerkError, match="ยังไม่มีอะไรให้ปิดรอบ"):
        close_round(file, YEAR, 6, NOON)


def test_a_year_that_is_not_there_is_told(file: DataFile) -> None:
    with pytest.raises(ClerkError, match="ไม่มีข้อมูลปีงบประมาณ 2560"):
        freeze(file, "risk-matrix", 2560, Digits.THAI)
