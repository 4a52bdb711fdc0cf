"""A plan that other offices' tables come into, and what is asked of it afterwards."""

from collections.abc import Callable
from pathlib import Path

from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.plan import Plan, section_numbers
from ita_desktop.workflows.plans.making import Heading, plan_of

MakeSheet = Callable[..., Path]
HEADS = ("ที่", "ชื่อโครงการ", "วัตถุประสงค์", "วิธีดำเนินการ", "มิติ")
OUTLINE = (
    *(Heading(1, "สุจริต"), Heading(2, "จิตสำนึก"), Heading(3, "บุคลากร")),
    *(Heading(1, "โปร่งใส"), Heading(2, "ข้อมูล"), Heading(3, "บุคลากร")),
)


def plan_in(file: DataFile) -> Plan:
    plan = plan_of(file, 2566)
    assert plan is not None
    return plan


def places(plan: Plan) -> list[str]:
    """Return the number of the section of each project, in order."""
    numbers = section_numbers(plan)
    return [numbers[one.section.id] for one in plan.placed()]
