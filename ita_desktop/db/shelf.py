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
from time import time

from ita_desktop.db.backup_file import Manifest, read_manifest
from ita_desktop.thai.fiscal import ERA

_NUMBER = re.compile(r".* (\d{6,9}) \d{4}-\d{2}-\d{2} \d{2}\.\d{2}\.ita", re.DOTALL)
_PART = re.compile(r".*\.[0-9a-f]{12}\.part", re.DOTALL)
_LEFT_AFTER = 3600  # seconds; what writes a part file for an hour is not there any more
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


def remove_left(folder: Path) -> None:
    """Remove what a power cut left of backups that were being made: an hour old by the disk."""
    for left in folder.iterdir() if folder.is_dir() else ():
        with suppress(OSError):  # gone meanwhile, or held: the next time
            known = left.stat()
            empty = known.st_size == 0 and _number(left) is not None
            if (empty or _PART.fullmatch(left.name)) and time() - known.st_mtime > _LEFT_AFTER:
                left.unlink()


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """Return the backups of a folder, oldest first, bad ones too. Raises OSError."""
    found = [_backup(file, number) for file in _files(folder) if (number := _number(file))]
    there = (one for one in found if one.size)  # else one that is being made, or came to nothing
    return tuple(sorted(there, key=lambda backup: backup.number))


def backups_of(root: Path, path: Path, identity: str) -> tuple[Backup, ...]:
    """Return all backups of a data file under ``root``, oldest first, bad ones too.

    Known by identity; without one, because the file is missing or cannot be read, by where the
    file was. Of several files with one identity those that still stand somewhere else are copies,
    and have their own backups: they are taken only where this file has none. Backups of a place
    where no file is any more are of this one before it was moved. Raises OSError.
    """
    if identity:
        early = backups_in(folder_of(root, path, ""))  # of a schema that had no identity yet
        found = backups_in(folder_of(root, path, identity))
        return (*(one for one in early if is_of(one, path)), *_without_copies(found, path))
    folders = [found for one in _folders(root) if is_of_any(found := backups_in(one), path)]
    return tuple(
        one
        for found in sorted(folders, key=lambda found: _age(found, path))
        for one in found
        if one.manifest is None or is_of(one, path)
    )


def _without_copies(found: tuple[Backup, ...], path: Path) -> tuple[Backup, ...]:
    """Return the backups of this file, those it had under other names before its own."""
    places = {one.manifest.path for one in found if one.manifest and not is_of(one, path)}
    copies = {place for place in places if _may_stand(Path(place))}
    of_this = [one for one in found if one.manifest is None or one.manifest.path not in copies]
    if not any(one.manifest for one in of_this):
        return found
    return tuple(
        sorted(of_this, key=lambda one: (not one.manifest or is_of(one, path), one.number))
    )


def _age(found: tuple[Backup, ...], path: Path) -> tuple[bool, datetime]:
    """Return by what folders are put in order, which no number does; without identity is older."""
    last = next(one.manifest for one in reversed(found) if one.manifest and is_of(one, path))
    return bool(last.identity), last.made


def _may_stand(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # a place that does not answer
        return True


def is_own(manifest: Manifest, path: Path, identity: str) -> bool:
    """Return whether a backup may be replaced by a newer one of the file at ``path``.

    It is of this very file, or of where it was before: not of a copy that stands somewhere else.
    Raises OSError.
    """
    before = Path(manifest.path)
    if normcase(before) == normcase(path.absolute()):
        return manifest.identity in ("", identity)
    if not identity or manifest.identity != identity:
        return False
    return not _may_stand(before) or before.samefile(path)


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
