"""What a data file is: whose, which years, how much, and whether it is sound."""

from typing import Any

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.health import health_of, row_counts
from ita_desktop.db.offices import load_office
from ita_desktop.db.schema import SCHEMA_VERSION
from ita_desktop.db.scores import fiscal_years


def info(file: DataFile) -> dict[str, Any]:
    """Return office, fiscal years, rows per table, schema version and health of a file."""
    office = load_office(file)
    found = health_of(file)
    return {
        "file": str(file.path),
        "office": None if office is None else office.name,
        "years": list(fiscal_years(file)),
        "rows": row_counts(file),
        "schema_version": SCHEMA_VERSION,
        "health": {"sound": not found, "findings": list(found)},
    }
