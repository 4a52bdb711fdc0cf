"""A criteria set out as a workbook, corrected there as a clerk does, and in again."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from ita_desktop.criteria import shipped_criteria, shipped_years
from ita_desktop.db.data_file import DataFile
from ita_desktop.documents.model import Digits, Orientation
from ita_desktop.domain.criteria import Component, Criteria, Status
from ita_desktop.domain.criteria_file import write_criteria
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import normalise
from ita_desktop.workflows.criteria.in_force import (
    correct_text,
    criteria_of,
    export_criteria,
    import_criteria,
)
from ita_desktop.workflows.criteria.lists import (
    components_of,
    numbered_components,
    numbered_texts,
    texts_of,
)
from ita_desktop.workflows.criteria.values import DATA_PERIOD, STATUS, STATUS_WORDS
from ita_desktop.workflows.criteria.workbook import (
    criteria_document,
    read_criteria_workbook,
    write_criteria_workbook,
)

YEAR = 2566
ITEMS = "ข้อคำถาม"
LEVELS = "เกณฑ์ระดับ"
TEXT = "ข้อคำถามหรือข้อมูล"

Edit = Callable[["Book"], None]


def shipped(year: int = YEAR) -> Criteria:
    found = shipped_criteria(year)
    assert found is not None
    return found


class Book:
    """A workbook in the clerk's hands: cells by sheet, row name and head."""

    def __init__(self, path: Path) -> None:
        self.book: Any = load_workbook(path)

    def cell(self, sheet: str, name: str, head: str) -> Any:
        rows = self.book[sheet]
        titles = next(row for row in rows.iter_rows() if head in [cell.value for cell in row])
        place = next(cell.column for cell in titles if cell.value == head)
        first = next(row[0].row for row in rows.iter_rows() if str(row[0].value) == name)
        return rows.cell(first, place)

    def line(self, sheet: str, begins: str) -> Any:
        return next(
            row[0]
            for row in self.book[sheet].iter_rows()
            if str(row[0].value or "").startswith(begins)
        )


@pytest.fixture
def edited(tmp_path: Path) -> Callable[..., Path]:
    """Return a function that exports a shipped set, lets the clerk edit it, and saves it."""

    def export(edit: Edit = lambda _book: None, year: int = YEAR) -> Path:
        path = tmp_path / f"เกณฑ์ ITA {year}.xlsx"
        write_criteria_workbook(shipped(year), path)
        book = Book(path)
        edit(book)
        book.book.save(path)
        return path

    return export


@pytest.mark.parametrize("year", shipped_years())
def test_every_shipped_set_comes_back_as_it_went_out(year: int, tmp_path: Path) -> None:
    path = tmp_path / "เกณฑ์.xlsx"
    write_criteria_workbook(shipped(year), path)
    found = read_criteria_workbook(path)
    assert found == shipped(year)
    assert write_criteria(found) == write_criteria(shipped(year))


@pytest.fixture(scope="module")
def of_libreoffice(
    tmp_path_factory: pytest.TempPathFactory, through_libreoffice: Callable[..., Path]
) -> Mapping[int, Path]:
    """Return every shipped set as LibreOffice saves it; it is started once for them all."""
    folder = tmp_path_factory.mktemp("libreoffice")
    paths = {year: folder / f"เกณฑ์ {year}.xlsx" for year in shipped_years()}
    for year, path in paths.items():
        write_criteria_workbook(shipped(year), path)
    saved = through_libreoffice(*paths.values()).parent
    return {year: saved / path.name for year, path in paths.items()}


@pytest.mark.parametrize("year", shipped_years())
def test_a_set_comes_back_through_libreoffice(
    year: int, of_libreoffice: Mapping[int, Path]
) -> None:
    assert read_criteria_workbook(of_libreoffice[year]) == shipped(year)


def test_the_paper_has_five_sheets_in_landscape_and_names_the_year() -> None:
    document = criteria_document(shipped())
    names = [table.name for table in document.tables()]
    assert names == ["แบบวัด", "ตัวชี้วัด", "ตัวชี้วัดย่อย", ITEMS, LEVELS]
    assert document.sections[0].page.orientation is Orientation.LANDSCAPE
    assert document.digits is Digits.ARABIC
    assert "พ.ศ. 2566" in document.title


