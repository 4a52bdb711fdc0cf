"""Many sheets of units at once, large ones and one too large: read in little memory, or refused."""

import os
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from ita_desktop.db import rows as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind
from ita_desktop.db.trackers import load_tracker
from ita_desktop.workflows.units.plan import Verdict
from ita_desktop.workflows.units.planning import plan_unit_sheets
from ita_desktop.workflows.units.reading import is_unit_sheet, read_unit_sheets
from ita_desktop.workflows.units.taking import take_unit_sheets
from tests.workflows.units.sheet_file import (
    UNITS,
    YEAR,
    fill_in,
    make_sheets,
    new_units_file,
    steps_of,
)

MEGABYTE = 2**20
LONG = "ดำเนินการตามมาตรการและรายงานผลต่อผู้บังคับบัญชา " * 40


@pytest.fixture
def units(tmp_path: Path) -> Iterator[DataFile]:
    made = new_units_file(tmp_path / "หน่วยงาน.ita")
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "แผ่นงาน"
    made.mkdir()
    return made


def grow(path: Path, size: int) -> None:
    """Put a picture that nobody can pack into a workbook, until it is of a size."""
    with ZipFile(path, "a") as book:
        book.writestr("xl/media/image1.png", os.urandom(size - path.stat().st_size))


def peak_of(work: Callable[[], object]) -> int:
    """Return how many bytes a piece of work holds at most."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def test_a_sheet_of_more_than_20_megabytes_is_refused_and_the_others_are_taken(
    units: DataFile, folder: Path
) -> None:
    small, large, most = make_sheets(units, folder, *UNITS[:3])
    for unit, path in zip(UNITS, (small, large, most), strict=False):
        fill_in(path, {(steps_of(units, unit)[0], "result"): "ทำแล้ว"})
    grow(large, 21 * MEGABYTE)
    grow(most, 19 * MEGABYTE)
    assert is_unit_sheet(large)
    peak = peak_of(lambda: read_unit_sheets([small, large, most]))
    assert peak < 60 * MEGABYTE
    plan = plan_unit_sheets(units, read_unit_sheets([small, large, most]), YEAR, 6)
    (refused,) = plan.of(Verdict.REFUSED)
    assert refused.file == large.name
    assert "ใหญ่เกิน" in refused.why
    assert take_unit_sheets(units, plan) == 2
    told = [
        s.results for _, m in load_tracker(units, YEAR).measures() for s in m.steps if s.results
    ]
    assert [one[6].result for one in told] == ["ทำแล้ว", "ทำแล้ว"]


@pytest.mark.parametrize(
    "steps", [1, pytest.param(25, marks=pytest.mark.slow)], ids=["short", "full"]
)
def test_twenty_full_sheets_at_once_are_read_in_little_memory(
    units: DataFile, folder: Path, steps: int, say: Callable[[str], None]
) -> None:
    with units.deed("งานมาก"):
        for _, measure in load_tracker(units, YEAR).measures():
            for number in range(steps):
                table.add_row(units, Kind.STEP, measure.id, {"text": f"{number} {LONG}"})
    paths = make_sheets(units, folder)
    of_unit = {m.units: m for _, m in load_tracker(units, YEAR).measures()}
    for unit, path in zip(UNITS, paths, strict=True):
        fields = ("result", "problem", "suggestion")
        fill_in(path, {(s.id, field): LONG for s in of_unit[unit].steps for field in fields})
    peak = peak_of(lambda: read_unit_sheets(paths))
    plan = plan_unit_sheets(units, read_unit_sheets(paths), YEAR, 6)
    assert len(plan.of(Verdict.NEW)) == len(plan.lines) == 20 * (steps + 2) * 3
    taken = peak_of(lambda: take_unit_sheets(units, plan))
    megabytes = f"{peak / MEGABYTE:.1f} MB to read, {taken / MEGABYTE:.1f} to take"
    say(f"{len(plan.lines)} fields: {megabytes}")
    assert max(peak, taken) < 100 * MEGABYTE


@pytest.mark.slow
def test_a_sheet_whose_rows_were_copied_20000_times_brings_nothing(
    units: DataFile, folder: Path
) -> None:
    (path,) = make_sheets(units, folder, UNITS[0])
    book = load_workbook(path)
    sheet = book.worksheets[0]
    row = next(one for one in sheet.iter_rows(values_only=True) if str(one[-1]).startswith("step:"))
    for number in range(19_000):
        sheet.append([*row[:5], f"ทำ {number}", *row[6:]])
    book.save(path)
    plan = plan_unit_sheets(units, read_unit_sheets([path]), YEAR, 6)
    assert {line.verdict for line in plan.lines} == {Verdict.NOTED}
    assert len(plan.lines) == 19_000
    assert take_unit_sheets(units, plan) == 0
