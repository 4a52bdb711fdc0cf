"""A data file that is only read: a private copy of this moment, gone when it is closed.

The file itself is never written to, not even to take back what a crash left half done: that is
done in the copy. So it can be read while another writes, from a medium that cannot be written, and
in an older schema.
"""

import os
import shutil
import sqlite3
import tempfile
import time
from contextlib import closing
from pathlib import Path

from ita_desktop.db.connection import connect
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.file_head import has_write_ahead, length_in, read_head
from ita_desktop.db.looking import look_into
from ita_desktop.db.private_folder import make_private_folder
from ita_desktop.db.schema import SCHEMA_VERSION, migrate, version_of
from ita_desktop.db.soundness import refuse_unsound
from ita_desktop.db.trouble import damaged, held, trouble
from ita_desktop.errors import MachineError

_ONLY_READ = "ไฟล์ {} เปิดอ่านอย่างเดียว จึงไม่ได้บันทึก"
_STEP = 4096  # pages copied at a time; whoever writes gets its turn in between
_PAUSE = 0.01  # seconds between two steps
_PATIENCE = 60.0  # seconds a copy may take before somebody who never lets go is told of
_CANNOT_TAKE_BACK = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN})


def open_for_reading(path: Path, person: str, why: str = "", *, harmed: bool = False) -> DataFile:
    """Open a private copy of a data file, taken at this moment; no deed is taken in it.

    ``why`` is the sentence that says why not, for the clerk. A ``harmed`` file is damaged or ends
    early, and is read as far as it goes; altered ones are refused all the same. Raises
    FileRefusedError and MachineError as ``open_data_file`` does; the file is never written to, nor
    is it locked.
    """
    head = read_head(path, whole=not harmed)
    try:
        folder = make_private_folder()
    except OSError as error:
        raise _no_room(path) from error
    try:
        _copy(path, head, folder.copy, harmed=harmed)
        connection = _opened(path, folder.copy, harmed=harmed)
    except BaseException as error:
        folder.remove()
        if isinstance(error, OSError):
            raise _no_room(path) from error
        if isinstance(error, sqlite3.DatabaseError):
            raise trouble(path, error) or damaged(path) from error
        raise
    file = DataFile(path, connection, person)
    file.read_only = why or _ONLY_READ.format(path.name)
    file.on_close = folder.remove
    return file


def _copy(path: Path, head: bytes, copy: Path, *, harmed: bool) -> None:
    """Copy what was committed last; raises OSError and sqlite3.DatabaseError."""
    if not harmed and not has_write_ahead(head):
        try:
            _copy_pages(path, copy)
        except sqlite3.DatabaseError as error:
            # A journal that was left lies there, and may not be taken back from here.
            if error.sqlite_errorcode & 0xFF not in _CANNOT_TAKE_BACK:
                raise
            copy.unlink(missing_ok=True)
        else:
            return
    for ending in ("", "-journal", *(("-wal",) if has_write_ahead(head) else ())):
        beside = path.with_name(path.name + ending)
        if not ending or beside.exists():
            shutil.copyfile(beside, copy.with_name(copy.name + ending))
    if harmed and copy.stat().st_size < (wanted := length_in(head)):
        os.truncate(copy, wanted)  # what is missing reads as damaged pages; the rest can be read


def _copy_pages(path: Path, copy: Path) -> None:
    until = time.monotonic() + _PATIENCE

    def tell(_status: int, _remaining: int, _total: int) -> None:
        if time.monotonic() > until:
            raise held(path)

    with closing(look_into(path)) as source, closing(sqlite3.connect(copy)) as target:
        target.execute("PRAGMA synchronous = OFF")  # it is thrown away in any case
        source.backup(target, pages=_STEP, progress=tell, sleep=_PAUSE)


def _opened(path: Path, copy: Path, *, harmed: bool) -> sqlite3.Connection:
    connection = connect(copy)
    try:
        refuse_unsound(path, connection, whole=False, harmed=harmed)
        if version_of(connection) < SCHEMA_VERSION:
            migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


def _no_room(path: Path) -> MachineError:
    return MachineError(
        f"ทำสำเนาของไฟล์ {path.name} สำหรับอ่านไม่ได้ กรุณาตรวจสิทธิ์ของไฟล์ และพื้นที่ว่างของโฟลเดอร์ชั่วคราว"
        f" {tempfile.gettempdir()}"
    )
