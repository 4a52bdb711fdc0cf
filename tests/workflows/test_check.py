"""The check of a year: what the sample lacks, worst first, and as plain data."""

import json
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.plans import plans_of
from ita_desktop.db.rounds import put_closed
from ita_desktop.db.rows import Kind
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import Lack, worst_first
from ita_desktop.domain.measures import Tracker
from ita_desktop.domain.plan import Plan
from ita_desktop.domain.risks import Register
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.check import (
    MEASURE_RULES,
    PLAN_RULES,
    RISK_RULES,
    RULES,
    as_plain,
    check,
    check_years,
)
from ita_desktop.workflows.dump import dump
from ita_desktop.workflows.measures.everything import measure_tables
from ita_desktop.workflows.plans.everything import plan_tables
from ita_desktop.workflows.plans.making import remove_plan
from ita_desktop.workflows.readiness.plans import items_of_plan
from ita_desktop.workflows.readiness.risks import items_of_risks
from ita_desktop.workflows.risks.everything import risk_tables
from ita_desktop.workflows.rows.deeds import fiscal_year_of_row
from tests.workflows.measures.trackers import YEAR, put_tracker, trackers
from tests.workflows.plans.any_plans import plans, put_plan
from tests.workflows.risks.registers import put_register, registers

APRIL = date(2023, 4, 5)
"""After the first half of the fiscal year 2566."""


def about(lacks: tuple[Lack, ...], field: str) -> list[Lack]:
    return [lack for lack in lacks if lack.place.field == field]


def test_what_the_sample_lacks_is_named_with_the_item_and_the_points_it_costs(
    sample: DataFile,
) -> None:
    found = check(sample, 2566, APRIL, rules=MEASURE_RULES)
    (owner,) = about(found, "units")[:1]
    assert (owner.severity, owner.item, owner.points) == (Severity.ERROR, "O42", 2)
    assert owner.message == "ขั้นตอน “ประกาศผลการปรับปรุงให้ประชาชนทราบ” ยังไม่มีผู้รับผิดชอบ"
    (follow_up,) = about(found, "follow_up")
    assert (follow_up.item, follow_up.place.kind) == ("O42", "measure")
    result = about(found, "result")
    assert {(one.item, one.place.months, one.severity) for one in result} == {
        ("O43", 6, Severity.ERROR)
    }
    (band,) = about(found, "band")
    assert "“O22” ได้ 0 คะแนน" in band.message
    (percent,) = about(found, "percent")
    assert percent.message.endswith("ระบุว่าแล้วเสร็จแต่ร้อยละความก้าวหน้าเป็น 60")


def test_what_the_samples_risks_lack_is_named_with_item_and_place(sample: DataFile) -> None:
    found = check(sample, 2566, APRIL, rules=RISK_RULES)
    told = [(one.severity, one.item, one.place.kind, one.place.field) for one in found]
    assert told == [
        (Severity.ERROR, "O34", "risk", "likelihood"),
        (Severity.ERROR, "O35", "treatment", "result"),
        (Severity.WARNING, "O34", "treatment", "period"),
        (Severity.NOTE, "O34", "risk", "after_likelihood"),
    ]
    assert {one.points for one in found} == {Fraction(5, 4)}
    first = found[0]
    assert first.message == (
        "ความเสี่ยงที่ 9 “นำรถราชการไปใช้ส่วนตัวนอกเวลา” ยังไม่มีระดับความเสี่ยง กรุณากรอกโอกาสและผลกระทบ หรือระดับ"
    )
    assert found[1].place.months == 6
    assert found[3].message.startswith("ความเสี่ยงที่ 4 “กำหนดคุณลักษณะ")
    for lack in found:
        assert fiscal_year_of_row(sample, Kind(lack.place.kind), lack.place.number) == 2566


def test_all_of_a_year_is_what_each_part_of_it_lacks(sample: DataFile) -> None:
    parts = [check(sample, 2566, APRIL, rules=(rule,)) for rule in RULES]
    assert check(sample, 2566, APRIL) == worst_first([lack for part in parts for lack in part])


def test_the_year_before_whose_reports_are_all_there_lacks_little(sample: DataFile) -> None:
    found = check(sample, 2565, APRIL, rules=RISK_RULES)
    assert [(one.severity, one.place.kind, one.place.field) for one in found] == [
        (Severity.NOTE, "risk", "after_likelihood"),
        (Severity.NOTE, "risk", "after_likelihood"),
    ]


