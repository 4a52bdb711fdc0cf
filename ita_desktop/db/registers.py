"""Reads the risks of a year as one value."""

from collections.abc import Iterable

from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.measures import Round, State, StepResult
from ita_desktop.domain.risks import PlanProject, Process, Quality, Risk, Treatment

_RISK = (
    "risk.id, marker, risk.text, cause, control, control_quality, likelihood, impact, risk.level,"
    " after_likelihood, after_impact, after_level, risk.units, previous"
)


def load_processes(file: DataFile, fiscal_year: int) -> tuple[Process, ...]:
    """Return the processes of a year with their risks and treatments, in order."""
    with file.understanding("ความเสี่ยง"):
        risks = _risks(file, fiscal_year)
        treatments = _treatments(file, fiscal_year)
        return tuple(
            Process(
                id=row[0],
                fiscal_year=fiscal_year,
                text=row[1],
                area=row[2],
                units=row[3],
                level=row[4],
                risks=tuple(risks.get(row[0], ())),
                treatments=tuple(treatments.get(row[0], ())),
            )
            for row in file.read(
                "SELECT id, text, area, units, level FROM process WHERE fiscal_year = ?"
                " ORDER BY position, id",
                (fiscal_year,),
            )
        )


def load_risks(file: DataFile, numbers: Iterable[int]) -> dict[int, Risk]:
    """Return risks of any year by their numbers; those that are gone are left out."""
    wanted = ", ".join(str(int(number)) for number in numbers)
    if not wanted:
        return {}
    with file.understanding("ความเสี่ยง"):
        rows = file.read(f"SELECT {_RISK} FROM risk WHERE id IN ({wanted})")
        return {row[0]: _risk(row) for row in rows}


def years_of_risks(file: DataFile, numbers: Iterable[int]) -> dict[int, int]:
    """Return the fiscal year of each risk that is there."""
    wanted = ", ".join(str(int(number)) for number in numbers)
    if not wanted:
        return {}
    return dict(
        file.read(
            "SELECT risk.id, fiscal_year FROM risk JOIN process ON process.id = risk.process"
            f" WHERE risk.id IN ({wanted})"
        )
    )


def has_levels(file: DataFile, fiscal_year: int) -> bool:
    """Say whether any risk or process of a year has a level: then its method is frozen."""
    rows = file.read(
        "SELECT EXISTS (SELECT 1 FROM process LEFT JOIN risk ON risk.process = process.id"
        " WHERE fiscal_year = ? AND (process.level <> '' OR risk.level <> ''"
        " OR after_level <> '' OR likelihood IS NOT NULL OR impact IS NOT NULL"
        " OR after_likelihood IS NOT NULL OR after_impact IS NOT NULL))",
        (fiscal_year,),
    )
    return bool(rows[0][0])


def _risks(file: DataFile, fiscal_year: int) -> dict[int, list[Risk]]:
    found: dict[int, list[Risk]] = {}
    for process, *row in file.read(
        f"SELECT risk.process, {_RISK} FROM risk JOIN process ON process.id = risk.process"
        " WHERE fiscal_year = ? ORDER BY risk.position, risk.id",
        (fiscal_year,),
    ):
        found.setdefault(process, []).append(_risk(row))
    return found


def _risk(row: Iterable[object]) -> Risk:
    values = dict(zip(_RISK_FIELDS, row, strict=True))
    return Risk(**{**values, "control_quality": Quality(values["control_quality"])})  # pyright: ignore[reportArgumentType]


_RISK_FIELDS = (
    *("id", "marker", "text", "cause", "control", "control_quality"),
    *("likelihood", "impact", "level", "after_likelihood", "after_impact", "after_level"),
    *("units", "previous"),
)


def _treatments(file: DataFile, fiscal_year: int) -> dict[int, list[Treatment]]:
    results = _results(file, fiscal_year)
    linked = _linked_projects(file, fiscal_year)
    found: dict[int, list[Treatment]] = {}
    for row in file.read(
        "SELECT treatment.process, treatment.id, risk, marker, treatment.text, treatment.units,"
        " period, measure, project"
        " FROM treatment JOIN process ON process.id = treatment.process"
        " WHERE fiscal_year = ? ORDER BY treatment.position, treatment.id",
        (fiscal_year,),
    ):
        found.setdefault(row[0], []).append(
            Treatment(
                id=row[1],
                risk=row[2],
                marker=row[3],
                text=row[4],
                units=row[5],
                period=row[6],
                measure=row[7],
                project=row[8],
                linked=linked.get(row[1]),
                results=results.get(row[1], {}),
            )
        )
    return found


def _linked_projects(file: DataFile, fiscal_year: int) -> dict[int, PlanProject]:
    """Return the projects of plans that treatments are, numbered as their plans number them."""
    links = file.read(
        "SELECT treatment_project.id, treatment_project.project, plan FROM treatment_project"
        " JOIN treatment ON treatment.id = treatment_project.id"
        " JOIN process ON process.id = treatment.process"
        " JOIN project ON project.id = treatment_project.project"
        " JOIN section ON section.id = project.section"
        " WHERE process.fiscal_year = ?",
        (fiscal_year,),
    )
    projects: dict[int, PlanProject] = {}
    for plan in {row[2] for row in links}:
        rows = file.read(
            "SELECT project.id, project.name FROM project"
            " JOIN section ON section.id = project.section WHERE plan = ?"
            " ORDER BY section.position, section.id, project.position, project.id",
            (plan,),
        )
        for number, (project, name) in enumerate(rows, start=1):
            projects[project] = PlanProject(project, number, name)
    return {treatment: projects[project] for treatment, project, _ in links}


def _results(file: DataFile, fiscal_year: int) -> dict[int, dict[Round, StepResult]]:
    found: dict[int, dict[Round, StepResult]] = {}
    for row in file.read(
        "SELECT treatment, round, state, result, problem, suggestion, outcome, percent"
        " FROM treatment_result JOIN treatment ON treatment.id = treatment_result.treatment"
        " JOIN process ON process.id = treatment.process WHERE fiscal_year = ?",
        (fiscal_year,),
    ):
        found.setdefault(row[0], {})[row[1]] = StepResult(
            state=State(row[2]),
            result=row[3],
            problem=row[4],
            suggestion=row[5],
            outcome=row[6],
            percent=row[7],
        )
    return found
