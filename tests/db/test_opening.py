"""Opening refuses what it cannot trust, says why, and writes nothing to it."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from ita_desktop.db import connection as connecting
from ita_desktop.db import opening
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.health import health_of
from ita_desktop.db.opening import open_data_file
from ita_desktop.db.schema import SCHEMA_VERSION
from ita_desktop.errors import ClerkError, MachineError

PAGE = 4096
VERSION = slice(60, 64)
APPLICATION = slice(68, 72)


def with_bytes(content: bytes, place: slice, value: bytes) -> bytes:
    changed = bytearray(content)
    changed[place] = value
    return bytes(changed)


def foreign_database(tmp_path: Path) -> bytes:
    path = tmp_path / "other"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE contacts (name TEXT)")
    content = path.read_bytes()
    path.unlink()
    return content


def page_of(content: bytes, tmp_path: Path, table: str) -> int:
    """Return where the first page of a table lies in the file."""
    path = tmp_path / "pages"
    path.write_bytes(content)
    with closing(sqlite3.connect(path)) as connection:
        (page,) = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,)
        ).fetchone()
    path.unlink()
    return (page - 1) * PAGE


BROKEN: dict[str, tuple[Callable[[bytes, Path], bytes], str]] = {
    "empty": (lambda _content, _folder: b"", "ว่างเปล่า"),
    "text": (lambda _content, _folder: b"name,score\r\n" * 20, "ไม่ใช่ไฟล์ข้อมูล"),
    "only the head's beginning": (lambda content, _folder: content[:60], "ขาดหายไปบางส่วน"),
    "workbook": (lambda _content, _folder: b"PK\x03\x04" + bytes(200), "ไม่ใช่ไฟล์ข้อมูล"),
    "foreign": (lambda _content, folder: foreign_database(folder), "โปรแกรมอื่น"),
    "newer": (
        lambda content, _folder: with_bytes(
            content, VERSION, (SCHEMA_VERSION + 1).to_bytes(4, "big")
        ),
        "รุ่นใหม่กว่า",
    ),
    "much newer": (
        lambda content, _folder: with_bytes(content, VERSION, b"\xff\xff\xff\xff"),
        "รุ่นใหม่กว่า",
    ),
    "cut in half": (lambda content, _folder: content[: len(content) // 2], "ขาดหายไปบางส่วน"),
    "cut inside a page": (lambda content, _folder: content[: len(content) - 100], "ขาดหายไปบางส่วน"),
    "only the head": (lambda content, _folder: content[:100], "ขาดหายไปบางส่วน"),
    "schema page overwritten": (
        lambda content, _folder: with_bytes(content, slice(100, PAGE), b"\xff" * (PAGE - 100)),
        "เสียหาย",
    ),
    "score page overwritten": (
        lambda content, folder: with_bytes(
            content, slice(start := page_of(content, folder, "score"), start + PAGE), bytes(PAGE)
        ),
        "เสียหาย",
    ),
    "our mark on a foreign database": (
        lambda _content, folder: with_bytes(
            with_bytes(foreign_database(folder), APPLICATION, b"ITA1"), VERSION, b"\0\0\0\1"
        ),
        "เสียหาย",
    ),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_a_file_that_cannot_be_trusted_is_refused_and_stays_as_it_was(
    tmp_path: Path, sample_bytes: bytes, kind: str
) -> None:
    make, words = BROKEN[kind]
    content = make(sample_bytes, tmp_path)
    path = tmp_path / "เสีย.ita"
    path.write_bytes(content)
    with pytest.raises(ClerkError, match=words):
        open_data_file(path, "สมชาย")
    assert path.read_bytes() == content
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_a_missing_file_and_a_folder_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(ClerkError, match="ไม่พบไฟล์"):
        open_data_file(tmp_path / "ไม่มี.ita", "สมชาย")
    (tmp_path / "ไฟล์").write_bytes(b"x")
    with pytest.raises(ClerkError, match="ไม่พบไฟล์"):
        open_data_file(tmp_path / "ไฟล์" / "ไม่มี.ita", "สมชาย")
    with pytest.raises(ClerkError, match="เป็นโฟลเดอร์"):
        open_data_file(tmp_path, "สมชาย")


def test_a_file_without_permission_is_told(
    tmp_path: Path, sample_bytes: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The permission is made up: whoever builds as root may read everything."""

    def refuse(_path: Path, *_arguments: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "ปิด.ita"
    path.write_bytes(sample_bytes)
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(MachineError, match="สิทธิ์"):
        open_data_file(path, "สมชาย")


def test_a_file_held_by_another_program_is_not_called_damaged(
    tmp_path: Path, sample_bytes: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connecting, "_BUSY_MS", 20)
    path = tmp_path / "ใช้อยู่.ita"
    path.write_bytes(sample_bytes)
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        with pytest.raises(MachineError, match="กำลังถูกใช้อยู่ที่อื่น"):
            open_data_file(path, "สมชาย")
    open_data_file(path, "สมชาย").close()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("trusted_schema", 0),
        ("foreign_keys", 1),
        ("journal_mode", "delete"),
        ("synchronous", 3),  # EXTRA
        ("cell_size_check", 1),
        ("busy_timeout", 2000),
    ],
)
def test_an_open_file_is_guarded(file: DataFile, pragma: str, value: object) -> None:
    assert file.connection.execute(f"PRAGMA {pragma}").fetchone() == (value,)


def test_opening_a_sound_file_writes_nothing_and_needs_no_sqlite_utils(
    tmp_path: Path, sample_bytes: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def never(_connection: sqlite3.Connection) -> None:
        raise AssertionError

    monkeypatch.setattr(opening, "migrate", never)
    path = tmp_path / "ดี.ita"
    path.write_bytes(sample_bytes)
    file = open_data_file(path, "สมชาย")
    assert health_of(file) == ()
    file.close()
    assert path.read_bytes() == sample_bytes


def test_a_row_without_its_year_is_told_by_the_health(file: DataFile) -> None:
    connection = file.connection
    connection.execute("PRAGMA foreign_keys = OFF")
    with file.deed("เพิ่มคะแนน"):
        connection.execute("INSERT INTO score (fiscal_year, code, value) VALUES (2566, 'i1', '90')")
    assert health_of(file) == ("score 1: fiscal_year",)
