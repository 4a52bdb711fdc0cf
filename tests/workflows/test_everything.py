"""The last resort: everything of a data file in a workbook that a person reads in Excel."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ita_desktop.criteria.risk_methods import preset_methods
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.health import row_counts
from ita_desktop.db.plans import add_plan
from ita_desktop.db.projects import (
    put_project_result,
    put_project_year,
)
from ita_desktop.db.rows import Kind, add_row
from ita_desktop.db.schema import LOGGED_TABLES
from ita_desktop.db.scores import add_fiscal_year
from ita_desktop.errors import ClerkError
from ita_desktop.workflows import everything as module
from ita_desktop.workflows.everything import export_everything, yearly_export
from ita_desktop.workflows.import_workbook import import_workbook
from ita_desktop.workflows.opening import new_file
from ita_desktop.workflows.risks.forms import KINDS
from ita_desktop.workflows.rounds import close_round
from ita_desktop.xlsx.keys import KEY_HEAD
from tests.workflows.full_file import CONTENT, MARK, file_of_everything

Sheets = dict[str, list[list[object]]]


@pytest.fixture
def full(tmp_path: Path) -> Iterator[DataFile]:
    """Return a file with a row in every table."""
    file = file_of_everything(tmp_path)
    yield file
    file.close()


def read(path: Path) -> Sheets:
    book = load_workbook(path)
    for sheet in book:
        assert not [cell for row in sheet for cell in row if cell.data_type == "f"]
        assert sheet.page_setup.paperSize == 9
    return {
        sheet.title: [
            [cell.value for cell in row if cell.value not in (None, KEY_HEAD)] for row in sheet
        ]
        for sheet in book
    }


_LINKED = "O36 ปี 2566\nความเสี่ยง: =เหตุการณ์ทดลอง\nมาตรการควบคุม: ควบคุมทดลอง"
PROOF: dict[str, tuple[str, str]] = {
    "office": ("หน่วยงาน", "เทศบาลตำบลทดลอง"),
    "unit": ("ส่วนราชการ", "กองช่างทดลอง"),
    "mark": ("หน่วยงาน", sha256(MARK).hexdigest()),
    "fiscal_year": ("ปีงบประมาณ", "2570"),
    "score": ("คะแนน 2566", "81.25"),
    "criteria_set": ("เกณฑ์ 2566 ข้อคำถาม", "i1"),
    "item_text": ("ข้อคำถามที่แก้เอง", "=ข้อความทดลอง"),
    "evidence": ("หลักฐาน", sha256(CONTENT).hexdigest()),
    "topic": ("มาตรการ 2566", "ประเด็นทดลอง\ni7 เกณฑ์ปี 2565 (คะแนน 79.01)"),
    "topic_item": ("มาตรการ 2566", "รู้น้อย"),
    "measure": ("มาตรการ 2566", "=มาตรการทดลอง"),
    "step": ("มาตรการ 2566", "ขั้นทดลอง"),
    "step_result": ("ผลมาตรการ 2566", "จัดแล้ว"),
    "calendar_row": ("ปฏิทิน 2566", "เตรียมการทดลอง"),
    "closed_round": ("ผลมาตรการ 2566 ปิดรอบ 6 เดือน", "จัดแล้ว"),
    "layout": ("แบบตารางของหน่วยงาน", "แบบทดลอง"),
    "paper_text": ("ถ้อยคำบนเอกสาร", "ชื่อเรื่องทดลอง"),
    "suggestion": ("ตัวอย่างมาตรการ", "ตัวอย่างทดลอง"),
    "risk_method": ("เกณฑ์ความเสี่ยง 2566", preset_methods()[0].name),
    "risk_area": ("ด้านความเสี่ยง", "ด้านทดลอง"),
    "process": ("ความเสี่ยง 2566", "กระบวนงานทดลอง"),
    "risk": ("ความเสี่ยง 2566", "=เหตุการณ์ทดลอง"),
    "treatment": ("มาตรการควบคุม 2566", "ควบคุมทดลอง"),
    "treatment_result": ("ผลความเสี่ยง 2566", "ควบคุมแล้ว"),
    "plan": ("แผน 2566-2570", "แผนทดลอง"),
    "plan_text": ("แผน 2566-2570", "=คำนำทดลอง"),
    "goal": ("แผน 2566-2570", "คะแนนดีขึ้น"),
    "goal_year": ("แผน 2566-2570", "ร้อยละ ๙๐"),
    "section": ("แผน 2566-2570", "มิติที่ 1 สร้างสังคมทดลอง"),
    "project": ("งานตามแผน 2566-2570", "=โครงการทดลอง"),
    "project_year": ("เงินตามแผน 2566-2570", "20000.5"),
    "project_place": (
        "งานตามแผน 2566-2570",
        "มิติที่ 1 สร้างสังคมทดลอง\nมิติที่ 2 ส่งเสริมทดลอง",
    ),
    "project_item": ("งานตามแผน 2566-2570", _LINKED),
    "project_risk": ("งานตามแผน 2566-2570", _LINKED),
    "treatment_project": ("งานตามแผน 2566-2570", _LINKED),
    "project_result": ("ผลตามแผน 2566-2570", "อบรมแล้ว"),
    "announcement": ("ประกาศ", "เรื่องทดลอง"),
    "oit_item": ("OIT 2566", "=https://www.example.go.th/o12"),
    "oit_content": ("องค์ประกอบ OIT 2566", "มี (ไม่อยู่ในเกณฑ์แล้ว)"),
    "analysis_text": ("ข้อความรายงานวิเคราะห์", "=ได้ {total} คะแนน"),
}
"""For each table a sheet and something of a row that stands there."""


def test_every_table_of_the_file_is_in_it(full: DataFile, tmp_path: Path) -> None:
    assert PROOF.keys() == set(LOGGED_TABLES), "a new table must be added to the workbook, and here"
    for table in LOGGED_TABLES:
        assert row_counts(full)[table] > 0, table
    sheets = read(export_everything(full.path, tmp_path / "ทั้งหมด.xlsx"))
    for table, (sheet, value) in PROOF.items():
        assert value in [str(cell) for row in sheets[sheet] for cell in row], table


def test_scores_of_all_kinds_and_years_are_in_it(full: DataFile, tmp_path: Path) -> None:
    sheets = read(export_everything(full.path, tmp_path / "ทั้งหมด.xlsx"))
    items = sheets["คะแนน 2566"]
    assert ["ข้อ", "ข้อคำถาม", "คะแนน"] in items
    assert next(row for row in items if row[:1] == ["i7"])[2] == 81.25
    assert next(row for row in items if row[:1] == ["x9"])[1:] == ["ไม่มีข้อนี้ในชุดเกณฑ์ของปีนี้", 83.75]
    figures = sheets["ตัวชี้วัด 2566"]
    third = next(row for row in figures if str(row[:1]).startswith("['ตัวชี้วัดที่ 3 "))
    assert third[1:] == [82.5, 82.5]
    assert ["o1", "ไม่มีข้อนี้ในชุดเกณฑ์ของปีนี้", 100] in sheets["คะแนน 2570"]


def test_how_risks_stand_is_said_before_after_and_in_the_year_before(
    full: DataFile, tmp_path: Path
) -> None:
    sheets = read(export_everything(full.path, tmp_path / "ทั้งหมด.xlsx"))
    rows = sheets["ความเสี่ยง 2566"]
    first, second = (next(row for row in rows if row[:1] == [n]) for n in (1, 2))
    assert first[3:] == [4, 5, 20, "สูงมาก", "2 x 3 = 6 ปานกลาง", "กองช่าง"]
    assert second[1:] == [
        *("เหตุการณ์ที่สอง", "อ่อน", 12, "สูง", "โอกาส 1", "กองช่าง", "2 x 3 = 6 ปานกลาง")
    ]
    assert ["ยังไม่มีเหตุการณ์", "สูง"] in [row[-2:] for row in rows]
    treatment = next(row for row in sheets["มาตรการควบคุม 2566"] if row[2:3] == ["ควบคุมทดลอง"])
    assert treatment[:5] == ["กระบวนงานทดลอง", 1, "ควบคุมทดลอง", "กองช่าง", "ม.ค. ๖๖"]
    assert "โครงการทดลอง (ลำดับที่ 1 ของแผน)" in str(treatment[5]), "as the plan calls it now"
    assert "ความเสี่ยง 2566 ปิดรอบ 6" in sheets
    assert "เกณฑ์ความเสี่ยง 2566 ปิดรอบ 6" in sheets


def test_history_says_when_who_and_what(full: DataFile, tmp_path: Path) -> None:
    full.undo()
    rows = read(export_everything(full.path, tmp_path / "ทั้งหมด.xlsx"))["ประวัติ"]
    head = rows.index(["เมื่อ", "ผู้ทำ", "รายการ", "สถานะ"])
    assert rows[head + 1][1:] == [full.person, "เลิกทำ “แก้ =ทุกอย่าง”"]
    assert rows[head + 2][1:] == [full.person, "แก้ =ทุกอย่าง", "เลิกทำแล้ว"]


def test_only_the_newest_deeds_are_written(
    full: DataFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_DEEDS", 1)
    rows = read(export_everything(full.path, tmp_path / "ทั้งหมด.xlsx"))["ประวัติ"]
    assert [row[2] for row in rows if len(row) > 2 and row[1] == full.person] == ["แก้ =ทุกอย่าง"]


def test_a_text_too_long_for_a_cell_is_cut_and_says_so(full: DataFile, tmp_path: Path) -> None:
    with full.deed("ยาว"):
        full.connection.execute("UPDATE item_text SET text = ?", ("ยาว" * 12_000,))
    rows = read(export_everything(full.path, tmp_path / "ทั้งหมด.xlsx"))["ข้อคำถามที่แก้เอง"]
    assert any("ตัดเพราะยาวเกิน" in str(row) for row in rows)


def test_a_wording_of_a_year_without_scores_is_in_it(full: DataFile, tmp_path: Path) -> None:
    with full.deed("ข้อความของปีที่ไม่มีคะแนน"):
        full.connection.execute(
            "INSERT INTO item_text (fiscal_year, code, text) VALUES (2600, 'i9', 'ล่วงหน้า')"
        )
    rows = read(export_everything(full.path, tmp_path / "ทั้งหมด.xlsx"))["ข้อคำถามที่แก้เอง"]
    assert [row[0] for row in rows if "ล่วงหน้า" in row] == ["2600"]


def write_plan_of(file: DataFile, first: int, last: int) -> None:
    section = add_row(file, Kind.SECTION, add_plan(file, first, last), {"name": "มิติ"})
    project = add_row(file, Kind.PROJECT, section, {"name": f"โครงการ {first}", "units": "กองช่าง"})
    put_project_year(file, project, first, {"runs": 1, "amount": "5000"})
    put_project_result(file, project, first, 6, {"state": "done", "result": "ทำแล้ว"})


def test_what_it_says_of_other_years_and_closed_rounds_is_no_import(tmp_path: Path) -> None:
    file = new_file(tmp_path / "สองปี.ita", fiscal_year=2565)
    with file.deed("สองปี"):
        add_fiscal_year(file, 2566)
        for year in (2565, 2566):
            process = add_row(file, Kind.PROCESS, year, {"text": "จัดซื้อ"})
            add_row(file, Kind.RISK, process, {"text": "แบ่งซื้อ", "likelihood": year - 2563})
            add_row(file, Kind.RISK, process, {"text": f"เฉพาะปี {year}"})
            add_row(file, Kind.TREATMENT, process, {"text": "สุ่มตรวจ"})
            add_row(file, Kind.CALENDAR, year, {"stage": f"ขั้นของปี {year}"})
        write_plan_of(file, 2562, 2565)
        write_plan_of(file, 2566, 2570)
    close_round(file, 2566, 6)
    path = export_everything(file.path, tmp_path / "ทั้งหมด.xlsx")
    outcome = import_workbook(file, path, 2566, dry_run=True)
    assert not {sheet.kind for sheet in outcome.sheets} & {*KINDS, "action-calendar"}
    assert not [sheet for sheet in outcome.sheets if "ตามแผน" in sheet.sheet]
    assert outcome.rows == ()
    file.close()


def test_an_empty_file_has_its_sheets_and_says_there_is_nothing(tmp_path: Path) -> None:
    new_file(tmp_path / "ว่าง.ita").close()
    sheets = read(export_everything(tmp_path / "ว่าง.ita", tmp_path / "ว่าง.xlsx"))
    assert list(sheets) == [
        *("หน่วยงาน", "ส่วนราชการ", "ปีงบประมาณ", "ข้อคำถามที่แก้เอง", "หลักฐาน", "ประวัติ")
    ]
    assert ["ไม่มีรายการ"] in sheets["หลักฐาน"]


def test_it_is_made_once_a_fiscal_year(full: DataFile, tmp_path: Path) -> None:
    folder = tmp_path / "สำรอง"
    folder.mkdir()
    made = yearly_export(full.path, folder, 2569)
    assert made == folder / "ทดลอง ข้อมูลทั้งหมด ปีงบประมาณ 2569.xlsx"
    assert made is not None
    before = made.stat().st_mtime_ns
    assert yearly_export(full.path, folder, 2569) is None
    assert made.stat().st_mtime_ns == before
    assert yearly_export(full.path, folder, 2570) is not None
    with pytest.raises(ClerkError):
        yearly_export(tmp_path / "ไม่มี.ita", folder, 2569)


def test_of_a_file_with_a_long_thai_name_one_is_made_each_fiscal_year(
    full: DataFile, tmp_path: Path
) -> None:
    folder = tmp_path / "สำรอง"
    folder.mkdir()
    long = tmp_path / f"{'ข้อมูลการประเมินคุณธรรมและความโปร่งใส' * 2}.ita"
    long.write_bytes(full.path.read_bytes())
    for year in (2569, 2570):
        made = yearly_export(long, folder, year)
        assert made is not None
        assert made.name.endswith(f" ข้อมูลทั้งหมด ปีงบประมาณ {year}.xlsx")


def test_the_data_file_is_not_touched(full: DataFile, tmp_path: Path) -> None:
    before = full.path.read_bytes()
    export_everything(full.path, tmp_path / "ทั้งหมด.xlsx")
    assert full.path.read_bytes() == before
