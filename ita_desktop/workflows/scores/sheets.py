"""Scores as they stand in workbooks: by item, by indicator, and the printed summary."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from ita_desktop.domain.criteria import TOTAL, Criteria
from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.domain.score_entry import EXCLUDED_WORD, Entry, looks_odd, parse_entry
from ita_desktop.domain.scores import YearResult, compute
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.scores.codes import (
    contradicted_number,
    figure_code_of,
    item_code_of,
    part_code_of,
)
from ita_desktop.xlsx.grid import Kind, text_of
from ita_desktop.xlsx.table_forms import ColumnForm, TableForm
from ita_desktop.xlsx.table_rows import FoundCell, FoundRow
from ita_desktop.xlsx.tables import FoundTable

_LEVEL = ColumnForm(field="level", heads=("ระดับ", "ระดับผลการประเมิน"), required=False)
"""Named, so that a table of scores with levels beside them is not taken for the level rules."""

BY_ITEM = TableForm(
    kind="scores-by-item",
    columns=(
        ColumnForm(field="code", heads=("ข้อ", "ข้อที่", "รหัส")),
        ColumnForm(field="text", heads=("ข้อคำถาม", "ประเด็น"), required=False),
        ColumnForm(field="score", heads=("คะแนน", "ผลการประเมิน", "คะแนน(ร้อยละ)")),
        _LEVEL,
    ),
)
BY_INDICATOR = TableForm(
    kind="scores-by-indicator",
    columns=(
        ColumnForm(field="code", heads=("ตัวชี้วัด", "ประเด็นตัวชี้วัด", "ตัวชี้วัดที่")),
        ColumnForm(field="score", heads=("คะแนน", "คะแนน(ร้อยละ)", "คะแนนที่ได้")),
        ColumnForm(field="instrument", heads=("เครื่องมือการประเมิน",), required=False, merged=True),
        _LEVEL,
    ),
)
RANKING = TableForm(
    kind="score-ranking",
    columns=(
        ColumnForm(field="rank", heads=("อันดับ",)),
        ColumnForm(field="code", heads=("ตัวชี้วัด",)),
        ColumnForm(field="score", heads=("คะแนน",)),
    ),
)
WEIGHTED = TableForm(
    kind="scores-weighted",
    columns=(
        ColumnForm(field="code", heads=("ประเด็นการประเมิน",)),
        ColumnForm(field="weight", heads=("น้ำหนัก",)),
        ColumnForm(field="score", heads=("คะแนนเฉลี่ยที่ได้รับ",)),
        ColumnForm(field="weighted", heads=("คะแนนถ่วงน้ำหนัก",)),
    ),
)
LEVELS = TableForm(
    kind="level-rules",
    columns=(
        ColumnForm(field="range", heads=("คะแนน",)),
        ColumnForm(field="level", heads=("ระดับ",)),
    ),
)
SCORE_FORMS = (BY_ITEM, BY_INDICATOR, RANKING, WEIGHTED, LEVELS)

_TROUBLE = (Kind.ERROR, Kind.UNCALCULATED)
_NO_SCORE = frozenset({"", "-", "–", "—"})
_SCORE_WANTED = "ตัวเลข 0 ถึง 100 ทศนิยมไม่เกิน 2 ตำแหน่ง เช่น 88.13"
_OIT_WANTED = f"100, 0 หรือ {EXCLUDED_WORD}"


@dataclass(frozen=True, slots=True)
class FoundScore:
    """A score of a workbook, where it stands, and what the row's key says of its origin."""

    entry: Entry
    sheet: str
    address: str
    origin: str
    """``entered``, ``computed``, or empty in a workbook made elsewhere."""


@dataclass(frozen=True, slots=True)
class ReadSheet:
    """A table and the scores it holds."""

    sheet: str
    kind: str
    codes: tuple[str, ...]


@dataclass(slots=True)
class ReadScores:
    """Everything a workbook says about scores."""

    scores: dict[str, FoundScore] = field(default_factory=dict[str, FoundScore])
    sheets: list[ReadSheet] = field(default_factory=list[ReadSheet])
    findings: list[Finding] = field(default_factory=list[Finding])


def read_scores(tables: Iterable[FoundTable], criteria: Criteria) -> ReadScores:
    """Return the scores of the tables and what is wrong with them.

    A ranking repeats the indicators, so it is read last and only fills what is not there.
    """
    read = ReadScores()
    for table in sorted(tables, key=lambda table: table.kind == RANKING.kind):
        rows = () if table.kind == LEVELS.kind else table.rows
        codes = [_read_row(table, row, criteria, read) for row in rows]
        read.sheets.append(ReadSheet(table.sheet, table.kind, tuple(filter(None, codes))))
    return read


