"""Every change is on record: which deed, which row, and only the columns that changed."""

# ruff: noqa: S608 - the names of tables and columns are our own

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_desktop.db import change_log, connection, data_file
from ita_desktop.db.change_log import Change
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.opening import open_data_file
from ita_desktop.db.schema import LOGGED_TABLES
from ita_desktop.errors import ClerkError, MachineError

Content = dict[str, list[tuple[object, ...]]]
ROWS: dict[str, dict[str, object]] = {
    "office": {
        "id": 1,
        "name": "เทศบาล",
        "kind": "เทศบาลตำบล",
        "district": "",
        "province": "ก",
        "executive": "",
        "executive_title": "",
        "urgent_below": "90",
        "keep_from": "95",
    },
    "unit": {"id": 4, "name": "กองคลัง", "position": 0},
    "fiscal_year": {"id": 2566},
    "score": {"id": 1, "fiscal_year": 2570, "code": "i1", "value": "88.13"},
    "criteria_set": {"id": 2566, "document": "{}"},
    "item_text": {"id": 9, "fiscal_year": 2566, "code": "O1", "text": "ข้อความ"},
    "mark": {"id": 1, "picture": b"\x89PNG\r\n\x1a\n\0\xff'\""},
    "evidence": {
        "id": 7,
        "fiscal_year": 2570,
        "code": "O1",
        "name": "ภาพถ่าย.jpg",
        "sha256": "a" * 64,
        "added": "2026-11-26",
    },
    "topic": {
        "id": 3,
        "fiscal_year": 2570,
        "position": 0,
        "title": "การใช้จ่าย",
        "heading": "",
        "group_lines": "",
        "instrument": "IIT",
        "band": "urgent",
    },
    "topic_item": {
        "id": 4,
        "topic": 90,
        "position": 0,
        "criteria_year": 2569,
        "code": "i7",
        "text": "",
        "score": "79.01",
        "finding": "รู้น้อย\nถามน้อย",
        "extra": "",
    },
    "measure": {
        "id": 5,
        "topic": 90,
        "position": 1,
        "marker": "{n}. ",
        "text": "เปิดเผยแผน",
        "units": "กองคลัง",
        "period": "ม.ค.-มี.ค. ๗๐",
        "follow_up": "",
        "extra": '{"งบประมาณ": "0"}',
    },
    "step": {
        "id": 6,
        "measure": 90,
        "position": 0,
        "marker": "",
        "text": "ประชุม",
        "units": "",
        "period": "",
        "follow_up": "",
        "extra": "",
    },
    "step_result": {
        "id": 8,
        "measure": 90,
        "step": None,
        "round": 6,
        "state": "in_work",
        "result": "จัดแล้ว",
        "problem": "",
        "suggestion": "",
        "outcome": "",
        "percent": 40,
    },
    "closed_round": {
        "id": 2,
        "fiscal_year": 2570,
        "round": 6,
        "closed": "2027-04-09T03:00:00+00:00",
        "snapshot": "{}",
    },
    "layout": {"id": 1, "key": "measures-plan~2", "document": "{}"},
    "paper_text": {
        "id": 1,
        "fiscal_year": 2570,
        "paper": "measures-plan",
        "name": "title",
        "text": "",
    },
    "suggestion": {
        "id": 1,
        "indicator": 2,
        "finding": "",
        "measure": "เปิดเผยแผน",
        "steps": "",
        "follow_up": "",
        "replaces": "",
    },
    "calendar_row": {
        "id": 1,
        "fiscal_year": 2570,
        "position": 0,
        "stage": "เตรียมการ",
        "period": "ต.ค. ๖๙",
        "method": "ประชุม",
    },
    "risk_method": {"id": 2570, "document": "{}"},
    "risk_area": {"id": 2, "position": 0, "name": "การอนุมัติ อนุญาต"},
    "process": {
        "id": 5,
        "fiscal_year": 2570,
        "position": 0,
        "text": "การรับชำระภาษี",
        "area": "",
        "units": "กองคลัง",
        "level": "สูง",
    },
    "risk": {
        "id": 6,
        "process": 90,
        "position": 0,
        "marker": "",
        "text": "รับเงินแล้วไม่ออกใบเสร็จ",
        "cause": "ผู้รับเงินทำงานคนเดียว",
        "control": "",
        "control_quality": "weak",
        "likelihood": 4,
        "impact": 5,
        "level": "",
        "after_likelihood": None,
        "after_impact": None,
        "after_level": "ปานกลาง",
        "units": "",
        "previous": None,
    },
    "treatment": {
        "id": 7,
        "process": 90,
        "risk": None,
        "position": 0,
        "marker": "{n}. ",
        "text": "สุ่มตรวจใบเสร็จทุกสัปดาห์",
        "units": "",
        "period": "ต.ค. ๖๙-ก.ย. ๗๐",
        "measure": None,
        "project": "",
    },
    "treatment_result": {
        "id": 8,
        "treatment": 90,
        "round": 12,
        "state": "done",
        "result": "ตรวจแล้ว",
        "problem": "",
        "suggestion": "",
        "outcome": "",
        "percent": 100,
    },
    "plan": {"id": 4, "first_year": 2570, "last_year": 2574, "title": "", "risk_year": None},
    "plan_text": {"id": 5, "plan": 90, "name": "preface", "text": "ด้วย…"},
    "goal": {"id": 3, "plan": 90, "position": 0, "text": "ผลคะแนนดีขึ้น"},
    "goal_year": {"id": 3, "goal": 90, "fiscal_year": 2571, "aim": "ร้อยละ ๙๐"},
    "section": {
        "id": 6,
        "plan": 90,
        "position": 0,
        "level": 1,
        "marker": "",
        "name": "การสร้างสังคม",
    },
    "project": {
        "id": 7,
        "section": 90,
        "position": 0,
        "kind": "project",
        "name": "อบรมคุณธรรม",
        "rationale": "ด้วย…",
        "objectives": "เพื่อให้รู้\n\tและทำ",
        "target": "บุคลากร",
        "target_count": 60,
        "target_groups": "staff people",
        "steps": "ขออนุมัติ",
        "period": "",
        "no_budget": 0,
        "amount": "20000",
        "source": "งบเทศบาล",
        "units": "สำนักปลัด",
        "outputs": "",
        "outcomes": "รู้ (แบบทดสอบ)",
        "note": "",
        "previous": None,
    },
    "project_year": {
        "id": 8,
        "project": 90,
        "fiscal_year": 2570,
        "runs": 1,
        "quarters": "124",
        "amount": "0.25",
    },
    "project_place": {"id": 2, "project": 90, "section": 90},
    "project_item": {"id": 2, "project": 90, "criteria_year": 2570, "code": "O36"},
    "project_risk": {"id": 2, "project": 90, "risk": 90},
    "treatment_project": {"id": 90, "project": 90},
    "project_result": {
        "id": 9,
        "project": 90,
        "fiscal_year": 2570,
        "round": 6,
        "state": "impossible",
        "in_ordinance": 0,
        "planned": "20000",
        "granted": "",
        "spent": "",
        "result": "",
        "problem": "",
        "suggestion": "",
        "reason": "no_budget",
        "reason_text": "",
        "note": "",
    },
    "announcement": {
        "id": 3,
        "fiscal_year": 2570,
        "plan": 90,
        "kind": "plan",
        "number": "",
        "dated": "2027-01-05",
        "month_word": 1,
        "subject": "",
        "text": "",
        "signer": "",
        "signer_title": "",
        "issued": "",
        "sha256": None,
    },
}
_PROJECT = ("plan", "section", "project")
ABOVE: dict[str, tuple[str, ...]] = {
    "topic_item": ("topic",),
    "measure": ("topic",),
    "step": ("topic", "measure"),
    "step_result": ("topic", "measure"),
    "risk": ("process",),
    "treatment": ("process",),
    "treatment_result": ("process", "treatment"),
    "plan_text": ("plan",),
    "goal": ("plan",),
    "goal_year": ("plan", "goal"),
    "section": ("plan",),
    "project": ("plan", "section"),
    "project_year": _PROJECT,
    "project_place": _PROJECT,
    "project_item": _PROJECT,
    "project_risk": (*_PROJECT, "process", "risk"),
    "treatment_project": (*_PROJECT, "process", "treatment"),
    "project_result": _PROJECT,
    "announcement": ("plan",),
}
"""Tables a row of which, number 90, must be there first."""
OTHER: dict[str, dict[str, object]] = {
    "office": {"province": "ข", "district": "ค"},
    "unit": {"position": 3},
    "score": {"value": "excluded"},
    "criteria_set": {"document": '{"a": 1}'},
    "item_text": {"text": "ใหม่"},
    "mark": {"picture": b"\x89PNG\r\n\x1a\n"},
    "evidence": {"name": "คำสั่ง.pdf"},
    "topic": {"position": 4, "band": ""},
    "topic_item": {"score": "", "code": "O1"},
    "measure": {"text": "", "extra": ""},
    "step": {"period": "ก.พ. ๗๐", "marker": "- "},
    "step_result": {"percent": None, "state": "done"},
    "closed_round": {"snapshot": '{"a": 1}'},
    "layout": {"document": '{"a": 1}'},
    "paper_text": {"text": "ชื่อใหม่"},
    "suggestion": {"steps": "หนึ่ง\nสอง"},
    "calendar_row": {"method": ""},
    "risk_method": {"document": '{"a": 1}'},
    "risk_area": {"name": "การเงิน", "position": 3},
    "process": {"level": "", "area": "การเงิน"},
    "risk": {"likelihood": None, "impact": None, "level": "สูงมาก"},
    "treatment": {"units": "กองคลัง"},
    "treatment_result": {"percent": None, "state": "in_work"},
    "plan": {"last_year": 2573, "risk_year": 2569},
    "plan_text": {"text": ""},
    "goal": {"position": 2},
    "goal_year": {"aim": "ร้อยละ ๙๕"},
    "section": {"level": 4, "marker": "1.2.2"},
    "project": {"target_count": None, "no_budget": 1, "amount": ""},
    "project_year": {"quarters": "", "amount": "20000"},
    "project_item": {"code": "O37"},
    "project_result": {"state": "done", "reason": "", "spent": "19999.5"},
    "announcement": {"dated": "", "sha256": "a" * 64},
}


