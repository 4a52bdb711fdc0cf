"""What the matrix of 100 risks takes to draw, against what is promised."""

import json
import statistics
import subprocess

from bench.comparison import Comparison
from bench.processes import ROOT, python

_FIRST_MS = 150.0
_MOVE_MS = 16.0
"""One picture of a screen that shows sixty a second."""


def risks() -> list[Comparison]:
    """Compare first drawings and moves with what is promised."""
    answer = subprocess.run(
        python("-m", "bench.risk_work"), cwd=ROOT, capture_output=True, text=True, check=True
    )
    found: dict[str, list[float]] = json.loads(answer.stdout)
    move = statistics.quantiles(found["move"], n=20)[-1]
    return [
        _promised("matrix of 100 risks, first drawing", _FIRST_MS, max(found["first"])),
        _promised("a move in it, 95th percentile", _MOVE_MS, move),
    ]


def _promised(name: str, asked: float, seconds: float) -> Comparison:
    return Comparison(name, "ms", (asked,), (1000 * seconds,), aim=0.7, limit=1.0)
