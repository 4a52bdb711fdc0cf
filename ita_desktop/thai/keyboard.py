"""Text typed on the wrong keyboard layout: US for Thai Kedmanee, and Kedmanee for Latin."""

import re

from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.text import normalise

_US = "`1234567890-=qwertyuiop[]\\asdfghjkl;'zxcvbnm,./"
_US_SHIFT = '~!@#$%^&*()_+QWERTYUIOP{}|ASDFGHJKL:"ZXCVBNM<>?'
# TIS 820-2538 as Windows has it ("Thai Kedmanee"); marks are written as escapes to be seen.
_KEDMANEE = (
    "_ๅ/-ภถ\u0e38\u0e36คตจขชๆไำพะ\u0e31\u0e35รนยบลฃฟหกด\u0e40\u0e49\u0e48าสวงผปแอ\u0e34\u0e37ทมใฝ"
)
_KEDMANEE_SHIFT = (
    '%+๑๒๓๔\u0e39฿๕๖๗๘๙๐"ฎฑธ\u0e4d\u0e4aณฯญฐ,ฅฤฆฏโฌ\u0e47\u0e4bษศซ.()ฉฮ\u0e3a\u0e4c?ฒฬฦ'
)
_TO_THAI = str.maketrans(_US + _US_SHIFT, _KEDMANEE + _KEDMANEE_SHIFT)
_TO_LATIN = str.maketrans(_KEDMANEE + _KEDMANEE_SHIFT, _US + _US_SHIFT)
_THAI_LAYOUT = frozenset(_KEDMANEE + _KEDMANEE_SHIFT)

_THAI_LETTERS = re.compile(r"[\u0e01-\u0e2e\u0e30-\u0e3a\u0e40-\u0e45\u0e47-\u0e4e]+")
_THAI_VOWEL = re.compile(r"[\u0e30-\u0e39\u0e40-\u0e4b]")
# One consonant with what may stand around it; a whole word is a run of these.
_CLUSTER = re.compile(
    r"""(?x)(?:
    [\u0e40-\u0e44]?[\u0e01-\u0e2e]                    # leading vowel, consonant
    (?: [\u0e34\u0e38]?\u0e4c                          # silenced: สิทธิ์ พันธุ์ ศูนย์
      | \u0e47                                         # ก็ เป็น
      | [\u0e31\u0e37][\u0e48-\u0e4b]?(?=[\u0e01-\u0e2e])   # ั and ื need a consonant after them
      | [\u0e34-\u0e36\u0e38-\u0e3a][\u0e48-\u0e4b]?
      | [\u0e48-\u0e4b]?(?:\u0e32\u0e30|[\u0e30\u0e32\u0e33\u0e45])?
    ))+"""
)

# Consonants that an English word may start with; one consonant or none may always.
_ENGLISH_START = re.compile(
    r"(?:[bcfgkps]l|[bcdfgkptw]r|[cgkprstw]h|[dst]w|[gkmp]n|p[st]|qu|s[ckmnpqt]|"
    r"s[cp][hlr]|s[hkt]r|spl|squ|thr|chr|phr|sch|[^aeiouy])?[aeiouy]"
)
_LATIN_WORD = re.compile(r"[\"'(]*(?P<word>[A-Za-z]+)(?:'(?:s|t|re|ve|ll|d|m))?[.,;:!?)\"']*")
_LATIN_OR_FIGURES = re.compile(
    r"(?xi) [\d.,/:%+()-]+ | .*@.* | https?://.* | www\..* | .*\.[a-z]{2,4}(?:/.*)? | [a-z]+-?\d+"
)
_FIGURE = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_FIGURES = re.compile(r"\d+(?:[.,/:-]\d+)*%?|[ieoIEO]\d{1,2}")
_MAIL_OR_WORDS = re.compile(r"[A-Za-z][A-Za-z@._ -]*")


def from_wrong_layout(text: str) -> str | None:
    """Return what the clerk meant to type ("l;ylfu" is "สวัสดี", "/ถุุ" is "2566"), or None.

    US keys become Thai where the text has no Thai letter, at least half of its words are neither
    English-looking, nor figures, codes or addresses, and the result is at least three letters of
    well-formed Thai. Thai keys become Latin where the text is no well-formed Thai and the result is
    a figure, an item code or English-looking words.
    """
    if any("\u0e00" < letter < "\u0e7f" for letter in text):
        return _as_latin(text)
    return _as_thai(text) if text.isascii() else None


def figure_from_wrong_layout(text: str) -> str | None:
    r"""Return the figure meant by ``text`` in Arabic digits ("คคใๅ-" is "88.13"), or None.

    For a field that takes nothing but figures: there "ตุ" (96) or "/จใจจ" (20.00) can be no word,
    which ``from_wrong_layout`` must leave alone. Thai digits typed on the US layout (``__"@$`` for
    ๘๘.๑๓) count too. A lone sign ("-") is none, neither is a text that mixes both layouts.
    """
    typed = text.strip()
    if any("\u0e00" < letter < "\u0e7f" for letter in typed):
        meant = typed.translate(_TO_LATIN) if _THAI_LAYOUT.issuperset(typed) else ""
    else:
        meant = to_arabic_digits(typed.translate(_TO_THAI)) if len(typed) > 1 else ""
    return meant if _FIGURE.fullmatch(meant) else None


def _as_thai(text: str) -> str | None:
    words = text.split()
    wrong = [word for word in words if not _looks_latin(word)]
    if not wrong or 2 * len(wrong) < len(words):
        return None
    meant = re.sub(r"\S+", _thai_unless_figures, text)
    letters = "".join(_THAI_LETTERS.findall(meant))
    if len(letters) < 3 or not _THAI_VOWEL.search(letters) or not _is_well_formed(meant):
        # Two consonants with no vowel are a word (คน), three letters and more want one.
        return None
    return meant


def _thai_unless_figures(word: re.Match[str]) -> str:
    typed = word.group()
    return typed if re.fullmatch(r"[\d.,/:%-]+", typed) else typed.translate(_TO_THAI)


def _as_latin(text: str) -> str | None:
    words = text.split()
    if not words or not all(letter in _THAI_LAYOUT for word in words for letter in word):
        return None
    meant = text.translate(_TO_LATIN)
    if _FIGURES.fullmatch(meant.strip()):
        # "ตถ" is 95: without any vowel it is no word either.
        consonants_only = len(text.strip()) > 1 and not _THAI_VOWEL.search(text)
        return meant if consonants_only or not _is_well_formed(text) else None
    # A slip such as a doubled mark, which normalising mends, is still Thai.
    if _is_well_formed(normalise(text)) or not _MAIL_OR_WORDS.fullmatch(meant.strip()):
        return None
    parts = re.split(r"[@._ -]+", meant.strip())
    return meant if all(_looks_english(part) for part in parts) else None


def _looks_latin(word: str) -> bool:
    """Say whether a word was meant as it stands: English, an acronym, a figure, an address."""
    if _LATIN_OR_FIGURES.fullmatch(word):
        return True
    return all(
        (match := _LATIN_WORD.fullmatch(part)) is not None and _looks_english(match["word"])
        for part in re.split(r"[-/]", word)
    )


def _looks_english(word: str) -> bool:
    """Say whether letters could be English: an acronym, or a start and vowels as English has."""
    if word.isupper():
        return True
    return (word.islower() or word.istitle()) and bool(_ENGLISH_START.match(word.lower()))


def _is_well_formed(text: str) -> bool:
    runs = _THAI_LETTERS.findall(text)
    return bool(runs) and all(_CLUSTER.fullmatch(run) for run in runs)
