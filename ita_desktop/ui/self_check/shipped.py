"""Fonts, pictures, icons and plugins prove themselves: half a picture is drawn all the same."""

import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

from PySide6.QtCore import QLibraryInfo, QPluginLoader
from PySide6.QtSvg import QSvgRenderer

from ita_desktop.resources import resource
from ita_desktop.ui.self_check.failure import expect

FONTS = ("Light", "LightItalic", "Regular", "SemiBold", "SemiBoldItalic")
PLATFORMS = ("offscreen", "windows") if sys.platform == "win32" else ("offscreen",)
"""Plugins of Qt for the screen: that of the self-check, and that of the clerk."""
_SUM_OF_A_FONT = 0xB1B0AFBA
"""Of the 32-bit words of a whole TrueType file (OpenType specification, table head)."""
_PNG = b"\x89PNG\r\n\x1a\n"
_AROUND = 12
"""Bytes of a part of a PNG beside what it holds: its length, its kind, its checksum."""


def prove_screen() -> None:
    """Raise MachineError where a plugin for the screen is missing or damaged.

    Before Qt starts: it would end the process there, without a word.
    """
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms")
    for name in PLATFORMS:
        loaded = any(QPluginLoader(str(file)).load() for file in folder.glob(f"*q{name}.*"))
        expect(loaded, f"เตรียมหน้าจอ ({name})")


def prove_fonts() -> None:
    """Raise MachineError, naming the typeface, where a font is damaged; missing, FileNotFoundError.

    Before Qt starts: the window is dressed in them.
    """
    for name in FONTS:
        data = resource("fonts", f"Sarabun-{name}.ttf").read_bytes()
        expect(is_whole_font(data), f"อ่านแบบอักษร Sarabun {name}")


def prove_icons() -> None:
    """Raise MachineError, naming the icon, where one is damaged."""
    for file in sorted(resource("icons").glob("*.svg")):
        expect(QSvgRenderer(file.read_bytes()).isValid(), f"อ่านไอคอน {file.stem}")


def is_whole_font(data: bytes) -> bool:
    """Say whether the bytes are those of a TrueType font as it was made."""
    words = data + bytes(-len(data) % 4)
    total: int = sum(struct.unpack(f">{len(words) // 4}I", words))
    return total % 2**32 == _SUM_OF_A_FONT


def is_whole_png(data: bytes) -> bool:
    """Say whether the bytes are a PNG as it was made, from its head to its last part."""
    kinds = [*_sound_parts(data)]
    return data.startswith(_PNG) and kinds[-1:] == [b"IEND"]


def _sound_parts(data: bytes) -> Iterator[bytes]:
    """Yield the kind of each part, until one is not sound or the bytes end."""
    at = len(_PNG)
    while at + _AROUND <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        held, end = data[at + 4 : at + 8 + length], at + _AROUND + length
        if data[end - 4 : end] != struct.pack(">I", crc32(held)):
            return
        yield held[:4]
        at = end
