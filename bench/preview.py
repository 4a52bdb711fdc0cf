"""How soon the first page of a long paper is seen, and what looking at all of them holds."""

import subprocess
from pathlib import Path

from bench.comparison import Comparison
from bench.processes import ROOT, measure_in_turn, python


def preview(folder: Path, runs: int) -> list[Comparison]:
    """Compare our view of 60 pages with the least window that shows the first by plain PDFium."""
    paper = folder / "long.pdf"
    subprocess.run(python("-m", "bench.pages", "make", paper), cwd=ROOT, check=True)
    plain, view, scroll = (
        python("-m", "bench.pages", verb, paper) for verb in ("plain", "view", "scroll")
    )
    least, first = measure_in_turn(plain, view, {}, runs)
    again, through = measure_in_turn(plain, scroll, {}, runs)
    return [
        Comparison(
            "first page of 60, one process",
            "s",
            tuple(run.seconds for run in least),
            tuple(run.seconds for run in first),
            aim=1.5,
            limit=2.0,
        ),
        Comparison(
            "all 60 pages seen, peak memory",
            "MiB",
            tuple(run.mebibytes for run in again),
            tuple(run.mebibytes for run in through),
            aim=2.5,
            limit=3.5,
        ),
    ]
