"""How backups are said: when, why, how large, what differs."""

from datetime import datetime

from ita_desktop.db.comparing import Comparison
from ita_desktop.ui import wording
from ita_desktop.workflows.backups import Reason
from ita_desktop.workflows.described_changes import DESCRIBED

_REASONS = {
    Reason.MIGRATION: "ก่อนปรับรุ่นไฟล์",
    Reason.TIMER: "อัตโนมัติทุก 30 นาที",
    Reason.CLOSING: "เมื่อปิดไฟล์",
    Reason.BY_HAND: "กดสำรองเอง",
    Reason.RESTORE: "ก่อนคืนข้อมูล",
    Reason.HISTORY: "ก่อนย่อประวัติ",
    Reason.COMMAND: "คำสั่งสำรอง",
}


def moment(at: datetime) -> str:
    """Return a moment as a sentence has it: ๒๖ พ.ย. ๖๙ ๑๔:๓๒ น."""
    return f"{wording.moment(at)} น."


def reason(words: str) -> str:
    """Return why a backup was made, in Thai; of a newer program, as it says itself."""
    return wording.shown(_REASONS.get(Reason(words), words) if words in tuple(Reason) else words)


def table(name: str) -> str:
    """Return what a table holds."""
    return DESCRIBED[name].name if name in DESCRIBED else name


def differing(found: Comparison) -> str:
    """Return how much differs, table by table, and how much of it is listed."""
    counts = [one.only_here + one.only_there + one.different for one in found.tables]
    pairs = zip(found.tables, counts, strict=True)
    said = " · ".join(f"{table(one.table)} {count} รายการ" for one, count in pairs)
    listed = len(found.rows)
    rest = f" แสดง {listed} รายการแรก" if sum(counts) > listed else ""
    return f"ต่างกัน {said}{rest}"
