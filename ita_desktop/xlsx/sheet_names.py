"""Names of sheets as Excel allows them."""

import unicodedata
from collections.abc import Set as AbstractSet

_FORBIDDEN = str.maketrans("", "", "[]:*?/\\\n\r\t\0")
_MOST_LETTERS = 31
_RESERVED = "history"


def legal_sheet_name(wanted: str, taken: AbstractSet[str]) -> str:
    """Return ``wanted`` as a legal name of at most 31 letters that is not in ``taken``.

    ``taken`` holds names in lower case, as Excel compares them. A name is never cut between a
    letter and its mark.
    """
    clean = " ".join(wanted.translate(_FORBIDDEN).split()).strip("' ")
    clean = "".join(letter for letter in clean if letter.isprintable())
    if not clean or clean.casefold() == _RESERVED:
        clean = "ตาราง"
    name = _shorten(clean, _MOST_LETTERS)
    number = 2
    while name.lower() in taken:
        tail = f" ({number})"
        name = _shorten(clean, _MOST_LETTERS - len(tail)) + tail
        number += 1
    return name


def _shorten(text: str, most: int) -> str:
    end = len(text)
    # Excel counts UTF-16 units; a letter outside the first plane counts twice.
    while len(text[:end].encode("utf-16-le", "surrogatepass")) // 2 > most:
        end -= 1
    while 0 < end < len(text) and unicodedata.category(text[end]) in {"Mn", "Mc", "Me"}:
        end -= 1
    return text[:end].strip("' ")
