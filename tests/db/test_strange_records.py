"""Records of the change log that nobody of us wrote, and names that are no text."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from ita_desktop.db.creating import create_data_file
from ita_desktop.db.data_file import DataFile
from ita_desktop.db.health import row_counts
from ita_desktop.errors import ClerkError

Content = dict[str, list[tuple[object, ...]]]
UNIT = "INSERT INTO unit (id, name, position) VALUES (4, 'กองคลัง', 0)"

STRANGE_RECORDS = {
    "a table of SQLite's own": ("sqlite_sequence", 1, None, '{"name":"score","seq":0}'),
    "a table of the log": ("deed", 1, '{"name":"เก่า"}', '{"name":"ใหม่"}'),
    "a table that is more SQL": ('unit" WHERE id = id; --', 4, '{"id":4}', None),
    "a column that is more SQL": ("unit", 4, '{"name" = \'ก\', "name":"ข"}', '{"name":"ค"}'),
    "a column that is not there": ("unit", 4, '{"ชื่อ":"ก"}', '{"ชื่อ":"ข"}'),
    "no column": ("unit", 4, "{}", "{}"),
    "a list for a row": ("unit", 4, "[]", '{"name":"ค"}'),
    "a list for a value": ("unit", 4, '{"name":[1]}', '{"name":"ค"}'),
    "bytes that are none": ("unit", 4, '{"name":{"hex":"xyz"}}', '{"name":"ค"}'),
    "something else for bytes": ("unit", 4, '{"name":{"bytes":"00"}}', '{"name":"ค"}'),
    "a number too large": ("unit", 4, '{"position":99999999999999999999}', '{"position":1}'),
    "half a letter": ("unit", 4, '{"name":"\\ud800"}', '{"name":"ค"}'),
    "no JSON": ("unit", 4, "name=ก", '{"name":"ค"}'),
    "endless depth": ("unit", 4, "[" * 100_000, '{"name":"ค"}'),
    "a value the table refuses": ("unit", 4, '{"name":""}', '{"name":"ค"}'),
}


@pytest.mark.parametrize("kind", STRANGE_RECORDS)
def test_a_record_that_nobody_of_us_wrote_is_not_written_back(
    file: DataFile, content: Callable[[DataFile], Content], kind: str
) -> None:
    with file.deed("เพิ่ม"):
        file.connection.execute(UNIT)
    file.connection.execute("DELETE FROM change")
    file.connection.execute(
        "INSERT INTO change (deed, table_name, row_id, old, new) VALUES (1, ?, ?, ?, ?)",
        STRANGE_RECORDS[kind],
    )
    before = content(file)
    with pytest.raises(ClerkError, match=r"ไม่ตรงกับข้อมูล|อักขระ"):
        file.undo()
    assert (content(file), row_counts(file)["deed"]) == (before, 1)
    assert not file.connection.in_transaction


def test_a_deed_whose_time_is_none_is_told(file: DataFile) -> None:
    with file.deed("เพิ่ม"):
        file.connection.execute(UNIT)
    file.connection.execute("UPDATE deed SET at = 'เมื่อวาน'")
    with pytest.raises(ClerkError, match="ประวัติการแก้ไข"):
        file.next_undo()
    with pytest.raises(ClerkError, match="ประวัติการแก้ไข"):
        file.undo()


def test_names_with_half_letters_are_recorded_without_them(tmp_path: Path) -> None:
    with closing(create_data_file(tmp_path / "ก.ita", "root\udcff").connection) as connection:
        file = DataFile(tmp_path / "ก.ita", connection, "root\udcff")
        with file.deed("นำเข้า \udcff.xlsx"):
            file.connection.execute(UNIT)
        deed = file.next_undo()
        assert deed is not None
        assert (deed.name, deed.person) == ("นำเข้า ?.xlsx", "root?")


def test_a_text_with_half_a_letter_is_told_and_not_written(file: DataFile) -> None:
    def write() -> None:
        with file.deed("เพิ่ม"):
            file.connection.execute("INSERT INTO unit (name, position) VALUES (?, 0)", ("ก\ud800",))

    with pytest.raises(ClerkError, match="อักขระ"):
        write()
    assert row_counts(file)["deed"] == 0
