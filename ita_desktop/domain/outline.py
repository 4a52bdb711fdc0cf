"""Lists as a project keeps them: an entry a line, a tab before it for each level it is deeper."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

DEEPEST: Final = 3
"""Levels a list may have: (๑), (๑.๑), (๑.๑.๑), as the nine headings of seed 004 nest."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its level from 1 and its text; a tab in the text parts columns (who, how many)."""

    level: int
    text: str


def read_outline(text: str) -> tuple[Entry, ...]:
    """Return the entries of a list; empty lines are none, and no entry skips a level."""
    entries: list[Entry] = []
    for line in text.split("\n"):
        rest = line.lstrip("\t ")
        if not rest:
            continue
        tabs = line[: len(line) - len(rest)].count("\t")
        deepest = entries[-1].level + 1 if entries else 1
        entries.append(Entry(min(tabs + 1, deepest, DEEPEST), rest.rstrip()))
    return tuple(entries)


def write_outline(entries: Iterable[Entry]) -> str:
    """Return a list as it is kept; ``read_outline`` reads it back."""
    return "\n".join("\t" * (entry.level - 1) + entry.text for entry in entries)


def numbered(entries: Iterable[Entry]) -> Iterator[tuple[tuple[int, ...], Entry]]:
    """Give each entry with its numbers: (2, 1) is the first under the second."""
    counts: list[int] = []
    for entry in entries:
        counts = [*counts[: entry.level], *[0] * (entry.level - len(counts))]
        counts[-1] += 1
        yield tuple(counts), entry
