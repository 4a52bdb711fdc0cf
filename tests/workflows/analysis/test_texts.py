"""Texts of the analysis report: edited, frozen, freed, last year's, each one deed."""

from decimal import Decimal

import pytest

from ita_desktop.db.analysis_texts import analysis_texts, own_text_names
from ita_desktop.db.data_file import DataFile
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.analysis.texts import (
    TextState,
    freeze_all,
    freeze_text,
    keep_frozen,
    put_text,
    reset_text,
    text_states,
    unfreeze_text,
)
from ita_desktop.workflows.scores.year_scores import put_entries

YEAR = 2565


@pytest.fixture
def scored(file: DataFile) -> DataFile:
    """Return a file with the ten indicators of 2565."""
    put_entries(file, YEAR, {str(n): Decimal(80 + n) for n in range(1, 11)}, "คะแนน")
    return file


def state(file: DataFile, name: str, year: int = YEAR) -> TextState:
    return next(one for one in text_states(file, year) if one.name == name)


def test_texts_begin_as_ours_and_follow_the_data(scored: DataFile) -> None:
    before = state(scored, "instrument:IIT")
    assert "ผลการประเมินได้ 83.00 คะแนน" in before.printed
    assert (before.edited, before.frozen, before.outdated, before.own_year) == (False,) * 4
    put_entries(scored, YEAR, {"1": Decimal(91)}, "คะแนน")
    assert "ผลการประเมินได้ 85.00 คะแนน" in state(scored, "instrument:IIT").printed


def test_an_edited_text_keeps_its_places(scored: DataFile) -> None:
    put_text(scored, YEAR, "closing", "  ปี {ปี} ได้ {คะแนนรวม}\n")
    after = state(scored, "closing")
    assert (after.template, after.edited, after.own_year) == ("ปี {ปี} ได้ {คะแนนรวม}", True, True)
    assert after.printed == "ปี 2565 ได้ 86.80"
    latest = scored.latest_deed()
    put_text(scored, YEAR, "closing", "ปี {ปี} ได้ {คะแนนรวม}")
    put_text(scored, YEAR, "cover", state(scored, "cover").template)
    assert scored.latest_deed() == latest  # the same again is no deed


def test_a_frozen_text_stays_and_says_that_the_data_moved_on(scored: DataFile) -> None:
    freeze_text(scored, YEAR, "result")
    frozen = state(scored, "result")
    assert frozen.frozen
    assert not frozen.outdated
    assert not frozen.edited
    put_entries(scored, YEAR, {"10": Decimal(100)}, "คะแนน")
    after = state(scored, "result")
    assert after.printed == frozen.printed != after.filled
    assert after.outdated
    put_text(scored, YEAR, "result", "ถ้อยคำที่แก้เอง")
    edited = state(scored, "result")
    assert edited.printed == "ถ้อยคำที่แก้เอง"
    assert edited.template == frozen.template
    assert edited.outdated
    keep_frozen(scored, YEAR, "result")
    assert (state(scored, "result").printed, state(scored, "result").outdated) == (
        "ถ้อยคำที่แก้เอง",
        False,
    )
    freeze_text(scored, YEAR, "result")  # takes the new
    assert state(scored, "result").printed == after.filled


def test_a_text_that_is_freed_follows_the_data_again(scored: DataFile) -> None:
    freeze_text(scored, YEAR, "result")
    unfreeze_text(scored, YEAR, "result")
    assert own_text_names(scored, YEAR) == frozenset()  # nothing of its own was left
    put_text(scored, YEAR, "result", "ได้ {คะแนนรวม}")
    freeze_text(scored, YEAR, "result")
    unfreeze_text(scored, YEAR, "result")
    assert state(scored, "result").template == "ได้ {คะแนนรวม}"
    latest = scored.latest_deed()
    unfreeze_text(scored, YEAR, "result")
    keep_frozen(scored, YEAR, "result")
    assert scored.latest_deed() == latest


