"""What the OIT items of a year lack, and what contradicts itself; small rules over ``OitFacts``."""

from ita_desktop.domain.lacks import Lack
from ita_desktop.domain.oit_content_checks import OIT_CONTENT_RULES
from ita_desktop.domain.oit_facts import OitFacts
from ita_desktop.domain.oit_state_checks import OIT_STATE_RULES, nothing_said


def oit_lacks(facts: OitFacts) -> list[Lack]:
    """Return what the OIT items of a year lack, rule by rule."""
    if not facts.disclosure.items:
        return [*nothing_said(facts)]
    return [lack for rule in (*OIT_STATE_RULES, *OIT_CONTENT_RULES) for lack in rule(facts)]
