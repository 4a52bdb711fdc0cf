"""Begins a plan."""

from ita_desktop.domain.plan_template import PlanTemplate
from ita_desktop.ui.rows.writing import write
from ita_desktop.ui.session import Session
from ita_desktop.workflows.plans.making import Heading, begin_plan


def begin_from_template(
    session: Session, template: PlanTemplate | None, first_year: int, last_year: int
) -> tuple[int | None, str]:
    """Make a plan of some years with a template's sections and goals, or with none; one deed.

    A year of it comes with it where the file has none. Returns its number, or None and why it was
    refused.
    """
    headings = () if template is None else template.headings
    goals = () if template is None else template.goals
    named = [Heading(one.level, one.name) for one in headings]
    return write(
        session,
        lambda file: begin_plan(file, first_year, last_year, named, goals, add_year=True),
    )
