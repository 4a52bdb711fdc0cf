"""A paper whose target another program holds goes beside it, and the true path is printed."""

import json
from pathlib import Path

import pytest

from ita_desktop.cli.main import run
from ita_desktop.cli.parser import parse


@pytest.mark.parametrize("ending", ["pdf", "xlsx"])
def test_export_prints_where_it_really_wrote(
    sample: Path,
    tmp_path: Path,
    held: set[Path],
    capsys: pytest.CaptureFixture[str],
    ending: str,
) -> None:
    out, beside = tmp_path / f"สรุป.{ending}", tmp_path / f"สรุป (๒).{ending}"
    out.write_bytes(b"old")
    held.add(out)
    code = run(parse(["export", str(sample), "score-summary", "--year", "2566", "-o", str(out)]))
    said = capsys.readouterr()
    assert code == 0
    assert json.loads(said.out)["file"] == str(beside)
    assert said.err == f"ไฟล์ {out.name} เดิมเปิดอยู่ในโปรแกรมอื่น จึงบันทึกเป็น {beside.name}\n"
    assert out.read_bytes() == b"old"
    assert beside.stat().st_size > 1000
