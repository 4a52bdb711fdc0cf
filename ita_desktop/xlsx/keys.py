"""The hidden key column: how a row keeps its identity while a workbook is away."""

import re

KEY_HEAD = "รหัสแถว"
"""Head of the hidden column."""

_CONTINUED = re.compile(r"(?s)(.*)#([2-9]|[1-9][0-9]+)\Z")


def continued_key(key: str, part: int) -> str:
    """Return the key of the ``part``-th row of a row that was cut, counted from 2."""
    return f"{key}#{part}"


def split_key(text: str) -> tuple[str, int]:
    """Return the row's own key and which part of it this is: 1, or 2 and up for a continuation."""
    match = _CONTINUED.match(text)
    return (match[1], int(match[2])) if match else (text, 1)


_PROGRAM = "ita-desktop"


def file_mark(document_id: str) -> str:
    """Return the keyword that says which document a workbook is: "ita-desktop:score-summary"."""
    return f"{_PROGRAM}:{document_id}"


def document_of_mark(keywords: str) -> str:
    """Return the document's id from a workbook's keywords, "" when another program wrote it."""
    # LibreOffice takes the colon for the end of a keyword and writes a space.
    words = re.split(r"[\s,;:]+", keywords)
    place = words.index(_PROGRAM) + 1 if _PROGRAM in words else len(words)
    return words[place] if place < len(words) else ""
