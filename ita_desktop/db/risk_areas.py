"""Where the names of risk areas are used, and their renaming in every year."""

from collections.abc import Mapping

from ita_desktop.db.data_file import DataFile


def area_uses(file: DataFile) -> Mapping[str, Mapping[int, int]]:
    """Return, by the name of an area, how many processes of each fiscal year are of it."""
    found: dict[str, dict[int, int]] = {}
    for name, year, count in file.read(
        "SELECT area, fiscal_year, count(*) FROM process WHERE area <> ''"
        " GROUP BY area, fiscal_year ORDER BY fiscal_year"
    ):
        found.setdefault(name, {})[year] = count
    return found


def rename_area(file: DataFile, old: str, new: str) -> None:
    """Write another name into the list and into the processes that have it, inside a deed."""
    file.connection.execute("UPDATE risk_area SET name = ? WHERE name = ?", (new, old))
    file.connection.execute("UPDATE process SET area = ? WHERE area = ?", (new, old))
