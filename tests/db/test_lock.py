"""One writer at a time: by the system's lock, and by what the lock file says to other machines."""

# pyright: reportPrivateUsage=false
# What two machines do is made up by one of them.

import errno
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from ita_desktop.db import lock
from ita_desktop.db.lock import SILENT, holder_of, lock_place, machine_name, take_lock
from ita_desktop.db.opening import open_data_file
from ita_desktop.db.refusals import FileHeldError, Holder, Refused

ROOT = Path(__file__).resolve().parents[2]
ONE_WRITER = """
import sys
from pathlib import Path
from ita_desktop.db.opening import open_data_file
from ita_desktop.db.refusals import FileHeldError
print("ready", flush=True)
sys.stdin.readline()
try:
    file = open_data_file(Path(sys.argv[1]), "สมชาย")
except FileHeldError as refusal:
    print("refused", flush=True)
else:
    with file.deed("แก้"):
        file.connection.execute("UPDATE unit SET position = position + 1")
    print("writes", flush=True)
sys.stdin.readline()
"""
Process = subprocess.Popen[str]


@pytest.fixture
def path(tmp_path: Path, sample_bytes: bytes) -> Path:
    found = tmp_path / "ตัวอย่าง.ita"
    found.write_bytes(sample_bytes)
    return found


@pytest.fixture
def started() -> Iterator[list[Process]]:
    """Return the processes that were started; none is left."""
    found: list[Process] = []
    yield found
    for process in found:
        process.kill()
        process.communicate()


