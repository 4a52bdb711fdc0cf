"""Seeking a text in all items of the year."""

from collections.abc import Iterator, Sequence

from ita_desktop.domain.disclosure import contents_of
from ita_desktop.domain.disclosure_sums import ItemStanding
from ita_desktop.thai.text import fold
from ita_desktop.ui.disclosure.tab.columns import TYPED
from ita_desktop.ui.disclosure.tab.subject import typed_text


class Finder:
    """Remembers the folded words of the items until they are others."""

    def __init__(self) -> None:
        self._standings: Sequence[ItemStanding] = ()
        self._known: list[tuple[str, str]] = []

    def codes(self, standings: Sequence[ItemStanding], text: str) -> list[str]:
        """Return the items that hold a text, in order; Thai digits equal Arabic ones."""
        needle = fold(text)
        if not needle:
            return []
        if standings is not self._standings:
            self._standings, self._known = standings, [*_words(standings)]
        return [code for code, words in self._known if needle in words]


def _words(standings: Sequence[ItemStanding]) -> Iterator[tuple[str, str]]:
    for one in standings:
        item = one.item
        texts = [item.code, item.text, *item.notes]
        texts += [content.words for content in contents_of(item)]
        texts += [typed_text(one, field) for field in sorted(TYPED)]
        yield item.code, fold("\t".join(texts))
