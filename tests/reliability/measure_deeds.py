"""Random deeds on all that a year has, as a window does them; the same for the same seed."""

import random
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ita_desktop.criteria.risk_methods import preset_methods
from ita_desktop.db import rows as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.plans import plans_of
from ita_desktop.db.risk_methods import keep_areas
from ita_desktop.db.rows import PARENT, Kind
from ita_desktop.db.schema import (
    ANALYSIS_TABLES,
    ANNOUNCEMENT_TABLES,
    DISCLOSURE_TABLES,
    MEASURE_TABLES,
    PLAN_TABLES,
    RISK_TABLES,
)
from ita_desktop.db.trackers import load_tracker
from ita_desktop.documents.model import Digits
from ita_desktop.domain.measures import ROUNDS
from ita_desktop.domain.risks import USUAL_AREAS
from ita_desktop.domain.unit_work import work_by_unit
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.disclosure.entering import OitEdit, apply_oit_edits
from ita_desktop.workflows.export_document import draw, freeze
from ita_desktop.workflows.import_outcome import Tables
from ita_desktop.workflows.import_workbook import plan_import, read_tables, take_import
from ita_desktop.workflows.measures.carry_over import carry_over
from ita_desktop.workflows.measures.joining import join_topics
from ita_desktop.workflows.new_year.beginning import begin_new_year
from ita_desktop.workflows.opening import office_of
from ita_desktop.workflows.risks.carried_treatments import CarryWith
from ita_desktop.workflows.risks.carry_over import carry_risks
from ita_desktop.workflows.risks.register import choose_method, put_in_cell
from ita_desktop.workflows.rounds import close_round, reopen_round
from ita_desktop.workflows.rows import deeds as work
from ita_desktop.workflows.rows.deeds import Edit
from ita_desktop.workflows.units.planning import plan_unit_sheets
from ita_desktop.workflows.units.reading import ReadSheet, read_unit_sheets
from ita_desktop.workflows.units.sheets import freeze_unit_sheets
from ita_desktop.workflows.units.taking import take_unit_sheets
from ita_desktop.workflows.units.writing import write_unit_sheets
from tests.reliability import disclosure_deeds as disclosure
from tests.reliability.plan_deeds import (
    announce,
    change_outline,
    change_plan,
    report_projects,
)
from tests.workflows.units.sheet_file import fill_in

YEAR = 2566
VERBS = (
    *("add", "edit", "move", "join", "remove", "report", "report"),
    *("import", "sheets", "close", "reopen", "carry"),
    *("place", "method", "carry_risks"),
    *("plan", "outline", "outline", "projects", "projects", "announce"),
    *("items", "items", "ticks", "carry_items", "texts", "new_year"),
)
_PAPERS = (
    *("measures-plan", "measures-six-month", "risk-register", "risk-plan-table"),
    "oit-checklist",
)
"""What comes back from outside as workbooks with other words in them."""
WORK_FIELDS = ("text", "units", "period", "follow_up")
FIELDS = {
    Kind.TOPIC: ("title", "heading", "group_lines"),
    Kind.ITEM: ("text", "finding", "extra:งบ"),
    Kind.MEASURE: (*WORK_FIELDS, "extra:งบ"),
    Kind.STEP: (*WORK_FIELDS, "extra:งบ"),
    Kind.CALENDAR: ("stage", "period", "method"),
    Kind.PROCESS: ("text", "area", "units", "level"),
    Kind.RISK: (
        *("text", "cause", "control", "units", "level", "after_level", "likelihood"),
        *("after_impact", "control_quality"),
    ),
    Kind.TREATMENT: ("text", "units", "period", "project"),
    Kind.GOAL: ("text",),
    Kind.SECTION: ("name", "marker", "level"),
    Kind.PROJECT: (
        *("name", "kind", "rationale", "objectives", "target", "target_count", "steps", "period"),
        *("no_budget", "amount", "source", "units", "outputs", "outcomes", "note"),
    ),
}
CHOSEN = {
    "level": ("สูง", "ปานกลาง", "๑๒ (สูง)", "9", "สูงมากๆ", ""),
    "after_level": ("ต่ำ", "4", "-"),
    "likelihood": ("๑", "5 สูงมาก", "6", ""),
    "after_impact": ("3", "น้อย", "ก"),
    "control_quality": ("ดี", "อ่อน", "ดีมาก"),
    "kind": ("โครงการ", "มาตรการ", "งานอื่น", ""),
    "target_count": ("๖๐", "หกสิบ", ""),
    "no_budget": ("ใช่", "", "ไม่แน่ใจ"),
    "amount": ("๒๐,๐๐๐", "0.25", "มาก", ""),
}
"""What is typed into fields that do not take any text, also what they refuse."""
WORDS = ("จัดประชุม", "สำรวจ\nและรายงาน", "กองคลัง", "ทุกสำนัก/กอง", "ม.ค.-มิ.ย. ๖๖", "=1+1", "")


