"""What a page says on the screen: Thai digits, and no line that begins with ๆ."""

import re

from ita_desktop.ui import wording

_MARKER = re.compile(r"^\s*(?:>\s*)?\d+[.)] ")
_BLANK_BEFORE_A_SIGN = re.compile(r"(?<=\S) (?=[ๆฯ])")


def shown_markdown(source: str) -> str:
    """Return a page's Markdown in Thai digits; numbers of lists stay, they are drawn otherwise."""
    return "\n".join(map(_shown_line, source.splitlines()))


def _shown_line(line: str) -> str:
    found = _MARKER.match(line)
    marker = "" if found is None else found.group()
    words = wording.shown(line[len(marker) :])
    return marker + _BLANK_BEFORE_A_SIGN.sub("\u00a0", words)
