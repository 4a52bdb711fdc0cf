"""Random deeds on plans and announcements, each as a window does it."""

import random
from datetime import UTC, datetime

from ita_desktop.db.announcements import load_announcement
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.plans import PlanYears, plans_of
from ita_desktop.db.rows import Kind
from ita_desktop.domain.announcements import AnnouncementKind
from ita_desktop.domain.measures import ROUNDS
from ita_desktop.workflows import announcements as announcing
from ita_desktop.workflows.plans import making, outline
from ita_desktop.workflows.plans.carry import CarryWish, begin_from, carry_plan
from ita_desktop.workflows.rows.deeds import Edit, apply_edits

YEAR = 2566


def change_plan(dice: random.Random, file: DataFile) -> None:
    """Begin a plan, carry one on, change its years, title, risks or a text, or take one away."""
    plans = plans_of(file)
    what = dice.randint(0, 6)
    if not plans or what == 0:
        first = dice.choice((2571, 2576, 2581))
        headings = [making.Heading(1, "มิติ"), making.Heading(2, "หัวข้อ")]
        making.begin_plan(file, first, first + dice.randint(0, 4), headings, ["เป้าหมาย"])
        return
    plan = dice.choice(plans)
    if what == 1 and len(plans) > 2:
        making.remove_plan(file, plan.id)
    elif what == 2:
        making.change_years(file, plan.id, plan.first_year, plan.last_year + dice.choice((-1, 1)))
    elif what == 3:
        making.put_title(file, plan.id, _text(dice))
    elif what == 4:
        making.put_risk_year(file, plan.id, dice.choice((None, 2565, 2566)))
    elif what == 5:
        _carry(dice, file, plan)
    else:
        making.put_text(file, plan.id, "preface", dice.choice((None, _text(dice))))


def _carry(dice: random.Random, file: DataFile, plan: PlanYears) -> None:
    """Carry a plan into the next one there is, or begin the one after the last with it."""
    wish = CarryWish(money=dice.random() < 0.5, sections=dice.random() < 0.5)
    last = plans_of(file)[-1]
    if plan.id == last.id:
        first = last.last_year + 1
        begin_from(file, plan.id, first, first + dice.randint(0, 4), wish)
    else:
        carry_plan(file, plan.id, last.id, wish)


def change_outline(dice: random.Random, file: DataFile) -> None:
    """Move sections and projects, copy one, or join one with sections, items and risks."""
    sections, projects = _numbers(file, "section"), _numbers(file, "project")
    if not sections or not projects:
        return
    section, project = dice.choice(sections), dice.choice(projects)
    match dice.randint(0, 6):
        case 0:
            outline.move_section(file, section, dice.choice((None, *sections)), dice.randint(1, 4))
        case 1:
            some = dice.sample(projects, min(2, len(projects)))
            outline.move_projects(file, some, section, dice.choice((None, *projects)))
        case 2:
            outline.duplicate_project(file, project)
        case 3:
            outline.put_places(file, project, dice.sample(sections, min(2, len(sections))))
        case 4:
            outline.put_items(file, project, [(YEAR, dice.choice(("O36", "O37")))])
        case 5:
            risks = _numbers(file, "risk")
            outline.put_risks(file, project, dice.sample(risks, min(2, len(risks))))
        case _ if len(sections) > 20:
            outline.remove_section(file, section)
        case _:
            outline.add_section(file, plans_of(file)[0].id, dice.randint(1, 3), _text(dice), None)


def report_projects(dice: random.Random, file: DataFile) -> None:
    """Type money, quarters and reports of projects, and aims of goals."""
    year, months = dice.choice((2565, YEAR, 2567)), dice.choice(ROUNDS)
    edits: list[Edit] = []
    projects = _numbers(file, "project")
    for number in dice.sample(projects, min(3, len(projects))):
        said = (
            *((f"amount:{year}", dice.choice(("๒๐,๐๐๐", "0.25", "", "-"))), (f"runs:{year}", "1")),
            (f"quarters:{year}", dice.choice(("1,2", "๔", ""))),
        )
        edits += (
            Edit(kind=Kind.PROJECT, number=number, field=field, text=text) for field, text in said
        )
        told = (
            *((f"state:{year}", "ดำเนินการแล้วเสร็จ"), (f"result:{year}", _text(dice))),
            (f"spent:{year}", str(number)),
        )
        edits += (
            Edit(kind=Kind.PROJECT, number=number, field=field, text=text, months=months)
            for field, text in told
        )
    edits += (
        Edit(kind=Kind.GOAL, number=number, field=f"aim:{year}", text=_text(dice))
        for number in _numbers(file, "goal")[:2]
    )
    apply_edits(file, edits, "กรอกโครงการ")


def announce(dice: random.Random, file: DataFile) -> None:
    """Draft an announcement, change it, issue it, or take the draft away."""
    there = _numbers(file, "announcement")
    what = dice.randint(0, 4)
    if not there or what == 0:
        announcing.add_draft(file, YEAR, dice.choice(tuple(AnnouncementKind)))
        return
    number = dice.choice(there)
    if what == 1:
        announcing.remove_draft(file, number)
    elif what == 2:
        announcing.change_draft(file, number, "dated", dice.choice(("๕ ม.ค. ๒๕๖๖", "")))
    elif what == 3:
        announcing.change_draft(file, number, "subject", _text(dice))
    else:
        draft = load_announcement(file, number)
        if draft is not None:
            pdf = f"%PDF {dice.randint(0, 9)}".encode()
            announcing.issue(file, draft, pdf, datetime(2023, 1, 5, 3, 0, tzinfo=UTC))


def _numbers(file: DataFile, table: str) -> list[int]:
    return [row[0] for row in file.read(f"SELECT id FROM {table} ORDER BY id")]  # noqa: S608 - our own


def _text(dice: random.Random) -> str:
    return f"{dice.choice(_WORDS)} {dice.randint(0, 9)}"


_WORDS = ("จัดอบรม", "=1+1", 'ประกาศ "ก"', "")
