"""What a sheet of measures cannot bring is told with its place; nothing of it is taken."""

import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.trackers import load_tracker
from ita_desktop.documents.layout import OFFICIAL, LayoutColumn, official_layout
from ita_desktop.documents.model import Digits
from ita_desktop.domain.findings import Severity
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.export_document import draw, freeze
from ita_desktop.workflows.import_workbook import (
    import_workbook,
    plan_import,
    read_tables,
    take_import,
)
from ita_desktop.workflows.layouts import add_copy, save_layout
from ita_desktop.workflows.opening import new_sample_file
from ita_desktop.workflows.rounds import close_round
from ita_desktop.workflows.rows.deeds import Edit, set_field

Make = Callable[..., Path]
YEAR = 2566
TITLE = ["ประจำปีงบประมาณ พ.ศ. 2566"]
ITEMS = [
    "ข้อคำถาม", "ผลการประเมิน", "ข้อค้นพบ", "มาตรการ/กิจกรรม", "หน่วยงานรับผิดชอบ",
    "แนวทางการกำกับติดตาม/รายงานผล", "ผลการดำเนินการ", "ผลลัพธ์",
]  # fmt: skip
STEPS = [
    "มาตรการ/แนวทาง", "วิธีดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลา", "ผลการดำเนินการ", "ข้อเสนอแนะ",
]  # fmt: skip


def item(code: str, score: object) -> list[object]:
    return [code, score, "พบ", "ทำ", "กองคลัง", "รายงาน", "ผล", "ลัพธ์"]


@pytest.mark.parametrize(
    ("score", "address"), [("ดีมาก", "B3"), (120, "B3"), ("88.135", "B3"), (-1, "B3")]
)
def test_a_score_that_is_none_is_refused_with_its_cell(
    file: DataFile, workbook: Make, score: object, address: str
) -> None:
    path = workbook([TITLE, ITEMS, item("ข้อ i7 รู้แผน", score)])
    outcome = import_workbook(file, path)
    assert not outcome.applied
    (finding,) = outcome.errors
    assert (finding.sheet, finding.address) == ("Sheet1", address)
    assert "0 ถึง 100" in finding.wanted
    assert load_tracker(file, YEAR).topics == ()


def test_a_code_that_no_criteria_have_stays_words(file: DataFile, workbook: Make) -> None:
    outcome = import_workbook(file, workbook([TITLE, ITEMS, item("ข้อ i77 รู้แผน", 80)]))
    (finding,) = outcome.findings
    assert finding.severity is Severity.WARNING
    assert (finding.address, finding.found) == ("A3", "ข้อ i77 รู้แผน")
    (topic,) = load_tracker(file, YEAR).topics
    assert [(one.code, one.text) for one in topic.items] == [("", "ข้อ i77 รู้แผน")]


def test_a_code_of_another_year_is_of_that_year(file: DataFile, workbook: Make) -> None:
    import_workbook(file, workbook([TITLE, ITEMS, item("O43 รายงานผล", 0)]))
    (topic,) = load_tracker(file, YEAR).topics
    assert [(one.code, one.criteria_year) for one in topic.items] == [("O43", 2565)]


def test_a_bare_number_is_a_code_where_its_part_of_the_table_says_so(
    file: DataFile, workbook: Make
) -> None:
    heads = ["ประเด็นที่ต้องพัฒนา", "ผู้รับผิดชอบ", "ขั้นตอนหรือวิธีการ/มาตรการ", "การติดตามและรายงานผล"]
    path = workbook(
        [
            TITLE,
            [],
            ["เครื่องมือการประเมิน EIT"],
            heads,
            ["๑๒ ปรับปรุงวิธีการ", "กองช่าง", "ลดขั้นตอน", "รายงาน"],
            [],
            [],
            heads,
            ["๗ รู้แผน", "กองคลัง", "ชี้แจง", "รายงาน"],
        ]
    )
    import_workbook(file, path)
    topic = load_tracker(file, YEAR).topics[0]
    assert [(one.code, one.text) for one in topic.items] == [("e12", "ปรับปรุงวิธีการ")]


@pytest.fixture
def printed(sample: DataFile, tmp_path: Path) -> Callable[[str], tuple[Path, Any, Any]]:
    def made(layout_id: str) -> tuple[Path, Any, Any]:
        path = tmp_path / "งาน.xlsx"
        months = None if layout_id in ("measures-plan", "action-calendar") else 6
        draw(freeze(sample, layout_id, YEAR, Digits.THAI, months=months), "xlsx", path)
        book = load_workbook(path)
        return path, book, book.worksheets[0]

    return made