def test_a_text_that_is_not_frozen_is_neither_kept_nor_freed(scored: DataFile) -> None:
    put_text(scored, YEAR, "closing", "ปี {ปี}")
    latest = scored.latest_deed()
    for name in ("closing", "background"):
        keep_frozen(scored, YEAR, name)
        unfreeze_text(scored, YEAR, name)
    assert scored.latest_deed() == latest


def test_all_are_frozen_and_freed_by_one_undo(scored: DataFile) -> None:
    put_text(scored, YEAR, "closing", "")
    freeze_text(scored, YEAR, "cover")
    before = {one.name: one.printed for one in text_states(scored, YEAR)}
    freeze_all(scored, YEAR)
    after = {one.name: one for one in text_states(scored, YEAR)}
    assert [name for name, one in after.items() if not one.frozen] == ["closing"]
    assert {name: one.printed for name, one in after.items()} == before
    scored.undo()
    assert [one.name for one in text_states(scored, YEAR) if one.frozen] == ["cover"]


def test_empty_texts_are_printed_empty_but_not_frozen(scored: DataFile) -> None:
    put_text(scored, YEAR, "closing", "")
    assert state(scored, "closing").printed == ""
    with pytest.raises(ClerkError, match="ยังไม่มีข้อความ"):
        freeze_text(scored, YEAR, "closing")
    freeze_text(scored, YEAR, "cover")
    with pytest.raises(ClerkError, match="ตรึงไว้ว่างไม่ได้"):
        put_text(scored, YEAR, "cover", " ")
    with pytest.raises(ClerkError):
        put_text(scored, 2599, "cover", "x")
    with pytest.raises(LookupError):
        put_text(scored, YEAR, "no such text", "x")


def test_a_text_comes_along_into_later_years_unfrozen(scored: DataFile) -> None:
    put_text(scored, YEAR, "result", "ได้ {คะแนนรวม}")
    freeze_text(scored, YEAR, "result")
    put_entries(scored, 2566, {"total": Decimal("91.50")}, "คะแนน")
    later = state(scored, "result", 2566)
    assert (later.printed, later.edited, later.own_year, later.frozen) == (
        "ได้ 91.50",
        True,
        False,
        False,
    )
    reset_text(scored, 2566, "result")  # from last year's to the starting one
    first = state(scored, "result", 2566)
    assert (first.edited, first.own_year) == (False, True)
    put_text(scored, 2566, "result", "อื่น")
    reset_text(scored, 2566, "result")  # from its own to last year's
    assert state(scored, "result", 2566).template == "ได้ {คะแนนรวม}"
    reset_text(scored, YEAR, "result")
    assert not state(scored, "result").edited
    assert analysis_texts(scored, 2566) == {}


def test_the_year_that_asks_names_the_texts_of_the_year_that_is_analysed(scored: DataFile) -> None:
    put_text(scored, 2566, "closing", "ปี {ปี}")
    assert own_text_names(scored, YEAR) == {"closing"}
    assert text_states(scored, 2566) == text_states(scored, YEAR)
    freeze_text(scored, 2566, "closing")
    assert state(scored, "closing").frozen
    reset_text(scored, 2566, "closing")
    assert own_text_names(scored, YEAR) == frozenset()


def test_each_deed_says_what_it_did(scored: DataFile) -> None:
    put_text(scored, YEAR, "indicator:4", "ข้อความ {คะแนน:4}")
    freeze_text(scored, YEAR, "indicator:4")
    unfreeze_text(scored, YEAR, "indicator:4")
    reset_text(scored, YEAR, "indicator:4")
    freeze_all(scored, YEAR)
    told = [deed.name for _ in range(5) if (deed := scored.undo()) is not None]
    assert told == [
        "ตรึงข้อความทั้งฉบับ",
        "กลับข้อความตั้งต้น ตัวชี้วัดที่ 4",
        "ให้ข้อความตามข้อมูล ตัวชี้วัดที่ 4",
        "ตรึงข้อความ ตัวชี้วัดที่ 4",
        "แก้ข้อความ ตัวชี้วัดที่ 4",
    ]
    assert not state(scored, "indicator:4").edited
