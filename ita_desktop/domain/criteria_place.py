"""A place in a criteria file: its value, read as what it must be, and its name for a complaint."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Self, cast

from ita_desktop.domain.criteria import Status
from ita_desktop.errors import ClerkError
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.text import normalise

_POINTS = re.compile(r"[0-9]{1,3}(\.[0-9]{1,2})?")
_SURROGATES = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Place:
    """A value of parsed JSON and the words that say where it stands.

    Every method raises ClerkError, which names the place, where the value is not what it reads.
    """

    value: object
    words: str
    trusted: bool = False
    """The file ships with the program and was examined by its tests: texts are taken as they are,
    and nobody will read the words."""

    def find(self, name: str) -> Self | None:
        """Return the part of that name, or None where it is missing or null."""
        if not isinstance(self.value, Mapping):
            raise self._complaint("ต้องเป็นกลุ่มข้อมูล { }")
        value = cast("Mapping[str, object]", self.value).get(name)
        if value is None:
            return None
        words = self.words if self.trusted else f"{self.words} › {name}"
        return type(self)(value, words, self.trusted)

    def get(self, name: str) -> Self:
        """Return the part of that name."""
        if (found := self.find(name)) is None:
            raise self._complaint(f"ไม่มีข้อมูล “{name}”")
        return found

    def each(self) -> Iterable[Self]:
        """Give the places of a list, numbered from 1."""
        if not isinstance(self.value, list):
            raise self._complaint("ต้องเป็นรายการ [ ]")
        for number, value in enumerate(cast("list[object]", self.value), start=1):
            yield type(self)(value, f"{self.words} ลำดับที่ {number}", self.trusted)

    def text(self) -> str:
        """Return the text as it is stored: normalised, without blanks around it, not empty."""
        if not isinstance(self.value, str):
            raise self._complaint("ต้องเป็นข้อความ")
        if self.trusted:
            return self.value
        if _SURROGATES.search(self.value):  # half a letter: JSON can say it, no file can hold it
            raise self._complaint("มีตัวอักษรที่เสียหาย กรุณาพิมพ์ข้อความใหม่")
        if not (text := normalise(self.value).strip()):
            raise self._complaint("ต้องเป็นข้อความ และต้องไม่ว่าง")
        return text

    def texts(self) -> tuple[str, ...]:
        """Return a list of texts."""
        return tuple(place.text() for place in self.each())

    def boolean(self) -> bool:
        """Return true or false."""
        if not isinstance(self.value, bool):
            raise self._complaint("ต้องเป็น true หรือ false")
        return self.value

    def integer(self, allowed: range) -> int:
        """Return a whole number of the range."""
        if isinstance(self.value, bool) or not isinstance(self.value, int):
            raise self._complaint("ต้องเป็นจำนวนเต็ม")
        if self.value not in allowed:
            raise self._complaint(f"ต้องอยู่ระหว่าง {allowed.start} ถึง {allowed.stop - 1}")
        return self.value

    def points(self) -> Decimal:
        """Return a figure from 0 to 100 of at most two decimals, a text so that it stays exact."""
        figure = to_arabic_digits(self.text())
        if not _POINTS.fullmatch(figure):
            raise self._complaint("ต้องเป็นตัวเลข เช่น 85 หรือ 84.50")
        if (points := Decimal(figure)) > 100:
            raise self._complaint("ต้องอยู่ระหว่าง 0 ถึง 100")
        return points

    def status(self) -> Status:
        """Return a status."""
        try:
            return Status(self.text())
        except ValueError:
            raise self._complaint(f"ต้องเป็นหนึ่งใน {', '.join(Status)}") from None

    def _complaint(self, wanted: str) -> ClerkError:
        return ClerkError(f"{self.words}: {wanted} จึงยังไม่ได้นำเข้าชุดเกณฑ์")
