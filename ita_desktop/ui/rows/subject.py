"""What a grid is told of the subject its lines are about: measures, or risks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ita_desktop.db.rows import Kind
from ita_desktop.domain.measures import Round
from ita_desktop.ui.rows.cell import Cell, StateCell
from ita_desktop.ui.rows.column import Column
from ita_desktop.ui.session import Session


def _takes_all(_line: Any, _column: Column) -> str:
    return ""


def _nothing_more(_session: Session, _lines: Sequence[Any], _line: Any) -> Mapping[str, str]:
    return {}


def _as_it_is(_field: str, kept: str) -> str:
    return kept


def _no_tip(_line: Any, _column: Column, _cell: Cell) -> str:
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """The lines are the subject's own (``rows.line.Line``, and what else it knows of them)."""

    cell_of: Callable[[Any, Column, Round], Cell]
    state_of: Callable[[Any, Column, Round], StateCell | None]
    """A state that stands in the cell in the place of its text; None where it is a text."""
    own_text: Callable[[Any, str, Round], str]
    """What the row itself keeps of a field, as it is typed and copied."""
    row_words: Callable[[Any], str]
    """What a row is called: ขั้นตอนที่ 2."""
    inside: Mapping[Kind, Kind]
    """Of lines that head others: what those are."""
    refuses: Callable[[Any, Column], str] = _takes_all
    """Why nothing is typed into a cell, as a sentence; empty where it takes a text."""
    tip_of: Callable[[Any, Column, Cell], str] = _no_tip
    """What is said where the mouse rests; empty: nothing."""
    kept_words: Callable[[str, str], str] = _as_it_is
    """How what a field keeps is read, as its history says it: of a state its word."""
    fixed_rows: str = ""
    """Why rows are neither added nor moved nor taken away here, as a sentence; empty: they are."""
    more_of_new: Callable[[Session, Sequence[Any], Any], Mapping[str, str]] = _nothing_more
    """Fields that a new row has beside what is typed."""
