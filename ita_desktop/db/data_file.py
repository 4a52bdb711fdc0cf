"""One ``.ita`` file: opened in steps, one writer, one transaction a deed."""

import sqlite3
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from ita_desktop.db import change_log
from ita_desktop.db.change_log import Change, Deed
from ita_desktop.db.schema import APPLICATION_ID, LOGGED_TABLES, SCHEMA_VERSION, migrate
from ita_desktop.db.trouble import damaged, trouble
from ita_desktop.errors import ClerkError, MachineError

_HEADER = 100
_MAGIC = b"SQLite format 3\0"
_BUSY_MS = 2_000


class DataFile:
    """An open data file. Reads go to ``connection``; every write stands inside ``deed``."""

    def __init__(self, path: Path, connection: sqlite3.Connection, person: str) -> None:
        self.path = path
        self.connection = connection
        self.person = person

    @contextmanager
    def deed(self, name: str, *, undoable: bool = True) -> Generator[None]:
        """Run the writes of the block as one named transaction.

        All or nothing: an exception rolls everything back and goes on. A deed that changed nothing
        leaves no trace. One that is not ``undoable`` (the making of a file) is on record all the
        same. Raises MachineError when the disk refuses or the file is held elsewhere.
        """
        with self._transaction(name, "edit" if undoable else "start", None):
            yield

    def undo(self) -> Deed | None:
        """Take back the last deed that stands and return it, or None where there is none."""
        return self._revert(change_log.next_undo(self.connection), forward=False)

    def redo(self) -> Deed | None:
        """Do the last undone deed again and return it, or None where there is none."""
        return self._revert(change_log.next_redo(self.connection), forward=True)

    def next_undo(self) -> Deed | None:
        """Return the deed that ``undo`` would take back."""
        return change_log.next_undo(self.connection)

    def next_redo(self) -> Deed | None:
        """Return the deed that ``redo`` would do again."""
        return change_log.next_redo(self.connection)

    def last_changes(self) -> tuple[Change, ...]:
        """Return what the newest deed (also an undo or redo) changed."""
        newest = self.connection.execute("SELECT max(id) FROM deed").fetchone()[0]
        return () if newest is None else change_log.changes_of(self.connection, newest)

    def close(self) -> None:
        """Close the file; it is complete at rest."""
        self.connection.close()

    def _revert(self, deed: Deed | None, *, forward: bool) -> Deed | None:
        if deed is None:
            return None
        changes = change_log.changes_of(self.connection, deed.id)
        with self._transaction(deed.name, "redo" if forward else "undo", deed.id):
            ordered = changes if forward else tuple(reversed(changes))
            change_log.write_back(self.connection, ordered, forward=forward)
            change_log.set_state(self.connection, deed.id, "done" if forward else "undone")
        return deed

    @contextmanager
    def _transaction(self, name: str, kind: str, of: int | None) -> Generator[None]:
        connection = self.connection
        try:
            connection.execute("BEGIN IMMEDIATE")
            number = change_log.begin(connection, name, self.person, kind, of)
            yield
            if change_log.changed_anything(connection, number):
                change_log.end(connection)
                connection.execute("COMMIT")
            else:
                connection.execute("ROLLBACK")
        except BaseException as error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.Error) and (told := trouble(self.path, error)):
                raise told from error
            raise


def create_data_file(
    path: Path, person: str, fill: Callable[[DataFile], None] | None = None
) -> DataFile:
    """Make a new data file and open it; ``fill`` writes what it holds from the first moment on.

    The file is made beside its place and put there when whole: where anything fails nothing is
    left. Raises ClerkError where the name is taken or the folder missing, else MachineError.
    """
    part = path.parent / f"{path.name}.part"
    try:
        if path.exists():
            raise ClerkError(f"มีไฟล์ชื่อ {path.name} อยู่แล้ว กรุณาตั้งชื่ออื่นหรือเลือกโฟลเดอร์อื่น")
        if not path.parent.is_dir():
            raise ClerkError(f"ไม่พบโฟลเดอร์ {path.parent} กรุณาเลือกโฟลเดอร์ที่มีอยู่")
        part.unlink(missing_ok=True)
        try:
            with closing(_connect(part)) as connection:
                migrate(connection)
                if fill is not None:
                    fill(DataFile(path, connection, person))
            part.replace(path)
        finally:
            with suppress(OSError):  # gone where all went well; else the folder may be gone
                part.unlink(missing_ok=True)
    except (OSError, sqlite3.OperationalError) as error:
        raise MachineError(
            f"สร้างไฟล์ {path.name} ในโฟลเดอร์ {path.parent} ไม่ได้ กรุณาเลือกชื่อและโฟลเดอร์ที่บันทึกได้"
        ) from error
    return open_data_file(path, person)


