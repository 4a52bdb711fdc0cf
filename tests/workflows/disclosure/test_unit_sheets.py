"""Units' sheets of OIT items: made, filled in, held against the file, taken as one deed."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from ita_desktop.criteria import shipped_criteria
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.disclosure import load_disclosure
from ita_desktop.documents.model import Digits
from ita_desktop.documents.oit_unit_sheet import LOCKED_HEADS, OPEN_HEADS
from ita_desktop.domain.disclosure import (
    Disclosure,
    DisclosureItem,
    PublishState,
    asked_contents,
)
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.oit_unit_key import (
    THERE,
    read_unit_key,
)
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.criteria.in_force import take_criteria
from ita_desktop.workflows.disclosure.entering import OitEdit, apply_oit_edits
from ita_desktop.workflows.disclosure.import_unit_sheet import import_oit_sheet
from ita_desktop.workflows.disclosure.unit_planning import OitPlace, OitUnitPlan, plan_oit_sheets
from ita_desktop.workflows.disclosure.unit_reading import is_oit_sheet, read_oit_sheets
from ita_desktop.workflows.disclosure.unit_sheets import freeze_oit_sheets
from ita_desktop.workflows.disclosure.unit_taking import take_oit_sheets
from ita_desktop.workflows.opening import new_file
from ita_desktop.workflows.units.plan import Verdict
from ita_desktop.workflows.units.reading import is_unit_sheet
from ita_desktop.workflows.units.writing import write_unit_sheets
from tests.workflows.disclosure.disclosures import YEAR, criteria, put_disclosure

OFFICE = Office(name="เทศบาลทดลอง", kind=OfficeKind.SUBDISTRICT, units=("กองคลัง", "กองช่าง"))
O2 = criteria().item_by_code["O2"]
FIRST = asked_contents(O2)[0].text
KNOWN = {
    "O2": DisclosureItem(
        code="O2",
        units="กองคลัง",
        state=PublishState.IN_WORK,
        addresses="www.example.go.th/o2",
        checked=date(2023, 2, 15),
        note="รอภาพ 1 ใบ",
        contents=frozenset({FIRST}),
    ),
    "O6": DisclosureItem(code="O6", units="ทุกหน่วยงาน"),
}
Cells = Mapping[tuple[str, str], object]


@pytest.fixture
def file(tmp_path: Path) -> Iterator[DataFile]:
    made = new_file(tmp_path / "ก.ita", OFFICE, YEAR)
    put_disclosure(made, Disclosure(fiscal_year=YEAR, items=KNOWN))
    yield made
    made.close()


@pytest.fixture
def sent(file: DataFile, tmp_path: Path) -> Callable[..., Path]:
    """Return a function that makes a unit's sheet and types into it: values by code and field."""

    def make(unit: str, cells: Cells | None = None, digits: Digits = Digits.THAI) -> Path:
        folder = tmp_path / unit
        folder.mkdir(exist_ok=True)
        frozen = freeze_oit_sheets(file, YEAR, {unit}, digits, "31 มีนาคม 2566")
        (path,) = write_unit_sheets(frozen, folder)
        fill_in(path, cells or {})
        return path

    return make


def fill_in(path: Path, cells: Cells) -> None:
    """Type into the first row of items: values by code and field."""
    book: Any = load_workbook(path)
    sheet = book.worksheets[0]
    columns = {name: place for place, name in enumerate((*LOCKED_HEADS, *OPEN_HEADS), start=1)}
    for row in range(1, sheet.max_row + 1):
        key = read_unit_key(str(sheet.cell(row, len(columns) + 1).value))
        for (code, field), value in cells.items():
            if key is not None and (key.code, key.place) == (code, 1):
                sheet.cell(row, columns[field]).value = value
    book.save(path)


def planned(file: DataFile, *paths: Path, year: int | None = YEAR) -> OitUnitPlan:
    return plan_oit_sheets(file, read_oit_sheets(paths), year)


def known(file: DataFile, code: str = "O2") -> DisclosureItem:
    return load_disclosure(file, YEAR).of(code)


def say(file: DataFile, field: str, text: str, code: str = "O2") -> None:
    apply_oit_edits(file, YEAR, [OitEdit(code=code, field=field, text=text)], "แก้")


@pytest.mark.parametrize("digits", Digits)
def test_what_was_not_touched_brings_nothing(
    file: DataFile, sent: Callable[..., Path], digits: Digits
) -> None:
    plan = planned(file, sent("กองคลัง", digits=digits), sent("กองช่าง", digits=digits))
    assert plan.lines == ()
    assert plan.unchanged == len(asked_contents(O2)) + 2


