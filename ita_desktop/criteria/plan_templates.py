"""The templates of plans that ship; the first is the present period's."""

import json
from functools import cache
from pathlib import Path

from ita_desktop.domain.criteria import Status
from ita_desktop.domain.plan_template import PlanTemplate, TemplateHeading

_FILE = Path(__file__).parent / "plan_templates.json"


@cache
def plan_templates() -> tuple[PlanTemplate, ...]:
    """Return the templates in the order of menus."""
    document = json.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(
        PlanTemplate(
            id=one["id"],
            name=one["name"],
            first_year=one["first_year"],
            last_year=one["last_year"],
            headings=tuple(
                TemplateHeading(each["level"], each["name"]) for each in one["headings"]
            ),
            goals=tuple(one["goals"]),
            source=one["source"],
            status=Status(one["status"]),
            note=one["note"],
        )
        for one in document["templates"]
    )