def insert(file: DataFile, table: str, row: dict[str, object]) -> None:
    marks = ", ".join("?" * len(row))
    file.connection.execute(
        f'INSERT INTO "{table}" ({", ".join(row)}) VALUES ({marks})', tuple(row.values())
    )


def keep_content(file: DataFile) -> None:
    """Put in what evidence is a name of; no deed is needed for it."""
    insert(file, "content", {"sha256": ROWS["evidence"]["sha256"], "data": b"\xff\xd8"})


def count(file: DataFile) -> int:
    return int(file.connection.execute("SELECT count(*) FROM deed").fetchone()[0])


@pytest.mark.parametrize("table", LOGGED_TABLES)
def test_insert_update_and_delete_of_every_table_are_recorded(file: DataFile, table: str) -> None:
    row, other = ROWS[table], OTHER.get(table, {})
    keep_content(file)
    with file.deed("เตรียม"):
        insert(file, "fiscal_year", {"id": 2570})
        for above in ABOVE.get(table, ()):
            insert(file, above, {**ROWS[above], "id": 90})
    with file.deed("เพิ่ม"):
        insert(file, table, row)
    assert file.last_changes() == (Change(table, int(str(row["id"])), None, row),)
    if other:  # a year, or what joins two rows, has no column that could change
        with file.deed("แก้"):
            sets = ", ".join(f"{name} = ?" for name in other)
            file.connection.execute(f'UPDATE "{table}" SET {sets}', tuple(other.values()))
        old = {name: row[name] for name in other}
        assert file.last_changes() == (Change(table, int(str(row["id"])), old, other),)
    with file.deed("ลบ"):
        file.connection.execute(f'DELETE FROM "{table}" WHERE id = ?', (row["id"],))
    assert file.last_changes() == (Change(table, int(str(row["id"])), {**row, **other}, None),)


