"""From what is on the screen to a picture: windows put together, numbers drawn, few colours."""

from collections.abc import Sequence
from io import BytesIO
from math import hypot
from typing import Final, cast

from PIL import Image
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from installer.help_shot import Mark, Shot, on_screen
from ita_desktop.ui import theme

SCALE: Final = 2
"""Pixels of a picture a logical pixel of the window."""
WIDEST: Final = 860 * SCALE
RADIUS: Final = 13 * SCALE
"""Pixels from the middle of a round to its edge, its white rim not counted."""
_RIM: Final = 2 * SCALE
_COLORS: Final = 128
_EXACT: Final = 48
_TITLE_BAR: Final = 34
"""Logical pixels of the bar that a window system would put over a dialog."""


def grab(shot: Shot) -> tuple[QImage, list[QPoint]]:
    """Return the picture with its numbered rounds, and the middle of each in its pixels."""
    frame = _frame(shot)
    whole = _composed(frame)
    picture = whole
    if whole.width() > WIDEST:
        picture = whole.scaledToWidth(WIDEST, Qt.TransformationMode.SmoothTransformation)
    factor = picture.width() / frame.width()
    picture.setDevicePixelRatio(1)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middles = [_middle(mark, frame, factor, picture.rect()) for mark in shot.marks]
    for mark in shot.marks:
        if mark.framed:
            _draw_line_around(painter, on_screen(mark.spot).translated(-frame.topLeft()), factor)
    for number, middle in enumerate(middles, start=1):
        _draw_round(painter, middle, number)
    painter.end()
    return picture, middles


def overlapping(middles: Sequence[QPoint]) -> list[int]:
    """Return the numbers of the rounds that lie over an earlier one."""
    return [
        number
        for number, middle in enumerate(middles, start=1)
        for other in middles[: number - 1]
        if hypot(middle.x() - other.x(), middle.y() - other.y()) < 2 * RADIUS
    ]


def as_png(picture: QImage) -> bytes:
    """Return a picture as a palette PNG; the same picture gives the same bytes."""
    colors = _palette(_as_pillow(picture.convertToFormat(QImage.Format.Format_RGB888), "RGB"))
    table = [QColor(*color).rgb() for color in colors]
    # Pillow's own way to a palette takes near colours for equal: white would be a light grey
    indexed = picture.convertToFormat(QImage.Format.Format_Indexed8, table)
    flat = _as_pillow(indexed, "P")
    flat.putpalette([part for color in colors for part in color])
    png = BytesIO()
    flat.save(png, "PNG", optimize=True)
    return png.getvalue()


def _as_pillow(image: QImage, mode: str) -> Image.Image:
    size = (image.width(), image.height())
    return Image.frombytes(
        mode, size, bytes(image.constBits()), "raw", mode, image.bytesPerLine(), 1
    )


def _palette(full: Image.Image) -> list[tuple[int, int, int]]:
    """Return the colours of a picture: the commonest as they are, a round choice of the rest.

    Grounds and letters keep their very tint; the steps between them are near enough.
    """
    counted = cast("list[tuple[int, tuple[int, int, int]]]", full.getcolors(1 << 24))
    commonest = [color for _, color in sorted(counted, reverse=True)[:_EXACT]]
    rest = full.quantize(_COLORS - _EXACT, method=Image.Quantize.MAXCOVERAGE).getpalette() or []
    others = zip(rest[::3], rest[1::3], rest[2::3], strict=True)
    return [*dict.fromkeys([*commonest, *others])]


def _frame(shot: Shot) -> QRect:
    """Return what is grabbed, in logical pixels of the screen."""
    frame = QRect()
    for spot in shot.around:
        frame = frame.united(_with_bar(spot) if isinstance(spot, QDialog) else on_screen(spot))
    margin = shot.margin
    wide = frame.adjusted(-margin, -margin, margin, margin)
    reach = QRect()
    for window in _windows():
        reach = reach.united(_with_bar(window))
    return wide.intersected(reach)


def _windows() -> Sequence[QWidget]:
    """Return the windows that are seen, the lowest first: window, dialogs, menus and lists."""
    seen = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
    popup = Qt.WindowType.Popup
    return sorted(seen, key=lambda one: (one.windowType() == popup, _depth(one)))


