"""The programs of the machine that the set-up is made with and tried under."""

import os
import shutil

_TRYING = ("wine", "wineserver", "x86_64-w64-mingw32-gcc")
_MAKING = (
    *("makensis", "osslsigncode", "x86_64-w64-mingw32-objdump", "x86_64-w64-mingw32-windres"),
    *_TRYING,
)


def missing_tools(*, making: bool) -> list[str]:
    """Return the programs that this machine lacks for making the set-up, or only for trying it."""
    if os.name == "nt":  # a Windows of its own to try it on
        return []
    return [name for name in (_MAKING if making else _TRYING) if shutil.which(name) is None]
