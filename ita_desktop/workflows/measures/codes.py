"""Which items a cell of a topic names: codes in every spelling, of the year that has them."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from ita_desktop.domain.criteria import Criteria
from ita_desktop.thai.codes import leading_item_code
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.text import fold

_LETTERS: Final = {"iit": "i", "eit": "e", "oit": "O"}
_BARE: Final = re.compile(
    r"(?P<prefix>ข้อ(?:ที่)?\s*)?(?P<number>[0-9]{1,3})(?:\s*[.)]\s*|\s+)(?=[^\s0-9.,/%:–-])"
)


@dataclass(frozen=True, slots=True)
class NamedItem:
    """An item as a cell names it; ``code`` is empty for free words.

    ``text`` is what is kept: empty where it is the wording of the criteria. ``unknown``: the cell
    begins with a code that no criteria have.
    """

    year: int
    code: str
    text: str
    unknown: bool = False


@dataclass(frozen=True, slots=True)
class NamedTopic:
    """What a cell of a topic says: lines before the items, and the items."""

    heading: str
    items: tuple[NamedItem, ...]


class CodeReader:
    """Reads the cells of topics of one table: the codes above help where scanning lost a letter."""

    def __init__(
        self,
        years: Iterable[int],
        criteria_of: Callable[[int], Criteria | None],
        cells: Iterable[str],
    ) -> None:
        """Take the first of the years that has all codes of the cells, else the first."""
        sets = [criteria for year in years if (criteria := criteria_of(year)) is not None]
        self._sets = sets
        self.letter = ""
        """Of the code read last: helps where scanning lost one."""
        lines = [line for cell in cells for line in cell.split("\n")]
        named = [_leading(line, sets[0], "") for line in lines] if sets else []
        codes = {found[0] for found in named if found is not None}
        knowing = [criteria for criteria in sets if codes <= criteria.item_by_code.keys()]
        if knowing:
            self._sets = [knowing[0], *(one for one in sets if one is not knowing[0])]

    @property
    def year(self) -> int:
        """The criteria year that codes are of."""
        return self._sets[0].fiscal_year if self._sets else 0

    def topic(self, cell: str, group: Iterable[str] = ()) -> NamedTopic:
        """Return what a cell names; without any code its words are the item."""
        part = next(
            (_LETTERS[name] for line in group for name in _LETTERS if name in fold(line)), ""
        )
        heading: list[str] = []
        items: list[tuple[int, str, list[str], bool]] = []
        for line in filter(None, (line.strip() for line in cell.split("\n"))):
            year, code, rest = self._code(line, part)
            if code:
                items.append((year, code, [rest], False))
                self.letter = code[0]
            elif items:
                items[-1][2].append(line)
            else:
                heading.append(line)
        if not items and heading:
            unknown = self._has_unknown(heading[0])
            return NamedTopic("", (NamedItem(self.year, "", "\n".join(heading), unknown),))
        named = [
            NamedItem(year, code, self.wording(year, code, "\n".join(texts)))
            for year, code, texts, _ in items
        ]
        return NamedTopic("\n".join(heading), tuple(named))

    def wording(self, year: int, code: str, text: str) -> str:
        """Return the text of an item as it is kept: empty where the criteria say the same."""
        criteria = next((one for one in self._sets if one.fiscal_year == year), None)
        item = None if criteria is None else criteria.item_by_code.get(code)
        text = text.strip()
        return "" if item is not None and fold(item.text) == fold(text) else text

    def _code(self, line: str, part: str) -> tuple[int, str, str]:
        for criteria in self._sets:
            found = _leading(line, criteria, part or self.letter)
            if found is None and part:
                found = _bare(line, criteria, part)
            if found is not None and found[0] in criteria.item_by_code:
                return criteria.fiscal_year, *found
        return 0, "", ""

    def _has_unknown(self, line: str) -> bool:
        return bool(self._sets) and leading_item_code(line) is not None


def _leading(line: str, criteria: Criteria, letter: str) -> tuple[str, str] | None:
    """Return the code before a text and the rest; ``letter`` helps where scanning lost one."""
    known = criteria.item_by_code
    found = leading_item_code(line, known=known)
    if found is None and letter:
        digits = _BARE.match(to_arabic_digits(line))
        if digits is not None and (len(digits["number"]) == 3 or digits["prefix"]):
            found = leading_item_code(line, known=[code for code in known if code[0] == letter])
    return found


def _bare(line: str, criteria: Criteria, letter: str) -> tuple[str, str] | None:
    """Return the code of a text that begins with a bare number, as its part of the table tells."""
    match = _BARE.match(to_arabic_digits(line))
    code = "" if match is None else f"{letter}{int(match['number'])}"
    return (
        (code, line[match.end() :]) if match is not None and code in criteria.item_by_code else None
    )
