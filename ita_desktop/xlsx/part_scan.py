"""Goes through an XML part of a workbook as a stream, before anything of it is believed.

It counts what would cost time or memory and refuses what is used to attack: document type
declarations (entity bombs), endless nesting, merges and links over millions of cells.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from xml.parsers import expat

from ita_desktop.errors import ClerkError

MOST_ROWS = 20_000
MOST_CELLS = 300_000
MOST_COVERED = 200_000
MOST_STRINGS = 300_000
MOST_OTHERS = 100_000
"""Styles, rules, names and the like: each costs the library some 50 microseconds."""
_OnStart = Callable[[str, dict[str, str]], None]
_DEEPEST = 60
_LAST_ROW = 1_048_576
_LAST_COLUMN = 16_384
_SEPARATOR = " "


@dataclass(slots=True, kw_only=True)
class Tally:
    """What was counted so far in all parts of a workbook."""

    name: str
    """The file's name, for the sentence of a refusal."""
    rows: int = 0
    cells: int = 0
    covered: int = 0
    strings: int = 0
    others: int = 0
    uncalculated: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    """Addresses of formulas without a result, by part."""

    def refuse(self, why: str) -> ClerkError:
        """Return the refusal: the file by name and one reason with its cure."""
        return ClerkError(f"ไฟล์ “{self.name}” {why}")


class PartScan:
    """Scans one part, fed in pieces; every method raises ClerkError or ``expat.ExpatError``."""

    def __init__(self, part: str, tally: Tally) -> None:
        self._part = part
        self._tally = tally
        self._depth = 0
        self._on_start: _OnStart = self._other
        self._address = ""
        self._is_text_result = False
        self._formula = False
        self._result = False
        self._parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        self._parser.buffer_text = True
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end

    def feed(self, piece: bytes) -> None:
        """Take the next bytes of the part."""
        self._parser.Parse(piece, False)  # noqa: FBT003 - expat's own signature

    def close(self) -> None:
        """Say that the part is whole."""
        self._parser.Parse(b"", True)  # noqa: FBT003 - expat's own signature

    def _doctype(self, *_: object) -> None:
        raise self._tally.refuse(
            "มีคำสั่ง DOCTYPE ซึ่งไฟล์ Excel ปกติไม่มี จึงไม่เปิดเพื่อความปลอดภัย "
            "กรุณาเปิดด้วย Excel แล้วบันทึกใหม่เป็น .xlsx"
        )

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._too_complex()
        local = name.rpartition(_SEPARATOR)[2]
        if self._depth == 1:
            self._on_start = {"worksheet": self._in_sheet, "sst": self._in_strings}.get(
                local, self._other
            )
        self._on_start(local, attributes)

    def _end(self, name: str) -> None:
        self._depth -= 1
        if not self._formula:
            return
        local = name.rpartition(_SEPARATOR)[2]
        if local == "v":
            self._parser.CharacterDataHandler = None
        elif local == "c":
            if not self._result and not self._is_text_result:
                self._tally.uncalculated.setdefault(self._part, []).append(self._address)
            self._formula = False

    def _in_sheet(self, local: str, attributes: dict[str, str]) -> None:
        if local == "c":
            self._cell_begins(attributes)
        elif local == "v":
            if self._formula:
                self._parser.CharacterDataHandler = self._has_result
        elif local == "row":
            self._tally.rows += 1
            if self._tally.rows > MOST_ROWS:
                raise self._too_many("เกิน ๒๐,๐๐๐ แถว (นับแถวว่างที่จัดรูปแบบไว้ด้วย)")
        elif local == "f":
            self._formula = True
        elif local not in {"is", "t"}:
            if local in {"mergeCell", "hyperlink"}:
                self._range_begins(attributes)
            self._other(local, attributes)

    def _cell_begins(self, attributes: dict[str, str]) -> None:
        self._address = attributes.get("r", "")
        self._is_text_result = attributes.get("t") == "str"
        self._formula = self._result = False
        self._tally.cells += 1
        if self._tally.cells > MOST_CELLS:
            raise self._too_many("เซลล์เกิน ๓๐๐,๐๐๐ เซลล์")

    def _range_begins(self, attributes: dict[str, str]) -> None:
        self._tally.covered += _area(attributes.get("ref", ""))
        if self._tally.covered > MOST_COVERED:
            raise self._too_many("เซลล์ที่ผสานหรือทำลิงก์ไว้มากเกินไป")

    def _in_strings(self, _local: str, _attributes: dict[str, str]) -> None:
        self._tally.strings += 1
        if self._tally.strings > 2 * MOST_STRINGS:  # each has at least an si and a t
            raise self._too_many("ข้อความเกิน ๓๐๐,๐๐๐ ข้อความ")

    def _other(self, _local: str, _attributes: dict[str, str]) -> None:
        self._tally.others += 1
        if self._tally.others > MOST_OTHERS:
            raise self._too_complex()

    def _has_result(self, data: str) -> None:
        self._result = self._result or bool(data.strip())

    def _too_many(self, what: str) -> ClerkError:
        return self._tally.refuse(f"มี{what} กรุณาลบส่วนที่ไม่ใช้ หรือแบ่งเป็นหลายไฟล์ แล้วนำเข้าใหม่")

    def _too_complex(self) -> ClerkError:
        return self._tally.refuse(
            "มีรูปแบบซับซ้อนเกินไป กรุณาคัดลอกเฉพาะตารางไปวางในสมุดงานใหม่ แล้วนำเข้าไฟล์ใหม่นั้น"
        )


def _area(reference: str) -> int:
    """Return the number of cells in "A1:C4"; 1 for a single cell or nonsense."""
    corners = reference.replace("$", "").split(":")
    if len(corners) != 2:
        return 1
    # Whole columns ("A:C") and whole rows ("1:5") leave one side out: they reach to the edges.
    top, left = _place(corners[0], 1, 1)
    bottom, right = _place(corners[1], _LAST_ROW, _LAST_COLUMN)
    return (abs(bottom - top) + 1) * (abs(right - left) + 1)


def _place(corner: str, row: int, column: int) -> tuple[int, int]:
    letters = corner.rstrip("0123456789")
    digits = corner[len(letters) :]
    if letters:
        column = 0
        for letter in letters[:8].upper():
            column = column * 26 + (ord(letter) - ord("A") + 1)
    return (int(digits[:8]) if digits else row, column)
