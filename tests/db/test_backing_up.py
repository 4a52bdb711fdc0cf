"""What must be so of a backup before it stands in its place."""

import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from ita_desktop.db.backing_up import copy_backup, make_backup
from ita_desktop.db.backup_file import Manifest, copy_data, prove_whole, read_manifest, seal
from ita_desktop.db.connection import connect
from ita_desktop.db.looking import look_into
from ita_desktop.db.putting_back import put_back
from ita_desktop.errors import ClerkError, MachineError


@pytest.fixture
def source(tmp_path: Path, sample_bytes: bytes) -> Path:
    path = tmp_path / "งาน.ita"
    path.write_bytes(sample_bytes)
    return path


def make(source: Path, before: Manifest | None = None) -> tuple[Path, Manifest]:
    target = source.with_name("สำรอง.ita")
    return target, make_backup(source, target, "timer", "0.1.0", before)


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is on the disk, as it gets there: bytes that are flushed, and names."""
    done: list[str] = []
    flush, rename = os.fsync, Path.replace

    def flushing(descriptor: int) -> None:
        flush(descriptor)
        written = Path(f"/proc/self/fd/{descriptor}").readlink()
        done.append(f"flushed {sha256(written.read_bytes()).hexdigest()}")

    def replacing(one: Path, target: Path) -> Path:
        done.append(f"named {sha256(one.read_bytes()).hexdigest()}")
        return rename(one, target)

    def keeping(folder: Path) -> None:
        done.append(f"kept {folder.name}")

    monkeypatch.setattr(os, "fsync", flushing)
    monkeypatch.setattr(Path, "replace", replacing)
    monkeypatch.setattr("ita_desktop.whole_file._keep_names", keeping)
    return done


@pytest.mark.skipif(sys.platform != "linux", reason="only there a file says its name")
def test_all_bytes_are_on_the_disk_before_they_have_a_name(source: Path, steps: list[str]) -> None:
    """Else a power cut leaves a name with nothing behind it, and the old file is gone."""
    folder = source.parent
    deeds: tuple[Callable[[], object], ...] = (
        lambda: make(source),
        lambda: copy_backup(folder / "สำรอง.ita", folder / "ที่สอง.ita"),
        lambda: put_back(folder / "สำรอง.ita", folder / "คืน.ita"),
    )
    for deed, made in zip(deeds, ("สำรอง.ita", "ที่สอง.ita", "คืน.ita"), strict=True):
        steps.clear()
        deed()
        whole = sha256((folder / made).read_bytes()).hexdigest()
        assert steps == [f"flushed {whole}", f"named {whole}", f"kept {folder.name}"]


@pytest.mark.long
def test_no_page_that_sqlite_finds_damaged_is_in_a_backup(
    source: Path, sample_bytes: bytes
) -> None:
    damaged = 0
    for page in range(1, len(sample_bytes) // 4096):
        source.write_bytes(
            sample_bytes[: page * 4096] + b"\xff" * 4096 + sample_bytes[page * 4096 + 4096 :]
        )
        with suppress(sqlite3.DatabaseError), closing(look_into(source)) as connection:
            if connection.execute("PRAGMA quick_check(1)").fetchall() == [("ok",)]:
                continue
        damaged += 1
        with pytest.raises(ClerkError, match="เสียหาย"):
            make(source)
    assert damaged > 20


def test_that_the_clock_jumped_is_noted_when_a_backup_is_made(source: Path) -> None:
    _, first = make(source)
    assert first.epoch == 1
    for before, epoch in ((timedelta(days=40), 2), (timedelta(days=-1), 2), (timedelta(0), 1)):
        then = datetime.now(UTC) - before
        _, second = make(source, replace(first, made=then))
        assert second.epoch == epoch
        _, third = make(source, second)
        assert third.epoch == epoch


def test_a_manifest_of_other_pages_or_without_a_time_zone_is_none(source: Path) -> None:
    target, manifest = make(source)
    whole = source.read_bytes()
    target.write_bytes(whole)
    seal(target, replace(manifest, made=manifest.made.replace(tzinfo=None)))
    assert read_manifest(target) is None
    target.write_bytes(whole)
    seal(target, manifest)
    assert read_manifest(target) is not None
    data = target.read_bytes()
    target.write_bytes(data[: len(whole) - 4096] + data[len(whole) :])
    assert read_manifest(target) is None
    with pytest.raises(ClerkError):
        prove_whole(target)


def test_pages_that_turned_since_they_were_proved_are_found_as_they_are_copied(
    source: Path,
) -> None:
    target, _ = make(source)
    assert prove_whole(target) is not None
    data = bytearray(target.read_bytes())
    data[5000] ^= 1
    target.write_bytes(bytes(data))
    with pytest.raises(ClerkError, match="เสียหาย"):
        copy_data(target, BytesIO())


def test_a_file_that_is_held_between_two_steps_is_given_up(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ita_desktop.db.looking._BUSY_MS", 1)
    monkeypatch.setattr("ita_desktop.db.backing_up._PAGES", (16, -1))
    with closing(connect(source)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("PRAGMA busy_timeout = 1")

        def hold(_seconds: float) -> None:
            with suppress(sqlite3.OperationalError):
                other.execute("BEGIN EXCLUSIVE")

        monkeypatch.setattr("ita_desktop.db.backing_up.time.sleep", hold)
        with pytest.raises(MachineError, match="โปรแกรมอื่นกำลังใช้ไฟล์อยู่"):
            make(source)
    assert list(source.parent.iterdir()) == [source]
