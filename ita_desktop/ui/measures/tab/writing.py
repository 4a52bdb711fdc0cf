"""Writes what gestures ask for and tells what was refused: one deed, then everybody is told."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind
from ita_desktop.domain.measures import Round
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import wording
from ita_desktop.ui.faults import note_machine_error
from ita_desktop.ui.measures.tab.columns import Column
from ita_desktop.ui.measures.tab.lines import Line
from ita_desktop.ui.session import Session
from ita_desktop.workflows.rows import (
    FIELD_WORDS,
    KIND_WORDS,
    RESULT_FIELDS,
    Edit,
)

T = TypeVar("T")


def write(session: Session, deed: Callable[[DataFile], T]) -> tuple[T | None, str]:
    """Do a deed; return what it gave, or None and why it was refused (nothing changed then)."""
    try:
        done = deed(session.file)
    except (ClerkError, MachineError) as refusal:
        note_machine_error(refusal)
        return None, wording.said(str(refusal))
    session.refresh()
    return done, ""


def edit_of(line: Line, field: str, months: Round, text: str) -> Edit:
    """Return the edit that writes a text into a field of a row."""
    return Edit(
        kind=line.kind,
        number=line.number,
        field=field,
        text=text,
        months=months if field in RESULT_FIELDS else None,
    )


def criteria_year_of_new(session: Session, lines: Iterable[Line]) -> int:
    """Return the criteria that a new item is of: its siblings', else last year's scores'."""
    items = [line.item for line in lines if line.item is not None]
    if items:
        return items[-1].criteria_year
    year = session.fiscal_year
    return year - 1 if year - 1 in session.years else year


def row_words(line: Line) -> str:
    """Return what a row is called: ขั้นตอนที่ 2, มาตรการ 1, ข้อ i7."""
    if line.adds:
        return f"{KIND_WORDS[line.kind]}ใหม่"
    if line.item is not None:
        return f"ข้อ {line.item.code}" if line.item.code else f"ข้อลำดับที่ {line.place}"
    if line.kind is Kind.STEP:
        return f"ขั้นตอนที่ {line.place}"
    return f"มาตรการ {line.place}"


def place_words(line: Line, column: Column, months: Round) -> str:
    """Return where a cell is, as shown: ผลการดำเนินการ ขั้นตอนที่ ๒ รอบ ๖ เดือน."""
    field = FIELD_WORDS.get(column.field, column.head)
    of_round = f" รอบ {months} เดือน" if column.of_round else ""
    return wording.shown(f"{field} {row_words(line)}{of_round}")
