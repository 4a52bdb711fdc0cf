"""One ``.ita`` file: opened in steps, one writer, one transaction a deed."""

import sqlite3
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from ita_desktop.db import change_log, journals
from ita_desktop.db.change_log import Change, Deed
from ita_desktop.db.file_head import has_write_ahead, read_head
from ita_desktop.db.schema import (
    LOGGED_TABLES,
    SCHEMA_VERSION,
    is_as_made,
    migrate,
    version_of,
)
from ita_desktop.db.trouble import (
    NOT_UNDERSTOOD,
    altered,
    damaged,
    journals_held,
    not_understood,
    trouble,
)
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.whole_file import part_of, put_in_place

_BUSY_MS = 2_000
_BEGINNING = "เริ่มไฟล์ใหม่"
_HISTORY = "ประวัติการแก้ไข"


class DataFile:
    """An open data file. Reads go through ``read``; every write stands inside ``deed``."""

    def __init__(self, path: Path, connection: sqlite3.Connection, person: str) -> None:
        self.path = path
        self.connection = connection
        self.person = person

    def read(self, query: str, values: tuple[object, ...] = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a query.

        Raises MachineError where the file is held or the disk refuses, ClerkError where it is
        damaged: one sentence each.
        """
        try:
            return self.connection.execute(query, values).fetchall()
        except sqlite3.Error as error:
            if told := trouble(self.path, error):
                raise told from error
            raise

    @contextmanager
    def understanding(self, what: str) -> Generator[None]:
        """Make domain values of what was read; ``what`` names it in Thai.

        A value that this program does not know becomes one ClerkError that says so.
        """
        try:
            yield
        except (ClerkError, *NOT_UNDERSTOOD) as error:
            raise not_understood(self.path, what) from error

    @contextmanager
    def deed(self, name: str, *, undoable: bool = True) -> Generator[None]:
        """Run the writes of the block as one named transaction.

        All or nothing: an exception rolls everything back and goes on. A deed that changed nothing
        leaves no trace: ``latest_deed`` is then what it was. One that is not ``undoable`` (the
        making of a file) is on record all the same. Raises MachineError when the disk refuses or
        the file is held elsewhere, ClerkError for a text that cannot be stored.
        """
        with self._transaction(name, "edit" if undoable else "start", None):
            yield

    @contextmanager
    def beginning(self) -> Generator[None]:
        """Inside a deed: what the block writes stays when the deed is taken back.

        For what a file cannot be without once it had it: its first fiscal year.
        """
        with change_log.beginning(self.connection, _BEGINNING, self.person):
            yield

    def undo(self) -> Deed | None:
        """Take back the last deed that stands and return it, or None where there is none.

        Raises ClerkError, with nothing changed, where the log does not fit the tables.
        """
        return self._revert(self.next_undo(), forward=False)

    def redo(self) -> Deed | None:
        """Do the last undone deed again and return it, or None; raises as ``undo`` does."""
        return self._revert(self.next_redo(), forward=True)

    def next_undo(self) -> Deed | None:
        """Return the deed that ``undo`` would take back."""
        with self.understanding(_HISTORY):
            return change_log.next_undo(self.read)

    def next_redo(self) -> Deed | None:
        """Return the deed that ``redo`` would do again."""
        with self.understanding(_HISTORY):
            return change_log.next_redo(self.read)

    def data_version(self) -> int:
        """Return a number that changes when another window or program wrote to the file."""
        return int(self.read("PRAGMA data_version")[0][0])

    def latest_deed(self) -> int | None:
        """Return the number of the newest deed (also an undo or redo), None before the first.

        Numbers only grow. Who asks before and after a piece of work knows whether it left a deed:
        with the same number nothing was changed, and there is nothing new to undo.
        """
        return change_log.latest_deed(self.read)

    def last_changes(self) -> tuple[Change, ...]:
        """Return what the newest deed (also an undo or redo) changed."""
        with self.understanding(_HISTORY):
            return change_log.last_changes(self.read)

    def close(self) -> None:
        """Close the file; it is complete at rest."""
        self.connection.close()

    def _revert(self, deed: Deed | None, *, forward: bool) -> Deed | None:
        if deed is None:
            return None
        try:
            changes = change_log.changes_of(self.read, deed.id)
            with self._transaction(deed.name, "redo" if forward else "undo", deed.id):
                ordered = changes if forward else tuple(reversed(changes))
                change_log.write_back(self.connection, ordered, LOGGED_TABLES, forward=forward)
                change_log.set_state(self.connection, deed.id, "done" if forward else "undone")
        except (*NOT_UNDERSTOOD, sqlite3.IntegrityError) as error:
            raise ClerkError(
                f"{'ทำซ้ำ' if forward else 'ย้อนกลับ'} “{deed.name}” ไม่ได้ เพราะประวัติการแก้ไขในไฟล์"
                f" {self.path.name} ไม่ตรงกับข้อมูล ข้อมูลปัจจุบันยังอยู่ครบ กรุณาแก้ไขข้อมูลนั้นเอง"
            ) from error
        return deed

    @contextmanager
    def _transaction(self, name: str, kind: str, of: int | None) -> Generator[None]:
        connection = self.connection
        try:
            connection.execute("BEGIN IMMEDIATE")
            number = change_log.begin(connection, name, self.person, kind, of)
            yield
            if change_log.changed_anything(connection, number):
                change_log.end(connection, number)
                connection.execute("COMMIT")
            else:
                connection.execute("ROLLBACK")
        except BaseException as error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.Error) and (told := trouble(self.path, error)):
                raise told from error
            if isinstance(error, UnicodeEncodeError):
                raise ClerkError("มีอักขระที่บันทึกไม่ได้ในข้อความ กรุณาพิมพ์ข้อความนั้นใหม่") from error
            raise


def create_data_file(
    path: Path, person: str, fill: Callable[[DataFile], None] | None = None
) -> DataFile:
    """Make a new data file and open it; ``fill`` writes what it holds from the first moment on.

    The file is made beside its place, proved, and put there when whole: where anything fails
    nothing is left. Journals that lie under its name already are set aside. Raises ClerkError where
    the name is taken or the folder missing, else MachineError.
    """
    part = part_of(path)
    try:
        _refuse_taken(path)
        try:
            with closing(_connect(part)) as connection:
                migrate(connection)
                file = DataFile(path, connection, person)
                if fill is not None:
                    fill(file)
                if found := health_of(file):
                    raise OSError(found[0])
            journals.set_aside(path)
            _refuse_taken(path)
            put_in_place(part, path)
        finally:
            for rest in (part, *(part.with_name(part.name + ending) for ending in journals.ALL)):
                with suppress(OSError):  # gone where all went well; else the folder may be gone
                    rest.unlink(missing_ok=True)
    except (OSError, sqlite3.OperationalError) as error:
        raise MachineError(
            f"สร้างไฟล์ {path.name} ในโฟลเดอร์ {path.parent} ไม่ได้ กรุณาเลือกชื่อและโฟลเดอร์ที่บันทึกได้"
        ) from error
    return open_data_file(path, person)


def open_data_file(path: Path, person: str) -> DataFile:
    """Open a data file for reading and writing; an older one is brought to the present schema.

    Raises ClerkError for a file that is missing, empty, foreign, damaged, altered or from a newer
    program, MachineError for one that cannot be read or is held elsewhere; nothing is written to it
    then. A rollback journal beside it is its own, and SQLite's to deal with. A write-ahead journal
    is not, where the file itself knows of none, and is set aside.
    """
    head = read_head(path)
    connection: sqlite3.Connection | None = None
    try:
        if not has_write_ahead(head):
            journals.set_aside(path, journals.WRITE_AHEAD)
        connection = _connect(path)
        connection.execute("BEGIN")  # all that is looked at is of one moment: another may migrate
        if not is_as_made(connection):
            raise altered(path)
        checked = connection.execute("PRAGMA quick_check(1)").fetchone()
        current = connection.execute("SELECT deed FROM current_deed").fetchall()
        if checked != ("ok",) or current != [(None,)]:
            raise damaged(path)
        connection.execute("COMMIT")
        if version_of(connection) < SCHEMA_VERSION:
            migrate(connection)
    except (ClerkError, OSError, sqlite3.DatabaseError) as error:
        if connection is not None:
            connection.close()
        if isinstance(error, ClerkError):
            raise
        if isinstance(error, OSError):
            raise journals_held(path) from error
        raise trouble(path, error) or damaged(path) from error
    return DataFile(path, connection, person)


def health_of(file: DataFile) -> tuple[str, ...]:
    """Return what SQLite finds wrong with the file; empty when it is sound.

    Raises MachineError where the file is held or the disk refuses: that says nothing of its health.
    """
    try:
        rows = file.read("PRAGMA integrity_check")
        dangling = file.read("PRAGMA foreign_key_check")
    except ClerkError as error:
        return (str(error),)
    found = [str(row[0]) for row in rows if row[0] != "ok"]
    return (*found, *(f"{row[0]} {row[1]}: {row[2]}" for row in dangling))


def row_counts(file: DataFile) -> dict[str, int]:
    """Return how many rows each table has, those of the change log last."""
    return {
        table: int(file.read(f'SELECT count(*) FROM "{table}"')[0][0])
        for table in (*LOGGED_TABLES, "deed", "change")
    }


def _refuse_taken(path: Path) -> None:
    if path.exists():
        raise ClerkError(f"มีไฟล์ชื่อ {path.name} อยู่แล้ว กรุณาตั้งชื่ออื่นหรือเลือกโฟลเดอร์อื่น")
    if not path.parent.is_dir():
        raise ClerkError(f"ไม่พบโฟลเดอร์ {path.parent} กรุณาเลือกโฟลเดอร์ที่มีอยู่")


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
