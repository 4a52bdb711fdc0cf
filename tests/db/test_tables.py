"""The tables themselves refuse what is not theirs."""

import sqlite3

import pytest

from ita_desktop.db.criteria_sets import put_own_text
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.offices import load_office, save_office
from ita_desktop.db.schema import LOGGED_TABLES
from ita_desktop.db.scores import add_fiscal_year, fiscal_years, put_score
from ita_desktop.domain.office import Office, OfficeKind

SCORE = "INSERT INTO score (fiscal_year, code, value) VALUES (2566, ?, ?)"
REFUSED = [
    ("INSERT INTO fiscal_year (id) VALUES ('ปีนี้')", ()),
    ("INSERT INTO fiscal_year (id) VALUES (2023)", ()),
    ("INSERT INTO fiscal_year (id) VALUES (2644)", ()),
    ("INSERT INTO score (fiscal_year, code, value) VALUES (2560, 'i1', '90')", ()),
    (SCORE, ("", "90")),
    (SCORE, ("i1", None)),
    (SCORE, ("i1", b"90")),
    *(
        (SCORE, ("i1", value))
        for value in ("", ".", ".5", "1.2.3", "101", "-1", "1e2", "๙๐", " 90")
    ),
    ("INSERT INTO unit (name, position) VALUES ('', 0)", ()),
    ("INSERT INTO unit (name, position) VALUES ('กองคลัง', 'ต้น')", ()),
    ("INSERT INTO item_text (fiscal_year, code, text) VALUES (2566, 'i1', '')", ()),
    ("INSERT INTO criteria_set (id, document) VALUES (1, '{}')", ()),
    (
        "INSERT INTO office (id, name, kind, urgent_below, keep_from) VALUES (2, 'ก', '', '', '')",
        (),
    ),
]


@pytest.mark.parametrize(("statement", "values"), REFUSED)
def test_what_does_not_belong_in_a_table_is_refused(
    file: DataFile, statement: str, values: tuple[object, ...]
) -> None:
    def write() -> None:
        with file.deed("ผิด"):
            file.connection.execute(statement, values)

    with file.deed("เพิ่มปี", undoable=False):
        add_fiscal_year(file, 2566)
    with pytest.raises(sqlite3.IntegrityError):
        write()
    assert file.connection.execute("SELECT count(*) FROM deed").fetchone() == (1,)
    assert not file.connection.in_transaction


@pytest.mark.parametrize("value", ["0", "100", "100.00", "88.13", "0.00", "excluded"])
def test_every_way_a_score_is_written_is_taken(file: DataFile, value: str) -> None:
    with file.deed("คะแนน"):
        add_fiscal_year(file, 2566)
        file.connection.execute(SCORE, ("i1", value))
    assert file.connection.execute("SELECT value FROM score").fetchone() == (value,)


def test_a_year_with_scores_cannot_go(file: DataFile) -> None:
    def remove() -> None:
        with file.deed("ลบปี"):
            file.connection.execute("DELETE FROM fiscal_year")

    with file.deed("คะแนน"):
        add_fiscal_year(file, 2566)
        file.connection.execute(SCORE, ("i1", "90"))
    with pytest.raises(sqlite3.IntegrityError):
        remove()
    assert fiscal_years(file) == (2566,)


@pytest.mark.parametrize("table", LOGGED_TABLES)
def test_every_table_is_strict_and_has_its_three_triggers(file: DataFile, table: str) -> None:
    (strict,) = file.connection.execute(
        "SELECT strict FROM pragma_table_list WHERE name = ?", (table,)
    ).fetchone()
    triggers = file.connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = ? ORDER BY 1",
        (table,),
    )
    assert strict == 1
    assert [row[0] for row in triggers] == [
        f"log_{table}_{event}" for event in ("delete", "insert", "update")
    ]


def test_no_table_with_data_of_the_office_is_outside_the_change_log(file: DataFile) -> None:
    tables = file.connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'"
    )
    own = {"deed", "change", "current_deed", "_sqlite_migrations"}
    own |= {"identity", "content"}  # what never changes; the log names content in other rows
    assert {row[0] for row in tables} - own == set(LOGGED_TABLES)


def test_units_keep_their_row_when_they_are_put_in_another_order(file: DataFile) -> None:
    office = Office(name="อบต.ตัวอย่าง", kind=OfficeKind.TAMBON, units=("กองคลัง", "กองช่าง", "กองคลัง"))
    with file.deed("หน่วยงาน"):
        save_office(file, office)
    before = dict(file.connection.execute("SELECT name, id FROM unit").fetchall())
    with file.deed("เรียงใหม่"):
        save_office(
            file,
            Office(
                name="อบต.ตัวอย่าง", kind=OfficeKind.TAMBON, units=("สำนักปลัด", "กองช่าง", "กองคลัง")
            ),
        )
    after = dict(file.connection.execute("SELECT name, id FROM unit").fetchall())
    assert (after["กองคลัง"], after["กองช่าง"]) == (before["กองคลัง"], before["กองช่าง"])
    loaded = load_office(file)
    assert loaded is not None
    assert loaded.units == ("สำนักปลัด", "กองช่าง", "กองคลัง")


def units_after(file: DataFile, *names: str) -> dict[str, int]:
    with file.deed("หน่วยงาน"):
        save_office(file, Office(name="อบต.", kind=OfficeKind.TAMBON, units=names))
    return {name: number for number, name in file.read("SELECT id, name FROM unit")}


def test_a_unit_that_is_renamed_in_its_place_keeps_its_row(file: DataFile) -> None:
    before = units_after(file, "สำนักปลัด", "กองคลัง", "กองช่าง")
    after = units_after(file, "สำนักปลัด", "กองการคลัง", "กองช่าง")
    assert after["กองการคลัง"] == before["กองคลัง"]
    (change,) = file.last_changes()
    assert (change.old, change.new) == ({"name": "กองคลัง"}, {"name": "กองการคลัง"})


@pytest.mark.parametrize(
    ("names", "kept"),
    [
        (("ข", "ก"), {"ก", "ข"}),  # the name counts, not the place
        (("ก", "ค"), {"ก"}),  # another one at the place of one that is gone
        (("ข",), {"ข"}),
        (("ข", "ค", "ก"), {"ก", "ข"}),
        (("ใหม่", "ก", "ข", "ค"), {"ก", "ข", "ค"}),
        ((), set[str]()),
    ],
)
def test_a_unit_keeps_its_row_by_name_first(
    file: DataFile, names: tuple[str, ...], kept: set[str]
) -> None:
    before = units_after(file, "ก", "ข", "ค")
    after = units_after(file, *names)
    assert set(after) == set(names)
    assert {name for name in after if after[name] == before.get(name)} >= kept
    gone = set(before.values()) - set(after.values())
    assert len(set(after.values())) == len(names)
    assert gone <= {before[name] for name in before if name not in names}
    loaded = load_office(file)
    assert loaded is not None
    assert loaded.units == names


def test_taking_away_what_is_not_there_leaves_no_trace(file: DataFile) -> None:
    with file.deed("ลบ"):
        put_score(file, 2566, "i1", None)
        put_own_text(file, 2566, "i1", None)
    assert file.connection.execute("SELECT count(*) FROM deed").fetchone() == (0,)
