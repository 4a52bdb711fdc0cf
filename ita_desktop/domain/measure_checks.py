"""What the measures of a year lack against the contents that O42 and O43 of 2566 ask for.

O42: weak points with an analysis, who is responsible, steps, how it is followed up; O43: what was
done (seed 001, criteria section 5.1). Each rule is a small function over ``Facts``.
"""

from typing import Final

from ita_desktop.domain.lacks import Lack
from ita_desktop.domain.measure_facts import Facts
from ita_desktop.domain.measure_plan_checks import PLAN_RULES
from ita_desktop.domain.measure_report_checks import report_lacks

PLAN_ITEM: Final = ("O42", 2566)
REPORT_ITEM: Final = ("O43", 2566)
"""The items that ask for the measures and for what was done; other years' follow by crosswalk."""
RULES: Final = (*PLAN_RULES, report_lacks)


def measure_lacks(facts: Facts) -> list[Lack]:
    """Return what the measures of a year lack, rule by rule."""
    return [lack for rule in RULES for lack in rule(facts)]
