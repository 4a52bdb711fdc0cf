"""The self-check as a whole: its steps in order, and what is told of them."""

import sqlite3
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLibraryInfo

from ita_desktop import __version__
from ita_desktop.fault_report import python_words, system_words
from ita_desktop.ui.self_check.keeping import keep_papers
from ita_desktop.ui.self_check.line_breaks import lines_on_screen
from ita_desktop.ui.self_check.machine import library_versions, memory_peak_mb
from ita_desktop.ui.self_check.network import network_use
from ita_desktop.ui.self_check.places import long_folder, user_folder_in
from ita_desktop.ui.self_check.trial import Trial
from ita_desktop.ui.widgets.wrapped_text import breaks_thai


def self_check(keep: Path | None = None) -> dict[str, Any]:
    """Do the clerk's work once in a temporary folder; return what was done and how long it took.

    Nothing of the clerk's own is touched: files, settings, backups and log. ``keep``: a folder that
    gets the papers and the data file. Raises MachineError with the step that failed, or with what
    would go to the net.
    """
    network_use()  # what the start brings along is told at once
    seconds: dict[str, float] = {}
    with ExitStack() as stack:
        temporary = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        base = Path(stack.enter_context(temporary))
        stack.enter_context(user_folder_in(base / "ผู้ใช้"))
        folder = long_folder(base)
        trial = Trial(folder, base / "settings.ini")
        stack.callback(trial.close)
        for name, step in trial.steps():
            began = time.perf_counter()
            step()
            seconds[name] = round(time.perf_counter() - began, 3)
        if keep is not None:
            keep_papers(folder, keep)
        longest = max(len(str(path)) for path in (folder, *folder.rglob("*")))
        folder_letters = len(str(folder))
    return {
        "ok": True,
        "version": __version__,
        "python": python_words(),
        "system": system_words(),
        "qt": QLibraryInfo.version().toString(),
        "sqlite": sqlite3.sqlite_version,
        "libraries": library_versions(),
        "folder_letters": folder_letters,
        "longest_path_letters": longest,
        "thai_line_breaks_on_screen": breaks_thai(),
        "lines": lines_on_screen(),
        "documents": trial.made,
        "help_pages": trial.help_pages,
        **network_use(),
        "seconds": seconds,
        "memory_peak_mb": memory_peak_mb(),
    }
