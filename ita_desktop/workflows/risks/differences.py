"""Rows without a key beside the register: what is new, and which fields say something else."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from ita_desktop.db.rows import Kind
from ita_desktop.documents.risk_cells import has_own_level
from ita_desktop.domain.risk_levels import standing_of
from ita_desktop.domain.risk_method import RiskMethod
from ita_desktop.domain.risks import Process, Risk, Treatment
from ita_desktop.thai.text import fold
from ita_desktop.workflows.risks.drafts import Cells, ProcessDraft, RiskDraft, TreatmentDraft
from ita_desktop.workflows.risks.levels_apart import check_level
from ita_desktop.workflows.rows.book import RowBook, short
from ita_desktop.workflows.rows.deeds import RESULT_FIELDS
from ita_desktop.workflows.rows.sheet_drafts import Draft, NewRow, Said

_NOT_COMPARED: Final = frozenset({"text", "marker"})
_NONE: Final = frozenset({"-", "–"})


def take_draft(
    book: RowBook,
    draft: ProcessDraft,
    process: Process | None,
    before: int | None,
    method: RiskMethod,
) -> None:
    """Write down what a draft brings: a new process before another, or what ``process`` lacks."""
    if process is None:
        if not (draft.said or draft.risks or draft.treatments):
            return
        number = book.add(_row(Kind.PROCESS, draft, draft.address, draft.said), 0, before)
    else:
        number = process.id
        step = draft.said.get("text")
        if not process.text and step is not None and step.text:
            book.change(Kind.PROCESS, number, "text", "", step, "")
        _without_known_levels(book, draft, process, method)
        _fields(book, Kind.PROCESS, number, values_of(process), draft.said, short(process.text))
    risks: dict[int, int] = {}
    records = {} if process is None else {risk.id: risk for risk in process.risks}
    following = None if process is None else _following(process, draft.after)
    for risk in draft.risks:
        if (record := records.get(risk.number or 0)) is not None:
            _fields(book, Kind.RISK, record.id, values_of(record), risk.said, short(record.text))
            risks[id(risk)] = record.id
        else:
            row = _row(Kind.RISK, draft, risk.address, risk.said)
            risks[id(risk)] = book.add(row, number, following)
    _treatments(book, draft, process, number, risks)


def _without_known_levels(
    book: RowBook, draft: ProcessDraft, process: Process, method: RiskMethod
) -> None:
    """Leave out levels of risks whose numbers are known: these win, and it is told if they do."""
    records = {risk.id: risk for risk in process.risks}
    for risk in draft.risks:
        record = records.get(risk.number or 0)
        if record is None or record.likelihood is None or record.impact is None:
            continue
        if {"likelihood", "impact"}.isdisjoint(risk.said) and "level" in risk.said:
            check_level(risk.said.pop("level"), record.likelihood, record.impact, book, method)
    stands = [standing_of(method, process, risk).words for risk in process.risks]
    said = draft.said.get("level")
    own = all(map(has_own_level, process.risks))
    if said is not None and own and not process.level and said.text in stands:
        del draft.said["level"]


def _treatments(
    book: RowBook,
    draft: ProcessDraft,
    process: Process | None,
    number: int,
    risks: Mapping[int, int],
) -> None:
    records = {} if process is None else {one.id: one for one in process.treatments}
    alone = process is None or not process.risks
    for one in draft.treatments:
        if (record := records.get(one.number or 0)) is not None:
            values = values_of(record) | reported_values(record, book)
            _fields(book, Kind.TREATMENT, record.id, values, one.said, short(record.text))
            continue
        row = _row(Kind.TREATMENT, draft, one.address, one.said)
        against = _against(draft, one, alone=alone)
        if against is not None:
            row.texts["risk"] = Said(str(risks[id(against)]), one.address)
        book.add(row, number, None)


def _against(draft: ProcessDraft, treatment: TreatmentDraft, *, alone: bool) -> RiskDraft | None:
    """Return the only risk that a treatment is against; one told beside a new risk is that one's.

    ``alone``: the process has no other risks.
    """
    if treatment.risk is None and draft.within and len(draft.risks) == 1 and not alone:
        return draft.risks[0]
    return treatment.risk


def _following(process: Process, after: int | None) -> int | None:
    order = [risk.id for risk in process.risks]
    place = order.index(after) + 1 if after in order else len(order)
    return order[place] if place < len(order) else None


def _row(kind: Kind, draft: ProcessDraft, address: str, said: Cells) -> NewRow:
    texts = {name: one for name, one in said.items() if one.text and one.text not in _NONE}
    return NewRow(kind, Draft(kind=kind, sheet=draft.sheet, address=address), texts)


def _fields(
    book: RowBook, kind: Kind, number: int, values: Mapping[str, str], said: Cells, place: str
) -> None:
    """Write down fields that say something else; an empty cell of such a row says nothing."""
    for name, one in said.items():
        if name in _NOT_COMPARED or not one.text or one.covered:
            continue
        was = values.get(name, "")
        if fold(one.text) != fold(was):
            book.change(kind, number, name, was, replace(one, covered=False), place)


def values_of(record: Process | Risk | Treatment) -> dict[str, str]:
    """Return the fields of a record as they are typed."""
    names = record.__dataclass_fields__
    plain = {name: getattr(record, name) for name in names}
    quality = record.control_quality.words if isinstance(record, Risk) else ""
    return {
        name: "" if value is None else str(value)
        for name, value in plain.items()
        if isinstance(value, str | int) or value is None
    } | {"control_quality": quality}


def reported_values(record: Treatment, book: RowBook) -> dict[str, str]:
    """Return what a treatment reports in the round of a sheet, as it is typed."""
    result = record.result(book.months)
    found = {name: getattr(result, name) for name in RESULT_FIELDS}
    found["state"] = result.state.words if result.state else ""
    return {name: "" if value is None else str(value) for name, value in found.items()}


def before_of(
    order: Sequence[ProcessDraft | int], draft: ProcessDraft, ids: Sequence[int]
) -> int | None:
    """Return the process a new one is put before: that after the record above it in the sheet."""
    numbers = [one if isinstance(one, int) else one.number for one in order]
    place = next(at for at, one in enumerate(order) if one is draft)
    for number in reversed(numbers[:place]):
        if number in ids:
            following = ids.index(number) + 1
            return ids[following] if following < len(ids) else None
    return next((number for number in numbers[place:] if number in ids), None)
