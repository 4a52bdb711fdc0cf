"""Opening refuses what it cannot trust, says why, and writes nothing to it."""

import random
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from ita_desktop import whole_file
from ita_desktop.db import connection as connecting
from ita_desktop.db import opening
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.health import health_of
from ita_desktop.db.lock import lock_place, take_lock
from ita_desktop.db.opening import open_data_file
from ita_desktop.db.refusals import FileRefusedError, Refused
from ita_desktop.db.schema import SCHEMA_VERSION
from ita_desktop.errors import ClerkError, MachineError

FILES = Path(__file__).parents[1] / "files"
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
    monkeypatch.setattr(whole_file, "_PATIENCE", ())
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


KINDS = {
    "empty": Refused.EMPTY,
    "text": Refused.FOREIGN,
    "foreign": Refused.FOREIGN,
    "newer": Refused.NEWER,
    "cut in half": Refused.TRUNCATED,
    "only the head": Refused.TRUNCATED,
    "score page overwritten": Refused.DAMAGED,
    "our mark on a foreign database": Refused.ALTERED,
}


@pytest.mark.parametrize("kind", KINDS)
def test_refusals_are_told_apart_by_their_kind(
    tmp_path: Path, sample_bytes: bytes, kind: str
) -> None:
    path = tmp_path / "เสีย.ita"
    path.write_bytes(BROKEN[kind][0](sample_bytes, tmp_path))
    with pytest.raises(FileRefusedError) as refused:
        open_data_file(path, "สมชาย")
    assert (refused.value.kind, refused.value.path) == (KINDS[kind], path)
    assert len(str(refused.value).splitlines()) == 1


