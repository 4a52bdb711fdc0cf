"""The office's names from a sheet with รายการ and ค่า."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.offices import load_office
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.workflows.import_workbook import import_workbook
from ita_desktop.workflows.opening import new_file

Make = Callable[..., Path]
FULL = [
    ["ข้อมูลหน่วยงาน"],
    ["รายการ", "ค่า"],
    ["ชื่อ หน่วยงาน", "องค์การบริหารส่วนตำบลตัวอย่าง"],
    ["ประเภท", "อบต."],
    ["อำเภอ", "อำเภอเมือง"],
    ["จังหวัด", " จ. ตัวอย่าง "],
    ["ผู้บริหาร", "นายสมมุติ ใจดี"],
    ["ตำแหน่งผู้บริหาร", "นายก อบต.ตัวอย่าง"],
]


def office_of(file: DataFile) -> Office:
    office = load_office(file)
    assert office is not None
    return office


def test_an_office_is_read_in_full_and_keeps_its_units(file: DataFile, workbook: Make) -> None:
    outcome = import_workbook(file, workbook({"ใครก็ได้": FULL}))
    assert outcome.findings == ()
    assert [(s.kind, s.added, s.changed, s.unchanged) for s in outcome.sheets] == [
        ("office", 4, 2, 0)
    ]
    assert office_of(file) == Office(
        name="องค์การบริหารส่วนตำบลตัวอย่าง",
        kind=OfficeKind.TAMBON,
        district="เมือง",
        province="ตัวอย่าง",
        executive="นายสมมุติ ใจดี",
        executive_title="นายก อบต.ตัวอย่าง",
        units=("กองคลัง",),
    )
    again = import_workbook(file, workbook({"ใครก็ได้": FULL}))
    assert [(s.added, s.changed) for s in again.sheets] == [(0, 0)]
    assert again.office is None
    assert office_of(file).place == "อ.เมือง จ.ตัวอย่าง"
    file.undo()
    assert office_of(file).name == "เทศบาลนครตัวอย่าง"


def test_empty_values_leave_what_was_there(file: DataFile, workbook: Make) -> None:
    rows = [["รายการ", "ค่า"], ["ชื่อหน่วยงาน", None], ["จังหวัด", "ตัวอย่าง"], ["ประเภท", " "]]
    import_workbook(file, workbook(rows))
    office = office_of(file)
    assert (office.name, office.kind, office.province) == (
        "เทศบาลนครตัวอย่าง",
        OfficeKind.CITY,
        "ตัวอย่าง",
    )


def test_a_file_without_an_office_gets_kind_and_title_from_the_name(
    tmp_path: Path, workbook: Make
) -> None:
    file = new_file(tmp_path / "ว่าง.ita")
    import_workbook(file, workbook([["รายการ", "ค่า"], ["ชื่อหน่วยงาน", "เทศบาลเมืองสมมุติ"]]))
    office = office_of(file)
    assert (office.kind, office.executive_title) == (OfficeKind.TOWN, "นายกเทศมนตรีเมืองสมมุติ")
    file.close()


@pytest.mark.parametrize(
    ("rows", "address"),
    [
        ([["รายการ", "ค่า"], ["ชื่อหน่วยงาน", "ก"], ["ประเภท", "กรม"]], "B3"),
        ([["รายการ", "ค่า"], ["จังหวัด", "ตัวอย่าง"]], "A1"),
        ([["รายการ", "ค่า"], ["ชื่อหน่วยงาน", "#REF!"]], "B2"),
    ],
)
def test_a_sheet_that_makes_no_office_is_told_and_nothing_is_written(
    tmp_path: Path, workbook: Make, rows: list[list[object]], address: str
) -> None:
    file = new_file(tmp_path / "ว่าง.ita")
    outcome = import_workbook(file, workbook(rows))
    assert {finding.address for finding in outcome.errors} >= {address}
    assert load_office(file) is None
    file.close()


def test_a_line_nobody_knows_is_a_warning(file: DataFile, workbook: Make) -> None:
    rows = [["รายการ", "ค่า"], ["โทรสาร", "034"], ["อำเภอ", "เมือง"]]
    outcome = import_workbook(file, workbook(rows))
    assert [(f.severity, f.address, f.found) for f in outcome.findings] == [
        (Severity.WARNING, "A2", "โทรสาร")
    ]
    assert office_of(file).district == "เมือง"
