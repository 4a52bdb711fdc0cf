"""One open ``.ita`` file: one writer, one transaction a deed."""

import sqlite3
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ita_desktop.db import change_log
from ita_desktop.db.change_log import Change, Deed
from ita_desktop.db.schema import LOGGED_TABLES
from ita_desktop.db.trouble import NOT_UNDERSTOOD, not_understood, trouble
from ita_desktop.errors import ClerkError

if TYPE_CHECKING:
    from ita_desktop.db.lock import WriterLock

_BEGINNING = "เริ่มไฟล์ใหม่"
HISTORY = "ประวัติการแก้ไข"
"""What ``understanding`` is told that is read from the change log."""


class DataFile:
    """An open data file. Reads go through ``read``; every write stands inside ``deed``."""

    def __init__(self, path: Path, connection: sqlite3.Connection, person: str) -> None:
        self.path = path
        self.connection = connection
        self.person = person
        self.read_only = ""
        """Why no deed is taken, as one sentence for the clerk; empty where the file is written."""
        self.lock: WriterLock | None = None
        """The right to write, let go when the file is closed; None for a copy that is read."""
        self.on_close: Callable[[], None] | None = None
        """What is done once the file is closed: a copy for reading takes itself away."""

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
        connection, kind = self.connection, "edit" if undoable else "start"
        with self._writing():
            number = change_log.begin(connection, name, self.person, kind)
            yield
            if change_log.changed_anything(connection, number):
                change_log.end(connection, number)
            else:
                connection.execute("ROLLBACK")

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
        return next(iter(self._revert(_one(self.next_undo()), forward=False)), None)

    def redo(self) -> Deed | None:
        """Do the last undone deed again and return it, or None; raises as ``undo`` does."""
        return next(iter(self._revert(_one(self.next_redo()), forward=True)), None)

    def undo_to(self, first: int) -> tuple[Deed, ...]:
        """Take back every deed from the newest down to number ``first``: all of them or none.

        Returns them, newest first; empty where ``first`` does not stand. Raises as ``undo`` does.
        """
        return self._revert(self.standing(first), forward=False)

    def redo_to(self, last: int) -> tuple[Deed, ...]:
        """Do the undone deeds up to number ``last`` again, all or none; raises as ``undo`` does."""
        return self._revert(self.undone(last), forward=True)

    def standing(self, first: int) -> tuple[Deed, ...]:
        """Return the deeds that ``undo_to`` would take back, newest first."""
        with self.understanding(HISTORY):
            return change_log.standing(self.read, first)

    def undone(self, last: int) -> tuple[Deed, ...]:
        """Return the deeds that ``redo_to`` would do again, oldest first."""
        with self.understanding(HISTORY):
            return change_log.undone(self.read, last)

    def next_undo(self) -> Deed | None:
        """Return the deed that ``undo`` would take back."""
        with self.understanding(HISTORY):
            return change_log.next_undo(self.read)

    def next_redo(self) -> Deed | None:
        """Return the deed that ``redo`` would do again."""
        with self.understanding(HISTORY):
            return change_log.next_redo(self.read)

    def forget_history(self, cut: int, name: str) -> None:
        """Take the deeds before number ``cut`` off the record; the data stay as they are.

        That it was done is on record under ``name``, as a deed that undo passes over. Raises as
        ``deed`` does, with nothing changed.
        """
        from ita_desktop.db import old_history  # noqa: PLC0415 - seldom

        with self._writing(), self.understanding(HISTORY):
            old_history.forget(self.connection, cut)
            number = change_log.begin(self.connection, name, self.person, "start")
            change_log.end(self.connection, number)

    def data_version(self) -> int:
        """Return a number that changes when another window or program wrote to the file."""
        return int(self.read("PRAGMA data_version")[0][0])

    def latest_deed(self) -> int | None:
        """Return the number of the newest deed (also an undo or redo), None before the first.

        Numbers only grow. Who asks before and after a piece of work knows whether it left a deed:
        with the same number nothing was changed, and there is nothing new to undo.
        """
        return change_log.latest_deed(self.read)

    def tables_since(self, deed: int | None) -> frozenset[str]:
        """Return the tables that deeds newer than number ``deed`` changed; None: than none."""
        return change_log.tables_since(self.read, deed)

    def last_changes(self) -> tuple[Change, ...]:
        """Return what the newest deed (also an undo or redo) changed."""
        with self.understanding(HISTORY):
            return change_log.last_changes(self.read)

    def close(self) -> None:
        """Close the file; it is complete at rest."""
        self.connection.close()
        if self.lock is not None:
            self.lock.release()
        if self.on_close is not None:
            self.on_close()

    def _revert(self, deeds: tuple[Deed, ...], *, forward: bool) -> tuple[Deed, ...]:
        if not deeds:
            return ()
        at = deeds[0]
        try:
            with self._writing():
                # parents and children may have been written in any order
                self.connection.execute("PRAGMA defer_foreign_keys = ON")
                for at in deeds:
                    self._revert_one(at, forward=forward)
        except (*NOT_UNDERSTOOD, sqlite3.IntegrityError) as error:
            raise ClerkError(
                f"{'ทำซ้ำ' if forward else 'เลิกทำ'} “{at.name}” ไม่ได้ เพราะประวัติการแก้ไขในไฟล์"
                f" {self.path.name} ไม่ตรงกับข้อมูล ข้อมูลปัจจุบันยังอยู่ครบ กรุณาแก้ไขข้อมูลนั้นเอง"
            ) from error
        return deeds

    def _revert_one(self, deed: Deed, *, forward: bool) -> None:
        connection, kind = self.connection, "redo" if forward else "undo"
        changes = change_log.changes_of(self.read, deed.id)
        number = change_log.begin(connection, deed.name, self.person, kind, deed.id)
        ordered = changes if forward else tuple(reversed(changes))
        change_log.write_back(connection, ordered, LOGGED_TABLES, forward=forward)
        change_log.set_state(connection, deed.id, "done" if forward else "undone")
        change_log.end(connection, number)

    @contextmanager
    def _writing(self) -> Generator[None]:
        """Run the block as one transaction, all or nothing; the block itself may roll it back."""
        if self.read_only:
            raise ClerkError(self.read_only)
        connection = self.connection
        try:
            connection.execute("BEGIN IMMEDIATE")
            yield
            if connection.in_transaction:
                connection.execute("COMMIT")
        except BaseException as error:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.Error) and (told := trouble(self.path, error)):
                raise told from error
            if isinstance(error, UnicodeEncodeError):
                raise ClerkError("มีอักขระที่บันทึกไม่ได้ในข้อความ กรุณาพิมพ์ข้อความนั้นใหม่") from error
            raise


def _one(deed: Deed | None) -> tuple[Deed, ...]:
    return () if deed is None else (deed,)
