"""Reads and writes of announcements; of an issued one ``content`` has the PDF as it was printed."""

from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from typing import Final

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Value
from ita_desktop.domain.announcements import Announcement, AnnouncementKind
from ita_desktop.errors import ClerkError

_COLUMNS: Final = (
    *("id", "fiscal_year", "kind", "plan", "number", "dated", "month_word", "subject", "text"),
    *("signer", "signer_title", "issued", "sha256"),
)


def announcements_of(file: DataFile, fiscal_year: int) -> tuple[Announcement, ...]:
    """Return the announcements of a fiscal year, the oldest first."""
    return _announcements(file, "fiscal_year = ?", fiscal_year)


def load_announcement(file: DataFile, number: int) -> Announcement | None:
    """Return an announcement; None where it is gone."""
    return next(iter(_announcements(file, "id = ?", number)), None)


def announcements_of_plan(file: DataFile, plan: int) -> tuple[Announcement, ...]:
    """Return the announcements of a plan, the oldest first, whatever year they are kept under."""
    return _announcements(file, "plan = ?", plan)


def _announcements(file: DataFile, which: str, value: int) -> tuple[Announcement, ...]:
    rows = file.read(
        f"SELECT {', '.join(_COLUMNS)} FROM announcement WHERE {which} ORDER BY id", (value,)
    )
    with file.understanding("ประกาศ"):
        return tuple(_announcement(dict(zip(_COLUMNS, row, strict=True))) for row in rows)


def _announcement(values: Mapping[str, Value]) -> Announcement:
    dated, plan = str(values["dated"]), values["plan"]
    return Announcement(
        id=int(str(values["id"])),
        fiscal_year=int(str(values["fiscal_year"])),
        kind=AnnouncementKind(str(values["kind"])),
        plan=None if plan is None else int(str(plan)),
        number=str(values["number"]),
        dated=date.fromisoformat(dated) if dated else None,
        month_word=bool(values["month_word"]),
        subject=str(values["subject"]),
        text=str(values["text"]),
        signer=str(values["signer"]),
        signer_title=str(values["signer_title"]),
        issued=str(values["issued"]),
        sha256=str(values["sha256"] or ""),
    )


def add_announcement(
    file: DataFile, fiscal_year: int, kind: AnnouncementKind, plan: int | None
) -> int:
    """Add a draft with the usual words of its kind and return its number; inside a deed."""
    cursor = file.connection.execute(
        "INSERT INTO announcement (fiscal_year, kind, plan) VALUES (?, ?, ?)",
        (fiscal_year, kind.value, plan),
    )
    return int(cursor.lastrowid or 0)


def change_announcement(file: DataFile, number: int, values: Mapping[str, Value]) -> None:
    """Write columns of an announcement; inside a deed."""
    sets = ", ".join(f"{column} = ?" for column in values)
    file.connection.execute(
        f"UPDATE announcement SET {sets} WHERE id = ?", (*values.values(), number)
    )


def remove_announcement(file: DataFile, number: int) -> None:
    """Take an announcement away; inside a deed."""
    file.connection.execute("DELETE FROM announcement WHERE id = ?", (number,))


def kept_pdf(file: DataFile, announcement: Announcement) -> bytes:
    """Return the PDF an issued announcement was kept as, proved by its hash.

    Raises ClerkError where it is damaged or gone, MachineError where the disk refuses.
    """
    rows = file.read("SELECT data FROM content WHERE sha256 = ?", (announcement.sha256,))
    data = bytes(rows[0][0]) if rows else b""
    if sha256(data).hexdigest() != announcement.sha256:
        raise ClerkError(
            "ประกาศที่ออกแล้วฉบับนี้ในไฟล์ข้อมูลเสียหาย จึงไม่นำออกมาใช้ กรุณาเปิดดูไฟล์สำรองแล้วบันทึกประกาศจากไฟล์นั้น"
        )
    return data