@dataclass(frozen=True, slots=True)
class Received:
    """What came from outside: workbooks of measures and risks, and the units' sheets, read."""

    workbooks: tuple[Tables, ...]
    sheets: tuple[tuple[ReadSheet, ...], ...]


def received(file: DataFile, folder: Path) -> Received:
    """Return workbooks and two rounds of sheets, made from the file, which is as it was."""
    folder.mkdir()
    workbooks: list[Tables] = []
    for number, paper in enumerate(_PAPERS):
        before = file.latest_deed() or 0
        Deeds(number).reword(file)
        path = folder / f"{number}.xlsx"
        draw(freeze(file, paper, YEAR, Digits.THAI), "xlsx", path)
        workbooks.append(read_tables(path))
        file.undo_to(before + 1)
    sheets: list[tuple[ReadSheet, ...]] = []
    units = [work.unit for work in work_by_unit(load_tracker(file, YEAR), office_of(file).units)]
    steps = _numbers(file, Kind.STEP)
    for answer in ("ทำแล้ว", "เลื่อนไป"):
        (at := folder / answer).mkdir()
        frozen = freeze_unit_sheets(file, YEAR, 6, units[:3], Digits.THAI)
        paths = write_unit_sheets(frozen, at)
        for number, path in enumerate(paths):
            cells: dict[tuple[int, str], object] = {
                (step, "result"): f"{answer} {number} {step}" for step in steps
            }
            fill_in(path, cells | {(step, "percent"): step for step in steps})
        sheets.append(read_unit_sheets(paths))
    return Received(tuple(workbooks), tuple(sheets))


