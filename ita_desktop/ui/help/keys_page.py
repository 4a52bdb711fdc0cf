"""The page of keys, made from the table of keys."""

from collections.abc import Iterator
from typing import Final

from ita_desktop.ui.help.key_table import GROUPS, KeyGroup

TITLE: Final = "แป้นพิมพ์ลัด"
_ABOUT: Final = (
    "ทุกงานในโปรแกรมทำได้ด้วยแป้นพิมพ์ แป้นที่ใช้ร่วมกันเขียนต่อกันด้วยเครื่องหมายบวก"
    " เช่น `Ctrl+Z` คือกด Ctrl ค้างไว้แล้วกด Z"
    " กดปุ่ม “ดูแผ่นแป้นพิมพ์ลัด…” ด้านบนเพื่อพิมพ์ทั้งหมดลงกระดาษ A4 แผ่นเดียว"
)


def keys_page() -> str:
    """Return the page as Markdown."""
    return "\n".join([f"# {TITLE}", "", _ABOUT, *(line for one in GROUPS for line in _group(one))])


def _group(group: KeyGroup) -> Iterator[str]:
    yield from ("", f"## {group.title}", "", "| แป้น | ผล |", "|---|---|")
    for key in group.keys:
        yield f"| `{key.words}` | {key.does} |"
