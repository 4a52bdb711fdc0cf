"""What no release of this program wrote is refused: at opening where it shows, else at reading."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ita_desktop.db import connection
from ita_desktop.db.analysis_texts import analysis_texts
from ita_desktop.db.criteria_sets import own_criteria, own_criteria_years, own_texts
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import load_disclosure
from ita_desktop.db.health import health_of, row_counts
from ita_desktop.db.offices import load_office
from ita_desktop.db.opening import open_data_file
from ita_desktop.db.proof import prove
from ita_desktop.db.reading import open_for_reading
from ita_desktop.db.scores import entries_of, fiscal_years
from ita_desktop.errors import ClerkError, MachineError


def changed(path: Path, content: bytes, *statements: str) -> bytes:
    """Write a file and let another program do something to it; return what it is then."""
    path.write_bytes(content)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
    return path.read_bytes()


DELETES = "AFTER INSERT ON score BEGIN DELETE FROM unit; END"
IN_SCHEMA = "UPDATE sqlite_schema SET"
ALTERED = {
    "trigger more": [f"CREATE TRIGGER more {DELETES}"],
    "trigger under a known name": [
        "DROP TRIGGER log_score_insert",
        f"CREATE TRIGGER log_score_insert {DELETES}",
    ],
    "trigger of SQLite's diary": [
        "CREATE TRIGGER more AFTER INSERT ON _sqlite_migrations BEGIN DELETE FROM unit; END"
    ],
    "trigger less": ["DROP TRIGGER log_unit_delete"],
    "view more": ["CREATE VIEW more AS SELECT * FROM score"],
    "view for a table": ["DROP TABLE item_text", "CREATE VIEW item_text AS SELECT 1 AS id"],
    "table more": ["CREATE TABLE more (x)"],
    "table that is virtual": ["CREATE VIRTUAL TABLE more USING fts5(x)"],
    "table less": ["DROP TABLE item_text"],
    "column more": ["ALTER TABLE unit ADD COLUMN more TEXT"],
    "column less": [
        *(f"DROP TRIGGER log_office_{event}" for event in ("insert", "update", "delete")),
        "ALTER TABLE office DROP COLUMN district",
    ],
    "column renamed": ["ALTER TABLE office RENAME COLUMN district TO place"],
    "index more": ["CREATE INDEX more ON score (value)"],
    "index less": ["DROP INDEX change_by_deed"],
    "rule taken away": [
        "PRAGMA writable_schema = ON",
        f"{IN_SCHEMA} sql = replace(sql, 'CHECK (code <> '''')', '') WHERE name = 'score'",
    ],
    "older than any": ["PRAGMA user_version = 0"],
}


@pytest.mark.parametrize("kind", ALTERED)
def test_a_file_that_is_not_as_we_make_it_is_refused_and_stays(
    tmp_path: Path, sample_bytes: bytes, kind: str
) -> None:
    path = tmp_path / "แก้.ita"
    content = changed(path, sample_bytes, *ALTERED[kind])
    assert content != sample_bytes
    with pytest.raises(ClerkError, match="ถูกแก้ด้วยโปรแกรมอื่น"):
        open_data_file(path, "สมชาย")
    assert path.read_bytes() == content
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "statement",
    ["ANALYZE", "VACUUM", "REINDEX", "PRAGMA page_size = 1024", "PRAGMA journal_mode = wal"],
)
def test_what_other_programs_do_to_keep_a_file_in_order_is_no_harm(
    tmp_path: Path, sample_bytes: bytes, statement: str
) -> None:
    path = tmp_path / "ดี.ita"
    changed(path, sample_bytes, statement, *(["VACUUM"] if "page_size" in statement else []))
    file = open_data_file(path, "สมชาย")
    assert (health_of(file), len(fiscal_years(file))) == ((), 3)
    file.close()


@pytest.mark.parametrize(
    "statement",
    ["UPDATE current_deed SET deed = 1", "DELETE FROM current_deed"],
)
def test_a_file_in_the_middle_of_a_deed_is_damaged(
    tmp_path: Path, sample_bytes: bytes, statement: str
) -> None:
    changed(tmp_path / "ค้าง.ita", sample_bytes, statement)
    with pytest.raises(ClerkError, match="เสียหาย"):
        open_data_file(tmp_path / "ค้าง.ita", "สมชาย")


@pytest.mark.parametrize(
    "statement",
    ["UPDATE score SET value = 'abc'", "UPDATE score SET value = '101'", "UPDATE office SET id=2"],
)
def test_a_value_that_breaks_the_rules_of_its_table_is_seen_at_opening(
    tmp_path: Path, sample_bytes: bytes, statement: str
) -> None:
    in_a_deed = "UPDATE current_deed SET deed = {}"
    changed(
        tmp_path / "ผิด.ita",
        sample_bytes,
        "PRAGMA ignore_check_constraints = ON",
        in_a_deed.format(1),
        statement,
        in_a_deed.format("NULL"),
    )
    with pytest.raises(ClerkError, match="เสียหาย"):
        open_data_file(tmp_path / "ผิด.ita", "สมชาย")


@pytest.mark.parametrize("way", ["write", "read", "read what is left"])
def test_a_schema_whose_words_are_no_text_is_damage(
    tmp_path: Path, sample_bytes: bytes, way: str
) -> None:
    """SQLite quotes the bad bytes in its complaint, which Python then cannot read."""
    path = tmp_path / "เสีย.ita"
    content = sample_bytes.replace(b"CREATE TABLE", b"CREATE TABL\xdf")
    path.write_bytes(content)
    ways: dict[str, Callable[[], object]] = {
        "write": lambda: open_data_file(path, "สมชาย"),
        "read": lambda: open_for_reading(path, "สมชาย"),
        "read what is left": lambda: open_for_reading(path, "สมชาย", harmed=True),
    }
    with pytest.raises(ClerkError, match="เสียหาย"):
        ways[way]()
    assert not prove(path).sound
    assert path.read_bytes() == content
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def criteria(file: DataFile) -> object:
    return own_criteria(file, 2566)


SET = "INSERT INTO criteria_set (id, document) VALUES (2566, '{}')"
STRANGE: dict[str, tuple[str, Callable[[DataFile], object], str]] = {
    "kind of office": ("UPDATE office SET kind = 'เมืองพิเศษ'", load_office, "หน่วยงาน"),
    "name of office": ("UPDATE office SET name = ' '", load_office, "หน่วยงาน"),
    "limit that is no number": ("UPDATE office SET keep_from = 'abc'", load_office, "หน่วยงาน"),
    "limit that is endless": ("UPDATE office SET keep_from = 'NaN'", load_office, "หน่วยงาน"),
    "limits in disorder": ("UPDATE office SET urgent_below = '99'", load_office, "หน่วยงาน"),
    "criteria that are no JSON": (SET.format("{"), criteria, "เกณฑ์ปี 2566"),
    "criteria without end": (SET.format("[" * 100_000), criteria, "เกณฑ์ปี 2566"),
    "criteria of another kind": (SET.format("{}"), criteria, "เกณฑ์ปี 2566"),
    "criteria of a newer program": (
        SET.format('{"format": "ita-desktop-criteria", "version": 9}'),
        criteria,
        "เกณฑ์ปี 2566",
    ),
    "day that is none": (
        "UPDATE oit_item SET due = 'สิ้นเดือน' WHERE id = 1",
        lambda file: load_disclosure(file, 2564),
        "การเปิดเผยข้อมูล",
    ),
    "text that is none": (
        "UPDATE unit SET name = CAST(x'ff' AS TEXT) WHERE id = 1",
        load_office,
        "เสียหาย",
    ),
}


@pytest.mark.parametrize("kind", STRANGE)
def test_a_value_nobody_knows_is_told_where_it_is_read(
    tmp_path: Path, sample_bytes: bytes, kind: str
) -> None:
    statement, read, words = STRANGE[kind]
    path = tmp_path / "ใหม่กว่า.ita"
    in_a_deed = "UPDATE current_deed SET deed = {}"
    changed(path, sample_bytes, in_a_deed.format(1), statement, in_a_deed.format("NULL"))
    file = open_data_file(path, "สมชาย")
    with pytest.raises(ClerkError, match=words) as told:
        read(file)
    assert path.name in str(told.value)
    assert len(str(told.value).splitlines()) == 1
    file.close()


def edit(file: DataFile) -> object:
    with file.deed("แก้"):
        file.connection.execute("UPDATE unit SET position = position + 1")
    return None


READS: list[Callable[[DataFile], object]] = [
    DataFile.next_undo,
    DataFile.next_redo,
    DataFile.last_changes,
    DataFile.latest_deed,
    DataFile.undo,
    DataFile.redo,
    fiscal_years,
    lambda file: entries_of(file, 2566),
    own_criteria_years,
    criteria,
    lambda file: own_texts(file, 2566),
    lambda file: load_disclosure(file, 2566),
    lambda file: analysis_texts(file, 2566),
    load_office,
    row_counts,
]


@pytest.fixture
def opened(
    tmp_path: Path, sample_bytes: bytes, monkeypatch: pytest.MonkeyPatch
) -> Iterator[DataFile]:
    """Return an open sample file with something to undo and to do again."""
    monkeypatch.setattr(connection, "_BUSY_MS", 20)
    path = tmp_path / "เปิด.ita"
    path.write_bytes(sample_bytes)
    file = open_data_file(path, "สมชาย")
    edit(file)
    edit(file)
    file.undo()
    yield file
    file.close()


@pytest.mark.parametrize("read", [*READS, edit, health_of])
def test_whoever_reads_a_file_that_is_held_is_told(
    opened: DataFile, read: Callable[[DataFile], object]
) -> None:
    with closing(sqlite3.connect(opened.path, isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        with pytest.raises(MachineError, match="กำลังถูกใช้อยู่ที่อื่น"):
            read(opened)
    read(opened)


@pytest.mark.parametrize("read", [*READS, edit])
def test_whoever_reads_a_file_that_was_damaged_meanwhile_is_told(
    opened: DataFile, read: Callable[[DataFile], object]
) -> None:
    size = opened.path.stat().st_size
    with opened.path.open("r+b") as stream:
        stream.seek(24)
        stream.write(b"\xff\xff\xff\xff")  # the change counter: what was read before is stale
        stream.seek(4096)
        stream.write(b"\xff" * (size - 4096))
    with pytest.raises(ClerkError, match="เสียหาย"):
        read(opened)
    assert health_of(opened) != ()


def test_a_fault_of_our_own_is_not_called_damage(file: DataFile) -> None:
    with pytest.raises(sqlite3.OperationalError, match="no such table"):
        file.read("SELECT * FROM more")
    with pytest.raises(sqlite3.ProgrammingError):
        file.read("SELECT ?", ())
