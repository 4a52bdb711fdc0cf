"""The risks of a year as plain data and back: how a closed round keeps them."""

from collections.abc import Mapping
from typing import Any

from ita_desktop.domain.results_file import filled, plain_results, read_results, read_round
from ita_desktop.domain.risk_method_file import read_method, write_method
from ita_desktop.domain.risks import PlanProject, Process, Quality, Register, Risk, Treatment


def write_register(register: Register) -> dict[str, Any]:
    """Return the register as plain data that ``read_register`` takes back unchanged."""
    return {
        "fiscal_year": register.fiscal_year,
        "method": write_method(register.method),
        "method_kept": register.method_kept,
        "processes": [_plain_process(process) for process in register.processes],
        "areas": list(register.areas),
        "before": {str(number): _plain_risk(risk) for number, risk in register.before.items()},
        "comparable": sorted(register.comparable),
        "closed": sorted(register.closed),
    }


def read_register(plain: Mapping[str, Any]) -> Register:
    """Return the register that plain data describe.

    Raises LookupError, TypeError or ValueError for what ``write_register`` never wrote.
    """
    return Register(
        fiscal_year=int(plain["fiscal_year"]),
        method=read_method(plain["method"]),
        method_kept=bool(plain["method_kept"]),
        processes=tuple(map(_process, plain["processes"])),
        areas=tuple(map(str, plain["areas"])),
        before={int(number): _risk(risk) for number, risk in plain["before"].items()},
        # a round that was closed before this was kept does without
        comparable=frozenset(map(int, plain.get("comparable", ()))),
        closed=frozenset(read_round(str(months)) for months in plain["closed"]),
    )


def _plain_process(process: Process) -> dict[str, Any]:
    return filled(
        id=process.id,
        fiscal_year=process.fiscal_year,
        text=process.text,
        area=process.area,
        units=process.units,
        level=process.level,
        risks=[_plain_risk(risk) for risk in process.risks],
        treatments=[_plain_treatment(one) for one in process.treatments],
    )


def _plain_risk(risk: Risk) -> dict[str, Any]:
    return filled(
        id=risk.id,
        marker=risk.marker,
        text=risk.text,
        cause=risk.cause,
        control=risk.control,
        control_quality=risk.control_quality.value,
        likelihood=risk.likelihood,
        impact=risk.impact,
        level=risk.level,
        after_likelihood=risk.after_likelihood,
        after_impact=risk.after_impact,
        after_level=risk.after_level,
        units=risk.units,
        previous=risk.previous,
    )


def _plain_treatment(one: Treatment) -> dict[str, Any]:
    return filled(
        id=one.id,
        risk=one.risk,
        marker=one.marker,
        text=one.text,
        units=one.units,
        period=one.period,
        measure=one.measure,
        project=one.project,
        linked=[] if one.linked is None else [one.linked.id, one.linked.number, one.linked.name],
        results=plain_results(one.results),
    )


def _process(plain: Mapping[str, Any]) -> Process:
    values: dict[str, Any] = {
        **plain,
        "risks": tuple(map(_risk, plain.get("risks", ()))),
        "treatments": tuple(map(_treatment, plain.get("treatments", ()))),
    }
    return Process(**values)


def _risk(plain: Mapping[str, Any]) -> Risk:
    values: dict[str, Any] = {
        **plain,
        "control_quality": Quality(plain.get("control_quality", "")),
    }
    return Risk(**values)


def _treatment(plain: Mapping[str, Any]) -> Treatment:
    linked = plain.get("linked")
    values: dict[str, Any] = {
        **plain,
        "linked": PlanProject(int(linked[0]), int(linked[1]), str(linked[2])) if linked else None,
        "results": read_results(plain.get("results", {})),
    }
    return Treatment(**values)
