"""What is read anew after a deed is what the whole would be, whatever the deed was."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.kept_tracker import KeptTracker
from ita_desktop.db.rows import Kind
from ita_desktop.db.trackers import load_tracker
from ita_desktop.workflows.measures.joining import join_topics
from ita_desktop.workflows.opening import new_file
from ita_desktop.workflows.rounds import close_round, reopen_round
from ita_desktop.workflows.rows import deeds as work
from ita_desktop.workflows.rows.deeds import Edit

YEAR = 2566


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DataFile]:
    data = new_file(Path(tmp_path_factory.mktemp("kept")) / "ก.ita")
    data.connection.execute("PRAGMA synchronous = OFF")
    with data.deed("ปี"):
        data.connection.execute("INSERT OR IGNORE INTO fiscal_year (id) VALUES (?)", (YEAR,))
    for _ in range(3):
        topic = work.add_row(data, Kind.TOPIC, YEAR)
        work.add_row(data, Kind.ITEM, topic, {"code": "i7"})
        for _ in range(2):
            measure = work.add_row(data, Kind.MEASURE, topic, {"text": "มาตรการ"})
            for _ in range(3):
                work.add_row(data, Kind.STEP, measure, {"text": "ขั้น"})
    yield data
    data.close()


def one_deed(file: DataFile, what: str, pick: int, other: int) -> None:
    """Do a deed of a kind on rows picked from those that are there; nothing where there is none."""
    steps = [row[0] for row in file.read("SELECT id FROM step ORDER BY id")]
    measures = [row[0] for row in file.read("SELECT id FROM measure ORDER BY id")]
    topics = [row[0] for row in file.read("SELECT id FROM topic ORDER BY id")]
    step, measure, topic = (
        rows[pick % len(rows)] if rows else 0 for rows in (steps, measures, topics)
    )
    match what:
        case "text" if step:
            work.set_field(file, Edit(kind=Kind.STEP, number=step, field="text", text=f"ก{pick}"))
        case "report" if step and 6 not in load_tracker(file, YEAR).closed:
            text = "" if pick % 3 == 0 else f"ผล {pick}"
            edit = Edit(kind=Kind.STEP, number=step, field="result", text=text, months=6)
            work.set_field(file, edit)
        case "whole" if measure:
            edit = Edit(kind=Kind.MEASURE, number=measure, field="state", text="เสร็จ", months=12)
            work.set_field(file, edit)
        case "extra" if step:
            edit = Edit(kind=Kind.STEP, number=step, field="extra:งบ", text=str(pick))
            work.set_field(file, edit)
        case "add" if measure:
            work.add_row(file, Kind.STEP, measure, {"text": "ใหม่"})
        case "remove" if len(steps) > 4:
            work.remove_rows(file, Kind.STEP, [step])
        case "move" if step and measures:
            work.move_row(file, Kind.STEP, step, measures[other % len(measures)])
        case "topic" if topic:
            work.move_row(file, Kind.TOPIC, topic, YEAR)
        case "undo" if file.next_undo() is not None and pick % 2:
            file.undo()
        case _:
            of_the_list(file, what, topics, pick, other)


def of_the_list(file: DataFile, what: str, topics: list[int], pick: int, other: int) -> None:
    """Do a deed that changes which topics there are or what stands beside them, or do one again."""
    first, second = topics[pick % len(topics)], topics[other % len(topics)]
    closed = load_tracker(file, YEAR).closed
    match what:
        case "redo" if file.next_redo() is not None:
            file.redo()
        case "drop" if len(topics) > 2:
            work.remove_rows(file, Kind.TOPIC, [first])
        case "new":
            work.add_row(file, Kind.TOPIC, YEAR, {"title": f"เรื่อง {pick}"}, second)
        case "title":
            edit = Edit(kind=Kind.TOPIC, number=first, field="title", text=f"เรื่อง {pick}")
            work.set_field(file, edit)
        case "join" if first != second and len(topics) > 2:
            join_topics(file, [first, second])
        case "calendar":
            work.add_row(file, Kind.CALENDAR, YEAR, {"method": f"วิธี {pick}"})
        case "close" if 6 not in closed and any(True for _ in load_tracker(file, YEAR).measures()):
            close_round(file, YEAR, 6)
        case "reopen" if 6 in closed:
            reopen_round(file, YEAR, 6)
        case _:
            pass


DEEDS = st.tuples(
    st.sampled_from(
        [
            *("text", "report", "whole", "extra", "add", "remove", "move", "topic", "undo", "undo"),
            *("redo", "drop", "new", "title", "join", "calendar", "close", "reopen"),
        ]
    ),
    st.integers(0, 40),
    st.integers(0, 40),
)


def follow(file: DataFile, deeds: list[tuple[str, int, int]]) -> None:
    kept = KeptTracker(file)
    kept.of(YEAR)
    for what, pick, other in deeds:
        latest = file.latest_deed()
        one_deed(file, what, pick, other)
        if file.latest_deed() != latest:
            kept.note(latest)
        assert kept.of(YEAR) == load_tracker(file, YEAR)


@given(st.lists(DEEDS, max_size=6))
@settings(max_examples=40)
def test_what_is_kept_is_what_the_file_has(
    file: DataFile, deeds: list[tuple[str, int, int]]
) -> None:
    follow(file, deeds)


@pytest.mark.slow
@given(st.lists(DEEDS, max_size=12))
@settings(settings.get_profile("slow"), max_examples=400)
def test_what_is_kept_is_what_the_file_has_at_length(
    file: DataFile, deeds: list[tuple[str, int, int]]
) -> None:
    follow(file, deeds)


def test_a_topic_that_went_and_came_back_is_seen_at_once(file: DataFile) -> None:
    kept = KeptTracker(file)
    before = kept.of(YEAR)
    gone = work.add_row(file, Kind.TOPIC, YEAR, {"title": "ใหม่"})
    kept.note((file.latest_deed() or 0) - 1)
    assert kept.of(YEAR).topics[-1].id == gone
    latest = file.latest_deed()
    work.remove_rows(file, Kind.TOPIC, [gone])
    kept.note(latest)
    assert kept.of(YEAR) == before
    latest = file.latest_deed()
    file.undo()
    kept.note(latest)
    assert kept.of(YEAR).topics[-1].id == gone
    assert kept.of(YEAR) == load_tracker(file, YEAR)


def test_what_another_window_did_in_several_deeds_is_read_whole(file: DataFile) -> None:
    kept = KeptTracker(file)
    kept.of(YEAR)
    latest = file.latest_deed()
    measure = work.add_row(file, Kind.MEASURE, load_tracker(file, YEAR).topics[1].id)
    edit = Edit(kind=Kind.MEASURE, number=measure, field="units", text="กองคลัง")
    work.set_field(file, edit)
    work.set_field(file, replace(edit, field="period", text="ม.ค. ๖๖"))
    kept.note(latest)
    assert kept.of(YEAR) == load_tracker(file, YEAR)
    made = kept.of(YEAR).topics[1].measures[-1]
    assert (made.units, made.period) == ("กองคลัง", "ม.ค. ๖๖")


def test_a_step_that_changed_leaves_the_others_the_same_objects(file: DataFile) -> None:
    measure = work.add_row(file, Kind.MEASURE, load_tracker(file, YEAR).topics[0].id)
    number, _ = (work.add_row(file, Kind.STEP, measure, {"text": "ขั้น"}) for _ in range(2))
    kept = KeptTracker(file)
    before = kept.of(YEAR)
    latest = file.latest_deed()
    work.set_field(file, Edit(kind=Kind.STEP, number=number, field="text", text="ต่างไป"))
    kept.note(latest)
    after = kept.of(YEAR)
    assert after.topics[1] is before.topics[1]
    steps = after.topics[0].measures[-1].steps
    assert steps[0].text == "ต่างไป"
    assert steps[1] is before.topics[0].measures[-1].steps[1]
