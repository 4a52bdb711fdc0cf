"""Random deeds on measures and risks, undo, redo, restore, trash, restarts: nothing is lost."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.health import health_of
from ita_desktop.db.rows import Kind
from ita_desktop.db.schema import LOGGED_TABLES
from ita_desktop.db.trackers import load_tracker
from ita_desktop.domain.measures import Tracker
from ita_desktop.errors import ClerkError
from ita_desktop.workflows import history
from ita_desktop.workflows.backups import back_up_to
from ita_desktop.workflows.opening import new_sample_file, open_to_write
from ita_desktop.workflows.restore import look_inside, take_back
from ita_desktop.workflows.rounds import close_round, reopen_round
from ita_desktop.workflows.rows.deeds import (
    Edit,
    apply_edits,
    remove_rows,
    set_field,
)
from ita_desktop.workflows.rows.field_history import measure_field_history
from ita_desktop.workflows.units.planning import plan_unit_sheets
from ita_desktop.workflows.units.taking import take_unit_sheets

from .measure_deeds import YEAR, Content, Deeds, Received, received

STEPS = (
    *("deed",) * 6,
    *("undo", "undo", "redo", "undo to", "redo to", "bring back", "restore", "back up", "restart"),
)


@dataclass(frozen=True, slots=True)
class Place:
    """A sample file as bytes, and what units and clerks send for it."""

    content: bytes
    outside: Received


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Place:
    folder = tmp_path_factory.mktemp("measures")
    path = folder / "sample.ita"
    new_sample_file(path).close()
    content = path.read_bytes()
    file = open_to_write(path)
    outside = received(file, folder / "outside")
    file.close()
    return Place(content, outside)


@pytest.fixture
def file(place: Place, tmp_path: Path) -> Iterator[DataFile]:
    path = tmp_path / "เทศบาล.ita"
    path.write_bytes(place.content)
    opened = open_to_write(path)
    yield opened
    opened.close()


def content_of(file: DataFile) -> Content:
    return {
        table: file.read(f'SELECT * FROM "{table}" ORDER BY id')  # noqa: S608 - our own
        for table in LOGGED_TABLES
    }


class Walk:
    """Takes steps on a file, and keeps beside it the states that undo and redo must lead to."""

    def __init__(self, path: Path, seed: int, outside: Received) -> None:
        self.file = open_to_write(path)
        self.deeds = Deeds(seed, outside)
        self.dice = random.Random(seed)  # noqa: S311 - the same steps each time
        self.states = [content_of(self.file)]
        self.names: list[int] = []
        self.here = 0
        self.backup = path.with_name("สำรอง.ita")
        self.kept: Content = {}
        self.done = dict.fromkeys(("bring back", "restore"), 0)

    def step(self, what: str) -> None:
        file, before = self.file, self.file.latest_deed()
        match what:
            case "deed":
                self.deeds.do(file)
                self._went_on(before)
            case "undo":
                assert (file.undo() is not None) == (self.here > 0)
                self.here = max(self.here - 1, 0)
            case "redo":
                assert (file.redo() is not None) == (self.here < len(self.names))
                self.here = min(self.here + 1, len(self.names))
            case "undo to" if self.here:
                to = self.dice.randrange(max(0, self.here - 5), self.here)
                assert len(file.undo_to(self.names[to])) == self.here - to
                self.here = to
            case "redo to" if self.here < len(self.names):
                to = self.dice.randrange(self.here, min(self.here + 5, len(self.names)))
                assert len(file.redo_to(self.names[to])) == to + 1 - self.here
                self.here = to + 1
            case "bring back":
                self._bring_back()
                self._went_on(before)
            case "back up":
                self.backup.unlink(missing_ok=True)
                back_up_to(file.path, self.backup)
                self.kept = self.states[self.here]
            case "restore" if self.kept:
                self._restore()
                self._went_on(before)
            case "restart":
                file.close()
                self.file = open_to_write(file.path)
            case _:
                pass
        assert content_of(self.file) == self.states[self.here], what

    def _went_on(self, before: int | None) -> None:
        """Put the new state after the present one, where the step was a deed of its own."""
        latest = self.file.latest_deed()
        if latest is not None and latest != before:
            self.names = [*self.names[: self.here], latest]
            self.states = [*self.states[: self.here + 1], content_of(self.file)]
            self.here += 1

    def _bring_back(self) -> None:
        numbers = history.trash_numbers(self.file)
        if not numbers:
            return
        (gone,) = history.trashed(self.file, [self.dice.choice(numbers)])
        try:
            assert history.bring_back(self.file, gone.number) > 0
        except ClerkError:  # its place is taken, or what it belongs to is gone
            return
        assert gone.number not in history.trash_numbers(self.file)
        self.done["bring back"] += 1

    def _restore(self) -> None:
        now = self.states[self.here]
        look = look_inside(self.backup, self.file.path)
        differing = {one.table for one in look.comparison.tables}
        assert differing == {name for name, rows in now.items() if rows != self.kept[name]}
        assert take_back(self.file, look, "คืนข้อมูล") == (now != self.kept)
        look.close()
        assert content_of(self.file) == self.kept
        self.done["restore"] += now != self.kept


def times(take: Callable[[], object]) -> int:
    done = 0
    while take() is not None:
        done += 1
    return done


@pytest.mark.long
@pytest.mark.parametrize(
    ("walks", "length"),
    [(3, 140), pytest.param(40, 250, marks=pytest.mark.slow)],
    ids=["short", "full"],
)
def test_random_deeds_on_measures_and_risks_go_back_and_forth_and_come_back(
    place: Place, tmp_path: Path, walks: int, length: int, say: Callable[[str], None]
) -> None:
    deeds = 0
    counted: dict[str, int] = {}
    for seed in range(walks):
        path = tmp_path / "เทศบาล.ita"
        path.write_bytes(place.content)
        walk = Walk(path, seed, place.outside)
        for _ in range(length):
            walk.step(walk.dice.choice(STEPS))
        times(walk.file.redo)
        assert content_of(walk.file) == walk.states[-1]
        undone = times(walk.file.undo)
        assert (undone, content_of(walk.file)) == (len(walk.names), walk.states[0])
        walk.here = 0
        walk.step("restart")
        assert times(walk.file.redo) == undone
        assert content_of(walk.file) == walk.states[-1]
        assert health_of(walk.file) == ()
        for number in history.deed_numbers(walk.file)[:40]:
            assert all(
                history.described(walk.file, one) for one in history.changes(walk.file, number)
            )
        deeds += walk.file.latest_deed() or 0
        for what, often in (*walk.deeds.counts.items(), *walk.done.items()):
            counted[what] = counted.get(what, 0) + often
        walk.file.close()
    say(f"{deeds} deeds, undos and redos; {counted}")
    assert min(counted.values()) > 0


def tracker(file: DataFile) -> Tracker:
    return load_tracker(file, YEAR)


def take(file: DataFile, outside: Received) -> int:
    """Take the first sheets that came back; return the deed's number."""
    plan = plan_unit_sheets(file, outside.sheets[0], YEAR, 6)
    choices = {one.place: one.options[-1].text for one in plan.lines if one.place and one.options}
    assert take_unit_sheets(file, plan, choices) > 0
    return file.latest_deed() or 0


