"""What a description of a table is made of: how its rows, columns and values are said."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

Row = Mapping[str, object]
Say = Callable[[object], str]
Above = tuple[str, int]
"""A table and the number of a row in it."""


@dataclass(frozen=True, slots=True)
class Field:
    """How a column is called and how its values are said."""

    name: str
    say: Say = str
    on_its_own: bool = True
    """Whether it is worth a line when its whole row comes or goes."""


def nothing_above(_row: Row) -> Above | None:
    """Return that a row is named by itself alone."""
    return None


@dataclass(frozen=True, slots=True)
class Described:
    """How a table and its rows are said.

    ``place`` is told the columns of ``key`` and ``names``, and under ``of`` the words for the row
    that ``above`` gives; empty where that row is not known. Rows with the same ``key`` are the same
    row to people, whatever their numbers: a score that was deleted and entered again. A key column
    that is ``id`` is the row's own number.
    """

    name: str
    place: Callable[[Row], str]
    key: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    above: Callable[[Row], Above | None] = nothing_above
    fields: Mapping[str, Field] = field(default_factory=dict[str, Field])

    @property
    def told(self) -> tuple[str, ...]:
        """The columns that say which row it is."""
        return (*self.key, *self.names)


def size_in_words(count: int) -> str:
    """Return a number of bytes as people say it: ``812 ไบต์``, ``35 กิโลไบต์``, ``1.2 เมกะไบต์``."""
    if count < 1_000:
        return f"{count} ไบต์"
    if count < 1_000_000:
        return f"{round(count / 1_000)} กิโลไบต์"
    return f"{count / 1_000_000:.1f} เมกะไบต์"


def say_size(what: str) -> Say:
    """Return what says how large a value is: "รูป 35 กิโลไบต์"."""

    def say(value: object) -> str:
        count = len(value) if isinstance(value, bytes) else len(str(value).encode(errors="replace"))
        return f"{what} {size_in_words(count)}"

    return say


def say_position(value: object) -> str:
    """Return a place among siblings as people count."""
    return str(value + 1) if isinstance(value, int) else str(value)


POSITION: Mapping[str, Field] = {"position": Field("ลำดับที่", say_position, on_its_own=False)}
