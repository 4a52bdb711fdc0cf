"""What is taken is what was shown: the workbook is read once, and the data file must not differ."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.offices import load_office, save_office
from ita_desktop.db.scores import entries_of
from ita_desktop.domain.score_entry import Entry
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.criteria.in_force import export_criteria, import_criteria
from ita_desktop.workflows.import_workbook import (
    import_workbook,
    plan_import,
    read_import,
    read_tables,
    take_import,
)
from ita_desktop.workflows.scores.year_scores import put_entries

Make = Callable[..., Path]
ROWS = [["ข้อ", "คะแนน"], ["i1", 80], ["i2", 81], ["e1", 90]]


def put(file: DataFile, **scores: Entry | None) -> None:
    put_entries(file, 2565, scores, "แก้คะแนน")


def test_the_workbook_is_read_once_and_its_later_changes_do_not_come_in(
    file: DataFile, workbook: Make
) -> None:
    path = workbook(ROWS)
    content = file.path.read_bytes()
    outcome = read_import(file, path, 2565)
    assert file.path.read_bytes() == content
    assert not outcome.applied
    workbook([["ข้อ", "คะแนน"], ["i1", 11], ["i3", 12]])
    take_import(file, outcome)
    assert entries_of(file, 2565) == {"i1": Decimal(80), "i2": Decimal(81), "e1": Decimal(90)}
    path.unlink()
    deed = file.next_undo()
    assert deed is not None
    assert deed.name == "นำเข้า คะแนน.xlsx"
    file.undo()
    assert entries_of(file, 2565) == {}


def test_tables_are_read_in_another_thread_and_planned_for_any_file(
    file: DataFile, sample: DataFile, workbook: Make
) -> None:
    with ThreadPoolExecutor(1) as pool:
        tables = pool.submit(read_tables, workbook(ROWS)).result()
    assert (tables.name, tables.fiscal_year) == ("คะแนน.xlsx", None)
    assert len(plan_import(file, tables).scores) == 3
    take_import(sample, plan_import(sample, tables, 2566))
    assert entries_of(sample, 2566)["i2"] == Decimal(81)


def test_the_three_steps_together_are_an_import(file: DataFile, workbook: Make) -> None:
    path = workbook(ROWS)
    planned = plan_import(file, read_tables(path))
    assert import_workbook(file, path, dry_run=True) == planned
    assert import_workbook(file, path) == replace(planned, applied=True)


@pytest.mark.parametrize(
    "meanwhile",
    [
        {"i1": Decimal(79)},  # shown as new
        {"i1": Decimal(80)},  # the same by chance: what was shown is no longer so
        {"i2": Decimal(70)},  # shown as unchanged
        {"i2": None},
    ],
)
def test_a_score_that_changed_meanwhile_is_not_overwritten(
    file: DataFile, workbook: Make, meanwhile: dict[str, Entry | None]
) -> None:
    put(file, i2=Decimal(81))
    outcome = read_import(file, workbook(ROWS), 2565)
    put(file, **meanwhile)
    content = file.path.read_bytes()
    with pytest.raises(ClerkError, match=r"คะแนน\.xlsx เพราะข้อมูลในไฟล์เปลี่ยนไป"):
        take_import(file, outcome)
    assert file.path.read_bytes() == content


def test_a_score_the_workbook_does_not_speak_of_may_change(file: DataFile, workbook: Make) -> None:
    outcome = read_import(file, workbook(ROWS), 2565)
    put(file, i9=Decimal(50))
    take_import(file, outcome)
    assert entries_of(file, 2565).keys() == {"i9", "i1", "i2", "e1"}


def test_an_office_that_changed_meanwhile_is_not_overwritten(
    file: DataFile, workbook: Make
) -> None:
    outcome = read_import(file, workbook([["รายการ", "ค่า"], ["อำเภอ", "เมือง"]]))
    office = load_office(file)
    assert office is not None
    changed = replace(office, units=("กองช่าง",))
    with file.deed("แก้ข้อมูลหน่วยงาน"):
        save_office(file, changed)
    with pytest.raises(ClerkError, match="เปลี่ยนไป"):
        take_import(file, outcome)
    assert load_office(file) == changed


def test_criteria_that_changed_meanwhile_are_noticed(
    file: DataFile, workbook: Make, tmp_path: Path
) -> None:
    outcome = read_import(file, workbook(ROWS), 2565)
    path = tmp_path / "เกณฑ์.json"
    export_criteria(file, 2565, path)
    path.write_text(path.read_text("utf-8").replace('"i2"', '"i77"'), "utf-8")
    import_criteria(file, path)
    with pytest.raises(ClerkError, match="เปลี่ยนไป"):
        take_import(file, outcome)
    assert entries_of(file, 2565) == {}


def test_a_workbook_with_an_error_and_one_taken_already_are_refused(
    file: DataFile, workbook: Make
) -> None:
    bad = read_import(file, workbook([["ข้อ", "คะแนน"], ["i1", 101]]), 2565)
    with pytest.raises(ClerkError, match="101"):
        take_import(file, bad)
    outcome = read_import(file, workbook(ROWS), 2565)
    take_import(file, outcome)
    with pytest.raises(ClerkError, match="เปลี่ยนไป"):
        take_import(file, outcome)
