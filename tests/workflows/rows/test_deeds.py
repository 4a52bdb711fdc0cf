"""Verbs of measures: each is one named deed, taken back in one step, or refused with nothing."""

from decimal import Decimal

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.plans import plan_covering
from ita_desktop.db.rounds import put_closed
from ita_desktop.db.rows import Kind, siblings_of
from ita_desktop.db.trackers import load_tracker
from ita_desktop.domain.bands import Band
from ita_desktop.domain.measures import Measure, State, Topic, Tracker
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.measures.from_scores import add_weak_items, used_codes, weak_items
from ita_desktop.workflows.measures.joining import join_topics, split_item
from ita_desktop.workflows.opening import office_of
from ita_desktop.workflows.plans.fields import PLAN_KINDS
from ita_desktop.workflows.plans.making import Heading, begin_plan
from ita_desktop.workflows.risks.register import register_of
from ita_desktop.workflows.rows.deeds import (
    FIELD_WORDS,
    KIND_WORDS,
    RESULT_FIELDS,
    Edit,
    add_row,
    apply_edits,
    fiscal_year_of_row,
    move_row,
    remove_rows,
    set_field,
)
from ita_desktop.workflows.scores.year_scores import year_result

YEAR = 2566


def now(file: DataFile) -> Tracker:
    return load_tracker(file, YEAR)


def codes(file: DataFile) -> list[list[str]]:
    return [[item.code for item in topic.items] for topic in now(file).topics]


def texts(file: DataFile) -> list[list[str]]:
    return [[measure.text for measure in topic.measures] for topic in now(file).topics]


def first(file: DataFile) -> tuple[Topic, Measure]:
    return next(now(file).measures())


def back_and_forth(file: DataFile, before: Tracker, name: str) -> None:
    """One step of undo is the state before, one of redo that after."""
    after = now(file)
    assert after != before
    undo = file.next_undo()
    assert undo is not None
    assert undo.name == name
    file.undo()
    assert now(file) == before
    file.redo()
    assert now(file) == after


def test_a_field_is_written_as_typed_as_one_deed(sample: DataFile) -> None:
    before = now(sample)
    _, measure = first(sample)
    edit = Edit(kind=Kind.MEASURE, number=measure.id, field="units", text=" กองช่าง\r\nกองคลัง ")
    set_field(sample, edit, place="i7")
    assert first(sample)[1].units == "กองช่าง\nกองคลัง"
    back_and_forth(sample, before, "แก้ผู้รับผิดชอบ i7")


@pytest.mark.parametrize(
    ("field", "text", "kept"),
    [
        ("state", "แล้วเสร็จ", State.DONE),
        ("percent", "ร้อยละ ๘๐", 80),
        ("result", "จัดแล้ว", "จัดแล้ว"),
        ("outcome", "ดีขึ้น", "ดีขึ้น"),
    ],
)
def test_a_field_of_a_round_is_of_that_round_only(
    sample: DataFile, field: str, text: str, kept: object
) -> None:
    before = now(sample)
    step = first(sample)[1].steps[2]
    assert field in RESULT_FIELDS
    edit = Edit(kind=Kind.STEP, number=step.id, field=field, text=text, months=12)
    set_field(sample, edit)
    told = first(sample)[1].steps[2].results
    assert getattr(told[12], field) == kept
    assert 6 not in told
    back_and_forth(sample, before, f"แก้{FIELD_WORDS[field]}")


def test_a_report_that_was_emptied_is_gone(sample: DataFile) -> None:
    step = first(sample)[1].steps[0]
    for field in ("state", "result", "outcome", "percent"):
        set_field(sample, Edit(kind=Kind.STEP, number=step.id, field=field, text="", months=6))
    assert first(sample)[1].steps[0].results == {}


def test_a_free_column_is_kept_under_its_name_and_gone_when_emptied(sample: DataFile) -> None:
    step = first(sample)[1].steps[0].id
    for text, kept in (("5,000", {"งบประมาณ": "5,000"}), ("", {})):
        set_field(sample, Edit(kind=Kind.STEP, number=step, field="extra:งบประมาณ", text=text))
        assert first(sample)[1].steps[0].extra == kept
    undo = sample.next_undo()
    assert undo is not None
    assert undo.name == "แก้งบประมาณ"