def test_back_to_a_point_before_unit_sheets_were_taken_and_forth_again(
    file: DataFile, place: Place
) -> None:
    states = [tracker(file)]
    (topic, *_) = states[0].topics
    set_field(file, Edit(kind=Kind.TOPIC, number=topic.id, field="title", text="ก่อนรับ"))
    first = file.latest_deed() or 0
    taken = take(file, place.outside)
    states.append(tracker(file))
    close_round(file, YEAR, 6)
    last = file.latest_deed() or 0
    states.append(tracker(file))
    assert len(file.undo_to(first)) == 3
    assert tracker(file) == states[0]
    assert [deed.id for deed in file.redo_to(taken)] == [first, taken]
    assert tracker(file) == states[1]
    assert [deed.id for deed in file.redo_to(last)] == [last]
    assert tracker(file) == states[2]
    with pytest.raises(ClerkError, match="ปิดแล้ว"):  # the round is closed again with it
        set_field(file, report(states[2], "หลังปิดรอบ"))


def report(tracked: Tracker, text: str) -> Edit:
    step = tracked.topics[0].measures[0].steps[0]
    return Edit(kind=Kind.STEP, number=step.id, field="result", text=text, months=6)


def test_a_backup_comes_back_as_a_deed_with_measures_results_and_closed_rounds(
    file: DataFile, place: Place, tmp_path: Path
) -> None:
    close_round(file, YEAR - 1, 12)
    take(file, place.outside)
    kept, backup = content_of(file), back_up_to(file.path, tmp_path / "สำรอง.ita").path
    reopen_round(file, YEAR - 1, 12)
    close_round(file, YEAR, 6)
    topic = tracker(file).topics[0]
    remove_rows(file, Kind.TOPIC, [topic.id])
    now = content_of(file)
    look = look_inside(backup, file.path)
    found = {one.table for one in look.comparison.tables}
    assert {"topic", "topic_item", "measure", "step", "step_result", "closed_round"} <= found
    assert take_back(file, look, "คืนข้อมูล")
    look.close()
    assert content_of(file) == kept
    assert file.undo() is not None
    assert content_of(file) == now
    assert file.redo() is not None
    assert content_of(file) == kept


