"""The works in the program and their licences, as they were gathered when it was made."""

import json
from dataclasses import dataclass

from ita_desktop import __version__
from ita_desktop.resources import resource

_FOLDER = "licences"
_OURS = "ita-desktop.txt"
REPLACEABLE = (
    "Qt, PySide6, shiboken6, libthai และ libdatrie ใช้ตามสัญญาอนุญาต LGPL ในรูปไลบรารีร่วมที่เป็นไฟล์แยก "
    "ผู้ใช้จึงเปลี่ยนเป็นรุ่นอื่นที่ใช้แทนกันได้"
)
"""What the LGPL gives who has the program."""
SOURCES = "รหัสต้นฉบับที่ไม่ได้แก้ไขอยู่ตามที่อยู่ซึ่งแสดงไว้เมื่อเลือกส่วนประกอบนั้นจากรายการ"
"""Where the sources of the works under the LGPL are told."""


@dataclass(frozen=True, slots=True)
class Work:
    """A work, ours or of others; ``source`` is where its code is, empty where none must be told."""

    name: str
    version: str
    licence: str
    holder: str
    file: str
    source: str


def works() -> tuple[Work, ...]:
    """Return all works, our own first. Raises FileNotFoundError when the program is incomplete."""
    index = json.loads(resource(_FOLDER, "index.json").read_text("utf-8"))
    return tuple(Work(**one | {"version": one["version"] or __version__}) for one in index)


def told(work: Work) -> str:
    """Return what is to be read of a work: whose it is, its source, and its whole licence.

    Our own is the place where it is said once what the LGPL asks for.
    """
    lines = [
        f"{work.name} {work.version}",
        f"ผู้ถือสิทธิ์: {work.holder}",
        f"สัญญาอนุญาต: {work.licence}",
    ]
    if work.source:
        lines += [f"รหัสต้นฉบับที่ไม่ได้แก้ไข: {work.source}", "", REPLACEABLE]
    elif work.file == _OURS:
        lines += ["", REPLACEABLE, SOURCES]
    return "\n".join([*lines, "", licence_of(work)])


def licence_of(work: Work) -> str:
    """Return the whole licence of a work. Raises FileNotFoundError where it is missing."""
    return resource(_FOLDER, work.file).read_text("utf-8")
