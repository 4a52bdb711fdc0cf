"""What the process does beside its answer: its streams, and the libraries it loads."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from ita_desktop.cli.commands import COMMANDS
from ita_desktop.cli.window import asks_for_window

Run = Callable[..., Any]
ROOT = Path(__file__).parents[2]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}


def test_a_reader_that_stops_listening_is_no_trouble(run: Run, sample: Path) -> None:
    """``ita-desktop dump … | head -1``; the pipe holds less than the dump."""
    command = [sys.executable, "-m", "ita_desktop", "dump", str(sample)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read()
    assert (process.returncode, told) == (0, b"")
    assert run("info", sample).code == 0


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no disk that is always full")
def test_a_full_disk_under_standard_output_is_told(sample: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "ita_desktop", "dump", str(sample)],
            stdout=full,
            stderr=subprocess.PIPE,
            env=ENVIRONMENT,
            check=False,
        )
    assert done.returncode == 1
    assert re.fullmatch("พื้นที่ดิสก์ไม่พอ.+\n", done.stderr.decode())


WATCHED = ("PySide6", "shiboken6", "reportlab", "openpyxl", "pythainlp", "sqlite_utils")
NEEDED = {"export": {"openpyxl", "pythainlp"}, "import": {"openpyxl"}, "new": {"sqlite_utils"}}


@pytest.mark.parametrize(
    "command", ["documents", "info", "dump", "check", "new", "import", "export"]
)
def test_a_command_loads_no_library_it_does_not_need(
    tmp_path: Path, sample: Path, make_workbook: Callable[..., Path], command: str
) -> None:
    book = make_workbook(tmp_path / "คะแนน.xlsx", ["ข้อ", "คะแนน"], ["i1", 90])
    arguments = {
        "documents": ["documents"],
        "info": ["info", str(sample)],
        "dump": ["dump", str(sample)],
        "check": ["check", str(sample), "--year", "2565"],
        "new": ["new", "ใหม่.ita"],
        "import": ["import", str(sample), str(book), "--year", "2566"],
        "export": ["export", str(sample), "score-summary", "--year", "2566", "-o", "x.xlsx"],
    }[command]
    code = (
        "import sys, json; from ita_desktop.__main__ import main; sys.argv[1:] = "
        f"{arguments!r}; code = main(); "
        "print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})), file=sys.stderr); "
        "sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=tmp_path,
        env=ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == (3 if command == "check" else 0), done.stderr
    loaded = set(json.loads(done.stderr)) & set(WATCHED)
    assert loaded <= NEEDED.get(command, set())


@pytest.mark.parametrize(
    ("arguments", "window"),
    [
        ([], True),
        (["เทศบาล.ita"], True),
        (["./new"], True),
        *(([command], False) for command in (*COMMANDS, "self-check", "demo")),
        (["--help"], False),
        (["dump", "a.ita"], False),
        (["a.ita", "b.ita"], False),
    ],
)
def test_one_name_that_is_no_command_opens_the_window(
    arguments: list[str], *, window: bool
) -> None:
    assert asks_for_window(arguments) is window