def _depth(widget: QWidget) -> int:
    depth, above = 0, widget.parentWidget()
    while above is not None:
        depth, above = depth + 1, above.parentWidget()
    return depth


def _has_bar(window: QWidget) -> bool:
    return isinstance(window, QDialog)


def _with_bar(window: QWidget) -> QRect:
    rect = window.geometry()
    return rect.adjusted(-1, -_TITLE_BAR, 1, 1) if _has_bar(window) else rect


def _composed(frame: QRect) -> QImage:
    whole = QImage(frame.size() * SCALE, QImage.Format.Format_RGB32)
    whole.fill(QColor("#ffffff"))
    whole.setDevicePixelRatio(SCALE)
    painter = QPainter(whole)
    for window in _windows():
        if _has_bar(window):
            _draw_bar(painter, window, frame.topLeft())
        painter.drawPixmap(window.geometry().topLeft() - frame.topLeft(), window.grab())
        if isinstance(window, QMenu):
            painter.setPen(QPen(QColor(theme.colors().line), 1))
            around = window.geometry().translated(-frame.topLeft())
            painter.drawRect(QRectF(around).adjusted(0.5, 0.5, -0.5, -0.5))
    painter.end()
    return whole


def _draw_bar(painter: QPainter, window: QWidget, origin: QPoint) -> None:
    """Draw the bar with the title that the clerk's system puts over a dialog, and a thin frame."""
    around = _with_bar(window).translated(-origin)
    painter.fillRect(around, QColor("#ffffff"))
    painter.setPen(QPen(QColor("#9aa5b1"), 1))
    painter.drawRect(QRectF(around).adjusted(0.5, 0.5, -0.5, -0.5))
    painter.setPen(QColor("#1f2933"))
    painter.setFont(theme.font(14))
    bar = QRect(around.left() + 14, around.top(), around.width() - 60, _TITLE_BAR)
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(bar, left, window.windowTitle())
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    right, middle = around.right() - 20, around.top() + _TITLE_BAR // 2
    for turn in (1, -1):
        painter.drawLine(right - 5, middle - 5 * turn, right + 5, middle + 5 * turn)


def _middle(mark: Mark, frame: QRect, factor: float, inside: QRect) -> QPoint:
    """Return where the middle of a round is: wholly inside the picture."""
    rect = on_screen(mark.spot)
    middle = QRectF(rect).center()
    x, y = {
        "left": (rect.left(), middle.y()),
        "right": (rect.right(), middle.y()),
        "above": (middle.x(), rect.top()),
        "below": (middle.x(), rect.bottom()),
        "middle": (middle.x(), middle.y()),
        "corner": (rect.left(), rect.top()),
        "end": (rect.right(), rect.top()),
    }[mark.side]
    x, y = x + mark.shift[0] - frame.left(), y + mark.shift[1] - frame.top()
    room = RADIUS + _RIM + 1
    return QPoint(
        min(max(round(x * factor), room), inside.width() - room),
        min(max(round(y * factor), room), inside.height() - room),
    )


def _draw_line_around(painter: QPainter, rect: QRect, factor: float) -> None:
    around = QRectF(rect.x() * factor, rect.y() * factor, rect.width() * factor, 0)
    around.setHeight(rect.height() * factor)
    painter.setPen(QPen(QColor(theme.colors().accent), 2 * SCALE))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(around.adjusted(-4, -4, 4, 4), 12, 12)


def _draw_round(painter: QPainter, middle: QPoint, number: int) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#ffffff"))
    painter.drawEllipse(middle, RADIUS + _RIM, RADIUS + _RIM)
    painter.setBrush(QColor(theme.colors().accent))
    painter.drawEllipse(middle, RADIUS, RADIUS)
    font = QFont(theme.font(15, strong=True))
    font.setPixelSize(15 * SCALE)
    painter.setFont(font)
    painter.setPen(QColor("#ffffff"))
    box = QRect(middle.x() - RADIUS, middle.y() - RADIUS, 2 * RADIUS, 2 * RADIUS)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(number))
