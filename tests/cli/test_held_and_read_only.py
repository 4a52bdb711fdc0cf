"""Commands that read go on where a window has the file, and where nothing can be written."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from ita_desktop.db.lock import machine_name
from ita_desktop.workflows.opening import open_to_write, person

ROOT = Path(__file__).parents[2]
Run = Callable[..., Any]


def beside(path: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in path.parent.iterdir()}


def test_a_file_that_a_window_has_is_read_and_not_written(
    run: Run, sample: Path, tmp_path: Path, make_workbook: Callable[..., Path]
) -> None:
    book = make_workbook(tmp_path / "คะแนน.xlsx", ["ข้อ", "คะแนน"], ["i1", 90])
    alone = run("dump", sample).result
    window = open_to_write(sample)
    before = beside(sample)
    assert run("info", sample).result["file"] == str(sample)
    assert run("dump", sample).result == alone
    out = tmp_path / "สรุป.xlsx"
    assert run("export", sample, "score-summary", "--year", 2566, "-o", out).code == 0
    assert out.stat().st_size > 0
    assert run("import", sample, book, "--year", 2566, "--dry-run").code == 0
    refused = run("import", sample, book, "--year", 2566)
    assert (refused.code, refused.out) == (1, "")
    for words in (person(), machine_name(), "ตั้งแต่", sample.name):
        assert words in refused.err
    assert beside(sample) == before
    window.close()
    assert run("import", sample, book, "--year", 2566).code == 0


def test_an_older_file_is_read_and_stays_as_it_is(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "เก่า" / "เก่า.ita"
    path.parent.mkdir()
    shutil.copy(ROOT / "tests" / "files" / "schema_1.ita", path)
    before = beside(path)
    assert run("info", path).code == run("dump", path).code == 0
    assert beside(path) == before


@pytest.fixture
def locked_up(tmp_path: Path, sample_bytes: bytes) -> Iterator[Path]:
    """Return a file that cannot be written, in a folder that cannot be."""
    if sys.platform == "win32":
        pytest.skip("modes say nothing there")
    if os.geteuid() == 0 and shutil.which("setpriv") is None:
        pytest.skip("root minds no modes, and cannot give that up here")
    path = tmp_path / "data" / "อ่านได้.ita"
    path.parent.mkdir()
    path.write_bytes(sample_bytes)
    path.chmod(0o444)
    path.parent.chmod(0o555)
    yield path
    path.parent.chmod(0o755)


def minding_modes(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run Python as somebody for whom modes hold, root too."""
    away = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    return python(*arguments, under=away if os.geteuid() == 0 else ())


