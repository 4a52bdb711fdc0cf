"""Make the icons of Windows and the pictures of the set-up from our drawings.

``python -m installer.make_icons`` writes them anew; they are committed, so that nobody who builds
needs to.
"""

import io
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from installer.ico import ico, png

ROOT = Path(__file__).resolve().parent.parent
ICONS = ROOT / "resources" / "icons"
ART = ROOT / "installer" / "art"
SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
"""Pixels: what Windows asks for in title bar, task bar, lists and desktop, at 100 to 250 %."""
DRAWN_FOR = {16: "-16", 20: "-24", 24: "-24"}
"""The small sizes that have a drawing of their own, on the grid of its pixels."""
NAMES = ("app", "ita-file")
WELCOME = QSize(164, 314)
"""Pixels of the picture beside the first and the last page of the set-up."""
HEADER = QSize(150, 57)
"""Pixels of the picture in the head of its other pages."""
_GROUND = "#0f5f7a"
_DEEP = "#0c4d63"
_CARD = "#ffffff"


def drawing(name: str, size: int) -> QImage:
    """Return one of our drawings in a size in pixels, on nothing."""
    renderer = QSvgRenderer(str(ICONS / f"{name}{DRAWN_FOR.get(size, '')}.svg"))
    picture = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


def icon_file(name: str) -> bytes:
    """Return the .ico file of a drawing."""
    return ico([drawing(name, size) for size in SIZES])


def welcome() -> bytes:
    """Return the picture beside the first page, an 8-bit BMP file."""
    width, height = WELCOME.width(), WELCOME.height()
    picture = QImage(WELCOME, QImage.Format.Format_RGB32)
    picture.fill(QColor(_GROUND))
    painter = _painter(picture)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(_DEEP))
    painter.drawEllipse(QPointF(width, height), 150, 150)
    painter.setBrush(QColor(_GROUND))
    painter.drawEllipse(QPointF(width, height), 112, 112)
    painter.drawImage(QPointF((width - 104) / 2, 44), _mark(104))
    _words(painter, QRectF(0, 160, width, 34), "ITA Desktop", 21)
    painter.end()
    return _bmp(picture)


def header() -> bytes:
    """Return the picture in the head of a page, an 8-bit BMP file on white."""
    picture = QImage(HEADER, QImage.Format.Format_RGB32)
    picture.fill(QColor(_CARD))
    painter = _painter(picture)
    painter.drawImage(QPointF(HEADER.width() - 50, (HEADER.height() - 40) / 2), drawing("app", 40))
    painter.end()
    return _bmp(picture)


def made() -> dict[Path, bytes]:
    """Return every file that this makes, by its place. Wants a QGuiApplication."""
    for weight in ("Regular", "SemiBold"):
        font = ROOT / "resources" / "fonts" / f"Sarabun-{weight}.ttf"
        QFontDatabase.addApplicationFont(str(font))
    files = {ICONS / f"{name}.ico": icon_file(name) for name in NAMES}
    return files | {ART / "welcome.bmp": welcome(), ART / "header.bmp": header()}


def _painter(picture: QImage) -> QPainter:
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def _mark(size: int) -> QImage:
    """Return the mark alone, without its tile: the ground is the tile here."""
    text = (ICONS / "app.svg").read_text("utf-8")
    tile = text.index("<rect")
    bare = text[:tile] + text[text.index("/>", tile) + 2 :]
    renderer = QSvgRenderer(bare.encode())
    picture = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.setViewBox(QRectF(26, 26, 204, 204))
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return picture


def _words(painter: QPainter, room: QRectF, words: str, pixels: int) -> None:
    font = QFont("Sarabun")
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    painter.setFont(font)
    painter.setPen(QColor(_CARD))
    painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)


def _bmp(picture: QImage) -> bytes:
    """Return a picture as a BMP file of 256 colours: what the set-up shows, and small."""
    colours = Image.open(io.BytesIO(png(picture))).convert("RGB")
    kept = colours.quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    buffer = io.BytesIO()
    kept.save(buffer, "BMP")
    return buffer.getvalue()


def main() -> None:
    """Write all files."""
    application = QGuiApplication.instance() or QGuiApplication([])
    for path, content in made().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        print(f"{path.relative_to(ROOT)}: {len(content):,} bytes")
    del application


if __name__ == "__main__":
    main()
