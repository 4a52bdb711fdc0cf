"""What became of one field of a row of measures or of risks, or of its report."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ita_desktop.db import history
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.history import FieldChange
from ita_desktop.db.rows import result_table
from ita_desktop.documents.layout import EXTRA
from ita_desktop.workflows.plans.fields import field_and_year
from ita_desktop.workflows.rows.deeds import Edit


def measure_field_history(file: DataFile, edit: Edit) -> tuple[FieldChange, ...]:
    """Return what became of the field an edit is about, newest first; values as stored."""
    with file.understanding("ประวัติการแก้ไข"):
        if edit.months is None:
            key: dict[str, object] = {"id": edit.number}
            if edit.field.startswith(EXTRA):
                changes = history.field_changes(file.read, str(edit.kind), key, "extra")
                return tuple(_of_one(changes, edit.field.removeprefix(EXTRA)))
            return history.field_changes(file.read, str(edit.kind), key, edit.field)
        key = {str(edit.kind): edit.number, "round": edit.months}
        name, year = field_and_year(edit.field)
        if year is not None:
            key["fiscal_year"] = year
            return history.field_changes(file.read, "project_result", key, name)
        return history.field_changes(file.read, result_table(edit.kind), key, edit.field)


def _of_one(changes: Iterable[FieldChange], name: str) -> Iterator[FieldChange]:
    """Give what became of one free column; all of a row are kept together."""

    def one(kept: object) -> object:
        return json.loads(str(kept)).get(name, "") if kept else kept

    for change in changes:
        before, after = one(change.before), one(change.after)
        if before != after:
            yield replace(change, before=before, after=after)
