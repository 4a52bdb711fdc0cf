"""The tabs of the window, in their order."""

from enum import IntEnum


class Tab(IntEnum):
    """A tab by its place in the line of tabs."""

    OVERVIEW = 0
    SCORES = 1
    MEASURES = 2
    RISKS = 3
    PLAN = 4
    OIT = 5

    @property
    def words(self) -> str:
        """Return what stands on it."""
        return _WORDS[self]

    @property
    def keys(self) -> str:
        """Return the keys that turn to it, as browsers have them: "Ctrl+1"."""
        return f"Ctrl+{self + 1}"


_WORDS = {
    Tab.OVERVIEW: "ภาพรวม",
    Tab.SCORES: "บันทึกคะแนน",
    Tab.MEASURES: "ติดตามมาตรการ",
    Tab.RISKS: "เมทริกซ์ความเสี่ยง",
    Tab.PLAN: "จัดทำแผน",
    Tab.OIT: "เปิดเผยข้อมูล (OIT)",
}
