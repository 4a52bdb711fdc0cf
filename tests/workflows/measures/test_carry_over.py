"""The year's end: unfinished rows go into the next year, each once, and say where they are from."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.db import rows as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind
from ita_desktop.db.trackers import load_tracker
from ita_desktop.domain.measures import Round, State, Tracker
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.measures.carry_over import (
    carried_measures,
    carry_over,
    plan_carry_over,
)
from ita_desktop.workflows.measures.origins import CARRIED
from ita_desktop.workflows.opening import new_file
from ita_desktop.workflows.rounds import close_round
from ita_desktop.workflows.rows import deeds as rows
from ita_desktop.workflows.rows.deeds import Edit

YEAR, NEXT = 2566, 2567


def add_topic(file: DataFile, code: str = "i7") -> int:
    topic = rows.add_row(file, Kind.TOPIC, YEAR)
    rows.add_row(file, Kind.ITEM, topic, {"code": code, "score": "79.01", "finding": "ช้า"})
    return topic


def add_measure(file: DataFile, topic: int, text: str, *steps: str, period: str = "") -> list[int]:
    """Return the numbers of the measure and of its steps; a state may follow a step's text."""
    made = rows.add_row(file, Kind.MEASURE, topic, {"text": text, "period": period})
    numbers = [made]
    for step in steps:
        words, _, state = step.partition("/")
        numbers.append(rows.add_row(file, Kind.STEP, made, {"text": words}))
        tell(file, Kind.STEP, numbers[-1], 12, state)
    return numbers


def tell(file: DataFile, kind: Kind, number: int, months: Round, state: str) -> None:
    edit = Edit(kind=kind, number=number, field="state", text=state, months=months)
    rows.set_field(file, edit)


def texts(tracker: Tracker) -> list[tuple[str, list[str]]]:
    return [(m.text, [step.text for step in m.steps]) for _, m in tracker.measures()]


@pytest.fixture
def sample(bare: DataFile) -> DataFile:
    """Return the sample without measures of its own: each test makes those it needs."""
    return bare


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DataFile]:
    """Return a file that all examples of a property share; each begins by emptying it."""
    file = new_file(tmp_path_factory.mktemp("ยกไป") / "ก.ita", fiscal_year=YEAR)
    yield file
    file.close()


def test_what_is_done_or_given_up_stays_and_the_rest_comes_with_empty_reports(
    sample: DataFile,
) -> None:
    topic = add_topic(sample)
    add_measure(sample, topic, "ก", "หนึ่ง/แล้วเสร็จ", "สอง/อยู่ระหว่างดำเนินการ", "สาม/ยกเลิก", "สี่")
    add_measure(sample, topic, "ข", "หนึ่ง/แล้วเสร็จ")
    add_measure(sample, topic, "ค")
    told = carry_over(sample, YEAR, NEXT)
    assert [(line.measure, line.step) for line in told.comes] == [
        ("ก", "สอง"),
        ("ก", "สี่"),
        ("ค", ""),
    ]
    assert [(line.step, line.why) for line in told.stays] == [
        ("หนึ่ง", "แล้วเสร็จ"),
        ("สาม", "ยกเลิก"),
        ("หนึ่ง", "แล้วเสร็จ"),
    ]
    after = load_tracker(sample, NEXT)
    assert texts(after) == [("ก", ["สอง", "สี่"]), ("ค", [])]
    assert all(not m.results and not any(s.results for s in m.steps) for _, m in after.measures())
    assert (after.topics[0].items[0].code, after.topics[0].items[0].finding) == ("i7", "ช้า")
    assert after.topics[0].items[0].criteria_year == YEAR


def test_a_row_says_where_it_comes_from_and_how_far_that_was(sample: DataFile) -> None:
    _, step = add_measure(sample, add_topic(sample), "ก", "หนึ่ง/อยู่ระหว่างดำเนินการ")
    edit = Edit(kind=Kind.STEP, number=step, field="percent", text="40", months=6)
    rows.set_field(sample, edit)
    carry_over(sample, YEAR, NEXT)
    ((_, measure),) = load_tracker(sample, NEXT).measures()
    assert measure.steps[0].extra == {CARRIED: f"ปี 2566 เลขที่ {step} อยู่ระหว่างดำเนินการ ร้อยละ 40"}


