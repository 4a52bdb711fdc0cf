"""The year's end for risks: each goes on once, from the place it reached."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ita_desktop.criteria.risk_methods import preset_methods
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.registers import load_processes
from ita_desktop.db.risk_methods import kept_method
from ita_desktop.db.rows import Kind
from ita_desktop.db.trackers import load_tracker
from ita_desktop.domain.measures import Round
from ita_desktop.domain.risk_method import RiskMethod
from ita_desktop.domain.risks import Process, Quality, Register, Risk
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.plans.making import Heading, begin_plan
from ita_desktop.workflows.plans.outline import add_project
from ita_desktop.workflows.risks.carried_treatments import CarryWith
from ita_desktop.workflows.risks.carry_over import carry_risks, plan_carry_risks
from ita_desktop.workflows.risks.links import against_risk, link_measure, link_project
from ita_desktop.workflows.risks.register import choose_method, register_of
from ita_desktop.workflows.rows import deeds as rows
from ita_desktop.workflows.rows.deeds import Edit
from tests.workflows.risks.registers import put_register, registers
from tests.workflows.risks.test_round_trip import SLOW_TO_MAKE, Place, office_file

YEAR, NEXT = 2565, 2566
A, _, _, _, THREE = preset_methods()


@pytest.fixture(scope="module")
def place() -> Iterator[Place]:
    with office_file() as made:
        yield made


def add_process(file: DataFile, text: str = "จัดซื้อจัดจ้าง", **texts: str) -> int:
    return rows.add_row(file, Kind.PROCESS, YEAR, {"text": text, **texts})


def add_risk(file: DataFile, process: int, text: str, **texts: str) -> int:
    return rows.add_row(file, Kind.RISK, process, {"text": text, **texts})


def add_treatment(
    file: DataFile, process: int, text: str, state: str = "", months: Round = 12, **texts: str
) -> int:
    number = rows.add_row(file, Kind.TREATMENT, process, {"text": text, **texts})
    if state:
        edit = Edit(kind=Kind.TREATMENT, number=number, field="state", text=state, months=months)
        rows.set_field(file, edit)
    return number


def risks(file: DataFile, year: int = NEXT) -> list[Risk]:
    return [one.risk for one in register_of(file, year).risks()]


def treatments(file: DataFile, year: int = NEXT) -> list[str]:
    return [one.text for process in load_processes(file, year) for one in process.treatments]


def test_a_risk_goes_on_with_all_that_is_known_of_it(file: DataFile) -> None:
    process = add_process(file, area="การจัดซื้อ", units="กองคลัง")
    number = add_risk(
        file,
        process,
        "เอื้อประโยชน์ผู้รับจ้าง",
        cause="ไม่มีการตรวจสอบ",
        control="มีคณะกรรมการ",
        control_quality="พอใช้",
        units="กองช่าง",
        likelihood="4",
        impact="5",
    )
    plan = carry_risks(file, YEAR, NEXT)
    assert [(line.number, line.text, line.level) for line in plan.comes] == [
        (1, "เอื้อประโยชน์ผู้รับจ้าง", "สูงมาก")
    ]
    (after,) = load_processes(file, NEXT)
    assert (after.text, after.area, after.units) == ("จัดซื้อจัดจ้าง", "การจัดซื้อ", "กองคลัง")
    (risk,) = after.risks
    assert replace(risk, id=0) == Risk(
        id=0,
        text="เอื้อประโยชน์ผู้รับจ้าง",
        cause="ไม่มีการตรวจสอบ",
        control="มีคณะกรรมการ",
        control_quality=Quality.FAIR,
        units="กองช่าง",
        likelihood=4,
        impact=5,
        previous=number,
    )
    assert register_of(file, NEXT).before[number].text == "เอื้อประโยชน์ผู้รับจ้าง"


def test_it_begins_where_it_stood_last(file: DataFile) -> None:
    process = add_process(file)
    after = {"after_likelihood": "2", "after_impact": "3"}
    add_risk(file, process, "ก", likelihood="4", impact="5", **after)
    add_risk(file, process, "ข", likelihood="4", impact="5", after_level="ต่ำ")
    add_risk(file, process, "ค", level="สูง (12)")
    add_risk(file, process, "ง", likelihood="4")
    add_risk(file, process, "จ")
    add_risk(file, process, "ฉ", likelihood="4", impact="5", after_likelihood="2")
    carry_risks(file, YEAR, NEXT)
    found = [(one.likelihood, one.impact, one.level) for one in risks(file)]
    assert found == [
        (2, 3, ""),
        (None, None, "ต่ำ"),
        (None, None, "สูง (12)"),
        (4, None, ""),
        (None, None, ""),
        (4, 5, ""),
    ]
    assert all(one.after_likelihood is None and not one.after_level for one in risks(file))


def test_a_word_beside_half_a_place_comes_along(file: DataFile) -> None:
    process = add_process(file, level="ต่ำ")
    add_risk(file, process, "ก", likelihood="5", level="สูง (12)")
    add_risk(file, process, "ข", impact="1", level="ปานกลาง")
    add_risk(file, process, "ค", likelihood="5", impact="1", level="สูง")
    plan = carry_risks(file, YEAR, NEXT)
    found = [(one.likelihood, one.impact, one.level) for one in risks(file)]
    assert found == [(5, None, "สูง (12)"), (None, 1, "ปานกลาง"), (5, 1, "")]
    assert [line.level for line in plan.comes] == ["สูง", "ปานกลาง", "ปานกลาง"]


def test_the_method_of_the_old_year_is_the_new_ones(file: DataFile) -> None:
    choose_method(file, YEAR, THREE)
    add_risk(file, add_process(file), "ก", likelihood="3", impact="3")
    carry_risks(file, YEAR, NEXT)
    assert kept_method(file, NEXT) == THREE


def test_another_method_takes_words_that_it_knows(file: DataFile) -> None:
    process = add_process(file, level="สูงมาก")
    add_risk(file, process, "ก", likelihood="4", impact="2")  # 8 of A: ปานกลาง
    add_risk(file, process, "ข", likelihood="5", impact="5")  # สูงมาก, which three by three has not
    add_risk(file, process, "ค", level="สูง (12)")
    add_risk(file, process, "ง")
    choose_method(file, NEXT, THREE)
    plan = carry_risks(file, YEAR, NEXT)
    assert [(one.likelihood, one.level) for one in risks(file)] == [
        (None, "ปานกลาง"),
        (None, ""),
        (None, "สูง"),
        (None, ""),
    ]
    lost = "เกณฑ์ของปีใหม่ไม่มีระดับเดิม กรุณาให้ระดับใหม่"
    assert [(line.level, line.note) for line in plan.comes] == [
        *(("ปานกลาง", ""), ("", lost), ("สูง", ""), ("", lost)),
    ]
    assert load_processes(file, NEXT)[0].level == ""


def test_other_bands_of_the_same_steps_give_the_place_its_new_level(file: DataFile) -> None:
    add_risk(file, add_process(file), "ก", likelihood="4", impact="2")
    choose_method(file, NEXT, preset_methods()[1])
    (line,) = carry_risks(file, YEAR, NEXT).comes
    assert line.level == "สูง"
    assert [(one.likelihood, one.impact) for one in risks(file)] == [(4, 2)]


def test_a_word_for_all_of_a_process_comes_with_it(file: DataFile) -> None:
    process = add_process(file, level="สูง")
    add_risk(file, process, "ก")
    (line,) = carry_risks(file, YEAR, NEXT).comes
    assert (line.level, line.note) == ("สูง", "")
    assert load_processes(file, NEXT)[0].level == "สูง"


def test_treatments_come_until_they_are_done_and_never_their_reports(file: DataFile) -> None:
    process = add_process(file)
    risk = add_risk(file, process, "ก")
    own = add_treatment(file, process, "หนึ่ง", "อยู่ระหว่างดำเนินการ", project="โครงการ ก")
    rows.move_row(file, Kind.TREATMENT, own, process)
    with file.deed("เฉพาะความเสี่ยง"):
        file.connection.execute("UPDATE treatment SET risk = ? WHERE id = ?", (risk, own))
    add_treatment(file, process, "สอง", "แล้วเสร็จ", 6)
    add_treatment(file, process, "สาม", period="ม.ค.-มิ.ย. ๖๕")
    plan = carry_risks(file, YEAR, NEXT)
    (line,) = plan.comes
    assert (line.treatments, line.done, bool(line.note)) == (2, 1, True)
    (after,) = load_processes(file, NEXT)
    assert [(one.text, one.risk, one.project, one.results) for one in after.treatments] == [
        ("หนึ่ง", after.risks[0].id, "โครงการ ก", {}),
        ("สาม", None, "", {}),
    ]


def test_done_treatments_come_where_they_are_asked_for(file: DataFile) -> None:
    process = add_process(file)
    add_risk(file, process, "ก")
    add_treatment(file, process, "ทำทุกปี", "แล้วเสร็จ")
    (line,) = carry_risks(file, YEAR, NEXT, CarryWith(done=True)).comes
    assert (line.treatments, line.done) == (1, 0)
    assert treatments(file) == ["ทำทุกปี"]


def test_nothing_comes_twice_however_it_was_edited_or_moved(file: DataFile) -> None:
    process = add_process(file)
    add_risk(file, process, "ก")
    add_risk(file, process, "ก")  # the same words twice are two risks
    add_treatment(file, process, "หนึ่ง")
    add_process(file, "ไม่มีความเสี่ยง")
    carry_risks(file, YEAR, NEXT)
    assert [one.text for one in risks(file)] == ["ก", "ก"]
    first = risks(file)[0]
    rows.set_field(file, Edit(kind=Kind.RISK, number=first.id, field="text", text="แก้แล้ว"))
    other = rows.add_row(file, Kind.PROCESS, NEXT, {"text": "อื่น"})
    rows.move_row(file, Kind.RISK, first.id, other)
    before, newest = load_processes(file, NEXT), file.latest_deed()
    again = carry_risks(file, YEAR, NEXT)
    assert again.comes == ()
    assert {line.why for line in again.stays} == {"มีในปีถัดไปแล้ว"}
    assert load_processes(file, NEXT) == before
    assert file.latest_deed() == newest


def test_a_risk_that_came_up_later_goes_to_the_process_that_was_carried(file: DataFile) -> None:
    process = add_process(file)
    add_risk(file, process, "ก")
    add_treatment(file, process, "หนึ่ง")
    carry_risks(file, YEAR, NEXT)
    add_risk(file, process, "ข")
    add_treatment(file, process, "สอง")
    carry_risks(file, YEAR, NEXT)
    (after,) = load_processes(file, NEXT)
    assert [one.text for one in after.risks] == ["ก", "ข"]
    assert [one.text for one in after.treatments] == ["หนึ่ง", "สอง"]


def test_treatments_of_a_carried_risk_that_came_up_later_come_once(file: DataFile) -> None:
    process = add_process(file)
    risk = add_risk(file, process, "ก")
    own = add_treatment(file, process, "หนึ่ง")
    add_treatment(file, process, "ของทุกความเสี่ยง")
    against_risk(file, own, risk)
    carry_risks(file, YEAR, NEXT)
    first = load_processes(file, NEXT)[0].treatments[0]
    rows.set_field(file, Edit(kind=Kind.TREATMENT, number=first.id, field="text", text="แก้แล้ว"))
    later = add_treatment(file, process, "สอง")
    against_risk(file, later, risk)
    add_treatment(file, process, "ของทุกความเสี่ยง ๒")
    done = carry_risks(file, YEAR, NEXT)
    assert [(line.text, line.treatments) for line in done.comes] == [("ก", 1), ("", 1)]
    (after,) = load_processes(file, NEXT)
    own_risk = after.risks[0].id
    assert [(one.text, one.risk) for one in after.treatments] == [
        ("แก้แล้ว", own_risk),
        ("ของทุกความเสี่ยง", None),
        ("สอง", own_risk),
        ("ของทุกความเสี่ยง ๒", None),
    ]
    assert len(after.risks) == 1
    assert carry_risks(file, YEAR, NEXT).comes == ()


def test_two_ways_from_the_first_year_are_one(file: DataFile) -> None:
    add_risk(file, add_process(file), "ก")
    carry_risks(file, YEAR, NEXT)
    carry_risks(file, YEAR, NEXT + 1)
    (last,) = risks(file, NEXT + 1)
    rows.set_field(file, Edit(kind=Kind.RISK, number=last.id, field="text", text="แก้แล้ว"))
    assert carry_risks(file, NEXT, NEXT + 1).comes == ()


def test_what_stands_there_in_the_same_words_is_not_made_again(file: DataFile) -> None:
    add_risk(file, add_process(file), "เรียก รับ ผลประโยชน์")
    choose_method(file, NEXT, A)
    there = rows.add_row(file, Kind.PROCESS, NEXT, {"text": "จัดซื้อ จัดจ้าง"})
    rows.add_row(file, Kind.RISK, there, {"text": "เรียกรับผลประโยชน์"})
    assert carry_risks(file, YEAR, NEXT).comes == ()
    assert len(risks(file)) == 1


def test_a_chain_of_years_goes_on_from_the_year_before(file: DataFile) -> None:
    number = add_risk(file, add_process(file), "ก", likelihood="3", impact="3")
    carry_risks(file, YEAR, NEXT)
    carry_risks(file, NEXT, NEXT + 1)
    (middle,), (last,) = risks(file), risks(file, NEXT + 1)
    assert (middle.previous, last.previous) == (number, middle.id)


def test_a_chain_of_years_is_not_carried_again_from_its_first(file: DataFile) -> None:
    process = add_process(file)
    add_risk(file, process, "ก")
    add_treatment(file, process, "หนึ่ง")
    carry_risks(file, YEAR, NEXT)
    carry_risks(file, NEXT, NEXT + 1)
    add_risk(file, process, "ข")
    assert [line.text for line in carry_risks(file, YEAR, NEXT + 1).comes] == ["ข"]
    (last,) = load_processes(file, NEXT + 1)
    assert [one.text for one in last.risks] == ["ก", "ข"]
    assert treatments(file, NEXT + 1) == ["หนึ่ง"]


def test_a_process_of_treatments_alone_is_carried_once(file: DataFile) -> None:
    process = add_process(file, "")
    add_treatment(file, process, "หนึ่ง")
    add_treatment(file, process, "สอง", state="แล้วเสร็จ")
    add_treatment(file, add_process(file, ""), "สาม", state="แล้วเสร็จ")
    plan = carry_risks(file, YEAR, NEXT)
    assert [line.why for line in plan.lines] == ["", "ยังไม่มีข้อความ"]
    assert treatments(file) == ["หนึ่ง"]
    assert carry_risks(file, YEAR, NEXT).comes == ()
    assert treatments(file) == ["หนึ่ง"]


def test_a_link_goes_to_the_measure_that_comes_by_the_same_deed(file: DataFile) -> None:
    topic = rows.add_row(file, Kind.TOPIC, YEAR, {"title": "จัดซื้อ"})
    measure = rows.add_row(file, Kind.MEASURE, topic, {"text": "เปิดเผยราคากลาง"})
    process = add_process(file)
    add_risk(file, process, "ก")
    link_measure(file, add_treatment(file, process, "หนึ่ง"), measure)
    assert plan_carry_risks(file, YEAR, NEXT).measures == 1
    deed = file.latest_deed()
    carry_risks(file, YEAR, NEXT, CarryWith(measures=True))
    ((_, carried),) = load_tracker(file, NEXT).measures()
    assert load_processes(file, NEXT)[0].treatments[0].measure == carried.id
    undone = file.undo()
    assert undone is not None
    assert undone.name == "ยกความเสี่ยงและมาตรการที่ยังไม่เสร็จจากปี 2565 ไปปี 2566"
    assert file.latest_deed() != deed
    assert load_processes(file, NEXT) == ()
    assert load_tracker(file, NEXT).topics == ()


def test_without_the_measure_there_is_no_link(file: DataFile) -> None:
    topic = rows.add_row(file, Kind.TOPIC, YEAR, {"title": "จัดซื้อ"})
    measure = rows.add_row(file, Kind.MEASURE, topic, {"text": "เปิดเผยราคากลาง"})
    process = add_process(file)
    add_risk(file, process, "ก")
    link_measure(file, add_treatment(file, process, "หนึ่ง"), measure)
    carry_risks(file, YEAR, NEXT)
    assert load_processes(file, NEXT)[0].treatments[0].measure is None


def test_what_is_empty_stays(file: DataFile) -> None:
    process = add_process(file, "")
    add_risk(file, process, "")
    plan = carry_risks(file, YEAR, NEXT)
    assert [line.why for line in plan.lines] == ["ยังไม่มีข้อความ"]
    assert load_processes(file, NEXT) == ()


@pytest.mark.parametrize("to_year", [YEAR, YEAR - 1, 2600])
def test_a_year_that_is_not_later_or_not_known_is_refused(file: DataFile, to_year: int) -> None:
    with pytest.raises(ClerkError):
        carry_risks(file, YEAR, to_year)


@given(st.lists(st.lists(st.sampled_from([None, 1, 3, 5]), max_size=4), max_size=4))
def test_every_risk_is_carried_exactly_once(place: Place, places: list[list[int | None]]) -> None:
    file = place[0]
    processes = tuple(
        Process(
            id=0,
            fiscal_year=YEAR,
            text=f"กระบวนงาน {number % 2}",
            risks=tuple(
                Risk(id=event, text=f"เหตุการณ์ {number} {event}", likelihood=step, impact=2)
                for event, step in enumerate(row)
            ),
        )
        for number, row in enumerate(places)
    )
    put_register(file, Register(fiscal_year=YEAR, method=A, processes=processes))
    put_register(file, Register(fiscal_year=NEXT, method=A))
    carry_risks(file, YEAR, NEXT)
    wanted = [(one.text, one.likelihood, one.id) for one in risks(file, YEAR)]
    assert sorted((one.text, one.likelihood, one.previous) for one in risks(file)) == sorted(wanted)
    assert carry_risks(file, YEAR, NEXT).comes == ()


@settings(max_examples=30, suppress_health_check=SLOW_TO_MAKE)
@given(
    registers(),
    st.sampled_from(preset_methods()),
    st.integers(1, 2),
    st.builds(CarryWith, done=st.booleans()),
)
def test_any_register_is_carried_once_whatever_the_new_years_method(
    place: Place, register: Register, method: RiskMethod, years: int, extras: CarryWith
) -> None:
    file, begin = place[0], register.fiscal_year
    for year in (begin + 1, begin + 2):
        rows.remove_rows(file, Kind.PROCESS, [one.id for one in load_processes(file, year)])
    put_register(file, register)
    choose_method(file, begin + years, method)
    told = {one.risk.id: one.risk.text for one in register_of(file, begin).risks()}
    carry_risks(file, begin, begin + years, extras)
    after = register_of(file, begin + years)
    assert {one.risk.previous for one in after.risks()} == {
        number for number, text in told.items() if text.strip()
    }
    assert carry_risks(file, begin, begin + years, extras).comes == ()
    assert register_of(file, begin + years) == after


@pytest.mark.parametrize(("last", "words"), [(NEXT, ""), (YEAR, "โครงการอบรม")])
def test_a_project_of_the_plan_comes_along_as_long_as_its_plan_does(
    file: DataFile, last: int, words: str
) -> None:
    begin_plan(file, YEAR, last, [Heading(1, "มิติ")])
    project = add_project(file, file.read("SELECT id FROM section")[0][0], {"name": "โครงการอบรม"})
    process = add_process(file)
    add_risk(file, process, "แบ่งซื้อ", likelihood="4", impact="5")
    link_project(file, add_treatment(file, process, "อบรม"), project)
    carry_risks(file, YEAR, NEXT)
    ((treatment,),) = (one.treatments for one in load_processes(file, NEXT))
    assert (treatment.linked is not None) == (last == NEXT)
    assert treatment.project == words
