"""A copied block into the measures of a topic: texts into rows that are there, and new steps."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ita_desktop.db import rows as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rounds import closed_rounds
from ita_desktop.db.rows import Kind, Value
from ita_desktop.domain.measures import Round
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.plans.fields import PLAN_KINDS, field_and_year, write_plan_field
from ita_desktop.workflows.rows.deeds import (
    RESULT_FIELDS,
    Edit,
    checked_value,
    fiscal_year_of_row,
    keep_method_for,
    refuse_closed,
    typed_values,
    write_edit,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRow:
    """A row that a block adds at the end of its siblings: its fields as typed."""

    kind: Kind
    parent: int
    texts: Mapping[str, str]
    months: Round


def why_refused(file: DataFile, edit: Edit, fiscal_year: int) -> str:
    """Return why a text cannot be taken into a field, as a sentence; empty where it can."""
    try:
        checked_value(file, edit)
    except ClerkError as refusal:
        return str(refusal)
    if edit.months is not None and edit.months in closed_rounds(file, fiscal_year):
        return f"รอบ {edit.months} เดือนปิดแล้ว จึงแก้ไขผลไม่ได้"
    return ""


def write_block(
    file: DataFile, edits: Sequence[Edit], rows: Sequence[NewRow], deed: str
) -> tuple[int, ...]:
    """Write texts and new rows as one deed; return the numbers of the new rows.

    Raises ClerkError, with nothing written, for a text that cannot be taken and for a report of a
    closed round.
    """
    checked = [(edit, checked_value(file, edit)) for edit in edits]
    values = [typed_values(file, row.kind, row.parent, row.texts) for row in rows]
    made: list[int] = []
    with file.deed(deed):
        for edit, value in checked:
            write_edit(file, edit, value)
        for row, given in zip(rows, values, strict=True):
            made.append(_add(file, row, given))
    return tuple(made)


def _add(file: DataFile, row: NewRow, given: Mapping[str, Value]) -> int:
    is_plan = row.kind in PLAN_KINDS
    by_year = {name: value for name, value in given.items() if is_plan and field_and_year(name)[1]}
    given = {field: value for field, value in given.items() if field not in by_year}
    plain = {field: value for field, value in given.items() if field not in RESULT_FIELDS}
    if row.kind is Kind.ITEM:
        plain = {"criteria_year": table.parent_of(file, Kind.TOPIC, row.parent), **plain}
    keep_method_for(file, row.kind, row.parent, plain)
    number = table.add_row(file, row.kind, row.parent, plain)
    for field, value in by_year.items():
        write_plan_field(file, row.kind, number, field, value, None)
    report = {field: value for field, value in given.items() if field in RESULT_FIELDS}
    if any(value not in ("", None) for value in report.values()):
        year = fiscal_year_of_row(file, row.kind, number)
        if year is not None:
            refuse_closed(file, year, row.months)
        table.put_result(file, row.kind, number, row.months, report)
    return number
