"""What came of printing. Letters that a paper cannot show are told, not printed as boxes.

Loads no library, so that a window may name these types without waiting for ReportLab.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from ita_desktop.documents.model import Document, Table
from ita_desktop.typesetting.faces import Typeface
from ita_desktop.typesetting.shaping import missing_letters


@dataclass(frozen=True, slots=True)
class MissingLetters:
    """Letters that the face lacks and the text of the document that they stand in."""

    letters: tuple[str, ...]
    text: str


@dataclass(frozen=True, slots=True)
class Report:
    """How many pages were printed, and what could not be."""

    pages: int
    missing: tuple[MissingLetters, ...]


def missing_in(document: Document, face: Typeface) -> tuple[MissingLetters, ...]:
    """Return the texts that hold letters the face lacks, each text once, in reading order."""
    found = ((missing_letters(text, face), text) for text in dict.fromkeys(_texts(document)))
    return tuple(MissingLetters(letters, text) for letters, text in found if letters)


def _texts(document: Document) -> Iterator[str]:
    for block in document.blocks:
        if isinstance(block, Table):
            yield block.caption
            for row in (*block.header, *block.rows):
                contents = (cell.content for cell in row.cells if cell is not None)
                yield from (text for text in contents if isinstance(text, str))
            yield block.note
        else:
            yield block.text
