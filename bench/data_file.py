"""What the change log costs a deed, and what 100,000 rows cost the start."""

import json
import subprocess
from pathlib import Path

from bench.comparison import Comparison
from bench.large_file import make_large
from bench.processes import ROOT, measure_in_turn, python
from bench.start_up import FIRST_PAINT


def data_file(sample: Path, folder: Path, runs: int) -> list[Comparison]:
    """Compare deeds with bare writes, and the window on a large file with that on the sample.

    A deed is to stay under 5 ms where the same writes without the change log stay under 3.
    """
    room = folder / "deeds"
    room.mkdir()
    answer = subprocess.run(
        python("-m", "bench.deeds", room), cwd=ROOT, capture_output=True, text=True, check=True
    )
    found = json.loads(answer.stdout)
    large = folder / "large.ita"
    make_large(large)
    on_sample, on_large = (python("-m", "ita_desktop", path) for path in (sample, large))
    small, big = measure_in_turn(on_sample, on_large, FIRST_PAINT, runs)
    return [
        Comparison(
            "a deed, 95th percentile",
            "ms",
            tuple(1000 * seconds for seconds in found["without"]),
            tuple(1000 * seconds for seconds in found["with"]),
            aim=1.4,
            limit=5 / 3,
        ),
        Comparison(
            "window on 100,000 rows",
            "s",
            tuple(run.seconds for run in small),
            tuple(run.seconds for run in big),
            aim=1.2,
            limit=1.5,
        ),
        Comparison(
            "window on 100,000 rows, memory",
            "MiB",
            tuple(run.mebibytes for run in small),
            tuple(run.mebibytes for run in big),
            aim=1.2,
            limit=1.5,
        ),
    ]
