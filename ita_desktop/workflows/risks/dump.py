"""What a dump says of risks: every key always there, texts as stored, in the paper's order."""

from typing import Any

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.risk_methods import own_areas
from ita_desktop.domain.risk_levels import Standing, standing_after, standing_of
from ita_desktop.domain.risk_method import RiskMethod
from ita_desktop.domain.risk_method_file import write_method
from ita_desktop.domain.risks import Numbered, Process, Register, Treatment
from ita_desktop.workflows.measures.dump import dump_results
from ita_desktop.workflows.risks.register import register_of


def dump_risks(file: DataFile, fiscal_year: int) -> dict[str, Any]:
    """Return what a year has of risks.

    ``risks`` are the rows of the paper, each with its events and what is done about them;
    ``risk_method`` is how they are measured, None where the year has none of its own yet.
    """
    register = register_of(file, fiscal_year)
    return {
        "risks": _processes(register),
        "risk_method": _method(register.method) if register.method_kept else None,
    }


def dump_areas(file: DataFile) -> list[str]:
    """Return the office's own list of risk areas; empty where it has made none."""
    return list(own_areas(file))


def _processes(register: Register) -> list[dict[str, Any]]:
    found: dict[int, list[dict[str, Any]]] = {}
    for one in register.risks():
        found.setdefault(one.process.id, []).append(_risk(register.method, one))
    return [_process(process, found.get(process.id, [])) for process in register.processes]


def _process(process: Process, risks: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": process.id,
        "text": process.text,
        "area": process.area,
        "units": process.units,
        "level": process.level,
        "risks": risks,
        "treatments": [_treatment(one) for one in process.treatments],
    }


def _risk(method: RiskMethod, one: Numbered) -> dict[str, Any]:
    risk = one.risk
    return {
        "id": risk.id,
        "number": str(one.number),
        "marker": risk.marker,
        "text": risk.text,
        "cause": risk.cause,
        "control": risk.control,
        "control_quality": risk.control_quality.value,
        "likelihood": _number(risk.likelihood),
        "impact": _number(risk.impact),
        "level": risk.level,
        "standing": _standing(standing_of(method, one.process, risk)),
        "after_likelihood": _number(risk.after_likelihood),
        "after_impact": _number(risk.after_impact),
        "after_level": risk.after_level,
        "standing_after": _standing(standing_after(method, risk)),
        "units": risk.units,
        "previous": risk.previous,
    }


def _standing(standing: Standing) -> dict[str, str | None]:
    """Return product and level as papers print them."""
    return {"score": _number(standing.score), "level": standing.words}


def _treatment(one: Treatment) -> dict[str, Any]:
    return {
        "id": one.id,
        "risk": one.risk,
        "marker": one.marker,
        "text": one.text,
        "units": one.units,
        "period": one.period,
        "measure": one.measure,
        "project": one.project,
        "plan_project": None if one.linked is None else one.linked.id,
        "results": dump_results(one.results),
    }


def _method(method: RiskMethod) -> dict[str, Any]:
    """Return a method with its numbers as texts."""
    plain = write_method(method)
    scales = {
        name: [{**step, "value": str(step["value"])} for step in plain[name]]
        for name in ("likelihood", "impact")
    }
    bands = [
        {**band, "first": str(band["first"]), "last": str(band["last"])} for band in plain["bands"]
    ]
    return {**plain, **scales, "bands": bands}


def _number(value: int | None) -> str | None:
    return None if value is None else str(value)
