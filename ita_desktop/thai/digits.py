"""Thai and Arabic digits: plain conversion, and the one kind that a paper prints throughout."""

import re
from functools import cache

_ARABIC = "0123456789"
_THAI = "๐๑๒๓๔๕๖๗๘๙"
_ANY_ARABIC = re.compile(f"[{_ARABIC}]")
_ANY_THAI = re.compile(f"[{_THAI}]")
_TO_ARABIC = str.maketrans(_THAI, _ARABIC)
_TO_THAI = str.maketrans(_ARABIC, _THAI)

_IN_ADDRESS = r"[^\s<>\"“”()\[\]]"
ADDRESSES = rf"""
    (?:https?://|www\.)[a-z0-9._~%:@-]+(?:[/?\#]{_IN_ADDRESS}*)?
    | (?<![a-z0-9._%+-])[a-z0-9._%+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+
    | (?<![a-z0-9.-])(?:[a-z0-9-]*[a-z][a-z0-9-]*\.)+[a-z]{{2,}}/{_IN_ADDRESS}*  # bit.ly/3x
    | (?<![a-z0-9.-])(?:[a-z0-9-]+\.)+(?:th|com|org|net|info)(?![a-z0-9])       # 123.go.th
    """
"""Verbose pattern, any case: web addresses and e-mail."""
LATIN_CODES = r"@?(?<![a-z0-9])[0-9]*[a-z][a-z0-9๐-๙]*(?:[._-][a-z0-9๐-๙]+)*"
"""Pattern, any case: a word with a Latin letter and its digits: i7, O๒๔, ITA2566, COVID-19."""
_FILE_NAMES = r"""[^\s<>"“”()\[\],;:]{1,120}\.(?:
    pdf|docx?|xlsx?|xlsm|pptx?|od[tsp]|csv|txt|rtf|jpe?g|png|gif|bmp|tiff?|webp|svg|zip|rar|7z
    |mp[34]|avi|mov|html?|json|xml|exe|ita)(?![a-z0-9])"""
_KEYS = r"(?<![a-z0-9+])(?:(?:ctrl|alt|shift)\+)+[0-9](?![0-9])"
_KEPT = f"{ADDRESSES}|{_FILE_NAMES}|{_KEYS}|{LATIN_CODES}"


def to_arabic_digits(text: str) -> str:
    """Return the text with every Thai digit as an Arabic one; nothing else changes."""
    return text.translate(_TO_ARABIC)


def to_thai_digits(text: str) -> str:
    """Return the text with every Arabic digit as a Thai one; nothing else changes."""
    return text.translate(_TO_THAI)


def printed_digits(text: str, *, thai: bool) -> str:
    """Return running text with one kind of digits, as a paper prints it.

    Web addresses, e-mail, file names and words with a Latin letter (i7, O36, ITA2566, Word16) and
    keys (Ctrl+1) keep the digits they have (cabinet resolution of 2 May 2543 on Thai digits leaves
    foreign words out).
    """
    if (_ANY_ARABIC if thai else _ANY_THAI).search(text) is None:
        return text  # most texts of a long paper
    table = _TO_THAI if thai else _TO_ARABIC
    parts: list[str] = []
    done = 0
    # Sought with one kind of digits, so that a printed text is understood as it was before.
    for whole in _kept().finditer(to_arabic_digits(text)):
        kept = text[whole.start() : whole.end()]
        parts += (text[done : whole.start()].translate(table), kept)
        done = whole.end()
    parts.append(text[done:].translate(table))
    return "".join(parts)


@cache
def _kept() -> re.Pattern[str]:
    """Return the pattern of what keeps its digits; compiled when it is wanted, not at the start."""
    return re.compile(_KEPT, re.IGNORECASE | re.VERBOSE)
