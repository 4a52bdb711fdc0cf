"""Rounds: closed and frozen, handed on to the next, opened again; how far each report is."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from ita_desktop.db import rows as table
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.offices import save_office
from ita_desktop.db.plans import plans_of
from ita_desktop.db.rounds import put_closed
from ita_desktop.db.rows import Kind, Value
from ita_desktop.db.trackers import load_tracker
from ita_desktop.documents.layout import official_layout
from ita_desktop.documents.model import Digits
from ita_desktop.domain.measures import Round, State, StepResult
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.criteria.in_force import correct_text, criteria_of
from ita_desktop.workflows.export_document import freeze, typeset
from ita_desktop.workflows.layouts import add_copy, edit_texts
from ita_desktop.workflows.measures.carry_over import carry_over
from ita_desktop.workflows.opening import office_of
from ita_desktop.workflows.plans.making import remove_plan
from ita_desktop.workflows.round_snapshot import read_snapshot, snapshot_of, write_snapshot
from ita_desktop.workflows.rounds import (
    close_round,
    closed_moments,
    progress_of,
    reopen_round,
)
from ita_desktop.workflows.rows import deeds as rows
from ita_desktop.workflows.rows.block import NewRow, why_refused, write_block
from ita_desktop.workflows.rows.deeds import Edit

YEAR = 2566
NOON = datetime(2023, 4, 3, 5, 0, tzinfo=UTC)


@pytest.fixture
def sample(bare: DataFile) -> DataFile:
    """Return the sample without measures of its own: each test makes those it needs."""
    return bare


@pytest.fixture
def measure(sample: DataFile) -> int:
    """Return a measure with two steps, about item i7, of the fiscal year 2566."""
    topic = rows.add_row(sample, Kind.TOPIC, YEAR)
    rows.add_row(sample, Kind.ITEM, topic, {"code": "i7", "score": "79.01"})
    made = rows.add_row(sample, Kind.MEASURE, topic, {"text": "ทะเบียนยืมทรัพย์สิน"})
    for text in ("จัดทำทะเบียน", "รายงานผู้บริหาร"):
        rows.add_row(sample, Kind.STEP, made, {"text": text})
    return made


@pytest.fixture
def report(sample: DataFile) -> Callable[..., None]:
    def write(kind: Kind, number: int, months: Round, **texts: str) -> None:
        edits = [
            Edit(kind=kind, number=number, field=f, text=t, months=months) for f, t in texts.items()
        ]
        rows.apply_edits(sample, edits, "รายงาน")

    return write


def steps_of(file: DataFile) -> tuple[int, int]:
    first, second = load_tracker(file, YEAR).topics[0].measures[0].steps
    return first.id, second.id


def test_progress_counts_steps_with_a_report_and_lists_the_others(
    sample: DataFile, measure: int, report: Callable[..., None]
) -> None:
    first, second = steps_of(sample)
    report(Kind.STEP, first, 6, state="แล้วเสร็จ")
    told = progress_of(load_tracker(sample, YEAR), 6)
    assert (told.steps, told.reported) == (2, 1)
    assert [one.place for one in told.missing] == [(Kind.STEP, second)]
    assert (told.first, told.last) == (date(2022, 10, 1), date(2023, 3, 31))
    assert progress_of(load_tracker(sample, YEAR), 12).last == date(2023, 9, 30)
    report(Kind.MEASURE, measure, 6, result="ทำแล้วทั้งหมด")  # holds for both steps
    assert progress_of(load_tracker(sample, YEAR), 6).missing == ()


def test_a_measure_without_steps_counts_as_one(sample: DataFile) -> None:
    topic = rows.add_row(sample, Kind.TOPIC, YEAR)
    alone = rows.add_row(sample, Kind.MEASURE, topic, {"text": "ประกาศ"})
    told = progress_of(load_tracker(sample, YEAR), 12)
    assert told.steps == 1
    assert [one.place for one in told.missing] == [(Kind.MEASURE, alone)]


def test_closing_is_one_deed_that_undo_takes_back(
    sample: DataFile, measure: int, report: Callable[..., None]
) -> None:
    report(Kind.MEASURE, measure, 6, result="ครึ่งปี")
    before = load_tracker(sample, YEAR)
    assert close_round(sample, YEAR, 6, NOON) == 1
    assert closed_moments(sample, YEAR) == {6: NOON}
    undone = sample.undo()
    assert undone is not None
    assert undone.name == "ปิดรอบ 6 เดือน ปี 2566"
    assert load_tracker(sample, YEAR) == before
    assert snapshot_of(sample, YEAR, 6) is None


def test_the_year_starts_from_the_first_half_where_it_says_nothing_yet(
    sample: DataFile, measure: int, report: Callable[..., None]
) -> None:
    first, second = steps_of(sample)
    report(Kind.STEP, first, 6, state="อยู่ระหว่างดำเนินการ", result="ครึ่งปี", percent="50", outcome="ดี")
    report(Kind.STEP, second, 6, result="ครึ่งปี")
    report(Kind.STEP, second, 12, result="ทั้งปี")
    report(Kind.MEASURE, measure, 6, problem="คนน้อย", suggestion="เพิ่มคน")
    assert close_round(sample, YEAR, 6, NOON) == 2
    after = load_tracker(sample, YEAR).topics[0].measures[0]
    assert after.steps[0].results[12] == StepResult(
        state=State.IN_WORK, result="ครึ่งปี", outcome="ดี", percent=50
    )
    assert after.steps[1].results[12] == StepResult(result="ทั้งปี")
    assert after.results[12] == StepResult(problem="คนน้อย", suggestion="เพิ่มคน")


def test_a_closed_round_is_not_written_to_until_it_is_opened_again(
    sample: DataFile, measure: int, report: Callable[..., None]
) -> None:
    report(Kind.MEASURE, measure, 6, result="ครึ่งปี")
    close_round(sample, YEAR, 6, NOON)
    with pytest.raises(ClerkError, match="ปิดแล้ว"):
        report(Kind.MEASURE, measure, 6, result="แก้")
    with pytest.raises(ClerkError, match="ไม่ต้องปิดอีก"):
        close_round(sample, YEAR, 6, NOON)
    report(Kind.MEASURE, measure, 12, result="ทั้งปี")
    reopen_round(sample, YEAR, 6)
    report(Kind.MEASURE, measure, 6, result="แก้")
    with pytest.raises(ClerkError, match="ยังเปิดอยู่"):
        reopen_round(sample, YEAR, 6)


def test_a_new_row_of_a_block_brings_no_report_into_a_closed_round(
    sample: DataFile, measure: int
) -> None:
    close_round(sample, YEAR, 6, NOON)
    before = load_tracker(sample, YEAR)
    texts = {"text": "ใหม่", "result": "ครบ"}
    row = NewRow(kind=Kind.STEP, parent=measure, texts=texts, months=6)
    with pytest.raises(ClerkError, match="ปิดแล้ว"):
        write_block(sample, (), [row], "วาง")
    assert load_tracker(sample, YEAR) == before
    empty = replace(row, texts={"text": "ใหม่", "result": "", "percent": ""})
    (number,) = write_block(sample, (), [empty], "วาง")
    (of_year,) = write_block(sample, (), [replace(row, months=12)], "วาง")
    steps = {one.id: one for one in load_tracker(sample, YEAR).topics[0].measures[0].steps}
    assert steps[number].results == {}
    assert steps[of_year].results[12].result == "ครบ"


def test_what_a_block_may_write_beside_a_closed_round(sample: DataFile, measure: int) -> None:
    close_round(sample, YEAR, 6, NOON)
    text = Edit(kind=Kind.MEASURE, number=measure, field="text", text="อื่น")
    of_half = replace(text, field="result", months=6)
    assert why_refused(sample, text, YEAR) == ""
    assert why_refused(sample, of_half, YEAR) == "รอบ 6 เดือนปิดแล้ว จึงแก้ไขผลไม่ได้"
    assert why_refused(sample, replace(of_half, months=12), YEAR) == ""
    assert "ร้อยละ" in why_refused(sample, replace(of_half, field="percent"), YEAR)


def test_a_closed_year_is_handed_nothing(
    sample: DataFile, measure: int, report: Callable[..., None]
) -> None:
    report(Kind.MEASURE, measure, 6, result="ครึ่งปี")
    close_round(sample, YEAR, 12, NOON)
    assert close_round(sample, YEAR, 6, NOON) == 0
    assert 12 not in load_tracker(sample, YEAR).topics[0].measures[0].results


def test_a_year_without_measures_and_projects_is_not_closed(sample: DataFile) -> None:
    remove_plan(sample, plans_of(sample)[0].id)
    with pytest.raises(ClerkError, match="ยังไม่มีมาตรการ"):
        close_round(sample, 2564, 12, NOON)


def test_a_closed_round_keeps_all_its_papers_are_made_from(
    sample: DataFile, measure: int, report: Callable[..., None]
) -> None:
    own = add_copy(sample, official_layout("measures-plan"), "แบบของเรา")
    edit_texts(sample, YEAR, "measures-plan", 6, {"title": "ชื่อที่แก้"})
    report(Kind.MEASURE, measure, 6, result="ครึ่งปี")
    tracker, office = load_tracker(sample, YEAR), office_of(sample)
    text = criteria_of(sample, YEAR).item_by_code["i7"].text
    close_round(sample, YEAR, 6, NOON)
    frozen = snapshot_of(sample, YEAR, 6)
    assert frozen is not None
    assert (frozen.months, frozen.closed) == (6, "2023-04-03T05:00:00+00:00")

    # whatever happens later, to any of it, with undo between, and in another year
    correct_text(sample, YEAR, "i7", "ข้อความใหม่")
    rows.set_field(sample, Edit(kind=Kind.MEASURE, number=measure, field="text", text="อื่น"))
    edit_texts(sample, YEAR, "measures-plan", 6, {"title": None})
    sample.undo()
    rows.remove_rows(sample, Kind.TOPIC, [tracker.topics[0].id])
    with sample.deed("แก้หน่วยงาน"):
        save_office(sample, replace(office, name="เทศบาลชื่อใหม่"))
    rows.add_row(sample, Kind.TOPIC, 2565)
    assert snapshot_of(sample, YEAR, 6) == frozen
    assert frozen.tracker == tracker
    assert frozen.office == office
    assert frozen.criteria[YEAR].item_by_code["i7"].text == text
    assert frozen.entries[YEAR]["i7"] == tracker.topics[0].items[0].score
    assert frozen.layouts[own.id] == own
    assert frozen.texts == {"measures-plan/6": {"title": "ชื่อที่แก้"}}


def test_of_the_criteria_a_closed_round_keeps_the_items_that_its_topics_name(
    sample: DataFile, measure: int
) -> None:
    topic = rows.add_row(sample, Kind.TOPIC, YEAR)
    before: dict[str, Value] = {"code": "e12", "criteria_year": YEAR - 1}
    with sample.deed("ข้อของปีก่อน"):
        table.add_row(sample, Kind.ITEM, topic, before)
    del measure
    whole = {year: criteria_of(sample, year) for year in (YEAR - 1, YEAR)}
    close_round(sample, YEAR, 6, NOON)
    frozen = snapshot_of(sample, YEAR, 6)
    assert frozen is not None
    assert {year: [*kept.item_by_code] for year, kept in frozen.criteria.items()} == {
        YEAR - 1: ["e12"],
        YEAR: ["i7"],
    }
    for year, kept in frozen.criteria.items():
        items = tuple(item for item in whole[year].items if item.code in kept.item_by_code)
        assert kept == replace(whole[year], items=items)


def test_a_snapshot_comes_back_from_its_text_unchanged(sample: DataFile, measure: int) -> None:
    del measure
    close_round(sample, YEAR, 12, NOON)
    frozen = snapshot_of(sample, YEAR, 12)
    assert frozen is not None
    assert read_snapshot(write_snapshot(frozen)) == frozen


def test_what_a_newer_program_froze_is_told_in_one_sentence(sample: DataFile) -> None:
    with sample.deed("รุ่นใหม่กว่า"):
        put_closed(sample, YEAR, 6, "2023-04-03T05:00:00+00:00", '{"version":2}')
    with pytest.raises(ClerkError, match="รายงานรอบ 6 เดือนที่ปิดแล้ว"):
        snapshot_of(sample, YEAR, 6)


def test_a_closed_round_prints_the_same_pages_whatever_happens_later(
    sample: DataFile, measure: int, report: Callable[..., None]
) -> None:
    report(Kind.MEASURE, measure, 6, result="ครึ่งปี")
    close_round(sample, YEAR, 6, NOON)

    def pages() -> list[bytes]:
        papers = ("measures-progress", "measures-six-month")
        frozen = [freeze(sample, one, YEAR, Digits.THAI, months=6) for one in papers]
        return [typeset(one).data for one in frozen]

    before = pages()
    rows.set_field(sample, Edit(kind=Kind.MEASURE, number=measure, field="text", text="อื่น"))
    correct_text(sample, YEAR, "i7", "ข้อความใหม่")
    with sample.deed("แก้หน่วยงาน"):
        save_office(sample, replace(office_of(sample), name="เทศบาลชื่อใหม่"))
    assert pages() == before
    sample.undo()
    report(Kind.MEASURE, measure, 12, result="ทั้งปี")
    carry_over(sample, YEAR, YEAR + 1)
    assert pages() == before
    reopen_round(sample, YEAR, 6)
    assert pages() != before
