"""Topics of measures joined and taken apart; each is one named deed."""

from collections.abc import Sequence

from ita_desktop.db import rows as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind
from ita_desktop.errors import ClerkError


def join_topics(file: DataFile, numbers: Sequence[int]) -> None:
    """Let several topics share the measures: all items and measures go to the first, one deed."""
    first, *others = numbers
    with file.deed(f"รวม {len(numbers)} ประเด็นเป็นประเด็นเดียว"):
        for kind in (Kind.ITEM, Kind.MEASURE):
            moved = [one for other in others for one in table.siblings_of(file, kind, other)]
            for one in moved:
                table.change_row(file, kind, one, {"topic": first})
            kept = [one for one in table.siblings_of(file, kind, first) if one not in moved]
            table.order_rows(file, kind, (*kept, *moved))
        for other in others:
            table.remove_row(file, Kind.TOPIC, other)


def split_item(file: DataFile, item: int) -> int:
    """Give an item that shares a topic a topic of its own, after it; one deed; its number."""
    topic = table.parent_of(file, Kind.ITEM, item)
    year = None if topic is None else table.parent_of(file, Kind.TOPIC, topic)
    if topic is None or year is None:
        raise ClerkError("ข้อนี้ถูกลบไปแล้ว กรุณาเลือกข้ออื่น")
    siblings = table.siblings_of(file, Kind.TOPIC, year)
    after = siblings.index(topic) + 1
    with file.deed("แยกข้อเป็นประเด็นใหม่"):
        before = siblings[after] if after < len(siblings) else None
        new = table.add_row(file, Kind.TOPIC, year, {}, before)
        table.change_row(file, Kind.ITEM, item, {"topic": new, "position": 0})
    return new
