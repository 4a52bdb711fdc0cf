"""Tables of measures of a workbook beside the measures of a year: what they would change."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Final

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind
from ita_desktop.documents.layout import Layout
from ita_desktop.documents.measure_cells import Wording
from ita_desktop.documents.measure_papers import group_lines
from ita_desktop.documents.model import Digits
from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.domain.measures import Round, Tracker
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.text import one_line
from ita_desktop.workflows.criteria.in_force import criteria_of, criteria_years
from ita_desktop.workflows.import_outcome import SheetOutcome
from ita_desktop.workflows.import_year import of_another_year
from ita_desktop.workflows.measures.book import MeasureBook, rows_by_name
from ita_desktop.workflows.measures.codes import CodeReader
from ita_desktop.workflows.measures.differences import take_drafts
from ita_desktop.workflows.measures.matching import match
from ita_desktop.workflows.measures.papers import measure_source
from ita_desktop.workflows.measures.sheets import read_measures
from ita_desktop.workflows.rows.book import WANTED, RowBook
from ita_desktop.workflows.rows.changes import RowChange
from ita_desktop.workflows.rows.deeds import value_of
from ita_desktop.workflows.rows.sheet_drafts import Chain, Draft, RowKey
from ita_desktop.workflows.rows.told_twice import told_twice
from ita_desktop.xlsx.grid import text_of
from ita_desktop.xlsx.tables import FoundTable

_ROUND: Final = re.compile(r"รอบ\s*(?:ระยะเวลา\s*)?(6|12)\s*เดือน")


@dataclass(frozen=True, slots=True)
class MeasurePlan:
    """What the tables of measures of a workbook change, and what each brings."""

    changes: tuple[RowChange, ...] = ()
    sheets: tuple[SheetOutcome, ...] = ()
    findings: tuple[Finding, ...] = ()


def measure_year(written: int | None, named: Iterable[int]) -> int | None:
    """Return the fiscal year of measures: as written, else the later of two years in a row.

    A paper of measures names the year whose result it starts from beside its own. None where its
    titles leave it open.
    """
    years = sorted(set(named))
    if written is not None or not years:
        return written
    return years[-1] if len(years) == 1 or years[-1] - years[0] == 1 else None


def round_of(written: Round | None, title: str, tables: Iterable[FoundTable]) -> Round:
    """Return the round whose report a workbook brings: as written or titled, else the year's."""
    lines = (title, *(line for table in tables for line in table.titles))
    for line in lines if written is None else ():
        if match_ := _ROUND.search(to_arabic_digits(line)):
            return 6 if match_[1] == "6" else 12
    return written or 12


def plan_measures(
    file: DataFile,
    tables: Sequence[FoundTable],
    layouts: Mapping[str, Layout],
    fiscal_year: int,
    months: Round,
) -> MeasurePlan:
    """Return what tables of measures would change; nothing is written.

    ``layouts`` are those that the tables were recognised by, by id. Raises ClerkError where the
    file has no office yet.
    """
    criteria = _criteria(file)
    usual = dict.fromkeys((fiscal_year - 1, fiscal_year, *reversed(criteria)))
    changes: list[RowChange] = []
    changed: dict[tuple[Kind, int, str], RowChange] = {}
    sheets: list[SheetOutcome] = []
    findings: list[Finding] = []
    for place, table in enumerate(tables):
        twice = told_twice(table, tables[:place])
        if twice is not None:
            findings.append(twice)
            sheets.append(SheetOutcome(table.sheet, table.kind))
            continue
        layout = layouts[table.kind]
        source = measure_source(file, layout, fiscal_year, Digits.ARABIC, months, {}).source
        source = replace(source, criteria=criteria)
        wording = Wording(layout, months, criteria)
        cells = [text_of(row.cells["topic"].value) for row in table.rows if "topic" in row.cells]
        codes = CodeReader(usual, criteria.get, cells)
        read = read_measures(table, layout, source.file_mark, _chains(source.tracker))
        match(read.drafts, source.tracker, wording, codes)
        rows = RowBook(
            sheet=table.sheet,
            months=months,
            closed=source.tracker.closed,
            value_of=value_of,
            wanted=WANTED,
            which=rows_by_name(source.tracker),
            changes=changes,
            findings=findings,
            changed=changed,
        )
        book = MeasureBook(
            rows=rows,
            tracker=source.tracker,
            wording=wording,
            codes=codes,
            limits=source.office.limits,
            default_lines=partial(group_lines, source, wording),
        )
        take_drafts(book, read.drafts)
        findings += [*_unread(table, layout), *read.findings]
        drafted = sum(1 for draft in read.drafts for _ in _rows(draft))
        touched = len(rows.touched)
        unchanged = max(0, drafted - touched - rows.added)
        sheets.append(SheetOutcome(table.sheet, table.kind, rows.added, touched, unchanged))
    return MeasurePlan(tuple(changes), tuple(sheets), tuple(findings))


def other_year(year: int, written: int | None, named: frozenset[int]) -> Iterator[Finding]:
    """Give the warning about measures that say they are of another year than they are taken for."""
    told = {written} - {None} if written is not None else set(named)
    if told and year not in told:
        yield of_another_year(year, filter(None, told))


def _unread(table: FoundTable, layout: Layout) -> Iterator[Finding]:
    """Give a warning about each column whose head the layout does not know."""
    read = {source for row in table.rows for source in row.cells}
    lacking = [one.head for one in layout.columns if one.source not in read]
    heads = " หรือ ".join(f"“{one_line(head)}”" for head in lacking)
    how = f"หากเป็น {heads} กรุณาแก้หัวคอลัมน์ให้ตรง" if heads else "หากต้องการ กรุณาเพิ่มคอลัมน์ในแบบตาราง"
    for address, head in table.unread:
        yield Finding(
            severity=Severity.WARNING,
            sheet=table.sheet,
            address=address,
            found=head,
            problem=f"ไม่ได้อ่านคอลัมน์นี้ เพราะหัวไม่ตรงกับแบบ “{layout.name}” {how} แล้วนำเข้าใหม่",
        )


def _criteria(file: DataFile) -> dict[int, Criteria]:
    return {year: criteria_of(file, year) for year in criteria_years(file)}


def _rows(draft: Draft) -> Iterator[Draft]:
    return (one for one in draft.walk() if one.kind is Kind.CALENDAR or one.said)


def _chains(tracker: Tracker) -> Callable[[RowKey], Chain | None]:
    """Return what says which records a row's key stands for: the row's and those it is in.

    In a table of items the n-th row of a topic begins its n-th item and its n-th measure.
    """
    found: dict[tuple[Kind, int], Chain] = {}
    for topic in tracker.topics:
        found[Kind.TOPIC, topic.id] = {Kind.TOPIC: topic.id}
        for measure in topic.measures:
            chain = {Kind.TOPIC: topic.id, Kind.MEASURE: measure.id}
            found[Kind.MEASURE, measure.id] = chain
            for step in measure.steps:
                found[Kind.STEP, step.id] = {**chain, Kind.STEP: step.id}
        for place, item in enumerate(topic.items):
            chain = {Kind.TOPIC: topic.id, Kind.ITEM: item.id}
            if place < len(topic.measures):
                chain[Kind.MEASURE] = topic.measures[place].id
            found[Kind.ITEM, item.id] = chain
    for row in tracker.calendar:
        found[Kind.CALENDAR, row.id] = {Kind.CALENDAR: row.id}
    return lambda key: found.get((key.kind, key.number))
