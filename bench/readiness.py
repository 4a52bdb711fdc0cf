"""What it takes to say what a large file lacks, against what is promised."""

import json
import subprocess
from pathlib import Path

from bench.comparison import Comparison
from bench.processes import ROOT, python

_PROMISED_MS = 500.0
_NAMES = {
    "year": "what a year of 3,000 steps lacks",
    "years": "what its five years lack",
}


def readiness(folder: Path) -> list[Comparison]:
    """Compare the slowest check, the first of its process, with what is promised."""
    room = folder / "readiness"
    room.mkdir()
    answer = subprocess.run(
        python("-m", "bench.readiness_work", room),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, list[float]] = json.loads(answer.stdout)
    return [
        Comparison(name, "ms", (_PROMISED_MS,), (1000 * max(found[what]),), aim=0.7, limit=1.0)
        for what, name in _NAMES.items()
    ]
