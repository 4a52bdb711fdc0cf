"""Whether a text looks like the address of a page; nothing is asked of any network."""

import re
from typing import Final

_ADDRESS: Final = re.compile(
    r"(?P<scheme>https?://)?"
    r"(?:[\w\u0e00-\u0e7f-]+(?:\.[\w\u0e00-\u0e7f-]+)*\.[^\W\d_][\w-]+|\d{1,3}(?:\.\d{1,3}){3})"
    r"(?::\d{1,5})?(?:[/?#]\S*)?",
    re.IGNORECASE,
)
_SCHEME: Final = re.compile(r"https?://", re.IGNORECASE)


def is_web_address(text: str) -> bool:
    """Say whether a line is an address: with http(s):// or without, its host has a dot."""
    return _matched(text) is not None


def browser_address(text: str) -> str:
    """Return an address as a browser takes it, with https:// where none is typed; "" for none."""
    line = text.strip()
    if _matched(line) is None:
        return ""
    return line if _SCHEME.match(line) else f"https://{line}"


def _matched(text: str) -> re.Match[str] | None:
    return _ADDRESS.fullmatch(text.strip())
