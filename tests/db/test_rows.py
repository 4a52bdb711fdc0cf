"""Reads and writes of measures: what was written is read, in order; what is emptied goes."""

import sqlite3
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rounds import closed_rounds
from ita_desktop.db.rows import (
    Kind,
    add_row,
    change_row,
    order_rows,
    parent_of,
    put_extra,
    put_result,
    remove_row,
    siblings_of,
    text_of,
    write_extra,
)
from ita_desktop.db.scores import add_fiscal_year
from ita_desktop.db.trackers import load_tracker
from ita_desktop.domain.bands import Band
from ita_desktop.domain.measures import CalendarRow, State, StepResult, TopicItem
from ita_desktop.errors import ClerkError

YEAR = 2566


@pytest.fixture
def topic(file: DataFile) -> int:
    with file.deed("เตรียม"):
        add_fiscal_year(file, YEAR)
        return add_row(file, Kind.TOPIC, YEAR, {"title": "ก"})


def test_all_of_a_tracker_is_read_as_it_was_written(file: DataFile, topic: int) -> None:
    with file.deed("เขียน"):
        change_row(
            *(file, Kind.TOPIC, topic),
            {"heading": "ข", "group_lines": "ค", "instrument": "EIT", "band": "improve"},
        )
        item = add_row(
            *(file, Kind.ITEM, topic),
            {"criteria_year": 2565, "code": "e1", "text": "ง", "score": "79.10", "finding": "จ"},
        )
        put_extra(file, Kind.ITEM, item, "หมายเหตุ", "ฉ")
        measure = add_row(file, Kind.MEASURE, topic, {"text": "ช", "marker": "{n}. "})
        step = add_row(file, Kind.STEP, measure, {"text": "ซ", "period": "ม.ค. ๖๖"})
        put_result(file, Kind.MEASURE, measure, 12, {"suggestion": "ฌ"})
        put_result(file, Kind.STEP, step, 6, {"state": "done", "percent": 0})
        row = add_row(file, Kind.CALENDAR, YEAR, {"stage": "ญ", "period": "ฎ", "method": "ฏ"})
    tracker = load_tracker(file, YEAR)
    (read,) = tracker.topics
    assert (read.title, read.heading, read.group_lines) == ("ก", "ข", "ค")
    assert (read.instrument, read.band) == ("EIT", Band.IMPROVE)
    assert read.items == (
        TopicItem(
            id=item,
            criteria_year=2565,
            code="e1",
            text="ง",
            score=Decimal("79.10"),
            finding="จ",
            extra={"หมายเหตุ": "ฉ"},
        ),
    )
    assert str(read.items[0].score) == "79.10"
    (done,) = read.measures
    assert (done.text, done.marker, done.results) == (
        *("ช", "{n}. "),
        {12: StepResult(suggestion="ฌ")},
    )
    assert done.steps[0].results == {6: StepResult(state=State.DONE, percent=0)}
    assert tracker.calendar == (CalendarRow(id=row, stage="ญ", period="ฎ", method="ฏ"),)
    assert load_tracker(file, YEAR, [topic]).topics == tracker.topics
    assert load_tracker(file, YEAR, [topic + 1]).topics == ()
    assert load_tracker(file, YEAR + 1).topics == ()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(places=st.lists(st.integers(0, 9), max_size=9))
def test_rows_stand_where_they_were_put_before(file: DataFile, places: list[int]) -> None:
    wanted: list[int] = []
    with file.deed("เตรียม"):
        add_fiscal_year(file, YEAR)
        topic = add_row(file, Kind.TOPIC, YEAR, {})
        for place in places:
            before = wanted[place] if place < len(wanted) else None
            made = add_row(file, Kind.MEASURE, topic, {}, before)
            wanted.insert(place if before is not None else len(wanted), made)
    assert [*siblings_of(file, Kind.MEASURE, topic)] == wanted
    with file.deed("กลับลำดับ"):
        order_rows(file, Kind.MEASURE, wanted[::-1])
    assert [*siblings_of(file, Kind.MEASURE, topic)] == wanted[::-1]


def test_a_sibling_that_is_none_is_a_fault_of_ours_and_nothing_is_kept(
    file: DataFile, topic: int
) -> None:
    with pytest.raises(ValueError, match="not in"), file.deed("เพิ่ม"):
        add_row(file, Kind.MEASURE, topic, {}, 99)
    assert siblings_of(file, Kind.MEASURE, topic) == ()


def test_only_what_moves_is_on_record(file: DataFile, topic: int) -> None:
    with file.deed("เตรียม"):
        rows = [add_row(file, Kind.MEASURE, topic, {}) for _ in range(4)]
    with file.deed("สลับ"):
        order_rows(file, Kind.MEASURE, (rows[1], rows[0], rows[2], rows[3]))
    assert {change.row for change in file.last_changes()} == {rows[0], rows[1]}


