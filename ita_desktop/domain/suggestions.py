"""Examples to start a measure from: what was found, what is done, in which steps."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum

from ita_desktop.thai.text import fold


class Origin(StrEnum):
    """Where an example comes from."""

    SHIPPED = "shipped"
    """It ships with the program, in the program's own words."""
    OFFICE = "office"
    """The office wrote it, or wrote it in the place of one that ships."""
    USED = "used"
    """The office has it as a measure of another topic or year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """An example for topics of one indicator of the criteria (1 to 10; 0: of any).

    ``key`` names it: an id of those that ship, "own:3", "measure:12". ``replaces`` is the id of the
    shipped one in whose place it stands; one that replaces and has no words hides that one.
    """

    key: str
    indicator: int
    measure: str
    steps: tuple[str, ...] = ()
    finding: str = ""
    follow_up: str = ""
    origin: Origin = Origin.SHIPPED
    replaces: str = ""
    fiscal_year: int | None = None
    """The year whose measure it is, of those that were used."""

    @property
    def is_empty(self) -> bool:
        """Whether it says nothing that could be done."""
        return not self.measure and not self.steps

    @property
    def name(self) -> str:
        """Its measure, or the first step where that has no words of its own."""
        return self.measure or next(iter(self.steps), "")

    def has(self, words: str) -> bool:
        """Say whether all of the words, parted by blanks, stand in it, marks and digits aside."""
        texts = (self.finding, self.measure, *self.steps, self.follow_up)
        whole = fold(" ".join(texts))
        return all(fold(word) in whole for word in words.split())


def offered(
    shipped: Iterable[Suggestion],
    own: Iterable[Suggestion],
    used: Iterable[Suggestion],
    indicators: Collection[int],
) -> tuple[Suggestion, ...]:
    """Return what is offered: the office's own, what ships and is not replaced, what was used.

    Only what is for one of the indicators or, of the office's own, for any; without indicators
    everything. Nothing twice: the same words and steps as one before it are left out.
    """
    ours = tuple(own)
    replaced = {one.replaces for one in ours if one.replaces}
    seen: set[tuple[str, ...]] = set()
    found: list[Suggestion] = []
    for one in (*ours, *(one for one in shipped if one.key not in replaced), *used):
        words = tuple(map(fold, (one.measure, *one.steps)))
        fits = one.indicator in indicators or (one.origin is Origin.OFFICE and not one.indicator)
        if (fits or not indicators) and not one.is_empty and words not in seen:
            seen.add(words)
            found.append(one)
    return tuple(found)
