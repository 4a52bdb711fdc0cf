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

from .table_rows import ABOVE, OTHER, ROWS

Content = dict[str, list[tuple[object, ...]]]


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