def start(path: Path) -> Process:
    return subprocess.Popen(
        [sys.executable, "-c", ONE_WRITER, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )


def said(process: Process) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def go(process: Process) -> None:
    assert process.stdin is not None
    process.stdin.write("go\n")
    process.stdin.flush()


@pytest.mark.parametrize("starts", [10, pytest.param(100, marks=pytest.mark.slow)])
def test_of_many_that_start_at_once_one_writes(
    path: Path, started: list[Process], starts: int
) -> None:
    started += [start(path) for _ in range(starts)]
    assert [said(process) for process in started] == ["ready"] * starts
    for process in started:
        go(process)
    answers = [said(process) for process in started]
    assert sorted(answers) == ["refused"] * (starts - 1) + ["writes"]
    holder = holder_of(path)
    assert holder is not None
    assert holder.process == started[answers.index("writes")].pid


def test_the_lock_of_a_killed_holder_clears_itself_and_the_file_is_proved_whole(
    path: Path, started: list[Process]
) -> None:
    started.append(start(path))
    go(started[0])
    assert [said(started[0]), said(started[0])] == ["ready", "writes"]
    with pytest.raises(FileHeldError):
        take_lock(path, "สมหญิง")
    started[0].kill()
    started[0].wait()
    assert lock_place(path).exists()
    found = take_lock(path, "สมหญิง")
    assert found.suspect
    found.release()
    open_data_file(path, "สมหญิง").close()
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_who_is_refused_is_told_who_writes_where_and_since_when(path: Path) -> None:
    held = take_lock(path, "สมชาย ใจดี")
    with pytest.raises(FileHeldError) as refused:
        open_data_file(path, "สมหญิง")
    assert refused.value.kind is Refused.HELD
    assert refused.value.holder == held.holder
    for words in ("สมชาย ใจดี", machine_name(), "ตั้งแต่", "เวลา", path.name):
        assert words in str(refused.value)
        assert words in refused.value.why_read_only
    assert "10 นาที" not in str(refused.value)  # the system lets go of it at once
    held.release()
    assert not lock_place(path).exists()


def elsewhere(path: Path, **other: object) -> None:
    """Write a lock file as another machine would, whose lock cannot be seen from here."""
    now = datetime.now(UTC).isoformat()
    who = {"person": "สมหญิง", "machine": "กองคลัง", "process": 4, "token": "abc"}
    said = who | {"since": now, "beat": now} | other
    lock_place(path).write_text(json.dumps(said), "utf-8")


@pytest.mark.parametrize("away", [-1, 0, 1])
def test_another_machine_that_lives_has_the_file_and_one_that_is_silent_has_not(
    path: Path, away: int
) -> None:
    now = datetime.now(UTC)
    elsewhere(path, beat=(now + away * (SILENT - timedelta(minutes=1))).isoformat())
    before = lock_place(path).read_bytes()
    with pytest.raises(FileHeldError, match=r"กองคลัง.*เปิดได้หลังจากนั้น 10 นาที"):
        take_lock(path, "สมชาย")
    assert lock_place(path).read_bytes() == before
    elsewhere(path, beat=(now + (away or 1) * (SILENT + timedelta(minutes=1))).isoformat())
    found = take_lock(path, "สมชาย")
    assert (found.suspect, holder_of(path)) == (True, found.holder)
    found.release()


@pytest.mark.parametrize(
    "content", [b"", b"{", b"[]", b"\xff\xfe", b'{"since": 3}', b"[" * 4000, b'"x"']
)
def test_a_lock_file_that_says_nothing_holds_nobody_back(path: Path, content: bytes) -> None:
    lock_place(path).write_bytes(content)
    found = take_lock(path, "สมชาย")
    assert not found.suspect
    found.release()
    assert not lock_place(path).exists()


def test_a_beat_is_of_one_length_and_moves_only_the_beat(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = take_lock(path, "สมชาย\udcff")
    before, length = held.holder, lock_place(path).stat().st_size
    later = before.beat + timedelta(minutes=1)
    monkeypatch.setattr(lock, "_now", lambda: later)
    assert held.beat()
    assert lock_place(path).stat().st_size == length
    found = holder_of(path)
    assert found == Holder(
        before.person, before.machine, os.getpid(), before.since, later, before.token
    )
    held.release()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file stays there")
def test_a_lock_file_that_was_taken_away_is_noticed_and_the_next_ones_is_left_alone(
    path: Path,
) -> None:
    first = take_lock(path, "สมชาย")
    lock_place(path).unlink()
    assert not first.beat()
    second = take_lock(path, "สมหญิง")
    assert not first.beat()
    first.release()
    first.release()
    assert holder_of(path) == second.holder
    assert second.beat()
    second.release()
    assert not second.beat()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file stays there")
def test_a_lock_file_that_goes_while_it_is_waited_for_is_made_anew(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who held it took it away between our opening and our locking: what we lock has no name."""
    really, gone = lock._try_lock, list[int]()

    def overtaken(descriptor: int) -> bool:
        if not gone:
            gone.append(descriptor)
            lock_place(path).unlink()
        return really(descriptor)

    monkeypatch.setattr(lock, "_try_lock", overtaken)
    held = take_lock(path, "สมชาย")
    assert gone
    assert held.beat()
    with pytest.raises(FileHeldError):
        take_lock(path, "สมหญิง")
    held.release()


def test_a_folder_that_takes_no_file_is_not_told_of_as_a_held_file(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As drive C refuses files of whoever is no administrator, and says it may be written to."""
    opened, waited = os.open, list[float]()

    def refuse(name: Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_CREAT:
            raise PermissionError(errno.EACCES, "refused")
        return opened(name, flags, mode)

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr(lock.time, "sleep", waited.append)
    with pytest.raises(PermissionError):
        take_lock(path, "สมชาย")
    assert not waited


def test_a_lock_file_on_its_way_out_is_waited_for(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened, waited = os.open, list[float]()

    def refuse(name: Path, flags: int, mode: int = 0o777) -> int:
        if name == lock_place(path) and len(waited) < 3:
            raise PermissionError(errno.EACCES, "on its way out")
        return opened(name, flags, mode)

    with monkeypatch.context() as windows:
        windows.setattr(sys, "platform", "win32")
        windows.setattr(os, "open", refuse)
        windows.setattr(lock.time, "sleep", waited.append)
        held = take_lock(path, "สมชาย")
    assert len(waited) == 3
    held.release()
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_stick_that_tells_nothing_of_an_open_file_is_written_to(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As Windows and CPython 3.12.0 have it on FAT32 and exFAT (python/cpython#111856)."""

    def refuse(_descriptor: int) -> None:
        raise OSError(errno.EINVAL, "The parameter is incorrect")

    with monkeypatch.context() as windows:
        windows.setattr(sys, "platform", "win32")
        windows.setattr(os, "fstat", refuse)
        held = take_lock(path, "สมชาย")
        assert held.beat()
        held.release()
    assert not lock_place(path).exists()


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux for the open files")
def test_being_refused_leaves_no_file_open(path: Path) -> None:
    held = take_lock(path, "สมชาย")
    before = [*Path("/proc/self/fd").iterdir()]
    for _ in range(3):
        with pytest.raises(FileHeldError):
            take_lock(path, "สมหญิง")
    assert len([*Path("/proc/self/fd").iterdir()]) == len(before)
    held.release()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_two_names_of_one_file_share_its_lock(path: Path, tmp_path: Path) -> None:
    (tmp_path / "ทางลัด").mkdir()
    link = tmp_path / "ทางลัด" / "ลิงก์.ita"
    link.symlink_to(path)
    file = open_data_file(link, "สมชาย")
    with pytest.raises(FileHeldError):
        open_data_file(path, "สมหญิง")
    file.close()
    open_data_file(path, "สมหญิง").close()


def test_a_refused_file_is_let_go_of(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    for _ in range(2):
        with pytest.raises(Exception, match="เสียหาย"):
            open_data_file(path, "สมชาย")
    assert not lock_place(path).exists()
