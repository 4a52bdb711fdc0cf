"""What a cell of a grid says."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """``own`` is what the row keeps (Arabic digits, as typed), ``shown`` what is read.

    ``quiet``: not its own. ``caption`` stands small over the text. ``strong``: to be read first.
    """

    own: str = ""
    shown: str = ""
    quiet: bool = False
    caption: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class StateCell:
    """The word of a state, in its colour's role, and what is said below it."""

    word: str
    role: str
    note: str = ""
