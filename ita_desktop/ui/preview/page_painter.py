"""How a page looks on the screen: white paper with a soft edge on grey, in light and in dark."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from ita_desktop.ui import theme, wording
from ita_desktop.ui.preview.pictures import Strip

# A page is white in the dark too, so what is marked on it has the same colours in both.
_PAPER = QColor("#ffffff")
_PAPER_INK = QColor("#5b6878")
_MARK = QColor("#fde68a")
_STRONG_MARK = QColor("#fbab3c")
_SHADE = (28, 16, 8, 3)  # of 255, from the edge of a page outwards, a pixel each
_MARGIN = 24


def draw_ground(painter: QPainter, rect: QRect) -> None:
    """Fill what lies under the pages."""
    painter.fillRect(rect, theme.color("group_strong"))


def draw_sheet(painter: QPainter, page: QRect) -> None:
    """Draw an empty page with its edge."""
    for distance, dark in enumerate(_SHADE):
        edge = page.adjusted(-distance - 1, -distance, distance, distance + 1)
        painter.setPen(QColor(0, 0, 0, dark))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(edge)
    painter.fillRect(page, _PAPER)


def draw_strip(
    painter: QPainter, page: QRect, strip: Strip, image: QImage, pixel_ratio: float
) -> None:
    """Draw a strip of a page; where it has the pixels of the screen, each stands on one of them."""
    if strip.width == round(page.width() * pixel_ratio):
        left, top = (round(side * pixel_ratio) for side in (page.left(), page.top()))
        corner = QPointF(left / pixel_ratio, (top + strip.top) / pixel_ratio)
        target = QRectF(corner, QSizeF(image.size()) / pixel_ratio)
    else:
        pixel = page.width() / strip.width
        corner = QPointF(page.left(), page.top() + strip.top * pixel)
        target = QRectF(corner, QSizeF(image.size()) * pixel)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(target, image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)


def draw_stand_in(painter: QPainter, page: QRect, image: QImage) -> None:
    """Draw a page from a picture of another size."""
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(page, image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)


def draw_sentence(painter: QPainter, page: QRect, sentence: str) -> None:
    """Write on a page why it cannot be shown."""
    painter.setPen(_PAPER_INK)
    painter.setFont(theme.font())
    flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    room = page.adjusted(_MARGIN, 2 * _MARGIN, -_MARGIN, -_MARGIN)
    painter.drawText(room, flags, wording.shown(sentence))


def draw_mark(painter: QPainter, box: QRect, *, strong: bool) -> None:
    """Mark a place on a page like with a felt pen: the text stays readable under it."""
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.fillRect(box, _STRONG_MARK if strong else _MARK)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def draw_focus(painter: QPainter, rect: QRect) -> None:
    """Show that the keys go to the pages."""
    painter.setPen(QPen(theme.color("accent"), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(1, 1, -1, -1))
