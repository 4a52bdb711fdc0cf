"""One process from its start to its end: how long, and how much memory at its peak."""

import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took."""

    seconds: float
    mebibytes: float
    """Resident memory at its peak."""


def python(*arguments: str | Path) -> list[str]:
    """Return the command line of this very Python with these arguments."""
    return [sys.executable, *map(str, arguments)]


def measure(command: Sequence[str], environment: dict[str, str]) -> Run:
    """Run a command in the checkout; raises CalledProcessError when it fails.

    The peak is never under that of this process, which the kernel hands on; it is small.
    """
    start = time.perf_counter()
    process = subprocess.Popen(
        command, cwd=ROOT, env=os.environ | environment, stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise subprocess.CalledProcessError(process.returncode, command)
    unit = 2**20 if sys.platform == "darwin" else 2**10  # bytes there, kibibytes on Linux
    return Run(seconds, usage.ru_maxrss / unit)


def measure_in_turn(
    first: Sequence[str], second: Sequence[str], environment: dict[str, str], runs: int
) -> tuple[list[Run], list[Run]]:
    """Measure two commands turn by turn, so that a busy minute falls on both.

    One run of each goes before and does not count: it fills the disk cache and compiles modules.
    """
    measure(first, environment)
    measure(second, environment)
    turns = [(measure(first, environment), measure(second, environment)) for _ in range(runs)]
    return [turn[0] for turn in turns], [turn[1] for turn in turns]
