"""One line of text as PDF operators: glyphs by number, and the source text for who reads it.

A viewer cannot tell from Thai glyphs what was written (marks have several forms, ำ is two). Each
line is therefore a span with its ActualText, which poppler and pdfium give back when text is
copied, searched or read aloud.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from ita_desktop.typesetting.harfbuzz import Font, Glyph

_TOO_SMALL_TO_SEE = 0.5  # thousandths of the em


@dataclass(slots=True)
class _Pen:
    """Where the viewer's pen is, where it should be, and what was written so far."""

    font: Font
    size: float
    at: float = 0.0
    origin: float = 0.0
    rise: float = 0.0
    operators: list[str] = field(default_factory=list[str])
    run: list[str] = field(default_factory=list[str])

    def draw(self, glyph: Glyph) -> None:
        if abs(glyph.y - self.rise) > _TOO_SMALL_TO_SEE:
            self.end_run()
            self.rise = glyph.y
            self.operators.append(f"{number(glyph.y * self.size / 1000)} Ts")
        gap = round(self.origin + glyph.x - self.at)
        if gap:
            self.run.append(str(-gap))
            self.at += gap
        self.run.append(f"<{glyph.id:04X}>")
        self.at += self.font.width(glyph.id)
        self.origin += glyph.advance

    def end_run(self) -> None:
        if self.run:
            self.operators.append(f"[{''.join(self.run)}]TJ".replace("><", ""))
            self.run.clear()


def line_operators(
    text: str, glyphs: Iterable[Glyph], font: Font, resource: str, size: float
) -> str:
    """Return the operators that draw the glyphs from the current point and say ``text``.

    ``resource``: the font's name on the page; ``size``: real points. To be wrapped in a matrix
    ("x y Td" within BT … ET) by the caller.
    """
    pen = _Pen(font, size)
    for glyph in glyphs:
        pen.draw(glyph)
    pen.end_run()
    if pen.rise:
        pen.operators.append("0 Ts")
    # pdfium takes a hyphen at the end of a span for a hyphenation and swallows it, unless a space
    # follows: a cell of "-" would be lost to whoever copies it from a browser.
    said = f"{text} " if text.endswith("-") else text
    spoken = said.encode("utf-16-be", "replace").hex().upper()
    inner = " ".join(pen.operators)
    return f"/Span<</ActualText<FEFF{spoken}>>>BDC /{resource} {number(size)} Tf {inner} EMC"


def number(value: float) -> str:
    """Return a number as PDF writes it: at most three places, no exponent."""
    written = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written
