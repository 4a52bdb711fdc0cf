"""A workbook that was worked on in Excel brings exactly what was changed in it."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.trackers import load_tracker
from ita_desktop.documents.layout import OFFICIAL
from ita_desktop.documents.measure_texts import has_rounds
from ita_desktop.documents.model import Digits
from ita_desktop.domain.measures import (
    CalendarRow,
    Measure,
    State,
    Step,
    StepResult,
    Topic,
    TopicItem,
    Tracker,
)
from ita_desktop.workflows.export_document import draw, freeze
from ita_desktop.workflows.import_outcome import Outcome
from ita_desktop.workflows.import_workbook import import_workbook
from ita_desktop.workflows.layouts import layouts_of
from tests.workflows.measures.trackers import YEAR, put_tracker

FIRST = Topic(
    id=0,
    fiscal_year=YEAR,
    items=(
        replace(
            TopicItem(id=0, criteria_year=2565, code="i22", text="ยืมของหลวง"),
            score=Decimal("85.94"),
            finding="ไม่ขออนุญาต",
        ),
        replace(
            TopicItem(id=0, criteria_year=2565, code="i24", text="กำกับดูแล"),
            score=Decimal("79.84"),
            finding="ไม่ทราบวิธี",
        ),
    ),
    measures=(
        Measure(
            id=0,
            text="ระเบียบการยืมทรัพย์สิน",
            units="กองคลัง",
            period="ต.ค. ๖๕ - มี.ค. ๖๖",
            follow_up="รายงานทุกไตรมาส",
            results={12: StepResult(state=State.IN_WORK, result="ประกาศใช้แล้ว", outcome="ยืมถูกต้อง")},
            steps=(
                Step(id=0, text="จัดทำแนวปฏิบัติ"),
                Step(
                    id=0,
                    text="ชี้แจงบุคลากร",
                    results={12: StepResult(suggestion="ชี้แจงซ้ำ")},
                ),
                Step(id=0, text="ติดป้ายประกาศ", units="สำนักปลัด", period="เม.ย. ๖๖"),
            ),
        ),
    ),
)
SECOND = Topic(
    id=0,
    fiscal_year=YEAR,
    items=(TopicItem(id=0, criteria_year=2565, code="e12", text="ปรับปรุงบริการ", score=Decimal(82)),),
    measures=(
        Measure(
            id=0,
            text="ลดขั้นตอนบริการ",
            units="กองช่าง",
            steps=(Step(id=0, text="สำรวจขั้นตอน"),),
        ),
        Measure(id=0, text="เปิดบริการออนไลน์", units="ทุกกอง"),
    ),
)
TRACKER = Tracker(
    fiscal_year=YEAR,
    topics=(FIRST, SECOND),
    calendar=(
        CalendarRow(id=0, stage="เตรียมการ", period="ต.ค. ๖๕", method="ตั้งคณะทำงาน"),
        CalendarRow(id=0, stage="ดำเนินการ", period="ม.ค. ๖๖", method="ประชุม"),
        CalendarRow(id=0, period="ก.พ. ๖๖", method="เก็บข้อมูล"),
    ),
)
Change = tuple[str, str, str]


class Book:
    """A workbook of measures as it stands open in Excel."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.book = load_workbook(path)

    @property
    def sheet(self) -> Any:
        return self.book.worksheets[0]

    def rows(self) -> list[int]:
        """Return the rows that have a key."""
        last = self.sheet.max_column
        return [
            r
            for r in range(1, self.sheet.max_row + 1)
            if "@" in str(self.sheet.cell(r, last).value)
        ]

    def put(self, row: int, column: int, text: object) -> None:
        """Type into a cell of the n-th row of data, both from 0."""
        self.sheet.cell(self.rows()[row], column + 1).value = text

    def text(self, row: int, column: int) -> str:
        return str(self.sheet.cell(self.rows()[row], column + 1).value)

    def insert(self, row: int, cells: list[object]) -> None:
        """Insert a row before the n-th row of data, as Excel does: merges grow and move."""
        at = self.rows()[row] if row < len(self.rows()) else self.rows()[-1] + 1
        areas = list(self.sheet.merged_cells.ranges)
        for area in areas:
            self.sheet.unmerge_cells(str(area))
        self.sheet.insert_rows(at)
        for column, text in enumerate(cells, start=1):
            self.sheet.cell(at, column).value = text
        for area in areas:
            top = area.min_row + (area.min_row >= at)
            bottom = area.max_row + (area.max_row >= at)
            self.sheet.merge_cells(
                start_row=top, end_row=bottom, start_column=area.min_col, end_column=area.max_col
            )

    def unmerge(self) -> None:
        for area in list(self.sheet.merged_cells.ranges):
            if area.min_row >= self.rows()[0]:
                self.sheet.unmerge_cells(str(area))

    def reorder(self, order: list[int]) -> None:
        """Put the rows of data in another order, as sorting an unmerged table does."""
        self.unmerge()
        rows, width = self.rows(), self.sheet.max_column
        held = [[self.sheet.cell(r, c).value for c in range(1, width + 1)] for r in rows]
        for row, source in zip(rows, order, strict=True):
            for column, value in enumerate(held[source], start=1):
                self.sheet.cell(row, column).value = value

    def delete(self, row: int) -> None:
        at = self.rows()[row]
        self.unmerge()
        self.sheet.delete_rows(at)

    def save(self) -> Path:
        self.book.save(self.path)
        return self.path


