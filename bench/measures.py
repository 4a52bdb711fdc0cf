"""What 3,000 steps of measures take: in the window against what is promised, and as a workbook."""

import json
import statistics
import subprocess
from pathlib import Path

from bench.comparison import Comparison
from bench.processes import ROOT, python

_PROMISED = {"open": 300.0, "typed": 50.0, "filter": 100.0}
"""Milliseconds a clerk is to wait at most: until the tab is there, after a text, after a filter."""
_NAMES = {
    "open": "tab of 3,000 steps opens, slowest",
    "typed": "a text among them, 95th percentile",
    "filter": "a filter over them, slowest",
}


def measures(folder: Path) -> list[Comparison]:
    """Compare the tab with what is promised, and the workbook with the bare library."""
    room = folder / "measures"
    room.mkdir()
    answer = subprocess.run(
        python("-m", "bench.measure_work", room),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, list[float]] = json.loads(answer.stdout)
    slowest = {
        "open": max(found["open"]),
        "typed": statistics.quantiles(found["typed"], n=20)[-1],
        "filter": max(found["filter"]),
    }
    return [
        *(
            Comparison(_NAMES[what], "ms", (asked,), (1000 * slowest[what],), aim=0.7, limit=1.0)
            for what, asked in _PROMISED.items()
        ),
        Comparison(
            "3,000 steps as a workbook",
            "s",
            tuple(found["bare_xlsx"]),
            tuple(found["xlsx"]),
            aim=1.2,
            limit=1.5,
        ),
    ]
