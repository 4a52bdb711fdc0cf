"""What the rules about OIT items look at, and how they tell what they find."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ita_desktop.domain.criteria import Item
from ita_desktop.domain.disclosure import Disclosure, DisclosureItem
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import NOTHING_ASKED, Asked, Lack, Place, lack_of
from ita_desktop.domain.score_entry import EXCLUDED, Entry
from ita_desktop.thai.text import one_line, quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class OitFacts:
    """What the rules look at: the OIT items of the year's criteria and what is known of each.

    ``asked``: what each item is worth, by code; ``scores``: what it was scored, of those that were.
    """

    fiscal_year: int
    items: tuple[Item, ...]
    disclosure: Disclosure
    asked: Mapping[str, Asked]
    scores: Mapping[str, Entry]
    units: tuple[str, ...]
    today: date

    def known(self) -> Iterator[tuple[Item, DisclosureItem]]:
        """Give every item with what is known of it, in the order of the paper."""
        for item in self.items:
            yield item, self.disclosure.of(item.code)

    def public(self) -> Iterator[tuple[Item, DisclosureItem]]:
        """Give the items that stand on the office's pages."""
        return ((item, one) for item, one in self.known() if one.state.is_public)

    def counts(self, item: Item) -> bool:
        """Say whether an item counts: it is not scored ไม่คิดคะแนน."""
        return self.scores.get(item.code) is not EXCLUDED

    def place(self, item: Item, field: str) -> Place:
        """Return where a field of an item is mended; "contents" are its ticks."""
        return Place(kind="oit_item", number=self.fiscal_year, field=field, code=item.code)

    def lack(
        self, severity: Severity, item: Item, field: str, words: str, content: str = ""
    ) -> Lack:
        """Return what an item lacks; ``words`` go on from its name."""
        asked = self.asked.get(item.code, NOTHING_ASKED)
        place = self.place(item, field)
        return lack_of(severity, asked, place, f"{say_item(item)} {words}", content)


OitRule = Callable[[OitFacts], Iterator[Lack]]


def say_item(item: Item) -> str:
    """Return which item it is: "ข้อ O12 “รายงาน…”", with (ร่าง) where its words are a draft."""
    return f"ข้อ {item.code}{item.draft_mark} {quoted(one_line(item.text))}"
