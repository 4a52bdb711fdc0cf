"""A journal that lies beside a file and is not its own does it no harm, and is kept."""

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from ita_desktop.db import journals
from ita_desktop.db.creating import create_data_file
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.health import health_of
from ita_desktop.db.opening import open_data_file
from ita_desktop.errors import MachineError
from ita_desktop.workflows.opening import new_sample_file

Content = dict[str, list[tuple[object, ...]]]
Read = Callable[[DataFile], Content]

DIES_WHILE_WRITING = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 1")
connection.execute("PRAGMA journal_mode = " + sys.argv[2])
connection.execute("BEGIN IMMEDIATE")
connection.execute("CREATE TABLE more (x)")
for number in range(400):
    connection.execute("INSERT INTO more VALUES (zeroblob(2000))")
if sys.argv[2] == "wal":
    connection.execute("COMMIT")
os._exit(1)
"""


def die_while_writing(path: Path, mode: str) -> None:
    subprocess.run([sys.executable, "-c", DIES_WHILE_WRITING, path, mode], check=False)


@pytest.fixture
def strangers(tmp_path: Path, sample_bytes: bytes) -> dict[str, bytes]:
    """Return by their endings what processes left that died while they wrote to another file."""
    found: dict[str, bytes] = {}
    for mode in ("delete", "wal"):
        other = tmp_path / mode / "other.ita"
        other.parent.mkdir()
        other.write_bytes(sample_bytes)
        die_while_writing(other, mode)
        left = (path for path in other.parent.iterdir() if path != other)
        found |= {path.name.removeprefix(other.name): path.read_bytes() for path in left}
    assert set(found) == set(journals.ALL)
    assert all(found.values())
    return found


@pytest.mark.parametrize("endings", [("-journal",), ("-wal",), ("-wal", "-shm"), journals.ALL])
def test_strangers_beside_a_new_file_are_set_aside(
    tmp_path: Path, strangers: dict[str, bytes], content: Read, endings: tuple[str, ...]
) -> None:
    wanted = new_sample_file(tmp_path / "ก.ita")
    path = tmp_path / "new" / "ใหม่.ita"
    path.parent.mkdir()
    for ending in endings:
        path.with_name(path.name + ending).write_bytes(strangers[ending])
    file = new_sample_file(path)
    assert (health_of(file), content(file)) == ((), content(wanted))
    for opened in (file, wanted):
        opened.close()
    assert {found.name: found.read_bytes() for found in path.parent.iterdir()} == {
        path.name: path.read_bytes(),
        **{f"{path.name}{ending}.old": strangers[ending] for ending in endings},
    }


def test_what_was_set_aside_before_is_kept_too(tmp_path: Path) -> None:
    path = tmp_path / "ใหม่.ita"
    for number in (1, 2, 3):
        (tmp_path / "ใหม่.ita-wal").write_text(str(number), "utf-8")
        assert len(journals.set_aside(path)) == 1
    assert {found.name: found.read_text("utf-8") for found in tmp_path.iterdir()} == {
        "ใหม่.ita-wal.old": "1",
        "ใหม่.ita-wal.old-2": "2",
        "ใหม่.ita-wal.old-3": "3",
    }
    assert journals.set_aside(path) == ()


def test_a_write_ahead_journal_beside_a_file_that_knows_of_none_is_set_aside(
    tmp_path: Path, sample_bytes: bytes, strangers: dict[str, bytes]
) -> None:
    path = tmp_path / "สำรอง.ita"
    path.write_bytes(sample_bytes)
    for ending in journals.WRITE_AHEAD:
        path.with_name(path.name + ending).write_bytes(strangers[ending])
    file = open_data_file(path, "สมชาย")
    assert health_of(file) == ()
    file.close()
    assert path.read_bytes() == sample_bytes
    for ending in journals.WRITE_AHEAD:
        assert path.with_name(f"{path.name}{ending}.old").read_bytes() == strangers[ending]


def test_a_stranger_that_cannot_be_moved_is_told(
    tmp_path: Path, sample_bytes: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def held(_path: Path, _target: Path) -> None:
        raise PermissionError(13, "Permission denied")

    path = tmp_path / "สำรอง.ita"
    path.write_bytes(sample_bytes)
    path.with_name(f"{path.name}-wal").write_bytes(b"x")
    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(MachineError, match="-wal"):
        open_data_file(path, "สมชาย")
    assert path.read_bytes() == sample_bytes


def test_the_files_own_journal_is_rolled_back(
    tmp_path: Path, sample_bytes: bytes, content: Read
) -> None:
    path = tmp_path / "เทศบาล.ita"
    path.write_bytes(sample_bytes)
    before = open_data_file(path, "สมชาย")
    wanted = content(before)
    before.close()
    die_while_writing(path, "delete")
    assert path.read_bytes() != sample_bytes
    assert path.with_name(f"{path.name}-journal").exists()
    file = open_data_file(path, "สมชาย")
    assert (content(file), health_of(file)) == (wanted, ())
    file.close()
    assert path.read_bytes() == sample_bytes
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_a_write_ahead_journal_of_the_file_itself_is_read(
    tmp_path: Path, sample_bytes: bytes
) -> None:
    """Another program may have changed the mode and died: what it wrote is not thrown away."""
    path = tmp_path / "เทศบาล.ita"
    path.write_bytes(sample_bytes)
    code = (
        "import os, sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        "c.execute('PRAGMA journal_mode = wal'); c.execute('PRAGMA wal_checkpoint')\n"
        "c.execute('UPDATE current_deed SET deed = 1'); c.execute('DELETE FROM score')\n"
        "c.execute('UPDATE current_deed SET deed = NULL'); os._exit(1)"
    )
    subprocess.run([sys.executable, "-c", code, path], check=False)
    assert path.with_name(f"{path.name}-wal").stat().st_size > 0
    file = open_data_file(path, "สมชาย")
    assert file.read("SELECT count(*) FROM score") == [(0,)]
    assert file.read("PRAGMA journal_mode") == [("delete",)]
    file.close()
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


@pytest.mark.skipif(sys.platform == "win32", reason="letters of the whole path count there")
def test_a_new_file_is_not_made_where_its_journal_could_not_be(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="too long"):
        journals.set_aside(tmp_path / f"{'ก' * 82}.ita")
    assert sqlite3.sqlite_version_info >= (3, 37)  # STRICT tables
    with pytest.raises(MachineError):
        create_data_file(tmp_path / f"{'ก' * 82}.ita", "สมชาย")
