"""What can still be had of a data file that cannot be worked in: a backup, or a part of it."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import cast

from ita_desktop.db.backup_file import Manifest
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.workflows.backups import backups_of, last_good_backup
from ita_desktop.workflows.opening import office_of, open_to_read
from ita_desktop.workflows.restore import restore_file


@dataclass(frozen=True, slots=True)
class Recovered:
    """A backup that was put in the place of a file."""

    made: datetime
    """When the backup was made, UTC."""
    kept: Path | None
    """Where the file is now that was there; None where none was."""


def newest_backup(path: Path) -> Manifest | None:
    """Return what the newest backup of a file says of itself, None where there is none.

    It is not proved yet: that takes a while, and is done when it is used.
    """
    with suppress(ClerkError, MachineError):
        return next((one.manifest for one in backups_of(path) if one.manifest), None)
    return None


def use_last_backup(path: Path, out: Path | None = None) -> Recovered:
    """Put the last good backup of a file in its place, or at ``out``; for a worker.

    What is there is kept under another name. Raises ClerkError where no backup is good, and what
    ``restore_file`` raises.
    """
    backup = last_good_backup(path)
    if backup is None or backup.manifest is None:
        raise ClerkError(
            f"ไม่มีไฟล์สำรองของไฟล์ {path.name} ที่สมบูรณ์ในเครื่องนี้ กรุณาเลือกไฟล์อื่น หรือใช้สำเนาที่เก็บไว้ที่อื่น"
        )
    done = restore_file(backup.path, out or path)
    kept = cast("str | None", done["kept"])
    return Recovered(backup.manifest.made, None if kept is None else Path(kept))


def use_backup(backup: Path, out: Path) -> Path | None:
    """Make a working file of a backup, and return where the file is that was there; for a worker.

    Raises what ``restore_file`` raises.
    """
    kept = cast("str | None", restore_file(backup, out)["kept"])
    return None if kept is None else Path(kept)


def can_be_read(path: Path) -> bool:
    """Return whether a harmed file still shows its office and its scores."""
    from ita_desktop.workflows.scores.year_scores import known_years, year_result  # noqa: PLC0415 - seldom

    with suppress(ClerkError, MachineError):
        file = open_to_read(path, harmed=True)
        try:
            years = known_years(file)
            office_of(file)
            for year in years:
                year_result(file, year)
        finally:
            file.close()
        return bool(years)
    return False