def test_a_state_of_the_first_half_holds_until_the_year_says_another(sample: DataFile) -> None:
    _, first, second = add_measure(sample, add_topic(sample), "ก", "หนึ่ง", "สอง")
    tell(sample, Kind.STEP, first, 6, "แล้วเสร็จ")
    tell(sample, Kind.STEP, second, 6, "แล้วเสร็จ")
    tell(sample, Kind.STEP, second, 12, "อยู่ระหว่างดำเนินการ")
    carry_over(sample, YEAR, NEXT)
    assert texts(load_tracker(sample, NEXT)) == [("ก", ["สอง"])]


def test_nothing_comes_twice_however_it_was_edited_or_moved(sample: DataFile) -> None:
    topic = add_topic(sample)
    add_measure(sample, topic, "ก", "หนึ่ง")
    add_measure(sample, topic, "ก", "หนึ่ง")  # the same words twice are two measures
    carry_over(sample, YEAR, NEXT)
    assert texts(load_tracker(sample, NEXT)) == [("ก", ["หนึ่ง"])] * 2
    ((_, first), (_, _)) = load_tracker(sample, NEXT).measures()
    rows.set_field(sample, Edit(kind=Kind.MEASURE, number=first.id, field="text", text="แก้"))
    other = rows.add_row(sample, Kind.TOPIC, NEXT, {"title": "อีกประเด็น"})
    rows.move_row(sample, Kind.MEASURE, first.id, other)
    before, newest = load_tracker(sample, NEXT), sample.latest_deed()
    again = carry_over(sample, YEAR, NEXT)
    assert again.comes == ()
    assert {line.why for line in again.stays} == {"มีในปีถัดไปแล้ว"}
    assert load_tracker(sample, NEXT) == before
    assert sample.latest_deed() == newest


def test_a_step_that_came_up_later_goes_to_the_measure_that_was_carried(sample: DataFile) -> None:
    measure, _ = add_measure(sample, add_topic(sample), "ก", "หนึ่ง")
    carry_over(sample, YEAR, NEXT)
    rows.add_row(sample, Kind.STEP, measure, {"text": "สอง"})
    carry_over(sample, YEAR, NEXT)
    assert texts(load_tracker(sample, NEXT)) == [("ก", ["หนึ่ง", "สอง"])]
    assert len(load_tracker(sample, NEXT).topics) == 1


def test_what_went_through_a_year_between_is_not_carried_again_from_its_first(
    sample: DataFile,
) -> None:
    topic = add_topic(sample)
    measure, _ = add_measure(sample, topic, "ก", "หนึ่ง")
    carry_over(sample, YEAR, NEXT)
    carry_over(sample, NEXT, NEXT + 1)
    ((_, last),) = load_tracker(sample, NEXT + 1).measures()
    rows.set_field(sample, Edit(kind=Kind.MEASURE, number=last.id, field="text", text="แก้"))
    rows.add_row(sample, Kind.STEP, measure, {"text": "สอง"})
    add_measure(sample, topic, "ข")
    told = carry_over(sample, YEAR, NEXT + 1)
    assert [(line.measure, line.step) for line in told.comes] == [("ก", "สอง"), ("ข", "")]
    after = load_tracker(sample, NEXT + 1)
    assert texts(after) == [("แก้", ["หนึ่ง", "สอง"]), ("ข", [])]
    assert len(after.topics) == 1
    assert carried_measures(sample, YEAR, NEXT + 1)[measure] == last.id


def test_two_ways_from_the_first_year_are_one(sample: DataFile) -> None:
    add_measure(sample, add_topic(sample), "ก", "หนึ่ง")
    carry_over(sample, YEAR, NEXT)
    carry_over(sample, YEAR, NEXT + 1)
    ((_, last),) = load_tracker(sample, NEXT + 1).measures()
    rows.set_field(sample, Edit(kind=Kind.MEASURE, number=last.id, field="text", text="แก้"))
    assert carry_over(sample, NEXT, NEXT + 1).comes == ()
    assert texts(load_tracker(sample, NEXT + 1)) == [("แก้", ["หนึ่ง"])]


def test_where_the_row_between_is_gone_the_words_say_that_it_is_there(sample: DataFile) -> None:
    add_measure(sample, add_topic(sample), "ก", "หนึ่ง")
    carry_over(sample, YEAR, NEXT)
    carry_over(sample, NEXT, NEXT + 1)
    ((_, between),) = load_tracker(sample, NEXT).measures()
    rows.remove_rows(sample, Kind.MEASURE, [between.id])
    assert carry_over(sample, YEAR, NEXT + 1).comes == ()


