"""A file that cannot be worked in: its last good backup, what is readable, a move out of danger."""

import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from ita_desktop.db import copying
from ita_desktop.db.backup_file import read_manifest
from ita_desktop.db.lock import lock_place, take_lock
from ita_desktop.db.refusals import FileHeldError
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.workflows import moving, opening
from ita_desktop.workflows.backups import Reason, back_up, shelf_folder
from ita_desktop.workflows.dump import dump
from ita_desktop.workflows.file_place import Danger, Place
from ita_desktop.workflows.moving import copy_file, save_copy, set_moved_aside, target_in
from ita_desktop.workflows.opening import (
    is_backup_file,
    open_file,
    open_to_read,
    open_to_write,
)
from ita_desktop.workflows.recovering import (
    can_be_read,
    newest_backup,
    use_backup,
    use_last_backup,
)
from tests.kept_file import KeptFile

PAGE = 4096


@pytest.fixture
def path(kept_sample: KeptFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("ita_desktop.workflows.backups.user_folder", lambda: tmp_path / "user")
    (tmp_path / "data").mkdir()
    return kept_sample.copy_to(tmp_path / "data" / "เทศบาล.ita")


def dumped(path: Path) -> object:
    file = open_to_read(path)
    try:
        return dump(file)
    finally:
        file.close()


def names(path: Path) -> set[str]:
    return {one.name for one in path.parent.iterdir()}


HARM: dict[str, Callable[[Path], object]] = {
    "missing": Path.unlink,
    "empty": lambda path: path.write_bytes(b""),
    "truncated": lambda path: path.write_bytes(path.read_bytes()[:50_000]),
    "damaged": lambda path: path.write_bytes(path.read_bytes()[:PAGE] + b"\xff" * 170_000),
}


@pytest.mark.parametrize("kind", HARM)
def test_the_last_good_backup_takes_the_place_and_the_harmed_file_is_kept(
    path: Path, kind: str
) -> None:
    before = dumped(path)
    assert newest_backup(path) is None
    made = back_up(path, Reason.BY_HAND)
    HARM[kind](path)
    harmed = path.read_bytes() if path.exists() else None
    found = newest_backup(path)
    assert found is not None
    assert found.made == made.manifest.made
    done = use_last_backup(path)
    assert done.made == made.manifest.made
    assert dumped(path) == before
    kept = path.with_name(f"{path.name}.damaged")
    assert done.kept == (None if harmed is None else kept)
    assert (kept.read_bytes() if kept.exists() else None) == harmed


def test_without_a_good_backup_nothing_is_touched(path: Path) -> None:
    content = path.read_bytes()[:5000]
    path.write_bytes(content)
    with pytest.raises(ClerkError, match="ไม่มีไฟล์สำรอง"):
        use_last_backup(path)
    assert path.read_bytes() == content
    assert names(path) == {path.name}


def test_no_backup_takes_the_place_of_a_file_that_is_open(path: Path) -> None:
    back_up(path, Reason.BY_HAND)
    lock = take_lock(path, "สมหญิง")
    with pytest.raises(FileHeldError):
        use_last_backup(path)
    lock.release()


def test_a_backup_is_opened_to_read_and_becomes_a_working_file(path: Path) -> None:
    before = dumped(path)
    backup = back_up(path, Reason.BY_HAND).path
    content = backup.read_bytes()
    assert (is_backup_file(backup), is_backup_file(path)) == (True, False)
    file = open_file(backup)
    assert "ไฟล์สำรอง" in file.read_only
    file.close()
    with pytest.raises(ClerkError, match="ไฟล์สำรอง"):
        open_to_write(backup)
    out = path.with_name("งาน.ita")
    assert use_backup(backup, out) is None
    assert (dumped(out), backup.read_bytes()) == (before, content)
    open_to_write(out).close()


def test_what_is_readable_of_a_harmed_file_is_known(path: Path) -> None:
    assert can_be_read(path)
    with closing(sqlite3.connect(path)) as connection:
        pages = dict(connection.execute("SELECT name, rootpage FROM sqlite_schema"))
    content = path.read_bytes()
    for table, readable in (("change", True), ("score", False)):
        start = (pages[table] - 1) * PAGE
        path.write_bytes(content[:start] + b"\xff" * PAGE + content[start + PAGE :])
        assert can_be_read(path) is readable


def test_a_file_is_moved_whole_and_the_old_one_is_out_of_the_way(path: Path) -> None:
    before = dumped(path)
    target = target_in(path.parents[1], path)
    copy_file(path, target)
    assert names(path) == {path.name}
    aside = set_moved_aside(path, target)
    assert names(path) == {f"{path.name}.moved"}
    assert aside.exists()
    assert dumped(target) == before
    target.rename(path)
    copy_file(path, target)
    assert set_moved_aside(path, target).name == f"{path.name}.moved-2"


def test_a_move_waits_for_who_reads_the_old_file_for_a_moment(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    really, tries = Path.rename, list[Path]()

    def rename(one: Path, target: Path) -> Path:
        tries.append(one)
        if len(tries) < 3:
            raise PermissionError(13, "held")
        return really(one, target)

    def no_pause(_seconds: float) -> None:
        pass

    monkeypatch.setattr(Path, "rename", rename)
    monkeypatch.setattr("time.sleep", no_pause)
    target = target_in(path.parents[1], path)
    copy_file(path, target)
    assert set_moved_aside(path, target).exists()
    assert tries == [path] * 3
    assert target.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file keeps its name there")
def test_an_open_file_without_a_name_is_saved_elsewhere(path: Path) -> None:
    before, target = dumped(path), path.with_name("สำเนา.ita")
    file = open_to_write(path)
    path.unlink()
    save_copy(file, target)
    with pytest.raises(ClerkError, match="อยู่แล้ว"):
        save_copy(file, target)
    file.close()
    assert dumped(target) == before


def test_a_copy_that_is_unsound_or_finds_its_name_taken_is_not_put_there(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = path.with_name("สำเนา.ita")
    really = copying.is_sound

    def unsound(_connection: sqlite3.Connection, *, whole: bool) -> bool:
        return not whole

    def overtaken(connection: sqlite3.Connection, *, whole: bool) -> bool:
        target.write_text("ของคนอื่น", "utf-8")
        return really(connection, whole=whole)

    monkeypatch.setattr(copying, "is_sound", unsound)
    with pytest.raises(MachineError, match="ไม่สำเร็จ"):
        copy_file(path, target)
    assert names(path) == {path.name}
    monkeypatch.setattr(copying, "is_sound", overtaken)
    with pytest.raises(ClerkError, match="อยู่แล้ว"):
        copy_file(path, target)
    assert target.read_text("utf-8") == "ของคนอื่น"
    assert names(path) == {path.name, target.name}


def test_a_journal_that_lies_at_the_new_place_already_is_set_aside(path: Path) -> None:
    before, target = dumped(path), path.with_name("สำเนา.ita")
    journal = target.with_name(f"{target.name}-journal")
    journal.write_bytes(b"of another")
    copy_file(path, target)
    assert not journal.exists()
    assert journal.with_name(f"{journal.name}.old").read_bytes() == b"of another"
    assert dumped(target) == before


def test_a_move_that_fails_leaves_everything_as_it_was(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = path.read_bytes()
    with pytest.raises(ClerkError, match="อยู่แล้ว"):
        target_in(path.parent, path)
    with pytest.raises(ClerkError, match="ไม่พบโฟลเดอร์"):
        copy_file(path, path.parent / "ไม่มี" / path.name)

    def on_a_share(_path: Path) -> Place:
        return Place(Danger.SHARE)

    monkeypatch.setattr(moving, "place_of", on_a_share)
    with pytest.raises(ClerkError, match="ไม่ได้อยู่ในเครื่องนี้"):
        target_in(path.parents[1], path)
    target = path.with_name("ใหม่.ita")
    copy_file(path, target)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(MachineError, match="ไฟล์เดิมยังใช้ได้"):
        set_moved_aside(path, target)
    assert names(path) == {path.name}
    assert path.read_bytes() == content


def test_a_copy_that_does_not_fit_leaves_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("ita_desktop.db.copying.put_in_place", full)
    with pytest.raises(MachineError, match="ไฟล์เดิมยังอยู่ที่เดิม"):
        copy_file(path, path.with_name("ใหม่.ita"))
    assert names(path) == {path.name}


def test_an_older_file_is_backed_up_before_it_is_migrated(path: Path) -> None:
    older = Path(__file__).parents[1] / "files" / "schema_1.ita"
    path.write_bytes(older.read_bytes())
    file = opening.open_file(path)
    assert file.read_only == ""
    file.close()
    (backup,) = shelf_folder().rglob("*.ita")
    found = read_manifest(backup)
    assert found is not None
    assert (found.reason, found.schema_version) == (Reason.MIGRATION.value, 1)
    assert not lock_place(path).exists()