def harm(number: int, content: bytes, foreign: bytes) -> bytes:
    """Return one of many bad files: cut, empty, foreign, newer, or with a page overwritten."""
    chance = random.Random(number)  # noqa: S311 - nothing is secret
    match number % 5:
        case 0:
            return content[: chance.randrange(len(content))]
        case 1:
            return foreign[: chance.randrange(len(foreign))] if number % 2 else b""
        case 2:
            return chance.randbytes(chance.randrange(1, 20_000))
        case 3:
            newer = chance.randrange(SCHEMA_VERSION + 1, 2**32)
            return with_bytes(content, VERSION, newer.to_bytes(4, "big"))
        case _:
            page = chance.randrange(len(content) // PAGE) * PAGE
            return with_bytes(content, slice(page, page + PAGE), chance.randbytes(PAGE))


@pytest.mark.parametrize("count", [40, pytest.param(200, marks=pytest.mark.slow)])
def test_a_bad_file_and_what_lies_beside_it_are_never_written_to(
    tmp_path: Path, sample_bytes: bytes, count: int
) -> None:
    """A page of the stored files or of the free ones may be anything: such a file is opened."""
    foreign = foreign_database(tmp_path)
    path, opened = tmp_path / "เสีย.ita", 0
    for number in range(count):
        content = harm(number, sample_bytes, foreign)
        path.write_bytes(content)
        beside: dict[str, bytes] = {}
        if number % 3 == 0:  # a journal of another file, which has no header that is its own
            beside[f"{path.name}-journal"] = bytes(512)
        for name, value in beside.items():
            (tmp_path / name).write_bytes(value)
        try:
            open_data_file(path, "สมชาย").close()
        except (ClerkError, MachineError):
            assert path.read_bytes() == content, number
            there = {one.name: one.read_bytes() for one in tmp_path.iterdir()}
            assert there.items() >= beside.items(), number
            assert there.keys() <= {path.name, f".{path.name}.lock"} | beside.keys(), number
        else:
            opened += 1
            assert number % 5 == 4, number
        for one in tmp_path.iterdir():
            one.unlink()
    assert opened <= count // 20


def test_after_an_unclean_end_all_is_proved_and_stays_suspect_until_it_is_sound(
    tmp_path: Path, sample_bytes: bytes
) -> None:
    """What only the whole check sees: a row that points at nothing."""
    path = tmp_path / "ค้าง.ita"
    path.write_bytes(sample_bytes)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("UPDATE current_deed SET deed = 1")
        other.execute("INSERT INTO score (fiscal_year, code, value) VALUES (2600, 'i1', '90')")
        other.execute("UPDATE current_deed SET deed = NULL")
    content = path.read_bytes()
    open_data_file(path, "สมชาย").close()  # a quick look does not see it
    crashed = take_lock(path, "สมชาย")
    crashed.suspect = True  # so its file stays, as after a power cut
    crashed.release()
    for _ in range(2):
        with pytest.raises(FileRefusedError, match="เสียหาย"):
            open_data_file(path, "สมชาย")
        assert lock_place(path).exists()
    assert path.read_bytes() == content
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("UPDATE current_deed SET deed = 1")
        other.execute("DELETE FROM score WHERE fiscal_year = 2600")
        other.execute("UPDATE current_deed SET deed = NULL")
    open_data_file(path, "สมชาย").close()
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


def test_beside_a_journal_that_was_left_all_is_proved(tmp_path: Path, sample_bytes: bytes) -> None:
    path = tmp_path / "ค้าง.ita"
    path.write_bytes(sample_bytes)
    journal = path.with_name(f"{path.name}-journal")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("UPDATE current_deed SET deed = 1")
        other.execute("INSERT INTO score (fiscal_year, code, value) VALUES (2600, 'i1', '90')")
        other.execute("UPDATE current_deed SET deed = NULL")
    journal.write_bytes(bytes(512))
    with pytest.raises(FileRefusedError, match="เสียหาย"):
        open_data_file(path, "สมชาย")
    journal.unlink(missing_ok=True)
    with pytest.raises(FileRefusedError, match="เสียหาย"):  # still: nobody has proved it
        open_data_file(path, "สมชาย")


def test_an_older_file_is_backed_up_before_it_is_migrated(tmp_path: Path) -> None:
    path = tmp_path / "เก่า.ita"
    shutil.copy(FILES / "schema_1.ita", path)
    content, seen = path.read_bytes(), list[bytes]()
    file = open_data_file(path, "สมชาย", back_up=lambda one: seen.append(one.read_bytes()))
    file.close()
    assert seen == [content]
    open_data_file(path, "สมชาย", back_up=lambda one: seen.append(one.read_bytes())).close()
    assert seen == [content]


@pytest.mark.parametrize("trouble", [MachineError("เต็ม"), ClerkError("เสีย"), OSError(28, "full")])
def test_an_older_file_without_a_backup_stays_as_it_is(tmp_path: Path, trouble: Exception) -> None:
    def fail(_path: Path) -> None:
        raise trouble

    path = tmp_path / "เก่า.ita"
    shutil.copy(FILES / "schema_1.ita", path)
    content = path.read_bytes()
    with pytest.raises(MachineError, match="ทำไฟล์สำรองก่อนปรับไม่สำเร็จ"):
        open_data_file(path, "สมชาย", back_up=fail)
    assert path.read_bytes() == content
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("to", ["rb", "r+b"])
def test_an_antivirus_that_holds_a_file_for_a_moment_is_waited_for(
    tmp_path: Path, sample_bytes: bytes, monkeypatch: pytest.MonkeyPatch, to: str
) -> None:
    really, refusals = Path.open, 3

    def held(path: Path, how: str = "r") -> object:
        nonlocal refusals
        if refusals and path.suffix == ".ita" and how == to:
            refusals -= 1
            raise PermissionError(13, "The process cannot access the file")
        return really(path, how)

    path = tmp_path / "ตรวจอยู่.ita"
    path.write_bytes(sample_bytes)
    monkeypatch.setattr(whole_file, "_PATIENCE", (0, 0, 0))
    monkeypatch.setattr(Path, "open", held)
    open_data_file(path, "สมชาย").close()
    assert refusals == 0


def test_a_head_that_an_older_writer_left_behind_says_nothing_of_the_length(
    tmp_path: Path, sample_bytes: bytes
) -> None:
    """Where the two change counters differ the count of pages is not kept up (fileformat2, 1.3)."""
    path = tmp_path / "เก่า.ita"
    head = bytearray(sample_bytes)
    head[28:32] = (9_999_999).to_bytes(4, "big")
    path.write_bytes(head)
    with pytest.raises(FileRefusedError, match="ขาดหายไปบางส่วน"):
        open_data_file(path, "สมชาย")
    head[92:96] = b"\0\0\0\1"
    path.write_bytes(head)
    open_data_file(path, "สมชาย").close()


def test_a_file_that_was_cut_off_while_it_grew_is_not_taken_for_a_truncated_one(
    tmp_path: Path, sample_bytes: bytes
) -> None:
    """Its head may be written before its last pages; the journal beside it has the old head."""
    growing, path = tmp_path / "กำลังโต.ita", tmp_path / "ไฟดับ.ita"
    growing.write_bytes(sample_bytes)
    with closing(sqlite3.connect(growing, isolation_level=None)) as connection:
        for pragma in ("cache_size = 1", "cache_spill = 1"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN")
        connection.execute("CREATE TABLE more AS SELECT zeroblob(900000) AS bytes")
        for ending in ("", "-journal"):
            beside = growing.with_name(growing.name + ending)
            path.with_name(path.name + ending).write_bytes(beside.read_bytes())
        connection.execute("ROLLBACK")
    head = bytearray(path.read_bytes())
    head[28:32] = (9_999).to_bytes(4, "big")
    path.write_bytes(head)
    file = open_data_file(path, "สมชาย")
    assert health_of(file) == ()
    file.close()
    assert path.stat().st_size == len(sample_bytes)
    assert sorted(one.name for one in tmp_path.iterdir()) == sorted([growing.name, path.name])


def test_a_folder_that_takes_no_lock_and_a_file_that_takes_no_byte_are_only_read(
    tmp_path: Path, sample_bytes: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Made up, for whoever builds as root may write everywhere; `tests/cli` asks another user."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "อ่าน.ita"
    path.write_bytes(sample_bytes)
    with monkeypatch.context() as made_up:
        made_up.setattr(opening, "take_lock", refuse)
        with pytest.raises(FileRefusedError, match="โฟลเดอร์ของไฟล์") as refused:
            open_data_file(path, "สมชาย")
    assert refused.value.kind is Refused.UNWRITABLE

    def cannot(_path: Path) -> bool:
        return False

    monkeypatch.setattr(opening, "_can_be_written", cannot)
    with pytest.raises(FileRefusedError) as refused:
        open_data_file(path, "สมชาย")
    assert refused.value.kind is Refused.UNWRITABLE
    assert [one.name for one in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("scores", [10_000, pytest.param(100_000, marks=pytest.mark.slow)])
def test_stored_files_are_not_read_at_an_ordinary_opening(
    tmp_path: Path, sample_bytes: bytes, scores: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "ใหญ่.ita"
    path.write_bytes(sample_bytes)
    file = open_data_file(path, "สมชาย")
    with file.deed("มาก"):
        file.connection.executemany(
            "INSERT INTO score (fiscal_year, code, value) VALUES (2566, ?, '90')",
            ((f"x{number}",) for number in range(scores)),
        )
        file.connection.execute(
            "INSERT INTO content (sha256, data) VALUES (?, randomblob(2000000))", ("0" * 64,)
        )
    file.close()
    asked: list[str] = []

    def connect(place: Path) -> sqlite3.Connection:
        made = connecting.connect(place)
        made.set_trace_callback(asked.append)
        return made

    monkeypatch.setattr(opening, "connect", connect)
    began = time.perf_counter()
    open_data_file(path, "สมชาย").close()
    assert time.perf_counter() - began < 2
    checked = [question for question in asked if "_check" in question]
    assert any("'score'" in question for question in checked)
    assert not any("'content'" in question or "_check(" not in question for question in checked)
