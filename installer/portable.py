"""The program without a set-up: a zip to unpack anywhere, also onto a USB stick."""

import zipfile
from pathlib import Path

from installer.nsis import HERE, listed_files

START = "เปิด ITA Desktop.cmd"
READ_FIRST = "อ่านก่อนใช้.txt"
PROGRAM = "program"
"""The folder inside that holds the program: she sees two files and this, not a hundred."""
_TEXTS = HERE / "portable_texts"
_TIME = (2020, 1, 1, 0, 0, 0)
_UNIX = 3
_PLAIN_FILE = 0o100644 << 16


def make_portable(bundle: Path, out: Path, version: str) -> Path:
    """Pack the program in ``bundle`` into the zip ``out`` and return that.

    The same files give the same bytes. All names stand below one folder with the version; those
    with Thai letters are marked as UTF-8, which Windows reads.
    """
    top = f"ITA Desktop {version}"
    out.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        _put(packed, f"{top}/{READ_FIRST}", _read_first(version))
        _put(packed, f"{top}/{START}", _start())
        for name in listed_files(bundle):
            path = name.replace("\\", "/")
            _put(packed, f"{top}/{PROGRAM}/{path}", (bundle / path).read_bytes())
    return out


def _put(packed: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _TIME)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = _UNIX  # the same on every system that packs
    entry.external_attr = _PLAIN_FILE
    packed.writestr(entry, content)


def _read_first(version: str) -> bytes:
    """Return the text for people, as every Notepad reads it."""
    text = (_TEXTS / "read_first.txt").read_text("utf-8").replace("{version}", version)
    return _windows_lines(text).encode("utf-8-sig")


def _start() -> bytes:
    """Return the start file: UTF-8 without a mark, which the command processor would not know."""
    text = (_TEXTS / "start.cmd").read_text("utf-8")
    return _windows_lines(text).encode("utf-8")


def _windows_lines(text: str) -> str:
    return text.replace("\n", "\r\n")
