"""A backup is sealed: what turned, or is missing, is found wherever it is."""

import os
import random
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from ita_desktop.db.backing_up import make_backup
from ita_desktop.db.backup_file import is_backup, prove_whole, read_manifest
from ita_desktop.db.health import row_counts
from ita_desktop.db.looking import look_into
from ita_desktop.db.opening import open_data_file
from ita_desktop.db.proof import prove
from ita_desktop.db.putting_back import put_back
from ita_desktop.errors import ClerkError, MachineError

Content = dict[str, list[tuple[object, ...]]]
ROOT = Path(__file__).parents[2]


@pytest.fixture
def source(tmp_path: Path, sample_bytes: bytes) -> Path:
    path = tmp_path / "งาน.ita"
    path.write_bytes(sample_bytes)
    return path


@pytest.fixture
def backup(tmp_path: Path, source: Path) -> Path:
    path = tmp_path / "สำรอง.ita"
    make_backup(source, path, "by hand", "0.1.0")
    return path


def flipped(data: bytes, bit: int) -> bytes:
    turned = bytearray(data)
    turned[bit // 8] ^= 1 << bit % 8
    return bytes(turned)


def refused(backup: Path, out: Path) -> bool:
    """Say whether a file is found by the proof and where it is put back: nothing is written."""
    try:
        found = not prove(backup).sound
    except ClerkError:  # its first bytes are not ours any more
        found = True
    with pytest.raises(ClerkError):
        put_back(backup, out)
    return found and not out.exists()


def examine_flips(backup: Path, out: Path, count: int) -> int:
    """Turn single bits of a backup, also in all its trailer, and return how many were found."""
    data = backup.read_bytes()
    manifest = read_manifest(backup)
    assert manifest is not None
    chosen = random.Random(2569)  # noqa: S311 - which bits, not a secret
    trailer = range(manifest.size * 8, len(data) * 8)
    bits = chosen.sample(trailer, count // 2) + chosen.sample(range(len(data) * 8), count // 2)
    found = 0
    for bit in bits:
        backup.write_bytes(flipped(data, bit))
        found += refused(backup, out)
    return found


def test_every_turned_bit_is_found(backup: Path, tmp_path: Path) -> None:
    assert examine_flips(backup, tmp_path / "คืน.ita", 60) == 60


@pytest.mark.slow
def test_a_thousand_turned_bits_are_found(backup: Path, tmp_path: Path) -> None:
    assert examine_flips(backup, tmp_path / "คืน.ita", 1_000) == 1_000


def test_every_bit_of_the_footer_counts(backup: Path) -> None:
    data = backup.read_bytes()
    for bit in range((len(data) - 89) * 8, len(data) * 8):
        backup.write_bytes(flipped(data, bit))
        with pytest.raises(ClerkError):
            prove_whole(backup)


def test_a_truncated_backup_is_found_wherever_it_ends(backup: Path, tmp_path: Path) -> None:
    data = backup.read_bytes()
    manifest = read_manifest(backup)
    assert manifest is not None
    for length in (0, 50, 4_096, len(data) // 2, manifest.size - 1, manifest.size + 1):
        backup.write_bytes(data[:length])
        assert refused(backup, tmp_path / "คืน.ita")
    for length in range(manifest.size + 1, len(data), 37):
        backup.write_bytes(data[:length])
        assert refused(backup, tmp_path / "คืน.ita")


def test_what_stands_behind_the_pages_is_found(source: Path, backup: Path, tmp_path: Path) -> None:
    backup.write_bytes(backup.read_bytes() + b"x")
    assert refused(backup, tmp_path / "คืน.ita")
    backup.write_bytes(source.read_bytes() + b"x")
    with pytest.raises(ClerkError):
        prove_whole(backup)


def test_a_backup_can_be_looked_into_as_it_is(
    backup: Path, source: Path, content: Callable[..., Content]
) -> None:
    with closing(look_into(backup, at_rest=True)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        stored = connection.execute("SELECT code, value FROM score ORDER BY id").fetchall()
    opened = open_data_file(source, "สมชาย")
    assert stored == [row[2:] for row in content(opened)["score"]]
    opened.close()


def test_the_manifest_says_what_is_inside(backup: Path, source: Path) -> None:
    manifest = prove_whole(backup)
    assert manifest is not None
    assert manifest == read_manifest(backup)
    assert manifest.as_plain()["office"] == "เทศบาลตำบลบ้านตัวอย่าง"
    assert (manifest.path, manifest.reason) == (str(source), "by hand")
    assert manifest.rows == prove(source).rows
    assert manifest.rows["score"] == 186
    assert manifest.deed == 1
    assert len(manifest.identity) == 32
    assert manifest.size == backup.stat().st_size - len(backup.read_bytes()[manifest.size :])


def test_only_backups_are_backups(backup: Path, source: Path, tmp_path: Path) -> None:
    other = tmp_path / "x.pdf"
    other.write_bytes(b"%PDF" * 100)
    assert [is_backup(path) for path in (backup, source, other)] == [True, False, False]
    data = backup.read_bytes()
    backup.write_bytes(data[:-1])
    assert is_backup(backup), "a backup that lacks its end still is one, and no file to work in"


def test_a_damaged_file_makes_no_backup_and_replaces_none(source: Path, backup: Path) -> None:
    before = backup.read_bytes()
    data = bytearray(source.read_bytes())
    data[4096 * 3 : 4096 * 4] = b"\xff" * 4096
    source.write_bytes(bytes(data))
    with pytest.raises(ClerkError, match="เสียหาย"):
        make_backup(source, backup, "timer", "0.1.0")
    assert backup.read_bytes() == before
    assert sorted(path.name for path in backup.parent.iterdir()) == ["งาน.ita", "สำรอง.ita"]


def test_deeds_succeed_while_a_large_file_is_backed_up(tmp_path: Path, sample_bytes: bytes) -> None:
    """A backup of 8 MB goes on in a thread; every deed meanwhile is taken, and quickly."""
    path = tmp_path / "ใหญ่.ita"
    path.write_bytes(sample_bytes)
    file = open_data_file(path, "สมชาย")
    for number in range(8):
        file.connection.execute(
            "INSERT INTO content (sha256, data) VALUES (?, randomblob(1000000))", (f"{number:064}",)
        )
    at_first = row_counts(file)
    made: list[object] = []

    def work() -> None:
        made.append(make_backup(path, tmp_path / "สำรอง.ita", "timer", "0.1.0"))

    thread = threading.Thread(target=work)
    thread.start()
    deeds = 0
    while thread.is_alive():
        with file.deed("แก้คะแนน"):
            file.connection.execute("UPDATE score SET value = ? WHERE id = 1", (str(deeds % 100),))
        deeds += 1
        thread.join(0.01)
    file.close()
    assert deeds > 0
    manifest = prove_whole(tmp_path / "สำรอง.ita")
    assert [manifest] == made
    assert manifest is not None
    assert manifest.rows["content"] == 8
    deeds, changes = (manifest.rows[table] - at_first[table] for table in ("deed", "change"))
    assert deeds == changes, "of one moment: whole deeds"


def test_a_file_that_is_held_is_no_endless_wait(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ita_desktop.db.looking._BUSY_MS", 1)
    target = source.with_name("สำรอง.ita")
    with closing(sqlite3.connect(source, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(MachineError):
            make_backup(source, target, "timer", "0.1.0")
    assert list(source.parent.iterdir()) == [source]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of file sizes")
@pytest.mark.parametrize("share", [0, 0.3, 0.999, 1])
def test_a_full_disk_leaves_the_old_backup_and_nothing_else(
    source: Path, backup: Path, share: float
) -> None:
    """The limit ends the writing early, near the end, and in the manifest."""
    before = backup.read_bytes()
    limit = int(source.stat().st_size * share) + 100
    program = (
        "import resource, sys, pathlib\n"
        "from ita_desktop.db.backing_up import make_backup\n"
        "from ita_desktop.errors import MachineError\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))\n"
        "try: make_backup(*map(pathlib.Path, sys.argv[1:3]), 'timer', '0.1.0')\n"
        "except MachineError as told: print(told)\n"
    )
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program, source, backup],
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert "พื้นที่ว่าง" in done.stdout.decode()
    assert backup.read_bytes() == before
    assert sorted(path.name for path in backup.parent.iterdir()) == ["งาน.ita", "สำรอง.ita"]
