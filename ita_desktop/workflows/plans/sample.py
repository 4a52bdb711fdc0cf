"""The plans of the made-up municipality: one of 2566 to 2570 and the one before it."""

from typing import Final

from ita_desktop.criteria.plan_templates import plan_templates
from ita_desktop.db import plans as table
from ita_desktop.db import projects as project_table
from ita_desktop.db.announcements import add_announcement, change_announcement
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind, Value, add_row
from ita_desktop.domain.announcements import AnnouncementKind
from ita_desktop.domain.project import Project, ProjectResult
from ita_desktop.workflows.plans.sample_projects import (
    FORMER_PROJECTS,
    SAMPLE_PLACES,
    SAMPLE_PROJECTS,
)

_GOALS: Final = {
    "คะแนน ITA ของหน่วยงานไม่ต่ำกว่า": ("๙๕.๐๐", "๙๖.๐๐", "๙๖.๕๐", "๙๗.๐๐", "๙๗.๕๐"),
    "ข้อร้องเรียนการทุจริตที่มีมูลไม่เกิน": ("๑ เรื่อง", "๑ เรื่อง", "๐ เรื่อง", "๐ เรื่อง", "๐ เรื่อง"),
    "โครงการตามแผนแล้วเสร็จไม่น้อยกว่า": ("ร้อยละ ๘๐", "ร้อยละ ๘๕", "ร้อยละ ๘๕", "ร้อยละ ๙๐"),
}
"""With the aim of each year; the last year of the third was forgotten."""
_TREATMENTS: Final = {
    "รับชำระด้วยคิวอาร์โค้ดแทนเงินสดที่จุดบริการนอกสถานที่": 8,
    "เปิดช่องทางแจ้งเบาะแสที่รักษาความลับและติดไว้ที่สถานประกอบการ": 12,
}
"""Treatments of risks that are projects of the plan, by their texts."""
_RISKS: Final = {"รับเงินแล้วออกใบเสร็จไม่ครบหรือนำส่งช้า": 8, "เบิกน้ำมันเกินการใช้งานจริง": 13}
"""Risks of 2566 that projects are against."""


def write_plans(file: DataFile) -> None:
    """Write the sample's plans inside a deed; its years and risks must be there."""
    present, former = plan_templates()[:2]
    before = table.add_plan(file, 2561, 2565)
    sections = [
        add_row(file, Kind.SECTION, before, {"level": one.level, "name": one.name})
        for one in former.headings
    ]
    old = {one.id: _add(file, sections[at - 1], one) for at, one in FORMER_PROJECTS}
    plan = table.add_plan(file, 2566, 2570)
    sections = [
        add_row(file, Kind.SECTION, plan, {"level": one.level, "name": one.name})
        for one in present.headings
    ]
    numbers = {
        one.id: _add(file, sections[at - 1], one, old.get(one.id)) for at, one in SAMPLE_PROJECTS
    }
    for text, aims in _GOALS.items():
        goal = add_row(file, Kind.GOAL, plan, {"text": text})
        for year, aim in enumerate(aims, start=2566):
            table.put_aim(file, goal, year, aim)
    for project, places in SAMPLE_PLACES.items():
        wanted = [(sections[at - 1],) for at in places]
        project_table.put_links(file, "project_place", numbers[project], wanted)
    _link(file, numbers)
    draft = add_announcement(file, 2566, AnnouncementKind.PLAN, plan)
    change_announcement(file, draft, {"dated": "2022-09-28"})


def _add(file: DataFile, section: int, project: Project, previous: int | None = None) -> int:
    """Add a project with its years, items and reports; return its number."""
    columns: dict[str, Value] = {
        "kind": project.kind.value,
        "name": project.name,
        "rationale": project.rationale,
        "objectives": project.objectives,
        "target": project.target,
        "target_count": project.target_count,
        "target_groups": " ".join(project.target_groups),
        "steps": project.steps,
        "no_budget": int(project.no_budget),
        "source": project.source,
        "units": project.units,
        "outputs": project.outputs,
        "outcomes": project.outcomes,
        "previous": previous,
    }
    number = add_row(file, Kind.PROJECT, section, columns)
    for year, told in project.years.items():
        values: dict[str, Value] = {
            "runs": int(told.runs),
            "quarters": "".join(map(str, told.quarters)),
            "amount": "" if told.amount is None else str(told.amount),
        }
        project_table.put_project_year(file, number, year, values)
    project_table.put_links(file, "project_item", number, project.items)
    for (year, months), result in project.results.items():
        project_table.put_project_result(file, number, year, months, _result(result))
    return number


def _result(told: ProjectResult) -> dict[str, Value]:
    money = {"planned": told.planned, "granted": told.granted, "spent": told.spent}
    return {
        "state": told.state.value,
        "in_ordinance": int(told.in_ordinance),
        **{name: "" if value is None else str(value) for name, value in money.items()},
        "result": told.result,
        "problem": told.problem,
        "suggestion": told.suggestion,
        "reason": told.reason.value,
    }


def _link(file: DataFile, numbers: dict[int, int]) -> None:
    """Join projects with the risks they are against and the treatments they are."""
    treatments = dict(
        file.read(
            "SELECT treatment.text, treatment.id FROM treatment"
            " JOIN process ON process.id = process WHERE fiscal_year = 2566"
        )
    )
    risks = dict(
        file.read(
            "SELECT risk.text, risk.id FROM risk"
            " JOIN process ON process.id = process WHERE fiscal_year = 2566"
        )
    )
    for text, project in _TREATMENTS.items():
        project_table.put_treatment_project(file, treatments[text], numbers[project])
    for text, project in _RISKS.items():
        project_table.put_links(file, "project_risk", numbers[project], [(risks[text],)])
