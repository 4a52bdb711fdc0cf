"""Making the PDF that is looked at, and saying which letters it lacks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ita_desktop.pdf.report import MissingLetters
from ita_desktop.thai.text import quoted
from ita_desktop.ui.preview.pdf_file import PdfFile
from ita_desktop.workflows.export_document import Frozen, Typeset, typeset

_NAMED = 2
_INSTEAD = "ไม่พบแบบอักษรที่เลือกไว้ในเครื่องนี้แล้ว เอกสารนี้ใช้ Sarabun ที่มากับโปรแกรมแทน"


@dataclass(frozen=True, slots=True)
class Made:
    """A paper as it stood, its PDF, and the PDF opened."""

    frozen: Frozen
    typeset: Typeset
    file: PdfFile


def make(frozen: Frozen, font: str | None, progress: Callable[[float], None]) -> Made:
    """Return the paper as a PDF that can be looked at, set in ``font`` (None: the bundled one).

    Raises ClerkError or MachineError.
    """
    made = typeset(frozen, font, progress, or_bundled=True)
    return Made(frozen, made, PdfFile(made.data))


def remarks(made: Typeset) -> str:
    """Return what she must know of these pages before she prints them; empty for nothing."""
    instead = [_INSTEAD] if made.bundled_instead else []
    lacking = [lacking_in_short(made.lacking)] if made.lacking else []
    return " · ".join([*instead, *lacking])


def lacking_in_short(lacking: Sequence[MissingLetters]) -> str:
    """Return one sentence: the letters that are not on the paper, and the first places."""
    letters = " ".join(dict.fromkeys(letter for text in lacking for letter in text.letters))
    places = " และ ".join(f"{text.place} {quoted(text.text)}" for text in lacking[:_NAMED])
    more = len(lacking) - _NAMED
    rest = f" และอีก {more} แห่ง" if more > 0 else ""
    return f"แบบอักษรไม่มีตัว {letters} จึงไม่ปรากฏในเอกสาร ที่ {places}{rest} กรุณาแก้ข้อความที่มีตัวนี้"


def lacking_in_full(lacking: Sequence[MissingLetters]) -> str:
    """Return every place with the letters it lacks, one a line."""
    lines = [
        f"{text.place} {quoted(text.text)}: ไม่มีตัว {' '.join(text.letters)}" for text in lacking
    ]
    return "\n".join(["แบบอักษรไม่มีตัวต่อไปนี้ กรุณาแก้ข้อความที่มีตัวเหล่านี้", *lines])
