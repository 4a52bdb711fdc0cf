"""What a backup has otherwise is said value by value before it is taken back."""

# ruff: noqa: S608 - the tests' own words

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.schema import LOGGED_TABLES
from ita_desktop.workflows.backups import back_up_to
from ita_desktop.workflows.described_differences import Compared, differences_in_words
from ita_desktop.workflows.opening import open_file
from ita_desktop.workflows.restore import look_inside
from tests.kept_file import KeptFile

Told = Callable[..., tuple[Compared, ...]]


@pytest.fixture
def file(kept_sample: KeptFile, tmp_path: Path) -> Iterator[DataFile]:
    opened = open_file(kept_sample.copy_to(tmp_path / "เทศบาล.ita"))
    yield opened
    opened.close()


@pytest.fixture
def told(file: DataFile, tmp_path: Path) -> Told:
    """Return a function that backs up, does one deed, and says what differs then."""

    def of(*statements: str) -> tuple[Compared, ...]:
        backup = back_up_to(file.path, tmp_path / "สำรอง.ita").path
        with file.deed("แก้"):
            for statement in statements:
                file.connection.execute(statement)
        look = look_inside(backup, file.path)
        look.close()
        return differences_in_words(look.comparison.rows)

    return of


def test_a_value_that_was_changed_is_said_on_both_sides(told: Told) -> None:
    assert told("UPDATE score SET value = '1' WHERE fiscal_year = 2566 AND code = 'i7'") == (
        Compared("คะแนน i7 ปี 2566", "คะแนน", "1.00", "79.01"),
    )


def test_what_one_side_lacks_is_said_to_be_missing(told: Told) -> None:
    assert told(
        "INSERT INTO fiscal_year (id) VALUES (2567)",
        "INSERT INTO score (fiscal_year, code, value) VALUES (2567, 'i1', 'excluded')",
        "DELETE FROM score WHERE fiscal_year = 2566 AND code = 'i7'",
    ) == (
        Compared("ปีงบประมาณ 2567", "", "มี", "ไม่มี"),
        Compared("คะแนน i1 ปี 2567", "คะแนน", "ไม่คิดคะแนน", "ไม่มี"),
        Compared("คะแนน i7 ปี 2566", "คะแนน", "ไม่มี", "79.01"),
    )


def test_a_score_that_was_deleted_and_entered_again_is_one_line(told: Told) -> None:
    gone = "DELETE FROM score WHERE fiscal_year = 2566 AND code IN ('i7', 'i8')"
    again = "INSERT INTO score (fiscal_year, code, value) VALUES (2566, '{}', '{}')"
    assert told(gone, again.format("i7", "60"), again.format("i8", "88.40")) == (
        Compared("คะแนน i7 ปี 2566", "คะแนน", "60.00", "79.01"),
    )


def test_only_the_fields_that_differ_are_listed(told: Told) -> None:
    assert told("UPDATE office SET district = 'ใหม่', province = ''") == (
        Compared("ข้อมูลหน่วยงาน", "อำเภอ", "ใหม่", "เมือง"),
        Compared("ข้อมูลหน่วยงาน", "จังหวัด", "", "ตัวอย่าง"),
    )


TOPIC = "INSERT INTO topic (id, fiscal_year, position, title) VALUES (900, 2566, 9, 'การใช้จ่าย')"
MEASURE = "INSERT INTO measure (id, topic, position) VALUES (901, 900, 0)"
STEP = "INSERT INTO step (id, measure, position, text) VALUES ({}, 901, {}, 'ประชุม')"


def test_a_result_says_of_which_step_and_a_measure_without_words_of_which_topic(
    file: DataFile, told: Told
) -> None:
    with file.deed("เตรียม"):
        for statement in (TOPIC, MEASURE, STEP.format(902, 0)):
            file.connection.execute(statement)
    assert told(
        "UPDATE measure SET units = 'กองคลัง' WHERE id = 901",
        "INSERT INTO step_result (step, round, state) VALUES (902, 6, 'done')",
    ) == (
        Compared("มาตรการของประเด็น “การใช้จ่าย” ปี 2566", "ผู้รับผิดชอบ", "กองคลัง", ""),
        Compared("ผลรอบ 6 เดือน ของขั้นตอน “ประชุม”", "สถานะ", "แล้วเสร็จ", "ไม่มี"),
    )


def test_two_rows_that_are_called_alike_stay_two(file: DataFile, told: Told) -> None:
    with file.deed("เตรียม"):
        for statement in (TOPIC, MEASURE, STEP.format(902, 0), STEP.format(903, 1)):
            file.connection.execute(statement)
    place = "ขั้นตอน “ประชุม”"
    assert told(
        "UPDATE step SET period = 'ม.ค. ๖๖' WHERE id = 902",
        "UPDATE step SET period = 'ก.พ. ๖๖' WHERE id = 903",
        STEP.format(904, 2),
        STEP.format(905, 3),
    ) == (
        Compared(place, "ระยะเวลา", "ม.ค. ๖๖", ""),
        Compared(place, "ระยะเวลา", "ก.พ. ๖๖", ""),
        Compared(place, "ข้อความ", "ประชุม", "ไม่มี"),
        Compared(place, "ข้อความ", "ประชุม", "ไม่มี"),
    )


def test_of_very_many_rows_the_first_are_listed(file: DataFile, tmp_path: Path) -> None:
    backup = back_up_to(file.path, tmp_path / "สำรอง.ita").path
    with file.deed("มาก"):
        file.connection.executemany(
            "INSERT INTO score (fiscal_year, code, value) VALUES (2566, ?, '1')",
            [(f"x{number}",) for number in range(1_500)],
        )
    look = look_inside(backup, file.path)
    look.close()
    assert len(look.comparison.rows) == 500
    assert look.comparison.tables[0].only_here == 1_500


def test_rows_of_every_table_are_said(file: DataFile, tmp_path: Path) -> None:
    backup = back_up_to(file.path, tmp_path / "สำรอง.ita").path
    with file.deed("ล้าง"):
        file.connection.execute("PRAGMA defer_foreign_keys = ON")
        for table in LOGGED_TABLES:
            file.connection.execute(f'DELETE FROM "{table}"')
        file.connection.execute("INSERT INTO fiscal_year (id) VALUES (2560)")
    look = look_inside(backup, file.path)
    look.close()
    places = {one.place.split()[0] for one in differences_in_words(look.comparison.rows)}
    assert {"ข้อมูลหน่วยงาน", "หน่วยงานผู้รับผิดชอบ", "ปีงบประมาณ", "คะแนน"} <= places