def test_what_stands_there_in_the_same_words_is_not_made_again(sample: DataFile) -> None:
    add_measure(sample, add_topic(sample), "ก", "หนึ่ง", "สอง")
    rows.add_row(sample, Kind.TOPIC, YEAR, {"title": "เปิดเผยข้อมูล"})
    with sample.deed("เพิ่มปี"):
        sample.connection.execute("INSERT INTO fiscal_year (id) VALUES (?)", (NEXT,))
    topic = rows.add_row(sample, Kind.TOPIC, NEXT)
    rows.add_row(sample, Kind.TOPIC, NEXT, {"title": "เปิดเผย ข้อมูล"})
    item = rows.add_row(sample, Kind.ITEM, topic, {"code": "i7"})
    with sample.deed("เกณฑ์ปีก่อน"):
        sample.connection.execute(
            "UPDATE topic_item SET criteria_year = ? WHERE id = ?", (YEAR, item)
        )
    add_measure(sample, topic, "ก", "สอง")
    told = carry_over(sample, YEAR, NEXT)
    assert [line.step for line in told.comes] == ["หนึ่ง"]
    assert texts(load_tracker(sample, NEXT)) == [("ก", ["สอง", "หนึ่ง"])]


def test_it_is_one_deed_that_adds_the_year_and_undo_takes_back(sample: DataFile) -> None:
    add_measure(sample, add_topic(sample), "ก", "หนึ่ง")
    close_round(sample, YEAR, 12, datetime(2023, 10, 2, tzinfo=UTC))
    carry_over(sample, YEAR, NEXT)
    assert (NEXT,) in sample.read("SELECT id FROM fiscal_year")
    undone = sample.undo()
    assert undone is not None
    assert undone.name == "ยกมาตรการที่ยังไม่เสร็จจากปี 2566 ไปปี 2567"
    assert load_tracker(sample, NEXT).topics == ()
    assert (NEXT,) not in sample.read("SELECT id FROM fiscal_year")


def test_a_period_that_is_over_is_to_be_looked_at(sample: DataFile) -> None:
    topic = add_topic(sample)
    add_measure(sample, topic, "ก", period="ม.ค.-มิ.ย. ๖๖")
    add_measure(sample, topic, "ข", period="ไตรมาส ๒")
    add_measure(sample, topic, "ค", period="ตลอดปีงบประมาณ")
    notes = [bool(line.note) for line in plan_carry_over(sample, YEAR, NEXT).comes]
    assert notes == [True, False, False]


@pytest.mark.parametrize("to_year", [YEAR, YEAR - 1, 2600])
def test_a_year_that_is_not_later_or_not_known_is_refused(sample: DataFile, to_year: int) -> None:
    with pytest.raises(ClerkError):
        carry_over(sample, YEAR, to_year)


def test_a_topic_without_measures_comes_and_an_empty_one_stays(sample: DataFile) -> None:
    add_topic(sample)
    rows.add_row(sample, Kind.TOPIC, YEAR)
    told = carry_over(sample, YEAR, NEXT)
    assert [line.topic for line in told.comes] == ["i7"]
    assert [line.why for line in told.stays] == ["ไม่มีข้อมูลในประเด็น"]
    assert carry_over(sample, YEAR, NEXT).comes == ()


@given(st.lists(st.lists(st.sampled_from(State), max_size=3), min_size=1, max_size=3))
def test_of_any_states_exactly_the_unfinished_come_once(
    empty: DataFile, states: list[list[State]]
) -> None:
    file = empty
    for year in (YEAR, NEXT):
        rows.remove_rows(file, Kind.TOPIC, [one.id for one in load_tracker(file, year).topics])
    with file.deed("วางมาตรการ"):  # one for all: each waits for the disk
        topic = table.add_row(file, Kind.TOPIC, YEAR, {"title": "ช้า"})
        for number, row in enumerate(states):
            measure = table.add_row(file, Kind.MEASURE, topic, {"text": f"ม{number}"})
            for n, state in enumerate(row):
                step = table.add_row(file, Kind.STEP, measure, {"text": str(n)})
                table.put_result(file, Kind.STEP, step, 12, {"state": state.value})
    ended = (State.DONE, State.STOPPED)
    wanted = [
        (f"ม{number}", left)
        for number, row in enumerate(states)
        if (left := [str(n) for n, state in enumerate(row) if state not in ended]) or not row
    ]
    carry_over(file, YEAR, NEXT)
    assert texts(load_tracker(file, NEXT)) == wanted
    assert carry_over(file, YEAR, NEXT).comes == ()
    assert texts(load_tracker(file, NEXT)) == wanted
