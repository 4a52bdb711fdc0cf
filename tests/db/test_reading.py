"""What is only read is a private copy: the file, its journals and its lock stay untouched."""

import shutil
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from ita_desktop.db import reading
from ita_desktop.db.connection import connect
from ita_desktop.db.health import health_of
from ita_desktop.db.lock import lock_place
from ita_desktop.db.looking import look_into
from ita_desktop.db.opening import open_data_file
from ita_desktop.db.reading import open_for_reading
from ita_desktop.db.refusals import FileRefusedError, Refused
from ita_desktop.db.schema import SCHEMA_VERSION, version_of
from ita_desktop.db.scores import entries_of, fiscal_years
from ita_desktop.errors import ClerkError, MachineError

FILES = Path(__file__).parents[1] / "files"
Beside = dict[str, bytes]


@pytest.fixture
def path(tmp_path: Path, sample_bytes: bytes, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    (tmp_path / "data").mkdir()
    found = tmp_path / "data" / "ตัวอย่าง.ita"
    found.write_bytes(sample_bytes)
    return found


def beside(path: Path) -> Beside:
    return {one.name: one.read_bytes() for one in path.parent.iterdir()}


def copies(path: Path) -> list[Path]:
    return list((path.parents[1] / "temp").iterdir())


def test_a_file_that_another_writes_to_is_read_as_it_was_at_that_moment(path: Path) -> None:
    writer = open_data_file(path, "สมชาย")
    file = open_for_reading(path, "สมหญิง", "ผู้อื่นเปิดอยู่")
    assert (file.path, file.read_only, file.lock) == (path, "ผู้อื่นเปิดอยู่", None)
    with writer.deed("แก้"):
        writer.connection.execute("DELETE FROM unit")
    assert file.read("SELECT count(*) FROM unit")[0][0] > 0
    assert health_of(file) == ()
    writer.close()
    file.close()
    assert copies(path) == []


def test_no_deed_is_taken_in_what_is_only_read(path: Path) -> None:
    writer = open_data_file(path, "สมชาย")
    with writer.deed("แก้"):
        writer.connection.execute("UPDATE unit SET position = position + 1")
    writer.close()
    before = beside(path)
    file = open_for_reading(path, "สมหญิง")

    def write() -> None:
        with file.deed("แก้"):
            file.connection.execute("DELETE FROM unit")

    for verb in (write, file.undo):
        with pytest.raises(ClerkError, match="เปิดอ่านอย่างเดียว"):
            verb()
    file.close()
    assert beside(path) == before


def cut_off(path: Path) -> None:
    """Leave a hot journal: a copy of both, made in the middle of a commit."""
    whole = path.with_name("เต็ม.ita")
    shutil.copy(path, whole)
    with closing(connect(whole)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE current_deed SET deed = 1")
        connection.execute("UPDATE score SET value = '1'")
        connection.execute("UPDATE office SET name = 'ครึ่งทาง'")
        shutil.copy(whole, path)
        journal = whole.with_name(f"{whole.name}-journal")
        shutil.copy(journal, path.with_name(f"{path.name}-journal"))
        connection.execute("ROLLBACK")
    whole.unlink()


def test_what_a_crash_left_is_taken_back_in_the_copy_only(path: Path) -> None:
    cut_off(path)
    before = beside(path)
    assert set(before) == {path.name, f"{path.name}-journal"}
    with closing(look_into(path, at_rest=True)) as connection:  # as it would be without the journal
        halfway = "SELECT count(*) FROM score WHERE value = '1'"
        assert connection.execute(halfway).fetchone()[0] > 0
    file = open_for_reading(path, "สมชาย")
    assert health_of(file) == ()
    assert file.read(halfway) == [(0,)]
    file.close()
    assert beside(path) == before
    opened = open_data_file(path, "สมชาย")  # a writer takes it back where it is
    assert fiscal_years(opened) == (2564, 2565, 2566)
    opened.close()
    assert list(beside(path)) == [path.name]


def test_an_older_file_is_brought_to_the_present_schema_in_the_copy_only(path: Path) -> None:
    shutil.copy(FILES / "schema_1.ita", path)
    before = beside(path)
    file = open_for_reading(path, "สมชาย")
    assert version_of(file.connection) == SCHEMA_VERSION
    file.close()
    assert beside(path) == before


HARMED: dict[str, Callable[[bytes], bytes]] = {
    "cut": lambda content: content[: len(content) - 3 * 4096],
    "last page lost": lambda content: content[:-4096] + bytes(4096),
}


@pytest.mark.parametrize("kind", HARMED)
def test_a_harmed_file_is_read_as_far_as_it_goes_where_that_is_asked_for(
    path: Path, kind: str
) -> None:
    path.write_bytes(HARMED[kind](path.read_bytes()))
    before = beside(path)
    with pytest.raises(FileRefusedError) as refused:
        open_for_reading(path, "สมชาย")
    assert refused.value.kind in (Refused.TRUNCATED, Refused.DAMAGED)
    assert copies(path) == []
    file = open_for_reading(path, "สมชาย", harmed=True)
    assert fiscal_years(file) == (2564, 2565, 2566)
    file.close()
    assert (beside(path), copies(path)) == (before, [])


def test_an_altered_file_is_not_even_read(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("CREATE TRIGGER own AFTER INSERT ON deed BEGIN SELECT 1; END")
    for harmed in (False, True):
        with pytest.raises(FileRefusedError) as refused:
            open_for_reading(path, "สมชาย", harmed=harmed)
        assert refused.value.kind is Refused.ALTERED
    assert copies(path) == []


def test_a_temporary_folder_that_is_full_is_told(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(tempfile, "mkdtemp", full)
    with pytest.raises(MachineError, match="โฟลเดอร์ชั่วคราว"):
        open_for_reading(path, "สมชาย")


def test_a_file_that_is_held_for_good_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ita_desktop.db.looking._BUSY_MS", 20)
    with closing(sqlite3.connect(path, isolation_level=None)) as holder:
        holder.execute("BEGIN EXCLUSIVE")
        with pytest.raises(MachineError, match="กำลังถูกใช้อยู่ที่อื่น"):
            open_for_reading(path, "สมชาย")
    assert copies(path) == []


def test_a_copy_that_takes_for_ever_is_given_up(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "_PATIENCE", -1)
    monkeypatch.setattr(reading, "_STEP", 1)
    with pytest.raises(MachineError, match="กำลังถูกใช้อยู่ที่อื่น"):
        open_for_reading(path, "สมชาย")
    assert copies(path) == []


def test_reading_makes_no_lock_and_minds_none(path: Path) -> None:
    lock_place(path).write_text("{}")
    file = open_for_reading(path, "สมชาย")
    assert len(entries_of(file, 2566)) > 0
    file.close()
    assert lock_place(path).read_text() == "{}"
