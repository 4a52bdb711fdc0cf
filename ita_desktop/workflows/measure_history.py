"""What became of one field of the measures."""

from ita_desktop.db import history
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.history import FieldChange
from ita_desktop.workflows.measures import Edit


def measure_field_history(file: DataFile, edit: Edit) -> tuple[FieldChange, ...]:
    """Return what became of the field an edit is about, newest first; values as stored."""
    with file.understanding("ประวัติการแก้ไข"):
        if edit.months is None:
            key: dict[str, object] = {"id": edit.number}
            return history.field_changes(file.read, str(edit.kind), key, edit.field)
        key = {str(edit.kind): edit.number, "round": edit.months}
        return history.field_changes(file.read, "step_result", key, edit.field)
