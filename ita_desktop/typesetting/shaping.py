"""Words shaped once and remembered: a plan of 29,000 words has some 2,000 different ones."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from ita_desktop.typesetting.faces import Typeface
from ita_desktop.typesetting.harfbuzz import Glyph, open_font


@dataclass(frozen=True, slots=True)
class Shaped:
    """A word as its glyphs; ``width`` in thousandths of the em."""

    glyphs: tuple[Glyph, ...]
    width: float


def missing_letters(text: str, face: Typeface) -> tuple[str, ...]:
    """Return the letters of the text that the face cannot draw, each once, in order of meeting."""
    return _missing(text, face.regular)


@lru_cache(maxsize=8192)
def _missing(text: str, file: Path) -> tuple[str, ...]:
    return tuple(letter for letter in dict.fromkeys(text) if not _drawn(letter, file))


@lru_cache(maxsize=16384)
def shape(text: str, file: Path) -> Shaped:
    """Return the glyphs of a word or phrase on one line, in the outlines of a font file."""
    glyphs = open_font(file).shape(text)
    return Shaped(glyphs, sum(glyph.advance for glyph in glyphs))


@lru_cache(maxsize=4096)
def _drawn(letter: str, file: Path) -> bool:
    if letter.isspace() or unicodedata.category(letter) in {"Cc", "Cf", "Zl", "Zp"}:
        return True  # nothing to see
    if "\ufe00" <= letter <= "\ufe0f":
        return True  # picks a variant of the letter before it
    return open_font(file).has(letter)
