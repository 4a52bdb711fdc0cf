"""The calendar of a year: rows to begin with, moved on from a year before, pasted blocks."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.trackers import load_calendar
from ita_desktop.domain.measures import CalendarRow
from ita_desktop.domain.periods import span_of
from ita_desktop.thai.fiscal import fiscal_year_dates
from ita_desktop.workflows.measures.calendar import (
    add_rows,
    later,
    place_cells,
    rows_from,
    starting_rows,
    take_pasted,
    years_with_calendar,
)

ROWS = (CalendarRow(id=1, stage="ก", period="ข", method="ค"), CalendarRow(id=2, stage="ง"))


@pytest.mark.parametrize("year", [2566, 2569])
def test_rows_to_begin_with_lie_in_their_year(year: int) -> None:
    first, last = fiscal_year_dates(year)
    for _, period, method in starting_rows(year):
        assert method
        span = span_of(period.partition(" และ ")[0], year)
        assert span is not None
        assert first <= span.first <= span.last <= last
    assert starting_rows(year)[0][0] == "เตรียมการ"


def test_rows_are_added_as_one_deed_and_come_along_to_a_later_year(sample: DataFile) -> None:
    before = load_calendar(sample, 2565)
    deed = sample.latest_deed()
    add_rows(sample, 2565, [("ก", "ก.ย. ๒๕๖๔ – ม.ค. ๖๕", "ปี 2565")], "เพิ่ม")
    assert sample.latest_deed() == (deed or 0) + 1
    assert rows_from(sample, 2565, 2566)[len(before) :] == (("ก", "ก.ย. ๒๕๖๕ – ม.ค. ๖๖", "ปี 2566"),)
    assert 2565 in years_with_calendar(sample, 2566)
    assert 2565 not in years_with_calendar(sample, 2565)
    sample.undo()
    assert load_calendar(sample, 2565) == before


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        ("ก.ย. 2565 – ม.ค. 2566", "ก.ย. 2567 – ม.ค. 2568"),
        ("มี.ค.-เม.ย. ๖๖", "มี.ค.-เม.ย. ๖๘"),
        ("ม.ค.-มิ.ย.๒๕๖๖", "ม.ค.-มิ.ย.๒๕๖๘"),
        ("มกราคม พ.ศ. 66", "มกราคม พ.ศ. 68"),
        ("อบรม 40 คน โทร 0 2566 1234 งบ 12566", "อบรม 40 คน โทร 0 2566 1234 งบ 12566"),
        ("ภายใน 31 มี.ค. 99", "ภายใน 31 มี.ค. 01"),
        ("ตลอดปีงบประมาณ 1500", "ตลอดปีงบประมาณ 1500"),
    ],
)
def test_years_move_on_and_other_figures_stay(text: str, moved: str) -> None:
    assert later(text, 2) == moved


@given(st.text("0123456789๐๑๒๓๔๕๖๗๘๙ กค.มเษย", max_size=30), st.integers(1, 9))
def test_there_and_back_again_is_the_same(text: str, years: int) -> None:
    there = later(text, years)
    assert len(there) == len(text)
    assert later(text, 0) == text


def test_a_block_is_placed_from_the_current_cell_on() -> None:
    pasted = place_cells(ROWS, 1, "period", [("ตลอดปี", "ทำ", "เกิน"), ("ม.ค.", "ทำต่อ", "")])
    assert pasted.edits == ((ROWS[1], "period", "ตลอดปี"), (ROWS[1], "method", "ทำ"))
    assert pasted.new == (("", "ม.ค.", "ทำต่อ"),)
    assert pasted.beyond == ("เกิน",)
    assert pasted.count == 4


def test_heads_of_a_block_say_which_column_is_which() -> None:
    cells = [("วิธีปฏิบัติ", "หมายเหตุ", "ขั้นตอน"), ("ทำ", "ทิ้ง", "เตรียม")]
    pasted = place_cells((), 0, "stage", cells)
    assert pasted.new == (("เตรียม", "", "ทำ"),)


def test_what_is_the_same_changes_nothing() -> None:
    assert place_cells(ROWS, 0, "stage", [("ก", "ข", "ค")]).count == 0


def test_a_block_is_written_as_one_deed(file: DataFile) -> None:
    add_rows(file, 2565, [("ก", "", ""), ("ข", "", "")], "เพิ่ม")
    rows = load_calendar(file, 2565)
    pasted = place_cells(rows, 1, "stage", [("ใหม่", "ม.ค.", "ทำ"), ("", "ก.พ.", "ทำต่อ")])
    deed = file.latest_deed()
    take_pasted(file, 2565, pasted)
    assert file.latest_deed() == (deed or 0) + 1
    now = load_calendar(file, 2565)
    assert [(row.stage, row.period, row.method) for row in now] == [
        ("ก", "", ""),
        ("ใหม่", "ม.ค.", "ทำ"),
        ("", "ก.พ.", "ทำต่อ"),
    ]
