"""Which fonts there are for papers: the bundled one, official ones installed here, a file."""

from collections.abc import Sequence
from pathlib import Path

from ita_desktop.errors import ClerkError

OFFICIAL = ("TH SarabunPSK", "TH Sarabun New", "TH SarabunIT๙")
"""The families that official papers are set in, the usual one first."""


def installed_fonts(folders: Sequence[Path] | None = None) -> frozenset[str]:
    """Return which of the official families this computer has; slow where it has many fonts.

    ``folders``: where to look, by default where the system keeps its fonts.
    """
    from ita_desktop.typesetting.faces import typeface  # noqa: PLC0415 - uharfbuzz when needed

    found: set[str] = set()
    for name in OFFICIAL:
        try:
            typeface(name, folders)
        except ClerkError:
            continue
        found.add(name)
    return frozenset(found)


def font_in(path: Path) -> str:
    """Return the family in a font file. Raises ClerkError for one that papers cannot be set in."""
    from ita_desktop.typesetting.faces import typeface  # noqa: PLC0415 - uharfbuzz when needed

    return typeface(str(path)).family
