"""Spelling of Thai text: what comes in is repaired, what is compared or sought is folded."""

import re
import unicodedata

from ita_desktop.thai.digits import to_arabic_digits

_TONES = "\u0e48-\u0e4b"
_NIKHAHIT = "\u0e4d"
_SARA_AM = "\u0e33"
# Marks above and below a consonant in the order in which they are stored. Within the order the
# marks that Unicode itself sorts (phinthu, sara u, sara uu, then tones) keep Unicode's order, so
# that NFC never undoes it.
_VOWELS = "\u0e3a\u0e38\u0e39\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47\u0e4d"
_MARK_ORDER = f"{_VOWELS}\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4e"
_MARK_RANK = {mark: rank for rank, mark in enumerate(_MARK_ORDER)}

# Soft hyphen, joiners, BOM and control characters.
_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1b\x1f\x7f]")
_SPACES = re.compile(r"[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_LINE_ENDS = re.compile(r"\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_MARKS = re.compile(f"[{_MARK_ORDER}]{{2,}}")
_VOWEL_THEN_TONE = re.compile(f"([\u0e30\u0e32\u0e33])([{_TONES}]+)")
_LEAD_THEN_TONE = re.compile(f"([\u0e40-\u0e44])([{_TONES}]+)([\u0e01-\u0e2e])")
_SPLIT_SARA_AM = re.compile(f"{_NIKHAHIT}([{_TONES}]*)[\u0e32\u0e33]|\u0e32{_NIKHAHIT}")
_SPLIT_SARA_AE = re.compile("\u0e40\u0e40")

_AFTER_ITS_LETTER = frozenset(f"\u0e30\u0e32\u0e33\u0e45{_MARK_ORDER}")
_BEFORE_ITS_LETTER = frozenset("\u0e40\u0e41\u0e42\u0e43\u0e44")

_LENIENT = dict.fromkeys(map(ord, "\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c"))


def _ordered(marks: re.Match[str]) -> str:
    return "".join(sorted(set(marks.group()), key=_MARK_RANK.__getitem__))


def _repaired(text: str) -> str:
    text = unicodedata.normalize("NFC", text)
    text = _LEAD_THEN_TONE.sub(r"\1\3\2", text)
    text = _VOWEL_THEN_TONE.sub(r"\2\1", text)
    text = _MARKS.sub(_ordered, text)
    text = _SPLIT_SARA_AM.sub(rf"\1{_SARA_AM}", text)
    return _SPLIT_SARA_AE.sub("\u0e41", text)


def normalise(text: str) -> str:
    r"""Return the text as it is stored; normalising twice changes nothing.

    NFC; ํ + า is ำ, เ + เ is แ; doubled marks and wrong mark order (tone before vowel, tone after
    า) repaired; zero-width, control and soft-hyphen characters out; non-breaking and other odd
    spaces plain; line ends ``\n``; no blanks at the end of a line.
    """
    text = _LINE_ENDS.sub("\n", _SPACES.sub(" ", _INVISIBLE.sub("", text)))
    if not text.isascii():
        # One repair can set two marks side by side that need the next: go on until nothing moves.
        while (again := _repaired(text)) != text:
            text = again
    return "\n".join(line.rstrip(" \t") for line in text.split("\n"))


def one_line(text: str) -> str:
    """Return the text normalised, on one line, each run of white space as one space."""
    return " ".join(normalise(text).split())


def fold(text: str) -> str:
    """Return the text for comparing: normalised, no white space, Arabic digits, no Latin case.

    White space goes first, so that the "ดํ า" of a copied PDF meets "ดำ".
    """
    return to_arabic_digits(normalise("".join(text.split()))).casefold()


def without_marks(text: str) -> str:
    """Return the text without tone marks, ็ and ์, for a lenient search."""
    return text.translate(_LENIENT)


def find(text: str, needle: str, *, ignore_marks: bool = False) -> bool:
    """Say whether the needle is in the text: spaces, kind of digits and Latin case do not count.

    With ``ignore_marks`` tone marks, ็ and ์ do not count either. An empty needle is in every text.
    """
    text, needle = fold(text), fold(needle)
    if ignore_marks:
        text, needle = without_marks(text), without_marks(needle)
    return needle in text


def quoted(text: str) -> str:
    """Return what a person typed, on one line in Thai quotation marks, cut after 40 letters.

    A letter keeps its vowels and tone marks: it goes with them.
    """
    line = " ".join(text.split())
    return f"“{line[: _whole_letters(line, 40)].rstrip()}…”" if len(line) > 40 else f"“{line}”"


def _whole_letters(line: str, most: int) -> int:
    """Return where a longer line is cut so that no letter loses what belongs to it."""
    end = most
    while end > 1 and (line[end] in _AFTER_ITS_LETTER or line[end - 1] in _BEFORE_ITS_LETTER):
        end -= 1
    return end
