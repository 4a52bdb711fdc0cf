"""Evidence files: which kinds are kept, how large they may be, and what they are called."""

import re
from dataclasses import dataclass
from datetime import datetime

from ita_desktop.domain.measures import Round
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import one_line

MEGABYTE = 1024 * 1024
LARGEST_FILE = 20 * MEGABYTE
"""Bytes of one evidence file."""
MUCH = 500 * MEGABYTE
"""Bytes of all evidence in a data file from which on the clerk is warned at each addition."""
WHOLE_YEAR = ""
"""The code of evidence that belongs to the fiscal year and to no item."""
HEAD = 1024
"""Bytes from the beginning of a file by which its kind is known."""

_LONGEST_NAME = 180  # bytes: 60 Thai letters, with room for "(๒)" in the 255 that a disk allows
_LONGEST_ENDING = 12
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f]')
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_RESERVED = re.compile(
    r"(?:CON|PRN|AUX|NUL|CONIN\$|CONOUT\$|(?:COM|LPT)[0-9¹²³])(?:[ .].*)?", re.IGNORECASE
)

_OF_REPORT = re.compile(r"(measure|step|treatment|project)/([0-9]{1,12})/(6|12)")

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)
_PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"L\x00\x00\x00\x01\x14\x02\x00", b"\xca\xfe\xba\xbe")


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that is kept as evidence, and how its first bytes look."""

    name: str
    endings: tuple[str, ...]
    beginnings: tuple[bytes, ...] = ()
    """Without any the kind has no signature: plain text."""
    anywhere: bool = False
    """The beginning may stand later within the first ``HEAD`` bytes, as a reader of PDF allows."""


# An allow-list: what is not in it (programs, scripts, links, documents with macros) is refused.
KINDS = (
    Kind("PDF", (".pdf",), (b"%PDF-",), anywhere=True),
    Kind("รูปภาพ", (".jpg", ".jpeg"), (b"\xff\xd8\xff",)),
    Kind("รูปภาพ", (".png",), (b"\x89PNG\r\n\x1a\n",)),
    Kind("รูปภาพ", (".gif",), (b"GIF87a", b"GIF89a")),
    Kind("รูปภาพ", (".bmp",), (b"BM",)),
    Kind("รูปภาพ", (".tif", ".tiff"), (b"II*\x00", b"MM\x00*")),
    Kind("รูปภาพ", (".webp",), (b"RIFF",)),
    Kind("Word", (".docx",), _ZIP),
    Kind("Word", (".doc",), _OLE),
    Kind("Word", (".rtf",), (b"{\\rtf",)),
    Kind("Excel", (".xlsx",), _ZIP),
    Kind("Excel", (".xls",), _OLE),
    Kind("PowerPoint", (".pptx",), _ZIP),
    Kind("PowerPoint", (".ppt",), _OLE),
    Kind("OpenDocument", (".odt", ".ods", ".odp"), _ZIP),
    Kind("ข้อความ", (".txt", ".csv")),
    Kind("ไฟล์บีบอัด", (".zip",), _ZIP),
)
ENDINGS = tuple(ending for kind in KINDS for ending in kind.endings)
_BY_ENDING = {ending: kind for kind in KINDS for ending in kind.endings}


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A file that proves an item of a fiscal year, without its bytes."""

    id: int
    fiscal_year: int
    code: str
    """The item it proves, or the report of a step, measure, treatment or project as
    ``report_code`` writes it; ``WHOLE_YEAR`` where it belongs to the year."""
    name: str
    sha256: str
    size: int
    """Bytes."""
    added: datetime


def report_code(table: str, number: int, months: Round) -> str:
    """Return the code of evidence for what a step, measure, treatment or project reports."""
    return f"{table}/{number}/{months}"


def row_of_code(code: str) -> tuple[str, int] | None:
    """Return the table (step, measure, treatment or project) and row it proves, None of an item."""
    match = _OF_REPORT.fullmatch(code)
    return (match[1], int(match[2])) if match else None


