"""The tabs of the window, in their order."""

from enum import IntEnum


class Tab(IntEnum):
    """A tab by its place in the line of tabs."""

    SCORES = 0
    MEASURES = 1
    RISKS = 2
    PLAN = 3

    @property
    def words(self) -> str:
        """Return what stands on it."""
        return _WORDS[self]


_WORDS = {
    Tab.SCORES: "บันทึกคะแนน",
    Tab.MEASURES: "ติดตามมาตรการ",
    Tab.RISKS: "เมทริกซ์ความเสี่ยง",
    Tab.PLAN: "จัดทำแผน",
}
