"""Rows with a key beside their records: each changed cell is a change of exactly its field."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from ita_desktop.db.rows import Kind
from ita_desktop.domain.risk_levels import parse_step
from ita_desktop.domain.risk_method import ScaleStep
from ita_desktop.domain.risks import Process, Risk, Treatment, inherited_units
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.risks.differences import reported_values, values_of
from ita_desktop.workflows.risks.drafts import KeyedRow
from ita_desktop.workflows.risks.event_edits import edit_events, edit_level_list
from ita_desktop.workflows.risks.forms import PLAN_TABLE, REGISTER
from ita_desktop.workflows.risks.levels_apart import check_level
from ita_desktop.workflows.risks.list_edits import (
    Entry,
    edit_treatments,
    new_row,
    remove_gone,
    take_text,
)
from ita_desktop.workflows.risks.shared_edits import Sharing, edit_own, edit_shared
from ita_desktop.workflows.risks.sheet import RiskSheet, listed_treatments
from ita_desktop.workflows.rows.book import short
from ita_desktop.workflows.rows.sheet_drafts import RowKey, Said

_REPORTED: Final = ("state", "result", "outcome", "percent", "problem", "suggestion")
_BESIDE: Final[dict[Kind, tuple[str, ...]]] = {
    Kind.PROCESS: ("area", "units"),
    Kind.RISK: (
        *("cause", "control", "control_quality", "after_likelihood", "after_impact"),
        "after_level",
    ),
    Kind.TREATMENT: (*_REPORTED, "period"),
}
"""Fields in columns that a paper may not have."""


def take_keyed(sheet: RiskSheet, keyed: Sequence[KeyedRow]) -> None:
    """Write down what the rows of records say anew."""
    processes = {process.id: process for process in sheet.register.processes}
    in_order = sorted(keyed, key=lambda row: row.process)
    for number, rows in groupby(in_order, key=lambda row: row.process):
        _process(sheet, processes[number], list(rows))


def _process(sheet: RiskSheet, process: Process, rows: list[KeyedRow]) -> None:
    risks = {risk.id: risk for risk in process.risks}
    treatments = {one.id: one for one in process.treatments}
    for row in rows:
        if (step := sheet.printed.changed(row, "step")) is not None:
            sheet.book.change(Kind.PROCESS, process.id, "text", process.text, step, "")
        _beside(sheet, row, Kind.PROCESS, process, process.text)
        if (risk := risks.get(row.key.number)) is not None and row.key.kind is Kind.RISK:
            _risk(sheet, risk, row)
        elif row.key.kind is Kind.TREATMENT and row.key.number in treatments:
            _treatment(sheet, process, treatments[row.key.number], row)
        elif row.key.kind is Kind.PROCESS:
            _whole(sheet, process, row)
        if row.key.kind is not Kind.TREATMENT:
            _controls(sheet, process, row)
    remove_gone(sheet, process)
    for row in rows:
        if row.key.kind is Kind.PROCESS and (said := sheet.printed.changed(row, "units")):
            place = short(process.text)
            sheet.book.change(Kind.PROCESS, process.id, "units", process.units, said, place)
    rows = [row for row in rows if row.key.kind is not Kind.PROCESS]
    if any(row.key.kind is Kind.RISK for row in rows):
        inheriting = [row for row in rows if not _levelled(risks.get(row.key.number))]
        level = Sharing("level", Kind.RISK, process.level, lambda _: "")
        edit_shared(sheet, process, inheriting, level)
        units = Sharing("units", Kind.RISK, process.units, lambda n: risks[n].units)
        edit_shared(sheet, process, rows, units)
    else:
        units = Sharing("units", Kind.TREATMENT, process.units, lambda n: treatments[n].units)
        of_risk = [row for row in rows if _done_by_its_risk(process, treatments[row.key.number])]
        edit_own(sheet, of_risk, units, short(process.text))
        edit_shared(sheet, process, [row for row in rows if row not in of_risk], units)


def _done_by_its_risk(process: Process, treatment: Treatment) -> bool:
    """Say whether a treatment names nobody and its risk somebody else than the process does."""
    return not treatment.units and inherited_units(process, treatment) != process.units


def _levelled(risk: Risk | None) -> bool:
    return risk is not None and (risk.is_placed or bool(risk.level))


def _risk(sheet: RiskSheet, risk: Risk, row: KeyedRow) -> None:
    place = short(risk.text)
    if (said := sheet.printed.changed(row, "event")) is not None:
        sheet.book.change(Kind.RISK, risk.id, "text", risk.text, said, place)
    for name, own in (("likelihood", risk.likelihood), ("impact", risk.impact)):
        if (said := sheet.printed.changed(row, name)) is not None:
            was = "" if own is None else str(own)
            sheet.book.change(Kind.RISK, risk.id, name, was, said, place)
    _level(sheet, risk, row)
    _beside(sheet, row, Kind.RISK, risk, risk.text)


def _level(sheet: RiskSheet, risk: Risk, row: KeyedRow) -> None:
    """Take the level of a row: its numbers win, a word alone is the risk's own."""
    said = sheet.printed.changed(row, "level")
    likelihood = _step_of(row, "likelihood", risk.likelihood, sheet.method.likelihood)
    impact = _step_of(row, "impact", risk.impact, sheet.method.impact)
    if likelihood is not None and impact is not None:
        new = said if said is not None else row.cells.get("level")
        if new is not None and new.text and not new.covered and (said or not risk.is_placed):
            check_level(new, likelihood, impact, sheet.book, sheet.method)
    elif said is not None and _levelled(risk):
        sheet.book.change(Kind.RISK, risk.id, "level", risk.level, said, short(risk.text))


