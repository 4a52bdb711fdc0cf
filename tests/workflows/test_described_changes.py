"""Every table of the log is said in words, and every change has at least one line."""

import pytest

from ita_desktop.db.change_log import Change
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.schema import LOGGED_TABLES
from ita_desktop.workflows.described_changes import (
    DESCRIBED,
    Line,
    lines_of,
    summary,
)
from ita_desktop.workflows.described_rows import size_in_words

OFFICE: dict[str, object] = {"id": 1, "name": "เทศบาล", "district": "", "province": "ก"}
SCORE: dict[str, object] = {"id": 3, "fiscal_year": 2566, "code": "i7", "value": "88.13"}


def test_every_table_of_the_log_is_described() -> None:
    assert set(DESCRIBED) == set(LOGGED_TABLES)
    names = [one.name for one in DESCRIBED.values()]
    assert len(set(names)) == len(names)
    assert not any(name.isascii() for name in names)  # a clerk reads them


def test_every_column_of_the_log_has_a_name_or_says_which_row_it_is(sample: DataFile) -> None:
    for table, described in DESCRIBED.items():
        columns = {row[1] for row in sample.read(f"PRAGMA table_info({table})")}
        unnamed = columns - described.fields.keys() - {*described.told, "id"}
        assert unnamed == set(), table
        assert {*described.told, *described.fields} <= columns, table


@pytest.mark.parametrize("table", LOGGED_TABLES)
def test_a_whole_row_of_any_table_has_lines_and_a_summary(table: str) -> None:
    described = DESCRIBED[table]
    row: dict[str, object] = {
        "id": 2566,
        **dict.fromkeys((*described.told, *described.fields), "ก"),
    }
    key: dict[str, object] = {column: row[column] for column in described.told} | {"of": "ข"}
    for old, new, verb in ((None, row, "เพิ่ม"), (row, None, "ลบ")):
        lines = lines_of(Change(table, 2566, old, new), key)
        assert {line.verb for line in lines} == {verb}
        assert all(line.place and "None" not in line.place for line in lines)
    assert summary(table, row)


