"""ประกาศ for the executive's signature: what it says, and whether it was issued."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final


class AnnouncementKind(StrEnum):
    """What is announced; the value is what the file keeps."""

    PLAN = "plan"
    MEASURES = "measures"
    NO_GIFT = "no_gift"
    FREE = "free"

    @property
    def words(self) -> str:
        """Return the kind as menus say it."""
        return _KIND_WORDS[self]


_KIND_WORDS: Final = {
    AnnouncementKind.PLAN: "ประกาศใช้แผนปฏิบัติการป้องกันการทุจริต",
    AnnouncementKind.MEASURES: "ประกาศมาตรการส่งเสริมคุณธรรมและความโปร่งใส",
    AnnouncementKind.NO_GIFT: "ประกาศ No Gift Policy",
    AnnouncementKind.FREE: "ประกาศเรื่องอื่น",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """An announcement; what is empty is as its kind and the office have it.

    ``text``: reason and what is announced, a paragraph a line, numbered ones by their marker.
    ``dated``: the day it is of, None where that is written in by hand. ``month_word``: the date
    says เดือน before the month. ``issued``: the moment it was kept as printed, ISO 8601 in UTC, with
    the ``sha256`` of its PDF; empty of a draft.
    """

    id: int
    fiscal_year: int
    kind: AnnouncementKind
    plan: int | None = None
    number: str = ""
    dated: date | None = None
    month_word: bool = False
    subject: str = ""
    text: str = ""
    signer: str = ""
    signer_title: str = ""
    issued: str = ""
    sha256: str = ""

    @property
    def is_issued(self) -> bool:
        """Whether it was issued: then it never changes."""
        return bool(self.issued)
