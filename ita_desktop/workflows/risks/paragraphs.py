"""Rows of a process put together and its cells taken apart: events, levels and treatments."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ita_desktop.domain.numbered import number_of, split_numbered, without_marker
from ita_desktop.domain.risk_method import RiskMethod
from ita_desktop.thai.text import fold
from ita_desktop.workflows.risks.drafts import (
    Cells,
    EventRow,
    ProcessDraft,
    RiskDraft,
    TreatmentDraft,
)
from ita_desktop.workflows.risks.forms import PROGRESS
from ita_desktop.workflows.risks.levels_apart import give_levels, measured
from ita_desktop.workflows.risks.table_rows import own, step_text
from ita_desktop.workflows.rows.book import RowBook
from ita_desktop.workflows.rows.sheet_drafts import Said

_MEASURED: Final = ("likelihood", "impact", "after_likelihood", "after_impact", "after_level")
_TEXTS: Final = ("cause", "control", "control_quality")
_BESIDE: Final = ("period", "result", "state", "outcome", "percent", "problem", "suggestion")
_NOTHING: Final = frozenset({"-", "–"})
_LISTED: Final = ("level", *_MEASURED)
USUAL: Final = "{n}. "
"""What several of a process are numbered by where nothing else is said."""


def take_apart(draft: ProcessDraft, kind: str, book: RowBook, method: RiskMethod) -> None:
    """Fill a draft's risks and treatments from its rows. What cannot be is told in the book."""
    rows = _events(draft, [EventRow(cells) for cells in _joined(draft.rows, kind)])
    first = draft.rows[0]
    if own(first, "step"):
        draft.said["text"] = replace(first["step"], text=step_text(first["step"].text))
    if own(first, "area"):
        draft.said["area"] = first["area"]
    for row in rows:
        for name in (*_MEASURED, *_TEXTS):
            if row.risks and name in row.cells:
                _spread(row, name, book)
    give_levels(draft, rows, book, method)
    for risk in draft.risks:
        measured(risk, "after_", book, method)
    if kind == PROGRESS:
        _treatments(draft, rows, units=True)
    else:
        _treatments(draft, rows, units=False)
    if kind != PROGRESS or not draft.treatments:
        _units(draft, rows)
    _tell_without_treatment(rows, book)


def _joined(rows: Sequence[Cells], kind: str) -> list[Cells]:
    """Return the rows with the rests of texts that a page's end cut put to where they belong."""
    found: list[Cells] = []
    for cells in rows:
        if found and _is_rest(cells, kind):
            for name, said in cells.items():
                if said.text and not said.covered and name not in ("order", "step", "area"):
                    _append(found, name, said)
        else:
            found.append(dict(cells))
    return found


def _is_rest(cells: Cells, kind: str) -> bool:
    """Say whether a row begins neither an event nor, beside one, a treatment."""
    if own(cells, "event"):
        begins = own(cells, "order", "level", *_MEASURED) or _is_covered(cells, "step")
        return not begins and not _is_counted(cells["event"].text) and kind != PROGRESS
    if not own(cells, "treatments"):
        return True
    return not (kind == PROGRESS or _is_covered(cells, "event") or own(cells, "units", *_BESIDE))


def _append(rows: list[Cells], name: str, said: Said) -> None:
    target = next(
        (row for row in reversed(rows) if name in row and row[name].text and not row[name].covered),
        rows[-1],
    )
    before = target.get(name)
    if before is None or not before.text:
        target[name] = said
        return
    gap = "\n" if name in _LISTED or without_marker(said.text)[0] else " "
    target[name] = replace(before, text=f"{before.text}{gap}{said.text}")


def _is_covered(cells: Cells, name: str) -> bool:
    return name in cells and cells[name].covered


def _is_counted(text: str) -> bool:
    return "{n}" in without_marker(text)[0]


def _events(draft: ProcessDraft, rows: list[EventRow]) -> list[EventRow]:
    """Give each row its events: those it names, else those of the row above."""
    known: dict[str, RiskDraft] = {}
    above: list[RiskDraft] = []
    for row in rows:
        if not own(row.cells, "event"):
            row.risks = above
            continue
        said = row.cells["event"]
        entries = entries_of(said.text, len(draft.risks) + 1)
        named = [known.get(fold(text)) for _, text in entries]
        found = [one for one in named if one is not None]
        repeated = len(found) == len(entries) and not own(row.cells, *_MEASURED, "level")
        row.risks = found if repeated else []
        for marker, text in entries if not repeated else ():
            risk = RiskDraft(address=said.address)
            risk.said["text"] = replace(said, text=text)
            if marker:
                risk.said["marker"] = replace(said, text=marker)
            known.setdefault(fold(text), risk)
            draft.risks.append(risk)
            row.risks.append(risk)
        above = row.risks
    _usual_markers([risk.said for risk in draft.risks])
    return rows


def entries_of(text: str, place: int) -> tuple[tuple[str, str], ...]:
    """Return the entries of a cell as markers and texts; ``place`` is that of its only one.

    A number before a text that is not its place stays in the text.
    """
    if listed := split_numbered(text):
        return listed
    marker, rest = without_marker(text)
    if "{n}" in marker and number_of(text) != place:
        return (("", text),)
    return ((marker, rest),) if marker else (("", text),)


