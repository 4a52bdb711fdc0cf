"""A backup taken back: looked into first, then as one deed, or as a file put in place."""

import errno
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ita_desktop.db.backing_up import counts_of
from ita_desktop.db.backup_copy import PrivateCopy, copy_of
from ita_desktop.db.backup_file import Manifest, damaged_backup
from ita_desktop.db.comparing import Comparison, compare, take_all, years_of
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.lock import take_lock
from ita_desktop.db.proof import prove, prove_backup
from ita_desktop.db.putting_back import not_put_back, put_back
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.described_changes import row_above
from ita_desktop.workflows.opening import person


@dataclass(frozen=True, slots=True)
class Look:
    """A backup that was proved, and what it has that the open file has not, and the other way.

    ``close`` takes its private copy away.
    """

    backup: Path
    manifest: Manifest | None
    """None for a copy made by hand: it holds together, and no seal says that it is unchanged."""
    copy: PrivateCopy
    comparison: Comparison

    def close(self) -> None:
        """Let the private copy go."""
        self.copy.remove()


def look_inside(backup: Path, path: Path) -> Look:
    """Prove a backup and compare it with the data file at ``path``; for a worker.

    Raises ClerkError for a backup that is damaged, has no fiscal year or is no data file of ours,
    MachineError where the disk refuses.
    """
    manifest = prove_backup(backup)
    copy = copy_of(backup)
    try:
        if manifest is None and not prove(copy.path).sound:  # somebody wrote to it meanwhile
            raise damaged_backup(backup)  # noqa: TRY301
        _refuse_empty(backup, copy.path)
        return Look(backup, manifest, copy, compare(path, copy.path, row_above))
    except BaseException:
        copy.remove()
        raise


def _refuse_empty(backup: Path, copy: Path) -> None:
    if not years_of(copy):
        raise ClerkError(f"ไฟล์สำรอง {backup.name} ยังไม่มีปีงบประมาณ จึงไม่มีข้อมูลให้คืน กรุณาเลือกไฟล์สำรองอื่น")


def take_back(file: DataFile, look: Look, name: str) -> bool:
    """Make the open file's data what it is in the backup: one deed, which undo takes back.

    Returns False where nothing differed. Raises ClerkError or MachineError, with nothing changed.
    """
    before = file.latest_deed()
    take_all(file, look.copy.path, name)
    return file.latest_deed() != before


def restore_file(backup: Path, out: Path) -> dict[str, Any]:
    """Put the data of a backup at ``out``, keeping what was there, and return what was done.

    Raises ClerkError where the backup is damaged or is ``out`` itself, where ``out`` is a folder or
    open in a window; MachineError where the disk refuses. Nothing is written then.
    """
    _refuse_place(out)
    manifest = prove_backup(backup)
    if out.exists() and out.samefile(backup):
        raise ClerkError(f"{out.name} เป็นไฟล์สำรองนั้นเอง กรุณาระบุชื่อไฟล์อื่นที่จะคืนข้อมูลลง")
    try:
        lock = take_lock(out, person())
    except OSError as error:
        raise not_put_back(out) from error
    try:
        kept = put_back(backup, out)
    finally:
        lock.release()
    return {
        "file": str(out),
        "proved": manifest is not None,
        "rows": counts_of(out),
        "kept": None if kept is None else str(kept),
        "made": manifest and manifest.made.isoformat(),
    }


def _refuse_place(out: Path) -> None:
    try:
        if out.is_dir():
            raise ClerkError(f"{out} เป็นโฟลเดอร์ ไม่ใช่ไฟล์ กรุณาระบุชื่อไฟล์ที่จะคืนข้อมูลลง")
        if not out.parent.is_dir():
            raise ClerkError(f"ไม่พบโฟลเดอร์ {out.parent} กรุณาเลือกโฟลเดอร์ที่มีอยู่")
    except OSError as error:
        if error.errno == errno.ENAMETOOLONG:
            raise ClerkError(f"ชื่อไฟล์ “{out}” ยาวเกินไป กรุณาตั้งชื่อให้สั้นลง") from error
        raise not_put_back(out) from error
