"""Thai text wrapped at words (libthai, through Qt), with quiet words behind it."""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

_WRAP = QTextOption.WrapMode.WordWrap


def draw_wrapped(
    painter: QPainter,
    box: QRectF,
    text: str,
    font: QFont,
    ink: QColor,
    suffix: str = "",
    quiet: QColor | None = None,
) -> None:
    """Draw ``text`` from the top of ``box``; the suffix follows it in quiet ink."""
    layout = _laid_out(text, suffix, font.toString(), round(box.width()))
    start = len(text)
    span = QTextLayout.FormatRange()
    span.start = start  # pyright: ignore[reportAttributeAccessIssue] - a plain field in Qt
    span.length = len(suffix) + 1  # pyright: ignore[reportAttributeAccessIssue]
    faint = QTextCharFormat()
    faint.setForeground(quiet or ink)
    span.format = faint  # pyright: ignore[reportAttributeAccessIssue]
    painter.setPen(ink)
    layout.draw(painter, QPointF(box.left(), box.top()), [span] if suffix else [])


def wrapped_height(text: str, font: QFont, width: int, suffix: str = "") -> int:
    """Return the height in pixels that the text takes in ``width`` pixels."""
    return round(_laid_out(text, suffix, font.toString(), width).boundingRect().height())


@lru_cache(maxsize=4096)
def _laid_out(text: str, suffix: str, font_name: str, width: int) -> QTextLayout:
    font = QFont()
    font.fromString(font_name)
    whole = f"{text} {suffix}" if suffix else text
    layout = QTextLayout(whole.replace("\n", "\u2028"), font)
    option = QTextOption()
    option.setWrapMode(_WRAP)
    layout.setTextOption(option)
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return layout


def breaks_thai() -> bool:
    """Say whether Qt breaks Thai at words here; without libthai a sentence is one word to it."""
    sentence, font = "ปฏิบัติการป้องกันการทุจริต", QFont()
    half = round(QFontMetricsF(font).horizontalAdvance(sentence) / 2)
    return _laid_out(sentence, "", font.toString(), half).lineCount() > 1
