"""What the rules find in a register, one fact at a time, silent about the rest."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from ita_desktop.criteria.risk_methods import preset_methods
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import Asked, Lack
from ita_desktop.domain.measures import State, StepResult
from ita_desktop.domain.risk_checks import risk_lacks
from ita_desktop.domain.risk_facts import RiskFacts
from ita_desktop.domain.risk_method import RiskMethod
from ita_desktop.domain.risks import Process, Register, Risk, Treatment

A = preset_methods()[0]
DONE = StepResult(state=State.DONE, result="ตรวจครบ", percent=100)
RISK = Risk(id=2, text="ออกใบเสร็จไม่ครบ", likelihood=3, impact=4, after_likelihood=2, after_impact=4)
TREATMENT = Treatment(id=3, text="กระทบยอดทุกวัน", period="ม.ค.-ก.พ. ๖๖", results={6: DONE, 12: DONE})
PROCESS = Process(
    id=1,
    fiscal_year=2566,
    text="การรับเงิน",
    units="กองคลัง",
    risks=(RISK,),
    treatments=(TREATMENT,),
)
E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE


def found_in(*processes: Process, method: RiskMethod = A, **other: Any) -> list[Lack]:
    facts = RiskFacts(
        register=Register(fiscal_year=2566, method=method, processes=processes),
        units=("กองคลัง", "กองช่าง"),
        today=date(2023, 10, 5),
        rounds=(6, 12),
        plan=Asked("O34"),
        report=Asked("O35"),
    )
    return risk_lacks(replace(facts, **other))


def with_risk(**fields: Any) -> Process:
    return replace(PROCESS, risks=(replace(RISK, **fields),))


def with_treatment(**fields: Any) -> Process:
    return replace(PROCESS, treatments=(replace(TREATMENT, **fields),))


def with_word(word: str, **fields: Any) -> Process:
    """Return the process with a risk that has a word and no numbers."""
    nothing = dict.fromkeys(("likelihood", "impact", "after_likelihood", "after_impact"))
    return with_risk(**{**nothing, "level": word, "after_level": "ต่ำ", **fields})


def told(lacks: list[Lack]) -> list[tuple[Severity, str, str, str]]:
    return [(one.severity, one.item, one.place.row, one.place.field) for one in lacks]


def test_a_whole_register_with_its_reports_lacks_nothing() -> None:
    assert found_in(PROCESS) == []
    assert found_in(with_word("สูง")) == []
    assert found_in(replace(with_word(""), level="ปานกลาง")) == []


NO_PLACE = dict.fromkeys(("likelihood", "impact", "after_likelihood", "after_impact"))
TWO = (TREATMENT, replace(TREATMENT, id=4))


@pytest.mark.parametrize(
    ("process", "found"),
    [
        (None, [(E, "O34", "fiscal_year:2566", "risks")]),
        (replace(PROCESS, risks=()), [(E, "O34", "process:1", "risk")]),
        (replace(PROCESS, text=" "), [(W, "O34", "process:1", "text")]),
        (replace(PROCESS, treatments=()), [(E, "O34", "risk:2", "treatment")]),
        (with_treatment(risk=99), [(E, "O34", "risk:2", "treatment")]),
        (with_risk(text=""), [(E, "O34", "risk:2", "text")]),
        (with_risk(**NO_PLACE), [(E, "O34", "risk:2", "likelihood")]),
        (
            replace(PROCESS, risks=(RISK, replace(RISK, id=5, text=" ออกใบเสร็จไม่ครบ"))),
            [(W, "O34", "risk:5", "text")],
        ),
        (with_risk(impact=None), [(E, "O34", "risk:2", "impact")]),
        (with_word("สูง", likelihood=3), [(W, "O34", "risk:2", "impact")]),
        (with_risk(after_likelihood=None), [(W, "O34", "risk:2", "after_likelihood")]),
        (with_word("สูงมากๆ"), [(W, "O34", "risk:2", "level")]),
        (with_word("สูง", after_level="เบา"), [(W, "O34", "risk:2", "after_level")]),
        (replace(with_word(""), level="หนัก"), [(W, "O34", "process:1", "level")]),
        (with_risk(level="ต่ำ"), [(W, "O34", "risk:2", "level")]),
        (with_risk(level="สูง (10)"), [(W, "O34", "risk:2", "level")]),
        (with_risk(level="สูง (12)"), []),
        (with_risk(after_level="ต่ำ"), [(W, "O34", "risk:2", "after_level")]),
        (with_risk(likelihood=6), [(W, "O34", "risk:2", "likelihood")]),
        (
            with_risk(after_likelihood=None, after_impact=None),
            [(N, "O34", "risk:2", "after_likelihood")],
        ),
        (with_risk(likelihood=1, after_likelihood=None, after_impact=None), []),
        (with_risk(after_likelihood=4), [(W, "O34", "risk:2", "after_likelihood")]),
        (with_word("ปานกลาง", after_level="สูง"), [(W, "O34", "risk:2", "after_likelihood")]),
        (with_treatment(text=""), [(W, "O34", "treatment:3", "text")]),
        (replace(PROCESS, units=""), [(W, "O34", "treatment:3", "units")]),
        (replace(PROCESS, units="", treatments=TWO), [(W, "O34", "process:1", "units")]),
        (with_treatment(period=""), [(W, "O34", "treatment:3", "period")]),
        (with_treatment(period="เมื่อว่าง"), [(N, "O34", "treatment:3", "period")]),
        (with_treatment(period="ต.ค. ๖๖"), [(W, "O35", "treatment:3", "period")]),
        (with_treatment(units="กองใหม่"), [(N, "O34", "treatment:3", "units")]),
        (with_risk(units="กองใหม่"), [(N, "O34", "risk:2", "units")]),
        (replace(PROCESS, units="ทุกหน่วยงาน"), []),
        (with_treatment(results={12: DONE}), [(E, "O35", "treatment:3", "result")]),
        (with_treatment(results={6: DONE}), [(N, "O35", "treatment:3", "result")]),
        (
            with_treatment(results={6: StepResult(result="ทำแล้ว"), 12: DONE}),
            [(W, "O35", "treatment:3", "state")],
        ),
        (
            with_treatment(results={6: StepResult(state=State.DONE), 12: DONE}),
            [(W, "O35", "treatment:3", "result")],
        ),
        (
            with_treatment(results={6: DONE, 12: replace(DONE, percent=60)}),
            [(W, "O35", "treatment:3", "percent")],
        ),
    ],
)
def test_each_fact_that_is_missing_or_contradicts_is_told_at_its_place(
    process: Process | None, found: list[tuple[Severity, str, str, str]]
) -> None:
    processes = () if process is None else (process,)
    assert told(found_in(*processes)) == found


def test_a_treatment_that_begins_later_is_not_asked_for_and_one_that_is_over_is_late() -> None:
    later = with_treatment(period="พ.ค.-ก.ย. ๖๖", results={12: DONE})
    assert found_in(later) == []
    begun = with_treatment(results={6: StepResult(state=State.IN_WORK, result="ร่างแล้ว")})
    look: Callable[[date], list[Lack]] = lambda day: found_in(begun, today=day, rounds=(6,))  # noqa: E731
    assert look(date(2023, 2, 28)) == []
    (late,) = look(date(2023, 3, 1))
    assert (late.place.field, late.place.months, late.severity) == ("state", 6, W)
    assert "เลยกำหนด “ม.ค.-ก.พ. ๖๖” แล้วแต่ยังไม่แล้วเสร็จ" in late.message


def test_the_report_of_a_closed_round_is_not_asked_for_any_more() -> None:
    silent = with_treatment(results={12: DONE})
    register = Register(fiscal_year=2566, method=A, processes=(silent,), closed=frozenset({6}))
    assert found_in(register=register) == []


def test_a_method_with_a_hole_is_told_once_a_year_and_only_where_there_are_risks() -> None:
    low, middle, *higher = A.bands
    holed = replace(A, bands=(low, replace(middle, first=5), *higher))
    risk = with_risk(likelihood=1, after_likelihood=1, after_impact=2)
    found = found_in(risk, replace(PROCESS, text="การยืม"), method=holed)
    of_year = [one for one in found if one.place.row == "fiscal_year:2566"]
    assert {(one.item, one.place.field) for one in of_year} == {("O34", "method")}
    assert all("เกณฑ์ประเมินความเสี่ยง: " in one.message for one in of_year)
    assert told(found)[: len(found) - len(of_year)] == [(W, "O34", "risk:2", "likelihood")]
    assert [one.place.field for one in found_in(method=holed)] == ["risks"]


@pytest.mark.parametrize("method", preset_methods(), ids=lambda one: one.id)
def test_no_method_that_comes_with_the_program_has_an_error(method: RiskMethod) -> None:
    low = with_risk(likelihood=1, impact=1, after_likelihood=1, after_impact=1)
    assert [one.message for one in found_in(low, method=method) if one.severity is E] == []


def test_a_finding_names_the_risk_by_its_number_on_paper() -> None:
    other = replace(PROCESS, id=8, text="การยืม", risks=(replace(RISK, id=9, impact=None),))
    (one,) = found_in(PROCESS, other)
    assert one.message == "ความเสี่ยงที่ 2 “ออกใบเสร็จไม่ครบ” กรอกระดับไว้เพียงด้านเดียว ยังไม่มีผลกระทบ"


def test_the_same_level_after_treatment_is_no_higher_one() -> None:
    assert found_in(with_word("สูง", after_level="สูง")) == []
    (one,) = found_in(with_word("ปานกลาง", after_level="สูง"))
    assert "สูงกว่าก่อนจัดการ" in one.message


def test_units_nobody_knows_are_told_at_the_process_the_risk_and_the_treatment() -> None:
    known = {"risks": (replace(RISK, units="กองลับ"),)}
    process = replace(PROCESS, units="กองหาย", treatments=(replace(TREATMENT, units="กองใหม่"),))
    assert told(found_in(replace(process, **known))) == [
        (N, "O34", place, "units") for place in ("process:1", "treatment:3", "risk:2")
    ]