def test_every_status_has_one_thai_word() -> None:
    assert set(STATUS_WORDS) == set(Status)
    assert len(set(STATUS_WORDS.values())) == len(STATUS_WORDS)
    for status, word in STATUS_WORDS.items():
        assert STATUS.from_cell(str(STATUS.to_cell(status.value))) == status.value
        assert STATUS.from_cell(f" {word}") == status.value


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("current", "ปัจจุบัน"),
        ("2566", "2566"),
        ("2566-H1", "2566 6 เดือนแรก"),
        ("2566-H2", "2566 6 เดือนหลัง"),
        ("2566-H1-monthly", "2566 6 เดือนแรก รายเดือน"),
        ("ไตรมาสที่ 2", "ไตรมาสที่ 2"),
    ],
)
def test_a_data_period_is_shown_in_words(stored: str, shown: str) -> None:
    assert DATA_PERIOD.to_cell(stored) == shown
    assert DATA_PERIOD.from_cell(shown) == stored


def test_an_item_that_was_cut_in_two_rows_is_one_again(edited: Callable[..., Path]) -> None:
    path = edited()
    keys = [row[-1] for row in load_workbook(path)[ITEMS].iter_rows(values_only=True)]
    assert any(str(key).endswith("#2") for key in keys)
    assert read_criteria_workbook(path).item_by_code["O42"] == shipped().item_by_code["O42"]


# What a clerk does


def test_a_changed_text_keeps_its_status_until_she_sets_it(edited: Callable[..., Path]) -> None:
    def change(book: Book) -> None:
        book.cell(ITEMS, "i1", TEXT).value = "ข้อความจากคู่มือ"
        book.cell(ITEMS, "i2", TEXT).value = "อีกข้อความหนึ่ง"
        book.cell(ITEMS, "i2", "สถานะ").value = "หน่วยงานตรวจแล้ว"
        book.cell(ITEMS, "i2", "ปีของข้อความ").value = None

    found = read_criteria_workbook(edited(change))
    before = shipped().item_by_code
    assert found.item_by_code["i1"] == replace(before["i1"], text="ข้อความจากคู่มือ")
    assert found.item_by_code["i1"].status is Status.UNVERIFIED
    assert found.item_by_code["i2"] == replace(
        before["i2"], text="อีกข้อความหนึ่ง", status=Status.OFFICE, text_from=None
    )
    assert found.items[2:] == shipped().items[2:]


def test_a_new_row_typed_by_hand_is_a_new_item(edited: Callable[..., Path]) -> None:
    def add(book: Book) -> None:
        lists = ("1. แสดงแผน\n(1) งบประมาณ\n (๒) ระยะเวลา\n2) แสดงผล", "กรณีไม่มี ให้ระบุเหตุผล")
        row = ("o๔๔", "ตัวชี้วัดที่ 10", 10.1, None, "ข้อใหม่", None, *lists, 2566, "O42 , o43", 2565)
        book.book[ITEMS].append(row)

    found = read_criteria_workbook(edited(add))
    assert found.items[:-1] == shipped().items
    item = found.items[-1]
    assert (item.code, item.indicator, item.sub_indicator) == ("O44", 10, "10.1")
    assert item.components == (
        Component("แสดงแผน", ("งบประมาณ", "ระยะเวลา")),
        Component("แสดงผล"),
    )
    assert item.notes == ("กรณีไม่มี ให้ระบุเหตุผล",)
    assert (item.data_period, item.previous, item.text_from) == ("2566", ("O42", "O43"), 2565)
    assert item.status is Status.UNVERIFIED


def test_next_years_set_is_made_from_this_years(edited: Callable[..., Path]) -> None:
    def renew(book: Book) -> None:
        for sheet in book.book:
            book.line(sheet.title, "ประจำปีงบประมาณ").value = "ประจำปีงบประมาณ พ.ศ. ๒๕๗๑"
        book.line(LEVELS, "คะแนนรวมที่ถือว่าผ่าน").value = "คะแนนรวมที่ถือว่าผ่าน: 84.50 คะแนน"
        book.cell("แบบวัด", "IIT", "น้ำหนัก (คะแนน)").value = 29.5
        book.cell("แบบวัด", "EIT", "น้ำหนัก (คะแนน)").value = "๓๐.๕"

    found = read_criteria_workbook(edited(renew))
    assert found.fiscal_year == 2571
    assert str(found.pass_line) == "84.50"
    assert [str(i.weight) for i in found.instruments] == ["29.5", "30.5", "40"]
    assert found.items == shipped().items


