"""Lists while they are written: entries nested, moved, pasted, with the marks papers print.

Here an entry may be without words yet; ``domain.outline`` keeps only those that have some.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ita_desktop.domain.outline import DEEPEST, Entry, numbered
from ita_desktop.thai.digits import to_arabic_digits

_DIGITS: Final = "[0-9๐-๙]{1,2}"
_MARK: Final = re.compile(
    rf"(?P<open>\(?)(?P<number>{_DIGITS}(?:\.{_DIGITS}){{0,3}})(?P<close>[.)]?)"
    rf"(?![0-9๐-๙,])(?P<blank>[ \t\u00a0]*)(?=\S)"
)
_DASH: Final = re.compile(r"[-–•●▪◦*][ \t\u00a0]+(?=\S)|[•●▪◦](?=\S)")


def levelled(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return entries of which none skips a level or is deeper than three."""
    found: list[Entry] = []
    for entry in entries:
        deepest = min(found[-1].level + 1, DEEPEST) if found else 1
        found.append(replace(entry, level=max(min(entry.level, deepest), 1)))
    return tuple(found)


def marks(entries: Sequence[Entry]) -> tuple[str, ...]:
    """Return what papers print before each entry, in Arabic digits: "(2)", "(2.1)", "(2.1.1)".

    One entry alone has no mark, as the nine headings of seed 004 print it.
    """
    if len(entries) < 2:
        return ("",) * len(entries)
    return tuple(f"({'.'.join(map(str, numbers))})" for numbers, _ in numbered(entries))


def nested(entries: Sequence[Entry], first: int, last: int, by: int) -> tuple[Entry, ...]:
    """Return the list with entries from ``first`` to ``last`` and all under them deeper or higher.

    ``by`` is 1 or -1. Where the first of them cannot go, nothing changes.
    """
    level = entries[first].level + by
    if not 1 <= level <= (entries[first - 1].level + 1 if first else 1):
        return tuple(entries)
    end = _end(entries, last)
    if max(entry.level for entry in entries[first:end]) + by > DEEPEST:
        return tuple(entries)
    moved = (
        replace(entry, level=entry.level + by) if first <= place < end else entry
        for place, entry in enumerate(entries)
    )
    return levelled(moved)


def moved(entries: Sequence[Entry], place: int, by: int) -> tuple[tuple[Entry, ...], int]:
    """Return the list with an entry, and all under it, past the one before or after; and its place.

    ``by`` is 1 or -1. It stays among those of its level under the same entry.
    """
    end = _end(entries, place)
    if by < 0:
        before = _sibling_before(entries, place)
        if before is None:
            return tuple(entries), place
        return (
            (*entries[:before], *entries[place:end], *entries[before:place], *entries[end:]),
            before,
        )
    if end == len(entries) or entries[end].level != entries[place].level:
        return tuple(entries), place
    after = _end(entries, end)
    found = (*entries[:place], *entries[end:after], *entries[place:end], *entries[after:])
    return found, place + after - end


def _end(entries: Sequence[Entry], place: int) -> int:
    """Return where what is under an entry ends."""
    end = place + 1
    while end < len(entries) and entries[end].level > entries[place].level:
        end += 1
    return end


def _sibling_before(entries: Sequence[Entry], place: int) -> int | None:
    for before in range(place - 1, -1, -1):
        if entries[before].level == entries[place].level:
            return before
        if entries[before].level < entries[place].level:
            return None
    return None


@dataclass(frozen=True, slots=True)
class _Line:
    """A pasted line: its number's parts where it has one, the form of its mark, its tabs."""

    numbers: tuple[int, ...]
    form: str
    tabs: int
    text: str


def read_pasted(text: str) -> tuple[Entry, ...]:
    """Return the entries of a copied list without the numbers or dashes before them.

    "๒.๑" is under "๒"; "๑)" among "(๑)", and dashes among numbers, are one deeper. A line without
    a mark goes on with the entry before where the list has marks; else it is an entry of its own,
    a tab before it for each level.
    """
    lines = [line for line in text.replace("\r\n", "\n").split("\n") if line.strip()]
    read: list[_Line] = []
    for place, line in enumerate(lines):
        following = lines[place + 1] if place + 1 < len(lines) else ""
        read.append(_read(line, [one.numbers for one in read], following))
    if not read or not read[0].form:
        return levelled(Entry(line.tabs + 1, line.text) for line in read)
    return levelled(_with_levels(read))


def _read(line: str, before: Sequence[tuple[int, ...]], following: str) -> _Line:
    stripped = line.strip(" \t\u00a0\u200b")
    tabs = line[: len(line) - len(line.lstrip(" \t"))].count("\t")
    if dash := _DASH.match(stripped):
        return _Line((), "-", tabs, stripped[dash.end() :])
    match = _MARK.match(stripped)
    if match is not None and _is_mark(match, before, following):
        numbers = _numbers(match)
        form = "." if len(numbers) > 1 else match["open"] + match["close"]
        return _Line(numbers, form, tabs, stripped[match.end() :])
    return _Line((), "", tabs, stripped)


def _is_mark(match: re.Match[str], before: Sequence[tuple[int, ...]], following: str) -> bool:
    """Say whether a number numbers its line: 2.5 ล้านบาท and 15 มกราคม do not."""
    numbers = _numbers(match)
    if match["open"]:
        return match["close"] == ")"
    if len(numbers) == 1:
        return bool(match["close"])
    if match["close"] == ")" or numbers[-1] == 1:
        return True
    if (*numbers[:-1], numbers[-1] - 1) in before:
        return True
    after = _MARK.match(following.strip())
    return not before and after is not None and _numbers(after)[:1] == numbers[:1]


def _numbers(match: re.Match[str]) -> tuple[int, ...]:
    return tuple(map(int, to_arabic_digits(match["number"]).split(".")))


def _with_levels(lines: Sequence[_Line]) -> list[Entry]:
    """Return marked lines as entries; what has no mark goes on with the one before."""
    depths = [len(line.numbers) for line in lines if line.numbers]
    highest = min(depths, default=1)
    forms: dict[str, int] = {}
    entries: list[Entry] = []
    for line in lines:
        if not line.form:
            entries[-1] = replace(entries[-1], text=f"{entries[-1].text} {line.text}")
            continue
        if len(line.numbers) > 1:
            level = len(line.numbers) - highest + 1
        elif line.form in forms:
            level = forms[line.form]
        else:
            level = entries[-1].level + 1 if entries else 1
        if len(line.numbers) < 2:
            forms = {form: at for form, at in forms.items() if at < level} | {line.form: level}
        entries.append(Entry(level, line.text))
    return entries
