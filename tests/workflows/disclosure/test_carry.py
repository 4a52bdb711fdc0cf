"""Who publishes what goes on into a later year by the crosswalk, each item once."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import load_disclosure
from ita_desktop.domain.disclosure import DisclosureItem, asked_contents, oit_items
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.criteria import in_force
from ita_desktop.workflows.criteria.in_force import criteria_of
from ita_desktop.workflows.disclosure.carry import carry_duties, plan_duties
from ita_desktop.workflows.disclosure.entering import OitEdit, apply_oit_edits, tick_contents

LOOK = "ที่อยู่หน้าเว็บไซต์ยกมาจากปี 2566 กรุณาตรวจ"


def say(file: DataFile, year: int, code: str, **fields: str) -> None:
    edits = [OitEdit(code=code, field=field, text=text) for field, text in fields.items()]
    apply_oit_edits(file, year, edits, f"วาง {code}")


def known(file: DataFile, year: int, code: str) -> DisclosureItem:
    return load_disclosure(file, year).of(code)


def test_units_addresses_day_and_note_come_and_what_was_reached_stays(file: DataFile) -> None:
    say(
        file,
        2566,
        "O4",
        units="กองยุทธศาสตร์\nสำนักปลัด",
        addresses="https://a.go.th/plan",
        due="31 มีนาคม 2566",
        note="ส่งกองยุทธศาสตร์ก่อน",
        state="เผยแพร่แล้ว",
        dated="1 มีนาคม 2566",
        checked="2 มีนาคม 2566",
    )
    item = criteria_of(file, 2566).item_by_code["O4"]
    tick_contents(file, 2566, "O4", [one.text for one in asked_contents(item)], there=True)
    before = load_disclosure(file, 2566)
    done = carry_duties(file, 2566, 2567)
    assert [(line.code, [one.code for one in line.after]) for line in done.comes] == [
        ("O4", ["O7"])
    ]
    assert known(file, 2567, "O7") == DisclosureItem(
        code="O7",
        units="กองยุทธศาสตร์\nสำนักปลัด",
        addresses="https://a.go.th/plan",
        due=date(2024, 3, 31),
        note=f"ส่งกองยุทธศาสตร์ก่อน\n{LOOK}",
    )
    assert load_disclosure(file, 2566) == before


def test_items_that_are_merged_have_the_units_of_all_each_once(file: DataFile) -> None:
    say(file, 2566, "O11", units="กองคลัง\nสำนักปลัด", due="30/4/2566")
    say(file, 2566, "O12", units="สำนักปลัด\nกองยุทธศาสตร์", due="31/3/2566", note="รอบ 6 เดือน")
    done = carry_duties(file, 2566, 2567)
    assert known(file, 2567, "O8").units == "กองคลัง\nสำนักปลัด\nกองยุทธศาสตร์"
    assert known(file, 2567, "O8").due == date(2024, 3, 31)
    assert [line.note for line in done.comes] == [
        "รวมกับ O12 เป็น O8",
        "รวมกับ O11 เป็น O8",
    ]


def test_an_item_with_nothing_to_bring_says_so_and_nothing_of_a_merger(file: DataFile) -> None:
    say(file, 2566, "O11", units="กองคลัง")
    lines = {line.code: line for line in plan_duties(file, 2566, 2567).lines}
    assert lines["O11"].note == "รวมกับ O12 เป็น O8"
    assert (lines["O12"].note, lines["O12"].why) == ("", "ยังไม่มีหน่วยงานหรือข้อมูลอื่นในปี 2566")


def test_what_the_later_year_says_stays_and_only_the_rest_comes(file: DataFile) -> None:
    say(file, 2566, "O1", units="สำนักปลัด", addresses="https://a.go.th/old", note="ก")
    say(file, 2567, "O1", units="กองคลัง", note="ข")
    done = carry_duties(file, 2566, 2567)
    one = known(file, 2567, "O1")
    assert (one.units, one.addresses, one.note) == ("กองคลัง", "https://a.go.th/old", f"ข\n{LOOK}")
    (line,) = done.comes
    assert line.note == "คงหน่วยงานรับผิดชอบ หมายเหตุที่ปี 2567 มีอยู่ · กรุณาตรวจที่อยู่หน้าเว็บไซต์"


def test_a_second_time_brings_nothing_and_is_no_deed(file: DataFile) -> None:
    for item in oit_items(criteria_of(file, 2566)):
        say(file, 2566, item.code, units=f"กอง {item.code}", addresses="https://a.go.th", note="ก")
    carry_duties(file, 2566, 2567)
    there, newest = load_disclosure(file, 2567), file.latest_deed()
    again = carry_duties(file, 2566, 2567)
    assert again.comes == ()
    assert "ปี 2567 มีข้อมูลแล้ว" in {line.why for line in again.stays}
    assert load_disclosure(file, 2567) == there
    assert file.latest_deed() == newest


def test_a_mark_to_look_at_an_address_names_the_last_year_only(file: DataFile) -> None:
    say(file, 2565, "O1", addresses="https://a.go.th", note="ก")
    carry_duties(file, 2565, 2566)
    carry_duties(file, 2566, 2567)
    assert known(file, 2567, "O1").note == f"ก\n{LOOK}"


def test_a_note_that_comes_later_leaves_the_mark_to_look_at_the_address(file: DataFile) -> None:
    say(file, 2566, "O1", addresses="https://a.go.th")
    carry_duties(file, 2566, 2567)
    say(file, 2566, "O1", note="รอภาพจากกองช่าง")
    carry_duties(file, 2566, 2567)
    assert known(file, 2567, "O1").note == f"รอภาพจากกองช่าง\n{LOOK}"
    say(file, 2567, "O1", addresses="")
    carry_duties(file, 2566, 2567)
    assert known(file, 2567, "O1").note == f"รอภาพจากกองช่าง\n{LOOK}"


def test_a_note_keeps_its_lines_as_they_were_typed(file: DataFile) -> None:
    typed = "ส่งกองคลัง\n\nส่งสำนักปลัด\nส่งกองคลัง"
    say(file, 2566, "O1", note=typed)
    say(file, 2566, "O2", addresses="https://a.go.th")
    say(file, 2567, "O2", note=typed)
    carry_duties(file, 2566, 2567)
    assert known(file, 2567, "O1").note == typed
    assert known(file, 2567, "O2").note == f"{typed}\n{LOOK}"


def test_a_day_that_the_year_lacks_is_the_one_before(file: DataFile) -> None:
    say(file, 2567, "O1", due="29/2/2567")
    carry_duties(file, 2567, 2568)
    assert known(file, 2568, "O1").due == date(2025, 2, 28)


def test_one_deed_and_its_undo_takes_all_back(file: DataFile) -> None:
    say(file, 2566, "O1", units="สำนักปลัด")
    carry_duties(file, 2566, 2568)
    assert known(file, 2568, "O1").units == "สำนักปลัด"
    undone = file.undo()
    assert undone is not None
    assert undone.name == "ยกหน้าที่เผยแพร่ OIT จากปี 2566 ไปปี 2568"
    assert not load_disclosure(file, 2568).items
    assert (2568,) not in file.read("SELECT id FROM fiscal_year")


@pytest.mark.parametrize("to_year", [2566, 2565, 2600])
def test_a_year_that_is_not_later_or_has_no_criteria_is_refused(
    file: DataFile, to_year: int
) -> None:
    with pytest.raises(ClerkError):
        carry_duties(file, 2566, to_year)


def test_over_a_year_without_criteria_nothing_is_guessed(
    file: DataFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    say(file, 2566, "O1", units="สำนักปลัด")

    def years(_file: DataFile) -> tuple[int, ...]:
        return (2566, 2568)

    monkeypatch.setattr(in_force, "criteria_years", years)
    plan = plan_duties(file, 2566, 2568)
    assert plan.comes == ()
    assert {line.why for line in plan.stays} == {"ยังไม่มีชุดเกณฑ์ปี 2567 จึงเทียบข้อไม่ได้"}


@pytest.mark.parametrize("to_year", [2567, 2568])
def test_every_item_of_2566_comes_or_is_listed_as_the_facts_have_it(
    file: DataFile, shared: Path, to_year: int
) -> None:
    facts: dict[str, Any] = json.loads((shared / "domain" / "criteria.json").read_text("utf-8"))
    items = oit_items(criteria_of(file, 2566))
    assert len(items) == 43
    for item in items:
        say(file, 2566, item.code, units=f"หน่วย {item.code}")
    wanted: dict[str, set[str]] = {item.code: set() for item in items}
    for row in facts["crosswalk_oit"]:
        for code in row["2566"]:
            wanted[code] |= set(row[str(to_year)])
    done = carry_duties(file, 2566, to_year)
    old = {line.code: line for line in done.lines if not line.is_new}
    assert [*old] == [item.code for item in items]
    for code, codes in wanted.items():
        assert {one.code for one in old[code].after} >= codes
        assert bool(old[code].why) == (not old[code].after)
    there = load_disclosure(file, to_year)
    for code, line in old.items():
        for one in line.after:
            assert f"หน่วย {code}" in there.of(one.code).units.split("\n")
    dropped = {line.code: line.why for line in old.values() if line.why}
    assert set(dropped) <= {code for code, codes in wanted.items() if not codes}
    assert all(why.startswith("ไม่มีข้อที่สืบต่อในปี ") for why in dropped.values())
    new = [line.after[0].code for line in done.lines if line.is_new]
    assert {line.why for line in done.lines if line.is_new} <= {"ข้อใหม่"}
    assert {*new, *there.items} == {one.code for one in oit_items(criteria_of(file, to_year))}
    assert not set(new) & set(there.items)


def test_what_is_known_of_an_item_that_the_criteria_no_longer_have_is_listed(
    file: DataFile,
) -> None:
    say(file, 2566, "O16", units="กองคลัง", addresses="https://a.go.th/o16")
    criteria = criteria_of(file, 2566)
    items = tuple(one for one in criteria.items if one.code != "O16")
    in_force.take_criteria(file, replace(criteria, items=items))
    plan = plan_duties(file, 2566, 2567)
    (line,) = [one for one in plan.lines if one.code == "O16"]
    assert (line.units, line.addresses) == ("กองคลัง", "https://a.go.th/o16")
    assert (line.after, line.why) == ((), "เกณฑ์ปี 2566 ไม่มีข้อนี้")
    assert line in plan.stays


def test_an_item_that_is_dropped_on_the_way_says_in_which_year(file: DataFile) -> None:
    say(file, 2566, "O10", units="สำนักปลัด")
    (line,) = [one for one in plan_duties(file, 2566, 2568).lines if one.code == "O10"]
    assert line.why == "ไม่มีข้อที่สืบต่อในปี 2567"


def test_titles_that_were_not_checked_are_listed_as_drafts(file: DataFile) -> None:
    say(file, 2566, "O4", units="กองคลัง")
    (line,) = plan_duties(file, 2566, 2567).comes
    assert "(ร่าง)" not in line.title
    for one in line.after:
        item = criteria_of(file, 2567).item_by_code[one.code]
        assert one.title.endswith("(ร่าง)") is not item.status.checked
