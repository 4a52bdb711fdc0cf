"""The criteria sets that ship with the program: one JSON file a fiscal year."""

import json
from functools import cache
from pathlib import Path

from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.criteria_file import read_criteria

_FOLDER = Path(__file__).parent


@cache
def shipped_years() -> tuple[int, ...]:
    """Return the fiscal years a set ships for, oldest first."""
    return tuple(sorted(int(path.stem) for path in _FOLDER.glob("[0-9]*.json")))


@cache
def shipped_criteria(fiscal_year: int) -> Criteria | None:
    """Return the set that ships for a fiscal year, or None where there is none."""
    if fiscal_year not in shipped_years():
        return None
    text = (_FOLDER / f"{fiscal_year}.json").read_text(encoding="utf-8")
    return read_criteria(json.loads(text), trusted=True)
