"""Undo and redo over random deeds of every table, also over a restart."""

import random
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from ita_desktop.criteria.risk_methods import preset_methods
from ita_desktop.db.announcements import (
    add_announcement,
    change_announcement,
    remove_announcement,
)
from ita_desktop.db.creating import create_data_file
from ita_desktop.db.criteria_sets import put_own_text
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.health import health_of, row_counts
from ita_desktop.db.layouts import put_layout, put_paper_text, remove_layout
from ita_desktop.db.marks import remove_mark, save_mark
from ita_desktop.db.offices import load_office, save_office
from ita_desktop.db.opening import open_data_file
from ita_desktop.db.plans import add_plan, change_plan, put_aim, put_plan_text, remove_plan
from ita_desktop.db.projects import (
    put_links,
    put_project_result,
    put_project_year,
    put_treatment_project,
)
from ita_desktop.db.risk_methods import keep_areas, keep_method
from ita_desktop.db.rows import (
    PARENT,
    Kind,
    Value,
    add_row,
    change_parent,
    change_row,
    order_rows,
    put_extra,
    put_result,
    remove_row,
    siblings_of,
)
from ita_desktop.db.schema import LOGGED_TABLES
from ita_desktop.db.scores import add_fiscal_year, entries_of, fiscal_years, put_score
from ita_desktop.documents.layout import official_layout, write_layout
from ita_desktop.domain.announcements import AnnouncementKind
from ita_desktop.domain.bands import BandLimits
from ita_desktop.domain.measures import ROUNDS, State
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.project import ProjectState
from ita_desktop.domain.score_entry import EXCLUDED, Entry, parse_score

Content = dict[str, list[tuple[object, ...]]]
Read = Callable[[DataFile], Content]

LETTERS = "กขค่้ํำ๙09\"'\\\n\t\x01/{}"
CODES = [f"i{number}" for number in range(1, 9)] + ["O1", "EIT", "total"]


