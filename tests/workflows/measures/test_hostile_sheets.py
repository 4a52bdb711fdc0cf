"""Sheets of measures after what people do to sheets: copied, cut, sorted, merged, half deleted."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.trackers import load_tracker
from ita_desktop.documents.layout import OFFICIAL
from ita_desktop.domain.measures import Measure, State, Step, StepResult, Topic, TopicItem, Tracker
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.import_workbook import import_workbook, read_import, take_import
from ita_desktop.workflows.rounds import close_round, reopen_round
from ita_desktop.workflows.rows import deeds as rows
from tests.workflows.measures.test_round_trip import OWN, SLOW_TO_MAKE, export, office_file
from tests.workflows.measures.trackers import EXTRAS, YEAR, put_tracker, trackers

Place = tuple[DataFile, Path]
ITEM = TopicItem(id=0, criteria_year=2565, code="i7", score=Decimal("79.01"))


@pytest.fixture(scope="module")
def place() -> Iterator[Place]:
    with office_file() as made:
        yield made


def put(file: DataFile, *of: Measure, items: tuple[TopicItem, ...] = (ITEM,)) -> Tracker:
    topic = Topic(id=0, fiscal_year=YEAR, items=items, measures=of)
    return put_tracker(file, Tracker(fiscal_year=YEAR, topics=(topic,)))


def measure(text: str, *texts: str, **fields: Any) -> Measure:
    return Measure(id=0, text=text, steps=tuple(Step(id=0, text=t) for t in texts), **fields)


def edit(path: Path, change: Callable[[Any], object]) -> None:
    book: Any = load_workbook(path)
    change(book)
    book.save(path)


def rows_with_key(sheet: Any) -> list[int]:
    last = sheet.max_column
    return [r for r in range(1, sheet.max_row + 1) if "@" in str(sheet.cell(r, last).value)]


def say(sheet: Any, before: str, after: str) -> None:
    for row in sheet.iter_rows():
        for cell in row:
            if isinstance(cell.value, str) and before in cell.value:
                cell.value = cell.value.replace(before, after)


def copy_sheet(book: Any, sheet: Any) -> Any:
    name, sheet.title = sheet.title, "ก"  # with " Copy" behind it a long name would be too long
    copied = book.copy_worksheet(sheet)
    copied.title = f"สำเนา {len(book.worksheets)}"
    sheet.title = name
    return copied


def copy_first(book: Any) -> Any:
    return copy_sheet(book, book.worksheets[0])


@pytest.mark.parametrize("layout", OFFICIAL[:4])
def test_a_copied_sheet_that_was_edited_is_refused_and_not_mixed_with_the_first(
    place: Place, layout: str
) -> None:
    file, path = place
    before = put(file, measure("ทะเบียนยืม", "จัดทำ", "รายงาน", units="กองคลัง"))
    export(file, layout, 6, path)
    edit(path, lambda book: say(copy_first(book), "จัดทำ", "จัดทำใหม่"))
    outcome = import_workbook(file, path)
    assert not outcome.applied
    assert [f.sheet for f in outcome.errors] == ["สำเนา 2"]
    assert "เป็นแถวเดียวกับ" in outcome.errors[0].message
    assert load_tracker(file, YEAR) == before


@pytest.mark.parametrize("layout", OFFICIAL[:4])
def test_a_sheet_that_stands_twice_in_a_workbook_is_read_once(place: Place, layout: str) -> None:
    file, path = place
    put(file, measure("ทะเบียนยืม", "จัดทำ", "รายงาน", units="กองคลัง"))
    export(file, layout, 6, path)

    def change(book: Any) -> None:
        sheet = book.worksheets[0]
        last = rows_with_key(sheet)[-1]
        sheet.insert_rows(last + 1)
        for column in range(1, sheet.max_column):
            sheet.cell(last + 1, column).value = f"ใหม่ {column}" if column != 2 else "90"
        copy_first(book)

    edit(path, change)
    outcome = import_workbook(file, path)
    assert outcome.applied
    assert sum("จึงอ่านครั้งเดียว" in f.message for f in outcome.findings) == 1
    told = [m.text for _, m in load_tracker(file, YEAR).measures()]
    assert len(told) + len(load_tracker(file, YEAR).topics) <= 4
    assert import_workbook(file, path, dry_run=True).measures == ()


def test_two_sheets_without_keys_are_both_read(place: Place) -> None:
    file, path = place
    put(file, measure("ทะเบียนยืม", "จัดทำ", units="กองคลัง"))
    export(file, "measures-plan", 6, path)

    def change(book: Any) -> None:
        for number, sheet in enumerate((book.worksheets[0], copy_first(book)), start=1):
            for row in rows_with_key(sheet):
                sheet.cell(row, sheet.max_column).value = None
            say(sheet, "ทะเบียนยืม", f"เรื่องที่ {number}")

    edit(path, change)
    assert import_workbook(file, path).applied
    told = [m.text for _, m in load_tracker(file, YEAR).measures()]
    assert told == ["ทะเบียนยืม", "เรื่องที่ 1", "เรื่องที่ 2"]


def test_of_two_rows_in_the_same_words_only_one_is_the_measure_that_has_them(
    place: Place,
) -> None:
    file, path = place
    put(file, measure("ประกาศ", units="กองคลัง"), measure("อบรม", units="กองช่าง"))
    export(file, "measures-plan", 6, path)

    def change(book: Any) -> None:
        sheet = book.worksheets[0]
        first, second = rows_with_key(sheet)
        for row in (first, second):
            sheet.cell(row, sheet.max_column).value = None
            sheet.cell(row, 1).value = "ประกาศ"

    edit(path, change)
    assert import_workbook(file, path).applied
    told = [(m.text, m.units) for _, m in load_tracker(file, YEAR).measures()]
    assert sorted(told) == [("ประกาศ", "กองคลัง"), ("ประกาศ", "กองช่าง"), ("อบรม", "กองช่าง")]


@pytest.mark.parametrize("first", [(), ("ร่าง", "ลงนาม")])
def test_a_free_column_of_items_is_theirs_whether_the_first_measure_has_steps(
    place: Place, first: tuple[str, ...]
) -> None:
    file, path = place
    item = replace(ITEM, extra={EXTRAS[0]: "5,000"})
    put(file, measure("ประกาศ", *first), measure("อบรม", "จัดอบรม", "ประเมิน"), items=(item,))
    export(file, "measures-progress~2", 6, path)
    edit(path, lambda book: say(book.worksheets[0], "5,000", "7,000"))
    edit(path, lambda book: say(book.worksheets[0], "๕,๐๐๐", "7,000"))
    import_workbook(file, path)
    after = load_tracker(file, YEAR).topics[0]
    assert after.items[0].extra == {EXTRAS[0]: "7,000"}
    assert not any(step.extra for one in after.measures for step in one.steps)


def test_a_row_without_key_under_a_topic_without_items_goes_on_with_it(place: Place) -> None:
    file, path = place
    put(file, measure("ทะเบียนยืม", units="กองคลัง"), items=())
    export(file, "measures-by-question", 6, path)

    def change(book: Any) -> None:
        sheet = book.worksheets[0]
        row = rows_with_key(sheet)[-1]
        sheet.insert_rows(row + 1)
        sheet.cell(row + 1, 5).value = "กองช่าง"

    edit(path, change)
    import_workbook(file, path)
    (after,) = load_tracker(file, YEAR).topics[0].measures
    assert after.units == "กองคลัง กองช่าง"


@pytest.mark.parametrize("layout", OFFICIAL[:4])
def test_a_workbook_from_before_a_step_went_leaves_no_number_in_the_other(
    place: Place, layout: str
) -> None:
    file, path = place
    made = put(file, measure("ทะเบียนยืม", "จัดทำ", "รายงาน", units="กองคลัง"))
    export(file, layout, 6, path)
    edit(path, lambda book: say(book.worksheets[0], "\n๒. รายงาน", ""))
    steps = made.topics[0].measures[0].steps
    rows.remove_rows(file, rows.Kind.STEP, [steps[1].id])
    outcome = import_workbook(file, path)
    texts = [s.text for s in load_tracker(file, YEAR).topics[0].measures[0].steps]
    assert texts[0] == "จัดทำ"
    assert not any(change.act == "change" for change in outcome.measures)


@pytest.mark.parametrize(("finding", "refused"), [("หนึ่ง", False), ("หนึ่ง\nอื่น", True)])
def test_an_item_taken_out_of_its_cell_goes_with_its_finding(
    place: Place, *, finding: str, refused: bool
) -> None:
    file, path = place
    items = (
        replace(ITEM, code="", text="ก่อน", finding="หนึ่ง"),
        replace(ITEM, code="", text="หลัง", finding="สอง"),
    )
    put(file, measure("ทะเบียนยืม", "จัดทำ", units="กองคลัง"), items=items)
    export(file, "measures-six-month~2", 6, path)

    def change(book: Any) -> None:
        for cell in (cell for row in book.worksheets[0].iter_rows() for cell in row):
            if cell.value == "ก่อน\nหลัง":
                cell.value = "ก่อน"
            elif cell.value == "หนึ่ง\nสอง":
                cell.value = finding

    edit(path, change)
    outcome = import_workbook(file, path)
    told = [(item.text, item.finding) for item in load_tracker(file, YEAR).topics[0].items]
    assert outcome.applied is not refused
    assert told == ([("ก่อน", "หนึ่ง"), ("หลัง", "สอง")] if refused else [("ก่อน", "หนึ่ง")])


def test_a_score_beside_a_new_row_of_a_table_without_topics_is_taken_at_once(
    place: Place,
) -> None:
    file, path = place
    put(file, measure("ทะเบียนยืม", "จัดทำ", units="กองคลัง"))
    export(file, "measures-plan~2", 6, path)

    def change(book: Any) -> None:
        sheet = book.worksheets[0]
        head = next(r for r in range(1, 9) if "คะแนนเดิม" in [c.value for c in sheet[r]])
        column = [c.value for c in sheet[head]].index("คะแนนเดิม") + 1
        row = rows_with_key(sheet)[-1] + 1
        sheet.cell(row, 1).value = "เผยแพร่"
        sheet.cell(row, 2).value = "ประกาศ"
        sheet.cell(row, column).value = 50

    edit(path, change)
    import_workbook(file, path)
    topic = load_tracker(file, YEAR).topics[1]
    assert [item.score for item in topic.items] == [Decimal(50)]
    assert import_workbook(file, path, dry_run=True).measures == ()


@pytest.mark.parametrize("dash", ["-", "–"])
def test_a_dash_where_nothing_was_reported_is_no_change(place: Place, dash: str) -> None:
    file, path = place
    put(file, measure("ทะเบียนยืม", "จัดทำ", units="กองคลัง"))
    export(file, "measures-progress~2", 6, path)

    def change(book: Any) -> None:
        sheet = book.worksheets[0]
        row = rows_with_key(sheet)[0]
        for head in ("สถานะ", "คืบหน้าร้อยละ"):
            (column,) = (c.column for r in sheet.iter_rows() for c in r if c.value == head)
            sheet.cell(row, column).value = dash

    edit(path, change)
    assert import_workbook(file, path, dry_run=True).measures == ()


def test_a_closed_round_is_not_reported_to_by_a_copied_sheet_of_it(place: Place) -> None:
    file, path = place
    result = StepResult(state=State.DONE, result="ครบ")
    before = put(file, replace(measure("ทะเบียนยืม", "จัดทำ"), results={6: result}))
    export(file, "measures-progress", 6, path)
    edit(path, lambda book: say(book.worksheets[0], "ครบ", "ไม่ครบ"))
    close_round(file, YEAR, 6)
    try:
        outcome = import_workbook(file, path)
        assert not outcome.applied
        assert "ที่ยังไม่ปิด" in outcome.errors[0].message
    finally:
        reopen_round(file, YEAR, 6)
    assert load_tracker(file, YEAR).topics[0].measures[0].results[6] == result
    assert before.topics[0].measures[0].results[6] == result


WORDS: tuple[object, ...] = (
    *("ใหม่", "๑. ก\n๒. ข\n๓. ค", "- ก\n- ข", "=1+1", "", "  ", "i7 อะไร", "e12", "O43 ก\nO42 ข"),
    *("79.5", "101", "๘๐", "ก\n\nข", "-", "–", "ยาว" * 200, "ย" * 30_001, "แล้วเสร็จ", "(1) ก"),
    *("ทะเบียนยืม (IIT)", "'x", "ตัวชี้วัดที่ ๘ ก", "หมายเหตุ: ก", "measure:1", 5, 0.5, True),
)


def unmerge(sheet: Any, first: int) -> None:
    for merged in [str(m) for m in sheet.merged_cells.ranges if m.max_row >= first]:
        sheet.unmerge_cells(merged)


def harm(book: Any, chance: Random) -> None:
    """Do to a sheet one of the things that people do."""
    sheet = chance.choice(book.worksheets)
    last = sheet.max_column
    rows = rows_with_key(sheet)
    if not rows or last == 1:
        return
    row, other, column = chance.choice(rows), chance.choice(rows), chance.randint(1, last - 1)
    kind = chance.choice(("edit", "edit", "line", "copy", "cut", "swap", "key", "sheet", "column"))
    if kind == "sheet":
        copy_sheet(book, sheet)
        return
    unmerge(sheet, 1 if kind == "column" else min(row, other))
    if kind == "cut":
        sheet.delete_rows(row)
    elif kind == "column":
        sheet.delete_cols(column)
    elif kind in ("copy", "swap"):
        move(sheet, row, other, chance if kind == "copy" else None)
    else:
        write(sheet, row, column if kind != "key" else last, kind, chance)


def move(sheet: Any, row: int, other: int, chance: Random | None) -> None:
    """Let two rows change their places; with ``chance`` copy one under itself, with other words."""
    last = sheet.max_column
    values: list[Any] = [sheet.cell(row, place).value for place in range(1, last + 1)]
    if chance is not None:
        sheet.insert_rows(row + 1)
    for place, value in enumerate(values, start=1):
        if chance is None:
            sheet.cell(row, place).value = sheet.cell(other, place).value
        sheet.cell(other if chance is None else row + 1, place).value = value
    if chance is not None:
        sheet.cell(row + 1, chance.randint(1, last - 1)).value = chance.choice(WORDS)


def write(sheet: Any, row: int, column: int, kind: str, chance: Random) -> None:
    """Type into a cell: other words, its lines in disorder without one, or another row's key."""
    cell = sheet.cell(row, column)
    if kind == "edit":
        cell.value = chance.choice(WORDS)
    elif kind == "line":
        lines = str(cell.value or "").split("\n")
        chance.shuffle(lines)
        cell.value = "\n".join(lines[1:])
    else:
        mark = str(cell.value).partition("@")[2]
        keys = (None, "x", f"step:999999@{mark}", "step:1@00000000", f"topic:1@{mark}")
        cell.value = chance.choice(keys)


