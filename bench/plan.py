"""The whole plan as a PDF: as one process to LibreOffice on the same text, and made again."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from bench.comparison import Comparison
from bench.documents import OFF_LINE
from bench.plan_work import YEAR
from bench.processes import ROOT, measure_in_turn, python
from bench.running_text import comparison, conversion, converts


def plan(folder: Path, runs: int) -> list[Comparison]:
    """Compare a plan of 36 projects, from the command line to its file, and made again."""
    file, text = folder / "plan.ita", folder / "whole_plan.txt"
    subprocess.run(python("-m", "bench.plan_work", "make", file, text), cwd=ROOT, check=True)
    export = python(
        *("-m", "ita_desktop", "export", file, "plan", "--year", str(YEAR)),
        *("-o", folder / "whole_plan.pdf"),
    )
    turns = max(3, runs // 3)
    found: list[Comparison] = []
    if (office := shutil.which("soffice")) is not None and converts(office, text, folder):
        command = conversion(office, text, folder)
        theirs, ours = measure_in_turn(command, export, OFF_LINE, turns)
        name = "whole plan as PDF, to LibreOffice"
        found.append(comparison(name, theirs, ours, aim=0.8, limit=1.0))
    else:
        print("LibreOffice Writer is not here: the plan is not compared.", file=sys.stderr)
    made: list[list[float]] = []
    for _ in range(turns):
        command = python("-m", "bench.plan_work", "twice", file)
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
        made.append(json.loads(done.stdout))
    found.append(
        Comparison(
            "the plan made again, to the first",
            "s",
            tuple(one[0] for one in made),
            tuple(one[1] for one in made),
            aim=0.4,
            limit=0.5,
        )
    )
    return found
