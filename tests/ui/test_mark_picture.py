"""A picture becomes a small PNG, or one sentence says why it cannot."""

import struct
import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter

from ita_desktop.db.steps.m002_mark import LARGEST_MARK
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui.mark_picture import kept_mark, read_mark

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'


def seal(side: int = 200, *, clear: bool = True) -> QImage:
    kind = QImage.Format.Format_ARGB32 if clear else QImage.Format.Format_RGB32
    image = QImage(side, side, kind)
    image.fill(Qt.GlobalColor.transparent if clear else Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setBrush(QColor("#7a0f2b"))
    painter.drawEllipse(side // 4, side // 4, side // 2, side // 2)
    painter.end()
    return image


def encoded(image: QImage, kind: bytes = b"png") -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind)).write(image)
    return bytes(buffer.data().data())


def noise(width: int, height: int) -> QImage:
    """Return a picture that no PNG makes small."""
    state, rows = 1, bytearray()
    for _ in range(width * height):
        state = state * 1103515245 + 12345 & 0xFFFFFFFF
        rows += bytes((state >> 24, state >> 16 & 255, state >> 8 & 255, 255))
    return QImage(bytes(rows), width, height, QImage.Format.Format_RGB32).copy()


def huge_png(width: int, height: int) -> bytes:
    """Return a small file that says it holds a large picture."""

    def chunk(name: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + content))
        return struct.pack(">I", len(content)) + name + content + check

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize(("side", "kept"), [(64, 64), (709, 709), (2000, 709)])
def test_a_picture_is_kept_at_most_3_cm_high_at_600_dots(
    tmp_path: Path, side: int, kept: int
) -> None:
    path = tmp_path / "ตรา.png"
    path.write_bytes(encoded(seal(side)))
    found = QImage.fromData(read_mark(path))
    assert (found.width(), found.height()) == (kept, kept)
    assert found.pixelColor(0, 0).alpha() == 0
    assert found.pixelColor(kept // 2, kept // 2) == QColor("#7a0f2b")


def test_the_shape_and_the_white_stay(tmp_path: Path) -> None:
    wide = seal(1418, clear=False).copy(0, 0, 1418, 709 * 2)
    path = tmp_path / "ตรา.jpg"
    path.write_bytes(encoded(wide.scaled(2836, 1418), b"jpeg"))
    found = QImage.fromData(read_mark(path))
    assert (found.width(), found.height()) == (1418, 709)
    assert not found.hasAlphaChannel()
    assert found.pixelColor(0, 0) == QColor("white")


def test_a_picture_that_stays_large_is_made_smaller_still() -> None:
    png = kept_mark(noise(709, 709))
    found = QImage.fromData(png)
    assert len(png) <= LARGEST_MARK
    assert found.width() == found.height() < 709


def test_remarks_in_the_file_are_not_kept(tmp_path: Path) -> None:
    image = seal()
    image.setText("Author", "somchai-secret")
    path = tmp_path / "ตรา.png"
    path.write_bytes(encoded(image))
    assert b"somchai" in path.read_bytes()
    assert b"somchai" not in read_mark(path)


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("ตรา.svg", SVG, "กรุณาใช้รูป PNG หรือ JPEG"),
        ("ตรา.png", SVG, "กรุณาใช้รูป PNG หรือ JPEG"),
        ("ตรา.gif", b"GIF89a\1\0\1\0\0\0\0;", "กรุณาใช้รูป PNG หรือ JPEG"),
        ("ตรา.png", b"", "กรุณาใช้รูป PNG หรือ JPEG"),
        ("ตรา.pdf", b"%PDF-1.7\n", "กรุณาใช้รูป PNG หรือ JPEG"),
        ("ตรา.png", huge_png(10_000, 5_001), "50 ล้านจุด"),
        ("ตรา.png", huge_png(2**30, 2**30), "กรุณา"),
        ("ตรา.png", b"\x89PNG\r\n\x1a\n", "เสียหาย"),
    ],
)
def test_what_is_no_picture_is_refused_in_one_sentence(
    tmp_path: Path, name: str, content: bytes, why: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(ClerkError, match=why) as refusal:
        read_mark(path)
    assert name in str(refusal.value)


def test_half_a_picture_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "ตรา.png"
    whole = encoded(noise(60, 60))
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(ClerkError, match="เสียหาย"):
        read_mark(path)


def test_a_file_over_20_mb_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ตรา.png"
    with path.open("wb") as file:
        file.truncate(20_000_001)

    def never(_path: Path) -> bytes:
        pytest.fail("it was read")

    monkeypatch.setattr(Path, "read_bytes", never)
    with pytest.raises(ClerkError, match="20 MB"):
        read_mark(path)


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(MachineError, match="เปิดอ่านไฟล์"):
        read_mark(tmp_path / "หาย.png")


def test_nothing_is_no_picture() -> None:
    with pytest.raises(ClerkError, match="ไม่พบรูป"):
        kept_mark(QImage())


def test_a_photograph_that_was_held_upright_stands_upright(tmp_path: Path) -> None:
    jpeg = encoded(QImage(40, 20, QImage.Format.Format_RGB32), b"jpeg")
    turned = bytes.fromhex(
        "ffe1 0022 457869660000 4d4d002a 00000008 0001 0112 0003 00000001 00060000 00000000"
    )
    path = tmp_path / "ตรา.jpg"
    path.write_bytes(jpeg[:2] + turned + jpeg[2:])
    found = QImage.fromData(QByteArray(read_mark(path)))
    assert (found.width(), found.height()) == (20, 40)


@pytest.mark.parametrize(("width", "height"), [(1, 5000), (5000, 1), (21, 2), (300_000, 2)])
def test_a_line_is_no_mark(width: int, height: int) -> None:
    with pytest.raises(ClerkError, match="ยาวเกินไป"):
        kept_mark(noise(width, height))


def test_the_smallest_pictures_and_broad_ones_are_kept() -> None:
    for width, height in ((1, 1), (1, 10), (8000, 800)):
        found = QImage.fromData(kept_mark(noise(width, height)))
        assert found.width() * height == pytest.approx(found.height() * width, rel=0.01)
