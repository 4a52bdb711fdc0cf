"""What a file cannot be without once it had it is no part of what undo takes back."""

import sqlite3
from collections.abc import Callable

import pytest

from ita_desktop.db.change_log import Change
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.health import row_counts
from ita_desktop.db.scores import add_fiscal_year

Content = dict[str, list[tuple[object, ...]]]
YEAR = "INSERT INTO fiscal_year (id) VALUES (2566)"
UNIT = "INSERT INTO unit (id, name, position) VALUES (4, 'กองคลัง', 0)"


def test_what_begins_a_file_stays_when_its_deed_is_taken_back(
    file: DataFile, content: Callable[[DataFile], Content]
) -> None:
    with file.deed("นำเข้า"):
        with file.beginning():
            file.connection.execute(YEAR)
        file.connection.execute(UNIT)
    end = content(file)
    assert [change.table for change in file.last_changes()] == ["fiscal_year", "unit"]
    undone = file.undo()
    assert undone is not None
    assert undone.name == "นำเข้า"
    assert content(file) == {**end, "unit": []}
    assert [change.table for change in file.last_changes()] == ["unit"]
    assert file.undo() is None
    file.redo()
    assert content(file) == end


def test_a_deed_that_only_begins_leaves_nothing_to_undo(file: DataFile) -> None:
    with file.deed("เพิ่มปี"), file.beginning():
        file.connection.execute(YEAR)
    assert file.last_changes() == (Change("fiscal_year", 2566, None, {"id": 2566}),)
    assert file.next_undo() is None


def test_a_year_after_all_were_deleted_begins_nothing(
    file: DataFile, content: Callable[[DataFile], Content]
) -> None:
    with file.deed("เพิ่มปี"):
        add_fiscal_year(file, 2566)
    start = content(file)
    with file.deed("ลบปี"):
        file.connection.execute("DELETE FROM fiscal_year")
    with file.deed("เพิ่มปีอีกครั้ง"):
        add_fiscal_year(file, 2566)
    for name in ("เพิ่มปีอีกครั้ง", "ลบปี"):
        undone = file.undo()
        assert undone is not None
        assert undone.name == name
    assert content(file) == start
    assert file.undo() is None


def test_nothing_begins_outside_a_deed(file: DataFile) -> None:
    with pytest.raises(sqlite3.IntegrityError), file.beginning():
        file.connection.execute(YEAR)
    assert row_counts(file)["deed"] == 0
