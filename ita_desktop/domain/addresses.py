"""Whether a text is the address of a page, and when two texts are the same one."""

import re
from typing import Final
from urllib.parse import unquote

_WITH_SCHEME: Final = re.compile(
    r"https?://[^\s/?#.@]+(?:\.[^\s/?#.@]+)+(?:[/?#]\S*)?", re.IGNORECASE
)
_WITHOUT: Final = re.compile(
    r"(?:[a-z0-9-]+\.)+(?P<end>[a-z]{2,})(?::\d+)?(?:[/?#]\S*)?", re.IGNORECASE
)
_FILES: Final = frozenset({"pdf", "doc", "docx", "xls", "xlsx", "jpg", "jpeg", "png", "zip", "ppt"})


def is_address(text: str) -> bool:
    """Say whether a text is the address of a page, with or without https:// before it.

    A file's name ("o12.pdf"), an e-mail address and words are none.
    """
    if _WITH_SCHEME.fullmatch(text):
        return True
    found = _WITHOUT.fullmatch(text)
    return found is not None and found["end"].lower() not in _FILES


def same_address(text: str) -> str:
    """Return what two spellings of an address have in common: no scheme, no www, no end slash."""
    plain = re.sub(r"^(?:https?://)?(?:www\.)?", "", unquote(text.strip()), flags=re.IGNORECASE)
    host, slash, rest = plain.partition("/")
    return f"{host.casefold()}{slash}{rest}".rstrip("/")
