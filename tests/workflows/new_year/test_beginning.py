"""A fiscal year begins with what the one before leaves to it, each thing once, as one deed."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import load_disclosure
from ita_desktop.db.registers import load_processes
from ita_desktop.db.rows import Kind
from ita_desktop.db.scores import add_fiscal_year, fiscal_years
from ita_desktop.db.trackers import load_calendar, load_tracker
from ita_desktop.domain.measures import steps_or_whole
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.criteria.in_force import known_criteria
from ita_desktop.workflows.disclosure.entering import OitEdit, set_oit_field
from ita_desktop.workflows.dump import dump
from ita_desktop.workflows.layouts import edit_texts, edited_texts
from ita_desktop.workflows.new_year.beginning import begin_new_year, plan_new_year
from ita_desktop.workflows.new_year.values import (
    NOT_CHOSEN,
    OPTIONAL,
    Fate,
    NewYearWish,
    Part,
)
from ita_desktop.workflows.risks.register import register_of
from ita_desktop.workflows.rows import deeds as rows
from ita_desktop.workflows.rows.deeds import Edit
from tests.workflows.new_year.lines import whats

YEAR, NEXT = 2566, 2567


@pytest.mark.parametrize("to_year", [NEXT, NEXT + 1])
def test_what_is_listed_is_what_stands_in_the_new_year(sample: DataFile, to_year: int) -> None:
    done = begin_new_year(sample, YEAR, to_year)
    assert whats(done, Part.YEAR, Fate.COMES) == [f"ปีงบประมาณ {to_year}"]
    assert to_year in fiscal_years(sample)
    tracker = load_tracker(sample, to_year)
    steps = [step for _, one in tracker.measures() for step in steps_or_whole(one)]
    bare = [topic for topic in tracker.topics if not topic.measures]
    assert len(steps) + len(bare) == len(whats(done, Part.MEASURES, Fate.COMES)) > 5
    calendar = whats(done, Part.CALENDAR, Fate.COMES)
    assert len(load_calendar(sample, to_year)) == len(calendar) > 0
    risks = whats(done, Part.RISKS, Fate.COMES)
    assert len([*register_of(sample, to_year).risks()]) == len(risks) > 0
    duties = {item.code for item in load_disclosure(sample, to_year).items.values() if item.units}
    gone_on = [line.about for line in done.part(Part.DUTIES).of(Fate.COMES)]
    assert all(any(code in about for about in gone_on) for code in duties)
    assert len(whats(done, Part.OFFICE, Fate.FOLLOWS)) == 8
    reasons = [line for part in done.parts for line in part.lines if line.fate is not Fate.COMES]
    assert all(line.why for line in reasons)


def test_items_without_a_successor_are_listed_each_with_its_reason(sample: DataFile) -> None:
    plan = plan_new_year(sample, YEAR, NEXT + 1)
    assert [(one.fiscal_year, one.code, one.why) for one in plan.unmapped] == [
        *((YEAR, code, "ไม่มีข้อที่สืบต่อในปี 2567") for code in ("O6", "O9", "O10", "O17")),
        (YEAR, "O20", "ไม่มีข้อที่สืบต่อในปี 2568"),
        *((YEAR, code, "ไม่มีข้อที่สืบต่อในปี 2567") for code in ("O24", "O25")),
        (YEAR, "O33", "ไม่มีข้อที่สืบต่อในปี 2568"),
        *((YEAR, code, "ไม่มีข้อที่สืบต่อในปี 2567") for code in ("O37", "O41")),
        (NEXT + 1, "O22", "ข้อใหม่"),
    ]
    stays = {
        line.what.partition(" ")[0]: line.why for line in plan.part(Part.DUTIES).of(Fate.STAYS)
    }
    assert stays.items() >= {(one.code, one.why) for one in plan.unmapped}


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.frozensets(st.sampled_from(sorted(OPTIONAL))),
    st.tuples(st.booleans(), st.booleans()),
    st.sampled_from([(2564, 2566), (2565, 2567), (2566, 2567), (2566, 2569), (2566, 2571)]),
)
def test_a_second_time_adds_nothing_and_one_undo_restores_all(
    kept: DataFile,
    parts: frozenset[Part],
    flags: tuple[bool, bool],
    years: tuple[int, int],
) -> None:
    if years[1] == 2571:  # no criteria: it is not begun at all
        with pytest.raises(ClerkError):
            begin_new_year(kept, *years)
        return
    wish = NewYearWish(parts=parts, done_treatments=flags[0], plan_money=flags[1])
    before, newest = dump(kept), kept.latest_deed()
    done = begin_new_year(kept, *years, wish)
    assert {part.part for part in done.parts if part.can_be_left} <= parts
    there, deed = dump(kept), kept.latest_deed()
    assert begin_new_year(kept, *years, wish).count(Fate.COMES) == 0
    assert dump(kept) == there
    assert kept.latest_deed() == deed
    if done.count(Fate.COMES):
        undone = kept.undo()
        assert undone is not None
        assert undone.name == f"เริ่มปีงบประมาณ {years[1]} จากปี {years[0]}"
    else:
        assert deed == newest
    assert dump(kept) == before


def test_nothing_comes_twice_however_it_was_edited(sample: DataFile) -> None:
    begin_new_year(sample, YEAR, NEXT)
    tracker, processes = load_tracker(sample, NEXT), load_processes(sample, NEXT)
    edits = [
        *((Kind.MEASURE, one.id) for _, one in tracker.measures()),
        *((Kind.STEP, step.id) for _, one in tracker.measures() for step in one.steps),
        *((Kind.PROCESS, one.id) for one in processes),
        *((Kind.RISK, risk.id) for one in processes for risk in one.risks),
        *((Kind.TREATMENT, done.id) for one in processes for done in one.treatments),
    ]
    for kind, number in edits:
        edit = Edit(kind=kind, number=number, field="text", text=f"แก้แล้ว {number}")
        rows.set_field(sample, edit)
    for topic in tracker.topics:
        edit = Edit(kind=Kind.TOPIC, number=topic.id, field="title", text="ประเด็นใหม่")
        rows.set_field(sample, edit)
    for code in load_disclosure(sample, NEXT).items:
        set_oit_field(sample, NEXT, OitEdit(code=code, field="units", text="หน่วยงานใหม่"))
    before = dump(sample)
    again = begin_new_year(sample, YEAR, NEXT)
    assert [line for part in again.parts for line in part.of(Fate.COMES)] == []
    assert dump(sample) == before


def test_through_the_year_between_nothing_comes_again_from_the_first(sample: DataFile) -> None:
    begin_new_year(sample, YEAR, NEXT)
    begin_new_year(sample, NEXT, NEXT + 1)
    assert begin_new_year(sample, YEAR, NEXT + 1).count(Fate.COMES) == 0


def test_what_is_left_out_stays_and_can_come_later(sample: DataFile) -> None:
    first = begin_new_year(sample, YEAR, NEXT, NewYearWish(parts=frozenset({Part.DUTIES})))
    assert {line.why for line in first.part(Part.RISKS).lines} == {NOT_CHOSEN}
    assert load_processes(sample, NEXT) == ()
    assert load_tracker(sample, NEXT).topics == ()
    assert load_disclosure(sample, NEXT).items
    then = begin_new_year(sample, YEAR, NEXT)
    assert {part.part for part in then.parts if part.can_be_left} == {
        Part.MEASURES,
        Part.CALENDAR,
        Part.RISKS,
    }
    assert load_processes(sample, NEXT)


def test_the_year_begins_also_where_nothing_else_is_wanted(sample: DataFile) -> None:
    begin_new_year(sample, YEAR, NEXT, NewYearWish(parts=frozenset()))
    assert NEXT in fiscal_years(sample)


def test_each_line_says_how_far_it_was_or_why_it_stays(kept: DataFile) -> None:
    plan = plan_new_year(kept, YEAR, NEXT)
    parts = {part.part: part.lines for part in plan.parts}
    abouts = [line.about for line in parts[Part.MEASURES] if line.fate is Fate.COMES]
    assert "อยู่ระหว่างดำเนินการ ร้อยละ 30" in abouts
    assert "ยังไม่รายงาน" in abouts
    runs = {line.fate: line.why for line in parts[Part.PLAN][1:]}
    assert runs[Fate.FOLLOWS] == "ดำเนินการในปี 2567"
    assert runs[Fate.STAYS] == "ไม่ได้กำหนดให้ดำเนินการในปี 2567"
    criteria = known_criteria(kept)(NEXT)
    assert criteria is not None
    unsure = [one for one in criteria.items if not one.status.checked or one.text_from is not None]
    assert f"ข้อความ {len(unsure)} ข้อยังไม่ได้ตรวจ" in parts[Part.YEAR][1].why


def test_texts_of_papers_come_unless_the_year_has_its_own(sample: DataFile) -> None:
    edit_texts(sample, YEAR, "measures-plan", None, {"title": "ชื่อของเรา", "lead": "ความนำของเรา"})
    begin_new_year(sample, YEAR, NEXT, NewYearWish(parts=frozenset()))
    edit_texts(sample, NEXT, "measures-plan", None, {"lead": "ของปีใหม่"})
    done = begin_new_year(sample, YEAR, NEXT)
    (line,) = done.part(Part.TEXTS).of(Fate.COMES)
    assert line.what.endswith(" › ชื่อเรื่อง")
    assert edited_texts(sample, NEXT, "measures-plan", None) == {
        "title": "ชื่อของเรา",
        "lead": "ของปีใหม่",
    }


def test_an_item_of_a_measure_that_was_dropped_is_to_be_looked_at(file: DataFile) -> None:
    topic = rows.add_row(file, Kind.TOPIC, YEAR)
    rows.add_row(file, Kind.ITEM, topic, {"code": "O10"})
    rows.add_row(file, Kind.MEASURE, topic, {"text": "จัดทำนโยบายคุ้มครองข้อมูลส่วนบุคคล"})
    (line,) = plan_new_year(file, YEAR, NEXT).part(Part.MEASURES).lines
    assert line.note == "ปี 2567 ไม่มีข้อที่สืบต่อจาก O10"


def test_a_year_of_scores_alone_has_no_items_to_compare(file: DataFile) -> None:
    with file.deed("ปีเก่า"):
        add_fiscal_year(file, 2560)
    plan = begin_new_year(file, 2560, YEAR)
    (line,) = plan.part(Part.DUTIES).lines
    assert line.why == "ยังไม่มีเกณฑ์ประเมินปี 2560 จึงเทียบข้อไม่ได้"


def test_duties_come_with_the_year(file: DataFile) -> None:
    set_oit_field(file, YEAR, OitEdit(code="O4", field="units", text="กองยุทธศาสตร์"))
    done = begin_new_year(file, YEAR, NEXT)
    assert load_disclosure(file, NEXT).of("O7").units == "กองยุทธศาสตร์"
    (line,) = done.part(Part.DUTIES).of(Fate.COMES)
    assert line.about == "เป็น O7 · กองยุทธศาสตร์"


@pytest.mark.parametrize(
    ("from_year", "to_year", "words"),
    [
        (2560, 2567, "กรุณาเลือกปีที่มีในไฟล์: 2565, 2566"),
        (2565, 2565, "กรุณาเลือกปีใหม่ที่อยู่หลังปี 2565"),
        (2565, 2600, "นำเข้าจากไฟล์"),
    ],
)
def test_years_that_cannot_be_begun_are_refused_with_what_to_do(
    file: DataFile, from_year: int, to_year: int, words: str
) -> None:
    newest = file.latest_deed()
    with pytest.raises(ClerkError, match=words):
        begin_new_year(file, from_year, to_year)
    assert file.latest_deed() == newest
