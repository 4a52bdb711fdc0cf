"""OIT items: what they must show, of which days, and when they are late."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.disclosure import (
    Disclosure,
    DisclosureItem,
    PublishState,
    asked_contents,
    contents_of,
    data_dates,
    is_late,
    lines_of,
    missing_contents,
    oit_items,
    period_words,
)
from ita_desktop.domain.score_entry import EXCLUDED, Entry

Sets = Mapping[int, Criteria]


def test_the_items_of_2566_and_what_they_ask_for(sets: Sets) -> None:
    items = oit_items(sets[2566])
    assert [one.code for one in items] == [f"O{number}" for number in range(1, 44)]
    o38 = sets[2566].item_by_code["O38"]
    assert [(one.part, one.words[:20], one.heads) for one in contents_of(o38)] == [
        (0, "แสดงรายงานผลการดำเนิ", False),
        (0, "มีข้อมูลรายละเอียดสร", True),
        (1, "ผลการดำเนินโครงการหร", False),
        (2, "ผลการใช้จ่ายงบประมาณ", False),
        (3, "ปัญหา/อุปสรรค", False),
        (4, "ข้อเสนอแนะ", False),
        (0, "เป็นรายงานผลของปี พ.", False),
    ]
    assert len(asked_contents(o38)) == 6
    texts = [one.text for item in items for one in contents_of(item)]
    assert all(
        len(set(mine)) == len(mine) for mine in ([c.text for c in contents_of(i)] for i in items)
    )
    assert len(texts) > 150


def test_contents_that_are_not_ticked_are_missing(sets: Sets) -> None:
    o38 = sets[2566].item_by_code["O38"]
    all_of_them = asked_contents(o38)
    known = DisclosureItem(code="O38", contents=frozenset(one.text for one in all_of_them[:-1]))
    assert missing_contents(o38, known) == all_of_them[-1:]
    of_other_words = replace(known, contents=frozenset({"คำอื่น"}))
    assert missing_contents(o38, of_other_words) == all_of_them


@pytest.mark.parametrize(
    ("period", "dates", "words"),
    [
        ("2566", (date(2022, 10, 1), date(2023, 9, 30)), "ปี พ.ศ. 2566"),
        ("2566-H1", (date(2022, 10, 1), date(2023, 3, 31)), "6 เดือนแรกของปี พ.ศ. 2566"),
        (
            "2566-H1-monthly",
            (date(2022, 10, 1), date(2023, 3, 31)),
            "6 เดือนแรกของปี พ.ศ. 2566 รายเดือน",
        ),
        ("current", None, "ปัจจุบัน"),
        (None, None, ""),
    ],
)
def test_the_data_period(
    sets: Sets, period: str | None, dates: tuple[date, date] | None, words: str
) -> None:
    item = replace(sets[2566].item_by_code["O1"], data_period=period)
    assert data_dates(item) == dates
    assert period_words(item) == words


@pytest.mark.parametrize("state", PublishState)
def test_only_what_is_not_published_after_its_day_is_late(state: PublishState) -> None:
    known = DisclosureItem(code="O1", state=state, due=date(2023, 3, 31))
    late = state in (PublishState.NOT_BEGUN, PublishState.IN_WORK)
    assert is_late(known, {}, date(2023, 4, 1)) is late
    assert not is_late(known, {}, date(2023, 3, 31))
    assert not is_late(replace(known, due=None), {}, date(2023, 4, 1))


@pytest.mark.parametrize(("score", "late"), [(Decimal(100), 0), (EXCLUDED, 0), (Decimal(0), 1)])
def test_what_the_scores_of_the_year_count_is_not_late(score: Entry, late: int) -> None:
    known = DisclosureItem(code="O1", due=date(2023, 3, 31))
    assert is_late(known, {"O1": score}, date(2023, 4, 1)) == bool(late)
    assert is_late(known, {"O2": score}, date(2023, 4, 1)), "the score of another item"


def test_an_item_nobody_said_anything_of_is_an_empty_record() -> None:
    known = DisclosureItem(code="O2", note="รอ")
    disclosure = Disclosure(fiscal_year=2566, items={"O2": known})
    assert disclosure.of("O2") is known
    assert disclosure.of("O1") == DisclosureItem(code="O1")


def test_units_stand_one_a_line() -> None:
    assert lines_of(" กองคลัง \n\nกองช่าง") == ("กองคลัง", "กองช่าง")