@pytest.fixture
def tracker(file: DataFile) -> Tracker:
    return put_tracker(file, TRACKER)


@pytest.fixture
def book(file: DataFile, tracker: Tracker, tmp_path: Path, request: pytest.FixtureRequest) -> Book:
    del tracker
    layout = next(one for one in layouts_of(file) if one.id == request.param)
    months = 12 if has_rounds(layout) else None
    path = tmp_path / "แผ่นงาน.xlsx"
    draw(freeze(file, layout.id, YEAR, Digits.THAI, months=months), "xlsx", path)
    return Book(path)


def of(layout: str) -> Any:
    return pytest.mark.parametrize("book", [f"measures-{layout}"], indirect=True)


def told(outcome: Outcome) -> list[Change]:
    """Return what changes: act and kind, field, new text."""
    assert [finding.message for finding in outcome.errors] == []
    return [(f"{c.act} {c.kind}", c.field, c.text) for c in outcome.measures]


def imported(file: DataFile, book: Book) -> list[Change]:
    outcome = import_workbook(file, book.save())
    assert outcome.applied
    again = import_workbook(file, book.path, dry_run=True)
    rest = [c for c in again.measures if c.act != "add"]
    assert rest == []
    return told(outcome)


@of("progress")
def test_cells_of_measures_and_steps_are_changed(
    file: DataFile, tracker: Tracker, book: Book
) -> None:
    book.put(0, 0, "๑. ระเบียบการยืมและคืนทรัพย์สิน (IIT)")
    book.put(0, 2, "กองคลัง\nกองช่าง")
    book.put(1, 1, "๒. ชี้แจงบุคลากรทุกคน")
    book.put(2, 3, "พ.ค. ๖๖")
    book.put(2, 5, "ควรติดทุกชั้น")
    assert imported(file, book) == [
        ("change measure", "text", "ระเบียบการยืมและคืนทรัพย์สิน"),
        ("change measure", "units", "กองคลัง\nกองช่าง"),
        ("change step", "text", "ชี้แจงบุคลากรทุกคน"),
        ("change step", "period", "พ.ค. ๖๖"),
        ("change step", "suggestion", "ควรติดทุกชั้น"),
    ]
    (first, *_), before = load_tracker(file, YEAR).topics, tracker.topics[0]
    measure = first.measures[0]
    assert first.items == before.items
    assert measure.units == "กองคลัง\nกองช่าง"
    assert [step.units for step in measure.steps] == ["", "", "สำนักปลัด"]
    assert measure.results == before.measures[0].results
    assert measure.steps[0] == before.measures[0].steps[0]


@of("progress")
def test_a_new_row_is_a_step_where_it_stands(file: DataFile, book: Book) -> None:
    book.insert(1, [None, "๒. อบรมผู้ดูแลทรัพย์สิน", None, None, None, "อบรมซ้ำ"])
    changes = imported(file, book)
    assert changes == [("add step", "", "อบรมผู้ดูแลทรัพย์สิน")]
    steps = load_tracker(file, YEAR).topics[0].measures[0].steps
    assert [step.text for step in steps] == [
        "จัดทำแนวปฏิบัติ", "อบรมผู้ดูแลทรัพย์สิน", "ชี้แจงบุคลากร", "ติดป้ายประกาศ",
    ]  # fmt: skip
    assert steps[1].results == {12: StepResult(suggestion="อบรมซ้ำ")}
    assert steps[1].units == ""


@of("progress")
def test_a_new_row_with_a_measure_is_a_measure(file: DataFile, book: Book) -> None:
    book.insert(5, ["๔. รับฟังความเห็น (EIT)", "จัดเวที", "สำนักปลัด", "มิ.ย. ๖๖", "", ""])
    changes = imported(file, book)
    assert changes == [
        ("add topic", "", "“รับฟังความเห็น”"),
        ("add measure", "", "รับฟังความเห็น"),
        ("add step", "", "จัดเวที"),
    ]
    topic = load_tracker(file, YEAR).topics[-1]
    assert topic.instrument == "EIT"
    assert topic.measures[0].units == "สำนักปลัด"
    assert topic.measures[0].marker == "{n}. "


