"""A treatment is a measure of its year, and against one risk of its process or all."""

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.registers import load_processes
from ita_desktop.db.rows import Kind
from ita_desktop.db.scores import add_fiscal_year
from ita_desktop.db.trackers import load_tracker
from ita_desktop.documents.model import Digits
from ita_desktop.domain.measures import State
from ita_desktop.domain.register_file import read_register, write_register
from ita_desktop.domain.risks import Treatment
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.export_document import freeze
from ita_desktop.workflows.plans.making import Heading, begin_plan
from ita_desktop.workflows.plans.outline import add_project
from ita_desktop.workflows.risks import links as risk_links
from ita_desktop.workflows.risks.register import register_of
from ita_desktop.workflows.rows import deeds as rows
from ita_desktop.workflows.rows.deeds import Edit

YEAR = 2565


def treatment_of(file: DataFile) -> Treatment:
    return load_processes(file, YEAR)[0].treatments[0]


@pytest.fixture
def process(file: DataFile) -> int:
    return rows.add_row(file, Kind.PROCESS, YEAR, {"text": "จัดซื้อ", "units": "กองคลัง"})


@pytest.fixture
def treatment(file: DataFile, process: int) -> int:
    texts = {"text": "เปิดเผยราคากลาง", "period": "ไตรมาส ๒"}
    return rows.add_row(file, Kind.TREATMENT, process, texts)


def add_measure(file: DataFile, text: str, year: int = YEAR) -> int:
    topic = rows.add_row(file, Kind.TOPIC, year, {"title": "ประเด็น"})
    return rows.add_row(file, Kind.MEASURE, topic, {"text": text})


def test_a_measure_of_the_year_is_linked_named_and_let_go(file: DataFile, treatment: int) -> None:
    add_measure(file, "ก")
    second = add_measure(file, "เปิดเผย\nราคากลาง")
    risk_links.link_measure(file, treatment, second)
    tracker = load_tracker(file, YEAR)
    assert risk_links.linked_words(tracker, treatment_of(file)) == "มาตรการ 2 เปิดเผย ราคากลาง"
    risk_links.unlink(file, treatment)
    assert treatment_of(file).measure is None
    assert risk_links.linked_words(tracker, treatment_of(file)) == ""
    assert file.undo() is not None
    assert treatment_of(file).measure == second


def test_a_measure_of_another_year_or_none_is_refused(file: DataFile, treatment: int) -> None:
    with file.deed("เพิ่มปี"):
        add_fiscal_year(file, 2566)
    for measure in (add_measure(file, "ก", 2566), 99):
        with pytest.raises(ClerkError):
            risk_links.link_measure(file, treatment, measure)
    for deed in (risk_links.unlink, risk_links.measure_from_treatment):
        with pytest.raises(ClerkError):
            deed(file, 99)
    assert treatment_of(file).measure is None


def test_a_treatment_is_against_one_risk_of_its_process(
    file: DataFile, process: int, treatment: int
) -> None:
    own = rows.add_row(file, Kind.RISK, process, {"text": "ก"})
    other = rows.add_row(file, Kind.PROCESS, YEAR, {"text": "อื่น"})
    foreign = rows.add_row(file, Kind.RISK, other, {"text": "ข"})
    risk_links.against_risk(file, treatment, own)
    assert treatment_of(file).risk == own
    for wrong in (foreign, 99):
        with pytest.raises(ClerkError):
            risk_links.against_risk(file, treatment, wrong)
    with pytest.raises(ClerkError):
        risk_links.against_risk(file, 99, None)
    risk_links.against_risk(file, treatment, None)
    assert treatment_of(file).risk is None


def test_a_measure_is_made_of_a_treatment(file: DataFile, process: int, treatment: int) -> None:
    measure = risk_links.measure_from_treatment(file, treatment)
    ((topic, made),) = load_tracker(file, YEAR).measures()
    assert topic.title == risk_links.TOPIC
    assert (made.id, made.text, made.units, made.period) == (
        *(measure, "เปิดเผยราคากลาง", "กองคลัง", "ไตรมาส ๒"),
    )
    assert treatment_of(file).measure == measure
    other = rows.add_row(file, Kind.TREATMENT, process, {"text": "สอง"})
    risk_links.measure_from_treatment(file, other)
    assert [len(one.measures) for one in load_tracker(file, YEAR).topics] == [2]
    assert file.undo() is not None
    assert [len(one.measures) for one in load_tracker(file, YEAR).topics] == [1]