def test_sheets_may_be_renamed_and_moved_and_columns_too(edited: Callable[..., Path]) -> None:
    def move(book: Book) -> None:
        book.book[ITEMS].title = "Sheet1"
        book.book.move_sheet("Sheet1", -3)
        levels: Any = book.book[LEVELS]
        top = book.cell(LEVELS, "ระดับ", "ระดับ").row
        for row in range(top, levels.max_row + 1):
            passes, printed = levels.cell(row, 4), levels.cell(row, 5)
            passes.value, printed.value = printed.value, passes.value

    assert read_criteria_workbook(edited(move)) == shipped()


def test_a_row_whose_cells_were_emptied_is_gone(edited: Callable[..., Path]) -> None:
    def empty(book: Book) -> None:
        row = book.cell(LEVELS, "ผ่าน", "ระดับ").row
        for column in range(1, 7):
            book.book[LEVELS].cell(row, column).value = None

    names = [level.name for level in read_criteria_workbook(edited(empty)).levels]
    assert names == [level.name for level in shipped().levels if level.name != "ผ่าน"]


def _set(sheet: str, name: str, head: str, value: object) -> Edit:
    def edit(book: Book) -> None:
        book.cell(sheet, name, head).value = value

    return edit


def _line(sheet: str, begins: str, value: object) -> Edit:
    def edit(book: Book) -> None:
        book.line(sheet, begins).value = value

    return edit


def _append(sheet: str, *row: object) -> Edit:
    return lambda book: book.book[sheet].append(row)


REFUSED: tuple[tuple[Edit, str, str, str], ...] = (
    (_set(ITEMS, "i3", "สถานะ", "ตรวจแล้ว"), ITEMS, "L", "“ตรวจแล้ว” ที่ถูกต้องคือ เอกสารเผยแพร่ /"),
    (_set(ITEMS, "i3", TEXT, None), ITEMS, "E", f"ช่อง “{TEXT}” ว่างอยู่"),
    (_set(ITEMS, "i3", "ตัวชี้วัดที่", "หนึ่ง"), ITEMS, "B", "ต้องเป็นจำนวนเต็ม"),
    (_set(ITEMS, "i3", "ตัวชี้วัดที่", 11), ITEMS, "A", "ตัวชี้วัดที่ 11 ซึ่งไม่มี"),
    (_set(ITEMS, "i3", "ข้อ", "ข้อสาม"), ITEMS, "A", "เขียนไม่ถูกต้อง"),
    (_set(ITEMS, "i3", "ข้อ", "i2"), ITEMS, "A", "ข้อ i2 ซ้ำกัน"),
    (_set(ITEMS, "i3", "ปีของข้อความ", 2023), ITEMS, "K", "ต้องอยู่ระหว่าง 2540 ถึง"),
    (_set(ITEMS, "i3", "ข้อเดิมปีก่อน", "i3 x"), ITEMS, "J", "“x” ที่ถูกต้องคือรหัสข้อ"),
    (_set(ITEMS, "i3", TEXT, "=1/0"), ITEMS, "E", "เป็นสูตรที่ยังไม่มีผลลัพธ์"),
    (_set(ITEMS, "i3", "หมวด", dt.date(2023, 1, 9)), ITEMS, "D", "พบวันที่ “9/1/2023”"),
    (_set(ITEMS, "O1", "หมายเหตุ", "1. ก\nข"), ITEMS, "H", "บรรทัด “ข” ไม่มีเลขนำหน้า"),
    (_set(ITEMS, "O1", "องค์ประกอบด้านข้อมูล", "(1) ก"), ITEMS, "G", "อยู่ก่อนรายการหลัก"),
    (_set(ITEMS, "O1", "ตัวชี้วัดย่อยที่", 10.1), ITEMS, "A", "ตัวชี้วัดย่อย 10.1 ซึ่งไม่มี"),
    (_set("แบบวัด", "IIT", "น้ำหนัก (คะแนน)", "สามสิบ"), "แบบวัด", "C", "ต้องเป็นตัวเลข"),
    (_set("แบบวัด", "IIT", "น้ำหนัก (คะแนน)", 130), "แบบวัด", "C", "ต้องอยู่ระหว่าง 0 ถึง 100"),
    (_set("ตัวชี้วัด", "3", "แบบวัด", "IT"), "ตัวชี้วัด", "A", "แบบวัด IT ซึ่งไม่มี"),
    (_set(LEVELS, "ผ่าน", "ผ่านหรือไม่ผ่าน", "อาจผ่าน"), LEVELS, "D", "ที่ถูกต้องคือ ผ่าน หรือ ไม่ผ่าน"),
    (_set(LEVELS, "ผ่าน", "คะแนนรวมตั้งแต่", 99), LEVELS, "A", "เรียงระดับจากสูงไปต่ำ"),
    (_set(LEVELS, "ระดับ", "สถานะ", "สถานภาพ"), LEVELS, "A", "ไม่พบหัวตาราง “สถานะ”"),
    (_line(LEVELS, "คะแนนรวมที่", "คะแนนรวมที่ถือว่าผ่าน: มาก"), LEVELS, "A", "ต้องเป็นตัวเลข"),
)


