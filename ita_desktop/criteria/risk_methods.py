"""The methods of assessing risk that ship; the first is what an office begins with."""

import json
from functools import cache
from pathlib import Path

from ita_desktop.domain.risk_method import RiskMethod
from ita_desktop.domain.risk_method_file import read_method

_FILE = Path(__file__).parent / "risk_methods.json"


@cache
def preset_methods() -> tuple[RiskMethod, ...]:
    """Return the presets in the order of menus."""
    document = json.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(map(read_method, document["methods"]))
