"""What the tab of a plan of 300 projects over 10 years takes, against what is promised."""

import json
import statistics
import subprocess

from bench.comparison import Comparison
from bench.processes import ROOT, python

_OPEN_MS = 300.0
_WAIT_MS = 50.0
_NAMES = {
    "choose": "choosing a project",
    "type": "a field written",
    "key": "a letter in a list",
    "money": "a figure in the money grid",
}
_OTHERS = {
    "section": "choosing a section",
    "find": "a text sought",
    "undo": "a field taken back",
    "text": "a letter in a fixed part",
    "goal": "a figure in the goals",
    "report": "a figure in the reports",
}


def plan_tab() -> list[Comparison]:
    """Compare opening the tab, choosing and typing with what is promised."""
    answer = subprocess.run(
        python("-m", "bench.plan_tab_work"), cwd=ROOT, capture_output=True, text=True, check=True
    )
    found: dict[str, list[float]] = json.loads(answer.stdout)
    opened = _promised("tab of 300 projects over 10 years", _OPEN_MS, max(found["open"]))
    waits = [
        _promised(f"{words} in it, 95th percentile", _WAIT_MS, _slow(found[kind]))
        for kind, words in _NAMES.items()
    ]
    slowest = [
        _promised(f"{words} in it, the slowest of {len(found[kind])}", _WAIT_MS, max(found[kind]))
        for kind, words in (_NAMES | _OTHERS).items()
    ]
    grid = _promised("its money grid", _OPEN_MS, max(found["grid"]))
    return [opened, *waits, *slowest, grid]


def _slow(times: list[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]


def _promised(name: str, asked: float, seconds: float) -> Comparison:
    return Comparison(name, "ms", (asked,), (1000 * seconds,), aim=0.7, limit=1.0)
