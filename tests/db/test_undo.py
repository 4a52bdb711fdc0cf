"""Undo and redo over random deeds of every table, also over a restart."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ita_desktop.db.creating import create_data_file
from ita_desktop.db.criteria_sets import put_own_text
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.health import health_of, row_counts
from ita_desktop.db.offices import load_office, save_office
from ita_desktop.db.opening import open_data_file
from ita_desktop.db.schema import LOGGED_TABLES
from ita_desktop.db.scores import add_fiscal_year, entries_of, fiscal_years, put_score
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.score_entry import parse_score

from .clerk import Clerk

Content = dict[str, list[tuple[object, ...]]]
Read = Callable[[DataFile], Content]


def times(take: Callable[[], object]) -> int:
    """Undo or redo until there is nothing more, and say how often that was."""
    done = 0
    while take() is not None:
        done += 1
    return done


@pytest.mark.parametrize("deeds", [500, pytest.param(10_000, marks=pytest.mark.slow)])
def test_all_undone_is_the_start_and_all_redone_is_the_end(
    tmp_path: Path, content: Read, deeds: int
) -> None:
    path = tmp_path / "เทศบาล.ita"
    file = create_data_file(path, "สมชาย")
    clerk = Clerk(deeds)
    with file.deed("เริ่ม", undoable=False):
        clerk.office(file)
        clerk.score(file)
    start = content(file)
    for _ in range(deeds):
        clerk.deed(file)
    end = content(file)
    written = file.connection.execute("SELECT DISTINCT table_name FROM change").fetchall()
    assert {row[0] for row in written} == set(LOGGED_TABLES)
    undone = times(file.undo)
    assert deeds * 0.8 < undone <= deeds  # a few deeds come to nothing
    assert content(file) == start
    file.close()
    file = open_data_file(path, "สมชาย")
    assert times(file.redo) == undone
    assert content(file) == end
    file.close()
    file = open_data_file(path, "สมชาย")
    assert (content(file), times(file.undo), content(file)) == (end, undone, start)
    assert health_of(file) == ()
    file.close()


@pytest.mark.parametrize("steps", [400, pytest.param(4_000, marks=pytest.mark.slow)])
def test_a_random_walk_of_deeds_undo_redo_and_restarts_follows_a_plain_list_of_states(
    tmp_path: Path, content: Read, steps: int
) -> None:
    path = tmp_path / "เทศบาล.ita"
    file = create_data_file(path, "สมชาย")
    clerk = Clerk(steps + 1)
    with file.deed("เริ่ม", undoable=False):
        add_fiscal_year(file, 2566)
    states, here = [content(file)], 0
    for _ in range(steps):
        what = clerk.dice.choice(("deed", "deed", "undo", "undo", "redo", "restart"))
        if what == "deed":
            before = row_counts(file)["deed"]
            clerk.deed(file)
            if row_counts(file)["deed"] > before:  # not one that came to nothing
                states, here = [*states[: here + 1], content(file)], here + 1
        elif what == "undo":
            assert (file.undo() is not None) == (here > 0)
            here = max(here - 1, 0)
        elif what == "redo":
            assert (file.redo() is not None) == (here < len(states) - 1)
            here = min(here + 1, len(states) - 1)
        else:
            file.close()
            file = open_data_file(path, "สมชาย")
        assert content(file) == states[here]
    file.close()


def test_a_file_keeps_its_first_year_when_all_is_taken_back(file: DataFile) -> None:
    with file.deed("นำเข้า"):
        add_fiscal_year(file, 2565)
        put_score(file, 2565, "i7", parse_score("88.13"))
    with file.deed("เพิ่มปี"):
        add_fiscal_year(file, 2566)
    assert times(file.undo) == 2
    assert fiscal_years(file) == (2565,)
    assert entries_of(file, 2565) == {}
    assert times(file.redo) == 2
    assert fiscal_years(file) == (2565, 2566)
    assert entries_of(file, 2565) == {"i7": parse_score("88.13")}


def test_an_id_is_never_given_twice(file: DataFile) -> None:
    def written() -> dict[str, int]:
        with file.deed("เขียน"):
            add_fiscal_year(file, 2566)
            put_score(file, 2566, "i7", parse_score("90"))
            put_own_text(file, 2566, "i7", "ข้อความ")
            save_office(file, Office(name="อบต.", kind=OfficeKind.TAMBON, units=("กองคลัง",)))
        return {
            table: file.connection.execute(f"SELECT max(id) FROM {table}").fetchone()[0]  # noqa: S608 - our own
            for table in ("score", "item_text", "unit")
        }

    first = written()
    file.undo()
    second = written()
    with file.deed("ลบ"):
        put_score(file, 2566, "i7", None)
        put_own_text(file, 2566, "i7", None)
        save_office(file, Office(name="อบต.", kind=OfficeKind.TAMBON))
    third = written()
    assert all(first[table] < second[table] < third[table] for table in first)


def test_a_new_edit_after_undo_drops_the_redo_but_not_its_record(file: DataFile) -> None:
    for year in (2564, 2565):
        with file.deed(f"เพิ่มปี {year}"):
            add_fiscal_year(file, year)
    file.undo()
    redo = file.next_redo()
    assert redo is not None
    with file.deed("เพิ่มปี 2566"):
        add_fiscal_year(file, 2566)
    assert file.next_redo() is None
    assert file.redo() is None
    assert fiscal_years(file) == (2564, 2566)
    record = file.connection.execute("SELECT state FROM deed WHERE id = ?", (redo.id,)).fetchone()
    assert record == ("dropped",)


def test_undo_and_redo_say_what_they_did_and_are_deeds_of_their_own(file: DataFile) -> None:
    with file.deed("เริ่ม", undoable=False):
        add_fiscal_year(file, 2565)
    with file.deed("แก้คะแนน i7"):
        add_fiscal_year(file, 2566)
        put_score(file, 2566, "i7", parse_score("88.13"))
    undone = file.undo()
    assert undone is not None
    assert (undone.name, undone.person) == ("แก้คะแนน i7", "สมชาย")
    assert {change.table for change in file.last_changes()} == {"fiscal_year", "score"}
    redone = file.redo()
    assert redone == undone
    kinds = file.connection.execute("SELECT kind, name, of_deed FROM deed ORDER BY id").fetchall()
    assert kinds == [
        ("start", "เริ่ม", None),
        ("edit", "แก้คะแนน i7", None),
        ("undo", "แก้คะแนน i7", undone.id),
        ("redo", "แก้คะแนน i7", undone.id),
    ]


def test_an_office_taken_back_is_gone_with_its_units(file: DataFile) -> None:
    with file.deed("หน่วยงาน"):
        save_office(file, Office(name="อบต.", kind=OfficeKind.TAMBON, units=("กองช่าง", "กองคลัง")))
    file.undo()
    assert load_office(file) is None
    assert file.connection.execute("SELECT count(*) FROM unit").fetchone() == (0,)


def test_back_or_forth_to_a_deed_that_is_not_there_to_be_reached_changes_nothing(
    file: DataFile, content: Callable[[DataFile], object]
) -> None:
    with file.deed("เตรียม"):
        add_fiscal_year(file, 2566)
    for value in ("1", "2", "3"):
        with file.deed(f"คะแนน {value}"):
            put_score(file, 2566, "i1", parse_score(value))
    last = file.next_undo()
    assert last is not None
    file.undo()
    before, newest = content(file), file.latest_deed()
    for number in (0, 1, last.id, newest or 0, 99):
        assert file.undo_to(number) == ()
    for number in (0, 1, last.id - 1, newest or 0, 99):
        assert file.redo_to(number) == ()
    assert (content(file), file.latest_deed()) == (before, newest)
    assert [deed.name for deed in file.undo_to(last.id - 1)] == ["คะแนน 2"]
    assert [deed.name for deed in file.redo_to(last.id)] == ["คะแนน 2", "คะแนน 3"]
