"""Icons as Windows wants them: one file with a picture for every size."""

import struct

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage

_LARGE = 256
"""From this size on a picture is kept as PNG; smaller ones as bitmaps, which every shell reads."""


def ico(pictures: list[QImage]) -> bytes:
    """Return the bytes of an .ico file of square pictures, each at most 256 pixels wide."""
    entries, parts = b"", b""
    offset = 6 + 16 * len(pictures)
    for picture in pictures:
        size = picture.width()
        part = png(picture) if size >= _LARGE else _bitmap(picture)
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(part), offset)
        offset += len(part)
        parts += part
    return struct.pack("<HHH", 0, 1, len(pictures)) + entries + parts


def png(picture: QImage) -> bytes:
    """Return a picture as a PNG file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # pyright: ignore[reportCallIssue, reportArgumentType] - as documented
    return bytes(buffer.data().data())


def _bitmap(picture: QImage) -> bytes:
    """Return a picture as a bitmap with transparency, upside down, with the old mask behind it."""
    size = picture.width()
    head = struct.pack("<IiiHHIIiiII", 40, size, 2 * size, 1, 32, 0, 0, 0, 0, 0, 0)
    rows = picture.convertToFormat(QImage.Format.Format_ARGB32).flipped(Qt.Orientation.Vertical)
    colours = bytes(rows.constBits())
    across = (size + 31) // 32 * 4
    mask = b""
    for row in range(size):
        bits = "".join(
            "0" if colours[(row * size + place) * 4 + 3] else "1" for place in range(size)
        )
        mask += int(bits.ljust(across * 8, "0"), 2).to_bytes(across)
    return head + colours + mask
