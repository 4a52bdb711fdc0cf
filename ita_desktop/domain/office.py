"""The office whose papers these are."""

import re
from dataclasses import dataclass, field
from enum import StrEnum

from ita_desktop.domain.bands import BandLimits
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import fold, one_line


class OfficeKind(StrEnum):
    """The kinds of local government, by their official names."""

    CITY = "เทศบาลนคร"
    TOWN = "เทศบาลเมือง"
    SUBDISTRICT = "เทศบาลตำบล"
    TAMBON = "องค์การบริหารส่วนตำบล"
    PROVINCE = "องค์การบริหารส่วนจังหวัด"
    SPECIAL = "องค์กรปกครองส่วนท้องถิ่นรูปแบบพิเศษ"


_SHORT = {"อบต": OfficeKind.TAMBON, "อบจ": OfficeKind.PROVINCE}
_HEADS = {
    OfficeKind.CITY: "นายกเทศมนตรีนคร",
    OfficeKind.TOWN: "นายกเทศมนตรีเมือง",
    OfficeKind.SUBDISTRICT: "นายกเทศมนตรีตำบล",
    OfficeKind.TAMBON: "นายกองค์การบริหารส่วนตำบล",
    OfficeKind.PROVINCE: "นายกองค์การบริหารส่วนจังหวัด",
}
_PLACE = re.compile(r"(?:อำเภอ|จังหวัด|อ\s?\.|จ\s?\.)\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """Names as they are printed on every paper."""

    name: str
    kind: OfficeKind
    district: str = ""
    province: str = ""
    executive: str = ""
    executive_title: str = ""
    units: tuple[str, ...] = ()
    """Responsible units, in the office's own order."""
    limits: BandLimits = field(default_factory=BandLimits)

    def __post_init__(self) -> None:
        """Raise ClerkError where the office has no name."""
        if not self.name.strip():
            raise ClerkError("กรุณากรอกชื่อหน่วยงาน เช่น เทศบาลตำบลบ้านตัวอย่าง")

    @property
    def place(self) -> str:
        """``อ.เมือง จ.ตัวอย่าง``, or what is known of it."""
        names = ((self.district, "อ."), (self.province, "จ."))
        return " ".join(f"{mark}{name}" for name, mark in names if name)

    @property
    def ordinance(self) -> str:
        """What its council's budget ordinance is called: เทศบัญญัติ of a municipality."""
        municipal = self.kind in (OfficeKind.CITY, OfficeKind.TOWN, OfficeKind.SUBDISTRICT)
        return "เทศบัญญัติ" if municipal else "ข้อบัญญัติ"

    @property
    def own_words(self) -> frozenset[str]:
        """Names that no dictionary knows and no line may be broken in."""
        names = (self.name, self.district, self.province, *self.units, *self.executive.split())
        return frozenset(name for name in (*names, _proper_name(self.name, self.kind)) if name)


def kind_of_name(name: str) -> OfficeKind | None:
    """Return the kind that an office's full name begins with (เทศบาลตำบล…, อบต.…)."""
    folded = fold(name)
    for kind in OfficeKind:
        if folded.startswith(fold(kind.value)):
            return kind
    return next((kind for short, kind in _SHORT.items() if folded.startswith(short)), None)


def parse_kind(text: str) -> OfficeKind:
    """Return the kind that ``text`` names, in full or short (อบต.). Raises ClerkError."""
    if (kind := kind_of_name(text)) is not None:
        return kind
    allowed = ", ".join(kind.value for kind in OfficeKind)
    raise ClerkError(f"“{one_line(text)}” ไม่ใช่ประเภทหน่วยงาน กรุณาเลือกจาก {allowed}")


def place_name(text: str) -> str:
    """Return the bare name of a district or province: "เมือง" of "อำเภอเมือง" or "อ. เมือง".

    Papers print the mark themselves, short or in full.
    """
    name = one_line(text)
    mark = _PLACE.match(name)
    return name[mark.end() :] if mark else name


def usual_executive_title(name: str, kind: OfficeKind) -> str:
    """Return the usual title of the head: นายกเทศมนตรีตำบล + the name without เทศบาลตำบล.

    Empty for a kind whose heads have no common title.
    """
    head = _HEADS.get(kind, "")
    return head + _proper_name(name, kind) if head else ""


def _proper_name(name: str, kind: OfficeKind) -> str:
    """Return the name without its kind, which may be written short: อบต.ปราสาททอง, ปราสาททอง."""
    name = name.strip()
    for prefix in (kind.value, *(short for short, known in _SHORT.items() if known is kind)):
        if name.startswith(prefix):
            return name.removeprefix(prefix).lstrip(". ")
    return name
