"""What the risks of a year lack against the contents that O34 and O35 of 2566 ask for.

O34: events with their levels, and the measures against them; O35: what was done (domain facts 1.1,
seed 001). Who does it and when is asked by no item, but a report cannot be made without: a warning.
Each rule is a small function over ``RiskFacts``.
"""

from collections.abc import Iterator
from typing import Final

from ita_desktop.domain.due import due_of
from ita_desktop.domain.lacks import Lack
from ita_desktop.domain.measures import Measure
from ita_desktop.domain.report_checks import REPORT_CHECKS, Reported, Reports
from ita_desktop.domain.required_contents import Need
from ita_desktop.domain.risk_facts import RiskFacts, of_treatment, say_treatment, treatments_of
from ita_desktop.domain.risk_level_checks import LEVEL_RULES
from ita_desktop.domain.risk_plan_checks import RISK_PLAN_RULES
from ita_desktop.domain.risks import Process, Treatment

RISK_ITEM: Final = ("O34", 2566)
TREATED_ITEM: Final = ("O35", 2566)
"""The items that ask for risks and for what was done; other years' follow by crosswalk."""


def risk_lacks(facts: RiskFacts) -> list[Lack]:
    """Return what the risks of a year lack, rule by rule."""
    return [lack for rule in _RULES for lack in rule(facts)]


def _reports(facts: RiskFacts) -> Iterator[Lack]:
    register = facts.register
    asked = Reports(
        fiscal_year=register.fiscal_year,
        today=facts.today,
        rounds=facts.rounds,
        closed=register.closed,
        asked=facts.report,
        content=Need.RISKS_DONE,
    )
    rows = [_reported(*pair, facts) for pair in treatments_of(register)]
    for rule in REPORT_CHECKS:
        yield from rule(asked, rows)


def _reported(process: Process, treatment: Treatment, facts: RiskFacts) -> Reported:
    """Return a treatment as what reports: for the calendar it is a measure without steps."""
    whole = Measure(id=treatment.id, period=treatment.period, results=treatment.results)
    return Reported(
        name=say_treatment(process, treatment),
        period=treatment.period,
        due=due_of(whole, None, facts.register.fiscal_year, facts.today),
        told=treatment.results,
        own=treatment.results.keys(),
        place=lambda field, months: of_treatment(treatment, field, months),
    )


_RULES: Final = (*RISK_PLAN_RULES, *LEVEL_RULES, _reports)
