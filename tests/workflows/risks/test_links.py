"""A treatment is a measure of its year, and against one risk of its process or all."""

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.registers import load_processes
from ita_desktop.db.rows import Kind
from ita_desktop.db.scores import add_fiscal_year
from ita_desktop.db.trackers import load_tracker
from ita_desktop.domain.measures import State
from ita_desktop.domain.risks import Treatment
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.risks import links as risk_links
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
