"""New files, the sample municipality, and who is writing."""

import getpass
from decimal import Decimal
from pathlib import Path

import pytest

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.health import health_of
from ita_desktop.db.offices import load_office
from ita_desktop.db.scores import fiscal_years
from ita_desktop.domain.levels import level_of
from ita_desktop.domain.office import Office, OfficeKind
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.workflows.opening import new_file, new_sample_file, office_of, open_file, person
from ita_desktop.workflows.sample import SAMPLE_OFFICE
from ita_desktop.workflows.scores.year_scores import year_result


def test_a_new_file_has_its_office_and_its_first_year_and_nothing_to_undo(tmp_path: Path) -> None:
    office = Office(name="อบต.ตัวอย่าง", kind=OfficeKind.TAMBON, units=("สำนักปลัด", "กองคลัง"))
    path = tmp_path / "ใหม่.ita"
    new_file(path, office, 2566).close()
    file = open_file(path)
    assert (load_office(file), fiscal_years(file)) == (office, (2566,))
    assert file.undo() is None
    assert health_of(file) == ()
    file.close()


def test_a_new_file_without_an_office_is_called_unnamed(tmp_path: Path) -> None:
    file = new_file(tmp_path / "ว่าง.ita")
    assert load_office(file) is None
    assert office_of(file).name == "หน่วยงานยังไม่ได้ตั้งชื่อ"
    assert fiscal_years(file) == ()
    file.close()


@pytest.mark.parametrize("year", [1, 2700])
def test_a_new_file_that_cannot_be_filled_is_not_left_half_made(tmp_path: Path, year: int) -> None:
    office = Office(name="อบต.ตัวอย่าง", kind=OfficeKind.TAMBON)
    with pytest.raises(Exception, match="CHECK"):
        new_file(tmp_path / "ใหม่.ita", office, year)
    assert list(tmp_path.iterdir()) == []


def test_the_sample_has_three_complete_years_and_nothing_to_undo(sample: DataFile) -> None:
    assert load_office(sample) == SAMPLE_OFFICE
    results = {year: year_result(sample, year) for year in fiscal_years(sample)}
    assert all(result.complete for result in results.values())
    reached = {
        year: (result.total.shown, level.name)
        for year, result in results.items()
        if (level := level_of(result))
    }
    assert reached == {
        2564: (Decimal("86.71"), "A"),
        2565: (Decimal("85.63"), "A"),
        2566: (Decimal("91.87"), "ผ่านดี"),
    }
    assert sample.undo() is None


def test_the_sample_is_not_made_over_another_file(tmp_path: Path) -> None:
    path = tmp_path / "มีแล้ว.ita"
    path.write_bytes(b"old")
    with pytest.raises(ClerkError):
        new_sample_file(path)
    assert path.read_bytes() == b"old"


def test_a_folder_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path, _target: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", refuse)
    monkeypatch.setattr("ita_desktop.whole_file._PATIENCE", (0, 0))
    with pytest.raises(MachineError, match="สร้างไฟล์"):
        new_sample_file(tmp_path / "ใหม่.ita")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("trouble", [ImportError, KeyError, OSError])
def test_a_user_without_a_name_is_called_so(
    monkeypatch: pytest.MonkeyPatch, trouble: type[Exception]
) -> None:
    def fail() -> str:
        raise trouble

    monkeypatch.setattr(getpass, "getuser", fail)
    assert person() == "ไม่ทราบชื่อผู้ใช้"
