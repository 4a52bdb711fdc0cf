"""What a grid knows of each of its lines, whatever they are lines of."""

from typing import Protocol

from ita_desktop.db.rows import Kind


class Line(Protocol):
    """One line of a grid; ``adds``: nothing yet, typing makes a row of this kind.

    ``key`` names it in its grid, ``number`` is the row's own, ``parent`` that of what it belongs
    to, ``place`` its place among its siblings, from 1.
    """

    @property
    def key(self) -> str: ...
    @property
    def kind(self) -> Kind: ...
    @property
    def number(self) -> int: ...
    @property
    def parent(self) -> int: ...
    @property
    def place(self) -> int: ...
    @property
    def adds(self) -> bool: ...


def key_of(kind: Kind, number: int) -> str:
    """Return what names a row of a grid: "step:45"."""
    return f"{kind}:{number}"


def adding_key(kind: Kind, parent: int) -> str:
    """Return what names the line that a new row is typed into: "+step:12"."""
    return f"+{kind}:{parent}"
