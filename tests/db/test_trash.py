"""What was deleted comes back with its id and what belongs to it, or it is said why not."""

import sys
from collections.abc import Callable

import pytest

from ita_desktop.db import trash
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.health import health_of
from ita_desktop.db.schema import LOGGED_TABLES
from ita_desktop.db.scores import add_fiscal_year, put_score
from ita_desktop.db.trash import Deleted, Why
from ita_desktop.domain.score_entry import parse_score

Content = dict[str, list[tuple[object, ...]]]
Read = Callable[[DataFile], Content]


def fill(file: DataFile) -> None:
    with file.deed("เตรียม"):
        for year in (2566, 2567):
            add_fiscal_year(file, year)
            for code in ("i1", "i2"):
                put_score(file, year, code, parse_score("70"))
        file.connection.execute("INSERT INTO unit (name, position) VALUES ('กองคลัง', 0)")


def delete(file: DataFile, *statements: str) -> None:
    with file.deed("ลบ"):
        for statement in statements:
            file.connection.execute(f"DELETE FROM {statement}")  # noqa: S608 - our own


def trashed(file: DataFile) -> tuple[Deleted, ...]:
    return trash.deleted_rows(file.read, trash.deleted_numbers(file.read, LOGGED_TABLES))


def hindrance(file: DataFile, wanted: Deleted) -> Why | None:
    together = trash.belonging(file.connection, file.read, wanted, LOGGED_TABLES)
    found = trash.hindrance(file.connection, file.read, together)
    return None if found is None else found.why


def bring_back(file: DataFile, wanted: Deleted) -> int:
    together = trash.belonging(file.connection, file.read, wanted, LOGGED_TABLES)
    assert trash.hindrance(file.connection, file.read, together) is None
    with file.deed("คืน"):
        trash.put_back(file.connection, together, LOGGED_TABLES)
    return len(together)


def test_a_deed_that_deleted_thousands_of_rows_is_looked_through_once(
    file: DataFile,
) -> None:
    """The work grows as the rows do, not as their square."""
    with file.deed("เตรียม"):
        add_fiscal_year(file, 2566)
        file.connection.executemany(
            "INSERT INTO score (fiscal_year, code, value) VALUES (2566, ?, '70')",
            [(f"o{number}",) for number in range(300)],
        )
    delete(file, "score", "fiscal_year")
    (wanted,) = (one for one in trashed(file) if one.row == 1)
    calls = 0

    def count(*_: object) -> None:
        nonlocal calls
        calls += 1

    sys.setprofile(count)
    try:
        together = trash.belonging(file.connection, file.read, wanted, LOGGED_TABLES)
        assert trash.hindrance(file.connection, file.read, together) is None
    finally:
        sys.setprofile(None)
    assert len(together) == 301
    assert calls < 301 * 301


def test_only_what_is_not_there_now_is_in_the_trash(file: DataFile) -> None:
    fill(file)
    assert trashed(file) == ()
    delete(file, "score WHERE id = 1")
    delete(file, "unit")
    assert [(one.table, one.row, one.deed.name) for one in trashed(file)] == [
        ("unit", 1, "ลบ"),
        ("score", 1, "ลบ"),
    ]
    file.undo()
    assert [one.table for one in trashed(file)] == ["score"]
    file.redo()
    assert [(one.table, one.deed.kind) for one in trashed(file)] == [
        ("unit", "redo"),
        ("score", "edit"),
    ]


def test_a_row_comes_back_as_it_was_and_that_can_be_undone(file: DataFile, content: Read) -> None:
    fill(file)
    before = content(file)
    delete(file, "score WHERE id = 2")
    after = content(file)
    assert bring_back(file, trashed(file)[0]) == 1
    assert content(file) == before
    assert trashed(file) == ()
    file.undo()
    assert content(file) == after


@pytest.mark.parametrize("first", ["score", "fiscal_year"])
def test_what_was_deleted_together_and_belongs_together_comes_back_together(
    file: DataFile, content: Read, first: str
) -> None:
    fill(file)
    before = content(file)
    delete(file, "score", "fiscal_year WHERE id = 2566", "unit")
    wanted = next(
        one for one in trashed(file) if one.table == first and 2566 in one.values.values()
    )
    assert bring_back(file, wanted) == 3
    there = content(file)
    assert there["fiscal_year"] == before["fiscal_year"]
    assert there["score"] == [row for row in before["score"] if 2566 in row]
    assert there["unit"] == []
    assert health_of(file) == ()
    while rest := trashed(file):
        bring_back(file, rest[0])
    assert content(file) == before


def test_a_row_whose_place_is_taken_stays_in_the_trash(file: DataFile) -> None:
    fill(file)
    delete(file, "score WHERE code = 'i1' AND fiscal_year = 2566", "unit")
    with file.deed("เขียนใหม่"):
        put_score(file, 2566, "i1", parse_score("99"))
        file.connection.execute("INSERT INTO unit (name, position) VALUES ('กองคลัง', 0)")
    assert {(one.table, hindrance(file, one)) for one in trashed(file)} == {
        ("score", Why.TAKEN),
        ("unit", Why.TAKEN),
    }


def test_a_row_whose_year_is_gone_stays_in_the_trash(file: DataFile) -> None:
    fill(file)
    delete(file, "score WHERE fiscal_year = 2567 AND code = 'i1'")
    delete(file, "score WHERE fiscal_year = 2567", "fiscal_year WHERE id = 2567")
    year, i2, i1 = sorted(trashed(file), key=lambda one: (one.table, -one.row))
    assert (hindrance(file, i1), hindrance(file, i2), hindrance(file, year)) == (
        Why.ALONE,
        None,
        None,
    )
    bring_back(file, year)
    assert hindrance(file, i1) is None


def test_a_row_comes_back_to_its_year_that_is_there_again(file: DataFile, content: Read) -> None:
    fill(file)
    before = content(file)
    delete(file, "score WHERE fiscal_year = 2566", "fiscal_year WHERE id = 2566")
    with file.deed("เพิ่มปี"):
        add_fiscal_year(file, 2566)
    for wanted in trashed(file):
        assert bring_back(file, wanted) == 1
    assert content(file) == before


def test_rows_come_back_in_whatever_order_they_were_deleted(file: DataFile, content: Read) -> None:
    """A restore deletes years before their scores: only at its end all must fit."""
    fill(file)
    before = content(file)
    with file.deed("คืนข้อมูล"):
        file.connection.execute("PRAGMA defer_foreign_keys = ON")
        for table in ("fiscal_year", "score"):
            file.connection.execute(f"DELETE FROM {table}")  # noqa: S608 - our own
    while rest := trashed(file):
        assert bring_back(file, rest[0]) == 3
    assert content(file) == before


def test_the_last_of_many_deletions_is_what_comes_back(file: DataFile) -> None:
    fill(file)
    delete(file, "unit")
    file.undo()
    with file.deed("แก้ชื่อ"):
        file.connection.execute("UPDATE unit SET name = 'กองช่าง'")
    delete(file, "unit")
    (unit,) = trashed(file)
    bring_back(file, unit)
    assert file.read("SELECT id, name FROM unit") == [(1, "กองช่าง")]
