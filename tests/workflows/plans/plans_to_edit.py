"""A small plan whose workbook is edited cell by cell."""

from decimal import Decimal

from ita_desktop.domain.plan import Plan, Section
from ita_desktop.domain.project import Project, ProjectKind, ProjectYear


def edited_plan() -> Plan:
    """Return two dimensions, with two projects under the first."""
    first = Project(
        id=0,
        kind=ProjectKind.PROJECT,
        name="โครงการอบรมคุณธรรม",
        rationale="เหตุผล",
        objectives="ข้อหนึ่ง\nข้อสอง",
        steps="ประชุม\n\tเชิญวิทยากร\nอบรม",
        target="พนักงาน",
        years={
            2566: ProjectYear(runs=True, amount=Decimal(20000)),
            2567: ProjectYear(runs=True, quarters=(1, 2)),
        },
        units="สำนักปลัด",
        outputs="พนักงาน 50 คน",
        outcomes="พนักงานเข้าใจ (สำรวจโดยแบบทดสอบ)",
    )
    second = Project(
        id=0,
        kind=ProjectKind.MEASURE,
        name="มาตรการใช้รถราชการ",
        units="สำนักปลัด",
        years={2568: ProjectYear(runs=True)},
    )
    return Plan(
        id=0,
        first_year=2566,
        last_year=2568,
        sections=(
            Section(id=1, level=1, name="มิติแรก", projects=(first, second)),
            Section(id=2, level=1, name="มิติที่สอง"),
        ),
    )