@pytest.mark.parametrize(
    ("kind", "field", "text", "said"),
    [
        (Kind.ITEM, "score", "101", "คะแนน|100"),
        (Kind.STEP, "state", "เกือบเสร็จ", "ไม่รู้จักสถานะ"),
        (Kind.STEP, "percent", "มาก", "ไม่ใช่ร้อยละ"),
        (Kind.STEP, "text", "ก" * 30_001, "30,001"),
    ],
)
def test_what_cannot_be_taken_writes_nothing_of_many_edits(
    sample: DataFile, kind: Kind, field: str, text: str, said: str
) -> None:
    before, latest = now(sample), sample.latest_deed()
    topic, measure = first(sample)
    number = topic.items[0].id if kind is Kind.ITEM else measure.steps[0].id
    months = 6 if field in RESULT_FIELDS else None
    edits = [
        Edit(kind=Kind.MEASURE, number=measure.id, field="text", text="ใหม่"),
        Edit(kind=kind, number=number, field=field, text=text, months=months),
    ]
    with pytest.raises(ClerkError, match=said):
        apply_edits(sample, edits, "วาง")
    assert (now(sample), sample.latest_deed()) == (before, latest)


def test_a_row_that_is_gone_is_told_and_nothing_else_is_written(sample: DataFile) -> None:
    before = now(sample)
    _, measure = first(sample)
    edits = [
        Edit(kind=Kind.MEASURE, number=measure.id, field="text", text="ใหม่"),
        Edit(kind=Kind.STEP, number=99_999, field="text", text="ใหม่"),
    ]
    with pytest.raises(ClerkError, match="ถูกลบไปแล้ว"):
        apply_edits(sample, edits, "วาง")
    assert now(sample) == before


def test_a_closed_round_refuses_its_reports_and_nothing_else(sample: DataFile) -> None:
    with sample.deed("ปิดรอบ"):
        put_closed(sample, YEAR, 6, "2023-04-03T05:00:00+00:00", "{}")
    step = first(sample)[1].steps[0].id
    closed = Edit(kind=Kind.STEP, number=step, field="result", text="ใหม่", months=6)
    with pytest.raises(ClerkError, match="รอบ 6 เดือนของปี 2566 ปิดแล้ว"):
        set_field(sample, closed)
    for edit in (
        Edit(kind=Kind.STEP, number=step, field="result", text="ใหม่", months=12),
        Edit(kind=Kind.STEP, number=step, field="text", text="ใหม่"),
    ):
        set_field(sample, edit)
    changed = first(sample)[1].steps[0]
    assert (changed.text, changed.results[12].result) == ("ใหม่", "ใหม่")


@pytest.mark.parametrize("kind", list(Kind))
def test_a_row_is_added_at_the_end_or_before_another(sample: DataFile, kind: Kind) -> None:
    topic, measure = first(sample)
    process = register_of(sample, YEAR).processes[0].id
    parents = {Kind.STEP: measure.id, Kind.ITEM: topic.id, Kind.MEASURE: topic.id}
    parents |= {Kind.RISK: process, Kind.TREATMENT: process}
    if kind in PLAN_KINDS:
        plan = plan_covering(sample, YEAR) or begin_plan(sample, YEAR, 2570, [Heading(1, "มิติ")])
        section = siblings_of(sample, Kind.SECTION, plan)[0]
        parents |= {Kind.GOAL: plan, Kind.SECTION: plan, Kind.PROJECT: section}
    above = parents.get(kind, YEAR)
    there = siblings_of(sample, kind, above)
    last = add_row(sample, kind, above)
    undo = sample.next_undo()
    assert undo is not None
    assert undo.name == f"เพิ่ม{KIND_WORDS[kind]}"
    sample.undo()
    assert siblings_of(sample, kind, above) == there
    sample.redo()
    assert siblings_of(sample, kind, above) == (*there, last)
    ahead = add_row(sample, kind, above, before=last)
    assert fiscal_year_of_row(sample, kind, last) == (None if kind in PLAN_KINDS else YEAR)
    assert siblings_of(sample, kind, above)[-2:] == (ahead, last)


def test_a_row_is_added_with_its_texts_checked(sample: DataFile) -> None:
    topic = first(sample)[0].id
    add_row(sample, Kind.ITEM, topic, {"code": "e3", "score": "๘๘.๑๐", "criteria_year": "2565"})
    assert first(sample)[0].items[-1].score == Decimal("88.10")
    latest = sample.latest_deed()
    with pytest.raises(ClerkError):
        add_row(sample, Kind.ITEM, topic, {"score": "มาก"})
    assert sample.latest_deed() == latest


def test_a_new_item_is_of_the_topics_own_year_until_another_is_said(sample: DataFile) -> None:
    topic = first(sample)[0].id
    add_row(sample, Kind.ITEM, topic, {"code": "i1"})
    assert first(sample)[0].items[-1].criteria_year == YEAR


def test_rows_go_with_all_that_belongs_to_them_as_one_deed(sample: DataFile) -> None:
    before = now(sample)
    gone = [topic.id for topic in before.topics[:2]]
    remove_rows(sample, Kind.TOPIC, gone)
    assert now(sample).topics == before.topics[2:]
    back_and_forth(sample, before, "ลบประเด็น 2 แถว")
    for table in ("topic_item", "measure"):
        left = sample.read(f"SELECT count(*) FROM {table} WHERE topic IN (?, ?)", (*gone,))  # noqa: S608 - our own
        assert left == [(0,)]


