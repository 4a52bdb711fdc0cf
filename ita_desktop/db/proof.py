"""Whether a data file or a backup is sound: by its pages, its tables, and its change log.

SQLite's own check sees few of the bits that turn on a disk. The change log knows what every row
must be: a score that silently became another one is found by it.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import Any

from ita_desktop.db.backing_up import rows_of
from ita_desktop.db.backup_file import Manifest, damaged_backup, is_backup, prove_whole
from ita_desktop.db.change_log import values_of
from ita_desktop.db.file_head import read_head
from ita_desktop.db.journals import WRITE_AHEAD, lies_beside
from ita_desktop.db.looking import look_into
from ita_desktop.db.schema import LOGGED_TABLES, is_as_made, version_of
from ita_desktop.db.trouble import NOT_UNDERSTOOD, trouble
from ita_desktop.errors import ClerkError, MachineError

_MOST_FINDINGS = 20
_NOT_AS_MADE = "โครงสร้างของไฟล์ไม่ตรงกับที่โปรแกรมสร้าง"
_UNREADABLE = "อ่านข้อมูลบางส่วนของไฟล์ไม่ได้"
_UNFINISHED = "ไฟล์ {} มีการบันทึกที่ค้างอยู่จากการปิดที่ไม่สมบูรณ์ กรุณาเปิดไฟล์ด้วยโปรแกรมนี้หนึ่งครั้งแล้วตรวจใหม่"
_OPEN_DEED = "มีการแก้ไขที่ค้างอยู่ในไฟล์"


@dataclass(frozen=True, slots=True)
class Proof:
    """What was found: nothing, where the file is sound; each finding is one Thai sentence."""

    findings: tuple[str, ...]
    rows: dict[str, int]
    schema_version: int | None
    manifest: Manifest | None
    """What a backup says of itself; None for a data file, and for a copy made by hand."""

    @property
    def sound(self) -> bool:
        """Whether nothing was found."""
        return not self.findings


def prove_backup(path: Path) -> Manifest | None:
    """Prove that a backup can be taken back, and return its manifest; nothing is written.

    A sealed one is what was written then, and opens. A copy made by hand has no seal (None): of it
    everything is proved that ``prove`` can. Raises ClerkError where it is damaged or no file of
    ours, MachineError where it cannot be read.
    """
    read_head(path)
    manifest = prove_whole(path)
    if manifest is None:
        if not prove(path).sound:
            raise damaged_backup(path)
        return None
    try:
        with closing(look_into(path, at_rest=True)) as connection:
            sound = connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",)
            if not (sound and is_as_made(connection) and rows_of(connection) == manifest.rows):
                raise damaged_backup(path)
    except sqlite3.DatabaseError as error:
        told = trouble(path, error)
        raise told if isinstance(told, MachineError) else damaged_backup(path) from error
    return manifest


def prove(path: Path) -> Proof:
    """Examine a data file, which may be open elsewhere, or a backup; nothing is written.

    Raises ClerkError for a file that is missing, empty, foreign or from a newer program,
    MachineError for one that the machine does not let us read.
    """
    read_head(path)
    manifest: Manifest | None = None
    try:
        sealed = is_backup(path)
        manifest = prove_whole(path) if sealed else None
    except ClerkError as damage:
        return Proof((str(damage),), {}, None, None)
    except OSError as error:
        raise MachineError(f"อ่านไฟล์ {path.name} ไม่ได้ กรุณาตรวจดิสก์และสิทธิ์ของไฟล์") from error
    findings: list[str] = []
    rows: dict[str, int] = {}
    version: int | None = None
    try:
        foreign = lies_beside(path, WRITE_AHEAD)
        with closing(look_into(path, at_rest=sealed or foreign)) as connection:
            connection.execute("BEGIN")  # all that is looked at is of one moment
            version = version_of(connection)
            for finding in chain(_wrong_length(connection, path), _findings(connection)):
                findings.append(finding)
                if len(findings) == _MOST_FINDINGS:
                    break
            rows = rows_of(connection)
    except sqlite3.DatabaseError as error:
        # a text that is none any more is Python's own complaint, and has no number
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_READONLY:
            raise ClerkError(_UNFINISHED.format(path.name)) from error
        told = trouble(path, error)
        if isinstance(told, MachineError):
            raise told from error
        findings.append(_UNREADABLE)
    except NOT_UNDERSTOOD:  # a number of the log that is a text now
        findings.append(_UNREADABLE)
    if manifest is not None and not findings and manifest.rows != rows:
        findings.append("จำนวนแถวไม่ตรงกับที่บันทึกไว้เมื่อสำรอง")
    return Proof(tuple(findings), rows, version, manifest)


def _findings(connection: sqlite3.Connection) -> Iterator[str]:
    for (words,) in connection.execute(f"PRAGMA integrity_check({_MOST_FINDINGS})"):
        if words != "ok":
            yield f"ฐานข้อมูลเสียหาย ({words})"
    if not is_as_made(connection):
        yield _NOT_AS_MADE
        return  # what follows asks for tables as they are made
    for table, row, other, _ in connection.execute("PRAGMA foreign_key_check"):
        yield f"ตาราง {table} แถว {row} อ้างถึงแถวที่ไม่มีในตาราง {other}"
    if connection.execute("SELECT deed FROM current_deed").fetchall() != [(None,)]:
        yield _OPEN_DEED
    present = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
    if "content" in present:
        yield from _changed_content(connection)
    for table in LOGGED_TABLES:
        if table in present:
            yield from _parted(connection, table)


def _wrong_length(connection: sqlite3.Connection, path: Path) -> Iterator[str]:
    """Give a finding for a file that is cut off, where SQLite reads zeros, or goes on too long."""
    ((pages,),) = connection.execute("PRAGMA page_count").fetchall()
    ((size,),) = connection.execute("PRAGMA page_size").fetchall()
    there = path.stat().st_size
    if there != pages * size and not is_backup(path):
        yield "ไฟล์ขาดส่วนท้าย อาจคัดลอกมาไม่ครบ" if there < pages * size else "ท้ายไฟล์มีข้อมูลเกินมา"


def _changed_content(connection: sqlite3.Connection) -> Iterator[str]:
    for number, name, data in connection.execute("SELECT id, sha256, data FROM content"):
        if sha256(data).hexdigest() != name:
            yield f"ไฟล์แนบลำดับ {number} ไม่ตรงกับที่บันทึกไว้"


Row = dict[str, Any] | None


def _parted(connection: sqlite3.Connection, table: str) -> Iterator[str]:
    """Give a finding for each row that is not what the change log says it must be.

    History may have been thinned, oldest first: what the log does not know is not judged.
    """
    rows = connection.execute(f'SELECT * FROM "{table}" ORDER BY id')
    columns = [column[0] for column in rows.description]
    place = columns.index("id")
    row = rows.fetchone()
    for number, known in _logged(connection, table):
        while row is not None and row[place] < number:
            row = rows.fetchone()
        present = (
            dict(zip(columns, row, strict=True))
            if row is not None and row[place] == number
            else None
        )
        if known is _BROKEN:
            yield f"ประวัติการแก้ไขของตาราง {table} แถว {number} ไม่ต่อเนื่องกัน"
        elif not _agree(present, known):
            yield f"ตาราง {table} แถว {number} ไม่ตรงกับประวัติการแก้ไข"


_BROKEN: dict[str, Any] = {}


def _logged(connection: sqlite3.Connection, table: str) -> Iterator[tuple[int, Row]]:
    """Give each row that has a history, and what it must be; ``_BROKEN`` where steps disagree."""
    number: int | None = None
    known: Row = None
    told = False  # whether anything is known of the row yet
    for row_id, old_text, new_text in connection.execute(
        "SELECT row_id, old, new FROM change WHERE table_name = ? ORDER BY row_id, id", (table,)
    ):
        if row_id != number:
            if number is not None:
                yield number, known
            number, known, told = row_id, None, False
        try:
            old, new = values_of(old_text), values_of(new_text)
        except NOT_UNDERSTOOD:
            known, told = _BROKEN, True
            continue
        if known is _BROKEN or (told and not _agree(known, old)):
            known = _BROKEN
        elif new is None or old is None:
            known = new
        else:
            known = {**(known or {}), **old, **new}
        told = True
    if number is not None:
        yield number, known


def _agree(present: Row, known: Row) -> bool:
    """Return whether a row has all the values that are known of it; no row agrees with None."""
    if present is None or known is None:
        return present is known
    return all(name not in present or present[name] == value for name, value in known.items())
