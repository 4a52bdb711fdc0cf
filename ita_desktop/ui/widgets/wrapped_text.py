"""Thai text wrapped at words (libthai, through Qt), with quiet words behind it.

libthai knows no ฯลฯ and would begin a line with its second letter; Qt breaks at every blank, also
before ๆ; the star of a note would stand alone on a line, and “ at the end of one. All are kept
together here, in what is drawn only: the text itself stays as it is.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextFormat,
    QTextLayout,
    QTextOption,
)

_QT = "utf-16-le"  # Qt counts a letter beyond the first plane (an emoji) as two
_ODD = "surrogatepass"  # the path of a file may be no text at all
_KEPT = re.compile(r"ฯ(?=ลฯ)|(?<=\S)\*|[“(](?=[ก-๙])")
_BLANK_BEFORE_A_SIGN = re.compile(" (?=[ๆฯ])")


def draw_wrapped(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    ink: QColor,
    suffix: str = "",
    quiet: QColor | None = None,
) -> None:
    """Draw ``text`` from the top of ``box``; the suffix follows it in quiet ink.

    What has no place to break is cut by the box.
    """
    layout = _laid_out(text, suffix, font.toString(), round(box.width()))
    faint = QTextCharFormat()
    faint.setForeground(quiet or ink)
    span = _range(_units(text), _units(suffix) + 1, faint)
    painter.setPen(ink)
    layout.draw(painter, QPointF(box.left(), box.top()), [span] if suffix else [])


def draw_broken(painter: QPainter, box: QRectF, text: str, font: QFont, ink: QColor) -> None:
    """Draw ``text`` from the top of ``box``; ``anywhere`` as in ``wrapped_height``."""
    layout = _laid_out(text, "", font.toString(), round(box.width()), anywhere=True)
    painter.setPen(ink)
    layout.draw(painter, QPointF(box.left(), box.top()))


def wrapped_height(
    text: str, font: QFont, width: int, suffix: str = "", *, anywhere: bool = False
) -> int:
    """Return the height in pixels that the text takes in ``width`` pixels.

    ``anywhere``: what has no place to break, such as a long address, is broken as an editor does.
    """
    layout = _laid_out(text, suffix, font.toString(), width, anywhere=anywhere)
    return round(layout.boundingRect().height())


def wrapped_lines(text: str, font: QFont, width: int) -> tuple[str, ...]:
    """Return the lines of a text in ``width`` pixels; joined they are the text, but for line ends.

    What has no place to break, such as the path of a file, is broken anywhere.
    """
    layout = _laid_out(text, "", font.toString(), width, anywhere=True)
    encoded = text.encode(_QT, _ODD)
    starts = [2 * layout.lineAt(number).textStart() for number in range(layout.lineCount())]
    ends = [*starts[1:], len(encoded)]
    lines = (encoded[a:b].decode(_QT, _ODD) for a, b in zip(starts, ends, strict=True))
    return tuple(line.removesuffix("\n") for line in lines)


def kept_together(text: str) -> Iterable[int]:
    """Return the letters, as Qt counts, beside which libthai would break where no line may end."""
    return (_units(text[: found.start()]) for found in _KEPT.finditer(text))


def kept_format() -> QTextCharFormat:
    """Return a format that shows nothing: where it ends Qt asks libthai anew."""
    apart = QTextCharFormat()
    apart.setProperty(QTextFormat.Property.UserProperty, 1)
    return apart


@lru_cache(maxsize=4096)
def _laid_out(
    text: str, suffix: str, font_name: str, width: int, *, anywhere: bool = False
) -> QTextLayout:
    font = QFont()
    font.fromString(font_name)
    font.setHintingPreference(
        QFont.HintingPreference.PreferNoHinting
    )  # the name says nothing of it
    whole = f"{text} {suffix}" if suffix else text
    shown = _BLANK_BEFORE_A_SIGN.sub("\u00a0", whole.replace("\n", "\u2028"))
    layout = QTextLayout(shown, font)
    modes = QTextOption.WrapMode
    option = QTextOption()
    option.setWrapMode(modes.WrapAtWordBoundaryOrAnywhere if anywhere else modes.WordWrap)
    layout.setTextOption(option)
    layout.setFormats([_range(start, 1, kept_format()) for start in kept_together(whole)])
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def _units(text: str) -> int:
    """Return how long a text is for Qt."""
    return len(text.encode(_QT, _ODD)) // 2


def _range(start: int, length: int, form: QTextCharFormat) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start = start  # pyright: ignore[reportAttributeAccessIssue] - plain fields in Qt
    found.length = length  # pyright: ignore[reportAttributeAccessIssue]
    found.format = form  # pyright: ignore[reportAttributeAccessIssue]
    return found


def breaks_thai() -> bool:
    """Say whether Qt breaks Thai at words here; without libthai a sentence is one word to it."""
    sentence, font = "ปฏิบัติการป้องกันการทุจริต", QFont()
    half = round(QFontMetricsF(font).horizontalAdvance(sentence) / 2)
    return _laid_out(sentence, "", font.toString(), half).lineCount() > 1