def test_the_items_that_ask_for_risks_follow_the_crosswalk(sample: DataFile) -> None:
    assert items_of_risks(sample, 2566) == ("O34", "O35")
    assert all(items_of_risks(sample, year) for year in (2565, 2567))
    assert items_of_risks(sample, 2569) == ("O21 (ร่าง)", "O22 (ร่าง)")
    assert items_of_risks(sample, 2590) == ()


def test_the_items_that_ask_for_the_plan_follow_the_crosswalk(sample: DataFile) -> None:
    assert items_of_plan(sample, 2566) == ("O36", "O37", "O38")
    assert items_of_plan(sample, 2565) == ("O39", "O40", "O41")
    ours = "O32 (ร่าง)", "O33 (ร่าง)"  # no item asks for the half year any more
    assert items_of_plan(sample, 2567) == ours
    assert items_of_plan(sample, 2569) == ("O23 (ร่าง)", "O24 (ร่าง)")
    assert items_of_plan(sample, 2590) == ()


def test_what_the_samples_plan_lacks_is_in_the_one_project_that_was_left(sample: DataFile) -> None:
    found = check(sample, 2566, APRIL, rules=PLAN_RULES)
    errors = [one for one in found if one.severity is Severity.ERROR]
    assert [(one.item, one.place.field) for one in errors] == [("O36", "period"), ("O36", "amount")]
    assert len({one.place.row for one in errors}) == 1
    assert {one.points for one in errors} != {None}
    assert not [one for one in check(sample, 2565, APRIL, rules=PLAN_RULES) if one.item]


def test_a_year_no_plan_covers_says_where_to_begin_one(sample: DataFile) -> None:
    remove_plan(sample, plans_of(sample)[1].id)
    (none,) = check(sample, 2566, APRIL, rules=PLAN_RULES)
    assert (none.severity, none.item) == (Severity.ERROR, "O36")
    assert (none.place.row, none.place.field) == ("fiscal_year:2566", "plan")


def test_the_report_of_the_year_before_is_asked_for_this_year(sample: DataFile) -> None:
    with sample.deed("ลบผล"):
        sample.connection.execute("DELETE FROM project_result WHERE fiscal_year < 2566")
    found = [one for one in check(sample, 2566, APRIL, rules=PLAN_RULES) if one.item == "O38"]
    (missing,) = found
    assert (missing.severity, missing.place.months) == (Severity.ERROR, 12)
    assert (missing.place.kind, missing.place.field) == ("plan", "progress:2565")
    with sample.deed("ปิดรอบ"):
        put_closed(sample, 2565, 12, "2022-10-20T03:00:00+00:00", "{}")
    assert not [one for one in check(sample, 2566, APRIL, rules=PLAN_RULES) if one.item == "O38"]


def test_the_worst_comes_first(sample: DataFile) -> None:
    found = check(sample, 2566, APRIL)
    order = [[*Severity].index(lack.severity) for lack in found]
    assert order == sorted(order)
    assert len({*order}) == 3


def test_reports_are_asked_for_when_their_round_is_over_or_when_it_is_named(
    sample: DataFile,
) -> None:
    def rounds(day: date, months: int | None = None) -> set[int | None]:
        asked = None if months is None else 6 if months == 6 else 12
        found = check(sample, 2566, day, asked, (*MEASURE_RULES, *RISK_RULES))
        return {lack.place.months for lack in about(found, "result")}

    assert rounds(date(2023, 3, 31)) == set()
    assert rounds(date(2023, 4, 1)) == {6}
    assert rounds(date(2023, 10, 1)) == {6, 12}
    assert rounds(date(2022, 12, 1), 12) == {12}


def test_a_file_is_checked_where_it_has_measures_and_in_its_newest_year(sample: DataFile) -> None:
    found = check_years(sample, None, APRIL)
    assert list(found["years"]) == ["2565", "2566"]
    assert found["counts"]["error"] > 0
    assert found["date"] == "2023-04-05"
    json.dumps(found)
    assert list(check_years(sample, 2564, APRIL)["years"]) == ["2564"]
    with pytest.raises(ClerkError, match="2570"):
        check_years(sample, 2570, APRIL)


