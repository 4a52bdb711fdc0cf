"""The score summary of any year: digits, keys, and what it says where something is missing."""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

import pytest

from ita_desktop.documents import walk
from ita_desktop.documents.model import Digits, Document, Number, Paragraph, Table
from ita_desktop.documents.text import plain
from ita_desktop.domain.score_entry import EXCLUDED, Entry
from ita_desktop.workflows.sample import sample_entries

Build = Callable[..., Document]
THREE: Mapping[str, Entry] = {"IIT": Decimal(80), "EIT": Decimal(97), "OIT": Decimal(100)}


def texts(document: Document) -> Iterator[str]:
    yield document.title
    yield from (placed.text for placed in walk.texts(document))


def table(document: Document, name: str) -> Table:
    (found,) = (table for table in document.tables() if table.name == name)
    return found


def lead(document: Document) -> str:
    (found,) = (plain(block.text) for block in document.blocks if isinstance(block, Paragraph))
    return found


def notes(document: Document) -> str:
    return "\n".join(table.note for table in document.tables())


@pytest.mark.parametrize("year", [2564, 2565, 2566])
@pytest.mark.parametrize(("digits", "others"), [(Digits.THAI, "[0-9]"), (Digits.ARABIC, "[๐-๙]")])
def test_a_paper_has_one_kind_of_digits(
    build: Build, year: int, digits: Digits, others: str
) -> None:
    document = build(year, digits=digits)
    assert document.digits is digits
    assert [text for text in texts(document) if re.search(others, text)] == []


def test_only_the_digits_change_with_the_switch(build: Build) -> None:
    thai, arabic = (build(2565, digits=digits) for digits in Digits)
    table_ = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
    assert [text.translate(table_) for text in texts(thai)] == list(texts(arabic))
    assert [table.rows for table in thai.tables()] != [table.rows for table in arabic.tables()]


@pytest.mark.parametrize(
    ("year", "said"),
    [
        (2564, "เทศบาลตำบลบ้านตัวอย่าง ได้คะแนนในภาพรวม 86.71 คะแนน ระดับ A"),
        (2565, "เทศบาลตำบลบ้านตัวอย่าง ได้คะแนนในภาพรวม 85.63 คะแนน ระดับ A"),
        (2566, "เทศบาลตำบลบ้านตัวอย่าง ได้คะแนนในภาพรวม 91.87 คะแนน ระดับผ่านดี"),
    ],
)
def test_the_lead_says_total_and_level(build: Build, year: int, said: str) -> None:
    assert lead(build(year)) == said


def test_the_file_is_named_after_paper_year_and_office(build: Build) -> None:
    assert build(2566).title == (
        "ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ (ITA)"
        " ประจำปีงบประมาณ พ.ศ. 2566 เทศบาลตำบลบ้านตัวอย่าง"
    )


def test_every_row_has_a_key_of_its_own(build: Build, seed_entries: Mapping[str, Entry]) -> None:
    document = build(2565, seed_entries)
    for one in document.tables():
        keys = [row.key for row in one.rows]
        assert all(keys)
        assert len(set(keys)) == len(keys)
    weights = [row.key for row in table(document, "คะแนนถ่วงน้ำหนัก").rows]
    assert weights == [
        *("score:IIT:computed", "score:EIT:entered", "score:OIT:computed"),
        "score:total:computed",
    ]
    assert table(document, "คะแนนรายตัวชี้วัด").rows[9].key == "score:10:entered"


def test_every_row_fills_its_columns(build: Build) -> None:
    for year in (2564, 2565, 2566):
        for one in build(year).tables():
            for row in (*one.header, *one.rows):
                assert len(row.cells) == len(one.columns)
            assert 0 < len(one.name) <= 31


def test_a_complete_year_of_checked_rules_has_no_note_of_caution(build: Build) -> None:
    assert "หมายเหตุ" not in notes(build(2564))
    assert "หมายเหตุ" not in notes(build(2565))


