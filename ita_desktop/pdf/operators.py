"""Text as PDF operators: glyphs by number, and the source text for who reads it.

A viewer cannot tell from Thai glyphs what was written (marks have several forms, ำ is two). Each
line is therefore a span with its ActualText, which poppler and pdfium give back when text is
copied, searched or read aloud.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from ita_desktop.typesetting.harfbuzz import Font, Glyph

_TOO_SMALL_TO_SEE = 0.5  # thousandths of the em
_HYPHEN_AT_END = re.compile(r"[-\u00ad][\x00-\x20]*$")


@dataclass(slots=True)
class _Pen:
    """Where the viewer's pen is and where it should be, in thousandths of the em."""

    font: Font
    size: float
    rise: float
    at: float = 0.0
    origin: float = 0.0
    lifted: float = 0.0
    operators: list[str] = field(default_factory=list[str])
    run: list[str] = field(default_factory=list[str])

    def draw(self, glyph: Glyph) -> None:
        if abs(glyph.y - self.lifted) > _TOO_SMALL_TO_SEE:
            self.lift(glyph.y)
        self.move(round(self.origin + glyph.x - self.at))
        self.run.append(f"{glyph.id:04X}")
        self.at += self.font.width(glyph.id)
        self.origin += glyph.advance

    def move(self, gap: int) -> None:
        if gap:
            self.run.append(f">{-gap}<")
            self.at += gap

    def lift(self, height: float) -> None:
        self.end_run()
        self.lifted = height
        self.operators.append(f"{number(height * self.size / 1000 + self.rise)} Ts")

    def end_run(self) -> None:
        if self.run:
            self.operators.append(f"[<{''.join(self.run)}>]TJ".replace("<>", ""))
            self.run.clear()


def glyph_operators(glyphs: Iterable[Glyph], font: Font, size: float, rise: float = 0.0) -> str:
    """Return the operators that draw glyphs from the current point and leave it behind them.

    ``size``: real points, set before with Tf; ``rise``: points above the baseline, set before with
    Ts; both hold again afterwards.
    """
    pen = _Pen(font, size, rise)
    for glyph in glyphs:
        pen.draw(glyph)
    if pen.lifted:
        pen.lift(0.0)
    pen.move(round(pen.origin - pen.at))
    pen.end_run()
    return " ".join(pen.operators)


def move_operator(points: float, size: float) -> str:
    """Return the operator that moves the current point to the right, within text of ``size``."""
    return f"[{number(-points * 1000 / size)}]TJ"


def spoken(text: str, operators: str) -> str:
    """Return the operators as a span that says ``text``."""
    # pdfium takes a hyphen at the end of a line for a hyphenation and swallows it, unless a space
    # that is none to it follows: a cell of "-" would be lost to whoever copies it from a browser.
    said = f"{text}\u00a0" if _HYPHEN_AT_END.search(text) else text
    letters = said.encode("utf-16-be", "replace").hex().upper()
    return f"/Span<</ActualText<FEFF{letters}>>>BDC {operators} EMC"


def number(value: float) -> str:
    """Return a number as PDF writes it: at most three places, no exponent."""
    written = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if written == "-0" else written
