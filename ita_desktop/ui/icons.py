"""Line icons of one set (Lucide), in the colour of the text beside them."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from ita_desktop.resources import resource
from ita_desktop.ui.theme import colors

SIZE = QSize(18, 18)
_SHARPNESS = 3  # drawn three times as large, so that 300 % screens stay sharp


def icon(name: str, role: str = "ink", *, can_disable: bool = False) -> QIcon:
    """Return an icon in the colour of a role; one that ``can_disable`` is paler then."""
    return _icon(name, getattr(colors(), role), colors().quiet if can_disable else "")


@lru_cache(maxsize=64)
def _icon(name: str, ink: str, disabled: str) -> QIcon:
    made = QIcon(_pixmap(name, ink))
    if disabled:
        made.addPixmap(_pixmap(name, disabled), QIcon.Mode.Disabled)
    return made


def _pixmap(name: str, ink: str) -> QPixmap:
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", ink).encode()))
    pixmap = QPixmap(SIZE * _SHARPNESS)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(_SHARPNESS)
    return pixmap
