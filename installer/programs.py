"""Other programs of the machine, run so that a failure says what failed."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


class BuildError(Exception):
    """The set-up cannot be made or tried; the text says why and, where it is known, what to do."""


def run(
    command: Sequence[str],
    *,
    cwd: Path | None = None,
    environment: Mapping[str, str] | None = None,
    seconds: float = 1200,
) -> str:
    """Run a program without input and return what it printed; raise BuildError when it fails.

    ``environment`` is added to that of this process.
    """
    ended = end_of(command, cwd=cwd, environment=environment, seconds=seconds)
    if ended.code != 0:
        told = f"{' '.join(command)}\nended with {ended.code}:\n{ended.said}{ended.complaint}"
        raise BuildError(told)
    return ended.said


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended."""

    code: int
    said: str
    complaint: str


def end_of(
    command: Sequence[str],
    *,
    cwd: Path | None = None,
    environment: Mapping[str, str] | None = None,
    seconds: float = 1200,
) -> Ended:
    """Run a program without input and return how it ended, well or not.

    ``environment`` is added to that of this process. Raises BuildError where there is no such
    program, and where it did not end in time.
    """
    try:
        done = subprocess.run(
            command, cwd=cwd, env={**os.environ, **(environment or {})}, timeout=seconds,
            stdin=subprocess.DEVNULL, capture_output=True, check=False,
        )  # fmt: skip
    except FileNotFoundError:
        raise BuildError(f"{command[0]} is missing; see installer/README.md.") from None
    except subprocess.TimeoutExpired:
        raise BuildError(f"{command[0]} did not end within {seconds:.0f} seconds.") from None
    said, complaint = (text.decode("utf-8", "replace") for text in (done.stdout, done.stderr))
    return Ended(done.returncode, said, complaint)
