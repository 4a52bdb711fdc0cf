"""Tables of risks of a workbook beside the register of a year: what they would change."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind, Value
from ita_desktop.db.trackers import load_tracker
from ita_desktop.documents.catalogue import FromRisks
from ita_desktop.documents.model import Digits
from ita_desktop.documents.risk_plan_table import risk_plan_table
from ita_desktop.documents.risk_progress import risk_progress
from ita_desktop.documents.risk_register import risk_register
from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.domain.measures import Round
from ita_desktop.domain.risk_entry import LEVEL_FIELDS, parse_measured
from ita_desktop.domain.risk_method import RiskMethod, ScaleStep
from ita_desktop.domain.risks import Process, Quality, Register
from ita_desktop.thai.text import fold, quoted
from ita_desktop.workflows.import_outcome import SheetOutcome
from ita_desktop.workflows.measures.papers import file_mark_of
from ita_desktop.workflows.risks.differences import before_of, take_draft
from ita_desktop.workflows.risks.drafts import ReadRisks
from ita_desktop.workflows.risks.edits import take_keyed
from ita_desktop.workflows.risks.forms import PLAN_TABLE, PROGRESS, REGISTER
from ita_desktop.workflows.risks.matching import match_risks
from ita_desktop.workflows.risks.papers import linked_measures, risk_document
from ita_desktop.workflows.risks.paragraphs import take_apart
from ita_desktop.workflows.risks.pending import with_added
from ita_desktop.workflows.risks.printed import printed_rows
from ita_desktop.workflows.risks.register import register_of
from ita_desktop.workflows.risks.sheet import RiskSheet
from ita_desktop.workflows.risks.table_rows import read_risks
from ita_desktop.workflows.rows.book import WANTED, RowBook
from ita_desktop.workflows.rows.changes import RowChange
from ita_desktop.workflows.rows.deeds import KIND_WORDS, value_of
from ita_desktop.workflows.rows.sheet_drafts import RowKey, row_key
from ita_desktop.workflows.rows.told_twice import told_twice
from ita_desktop.xlsx.tables import FoundTable

_PAPERS: Final[Mapping[str, FromRisks]] = {
    PLAN_TABLE: FromRisks(risk_plan_table),
    REGISTER: FromRisks(risk_register),
    PROGRESS: FromRisks(risk_progress, rounds=True),
}


@dataclass(frozen=True, slots=True)
class RiskPlan:
    """What the tables of risks of a workbook change, and what each brings."""

    changes: tuple[RowChange, ...] = ()
    sheets: tuple[SheetOutcome, ...] = ()
    findings: tuple[Finding, ...] = ()


def plan_risks(
    file: DataFile, tables: Sequence[FoundTable], fiscal_year: int, months: Round
) -> RiskPlan:
    """Return what tables of risks would change; nothing is written.

    Raises ClerkError where the file has no office yet.
    """
    register = register_of(file, fiscal_year)
    kept = _values_by(register.method)
    mark = file_mark_of(file)
    measures = linked_measures(register, load_tracker(file, fiscal_year))
    changes: list[RowChange] = []
    changed: dict[tuple[Kind, int, str], RowChange] = {}
    sheets: list[SheetOutcome] = []
    findings: list[Finding] = []
    for place, table in enumerate(tables):
        if (twice := told_twice(table, tables[:place])) is not None:
            findings.append(twice)
            sheets.append(SheetOutcome(table.sheet, table.kind))
            continue
        book = RowBook(
            sheet=table.sheet,
            months=months,
            closed=register.closed,
            value_of=kept,
            wanted=_wanted(register),
            which=_names(register),
            changes=changes,
            findings=findings,
            changed=changed,
        )
        read = read_risks(table, mark, _process_of(register))
        kind = _paper_of(table, mark)
        document, _ = risk_document(file, _PAPERS[kind], fiscal_year, Digits.ARABIC, months)
        sheet = RiskSheet(
            book=book,
            register=register,
            printed=printed_rows(document, kind, mark),
            measures=measures,
        )
        findings += [*_unread(table), *read.findings]
        take_keyed(sheet, read.keyed)
        for draft in read.drafts:
            take_apart(draft, table.kind, book, register.method)
        there = with_added(register, changes, kept)
        processes = {process.id: process for process in there.processes}
        match_risks(read.drafts, there)
        ids = tuple(process.id for process in register.processes)
        for draft in read.drafts:
            before = before_of(read.order, draft, ids)
            take_draft(book, draft, processes.get(draft.number or 0), before, register.method)
        findings += _numbered_twice(table)
        told = _records(read, kind, processes)
        unchanged = max(0, told - len(book.touched) - book.added)
        sheets.append(
            SheetOutcome(table.sheet, table.kind, book.added, len(book.touched), unchanged)
        )
    return RiskPlan(tuple(changes), tuple(sheets), tuple(findings))


def _paper_of(table: FoundTable, mark: str) -> str:
    """Return the paper whose rows a table has by their keys; without any it is as its heads say."""
    kinds = {key.kind for row in table.rows if (key := row_key(row.key, mark)) is not None}
    if Kind.RISK in kinds:
        return REGISTER
    return PROGRESS if Kind.TREATMENT in kinds else table.kind


def _process_of(register: Register) -> Callable[[RowKey], int | None]:
    found: dict[RowKey, int] = {}
    for process in register.processes:
        found[RowKey(Kind.PROCESS, process.id)] = process.id
        found |= {RowKey(Kind.RISK, risk.id): process.id for risk in process.risks}
        found |= {RowKey(Kind.TREATMENT, one.id): process.id for one in process.treatments}
    return found.get


def _values_by(method: RiskMethod) -> Callable[[str, str], Value]:
    def kept(name: str, text: str) -> Value:
        if name in LEVEL_FIELDS:
            return parse_measured(name, text, method)
        return text if name == "risk" else value_of(name, text)

    return kept


def _wanted(register: Register) -> dict[str, str]:
    """Return what may stand in the cells of levels: by the method of the year, by its name."""
    method = register.method
    by = f"ตามเกณฑ์ {quoted(method.name)} ของปี {register.fiscal_year}"
    words = ", ".join(band.name for band in method.bands)
    products = ", ".join(map(str, method.products))
    level = f"ระดับ{by}: {words} หรือคะแนน {products}"
    likelihood, impact = (
        f"ค่า{by}: {_steps(steps)}" for steps in (method.likelihood, method.impact)
    )
    return {
        **WANTED,
        "control_quality": " หรือ ".join(one.words for one in Quality if one),
        "likelihood": likelihood,
        "impact": impact,
        "level": level,
        "after_likelihood": likelihood,
        "after_impact": impact,
        "after_level": level,
    }


def _steps(steps: Sequence[ScaleStep]) -> str:
    return ", ".join(f"{step.value} {step.name}" for step in steps)


def _names(register: Register) -> Callable[[Kind, int], str]:
    """Return what a row is called in the list of changes: "ความเสี่ยง 12", "มาตรการควบคุม 2"."""
    names = {(Kind.RISK, one.risk.id): one.number for one in register.risks()}
    for number, process in enumerate(register.processes, start=1):
        names[Kind.PROCESS, process.id] = number
        for place, treatment in enumerate(process.treatments, start=1):
            names[Kind.TREATMENT, treatment.id] = place

    def which(kind: Kind, number: int) -> str:
        known = names.get((kind, number))
        return KIND_WORDS[kind] if known is None else f"{KIND_WORDS[kind]} {known}"

    return which


def _unread(table: FoundTable) -> Iterator[Finding]:
    for address, head in table.unread:
        yield Finding(
            severity=Severity.WARNING,
            sheet=table.sheet,
            address=address,
            found=head,
            problem="ไม่ได้อ่านคอลัมน์นี้ เพราะทะเบียนความเสี่ยงไม่มีช่องนี้ หรือหัวคอลัมน์ไม่ตรงกับที่รู้จัก",
        )


def _numbered_twice(table: FoundTable) -> Iterator[Finding]:
    """Give a warning about rows with the same number; each of them is taken."""
    first: dict[str, str] = {}
    for row in table.rows:
        cell = row.cells.get("order")
        if cell is None or cell.same or cell.value in (None, ""):
            continue
        event = row.cells["event"]
        if event.value is None and not event.same:
            continue
        text = _order(str(cell.value))
        if text in first:
            yield Finding(
                severity=Severity.WARNING,
                sheet=table.sheet,
                address=cell.address,
                found=str(cell.value),
                problem=f"ลำดับซ้ำกับเซลล์ {first[text]} จึงนำเข้าทั้งสองแถวและนับลำดับใหม่",
            )
        first.setdefault(text, cell.address)


def _records(read: ReadRisks, kind: str, processes: Mapping[int, Process]) -> int:
    """Return how many records a table is about."""
    drafted = sum(
        (not draft.within) + len(draft.risks) + len(draft.treatments) for draft in read.drafts
    )
    rows = sum(row.key.kind is not Kind.PROCESS for row in read.keyed)
    for process in {row.process for row in read.keyed}:
        known = processes[process]
        rows += 1
        if kind != PROGRESS:
            rows += len(known.treatments)
        if kind == PLAN_TABLE:
            rows += len(known.risks)
    return drafted + rows


def _order(text: str) -> str:
    return fold(text).rstrip(".")