def test_it_may_stand_under_a_topic_of_the_year(file: DataFile, treatment: int) -> None:
    topic = rows.add_row(file, Kind.TOPIC, YEAR, {"title": "ประเด็น"})
    risk_links.measure_from_treatment(file, treatment, topic)
    assert [one.title for one, _ in load_tracker(file, YEAR).measures()] == ["ประเด็น"]
    with pytest.raises(ClerkError):
        risk_links.measure_from_treatment(file, treatment, 99)


def test_a_treatment_without_words_makes_no_measure(file: DataFile, process: int) -> None:
    empty = rows.add_row(file, Kind.TREATMENT, process)
    with pytest.raises(ClerkError):
        risk_links.measure_from_treatment(file, empty)
    assert load_tracker(file, YEAR).topics == ()


def test_how_far_a_linked_measure_is(file: DataFile, treatment: int) -> None:
    measure = add_measure(file, "ก")
    states: list[State] = []

    def look() -> None:
        tracker = load_tracker(file, YEAR)
        states.append(risk_links.linked_state(tracker, treatment_of(file), 6))

    look()
    risk_links.link_measure(file, treatment, measure)
    first, _ = (rows.add_row(file, Kind.STEP, measure, {"text": one}) for one in "กข")
    look()
    done = Edit(kind=Kind.STEP, number=first, field="state", text="แล้วเสร็จ", months=6)
    rows.set_field(file, done)
    look()
    assert states == [State.UNTOLD, State.UNTOLD, State.IN_WORK]


def planned(file: DataFile, first_year: int = YEAR) -> tuple[int, int]:
    """Make a plan with two projects; return their numbers."""
    begin_plan(file, first_year, first_year + 3, [Heading(1, "มิติ")])
    section = file.read("SELECT max(id) FROM section")[0][0]
    first, second = (add_project(file, section, {"name": f"โครงการ{n}"}) for n in "กข")
    return first, second


def control_words(file: DataFile) -> str:
    document = freeze(file, "risk-plan-table", YEAR, Digits.ARABIC).document
    return " ".join(
        str(cell.content)
        for table in document.tables()
        for row in table.rows
        for cell in row.cells
        if cell is not None
    )


def test_a_project_of_the_plan_is_called_as_the_plan_calls_it_now(
    file: DataFile, treatment: int
) -> None:
    first, second = planned(file)
    risk_links.link_project(file, treatment, second)
    assert treatment_of(file).project_words == "โครงการข (ลำดับที่ 2 ของแผน)"
    name = Edit(kind=Kind.PROJECT, number=second, field="name", text="โครงการใหม่")
    rows.set_field(file, name)
    rows.remove_rows(file, Kind.PROJECT, [first])
    assert treatment_of(file).project_words == "โครงการใหม่ (ลำดับที่ 1 ของแผน)"
    rows.set_field(file, Edit(kind=Kind.TREATMENT, number=treatment, field="text", text=""))
    assert "โครงการใหม่ (ลำดับที่ 1 ของแผน)" in control_words(file)
    risk_links.link_project(file, treatment, None)
    assert treatment_of(file).project_words == ""
    file.undo()
    assert treatment_of(file).linked is not None


def test_words_of_a_project_outside_the_plan_stay(file: DataFile, treatment: int) -> None:
    own = Edit(kind=Kind.TREATMENT, number=treatment, field="project", text="โครงการจังหวัด")
    rows.set_field(file, own)
    first, _ = planned(file)
    risk_links.link_project(file, treatment, first)
    assert treatment_of(file).project_words.startswith("โครงการก")
    risk_links.link_project(file, treatment, None)
    assert treatment_of(file).project_words == "โครงการจังหวัด"


def test_a_project_of_a_plan_of_other_years_or_none_is_refused(
    file: DataFile, treatment: int
) -> None:
    first, _ = planned(file, YEAR + 5)
    for project in (first, 99):
        with pytest.raises(ClerkError, match="แผนที่ครอบคลุมปี"):
            risk_links.link_project(file, treatment, project)


def test_a_project_that_goes_lets_its_treatment_go(file: DataFile, treatment: int) -> None:
    first, _ = planned(file)
    risk_links.link_project(file, treatment, first)
    rows.remove_rows(file, Kind.PROJECT, [first])
    assert treatment_of(file).linked is None
    file.undo()
    assert treatment_of(file).linked is not None
    rows.remove_rows(file, Kind.TREATMENT, [treatment])
    file.undo()
    assert treatment_of(file).linked is not None


def test_a_register_with_a_project_comes_back_from_plain_data(
    file: DataFile, treatment: int
) -> None:
    risk_links.link_project(file, treatment, planned(file)[0])
    register = register_of(file, YEAR)
    assert register.processes[0].treatments[0].linked is not None
    assert read_register(write_register(register)) == register
