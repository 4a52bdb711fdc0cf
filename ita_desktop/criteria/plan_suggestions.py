"""The starting points of projects that ship, in our own words, by the sections of a plan."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from ita_desktop.domain.plan_suggestions import PlanSuggestion, SectionGroup
from ita_desktop.domain.project import ProjectKind, TargetGroup

_FILE = Path(__file__).parent / "plan_suggestions.json"


@cache
def section_groups() -> tuple[SectionGroup, ...]:
    """Return the groups of sections with their starting points, in the order of the template."""
    document = json.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(
        SectionGroup(
            id=group["id"],
            dimension=tuple(document["dimensions"][str(group["dimension"])]),
            words=tuple(group["words"]),
            under=tuple(group.get("under", ())),
            suggestions=tuple(_suggestion(group["id"], one) for one in group["suggestions"]),
        )
        for group in document["sections"]
    )


def _suggestion(section: str, one: Mapping[str, Any]) -> PlanSuggestion:
    return PlanSuggestion(
        key=one["id"],
        section=section,
        kind=ProjectKind(one["kind"]),
        name=one["name"],
        rationale=one["rationale"],
        objectives=_list(one["objectives"]),
        target=one["target"],
        groups=tuple(map(TargetGroup, one["groups"])),
        steps=_list(one["steps"]),
        outputs=_list(one["outputs"]),
        outcomes=_list(one["outcomes"]),
        no_budget=bool(one["no_budget"]),
    )


def _list(entries: Sequence[str]) -> str:
    return "\n".join(entries)