def test_rules_that_were_not_checked_are_marked_under_their_tables(build: Build) -> None:
    document = build(2566)
    unchecked = "ของปี 2566 ยังไม่ได้ตรวจสอบกับคู่มือของสำนักงาน ป.ป.ช."
    assert table(document, "เกณฑ์ระดับ").note == f"หมายเหตุ: เกณฑ์ระดับ{unchecked}"
    assert table(document, "คะแนนถ่วงน้ำหนัก").note == f"หมายเหตุ: น้ำหนัก{unchecked}"
    assert caution(document) == ""


def test_a_year_without_levels_has_no_table_of_them_and_says_so(build: Build) -> None:
    document = build(2569, THREE)
    assert [table.name for table in document.tables()] == ["คะแนนถ่วงน้ำหนัก", "คะแนนรายตัวชี้วัด"]
    assert table(document, "คะแนนถ่วงน้ำหนัก").note == (
        "หมายเหตุ: น้ำหนักของปี 2569 ยังไม่ได้ตรวจสอบกับคู่มือของสำนักงาน ป.ป.ช.\n"
        "หมายเหตุ: ยังไม่พบเกณฑ์ระดับของปี 2569 จึงไม่แสดงระดับ"
    )
    assert lead(document).endswith("ได้คะแนนในภาพรวม 93.10 คะแนน")


def test_an_instrument_entered_whole_leaves_its_indicators_blank(build: Build) -> None:
    document = build(2566, THREE)
    scores = [row.cells[1] for row in table(document, "คะแนนรายตัวชี้วัด").rows]
    assert [cell and cell.content for cell in scores] == ["–"] * 10
    assert "อันดับตัวชี้วัด" not in [table.name for table in document.tables()]
    assert "ข้อมูลยังไม่ครบ" not in notes(document)
    assert lead(document).endswith("ได้คะแนนในภาพรวม 93.10 คะแนน ระดับผ่าน")


@pytest.mark.parametrize(
    ("entries", "unknown"),
    [
        ({"total": Decimal(96)}, "IIT, EIT, OIT"),
        ({"total": Decimal(96), "IIT": Decimal(96), "EIT": Decimal(96)}, "OIT"),
    ],
)
def test_a_level_that_cannot_be_told_yet_is_not_told(
    build: Build, entries: Mapping[str, Entry], unknown: str
) -> None:
    document = build(2566, entries)
    assert lead(document) == (
        "เทศบาลตำบลบ้านตัวอย่าง ได้คะแนนในภาพรวม 96.00 คะแนน"
        f" แต่ยังไม่ทราบคะแนนของแบบวัด {unknown} จึงยังระบุระดับไม่ได้"
    )
    _, note = table(document, "เกณฑ์ระดับ").note.splitlines()
    assert note == (
        "หมายเหตุ: ระดับของปี 2566 ขึ้นกับคะแนนของทุกแบบวัด"
        f" ยังไม่ทราบคะแนนของแบบวัด {unknown} จึงยังระบุระดับไม่ได้"
    )
    assert lead(build(2565, entries)).endswith(" 96.00 คะแนน ระดับ AA")


def caution(document: Document) -> str:
    """Return the notes under the table of indicators that follow the counts of the bands."""
    lines = table(document, "คะแนนรายตัวชี้วัด").note.splitlines()
    return "\n".join(line for line in lines if line.startswith("หมายเหตุ"))


def test_the_bands_of_seed_001_are_counted(build: Build, seed_entries: Mapping[str, Entry]) -> None:
    assert table(build(2565, seed_entries), "คะแนนรายตัวชี้วัด").note.splitlines() == [
        "น้อยกว่าร้อยละ 90.00 มีจำนวน 2 ตัวชี้วัด (ตัวชี้วัดที่ 2, 4)",
        "ตั้งแต่ร้อยละ 90.00 แต่ไม่ถึงร้อยละ 95.00 มีจำนวน 4 ตัวชี้วัด (ตัวชี้วัดที่ 1, 3, 5, 8)",
        "ตั้งแต่ร้อยละ 95.00 ขึ้นไป มีจำนวน 4 ตัวชี้วัด (ตัวชี้วัดที่ 6, 7, 9, 10)",
    ]


