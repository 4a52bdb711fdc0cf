"""Which of the nine headings of a project nothing was written under."""

from collections.abc import Iterable
from typing import Final

from ita_desktop.domain.plan_money import money_of
from ita_desktop.domain.project import Project

HEADINGS: Final = {
    "name": "ชื่อโครงการ",
    "rationale": "หลักการและเหตุผล",
    "objectives": "วัตถุประสงค์",
    "target": "กลุ่มเป้าหมาย",
    "steps": "วิธีดำเนินการ",
    "period": "ระยะเวลาดำเนินการ",
    "amount": "งบประมาณดำเนินการ",
    "units": "ผู้รับผิดชอบ",
    "outputs": "ผลผลิต/ผลลัพธ์",
}
"""The nine headings of part 3 (domain facts 2.3), by the field that is mended first."""


def numbered_heading(field: str) -> str:
    """Return a heading with its number: "2. หลักการและเหตุผล". Raises ValueError for other fields."""
    return f"{[*HEADINGS].index(field) + 1}. {HEADINGS[field]}"


def empty_headings(project: Project, years: Iterable[int]) -> tuple[str, ...]:
    """Return the headings of a project that are empty, as fields of ``HEADINGS``, in their order.

    ``years`` are the plan's. Money is told where an amount stands or ไม่ใช้งบประมาณ is ticked; of
    outputs and outcomes one is enough.
    """
    covered = tuple(years)
    money = project.no_budget or money_of(project, covered) is not None
    told = {
        "name": project.name,
        "rationale": project.rationale,
        "objectives": project.objectives,
        "target": project.target or project.target_groups or project.target_count is not None,
        "steps": project.steps,
        "period": project.period or any(map(project.runs_in, covered)),
        "amount": money,
        "units": project.units,
        "outputs": project.outputs or project.outcomes,
    }
    return tuple(field for field in HEADINGS if not told[field])