def python(*arguments: object, under: Sequence[str] = ()) -> subprocess.CompletedProcess[str]:
    """Run Python in a process of its own."""
    return subprocess.run(
        [*under, sys.executable, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


def test_a_file_and_a_folder_that_cannot_be_written_are_read(locked_up: Path) -> None:
    before = beside(locked_up)
    info = minding_modes("-m", "ita_desktop", "info", locked_up)
    assert info.returncode == 0, info.stderr
    assert json.loads(info.stdout)["health"]["sound"]
    out = locked_up.parents[1] / "สรุป.xlsx"
    export = ("export", locked_up, "score-summary", "--year", 2566, "-o", out)
    assert minding_modes("-m", "ita_desktop", *export).returncode == 0
    assert out.stat().st_size > 0
    taken = minding_modes("-m", "ita_desktop", "import", locked_up, out)
    assert taken.returncode == 1
    assert "บันทึกไม่ได้" in taken.stderr
    locked_up.chmod(0o666)  # the file may be written now, and its folder still takes no lock
    taken = minding_modes("-m", "ita_desktop", "import", locked_up, out)
    assert taken.returncode == 1
    assert "โฟลเดอร์ของไฟล์" in taken.stderr
    assert beside(locked_up) == before


BANNER = """
import sys
from pathlib import Path
from ita_desktop.app import start_qt
from ita_desktop.ui.main_window import MainWindow
application, settings = start_qt()
window = MainWindow(settings)
assert window.open_path(Path(sys.argv[1]))
window.show()
while window._guard is None:
    application.processEvents()
print(window._guard.banner.text, *window._guard.banner.buttons(), sep="|")
window.close()
"""


def test_a_window_on_a_file_that_cannot_be_written_says_so_and_offers_to_try(
    locked_up: Path,
) -> None:
    before = beside(locked_up)
    shown = minding_modes("-c", BANNER, locked_up)
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.startswith(f"ไฟล์ {locked_up.name} บันทึกไม่ได้")
    assert shown.stdout.strip().endswith("|ลองเปิดเพื่อแก้ไข")
    assert beside(locked_up) == before


MEASURES = """
import json, sys
from datetime import date
from pathlib import Path
from ita_desktop.db.trackers import load_tracker
from ita_desktop.db.refusals import FileRefusedError
from ita_desktop.documents.model import Digits
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.workflows.check import check
from ita_desktop.workflows.export_document import draw, freeze
from ita_desktop.workflows.opening import open_file, open_to_read
from ita_desktop.workflows.units.plan import Verdict
from ita_desktop.workflows.units.planning import plan_unit_sheets
from ita_desktop.workflows.units.taking import take_unit_sheets
from ita_desktop.workflows.units.reading import read_unit_sheets
from ita_desktop.workflows.units.sheets import freeze_unit_sheets
from ita_desktop.workflows.units.writing import write_unit_sheets
from tests.workflows.units.sheet_file import fill_in
path, out = map(Path, sys.argv[1:])
try:
    file = open_file(path)
except FileRefusedError as held:
    file = open_to_read(path, str(held))
(sheet,) = write_unit_sheets(freeze_unit_sheets(file, 2566, 6, ["กองคลัง"], Digits.THAI), out)
steps = [step.id for _, measure in load_tracker(file, 2566).measures() for step in measure.steps]
fill_in(sheet, {(step, "result"): "ส่งคืน" for step in steps})
plan = plan_unit_sheets(file, read_unit_sheets([sheet]), 2566, 6)
choices = {one.place: one.options[-1].text for one in plan.of(Verdict.CONFLICT)}
before, refused = load_tracker(file, 2566), ""
try:
    take_unit_sheets(file, plan, choices)
except (ClerkError, MachineError) as sentence:
    refused = str(sentence)
for kind in ("pdf", "xlsx"):
    draw(freeze(file, "measures-six-month", 2566, Digits.THAI), kind, out / f"paper.{kind}")
lacks = check(file, 2566, date(2023, 4, 30))
same = load_tracker(file, 2566) == before
print(json.dumps([str(sheet), len(plan.lines), file.read_only, refused, same, len(lacks)]))
file.close()
"""


def only_reads_measures(path: Path, out: Path, start: Run = python) -> tuple[str, Path]:
    """Let a process do with measures all that reading allows; return why no more, and the sheet."""
    out.mkdir()
    done = start("-c", MEASURES, path, out)
    assert done.returncode == 0, done.stderr
    sheet, news, why, refused, same, lacks = json.loads(done.stdout)
    assert news > 0
    assert lacks > 0
    assert why
    assert refused == why
    assert same
    assert sorted(one.name for one in out.iterdir()) == sorted(
        ["paper.pdf", "paper.xlsx", Path(sheet).name]
    )
    return why, Path(sheet)


def test_unit_sheets_of_a_file_that_a_window_has_are_made_and_not_taken(
    run: Run, sample: Path, tmp_path: Path
) -> None:
    window = open_to_write(sample)
    before = beside(sample)
    why, sheet = only_reads_measures(sample, tmp_path / "แผ่นงาน")
    assert person() in why
    assert run("import", sample, sheet, "--year", 2566).code == 1
    checked = run("check", sample, "--year", 2566)
    assert len(checked.result["years"]["2566"]) > 0
    assert beside(sample) == before
    window.close()
    assert run("check", sample, "--year", 2566).result == checked.result


def test_unit_sheets_of_a_file_that_cannot_be_written_are_made_and_not_taken(
    locked_up: Path,
) -> None:
    before = beside(locked_up)
    out = locked_up.parents[1] / "แผ่นงาน"
    why, _ = only_reads_measures(locked_up, out, minding_modes)
    assert "บันทึกไม่ได้" in why
    assert beside(locked_up) == before
