"""HarfBuzz behind a few words; the only module that knows uharfbuzz."""

import struct
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import Any

# uharfbuzz carries no types: what comes out of it is annotated here, and goes no further.

_INVISIBLE = "\u200b"
_NOT_FOR_DRAWING = (b"GSUB", b"GPOS", b"GDEF", b"DSIG", b"name", b"post", b"OS/2", b"cmap")


@dataclass(frozen=True, slots=True)
class Glyph:
    """A drawn sign; distances are thousandths of the em, x to the right and y upwards."""

    id: int
    advance: float
    x: float
    y: float
    letters: str
    """The letters it stands for; empty where another glyph of its cluster already says them."""


@dataclass(frozen=True, slots=True)
class FontNames:
    """What a font file calls itself: family, style within it, and its name in PostScript."""

    family: str
    style: str
    postscript: str


class Font:
    """One opened font file with TrueType outlines; raises ValueError for anything else.

    So do its methods that read a part of the file which turns out to be damaged.
    """

    def __init__(self, data: bytes) -> None:
        self._hb: Any = import_module("uharfbuzz")
        self._face: Any = self._hb.Face(self._hb.Blob(data))
        if not self._face.glyph_count or "glyf" not in self._face.table_tags:
            raise ValueError("no TrueType outlines")
        self._font: Any = self._hb.Font(self._face)
        self._em: int = self._face.upem
        self._space: int = self._font.get_nominal_glyph(0x20) or 0

    def names(self) -> FontNames:
        """Return the names in the file, the typographic family and style where it has them."""
        ids = self._hb.OTNameIdPredefined

        def name(*wanted: object) -> str:
            return next((str(text) for one in wanted if (text := self._face.get_name(one))), "")

        return FontNames(
            family=name(ids.TYPOGRAPHIC_FAMILY, ids.FONT_FAMILY),
            style=name(ids.TYPOGRAPHIC_SUBFAMILY, ids.FONT_SUBFAMILY),
            postscript=name(ids.POSTSCRIPT_NAME).replace(" ", ""),
        )

    def has(self, letter: str) -> bool:
        """Tell whether the font draws this letter."""
        return bool(self._font.get_nominal_glyph(ord(letter)))

    def top(self, letter: str) -> float:
        """Return how high the letter's ink rises above the baseline, thousandths of the em."""
        extents = self._font.get_glyph_extents(self._font.get_nominal_glyph(ord(letter)) or 0)
        if extents is None:
            raise ValueError("no outline")
        return self._mille(extents.y_bearing)

    def width(self, glyph: int) -> float:
        """Return the glyph's own advance, before any kerning, thousandths of the em."""
        return self._mille(self._font.get_glyph_h_advance(glyph))

    def extents(self) -> tuple[float, float]:
        """Return ascender and descender (negative) as the font gives them, in thousandths."""
        extents = self._font.get_font_extents("ltr")
        return self._mille(extents.ascender), self._mille(extents.descender)

    def box(self) -> tuple[float, float, float, float]:
        """Return the box around all glyphs laid on each other: left, bottom, right, top."""
        head = bytes(self._face.reference_table("head").data)
        try:
            left, bottom, right, top = map(self._mille, struct.unpack_from(">4h", head, 36))
        except struct.error as error:
            raise ValueError("no box") from error
        return left, bottom, right, top

    def shape(self, text: str) -> tuple[Glyph, ...]:
        """Return the glyphs of a word in the order of drawing; a letter it lacks leaves a gap."""
        if not text:
            return ()
        buffer: Any = self._hb.Buffer()
        buffer.add_str("".join(map(_drawable, text)))
        buffer.guess_segment_properties()
        buffer.direction = "ltr"
        buffer.cluster_level = self._hb.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.not_found_glyph = self._space
        self._hb.shape(self._font, buffer, {})
        infos: list[Any] = buffer.glyph_infos
        starts: list[int] = [info.cluster for info in infos]
        letters = _letters(text, starts)
        return tuple(
            Glyph(
                id=info.codepoint,
                advance=self._mille(place.x_advance),
                x=self._mille(place.x_offset),
                y=self._mille(place.y_offset),
                letters=said,
            )
            for info, place, said in zip(infos, buffer.glyph_positions, letters, strict=True)
        )

    def subset(self, glyphs: Iterable[int]) -> bytes:
        """Return the font file with the outlines of these glyphs only, under their own numbers."""
        wanted: Any = self._hb.SubsetInput()
        flags = self._hb.SubsetFlags
        wanted.flags = flags.RETAIN_GIDS | flags.NO_LAYOUT_CLOSURE | flags.NO_HINTING
        wanted.glyph_set.update({0, *glyphs})
        wanted.drop_table_tag_set.update(int.from_bytes(tag, "big") for tag in _NOT_FOR_DRAWING)
        try:
            return bytes(wanted.subset(self._face).blob.data)
        except RuntimeError as error:
            raise ValueError("no subset") from error

    def _mille(self, units: float) -> float:
        return units * 1000 / self._em


@lru_cache(maxsize=8)
def open_font(path: Path) -> Font:
    """Return the opened font file, remembered; raises OSError or ValueError when unusable."""
    return Font(path.read_bytes())


def _drawable(letter: str) -> str:
    """Return what is shaped for a letter: white space as a space, control letters as nothing."""
    if letter in "\t\u00a0":
        return " "
    return letter if letter >= " " and letter != "\x7f" else _INVISIBLE


def _letters(text: str, starts: list[int]) -> list[str]:
    """Return for each glyph the letters it stands for, told from where its cluster starts."""
    bounds = [*sorted(set(starts)), len(text)]
    ends = dict(pairwise(bounds))
    members: dict[int, int] = {}
    for start in starts:
        members[start] = members.get(start, 0) + 1
    result: list[str] = []
    seen: dict[int, int] = {}
    for start in starts:
        parts = _in_drawing_order(text[start : ends[start]])
        number = seen.get(start, 0)
        seen[start] = number + 1
        first = max(1, len(parts) - members[start] + 1)  # what the first glyph stands for
        result.append(parts[:first] if number == 0 else parts[first + number - 1 : first + number])
    return result


def _in_drawing_order(cluster: str) -> str:
    """Return the letters as drawn: ำ is a ring, set before a tone mark, and an า."""
    if not cluster.endswith("ำ"):
        return cluster
    marks = 1
    while marks < len(cluster) and "่" <= cluster[-1 - marks] <= "๋":
        marks += 1
    return cluster[:-marks] + "ํ" + cluster[-marks:-1] + "า"
