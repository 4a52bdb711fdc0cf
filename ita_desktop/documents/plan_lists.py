"""Lists of a plan on paper: (1), 1.1, 1.1.1 hung before their texts, columns by tab stops."""

from collections.abc import Iterator
from typing import Final

from ita_desktop.documents.model import Align, Paragraph, Stop
from ita_desktop.domain.outline import read_outline
from ita_desktop.domain.outline_editing import marks

TEXT_WIDTH: Final = 160.0
"""Millimetres of text between the margins of the regulation."""
_LEFT: Final = 8.0
_FIRST: Final = 30.0
_COLUMNS: Final = (60.0, 150.0)
"""Between these the columns of an entry begin, in millimetres from the left."""


def list_paragraphs(text: str) -> Iterator[Paragraph]:
    """Give the entries of a list, one a paragraph; one alone has no number."""
    entries = read_outline(text)
    if len(entries) == 1:
        yield plain(entries[0].text)
        return
    for marker, entry in zip(marks(entries), entries, strict=True):
        yield Paragraph(
            text=entry.text,
            marker=marker,
            level=entry.level,
            left=_LEFT,
            stops=stops_of(entry.text),
            before=2,
        )


def plain(text: str) -> Paragraph:
    """Return a paragraph of running text under a heading."""
    align = Align.LEFT if "\t" in text else Align.JUSTIFY
    return Paragraph(
        text=text, indent=True, align=align, stops=stops_of(text, least=_FIRST), before=2
    )


def stops_of(text: str, *, least: float = 0.0) -> tuple[Stop, ...]:
    """Return where the columns of an entry begin: one near the right edge, more shared out."""
    columns = text.count("\t")
    if not columns:
        return ()
    first, last = _COLUMNS
    at = (first + (last - first) * number / (columns + 1) for number in range(1, columns + 1))
    return tuple(Stop(at=max(one, least)) for one in at)
