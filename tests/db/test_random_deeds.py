"""Random deeds over all tables: what the log says is what is there, back to the start and forth.

Hypothesis chooses what is done and shrinks what fails to the shortest row of deeds.
"""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_desktop.db import history, trash
from ita_desktop.db.change_log import Change, values_of
from ita_desktop.db.creating import create_data_file
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.health import health_of
from ita_desktop.db.opening import open_data_file
from ita_desktop.db.schema import LOGGED_TABLES
from ita_desktop.db.scores import add_fiscal_year, put_score
from ita_desktop.domain.score_entry import parse_score
from ita_desktop.workflows.dump import dump
from ita_desktop.workflows.history import described

from .clerk import Clerk

Rows = dict[tuple[str, int], dict[str, object]]
STEPS = ("deed", "deed", "deed", "paste", "all", "bring back", "undo", "redo", "to", "restart")
steps = st.lists(
    st.tuples(st.sampled_from(STEPS), st.integers(0, 2**32 - 1)), min_size=25, max_size=60
)


def rows_of(file: DataFile) -> Rows:
    """Return every row of every logged table, by table and id."""
    found: Rows = {}
    for table in LOGGED_TABLES:
        cursor = file.connection.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - our own
        names = [column[0] for column in cursor.description]
        for row in cursor:
            values = dict(zip(names, row, strict=True))
            found[table, values["id"]] = values
    return found


def replay(rows: Rows, change: Change) -> None:
    """Do to ``rows`` what the log says of a change; it must fit."""
    place = change.table, change.row
    if change.old is None:
        assert change.new is not None
        assert place not in rows
        rows[place] = dict(change.new)
    elif change.new is None:
        assert rows.pop(place) == change.old
    else:
        assert {name: rows[place][name] for name in change.old} == change.old
        rows[place].update(change.new)


class Walk:
    """Does steps on a file and remembers, beside it, what the log says."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.file = create_data_file(path, "สมชาย")
        self.rows: Rows = {}
        self.read = 0
        with self.file.deed("เริ่ม", undoable=False):
            add_fiscal_year(self.file, 2566)

    def step(self, what: str, seed: int) -> None:
        file, clerk = self.file, Clerk(seed)
        match what:
            case "deed":
                clerk.deed(file)
            case "paste":
                with file.deed("วางคะแนน 30 ค่า"):
                    add_fiscal_year(file, 2566)
                    for number in range(30):
                        put_score(file, 2566, f"i{number}", parse_score(str(seed % 101)))
            case "all":  # as a restore does it: children first gone, parents last, and anew
                self.write_all_anew()
            case "bring back":
                self.bring_back(clerk.dice)
            case "undo":
                file.undo()
            case "redo":
                file.redo()
            case "to":
                known = clerk.dice.choice(history.deed_numbers(file.read))
                if not file.undo_to(known):
                    file.redo_to(known)
            case _:
                file.close()
                self.file = open_data_file(self.path, "สมหญิง")

    def write_all_anew(self) -> None:
        rows = rows_of(self.file)
        with self.file.deed("คืนข้อมูลจากไฟล์สำรอง"):
            connection = self.file.connection
            connection.execute("PRAGMA defer_foreign_keys = ON")
            for table in LOGGED_TABLES:
                connection.execute(f'DELETE FROM "{table}"')  # noqa: S608 - our own
            for (table, _), values in reversed(rows.items()):
                marks = ", ".join("?" * len(values))
                connection.execute(
                    f'INSERT INTO "{table}" VALUES ({marks})',  # noqa: S608 - our own
                    tuple(values.values()),
                )

    def bring_back(self, dice: random.Random) -> None:
        numbers = trash.deleted_numbers(self.file.read, LOGGED_TABLES)
        if not numbers:
            return
        (wanted,) = trash.deleted_rows(self.file.read, [dice.choice(numbers)])
        assert (wanted.table, wanted.row) not in rows_of(self.file)
        connection, read = self.file.connection, self.file.read
        together = trash.belonging(connection, read, wanted, LOGGED_TABLES)
        if trash.hindrance(connection, read, together) is None:
            with self.file.deed("คืนรายการ"):
                trash.put_back(connection, together, LOGGED_TABLES)
            assert rows_of(self.file)[wanted.table, wanted.row] == wanted.values

    def follow_the_log(self) -> None:
        """Replay what the log has more than when it was last looked at, as it was written.

        By the number of the change: a file's beginning is a deed within another one.
        """
        for number, table, row, *sides in self.file.read(
            "SELECT id, table_name, row_id, old, new FROM change WHERE id > ? ORDER BY id",
            (self.read,),
        ):
            replay(self.rows, Change(table, row, *map(values_of, sides)))
            self.read = number


def times(take: Callable[[], object]) -> int:
    done = 0
    while take() is not None:
        done += 1
    return done


def walk_over(path: Path, taken: list[tuple[str, int]]) -> None:
    """Take the steps; the log must say each state, and all must go back and forth."""
    path.unlink(missing_ok=True)
    walk = Walk(path)
    try:
        go(walk, taken)
    finally:  # what fails is tried again, shorter
        walk.file.close()


def go(walk: Walk, taken: list[tuple[str, int]]) -> None:
    start, said = rows_of(walk.file), dump(walk.file)
    for what, seed in taken:
        walk.step(what, seed)
        walk.follow_the_log()
        assert rows_of(walk.file) == walk.rows
    times(walk.file.redo)
    end, said_at_the_end = rows_of(walk.file), dump(walk.file)
    undone = times(walk.file.undo)
    assert (rows_of(walk.file), dump(walk.file)) == (start, said)
    walk.step("restart", 0)
    assert times(walk.file.redo) == undone
    assert (rows_of(walk.file), dump(walk.file)) == (end, said_at_the_end)
    walk.follow_the_log()
    assert walk.rows == end
    assert health_of(walk.file) == ()
    for deed in history.deed_numbers(walk.file.read)[:20]:
        for change in history.changes_of(walk.file.read, deed):
            assert described(walk.file, change)


@settings(
    max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(taken=steps)
def test_the_log_proves_each_step_and_all_goes_back_and_forth(
    tmp_path: Path, taken: list[tuple[str, int]]
) -> None:
    walk_over(tmp_path / "เทศบาล.ita", taken)


@pytest.mark.slow
@pytest.mark.parametrize(("walks", "length"), [(200, 50), (1, 2_000)])
def test_ten_thousand_random_deeds_are_proved_step_by_step(
    tmp_path: Path, walks: int, length: int
) -> None:
    """Many short walks, since most goes wrong near the start, and a long one."""
    for seed in range(walks):
        dice = random.Random(seed)  # noqa: S311 - the same steps each time
        taken = [(dice.choice(STEPS), dice.getrandbits(32)) for _ in range(length)]
        walk_over(tmp_path / "เทศบาล.ita", taken)


@pytest.mark.slow
@settings(
    max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(taken=steps)
def test_the_log_proves_each_step_of_very_many_walks(
    tmp_path: Path, taken: list[tuple[str, int]]
) -> None:
    walk_over(tmp_path / "เทศบาล.ita", taken)


def test_a_log_that_does_not_say_what_is_there_would_be_found() -> None:
    rows: Rows = {("unit", 1): {"id": 1, "name": "กองคลัง", "position": 0}}
    with pytest.raises(AssertionError):
        replay(rows, Change("unit", 1, {"name": "กองช่าง"}, {"name": "สำนักปลัด"}))
    with pytest.raises(AssertionError):
        replay(rows, Change("unit", 1, None, {"id": 1}))
