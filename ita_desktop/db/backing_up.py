"""A backup is made: pages copied while the window works, sealed, read back, put in its place."""

import os
import shutil
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

from ita_desktop.db.backup_file import Manifest, prove_whole, seal
from ita_desktop.db.looking import look_into
from ita_desktop.db.thinning import begins_epoch
from ita_desktop.db.trouble import damaged, trouble
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.whole_file import part_of, put_in_place

_PAGES = (256, 1_024, 4_096, 16_384, -1)
"""Pages a step, 1 MB at first: while a step reads, no deed is committed."""
_RESTARTS = 3
"""How often a deed may make SQLite begin anew before the steps grow."""
_PAUSE = 0.002  # seconds between two steps, in which a deed is committed
_REFUSALS = 2
"""How often the file may be held, for ten seconds each, before the backup is given up."""

_NOT_COUNTED = ("current_deed", "identity", "sqlite_sequence", "_sqlite_migrations")


class _BegunAnewError(Exception):
    """Deeds came faster than the pages were read."""


def make_backup(
    source: Path, target: Path, reason: str, program: str, before: Manifest | None = None
) -> Manifest:
    """Write a backup of a data file, prove it by reading it back, and put it in place.

    ``before`` is the newest backup there is of it: whether the clock jumped since is noted now.
    The file may be open and written to meanwhile: what is copied is of one moment. Nothing is held
    in memory. Raises MachineError where the disk refuses or the file is held, ClerkError where the
    data file is damaged; what was at ``target`` is there then, and nothing else.
    """
    part = part_of(target)
    try:
        _copy_pages(source, part)
        with closing(look_into(part, at_rest=True)) as copy:
            if copy.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                raise damaged(source)
            manifest = _manifest_of(copy, source, reason, program, before)
        seal(part, manifest)
        proved = prove_whole(part)
        if proved is None or counts_of(part) != proved.rows:
            raise MachineError(_NOT_PROVED.format(source.name, target.parent))
        put_in_place(part, target)
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (
            sqlite3.SQLITE_FULL,
            sqlite3.SQLITE_IOERR,
            sqlite3.SQLITE_CANTOPEN,
        ):
            raise MachineError(_NO_ROOM.format(source.name, target.parent)) from error
        raise trouble(source, error) or error from error
    except OSError as error:
        raise MachineError(_NO_ROOM.format(source.name, target.parent)) from error
    finally:
        for rest in (part, part.with_name(f"{part.name}-journal")):
            with suppress(OSError):  # gone where all went well; else the folder may be gone
                rest.unlink(missing_ok=True)
    return proved


def copy_backup(backup: Path, target: Path) -> None:
    """Copy a backup to another disk, prove the copy by reading it back, and put it in place.

    Raises MachineError where a disk refuses or gives back something else, ClerkError where the
    backup is damaged itself; what was at ``target`` is there then.
    """
    manifest = prove_whole(backup)
    part = part_of(target)
    try:
        with backup.open("rb") as source, part.open("xb") as copy:
            shutil.copyfileobj(source, copy, 1 << 20)
            copy.flush()
            os.fsync(copy.fileno())
        if not _is_the_same(part, manifest):
            raise MachineError(_NOT_PROVED.format(backup.name, target.parent))
        put_in_place(part, target)
    except OSError as error:
        raise MachineError(_NO_ROOM.format(backup.name, target.parent)) from error
    finally:
        with suppress(OSError):  # gone where all went well; else the stick may be gone
            part.unlink(missing_ok=True)


def _is_the_same(copy: Path, manifest: Manifest | None) -> bool:
    try:
        return prove_whole(copy) == manifest
    except ClerkError:
        return False


_HELD = "สำรองข้อมูลของไฟล์ {} ไม่ได้ เพราะโปรแกรมอื่นกำลังใช้ไฟล์อยู่ ข้อมูลเดิมยังอยู่ครบ กรุณาปิดโปรแกรมนั้นแล้วลองใหม่"
_NO_ROOM = (
    "สำรองข้อมูลของไฟล์ {} ไม่ได้ เขียนลงโฟลเดอร์ {} ไม่สำเร็จ ข้อมูลและไฟล์สำรองเดิมยังอยู่ครบ"
    " กรุณาตรวจพื้นที่ว่างและสิทธิ์ของโฟลเดอร์นั้น"
)
_NOT_PROVED = (
    "สำรองข้อมูลของไฟล์ {} แล้วแต่อ่านกลับมาไม่ตรงกัน ดิสก์ของโฟลเดอร์ {} อาจเสีย ข้อมูลและไฟล์สำรองเดิมยังอยู่ครบ"
    " กรุณาสำรองลงที่อื่น"
)


def counts_of(path: Path) -> dict[str, int]:
    """Return how many rows each table of a file at rest has. Raises sqlite3.DatabaseError."""
    with closing(look_into(path, at_rest=True)) as connection:
        return rows_of(connection)


def rows_of(connection: sqlite3.Connection) -> dict[str, int]:
    """Return how many rows each table has, those of the change log included."""
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]
        for (name,) in names.fetchall()
        if name not in _NOT_COUNTED
    }


def identity_of(connection: sqlite3.Connection) -> str:
    """Return the key of a data file, empty in one of a schema that has none."""
    if not _has(connection, "identity"):
        return ""
    found = connection.execute("SELECT key FROM identity").fetchone()
    return str(found[0]) if found else ""


def _has(connection: sqlite3.Connection, table: str) -> bool:
    found = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (table,))
    return found.fetchone() is not None


def _copy_pages(source: Path, part: Path) -> None:
    """Copy the pages in steps, larger ones where deeds come in between too often."""
    for pages in _PAGES:
        with (
            closing(look_into(source)) as reading,
            closing(sqlite3.connect(part, isolation_level=None)) as writing,
        ):
            writing.execute("PRAGMA synchronous = OFF")  # it is flushed when it is whole
            writing.execute("PRAGMA journal_mode = OFF")
            with suppress(_BegunAnewError):
                reading.backup(writing, pages=pages, progress=_between_steps(source), sleep=0.02)
                return
        part.unlink()


def _between_steps(source: Path) -> Callable[[int, int, int], None]:
    last, restarts, refusals = -1, 0, 0

    def pause(status: int, remaining: int, _total: int) -> None:
        nonlocal last, restarts, refusals
        refusals = refusals + 1 if status in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED) else 0
        if refusals > _REFUSALS:
            raise MachineError(_HELD.format(source.name))
        restarts += 0 <= last < remaining
        last = remaining
        if restarts > _RESTARTS:
            raise _BegunAnewError
        if remaining:
            time.sleep(_PAUSE)

    return pause


def _manifest_of(
    copy: sqlite3.Connection, source: Path, reason: str, program: str, before: Manifest | None
) -> Manifest:
    office = copy.execute("SELECT name FROM office").fetchone()
    deed = copy.execute("SELECT id, at FROM deed ORDER BY id DESC LIMIT 1").fetchone()
    try:
        at = datetime.fromisoformat(deed[1]) if deed else None
    except (TypeError, ValueError) as error:
        raise damaged(source) from error
    made = datetime.now(UTC).replace(microsecond=0)
    return Manifest(
        made=made,
        epoch=1 if before is None else before.epoch + begins_epoch(before.made, made),
        reason=reason,
        program=program,
        path=str(source.absolute()),
        identity=identity_of(copy),
        schema_version=int(copy.execute("PRAGMA user_version").fetchone()[0]),
        office=str(office[0]) if office else "",
        deed=deed[0] if deed else None,
        deed_at=at,
        rows=rows_of(copy),
    )
