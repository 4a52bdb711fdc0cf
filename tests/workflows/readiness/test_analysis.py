"""What is found in the texts that an office edited for its analysis report."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.db.analysis_texts import put_analysis_text
from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.analysis_text import AnalysisText
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import Lack
from ita_desktop.workflows.analysis.texts import freeze_text, keep_frozen, put_text
from ita_desktop.workflows.check import ANALYSIS_RULES, check
from ita_desktop.workflows.scores.year_scores import put_entries
from tests.workflows.clean_year import TODAY, YEAR, clean_file


@pytest.fixture
def clean(tmp_path: Path) -> Iterator[DataFile]:
    """Return a file whose year lacks nothing."""
    file = clean_file(tmp_path / "ครบ.ita")
    yield file
    file.close()


def lacks(file: DataFile, year: int = YEAR) -> list[Lack]:
    """Return what the texts of the report asked for in a year lack."""
    return [*check(file, year, TODAY, rules=ANALYSIS_RULES)]


def test_the_starting_texts_and_those_with_places_lack_nothing(clean: DataFile) -> None:
    assert lacks(clean) == []
    put_text(clean, YEAR, "result", "{หน่วยงาน}ได้คะแนน {คะแนนรวม} คะแนน จาก 10 ตัวชี้วัด")
    assert lacks(clean) == []
    assert lacks(clean, YEAR - 1) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("ได้ {คะแนนสูงลิ่ว} คะแนน", "มี {คะแนนสูงลิ่ว} ซึ่งไม่มีข้อมูลให้เติม จะพิมพ์ตามที่เขียน"),
        ("เทศบาลเมืองปรกฟ้า ได้คะแนนดี", "มีชื่อหน่วยงานอื่น “เทศบาลเมืองปรกฟ้า”"),
        ("ได้คะแนน ……… คะแนน", "ยังมีคำของแบบที่ไม่ได้กรอก “………”"),
        ("มีทั้งหมด 7 ตัวชี้วัด", "เขียนว่า 7 ตัวชี้วัด ซึ่งไม่ตรงกับจำนวนใดในข้อมูล (ทั้งหมด 10)"),
        ("แบบวัด EIT ได้ 97.01", "เขียนว่า 97.01 แต่ตัวชี้วัดที่ 1 ของข้อมูลคือ 97.00"),
    ],
)
def test_each_fault_of_a_text_is_told_at_the_text(clean: DataFile, text: str, words: str) -> None:
    put_text(clean, YEAR, "result", text)
    (lack,) = lacks(clean)
    assert words in lack.message
    assert lack.message.startswith("ข้อความ “ผลการประเมินในภาพรวม” ของรายงานผลการวิเคราะห์ ")
    assert (lack.severity, lack.place.kind) == (Severity.WARNING, "analysis_text")
    assert (lack.place.number, lack.place.field) == (2565, "result")


def test_a_count_in_the_text_of_a_band_is_held_against_that_band(clean: DataFile) -> None:
    put_text(clean, YEAR, "band:urgent", "มีจำนวน 9 ตัวชี้วัด")
    (lack,) = lacks(clean)
    assert lack.message.endswith("เขียนว่า 9 ตัวชี้วัด แต่ข้อมูลของกลุ่มนี้มี 0")
    put_text(clean, YEAR, "band:urgent", "")
    put_text(clean, YEAR, "band:keep", "มีจำนวน 9 ตัวชี้วัด")
    assert lacks(clean) == []


@pytest.mark.parametrize("name", ["band:other", "indicator:77", "later"])
def test_a_text_of_a_newer_program_is_checked_like_the_others(clean: DataFile, name: str) -> None:
    text = AnalysisText(name=name, text="เทศบาลเมืองปรกฟ้า มีทั้งหมด 7 ตัวชี้วัด")
    with clean.deed("รุ่นใหม่กว่า"):
        put_analysis_text(clean, YEAR - 1, text)
    found = lacks(clean)
    assert [one.place.field for one in found] == [name, name]


def test_a_frozen_text_that_the_data_left_says_so_and_nothing_else(clean: DataFile) -> None:
    put_text(clean, YEAR, "result", "ได้คะแนน {คะแนนรวม} คะแนน")
    freeze_text(clean, YEAR, "result")
    assert lacks(clean) == []
    put_entries(clean, YEAR - 1, {"i1": Decimal("70.00")}, "แก้คะแนน")
    (lack,) = lacks(clean)
    assert "ตรึงไว้ แต่ข้อมูลเปลี่ยนไปแล้ว" in lack.message
    keep_frozen(clean, YEAR, "result")
    assert not [one for one in lacks(clean) if "ตรึงไว้" in one.message]
