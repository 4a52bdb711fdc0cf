"""Thai dictionary order, as the Royal Institute's dictionary has it."""

import re

from ita_desktop.thai.digits import to_arabic_digits

_MARKS = "\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c"
_LEADING_VOWEL = re.compile(f"([\u0e40-\u0e44])([\u0e01-\u0e2e][{_MARKS}]*)")
_ELEMENT = re.compile(f"([0-9]+|\\s+|.)([{_MARKS}]*)", re.DOTALL)

SortKey = tuple[tuple[tuple[int, int, str], ...], tuple[str, ...], str]


def _weight(element: str) -> tuple[int, int, str]:
    if element.isspace():
        return 0, 0, ""
    if element.isdecimal() and element.isascii():
        number = element.lstrip("0")
        return 2, len(number), number
    return (3 if element.isalpha() or "\u0e00" < element < "\u0e7f" else 1), 0, element


def sort_key(text: str) -> SortKey:
    """Return a key that sorts normalised text in Thai dictionary order.

    A leading vowel comes after its consonant; tone marks, ็ and ์ weigh only where all else is
    equal; digits of either kind count as numbers (ข้อ ๙ before ข้อ ๑๐); Latin case does not count.
    Signs come before numbers, numbers before letters. Different texts have different keys.
    """
    turned = _LEADING_VOWEL.sub(r"\2\1", to_arabic_digits(text).casefold())
    elements = _ELEMENT.findall(turned)
    return (
        tuple(_weight(element) for element, _ in elements),
        tuple(marks for _, marks in elements),
        text,
    )
