"""What came back from the units: new, disputed, refused; taken as one deed, or nothing at all."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind
from ita_desktop.db.trackers import load_tracker
from ita_desktop.domain.measures import State, StepResult, result_of
from ita_desktop.domain.three_ways import JOIN, KEEP, TAKE
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.rounds import close_round
from ita_desktop.workflows.rows import deeds as rows
from ita_desktop.workflows.rows.deeds import Edit
from ita_desktop.workflows.units.plan import Place, PlanLine, UnitPlan, Verdict
from ita_desktop.workflows.units.planning import plan_unit_sheets
from ita_desktop.workflows.units.reading import (
    is_unit_sheet,
    read_unit_sheets,
    sheets_in,
)
from ita_desktop.workflows.units.sheet_files import ReadCell
from ita_desktop.workflows.units.taking import take_unit_sheets
from tests.workflows.units.sheet_file import (
    UNITS,
    YEAR,
    fill_in,
    make_sheets,
    new_units_file,
    steps_of,
    tell,
    tell_all,
)


@pytest.fixture
def units(tmp_path: Path) -> Iterator[DataFile]:
    made = new_units_file(tmp_path / "หน่วยงาน.ita")
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "ส่งคืน"
    made.mkdir()
    return made


def result(file: DataFile, number: int) -> StepResult:
    for _, measure in load_tracker(file, YEAR).measures():
        for step in measure.steps:
            if step.id == number:
                return result_of(measure, step, 6)
    raise LookupError(number)


def planned(file: DataFile, *paths: Path, **only: Any) -> UnitPlan:
    return plan_unit_sheets(file, read_unit_sheets(paths), **only)


def one(plan: UnitPlan) -> PlanLine:
    (line,) = plan.lines
    return line


def test_twenty_sheets_with_five_conflicts_and_three_broken_files(
    units: DataFile, folder: Path
) -> None:
    paths = make_sheets(units, folder)
    for number, (unit, path) in enumerate(zip(UNITS, paths, strict=True)):
        first, second = steps_of(units, unit)
        fill_in(path, {(first, "result"): f"ผลของ{unit}", (first, "percent"): 50 + number})
        fill_in(path, {(second, "state"): "แล้วเสร็จ"})
    disputed = [steps_of(units, unit)[0] for unit in UNITS[:5]]
    for number in disputed:  # meanwhile the clerk typed something herself
        tell(units, number, result="ที่พิมพ์เอง")
    for path in paths[-3:]:
        path.write_bytes(path.read_bytes()[:2000])
    before = load_tracker(units, YEAR)

    reads = read_unit_sheets(sheets_in(folder))
    assert len(reads) == 20
    plan = plan_unit_sheets(units, reads, YEAR, 6)
    refused = plan.of(Verdict.REFUSED)
    assert [line.file for line in refused] == sorted(path.name for path in paths[-3:])
    assert all("เสียหาย" in line.why for line in refused)
    conflicts = plan.of(Verdict.CONFLICT)
    assert [line.place.number for line in conflicts if line.place] == disputed
    assert {(line.before, line.field) for line in conflicts} == {("ที่พิมพ์เอง", "ผลการดำเนินการ")}
    assert [line.after for line in conflicts] == [f"ผลของ{unit}" for unit in UNITS[:5]]
    assert len(plan.of(Verdict.NEW)) == 17 * 3 - 5
    assert plan.unchanged == 0

    choices = {
        line.place: line.options[n % 3].text for n, line in enumerate(conflicts) if line.place
    }
    assert take_unit_sheets(units, plan, choices) == 17 * 3 - 2  # two of the five stay as they were
    assert [result(units, number).result for number in disputed] == [
        "ผลของกองที่ 1",
        "ที่พิมพ์เอง",
        "ที่พิมพ์เอง\nผลของกองที่ 3",
        "ผลของกองที่ 4",
        "ที่พิมพ์เอง",
    ]
    last = steps_of(units, UNITS[16])
    assert result(units, last[0]) == StepResult(result="ผลของกองที่ 17", percent=66)
    assert result(units, last[1]).state is State.DONE
    assert result(units, steps_of(units, UNITS[19])[0]).is_empty

    undone = units.undo()
    assert undone is not None
    assert undone.name == "รับแบบรายงานของหน่วยงาน 20 ไฟล์ รอบ 6 เดือน"
    assert load_tracker(units, YEAR) == before


def test_what_was_not_touched_brings_nothing(units: DataFile, folder: Path) -> None:
    tell(units, steps_of(units, UNITS[0])[0], state="แล้วเสร็จ", result="ก\nข", percent="100")
    plan = planned(units, *make_sheets(units, folder, UNITS[0]))
    assert (plan.lines, plan.unchanged) == ((), 2)
    newest = units.latest_deed()
    assert take_unit_sheets(units, plan) == 0
    assert units.latest_deed() == newest


def test_what_only_the_clerk_changed_stays(units: DataFile, folder: Path) -> None:
    first, second = steps_of(units, UNITS[0])
    (path,) = make_sheets(units, folder, UNITS[0])
    tell(units, first, result="ที่พิมพ์เอง")
    fill_in(path, {(second, "problem"): "คนน้อย"})
    plan = planned(units, path)
    assert one(plan).place == Place(Kind.STEP, second, 6, "problem")
    take_unit_sheets(units, plan)
    assert (result(units, first).result, result(units, second).problem) == ("ที่พิมพ์เอง", "คนน้อย")


def test_what_a_unit_emptied_is_emptied(units: DataFile, folder: Path) -> None:
    first, _ = steps_of(units, UNITS[0])
    tell(units, first, result="เดิม")
    (path,) = make_sheets(units, folder, UNITS[0])
    fill_in(path, {(first, "result"): None})
    plan = planned(units, path)
    assert (one(plan).before, one(plan).after) == ("เดิม", "")
    take_unit_sheets(units, plan)
    assert result(units, first).is_empty


def test_what_the_measure_says_for_all_steps_is_not_emptied_in_one(
    units: DataFile, folder: Path
) -> None:
    measure = load_tracker(units, YEAR).topics[0].measures[0]
    tell(units, measure.id, Kind.MEASURE, result="ของทั้งมาตรการ")
    (path,) = make_sheets(units, folder, UNITS[0])
    fill_in(path, {(measure.steps[0].id, "result"): None})
    plan = planned(units, path)
    assert one(plan).verdict is Verdict.NOTED
    assert "ทุกขั้นตอน" in one(plan).why


@pytest.mark.parametrize(
    ("field", "value", "why"),
    [
        ("percent", 120, "120"),
        ("percent", "ครึ่งหนึ่ง", "ไม่ใช่ร้อยละ"),
        ("percent", 0.8, "ไม่ใช่ร้อยละ"),
        ("state", "กำลังคิด", "ไม่รู้จักสถานะ"),
        ("result", "#REF!", "สูตร"),
        ("result", "ก" * 30_001, "เกิน"),
    ],
)
def test_a_bad_cell_is_refused_with_its_address_and_the_others_go_on(
    units: DataFile, folder: Path, field: str, value: object, why: str
) -> None:
    first, second = steps_of(units, UNITS[0])
    (path,) = make_sheets(units, folder, UNITS[0])
    fill_in(path, {(first, field): value, (second, "result"): "ทำแล้ว"})
    plan = planned(units, path)
    (refused,) = plan.of(Verdict.REFUSED)
    assert why in refused.why
    assert refused.address
    assert take_unit_sheets(units, plan) == 1
    assert result(units, second).result == "ทำแล้ว"
    assert result(units, first).is_empty


@pytest.mark.parametrize(
    ("typed", "percent"), [("๘๐", 80), ("80 %", 80), (80, 80), (80.0, 80), ("ร้อยละ ๕", 5)]
)
def test_a_per_cent_is_taken_however_it_is_written(
    units: DataFile, folder: Path, typed: object, percent: int
) -> None:
    first, _ = steps_of(units, UNITS[0])
    (path,) = make_sheets(units, folder, UNITS[0])
    fill_in(path, {(first, "percent"): typed})
    take_unit_sheets(units, planned(units, path))
    assert result(units, first).percent == percent


def refusal(plan: UnitPlan) -> str:
    assert one(plan).verdict is Verdict.REFUSED
    assert plan.unchanged == 0
    return one(plan).why


def test_a_sheet_of_another_file_is_refused_whole(
    units: DataFile, folder: Path, tmp_path: Path
) -> None:
    other = new_units_file(tmp_path / "อื่น.ita")
    (path,) = make_sheets(other, folder, UNITS[0])
    other.close()
    assert "ไฟล์ข้อมูลอื่น" in refusal(planned(units, path))


def test_a_sheet_of_another_year_or_round_is_refused_whole(units: DataFile, folder: Path) -> None:
    (path,) = make_sheets(units, folder, UNITS[0])
    assert "ปีงบประมาณ 2566" in refusal(planned(units, path, fiscal_year=2565))
    assert "รอบ 6 เดือน" in refusal(planned(units, path, months=12))
    assert planned(units, path, fiscal_year=YEAR, months=6).lines == ()


def test_a_sheet_of_a_closed_round_is_refused_whole(units: DataFile, folder: Path) -> None:
    (path,) = make_sheets(units, folder, UNITS[0])
    close_round(units, YEAR, 6, datetime(2023, 4, 3, tzinfo=UTC))
    assert "ปิดแล้ว" in refusal(planned(units, path))


def test_a_row_that_is_gone_is_refused_and_the_others_go_on(units: DataFile, folder: Path) -> None:
    first, second = steps_of(units, UNITS[0])
    (path,) = make_sheets(units, folder, UNITS[0])
    fill_in(path, {(first, "result"): "ก", (second, "result"): "ข"})
    rows.remove_rows(units, Kind.STEP, [first])
    plan = planned(units, path)
    (gone,) = plan.of(Verdict.REFUSED)
    assert "ถูกลบ" in gone.why
    assert [line.after for line in plan.of(Verdict.NEW)] == ["ข"]


def test_a_measure_that_has_steps_now_is_not_reported_as_a_whole(
    units: DataFile, folder: Path
) -> None:
    topic = load_tracker(units, YEAR).topics[0].id
    texts = {"text": "ประกาศ", "units": "นิติกร"}
    alone = rows.add_row(units, Kind.MEASURE, topic, texts)
    (path,) = make_sheets(units, folder, "นิติกร")
    fill_in(path, {(alone, "result"): "ทำแล้ว"})
    assert one(planned(units, path)).place == Place(Kind.MEASURE, alone, 6, "result")
    rows.add_row(units, Kind.STEP, alone, {"text": "ขั้นแรก"})
    assert "แยกเป็นขั้นตอนแล้ว" in one(planned(units, path)).why


def test_other_files_of_a_folder_are_refused_one_by_one(
    units: DataFile, folder: Path, workbook: Callable[..., Path]
) -> None:
    (good,) = make_sheets(units, folder, UNITS[0])
    other = workbook([["ข้อ", "คะแนน"], ["i1", 90]], name="คะแนน.xlsx")
    text = folder / "ข้อความ.xlsx"
    text.write_text("ไม่ใช่สมุดงาน", "utf-8")
    (folder / "~$รายงาน.xlsx").write_bytes(b"lock")
    (folder / "อ่าน.txt").write_bytes(b"")
    plan = planned(units, *sheets_in(folder), other, folder / "ไม่มี.xlsx")
    assert [line.file for line in plan.lines] == ["ข้อความ.xlsx", "คะแนน.xlsx", "ไม่มี.xlsx"]
    assert all(line.verdict is Verdict.REFUSED for line in plan.lines)
    assert plan.unchanged == 2
    assert [is_unit_sheet(path) for path in (good, other, text, folder, folder / "ไม่มี")] == [
        True,
        *[False] * 4,
    ]


def test_what_was_typed_into_locked_cells_is_noted_and_not_taken(
    units: DataFile, folder: Path
) -> None:
    first, _ = steps_of(units, UNITS[0])
    (path,) = make_sheets(units, folder, UNITS[0])
    fill_in(path, {(first, "step"): "ขั้นตอนใหม่", (first, "result"): "ทำแล้ว"})
    before = load_tracker(units, YEAR).topics[0].measures[0].steps[0].text
    plan = planned(units, path)
    (noted,) = plan.of(Verdict.NOTED)
    assert "ล็อก" in noted.why
    take_unit_sheets(units, plan)
    assert load_tracker(units, YEAR).topics[0].measures[0].steps[0].text == before
    assert result(units, first).result == "ทำแล้ว"


def test_a_measure_reworded_here_meanwhile_is_no_change_of_the_unit(
    units: DataFile, folder: Path
) -> None:
    (path,) = make_sheets(units, folder, UNITS[0])
    first, _ = steps_of(units, UNITS[0])
    rows.set_field(units, Edit(kind=Kind.STEP, number=first, field="text", text="แก้แล้ว"))
    assert planned(units, path).lines == ()


def test_rows_that_were_added_or_copied_are_noted(units: DataFile, folder: Path) -> None:
    first, _ = steps_of(units, UNITS[0])
    (path,) = make_sheets(units, folder, UNITS[0])
    fill_in(path, {(first, "result"): "ทำแล้ว"})
    book: Any = load_workbook(path)
    sheet = book.worksheets[0]
    last = sheet.max_row
    for column in range(2, 11):  # the last row again, with its key
        sheet.cell(last + 1, column).value = sheet.cell(last, column).value
    sheet.cell(last + 1, 1).value = "มาตรการที่พิมพ์เพิ่ม"
    book.save(path)
    plan = planned(units, path)
    assert [line.verdict for line in plan.lines] == [Verdict.NOTED, Verdict.NEW]
    assert "ไม่ใช่แถวที่ส่งไป" in plan.lines[0].why


def shared_step(file: DataFile) -> int:
    """Return a step that the first two units share."""
    first, _ = steps_of(file, UNITS[0])
    texts = f"{UNITS[0]}\n{UNITS[1]}"
    rows.set_field(file, Edit(kind=Kind.STEP, number=first, field="units", text=texts))
    return first


def test_two_units_that_differ_on_a_shared_step_are_a_conflict(
    units: DataFile, folder: Path
) -> None:
    step = shared_step(units)
    one_path, other_path = make_sheets(units, folder, UNITS[0], UNITS[1])
    fill_in(one_path, {(step, "result"): "ก", (step, "percent"): 10})
    fill_in(other_path, {(step, "result"): "ข", (step, "percent"): 10})
    plan = planned(units, one_path, other_path)
    (conflict,) = plan.of(Verdict.CONFLICT)
    assert [(option.label, option.text) for option in conflict.options] == [
        ("ใช้ของกองที่ 1", "ก"),
        ("ใช้ของกองที่ 2", "ข"),
        (KEEP, ""),
        (JOIN, "กองที่ 1: ก\nกองที่ 2: ข"),
    ]
    assert [line.field for line in plan.of(Verdict.NEW)] == ["ร้อยละ"]
    assert conflict.place is not None
    take_unit_sheets(units, plan, {conflict.place: conflict.options[3].text})
    assert result(units, step) == StepResult(result="กองที่ 1: ก\nกองที่ 2: ข", percent=10)


def test_two_files_of_one_unit_are_told_apart_by_their_names(units: DataFile, folder: Path) -> None:
    first, _ = steps_of(units, UNITS[0])
    (path,) = make_sheets(units, folder, UNITS[0])
    again = folder / "แก้ไข.xlsx"
    again.write_bytes(path.read_bytes())
    fill_in(path, {(first, "result"): "ก"})
    fill_in(again, {(first, "result"): "ข"})
    (conflict,) = planned(units, path, again).of(Verdict.CONFLICT)
    assert "ใช้ของกองที่ 1 (แก้ไข)" in [option.label for option in conflict.options]


def test_a_conflict_must_be_chosen_and_only_what_was_offered(units: DataFile, folder: Path) -> None:
    first, second = steps_of(units, UNITS[0])
    (path,) = make_sheets(units, folder, UNITS[0])
    fill_in(path, {(first, "result"): "ของหน่วยงาน", (second, "result"): "ใหม่"})
    tell(units, first, result="ของเรา")
    plan = planned(units, path)
    (conflict,) = plan.of(Verdict.CONFLICT)
    assert [option.label for option in conflict.options] == [TAKE, KEEP, JOIN]
    assert conflict.place is not None
    for choices in ({}, {conflict.place: "อย่างอื่น"}):
        with pytest.raises(ClerkError, match="ยังไม่ได้เลือก"):
            take_unit_sheets(units, plan, choices)
    assert result(units, second).is_empty
    take_unit_sheets(units, plan, {conflict.place: "ของเรา"})
    assert (result(units, first).result, result(units, second).result) == ("ของเรา", "ใหม่")


def test_nothing_is_taken_where_the_data_moved_on(units: DataFile, folder: Path) -> None:
    first, second = steps_of(units, UNITS[0])
    (path,) = make_sheets(units, folder, UNITS[0])
    fill_in(path, {(first, "result"): "ก", (second, "result"): "ข"})
    plan = planned(units, path)
    tell(units, first, result="แก้หลังดูตัวอย่าง")
    with pytest.raises(ClerkError, match="เปลี่ยนไป"):
        take_unit_sheets(units, plan)
    assert result(units, second).is_empty


def test_taken_twice_it_brings_nothing_new(units: DataFile, folder: Path) -> None:
    first, _ = steps_of(units, UNITS[0])
    (path,) = make_sheets(units, folder, UNITS[0])
    fill_in(path, {(first, "result"): "ก", (first, "state"): "แล้วเสร็จ"})
    take_unit_sheets(units, planned(units, path))
    again = planned(units, path)
    assert (again.lines, again.unchanged) == ((), 2)


TEXTS = st.sampled_from(["", "ก", "ข", "๓ ครั้ง\nค"])
PERCENTS = st.sampled_from(["", "0", "50"])
STATES = st.sampled_from(["", "แล้วเสร็จ", "ยกเลิก"])
REPORTS = st.fixed_dictionaries(
    {"state": STATES, "result": TEXTS, "problem": TEXTS, "suggestion": TEXTS, "percent": PERCENTS}
)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DataFile]:
    made = new_units_file(tmp_path_factory.mktemp("สามทาง") / "ก.ita")
    yield made
    made.close()


def said_of(found: StepResult) -> dict[str, str]:
    return {
        "state": found.state.words if found.state else "",
        "result": found.result,
        "problem": found.problem,
        "suggestion": found.suggestion,
        "percent": "" if found.percent is None else str(found.percent),
    }


def three_ways(
    file: DataFile,
    folder: Path,
    base: dict[str, str],
    ours: dict[str, str],
    theirs: dict[str, str],
    *,
    by_excel: bool,
) -> None:
    first, second = steps_of(file, UNITS[0])
    tell_all(file, first, base)
    (path,) = make_sheets(file, folder, UNITS[0])
    typed = {(first, field): text or None for field, text in theirs.items()}
    if by_excel:
        fill_in(path, typed)
    (read,) = read_unit_sheets([path])
    path.unlink()
    if not by_excel:  # the same, without the library's second and third look at the file
        cells = {field: ReadCell(text, "H9") for field, text in theirs.items()}
        rows = [replace(row, cells=cells) if row.key.number == first else row for row in read.rows]
        read = replace(read, rows=tuple(rows))
    tell_all(file, first, ours)
    plan = plan_unit_sheets(file, [read], YEAR, 6)
    conflicts = {field for field in base if len({base[field], ours[field], theirs[field]}) == 3}
    assert {line.place.field for line in plan.of(Verdict.CONFLICT) if line.place} == conflicts
    choices = {
        line.place: line.options[0].text for line in plan.lines if line.place and line.options
    }
    take_unit_sheets(file, plan, choices)
    wanted = {
        field: ours[field] if theirs[field] == base[field] else theirs[field] for field in base
    }
    assert said_of(result(file, first)) == wanted
    assert result(file, second).is_empty


@given(REPORTS, REPORTS, REPORTS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_edits_on_both_sides_give_exactly_the_three_way_result(
    shared: DataFile,
    tmp_path: Path,
    base: dict[str, str],
    ours: dict[str, str],
    theirs: dict[str, str],
) -> None:
    three_ways(shared, tmp_path, base, ours, theirs, by_excel=False)


@pytest.mark.slow
@given(REPORTS, REPORTS, REPORTS)
@settings(
    max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_the_same_when_typed_into_the_workbook_itself(
    shared: DataFile,
    tmp_path: Path,
    base: dict[str, str],
    ours: dict[str, str],
    theirs: dict[str, str],
) -> None:
    three_ways(shared, tmp_path, base, ours, theirs, by_excel=True)


@pytest.mark.slow
def test_a_sheet_that_libreoffice_saved_is_taken(
    units: DataFile, folder: Path, through_libreoffice: Callable[[Path], Path]
) -> None:
    first, second = steps_of(units, UNITS[0])
    tell(units, first, state="แล้วเสร็จ", result="บรรทัดแรก\nบรรทัดสอง", percent="100")
    (path,) = make_sheets(units, folder, UNITS[0])
    fill_in(path, {(second, "state"): "ยกเลิก", (second, "result"): "ก\nข", (second, "percent"): 5})
    saved = through_libreoffice(path)
    assert is_unit_sheet(saved)
    plan = planned(units, saved, fiscal_year=YEAR, months=6)
    assert {line.verdict for line in plan.lines} == {Verdict.NEW}
    take_unit_sheets(units, plan)
    assert result(units, second) == StepResult(state=State.STOPPED, result="ก\nข", percent=5)
    assert result(units, first).result == "บรรทัดแรก\nบรรทัดสอง"
    book: Any = load_workbook(saved)
    sheet = book.worksheets[0]
    assert sheet.protection.sheet
    assert len(sheet.data_validations.dataValidation) == 2
