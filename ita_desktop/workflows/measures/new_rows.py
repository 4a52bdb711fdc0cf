"""A draft that is nowhere in the data file yet, as the rows that it makes."""

import re
from collections.abc import Iterator
from typing import Final

from ita_desktop.db.rows import Kind
from ita_desktop.domain.numbered import number_of, split_numbered, without_marker
from ita_desktop.workflows.rows.deeds import RESULT_FIELDS
from ita_desktop.workflows.rows.sheet_drafts import Draft, NewRow, Said

NO_MARKER: Final = " "
"""The marker of a step without number in a list of others without: prints nothing."""
_TAG: Final = re.compile(r"\s*\((IIT|EIT|OIT)\)\s*$")
FIELDS: Final = ("units", "period", "follow_up", *sorted(RESULT_FIELDS))
"""Sources that are fields of a measure or a step of the same name."""


def is_field(source: str) -> bool:
    """Say whether a column is a field of its own of a measure or a step."""
    return source in FIELDS or source.startswith("extra:")


def fields_of(draft: Draft) -> dict[str, Said]:
    """Return the cells of a draft that are fields, those with words."""
    return {
        source: said
        for source, said in draft.said.items()
        if is_field(source) and said.text and not said.covered
    }


def new_measure(draft: Draft, number: int, *, numbered: bool) -> tuple[NewRow, str]:
    """Return the rows of a measure, and the instrument that stood behind it, "" for none.

    ``number``: which measure of its table it is, from 1. What all its steps say alike, or one cell
    says for all, is the measure's. ``numbered``: numbers before measures follow their order.
    """
    row = NewRow(Kind.MEASURE, draft, fields_of(draft))
    instrument = ""
    text = draft.said.get("measure")
    if text is not None and text.text and not text.covered:
        tag = _TAG.search(text.text)
        words = text.text[: tag.start()] if tag else text.text
        instrument = tag[1] if tag else ""
        marker, rest = measure_marker(words, number) if numbered else ("", words)
        row.texts["text"] = Said(rest, text.address)
        if marker:
            row.texts["marker"] = Said(marker, text.address)
    both = draft.said.get("measure_and_steps")
    if both is not None and both.text and not both.covered:
        if split_numbered(both.text):
            row.parts += listed_steps(draft, both)
        else:
            row.texts["text"] = both
    steps = draft.said.get("steps")
    if steps is not None and steps.text and not steps.covered:
        row.parts += listed_steps(draft, steps)
    drafts = draft.parts_of(Kind.STEP)
    row.parts += [new_step(step, place) for place, step in enumerate(drafts, start=1)]
    if len(drafts) > 1 and not any("marker" in part.texts for part in row.parts):
        for part in row.parts:
            part.texts["marker"] = Said(NO_MARKER, part.draft.address)
    _share(row, drafts)
    return row, instrument


def measure_marker(text: str, number: int) -> tuple[str, str]:
    """Return the marker of a measure and its text; a number that is not its place stays itself."""
    marker, rest = without_marker(text)
    if "{n}" not in marker:
        return "", text
    return (marker, rest) if number_of(text) == number else (text[: len(text) - len(rest)], rest)


def listed_steps(draft: Draft, said: Said) -> list[NewRow]:
    """Return the steps of a cell; a text that is no list is one step."""
    entries = split_numbered(said.text) or (("", said.text),)
    found: list[NewRow] = []
    for marker, text in entries:
        texts = {"text": Said(text, said.address)}
        if marker:
            texts["marker"] = Said(marker, said.address)
        found.append(NewRow(Kind.STEP, draft, texts))
    return found


def new_step(draft: Draft, place: int) -> NewRow:
    """Return the row of a step that has a row of its own; ``place`` among its siblings from 1."""
    row = NewRow(Kind.STEP, draft, fields_of(draft))
    said = draft.said.get("steps")
    if said is not None and said.text and not said.covered:
        marker, text = step_marker(said.text, place)
        row.texts["text"] = Said(text, said.address)
        if marker:
            row.texts["marker"] = Said(marker, said.address)
    return row


def step_marker(text: str, place: int) -> tuple[str, str]:
    """Return the marker of a step and its text; a number that is not its place stays itself."""
    marker, rest = without_marker(text)
    if "{n}" in marker and number_of(text) != place:
        return text[: len(text) - len(rest)], rest
    return marker, rest


def _share(row: NewRow, drafts: list[Draft]) -> None:
    """Give the measure what one cell says for several of its steps, or for all of them."""
    sources = dict.fromkeys(source for draft in drafts for source in draft.said if is_field(source))
    for source in sources:
        runs = list(_runs(drafts, source))
        none: list[int] = []
        longest = max(runs, key=len, default=none)
        if len(longest) < min(2, len(drafts)) or sum(map(len, runs)) < len(drafts):
            longest = []
        else:
            row.texts.setdefault(source, drafts[longest[0]].said[source])
        for run in runs:
            for place in run:
                if run is longest:
                    row.parts[place].texts.pop(source, None)
                else:
                    row.parts[place].texts[source] = drafts[run[0]].said[source]


def _runs(drafts: list[Draft], source: str) -> Iterator[list[int]]:
    """Give the places of steps that one cell stands beside: an empty cell is as the one above."""
    run: list[int] = []
    for place, draft in enumerate(drafts):
        said = draft.said.get(source)
        if said is not None and said.text and not said.covered:
            if run:
                yield run
            run = [place]
        elif run and (said is None or said.covered or not said.ours):
            run.append(place)
        elif run:
            yield run
            run = []
    if run:
        yield run
