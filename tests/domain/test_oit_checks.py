"""Rules of OIT items: each fault is told once, at its place, with the points of its item."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from ita_desktop.criteria import shipped_criteria
from ita_desktop.domain.criteria import Item
from ita_desktop.domain.disclosure import (
    Disclosure,
    DisclosureItem,
    PublishState,
    asked_contents,
    oit_items,
)
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import Lack, asked, points_at_stake, worst_first
from ita_desktop.domain.oit_checks import oit_lacks
from ita_desktop.domain.oit_facts import OitFacts
from ita_desktop.domain.score_entry import EXCLUDED, Entry
from ita_desktop.domain.scores import compute

TODAY = date(2023, 5, 2)
E, W, N = Severity.ERROR, Severity.WARNING, Severity.NOTE
CRITERIA = shipped_criteria(2566)
assert CRITERIA is not None
ITEMS = oit_items(CRITERIA)
ASKED = {item.code: asked(compute(CRITERIA, {}), item) for item in ITEMS}


_NONE: frozenset[str] = frozenset()


def good(item: Item) -> DisclosureItem:
    """Return an item that lacks nothing."""
    return DisclosureItem(
        code=item.code,
        state=PublishState.CHECKED,
        units="กองคลัง",
        addresses=f"https://www.example.go.th/{item.code}",
        due=date(2023, 3, 31),
        checked=date(2023, 4, 20),
        dated=date(2023, 4, 5),
        contents=frozenset(one.text for one in asked_contents(item)),
    )


def found(
    *changed: DisclosureItem, scores: dict[str, Entry] | None = None, today: date = TODAY
) -> list[Lack]:
    """Return what is found where all items are good but those that were changed."""
    items = {item.code: good(item) for item in ITEMS} | {one.code: one for one in changed}
    return oit_lacks(
        OitFacts(
            fiscal_year=2566,
            items=ITEMS,
            disclosure=Disclosure(fiscal_year=2566, items=items),
            asked=ASKED,
            scores=scores or {},
            units=("กองคลัง",),
            today=today,
        )
    )


def item(code: str, **values: object) -> DisclosureItem:
    """Return a good item with other values."""
    (known,) = (one for one in ITEMS if one.code == code)
    return replace(good(known), **values)  # pyright: ignore[reportArgumentType] - each by its name


def open_item(code: str, state: PublishState, due: date | None) -> DisclosureItem:
    """Return an item that is not published, with its QR code ticked where it asks for one."""
    return item(code, state=state, due=due, addresses="", checked=None)


def test_items_that_are_published_with_all_they_ask_for_lack_nothing() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("changed", "severity", "field", "words"),
    [
        (
            open_item("O12", PublishState.NOT_BEGUN, date(2023, 3, 31)),
            *(E, "state", "ยังไม่เริ่ม เลยกำหนดเผยแพร่ 31 มี.ค. 66 แล้ว"),
        ),
        (
            open_item("O12", PublishState.IN_WORK, date(2023, 3, 31)),
            *(E, "state", "อยู่ระหว่างจัดทำ เลยกำหนดเผยแพร่ 31 มี.ค. 66 แล้ว"),
        ),
        (
            open_item("O12", PublishState.IN_WORK, date(2023, 5, 31)),
            *(W, "state", "อยู่ระหว่างจัดทำ ต้องเผยแพร่ภายใน 31 พ.ค. 66"),
        ),
        (
            open_item("O12", PublishState.NOT_BEGUN, None),
            *(W, "due", "ยังไม่เริ่ม และยังไม่มีกำหนดเผยแพร่"),
        ),
        (item("O12", addresses=""), E, "addresses", "ตรวจสอบแล้วแต่ยังไม่มีที่อยู่หน้าเว็บไซต์"),
        (item("O12", checked=None), W, "checked", "ตรวจสอบแล้วแต่ยังไม่มีวันที่ตรวจสอบหน้าเว็บไซต์"),
        (item("O12", units=""), W, "units", "ยังไม่มีหน่วยงานรับผิดชอบ"),
        (
            item("O12", units="กองคลัง\nกองใหม่"),
            *(N, "units", "ระบุหน่วยงานที่ไม่อยู่ในรายชื่อของหน่วยงาน: กองใหม่"),
        ),
        (
            item("O12", addresses="หน้าแรก"),
            *(W, "addresses", "มีที่อยู่หน้าเว็บไซต์ที่ไม่ถูกต้อง: “หน้าแรก”"),
        ),
        (
            item("O12", contents=_NONE),
            *(E, "contents", "ตรวจสอบแล้วแต่ยังไม่ได้ตรวจองค์ประกอบใดจากทั้ง 4 รายการ"),
        ),
        (
            item("O12", dated=date(2023, 1, 15)),
            W,
            "dated",
            "มีเอกสารลงวันที่ 15 ม.ค. 66 ก่อนสิ้นสุดวันที่ 31 มี.ค. 66 แต่ข้อนี้ขอข้อมูลของ 6 เดือนแรกของปี พ.ศ. 2566",
        ),
        (
            item("O32", dated=date(2022, 9, 30)),
            *(W, "dated", "มีเอกสารลงวันที่ 30 ก.ย. 65 ก่อนวันที่ 1 ต.ค. 65 แต่ข้อนี้ขอข้อมูลของปี พ.ศ. 2566"),
        ),
        (
            item("O12", checked=date(2023, 4, 1)),
            *(W, "checked", "มีวันที่ตรวจสอบ 1 เม.ย. 66 ก่อนวันที่ของเอกสาร 5 เม.ย. 66"),
        ),
        (
            item("O12", checked=date(2023, 6, 1)),
            *(W, "checked", "มีวันที่ตรวจสอบ 1 มิ.ย. 66 ซึ่งยังมาไม่ถึง"),
        ),
        (
            item("O12", due=date(2024, 3, 31)),
            *(W, "due", "มีกำหนดเผยแพร่ 31 มี.ค. 67 อยู่นอกปีงบประมาณ 2566"),
        ),
    ],
)
def test_each_fault_of_an_item_is_told_once_at_its_place(
    changed: DisclosureItem, severity: Severity, field: str, words: str
) -> None:
    (lack,) = found(changed)
    assert (lack.severity, lack.place.field, lack.place.code) == (severity, field, changed.code)
    assert (lack.place.kind, lack.place.number, lack.item) == ("oit_item", 2566, changed.code)
    assert lack.message.startswith(f"ข้อ {changed.code} “")
    assert lack.message.endswith(f" {words}")
    assert lack.points == ASKED[changed.code].points


def test_a_content_that_is_not_ticked_is_named_and_costs_the_item() -> None:
    (known,) = (one for one in ITEMS if one.code == "O1")
    first, *others = asked_contents(known)
    (lack,) = found(item("O1", contents=frozenset(one.text for one in others)))
    assert (lack.severity, lack.content, lack.points) == (E, first.text, Fraction(2, 5))
    assert f"ยังไม่มีองค์ประกอบ “{first.words[:20]}" in lack.message


def test_a_content_that_is_asked_for_only_if_any_is_a_note_and_costs_nothing() -> None:
    (known,) = (one for one in ITEMS if one.code == "O39")
    first, if_any = asked_contents(known)
    assert (first.is_optional, if_any.is_optional) == (False, True)
    lacks = found(item("O39", contents=frozenset({first.text})))
    assert [(one.severity, one.content) for one in lacks] == [(N, if_any.text)]
    assert points_at_stake(lacks) == 0
    (lack,) = found(item("O39", contents=frozenset({if_any.text})))
    assert (lack.severity, lack.content) == (E, first.text)


def test_an_item_that_lacks_several_contents_costs_its_points_once() -> None:
    (known,) = (one for one in ITEMS if one.code == "O42")
    last = asked_contents(known)[-1]
    lacks = found(item("O42", contents=frozenset({last.text})), item("O1", addresses=""))
    assert len([one for one in lacks if one.item == "O42"]) == 5
    assert points_at_stake(lacks) == Fraction(12, 5)


def test_an_item_of_10_2_costs_2_00_and_comes_before_one_of_9_1_that_costs_0_40() -> None:
    lacks = worst_first(found(item("O3", addresses=""), item("O41", addresses="")))
    assert [(one.item, one.points) for one in lacks] == [("O41", 2), ("O3", Fraction(2, 5))]


def test_the_qr_code_is_asked_for_before_the_item_is_published() -> None:
    (known,) = (one for one in ITEMS if one.code == "O43")
    texts = frozenset(one.text for one in asked_contents(known) if "QR" not in one.text)
    changed = replace(open_item("O43", PublishState.IN_WORK, date(2023, 3, 31)), contents=texts)
    late, code = found(changed)
    assert (late.severity, late.place.field) == (E, "state")
    assert (code.severity, code.place.field) == (W, "contents")
    assert code.content.startswith("แสดง QR code")
    soon = found(changed, today=date(2023, 3, 1))
    assert (N, "contents") in [(one.severity, one.place.field) for one in soon]
    undated = found(replace(changed, due=None))
    assert (W, "contents") in [(one.severity, one.place.field) for one in undated]


def test_a_report_may_be_made_from_the_first_day_of_its_last_month_on() -> None:
    assert found(item("O12", dated=date(2023, 3, 1))) == []
    (lack,) = found(item("O12", dated=date(2023, 2, 28)))
    assert lack.place.field == "dated"


@pytest.mark.parametrize(
    ("state", "score", "words"),
    [
        (PublishState.EXCLUDED, Decimal(100), "มีสถานะ “ไม่คิดคะแนน” แต่มีคะแนน 100"),
        (PublishState.CHECKED, EXCLUDED, "มีสถานะ “ตรวจสอบแล้ว” แต่ผลคะแนนเป็นไม่คิดคะแนน"),
        (
            *(PublishState.PUBLISHED, Decimal(0)),
            "เผยแพร่แล้วแต่ได้ 0 คะแนน กรุณาตรวจว่าหน้าเว็บไซต์มีครบตามองค์ประกอบ",
        ),
    ],
)
def test_a_state_that_the_score_contradicts_is_told(
    state: PublishState, score: Entry, words: str
) -> None:
    (lack,) = found(item("O12", state=state), scores={"O12": score})
    assert (lack.severity, lack.place.field) == (W, "state")
    assert lack.message.endswith(words)


def test_an_item_that_does_not_count_need_not_be_published() -> None:
    changed = open_item("O12", PublishState.EXCLUDED, date(2023, 3, 31))
    assert found(replace(changed, units="", contents=_NONE)) == []
    assert found(changed, scores={"O12": EXCLUDED}) == []


def test_an_item_that_was_scored_as_left_out_lacks_nothing_but_its_state() -> None:
    untold = DisclosureItem(code="O12", units="กองคลัง")
    assert [one.place.field for one in found(untold, scores={"O12": EXCLUDED})] == ["state"]
    nothing = found(DisclosureItem(code="O12"), scores={"O12": EXCLUDED})
    assert [one.place.field for one in nothing] == ["units"]
    bare = replace(open_item("O43", PublishState.IN_WORK, date(2023, 3, 31)), contents=_NONE)
    (lack,) = found(bare, scores={"O43": EXCLUDED})
    assert lack.message.endswith("มีสถานะ “อยู่ระหว่างจัดทำ” แต่ผลคะแนนเป็นไม่คิดคะแนน")


def test_an_item_that_was_scored_100_is_published_whatever_its_state_says() -> None:
    changed = open_item("O12", PublishState.IN_WORK, date(2023, 3, 31))
    (lack,) = found(changed, scores={"O12": Decimal(100)})
    assert (lack.severity, lack.place.field) == (N, "state")


def test_an_address_of_two_items_is_a_note_that_names_both() -> None:
    (lack,) = found(
        item("O12", addresses="https://www.example.go.th/ita/"),
        item("O13", addresses="http://example.go.th/ita"),
    )
    assert (lack.severity, lack.place.code) == (N, "O13")
    assert "ข้อ O12, O13 ใช้ที่อยู่หน้าเว็บไซต์เดียวกัน" in lack.message


def test_a_plan_may_be_made_before_its_year_but_not_after_it() -> None:
    assert found(item("O36", dated=date(2022, 8, 1))) == []
    (lack,) = found(
        item("O36", dated=date(2023, 10, 2), checked=date(2023, 10, 9)), today=date(2023, 11, 1)
    )
    assert "หลังวันที่ 30 ก.ย. 66" in lack.message


def test_the_report_on_the_year_before_is_made_after_that_year() -> None:
    assert found(item("O38", dated=date(2022, 11, 1))) == []
    (lack,) = found(item("O38", dated=date(2022, 5, 1)))
    assert lack.content == "เป็นรายงานผลของปี พ.ศ. 2565"


@pytest.mark.parametrize("year", range(2564, 2570))
def test_of_every_year_items_that_are_published_in_time_lack_nothing(year: int) -> None:
    criteria = shipped_criteria(year)
    assert criteria is not None
    days = {"due": (4, 30), "dated": (4, 5), "checked": (4, 20)}
    at = {name: date(year - 543, *day) for name, day in days.items()}
    known = {one.code: replace(good(one), **at) for one in oit_items(criteria)}
    facts = OitFacts(
        fiscal_year=year,
        items=oit_items(criteria),
        disclosure=Disclosure(fiscal_year=year, items=known),
        asked={},
        scores={},
        units=("กองคลัง",),
        today=date(year - 543, 5, 2),
    )
    assert len(known) > 25
    assert oit_lacks(facts) == []


def test_a_year_of_whose_items_nobody_said_anything_says_it_once() -> None:
    facts = OitFacts(
        fiscal_year=2566,
        items=ITEMS,
        disclosure=Disclosure(fiscal_year=2566),
        asked=ASKED,
        scores={},
        units=(),
        today=TODAY,
    )
    (lack,) = oit_lacks(facts)
    assert (lack.severity, lack.place.row, lack.place.field) == (W, "fiscal_year:2566", "oit")
    assert "ทั้ง 43 ข้อ" in lack.message
    assert oit_lacks(replace(facts, items=())) == []


def test_where_no_content_tells_of_its_time_a_report_may_be_made_after_it() -> None:
    criteria = shipped_criteria(2565)
    assert criteria is not None
    (monthly,) = (one for one in oit_items(criteria) if one.code == "O23")
    assert monthly.data_period == "2565-H1-monthly"

    def told(day: date) -> list[str]:
        known = replace(good(monthly), due=date(2022, 4, 29), dated=day, checked=day)
        facts = OitFacts(
            fiscal_year=2565,
            items=(monthly,),
            disclosure=Disclosure(fiscal_year=2565, items={"O23": known}),
            asked={},
            scores={},
            units=(),
            today=TODAY,
        )
        return [lack.place.field for lack in oit_lacks(facts)]

    assert told(date(2022, 4, 5)) == []
    assert told(date(2022, 9, 30)) == []
    assert told(date(2022, 10, 1)) == ["dated"]


def test_an_item_that_is_not_published_is_at_stake_before_it_is_late() -> None:
    lacks = found(open_item("O42", PublishState.IN_WORK, date(2023, 6, 30)))
    assert [(one.severity, one.item) for one in lacks] == [(W, "O42")]
    assert points_at_stake(lacks) == 2


def test_what_has_neither_a_unit_nor_a_day_is_told_once() -> None:
    (lack,) = found(item("O1", state=PublishState.NOT_BEGUN, due=None, units=""))
    assert (lack.severity, lack.place.field, lack.place.code) == (W, "units", "O1")
    assert lack.message.endswith("ยังไม่เริ่ม ยังไม่มีหน่วยงานรับผิดชอบและกำหนดเผยแพร่")
    scored = found(
        item("O1", state=PublishState.NOT_BEGUN, due=None, units=""), scores={"O1": Decimal(100)}
    )
    assert sorted(one.place.field for one in scored) == ["state", "units"]


def test_what_is_not_published_when_the_year_is_over_is_lost_also_without_a_day() -> None:
    waiting = item("O1", state=PublishState.IN_WORK, due=None)
    (lack,) = found(waiting, today=date(2023, 10, 1))
    assert (lack.severity, lack.place.field) == (E, "state")
    (lack,) = found(waiting, today=date(2023, 9, 30))
    assert (lack.severity, lack.place.field) == (W, "due")
