"""Changed cells that hold the events of a process, and the levels beside them."""

from collections.abc import Sequence
from dataclasses import replace

from ita_desktop.db.rows import Kind
from ita_desktop.documents.risk_cells import has_own_level, levels
from ita_desktop.domain.numbered import without_marker
from ita_desktop.domain.risks import Process, Risk
from ita_desktop.workflows.risks.levels_apart import check_level, level_pieces
from ita_desktop.workflows.risks.list_edits import Entry, Relisted, new_row, relisted, take_text
from ita_desktop.workflows.risks.sheet import RiskSheet, listed_events
from ita_desktop.workflows.rows.book import short
from ita_desktop.workflows.rows.realign import says
from ita_desktop.workflows.rows.sheet_drafts import Said


def edit_events(sheet: RiskSheet, process: Process, risks: Sequence[Risk], said: Said) -> None:
    """Take a changed cell of events; a process without events is called by its own words there."""
    if not process.risks and process.text:
        sheet.book.change(Kind.PROCESS, process.id, "text", process.text, said, "")
        return
    _take_events(sheet, process, relisted(listed_events(risks), said), said, {})


def edit_level_list(
    sheet: RiskSheet, process: Process, event: Said | None, level: Said | None
) -> None:
    """Take the events and levels of a process that stand in one cell each; None: unchanged."""
    listed = listed_events(process.risks)
    found = Relisted(tuple(Entry(one, one.line) for one in listed), ())
    if event is not None:
        found = relisted(listed, event)
    new: dict[int, Said] = {}
    if level is not None:
        new = _levels(sheet, process, found.entries, level)
    if event is not None:
        _take_events(sheet, process, found, event, new)


def _take_events(
    sheet: RiskSheet,
    process: Process,
    found: Relisted,
    said: Said,
    new: dict[int, Said],
) -> None:
    """Write down what became of events; ``new``: the levels of new ones, by their place."""
    place = short(process.text)
    for one in found.gone:
        number = one.owner[1]
        sheet.book.remove(Kind.RISK, number, one.own, said)
        removed = sheet.book.changed[Kind.RISK, number, ""]
        for treatment in process.treatments:  # its own go along with it
            if treatment.risk == number:
                sheet.book.changed.setdefault((Kind.TREATMENT, treatment.id, ""), removed)
    order = [risk.id for risk in process.risks]
    above: int | None = None
    for at, entry in enumerate(found.entries):
        if entry.listed is not None:
            take_text(sheet, entry, said, place)
            above = entry.listed.owner[1]
            continue
        row = new_row(sheet, Kind.RISK, said, without_marker(entry.text)[1])
        if at in new:
            row.texts["level"] = new[at]
        following = order.index(above) + 1 if above in order else 0
        before = order[following] if following < len(order) else None
        sheet.book.add(row, process.id, before)


def _levels(
    sheet: RiskSheet, process: Process, entries: Sequence[Entry], said: Said
) -> dict[int, Said]:
    """Write down the levels of events that are there; return those of new ones, by place."""
    risks = {risk.id: risk for risk in process.risks}
    pieces = level_pieces(said.text, sheet.method)
    place = short(process.text)
    with_own = any(has_own_level(risk) for risk in process.risks)
    if len(pieces) <= 1 and not with_own and len(entries) != 1:
        sheet.book.change(Kind.PROCESS, process.id, "level", process.level, said, place)
        return {}
    if not pieces:
        pieces = [""]
    if len(pieces) == 1:
        pieces *= len(entries)
    if len(pieces) != len(entries):
        wanted = f"ระดับเดียว หรือ {len(entries)} ระดับตามจำนวนความเสี่ยงในแถวนี้ บรรทัดละระดับ"
        sheet.book.error(said, wanted)
        return {}
    new: dict[int, Said] = {}
    lines = levels(sheet.method, process).split("\n") * (1 if with_own else len(risks))
    printed = dict(zip(risks, lines, strict=False))
    for at, (entry, piece) in enumerate(zip(entries, pieces, strict=True)):
        words = replace(said, text=piece)
        if entry.listed is None:
            new[at] = words
        else:
            number = entry.listed.owner[1]
            _level(sheet, process, risks[number], words, printed.get(number, ""))
    return new


def _level(sheet: RiskSheet, process: Process, risk: Risk, said: Said, printed: str) -> None:
    if says(said, printed):
        return
    if risk.likelihood is not None and risk.impact is not None:
        if said.text:
            check_level(said, risk.likelihood, risk.impact, sheet.book, sheet.method)
    elif not risk.level and process.level and len(process.risks) == 1:
        place = short(process.text)
        sheet.book.change(Kind.PROCESS, process.id, "level", process.level, said, place)
    else:
        sheet.book.change(Kind.RISK, risk.id, "level", risk.level, said, short(risk.text))
