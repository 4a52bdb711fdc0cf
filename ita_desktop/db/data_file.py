"""One open ``.ita`` file: one writer, one transaction a deed."""

import sqlite3
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ita_desktop.db import change_log
from ita_desktop.db.change_log import Change, Deed
from ita_desktop.db.schema import LOGGED_TABLES
from ita_desktop.db.trouble import NOT_UNDERSTOOD, not_understood, trouble
from ita_desktop.errors import ClerkError

_BEGINNING = "เริ่มไฟล์ใหม่"
_HISTORY = "ประวัติการแก้ไข"


class DataFile:
    """An open data file. Reads go through ``read``; every write stands inside ``deed``."""

    def __init__(self, path: Path, connection: sqlite3.Connection, person: str) -> None:
        self.path = path
        self.connection = connection
        self.person = person
        self.read_only = ""
        """Why no deed is taken, as one sentence for the clerk; empty where the file is written."""

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
        if self.read_only:
            raise ClerkError(self.read_only)
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
