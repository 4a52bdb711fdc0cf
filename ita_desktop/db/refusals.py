"""Why a data file is not opened, told apart by kind: what can be offered depends on it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from ita_desktop.errors import ClerkError
from ita_desktop.thai.digits import to_thai_digits
from ita_desktop.thai.local_time import local_time


class Refused(StrEnum):
    """The kinds of refusal."""

    MISSING = "missing"
    FOLDER = "folder"
    EMPTY = "empty"
    TRUNCATED = "truncated"
    FOREIGN = "foreign"
    NEWER = "newer"
    DAMAGED = "damaged"
    ALTERED = "altered"
    NOT_UNDERSTOOD = "not understood"
    HELD = "held"
    UNWRITABLE = "unwritable"
    BACKUP = "backup"
    GONE = "gone"


class FileRefusedError(ClerkError):
    """One sentence, the kind of the refusal and the file it is about."""

    def __init__(self, sentence: str, kind: Refused, path: Path) -> None:
        super().__init__(sentence)
        self.kind = kind
        self.path = path


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a data file open for writing, as its lock file says; times in UTC."""

    person: str
    machine: str
    process: int
    since: datetime
    beat: datetime
    token: str

    def in_words(self) -> str:
        """Return who, where and since when, for the middle of a Thai sentence."""
        from ita_desktop.thai.dates import format_date  # noqa: PLC0415 - 4 ms of the start

        since = local_time(self.since)
        day = format_date(since.date(), thai_digits=True, abbreviated=True)
        return (
            f"{self.person} ที่เครื่อง {self.machine} ตั้งแต่ {day}"
            f" เวลา {to_thai_digits(f'{since:%H:%M}')} น."
        )


class FileHeldError(FileRefusedError):
    """Somebody else writes to the file; ``holder`` is None where the lock does not say who.

    ``silence``: minutes after which the lock of another machine, which may have lost its power, is
    held for stale; 0 where the system itself says that the file is held.
    """

    def __init__(self, path: Path, holder: Holder | None, silence: int = 0) -> None:
        who = holder.in_words() if holder else "โปรแกรมนี้ในอีกหน้าต่างหรืออีกเครื่อง"
        late = f" หากเครื่องนั้นปิดหรือดับไปแล้ว เปิดได้หลังจากนั้น {silence} นาที" if silence else ""
        super().__init__(
            f"ไฟล์ {path.name} เปิดแก้ไขอยู่โดย {who} กรุณารอให้ปิดไฟล์นั้นก่อน หรือเปิดอ่านอย่างเดียว{late}",
            Refused.HELD,
            path,
        )
        self.holder = holder

    @property
    def why_read_only(self) -> str:
        """Why a copy taken now is only read, as one sentence."""
        who = self.holder.in_words() if self.holder else "โปรแกรมนี้ในอีกหน้าต่างหรืออีกเครื่อง"
        return f"ไฟล์ {self.path.name} เปิดแก้ไขอยู่โดย {who} จึงเปิดสำเนา ณ ขณะนี้ให้อ่านอย่างเดียว"
