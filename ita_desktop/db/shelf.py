"""Where the backups of a data file stand, what they are called, and how they are found again.

A folder a data file, known by its identity, so that a file that was moved finds its backups. The
running number in a name gives their order: no clock is asked.
"""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from os.path import normcase
from pathlib import Path

from ita_desktop.db.backup_file import Manifest, read_manifest
from ita_desktop.thai.fiscal import ERA

_NUMBER = re.compile(r".* (\d{6,9}) \d{4}-\d{2}-\d{2} \d{2}\.\d{2}\.ita", re.DOTALL)
_LONGEST_STEM = 40
_KEY_LENGTH = 8


@dataclass(frozen=True, slots=True)
class Backup:
    """One file of the shelf; ``manifest`` is None where it cannot be read: the file is bad."""

    path: Path
    number: int
    size: int
    """Bytes on the disk."""
    manifest: Manifest | None


def folder_of(root: Path, path: Path, identity: str) -> Path:
    """Return the folder under ``root`` for the backups of a data file; it may not be there yet."""
    key = identity or sha256(normcase(path.absolute()).encode(errors="replace")).hexdigest()
    ending = f" {key[:_KEY_LENGTH]}"
    there = [folder for folder in _folders(root) if folder.name.endswith(ending)]
    return there[0] if there else root / f"{_stem(path)}{ending}"


def take_name(folder: Path, path: Path, made: datetime) -> Path:
    """Return the place of the next backup in ``folder``: its number is one more than any there.

    An empty file stands there then, so that nobody else takes the number; a backup replaces it.
    Raises OSError.
    """
    numbers = (number for file in _files(folder) if (number := _number(file)) is not None)
    local = made.astimezone()
    day = f"{local.year + ERA}-{local:%m-%d %H.%M}"
    number = max(numbers, default=0)
    while True:
        number += 1
        place = folder / f"{_stem(path)} {number:06} {day}.ita"
        try:
            place.open("xb").close()
        except FileExistsError:
            continue
        return place


def give_name_back(place: Path) -> None:
    """Take away what ``take_name`` put there, where no backup came of it."""
    with suppress(OSError):
        if place.stat().st_size == 0:
            place.unlink()


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """Return the backups of a folder, oldest first, bad ones too. Raises OSError."""
    found = [_backup(file, number) for file in _files(folder) if (number := _number(file))]
    there = (one for one in found if one.size)  # else one that is being made, or came to nothing
    return tuple(sorted(there, key=lambda backup: backup.number))


def backups_of(root: Path, path: Path, identity: str) -> tuple[Backup, ...]:
    """Return all backups of a data file under ``root``, oldest first, bad ones too.

    Known by identity; without one, because the file is missing or cannot be read, by where the
    file was. Of several files with one identity (copies of each other) those of this very path are
    taken where there are any. Raises OSError.
    """
    if identity:
        folder = folder_of(root, path, identity)
        found = backups_in(folder) if folder.is_dir() else ()
        of_this = tuple(one for one in found if one.manifest is None or is_of(one, path))
        good = any(one.manifest for one in of_this)
        return of_this if good else found
    return tuple(
        one
        for folder in _folders(root)
        if is_of_any(found := backups_in(folder), path)
        for one in found
        if one.manifest is None or is_of(one, path)
    )


def is_of(backup: Backup, path: Path) -> bool:
    """Return whether a backup was made of the file at ``path``."""
    return backup.manifest is not None and normcase(backup.manifest.path) == normcase(
        path.absolute()
    )


def is_of_any(backups: tuple[Backup, ...], path: Path) -> bool:
    """Return whether one of these was made of the file at ``path``."""
    return any(is_of(backup, path) for backup in backups)


def _backup(file: Path, number: int) -> Backup:
    try:
        return Backup(file, number, file.stat().st_size, read_manifest(file))
    except OSError:  # gone meanwhile, or a disk that does not read it any more: not a good one
        return Backup(file, number, 0, None)


def _number(file: Path) -> int | None:
    found = _NUMBER.fullmatch(file.name)
    return int(found[1]) if found else None


def _stem(path: Path) -> str:
    return path.stem[:_LONGEST_STEM].strip(" .") or "ita"


def _folders(root: Path) -> Iterator[Path]:
    return (one for one in sorted(root.iterdir()) if one.is_dir()) if root.is_dir() else iter(())


def _files(folder: Path) -> Iterator[Path]:
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return (one for one in found if one.suffix == ".ita")
