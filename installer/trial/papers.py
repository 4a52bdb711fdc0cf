"""The same papers made here and by the installed program, compared letter by letter."""

import json
from collections.abc import Callable
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pypdfium2

from installer.programs import BuildError, Ended

_NO_LINE = "(the page has no such line)"
_MANY = """\
import json, sys
from ita_desktop.__main__ import main
for arguments in json.loads(sys.argv[1]):
    sys.argv = ["ita-desktop", *arguments]
    if main() != 0:
        sys.exit(f"failed: {arguments}")
"""
Python = Callable[..., Ended]
"""Runs Python with these arguments and returns how it ended."""


def pdf_ids(python: Python) -> list[str]:
    """Return the ids of every document that is made as PDF."""
    listed = json.loads(_well(python("-m", "ita_desktop", "documents")))
    return [paper["id"] for paper in listed if "pdf" in paper["formats"]]


def make_papers(python: Python, data: str, folder: str, ids: list[str], year: int) -> None:
    """Have every document made as PDF in a folder, one export after the other."""
    exports = [
        ["export", data, one, "--year", str(year), "--format", "pdf", "-o", f"{folder}/{one}.pdf"]
        for one in ids
    ]
    _well(python("-c", _MANY, json.dumps(exports)))


def compare_papers(ours: Path, theirs: Path, ids: list[str]) -> dict[str, int]:
    """See that two folders hold the same papers; return the count of papers, pages and lines.

    Compared is the text that a PDF reader finds, page by page and line by line. Raises BuildError
    with the first line that differs.
    """
    pages = lines = same_bytes = 0
    for one in ids:
        here, there = (folder / f"{one}.pdf" for folder in (ours, theirs))
        text, other = _pages(here), _pages(there)
        if text != other:
            raise BuildError(f"{one}.pdf differs:\n{first_difference(text, other)}")
        pages += len(text)
        lines += sum(len(page) for page in text)
        same_bytes += here.read_bytes() == there.read_bytes()
    return {"papers": len(ids), "pages": pages, "lines": lines, "same bytes": same_bytes}


def _pages(paper: Path) -> list[list[str]]:
    """Return the lines of each page, as PDFium reads them."""
    document: Any = pypdfium2.PdfDocument(paper)
    try:
        return [page.get_textpage().get_text_bounded().splitlines() for page in document]
    finally:
        document.close()


def first_difference(text: list[list[str]], other: list[list[str]]) -> str:
    """Return where two papers, each the lines of its pages, begin to differ."""
    if len(text) != len(other):
        return f"here {len(text)} pages, there {len(other)}"
    return next(
        f"page {number}, line {at}\nhere:  {a}\nthere: {b}"
        for number, (page, theirs) in enumerate(zip(text, other, strict=True), 1)
        for at, (a, b) in enumerate(zip_longest(page, theirs, fillvalue=_NO_LINE), 1)
        if a != b
    )


def _well(ended: Ended) -> str:
    if ended.code != 0:
        raise BuildError(f"A command of the program failed:\n{ended.said}{ended.complaint}")
    return ended.said
