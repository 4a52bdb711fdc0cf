"""What came of printing. Letters that a paper cannot show are told, not printed as boxes.

Loads no library, so that a window may name these types without waiting for ReportLab.
"""

from dataclasses import dataclass
from pathlib import Path

from ita_desktop.documents.model import Document
from ita_desktop.documents.walk import texts
from ita_desktop.typesetting.faces import Typeface
from ita_desktop.typesetting.shaping import missing_letters


@dataclass(frozen=True, slots=True)
class MissingLetters:
    """Letters that the face lacks and the text of the document that they stand in."""

    letters: tuple[str, ...]
    text: str
    place: str
    """Where the text stands, in words a clerk understands."""


@dataclass(frozen=True, slots=True)
class Report:
    """How many pages were printed, and what could not be."""

    pages: int
    missing: tuple[MissingLetters, ...]
    file: Path | None = None
    """Where it was written; None where it is in no file."""


def missing_in(document: Document, face: Typeface) -> tuple[MissingLetters, ...]:
    """Return the texts that hold letters the face lacks, each text once, in reading order."""
    places: dict[str, str] = {}
    for one in texts(document):
        places.setdefault(one.text, one.place)
    found = (
        MissingLetters(missing_letters(text, face), text, place) for text, place in places.items()
    )
    return tuple(one for one in found if one.letters)