def taken_scores(
    read: ReadScores, before: Mapping[str, Entry], criteria: Criteria
) -> dict[str, Entry]:
    """Return the scores to keep: all items, and the figures that say more than the items do.

    A printed table shows 90.42 for IIT because its indicators come to that; kept as entered it
    would no longer follow them. A figure that differs (95.65 printed, 95.66 computed), or that the
    row's key says was entered, is kept. One that was computed when our paper was made, and is left
    as it was while scores below it were changed there, follows them as well.
    """
    indicators = [str(number) for number in criteria.indicator_by_number]
    figures = (*indicators, *criteria.instrument_by_code, TOTAL)
    taken = {code: found.entry for code, found in read.scores.items() if code not in figures}
    old = compute(criteria, before)
    for level in (indicators, list(criteria.instrument_by_code), [TOTAL]):
        new = compute(criteria, {**before, **taken})
        for code in level:
            if (found := read.scores.get(code)) is None:
                continue
            computed = [_computed(new, code)]
            if found.origin == "computed":
                computed.append(_computed(old, code))
            disputed = before.get(code) not in (None, found.entry)
            repeats = found.entry in computed and found.origin != "entered"
            if not repeats or (disputed and not found.origin):
                taken[code] = found.entry
    return taken


def _computed(result: YearResult, code: str) -> Decimal | None:
    figure = result.figure(code)
    return None if figure is None else figure.computed_shown


def _read_row(table: FoundTable, row: FoundRow, criteria: Criteria, read: ReadScores) -> str | None:
    """Read one row into ``read`` and return its score code, or None where it has no score."""
    cell = row.cells.get("score")
    if table.kind == WEIGHTED.kind and (cell is None or _is_empty(cell)):
        cell = row.cells.get("weighted")  # the sum stands in the last column
    name = row.cells["code"]
    if cell is None or _is_empty(cell) or name.kind in _TROUBLE:
        return None  # what is wrong in a cell without a value is among the table's own findings
    code = _code_of(table, name, criteria)
    if code is None:
        read.findings.append(_unknown(table, name, criteria))
        return None
    if table.kind != BY_ITEM.kind and contradicted_number(text_of(name.value), criteria):
        read.findings.append(_contradiction(table, name, code, criteria))
    text = text_of(cell.value).strip()
    try:
        entry = parse_entry(text, code, criteria)
    except ClerkError:
        item = criteria.item_by_code.get(code)
        wanted = _OIT_WANTED if item is not None and item.is_oit else _SCORE_WANTED
        read.findings.append(_finding(table, cell, text, wanted, Severity.ERROR))
        return None
    if isinstance(entry, Decimal) and (odd := looks_odd(entry, code)) is not None:
        read.findings.append(
            Finding(
                severity=Severity.WARNING,
                sheet=table.sheet,
                address=cell.address,
                found=text,
                problem=odd,
            )
        )
    _, _, origin = row.key.rpartition(":") if row.key.startswith("score:") else ("", "", "")
    return _keep(table, code, FoundScore(entry, table.sheet, cell.address, origin), read)


def _keep(table: FoundTable, code: str, found: FoundScore, read: ReadScores) -> str:
    """Keep a score; the same code with another score elsewhere is told."""
    other = read.scores.get(code)
    if other is None:
        read.scores[code] = found
    elif other.entry != found.entry:
        ranking = table.kind == RANKING.kind
        read.findings.append(
            Finding(
                severity=Severity.WARNING if ranking else Severity.ERROR,
                sheet=found.sheet,
                address=found.address,
                found=str(found.entry),
                wanted=f"คะแนนเดียวกับเซลล์ {other.address} ของแผ่นงาน {other.sheet}: {other.entry}",
            )
        )
    return code


def _code_of(table: FoundTable, cell: FoundCell, criteria: Criteria) -> str | None:
    text = text_of(cell.value)
    if (part := part_code_of(text, criteria)) is not None:
        return part
    if table.kind == BY_ITEM.kind:
        code = item_code_of(text, criteria)
        return code if code in criteria.item_by_code else None
    return figure_code_of(text, criteria)


def _contradiction(table: FoundTable, cell: FoundCell, code: str, criteria: Criteria) -> Finding:
    named = criteria.indicator_by_number[int(code)]
    return Finding(
        severity=Severity.WARNING,
        sheet=table.sheet,
        address=cell.address,
        found=text_of(cell.value),
        problem="เลขกับชื่อตัวชี้วัดไม่ตรงกัน จึงใช้ชื่อ",
        wanted=f"ตัวชี้วัดที่ {named.number} {named.name}",
    )


def _unknown(table: FoundTable, cell: FoundCell, criteria: Criteria) -> Finding:
    what = "ข้อ" if table.kind == BY_ITEM.kind else "ตัวชี้วัดหรือแบบวัด"
    wanted = f"{what}ที่มีในเกณฑ์ปี {criteria.fiscal_year}"
    return _finding(table, cell, text_of(cell.value), wanted, Severity.ERROR)


def _finding(
    table: FoundTable, cell: FoundCell, found: str, wanted: str, severity: Severity
) -> Finding:
    return Finding(
        severity=severity, sheet=table.sheet, address=cell.address, found=found, wanted=wanted
    )


def _is_empty(cell: FoundCell) -> bool:
    return text_of(cell.value).strip() in _NO_SCORE
