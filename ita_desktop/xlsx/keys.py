"""The hidden key column: how a row keeps its identity while a workbook is away."""

import re
from typing import Literal

KEY_HEAD = "รหัสแถว"
"""Head of the hidden column."""

_YEAR = re.compile("[0-9]{4}")
_CONTINUED = re.compile(r"(?s)(.*)#([2-9]|[1-9][0-9]+)\Z")


def continued_key(key: str, part: int) -> str:
    """Return the key of the ``part``-th row of a row that was cut, counted from 2."""
    return f"{key}#{part}"


def split_key(text: str) -> tuple[str, int]:
    """Return the row's own key and which part of it this is: 1, or 2 and up for a continuation."""
    match = _CONTINUED.match(text)
    return (match[1], int(match[2])) if match else (text, 1)


_PROGRAM = "ita-desktop"


def file_mark(
    document_id: str,
    fiscal_year: int | None = None,
    months: int | None = None,
    rows_year: int | None = None,
) -> str:
    """Return the keyword that says which paper a workbook is: "ita-desktop:score-summary:2566".

    Behind the year stands the round of a report in ``months``, "ita-desktop:plan-progress:2566:6",
    or the year of its measures where its scores are of another: "…:analysis-report:2565:2566".
    """
    year = "" if fiscal_year is None else f":{fiscal_year}"
    said = months if rows_year is None else rows_year
    behind = f":{said}" if year and said is not None else ""
    return f"{_PROGRAM}:{document_id}{year}{behind}"


def mark_in(keywords: str) -> tuple[str, int | None]:
    """Return document id and fiscal year of a workbook's keywords, "" and None where not ours."""
    # LibreOffice takes the colon for the end of a keyword and writes a space.
    words = re.split(r"[\s,;:]+", keywords)
    if _PROGRAM not in words:
        return "", None
    document_id, year, *_ = (*words[words.index(_PROGRAM) + 1 :], "", "")
    return document_id, int(year) if _YEAR.fullmatch(year) else None


def rows_year_in(keywords: str) -> int | None:
    """Return the fiscal year of a workbook's measures, where it says one of their own."""
    words = re.split(r"[\s,;:]+", keywords)
    if _PROGRAM not in words:
        return None
    year = "".join(words[words.index(_PROGRAM) + 3 :][:1])
    return int(year) if _YEAR.fullmatch(year) else None


def round_in(keywords: str) -> Literal[6, 12] | None:
    """Return the round of a report, in months, of a workbook's keywords; None where it has none."""
    words = re.split(r"[\s,;:]+", keywords)
    if _PROGRAM not in words:
        return None
    match words[words.index(_PROGRAM) + 3 :]:
        case ["6", *_]:
            return 6
        case ["12", *_]:
            return 12
        case _:
            return None
