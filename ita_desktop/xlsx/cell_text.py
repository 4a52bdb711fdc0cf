"""Text as a cell of a workbook can carry it, and back."""

import re

MOST_LETTERS = 32_767
"""Letters in a cell, counted in UTF-16, by Excel's specification."""

_BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# What XML 1.0 cannot carry: control characters, halves of surrogate pairs, two non-characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_MEANT = {"005F": "_", "000D": "\r"}
_ESCAPED = re.compile("_x(005F|000D)_")
_AS_TYPED = tuple("=+-@\t'0123456789")


def clean_text(text: str) -> str:
    """Return the text with every line break as a line feed and without what XML cannot carry."""
    return _FORBIDDEN.sub("", _BREAKS.sub("\n", text))


def to_cell(text: str) -> str:
    """Return the text with ``_x0041_`` and its like written so that Excel shows them so."""
    return _LOOKS_ESCAPED.sub("_x005F_", text)


def from_cell(text: str) -> str:
    """Return what a cell shows: the escapes of ``to_cell`` undone, line breaks as line feeds."""
    return _BREAKS.sub("\n", _ESCAPED.sub(lambda code: _MEANT[code[1]], text))


def needs_quote(text: str) -> bool:
    """Say whether Excel would take the text for something else once the clerk edits the cell."""
    return text.startswith(_AS_TYPED)


def letters(text: str) -> int:
    """Count the letters as Excel does."""
    return len(text.encode("utf-16-le")) // 2