def test_a_sheet_holds_the_items_of_its_unit_and_is_protected(sent: Callable[..., Path]) -> None:
    path = sent("กองช่าง")
    assert is_oit_sheet(path)
    assert not is_unit_sheet(path)
    (read,) = read_oit_sheets([path])
    assert (read.unit, read.fiscal_year) == ("กองช่าง", YEAR)
    assert {row.key.code for row in read.rows} == {"O6"}
    sheet: Any = load_workbook(path).worksheets[0]
    assert sheet.protection.sheet
    row = read.rows[0].row
    locked = [sheet.cell(row, place).protection.locked for place in range(1, 9)]
    assert locked == [True, True, True, False, False, False, False, False]


def test_what_a_unit_says_is_taken_as_one_deed(file: DataFile, sent: Callable[..., Path]) -> None:
    cells = {
        ("O2", THERE): "ยังไม่มี",
        ("O2", "state"): "เผยแพร่แล้ว",
        ("O2", "addresses"): "www.example.go.th/new",
        ("O2", "checked"): "1/3/2566",
        ("O2", "note"): None,
    }
    plan = planned(file, sent("กองคลัง", cells))
    assert {line.verdict for line in plan.lines} == {Verdict.NEW}
    assert take_oit_sheets(file, plan) == 5
    now = known(file)
    assert (now.state, now.checked) == (PublishState.PUBLISHED, date(2023, 3, 1))
    assert (now.addresses, now.note, now.contents) == ("www.example.go.th/new", "", frozenset())
    file.undo()
    assert load_disclosure(file, YEAR).items == KNOWN


def test_what_the_clerk_changed_meanwhile_stands_where_the_unit_left_it(
    file: DataFile, sent: Callable[..., Path]
) -> None:
    path = sent("กองคลัง", {("O2", "note"): "ครบแล้ว"})
    say(file, "state", "ตรวจสอบแล้ว")
    take_oit_sheets(file, planned(file, path))
    assert (known(file).state, known(file).note) == (PublishState.CHECKED, "ครบแล้ว")


def test_a_cell_that_both_changed_is_to_be_chosen(
    file: DataFile, sent: Callable[..., Path]
) -> None:
    path = sent("กองคลัง", {("O2", "state"): "เผยแพร่แล้ว"})
    say(file, "state", "ตรวจสอบแล้ว")
    plan = planned(file, path)
    (line,) = plan.of(Verdict.CONFLICT)
    assert (line.before, line.after) == ("ตรวจสอบแล้ว", "เผยแพร่แล้ว")
    assert line.place == OitPlace(YEAR, "O2", "state")
    with pytest.raises(ClerkError, match="ยังไม่ได้เลือก"):
        take_oit_sheets(file, plan)
    assert take_oit_sheets(file, plan, {OitPlace(YEAR, "O2", "state"): "เผยแพร่แล้ว"}) == 1
    assert known(file).state is PublishState.PUBLISHED


def test_addresses_of_several_units_can_stand_together(
    file: DataFile, sent: Callable[..., Path]
) -> None:
    paths = [
        sent("กองคลัง", {("O6", "addresses"): "www.example.go.th/a"}),
        sent("กองช่าง", {("O6", "addresses"): "www.example.go.th/b"}),
    ]
    plan = planned(file, *paths)
    (line,) = plan.of(Verdict.CONFLICT)
    joined = "www.example.go.th/a\nwww.example.go.th/b"
    assert line.place is not None
    assert joined in [option.text for option in line.options]
    take_oit_sheets(file, plan, {line.place: joined})
    assert known(file, "O6").addresses == joined


@pytest.mark.parametrize(
    ("field", "bad", "why"),
    [
        ("state", "เสร็จมั้ง", "ไม่รู้จักสถานะ"),
        ("checked", "เมื่อวาน", "อ่านวันที่"),
        (THERE, "อาจจะ", "ไม่เข้าใจ"),
        ("note", "=1/0", "สูตรที่ไม่มีผลลัพธ์"),
    ],
)
def test_a_bad_cell_is_refused_and_the_others_are_taken(
    file: DataFile, sent: Callable[..., Path], field: str, bad: str, why: str
) -> None:
    path = sent("กองคลัง", {("O2", field): bad, ("O6", "note"): "ดี"})
    plan = planned(file, path)
    (refused,) = plan.of(Verdict.REFUSED)
    assert why in refused.why
    assert refused.address
    assert take_oit_sheets(file, plan) == 1
    assert known(file, "O6").note == "ดี"