@pytest.mark.parametrize("table", LOGGED_TABLES)
def test_a_write_outside_a_deed_fails(file: DataFile, table: str) -> None:
    keep_content(file)
    with pytest.raises(sqlite3.IntegrityError, match=r"change\.deed"):
        insert(file, table, ROWS[table])
    assert file.connection.execute(f'SELECT count(*) FROM "{table}"').fetchone() == (0,)


awkward = st.text(
    alphabet=st.one_of(
        st.sampled_from("\"\\'\n\r\t\b\f\0\x1f\x7f/{}[]:,\u2028ก็ำ๙😀"), st.characters(codec="utf-8")
    ),
    min_size=1,
    max_size=30,
).filter(lambda text: not text.startswith("\0"))  # for SQLite such a text is empty


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(first=awkward, second=awkward)
def test_every_text_survives_the_log_and_undo(file: DataFile, first: str, second: str) -> None:
    connection = file.connection
    with file.deed("ล้าง"):
        connection.execute("DELETE FROM unit")
    with file.deed("เพิ่ม"):
        insert(file, "unit", {"name": first, "position": 0})
    (inserted,) = file.last_changes()
    assert inserted.new is not None
    assert inserted.new["name"] == first
    with file.deed("แก้"):
        connection.execute("UPDATE unit SET name = ?", (second,))
    with file.deed("ลบ"):
        connection.execute("DELETE FROM unit")
    file.undo()
    assert connection.execute("SELECT name FROM unit").fetchall() == [(second,)]
    if first != second:
        file.undo()
        assert connection.execute("SELECT name FROM unit").fetchall() == [(first,)]


