"""``python -m bench [--json]``: all measurements; exits with 1 when one is over its limit."""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.comparison import table
from bench.data_file import data_file
from bench.documents import documents
from bench.measures import measures
from bench.plan import plan
from bench.plan_tab import plan_tab
from bench.preview import preview
from bench.processes import ROOT, python
from bench.readiness import readiness
from bench.risks import risks
from bench.running_text import running_text
from bench.start_up import heavy_modules, modules_at_start, start_up

RUNS = 9


def main() -> int:
    """Measure on a fresh sample file in a home of its own, print, and judge."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--json", action="store_true", help="figures for a program")
    parser.add_argument("--runs", type=int, default=RUNS, help="of each process (%(default)s)")
    options = parser.parse_args()
    if not hasattr(os, "wait4"):
        print("This system does not tell the peak memory of a process; use Linux or macOS.")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {"HOME": folder, "QT_QPA_PLATFORM": "offscreen"}
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            os.environ.pop(name, None)
        sample = Path(folder, "sample.ita")
        subprocess.run(
            python("-m", "ita_desktop", "new", sample, "--sample"),
            cwd=ROOT,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        names = modules_at_start(sample)
        comparisons = [
            *start_up(sample, options.runs),
            *data_file(sample, Path(folder), options.runs),
            *documents(sample, options.runs),
            *running_text(Path(folder), options.runs),
            *plan(Path(folder), options.runs),
            *preview(Path(folder), options.runs),
            *measures(Path(folder)),
            *risks(),
            *plan_tab(),
            *readiness(Path(folder)),
        ]
    heavy = heavy_modules(names)
    if options.json:
        figures = [one.as_data() for one in comparisons]
        start = {"modules": len(names), "heavy": heavy}
        print(json.dumps({"comparisons": figures, "start": start}, indent=2))
    else:
        print(table(comparisons))
        print(f"modules imported to the first paint: {len(names)}; heavy ones (aim: none): {heavy}")
    return 1 if heavy or any(one.verdict == "over" for one in comparisons) else 0


if __name__ == "__main__":
    sys.exit(main())
