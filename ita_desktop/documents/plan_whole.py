"""The whole plan as it is signed: cover, announcement, preface, contents, parts 1 to 3."""

from typing import Final

from ita_desktop.documents.model import PAGE, Document, Heading, Running, Section
from ita_desktop.documents.plan_details import detail_blocks
from ita_desktop.documents.plan_front import front_sections
from ita_desktop.documents.plan_intro import intro_blocks
from ita_desktop.documents.plan_paper import LANDSCAPE, plan_document
from ita_desktop.documents.plan_projects import part_title, project_tables
from ita_desktop.documents.source import PlanSource

ID: Final = "plan"
NAME: Final = "แผนปฏิบัติการป้องกันการทุจริต"
PART_2: Final = "ส่วนที่ 2 แผนปฏิบัติการป้องกันการทุจริต"
PART_3: Final = "ส่วนที่ 3 รายละเอียดโครงการ/กิจกรรม/มาตรการ"
_HEAD: Final = Running(center=f"- {PAGE} -")


def plan(source: PlanSource) -> Document:
    """Return the plan, upright and across pages in one paper, numbered on from part 1."""
    projects = (
        Heading(text=PART_2, level=1),
        Heading(text=part_title(source.plan)),
        *project_tables(source),
    )
    details = (Heading(text=PART_3, level=1), *detail_blocks(source))
    sections = (
        *front_sections(source),
        Section(blocks=tuple(intro_blocks(source)), head=_HEAD, first_head=True, first_number=1),
        Section(blocks=projects, page=LANDSCAPE, head=_HEAD, first_head=True),
        Section(blocks=details, head=_HEAD, first_head=True),
    )
    return plan_document(source, ID, sections)
