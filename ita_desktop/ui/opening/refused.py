"""What the window says of a file it does not open, and what it offers instead.

An offer is made only where it leads somewhere: reading where something can be read, the last backup
where there is one.
"""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ita_desktop.db.refusals import FileHeldError, FileRefusedError, Refused
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import messages
from ita_desktop.ui.backups.wording import moment
from ita_desktop.ui.opening.recovery import take_last_backup
from ita_desktop.workflows.opening import open_to_read
from ita_desktop.workflows.recovering import can_be_read, newest_backup

if TYPE_CHECKING:
    from ita_desktop.ui.main_window import MainWindow
    from ita_desktop.ui.opening.banner import Offer

READ, AGAIN, BACKUP, OTHER = "เปิดอ่านอย่างเดียว", "ลองใหม่", "ใช้ไฟล์สำรองล่าสุด", "เลือกไฟล์อื่น"
_TITLE = "เปิดไฟล์ไม่ได้"
_IN_PART = "ไฟล์ {} เสียหาย จึงเปิดอ่านเท่าที่อ่านได้ ข้อมูลบางส่วนอาจขาดหรือไม่ถูกต้อง"
_HARMED = frozenset({Refused.DAMAGED, Refused.TRUNCATED})
_RECOVERABLE = _HARMED | {
    *(Refused.EMPTY, Refused.MISSING, Refused.ALTERED, Refused.NOT_UNDERSTOOD),
}


def tell_refusal(
    window: "MainWindow", path: Path, refusal: ClerkError | MachineError, more: str = ""
) -> None:
    """Say why a file is not opened, with what can be done instead; ``more`` is said after it."""
    offers, also = _offers(window, path, refusal)
    away = "ยกเลิก" if isinstance(refusal, FileHeldError) else "ปิด"
    messages.offer(window, _TITLE, f"{refusal}{more}{also}", offers, away)


def _offers(
    window: "MainWindow", path: Path, refusal: ClerkError | MachineError
) -> tuple[list["Offer"], str]:
    """Return the offers, and what is to be said of them."""
    again = (AGAIN, partial(window.open_path, path))
    other = (OTHER, window.choose_file)
    if isinstance(refusal, FileHeldError):
        read = (READ, partial(_read, window, path, refusal.why_read_only))
        return ([again, read] if window.reads(path) else [read, again]), ""
    if isinstance(refusal, MachineError):
        return [again, other], ""
    kind = refusal.kind if isinstance(refusal, FileRefusedError) else Refused.FOREIGN
    offers: list[Offer] = []
    said = ""
    found = newest_backup(path) if kind in _RECOVERABLE and path.parent.is_dir() else None
    if found is not None:
        offers.append((BACKUP, partial(take_last_backup, window, path)))
        kept = " ไฟล์นี้จะเก็บไว้ในชื่ออื่น" if kind is not Refused.MISSING else ""
        said = f" มีไฟล์สำรองเมื่อ {moment(found.made)}{kept}"
    if kind in _HARMED and can_be_read(path):
        why = _IN_PART.format(path.name)
        offers.append((READ, partial(_read, window, path, why, harmed=True)))
    return [*offers, other], said


def _read(window: "MainWindow", path: Path, why: str, *, harmed: bool = False) -> None:
    try:
        window.enter(open_to_read(path, why, harmed=harmed))
    except (ClerkError, MachineError) as refusal:
        tell_refusal(window, path, refusal)
