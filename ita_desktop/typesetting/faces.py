"""Typefaces and their scale: a document says "16 point", only this module knows what that is.

The official fonts (TH SarabunPSK, TH Sarabun New, TH SarabunIT๙) draw a ko kai 0.400 em high; any
other face is brought to that height. Sarabun, which is bundled, draws it 0.586 em high: 16 official
points are 10.92 real ones there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from ita_desktop.errors import ClerkError
from ita_desktop.resources import resource
from ita_desktop.typesetting import font_files
from ita_desktop.typesetting.harfbuzz import Font, open_font

_OFFICIAL_KO_KAI: Final = 400.0  # thousandths of the em, TH Sarabun New
_SAME_DESIGN: Final = 0.03  # a face this near to the official height is an official face

_TOLD = 120
_NOT_FOUND = "ไม่พบแบบอักษร “{}” ในเครื่องนี้ กรุณาตรวจชื่อ หรือระบุที่อยู่ของไฟล์ .ttf"


@dataclass(frozen=True, slots=True)
class Typeface:
    """A family as files: ``scale`` is how many real points one official point is.

    A family without a file of its own for a style names its nearest one there.
    """

    family: str
    regular: Path
    bold: Path
    italic: Path
    bold_italic: Path
    scale: float

    def file(self, *, bold: bool = False, italic: bool = False) -> Path:
        """Return the font file of the style."""
        if italic:
            return self.bold_italic if bold else self.italic
        return self.bold if bold else self.regular

    def points(self, size: float) -> float:
        """Return the real points of an official size."""
        return size * self.scale


@cache
def bundled_typeface() -> Typeface:
    """Return the Sarabun that is shipped with the program, in the weights of the official look.

    At equal height a paragraph of Sarabun Light holds 1.19 times the ink of TH Sarabun New, Sarabun
    Regular 1.42 times; SemiBold 1.15 times that of TH Sarabun New Bold, Bold 1.27 times. Light and
    SemiBold also run nearest in width (1.4 and 0.7 % wider). So they are the paper's two weights.
    """
    regular = resource("fonts", "Sarabun-Light.ttf")
    return Typeface(
        family="Sarabun",
        regular=regular,
        bold=resource("fonts", "Sarabun-SemiBold.ttf"),
        italic=resource("fonts", "Sarabun-LightItalic.ttf"),
        bold_italic=resource("fonts", "Sarabun-SemiBoldItalic.ttf"),
        scale=_scale(open_font(regular)),
    )


def typeface(name_or_path: str, folders: Sequence[Path] | None = None) -> Typeface:
    """Return the typeface of a .ttf file or of an installed family ("TH SarabunPSK").

    ``folders``: where to look for installed fonts, by default the usual ones of the system.
    Raises ClerkError when there is no such font, it has no Thai TrueType letters or is damaged
    where that can be told; else ``unreadable`` is raised by what draws with it.
    """
    wanted = name_or_path.strip()
    if Path(wanted).suffix.lower() in {".ttf", ".otf", ".ttc"}:
        return _from_file(_file(wanted), wanted)
    if wanted and font_files.same_family(wanted, bundled_typeface().family):
        return bundled_typeface()
    where = font_files.font_folders() if folders is None else folders
    family = font_files.find_family(wanted, where) if wanted else ()
    if not family:
        raise _not_found(wanted)
    return _from_file(font_files.plainest(family).path, wanted, family)


def _not_found(wanted: str) -> ClerkError:
    """Return the refusal of a font that is not there; of a long path its end is told."""
    return ClerkError(_NOT_FOUND.format(wanted if len(wanted) <= _TOLD else f"…{wanted[-_TOLD:]}"))


def _file(wanted: str) -> Path:
    """Return the path of a font file that is there. Raises ClerkError."""
    try:
        path = Path(wanted).expanduser()
        found = path.is_file()
    except (OSError, RuntimeError, ValueError):  # no such person's home, a name too long, a zero
        found = False
        path = Path()
    if not found:
        raise _not_found(wanted)
    return path


def unreadable(font: str) -> ClerkError:
    """Return the refusal of a font file that is damaged or has no Thai letters."""
    return ClerkError(f"อ่านไฟล์แบบอักษร “{font}” ไม่ได้ กรุณาเลือกไฟล์ .ttf ที่มีอักษรไทย")


def _from_file(
    path: Path, wanted: str, family: tuple[font_files.FontFile, ...] | None = None
) -> Typeface:
    try:
        font = open_font(path)
        scale = _scale(font)
    except (OSError, ValueError, ZeroDivisionError) as error:
        raise unreadable(wanted) from error
    siblings = font_files.family_beside(path) if family is None else family
    bold = font_files.style_of(siblings, "bold") or path
    return Typeface(
        family=font.names().family or path.stem,
        regular=path,
        bold=bold,
        italic=font_files.style_of(siblings, "italic") or path,
        bold_italic=font_files.style_of(siblings, "bolditalic") or bold,
        scale=scale,
    )


def _scale(font: Font) -> float:
    if not font.has("ก"):
        raise ValueError("no Thai letters")
    scale = _OFFICIAL_KO_KAI / font.top("ก")
    return 1.0 if abs(scale - 1) < _SAME_DESIGN else scale
