"""Reads the projects of plans, and writes what belongs to a project beside its own row."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Final

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Value
from ita_desktop.domain.measures import Round
from ita_desktop.domain.project import (
    Project,
    ProjectKind,
    ProjectResult,
    ProjectState,
    ProjectYear,
    Reason,
    TargetGroup,
)

_PROJECT: Final = (
    *("id", "section", "kind", "name", "rationale", "objectives", "target", "target_count"),
    *("target_groups", "steps", "period", "no_budget", "amount", "source", "units", "outputs"),
    *("outcomes", "note", "previous"),
)
_RESULT: Final = (
    *("state", "in_ordinance", "planned", "granted", "spent", "result", "problem", "suggestion"),
    *("reason", "reason_text", "note"),
)
LINKS: Final[Mapping[str, tuple[str, ...]]] = {
    "project_place": ("section",),
    "project_item": ("criteria_year", "code"),
    "project_risk": ("risk",),
}
"""Tables of what a project is joined with, and their columns beside the project."""


def load_projects(file: DataFile, which: str) -> list[tuple[int, Project]]:
    """Return projects, each with the number of its section, in order; ``which`` is a condition."""
    those = f"SELECT id FROM project WHERE {which}"
    years = _years(file, those)
    results = _results(file, those)
    places = _linked(file, "project_place", those)
    items = _linked(file, "project_item", those)
    risks = _linked(file, "project_risk", those)
    treatments: dict[int, list[int]] = {}
    for project, treatment in file.read(
        f"SELECT project, id FROM treatment_project WHERE project IN ({those}) ORDER BY id"
    ):
        treatments.setdefault(project, []).append(treatment)
    found: list[tuple[int, Project]] = []
    for row in file.read(
        f"SELECT {', '.join(_PROJECT)} FROM project WHERE {which} ORDER BY position, id"
    ):
        values = dict(zip(_PROJECT, row, strict=True))
        number, section = int(values["id"]), int(values.pop("section"))
        values |= {
            "kind": ProjectKind(values["kind"]),
            "target_groups": tuple(map(TargetGroup, values["target_groups"].split())),
            "no_budget": bool(values["no_budget"]),
            "amount": _money(values["amount"]),
            "years": years.get(number, {}),
            "results": results.get(number, {}),
            "places": tuple(one for (one,) in places.get(number, ())),
            "items": tuple(items.get(number, ())),
            "risks": tuple(one for (one,) in risks.get(number, ())),
            "treatments": tuple(treatments.get(number, ())),
        }
        found.append((section, Project(**values)))
    return found


def _years(file: DataFile, those: str) -> dict[int, dict[int, ProjectYear]]:
    found: dict[int, dict[int, ProjectYear]] = {}
    for project, year, runs, quarters, amount in file.read(
        "SELECT project, fiscal_year, runs, quarters, amount FROM project_year"
        f" WHERE project IN ({those}) ORDER BY fiscal_year"
    ):
        found.setdefault(project, {})[year] = ProjectYear(
            runs=bool(runs), quarters=tuple(map(int, quarters)), amount=_money(amount)
        )
    return found


def _results(file: DataFile, those: str) -> dict[int, dict[tuple[int, Round], ProjectResult]]:
    found: dict[int, dict[tuple[int, Round], ProjectResult]] = {}
    for project, year, months, *row in file.read(
        f"SELECT project, fiscal_year, round, {', '.join(_RESULT)} FROM project_result"
        f" WHERE project IN ({those})"
    ):
        values = dict(zip(_RESULT, row, strict=True))
        values |= {
            "state": ProjectState(values["state"]),
            "reason": Reason(values["reason"]),
            "in_ordinance": bool(values["in_ordinance"]),
            **{name: _money(values[name]) for name in ("planned", "granted", "spent")},
        }
        found.setdefault(project, {})[year, months] = ProjectResult(**values)
    return found


def _linked(file: DataFile, table: str, those: str) -> dict[int, list[tuple[object, ...]]]:
    found: dict[int, list[tuple[object, ...]]] = {}
    for project, *row in file.read(
        f"SELECT project, {', '.join(LINKS[table])} FROM {table}"
        f" WHERE project IN ({those}) ORDER BY id"
    ):
        found.setdefault(project, []).append(tuple(row))
    return found


def _money(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def put_project_year(
    file: DataFile, project: int, fiscal_year: int, values: Mapping[str, Value]
) -> None:
    """Write ``runs``, ``quarters`` or ``amount`` of a project's year; an empty year goes."""
    _put_by(
        file,
        "project_year",
        {"project": project, "fiscal_year": fiscal_year},
        values,
        "runs = 0 AND quarters = '' AND amount = ''",
    )


