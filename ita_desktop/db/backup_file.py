"""What a backup is: the pages of a data file, a manifest of them, and a seal over both.

A backup can be opened as an ``.ita`` file: SQLite does not look behind its last page. There stand
one line of JSON (the manifest) and a footer of fixed length with the SHA-256 of everything before
that hash: a single bit that turned anywhere is found.
"""

import json
import os
import re
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO, cast

from ita_desktop.errors import ClerkError, MachineError

_MARK = b"ITA-BACKUP 1 "
_FOOTER = re.compile(rb"ITA-BACKUP 1 (\d{10}) ([0-9a-f]{64})\n")
_FOOTER_LENGTH = len(_MARK) + 10 + 1 + 64 + 1
_HASH_LENGTH = 65  # with its end of line
_BEGINNING = b'{"ita_backup":'
_LONGEST_MANIFEST = 100_000
_BLOCK = 1 << 20
_SQLITE = b"SQLite format 3\0"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a backup says of itself; ``made`` and ``deed_at`` are UTC."""

    made: datetime
    reason: str
    program: str
    """Version of the program that made it."""
    path: str
    """Where the data file was."""
    identity: str
    """Key of the data file, the same in all its copies; empty in one of an older schema."""
    schema_version: int
    office: str
    deed: int | None
    """Number of the newest deed, None in a file without any."""
    deed_at: datetime | None
    rows: dict[str, int]
    epoch: int
    """Number of the stretch of time it is of: one more where the clock stepped back or jumped."""
    size: int = 0
    """Bytes of the data file itself."""
    sha256: str = ""
    """Of the data file itself."""
    ita_backup: int = field(default=1)
    """Version of this format."""

    def as_plain(self) -> dict[str, Any]:
        """Return it as plain data, the version of the format first."""
        plain = {"ita_backup": self.ita_backup, **asdict(self)}
        plain["made"] = self.made.isoformat()
        plain["deed_at"] = self.deed_at and self.deed_at.isoformat()
        return plain


def is_backup(path: Path) -> bool:
    """Return whether a file is a backup, also one that is damaged.

    Raises OSError where it cannot be read.
    """
    with path.open("rb") as stream:
        size = stream.seek(0, 2)
        if _footer(stream, size) is not None:
            return True
        stream.seek(_length_by_pages(stream))
        return stream.read(len(_BEGINNING)) == _BEGINNING


def read_manifest(path: Path) -> Manifest | None:
    """Return what a backup says of itself; None for a file that is none, or a broken one.

    Only the end of the file is read: this proves nothing. Raises OSError.
    """
    with path.open("rb") as stream:
        size = stream.seek(0, 2)
        found = _footer(stream, size)
        if found is None:
            return None
        length, _ = found
        if not 0 < length <= min(_LONGEST_MANIFEST, size - _FOOTER_LENGTH):
            return None
        stream.seek(size - _FOOTER_LENGTH - length)
        return _manifest(stream.read(length), size - _FOOTER_LENGTH - length)


def prove_whole(path: Path) -> Manifest | None:
    """Read a backup from end to end and return its manifest; None for a copy without one.

    A copy made by hand has no seal: that it has all its pages is all that is proved of it. Raises
    ClerkError for a backup or copy that is not what was written, MachineError where it cannot be
    read.
    """
    try:
        manifest = read_manifest(path)
        with path.open("rb") as stream:
            size = stream.seek(0, 2)
            if manifest is None:
                if _footer(stream, size) or size != _length_by_pages(stream) or size == 0:
                    raise damaged_backup(path)
                return None
            found = cast("tuple[int, str]", _footer(stream, size))
            stream.seek(0)
            of_all = sha256()
            _feed(stream, manifest.size, of_all.update)
            of_pages = of_all.hexdigest()
            _feed(stream, size - manifest.size - _HASH_LENGTH, of_all.update)
    except OSError as error:
        raise unreadable_backup(path) from error
    if of_pages != manifest.sha256 or of_all.hexdigest() != found[1]:
        raise damaged_backup(path)
    return manifest


def seal(path: Path, manifest: Manifest) -> None:
    """Append manifest and footer to a data file, which becomes a backup and is on the disk then.

    Raises OSError.
    """
    with path.open("r+b") as stream:
        size = stream.seek(0, 2)
        stream.seek(0)
        of_all = sha256()
        _feed(stream, size, of_all.update)
        plain = {**manifest.as_plain(), "size": size, "sha256": of_all.hexdigest()}
        line = json.dumps(plain, ensure_ascii=False).replace('{"ita_backup": ', '{"ita_backup":', 1)
        said = line.encode(errors="replace") + b"\n"
        said += _MARK + b"%010d " % len(said)
        of_all.update(said)
        stream.seek(size)
        stream.write(said + of_all.hexdigest().encode() + b"\n")
        stream.flush()
        os.fsync(stream.fileno())


def copy_data(path: Path, stream: BinaryIO) -> None:
    """Write the data file that a backup, or a copy by hand, holds.

    Raises ClerkError where it is not what the manifest says, OSError where the disk refuses.
    """
    manifest = read_manifest(path)
    found = sha256()

    def take(block: bytes) -> None:
        found.update(block)
        stream.write(block)

    with path.open("rb") as source:
        length = _length_by_pages(source) if manifest is None else manifest.size
        source.seek(0)
        _feed(source, length, take)
    if manifest is not None and found.hexdigest() != manifest.sha256:
        raise damaged_backup(path)


def damaged_backup(path: Path) -> ClerkError:
    """Return the refusal of a backup that is not what was written."""
    return ClerkError(f"ไฟล์สำรอง {path.name} เสียหาย จึงไม่นำมาใช้ กรุณาเลือกไฟล์สำรองอื่น")


def unreadable_backup(path: Path) -> MachineError:
    """Return what to tell of a backup that the machine does not let us read."""
    return MachineError(
        f"อ่านไฟล์สำรอง {path} ไม่ได้ กรุณาตรวจว่าไฟล์ยังอยู่และเสียบที่เก็บแล้ว หรือเลือกไฟล์สำรองอื่น"
    )


def _footer(stream: BinaryIO, size: int) -> tuple[int, str] | None:
    """Return the length of the manifest and the hash of all before it; None without a footer."""
    if size < _FOOTER_LENGTH:
        return None
    stream.seek(size - _FOOTER_LENGTH)
    found = _FOOTER.fullmatch(stream.read(_FOOTER_LENGTH))
    return found and (int(found[1]), found[2].decode())


def _length_by_pages(stream: BinaryIO) -> int:
    """Return how long a data file is by its own head, 0 for a file of another kind."""
    stream.seek(0)
    head = stream.read(32)
    if len(head) < 32 or not head.startswith(_SQLITE):
        return 0
    page = int.from_bytes(head[16:18], "big")
    return (65_536 if page == 1 else page) * int.from_bytes(head[28:32], "big")


def _feed(stream: BinaryIO, length: int, take: Callable[[bytes], object]) -> None:
    while length > 0 and (block := stream.read(min(_BLOCK, length))):
        take(block)
        length -= len(block)


def _manifest(line: bytes, size: int) -> Manifest | None:
    """Return the manifest of a data file of ``size`` bytes; None where the line is broken."""
    try:
        plain: Any = json.loads(line)
        known = {one.name: plain[one.name] for one in fields(Manifest)}
        known["made"] = datetime.fromisoformat(plain["made"])
        known["deed_at"] = plain["deed_at"] and datetime.fromisoformat(plain["deed_at"])
        made = Manifest(**known)
        is_whole = made.size == size and made.made.tzinfo
    except (LookupError, TypeError, ValueError, RecursionError):
        return None
    return made if is_whole else None
