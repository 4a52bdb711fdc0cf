"""The examples of measures that ship, in our own words, by the ten indicators of 2566.

The numbers and names of the indicators are the same from 2564 to 2569.
"""

import json
from functools import cache
from pathlib import Path

from ita_desktop.domain.suggestions import Suggestion

_FILE = Path(__file__).parent / "measure_suggestions.json"


@cache
def shipped_suggestions() -> tuple[Suggestion, ...]:
    """Return the examples in the order of the indicators."""
    document = json.loads(_FILE.read_text(encoding="utf-8"))
    return tuple(
        Suggestion(
            key=str(one["id"]),
            indicator=int(one["indicator"]),
            finding=str(one["finding"]),
            measure=str(one["measure"]),
            steps=tuple(map(str, one["steps"])),
            follow_up=str(one["follow_up"]),
        )
        for one in document["suggestions"]
    )
