"""A data file is made whole or not at all, and never over another one."""

import sqlite3
from pathlib import Path

import pytest

from ita_desktop.db.data_file import DataFile, create_data_file, health_of, row_counts
from ita_desktop.errors import ClerkError, MachineError

PERSON = "สมชาย"


def test_a_new_file_is_sound_empty_and_alone_in_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "เทศบาล ตัวอย่าง.ita"
    file = create_data_file(path, PERSON)
    assert health_of(file) == ()
    assert set(row_counts(file).values()) == {0}
    file.close()
    assert [found.name for found in tmp_path.iterdir()] == [path.name]
    head = path.read_bytes()[:100]
    assert head[68:72] == b"ITA1"
    assert int.from_bytes(head[60:64], "big") == 1


def test_a_name_that_is_taken_is_refused_and_the_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "มีแล้ว.ita"
    path.write_bytes(b"old")
    with pytest.raises(ClerkError, match="อยู่แล้ว"):
        create_data_file(path, PERSON)
    assert path.read_bytes() == b"old"


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(ClerkError, match="ไม่พบโฟลเดอร์"):
        create_data_file(tmp_path / "ไม่มี" / "ใหม่.ita", PERSON)
    (tmp_path / "ไฟล์").write_bytes(b"")
    with pytest.raises(ClerkError, match="ไม่พบโฟลเดอร์"):
        create_data_file(tmp_path / "ไฟล์" / "ใหม่.ita", PERSON)


@pytest.mark.parametrize("name", ["ก" * 200 + ".ita", "ก" * 84 + ".ita"])
def test_a_name_too_long_for_the_disk_is_told(tmp_path: Path, name: str) -> None:
    """The second one fits, but not with the part file's ending."""
    with pytest.raises(MachineError, match="สร้างไฟล์"):
        create_data_file(tmp_path / name, PERSON)
    assert list(tmp_path.iterdir()) == []


def test_the_rest_of_an_interrupted_making_is_no_hindrance(tmp_path: Path) -> None:
    path = tmp_path / "ใหม่.ita"
    (tmp_path / "ใหม่.ita.part").write_bytes(b"half a file")
    create_data_file(path, PERSON).close()
    assert [found.name for found in tmp_path.iterdir()] == [path.name]


def test_a_folder_in_the_way_of_the_part_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "ใหม่.ita.part").mkdir()
    with pytest.raises(MachineError, match="สร้างไฟล์"):
        create_data_file(tmp_path / "ใหม่.ita", PERSON)
    assert not (tmp_path / "ใหม่.ita").exists()


@pytest.mark.parametrize(
    ("trouble", "told"),
    [
        (sqlite3.OperationalError("disk I/O error"), MachineError),
        (ClerkError("ไม่ได้"), ClerkError),
    ],
)
def test_where_the_first_content_fails_nothing_is_left(
    tmp_path: Path, trouble: Exception, told: type[Exception]
) -> None:
    def fill(_file: DataFile) -> None:
        raise trouble

    with pytest.raises(told):
        create_data_file(tmp_path / "ใหม่.ita", PERSON, fill)
    assert list(tmp_path.iterdir()) == []
