"""Tool tips that are as wide as a person reads; Qt wraps none that is plain text."""

from PySide6.QtGui import QFontMetricsF

from ita_desktop.ui import theme
from ita_desktop.ui.widgets.wrapped_text import wrapped_lines

_WIDTH = 420
_MAY_BE_HTML = frozenset("<&")


def tool_tip(text: str) -> str:
    """Return a text for a tool tip: broken at words, and never read as HTML."""
    font = theme.font()
    wide = "\n" in text or QFontMetricsF(font).horizontalAdvance(text) > _WIDTH
    lines = wrapped_lines(text, font, _WIDTH) if wide else (text,)
    if not _MAY_BE_HTML & set(text):
        return "\n".join(lines)
    from html import escape  # noqa: PLC0415 - not at the start

    shown = "<br>".join(escape(line) for line in lines)
    return f'<p style="white-space: pre">{shown}</p>'
