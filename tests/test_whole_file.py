"""A file is put in place whole, or the old one stays and the clerk is told why."""

import errno
import os
import sys
from pathlib import Path

import pytest

from ita_desktop.errors import MachineError
from ita_desktop.whole_file import (
    held_sentence,
    part_of,
    put_in_place,
    write_whole,
    write_whole_or_beside,
)


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "แผน.pdf"
    target.write_bytes(b"old")
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert [path.name for path in tmp_path.iterdir()] == ["แผน.pdf"]


@pytest.mark.skipif(sys.platform == "win32", reason="links are for administrators there")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "แผน.pdf", tmp_path / "ทางลัด.pdf"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such thing there")
def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "ท่อ.pdf"
    os.mkfifo(pipe)
    with pytest.raises(MachineError, match="อุปกรณ์"):
        write_whole(pipe, b"new")
    assert pipe.is_fifo()


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "พื้นที่ดิสก์ไม่พอ"),
        (errno.EFBIG, "พื้นที่ดิสก์ไม่พอ"),
        (errno.EIO, "ไม่สำเร็จ"),
        (errno.EACCES, "เปิดอยู่"),
    ],
)
def test_the_old_file_stays_when_the_disk_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    target = tmp_path / "out.pdf"
    target.write_bytes(b"old")

    def refuse(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(MachineError, match=words):
        write_whole(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["out.pdf"]


def test_a_target_held_by_a_reader_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.pdf"
    replace = Path.replace
    tries: list[Path] = []

    def held_twice(part: Path, goal: Path) -> Path:
        tries.append(part)
        if len(tries) < 3:
            raise PermissionError(errno.EACCES, "held")
        return replace(part, goal)

    monkeypatch.setattr(Path, "replace", held_twice)
    monkeypatch.setattr("ita_desktop.whole_file._PATIENCE", (0, 0, 0))
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert len(tries) == 3


def test_a_missing_folder_and_a_folder_as_target_are_told_in_thai(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="ไม่พบโฟลเดอร์"):
        write_whole(tmp_path / "ไม่มี" / "out.pdf", b"new")
    (tmp_path / "ไฟล์").write_bytes(b"old")
    with pytest.raises(MachineError, match="ไม่พบโฟลเดอร์"):
        write_whole(tmp_path / "ไฟล์" / "out.pdf", b"new")
    (tmp_path / "ไฟล์").unlink()
    (tmp_path / "โฟลเดอร์").mkdir()
    with pytest.raises(MachineError, match="เป็นโฟลเดอร์ ไม่ใช่ไฟล์"):
        write_whole(tmp_path / "โฟลเดอร์", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["โฟลเดอร์"]


@pytest.mark.parametrize("name", [".", ".."])
def test_a_target_without_a_name_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    folder = tmp_path / "ใน"
    folder.mkdir()
    monkeypatch.chdir(folder)
    with pytest.raises(MachineError):
        write_whole(Path(name), b"new")
    assert list(folder.iterdir()) == []
    assert list(tmp_path.iterdir()) == [folder]


def test_a_name_too_long_for_the_disk_is_told(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="ยาวเกินไป"):
        write_whole(tmp_path / f"{'ก' * 300}.pdf", b"new")


@pytest.mark.parametrize(
    ("number", "folder", "name", "words"),
    [
        (errno.ENOENT, 240, "a.pdf", "ยาวเกินไป"),  # the part file has 38 letters
        (errno.ENOENT, 200, f"{'ก' * 70}.pdf", "ยาวเกินไป"),
        (errno.EINVAL, 20, f"{'ก' * 252}.pdf", "ยาวเกินไป"),
        (errno.ENOENT, 200, "a.pdf", "ไม่พบโฟลเดอร์"),
        (errno.EACCES, 240, "a.pdf", "เปิดอยู่"),  # where long paths are let, another may hold it
    ],
)
def test_windows_has_no_room_for_a_name_and_says_that_it_is_not_there(
    monkeypatch: pytest.MonkeyPatch, number: int, folder: int, name: str, words: str
) -> None:
    def refuse(_path: Path, _mode: str) -> None:
        raise OSError(number, os.strerror(number))

    target = Path("/", "a" * (folder - 1), name)
    with monkeypatch.context() as windows:
        windows.setattr(sys, "platform", "win32")
        windows.setattr(Path, "open", refuse)
        windows.setattr(os.path, "abspath", str)
        with pytest.raises(MachineError, match=words):
            write_whole(target, b"new")


@pytest.mark.parametrize("name", ["con.pdf", "aux.pdf", "nul.pdf"])
def test_a_name_that_windows_takes_for_a_device_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Before 11 it does so in whatever folder; Python takes con.pdf for the console."""
    target = tmp_path / name

    def device(path: Path) -> str:
        return f"\\\\.\\{path.stem}"

    with monkeypatch.context() as windows:
        windows.setattr(os.path, "abspath", device)
        with pytest.raises(MachineError, match="อุปกรณ์"):
            write_whole(target, b"new")
        assert part_of(target).name.startswith(f"_{name}.")
    assert list(tmp_path.iterdir()) == []
    plain = target.with_stem("แผน")
    assert part_of(plain).name.startswith(f"{plain.name}.")
    assert list(tmp_path.iterdir()) == []


def test_a_part_file_of_somebody_else_stays(tmp_path: Path) -> None:
    (tmp_path / "out.pdf.part").write_bytes(b"a file of the clerk's own")
    write_whole(tmp_path / "out.pdf", b"new")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "out.pdf": b"new",
        "out.pdf.part": b"a file of the clerk's own",
    }


def test_two_writers_of_one_file_do_not_disturb_each_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "out.pdf"
    sync = os.fsync

    def meanwhile(descriptor: int) -> None:
        monkeypatch.setattr(os, "fsync", sync)
        write_whole(target, b"the second")
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", meanwhile)
    write_whole(target, b"the first")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "out.pdf": b"the first"
    }


@pytest.mark.parametrize("length", [1, 20, 83])
def test_a_name_that_just_fits_can_be_written(tmp_path: Path, length: int) -> None:
    target = tmp_path / f"{'ก' * length}.pdf"
    write_whole(target, b"new")
    assert target.read_bytes() == b"new"
    assert part_of(target) != part_of(target)


def test_work_that_is_broken_off_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(_descriptor: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "out.pdf", b"new")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows opens no folder")
def test_the_new_name_is_on_the_disk_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[Path] = []
    opened: dict[int, Path] = {}
    real_open = os.open

    def note(path: Path, flags: int) -> int:
        descriptor = real_open(path, flags)
        opened[descriptor] = Path(path)
        return descriptor

    def sync(descriptor: int) -> None:
        synced.append(opened[descriptor])
        assert target.read_bytes() == b"new"
        raise OSError(errno.EINVAL, "a share that knows no such thing")

    target = tmp_path / "out.pdf"
    part = part_of(target)
    part.write_bytes(b"new")
    monkeypatch.setattr(os, "open", note)
    monkeypatch.setattr(os, "fsync", sync)
    put_in_place(part, target)
    assert synced == [tmp_path]


@pytest.mark.skipif(sys.platform == "win32", reason="rights of POSIX")
def test_a_new_file_may_be_read_by_whom_the_folders_owner_lets(tmp_path: Path) -> None:
    usual = tmp_path / "usual"
    usual.touch()
    write_whole(tmp_path / "out.pdf", b"new")
    assert (tmp_path / "out.pdf").stat().st_mode == usual.stat().st_mode


def test_where_nothing_can_be_put_beside_either_no_name_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_part: Path, _path: Path) -> None:
        raise PermissionError(errno.EACCES, "held")

    target = tmp_path / "แผน.pdf"
    target.write_bytes(b"old")
    monkeypatch.setattr("ita_desktop.whole_file.put_in_place", refuse)
    with pytest.raises(MachineError, match="อาจเปิดอยู่"):
        write_whole_or_beside(target, b"new")
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


def test_beside_a_held_target_the_new_file_gets_the_next_free_name(
    tmp_path: Path, held: set[Path]
) -> None:
    target = tmp_path / "แผน.pdf"
    target.write_bytes(b"old")
    (tmp_path / "แผน (๓).pdf").write_bytes(b"somebody's")
    held.add(target)
    first = write_whole_or_beside(target, b"new")
    second = write_whole_or_beside(first, b"newer")
    held.add(second)
    third = write_whole_or_beside(second, b"newest")
    assert [path.name for path in (first, second, third)] == [
        "แผน (๒).pdf",
        "แผน (๒).pdf",
        "แผน (๔).pdf",
    ]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "แผน.pdf": b"old",
        "แผน (๒).pdf": b"newer",
        "แผน (๓).pdf": b"somebody's",
        "แผน (๔).pdf": b"newest",
    }
    assert "แผน.pdf" in held_sentence(target, first)
    assert held_sentence(target, target) == ""


def test_a_target_that_is_free_is_written_itself(tmp_path: Path, held: set[Path]) -> None:
    held.add(tmp_path / "อื่น.pdf")
    assert write_whole_or_beside(tmp_path / "แผน.pdf", b"new") == tmp_path / "แผน.pdf"


def test_only_a_file_is_a_held_target(tmp_path: Path, held: set[Path]) -> None:
    folder = tmp_path / "แผน.pdf"
    folder.mkdir()
    held.add(folder)
    with pytest.raises(MachineError):
        write_whole_or_beside(folder, b"new")
    held.add(tmp_path / "ใหม่.pdf")  # nobody can hold what is not there: the folder refuses
    with pytest.raises(MachineError, match="สิทธิ์"):
        write_whole_or_beside(tmp_path / "ใหม่.pdf", b"new")
    assert list(tmp_path.iterdir()) == [folder]


def test_a_folder_that_cannot_be_written_is_no_held_target(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _mode: str = "r") -> None:
        raise PermissionError(errno.EACCES, "no rights here")

    (tmp_path / "แผน.pdf").write_bytes(b"old")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(MachineError, match="สิทธิ์"):
        write_whole_or_beside(tmp_path / "แผน.pdf", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["แผน.pdf"]


def test_without_a_free_name_the_held_target_is_told(
    tmp_path: Path, held: set[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ita_desktop.whole_file._MOST_BESIDE", 2)
    for name in ("แผน.pdf", "แผน (๒).pdf"):
        (tmp_path / name).write_bytes(b"old")
    held.add(tmp_path / "แผน.pdf")
    with pytest.raises(MachineError, match="เปิดอยู่"):
        write_whole_or_beside(tmp_path / "แผน.pdf", b"new")
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {b"old"}


def test_what_a_power_cut_left_goes_with_the_next_writing(tmp_path: Path) -> None:
    target = tmp_path / "แผน.pdf"
    old, fresh, other = part_of(target), part_of(target), part_of(tmp_path / "อื่น.pdf")
    own = tmp_path / "แผน.pdf.0123456789.part"
    for path in (old, fresh, other, own):
        path.write_bytes(b"half")
        if path is not fresh:
            os.utime(path, (0, path.stat().st_mtime - 3700))
    write_whole(target, b"new")
    assert set(tmp_path.iterdir()) == {target, fresh, other, own}