def test_a_year_without_measures_says_where_to_begin(sample: DataFile) -> None:
    only, no_risks = check(sample, 2564, APRIL, rules=(*MEASURE_RULES, *RISK_RULES))
    assert no_risks.place.row == "fiscal_year:2564"
    assert (no_risks.severity, no_risks.place.field) == (Severity.ERROR, "risks")
    assert (only.severity, only.place.field, only.place.row) == (
        *(Severity.ERROR, "weak"),
        "fiscal_year:2564",
    )
    assert as_plain(only)["points"] is None


def test_plain_data_say_the_place(sample: DataFile) -> None:
    plain = as_plain(about(check(sample, 2566, APRIL), "percent")[0])
    assert plain.keys() == {"severity", "item", "content", "points", "message", "place"}
    assert (plain["points"], plain["item"]) == ("2.00", "O43")
    assert plain["place"] | {"number": 0, "topic": 0} == {
        "kind": "step",
        "number": 0,
        "field": "percent",
        "round": 6,
        "topic": 0,
        "code": None,
    }


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None
)
@given(tracker=trackers, day=st.dates(date(2022, 10, 1), date(2023, 12, 31)))
def test_of_any_measures_each_finding_has_one_line_and_a_place_that_is_there(
    file: DataFile, tracker: Tracker, day: date
) -> None:
    kept = put_tracker(file, tracker)
    found = check(file, YEAR, day, rules=MEASURE_RULES)
    for lack in found:
        assert lack.message == " ".join(lack.message.split())
        if lack.place.kind == "fiscal_year":
            before = lack.place.field == "scores"
            assert (lack.place.number, lack.place.topic) == (YEAR - before, 0)
        else:
            kind = Kind(lack.place.kind)
            assert fiscal_year_of_row(file, kind, lack.place.number) == YEAR
            assert lack.place.topic in {topic.id for topic in kept.topics}
    assert found == worst_first([*found])
    json.dumps([as_plain(lack) for lack in found])
    assert len(dump(file, YEAR)["years"][str(YEAR)]["measures"]) == len(kept.topics)
    names = [table.name for table in measure_tables(file, YEAR)]
    assert (f"มาตรการ {YEAR}" in names) == bool(kept.topics)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None
)
@given(register=registers(), day=st.dates(date(2022, 10, 1), date(2023, 12, 31)))
def test_of_any_risks_each_finding_has_one_line_and_a_place_that_is_there(
    file: DataFile, register: Register, day: date
) -> None:
    kept = put_register(file, register)
    found = check(file, YEAR, day, rules=RISK_RULES)
    for lack in found:
        assert lack.message == " ".join(lack.message.split())
        assert lack.place.topic == 0
        if lack.place.kind == "fiscal_year":
            assert (lack.place.number, lack.place.field in ("risks", "method")) == (YEAR, True)
        else:
            kind = Kind(lack.place.kind)
            assert fiscal_year_of_row(file, kind, lack.place.number) == YEAR
    assert bool(kept.processes) or [one.place.field for one in found] == ["risks"]
    assert found == worst_first([*found])
    json.dumps([as_plain(lack) for lack in found])
    told = dump(file, YEAR)["years"][str(YEAR)]["risks"]
    assert [len(one["risks"]) for one in told] == [len(one.risks) for one in kept.processes]
    names = [table.name for table in risk_tables(file, YEAR)]
    assert (f"ความเสี่ยง {YEAR}" in names) == bool(kept.processes)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None
)
@given(plan=plans(), day=st.dates(date(2022, 10, 1), date(2023, 12, 31)))
def test_of_any_plan_each_finding_has_one_line_and_a_place_that_is_there(
    file: DataFile, plan: Plan, day: date
) -> None:
    kept = put_plan(file, plan)
    found = check(file, YEAR, day, rules=PLAN_RULES)
    there = {
        "plan": {kept.id},
        "goal": {one.id for one in kept.goals},
        "section": {one.id for one in kept.sections},
        "project": {one.project.id for one in kept.placed()},
    }
    for lack in found:
        assert lack.message == " ".join(lack.message.split())
        assert lack.place.topic == 0
        assert lack.place.number in there[lack.place.kind]
    assert found == worst_first([*found])
    json.dumps([as_plain(lack) for lack in found])
    (told,) = dump(file)["plans"]
    assert len(told["projects"]) == len(there["project"])
    sections = sum(1 + len(one["sections"]) for one in told["dimensions"])
    assert sections == len(kept.sections)
    assert plan_tables(file)[0].name == "แผน 2566-2568"