def survives(place: Place, tracker: Tracker, layout: str, chance: Random) -> None:
    file, _ = place
    put_tracker(file, tracker)
    before = load_tracker(file, YEAR)
    folder = Path(tempfile.mkdtemp())
    try:
        path = folder / "ก.xlsx"
        export(file, layout, chance.choice((6, 12)), path)
        edit(path, lambda book: [harm(book, chance) for _ in range(chance.randint(1, 4))])
        try:
            outcome = read_import(file, path)
        except ClerkError:  # nothing is left that could be known as a table
            return
    finally:
        shutil.rmtree(folder)
    if outcome.errors:
        return
    deed = file.latest_deed()
    take_import(file, outcome)
    if file.latest_deed() != deed:
        file.undo()
    assert load_tracker(file, YEAR) == before


@settings(suppress_health_check=SLOW_TO_MAKE, max_examples=25)
@given(trackers, st.sampled_from((*OFFICIAL, *OWN)), st.randoms(use_true_random=False))
def test_no_harmed_sheet_breaks_the_import_and_what_it_brings_is_undone_whole(
    place: Place, tracker: Tracker, layout: str, chance: Random
) -> None:
    survives(place, tracker, layout, chance)


@pytest.mark.slow
@settings(suppress_health_check=SLOW_TO_MAKE)
@given(trackers, st.sampled_from((*OFFICIAL, *OWN)), st.randoms(use_true_random=False))
def test_no_harmed_sheet_of_many_breaks_the_import(
    place: Place, tracker: Tracker, layout: str, chance: Random
) -> None:
    survives(place, tracker, layout, chance)
