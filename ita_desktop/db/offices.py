"""Reads and writes of the office and its units."""

from decimal import Decimal

from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.bands import BandLimits
from ita_desktop.domain.office import Office, OfficeKind


def load_office(file: DataFile) -> Office | None:
    """Return the office the file belongs to, or None in a file that has none yet."""
    row = file.connection.execute(
        "SELECT name, kind, district, province, executive, executive_title, urgent_below, keep_from"
        " FROM office"
    ).fetchone()
    if row is None:
        return None
    units = file.connection.execute("SELECT name FROM unit ORDER BY position, id")
    return Office(
        name=row[0],
        kind=OfficeKind(row[1]),
        district=row[2],
        province=row[3],
        executive=row[4],
        executive_title=row[5],
        units=tuple(str(unit[0]) for unit in units),
        limits=BandLimits(Decimal(row[6]), Decimal(row[7])),
    )


def save_office(file: DataFile, office: Office) -> None:
    """Write the office and its units; inside a deed."""
    file.connection.execute(
        "INSERT INTO office (id, name, kind, district, province, executive, executive_title,"
        " urgent_below, keep_from) VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE"
        " SET name = excluded.name, kind = excluded.kind, district = excluded.district,"
        " province = excluded.province, executive = excluded.executive,"
        " executive_title = excluded.executive_title, urgent_below = excluded.urgent_below,"
        " keep_from = excluded.keep_from",
        (
            office.name,
            office.kind,
            office.district,
            office.province,
            office.executive,
            office.executive_title,
            str(office.limits.urgent_below),
            str(office.limits.keep_from),
        ),
    )
    _save_units(file, office.units)


def _save_units(file: DataFile, units: tuple[str, ...]) -> None:
    kept = {
        str(name): int(number)
        for number, name in file.connection.execute("SELECT id, name FROM unit ORDER BY id DESC")
    }
    for name in set(kept) - set(units):
        file.connection.execute("DELETE FROM unit WHERE id = ?", (kept[name],))
    for position, name in enumerate(dict.fromkeys(units)):
        if name in kept:
            file.connection.execute(
                "UPDATE unit SET position = ? WHERE id = ?", (position, kept[name])
            )
        else:
            file.connection.execute(
                "INSERT INTO unit (name, position) VALUES (?, ?)", (name, position)
            )
