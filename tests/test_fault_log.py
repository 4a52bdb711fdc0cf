"""Faults of our own are written down where a person finds them."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.fault_log import note_machine_error, write_report
from ita_desktop.whole_file import write_whole


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for variable in ("LOCALAPPDATA", "XDG_DATA_HOME", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "ก ข"))
    place = "Library/Application Support" if sys.platform == "darwin" else ""
    return tmp_path / "ก ข" / place / "ITA Desktop" / "ita-desktop" / "faults.log"


def test_reports_are_added_and_the_place_is_told(log: Path) -> None:
    assert write_report("แรก") == write_report("ชื่อ \udcff") == str(log)
    text = log.read_text("utf-8")
    assert text.index("แรก") < text.index("ชื่อ \\udcff")


def test_a_large_log_is_put_aside(log: Path) -> None:
    for report in ("ลืม" * 150_000, "เก่ามาก" * 150_000, "เก่า" * 300_000, "ใหม่"):
        write_report(report)
    assert len(log.read_text("utf-8")) < 100
    assert log.with_name("faults.1.log").read_text("utf-8").count("เก่า") == 300_000
    assert log.with_name("faults.2.log").read_text("utf-8").count("เก่ามาก") == 150_000
    assert len(list(log.parent.iterdir())) == 3


def test_what_the_machine_refused_is_a_line_without_names(log: Path, tmp_path: Path) -> None:
    with pytest.raises(MachineError) as refused:
        write_whole(tmp_path / "ไม่มี" / "เทศบาลตำบลลับ.pdf", b"88.13")
    note_machine_error(refused.value)
    note_machine_error(ClerkError("คะแนน 88.13 ของเทศบาลตำบลลับ"))
    lines = log.read_text("utf-8").splitlines()
    assert len(lines) == 2
    assert re.fullmatch(
        r"MachineError FileNotFoundError ENOENT ita_desktop/whole_file\.py:\d+ _written", lines[1]
    )


def test_a_log_that_cannot_be_written_is_no_second_fault(log: Path) -> None:
    log.parents[2].parent.mkdir(parents=True, exist_ok=True)
    log.parents[2].write_text("", "utf-8")
    assert write_report("รายงาน").startswith("(")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows itself is asked there")
def test_it_is_the_folder_that_qt_names(log: Path) -> None:
    code = (
        "from PySide6.QtCore import QCoreApplication, QStandardPaths as S\n"
        "QCoreApplication.setApplicationName('ita-desktop')\n"
        "QCoreApplication.setOrganizationName('ITA Desktop')\n"
        "print(S.writableLocation(S.StandardLocation.AppLocalDataLocation))"
    )
    said = subprocess.run(
        [sys.executable, "-c", code], env=dict(os.environ), capture_output=True, check=True
    )
    assert said.stdout.decode().strip() == str(log.parent)
