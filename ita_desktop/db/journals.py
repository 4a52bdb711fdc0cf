"""Journals left beside a data file that are not its own: SQLite would write them into it."""

from collections.abc import Iterable
from itertools import count
from pathlib import Path

WRITE_AHEAD = ("-wal", "-shm")
ALL = ("-journal", *WRITE_AHEAD)
_ASIDE = ".old"


def is_hot(path: Path) -> bool:
    """Return whether a rollback journal lies beside the file: somebody was cut off in mid-write."""
    try:
        return path.with_name(f"{path.name}-journal").stat().st_size > 0
    except (OSError, ValueError):
        return False


def lies_beside(path: Path, endings: tuple[str, ...]) -> bool:
    """Return whether one of these journals lies beside the file; never where no name has room."""
    try:
        return any(path.with_name(path.name + ending).exists() for ending in endings)
    except OSError:  # the name is as long as a name may be, or the disk is away: reading tells
        return False


def set_aside(path: Path, endings: tuple[str, ...] = ALL) -> tuple[Path, ...]:
    """Rename the journals of this name to ``….old`` (``….old-2`` and so on), and return them there.

    For a file that is new under its name: a journal that lies there already belongs to another.
    Nothing is deleted. Raises OSError, also where the name is too long to have a journal: all of
    them are where they were then.
    """
    kept: list[Path] = []
    try:
        for ending in endings:
            journal = path.with_name(path.name + ending)
            try:
                journal.lstat()
            except FileNotFoundError:
                continue
            kept.append(journal.replace(_free_name(journal)))
    except OSError:
        take_back(kept)
        raise
    return tuple(kept)


def take_back(kept: Iterable[Path]) -> None:
    """Give journals that were set aside their names again: a file without its own is damaged."""
    for journal in kept:
        journal.replace(journal.with_name(journal.name.rpartition(_ASIDE)[0]))


def _free_name(journal: Path) -> Path:
    tried = (f"{journal.name}{_ASIDE}{f'-{number}' if number > 1 else ''}" for number in count(1))
    return next(place for name in tried if not (place := journal.with_name(name)).exists())