def test_a_row_moves_among_its_siblings(sample: DataFile) -> None:
    before = now(sample)
    one, two, three = (step.id for step in first(sample)[1].steps)
    measure = first(sample)[1].id
    move_row(sample, Kind.STEP, three, measure, one)
    assert [step.id for step in first(sample)[1].steps] == [three, one, two]
    back_and_forth(sample, before, "ย้ายขั้นตอน")
    move_row(sample, Kind.STEP, three, measure)
    assert [step.id for step in first(sample)[1].steps] == [one, two, three]


def test_a_row_moves_under_another_parent_with_its_reports(sample: DataFile) -> None:
    before = now(sample)
    step = first(sample)[1].steps[0]
    other = before.topics[1].measures[0]
    move_row(sample, Kind.STEP, step.id, other.id, other.steps[0].id)
    assert now(sample).topics[1].measures[0].steps[0] == step
    assert step not in first(sample)[1].steps
    back_and_forth(sample, before, "ย้ายขั้นตอน")


def test_a_row_put_before_itself_stays_and_is_no_deed(sample: DataFile) -> None:
    before, latest = now(sample), sample.latest_deed()
    _, measure = first(sample)
    move_row(sample, Kind.STEP, measure.steps[1].id, measure.id, measure.steps[1].id)
    move_row(sample, Kind.STEP, measure.steps[1].id, measure.id, measure.steps[2].id)
    assert (now(sample), sample.latest_deed()) == (before, latest)


def test_topics_that_are_joined_share_their_items_and_measures(sample: DataFile) -> None:
    before = now(sample)
    chosen = [topic.id for topic in before.topics[:3]]
    join_topics(sample, chosen)
    assert codes(sample)[0] == ["i7", "i12", "i23", "i24", "i20", "i22"]
    assert texts(sample)[0] == [topic.measures[0].text for topic in before.topics[:3]]
    assert len(now(sample).topics) == len(before.topics) - 2
    back_and_forth(sample, before, "รวม 3 ประเด็นเป็นประเด็นเดียว")


def test_an_item_that_is_split_off_stands_after_its_topic(sample: DataFile) -> None:
    before = now(sample)
    item = before.topics[1].items[1]
    new = split_item(sample, item.id)
    assert codes(sample)[1:3] == [["i23", "i20"], ["i24"]]
    assert now(sample).topics[2].id == new
    assert now(sample).topics[2].items == (item,)
    back_and_forth(sample, before, "แยกข้อเป็นประเด็นใหม่")
    last = now(sample).topics[-1]
    split_item(sample, last.items[0].id)
    assert codes(sample)[-2:] == [["O40"], ["O43"]]


def test_an_item_that_is_gone_cannot_be_split_off(sample: DataFile) -> None:
    with pytest.raises(ClerkError, match="ถูกลบไปแล้ว"):
        split_item(sample, 99_999)


def test_weak_items_become_topics_with_their_scores_as_one_deed(sample: DataFile) -> None:
    before = now(sample)
    weak = weak_items(year_result(sample, 2565), office_of(sample).limits)
    bands = [one.band is Band.URGENT for one in weak]
    assert bands == sorted(bands, reverse=True)
    used = used_codes(before, 2565)
    assert {"i7", "i12", "O22"} <= used
    fresh = [one for one in weak if one.code not in used][:3]
    made = add_weak_items(sample, YEAR, 2565, fresh)
    added = now(sample).topics[-3:]
    assert tuple(topic.id for topic in added) == made
    assert [(t.items[0].code, t.items[0].score) for t in added] == [
        (one.code, one.score) for one in fresh
    ]
    assert {topic.items[0].text for topic in added} == {""}
    back_and_forth(sample, before, "สร้าง 3 ประเด็นจากคะแนนปี 2565")


def test_the_year_of_a_row_is_found_over_its_parents(sample: DataFile) -> None:
    topic, measure = first(sample)
    for kind, number in (
        (Kind.TOPIC, topic.id),
        (Kind.ITEM, topic.items[0].id),
        (Kind.MEASURE, measure.id),
        (Kind.STEP, measure.steps[0].id),
        (Kind.CALENDAR, now(sample).calendar[0].id),
    ):
        assert fiscal_year_of_row(sample, kind, number) == YEAR
        assert fiscal_year_of_row(sample, kind, 99_999) is None


def test_every_kind_of_row_and_every_field_of_a_report_has_a_word() -> None:
    assert KIND_WORDS.keys() == set(Kind)
    assert FIELD_WORDS.keys() >= RESULT_FIELDS
