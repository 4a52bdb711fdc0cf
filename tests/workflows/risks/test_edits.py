"""One cell of a sheet of risks is changed, a row added or gone: exactly that comes in."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from openpyxl import load_workbook

from ita_desktop.db.rows import Kind
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.measures import State
from ita_desktop.domain.risks import Process, Register, Risk
from ita_desktop.workflows.import_outcome import Outcome
from ita_desktop.workflows.import_workbook import import_workbook
from ita_desktop.workflows.risks.forms import PLAN_TABLE, PROGRESS, REGISTER
from ita_desktop.workflows.risks.register import register_of
from ita_desktop.workflows.rounds import close_round
from ita_desktop.workflows.rows.deeds import remove_rows
from tests.workflows.measures.trackers import YEAR
from tests.workflows.risks.registers import put_register, sample_register, without_numbers
from tests.workflows.risks.test_round_trip import Place, export, office_file

Change = Callable[[Any], object]


@pytest.fixture
def place() -> Iterator[Place]:
    with office_file() as made:
        put_register(made[0], sample_register())
        yield made


def bring(place: Place, kind: str, change: Change) -> tuple[Outcome, Register]:
    file, path = place
    export(file, kind, 12, path)
    book: Any = load_workbook(path)
    change(book.worksheets[0])
    book.save(path)
    outcome = import_workbook(file, path)
    return outcome, register_of(file, YEAR)


def cell_with(sheet: Any, text: str) -> Any:
    return next(c for row in sheet.iter_rows() for c in row if text in str(c.value))


def say(text: str, new: object) -> Change:
    """Put another value for what a cell says; a text only in place of its part."""

    def change(sheet: Any) -> None:
        cell = cell_with(sheet, text)
        cell.value = str(cell.value).replace(text, new) if isinstance(new, str) else new

    return change


def beside(text: str, across: int, new: object) -> Change:
    def change(sheet: Any) -> None:
        found = cell_with(sheet, text)
        sheet.cell(found.row, found.column + across).value = new

    return change


ONE_CELL = [
    (REGISTER, say("แบ่งซื้อแบ่งจ้าง", "แยกวงเงิน"), (Kind.RISK, "text")),
    (REGISTER, beside("แบ่งซื้อแบ่งจ้าง", 1, 5), (Kind.RISK, "likelihood")),
    (REGISTER, beside("แบ่งซื้อแบ่งจ้าง", 2, "สูงมาก"), (Kind.RISK, "impact")),
    (REGISTER, beside("ตรวจรับไม่ครบ", 3, "ต่ำ"), (Kind.RISK, "level")),
    (REGISTER, beside("เรียกรับเงิน", 3, "สูง"), (Kind.PROCESS, "level")),
    (REGISTER, say("จัดซื้อจัดจ้าง", "จัดซื้อ"), (Kind.PROCESS, "text")),
    (REGISTER, say("กองช่าง", "กองโยธา"), (Kind.PROCESS, "units")),
    (REGISTER, say("สำนักปลัด", "กองแผน"), (Kind.RISK, "units")),
    (REGISTER, say("ตรวจสอบวงเงินทุกไตรมาส", "ตรวจทุกเดือน"), (Kind.TREATMENT, "text")),
    (REGISTER, say("สุ่มสอบถาม", "โทรสอบถาม"), (Kind.TREATMENT, "text")),
    (PLAN_TABLE, say("แบ่งซื้อแบ่งจ้าง", "แยกวงเงิน"), (Kind.RISK, "text")),
    (PLAN_TABLE, say("ออกใบอนุญาต", "อนุญาต"), (Kind.PROCESS, "text")),
    (PLAN_TABLE, beside("เรียกรับเงิน", 1, "สูง"), (Kind.PROCESS, "level")),
    (PLAN_TABLE, say("\nสูง", "\nต่ำ"), (Kind.RISK, "level")),
    (PLAN_TABLE, say("สุ่มสอบถาม", "โทรสอบถาม"), (Kind.TREATMENT, "text")),
    (PROGRESS, say("ตรวจสอบวงเงิน", "ทวนวงเงิน"), (Kind.TREATMENT, "text")),
    (PROGRESS, beside("ตรวจสอบวงเงิน", 1, "ตรวจแล้ว"), (Kind.TREATMENT, "result")),
    (PROGRESS, beside("ตรวจสอบวงเงิน", 2, "แล้วเสร็จ"), (Kind.TREATMENT, "state")),
    (PROGRESS, beside("ตรวจสอบวงเงิน", 3, "ไม่พบ"), (Kind.TREATMENT, "outcome")),
    (PROGRESS, say("ละเว้นการตรวจแบบ", "ไม่ตรวจแบบ"), (Kind.RISK, "text")),
    (PROGRESS, say("กองช่าง", "กองโยธา"), (Kind.PROCESS, "units")),
    (PROGRESS, say("สำนักปลัด", "กองแผน"), (Kind.TREATMENT, "units")),
]


@pytest.mark.parametrize(("kind", "change", "field"), ONE_CELL)
def test_a_changed_cell_is_exactly_that_change(
    place: Place, kind: str, change: Change, field: tuple[Kind, str]
) -> None:
    before = register_of(place[0], YEAR)
    outcome, after = bring(place, kind, change)
    assert outcome.findings == ()
    assert [(one.kind, one.field) for one in outcome.risks] == [field]
    assert outcome.applied
    assert after != before
    export(place[0], kind, 12, place[1])
    assert import_workbook(place[0], place[1], dry_run=True).rows == ()


def test_a_new_event_and_a_new_treatment_in_a_cell_are_new_rows(place: Place) -> None:
    def change(sheet: Any) -> None:
        events = cell_with(sheet, "แบ่งซื้อ")
        events.value = str(events.value) + "\n4. จ่ายเงินก่อนตรวจรับ"
        levels = sheet.cell(events.row, events.column + 1)
        levels.value = str(levels.value) + "\nสูงมาก"
        controls = sheet.cell(events.row, events.column + 2)
        controls.value = str(controls.value) + "\n3. ตรวจซ้ำโดยคลัง"

    outcome, after = bring(place, PLAN_TABLE, change)
    assert outcome.findings == ()
    assert [(one.act, one.kind) for one in outcome.risks] == [
        ("add", Kind.RISK),
        ("add", Kind.TREATMENT),
    ]
    process = after.processes[0]
    assert [(one.text, one.level) for one in process.risks][3] == ("จ่ายเงินก่อนตรวจรับ", "สูงมาก")
    assert (process.treatments[2].text, process.treatments[2].risk) == ("ตรวจซ้ำโดยคลัง", None)


def test_an_event_taken_out_of_a_cell_goes_with_its_own_treatments(place: Place) -> None:
    def change(sheet: Any) -> None:
        events = cell_with(sheet, "แบ่งซื้อ")
        lines = str(events.value).split("\n")
        events.value = "\n".join([lines[0], lines[2]])
        levels = sheet.cell(events.row, events.column + 1)
        words = str(levels.value).split("\n")
        levels.value = "\n".join([words[0], words[2]])

    outcome, after = bring(place, PLAN_TABLE, change)
    assert [(one.act, one.kind) for one in outcome.risks] == [("remove", Kind.RISK)]
    process = after.processes[0]
    assert [risk.text for risk in process.risks] == ["กำหนดคุณสมบัติเอื้อผู้ขาย", "ตรวจรับไม่ครบ"]
    assert [one.text for one in process.treatments] == ["แต่งตั้งกรรมการจากหลายกอง"]


def test_a_treatment_that_one_row_still_has_is_told_and_nothing_is_taken(place: Place) -> None:
    def change(sheet: Any) -> None:
        cell = cell_with(sheet, "ตรวจสอบวงเงิน")
        cell.value = "ตรวจสอบวงเงินทุกไตรมาส"

    outcome, after = bring(place, REGISTER, change)
    assert len(outcome.errors) == 1
    assert "ทุกแถว" in outcome.errors[0].wanted
    assert not outcome.applied
    assert len(after.processes[0].treatments) == 2


def insert_under(text: str, values: dict[int, object]) -> Change:
    """Insert a row under one; merges below and around are those of the same process."""

    def change(sheet: Any) -> None:
        found = cell_with(sheet, text)
        merged = [str(area) for area in sheet.merged_cells.ranges]
        for area in merged:
            sheet.unmerge_cells(area)
        sheet.insert_rows(found.row + 1)
        for column, value in values.items():
            sheet.cell(found.row + 1, found.column + column).value = value

    return change


def test_a_row_without_a_key_is_a_new_risk_of_the_process_above(place: Place) -> None:
    new: dict[int, object] = {0: "จ่ายเงินก่อนตรวจรับ", 1: 4, 2: 4, 4: "ตรวจซ้ำ"}
    outcome, after = bring(place, REGISTER, insert_under("แบ่งซื้อ", new))
    assert outcome.findings == ()
    assert [(one.act, one.kind) for one in outcome.risks] == [
        ("add", Kind.RISK),
        ("add", Kind.TREATMENT),
    ]
    process = after.processes[0]
    assert [risk.text for risk in process.risks][2] == "จ่ายเงินก่อนตรวจรับ"
    assert (process.risks[2].likelihood, process.risks[2].impact) == (4, 4)
    assert process.treatments[2].risk == process.risks[2].id


def test_a_row_with_another_step_is_a_new_process_there(place: Place) -> None:
    new: dict[int, object] = {
        -1: "ใช้รถราชการ",
        0: "ใช้รถส่วนตัว",
        1: 1,
        2: 2,
        3: "2 (ต่ำ)",
        5: "กองช่าง",
    }
    outcome, after = bring(place, REGISTER, insert_under("ตรวจรับไม่ครบ", new))
    assert outcome.findings == ()
    assert [process.text for process in after.processes] == [
        "จัดซื้อจัดจ้าง",
        "ใช้รถราชการ",
        "ออกใบอนุญาตก่อสร้าง",
    ]
    assert after.processes[1].units == "กองช่าง"


def test_a_row_whose_record_is_gone_counts_as_new_with_a_note(place: Place) -> None:
    file, path = place
    export(file, PLAN_TABLE, 12, path)
    gone = register_of(file, YEAR).processes[1]
    remove_rows(file, Kind.PROCESS, [gone.id])
    outcome = import_workbook(file, path)
    assert [finding.severity for finding in outcome.findings] == [Severity.NOTE]
    assert without_numbers(register_of(file, YEAR))[1].text == gone.text


def test_rows_that_were_moved_change_nothing(place: Place) -> None:
    def change(sheet: Any) -> None:
        top = cell_with(sheet, "จัดซื้อจัดจ้าง").row
        rows = [[c.value for c in sheet[row]] for row in (top + 1, top)]
        for at, values in enumerate(rows):
            for column, value in enumerate(values, start=1):
                sheet.cell(top + at, column).value = value

    outcome, _ = bring(place, PLAN_TABLE, change)
    assert outcome.rows == ()


def test_a_report_of_a_closed_round_is_refused(place: Place) -> None:
    file, path = place
    export(file, PROGRESS, 12, path)
    close_round(file, YEAR, 12)
    book: Any = load_workbook(path)
    beside("ตรวจสอบวงเงิน", 1, "ตรวจแล้ว")(book.worksheets[0])
    book.save(path)
    outcome = import_workbook(file, path)
    assert ["ยังไม่ปิด" in finding.wanted for finding in outcome.errors] == [True]


def test_the_round_of_a_workbook_is_the_round_that_is_written(place: Place) -> None:
    file, path = place
    export(file, PROGRESS, 6, path)
    book: Any = load_workbook(path)
    beside("ตรวจสอบวงเงิน", 2, "แล้วเสร็จ")(book.worksheets[0])
    book.save(path)
    assert import_workbook(file, path).applied
    reported = register_of(file, YEAR).processes[0].treatments[1].results
    assert {months: one.state for months, one in reported.items()} == {6: State.DONE}


def test_undo_brings_all_back(place: Place) -> None:
    before = register_of(place[0], YEAR)
    _, after = bring(place, REGISTER, say("แบ่งซื้อแบ่งจ้าง", "แยกวงเงิน"))
    assert after != before
    place[0].undo()
    assert register_of(place[0], YEAR) == before


def test_two_levels_of_three_events_are_refused_at_their_cell(place: Place) -> None:
    before = register_of(place[0], YEAR)

    def change(sheet: Any) -> None:
        events = cell_with(sheet, "แบ่งซื้อ")
        levels = sheet.cell(events.row, events.column + 1)
        levels.value = "\n".join(str(levels.value).split("\n")[:2])

    outcome, after = bring(place, PLAN_TABLE, change)
    (error,) = outcome.errors
    assert error.address.startswith("D")
    assert error.wanted == "ระดับเดียว หรือ 3 ระดับตามจำนวนความเสี่ยงในแถวนี้ บรรทัดละระดับ"
    assert after == before


@pytest.mark.parametrize("kind", [PLAN_TABLE, REGISTER, PROGRESS])
def test_a_sheet_that_was_copied_is_read_once_and_listed(place: Place, kind: str) -> None:
    file, path = place
    export(file, kind, 12, path)
    book: Any = load_workbook(path)
    book.worksheets[0].title = "ต้นฉบับ"
    book.copy_worksheet(book.worksheets[0]).title = "สำเนา"
    book.save(path)
    outcome = import_workbook(file, path)
    assert outcome.rows == ()
    (note,) = outcome.findings
    assert (note.severity, note.sheet) == (Severity.NOTE, "สำเนา")
    first, copy = (one for one in outcome.sheets if one.kind == kind)
    assert (copy.sheet, copy.added, copy.changed, copy.unchanged) == ("สำเนา", 0, 0, 0)
    assert first.unchanged > 0


def test_a_line_with_the_words_of_another_event_stays_where_it_is(place: Place) -> None:
    events = ("ประชุม", "ประชุม\nประชุม\nประชุม", "รายงาน")
    process = Process(
        id=0,
        fiscal_year=YEAR,
        text="จัดซื้อ",
        risks=tuple(Risk(id=number, text=text) for number, text in enumerate(events, start=1)),
    )
    put_register(place[0], replace(sample_register(), processes=(process,)))
    outcome, after = bring(place, PLAN_TABLE, say("รายงาน", "รายงานผล"))
    assert [change.text for change in outcome.risks] == ["รายงานผล"]
    texts = [risk.text for risk in after.processes[0].risks]
    assert texts == ["ประชุม", "ประชุม\nประชุม\nประชุม", "รายงานผล"]
