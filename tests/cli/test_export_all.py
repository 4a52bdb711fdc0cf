"""``export-all``: everything of a data file as a workbook."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

Run = Callable[..., Any]


def test_everything_goes_into_a_workbook(run: Run, sample: Path, tmp_path: Path) -> None:
    before = sample.read_bytes()
    out = tmp_path / "ทั้งหมด.xlsx"
    answer = run("export-all", sample, "-o", out)
    assert (answer.code, answer.err) == (0, "")
    assert answer.result == {"file": str(out)}
    assert zipfile.is_zipfile(out)
    assert sample.read_bytes() == before
    refused = run("export-all", sample, "-o", sample)
    assert (refused.code, refused.out) == (1, "")
    assert "ลงท้ายด้วย .xlsx" in refused.err
    assert sample.read_bytes() == before
