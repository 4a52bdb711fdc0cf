"""The OIT papers: the headings and columns of seed 001, contents, states, sums, workbooks."""

from dataclasses import replace
from datetime import date

import pytest

from ita_desktop.criteria import shipped_criteria
from ita_desktop.documents.model import (
    Digits,
    Document,
    Heading,
    Orientation,
    Paragraph,
    Table,
)
from ita_desktop.documents.oit_checklist import oit_checklist
from ita_desktop.documents.oit_duties import TITLE, duty_blocks, duty_sheets, oit_duties
from ita_desktop.documents.source import DisclosureSource
from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.disclosure import (
    Disclosure,
    DisclosureItem,
    PublishState,
    asked_contents,
    oit_items,
)
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.domain.oit_row_key import OitRowKey, read_oit_key
from ita_desktop.domain.scores import compute

OFFICE = Office(name="เทศบาลตำบลตัวอย่าง", kind=OfficeKind.SUBDISTRICT)


def criteria_of(year: int) -> Criteria:
    criteria = shipped_criteria(year)
    assert criteria is not None
    return criteria


def source(year: int = 2566, *items: DisclosureItem) -> DisclosureSource:
    criteria = criteria_of(year)
    return DisclosureSource(
        office=OFFICE,
        criteria=criteria,
        disclosure=Disclosure(fiscal_year=year, items={one.code: one for one in items}),
        result=compute(criteria, {}),
        digits=Digits.ARABIC,
        file_mark="1f2e3d4c",
    )


def words(table: Table) -> list[list[str]]:
    return [[str(cell.content) for cell in row.cells if cell is not None] for row in table.rows]


def row_of(document: Document, code: str) -> list[str]:
    (table,) = document.tables()
    return next(row for row in words(table) if row[0] == code)


def test_the_duties_stand_as_in_the_seed() -> None:
    document = oit_duties(source())
    blocks = document.blocks
    assert [one.text for one in blocks if isinstance(one, Heading)][:2] == list(TITLE)
    heads = {
        tuple(str(cell.content) for cell in row.cells if cell is not None)
        for table in document.tables()
        for row in table.header
    }
    assert heads == {("ข้อ", "ข้อมูล", "องค์ประกอบด้านข้อมูล", "หน่วยงานรับผิดชอบ")}
    headings = [one.text for one in duty_blocks(source()) if isinstance(one, Heading)]
    assert headings[:2] == [
        "ตัวชี้วัดที่ 9 การเปิดเผยข้อมูล ประกอบด้วย 5 ตัวชี้วัดย่อย ดังนี้",
        "ตัวชี้วัดย่อยที่ 9.1 ข้อมูลพื้นฐาน",
    ]
    assert sum(line.startswith("ตัวชี้วัดย่อยที่") for line in headings) == 7
    topics = [one.text for one in blocks if isinstance(one, Paragraph)]
    assert topics[:3] == ["ข้อมูลพื้นฐาน", "การประชาสัมพันธ์", "การปฏิสัมพันธ์ข้อมูล"]
    codes = [row[0] for table in document.tables() for row in words(table)]
    assert codes == [f"O{number}" for number in range(1, 44)]
    assert document.sections[0].page.orientation is Orientation.PORTRAIT


def test_contents_are_bullets_with_parts_and_footnotes() -> None:
    cell = row_of(duty_sheets(source()), "O36")[2].split("\n")
    assert cell[0].startswith("• แสดงแผนปฏิบัติการ")
    assert [line[:3] for line in cell[2:5]] == ["(1)", "(2)", "(3)"]
    assert cell[-1].startswith("* กรณี")


def test_a_row_is_known_by_year_code_and_file() -> None:
    for document in (oit_duties(source()), duty_sheets(source()), oit_checklist(source())):
        keys = [read_oit_key(row.key) for table in document.tables() for row in table.rows]
        named = [key for key in keys if key is not None]
        assert len(named) == 43
        assert named[11] == OitRowKey(2566, "O12", "1f2e3d4c")