def test_a_row_goes_with_all_that_belongs_to_it(file: DataFile, topic: int) -> None:
    with file.deed("เตรียม"):
        add_row(file, Kind.ITEM, topic, {"criteria_year": 2565})
        measure = add_row(file, Kind.MEASURE, topic, {})
        step = add_row(file, Kind.STEP, measure, {})
        put_result(file, Kind.STEP, step, 6, {"result": "ก"})
        put_result(file, Kind.MEASURE, measure, 12, {"result": "ข"})
    with file.deed("ลบ"):
        remove_row(file, Kind.TOPIC, topic)
    for table in ("topic", "topic_item", "measure", "step", "step_result"):
        assert file.read(f"SELECT count(*) FROM {table}") == [(0,)]  # noqa: S608 - our own
    file.undo()
    assert load_tracker(file, YEAR).topics[0].measures[0].steps[0].results[6].result == "ก"


def test_a_report_is_written_field_by_field_and_goes_when_it_is_empty(
    file: DataFile, topic: int
) -> None:
    with file.deed("เตรียม"):
        measure = add_row(file, Kind.MEASURE, topic, {})
        put_result(file, Kind.MEASURE, measure, 6, {"result": "", "percent": None})
    assert file.read("SELECT count(*) FROM step_result") == [(0,)]
    with file.deed("รายงาน"):
        put_result(file, Kind.MEASURE, measure, 6, {"percent": 0})
        put_result(file, Kind.MEASURE, measure, 6, {"state": "in_work"})
    assert load_tracker(file, YEAR).topics[0].measures[0].results == {
        6: StepResult(state=State.IN_WORK, percent=0)
    }
    with file.deed("ล้าง"):
        put_result(file, Kind.MEASURE, measure, 6, {"percent": None, "state": ""})
    assert file.read("SELECT count(*) FROM step_result") == [(0,)]


def test_free_columns_stand_beside_each_other_and_empty_ones_go(file: DataFile, topic: int) -> None:
    with file.deed("เตรียม"):
        measure = add_row(file, Kind.MEASURE, topic, {})
        put_extra(file, Kind.MEASURE, measure, "งบ", "5")
        put_extra(file, Kind.MEASURE, measure, "ผู้ช่วย", 'ก "ข"')
        put_extra(file, Kind.MEASURE, measure, "งบ", "")
    assert load_tracker(file, YEAR).topics[0].measures[0].extra == {"ผู้ช่วย": 'ก "ข"'}
    assert write_extra({"ก": ""}) == ""
    assert write_extra({"ข": "2", "ก": "1"}) == '{"ก": "1", "ข": "2"}'


def test_what_a_row_belongs_to_and_says_is_found_or_none(file: DataFile, topic: int) -> None:
    with file.deed("เตรียม"):
        measure = add_row(file, Kind.MEASURE, topic, {"text": "ก"})
    assert (parent_of(file, Kind.MEASURE, measure), parent_of(file, Kind.TOPIC, topic)) == (
        *(topic, YEAR),
    )
    assert parent_of(file, Kind.STEP, 99) is None
    assert text_of(file, Kind.MEASURE, measure) == "ก"
    assert text_of(file, Kind.STEP, 99) is None
    assert closed_rounds(file, YEAR) == frozenset()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE topic SET band = 'later'",
        "UPDATE topic SET instrument = 'XIT'",
        "UPDATE step_result SET state = 'later'",
        "UPDATE step_result SET percent = 101",
        "UPDATE step_result SET round = 9",
        "UPDATE step_result SET step = 1",
        "UPDATE topic_item SET score = '1e2'",
        "UPDATE topic_item SET score = '101'",
    ],
)
def test_the_table_itself_refuses_what_no_program_of_ours_writes(
    file: DataFile, topic: int, statement: str
) -> None:
    with file.deed("เตรียม"):
        add_row(file, Kind.ITEM, topic, {"criteria_year": 2565})
        measure = add_row(file, Kind.MEASURE, topic, {})
        add_row(file, Kind.STEP, measure, {})
        put_result(file, Kind.MEASURE, measure, 6, {"result": "ก"})
    with pytest.raises(sqlite3.IntegrityError), file.deed("แก้"):
        file.connection.execute(statement)


@pytest.mark.parametrize("record", ["[1", "[1]", "null", '"ก"', "7"])
def test_a_record_that_no_release_wrote_is_told_in_one_sentence(
    file: DataFile, topic: int, record: str
) -> None:
    with file.deed("เสีย"):
        add_row(file, Kind.MEASURE, topic, {"extra": record})
    with pytest.raises(ClerkError, match="มาตรการ"):
        load_tracker(file, YEAR)