@pytest.mark.parametrize(
    ("change", "lines"),
    [
        (
            Change("score", 3, {"value": "88.13"}, {"value": "excluded"}),
            [Line("แก้ไข", "คะแนน i7 ปี 2566", "คะแนน", "88.13", "ไม่คิดคะแนน")],
        ),
        (
            Change("score", 3, None, SCORE),
            [Line("เพิ่ม", "คะแนน i7 ปี 2566", "คะแนน", "", "88.13")],
        ),
        (
            Change("score", 3, SCORE, None),
            [Line("ลบ", "คะแนน i7 ปี 2566", "คะแนน", "88.13", "")],
        ),
        (
            Change("fiscal_year", 2566, None, {"id": 2566}),
            [Line("เพิ่ม", "ปีงบประมาณ 2566", "", "", "")],
        ),
        (
            Change("office", 1, None, OFFICE),
            [
                Line("เพิ่ม", "ข้อมูลหน่วยงาน", "ชื่อหน่วยงาน", "", "เทศบาล"),
                Line("เพิ่ม", "ข้อมูลหน่วยงาน", "จังหวัด", "", "ก"),
            ],
        ),
        (
            Change("office", 1, {"name": "ก", "province": ""}, {"name": "ข", "province": "ค"}),
            [
                Line("แก้ไข", "ข้อมูลหน่วยงาน", "ชื่อหน่วยงาน", "ก", "ข"),
                Line("แก้ไข", "ข้อมูลหน่วยงาน", "จังหวัด", "", "ค"),
            ],
        ),
        (
            Change("unit", 4, {"position": 0}, {"position": 2}),
            [Line("แก้ไข", "หน่วยงานผู้รับผิดชอบ กองคลัง", "ลำดับที่", "1", "3")],
        ),
        (
            Change("mark", 1, {"picture": b"x" * 999}, {"picture": b"x" * 1_200_000}),
            [Line("แก้ไข", "ตราของหน่วยงาน", "รูป", "รูป 999 ไบต์", "รูป 1.2 เมกะไบต์")],
        ),
        (
            Change("criteria_set", 2566, {"id": 2566, "document": "ก" * 5_000}, None),
            [Line("ลบ", "เกณฑ์ประเมินปี 2566", "ชุดเกณฑ์", "ชุดเกณฑ์ 15 กิโลไบต์", "")],
        ),
        (
            Change("step", 6, None, {"id": 6, "text": "ประชุมชี้แจง", "units": "กองคลัง"}),
            [
                Line("เพิ่ม", "ขั้นตอน “ประชุมชี้แจง”", "ข้อความ", "", "ประชุมชี้แจง"),
                Line("เพิ่ม", "ขั้นตอน “ประชุมชี้แจง”", "ผู้รับผิดชอบ", "", "กองคลัง"),
            ],
        ),
        (
            Change("step_result", 1, {"state": "in_work"}, {"state": "done"}),
            [Line("แก้ไข", "ผลรอบ 6 เดือน ของขั้นตอน “ก”", "สถานะ", "อยู่ระหว่างดำเนินการ", "แล้วเสร็จ")],
        ),
        (
            Change("topic", 1, {"band": ""}, {"band": "urgent"}),
            [Line("แก้ไข", "ประเด็นที่ 3 ปี 2566", "กลุ่ม", "ตามคะแนน", "ต้องแก้ไข")],
        ),
        (
            Change("risk", 4, {"likelihood": None, "level": "สูง"}, {"likelihood": 4, "level": ""}),
            [
                Line("แก้ไข", "ความเสี่ยง “ประชุมชี้แจง”", "โอกาส", "", "4"),
                Line("แก้ไข", "ความเสี่ยง “ประชุมชี้แจง”", "ระดับความเสี่ยง", "สูง", ""),
            ],
        ),
        (
            Change("risk", 4, {"control_quality": ""}, {"control_quality": "weak"}),
            [Line("แก้ไข", "ความเสี่ยง “ประชุมชี้แจง”", "คุณภาพการควบคุม", "", "อ่อน")],
        ),
        (
            Change("treatment_result", 1, {"percent": None}, {"percent": 40}),
            [Line("แก้ไข", "ผลรอบ 6 เดือน ของขั้นตอน “ก”", "ร้อยละ", "", "40")],
        ),
        (
            Change("risk_method", 2566, None, {"id": 2566, "document": '{"name": "แบบ ก"}'}),
            [Line("เพิ่ม", "เกณฑ์ประเมินความเสี่ยงปี 2566", "เกณฑ์", "", "“แบบ ก” (เกณฑ์ 25 ไบต์)")],
        ),
        (
            Change("risk_area", 4, {"position": 0}, {"position": 2}),
            [Line("แก้ไข", "ด้านความเสี่ยง “กองคลัง”", "ลำดับที่", "1", "3")],
        ),
        (
            Change("oit_item", 2, {"state": "in_work"}, {"state": "published"}),
            [Line("แก้ไข", "OIT i7 ปี 2566", "สถานะ", "อยู่ระหว่างจัดทำ", "เผยแพร่แล้ว")],
        ),
        (
            Change("oit_item", 2, {"checked": ""}, {"checked": "2023-04-30"}),
            [Line("แก้ไข", "OIT i7 ปี 2566", "วันที่ตรวจสอบ", "", "2023-04-30")],
        ),
        (
            Change("oit_content", 3, None, {"id": 3, "oit_item": 2, "text": "แผน\nงบประมาณ"}),
            [Line("เพิ่ม", "องค์ประกอบ “ประชุมชี้แจง” ของ ขั้นตอน “ก”", "", "", "")],
        ),
        (
            Change("analysis_text", 3, {"frozen": ""}, {"frozen": "ได้ 90 คะแนน"}),
            [
                Line(
                    "แก้ไข",
                    "ข้อความ “กองคลัง” ของรายงานผลการวิเคราะห์ปี 2566",
                    "ข้อความที่ตรึงไว้",
                    "",
                    "ได้ 90 คะแนน",
                )
            ],
        ),
        (
            Change("later", 1, {"colour": "แดง"}, {"colour": "ดำ"}),
            [Line("แก้ไข", "ตาราง later", "colour", "แดง", "ดำ")],
        ),
    ],
)
def test_what_a_change_says(change: Change, lines: list[Line]) -> None:
    key: dict[str, object] = {"id": change.row, "fiscal_year": 2566, "code": "i7", "name": "กองคลัง"}
    key |= {"text": "ประชุมชี้แจง", "round": 6, "of": "ขั้นตอน “ก”", "title": "", "position": 2}
    assert [*lines_of(change, key)] == lines


def test_a_text_of_the_report_is_called_as_the_window_calls_it() -> None:
    row: dict[str, object] = {"id": 1, "fiscal_year": 2566, "name": "indicator:4", "text": "ก"}
    row |= {"frozen": "", "basis": ""}
    assert summary("analysis_text", row) == ("ข้อความ “ตัวชี้วัดที่ 4” ของรายงานผลการวิเคราะห์ปี 2566: ก")


def test_a_summary_says_which_row_and_what_was_in_it() -> None:
    assert summary("score", SCORE) == "คะแนน i7 ปี 2566: 88.13"
    assert summary("unit", {"id": 1, "name": "กองคลัง", "position": 0}) == "หน่วยงานผู้รับผิดชอบ กองคลัง"
    assert summary("later", {"id": 1}) == "ตาราง later"
    risk: dict[str, object] = {"id": 1, "text": "", "cause": "รีบ", "impact": 4, "process": 2}
    assert summary("risk", risk, "กระบวนงาน “ก” ปี 2566") == (
        "ความเสี่ยงของกระบวนงาน “ก” ปี 2566: รีบ · 4"
    )
    process: dict[str, object] = {"id": 2, "fiscal_year": 2566, "position": 4, "text": ""}
    assert summary("process", process) == "กระบวนงานที่ 5 ปี 2566"


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 ไบต์"), (999, "999 ไบต์"), (1_000, "1 กิโลไบต์"), (2_345_678, "2.3 เมกะไบต์")],
)
def test_a_size_is_said_as_people_say_it(count: int, words: str) -> None:
    assert size_in_words(count) == words