def first_row(sheet: Any) -> int:
    last = sheet.max_column
    return next(r for r in range(1, 99) if "@" in str(sheet.cell(r, last).value))


def test_results_of_a_closed_round_are_refused(
    sample: DataFile, printed: Callable[[str], tuple[Path, Any, Any]]
) -> None:
    path, book, sheet = printed("measures-progress")
    row = first_row(sheet)
    sheet.cell(row, 5).value = "รายงานใหม่"
    book.save(path)
    close_round(sample, YEAR, 6)
    before = load_tracker(sample, YEAR)
    outcome = import_workbook(sample, path)
    assert not outcome.applied
    assert [finding.address for finding in outcome.errors] == [f"E{row}"]
    assert "ปิด" in outcome.errors[0].message
    assert load_tracker(sample, YEAR) == before


def test_a_closed_round_that_is_unchanged_is_no_refusal(
    sample: DataFile, printed: Callable[[str], tuple[Path, Any, Any]]
) -> None:
    path, _, _ = printed("measures-progress")
    close_round(sample, YEAR, 6)
    outcome = import_workbook(sample, path, dry_run=True)
    assert (outcome.measures, outcome.findings) == ((), ())


def test_what_moved_on_since_the_preview_is_not_taken(
    sample: DataFile, printed: Callable[[str], tuple[Path, Any, Any]]
) -> None:
    path, book, sheet = printed("measures-progress")
    sheet.cell(first_row(sheet), 4).value = "ตลอดปี"
    book.save(path)
    outcome = plan_import(sample, read_tables(path))
    (change,) = outcome.measures
    edit = Edit(kind=change.kind, number=change.number, field="period", text="มกราคม")
    set_field(sample, edit)
    before = load_tracker(sample, YEAR)
    with pytest.raises(ClerkError, match="เปลี่ยนไปหลังจากแสดงตัวอย่าง"):
        take_import(sample, outcome)
    assert load_tracker(sample, YEAR) == before


def test_everything_is_one_deed(sample: DataFile, workbook: Make) -> None:
    before = load_tracker(sample, YEAR)
    rows = [TITLE, STEPS, ["๑. ก", "๑. ข", "กองคลัง", "ม.ค.", "", ""], ["", "๒. ค", "", "", "", ""]]
    import_workbook(sample, workbook(rows), YEAR)
    assert len(load_tracker(sample, YEAR).topics) == len(before.topics) + 1
    sample.undo()
    assert load_tracker(sample, YEAR) == before


def test_one_bad_cell_keeps_scores_and_measures_out(file: DataFile, workbook: Make) -> None:
    scores = [TITLE, ["ข้อ", "คะแนน"], ["i1", 88]]
    measures = [TITLE, ITEMS, item("ข้อ i7 รู้แผน", "x")]
    outcome = import_workbook(file, workbook({"ก": scores, "ข": measures}))
    assert {sheet.kind for sheet in outcome.sheets} == {"scores-by-item", "measures-by-question"}
    assert not outcome.applied
    assert load_tracker(file, YEAR).topics == ()


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("ผลปีงบประมาณ พ.ศ. ๒๕๖๕ นำมาทำมาตรการปีงบประมาณ ๒๕๖๖", 2566),
        ("มาตรการ ประจำปี ๒๕๖๗", 2567),
        ("มาตรการส่งเสริมคุณธรรม", 2565),
    ],
)
def test_the_year_is_that_of_the_measures(
    file: DataFile, workbook: Make, title: str, year: int
) -> None:
    outcome = import_workbook(file, workbook([[title], ITEMS, item("i7 รู้แผน", 80)]))
    assert (outcome.measure_year, outcome.findings) == (year, ())
    assert len(load_tracker(file, year).topics) == 1


def test_years_far_apart_must_be_chosen(file: DataFile, workbook: Make) -> None:
    path = workbook([["ปี 2560 และ ปี 2566"], ITEMS, item("i7 รู้แผน", 80)])
    with pytest.raises(ClerkError, match="--year"):
        import_workbook(file, path)
    assert import_workbook(file, path, 2566).applied


@pytest.mark.parametrize(("title", "months"), [("รอบ ๖ เดือน", 6), ("รอบ 12 เดือน", 12), ("", 12)])
def test_the_round_is_that_of_the_title(
    file: DataFile, workbook: Make, title: str, months: int
) -> None:
    import_workbook(file, workbook([TITLE, [title], ITEMS, item("i7 รู้แผน", 80)]))
    (topic,) = load_tracker(file, YEAR).topics
    assert list(topic.measures[0].results) == [months]


