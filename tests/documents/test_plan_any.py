"""Any plan a clerk could have made is printed: nothing she wrote is lost, no project is skipped."""

import re

import pytest
from hypothesis import given, settings

from ita_desktop.documents.catalogue import FromPlan, paper
from ita_desktop.documents.model import Digits, Document
from ita_desktop.documents.walk import texts
from ita_desktop.domain.outline import read_outline
from ita_desktop.domain.plan import Plan
from ita_desktop.domain.project import Project
from ita_desktop.pdf.write import make_pdf
from ita_desktop.typesetting.faces import bundled_typeface
from tests.workflows.plans.any_plans import plans

from .plan_reading import bare
from .plans import plan_source
from .risk_registers import OFFICE


def build(paper_id: str, plan: Plan) -> Document:
    made = paper(paper_id).made
    assert isinstance(made, FromPlan)
    return made.build(plan_source(plan, digits=Digits.ARABIC))


def written(project: Project) -> list[str]:
    """Return what stands under the nine headings, line by line."""
    plain = (project.name, project.rationale, project.units, project.source)
    lists = (project.objectives, project.target, project.steps, project.outputs, project.outcomes)
    lines = [line for text in plain for line in text.split("\n")]
    return lines + [entry.text for text in lists for entry in read_outline(text)]


def everything(plan: Plan) -> None:
    details = bare(" ".join(one.text for one in texts(build("plan-details", plan))))
    projects = bare(" ".join(one.text for one in texts(build("plan-projects", plan))))
    for one in plan.placed():
        assert bare(f"ลำดับที่ {one.number}") in details
        assert [line for line in written(one.project) if bare(line) not in details] == []
        assert bare(f"{one.number}. {one.project.name}") in projects
        assert bare(one.project.note) in projects
    for section in plan.sections:
        assert bare(section.name) in details
    document = build("plan", plan)
    counted = re.search(r"รวม (\d+) รายการ", " ".join(one.text for one in texts(document)))
    if "preface" not in plan.texts:
        assert counted is not None
        assert int(counted[1]) == len(list(plan.placed()))
    _, report = make_pdf(document, bundled_typeface(), OFFICE.own_words)
    assert report.pages >= 5


@given(plan=plans())
@settings(max_examples=40)
def test_nothing_of_a_plan_is_lost_on_paper(plan: Plan) -> None:
    everything(plan)


@pytest.mark.slow
@given(plan=plans())
@settings(settings.get_profile("slow"))
def test_nothing_of_2000_plans_is_lost_on_paper(plan: Plan) -> None:
    everything(plan)