class Clerk:
    """Does one random deed after another, each of one to six writes over all tables."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(seed)  # noqa: S311 - the same deeds each time

    def text(self) -> str:
        return "ก" + "".join(self.dice.choices(LETTERS, k=self.dice.randint(0, 12)))

    def deed(self, file: DataFile) -> None:
        with file.deed(self.text()):
            for _ in range(self.dice.randint(1, 6)):
                self.dice.choice(
                    (
                        *(self.score, self.score, self.office, self.words),
                        *(self.criteria, self.mark, self.evidence),
                        *(self.rows, self.rows, self.rows, self.report, self.year_papers),
                        *(self.risks, self.risk_years),
                        *(self.plans, self.plans, self.projects, self.announcements),
                    )
                )(file)

    def score(self, file: DataFile) -> None:
        year = self.dice.randint(2564, 2568)
        add_fiscal_year(file, year)
        entry: Entry | None = self.dice.choice(
            (None, EXCLUDED, parse_score(f"{self.dice.randint(0, 99)}.{self.dice.randint(0, 99)}"))
        )
        put_score(file, year, self.dice.choice(CODES), entry)
        of_year = (
            *("evidence", "topic", "closed_round", "paper_text", "calendar_row", "process"),
            "announcement",
        )
        of_years = (f"SELECT fiscal_year FROM {table}" for table in of_year)  # noqa: S608 - our own
        all_kept = " UNION ".join((*of_years, "SELECT id FROM risk_method"))
        kept = {row[0] for row in file.read(all_kept)}
        empty = [y for y in fiscal_years(file) if y not in kept and not entries_of(file, y)]
        if empty and self.dice.random() < 0.3:
            file.connection.execute("DELETE FROM fiscal_year WHERE id = ?", (empty[0],))

    def office(self, file: DataFile) -> None:
        save_office(
            file,
            Office(
                name=self.text(),
                kind=self.dice.choice(tuple(OfficeKind)),
                province=self.text(),
                units=tuple(self.dice.sample("กขคงจฉ", self.dice.randint(0, 6))),
                limits=BandLimits(parse_score("80"), parse_score(str(self.dice.randint(80, 100)))),
            ),
        )

    def words(self, file: DataFile) -> None:
        text = self.dice.choice((None, self.text()))
        put_own_text(file, self.dice.randint(2564, 2566), self.dice.choice(CODES), text)

    def criteria(self, file: DataFile) -> None:
        year = self.dice.randint(2564, 2566)
        if self.dice.random() < 0.5:
            file.connection.execute("DELETE FROM criteria_set WHERE id = ?", (year,))
        else:
            file.connection.execute(
                "INSERT INTO criteria_set (id, document) VALUES (?, ?)"
                " ON CONFLICT (id) DO UPDATE SET document = excluded.document",
                (year, self.text()),
            )

    def mark(self, file: DataFile) -> None:
        if self.dice.random() < 0.3:
            remove_mark(file)
        else:
            save_mark(file, b"\x89PNG\r\n\x1a\n" + self.dice.randbytes(self.dice.randint(0, 40)))

    def evidence(self, file: DataFile) -> None:
        year, code = self.dice.randint(2564, 2566), self.dice.choice(CODES)
        add_fiscal_year(file, year)
        content = self.dice.randbytes(1)
        file.connection.execute(
            "INSERT INTO content (sha256, data) VALUES (?, ?) ON CONFLICT DO NOTHING",
            (sha256(content).hexdigest(), content),
        )
        if self.dice.random() < 0.4:
            file.connection.execute("DELETE FROM evidence WHERE fiscal_year = ?", (year,))
        else:
            file.connection.execute(
                "INSERT INTO evidence (fiscal_year, code, name, sha256, added)"
                " VALUES (?, ?, ?, ?, '2026-11-26') ON CONFLICT DO UPDATE SET added = '2026-11-27'",
                (year, code, self.text(), sha256(content).hexdigest()),
            )

    def rows(self, file: DataFile) -> None:
        """Add, change, move or take away a row of measures, of the calendar or of risks."""
        year = self.dice.randint(2564, 2566)
        add_fiscal_year(file, year)
        kind = self.dice.choice(tuple(Kind))
        above = PARENT[kind]
        parents = [year] if above == "fiscal_year" else _numbers(file, above)
        rows = _numbers(file, kind)
        what = self.dice.choice(("add", "add", "change", "order", "remove"))
        if what == "remove" and rows:
            remove_row(file, kind, self.dice.choice(rows))
        elif what == "order" and parents:
            siblings = [*siblings_of(file, kind, self.dice.choice(parents))]
            self.dice.shuffle(siblings)
            order_rows(file, kind, siblings)
        elif what == "change" and rows:
            number = self.dice.choice(rows)
            change_row(file, kind, number, {_TEXT[kind]: self.text()})
            if kind in (Kind.ITEM, Kind.MEASURE, Kind.STEP):
                put_extra(file, kind, number, "งบ", self.dice.choice(("", self.text())))
        elif parents:
            values: dict[str, Value] = {_TEXT[kind]: self.dice.choice(("", self.text()))}
            if kind is Kind.ITEM:
                values |= {"criteria_year": year, "code": self.dice.choice(CODES), "score": "79.0"}
            add_row(file, kind, self.dice.choice(parents), values)

    def report(self, file: DataFile) -> None:
        kind = self.dice.choice((Kind.MEASURE, Kind.STEP, Kind.TREATMENT))
        for number in _numbers(file, kind)[-3:]:
            values: dict[str, Value] = {
                "state": self.dice.choice(tuple(State)).value,
                "result": self.dice.choice(("", self.text())),
                "percent": self.dice.choice((None, 0, 100)),
            }
            put_result(file, kind, number, self.dice.choice(ROUNDS), values)

    def risks(self, file: DataFile) -> None:
        """Give a risk its place, let rows point at others, or move them to another process."""
        risks, treatments = _numbers(file, "risk"), _numbers(file, "treatment")
        processes = _numbers(file, "process")
        if not risks or not treatments:
            return
        risk, treatment = self.dice.choice(risks), self.dice.choice(treatments)
        match self.dice.randint(0, 4):
            case 0:
                step: int | None = self.dice.choice((None, 1, 5))
                values: dict[str, Value] = {"likelihood": step, "impact": step, "level": ""}
                change_row(file, Kind.RISK, risk, values)
            case 1:
                older = self.dice.choice((None, *(one for one in risks if one < risk)))
                change_row(file, Kind.RISK, risk, {"previous": older})
            case 2:
                measure = self.dice.choice((None, *_numbers(file, "measure")))
                change_row(file, Kind.TREATMENT, treatment, {"measure": measure})
            case 3:
                own = file.read("SELECT id FROM risk WHERE process = ?", (processes[0],))
                for one in file.read(
                    "SELECT id FROM treatment WHERE process = ? LIMIT 2", (processes[0],)
                ):
                    of = self.dice.choice((None, *(row[0] for row in own)))
                    change_row(file, Kind.TREATMENT, one[0], {"risk": of})
            case _:
                kind = self.dice.choice((Kind.RISK, Kind.TREATMENT))
                number = risk if kind is Kind.RISK else treatment
                change_parent(file, kind, number, self.dice.choice(processes))

    def risk_years(self, file: DataFile) -> None:
        """Keep or forget the method of a year, or another list of areas."""
        year = self.dice.randint(2564, 2566)
        add_fiscal_year(file, year)
        if self.dice.random() < 0.3:
            file.connection.execute("DELETE FROM risk_method WHERE id = ?", (year,))
        elif self.dice.random() < 0.5:
            keep_method(file, year, replace(preset_methods()[0], name=self.text()))
        else:
            keep_areas(file, self.dice.sample("กขคงจฉ", self.dice.randint(0, 4)))

    def plans(self, file: DataFile) -> None:
        """Begin a plan, change it or a text of it, or take it away with all that is in it."""
        plans = _numbers(file, "plan")
        if not plans or self.dice.random() < 0.1:
            first = self.dice.randint(2560, 2575)
            if not file.read("SELECT id FROM plan WHERE first_year = ?", (first,)):
                add_plan(file, first, first + self.dice.randint(0, 5), self.text())
            return
        plan = self.dice.choice(plans)
        match self.dice.randint(0, 9):
            case 0:
                remove_plan(file, plan)
            case 1 | 2:
                change_plan(file, plan, {"title": self.text(), "risk_year": 2566})
            case 3 | 4:
                name = self.dice.choice(("preface", "goals"))
                put_plan_text(file, plan, name, self.dice.choice((None, self.text())))
            case _:
                kind = self.dice.choice((Kind.SECTION, Kind.GOAL))
                number = add_row(file, kind, plan, {_TEXT[kind]: self.text()})
                if kind is Kind.SECTION:
                    add_row(file, Kind.PROJECT, number, {"name": self.text(), "amount": "0.25"})

    def projects(self, file: DataFile) -> None:
        """Give projects and goals their years, reports and links, or move one."""
        year = self.dice.randint(2564, 2568)
        goals, projects = _numbers(file, "goal"), _numbers(file, "project")
        if goals:
            put_aim(file, self.dice.choice(goals), year, self.dice.choice(("", self.text())))
        if not projects:
            return
        project = self.dice.choice(projects)
        sections, risks = _numbers(file, "section"), _numbers(file, "risk")
        match self.dice.randint(0, 6):
            case 0 | 1:
                values: dict[str, Value] = {
                    "runs": self.dice.choice((0, 1)),
                    "quarters": self.dice.choice(("", "1", "24")),
                    "amount": self.dice.choice(("", "0", "20000.5")),
                }
                put_project_year(file, project, year, values)
            case 2:
                told: dict[str, Value] = {
                    "state": self.dice.choice(tuple(ProjectState)).value,
                    "spent": self.dice.choice(("", "19999.75")),
                    "result": self.dice.choice(("", self.text())),
                }
                put_project_result(file, project, year, self.dice.choice(ROUNDS), told)
            case 3:
                places = self.dice.sample(sections, min(len(sections), self.dice.randint(0, 2)))
                put_links(file, "project_place", project, [(one,) for one in places])
            case 4:
                items: list[tuple[Value, ...]] = [(year, one) for one in self.dice.sample(CODES, 2)]
                put_links(file, "project_item", project, items)
                against = self.dice.sample(risks, min(len(risks), self.dice.randint(0, 2)))
                put_links(file, "project_risk", project, [(one,) for one in against])
            case 5:
                for treatment in _numbers(file, "treatment")[-2:]:
                    which = self.dice.choice((None, *projects))
                    put_treatment_project(file, treatment, which)
            case _:
                change_parent(file, Kind.PROJECT, project, self.dice.choice(sections))

    def announcements(self, file: DataFile) -> None:
        """Draft an announcement, change it, keep it as printed, or drop it."""
        year = self.dice.randint(2564, 2566)
        add_fiscal_year(file, year)
        there = _numbers(file, "announcement")
        if not there or self.dice.random() < 0.4:
            plan = self.dice.choice((None, *_numbers(file, "plan")))
            kind = self.dice.choice(tuple(AnnouncementKind))
            add_announcement(file, year, kind, plan)
        elif self.dice.random() < 0.4:
            remove_announcement(file, self.dice.choice(there))
        else:
            pdf = b"%PDF" + self.dice.randbytes(1)
            digest = sha256(pdf).hexdigest()
            file.connection.execute(
                "INSERT INTO content (sha256, data) VALUES (?, ?) ON CONFLICT DO NOTHING",
                (digest, pdf),
            )
            issued = {"subject": self.text(), "issued": "2026-11-26", "sha256": digest}
            change_announcement(file, self.dice.choice(there), issued)

    def year_papers(self, file: DataFile) -> None:
        """Close or open a round, keep a layout, a text of a paper, a suggestion, or drop one."""
        year, months = self.dice.randint(2564, 2566), self.dice.choice(ROUNDS)
        add_fiscal_year(file, year)
        key = f"measures-plan~{self.dice.randint(2, 4)}"
        write = file.connection.execute
        gone = self.dice.random() < 0.4
        match self.dice.randint(0, 3):
            case 0 if gone:
                write("DELETE FROM closed_round WHERE fiscal_year = ?", (year,))
            case 0:
                write(
                    "INSERT INTO closed_round (fiscal_year, round, closed, snapshot)"
                    " VALUES (?, ?, '2026-11-26', ?) ON CONFLICT DO NOTHING",
                    (year, months, self.text()),
                )
            case 1 if gone:
                remove_layout(file, key)
            case 1:
                plan = official_layout("measures-plan")
                put_layout(file, key, write_layout(replace(plan, id=key, name=self.text())))
            case 2:
                text = None if gone else self.text()
                put_paper_text(file, year, key, self.dice.choice("กข"), text)
            case _ if gone:
                write("DELETE FROM suggestion WHERE id = (SELECT max(id) FROM suggestion)")
            case _:
                write(
                    "INSERT INTO suggestion (indicator, measure) VALUES (?, ?)",
                    (self.dice.randint(1, 10), self.text()),
                )


_TEXT = {
    Kind.TOPIC: "title",
    Kind.ITEM: "finding",
    Kind.MEASURE: "text",
    Kind.STEP: "text",
    Kind.CALENDAR: "method",
    Kind.PROCESS: "area",
    Kind.RISK: "cause",
    Kind.TREATMENT: "text",
    Kind.GOAL: "text",
    Kind.SECTION: "name",
    Kind.PROJECT: "steps",
}


def _numbers(file: DataFile, table: str) -> list[int]:
    return [row[0] for row in file.read(f"SELECT id FROM {table} ORDER BY id")]  # noqa: S608 - our own


def times(take: Callable[[], object]) -> int:
    """Undo or redo until there is nothing more, and say how often that was."""
    done = 0
    while take() is not None:
        done += 1
    return done


@pytest.mark.parametrize("deeds", [500, pytest.param(10_000, marks=pytest.mark.slow)])
def test_all_undone_is_the_start_and_all_redone_is_the_end(
    tmp_path: Path, content: Read, deeds: int
) -> None:
    path = tmp_path / "เทศบาล.ita"
    file = create_data_file(path, "สมชาย")
    clerk = Clerk(deeds)
    with file.deed("เริ่ม", undoable=False):
        clerk.office(file)
        clerk.score(file)
    start = content(file)
    for _ in range(deeds):
        clerk.deed(file)
    end = content(file)
    written = file.connection.execute("SELECT DISTINCT table_name FROM change").fetchall()
    assert {row[0] for row in written} == set(LOGGED_TABLES)
    undone = times(file.undo)
    assert deeds * 0.8 < undone <= deeds  # a few deeds come to nothing
    assert content(file) == start
    file.close()
    file = open_data_file(path, "สมชาย")
    assert times(file.redo) == undone
    assert content(file) == end
    file.close()
    file = open_data_file(path, "สมชาย")
    assert (content(file), times(file.undo), content(file)) == (end, undone, start)
    assert health_of(file) == ()
    file.close()


@pytest.mark.parametrize("steps", [400, pytest.param(4_000, marks=pytest.mark.slow)])
def test_a_random_walk_of_deeds_undo_redo_and_restarts_follows_a_plain_list_of_states(
    tmp_path: Path, content: Read, steps: int
) -> None:
    path = tmp_path / "เทศบาล.ita"
    file = create_data_file(path, "สมชาย")
    clerk = Clerk(steps + 1)
    with file.deed("เริ่ม", undoable=False):
        add_fiscal_year(file, 2566)
    states, here = [content(file)], 0
    for _ in range(steps):
        what = clerk.dice.choice(("deed", "deed", "undo", "undo", "redo", "restart"))
        if what == "deed":
            before = row_counts(file)["deed"]
            clerk.deed(file)
            if row_counts(file)["deed"] > before:  # not one that came to nothing
                states, here = [*states[: here + 1], content(file)], here + 1
        elif what == "undo":
            assert (file.undo() is not None) == (here > 0)
            here = max(here - 1, 0)
        elif what == "redo":
            assert (file.redo() is not None) == (here < len(states) - 1)
            here = min(here + 1, len(states) - 1)
        else:
            file.close()
            file = open_data_file(path, "สมชาย")
        assert content(file) == states[here]
    file.close()


def test_a_file_keeps_its_first_year_when_all_is_taken_back(file: DataFile) -> None:
    with file.deed("นำเข้า"):
        add_fiscal_year(file, 2565)
        put_score(file, 2565, "i7", parse_score("88.13"))
    with file.deed("เพิ่มปี"):
        add_fiscal_year(file, 2566)
    assert times(file.undo) == 2
    assert fiscal_years(file) == (2565,)
    assert entries_of(file, 2565) == {}
    assert times(file.redo) == 2
    assert fiscal_years(file) == (2565, 2566)
    assert entries_of(file, 2565) == {"i7": parse_score("88.13")}


def test_an_id_is_never_given_twice(file: DataFile) -> None:
    def written() -> dict[str, int]:
        with file.deed("เขียน"):
            add_fiscal_year(file, 2566)
            put_score(file, 2566, "i7", parse_score("90"))
            put_own_text(file, 2566, "i7", "ข้อความ")
            save_office(file, Office(name="อบต.", kind=OfficeKind.TAMBON, units=("กองคลัง",)))
        return {
            table: file.connection.execute(f"SELECT max(id) FROM {table}").fetchone()[0]  # noqa: S608 - our own
            for table in ("score", "item_text", "unit")
        }

    first = written()
    file.undo()
    second = written()
    with file.deed("ลบ"):
        put_score(file, 2566, "i7", None)
        put_own_text(file, 2566, "i7", None)
        save_office(file, Office(name="อบต.", kind=OfficeKind.TAMBON))
    third = written()
    assert all(first[table] < second[table] < third[table] for table in first)


def test_a_new_edit_after_undo_drops_the_redo_but_not_its_record(file: DataFile) -> None:
    for year in (2564, 2565):
        with file.deed(f"เพิ่มปี {year}"):
            add_fiscal_year(file, year)
    file.undo()
    redo = file.next_redo()
    assert redo is not None
    with file.deed("เพิ่มปี 2566"):
        add_fiscal_year(file, 2566)
    assert file.next_redo() is None
    assert file.redo() is None
    assert fiscal_years(file) == (2564, 2566)
    record = file.connection.execute("SELECT state FROM deed WHERE id = ?", (redo.id,)).fetchone()
    assert record == ("dropped",)


def test_undo_and_redo_say_what_they_did_and_are_deeds_of_their_own(file: DataFile) -> None:
    with file.deed("เริ่ม", undoable=False):
        add_fiscal_year(file, 2565)
    with file.deed("แก้คะแนน i7"):
        add_fiscal_year(file, 2566)
        put_score(file, 2566, "i7", parse_score("88.13"))
    undone = file.undo()
    assert undone is not None
    assert (undone.name, undone.person) == ("แก้คะแนน i7", "สมชาย")
    assert {change.table for change in file.last_changes()} == {"fiscal_year", "score"}
    redone = file.redo()
    assert redone == undone
    kinds = file.connection.execute("SELECT kind, name, of_deed FROM deed ORDER BY id").fetchall()
    assert kinds == [
        ("start", "เริ่ม", None),
        ("edit", "แก้คะแนน i7", None),
        ("undo", "แก้คะแนน i7", undone.id),
        ("redo", "แก้คะแนน i7", undone.id),
    ]


def test_an_office_taken_back_is_gone_with_its_units(file: DataFile) -> None:
    with file.deed("หน่วยงาน"):
        save_office(file, Office(name="อบต.", kind=OfficeKind.TAMBON, units=("กองช่าง", "กองคลัง")))
    file.undo()
    assert load_office(file) is None
    assert file.connection.execute("SELECT count(*) FROM unit").fetchone() == (0,)


def test_back_or_forth_to_a_deed_that_is_not_there_to_be_reached_changes_nothing(
    file: DataFile, content: Callable[[DataFile], object]
) -> None:
    with file.deed("เตรียม"):
        add_fiscal_year(file, 2566)
    for value in ("1", "2", "3"):
        with file.deed(f"คะแนน {value}"):
            put_score(file, 2566, "i1", parse_score(value))
    last = file.next_undo()
    assert last is not None
    file.undo()
    before, newest = content(file), file.latest_deed()
    for number in (0, 1, last.id, newest or 0, 99):
        assert file.undo_to(number) == ()
    for number in (0, 1, last.id - 1, newest or 0, 99):
        assert file.redo_to(number) == ()
    assert (content(file), file.latest_deed()) == (before, newest)
    assert [deed.name for deed in file.undo_to(last.id - 1)] == ["คะแนน 2"]
    assert [deed.name for deed in file.redo_to(last.id)] == ["คะแนน 2", "คะแนน 3"]
