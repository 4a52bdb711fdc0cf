"""Reads and writes of the method of each year, and of the office's list of risk areas."""

import json
from collections.abc import Iterable

from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.risk_method import RiskMethod
from ita_desktop.domain.risk_method_file import read_method, write_method


def kept_method(file: DataFile, fiscal_year: int) -> RiskMethod | None:
    """Return the method that a year has of its own; None where it has none yet."""
    return _read(file, "id = ?", fiscal_year)


def latest_method(file: DataFile, before: int) -> RiskMethod | None:
    """Return the method of the latest year before ``before`` that has one."""
    return _read(file, "id < ?", before)


def keep_method(file: DataFile, fiscal_year: int, method: RiskMethod) -> None:
    """Write the method of a year, inside a deed."""
    document = json.dumps(write_method(method), ensure_ascii=False)
    file.connection.execute(
        "INSERT INTO risk_method (id, document) VALUES (?, ?)"
        " ON CONFLICT (id) DO UPDATE SET document = excluded.document",
        (fiscal_year, document),
    )


def own_areas(file: DataFile) -> tuple[str, ...]:
    """Return the office's own list of areas; empty where it has made none."""
    return tuple(row[0] for row in file.read("SELECT name FROM risk_area ORDER BY position, id"))


def keep_areas(file: DataFile, names: Iterable[str]) -> None:
    """Write the list of areas, inside a deed: what stays keeps its row."""
    wanted = tuple(dict.fromkeys(names))
    there = own_areas(file)
    for name in there:
        if name not in wanted:
            file.connection.execute("DELETE FROM risk_area WHERE name = ?", (name,))
    for position, name in enumerate(wanted):
        if name in there:
            file.connection.execute(
                "UPDATE risk_area SET position = ? WHERE name = ? AND position <> ?",
                (position, name, position),
            )
        else:
            file.connection.execute(
                "INSERT INTO risk_area (position, name) VALUES (?, ?)", (position, name)
            )


def _read(file: DataFile, which: str, year: int) -> RiskMethod | None:
    rows = file.read(
        f"SELECT document FROM risk_method WHERE {which} ORDER BY id DESC LIMIT 1", (year,)
    )
    if not rows:
        return None
    with file.understanding("เกณฑ์ประเมินความเสี่ยง"):
        return read_method(json.loads(rows[0][0]))
