"""Font files of this computer: where they lie, which belong to one family, which is its bold."""

import os
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ita_desktop.typesetting.harfbuzz import Font


@dataclass(frozen=True, slots=True)
class FontFile:
    """A TrueType file with the names it calls itself by."""

    path: Path
    family: str
    style: str


def font_folders() -> tuple[Path, ...]:
    """Return the folders where Windows and Linux keep installed fonts, those that exist."""
    home = Path.home()
    if os.name == "nt":
        local = os.environ.get("LOCALAPPDATA", str(home / "AppData" / "Local"))
        usual = (
            Path(os.environ.get("WINDIR", r"C:\Windows")) / "Fonts",
            Path(local) / "Microsoft" / "Windows" / "Fonts",
        )
    else:
        usual = (
            home / ".local/share/fonts",
            home / ".fonts",
            Path("/usr/local/share/fonts"),
            Path("/usr/share/fonts"),
        )
    return tuple(folder for folder in usual if folder.is_dir())


def same_family(one: str, other: str) -> bool:
    """Tell whether two family names are the same but for spaces, hyphens and capitals."""
    return _bare(one) == _bare(other)


def find_family(name: str, folders: Sequence[Path]) -> tuple[FontFile, ...]:
    """Return the installed files of a family, an empty tuple when there is none.

    Files that are named after the family are read first: a computer may hold a thousand fonts.
    """
    files = sorted(path for folder in folders for path in _font_files(folder))
    wanted = _bare(name)
    named = [path for path in files if _bare(path.stem).startswith(wanted[:6])]
    return _of_family(name, named) or _of_family(name, files)


def family_beside(path: Path) -> tuple[FontFile, ...]:
    """Return the files of the same family in the folder of a font file."""
    own = read_font_file(path)
    if own is None:
        return ()
    start = _bare(re.split(r"[-_ ]", path.stem)[0])
    near = (other for other in _font_files(path.parent) if _bare(other.stem).startswith(start))
    return _of_family(own.family, sorted(near))


def plainest(family: Sequence[FontFile]) -> FontFile:
    """Return the regular weight of a family, or the file nearest to it."""
    return min(family, key=lambda font: (_style(font) != "regular", len(font.style), font.path))


def style_of(family: Iterable[FontFile], style: str) -> Path | None:
    """Return the family's file of a style ("bold", "italic", "bolditalic"), or None."""
    return next((font.path for font in family if _style(font) == style), None)


def read_font_file(path: Path) -> FontFile | None:
    """Return the names in a font file; None for a file that is no TrueType font."""
    try:
        names = Font(path.read_bytes()).names()
    except (OSError, ValueError):
        return None
    return FontFile(path, names.family, names.style)


def _of_family(name: str, paths: Iterable[Path]) -> tuple[FontFile, ...]:
    fonts = (read_font_file(path) for path in paths)
    return tuple(font for font in fonts if font is not None and same_family(font.family, name))


def _font_files(folder: Path) -> Iterator[Path]:
    for where, _, names in os.walk(folder):
        yield from (Path(where) / name for name in names if name.lower().endswith(".ttf"))


def _style(font: FontFile) -> str:
    style = _bare(font.style).replace("oblique", "italic")
    return "regular" if style in {"", "normal", "roman"} else style


def _bare(name: str) -> str:
    return re.sub(r"[\s_-]+", "", name).casefold()