@pytest.mark.parametrize(("edit", "sheet", "column", "said"), REFUSED)
def test_what_cannot_be_is_refused_with_sheet_and_cell(
    edited: Callable[..., Path], edit: Edit, sheet: str, column: str, said: str
) -> None:
    with pytest.raises(ClerkError, match=rf"แผ่นงาน “{sheet}” เซลล์ {column}[0-9]+[: ]") as refusal:
        read_criteria_workbook(edited(edit))
    assert said in str(refusal.value)
    assert "›" not in str(refusal.value)


def _blank_row_above_the_last(book: Book) -> None:
    book.book[ITEMS].append([])
    _append(ITEMS, *[None] * 12)(book)
    last = book.book[ITEMS].max_row + 2
    for column, value in enumerate(("O44", 10, "10.1", None, "ข้อใหม่"), start=1):
        book.book[ITEMS].cell(last, column).value = value


def _without_sub_indicators(book: Book) -> None:
    book.book.remove(book.book["ตัวชี้วัดย่อย"])


APART: tuple[tuple[Edit, str], ...] = (
    (
        _line("ตัวชี้วัด", "ประจำปี", "ประจำปีงบประมาณ พ.ศ. 2567"),
        "บอก 2566 แต่ แผ่นงาน “ตัวชี้วัด” เซลล์ A2",
    ),
    (_line(LEVELS, "คะแนนรวมที่", None), "ไม่พบคะแนนรวมที่ถือว่าผ่าน"),
    (_set("แบบวัด", "IIT", "น้ำหนัก (คะแนน)", 29), "ต้องรวมกันได้ 100"),
    (_blank_row_above_the_last, "มีข้อมูลอยู่ใต้แถวว่าง"),
    (_without_sub_indicators, "ไม่พบตารางตัวชี้วัดย่อย"),
)


@pytest.mark.parametrize(("edit", "said"), APART)
def test_what_does_not_hold_together_is_refused(
    edited: Callable[..., Path], edit: Edit, said: str
) -> None:
    with pytest.raises(ClerkError) as refusal:
        read_criteria_workbook(edited(edit))
    assert said in str(refusal.value)


def test_a_workbook_without_any_year_is_refused(edited: Callable[..., Path]) -> None:
    def forget(book: Book) -> None:
        for sheet in book.book:
            book.line(sheet.title, "ประจำปี").value = "ปีนี้"

    with pytest.raises(ClerkError, match="ไม่พบปีงบประมาณใน"):
        read_criteria_workbook(edited(forget))


# Into the data file


def test_an_imported_workbook_is_one_deed(file: DataFile, edited: Callable[..., Path]) -> None:
    correct_text(file, YEAR, "i2", "ถ้อยคำของหน่วยงาน")
    path = edited(_set(ITEMS, "i1", TEXT, "ข้อความจากคู่มือ"))
    taken = import_criteria(file, path.rename(path.with_suffix(".XLSX"))).criteria
    assert criteria_of(file, YEAR) == taken
    assert taken.item_by_code["i1"].text == "ข้อความจากคู่มือ"
    file.undo()
    assert criteria_of(file, YEAR).item_by_code["i1"] == shipped().item_by_code["i1"]
    assert criteria_of(file, YEAR).item_by_code["i2"].text == "ถ้อยคำของหน่วยงาน"


def test_a_refused_workbook_leaves_the_file_as_it_was(
    file: DataFile, edited: Callable[..., Path]
) -> None:
    correct_text(file, YEAR, "i2", "ถ้อยคำของหน่วยงาน")
    before = criteria_of(file, YEAR)
    path = edited(_set(LEVELS, "ผ่าน", "คะแนนรวมตั้งแต่", "มาก"))
    with pytest.raises(ClerkError, match=f"แผ่นงาน “{LEVELS}” เซลล์ B"):
        import_criteria(file, path)
    assert criteria_of(file, YEAR) == before
    file.undo()  # the last deed is still the correction
    assert criteria_of(file, YEAR) == shipped()