@pytest.mark.parametrize("book", OFFICIAL, indirect=True)
def test_sorted_and_removed_rows_change_nothing(
    file: DataFile, tracker: Tracker, book: Book
) -> None:
    book.reorder(list(reversed(range(len(book.rows())))))
    outcome = import_workbook(file, book.save())
    assert told(outcome) == []
    for row in sorted({len(book.rows()) - 1, 0}, reverse=True):
        book.delete(row)
    outcome = import_workbook(file, book.save())
    assert told(outcome) == []
    assert load_tracker(file, YEAR) == tracker


@pytest.mark.parametrize("book", OFFICIAL, indirect=True)
def test_only_white_space_and_digits_around_change_nothing(file: DataFile, book: Book) -> None:
    for row in range(len(book.rows())):
        text = book.text(row, 0)
        if text != "None" and "=" not in text:
            book.put(row, 0, f" {text}\n")
    assert told(import_workbook(file, book.save())) == []


@of("by-question")
def test_cells_of_items_are_changed(file: DataFile, book: Book) -> None:
    book.put(0, 0, "ข้อ i๒๒ ยืมของหลวงไปใช้")
    book.put(1, 1, 80.5)
    book.put(1, 2, "")
    book.put(0, 6, "ประกาศใช้และแจ้งเวียนแล้ว")
    assert sorted(imported(file, book)) == [
        ("change measure", "result", "ประกาศใช้และแจ้งเวียนแล้ว"),
        ("change topic_item", "finding", ""),
        ("change topic_item", "score", "80.5"),
        ("change topic_item", "text", "ยืมของหลวงไปใช้"),
    ]
    topic = load_tracker(file, YEAR).topics[0]
    assert topic.items[0].text == "ยืมของหลวงไปใช้"
    assert topic.items[1].score == Decimal("80.5")
    assert topic.items[1].finding == ""


@of("by-question")
def test_steps_in_one_cell_are_changed_added_and_taken_out(
    file: DataFile, tracker: Tracker, book: Book
) -> None:
    lines = book.text(0, 3).split("\n")
    assert lines[1:] == ["๑. จัดทำแนวปฏิบัติ", "๒. ชี้แจงบุคลากร", "๓. ติดป้ายประกาศ"]
    book.put(0, 3, f"{lines[0]}\n๑. จัดทำแนวปฏิบัติ\n๒. อบรม\n๓. ชี้แจงบุคลากร\n๔. ติดป้ายและแจ้งเวียน")
    assert imported(file, book) == [
        ("change step", "text", "ติดป้ายและแจ้งเวียน"),
        ("add step", "", "อบรม"),
    ]
    steps = load_tracker(file, YEAR).topics[0].measures[0].steps
    assert [s.text for s in steps] == ["จัดทำแนวปฏิบัติ", "อบรม", "ชี้แจงบุคลากร", "ติดป้ายและแจ้งเวียน"]
    old = tracker.topics[0].measures[0].steps
    assert steps[2] == old[1]
    assert steps[3] == replace(old[2], text="ติดป้ายและแจ้งเวียน")
    book.put(0, 3, f"{lines[0]}\n๑. จัดทำแนวปฏิบัติ\n๒. อบรม\n๓. ติดป้ายและแจ้งเวียน")
    assert told(import_workbook(file, book.save())) == [("remove step", "", "")]
    steps = load_tracker(file, YEAR).topics[0].measures[0].steps
    assert [s.text for s in steps] == ["จัดทำแนวปฏิบัติ", "อบรม", "ติดป้ายและแจ้งเวียน"]


@of("by-question")
def test_a_new_row_is_an_item_with_its_measure(file: DataFile, book: Book) -> None:
    row = [
        "ข้อ O๒๔ แผนบุคคล",
        "๐",
        "ไม่มีงบ",
        "๑. ทำแผน\n๒. เผยแพร่",
        "สำนักปลัด",
        "รายงาน",
        "เสร็จ",
        "ครบ",
    ]
    book.insert(len(book.rows()), [*row])
    assert imported(file, book) == [
        ("add topic", "", "O24"),
        ("add topic_item", "", "O24 แผนบุคคล"),
        ("add measure", "", "“ทำแผน”"),
        ("add step", "", "ทำแผน"),
        ("add step", "", "เผยแพร่"),
    ]
    topic = load_tracker(file, YEAR).topics[-1]
    assert [(item.code, item.score, item.criteria_year) for item in topic.items] == [
        ("O24", 0, 2565)
    ]
    assert topic.measures[0].results[12] == StepResult(result="เสร็จ", outcome="ครบ")


