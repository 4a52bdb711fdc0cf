"""The key of a row of an OIT item in a workbook: "oit:2566:O12@1f2e3d4c" (year, code, file)."""

import re
from dataclasses import dataclass
from typing import Final

_KEY: Final = re.compile(r"oit:([0-9]{4}):(O[1-9][0-9]{0,3})(?:@([0-9a-f]{8}))?")


@dataclass(frozen=True, slots=True)
class OitRowKey:
    """A key taken apart; ``file_mark`` is "" of a paper that was made from no file."""

    fiscal_year: int
    code: str
    file_mark: str = ""


def write_oit_key(key: OitRowKey) -> str:
    """Return the text that ``read_oit_key`` takes apart."""
    return f"oit:{key.fiscal_year}:{key.code}" + (f"@{key.file_mark}" if key.file_mark else "")


def read_oit_key(text: str) -> OitRowKey | None:
    """Return the key that a text is, or None."""
    match = _KEY.fullmatch(text)
    return OitRowKey(int(match[1]), match[2], match[3] or "") if match else None
