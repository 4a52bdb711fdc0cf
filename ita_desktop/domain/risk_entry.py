"""What may be typed into the fields of a risk, and how it is kept."""

from typing import Final

from ita_desktop.domain.risk_levels import parse_level, parse_step
from ita_desktop.domain.risk_method import RiskMethod
from ita_desktop.domain.risks import Quality
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import fold, quoted

LEVEL_FIELDS: Final = frozenset(
    {"likelihood", "impact", "level", "after_likelihood", "after_impact", "after_level"}
)
"""Fields whose values are steps or levels of the year's method."""
_QUALITIES: Final = {fold(one.words): one for one in Quality} | {
    "-": Quality.UNTOLD,
    "–": Quality.UNTOLD,
}


def parse_measured(field: str, text: str, method: RiskMethod) -> str | int | None:
    """Return what one of ``LEVEL_FIELDS`` keeps of a typed text. Raises ClerkError."""
    if field.endswith("level"):
        return parse_level(text, method)
    if field.endswith("likelihood"):
        return parse_step(text, method.likelihood, method.likelihood_title)
    return parse_step(text, method.impact, method.impact_title)


def parse_quality(text: str) -> Quality:
    """Return how good a control is. Raises ClerkError with the words that are understood."""
    if (quality := _QUALITIES.get(fold(text))) is not None:
        return quality
    known = ", ".join(one.words for one in Quality if one)
    raise ClerkError(f"ไม่รู้จักคุณภาพการควบคุม {quoted(text)} กรุณาใช้คำใดคำหนึ่ง: {known}")
