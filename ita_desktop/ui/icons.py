"""Line icons of one set (Lucide), in the colour of the text beside them."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton

from ita_desktop.resources import resource
from ita_desktop.ui.theme import colors

SIZE = QSize(18, 18)
_AIR = 5
"""Pixels between an icon and the words behind it."""
_SHARPNESS = 3  # drawn three times as large, so that 300 % screens stay sharp


def put_beside(button: QAbstractButton, name: str) -> None:
    """Put an icon before the words of a button, with air between: some fill all of their box."""
    pixmap = _pixmap(name, colors().ink, _AIR)
    button.setIcon(QIcon(pixmap))
    button.setIconSize(pixmap.deviceIndependentSize().toSize())


def icon(name: str, role: str = "ink", *, can_disable: bool = False) -> QIcon:
    """Return an icon in the colour of a role; one that ``can_disable`` is paler then."""
    return _icon(name, getattr(colors(), role), colors().quiet if can_disable else "")


@lru_cache(maxsize=64)
def _icon(name: str, ink: str, disabled: str) -> QIcon:
    made = QIcon(_pixmap(name, ink))
    if disabled:
        made.addPixmap(_pixmap(name, disabled), QIcon.Mode.Disabled)
    return made


def _pixmap(name: str, ink: str, air: int = 0) -> QPixmap:
    drawing = resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    renderer = QSvgRenderer(QByteArray(drawing.replace("currentColor", ink).encode()))
    pixmap = QPixmap((SIZE + QSize(air, 0)) * _SHARPNESS)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(QPointF(), SIZE * _SHARPNESS))
    painter.end()
    pixmap.setDevicePixelRatio(_SHARPNESS)
    return pixmap