def test_the_checklist_says_what_is_known() -> None:
    item = criteria_of(2566).item_by_code["O1"]
    known = DisclosureItem(
        code="O1",
        state=PublishState.CHECKED,
        units="กองคลัง\nกองช่าง",
        addresses="https://www.example.go.th/o1",
        checked=date(2023, 2, 15),
        contents=frozenset({asked_contents(item)[0].text}),
    )
    document = oit_checklist(source(2566, known))
    (table,) = document.tables()
    assert len(table.columns) == 7
    row = row_of(document, "O1")
    marks = [line[:3] for line in row[2].split("\n")]
    assert marks[:2] == ["[/]", "[ ]"]
    assert row[3:] == [
        "กองคลัง\nกองช่าง",
        "ตรวจสอบแล้ว",
        "https://www.example.go.th/o1",
        "15 กุมภาพันธ์ 2566",
    ]
    assert document.sections[0].page.orientation is Orientation.LANDSCAPE


def test_the_sums_leave_out_what_is_not_scored() -> None:
    states = [PublishState.PUBLISHED, PublishState.CHECKED, PublishState.EXCLUDED]
    known = [
        DisclosureItem(code=f"O{number}", state=state) for number, state in enumerate(states, 1)
    ]
    (table,) = oit_checklist(source(2566, *known)).tables()
    assert words(table)[-2:] == [
        ["เผยแพร่แล้ว 2 จาก 42 ข้อ"],
        ["แยกตามสถานะ: ยังไม่เริ่ม 40 ข้อ, เผยแพร่แล้ว 1 ข้อ, ตรวจสอบแล้ว 1 ข้อ, ไม่คิดคะแนน 1 ข้อ"],
    ]


@pytest.mark.parametrize("year", range(2564, 2570))
def test_every_year_has_its_items_and_says_which_texts_are_drafts(year: int) -> None:
    drafts = {one.code for one in oit_items(criteria_of(year)) if not one.status.checked}
    for document in (oit_duties(source(year)), oit_checklist(source(year))):
        codes = [row[0] for table in document.tables() for row in words(table) if len(row) > 1]
        assert codes == [one.code for one in oit_items(criteria_of(year))]
        notes = [table.note for table in document.tables() if table.note]
        notes += [str(one.text) for one in document.blocks if isinstance(one, Paragraph)]
        said = [line for note in notes for line in note.split("\n") if "ยังไม่ได้ตรวจกับคู่มือ" in line]
        assert len(said) == bool(drafts)  # once, not under each of the small tables
        if len(drafts) == len(codes):
            assert "ข้อความของทุกข้อเป็นฉบับร่าง" in said[0]
        else:
            assert all(code in line for line in said for code in drafts)


@pytest.mark.parametrize("year", [2565, 2566, 2568])
def test_titles_have_the_room_that_contents_do_not_need(year: int) -> None:
    for document in (
        oit_duties(source(year)),
        duty_sheets(source(year)),
        oit_checklist(source(year)),
    ):
        for table in document.tables():
            _, title, contents, *_ = (column.width for column in table.columns)
            assert (contents > title) == (year == 2566)


@pytest.mark.parametrize(("year", "words"), [(2565, "ของ 41 ข้อ"), (2566, ""), (2568, "ของทุกข้อ")])
def test_a_checklist_says_where_the_criteria_tell_no_contents(year: int, words: str) -> None:
    (table,) = oit_checklist(source(year)).tables()
    assert ("ยังไม่มีองค์ประกอบ" in table.note) == bool(words)
    assert words in table.note


def test_a_year_without_items_says_so() -> None:
    criteria = criteria_of(2566)
    none = replace(criteria, items=tuple(one for one in criteria.items if not one.is_oit))
    empty = replace(source(), criteria=none)
    for document in (oit_duties(empty), oit_checklist(empty)):
        said = [str(one.text) for one in document.blocks if isinstance(one, Paragraph)]
        assert said == ["ไม่พบรายการข้อ OIT ในเกณฑ์ปี 2566"]