def test_per_cent_and_state_are_read_as_excel_has_them(file: DataFile, workbook: Make) -> None:
    own = add_copy(file, official_layout("measures-progress"), "มีสถานะ")
    more = (
        LayoutColumn(source="state", head="สถานะ", width=9),
        LayoutColumn(source="percent", head="ร้อยละ", width=9),
    )
    save_layout(file, replace(own, columns=(*own.columns, *more)))
    heads = [*STEPS, "สถานะ", "ร้อยละ"]
    row = ["๑. ก", "ข", "กองคลัง", "ม.ค.", "", ""]
    import_workbook(file, workbook([TITLE, heads, [*row, "เสร็จแล้ว", 0.8]]))
    (topic,) = load_tracker(file, YEAR).topics
    result = topic.measures[0].results[12]
    assert (result.state, result.percent) == ("done", 80)
    again = import_workbook(file, workbook([TITLE, heads, [*row, "แล้วเสร็จ", "๘๐ %"]]))
    assert again.measures == ()
    outcome = import_workbook(file, workbook([TITLE, heads, [*row, "คงเสร็จ", 120]]))
    assert [finding.address for finding in outcome.errors] == ["G3", "H3"]


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[DataFile, Path]]:
    folder = tmp_path_factory.mktemp("hostile")
    made = new_sample_file(folder / "ก.ita")
    yield made, folder / "ข.xlsx"
    made.close()


CELLS = st.one_of(
    st.none(),
    st.sampled_from(
        [*ITEMS, *STEPS, "ขั้นตอน", "วิธีปฏิบัติ", "รหัสแถว", "step:1@", "measure:2#2", "=A1", "O43", "๑๑๑"]
    ),
    st.sampled_from(
        ["๑. ก\n๒. ข", "-ก\n-ข", "เครื่องมือการประเมิน EIT", "หมายเหตุ", "๗ ก", "ดำเนินการ (ต่อ)"]
    ),
    st.text("กา๑1 \n-.ieO", max_size=8),
    st.integers(-5, 120),
    st.floats(-1, 200, allow_nan=False),
    st.booleans(),
)
HEADS = (ITEMS, STEPS, ["ขั้นตอน", "ระยะเวลา", "วิธีปฏิบัติ"], [*STEPS, "รหัสแถว"])


@given(
    st.sampled_from(HEADS),
    st.lists(st.lists(CELLS, max_size=9), max_size=7),
    st.lists(st.tuples(st.integers(2, 8), *[st.integers(1, 8)] * 3), max_size=3),
)
def test_no_sheet_of_measures_is_a_fault(
    place: tuple[DataFile, Path],
    heads: list[str],
    rows: list[list[object]],
    merges: list[tuple[int, int, int, int]],
) -> None:
    file, path = place
    book = Workbook()
    sheet: Any = book.worksheets[0]
    sheet.append(heads)
    for row in rows:
        sheet.append(row)
    for top, left, down, right in merges:
        sheet.merge_cells(
            start_row=top, start_column=left, end_row=top + down - 1, end_column=left + right - 1
        )
    book.save(path)
    before = load_tracker(file, YEAR)
    outcome = import_workbook(file, path, YEAR)
    assert outcome.applied == (not outcome.errors)
    if outcome.applied and (outcome.measures or outcome.scores):
        file.undo()
    assert load_tracker(file, YEAR) == before


@pytest.mark.parametrize("layout_id", OFFICIAL)
def test_a_workbook_of_ours_with_cells_mixed_up_is_no_fault(
    sample: DataFile, printed: Callable[[str], tuple[Path, Any, Any]], layout_id: str
) -> None:
    path, book, _ = printed(layout_id)
    chance = random.Random(2566)  # noqa: S311 - the same workbooks every time
    before = load_tracker(sample, YEAR)
    for _ in range(12):
        for sheet in book.worksheets:
            area = [
                cell
                for row in sheet.iter_rows()
                for cell in row
                if hasattr(cell, "column_letter") and cell.value is not None
            ]
            for _ in range(4):
                one, other = chance.choice(area), chance.choice(area)
                one.value, other.value = other.value, one.value
        book.save(path)
        try:
            outcome = import_workbook(sample, path, YEAR)
        except ClerkError:  # no table is left of it
            continue
        if outcome.applied and outcome.measures:
            sample.undo()
    assert load_tracker(sample, YEAR) == before
