"""Writes what gestures ask for and tells what was refused: one deed, then everybody is told."""

from collections.abc import Callable
from typing import TypeVar

from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.measures import Round
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import wording
from ita_desktop.ui.faults import note_machine_error
from ita_desktop.ui.rows.column import Column
from ita_desktop.ui.rows.line import Line
from ita_desktop.ui.rows.subject import Subject
from ita_desktop.ui.session import Session
from ita_desktop.workflows.rows.deeds import (
    FIELD_WORDS,
    KIND_WORDS,
    Edit,
    is_of_round,
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
        months=months if is_of_round(field) else None,
    )


def row_words(subject: Subject, line: Line) -> str:
    """Return what a row is called: ขั้นตอนที่ 2, มาตรการ 1, ขั้นตอนใหม่."""
    return f"{KIND_WORDS[line.kind]}ใหม่" if line.adds else subject.row_words(line)


def place_words(subject: Subject, line: Line, column: Column, months: Round) -> str:
    """Return where a cell is, as shown: ผลการดำเนินการ ขั้นตอนที่ ๒ รอบ ๖ เดือน."""
    field = FIELD_WORDS.get(column.field, column.head)
    of_round = f" รอบ {months} เดือน" if column.of_round else ""
    return wording.shown(f"{field} {row_words(subject, line)}{of_round}")
