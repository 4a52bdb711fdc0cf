"""What the rules find in a plan, one fact at a time, silent about the rest."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from ita_desktop.domain.announcements import Announcement, AnnouncementKind
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import Asked, Lack
from ita_desktop.domain.plan import Goal, Plan, Section
from ita_desktop.domain.plan_checks import plan_lacks
from ita_desktop.domain.plan_facts import PlanFacts
from ita_desktop.domain.project import (
    Project,
    ProjectKind,
    ProjectResult,
    ProjectState,
    ProjectYear,
    Reason,
)

E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE
TOLD = ProjectResult(
    state=ProjectState.DONE,
    result="อบรมแล้ว",
    spent=Decimal(19_000),
    granted=Decimal(20_000),
    problem="ไม่มี",
    suggestion="ไม่มี",
)
YEAR = ProjectYear(runs=True, amount=Decimal(20_000))
PROJECT = Project(
    id=7,
    kind=ProjectKind.PROJECT,
    name="อบรมคุณธรรม",
    rationale="เพราะจำเป็น",
    objectives="เพื่อให้รู้",
    target="พนักงาน",
    steps="ขออนุมัติ",
    years={2566: YEAR, 2567: YEAR},
    units="กองคลัง",
    outputs="หนึ่งรุ่น",
    outcomes="รู้เพิ่มขึ้น (แบบทดสอบ)",
    results={(2566, 6): TOLD, (2566, 12): TOLD},
)
SECTION = Section(id=3, name="การสร้างสังคม", projects=(PROJECT,))
GOAL = Goal(id=1, text="คะแนนดีขึ้น", aims={2566: "๙๐", 2567: "๙๕"})
PLAN = Plan(id=1, first_year=2566, last_year=2567, goals=(GOAL,), sections=(SECTION,))
ISSUED = Announcement(
    id=4, fiscal_year=2566, kind=AnnouncementKind.PLAN, plan=1, issued="2022-09-28T03:00:00+00:00"
)


def found_in(plan: Plan | None, **other: Any) -> list[Lack]:
    facts = PlanFacts(
        fiscal_year=2566,
        plan=plan,
        before=None,
        office="เทศบาลตำบลบ้านตัวอย่าง",
        units=("กองคลัง", "กองช่าง"),
        today=date(2023, 10, 5),
        rounds=(6, 12),
        announcements=(ISSUED,),
        text_words={"preface": "คำนำ"},
        places=frozenset({"หน่วยงาน", "จำนวนโครงการ"}),
        asked=Asked("O36"),
        half=Asked("O37"),
    )
    return plan_lacks(replace(facts, **other))


def with_project(**fields: Any) -> Plan:
    return with_projects(replace(PROJECT, **fields))


def with_projects(*projects: Project) -> Plan:
    return replace(PLAN, sections=(replace(SECTION, projects=projects),))


def with_result(months: int = 6, **fields: Any) -> Plan:
    return with_project(results={**PROJECT.results, (2566, months): replace(TOLD, **fields)})


def with_text(text: str) -> Plan:
    return replace(PLAN, texts={"preface": text})


def told(lacks: list[Lack]) -> list[tuple[Severity, str, str, str]]:
    return [(one.severity, one.item, one.place.row, one.place.field) for one in lacks]


def test_a_whole_plan_with_its_reports_lacks_nothing() -> None:
    assert found_in(PLAN) == []
    free = {2566: ProjectYear(quarters=(1,)), 2567: ProjectYear(runs=True)}
    results = {key: replace(TOLD, spent=None, granted=None) for key in PROJECT.results}
    assert found_in(with_project(no_budget=True, years=free, results=results)) == []
    assert found_in(with_text("{หน่วยงาน}มี {จำนวนโครงการ} โครงการ")) == []


SECOND = Section(id=4, name="การป้องกัน")
UNDER = Section(id=5, level=2, name="ว่าง")
TWO = replace(PLAN, sections=(SECTION, SECOND))


@pytest.mark.parametrize(
    ("plan", "found"),
    [
        (None, [(E, "O36", "fiscal_year:2566", "plan")]),
        (replace(PLAN, sections=()), [(E, "O36", "plan:1", "projects")]),
        (TWO, [(W, "O36", "section:4", "project")]),
        (replace(PLAN, sections=(SECTION, UNDER)), [(N, "", "section:5", "project")]),
        (
            replace(PLAN, sections=(replace(SECTION, name=" "),)),
            [(W, "O36", "section:3", "name")],
        ),
        (
            replace(PLAN, sections=(SECTION, UNDER, replace(UNDER, id=6))),
            [(N, "", "section:5", "project"), (W, "", "section:6", "name")],
        ),
        (replace(PLAN, goals=()), [(N, "", "plan:1", "goals")]),
        (replace(PLAN, goals=(replace(GOAL, text=""),)), [(W, "", "goal:1", "text")]),
        (replace(PLAN, goals=(replace(GOAL, aims={2566: "๑"}),)), [(W, "", "goal:1", "aim:2567")]),
        (with_project(name=""), [(E, "O36", "project:7", "name")]),
        (with_project(rationale="", units=""), [(W, "", "project:7", "rationale")]),
        (with_project(outputs="", outcomes=""), [(W, "", "project:7", "outputs")]),
        (
            with_project(years={2566: ProjectYear(runs=True), 2567: ProjectYear(runs=True)}),
            [(E, "O36", "project:7", "amount")],
        ),
        (with_project(years={}, no_budget=True), [(E, "O36", "project:7", "period")]),
        (
            with_project(years={}, no_budget=True, period="ตลอดปี"),
            [(W, "O36", "project:7", "period")],
        ),
        (
            with_project(period="ปีงบประมาณ พ.ศ. ๒๕๖๖"),
            [(W, "O36", "project:7", "period")],
        ),
        (with_project(period="ปีงบประมาณ พ.ศ. ๒๕๖๖ – ๒๕๖๗"), []),
        (with_project(period="ตุลาคม ๒๕๖๕ ถึงกันยายน ๒๕๖๗"), []),
        (with_project(period="มกราคม ๒๕๖๙"), [(W, "O36", "project:7", "period")]),
        (
            with_project(no_budget=True),
            [
                (W, "O36", "project:7", "amount"),
                (W, "O37", "project:7", "spent:2566"),
                (W, "", "project:7", "spent:2566"),
            ],
        ),
        (
            with_project(
                amount=Decimal(20_000),
                years={2566: ProjectYear(runs=True), 2567: ProjectYear(runs=True)},
            ),
            [(W, "O36", "project:7", "amount:2566")],
        ),
        (with_project(amount=Decimal(20_000)), [(W, "O36", "project:7", "amount")]),
        (with_project(amount=Decimal(40_000)), []),
        (
            with_project(years={**PROJECT.years, 2570: YEAR}),
            [(N, "", "plan:1", "title")],  # said once, of all projects
        ),
        (
            with_projects(
                *(
                    replace(
                        PROJECT, id=number, name=f"อบรม {number}", years={year: YEAR, 2566: YEAR}
                    )
                    for number, year in ((7, 2570), (8, 2569))
                )
            ),
            [(N, "", "plan:1", "title")],
        ),
        (
            with_project(years={2570: YEAR}, no_budget=True),
            [(E, "O36", "project:7", "period"), (N, "", "plan:1", "title")],
        ),
        (with_projects(PROJECT, replace(PROJECT, id=8)), [(W, "O36", "project:8", "name")]),
        (with_project(units="กองใหม่"), [(N, "", "project:7", "units")]),
        (with_project(outcomes="รู้เพิ่มขึ้น"), [(N, "", "project:7", "outcomes")]),
        (with_project(steps="เสนอปลัด (อบจ./เทศบาล/อบต.)"), [(W, "", "project:7", "steps")]),
        (with_project(rationale="เทศบาลตำบลหนองน้ำใสได้จัด"), [(W, "", "project:7", "rationale")]),
        (with_project(target="พนักงานส่วนตำบล"), [(N, "", "project:7", "target")]),
        (with_text("รวม ๒ โครงการ"), [(W, "", "plan:1", "preface")]),
        (with_text("{หน่วยงน}"), [(W, "", "plan:1", "preface")]),
        (with_project(results={(2566, 12): TOLD}), [(E, "O37", "plan:1", "progress:2566")]),
        (with_project(results={(2566, 6): TOLD}), [(W, "", "plan:1", "progress:2566")]),
        (with_result(state=ProjectState.UNTOLD), [(W, "O37", "project:7", "state:2566")]),
        (with_result(result=""), [(W, "O37", "project:7", "result:2566")]),
        (with_result(spent=None), [(W, "O37", "project:7", "spent:2566")]),
        (with_result(spent=Decimal(20_001)), [(W, "O37", "project:7", "spent:2566")]),
        (with_result(state=ProjectState.IMPOSSIBLE), [(W, "O37", "project:7", "reason:2566")]),
        (
            with_result(state=ProjectState.IMPOSSIBLE, reason=Reason.OTHER),
            [(W, "O37", "project:7", "reason_text:2566")],
        ),
        (with_result(state=ProjectState.IMPOSSIBLE, reason=Reason.STAFF), []),
        (with_result(12, problem=""), [(W, "", "project:7", "problem:2566")]),
        (with_result(12, suggestion=""), [(W, "", "project:7", "suggestion:2566")]),
        (with_result(6, suggestion=""), []),
    ],
)
def test_one_fact_is_found_and_nothing_else(
    plan: Plan | None, found: list[tuple[Severity, str, str, str]]
) -> None:
    assert told(found_in(plan)) == found


def test_of_many_projects_only_those_that_say_nothing_are_named() -> None:
    silent = replace(PROJECT, id=8, name="สอง", results={})
    found = found_in(with_projects(PROJECT, silent), rounds=(6,))
    assert told(found) == [(E, "O37", "project:8", "result:2566")]
    assert "ลำดับ" not in found[0].message
    assert "โครงการที่ 2 “สอง”" in found[0].message


def test_what_most_projects_lack_is_told_once_with_how_many() -> None:
    many = [replace(PROJECT, id=n, name=f"งาน {n}", rationale="") for n in range(10, 16)]
    (found,) = found_in(with_projects(PROJECT, *many))
    assert (found.place.row, found.place.field) == ("project:10", "rationale")
    assert found.message == "6 จาก 7 โครงการยังไม่มีหลักการและเหตุผล"


@pytest.mark.parametrize(
    ("announcements", "found"),
    [
        ((), [(W, "", "plan:1", "announcement")]),
        ((replace(ISSUED, plan=2),), [(W, "", "plan:1", "announcement")]),
        ((replace(ISSUED, issued=""),), [(W, "", "announcement:4", "dated")]),
        (
            (replace(ISSUED, issued="", dated=date(2022, 9, 28)),),
            [(N, "", "announcement:4", "dated")],
        ),
        ((replace(ISSUED, id=2, issued=""), ISSUED), []),
    ],
)
def test_the_plan_is_to_be_announced(
    announcements: tuple[Announcement, ...], found: list[tuple[Severity, str, str, str]]
) -> None:
    assert told(found_in(PLAN, announcements=announcements)) == found


def test_the_annual_report_that_is_asked_for_is_that_of_the_year_before() -> None:
    former = Plan(
        id=2,
        first_year=2562,
        last_year=2565,
        sections=(replace(SECTION, projects=(replace(PROJECT, id=9, years={2565: YEAR}),)),),
    )
    found = found_in(PLAN, before=former, annual=Asked("O38"))
    assert told(found) == [(E, "O38", "plan:2", "progress:2565")]
    assert found[0].place.months == 12
    assert found_in(PLAN, before=former, annual=Asked("O38"), closed=frozenset({(2565, 12)})) == []
    last_day, after = date(2022, 9, 30), date(2022, 10, 1)
    ahead = {"before": former, "annual": Asked("O38"), "rounds": (), "announcements": (ISSUED,)}
    assert found_in(PLAN, today=last_day, **ahead) == [], "2565 still runs"
    assert told(found_in(PLAN, today=after, **ahead)) == told(found)
    assert told(found_in(PLAN, annual=Asked("O38"))) == [(N, "O38", "plan:1", "progress:2565")]


def test_a_round_that_is_closed_or_not_over_is_not_asked_about() -> None:
    silent = with_project(results={})
    both = frozenset({(2566, 6), (2566, 12)})
    assert found_in(silent, closed=both) == []
    assert found_in(silent, rounds=()) == []


def test_every_finding_is_one_sentence_in_plain_digits() -> None:
    plans: list[Callable[[], Plan]] = [
        lambda: with_projects(Project(id=8), Project(id=9, amount=Decimal("0.25"))),
        lambda: replace(PLAN, sections=(Section(id=1), Section(id=2, level=4, name="ก"))),
        lambda: with_text("มี ๙ มิติ ๙๙ โครงการ รวม ๕๐๐ บาท (ห้าบาทถ้วน)"),
    ]
    for make in plans:
        for one in found_in(make()):
            assert one.message == one.message.strip()
            assert "\n" not in one.message
            assert "None" not in one.message
            assert not re.search("[๐-๙]", one.message)
