"""A full disk is a sentence: the file is sound, the old output stays, and room makes it work."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).with_name("filling.py")
ROOT = PROGRAM.parents[2]

pytestmark = pytest.mark.skipif(
    not hasattr(os, "fork"), reason="this system cannot limit the length of a file"
)


@pytest.mark.parametrize(
    "points", [2, pytest.param(50, marks=pytest.mark.slow)], ids=["short", "full"]
)
@pytest.mark.parametrize(
    "work",
    [
        *("edit", "import", "backup", "pdf", "xlsx"),
        *("round", "sheets taken", "unit sheets", "measures pdf", "measures xlsx"),
        *("risks", "matrix pdf", "risks xlsx"),
        *("projects", "plan pdf", "plan xlsx"),
        *("items", "items xlsx"),
    ],
)
def test_a_full_disk_is_told_and_nothing_is_lost(tmp_path: Path, work: str, points: int) -> None:
    answer = subprocess.run(
        [sys.executable, str(PROGRAM), str(tmp_path), work, str(points)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    assert json.loads(answer.stdout) == []
