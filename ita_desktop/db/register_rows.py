"""What a process with its risks and treatments is written as: whole processes at once."""

from collections.abc import Mapping

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind, Value, add_row, put_result
from ita_desktop.db.topic_rows import result_columns
from ita_desktop.domain.risks import Process, Risk, Treatment


def add_process(
    file: DataFile, fiscal_year: int, process: Process, earlier: Mapping[int, int] | None = None
) -> dict[int, int]:
    """Add a process with risks, treatments and reports, inside a deed.

    Returns the number each risk got, by the one it has in ``process``; ``earlier`` gives those of
    earlier years, which ``previous`` names: one that is not there is left out.
    """
    known = earlier or {}
    columns: dict[str, Value] = {
        "text": process.text,
        "area": process.area,
        "units": process.units,
        "level": process.level,
    }
    parent = add_row(file, Kind.PROCESS, fiscal_year, columns)
    numbers: dict[int, int] = {}
    for risk in process.risks:
        previous = None if risk.previous is None else known.get(risk.previous)
        values = {**risk_columns(risk), "previous": previous}
        numbers[risk.id] = add_row(file, Kind.RISK, parent, values)
    for treatment in process.treatments:
        against = None if treatment.risk is None else numbers[treatment.risk]
        values = {**treatment_columns(treatment), "risk": against}
        number = add_row(file, Kind.TREATMENT, parent, values)
        for months, told in treatment.results.items():
            put_result(file, Kind.TREATMENT, number, months, result_columns(told))
    return numbers


def risk_columns(risk: Risk) -> dict[str, Value]:
    """Return a risk as its row keeps it, without the risk it goes on from."""
    return {
        "marker": risk.marker,
        "text": risk.text,
        "cause": risk.cause,
        "control": risk.control,
        "control_quality": risk.control_quality.value,
        "likelihood": risk.likelihood,
        "impact": risk.impact,
        "level": risk.level,
        "after_likelihood": risk.after_likelihood,
        "after_impact": risk.after_impact,
        "after_level": risk.after_level,
        "units": risk.units,
    }


def treatment_columns(treatment: Treatment) -> dict[str, Value]:
    """Return a treatment as its row keeps it, without the risk it is against."""
    return {
        "marker": treatment.marker,
        "text": treatment.text,
        "units": treatment.units,
        "period": treatment.period,
        "measure": treatment.measure,
        "project": treatment.project,
    }