def put_project_result(
    file: DataFile, project: int, fiscal_year: int, months: Round, values: Mapping[str, Value]
) -> None:
    """Write fields of what a project reports in a round; an empty report goes."""
    nothing = " AND ".join(
        f"{name} = 0" if name == "in_ordinance" else f"{name} = ''" for name in _RESULT
    )
    _put_by(
        file,
        "project_result",
        {"project": project, "fiscal_year": fiscal_year, "round": months},
        values,
        nothing,
    )


def plain_result(result: ProjectResult) -> dict[str, Value]:
    """Return a report as ``put_project_result`` takes it."""
    values: dict[str, Value] = {
        name: str(getattr(result, name)) for name in _RESULT if getattr(result, name) is not None
    }
    money = ("planned", "granted", "spent")
    values |= {name: values.get(name, "") for name in money}
    return {**values, "in_ordinance": int(result.in_ordinance)}


def links_of(file: DataFile, table: str, project: int) -> list[tuple[Value, ...]]:
    """Return what a project is joined with, as ``put_links`` takes it."""
    return file.read(
        f"SELECT {', '.join(LINKS[table])} FROM {table} WHERE project = ? ORDER BY id", (project,)
    )


def project_texts(file: DataFile, project: int) -> dict[str, Value]:
    """Return the columns of a project that a copy of it has, too. Raises LookupError."""
    names = [name for name in _PROJECT if name not in ("id", "section", "previous")]
    rows = file.read(f"SELECT {', '.join(names)} FROM project WHERE id = ?", (project,))
    if not rows:
        raise LookupError(project)
    return dict(zip(names, rows[0], strict=True))


def put_links(
    file: DataFile, table: str, project: int, wanted: Iterable[tuple[Value, ...]]
) -> None:
    """Join a project with exactly these: sections, items or risks, as ``LINKS`` has columns."""
    columns = LINKS[table]
    chosen = tuple(dict.fromkeys(wanted))
    rows = file.read(f"SELECT id, {', '.join(columns)} FROM {table} WHERE project = ?", (project,))
    there = {tuple(values): number for number, *values in rows}
    for values, number in there.items():
        if values not in chosen:
            file.connection.execute(f"DELETE FROM {table} WHERE id = ?", (number,))
    marks = ", ".join("?" * (len(columns) + 1))
    for values in chosen:
        if values not in there:
            file.connection.execute(
                f"INSERT INTO {table} (project, {', '.join(columns)}) VALUES ({marks})",
                (project, *values),
            )


def plan_of_project(file: DataFile, project: int) -> int | None:
    """Return the plan a project is in; None where it is gone."""
    rows = file.read(
        "SELECT plan FROM section JOIN project ON project.section = section.id"
        " WHERE project.id = ?",
        (project,),
    )
    return int(rows[0][0]) if rows else None


def put_treatment_project(file: DataFile, treatment: int, project: int | None) -> None:
    """Say which project of the plan a treatment of the risk register is; None: none."""
    if project is None:
        file.connection.execute("DELETE FROM treatment_project WHERE id = ?", (treatment,))
    else:
        file.connection.execute(
            "INSERT INTO treatment_project (id, project) VALUES (?, ?)"
            " ON CONFLICT (id) DO UPDATE SET project = excluded.project",
            (treatment, project),
        )


def _put_by(
    file: DataFile,
    table: str,
    chosen: Mapping[str, Value],
    values: Mapping[str, Value],
    nothing: str,
) -> None:
    """Write columns of the row with these keys; it is made where it is wanted, and goes empty."""
    which = " AND ".join(f"{name} = ?" for name in chosen)
    rows = file.read(f"SELECT id FROM {table} WHERE {which}", tuple(chosen.values()))
    if rows:
        sets = ", ".join(f"{name} = ?" for name in values)
        file.connection.execute(
            f"UPDATE {table} SET {sets} WHERE id = ?", (*values.values(), rows[0][0])
        )
        file.connection.execute(f"DELETE FROM {table} WHERE id = ? AND {nothing}", (rows[0][0],))
    elif any(value not in ("", None, 0) for value in values.values()):
        columns = {**chosen, **values}
        marks = ", ".join("?" * len(columns))
        file.connection.execute(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})",
            tuple(columns.values()),
        )
