"""Somebody who does random deeds on a data file, over all its tables."""

import random
from dataclasses import replace
from hashlib import sha256

from ita_desktop.criteria.risk_methods import preset_methods
from ita_desktop.db.analysis_texts import put_analysis_text, remove_analysis_text
from ita_desktop.db.announcements import (
    add_announcement,
    change_announcement,
    remove_announcement,
)
from ita_desktop.db.criteria_sets import put_own_text
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import put_contents, put_item
from ita_desktop.db.layouts import put_layout, put_paper_text, remove_layout
from ita_desktop.db.marks import remove_mark, save_mark
from ita_desktop.db.offices import save_office
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
from ita_desktop.db.scores import add_fiscal_year, entries_of, fiscal_years, put_score
from ita_desktop.documents.layout import official_layout, write_layout
from ita_desktop.domain.analysis_text import AnalysisText
from ita_desktop.domain.announcements import AnnouncementKind
from ita_desktop.domain.bands import BandLimits
from ita_desktop.domain.disclosure import PublishState
from ita_desktop.domain.measures import ROUNDS, State
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.project import ProjectState
from ita_desktop.domain.score_entry import EXCLUDED, Entry, parse_score

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
                        *(self.disclosure, self.disclosure, self.analysis),
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
            *("announcement", "oit_item", "analysis_text"),
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

    def disclosure(self, file: DataFile) -> None:
        """Write fields of an OIT item, tick what it shows, or take ticks away."""
        year, code = self.dice.randint(2564, 2567), self.dice.choice(("O1", "O12", "O43"))
        add_fiscal_year(file, year)
        if self.dice.random() < 0.5:
            ticked = self.dice.sample("กขคง", self.dice.randint(0, 4))
            put_contents(file, year, code, ticked, there=self.dice.random() < 0.6)
            return
        values = {
            "state": self.dice.choice(tuple(PublishState)).value,
            "units": self.dice.choice(("", self.text())),
            "checked": self.dice.choice(("", "2023-04-20")),
        }
        put_item(file, year, code, values)

    def analysis(self, file: DataFile) -> None:
        """Edit a text of the analysis report, freeze it, or give it up."""
        year, name = self.dice.randint(2564, 2566), self.dice.choice("กขค")
        add_fiscal_year(file, year)
        if self.dice.random() < 0.3:
            remove_analysis_text(file, year, name)
        else:
            frozen = self.dice.choice(("", self.text()))
            text = AnalysisText(name=name, text=self.text(), frozen=frozen, basis=frozen)
            put_analysis_text(file, year, text)

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