def _step_of(row: KeyedRow, name: str, own: int | None, steps: tuple[ScaleStep, ...]) -> int | None:
    """Return the step a row says, else that of its record; None where there is none."""
    said = row.cells.get(name)
    if said is None or said.covered:
        return own
    try:
        return parse_step(said.text, steps, "")
    except ClerkError:
        return None


def _treatment(sheet: RiskSheet, process: Process, treatment: Treatment, row: KeyedRow) -> None:
    place = short(process.text)
    listed = {one.owner[1]: one for one in listed_treatments(process.treatments, sheet.measures)}
    if (said := sheet.printed.changed(row, "treatments")) is not None:
        take_text(sheet, Entry(listed[treatment.id], said.text), said, place)
    if (said := sheet.printed.changed(row, "event")) is not None:
        risks = [one for one in process.risks if treatment.risk in (None, one.id)]
        edit_events(sheet, process, tuple(risks), said)
    values = values_of(treatment) | reported_values(treatment, sheet.book)
    for name in _REPORTED:
        if (said := sheet.printed.changed(row, name)) is not None:
            sheet.book.change(Kind.TREATMENT, treatment.id, name, values[name], said, place)
    _beside(sheet, row, Kind.TREATMENT, treatment, treatment.text)


def _whole(sheet: RiskSheet, process: Process, row: KeyedRow) -> None:
    """Take the row of a process: all its events and levels in a cell each."""
    event = sheet.printed.changed(row, "event")
    level = sheet.printed.changed(row, "level")
    if sheet.printed.kind == PLAN_TABLE:
        edit_level_list(sheet, process, event, level)
        return
    if event is not None:
        edit_events(sheet, process, process.risks, event)
    if level is not None:
        place = short(process.text)
        sheet.book.change(Kind.PROCESS, process.id, "level", process.level, level, place)
    if not process.treatments and sheet.printed.kind != PLAN_TABLE:
        _reports_of_new(sheet, row)


def _reports_of_new(sheet: RiskSheet, row: KeyedRow) -> None:
    for name in ("result", "state", "outcome"):
        said = sheet.printed.changed(row, name)
        if said is not None and "treatments" in row.cells and not row.cells["treatments"].text:
            sheet.book.error(said, "ผลของมาตรการที่ระบุไว้ กรุณากรอกช่องมาตรการควบคุมในแถวนี้ก่อน")


def _controls(sheet: RiskSheet, process: Process, row: KeyedRow) -> None:
    """Take the treatments of a row: all of the process, or those beside one of its risks."""
    cell = row.cells.get("treatments")
    if cell is None or cell.covered or sheet.printed.is_covered(row.key, "treatments"):
        return
    risk = next((one for one in process.risks if row.key == RowKey(Kind.RISK, one.id)), None)
    shared = risk is None or all(one.risk is None for one in process.treatments)
    treatments = process.treatments if shared or risk is None else process.treatments_of(risk)
    for one in treatments:
        sheet.told[one.id] = sheet.told.get(one.id, 0) + 1
    if (said := sheet.printed.changed(row, "treatments")) is None:
        return
    listed = listed_treatments(treatments, sheet.measures)
    if not listed and sheet.printed.kind not in (PLAN_TABLE, REGISTER):
        new = new_row(sheet, Kind.TREATMENT, said, said.text)
        for name in _REPORTED:
            if (cell := row.cells.get(name)) is not None and cell.text:
                new.texts[name] = cell
        sheet.book.add(new, process.id, None)
        return
    against = None if shared or risk is None else risk.id
    edit_treatments(sheet, process, listed, said, against)


def _beside(
    sheet: RiskSheet, row: KeyedRow, kind: Kind, record: Process | Risk | Treatment, name: str
) -> None:
    """Take cells of columns that the paper has not: what is empty there says nothing."""
    values = values_of(record)
    if isinstance(record, Treatment):
        values |= reported_values(record, sheet.book)
    for field, said in _columns_beside(sheet, row, kind):
        if said.text != values.get(field, ""):
            new = replace(said, covered=False)
            sheet.book.change(kind, record.id, field, values.get(field, ""), new, short(name))


def _columns_beside(sheet: RiskSheet, row: KeyedRow, kind: Kind) -> Iterator[tuple[str, Said]]:
    for field in _BESIDE[kind]:
        if field == "units" and row.key.kind is not Kind.PROCESS:
            continue
        if (said := sheet.printed.beside(row, field)) is not None:
            yield field, said