def round_of_code(code: str) -> Round | None:
    """Return the round whose report evidence proves; None for an item's code."""
    match = _OF_REPORT.fullmatch(code)
    return None if match is None else 6 if match[3] == "6" else 12


def ending_of(name: str) -> str:
    """Return the ending of a file name in lower case, with its dot; empty where it has none."""
    before, dot, after = name.rstrip(". ").rpartition(".")
    return f".{after.lower()}" if dot and before else ""


def kind_of(name: str) -> Kind | None:
    """Return the kind a name says, or None where that kind is not kept."""
    return _BY_ENDING.get(ending_of(name))


def check_kind(name: str, head: bytes) -> Kind:
    """Return the kind of a file by its name and its first ``HEAD`` bytes.

    Raises ClerkError for a kind that is not kept, and where the bytes are of another kind.
    """
    kind = kind_of(name)
    if kind is None:
        raise ClerkError(
            f"ไม่รับไฟล์ {name} เพราะแนบได้เฉพาะ PDF รูปภาพ เอกสาร Office ข้อความ และ zip"
            " กรุณาบันทึกเป็น PDF แล้วแนบใหม่"
        )
    if kind.beginnings:
        found = any(
            (mark in head) if kind.anywhere else head.startswith(mark) for mark in kind.beginnings
        )
    else:
        found = not head.startswith((*_PROGRAMS, *_ZIP, *_OLE, b"%PDF-"))
    if not found or head.startswith(_PROGRAMS):
        raise ClerkError(
            f"ไม่รับไฟล์ {name} เพราะเนื้อไฟล์ไม่ใช่ {ending_of(name)} ตามชื่อ"
            " กรุณาเปิดไฟล์ด้วยโปรแกรมเดิมแล้วบันทึกใหม่ให้ถูกชนิด"
        )
    return kind


def check_size(name: str, size: int) -> None:
    """Raise ClerkError for an empty file and one that is too large, with what to do."""
    if size == 0:
        raise ClerkError(f"ไม่รับไฟล์ {name} เพราะเป็นไฟล์ว่าง กรุณาตรวจไฟล์ต้นฉบับแล้วแนบใหม่")
    if size > LARGEST_FILE:
        raise ClerkError(
            f"ไม่รับไฟล์ {name} เพราะมีขนาด {in_megabytes(size)} เกิน {in_megabytes(LARGEST_FILE)} ต่อไฟล์"
            " กรุณาลดขนาดไฟล์ หรือสแกนใหม่ที่ 150–200 dpi"
        )


def stored_name(name: str) -> str:
    """Return a file's name as it is kept: on one line, in proper Thai, without turning marks."""
    return one_line(_TURNING.sub("", name)) or "ไม่มีชื่อ"


def safe_name(name: str) -> str:
    """Return a name that Windows and Linux take, with the ending it had.

    Without the letters Windows refuses, no name of a device (CON, LPT1), no dot or space at the
    end, and short enough.
    """
    plain = _FORBIDDEN.sub("_", stored_name(name)).strip(" ").rstrip(" .")
    if _RESERVED.fullmatch(plain):
        plain = f"_{plain}"
    ending = ending_of(plain) if len(ending_of(plain)) <= _LONGEST_ENDING else ""
    stem = plain[: len(plain) - len(ending)]
    short = stem.encode()[: _LONGEST_NAME - len(ending.encode())].decode(errors="ignore")
    return f"{short.rstrip(' .') or '_'}{plain[len(plain) - len(ending) :]}"


def in_megabytes(size: int) -> str:
    """Return a size as a clerk reads it: "640 KB", "3.4 MB", "20 MB"."""
    if size < MEGABYTE:
        return f"{max(1, round(size / 1024))} KB"
    tenths = -(-size * 10 // MEGABYTE)  # upwards: what is over a limit is never told as the limit
    return f"{tenths / 10:.1f} MB".replace(".0 MB", " MB")
