"""Tables of a plan of a workbook beside the plan of the file: what they would change."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ita_desktop.criteria.plan_templates import plan_templates
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.plans import load_plan
from ita_desktop.db.rows import Kind
from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.domain.plan import Plan
from ita_desktop.thai.text import fold
from ita_desktop.workflows.import_outcome import SheetOutcome
from ita_desktop.workflows.measures.papers import file_mark_of
from ita_desktop.workflows.plans.forms import DETAILS, GOALS, PROJECTS, SECTIONS, WORDS
from ita_desktop.workflows.plans.held_projects import HeldProjects
from ita_desktop.workflows.plans.import_books import import_books
from ita_desktop.workflows.plans.import_head import read_head
from ita_desktop.workflows.plans.import_outline import read_goals, read_sections, section_notes
from ita_desktop.workflows.plans.import_target import target_of
from ita_desktop.workflows.plans.missing_headings import missing_headings
from ita_desktop.workflows.plans.plan_changes import HeadChange, PlanChanges
from ita_desktop.workflows.plans.planned_sections import planned_sections, template_numbers
from ita_desktop.workflows.plans.project_changes import ProjectChanges
from ita_desktop.workflows.plans.project_drafts import ProjectDraft
from ita_desktop.workflows.plans.project_reading import ProjectReading
from ita_desktop.workflows.plans.same_projects import join_rows, match_by_name
from ita_desktop.workflows.plans.told_places import same_names, tell_places
from ita_desktop.workflows.plans.told_sections import ToldSections
from ita_desktop.workflows.rows.book import RowBook
from ita_desktop.workflows.rows.told_twice import told_twice
from ita_desktop.xlsx.tables import FoundTable

_SUMS: Final = frozenset({"รวม", "รวมงบประมาณ", "รวมเงิน", "รวมทั้งสิ้น", "รวมเป็นเงิน", "รวมทุกปี"})
"""Heads of columns that only add up others: what the program works out itself."""


@dataclass(frozen=True, slots=True)
class PlanImport:
    """What the tables of a plan of a workbook change, and what each brings."""

    changes: PlanChanges
    sheets: tuple[SheetOutcome, ...] = ()
    findings: tuple[Finding, ...] = ()


def plan_plan(
    file: DataFile,
    tables: Sequence[FoundTable],
    asked: int | None,
    written: int | None = None,
    title: str = "",
) -> PlanImport:
    """Return what tables of a plan would change; nothing is written.

    ``asked`` and ``written``: the fiscal year that was asked for, and that of the workbook. Raises
    ClerkError where nobody says which plan it is, or the file has no office yet.
    """
    target = target_of(file, tables, asked, written, title)
    plan = (
        Plan(id=0, first_year=target.first_year, last_year=target.last_year)
        if target.plan is None
        else load_plan(file, target.plan)
    )
    work = _Work(file=file, plan=plan, tables=tables, mark=file_mark_of(file))
    work.sections()
    own = work.projects()
    work.goals_and_texts()
    work.take(own)
    changes = PlanChanges(
        plan=target.plan,
        first_year=target.first_year,
        last_year=target.last_year,
        head=tuple(work.head),
        rows=tuple(work.changes),
    )
    return PlanImport(changes, work.outcomes(), (*work.findings, *_unread(tables)))


class _Work:
    """Holds the tables of a workbook against a plan, step by step."""

    def __init__(
        self, *, file: DataFile, plan: Plan, tables: Sequence[FoundTable], mark: str
    ) -> None:
        self.findings: list[Finding] = []
        self.head: list[HeadChange] = []
        self._file, self._plan, self._tables, self._mark = file, plan, tables, mark
        self._books, self.changes = import_books(tables, plan, self.findings)
        self._rows = [0] * len(tables)
        self._read = [
            _once(place, table, tables, self.findings) for place, table in enumerate(tables)
        ]
        self._sections = planned_sections(plan, _names(plan))
        projects = {one.project.id for one in plan.placed()}
        self._told = ToldSections(sections=self._sections, findings=self.findings)
        self._reading = ProjectReading(
            told=self._told,
            mark=mark,
            known=lambda key: key.kind is Kind.PROJECT and key.number in projects,
            findings=self.findings,
        )
        self._held = HeldProjects(
            plan=plan,
            sections_of=lambda draft: self._told.of_cell(
                tables[draft.table], draft.said["section"]
            ),
        )

    def sections(self) -> None:
        """Take down the sheets of sections; those that come are written once all are known."""
        for place, table in self._those(SECTIONS):
            book = self._books[place]
            self._rows[place] = read_sections(table, self._plan, self._sections, self._mark, book)
            self._sections.listed |= bool(self._rows[place])

    def projects(self) -> list[ProjectDraft]:
        """Return the projects of the workbook, each with its section; write what sections come."""
        for place, table in (*self._those(DETAILS), *self._those(PROJECTS)):
            self._reading.read(place, table)
        for draft in self._reading.drafts:  # sections that changed cells name come, too
            said = draft.said.get("section")
            told = draft.keyed and draft.kind == DETAILS and said is not None and said.text
            if told and self._held.is_moved(draft):
                self._held.sections_of(draft)
        match_by_name(self._reading.drafts, self._held.placed.values())
        own = join_rows(self._reading.drafts)
        tell_places(own, self._sections)
        for draft in own:
            if draft.number is None and draft.section is None:
                table = self._tables[draft.table]
                draft.section = self._told.without_section(table, draft)
            self._rows[draft.table] += 1
        by_sheet: dict[str, RowBook] = {}
        for table, book in zip(self._tables, self._books, strict=True):
            by_sheet.setdefault(table.sheet, book)
        self._sections.write(by_sheet)
        if self._told.unnamed:
            table = next(one for one in self._tables if one.kind in (DETAILS, PROJECTS))
            self.findings += section_notes(
                self._told.unnamed, table, named=bool(self._sections.names)
            )
        return own

    def goals_and_texts(self) -> None:
        """Take down goals by year, title, years and texts."""
        for place, table in self._those(GOALS):
            self._rows[place] = read_goals(table, self._plan, self._mark, self._books[place])
        for place, table in self._those(WORDS):
            self.head += read_head(self._file, table, self._plan, self.findings)
            self._rows[place] = len(table.rows)

    def take(self, own: Sequence[ProjectDraft]) -> None:
        """Write down what the projects bring, and which headings the new ones lack."""
        changes = ProjectChanges(held=self._held, sections=self._sections)
        new = changes.take(own, self._books)
        self.findings += same_names(new)
        for place, table in self._those(DETAILS):
            those = [draft for draft in new if draft.table == place]
            self.findings += missing_headings(those, self._held.values, table)

    def outcomes(self) -> tuple[SheetOutcome, ...]:
        """Return what each table is and brings."""
        return tuple(
            self._outcome(place, table, self._books[place])
            for place, table in enumerate(self._tables)
        )

    def _outcome(self, place: int, table: FoundTable, book: RowBook) -> SheetOutcome:
        changed = len({one for one in book.touched if one[1] > 0})
        changed += sum(one.sheet == table.sheet for one in self.head)
        unchanged = max(0, self._rows[place] - book.added - changed)
        return SheetOutcome(table.sheet, table.kind, book.added, changed, unchanged)

    def _those(self, kind: str) -> Iterator[tuple[int, FoundTable]]:
        for place, table in enumerate(self._tables):
            if table.kind == kind and self._read[place]:
                yield place, table


def _once(
    place: int, table: FoundTable, tables: Sequence[FoundTable], findings: list[Finding]
) -> bool:
    """Say whether a table is read; a copy of one with the same columns is told, not read."""

    def columns(one: FoundTable) -> frozenset[str]:
        return frozenset(one.rows[0].cells) if one.rows else frozenset()

    alike = [one for one in tables[:place] if columns(one) == columns(table)]
    twice = told_twice(table, alike)
    if twice is not None:
        findings.append(twice)
    return twice is None


def _names(plan: Plan) -> Mapping[str, str]:
    """Return the names of sections by number of the period's template; none of another period."""
    for one in plan_templates():
        if (one.first_year, one.last_year) == (plan.first_year, plan.last_year):
            return template_numbers([(each.level, each.name) for each in one.headings])
    return {}


def _unread(tables: Sequence[FoundTable]) -> list[Finding]:
    return [
        Finding(
            severity=Severity.WARNING,
            sheet=table.sheet,
            address=address,
            found=head,
            problem="ไม่ได้อ่านคอลัมน์นี้ เพราะแผนไม่มีช่องนี้ หรือหัวคอลัมน์ไม่ตรงกับที่รู้จัก",
        )
        for table in tables
        for address, head in table.unread
        if fold(head).removesuffix("(บาท)") not in _SUMS
    ]
