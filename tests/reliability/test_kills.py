"""A process that is killed at any moment loses nothing that it said was saved."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

PROGRAM = Path(__file__).with_name("dying.py")
ROOT = PROGRAM.parents[2]
SHORT, FULL = 8, 250  # of each of the five works: 1,250

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system does not fork")


def lives_of(folder: Path, work: str, lives: int) -> dict[str, Any]:
    answer = subprocess.run(
        [sys.executable, str(PROGRAM), str(folder), work, str(lives), "2566"],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 0, answer.stderr
    return json.loads(answer.stdout)


@pytest.mark.parametrize(
    "lives", [SHORT, pytest.param(FULL, marks=pytest.mark.slow)], ids=["short", "full"]
)
@pytest.mark.parametrize("work", ["edit", "paste", "import", "backup", "measures"])
def test_killed_at_a_random_moment_nothing_that_was_saved_is_lost(
    tmp_path: Path, work: str, lives: int, say: Callable[[str], None]
) -> None:
    found = lives_of(tmp_path, work, lives)
    say(json.dumps(found))
    assert found["wrong"] == []
    assert found["steps"] >= lives
    assert (found["backups"] > 0) is (work == "backup")
    if work == "measures" and lives == FULL:
        assert min(found["changed"].values()) > 0  # every verb changed something


@pytest.mark.long
@pytest.mark.parametrize(
    "places", [4, pytest.param(50, marks=pytest.mark.slow)], ids=["short", "full"]
)
def test_killed_inside_each_step_of_a_migration_the_file_says_what_it_said(
    tmp_path: Path, places: int, say: Callable[[str], None]
) -> None:
    found = lives_of(tmp_path, "migration", places)
    say(json.dumps(found))
    assert found["wrong"] == []
    assert found["lives"] == 2 * places * found["versions"]  # anywhere, and in the last step
    assert found["still_old"] > 0


@pytest.mark.parametrize(
    "lives", [2, pytest.param(40, marks=pytest.mark.slow)], ids=["short", "full"]
)
def test_killed_while_the_sheets_of_twenty_units_are_written_there_are_whole_sheets_only(
    tmp_path: Path, lives: int, say: Callable[[str], None]
) -> None:
    found = lives_of(tmp_path, "unit sheets", lives)
    say(json.dumps(found))
    assert found["wrong"] == []
    assert found["written"] > 0
