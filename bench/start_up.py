"""How long the window takes to its first paint, and what it holds in memory then."""

import os
import re
import subprocess
from pathlib import Path

from bench.comparison import Comparison
from bench.processes import ROOT, measure_in_turn, python

# The window quits right after its first paint.
FIRST_PAINT = {"ITA_DESKTOP_BENCH": "first-paint"}
# It also says on standard error when that was.
_FIRST_PAINT_TOLD = {"ITA_DESKTOP_BENCH": "first-paint-told"}
# Each of these costs a good part of a bare window's time and is loaded when first needed.
HEAVY = ("pythainlp", "reportlab", "openpyxl", "uharfbuzz", "sqlite_utils", "pypdfium2")


def start_up(sample: Path, runs: int) -> list[Comparison]:
    """Compare the window on a sample file with a bare one, by time and by memory."""
    window = python("-m", "ita_desktop", sample)
    bare, ours = measure_in_turn(python("-m", "bench.bare_window"), window, FIRST_PAINT, runs)
    return [
        Comparison(
            "window, to its first paint",
            "s",
            tuple(run.seconds for run in bare),
            tuple(run.seconds for run in ours),
            aim=2.0,
            limit=3.0,
        ),
        Comparison(
            "window, peak memory",
            "MiB",
            tuple(run.mebibytes for run in bare),
            tuple(run.mebibytes for run in ours),
            aim=1.5,
            limit=2.0,
        ),
    ]


def modules_at_start(sample: Path) -> list[str]:
    """Return the names of all modules that are imported until the first paint."""
    answer = subprocess.run(
        python("-X", "importtime", "-m", "ita_desktop", sample),
        cwd=ROOT,
        env=os.environ | _FIRST_PAINT_TOLD,
        capture_output=True,
        text=True,
        check=True,
    )
    until_painted, painted, _ = answer.stderr.partition("ITA_DESKTOP_BENCH: first paint\n")
    if not painted:
        raise RuntimeError(f"the window was never painted: {answer.stderr[-500:]}")
    return re.findall(r"^import time: +\d+ \| +\d+ \| +(\S+)$", until_painted, re.MULTILINE)


def heavy_modules(names: list[str]) -> list[str]:
    """Return those of the heavy libraries that are among these modules."""
    packages = {name.split(".")[0] for name in names}
    return [name for name in HEAVY if name in packages]