@of("six-month")
def test_an_item_added_to_a_cell_joins_the_topic(file: DataFile, book: Book) -> None:
    book.put(0, 0, f"{book.text(0, 0)}\nI๑๐ ใช้เงินถูกทาง")
    assert imported(file, book) == [("add topic_item", "", "i10 ใช้เงินถูกทาง")]
    assert [item.code for item in load_tracker(file, YEAR).topics[0].items] == ["i22", "i24", "i10"]


@of("six-month")
def test_what_each_step_has_of_its_own_stays_theirs(file: DataFile, book: Book) -> None:
    assert book.text(0, 1) == "กองคลัง\nสำนักปลัด"
    book.put(0, 1, "กองคลัง\nสำนักปลัดเทศบาล")
    assert imported(file, book) == [("change step", "units", "สำนักปลัดเทศบาล")]
    book.put(0, 1, "ทุกกองร่วมกัน")
    outcome = import_workbook(file, book.save())
    assert told(outcome) == [
        ("change step", "units", ""),
        ("change measure", "units", "ทุกกองร่วมกัน"),
    ]
    assert [finding.severity for finding in outcome.findings] == ["note"]


@pytest.mark.parametrize("book", ["action-calendar"], indirect=True)
def test_rows_of_the_calendar_are_changed_and_added(file: DataFile, book: Book) -> None:
    book.put(2, 1, "มี.ค. ๖๖")
    book.insert(3, ["รายงานผล", "ก.ย. ๖๖", "สรุปผล"])
    assert imported(file, book) == [
        ("change calendar_row", "period", "มี.ค. ๖๖"),
        ("add calendar_row", "", "สรุปผล"),
    ]
    assert [row.stage for row in load_tracker(file, YEAR).calendar] == [
        "เตรียมการ", "ดำเนินการ", "", "รายงานผล",
    ]  # fmt: skip


@of("progress")
def test_merging_the_cells_of_all_steps_gives_them_to_the_measure(
    file: DataFile, book: Book
) -> None:
    sheet, rows = book.sheet, book.rows()
    book.put(0, 5, "ทำต่อเนื่อง")
    sheet.cell(rows[1], 6).value = None
    for area in list(sheet.merged_cells.ranges):
        if area.min_col == 6 and area.min_row >= rows[0]:
            sheet.unmerge_cells(str(area))
    sheet.merge_cells(start_row=rows[0], end_row=rows[2], start_column=6, end_column=6)
    import_workbook(file, book.save())
    measure = load_tracker(file, YEAR).topics[0].measures[0]
    assert measure.results[12].suggestion == "ทำต่อเนื่อง"


@of("progress")
def test_a_row_whose_record_is_gone_is_new_and_told(file: DataFile, book: Book) -> None:
    put_tracker(file, replace(TRACKER, topics=TRACKER.topics[:1]))
    outcome = import_workbook(file, book.save(), dry_run=True)
    assert {finding.severity for finding in outcome.findings} == {"note"}
    assert [(c.act, c.kind) for c in outcome.measures if c.kind == "measure"] != []


@of("by-question")
def test_a_cell_of_an_item_that_is_written_anew_keeps_its_score(file: DataFile, book: Book) -> None:
    book.put(0, 0, "การยืมทรัพย์สินของทางราชการ")
    import_workbook(file, book.save())
    item = load_tracker(file, YEAR).topics[0].items[0]
    assert (item.code, item.text) == ("", "การยืมทรัพย์สินของทางราชการ")
    assert (item.score, item.finding) == (Decimal("85.94"), "ไม่ขออนุญาต")


def test_a_change_of_a_topic_without_items_says_which_by_its_measure(
    file: DataFile, tmp_path: Path
) -> None:
    topics = [
        Topic(id=0, fiscal_year=YEAR, measures=(Measure(id=0, text=text, steps=(Step(id=0),)),))
        for text in ("ทะเบียนยืม", "คู่มือบริการ")
    ]
    put_tracker(file, Tracker(fiscal_year=YEAR, topics=tuple(topics)))
    path = tmp_path / "แผ่นงาน.xlsx"
    draw(freeze(file, "measures-progress", YEAR, Digits.THAI, months=12), "xlsx", path)
    book = Book(path)
    book.put(0, 4, "จัดทำแล้ว")
    book.put(1, 4, "จัดทำแล้ว")
    places = [change.place for change in import_workbook(file, book.save()).measures]
    assert [place.split(" ")[0] for place in places] == ["“ทะเบียนยืม”", "“คู่มือบริการ”"]