def trashed(file: DataFile) -> dict[str, int]:
    gone = history.trashed(file, history.trash_numbers(file))
    return {one.words: one.number for one in gone}


def test_a_topic_comes_back_with_its_measures_steps_and_results_in_one_step(
    file: DataFile,
) -> None:
    before, topic = content_of(file), tracker(file).topics[0]
    remove_rows(file, Kind.TOPIC, [topic.id])
    assert topic not in tracker(file).topics
    (number,) = [n for words, n in trashed(file).items() if words.startswith("ประเด็น")]
    (measure,) = topic.measures
    results = sum(len(step.results) for step in measure.steps)
    assert results == 2
    back = history.bring_back(file, number)
    assert back == 1 + len(topic.items) + 1 + len(measure.steps) + results
    assert content_of(file) == before
    assert trashed(file) == {}
    assert file.undo() is not None  # in one step
    assert topic not in tracker(file).topics


def test_a_step_comes_back_alone_with_its_results(file: DataFile) -> None:
    before, measure = content_of(file), tracker(file).topics[0].measures[0]
    first, second, _ = measure.steps
    assert first.results
    remove_rows(file, Kind.STEP, [first.id])
    remove_rows(file, Kind.STEP, [second.id])
    (number,) = [n for words, n in trashed(file).items() if words.startswith("ขั้นตอน “จัดประชุม")]
    assert history.bring_back(file, number) == 1 + len(first.results)
    there = tracker(file).topics[0].measures[0].steps
    assert first in there
    assert second.id not in [step.id for step in there]
    file.undo()
    file.undo()
    file.undo()
    assert content_of(file) == before


def test_the_history_of_a_result_says_every_text_that_ever_stood_there(
    file: DataFile, place: Place
) -> None:
    said = report(tracker(file), "")
    step = next(s for _, m in tracker(file).measures() for s in m.steps if s.id == said.number)
    first = step.results[6].result
    taken = take(file, place.outside)
    (by_unit,) = (
        s.results[6].result for _, m in tracker(file).measures() for s in m.steps if s.id == step.id
    )
    assert by_unit != first
    edits = [
        Edit(kind=Kind.STEP, number=step.id, field=field, text="", months=6)
        for field in ("state", "result", "problem", "suggestion", "outcome", "percent")
    ]
    apply_edits(file, edits, "ล้างผล")  # the row of the report goes
    set_field(file, report(tracker(file), "รายงานใหม่"))
    file.undo_to(taken)
    told = [(one.before, one.after) for one in measure_field_history(file, said)]
    assert told[:4] == [
        (by_unit, first),
        (None, by_unit),
        ("รายงานใหม่", None),
        (None, "รายงานใหม่"),
    ]
    assert (first, by_unit) in told
    close_round(file, YEAR, 6, datetime(2026, 4, 1, tzinfo=UTC))
    assert [(one.before, one.after) for one in measure_field_history(file, said)] == told
