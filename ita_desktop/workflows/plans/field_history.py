"""What became of one field of a project: a text of its own, or a figure of one of its years."""

from ita_desktop.db import history
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.history import FieldChange
from ita_desktop.workflows.plans.fields import field_and_year


def project_field_history(file: DataFile, project: int, field: str) -> tuple[FieldChange, ...]:
    """Return what became of a field ("steps", "amount:2566"), newest first; values as stored."""
    name, year = field_and_year(field)
    with file.understanding("ประวัติการแก้ไข"):
        if year is None:
            return history.field_changes(file.read, "project", {"id": project}, name)
        key: dict[str, object] = {"project": project, "fiscal_year": year}
        return history.field_changes(file.read, "project_year", key, name)