@pytest.mark.parametrize(
    ("missing", "note"),
    [
        (["i7"], "ข้อมูลยังไม่ครบ ยังขาดคะแนนของตัวชี้วัดที่ 2 บันทึกแล้ว 87 จาก 88 ข้อ"),
        (["e1", "O43"], "ข้อมูลยังไม่ครบ ยังขาดคะแนนของตัวชี้วัดที่ 6, 10 บันทึกแล้ว 86 จาก 88 ข้อ"),
    ],
)
def test_missing_items_are_counted(build: Build, missing: list[str], note: str) -> None:
    entries = {code: s for code, s in sample_entries()[2566].items() if code not in missing}
    document = build(2566, entries)
    assert caution(document) == f"หมายเหตุ: {note}"
    assert lead(document).endswith(" คะแนน คิดจากคะแนนที่บันทึกไว้แล้วเท่านั้น")


def test_missing_indicators_are_named(build: Build, seed_entries: Mapping[str, Entry]) -> None:
    entries = {code: score for code, score in seed_entries.items() if code not in ("4", "9")}
    document = build(2565, entries)
    assert caution(document) == "หมายเหตุ: ข้อมูลยังไม่ครบ ยังขาดคะแนนของตัวชี้วัดที่ 4, 9"
    assert "ระดับ" not in lead(document)
    assert len(table(document, "อันดับตัวชี้วัด").rows) == 8


def test_a_year_without_scores_says_so(build: Build) -> None:
    document = build(2565, {})
    assert lead(document) == ("เทศบาลตำบลบ้านตัวอย่าง ยังมีคะแนนไม่ครบทุกแบบวัด จึงยังไม่มีคะแนนในภาพรวม")
    assert table(document, "คะแนนรายตัวชี้วัด").note == ("หมายเหตุ: ข้อมูลยังไม่ครบ ยังขาดคะแนนของทุกตัวชี้วัด")
    rows = table(document, "คะแนนถ่วงน้ำหนัก").rows
    assert [row.cells[3] and row.cells[3].content for row in rows] == ["–"] * 4


def test_an_instrument_left_out_whole_is_not_called_a_missing_indicator(build: Build) -> None:
    entries = dict(sample_entries()[2566])
    entries |= {code: EXCLUDED for code in entries if code.startswith("O")}
    assert caution(build(2566, entries)) == "หมายเหตุ: ข้อมูลยังไม่ครบ บันทึกแล้ว 88 จาก 88 ข้อ"


def test_figures_that_differ_are_noted_under_their_tables(
    build: Build, seed_entries: Mapping[str, Entry]
) -> None:
    entries = {**seed_entries, "EIT": Decimal("95.6"), "total": Decimal("95.50")}
    assert table(build(2565, entries), "คะแนนถ่วงน้ำหนัก").note == (
        "หมายเหตุ: แบบวัด EIT ที่บันทึกไว้ 95.60 ต่างจากที่คำนวณได้ 95.66\n"
        "หมายเหตุ: คะแนนในภาพรวมที่บันทึกไว้ 95.50 ต่างจากที่คำนวณได้ 95.81"
    )
    by_item = {**sample_entries()[2566], "2": Decimal(88)}
    assert "ตัวชี้วัดที่ 2 ที่บันทึกไว้ 88.00 ต่างจากที่คำนวณได้ 87.15" in notes(build(2566, by_item))


def test_whole_figures_of_the_weighted_table_have_no_decimals(build: Build) -> None:
    rows = table(build(2566, THREE), "คะแนนถ่วงน้ำหนัก").rows
    numbers = [cell.content for row in rows for cell in row.cells if cell is not None]
    assert {number.decimals for number in numbers if isinstance(number, Number)} == {0, 2}
    for number in numbers:
        if isinstance(number, Number):
            assert (number.decimals == 0) == (number.value == number.value.to_integral_value())
