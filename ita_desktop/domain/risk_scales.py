"""Texts of a scale to choose from, and what is said of where a method or a scale is from."""

from dataclasses import dataclass
from typing import Final, Literal

from ita_desktop.domain.criteria import Status
from ita_desktop.domain.risk_method import RiskMethod, ScaleStep

UNCHECKED: Final = "(ยังไม่ได้ตรวจกับคู่มือ)"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleChoice:
    """The criteria of a scale of likelihood or impact, as somebody prints them."""

    id: str
    of: Literal["likelihood", "impact"]
    name: str
    steps: tuple[ScaleStep, ...]
    source: str
    status: Status


def source_words(origin: RiskMethod | ScaleChoice) -> str:
    """Return where a method or scale is from; what nobody checked says so."""
    if origin.status.checked:
        return origin.source
    return f"{origin.source} {UNCHECKED}".strip()
