"""Days of the assessment by fiscal year; those not verified for their year are kept, not shown."""

import json
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from ita_desktop.domain.criteria import Status
from ita_desktop.domain.ita_calendar import ItaDate

_FILE = Path(__file__).parent / "ita_calendars.json"


def known_dates(fiscal_year: int) -> tuple[ItaDate, ...]:
    """Return the steps of a year whose days were verified; nothing else is said as a fact."""
    return tuple(one for one in all_dates().get(fiscal_year, ()) if one.status is Status.VERIFIED)


@cache
def all_dates() -> dict[int, tuple[ItaDate, ...]]:
    """Return every step that the file holds, by fiscal year, with its status."""
    document: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return {
        int(year): tuple(
            ItaDate(
                words=one["words"],
                first=date.fromisoformat(one["first"]),
                last=date.fromisoformat(one["last"]),
                status=Status(one["status"]),
                source=one["source"],
            )
            for one in steps
        )
        for year, steps in document["years"].items()
    }
