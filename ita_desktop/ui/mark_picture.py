"""The picture of the office's mark as it is kept: a PNG that prints 3 cm high."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter

from ita_desktop.db.steps.m002_mark import LARGEST_MARK
from ita_desktop.errors import ClerkError, MachineError

FILTER = "รูปภาพ (*.png *.jpg *.jpeg *.bmp)"
_FORMATS = frozenset({b"png", b"jpeg", b"bmp"})
_LARGEST_FILE = 20_000_000
_MOST_PIXELS = 50_000_000
_HEIGHT = 709
"""3 cm at 600 dots an inch."""
_SHRINK = 0.8
_LONGEST = 10
"""Times its short side; what is longer would be a line on paper, or nothing at all."""


def read_mark(path: Path) -> bytes:
    """Return the picture in a file as a PNG to keep; slow for a large one.

    Raises ClerkError for a file that is too large or no picture, MachineError for one that cannot
    be read. What a large picture holds is not looked at before its size is known.
    """
    name = path.name
    try:
        size = path.stat().st_size
        if size > _LARGEST_FILE:
            raise _too_large(f"ไฟล์ {name}")
        content = path.read_bytes()
    except OSError as error:
        raise MachineError(f"เปิดอ่านไฟล์ {name} ไม่ได้ กรุณาตรวจไฟล์และสิทธิ์ของไฟล์") from error
    buffer = QBuffer()
    buffer.setData(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()) not in _FORMATS:
        raise ClerkError(
            f"ไฟล์ {name} ไม่ใช่รูปที่ใช้เป็นตราได้ กรุณาใช้รูป PNG หรือ JPEG (รูปชนิดอื่นให้เปิดแล้วบันทึกเป็น PNG ก่อน)"
        )
    pixels = reader.size()
    if pixels.width() * pixels.height() > _MOST_PIXELS:
        raise _too_large(f"รูป {name}")
    image = reader.read()
    if image.isNull():
        raise ClerkError(f"รูป {name} เสียหาย เปิดไม่ได้ กรุณาเลือกรูปอื่น หรือบันทึกรูปนั้นใหม่เป็น PNG")
    return kept_mark(image)


def kept_mark(image: QImage) -> bytes:
    """Return a picture as the PNG to keep: at most 709 pixels high and 1 MB.

    White stays white and what can be seen through stays so; remarks that a camera or a program left
    in the file are not taken along. Raises ClerkError where it is too large, far longer than broad,
    or nothing is on it.
    """
    if image.isNull():
        raise ClerkError("ไม่พบรูปในสิ่งที่วาง กรุณาเลือกไฟล์รูป PNG หรือ JPEG")
    if image.width() * image.height() > _MOST_PIXELS:
        raise _too_large("รูปนี้")
    short, long = sorted((image.width(), image.height()))
    if long > _LONGEST * short:
        raise ClerkError("รูปนี้ยาวเกินไปสำหรับเป็นตรา ด้านยาวต้องไม่เกิน 10 เท่าของด้านสั้น กรุณาเลือกรูปอื่น")
    height = min(image.height(), _HEIGHT)
    while len(png := _as_png(image, height)) > LARGEST_MARK:
        height = max(round(height * _SHRINK), 1)
    return png


def _as_png(image: QImage, height: int) -> bytes:
    clear = image.hasAlphaChannel()
    if height < image.height():
        image = image.scaledToHeight(height, Qt.TransformationMode.SmoothTransformation)
    copy = QImage(
        image.size(), QImage.Format.Format_ARGB32 if clear else QImage.Format.Format_RGB32
    )
    copy.fill(Qt.GlobalColor.transparent if clear else Qt.GlobalColor.white)
    painter = QPainter(copy)
    painter.drawImage(0, 0, image)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(copy)
    return bytes(buffer.data().data())


def _too_large(what: str) -> ClerkError:
    return ClerkError(
        f"{what} ใหญ่เกินไป ใช้ได้ไม่เกิน 20 MB และ 50 ล้านจุด กรุณาย่อรูปแล้วเลือกใหม่ (ตราสูง 709 จุดก็พอ)"
    )