def test_the_offices_wordings_go_out_as_checked_by_the_office(
    file: DataFile, tmp_path: Path
) -> None:
    correct_text(file, YEAR, "i2", "=ถ้อยคำของหน่วยงาน\n  บรรทัดที่สอง")
    export_criteria(file, YEAR, tmp_path / "เกณฑ์.xlsx")
    found = read_criteria_workbook(tmp_path / "เกณฑ์.xlsx")
    assert found == criteria_of(file, YEAR)
    assert found.item_by_code["i2"].status is Status.OFFICE


def test_a_name_of_another_kind_is_refused_and_nothing_written(
    file: DataFile, tmp_path: Path
) -> None:
    with pytest.raises(ClerkError, match=r"ให้ลงท้ายด้วย \.xlsx หรือ \.json"):
        export_criteria(file, YEAR, tmp_path / "เกณฑ์.pdf")
    assert not (tmp_path / "เกณฑ์.pdf").exists()


@pytest.mark.parametrize("name", ["ว่าง.xlsx", "เก่า.xls", "มาโคร.xlsm"])
def test_what_is_no_workbook_is_refused(file: DataFile, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"{}")
    with pytest.raises(ClerkError, match=name):
        import_criteria(file, tmp_path / name)


# Lists in a cell


def _stored(text: str) -> str:
    return normalise(text).strip()


pieces = st.sampled_from(
    ("\n", "1. ", "(1) ", "…", "… ", "๒) ", "12.30 น.", " ", "    ", "=", "'", "_x0041_", "ก", "ข้อ")
)
stored = st.lists(st.one_of(pieces, st.text(max_size=8)), min_size=1, max_size=6).map("".join)
texts = stored.filter(lambda text: "\x00" not in text).map(_stored).filter(bool)
components = st.lists(
    st.one_of(
        st.fixed_dictionaries({"text": texts}),
        st.fixed_dictionaries({"text": texts, "parts": st.lists(texts, min_size=1, max_size=3)}),
    ),
    max_size=4,
)


@given(st.lists(texts, max_size=5))
def test_any_list_of_texts_comes_back_from_its_cell(listed: list[str]) -> None:
    assert texts_of(numbered_texts(listed)) == listed


@given(components)
def test_any_components_come_back_from_their_cell(listed: list[dict[str, Any]]) -> None:
    assert components_of(numbered_components(listed)) == listed


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", []),
        ("ข้อความเดียว", ["ข้อความเดียว"]),
        ("ก\n\nข\n", ["ก", "ข"]),
        ("1.ก\n9) ข\n๓. ค", ["ก", "ข", "ค"]),
        ("1. ก\n2.\n3. ค", ["ก", "ค"]),
        ("12.30 น. เปิด\n16.30 น. ปิด", ["12.30 น. เปิด", "16.30 น. ปิด"]),
        ("1. ก\n… ต่อ\n2. ข", ["ก\nต่อ", "ข"]),
    ],
)
def test_a_list_typed_by_hand_is_read(typed: str, read: list[str]) -> None:
    assert texts_of(typed) == read


def test_components_typed_without_numbers_are_read() -> None:
    assert components_of("แสดงแผน\n(1) งบประมาณ\nแสดงผล") == [
        {"text": "แสดงแผน", "parts": ["งบประมาณ"]},
        {"text": "แสดงผล"},
    ]


letters = st.text(
    st.one_of(
        st.characters(min_codepoint=0x20, max_codepoint=0x7E),
        st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B),
        st.just("\n"),
    ),
    max_size=30,
)
wordings = letters.map(_stored).filter(bool)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=wordings, group=wordings, listed=st.lists(wordings, max_size=3))
def test_any_wording_comes_back_from_a_workbook(
    tmp_path: Path, text: str, group: str, listed: list[str]
) -> None:
    first, *others = shipped(2569).items
    component = Component(text, tuple(listed))
    item = replace(
        first,
        text=text,
        group=group,
        parts=tuple(listed),
        notes=tuple(listed),
        components=(component, Component(group)),
    )
    criteria = replace(shipped(2569), items=(item, *others))
    path = tmp_path / "เกณฑ์.xlsx"
    write_criteria_workbook(criteria, path)
    assert read_criteria_workbook(path) == criteria
