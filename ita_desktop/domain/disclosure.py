"""What an office publishes of each OIT item of a fiscal year, and who has to.

An item is scored as a whole: 100 where every required content is found on the office's pages, else
0; one that is ไม่คิดคะแนน is left out (criteria, section 1.3).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from ita_desktop.domain.criteria import Criteria, Item
from ita_desktop.domain.score_entry import EXCLUDED, Entry
from ita_desktop.thai.fiscal import fiscal_year_dates, half_year_dates


class PublishState(StrEnum):
    """How far an item is; the value is what the file keeps."""

    NOT_BEGUN = ""
    IN_WORK = "in_work"
    PUBLISHED = "published"
    CHECKED = "checked"
    EXCLUDED = "excluded"

    @property
    def words(self) -> str:
        """Return the state as papers and the window say it."""
        return _STATE_WORDS[self]

    @property
    def is_public(self) -> bool:
        """Whether it stands on the office's pages."""
        return self in (PublishState.PUBLISHED, PublishState.CHECKED)

    @property
    def is_open(self) -> bool:
        """Whether somebody still has to publish it."""
        return self in (PublishState.NOT_BEGUN, PublishState.IN_WORK)


_STATE_WORDS: Final = {
    PublishState.NOT_BEGUN: "ยังไม่เริ่ม",
    PublishState.IN_WORK: "อยู่ระหว่างจัดทำ",
    PublishState.PUBLISHED: "เผยแพร่แล้ว",
    PublishState.CHECKED: "ตรวจสอบแล้ว",
    PublishState.EXCLUDED: "ไม่คิดคะแนน",
}


_IF_ANY: Final = "(ถ้ามี)"
_WHOLE: Final = Decimal(100)
"""The score of an item that was found whole."""


@dataclass(frozen=True, slots=True)
class Content:
    """One thing an item must show. ``text`` names it in its item, also in the file.

    ``words`` are what is seen; ``part`` is its number in the content above it, 0 of one that stands
    for itself. ``heads``: parts follow, which are what is ticked.
    """

    text: str
    words: str
    part: int = 0
    heads: bool = False

    @property
    def is_optional(self) -> bool:
        """Whether it is asked for only of an office that has it: "(ถ้ามี)", as in O39 of 2566."""
        return _IF_ANY in self.words


@dataclass(frozen=True, slots=True, kw_only=True)
class DisclosureItem:
    """What is known of an item; ``units`` and ``addresses`` one a line."""

    code: str
    state: PublishState = PublishState.NOT_BEGUN
    units: str = ""
    addresses: str = ""
    due: date | None = None
    """Until when it has to be published."""
    dated: date | None = None
    """The day of the document that is published."""
    checked: date | None = None
    """When its page was last looked at."""
    note: str = ""
    contents: frozenset[str] = frozenset()
    """The required contents that are there, by ``Content.text``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Disclosure:
    """What is known of the items of a fiscal year, by code; nobody said anything of the others."""

    fiscal_year: int
    items: Mapping[str, DisclosureItem] = field(default_factory=dict[str, DisclosureItem])

    def of(self, code: str) -> DisclosureItem:
        """Return what is known of an item; an empty record where that is nothing."""
        return self.items.get(code) or DisclosureItem(code=code)


def oit_items(criteria: Criteria) -> tuple[Item, ...]:
    """Return the OIT items of a year, in the order of the paper."""
    return tuple(item for item in criteria.items if item.is_oit)


def contents_of(item: Item) -> tuple[Content, ...]:
    """Return what an item must show, in order; parts follow the content they are of.

    Empty where the criteria of its year do not tell.
    """
    return tuple(_contents(item))


def asked_contents(item: Item) -> tuple[Content, ...]:
    """Return the contents that are ticked: parts, and contents without parts."""
    return tuple(one for one in _contents(item) if not one.heads)


def _contents(item: Item) -> Iterator[Content]:
    for component in item.components:
        yield Content(component.text, component.text, heads=bool(component.parts))
        for number, part in enumerate(component.parts, start=1):
            yield Content(f"{component.text}\n{part}", part, number)


def missing_contents(item: Item, known: DisclosureItem) -> tuple[Content, ...]:
    """Return the required contents that are not ticked."""
    return tuple(one for one in asked_contents(item) if one.text not in known.contents)


def data_dates(item: Item) -> tuple[date, date] | None:
    """Return first and last day of what the published data must be of; None: always the newest.

    ``data_period`` is "2566", "2566-H1" (its first six months), "2566-H1-monthly" or "current".
    """
    year, _, rest = (item.data_period or "").partition("-")
    if not year.isdecimal():
        return None
    return half_year_dates(int(year), 6) if rest else fiscal_year_dates(int(year))


def period_words(item: Item) -> str:
    """Return what the data must be of in words, "ปี พ.ศ. 2566"; "" where it is not told."""
    year, _, rest = (item.data_period or "").partition("-")
    if not year.isdecimal():
        return "ปัจจุบัน" if item.data_period else ""
    if not rest:
        return f"ปี พ.ศ. {year}"
    return f"6 เดือนแรกของปี พ.ศ. {year}{' รายเดือน' if rest.endswith('monthly') else ''}"


def lines_of(text: str) -> tuple[str, ...]:
    """Return the units or addresses of a text, one a line."""
    return tuple(line.strip() for line in text.split("\n") if line.strip())


def is_waited_for(known: DisclosureItem, scores: Mapping[str, Entry]) -> bool:
    """Say whether it is still to be published: its state is open, and so is its score.

    ``scores`` are those of its year, by code. One of 100 was found on the office's pages, one that
    is ไม่คิดคะแนน need not be there.
    """
    return known.state.is_open and scores.get(known.code) not in (_WHOLE, EXCLUDED)


def is_late(known: DisclosureItem, scores: Mapping[str, Entry], today: date) -> bool:
    """Say whether its day has passed and it is still waited for, as ``is_waited_for`` says."""
    return known.due is not None and known.due < today and is_waited_for(known, scores)


def late_items(
    criteria: Criteria, disclosure: Disclosure, scores: Mapping[str, Entry], today: date
) -> int:
    """Return how many items of a year are late."""
    return sum(is_late(disclosure.of(item.code), scores, today) for item in oit_items(criteria))
