"""Addresses of pages as foreign sheets write them: numbered, on one line, marked up."""

import re
from typing import Final

from ita_desktop.domain.addresses import is_address
from ita_desktop.thai.text import one_line
from ita_desktop.workflows.disclosure.units_in_cells import plain_text

_ANCHOR: Final = re.compile(
    r"<a\b[^<>]{0,500}?\bhref\s*=\s*[\"']?(?P<target>[^\"'<>\s]+)[^<>]{0,500}>[^<>]{0,500}</a\s*>",
    re.IGNORECASE,
)
_BETWEEN: Final = re.compile(r"[\s,;]+(?=https?://|www\.)|\s+", re.IGNORECASE)
_NUMBER: Final = re.compile(
    r"(?:[-–•●*]|\(?[0-9๐-๙]{1,2}[.)]\)?|และ|[,;])+(?=https?://|www\.|$)", re.IGNORECASE
)


def addresses_of_cell(text: str) -> str:
    """Return the addresses of a cell, one a line; a line that says anything else stays as it is."""
    plain = plain_text(_ANCHOR.sub(lambda found: f" {found['target']} ", text))
    lines = (line for raw in plain.split("\n") for line in _addresses(raw.strip()))
    return "\n".join(dict.fromkeys(line for line in lines if line))


def _addresses(line: str) -> list[str]:
    parts = [_bare(part) for part in _BETWEEN.split(line)]
    found = [part for part in parts if part]
    return found if found and all(map(is_address, found)) else [one_line(line)]


def _bare(part: str) -> str:
    """Return a part of a line without the bullet or number before it and the comma behind."""
    match = _NUMBER.match(part)
    return (part[match.end() :] if match else part).rstrip(",;")
