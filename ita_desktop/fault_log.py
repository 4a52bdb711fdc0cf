"""Where faults of our own, and what the machine refused, are written down."""

from contextlib import suppress
from datetime import datetime
from itertools import pairwise
from pathlib import Path

from ita_desktop.errors import MachineError
from ita_desktop.fault_report import innermost_place, kind_of_fault
from ita_desktop.user_folder import user_folder

_LARGEST = 1_000_000
_KEPT = ("faults.2.log", "faults.1.log", "faults.log")
"""The log and what was put aside of it, oldest first."""


def write_report(report: str) -> str:
    """Append a report to the log of faults and return where it is, to be told to a person.

    At 1 MB the log is put aside as ``faults.1.log``, and that as ``faults.2.log``. Where it cannot
    be written the reason stands in brackets instead: that is to be no second fault.
    """
    moment = f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S}\n"
    try:
        path = log_file()
        path.parent.mkdir(parents=True, exist_ok=True)
        _turn_over(path)
        with path.open("a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"{moment}{report}\n")
    except OSError as trouble:
        return f"({trouble.strerror})"
    except RuntimeError as trouble:  # a user without a home
        return f"({trouble})"
    return str(path)


def note_machine_error(error: Exception) -> None:
    """Write a line about what the machine refused: kind, number and place, no name, no path.

    Nothing for any other error. That the line cannot be written is told nobody: the disk is full.
    """
    if isinstance(error, MachineError):
        cause = error.__cause__
        said = kind_of_fault(error if cause is None else cause)
        write_report(f"MachineError {said} {innermost_place(error)}")


def note_refusal(kind: str, refusal: Exception) -> None:
    """Write a line about a data file that is not opened: kind, cause and place; no name, no path.

    Nothing is said where the line cannot be written.
    """
    cause = "" if refusal.__cause__ is None else f" {kind_of_fault(refusal.__cause__)}"
    write_report(f"not opened: {kind}{cause} {innermost_place(refusal)}")


def log_file() -> Path:
    """Return where the log is, or will be. Raises RuntimeError for a user without a home."""
    return log_folder() / _KEPT[-1]


def log_folder() -> Path:
    """Return the folder of the log. Raises RuntimeError for a user without a home."""
    return user_folder()


def _turn_over(path: Path) -> None:
    """Put a large log aside; where another window of the program does so now, that is enough."""
    with suppress(FileNotFoundError):
        if path.stat().st_size > _LARGEST:
            for older, newer in pairwise(_KEPT):
                with suppress(FileNotFoundError):
                    path.with_name(newer).replace(path.with_name(older))
