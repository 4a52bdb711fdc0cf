"""The register as it will be once tables read so far are taken: the next one is held against it.

A workbook may hold the same risks twice, as a register and as the report of a round; what the first
table adds is there for the second, under the numbers that rows have among the changes.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from ita_desktop.db.rows import Kind, Value
from ita_desktop.domain.measures import State, StepResult
from ita_desktop.domain.risks import Process, Quality, Register, Risk, Treatment
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.rows.changes import Act, RowChange
from ita_desktop.workflows.rows.deeds import RESULT_FIELDS

ValueOf = Callable[[str, str], Value]


def with_added(register: Register, changes: Sequence[RowChange], value_of: ValueOf) -> Register:
    """Return a register with the rows that changes add, at the end of their siblings."""
    added = [change for change in changes if change.act is Act.ADD]
    if not added:
        return register
    new = [
        Process(
            id=change.number,
            fiscal_year=register.fiscal_year,
            text=_text(change, "text"),
            area=_text(change, "area"),
            units=_text(change, "units"),
            level=_text(change, "level"),
        )
        for change in added
        if change.kind is Kind.PROCESS
    ]
    processes = [_with_parts(one, added, value_of) for one in (*register.processes, *new)]
    return replace(register, processes=tuple(processes))


def _with_parts(process: Process, added: Iterable[RowChange], value_of: ValueOf) -> Process:
    mine = [change for change in added if change.parent == process.id]
    risks = [_risk(change, value_of) for change in mine if change.kind is Kind.RISK]
    treatments = [_treatment(change, value_of) for change in mine if change.kind is Kind.TREATMENT]
    return replace(
        process,
        risks=(*process.risks, *risks),
        treatments=(*process.treatments, *treatments),
    )


def _risk(change: RowChange, value_of: ValueOf) -> Risk:
    return Risk(
        id=change.number,
        marker=_text(change, "marker"),
        text=_text(change, "text"),
        cause=_text(change, "cause"),
        control=_text(change, "control"),
        control_quality=Quality(_value(change, "control_quality", value_of) or ""),
        likelihood=_number(change, "likelihood", value_of),
        impact=_number(change, "impact", value_of),
        level=_text(change, "level"),
        after_likelihood=_number(change, "after_likelihood", value_of),
        after_impact=_number(change, "after_impact", value_of),
        after_level=_text(change, "after_level"),
        units=_text(change, "units"),
    )


def _treatment(change: RowChange, value_of: ValueOf) -> Treatment:
    values = dict(change.values)
    result = StepResult(
        state=State(_value(change, "state", value_of) or ""),
        result=_text(change, "result"),
        problem=_text(change, "problem"),
        suggestion=_text(change, "suggestion"),
        outcome=_text(change, "outcome"),
        percent=_number(change, "percent", value_of),
    )
    return Treatment(
        id=change.number,
        risk=int(values["risk"]) if "risk" in values else None,
        marker=_text(change, "marker"),
        text=_text(change, "text"),
        units=_text(change, "units"),
        period=_text(change, "period"),
        results={change.months: result} if RESULT_FIELDS & values.keys() else {},
    )


def _text(change: RowChange, name: str) -> str:
    return dict(change.values).get(name, "")


def _value(change: RowChange, name: str, value_of: ValueOf) -> Value:
    try:
        return value_of(name, dict(change.values).get(name, ""))
    except ClerkError:
        return None  # told among the findings


def _number(change: RowChange, name: str, value_of: ValueOf) -> int | None:
    value = _value(change, name, value_of)
    return value if isinstance(value, int) else None
