"""The methods of assessing risk that ship; the first is what an office begins with."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from ita_desktop.domain.criteria import Status
from ita_desktop.domain.risk_method import RiskMethod, ScaleStep
from ita_desktop.domain.risk_method_file import read_method
from ita_desktop.domain.risk_scales import ScaleChoice

_FILE = Path(__file__).parent / "risk_methods.json"


@cache
def preset_methods() -> tuple[RiskMethod, ...]:
    """Return the presets in the order of menus."""
    return tuple(map(read_method, _document()["methods"]))


@cache
def preset_scales() -> tuple[ScaleChoice, ...]:
    """Return texts that a scale of an office's own method may take."""
    return tuple(
        ScaleChoice(
            id=one["id"],
            of=one["of"],
            name=one["name"],
            steps=tuple(ScaleStep(**step) for step in one["steps"]),
            source=one["source"],
            status=Status(one["status"]),
        )
        for one in _document()["scales"]
    )


@cache
def _document() -> dict[str, Any]:
    document: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return document
