"""Where the self-check works: a long Thai folder, and nothing in the clerk's own."""

import os
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path

from ita_desktop.errors import MachineError

_LETTERS = 204
"""Of the folder's whole path. The longest name in it has 32 letters, and 18 more while it is not
whole yet: with its stroke 255, and Windows takes 259."""
_LONGEST_NAME = 60
"""Of one folder: Linux allows 255 bytes, and a Thai letter takes three."""
_THAI = "งานประเมินคุณธรรมและความโปร่งใส เทศบาลตำบลตัวอย่าง ชุดเอกสาร "
_LATIN = "Integrity and transparency assessment 2566 of the municipality "
"""Beside Windows SQLite takes paths of 512 bytes only: there half of the letters are Latin."""
_WORDS = (_THAI,) if sys.platform == "win32" else (_LATIN, _THAI)
_USER_FOLDERS = ("LOCALAPPDATA", "XDG_DATA_HOME")


def long_folder(base: Path) -> Path:
    """Make a folder with Thai letters and blanks, over 200 letters long in all, and return it."""
    folder = base / "ตรวจ โปรแกรม"
    for words in cycle(_WORDS):
        left = _LETTERS - len(str(folder)) - 1
        if left <= 0:
            break
        letters = left if left <= _LONGEST_NAME else min(_LONGEST_NAME, left - 2)
        folder /= f"{words[: letters - 1]}9"  # Windows takes no blank at the end
    folder.mkdir(parents=True)
    return folder


@contextmanager
def temporary_folder() -> Generator[Path]:
    """Give a folder that goes afterwards.

    Raises MachineError where the machine lets nobody write into the folder for temporary files.
    """
    try:
        folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
    except OSError as error:
        raise MachineError(
            "โปรแกรมตรวจตัวเองไม่ได้ เพราะเขียนลงโฟลเดอร์ชั่วคราวของเครื่องไม่ได้"
            " กรุณาตรวจพื้นที่ว่างและสิทธิ์ของโฟลเดอร์ที่ตั้งไว้ในตัวแปร TEMP"
        ) from error
    with folder as place:
        yield Path(place)


@contextmanager
def user_folder_in(folder: Path) -> Generator[None]:
    """Let the program keep its own things (backups, log) in ``folder`` meanwhile."""
    before = {name: os.environ.get(name) for name in _USER_FOLDERS}
    os.environ.update(dict.fromkeys(_USER_FOLDERS, str(folder)))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
