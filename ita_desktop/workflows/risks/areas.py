"""The office's list of risk areas: begun from a usual one, then added to, named, ordered.

A process keeps the words of its area: what leaves the list stays on paper where it was used.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ita_desktop.db import risk_areas as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.risk_methods import keep_areas, own_areas
from ita_desktop.domain.risks import USUAL_AREAS
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import fold, one_line, quoted

LONGEST: Final = 200
"""Letters of a name."""
MOST: Final = 50


@dataclass(frozen=True, slots=True)
class StartingList:
    """A list of areas to begin with, and where it is printed."""

    name: str
    source: str
    areas: tuple[str, ...]


STARTING_LISTS: Final = (
    StartingList(
        "ความเสี่ยง ๔ ด้าน",
        "ตามที่องค์กรปกครองส่วนท้องถิ่นแห่งหนึ่งเผยแพร่ สามด้านแรกเป็นของสำนักงาน ป.ป.ท.",
        USUAL_AREAS,
    ),
    StartingList(
        "งาน ๔ ด้าน",
        "ตามแผนปฏิบัติการป้องกันการทุจริตขององค์กรปกครองส่วนท้องถิ่นแห่งหนึ่ง",
        (
            "การบริหารงานและการปฏิบัติงานของบุคลากร",
            "การบริหารงานบุคคล",
            "การเงิน งบประมาณ จัดซื้อจัดจ้าง พัสดุ ทรัพย์สิน",
            "การให้บริการสาธารณะ",
        ),
    ),
)
"""Facts of published papers (domain facts 1.5); the list is the office's to edit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A name with the processes that are of it, in all years; ``listed``: it is in the list."""

    name: str
    processes: int = 0
    years: tuple[int, ...] = ()
    listed: bool = True


def areas_of(file: DataFile) -> tuple[Area, ...]:
    """Return the list in order, then names that only processes have."""
    uses = table.area_uses(file)
    names = own_areas(file) or USUAL_AREAS
    others = [name for name in uses if name not in names]
    return tuple(
        Area(
            name=name,
            processes=sum(uses.get(name, {}).values()),
            years=tuple(uses.get(name, {})),
            listed=name in names,
        )
        for name in (*names, *others)
    )


def add_area(file: DataFile, name: str, before: str | None = None) -> str:
    """Add a name at the end of the list, or before another; return it as it is kept.

    Raises ClerkError where it is empty, too long, there already, or the list is full.
    """
    names = _names(file)
    kept = _checked(name, names)
    if len(names) >= MOST:
        raise ClerkError(f"รายการมีครบ {MOST} ด้านแล้ว กรุณานำด้านที่ไม่ใช้ออกก่อน")
    place = len(names) if before is None or before not in names else names.index(before)
    _write(file, (*names[:place], kept, *names[place:]), f"เพิ่มด้านความเสี่ยง {quoted(kept)}")
    return kept


def rename_area(file: DataFile, old: str, new: str) -> int:
    """Name an area anew, also in the processes of all years; return how many processes those are.

    Raises ClerkError as ``add_area`` does.
    """
    names = _names(file)
    kept = _checked(new, [name for name in names if name != old])
    if kept == old:
        return 0
    count = sum(table.area_uses(file).get(old, {}).values())
    with file.deed(f"เปลี่ยนชื่อด้านความเสี่ยงเป็น {quoted(kept)}"):
        if not own_areas(file):
            keep_areas(file, names)
        table.rename_area(file, old, kept)
    return count


def remove_area(file: DataFile, name: str) -> None:
    """Take a name off the list; processes that have it keep it. Raises ClerkError for the last."""
    names = _names(file)
    left = [one for one in names if one != name]
    if not left:
        raise ClerkError("ต้องเหลืออย่างน้อยหนึ่งด้าน กรุณาเพิ่มด้านอื่นก่อนนำด้านนี้ออก")
    if len(left) < len(names):
        _write(file, left, f"นำด้านความเสี่ยง {quoted(name)} ออกจากรายการ")


def move_area(file: DataFile, name: str, step: int) -> None:
    """Put a name one place up (-1) or down (1); at an end nothing happens."""
    names = list(_names(file))
    if name not in names:
        return
    place = names.index(name)
    to = place + step
    if 0 <= to < len(names):
        names[place], names[to] = names[to], names[place]
        _write(file, names, f"เรียงด้านความเสี่ยง {quoted(name)}")


def take_list(file: DataFile, start: StartingList) -> None:
    """Let the list be one to begin with; processes keep the names they have."""
    if own_areas(file) != start.areas:
        _write(file, start.areas, f"ใช้รายการ{start.name}")


def _names(file: DataFile) -> tuple[str, ...]:
    return own_areas(file) or USUAL_AREAS


def _write(file: DataFile, names: Sequence[str], deed: str) -> None:
    with file.deed(deed):
        keep_areas(file, names)


def _checked(name: str, others: Sequence[str]) -> str:
    kept = one_line(name)
    if not kept:
        raise ClerkError("ชื่อด้านว่างอยู่ กรุณากรอกชื่อด้าน")
    if len(kept) > LONGEST:
        raise ClerkError(f"ชื่อด้านยาว {len(kept)} ตัวอักษร กรุณาใช้ไม่เกิน {LONGEST} ตัวอักษร")
    if any(fold(kept) == fold(other) for other in others):
        raise ClerkError(f"มีด้าน {quoted(kept)} ในรายการแล้ว กรุณาใช้ชื่ออื่น")
    return kept