class Deeds:
    """Does one deed after the other; what it chooses follows from the seed and the file alone."""

    def __init__(self, seed: int, outside: Received | None = None) -> None:
        self.dice = random.Random(seed)  # noqa: S311 - the same deeds each time
        self.outside = outside
        self.counts = dict.fromkeys(VERBS, 0)
        """How often each verb changed something."""

    def do(self, file: DataFile) -> None:
        """Do a deed, one that changes nothing or is refused in a sentence included."""
        verb = self.dice.choice(VERBS)
        before = file.latest_deed()
        try:
            getattr(self, verb if verb != "import" else "take_workbook")(file)
        except ClerkError:
            assert file.latest_deed() == before
        self.counts[verb] += file.latest_deed() != before

    def add(self, file: DataFile) -> None:
        kind = self.dice.choice(tuple(Kind))
        if parents := self._parents(file, kind):
            field = self.dice.choice(FIELDS[kind])
            texts = {field: self._typed(field)}
            work.add_row(file, kind, self.dice.choice(parents), texts)

    def edit(self, file: DataFile) -> None:
        kind = self.dice.choice(tuple(Kind))
        if rows := _numbers(file, kind):
            field = self.dice.choice(FIELDS[kind])
            number = self.dice.choice(rows)
            text = self._typed(field)
            work.set_field(file, Edit(kind=kind, number=number, field=field, text=text))

    def reword(self, file: DataFile) -> None:
        """Write other words to half of all rows of each kind, and report on half of all steps."""
        edits = [
            Edit(kind=kind, number=number, field="text", text=f"ข้อความใหม่ {number}")
            for kind in (Kind.MEASURE, Kind.RISK, Kind.TREATMENT)
            for number in _numbers(file, kind)
            if self.dice.random() < 0.5
        ]
        edits += [
            Edit(kind=Kind.STEP, number=number, field="result", text=f"ผล {number}", months=6)
            for number in _numbers(file, Kind.STEP)
            if self.dice.random() < 0.5
        ]
        work.apply_edits(file, edits, "ข้อความใหม่")
        items = [
            OitEdit(code=f"O{number}", field="note", text=f"ข้อความใหม่ {number}")
            for number in range(1, 44)
            if self.dice.random() < 0.5
        ]
        apply_oit_edits(file, YEAR, items, "ข้อความใหม่")

    def move(self, file: DataFile) -> None:
        kind = self.dice.choice(tuple(Kind))
        rows, parents = _numbers(file, kind), self._parents(file, kind)
        if rows and parents:
            parent = self.dice.choice(parents)
            siblings = table.siblings_of(file, kind, parent)
            before = self.dice.choice((None, *siblings))
            work.move_row(file, kind, self.dice.choice(rows), parent, before)

    def join(self, file: DataFile) -> None:
        topics = table.siblings_of(file, Kind.TOPIC, YEAR)
        if len(topics) > 4:
            join_topics(file, sorted(self.dice.sample(topics, 2)))

    def remove(self, file: DataFile) -> None:
        kind = self.dice.choice(tuple(Kind))
        rows = _numbers(file, kind)
        if len(rows) > 3:
            work.remove_rows(file, kind, self.dice.sample(rows, self.dice.randint(1, 2)))

    def report(self, file: DataFile) -> None:
        kind = self.dice.choice((Kind.MEASURE, Kind.STEP, Kind.TREATMENT))
        rows = _numbers(file, kind)
        months = self.dice.choice(ROUNDS)
        said = (("state", "แล้วเสร็จ"), ("result", self._text()), ("percent", str(len(rows) % 101)))
        edits = [
            Edit(kind=kind, number=number, field=field, text=text, months=months)
            for number in self.dice.sample(rows, min(3, len(rows)))
            for field, text in said
        ]
        work.apply_edits(file, edits, "รายงานผล")

    def take_workbook(self, file: DataFile) -> None:
        assert self.outside is not None
        take_import(file, plan_import(file, self.dice.choice(self.outside.workbooks), YEAR))

    def sheets(self, file: DataFile) -> None:
        assert self.outside is not None
        plan = plan_unit_sheets(file, self.dice.choice(self.outside.sheets), YEAR, 6)
        choices = {
            line.place: self.dice.choice(line.options).text
            for line in plan.lines
            if line.place is not None and line.options
        }
        take_unit_sheets(file, plan, choices)

    def close(self, file: DataFile) -> None:
        year = self.dice.choice((YEAR - 1, YEAR))
        close_round(file, year, self.dice.choice(ROUNDS), datetime(2026, 11, 26, tzinfo=UTC))

    def reopen(self, file: DataFile) -> None:
        year = self.dice.choice((YEAR - 1, YEAR))
        reopen_round(file, year, self.dice.choice(ROUNDS))

    def carry(self, file: DataFile) -> None:
        year = self.dice.choice((YEAR - 1, YEAR))
        carry_over(file, year, year + 1)

    def place(self, file: DataFile) -> None:
        """Put a risk into a cell of the matrix, before or after treatment."""
        if risks := _numbers(file, Kind.RISK):
            likelihood, impact = self.dice.randint(1, 5), self.dice.randint(1, 5)
            after = self.dice.random() < 0.4
            put_in_cell(file, self.dice.choice(risks), likelihood, impact, after=after)

    def method(self, file: DataFile) -> None:
        """Choose a method for a year without levels, or keep another list of areas."""
        if self.dice.random() < 0.5:
            year = self.dice.choice((YEAR - 2, YEAR))
            choose_method(file, year, self.dice.choice(preset_methods()))
        else:
            with file.deed("แก้รายการด้าน"):
                keep_areas(file, self.dice.sample(USUAL_AREAS, self.dice.randint(0, 3)))

    def carry_risks(self, file: DataFile) -> None:
        year = self.dice.choice((YEAR - 1, YEAR))
        carry_risks(file, year, year + 1, CarryWith(measures=self.dice.random() < 0.3))

    def plan(self, file: DataFile) -> None:
        change_plan(self.dice, file)

    def outline(self, file: DataFile) -> None:
        change_outline(self.dice, file)

    def projects(self, file: DataFile) -> None:
        report_projects(self.dice, file)

    def announce(self, file: DataFile) -> None:
        announce(self.dice, file)

    def items(self, file: DataFile) -> None:
        disclosure.edit_items(self.dice, file)

    def ticks(self, file: DataFile) -> None:
        disclosure.tick(self.dice, file)

    def carry_items(self, file: DataFile) -> None:
        disclosure.carry(self.dice, file)

    def new_year(self, file: DataFile) -> None:
        begin_new_year(file, YEAR, YEAR + self.dice.randint(0, 2))

    def texts(self, file: DataFile) -> None:
        disclosure.write_texts(self.dice, file)

    def _typed(self, field: str) -> str:
        return self.dice.choice(CHOSEN[field]) if field in CHOSEN else self._text()

    def _parents(self, file: DataFile, kind: Kind) -> list[int]:
        above = PARENT[kind]
        if above == "plan":
            return [one.id for one in plans_of(file)]
        return [YEAR] if above == "fiscal_year" else _numbers(file, Kind(above))

    def _text(self) -> str:
        return f"{self.dice.choice(WORDS)} {self.dice.randint(0, 9)}"


Content = dict[str, list[tuple[object, ...]]]


def measure_rows(file: DataFile) -> Content:
    """Return every row of all that these deeds write, and the years."""
    tables = MEASURE_TABLES | RISK_TABLES | PLAN_TABLES | ANNOUNCEMENT_TABLES
    tables |= DISCLOSURE_TABLES | ANALYSIS_TABLES
    return {
        name: file.read(f"SELECT * FROM {name} ORDER BY id")  # noqa: S608 - our own
        for name in (*sorted(tables), "fiscal_year")
    }


def _numbers(file: DataFile, kind: Kind) -> list[int]:
    return [row[0] for row in file.read(f"SELECT id FROM {kind} ORDER BY id")]  # noqa: S608 - our own
