"""The data of a backup in the place of a data file: nothing of what was there is lost."""

import errno
import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from ita_desktop.db.backing_up import make_backup
from ita_desktop.db.journals import ALL
from ita_desktop.db.opening import open_data_file
from ita_desktop.db.putting_back import put_back
from ita_desktop.errors import ClerkError, MachineError

Content = dict[str, list[tuple[object, ...]]]


@pytest.fixture
def path(tmp_path: Path, sample_bytes: bytes) -> Path:
    folder = tmp_path / "งาน ITA"
    folder.mkdir()
    made = folder / "งาน.ita"
    made.write_bytes(sample_bytes)
    return made


@pytest.fixture
def backup(path: Path, tmp_path: Path) -> Path:
    made = tmp_path / "สำรอง.ita"
    make_backup(path, made, "timer", "0.1.0")
    return made


def test_nothing_is_put_under_the_name_of_a_device(
    tmp_path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows says before 11 that nul.ita is there, and nul.ita.damaged, and whatever follows."""
    target = tmp_path / "nul.ita"

    def device(path: Path) -> str:
        return f"\\\\.\\{path.stem}"

    with monkeypatch.context() as windows:
        windows.setattr(os.path, "abspath", device)
        with pytest.raises(MachineError, match="ไม่สำเร็จ"):
            put_back(backup, target)
    assert "nul.ita" not in [one.name for one in tmp_path.iterdir()]


def test_a_file_that_an_antivirus_looks_at_is_put_aside_a_moment_later(
    path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename, tries = Path.rename, list[Path]()

    def held_once(old: Path, new: Path) -> Path:
        tries.append(new)
        if len(tries) == 1:
            raise PermissionError(errno.EACCES, "held")
        return rename(old, new)

    monkeypatch.setattr(Path, "rename", held_once)
    monkeypatch.setattr("ita_desktop.whole_file._PATIENCE", (0,))
    assert put_back(backup, path) == path.with_name("งาน.ita.replaced")
    assert len(tries) == 2


def names(path: Path) -> list[str]:
    return sorted(one.name for one in path.parent.iterdir())


def test_a_damaged_file_is_kept_as_damaged_and_a_sound_one_as_replaced(
    path: Path, backup: Path, sample_bytes: bytes
) -> None:
    sound = path.read_bytes()
    kept = put_back(backup, path)
    assert kept == path.with_name("งาน.ita.replaced")
    assert kept is not None
    assert kept.read_bytes() == sound
    path.write_bytes(b"damaged" * 1000)
    kept = put_back(backup, path)
    assert kept == path.with_name("งาน.ita.damaged")
    assert kept is not None
    assert kept.read_bytes() == b"damaged" * 1000
    path.write_bytes(b"")
    assert put_back(backup, path) == path.with_name("งาน.ita.damaged-2")
    assert put_back(backup, path) == path.with_name("งาน.ita.replaced-2")
    path.unlink()
    assert put_back(backup, path) is None
    assert len(path.read_bytes()) == len(sample_bytes)


def test_what_is_put_back_has_no_trailer_and_opens(
    path: Path, backup: Path, content: Callable[..., Content]
) -> None:
    before = open_data_file(path, "สมชาย")
    there = content(before)
    before.close()
    put_back(backup, path)
    file = open_data_file(path, "สมชาย")
    assert content(file) == there
    assert not file.read_only
    file.close()
    assert path.stat().st_size % 4096 == 0


def test_a_copy_made_by_hand_is_put_back_where_it_is_sound(path: Path, tmp_path: Path) -> None:
    copy = tmp_path / "คัดลอกเอง.ita"
    shutil.copy(path, copy)
    put_back(copy, path)
    assert path.read_bytes() == copy.read_bytes()
    copy.write_bytes(copy.read_bytes()[:-1])
    with pytest.raises(ClerkError):
        put_back(copy, path)


def examine_journals(path: Path, backup: Path, content: Callable[..., Content], count: int) -> None:
    """Leave journals of another life beside the file each time; the backup's content is there."""
    chosen = random.Random(2569)  # noqa: S311 - which bytes, not a secret
    file = open_data_file(path, "สมชาย")
    wanted = content(file)
    with file.deed("แก้คะแนน"):
        file.connection.execute("UPDATE score SET value = '1'")
        hot = path.with_name(path.name + "-journal").read_bytes()
    file.close()
    for _ in range(count):
        for ending in chosen.sample(ALL, chosen.randint(1, 3)):
            journal = path.with_name(path.name + ending)
            stale = hot if chosen.random() < 0.5 else chosen.randbytes(chosen.randint(1, 70_000))
            journal.write_bytes(stale)
        put_back(backup, path)
        file = open_data_file(path, "สมชาย")
        assert content(file) == wanted
        file.close()


def test_stale_journals_do_no_harm(
    path: Path, backup: Path, content: Callable[..., Content]
) -> None:
    examine_journals(path, backup, content, 6)
    assert any(name.endswith(".old") for name in names(path))


@pytest.mark.slow
def test_fifty_stale_journals_do_no_harm(
    path: Path, backup: Path, content: Callable[..., Content]
) -> None:
    examine_journals(path, backup, content, 50)


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root writes everywhere")
def test_where_the_folder_refuses_the_file_stays(path: Path, backup: Path) -> None:
    before = path.read_bytes()
    path.parent.chmod(0o500)
    try:
        with pytest.raises(MachineError):
            put_back(backup, path)
    finally:
        path.parent.chmod(0o700)
    assert path.read_bytes() == before
    assert names(path) == ["งาน.ita"]


def test_where_the_disk_refuses_the_file_is_back_in_its_place(
    path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = path.read_bytes()

    def refuse(*_: object) -> None:
        raise OSError(28, "no room")

    monkeypatch.setattr("ita_desktop.db.putting_back.put_in_place", refuse)
    with pytest.raises(MachineError, match="ไฟล์เดิมยังอยู่"):
        put_back(backup, path)
    assert path.read_bytes() == before
    assert names(path) == ["งาน.ita"]


def test_where_the_disk_refuses_the_file_has_its_journal_again(
    path: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the journal of a write that was cut off the file would be taken for whole."""
    whole = path.read_bytes()
    file = open_data_file(path, "สมชาย")
    connection = file.connection
    connection.execute("PRAGMA cache_size = 2")
    connection.execute("BEGIN")
    connection.execute("UPDATE current_deed SET deed = 1")
    connection.execute("UPDATE score SET value = '66'")
    journal = path.with_name(path.name + "-journal")
    died, half = path.read_bytes(), journal.read_bytes()
    connection.execute("ROLLBACK")
    file.close()
    path.write_bytes(died)
    journal.write_bytes(half)
    path.with_name(path.name + "-wal").write_bytes(b"of another")
    there = names(path)

    def refuse(*_: object) -> None:
        raise OSError(28, "no room")

    with monkeypatch.context() as patch:
        patch.setattr("ita_desktop.db.putting_back.put_in_place", refuse)
        with pytest.raises(MachineError):
            put_back(backup, path)
    assert names(path) == there
    replace = Path.replace

    def hold(one: Path, target: Path) -> Path:
        if one.name.endswith("-wal"):
            raise PermissionError(13, "held")
        return replace(one, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", hold)
        with pytest.raises(MachineError):
            put_back(backup, path)
    assert names(path) == there
    path.with_name(path.name + "-wal").unlink()
    open_data_file(path, "สมชาย").close()
    assert path.read_bytes() == whole
