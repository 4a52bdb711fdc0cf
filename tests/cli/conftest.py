"""The program as its users start it: a process of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from ita_desktop.workflows.opening import new_sample_file

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a process said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def result(self) -> Any:
        """What stands on standard output, read as JSON."""
        return json.loads(self.out)


Run = Callable[..., Answer]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Return a function that runs the program in ``tmp_path`` with arguments, as a process."""

    def start(*arguments: object, python: tuple[str, ...] = ()) -> Answer:
        done = subprocess.run(
            [sys.executable, "-W", "error", *python, "-m", "ita_desktop", *map(str, arguments)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), "LC_ALL": "C"},
            capture_output=True,
            timeout=120,
            check=False,
        )
        out, err = (  # on Windows a line ends with two letters
            stream.decode("utf-8").replace(os.linesep, "\n")
            for stream in (done.stdout, done.stderr)
        )
        return Answer(done.returncode, out, err)

    return start


@pytest.fixture(scope="session")
def sample_bytes(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the sample municipality's file as it lies on the disk."""
    path = tmp_path_factory.mktemp("sample") / "sample.ita"
    new_sample_file(path).close()
    return path.read_bytes()


@pytest.fixture
def sample(tmp_path: Path, sample_bytes: bytes) -> Path:
    """Return a copy of the sample municipality's file, in a folder with a Thai name and a space."""
    path = tmp_path / "งาน ITA" / "เทศบาล ตัวอย่าง.ita"
    path.parent.mkdir()
    path.write_bytes(sample_bytes)
    return path


@pytest.fixture
def make_workbook() -> Callable[..., Path]:
    """Return a function that writes rows to a workbook, as somebody else would."""

    def make(path: Path, *rows: list[object]) -> Path:
        book = Workbook()
        for row in rows:
            book.worksheets[0].append(row)
        book.save(path)
        return path

    return make
