"""Texts of a scale to choose from, and what is said of where a method or a scale is from."""

from dataclasses import dataclass, replace
from typing import Final, Literal

from ita_desktop.domain.criteria import Status
from ita_desktop.domain.risk_method import RiskMethod, ScaleStep

UNCHECKED: Final = "(ยังไม่ได้ตรวจกับคู่มือ)"
OWN_NAME: Final = "(หน่วยงานปรับ)"
"""What the name of a copy ends in until the office gives it another."""


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


def own_copy(method: RiskMethod) -> RiskMethod:
    """Return a method as the office's own to be changed; where it was copied from stays said."""
    if method.own:
        return method
    return replace(
        method,
        name=f"{method.name} {OWN_NAME}",
        source=f"คัดลอกจาก {method.name}: {source_words(method)}",
        status=Status.OFFICE,
        own=True,
    )


def resized(steps: tuple[ScaleStep, ...], count: int) -> tuple[ScaleStep, ...]:
    """Return a scale of so many steps: the highest ones go, or new ones without a name come."""
    highest = steps[-1].value if steps else 0
    more = range(highest + 1, highest + 1 + count - len(steps))
    return (*steps[:count], *(ScaleStep(value=value, name="") for value in more))
