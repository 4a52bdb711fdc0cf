"""A plan read back from its PDF: letters in the order they are drawn, and printed page numbers."""

import re
import subprocess
from pathlib import Path
from typing import Final

from ita_desktop.documents.model import Document, Number
from ita_desktop.documents.walk import texts
from ita_desktop.thai.digits import to_arabic_digits

_MARK: Final = re.compile(r"-?([0-9๐-๙]+|[ก-ฮ]{1,2})-?")


def bare(text: str) -> str:
    """Return the letters of a text without white space, digits Arabic."""
    return to_arabic_digits(re.sub(r"\s", "", text))


def pages_of(path: Path) -> list[tuple[str, str]]:
    """Return the printed number of each page, "" of one without, and its letters."""
    command = ["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"]
    done = subprocess.run(command, check=True, capture_output=True)
    assert not done.stderr
    found: list[tuple[str, str]] = []
    for page in done.stdout.decode().split("\f")[:-1]:
        first, _, rest = page.partition("\n")
        mark = _MARK.fullmatch(re.sub(r"\s", "", first))
        letters = bare(rest if mark else page)
        found.append((to_arabic_digits(mark[1]) if mark else "", letters))
    return found


def lost_texts(document: Document, pages: list[tuple[str, str]]) -> list[str]:
    """Return the texts of a paper that do not stand on its pages letter for letter.

    A text that a page's end cuts may stand in a few pieces. Heads and feet are not looked for.
    """
    letters = "".join(text for _, text in pages)
    return [
        one.text
        for one in texts(document)
        if one.place != "หัวหรือท้ายกระดาษ" and not _stands(bare(one.text), letters)
    ]


def _stands(text: str, letters: str) -> bool:
    for _ in range(4):
        if text in letters:
            return True
        length = len(text) - 1
        while length and text[:length] not in letters:
            length -= 1
        if length < 8:
            return False
        text = text[length:]
    return False


def figures(document: Document) -> list[str]:
    """Return the figures in the cells of all tables as a page prints them, in order."""
    return [
        f"{cell.content.value:,.{cell.content.decimals}f}"
        for table in document.tables()
        for row in table.rows
        for cell in row.cells
        if cell is not None and isinstance(cell.content, Number)
    ]
