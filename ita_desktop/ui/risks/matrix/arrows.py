"""What the arrows of the matrix go from and to."""

from enum import StrEnum


class Arrows(StrEnum):
    """A way to look at the matrix; its value is what settings remember."""

    NONE = "none"
    YEARS = "years"
    """From where last year ended to where this year begins."""
    TREATMENT = "treatment"
    """From before treatment to after it; what is dragged is the place after it."""

    @property
    def words(self) -> str:
        """Return it as a menu says it."""
        return _WORDS[self]

    @property
    def caption(self) -> str:
        """Return what dragging a chip does in this way of looking."""
        if self is Arrows.TREATMENT:
            return "ลากหมายเลขเพื่อกำหนดระดับหลังจัดการ"
        return "ลากหมายเลขเพื่อเปลี่ยนระดับ"


_WORDS = {
    Arrows.NONE: "ไม่แสดงลูกศร",
    Arrows.YEARS: "ปีก่อน → ปีนี้",
    Arrows.TREATMENT: "ก่อน → หลังจัดการ",
}
