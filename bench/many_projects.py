"""A file with a plan of 300 projects over 10 years, for measuring its tab."""

from pathlib import Path

from ita_desktop.criteria.plan_templates import plan_templates
from ita_desktop.db.projects import put_project_year
from ita_desktop.db.rows import Kind, add_row
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.workflows.opening import new_file
from ita_desktop.workflows.plans.making import Heading, begin_plan

FIRST, LAST = 2566, 2575
_TEXT = "เพื่อให้ประชาชนได้รับบริการที่โปร่งใส ตรวจสอบได้ และเป็นธรรม " * 6
_LIST = "\n".join([f"ประชุมชี้แจงแนวทางครั้งที่ {number}" for number in range(1, 9)])


def made_file(path: Path, projects: int) -> None:
    """Make a file with a plan of so many projects, each with all headings and money every year."""
    office = Office(name="เทศบาลตำบลทดสอบ", kind=OfficeKind.SUBDISTRICT, units=("กองคลัง",))
    file = new_file(path, office, FIRST)
    template = plan_templates()[0]
    headings = [Heading(one.level, one.name) for one in template.headings]
    plan = begin_plan(file, FIRST, LAST, headings, template.goals)
    sections = [
        row[0] for row in file.read("SELECT id FROM section WHERE plan = ? AND level = 3", (plan,))
    ]
    with file.deed("เพิ่มโครงการ"):
        for number in range(projects):
            texts = {
                "name": f"โครงการส่งเสริมความโปร่งใสลำดับที่ {number + 1}",
                "rationale": _TEXT,
                "objectives": _LIST,
                "target": "ประชาชนในเขตเทศบาล",
                "steps": _LIST,
                "units": "กองคลัง",
                "outputs": _LIST,
                "outcomes": _TEXT if number % 7 else "",
            }
            section = sections[number * len(sections) // projects]
            project = add_row(file, Kind.PROJECT, section, texts)
            for year in range(FIRST, LAST + 1):
                told = {"runs": 1, "quarters": "1234", "amount": str(1000 + number)}
                put_project_year(file, project, year, told)
    file.close()
