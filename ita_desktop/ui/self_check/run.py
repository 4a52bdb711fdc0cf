"""The self-check as a whole: its steps in order, and what is told of them."""

import sqlite3
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLibraryInfo

from ita_desktop import __version__
from ita_desktop.errors import MachineError
from ita_desktop.fault_log import write_report
from ita_desktop.fault_report import fault_report, python_words, system_words
from ita_desktop.ui.self_check.failure import step_called
from ita_desktop.ui.self_check.keeping import keep_papers
from ita_desktop.ui.self_check.line_breaks import lines_on_screen
from ita_desktop.ui.self_check.machine import library_versions, memory_peak_mb
from ita_desktop.ui.self_check.network import network_use
from ita_desktop.ui.self_check.places import long_folder, temporary_folder, user_folder_in
from ita_desktop.ui.self_check.trial import STEPS, Trial
from ita_desktop.ui.self_check.unheard import unheard_faults
from ita_desktop.ui.widgets.wrapped_text import breaks_thai


def self_check(keep: Path | None = None) -> dict[str, Any]:
    """Do the clerk's work once in a temporary folder; return what was done and how long it took.

    Nothing of the clerk's own is touched: files, settings, backups and log. ``keep``: a folder that
    gets the papers and the data file. Raises MachineError with the step that failed, or with what
    would go to the net; the faults behind it stand in the log then.
    """
    with unheard_faults() as heard:
        try:
            return _examined(keep, heard)
        except MachineError as failure:
            for fault in {failure.__cause__ or failure, *heard} - {failure}:
                write_report(fault_report(fault))
            raise


def _examined(keep: Path | None, heard: list[BaseException]) -> dict[str, Any]:
    network_use()  # what the start brings along is told at once
    seconds: dict[str, float] = {}
    with ExitStack() as stack:
        base = stack.enter_context(temporary_folder())
        stack.enter_context(user_folder_in(base / "ผู้ใช้"))
        with step_called("เปิดหน้าต่าง"):
            folder = long_folder(base)
            trial = Trial(folder, base / "settings.ini")
        stack.callback(trial.close)
        for name, step in trial.steps():
            began = time.perf_counter()
            with step_called(STEPS.get(name, name), heard):
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
        "criteria_years": trial.criteria_years,
        "documents": trial.made,
        "help_pages": trial.help_pages,
        **network_use(),
        "seconds": seconds,
        "memory_peak_mb": memory_peak_mb(),
    }
