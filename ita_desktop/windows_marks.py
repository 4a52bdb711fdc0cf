"""By what Windows and the set-up know the running program; other systems never load this module."""

import ctypes
import sys

APPLICATION_ID = "ITADesktop.ITADesktop"
"""What the shortcuts carry, too: windows and shortcuts with one id share one button of the task
bar, with our icon instead of Python's."""
RUNNING = r"Local\ITA Desktop is running"
"""The mutex that exists while the program runs in this session, with a window or without: the
set-up and the uninstaller touch no file of a running program."""


def mark_running() -> None:
    """Say to Windows that the program runs, until the process ends, and under which id.

    Where Windows will not hear of it the program runs all the same: the set-up then finds the
    program's files in use.
    """
    if sys.platform == "win32":
        # The handle is kept by the process on purpose: Windows closes it at the end, however that
        # comes.
        ctypes.windll.kernel32.CreateMutexW(None, 0, RUNNING)
        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(
            ctypes.c_wchar_p(APPLICATION_ID)
        )
