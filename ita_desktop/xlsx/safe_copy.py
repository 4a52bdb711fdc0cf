"""The gate before a workbook is opened: limits, and a clean copy in memory of what is needed.

What the library gets is not the file but a copy of its checked XML parts, without pictures,
drawings, comments, macros and links to other files. So a broken chart does not stop an import, and
nothing that was not counted reaches memory.
"""

import io
import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import IO
from xml.etree import ElementTree as ET
from xml.parsers import expat

from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.xlsx.part_scan import PartScan, Tally

MOST_BYTES = 20 * 2**20
MOST_UNPACKED = 60 * 2**20
MOST_RATIO = 100
MOST_PARTS = 500

_PIECE = 2**16
_SAVE_AGAIN = "กรุณาเปิดด้วย Excel หรือ LibreOffice แล้วบันทึกใหม่เป็น .xlsx"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_MACRO_SUFFIXES = frozenset({".xlsm", ".xltm", ".xlam"})
_ENCRYPTED_FLAG = 0x1
_KEPT_RELATIONS = ("/hyperlink", "/table")

_BROKEN_PACKAGE = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,  # a packing method nobody uses
    RuntimeError,  # a part with a password
    ValueError,  # a directory with impossible numbers
    OSError,
    expat.ExpatError,
    LookupError,  # an encoding nobody knows
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeCopy:
    """A checked workbook: a zip of its XML parts, and formulas without a result by part."""

    content: bytes
    uncalculated: Mapping[str, tuple[str, ...]]


