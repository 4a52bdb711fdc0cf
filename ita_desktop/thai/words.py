"""Word breaks of Thai text. The one module that knows PyThaiNLP, and loads it when first asked."""

import os
import re
import unicodedata
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, cast

from ita_desktop.thai.dates import MONTHS, SHORT_MONTHS
from ita_desktop.thai.digits import ADDRESSES, LATIN_CODES
from ita_desktop.thai.lexicon import Lexicon

if TYPE_CHECKING:
    from pythainlp.util.trie import Trie

_ABBREVIATIONS = (
    *SHORT_MONTHS,
    "พ.ศ.",
    "ค.ศ.",
    "อบต.",
    "อบจ.",
    "อปท.",
    "ป.ป.ช.",
    "ป.ป.ท.",
    "พ.ร.บ.",
)
# Words of the official papers that are missing, or that shortest matching cuts in the wrong place:
# ช่อง|ทางการ, ราย|งานการ.
_PHRASES = ("ตัวชี้วัด", "ช่องทางการ", "ช่องทางใน", "แนวทางใน", "แนวทางการ", "รายงานการ", "หน่วยงานหลัก")

# A word follows its figure: "๑๗ ราย", "๒๐,๐๐๐ บาท".
_UNITS = re.compile(
    "บาท|สตางค์|ล้าน|ล้านบาท|คน|ราย|ท่าน|ครั้ง|ปี|เดือน|วัน|ชั่วโมง|นาที|ไตรมาส|รอบ|คะแนน|ข้อ|ด้าน|มิติ"
    "|ระดับ|ประเด็น|ตัวชี้วัด|โครงการ|กิจกรรม|มาตรการ|ขั้นตอน|เรื่อง|ประการ|กรณี|คดี|แห่ง|หน่วยงาน|หมู่บ้าน"
    "|หมู่|ครัวเรือน|ตำบล|อำเภอ|ฉบับ|เล่ม|ชุด|หน้า|แผ่น|รุ่น|หลักสูตร|ช่องทาง|คัน|เครื่อง|หลัง|คู่|เมตร"
    "|กิโลเมตร|เปอร์เซ็นต์|ชนิด|ประเภท|รายการ|องค์ประกอบ|สัปดาห์|เครื่องมือ"
)
_MONTH_NAMES = frozenset((*MONTHS, *SHORT_MONTHS))
_DAY = re.compile("(?<![0-9๐-๙])(?:[0๐]?[1-9๑-๙]|[12๑๒][0-9๐-๙]|[3๓][01๐๑])$")

_LONGEST_REMEMBERED = 300

_BLANKS = re.compile(r"[^\S\n]+|\n|\S+")
_NUMBER = r"[0-9๐-๙]+(?:[.,/:-][0-9๐-๙]+)*"
_WHOLE = re.compile(f"{ADDRESSES}|{LATIN_CODES}|{_NUMBER}", re.IGNORECASE | re.VERBOSE)
_ADDRESS = re.compile(r"(?i)(?:https?://|www\.|[a-z0-9.-]+\.[a-z]{2,}/)")

_SLASH = re.compile(r"(?<![:/])/(?=[^/])")
_LATIN = re.compile(r"[!-~]+")
_SIGN = re.compile(r"(?<=[0-9A-Za-z])[.\-_?&=%#](?=[A-Za-z])|(?<=[A-Za-z])[.\-_?&=%#](?=[0-9])")

_OPENING = frozenset("([{“‘«<")
_CLOSING = frozenset(")]}”’»>%‰ๆฯ๚๛!?…,.;:")
_FOLLOWING_VOWELS = frozenset("\u0e30\u0e32\u0e33\u0e45")
_LEADING_VOWELS = frozenset("\u0e40\u0e41\u0e42\u0e43\u0e44")
_DASHES = frozenset("-–—")
_JOINTS = _DASHES | frozenset("\"'/")
_FOOTNOTE = "*"
_SHORT_PARTS = frozenset({"ผล", "ปี"})
"""Words of two letters that a compound may be cut at: ผล|การ|ดำเนินงาน, but not ทุ|จริต."""
_SILENCED = re.compile("[\u0e01-\u0e2e][\u0e34\u0e38]?\u0e4c")


