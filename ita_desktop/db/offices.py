"""Reads and writes of the office and its units."""

from decimal import Decimal

from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.bands import BandLimits
from ita_desktop.domain.office import Office, OfficeKind


def load_office(file: DataFile) -> Office | None:
    """Return the office the file belongs to, or None in a file that has none yet."""
    rows = file.read(
        "SELECT name, kind, district, province, executive, executive_title, urgent_below, keep_from"
        " FROM office"
    )
    if not rows:
        return None
    (row,) = rows
    units = file.read("SELECT name FROM unit ORDER BY position, id")
    with file.understanding("ข้อมูลหน่วยงาน"):
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


def _save_units(file: DataFile, names: tuple[str, ...]) -> None:
    """Write the units; a unit that keeps its name or, renamed, its position keeps its row."""
    wanted = {name: position for position, name in enumerate(dict.fromkeys(names))}
    rows = file.read("SELECT id, name, position FROM unit ORDER BY position, id")
    kept: dict[str, int] = {}
    for number, name, _ in rows:
        if name in wanted:
            kept.setdefault(name, number)
    new = {position: name for name, position in wanted.items() if name not in kept}
    for number, _, position in rows:
        if number in kept.values():
            continue
        if position in new:
            kept[new.pop(position)] = number
        else:
            file.connection.execute("DELETE FROM unit WHERE id = ?", (number,))
    for name, position in wanted.items():
        if name in kept:
            file.connection.execute(
                "UPDATE unit SET name = ?, position = ? WHERE id = ?", (name, position, kept[name])
            )
        else:
            file.connection.execute(
                "INSERT INTO unit (name, position) VALUES (?, ?)", (name, position)
            )
