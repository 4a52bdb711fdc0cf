"""Texts of cells taken apart and put together: several steps in one, the rest of a cut page."""

from collections.abc import Mapping
from dataclasses import replace

from ita_desktop.domain.numbered import split_numbered
from ita_desktop.workflows.rows.sheet_drafts import Draft, Said


def aligned(measure: Draft, own: dict[str, Said]) -> list[dict[str, Said]]:
    """Return the cells of each step of a row that holds several, a paragraph each by position.

    Where a column has fewer paragraphs they are of all steps. One more than there are steps, also
    of the periods: the first is of the step before (the page ended between).
    """
    steps = own["steps"]
    listed = split_numbered(steps.text)
    pieces = _pieces(steps.text, len(listed)) if listed else [steps.text]
    count = len(pieces)
    shifted = bool(measure.parts) and len(_paragraphs(own.get("period"))) == count + 1
    rows: list[dict[str, Said]] = [{"steps": replace(steps, text=piece)} for piece in pieces]
    for source, cell in own.items():
        if source == "steps":
            continue
        said = _paragraphs(cell)
        if shifted and len(said) == count + 1:
            before = measure.parts[-1]
            if said[0] not in _paragraphs(before.said.get(source)):
                append(before, {source: replace(cell, text=said[0])}, "\n")
            said = said[1:]
        if count == 1:
            rows[0][source] = replace(cell, text="\n".join(said) if shifted else cell.text)
        elif len(said) == count:
            for row, words in zip(rows, said, strict=True):
                row[source] = replace(cell, text=words)
        else:
            for row in rows:
                row[source] = replace(cell, covered=row is not rows[0])
    return rows


def _pieces(text: str, count: int) -> list[str]:
    """Return the entries of a numbered or dashed list with their markers still before them."""
    lines = _paragraphs(Said(text, ""))
    if len(lines) == count:
        return lines
    entries = [entry for _, entry in split_numbered(text)]
    found: list[str] = []
    rest = text
    for entry, following in zip(entries, [*entries[1:], ""], strict=True):
        end = rest.index(entry) + len(entry)
        found.append(rest[:end].strip())
        rest = rest[end:]
        del following
    return found


def _paragraphs(cell: Said | None) -> list[str]:
    if cell is None or cell.covered:
        return []
    return [line.strip() for line in cell.text.split("\n") if line.strip()]


def append(draft: Draft, cells: Mapping[str, Said], between: str = "") -> None:
    """Add the rest of texts that a page's end cut."""
    for source, cell in cells.items():
        if not cell.text or cell.covered:
            continue
        before = draft.said.get(source)
        if before is None or not before.text:
            draft.said[source] = cell
        else:
            gap = between or ("\n" if "\n" in cell.text or split_numbered(before.text) else " ")
            draft.said[source] = replace(before, text=f"{before.text}{gap}{cell.text}")


def fill(draft: Draft, cells: Mapping[str, Said]) -> None:
    """Take the words of cells that stand in another row of the same record, as after sorting."""
    for source, cell in cells.items():
        known = draft.said.get(source)
        if known is None or (cell.text and not cell.covered and not known.text):
            draft.said[source] = cell
