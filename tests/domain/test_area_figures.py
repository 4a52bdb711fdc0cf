"""How far each part of a year is: what counts as done, what is behind, where it goes on."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from ita_desktop.criteria.risk_methods import preset_methods
from ita_desktop.domain.area_figures import (
    beginning_of,
    disclosure_figure,
    measures_figure,
    plan_figure,
    risks_figure,
    scores_figure,
)
from ita_desktop.domain.areas import Area, area_of
from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.disclosure import Disclosure, DisclosureItem, PublishState
from ita_desktop.domain.measures import Measure, Round, State, Step, StepResult, Topic, Tracker
from ita_desktop.domain.plan import Plan, Section
from ita_desktop.domain.project import Project, ProjectResult, ProjectState, ProjectYear
from ita_desktop.domain.readiness import is_begun
from ita_desktop.domain.risks import Process, Register, Risk, Treatment
from ita_desktop.domain.score_entry import Entry
from ita_desktop.domain.scores import compute

TODAY = date(2023, 4, 10)
DONE: Mapping[Round, StepResult] = {6: StepResult(state=State.DONE)}


def test_scores_count_items_and_lead_to_the_first_without_one_and_to_the_dearest_loss(
    sets: Mapping[int, Criteria],
) -> None:
    found = scores_figure(compute(sets[2566], {"i1": Decimal(90), "O42": Decimal(0)}))
    assert (found.done, found.whole, found.unit) == (2, len(sets[2566].items), "ข้อ")
    assert found.place is not None
    assert (found.place.kind, found.place.number, found.place.code) == ("score", 2566, "i2")
    assert found.behind == 2
    assert found.behind_place is not None
    assert found.behind_place.code == "O42"


def test_a_year_without_scores_counts_its_items(sets: Mapping[int, Criteria]) -> None:
    found = scores_figure(compute(sets[2566], {}))
    assert (found.done, found.whole, found.unit) == (0, len(sets[2566].items), "ข้อ")
    assert not found.is_done


def test_a_year_entered_by_indicators_counts_those(
    sets: Mapping[int, Criteria], seed_indicators: Mapping[str, Entry]
) -> None:
    whole = scores_figure(compute(sets[2565], seed_indicators))
    assert (whole.done, whole.whole, whole.unit, whole.is_done) == (10, 10, "ตัวชี้วัด", True)
    less = {code: score for code, score in seed_indicators.items() if code != "3"}
    one = scores_figure(compute(sets[2565], less))
    assert (one.done, one.place is not None and one.place.code) == (9, "3")


def test_measures_count_steps_and_what_is_late() -> None:
    steps = (
        Step(id=1, text="ก", period="ต.ค. - ธ.ค. ๖๕", results=DONE),
        Step(id=2, text="ข", period="ต.ค. - ธ.ค. ๖๕"),
        Step(id=3, text="ค", period="ก.ย. ๖๖"),
    )
    topic = Topic(id=7, fiscal_year=2566, measures=(Measure(id=4, text="ม", steps=steps),))
    found = measures_figure(Tracker(fiscal_year=2566, topics=(topic,)), TODAY)
    assert (found.done, found.whole, found.behind) == (1, 3, 1)
    assert [one and one.row for one in (found.place, found.behind_place)] == ["step:2", "step:2"]
    none = measures_figure(Tracker(fiscal_year=2566), TODAY)
    assert (none.whole, none.place, none.is_done) == (0, None, False)
    assert none.nothing == "ยังไม่มีมาตรการของปีนี้"


def test_topics_and_processes_that_have_nothing_yet_were_entered() -> None:
    topic, process = Topic(id=7, fiscal_year=2566), Process(id=1, fiscal_year=2566)
    method = preset_methods()[0]
    tracker = measures_figure(Tracker(fiscal_year=2566, topics=(topic,)), TODAY)
    register = risks_figure(Register(fiscal_year=2566, method=method, processes=(process,)))
    for found in (tracker, register):
        assert (found.whole, found.entered, is_begun((found,))) == (0, True, True)
    empty = measures_figure(Tracker(fiscal_year=2566), TODAY)
    assert not is_begun((empty, risks_figure(Register(fiscal_year=2566, method=method))))


def test_risks_count_treatments_and_risks_without_any() -> None:
    process = Process(
        id=1,
        fiscal_year=2566,
        risks=(Risk(id=2, text="ก"), Risk(id=3, text="ข")),
        treatments=(Treatment(id=4, risk=2, results=DONE), Treatment(id=5, risk=2)),
    )
    register = Register(fiscal_year=2566, method=preset_methods()[0], processes=(process,))
    found = risks_figure(register)
    assert (found.done, found.whole, found.behind) == (1, 2, 1)
    assert found.place is not None
    assert found.place.row == "treatment:5"
    assert found.behind_place is not None
    assert found.behind_place.row == "risk:3"
    bare = risks_figure(Register(fiscal_year=2566, method=register.method))
    assert (bare.nothing, bare.place, bare.is_done) == ("ยังไม่มีความเสี่ยงของปีนี้", None, False)
    begun = Process(id=1, fiscal_year=2566, risks=(Risk(id=2, text="ก"),))
    untreated = risks_figure(replace(register, processes=(begun,)))
    assert untreated.nothing == "ยังไม่มีมาตรการควบคุม"
    assert untreated.place is not None
    assert untreated.place.row == "process:1"
    one = replace(begun, treatments=(Treatment(id=4, risk=2, results=DONE),))
    assert risks_figure(replace(register, processes=(one,))).is_done


def project(number: int, state: ProjectState | None = None, year: int = 2566) -> Project:
    told: dict[tuple[int, Round], ProjectResult] = {}
    if state is not None:
        told[2566, 6] = ProjectResult(state=state)
    return Project(id=number, years={year: ProjectYear(runs=True)}, results=told)


def test_the_plan_counts_projects_of_the_year_and_those_not_reported_when_due() -> None:
    projects = (project(1, ProjectState.DONE), project(2), project(3, year=2567))
    plan = Plan(id=9, first_year=2566, last_year=2570, sections=(Section(id=8, projects=projects),))
    found = plan_figure(plan, 2566, TODAY)
    assert (found.done, found.whole, found.behind) == (1, 2, 1)
    assert found.behind_place is not None
    assert (found.behind_place.row, found.behind_place.months) == ("project:2", 6)
    early = plan_figure(plan, 2566, date(2022, 12, 1))
    assert early.behind == 0, "no round is over yet"
    assert plan_figure(None, 2566, TODAY).nothing == "ยังไม่มีแผนของปีนี้"


def test_oit_counts_what_is_published_without_what_does_not_count(
    sets: Mapping[int, Criteria],
) -> None:
    known = (
        DisclosureItem(code="O1", state=PublishState.CHECKED),
        DisclosureItem(code="O2", state=PublishState.EXCLUDED),
        DisclosureItem(code="O3", due=date(2023, 4, 9)),
        DisclosureItem(code="O4", due=date(2023, 4, 10)),
    )
    disclosure = Disclosure(fiscal_year=2566, items={one.code: one for one in known})
    result = compute(sets[2566], {})
    found = disclosure_figure(result, disclosure, TODAY)
    assert (found.done, found.whole, found.behind) == (1, 42, 1)
    assert found.place is not None
    assert (found.place.code, found.place.number) == ("O3", 2566)
    assert found.behind_place == found.place
    assert found.entered
    assert not disclosure_figure(result, Disclosure(fiscal_year=2566, items={}), TODAY).entered
    scored = compute(sets[2566], {"O3": Decimal(100)})
    assert disclosure_figure(scored, disclosure, TODAY).behind == 0


def test_where_a_part_is_begun_belongs_to_it() -> None:
    for area in Area:
        if area is not Area.OTHER:
            assert area_of(beginning_of(area, 2566)) is area