def safe_copy(path: Path) -> SafeCopy:
    """Return the checked copy of a workbook.

    Raises ClerkError with the cure when the file is over a limit, suspicious, broken or no .xlsx,
    MachineError when it cannot be read from the disk.
    """
    name = path.name
    if path.suffix.lower() in _MACRO_SUFFIXES:
        raise _macros(name)
    content = _content(path)
    if content.startswith(_OLE):
        raise _old_format(name, content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _copied(archive, name, len(content))
    except _BROKEN_PACKAGE as error:
        raise broken(name) from error


def broken(name: str) -> ClerkError:
    """Return the refusal of a file that is no readable workbook."""
    return ClerkError(f"อ่านไฟล์ “{name}” ไม่ได้ ไฟล์เสียหายหรือไม่ใช่สมุดงาน .xlsx {_SAVE_AGAIN}")


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise ClerkError(f"ไม่พบไฟล์ “{path.name}” กรุณาตรวจสอบชื่อและโฟลเดอร์") from error
    except OSError as error:
        # of a folder Windows says that it may not be read
        if isinstance(error, PermissionError | IsADirectoryError) and path.is_dir():
            raise ClerkError(f"“{path.name or path}” เป็นโฟลเดอร์ กรุณาเลือกไฟล์ .xlsx") from error
        raise MachineError(
            f"เปิดไฟล์ “{path.name}” ไม่ได้ อาจเปิดอยู่ในโปรแกรมอื่นหรือไม่มีสิทธิอ่าน กรุณาปิดไฟล์นั้นแล้วลองใหม่"
        ) from error
    if len(content) > MOST_BYTES:
        raise ClerkError(
            f"ไฟล์ “{path.name}” ใหญ่เกิน ๒๐ เมกะไบต์ กรุณาลบรูปภาพหรือแผ่นงานที่ไม่ใช้ แล้วนำเข้าใหม่"
        )
    return content


def _copied(archive: zipfile.ZipFile, name: str, packed: int) -> SafeCopy:
    parts = archive.infolist()
    _check_directory(parts, name, packed)
    tally = Tally(name=name)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as copy:
        for part in parts:
            if not _is_needed(part.filename):
                continue
            scan = PartScan(part.filename, tally)
            with archive.open(part) as source:
                if _is_sheet_relations(part.filename):
                    held = io.BytesIO()
                    _pump(source, held, scan)
                    copy.writestr(part.filename, _without_drawings(held.getvalue()))
                else:
                    with copy.open(part.filename, "w") as target:
                        _pump(source, target, scan)
    return SafeCopy(
        content=buffer.getvalue(),
        uncalculated={part: tuple(found) for part, found in tally.uncalculated.items()},
    )


def _pump(source: IO[bytes], target: IO[bytes], scan: PartScan) -> None:
    while piece := source.read(_PIECE):
        scan.feed(piece)
        target.write(piece)
    scan.close()


def _check_directory(parts: list[zipfile.ZipInfo], name: str, packed: int) -> None:
    names = [part.filename for part in parts]
    lowered = [part.lower() for part in names]
    if len(parts) > MOST_PARTS:
        raise ClerkError(f"ไฟล์ “{name}” มีส่วนประกอบเกิน ๕๐๐ ส่วน กรุณาคัดลอกเฉพาะตารางไปวางในสมุดงานใหม่")
    unpacked = sum(part.file_size for part in parts)
    # The directory's sizes can be trusted here: reading stops at them and then fails the checksum.
    if unpacked > MOST_UNPACKED or unpacked > packed * MOST_RATIO:
        raise ClerkError(
            f"ไฟล์ “{name}” คลายออกแล้วใหญ่ผิดปกติ จึงไม่เปิดเพื่อความปลอดภัย "
            "กรุณาคัดลอกเฉพาะตารางไปวางในสมุดงานใหม่"
        )
    if len(set(lowered)) != len(lowered) or any(_is_trick(part) for part in names):
        raise ClerkError(f"ไฟล์ “{name}” มีชื่อส่วนประกอบผิดปกติ จึงไม่เปิดเพื่อความปลอดภัย {_SAVE_AGAIN}")
    if any("vbaproject" in part or "macrosheets/" in part for part in lowered):
        raise _macros(name)
    if any(part.flag_bits & _ENCRYPTED_FLAG for part in parts):
        raise ClerkError(f"ไฟล์ “{name}” มีรหัสผ่าน กรุณาเปิดด้วย Excel เอารหัสผ่านออก แล้วบันทึกใหม่")
    if "[content_types].xml" not in lowered or "xl/workbook.bin" in lowered:
        raise broken(name)


def _is_trick(part: str) -> bool:
    return (
        part.startswith("/")
        or "\\" in part
        or ":" in part
        or "\0" in part
        or ".." in part.split("/")
    )


def _is_needed(part: str) -> bool:
    lowered = part.lower()
    if lowered.startswith(("docprops/", "customxml/")):
        return lowered == "docprops/core.xml"
    if lowered.startswith("xl/externallinks/"):
        return False
    return lowered.endswith((".xml", ".rels"))


def _is_sheet_relations(part: str) -> bool:
    folder = posixpath.dirname(part).lower()
    return folder.endswith(("worksheets/_rels", "chartsheets/_rels"))


def _without_drawings(relations: bytes) -> bytes:
    """Return a sheet's list of related parts with only those that its cells refer to."""
    root = ET.fromstring(relations)  # noqa: S314 - scanned before: no DOCTYPE, no entities
    for relation in list(root):
        if not relation.get("Type", "").endswith(_KEPT_RELATIONS):
            root.remove(relation)
    return ET.tostring(root)


def _macros(name: str) -> ClerkError:
    return ClerkError(f"ไฟล์ “{name}” มีมาโคร จึงไม่เปิดเพื่อความปลอดภัย กรุณาบันทึกใหม่เป็นชนิด .xlsx ที่ไม่มีมาโคร")


def _old_format(name: str, content: bytes) -> ClerkError:
    if _ENCRYPTED in content:
        return ClerkError(f"ไฟล์ “{name}” มีรหัสผ่าน กรุณาเปิดด้วย Excel เอารหัสผ่านออก แล้วบันทึกใหม่")
    return ClerkError(f"ไฟล์ “{name}” เป็นชนิด .xls รุ่นเก่า {_SAVE_AGAIN}")
