"""The units' work sheets: who gets which steps, what is open, and that nothing is written over."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind
from ita_desktop.db.trackers import load_tracker
from ita_desktop.documents.model import Digits, Document, Heading
from ita_desktop.documents.unit_sheet import OPEN_HEADS
from ita_desktop.domain.measures import Measure, Step, Topic, Tracker
from ita_desktop.domain.unit_row_key import FIELDS, UnitRowKey, hash_of, read_key, write_key
from ita_desktop.domain.unit_work import nobodys_rows, work_by_unit
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.workflows.opening import new_file, office_of
from ita_desktop.workflows.rounds import close_round
from ita_desktop.workflows.rows import deeds as rows
from ita_desktop.workflows.units.reading import is_unit_sheet, read_unit_sheets
from ita_desktop.workflows.units.sheets import freeze_unit_sheets
from ita_desktop.workflows.units.writing import write_unit_sheets
from ita_desktop.xlsx.keys import split_key
from ita_desktop.xlsx.writer import write_xlsx
from tests.workflows.units.sheet_file import UNITS, YEAR, make_sheets, new_units_file, tell


@pytest.fixture
def units(tmp_path: Path) -> Iterator[DataFile]:
    made = new_units_file(tmp_path / "หน่วยงาน.ita")
    yield made
    made.close()


def tracker_of(*measures_: Measure) -> Tracker:
    return Tracker(
        fiscal_year=YEAR, topics=(Topic(id=1, fiscal_year=YEAR, measures=tuple(measures_)),)
    )


def work(tracker: Tracker, *office: str) -> dict[str, list[str]]:
    return {
        one.unit: [(row.step or row.measure).text for row in one.rows]
        for one in work_by_unit(tracker, office)
    }


def test_a_unit_gets_its_own_steps_and_those_it_shares() -> None:
    shared = Measure(
        id=1,
        units="กองคลัง\nกองช่าง",
        steps=(Step(id=1, text="ก"), Step(id=2, text="ข", units="กองคลัง")),
    )
    whole = Measure(id=2, text="ค", units="- กองช่าง, นิติกร")
    assert work(tracker_of(shared, whole), "กองช่าง", "กองคลัง", "กองว่าง") == {
        "กองช่าง": ["ก", "ค"],
        "กองคลัง": ["ก", "ข"],
        "นิติกร": ["ค"],
    }


def test_all_units_are_every_unit_of_the_office_and_no_unit_of_their_own() -> None:
    tracker = tracker_of(
        Measure(id=1, text="ก", units="ทุกหน่วยงาน"), Measure(id=2, text="ข", units="นิติกร")
    )
    assert work(tracker, "กองช่าง", "กองคลัง") == {
        "กองช่าง": ["ก"],
        "กองคลัง": ["ก"],
        "นิติกร": ["ข"],
    }
    assert work(tracker) == {"ทุกหน่วยงาน": ["ก"], "นิติกร": ["ข"]}


def test_a_step_without_any_unit_is_in_nobodys_sheet() -> None:
    nobodys = Measure(id=1, steps=(Step(id=1, text="ก"), Step(id=2, text="ข", units="นิติกร")))
    rows = nobodys_rows(tracker_of(nobodys))
    assert [row.step.text for row in rows if row.step] == ["ก"]


def test_a_key_is_taken_apart_as_it_was_written_and_is_no_continuation() -> None:
    key = UnitRowKey(
        kind="step",
        number=45,
        months=12,
        file_mark="1f2e3d4c",
        bases={field: hash_of(field) for field in FIELDS},
        locked=hash_of("ล็อก"),
    )
    assert read_key(write_key(key)) == key
    assert split_key(write_key(key)) == (write_key(key), 1)
    assert read_key("step:45@1f2e3d4c") is None


def document_of(file: DataFile, unit: str, digits: Digits = Digits.THAI) -> Document:
    (frozen,) = freeze_unit_sheets(file, YEAR, 6, [unit], digits, "31 มีนาคม 2566")
    return frozen.document


def test_a_sheet_says_unit_round_office_and_when_it_is_due(units: DataFile) -> None:
    blocks = document_of(units, "กองที่ 2").blocks
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    assert "เทศบาลตำบลทดลอง ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ รอบ ๖ เดือน" in headings[1]
    assert headings[2:] == ["หน่วยงานที่รายงาน: กองที่ ๒", "กำหนดส่งคืน: ๓๑ มีนาคม ๒๕๖๖"]


def test_only_what_is_reported_is_open_and_it_holds_what_is_reported_already(
    units: DataFile,
) -> None:
    first = load_tracker(units, YEAR).topics[0].measures[0].steps[0]
    tell(units, first.id, state="แล้วเสร็จ", result="ทำ 3 ครั้ง", percent="100")
    (table,) = document_of(units, "กองที่ 1").tables()
    assert table.protected
    cells = [cell for cell in table.rows[1].cells if cell is not None and cell.open]
    assert len(cells) == len(OPEN_HEADS)
    contents = [str(getattr(cell.content, "value", cell.content)) for cell in cells]
    # what was typed stays digit for digit: else it could not be told who changed it
    assert contents == ["แล้วเสร็จ", "ทำ 3 ครั้ง", "", "", "100"]
    assert cells[0].open is not None
    assert cells[0].open.choices == ("ยังไม่ดำเนินการ", "อยู่ระหว่างดำเนินการ", "แล้วเสร็จ", "ยกเลิก")


def test_a_sheet_that_comes_back_untouched_says_what_it_said(
    units: DataFile, tmp_path: Path
) -> None:
    (path,) = make_sheets(units, tmp_path, "กองที่ 3")
    assert is_unit_sheet(path)
    (read,) = read_unit_sheets([path])
    assert (read.why, read.unit, read.fiscal_year) == ("", "กองที่ ๓", YEAR)
    assert {row.key.months for row in read.rows} == {6}
    assert [row.name for row in read.rows] == ["๑. สำรวจโดยกองที่ ๓", "๒. รายงานโดยกองที่ ๓"]
    assert not any(row.locked_changed for row in read.rows)
    assert not read.strangers


def test_long_texts_in_locked_and_open_cells_come_back_whole(
    units: DataFile, tmp_path: Path
) -> None:
    measure = load_tracker(units, YEAR).topics[0].measures[0]
    long = "\n".join(f"ข้อ {number} จัดทำทะเบียนคุมการยืมทรัพย์สิน" for number in range(120))
    rows.set_field(units, rows.Edit(kind=Kind.MEASURE, number=measure.id, field="text", text=long))
    tell(units, measure.steps[0].id, result=long)
    tell(units, measure.steps[1].id, result="สั้น")
    (path,) = make_sheets(units, tmp_path, "กองที่ 1")
    (read,) = read_unit_sheets([path])
    assert [row.cells["result"].text for row in read.rows] == [long, "สั้น"]
    assert not any(row.locked_changed for row in read.rows)


def test_no_file_is_written_over(units: DataFile, tmp_path: Path) -> None:
    first = make_sheets(units, tmp_path, "กองที่ 1")[0]
    before = first.read_bytes()
    second = make_sheets(units, tmp_path, "กองที่ 1")[0]
    assert first.name == "รายงานรอบ 6 เดือน 2566 กองที่ 1.xlsx"
    assert second.name == "รายงานรอบ 6 เดือน 2566 กองที่ 1 (2).xlsx"
    assert first.read_bytes() == before


def test_how_far_it_is_is_told_and_a_folder_that_is_gone_too(
    units: DataFile, tmp_path: Path
) -> None:
    frozen = freeze_unit_sheets(units, YEAR, 6, UNITS[:2], Digits.ARABIC)
    told: list[float] = []
    write_unit_sheets(frozen, tmp_path, told.append)
    assert told == [0, 0.5]
    with pytest.raises(ClerkError, match="ไม่พบโฟลเดอร์"):
        write_unit_sheets(frozen, tmp_path / "ไม่มี")


@pytest.mark.parametrize("kind", [ClerkError, MachineError])
def test_where_not_all_are_made_it_is_told_from_which_unit_on(
    units: DataFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: type[Exception]
) -> None:
    """Else all twenty were made again, seven of them twice."""
    room = 7

    def write(document: Document, path: Path, own_words: frozenset[str]) -> Path:
        if len(list(tmp_path.glob("*.xlsx"))) == room:
            raise kind("พื้นที่ว่างไม่พอ")
        return write_xlsx(document, path, own_words)

    monkeypatch.setattr("ita_desktop.xlsx.writer.write_xlsx", write)
    with pytest.raises(kind, match=r"^ทำแบบรายงานได้ 7 จาก 20 ไฟล์ ยังขาดตั้งแต่ “กองที่ 8” พื้นที่ว่างไม่พอ$"):
        make_sheets(units, tmp_path)
    room = 7 + 13
    assert len(make_sheets(units, tmp_path, *UNITS[7:])) == 13
    assert not list(tmp_path.glob("*(2)*"))
    with pytest.raises(kind, match=r"^พื้นที่ว่างไม่พอ$"):  # where none was made there is no more to say
        make_sheets(units, tmp_path)


def test_a_closed_round_and_units_without_work_make_no_sheet(
    units: DataFile, tmp_path: Path
) -> None:
    with pytest.raises(ClerkError, match="ยังไม่ได้เลือกหน่วยงาน"):
        freeze_unit_sheets(units, YEAR, 6, ["กองว่าง"], Digits.THAI)
    close_round(units, YEAR, 6, datetime(2023, 4, 3, tzinfo=UTC))
    with pytest.raises(ClerkError, match="ปิดแล้ว"):
        freeze_unit_sheets(units, YEAR, 6, UNITS, Digits.THAI)
    empty = new_file(tmp_path / "ว่าง.ita", office_of(units), YEAR)
    with pytest.raises(ClerkError, match="ยังไม่ได้เลือกหน่วยงาน"):
        freeze_unit_sheets(empty, YEAR, 6, UNITS, Digits.THAI)
    empty.close()
