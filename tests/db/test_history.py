"""The log as it is read: filtered, in windows, and by field over new row ids."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ita_desktop.db import history
from ita_desktop.db.creating import create_data_file
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.opening import open_data_file
from ita_desktop.db.schema import LOGGED_TABLES
from ita_desktop.db.scores import add_fiscal_year, put_score
from ita_desktop.domain.score_entry import parse_score

from .many_deeds import add_deeds

I7 = {"fiscal_year": 2566, "code": "i7"}


def put(file: DataFile, value: str, code: str = "i7", year: int = 2566) -> None:
    with file.deed(f"แก้คะแนน {code} เป็น {value}"):
        add_fiscal_year(file, year)
        put_score(file, year, code, parse_score(value) if value else None)


def story(file: DataFile) -> list[tuple[str, object, object]]:
    found = history.field_changes(file.read, "score", I7, "value")
    return [(one.deed.kind, one.before, one.after) for one in found]


def names(file: DataFile, sought: str) -> list[str]:
    numbers = history.deed_numbers(file.read, sought)
    return [deed.name for deed in history.recorded(file.read, numbers)]


def test_deeds_are_listed_newest_first_with_what_became_of_them(file: DataFile) -> None:
    for value in ("70", "80", "90"):
        put(file, value)
    file.undo()
    deeds = history.recorded(file.read, history.deed_numbers(file.read))
    assert [(deed.kind, deed.state, deed.changes) for deed in deeds] == [
        ("undo", "dropped", 1),
        ("edit", "undone", 1),
        ("edit", "done", 1),
        ("start", "dropped", 1),
        ("edit", "done", 1),
    ]
    assert {deed.person for deed in deeds} == {"สมชาย"}


@pytest.mark.parametrize(
    ("sought", "found"),
    [
        ("i7", ["แก้คะแนน i7"]),
        ("I๗", ["แก้คะแนน i7"]),
        ("๒๕๖๖", ["วาง ๒๕๖๖ [ก*ข]", "เพิ่มปี 2566"]),
        ("2566", ["วาง ๒๕๖๖ [ก*ข]", "เพิ่มปี 2566"]),
        ("[ก*ข", ["วาง ๒๕๖๖ [ก*ข]"]),
        ("*", ["วาง ๒๕๖๖ [ก*ข]"]),
        ("?", ["ถาม?"]),
        ("สมชาย", ["ถาม?", "วาง ๒๕๖๖ [ก*ข]", "แก้คะแนน i7", "เพิ่มปี 2566"]),
        ("ไม่มี", []),
        ("' OR 1=1", []),
    ],
)
def test_a_filter_finds_names_and_people_and_takes_thai_digits_for_arabic(
    file: DataFile, sought: str, found: list[str]
) -> None:
    for place, name in enumerate(["เพิ่มปี 2566", "แก้คะแนน i7", "วาง ๒๕๖๖ [ก*ข]", "ถาม?"]):
        with file.deed(name):
            file.connection.execute("INSERT INTO unit (name, position) VALUES ('ก', ?)", (place,))
    assert names(file, sought) == found


def test_the_code_of_an_item_finds_the_paste_that_does_not_name_it(file: DataFile) -> None:
    put(file, "70", code="i8")
    with file.deed("วางคะแนน 2 ค่า"):
        for code in ("i7", "i17"):
            put_score(file, 2566, code, parse_score("60"))
    with file.deed("วางคะแนน 1 ค่า"):
        put_score(file, 2566, "i17", parse_score("61"))
    with file.deed("ลบคะแนนที่เลือก"):
        put_score(file, 2566, "i7", None)
    for sought in ("i7", "I๗"):
        assert names(file, sought) == ["ลบคะแนนที่เลือก", "วางคะแนน 2 ค่า"]
    assert names(file, "i17") == ["วางคะแนน 1 ค่า", "วางคะแนน 2 ค่า"]


def test_a_score_that_is_deleted_and_entered_again_has_one_story(file: DataFile) -> None:
    for value in ("70", "", "80", "80"):
        put(file, value)
    put(file, "55", "i8")
    put(file, "66", "i7", 2567)
    assert story(file) == [("edit", None, "80"), ("edit", "70", None), ("edit", None, "70")]


def test_the_story_of_a_field_goes_over_undo_redo_and_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "ก.ita"
    file = create_data_file(path, "สมชาย")
    put(file, "70")
    put(file, "")
    file.undo()
    file.close()
    file = open_data_file(path, "สมหญิง")
    file.redo()
    put(file, "90")
    found = history.field_changes(file.read, "score", I7, "value")
    assert [(one.deed.kind, one.deed.person, one.before, one.after) for one in found] == [
        ("edit", "สมหญิง", None, "90"),
        ("redo", "สมหญิง", "70", None),
        ("undo", "สมชาย", None, "70"),
        ("edit", "สมชาย", "70", None),
        ("edit", "สมชาย", None, "70"),
    ]
    file.close()


def test_a_row_that_one_deed_deletes_and_writes_anew_counts_once(file: DataFile) -> None:
    put(file, "70")
    for value in ("80", "80"):
        with file.deed("คืนไฟล์สำรอง"):
            put_score(file, 2566, "i7", None)
            put_score(file, 2566, "i7", parse_score(value))
    assert story(file) == [("edit", "70", "80"), ("edit", None, "70")]


def test_the_key_of_a_row_is_known_whatever_became_of_it(file: DataFile) -> None:
    put(file, "70")
    put(file, "80")
    update = file.latest_deed() or 0

    def key() -> dict[str, object]:
        (change,) = history.changes_of(file.read, update)
        return history.key_of(file.read, change, ("fiscal_year", "code", "id"), LOGGED_TABLES)

    there = key()
    assert there == {**I7, "id": 1}
    put(file, "90")
    assert key() == there
    put(file, "")
    assert key() == there
    put(file, "60")
    assert key() == there


@pytest.mark.parametrize("code", ['"', "\\", "ข้อ\n1", "i7\\", '{"code":"i7"}', "ก" * 200])
def test_strange_codes_have_their_own_story(file: DataFile, code: str) -> None:
    put(file, "70", code)
    put(file, "71", "i7")
    put(file, "", code)
    put(file, "72", code)
    key = {"fiscal_year": 2566, "code": code}
    found = history.field_changes(file.read, "score", key, "value")
    assert [one.after for one in found] == ["72", None, "70"]


@pytest.mark.parametrize("deeds", [5_000, pytest.param(100_000, marks=pytest.mark.slow)])
def test_very_many_deeds_are_read_in_windows(
    file: DataFile, content: Callable[[DataFile], dict[str, list[tuple[object, ...]]]], deeds: int
) -> None:
    for code in ("i1", "i2", "i7"):
        put(file, "50", code)
    before = content(file)
    newest = file.latest_deed() or 0
    add_deeds(file, deeds)
    numbers = history.deed_numbers(file.read)
    assert len(numbers) == newest + deeds
    assert [deed.id for deed in history.recorded(file.read, numbers[:100])] == [*numbers[:100]]
    sought = history.deed_numbers(file.read, "i๗")
    assert deeds // 3 <= len(sought) <= deeds // 3 + 2
    undone = file.undo_to(newest + 1)
    assert len(undone) == deeds
    assert content(file) == before
    assert len(file.redo_to(undone[0].id)) == deeds
    assert file.next_redo() is None
