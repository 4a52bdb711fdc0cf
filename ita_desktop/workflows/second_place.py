"""The second place for backups: a folder of the clerk's choice, on a stick or another disk.

When a copy last arrived there is written down beside the backups: the stick itself is not always
there to be asked, and the program may have ended by then.
"""

import json
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import cast

from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.whole_file import write_whole
from ita_desktop.workflows import backups
from ita_desktop.workflows.backups import Made

LONG_AGO = timedelta(days=14)
"""A second place that was not reached for so long is worth a word."""
_NOTES = "second-place.json"


def copy_there(made: Made, second: Path) -> str:
    """Copy a backup to the second place; return why that was not possible, empty where it was.

    That a stick is not there is no failure of the backup: it is shown where she looks for it.
    """
    try:
        backups.copy_to_second(made, second)
        _note(second, datetime.now(UTC))
    except (ClerkError, MachineError) as refusal:
        return str(refusal)
    return ""


def choose(second: Path) -> Path:
    """Return the folder as it is kept, where it can serve; from now on it is waited for.

    Raises ClerkError for a folder inside the one where backups are kept anyway, MachineError for
    one that cannot be written to.
    """
    place = second.absolute()
    shelf = backups.shelf_folder()
    if place == shelf or shelf in place.parents:
        raise ClerkError("โฟลเดอร์นี้เป็นที่เก็บไฟล์สำรองหลักอยู่แล้ว กรุณาเลือกแฟลชไดรฟ์หรือดิสก์อื่น")
    trial = place / ".ita-desktop"
    try:
        trial.write_bytes(b"")
        trial.unlink()
    except OSError as error:
        raise MachineError(f"บันทึกลงโฟลเดอร์ {place} ไม่ได้ กรุณาเลือกโฟลเดอร์อื่น") from error
    _note(place, datetime.now(UTC), reached=False)
    return place


def last_reached(second: Path) -> datetime | None:
    """Return when a copy last arrived in this folder (UTC), None where none did."""
    return _noted(second, "reached")


def is_long_ago(second: Path, now: datetime) -> bool:
    """Return whether no copy arrived for 14 days, since the last one or since it was chosen."""
    since = last_reached(second) or _noted(second, "chosen")
    return since is not None and now - since > LONG_AGO


def _note(second: Path, at: datetime, *, reached: bool = True) -> None:
    notes = _notes()
    known = notes.setdefault(str(second), {})
    known["reached" if reached else "chosen"] = at.isoformat(timespec="seconds")
    folder = backups.shelf_folder()
    with suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / _NOTES, json.dumps(notes, ensure_ascii=False).encode(errors="replace"))


def _noted(second: Path, what: str) -> datetime | None:
    try:
        return datetime.fromisoformat(_notes()[str(second)][what])
    except (LookupError, TypeError, ValueError):
        return None


def _notes() -> dict[str, dict[str, str]]:
    """Return what was written down; nothing where the file is not what we wrote."""
    with suppress(OSError, ValueError, RecursionError):
        found: object = json.loads((backups.shelf_folder() / _NOTES).read_bytes())
        if isinstance(found, dict):
            return cast("dict[str, dict[str, str]]", found)
    return {}
