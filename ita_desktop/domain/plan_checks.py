"""What a plan lacks against the contents that O36, O37 and O38 of 2566 ask for, and contradictions.

Each rule is a small function over ``PlanFacts`` (domain facts 2.4, seed 001).
"""

from typing import Final

from ita_desktop.domain.lacks import Lack
from ita_desktop.domain.plan_facts import PlanFacts
from ita_desktop.domain.plan_outline_checks import PLAN_OUTLINE_RULES
from ita_desktop.domain.plan_project_checks import PLAN_PROJECT_RULES
from ita_desktop.domain.plan_report_checks import PLAN_REPORT_RULES
from ita_desktop.domain.plan_text_checks import PLAN_TEXT_RULES

ACTION_PLAN_ITEM: Final = ("O36", 2566)
HALF_YEAR_ITEM: Final = ("O37", 2566)
ANNUAL_ITEM: Final = ("O38", 2566)
"""The items that ask for the plan and its two reports; other years' follow by crosswalk."""


def plan_lacks(facts: PlanFacts) -> list[Lack]:
    """Return what the plan of a year lacks, rule by rule."""
    return [lack for rule in RULES for lack in rule(facts)]


RULES: Final = (
    *PLAN_OUTLINE_RULES,
    *PLAN_PROJECT_RULES,
    *PLAN_TEXT_RULES,
    *PLAN_REPORT_RULES,
)
