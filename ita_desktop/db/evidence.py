"""Evidence files inside the data file: each content once, by its SHA-256, however often named.

The bytes are stored before the deed that names them, a transaction a file, so that no deed is
longer than a moment. They are in no change log, which names them in the rows of ``evidence``: what
neither a row nor the log names is dropped before the next file is stored.
"""

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from hashlib import sha256

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.stored_content import drop_unnamed
from ita_desktop.db.trouble import trouble
from ita_desktop.domain.evidence import Evidence
from ita_desktop.errors import ClerkError

_COLUMNS = (
    "SELECT evidence.id, fiscal_year, code, name, evidence.sha256, length(data), added"
    " FROM evidence JOIN content ON content.sha256 = evidence.sha256"
)


def evidence_of(file: DataFile, fiscal_year: int) -> tuple[Evidence, ...]:
    """Return the evidence of a year as it was added, without the bytes."""
    rows = file.read(f"{_COLUMNS} WHERE fiscal_year = ? ORDER BY evidence.id", (fiscal_year,))
    with file.understanding("หลักฐานแนบ"):
        return tuple(_evidence(row) for row in rows)


def stored_bytes(file: DataFile) -> int:
    """Return how many bytes of evidence the file holds, each content once."""
    return int(file.read("SELECT coalesce(sum(length(data)), 0) FROM content")[0][0])


def content_of(file: DataFile, evidence: Evidence) -> bytes:
    """Return the bytes of a piece of evidence, proved by their hash.

    Raises ClerkError where they are damaged or gone, MachineError where the disk refuses.
    """
    rows = file.read("SELECT data FROM content WHERE sha256 = ?", (evidence.sha256,))
    data = bytes(rows[0][0]) if rows else b""
    if sha256(data).hexdigest() != evidence.sha256:
        raise ClerkError(
            f"หลักฐาน {evidence.name} ในไฟล์ข้อมูลเสียหาย จึงไม่นำออกมาใช้"
            " กรุณาแนบไฟล์ต้นฉบับใหม่ หรือเปิดดูไฟล์สำรองแล้วบันทึกหลักฐานนี้ออกมาแนบใหม่"
        )
    return data


def store_content(file: DataFile, digest: str, data: bytes) -> None:
    """Keep bytes under their SHA-256, outside a deed; nothing happens where they are kept already.

    Where those that are kept turned on the disk they are replaced. Raises MachineError where the
    disk refuses, ClerkError in a file that is only read.
    """
    with _outside_deeds(file):
        kept = file.connection.execute("SELECT data FROM content WHERE sha256 = ?", (digest,))
        if any(bytes(row[0]) != data for row in kept.fetchall()):
            file.connection.execute("PRAGMA defer_foreign_keys = ON")  # evidence names it meanwhile
            file.connection.execute("DELETE FROM content WHERE sha256 = ?", (digest,))
        file.connection.execute(
            "INSERT INTO content (sha256, data) VALUES (?, ?) ON CONFLICT (sha256) DO NOTHING",
            (digest, data),
        )


def drop_unnamed_content(file: DataFile) -> int:
    """Drop the bytes that no evidence and no change of the log names; return how many files.

    What was stored for a deed that never came (a power cut), or whose history was thinned. Raises
    as ``store_content`` does.
    """
    with _outside_deeds(file):
        return drop_unnamed(file.connection)


def add_evidence(file: DataFile, fiscal_year: int, code: str, name: str, digest: str) -> None:
    """Name stored bytes as evidence of an item; inside a deed."""
    file.connection.execute(
        "INSERT INTO evidence (fiscal_year, code, name, sha256, added) VALUES (?, ?, ?, ?, ?)",
        (fiscal_year, code, name, digest, datetime.now(UTC).isoformat(timespec="seconds")),
    )


def remove_evidence(file: DataFile, number: int) -> None:
    """Take a piece of evidence away; inside a deed. Its bytes stay for undo."""
    file.connection.execute("DELETE FROM evidence WHERE id = ?", (number,))


def move_evidence(file: DataFile, number: int, code: str) -> None:
    """Let a piece of evidence prove another item; inside a deed."""
    file.connection.execute("UPDATE evidence SET code = ? WHERE id = ?", (code, number))


def _evidence(row: tuple[object, ...]) -> Evidence:
    number, year, code, name, digest, size, added = row
    return Evidence(
        id=int(str(number)),
        fiscal_year=int(str(year)),
        code=str(code),
        name=str(name),
        sha256=str(digest),
        size=int(str(size)),
        added=datetime.fromisoformat(str(added)),
    )


@contextmanager
def _outside_deeds(file: DataFile) -> Generator[None]:
    """Run writes that are in no log as one transaction; what SQLite says becomes a sentence."""
    if file.read_only:
        raise ClerkError(file.read_only)
    connection = file.connection
    try:
        connection.execute("BEGIN IMMEDIATE")
        yield
        connection.execute("COMMIT")
    except BaseException as error:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if isinstance(error, sqlite3.Error) and (told := trouble(file.path, error)):
            raise told from error
        raise
