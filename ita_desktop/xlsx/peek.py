"""What a workbook says it is, without opening it: a look at its properties only."""

import html
import re
import zipfile
import zlib
from pathlib import Path

from ita_desktop.xlsx.keys import mark_in

_PROPERTIES = "docProps/core.xml"
_MOST_BYTES = 65_536
_KEYWORDS = re.compile(r"<(?:\w+:)?keywords[^>]*>([^<]*)</(?:\w+:)?keywords>")


def document_id_of(path: Path) -> str:
    """Return the id of the paper that this program made of a workbook, else "".

    Never raises for a file that is broken, absent or no workbook: who reads it tells what is wrong.
    """
    try:
        with zipfile.ZipFile(path) as archive, archive.open(_PROPERTIES) as part:
            text = part.read(_MOST_BYTES).decode("utf-8", "replace")
    except (
        OSError,
        LookupError,
        NotImplementedError,  # a compression nobody uses
        RuntimeError,  # a password
        ValueError,
        EOFError,
        zipfile.BadZipFile,
        zlib.error,
    ):
        return ""
    found = _KEYWORDS.search(text)
    return mark_in(html.unescape(found[1]))[0] if found else ""
