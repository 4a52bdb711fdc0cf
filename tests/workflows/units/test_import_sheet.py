"""A unit's sheet through the ordinary import and the command line."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from ita_desktop.cli.main import run
from ita_desktop.cli.parser import parse
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.trackers import load_tracker
from ita_desktop.workflows.opening import open_to_read
from ita_desktop.workflows.units.import_sheet import import_unit_sheet
from tests.workflows.units.sheet_file import (
    UNITS,
    YEAR,
    fill_in,
    make_sheets,
    new_units_file,
    steps_of,
    tell,
)


@pytest.fixture
def units(tmp_path: Path) -> Iterator[DataFile]:
    made = new_units_file(tmp_path / "หน่วยงาน.ita")
    yield made
    made.close()


def test_a_sheet_without_a_conflict_is_taken(units: DataFile, tmp_path: Path) -> None:
    first, _ = steps_of(units, UNITS[0])
    (path,) = make_sheets(units, tmp_path, UNITS[0])
    fill_in(path, {(first, "result"): "ทำแล้ว"})
    told = import_unit_sheet(units, path, dry_run=True)
    assert not told.applied
    assert load_tracker(units, YEAR).topics[0].measures[0].steps[0].results == {}
    done = import_unit_sheet(units, path)
    assert done.as_plain() == {
        "year": YEAR,
        "sheets": [
            {"sheet": "กองที่ ๑", "kind": "unit-sheet", "added": 1, "changed": 0, "unchanged": 1}
        ],
        "findings": [],
        "changes": [],
        "measures": [
            {
                "act": "change",
                "kind": "step",
                "id": first,
                "sheet": "รอบ ๖ เดือน",
                "cell": "F10",
                "place": "สำรวจโดยกองที่ 1",
                "field": "result",
                "before": "",
                "after": "ทำแล้ว",
                "values": {},
            }
        ],
        "applied": True,
    }


def test_what_both_sides_changed_and_what_is_refused_are_errors(
    units: DataFile, tmp_path: Path
) -> None:
    first, second = steps_of(units, UNITS[0])
    (path,) = make_sheets(units, tmp_path, UNITS[0])
    fill_in(path, {(first, "result"): "ของหน่วยงาน", (second, "percent"): 120})
    tell(units, first, result="ของเรา")
    outcome = import_unit_sheet(units, path)
    assert not outcome.applied
    refused, conflict = (finding.message for finding in outcome.errors)
    assert "120" in refused
    assert "ของหน่วยงาน" in conflict
    assert "ของเรา" in conflict
    assert all(finding.address and finding.sheet for finding in outcome.errors)


def test_a_sheet_of_another_year_is_an_error(units: DataFile, tmp_path: Path) -> None:
    (path,) = make_sheets(units, tmp_path, UNITS[0])
    outcome = import_unit_sheet(units, path, 2565)
    assert "ปีงบประมาณ 2566" in outcome.errors[0].message


def test_the_command_line_takes_a_units_sheet(
    units: DataFile, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    first, _ = steps_of(units, UNITS[0])
    (path,) = make_sheets(units, tmp_path, UNITS[0])
    fill_in(path, {(first, "state"): "แล้วเสร็จ"})
    units.close()
    assert run(parse(["import", str(units.path), str(path)])) == 0
    assert json.loads(capsys.readouterr().out)["applied"]
    file = open_to_read(units.path)
    assert load_tracker(file, YEAR).topics[0].measures[0].steps[0].results[6].state == "done"
    file.close()
