"""What became of one field of an OIT item, which is known by its year and its code."""

from ita_desktop.db import history
from ita_desktop.db.data_file import HISTORY, DataFile
from ita_desktop.db.history import FieldChange


def oit_field_history(
    file: DataFile, fiscal_year: int, code: str, field: str
) -> tuple[FieldChange, ...]:
    """Return what became of a field ("units"), newest first; values as stored, None for none."""
    key = {"fiscal_year": fiscal_year, "code": code}
    with file.understanding(HISTORY):
        return history.field_changes(file.read, "oit_item", key, field)
