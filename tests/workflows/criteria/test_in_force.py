"""Criteria sets out, corrected, in again, and back to the shipped one."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from ita_desktop.criteria import shipped_criteria, shipped_years
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.scores import entries_of
from ita_desktop.domain.criteria import Criteria, Status
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.workflows.criteria.in_force import (
    TakenCriteria,
    correct_text,
    criteria_of,
    criteria_years,
    export_criteria,
    import_criteria,
    present_year,
    restore_shipped_criteria,
)

YEAR = 2566
NEXT_YEAR = 2571


def shipped(year: int = YEAR) -> Criteria:
    found = shipped_criteria(year)
    assert found is not None
    return found


@pytest.fixture
def corrected(file: DataFile, tmp_path: Path) -> Callable[..., Path]:
    """Return a function that exports a set, lets a correction happen, and gives the file back."""

    def export(correct: Callable[[dict[str, Any]], None] = lambda _plain: None) -> Path:
        path = tmp_path / "เกณฑ์ ITA.json"
        export_criteria(file, YEAR, path)
        plain = json.loads(path.read_text("utf-8"))
        correct(plain)
        path.write_text(json.dumps(plain, ensure_ascii=False), "utf-8")
        return path

    return export


def test_a_set_comes_back_as_it_went_out(file: DataFile, corrected: Callable[..., Path]) -> None:
    assert import_criteria(file, corrected()) == TakenCriteria(shipped(), orphaned=())
    assert criteria_of(file, YEAR) == shipped()
    assert criteria_years(file) == shipped_years()


def test_a_corrected_set_is_taken_as_one_deed_and_given_up_again(
    file: DataFile, corrected: Callable[..., Path]
) -> None:
    def correct(plain: dict[str, Any]) -> None:
        plain["items"][0]["text"] = "ข้อความใหม่จากคู่มือ"
        plain["levels"][0]["status"] = "verified"

    correct_text(file, YEAR, "i2", "ถ้อยคำของหน่วยงาน")
    import_criteria(file, corrected(correct))
    found = criteria_of(file, YEAR)
    assert found.items[0].text == "ข้อความใหม่จากคู่มือ"
    assert found.item_by_code["i2"].text == "ถ้อยคำของหน่วยงาน"
    assert found.item_by_code["i2"].status is Status.OFFICE
    restore_shipped_criteria(file, YEAR)
    assert criteria_of(file, YEAR) == shipped()
    file.undo()
    assert criteria_of(file, YEAR) == found
    file.undo()
    assert criteria_of(file, YEAR).item_by_code["i2"].text == "ถ้อยคำของหน่วยงาน"
    assert criteria_of(file, YEAR).items[0] == shipped().items[0]


def test_taking_the_same_set_again_leaves_no_trace(
    file: DataFile, corrected: Callable[..., Path]
) -> None:
    path = corrected()
    import_criteria(file, path)
    undo = file.next_undo()
    import_criteria(file, path)
    assert file.next_undo() == undo


def test_next_years_set_arrives_as_a_file(file: DataFile, corrected: Callable[..., Path]) -> None:
    def correct(plain: dict[str, Any]) -> None:
        plain["fiscal_year"] = NEXT_YEAR

    import_criteria(file, corrected(correct))
    assert criteria_of(file, NEXT_YEAR) == replace(shipped(), fiscal_year=NEXT_YEAR)
    assert criteria_years(file) == (*shipped_years(), NEXT_YEAR)
    with pytest.raises(ClerkError, match="ไม่มีชุดเกณฑ์ปี 2571 ติดมา"):
        restore_shipped_criteria(file, NEXT_YEAR)


def test_scores_that_lose_their_place_are_named_and_stay(
    sample: DataFile, corrected: Callable[..., Path]
) -> None:
    def correct(plain: dict[str, Any]) -> None:
        plain["items"] = [item for item in plain["items"] if item["code"] not in ("i2", "e4")]

    before = entries_of(sample, YEAR)
    taken = import_criteria(sample, corrected(correct))
    assert (taken.fiscal_year, taken.orphaned) == (YEAR, ("i2", "e4"))
    assert entries_of(sample, YEAR) == before
    assert restore_shipped_criteria(sample, YEAR) == TakenCriteria(shipped(), orphaned=())


@pytest.mark.parametrize(
    ("today", "year"),
    [
        (date(2026, 9, 30), 2569),
        (date(2023, 9, 30), 2566),
        (date(2023, 10, 1), 2567),
        (date(2040, 1, 1), 2569),
        (date(1990, 1, 1), 2564),  # a clock that was never set
    ],
)
def test_the_present_year_is_the_latest_with_criteria(today: date, year: int) -> None:
    assert present_year(today=today) == year


def test_an_imported_set_counts_for_the_present_year(
    file: DataFile, corrected: Callable[..., Path]
) -> None:
    def correct(plain: dict[str, Any]) -> None:
        plain["fiscal_year"] = NEXT_YEAR

    import_criteria(file, corrected(correct))
    assert present_year(file, date(2028, 1, 1)) == NEXT_YEAR
    assert present_year(file, date(2027, 9, 30)) == 2569
    assert present_year() in shipped_years()


Correct = Callable[[dict[str, Any]], object]
MISTAKES: list[tuple[Correct, str]] = [
    (lambda plain: plain["items"][3].update(indicator=55), "ตัวชี้วัดที่ 55"),
    (lambda plain: plain["instruments"][0].update(weight="29"), "100"),
    (lambda plain: plain["items"].append(plain["items"][0]), "ซ้ำกัน"),
    (lambda plain: plain["items"][0].pop("text"), "text"),
    (lambda plain: plain.update(fiscal_year=2023), "2540"),
    (lambda plain: plain.update(format="contacts"), "ไม่ใช่ชุดเกณฑ์"),
    (lambda plain: plain.update(version=2), "รุ่นใหม่กว่า"),
    (lambda plain: plain["items"][0].update(text="\ud800"), "อ่านเป็นชุดเกณฑ์ไม่ได้"),
]


@pytest.mark.parametrize(("correct", "words"), MISTAKES)
def test_a_set_with_one_mistake_is_not_taken_at_all(
    file: DataFile, corrected: Callable[..., Path], correct: Correct, words: str
) -> None:
    path = corrected()
    plain = json.loads(path.read_text("utf-8"))
    correct(plain)
    path.write_text(json.dumps(plain), "utf-8")
    with pytest.raises(ClerkError, match=words):
        import_criteria(file, path)
    assert criteria_of(file, YEAR) == shipped()
    assert file.next_undo() is None


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "อ่านเป็นชุดเกณฑ์ไม่ได้"),
        (b"{", "อ่านเป็นชุดเกณฑ์ไม่ได้"),
        (b"\xff\xfe{}", "อ่านเป็นชุดเกณฑ์ไม่ได้"),
        (b"PK\x03\x04", "อ่านเป็นชุดเกณฑ์ไม่ได้"),
        (b"[" * 100_000, "อ่านเป็นชุดเกณฑ์ไม่ได้"),
        (b'{"a": ' + b"9" * 10_000 + b"}", "อ่านเป็นชุดเกณฑ์ไม่ได้"),
        (b"[]", "."),
        (b"null", "."),
        (b" " * 5_000_001, "ใหญ่เกินไป"),
    ],
    ids=["empty", "cut", "other letters", "zip", "deep", "number", "list", "nothing", "large"],
)
def test_a_file_that_is_no_set_is_told(
    file: DataFile, tmp_path: Path, content: bytes, words: str
) -> None:
    path = tmp_path / "อื่น.json"
    path.write_bytes(content)
    with pytest.raises(ClerkError, match=words):
        import_criteria(file, path)
    assert file.next_undo() is None


def test_a_file_that_cannot_be_read_is_told(file: DataFile, tmp_path: Path) -> None:
    with pytest.raises(ClerkError, match="เปิดไฟล์"):
        import_criteria(file, tmp_path / "ไม่มี.json")
    with pytest.raises(ClerkError, match="เปิดไฟล์"):
        import_criteria(file, tmp_path)
    with pytest.raises(MachineError):
        export_criteria(file, YEAR, tmp_path / "ไม่มี" / "เกณฑ์.json")


def test_the_offices_own_wording_counts_as_checked_and_goes_back(file: DataFile) -> None:
    before = criteria_of(file, YEAR).item_by_code["O5"]
    correct_text(file, YEAR, "O5", "  แสดงข่าว\r\nประชาสัมพันธ์ \n")
    after = criteria_of(file, YEAR).item_by_code["O5"]
    assert (after.text, after.status) == ("แสดงข่าว\nประชาสัมพันธ์", Status.OFFICE)
    assert (after.components, after.sub_indicator) == (before.components, before.sub_indicator)
    correct_text(file, YEAR, "O5", " ")
    assert criteria_of(file, YEAR).item_by_code["O5"] == before
    with pytest.raises(ClerkError, match="O99"):
        correct_text(file, YEAR, "O99", "ข้อความ")
