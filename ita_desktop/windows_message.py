"""A sentence in a window of Windows' own, where there is neither a console nor Qt to tell it."""

import ctypes
import sys

_ERROR, _IN_FRONT = 0x10, 0x10000  # MB_ICONERROR, MB_SETFOREGROUND


def show_message(sentence: str) -> None:
    """Show a sentence and return when it was read; other systems have a console and show none."""
    if sys.platform == "win32":
        ctypes.windll.user32.MessageBoxW(None, sentence, "ITA Desktop", _ERROR | _IN_FRONT)