def open_data_file(path: Path, person: str) -> DataFile:
    """Open a data file for reading and writing.

    Raises ClerkError for a file that is missing, empty, foreign, damaged or from a newer program,
    MachineError for one that cannot be read or is held elsewhere; nothing is written to it then.
    """
    version = _version_of(path)
    connection: sqlite3.Connection | None = None
    try:
        connection = _connect(path)
        if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
            raise damaged(path)
        if version < SCHEMA_VERSION:
            migrate(connection)
        connection.execute("SELECT count(*) FROM deed").fetchone()
    except (ClerkError, sqlite3.DatabaseError) as error:
        if connection is not None:
            connection.close()
        if isinstance(error, ClerkError):
            raise
        raise trouble(path, error) or damaged(path) from error
    return DataFile(path, connection, person)


def health_of(file: DataFile) -> tuple[str, ...]:
    """Return what SQLite finds wrong with the file; empty when it is sound."""
    try:
        rows = file.connection.execute("PRAGMA integrity_check").fetchall()
        dangling = file.connection.execute("PRAGMA foreign_key_check").fetchall()
    except sqlite3.DatabaseError as error:
        return (str(error),)
    found = [str(row[0]) for row in rows if row[0] != "ok"]
    return (*found, *(f"{row[0]} {row[1]}: {row[2]}" for row in dangling))


def row_counts(file: DataFile) -> dict[str, int]:
    """Return how many rows each table has, those of the change log last."""
    return {
        table: int(file.connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])
        for table in (*LOGGED_TABLES, "deed", "change")
    }


def _version_of(path: Path) -> int:
    """Return the schema version from the file's own head, before anything opens it."""
    if path.is_dir():
        raise ClerkError(f"{path} เป็นโฟลเดอร์ ไม่ใช่ไฟล์ กรุณาเลือกไฟล์นามสกุล .ita")
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEADER)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise ClerkError(f"ไม่พบไฟล์ {path} กรุณาตรวจชื่อไฟล์และโฟลเดอร์") from error
    except OSError as error:
        raise MachineError(f"เปิดอ่านไฟล์ {path.name} ไม่ได้ กรุณาตรวจสิทธิ์ของไฟล์") from error
    if not head:
        raise ClerkError(f"ไฟล์ {path.name} ว่างเปล่า กรุณาเลือกไฟล์สำรองล่าสุดแทน")
    if len(head) < _HEADER or not head.startswith(_MAGIC):
        raise ClerkError(f"ไฟล์ {path.name} ไม่ใช่ไฟล์ข้อมูลของโปรแกรมนี้ กรุณาเลือกไฟล์นามสกุล .ita")
    if int.from_bytes(head[68:72], "big") != APPLICATION_ID:
        raise ClerkError(
            f"ไฟล์ {path.name} เป็นฐานข้อมูลของโปรแกรมอื่น กรุณาเลือกไฟล์นามสกุล .ita ของโปรแกรมนี้"
        )
    version = int.from_bytes(head[60:64], "big")
    if version > SCHEMA_VERSION:
        raise ClerkError(f"ไฟล์ {path.name} บันทึกจากโปรแกรมรุ่นใหม่กว่า กรุณาปรับปรุงโปรแกรมก่อนเปิดไฟล์นี้")
    return version


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        for pragma in (
            f"busy_timeout = {_BUSY_MS}",
            "trusted_schema = OFF",
            "cell_size_check = ON",
            "foreign_keys = ON",
            "journal_mode = DELETE",
            "synchronous = EXTRA",
        ):
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection
