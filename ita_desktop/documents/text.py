"""Text that is partly bold, italic, underlined or raised."""

from collections.abc import Callable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one manner; what is bold stays so in a bold paragraph."""

    text: str
    bold: bool = False
    italic: bool = False
    underline: bool = False
    raised: bool = False
    """Superscript: smaller and higher."""


Text = str | tuple[Run, ...]
"""A plain text, or one in runs."""


def plain(text: Text) -> str:
    """Return the letters of a text without their manner."""
    return text if isinstance(text, str) else "".join(run.text for run in text)


def runs(text: Text) -> tuple[Run, ...]:
    """Return a text as runs; a plain one is a single run."""
    return (Run(text),) if isinstance(text, str) else text


def mapped(text: Text, change: Callable[[str], str]) -> Text:
    """Return the text with every stretch of letters changed, each in its manner."""
    if isinstance(text, str):
        return change(text)
    return tuple(replace(run, text=change(run.text)) for run in text)
