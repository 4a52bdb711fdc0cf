"""Lists in one cell of a workbook: an entry a line, each with its number, and back.

``1. …`` begins an entry, ``(1) …`` a part of the entry above, ``… …`` a further line of the text
above. What numbers a person typed does not count, only that they are there.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import normalise, quoted

_ENTRY = re.compile(r"[0-9๐-๙]{1,3}[.)](?![0-9๐-๙])\s*")  # not 12.30 น.
_PART = re.compile(r"\([0-9๐-๙]{1,3}\)\s*")
_GOES_ON = "…"
_INDENT = "    "


def numbered_texts(texts: Sequence[str]) -> str:
    """Return the texts as lines of a cell, numbered from 1."""
    return "\n".join(_marked(f"{number}.", text) for number, text in enumerate(texts, start=1))


def texts_of(cell: str) -> list[str]:
    """Return the texts of a cell; without any number every line is a text.

    Raises ClerkError where some lines have a number and others have none.
    """
    return [text for _, text in _entries(cell, with_parts=False)]


def numbered_components(components: Sequence[Mapping[str, Any]]) -> str:
    """Return components of plain data as lines of a cell: 1. and, for their parts, (1)."""
    lines: list[str] = []
    for number, component in enumerate(components, start=1):
        lines.append(_marked(f"{number}.", component["text"]))
        parts: Sequence[str] = component.get("parts", ())
        lines += [_marked(f"{_INDENT}({place})", part) for place, part in enumerate(parts, start=1)]
    return "\n".join(lines)


def components_of(cell: str) -> list[dict[str, Any]]:
    """Return the components of a cell as plain data; without numbers every line is one.

    Raises ClerkError as ``texts_of`` does, and where a part stands above every component.
    """
    components: list[dict[str, Any]] = []
    for is_part, text in _entries(cell, with_parts=True):
        if not is_part:
            components.append({"text": text})
        elif components:
            components[-1].setdefault("parts", []).append(text)
        else:
            raise ClerkError(
                f"รายการย่อย {quoted(text)} อยู่ก่อนรายการหลัก กรุณาใส่รายการหลัก เช่น 1. ไว้บรรทัดบน"
            )
    return components


def _marked(mark: str, text: str) -> str:
    first, *others = text.split("\n")
    return "\n".join((f"{mark} {first}", *(f"{_GOES_ON} {line}".rstrip() for line in others)))


def _entries(cell: str, *, with_parts: bool) -> list[tuple[bool, str]]:
    """Return the entries of a cell, each with whether it is a part of the one above."""
    lines = list(_lines(cell, with_parts=with_parts))
    bare = next((text for mark, text in lines if not mark), None)
    if bare is not None and any(mark == _ENTRY for mark, _ in lines):
        raise ClerkError(f"บรรทัด {quoted(bare)} ไม่มีเลขนำหน้า กรุณาใส่เลข เช่น 1. นำหน้าทุกรายการ")
    return [(mark == _PART, text) for mark, text in lines]


def _lines(cell: str, *, with_parts: bool) -> Iterator[tuple[re.Pattern[str] | None, str]]:
    """Give each text with the kind of mark it had; blank lines and lone numbers are nothing."""
    marks = (_ENTRY, _PART) if with_parts else (_ENTRY,)
    kind: re.Pattern[str] | None = None
    texts: list[str] = []
    for line in (line.lstrip() for line in normalise(cell).split("\n")):
        if not line:
            continue
        if texts and line.startswith(_GOES_ON):
            texts.append(line.removeprefix(_GOES_ON).removeprefix(" "))
            continue
        if texts:
            yield kind, "\n".join(texts)
        kind = next((mark for mark in marks if mark.match(line)), None)
        text = kind.sub("", line, count=1) if kind else line
        texts = [text] if text else []
    if texts:
        yield kind, "\n".join(texts)