def test_bytes_numbers_and_nothing_survive_the_log_and_undo(
    file: DataFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data_file, "LOGGED_TABLES", ("attachment",))
    connection = file.connection
    connection.execute(
        "CREATE TABLE attachment (id INTEGER PRIMARY KEY, body BLOB, size INTEGER) STRICT"
    )
    change_log.log_changes_of(connection, "attachment")
    rows = [(1, bytes(range(256)), 256), (2, b"", 0), (3, None, -(2**63)), (4, b"\0", 2**63 - 1)]
    with file.deed("แนบไฟล์"):
        connection.executemany("INSERT INTO attachment VALUES (?, ?, ?)", rows)
    with file.deed("เปลี่ยน"):
        connection.execute("UPDATE attachment SET body = x'ff' WHERE id <> 2")
    with file.deed("ลบไฟล์แนบ"):
        connection.execute("DELETE FROM attachment")
    file.undo()
    file.undo()
    assert connection.execute("SELECT * FROM attachment ORDER BY id").fetchall() == rows


def test_a_deed_knows_its_person_and_its_time_in_utc(file: DataFile) -> None:
    with file.deed("เพิ่มปี"):
        insert(file, "fiscal_year", {"id": 2566})
    deed = file.next_undo()
    assert deed is not None
    assert (deed.name, deed.person) == ("เพิ่มปี", "สมชาย")
    assert deed.at.tzinfo is UTC
    assert abs(datetime.now(UTC) - deed.at) < timedelta(minutes=10)


def test_a_deed_that_raises_leaves_nothing(
    file: DataFile, content: Callable[[DataFile], Content]
) -> None:
    def fail() -> None:
        with file.deed("ล้ม"):
            insert(file, "unit", {"name": "กองคลัง", "position": 0})
            raise ClerkError("ไม่ได้")

    before = content(file)
    with pytest.raises(ClerkError):
        fail()
    assert (content(file), count(file)) == (before, 0)
    assert file.next_undo() is None


def test_a_deed_that_changes_nothing_leaves_no_trace_and_keeps_the_redo(file: DataFile) -> None:
    with file.deed("เพิ่ม"):
        insert(file, "unit", ROWS["unit"])
    with file.deed("เพิ่มอีก"):
        insert(file, "unit", {"name": "กองช่าง", "position": 1})
    file.undo()
    before = count(file)
    with file.deed("เหมือนเดิม"):
        file.connection.execute("UPDATE unit SET name = name, position = position")
    assert count(file) == before
    redo = file.next_redo()
    assert redo is not None
    assert redo.name == "เพิ่มอีก"


def test_the_making_of_a_file_is_on_record_but_not_undoable(file: DataFile) -> None:
    with file.deed("เริ่มไฟล์ใหม่", undoable=False):
        insert(file, "fiscal_year", {"id": 2566})
    assert count(file) == 1
    assert file.next_undo() is None
    assert file.undo() is None
    assert file.redo() is None
    assert len(file.last_changes()) == 1


def test_a_deed_inside_a_deed_is_our_mistake_and_leaves_nothing(file: DataFile) -> None:
    def nest() -> None:
        with file.deed("นอก"):
            insert(file, "unit", ROWS["unit"])
            with file.deed("ใน"):
                insert(file, "fiscal_year", {"id": 2566})

    with pytest.raises(sqlite3.OperationalError, match="transaction"):
        nest()
    assert count(file) == 0