def break_words(text: str, own_words: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Return the words, blanks and signs of a text in order; joined they are the text exactly.

    ``own_words`` are names that no dictionary has (office, units, places, people). Works off line
    and writes nothing. The first call loads the dictionary (about half a second).
    """
    return tuple(
        word
        for segment in _BLANKS.findall(text)
        for word in (
            (segment,)
            if segment.isspace()
            else _remembered(segment, own_words)
            if len(segment) <= _LONGEST_REMEMBERED
            else _segment_words(segment, own_words)
        )
    )


def break_opportunities(text: str, own_words: frozenset[str] = frozenset()) -> tuple[int, ...]:
    """Return the offsets, rising and inside the text, where a line may end and the next begin.

    A break at a blank comes after it; after a newline there always is one. Never before ๆ ฯ ) ” %
    and other closing signs or after ( “, never inside a syllable, a Latin word, an address of the
    web or of e-mail or a number, nor between a number and its unit, day and month, พ.ศ. and its
    year.
    """
    words = break_words(text, own_words)
    offsets: list[int] = []
    end = 0
    for before, after in pairwise(words):
        end += len(before)
        if before == "\n" or not _is_kept_together(text, end, after):
            offsets.append(end)
    return tuple(offsets)


def address_breaks(word: str) -> tuple[int, ...]:
    """Return where a web address that is wider than a line may break: after its slashes.

    A part of it that has none, a name of a server or a file, breaks after its other signs.
    """
    if "/" in word and _ADDRESS.match(word) and (slashes := tuple(_SLASH.finditer(word))):
        return tuple(slash.end() for slash in slashes)
    if _LATIN.fullmatch(word.strip()):
        return tuple(sign.end() for sign in _SIGN.finditer(word))
    return ()


def inner_breaks(word: str) -> tuple[int, ...]:
    """Return where a Thai word wider than a line may break: between the words it is made of.

    ประชา|สัมพันธ์; the fewest parts are taken. A name that no dictionary has breaks as running text
    does. Empty for a word that is not made of others.
    """
    found = _dictionary(frozenset[str]())
    fewest: dict[int, tuple[int, ...]] = {0: ()}  # from each place reached, the breaks before it
    for start in range(len(word)):
        if start not in fewest:
            continue
        breaks = (*fewest[start], start) if start else ()
        for part in found.prefixes(word, start):
            end = start + len(part)
            known = fewest.get(end)
            whole = start == 0 and end == len(word)
            long = len(part) > 2 or part in _SHORT_PARTS
            if long and not whole and (known is None or len(breaks) < len(known)):
                fewest[end] = breaks
    return fewest.get(len(word)) or break_opportunities(word)


def _is_kept_together(text: str, offset: int, after: str) -> bool:
    """Say whether no line may begin at the offset, where the word ``after`` stands."""
    before, letter = text[offset - 1], text[offset]
    if (
        letter.isspace()
        or letter in _CLOSING
        or letter in _FOLLOWING_VOWELS
        or unicodedata.category(letter).startswith("M")
        or before in _OPENING
        or before in _LEADING_VOWELS
    ):
        return True
    if before.isspace():
        return _is_kept_over_blank(text, offset, after)
    if letter in _JOINTS or letter == _FOOTNOTE or before == ".":
        return True
    if before in _JOINTS:
        # A line may end after "-" or "/" between words; not after a quote or the dash of a list.
        inner = offset > 1 and not text[offset - 2].isspace() and text[offset - 2] not in _OPENING
        return before in "\"'" or letter.isdecimal() or not inner
    return before.isdecimal() or letter.isdecimal() or bool(_SILENCED.match(text, offset))


def _is_kept_over_blank(text: str, offset: int, after: str) -> bool:
    before = text[max(0, offset - 12) : offset].rstrip()
    if after in _DASHES and text[offset + 1 : offset + 2].isspace():
        # "๒๕๖๖ - ๒๕๗๐", "ต.ค. - พ.ย.": the dash ends a line, it does not begin one.
        return before[-1:].isdecimal() or before.endswith(SHORT_MONTHS)
    if after[0].isdecimal():
        return before.endswith(("พ.ศ.", "ค.ศ."))
    if after in _MONTH_NAMES:
        return bool(_DAY.search(before))
    return before[-1:].isdecimal() and bool(_UNITS.fullmatch(after))


@lru_cache(maxsize=20_000)
def _remembered(segment: str, own_words: frozenset[str]) -> tuple[str, ...]:
    return tuple(_segment_words(segment, own_words))


def _segment_words(segment: str, own_words: frozenset[str]) -> list[str]:
    words: list[str] = []
    done = 0
    for whole in _WHOLE.finditer(segment):
        words += _thai_words(segment[done : whole.start()], own_words)
        words.append(whole.group())
        done = whole.end()
    return words + _thai_words(segment[done:], own_words)


def _thai_words(text: str, own_words: frozenset[str]) -> list[str]:
    if len(text) < 2:
        return [text] if text else []
    dictionary = _dictionary(own_words)
    from pythainlp.tokenize.newmm import segment  # noqa: PLC0415 - loaded when first needed

    # It asks a dictionary for nothing but its prefixes.
    return segment(text, cast("Trie", dictionary), safe_mode=True)


@cache
def _general_dictionary() -> Lexicon:
    # Set before PyThaiNLP is imported: it must not make its folder in the clerk's home, nor load
    # anything from the network.
    os.environ["PYTHAINLP_OFFLINE"] = "1"
    os.environ["PYTHAINLP_READ_ONLY"] = "1"
    from pythainlp.corpus.common import thai_words  # noqa: PLC0415 - loaded when first needed

    return Lexicon(thai_words().union(_ABBREVIATIONS, _PHRASES))


@lru_cache(maxsize=8)
def _dictionary(own_words: frozenset[str]) -> Lexicon:
    """Return the general dictionary with the office's words laid over it, not copied."""
    general = _general_dictionary()
    own = {part for word in own_words for part in word.split() if len(part) > 1}
    if not own:
        return general
    return Lexicon(own, general)