def _usual_markers(said: Sequence[Cells]) -> None:
    """Leave the usual numbers to the paper: it numbers several that have no marker."""
    if len(said) > 1:
        for cells in said:
            if "marker" in cells and cells["marker"].text == USUAL:
                del cells["marker"]


def _spread(row: EventRow, name: str, book: RowBook) -> None:
    """Give each event of a row its line of a cell, or all of them the one there is."""
    said = row.cells[name]
    if not said.text:
        return
    count = len(row.risks)
    lines = [text for _, text in split_numbered(said.text)]
    lines = lines or [line.strip() for line in said.text.split("\n") if line.strip()]
    if count == 1:
        lines = [said.text]
    elif len(lines) != count:
        if name in _MEASURED and len(lines) > 1:
            book.error(said, f"ค่าเดียว หรือ {count} บรรทัดตามจำนวนความเสี่ยงในแถวนี้")
            return
        lines = [said.text] * count
    for risk, line in zip(row.risks, lines, strict=True):
        risk.said.setdefault(name, replace(said, text=line, covered=False))


def _units(draft: ProcessDraft, rows: Sequence[EventRow]) -> None:
    """Give the process who is responsible for its first event, others what differs from it."""
    words = Said("", "")
    for number, row in enumerate(rows):
        said = row.cells.get("units")
        if said is not None and said.text and not said.covered:
            words = said
        if number == 0 and not draft.within:
            if words.text:
                draft.said["units"] = words
        elif words.text and fold(words.text) != fold(_text(draft.said, "units")):
            for risk in row.risks:
                risk.said.setdefault("units", words)


def _text(cells: Cells, name: str) -> str:
    return cells[name].text if name in cells else ""


def _treatments(draft: ProcessDraft, rows: Sequence[EventRow], *, units: bool) -> None:
    """Give the process its treatments: one that stands beside all events is against all."""
    found: dict[tuple[str, int], TreatmentDraft] = {}
    beside: dict[tuple[str, int], list[RiskDraft]] = {}
    above: list[tuple[str, int]] = []
    against_above: list[int] = []
    count = 0
    for row in rows:
        against_these = [id(risk) for risk in row.risks]
        count = count if against_these == against_above else 0
        against_above = against_these
        if own(row.cells, "treatments"):
            above = _listed(row, found, count, units=units, single=units)
            count += len(above)
        elif not _is_covered(row.cells, "treatments"):
            above = []
        for name in above:
            beside.setdefault(name, []).extend(row.risks)
    with_words = [row for row in rows if own(row.cells, "treatments")]
    merged = any(_is_covered(row.cells, "step") for row in rows)
    for_all = with_words == [rows[0]] and not merged
    for name, treatment in found.items():
        against = [risk for risk in draft.risks if any(risk is one for one in beside[name])]
        if for_all or not against or (len(against) == len(draft.risks) and not draft.within):
            draft.treatments.append(treatment)
            continue
        for risk in against:
            one = replace(treatment, said=dict(treatment.said), risk=risk)
            draft.treatments.append(one)
    _usual_markers([one.said for one in draft.treatments])
    if units:
        _units_of_treatments(draft)


def _tell_without_treatment(rows: Sequence[EventRow], book: RowBook) -> None:
    """Warn about what is said of a treatment in a row that has none: it would be nobody's."""
    for row in rows:
        if own(row.cells, "treatments"):
            continue
        for name in _BESIDE:
            if own(row.cells, name) and row.cells[name].text not in _NOTHING:
                book.warn(row.cells[name], "ไม่ได้อ่าน เพราะแถวนี้ไม่มีมาตรการควบคุมของตนเอง")


def _listed(
    row: EventRow,
    found: dict[tuple[str, int], TreatmentDraft],
    count: int,
    *,
    units: bool,
    single: bool,
) -> list[tuple[str, int]]:
    """Return the treatments of a cell; one that a row above has, too, is that one.

    ``count`` of them stand above against the same events: a number goes on from there.
    """
    said = row.cells["treatments"]
    entries = entries_of(said.text, (len(found) if single else count) + 1)
    names: list[tuple[str, int]] = []
    for number, (marker, text) in enumerate(entries):
        times = sum(name == fold(text) for name, _ in names)
        if single:  # each row of a report is a treatment
            times += sum(name == fold(text) for name, _ in found)
        name = (fold(text), times)
        names.append(name)
        if name in found:
            continue
        treatment = TreatmentDraft(address=said.address)
        treatment.said["text"] = replace(said, text=text)
        if marker:
            treatment.said["marker"] = replace(said, text=marker)
        for source in (*_BESIDE, *(("units",) if units else ())):
            cell = row.cells.get(source)
            if cell is not None and cell.text:
                lines = [line.strip() for line in cell.text.split("\n") if line.strip()]
                words = lines[number] if len(lines) == len(entries) else cell.text
                treatment.said[source] = replace(cell, text=words, covered=False)
        found[name] = treatment
    return names


def _units_of_treatments(draft: ProcessDraft) -> None:
    """Give the process who does its first treatment, others what differs from it."""
    words = Said("", "")
    for number, one in enumerate(draft.treatments):
        words = one.said.pop("units", words)
        if number == 0 and words.text and not draft.within:
            draft.said["units"] = words
        elif words.text and fold(words.text) != fold(_text(draft.said, "units")):
            one.said["units"] = words