def test_undo_of_a_row_that_is_not_as_the_log_says_changes_nothing(file: DataFile) -> None:
    with file.deed("เพิ่ม"):
        insert(file, "unit", ROWS["unit"])
    file.connection.execute("DROP TRIGGER log_unit_delete")
    file.connection.execute("DELETE FROM unit")
    with pytest.raises(ClerkError, match="ไม่ตรงกับข้อมูล"):
        file.undo()
    assert count(file) == 1


def test_whether_a_deed_was_left_is_told_by_its_number(file: DataFile) -> None:
    assert file.latest_deed() is None
    with file.deed("ไม่มีอะไร"):
        pass
    assert file.latest_deed() is None
    with file.deed("เพิ่ม"):
        insert(file, "unit", ROWS["unit"])
    first = file.latest_deed()
    assert first == 1
    with file.deed("เหมือนเดิม"):
        file.connection.execute("UPDATE unit SET name = name")
    assert file.latest_deed() == first
    file.undo()
    assert file.latest_deed() == 2


@pytest.fixture
def second(file: DataFile, monkeypatch: pytest.MonkeyPatch) -> Iterator[DataFile]:
    """Return the same file, opened by somebody else."""
    monkeypatch.setattr(connection, "_BUSY_MS", 20)
    opened = DataFile(file.path, connection.connect(file.path), "สมหญิง")  # past the lock
    yield opened
    opened.close()


def test_the_second_writer_gets_a_sentence_and_can_write_afterwards(
    file: DataFile, second: DataFile
) -> None:
    def write() -> None:
        with second.deed("เพิ่มหน่วย"):
            insert(second, "unit", ROWS["unit"])

    with file.deed("เพิ่มปี"):
        insert(file, "fiscal_year", {"id": 2566})
        with pytest.raises(MachineError, match="กำลังถูกใช้อยู่ที่อื่น"):
            write()
    write()
    assert count(file) == 2


def test_who_reads_meanwhile_only_delays_the_writer(file: DataFile, second: DataFile) -> None:
    reading = second.connection.execute("SELECT 1 FROM current_deed")
    assert reading.fetchone() == (1,)
    second.connection.execute("BEGIN")
    second.connection.execute("SELECT count(*) FROM unit").fetchone()
    file.connection.execute("PRAGMA busy_timeout = 20")

    def write() -> None:
        with file.deed("เพิ่มหน่วย"):
            insert(file, "unit", ROWS["unit"])

    with pytest.raises(MachineError, match="กำลังถูกใช้อยู่ที่อื่น"):
        write()
    second.connection.execute("COMMIT")
    write()
    assert count(second) == 1


def test_a_full_disk_is_told_and_the_data_stay(
    file: DataFile, content: Callable[[DataFile], Content]
) -> None:
    with file.deed("เพิ่ม"):
        insert(file, "unit", ROWS["unit"])
    before = content(file)
    pages = file.connection.execute("PRAGMA page_count").fetchone()[0]
    file.connection.execute(f"PRAGMA max_page_count = {pages}")

    def write() -> None:
        with file.deed("มาก"):
            insert(file, "item_text", {**ROWS["item_text"], "text": "ก" * 100_000})

    with pytest.raises(MachineError, match="พื้นที่ดิสก์ไม่พอ"):
        write()
    assert content(file) == before


def test_a_file_damaged_while_it_is_open_is_told(
    tmp_path: Path, sample_bytes: bytes, file: DataFile
) -> None:
    path = tmp_path / "เสีย.ita"
    path.write_bytes(sample_bytes)
    with closing(open_data_file(path, "สมชาย").connection) as connection:
        opened = DataFile(path, connection, "สมชาย")
        page = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'unit'"
        ).fetchone()[0]
        with path.open("r+b") as stream:
            stream.seek((page - 1) * 4096)
            stream.write(b"\xff" * 4096)
            stream.seek(24)
            stream.write(b"\xff\xff\xff\xff")  # the change counter: what was read before is stale

        def write() -> None:
            with opened.deed("เพิ่มหน่วย"):
                connection.execute("INSERT INTO unit (name, position) VALUES ('ก', 1)")

        with pytest.raises(ClerkError, match="เสียหาย"):
            write()
    assert file.next_undo() is None