def test_a_sheet_of_another_file_or_year_is_refused(
    file: DataFile, sent: Callable[..., Path], tmp_path: Path
) -> None:
    path = sent("กองคลัง", {("O2", "note"): "ใหม่"})
    (line,) = planned(file, path, year=2567).lines
    assert (line.verdict, "ปีงบประมาณ 2566" in line.why) == (Verdict.REFUSED, True)
    other = new_file(tmp_path / "ข.ita", OFFICE, YEAR)
    (line,) = planned(other, path).lines
    assert (line.verdict, "ไฟล์ข้อมูลอื่น" in line.why) == (Verdict.REFUSED, True)
    other.close()


def test_a_content_that_the_criteria_lost_is_refused(
    file: DataFile, sent: Callable[..., Path]
) -> None:
    path = sent("กองคลัง", {("O2", THERE): "ยังไม่มี"})
    whole = shipped_criteria(YEAR)
    assert whole is not None
    bare = [replace(one, components=()) if one.code == "O2" else one for one in whole.items]
    take_criteria(file, replace(whole, items=tuple(bare)))
    plan = planned(file, path)
    assert len(plan.of(Verdict.REFUSED)) == len(asked_contents(O2))
    assert all("เกณฑ์" in line.why for line in plan.of(Verdict.REFUSED))


def test_locked_cells_and_added_rows_are_noted(file: DataFile, sent: Callable[..., Path]) -> None:
    path = sent("กองคลัง", {("O2", "content"): "อย่างอื่น", ("O2", "note"): "ใหม่"})
    plan = planned(file, path)
    (noted,) = plan.of(Verdict.NOTED)
    assert "ล็อกไว้" in noted.why
    assert [line.after for line in plan.of(Verdict.NEW)] == ["ใหม่"]


def test_what_is_typed_under_the_first_row_of_an_item_is_told(
    file: DataFile, sent: Callable[..., Path]
) -> None:
    path = sent("กองคลัง")
    book: Any = load_workbook(path)
    sheet = book.worksheets[0]
    for area in [one for one in sheet.merged_cells.ranges if one.size["rows"] > 1]:
        sheet.unmerge_cells(area.coord)
    second = next(row for row in read_oit_sheets([path])[0].rows if row.key.place == 2).row
    sheet.cell(second, 6).value = "www.example.go.th/under"
    book.save(path)
    told = [line for line in planned(file, path).of(Verdict.NOTED) if "แถวแรก" in line.why]
    assert [(line.address, line.after) for line in told] == [
        (f"F{second}", "www.example.go.th/under")
    ]


def test_data_that_moved_on_is_not_written(file: DataFile, sent: Callable[..., Path]) -> None:
    plan = planned(file, sent("กองคลัง", {("O2", "note"): "ใหม่"}))
    say(file, "note", "แก้แล้ว")
    with pytest.raises(ClerkError, match="เปลี่ยนไป"):
        take_oit_sheets(file, plan)
    assert known(file).note == "แก้แล้ว"


def test_the_ordinary_import_takes_what_is_clear(file: DataFile, sent: Callable[..., Path]) -> None:
    path = sent("กองคลัง", {("O2", "note"): "ใหม่"})
    dry = import_oit_sheet(file, path, dry_run=True)
    assert not dry.applied
    assert known(file).note == KNOWN["O2"].note
    plain = import_oit_sheet(file, path).as_plain()
    assert plain["applied"] is True
    assert [(one["code"], one["after"]) for one in plain["oit"]] == [("O2", "ใหม่")]
    assert known(file).note == "ใหม่"
    say(file, "note", "ของเรา")
    again = import_oit_sheet(file, path)
    assert [one.severity.value for one in again.errors] == ["error"]
    assert known(file).note == "ของเรา"


def test_units_without_items_get_no_sheet(file: DataFile) -> None:
    with pytest.raises(ClerkError, match="ยังไม่ได้เลือกหน่วยงาน"):
        freeze_oit_sheets(file, YEAR, {"กองอื่น"}, Digits.THAI)


def test_a_year_without_contents_still_asks_for_state_and_address(
    file: DataFile, tmp_path: Path
) -> None:
    edit = OitEdit(code="O1", field="units", text="กองคลัง")
    apply_oit_edits(file, 2568, [edit], "แก้")
    frozen = freeze_oit_sheets(file, 2568, {"กองคลัง"}, Digits.THAI)
    (path,) = write_unit_sheets(frozen, tmp_path)
    (read,) = read_oit_sheets([path])
    assert [(row.key.code, row.key.place) for row in read.rows] == [("O1", 0)]
    assert set(read.rows[0].cells) == {"state", "addresses", "checked", "note"}


@pytest.mark.slow
def test_a_sheet_saved_by_libreoffice_brings_nothing(
    file: DataFile, sent: Callable[..., Path], through_libreoffice: Callable[[Path], Path]
) -> None:
    plan = planned(file, through_libreoffice(sent("กองคลัง")))
    assert (plan.lines, plan.unchanged) == ((), len(asked_contents(O2)) + 1)
