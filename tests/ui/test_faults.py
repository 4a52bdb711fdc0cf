import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from pytestqt.qtbot import QtBot

from ita_desktop.ui import faults, messages


def keep_data_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def location(_place: object) -> str:
        return str(folder)

    monkeypatch.setattr(QStandardPaths, "writableLocation", location)


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    keep_data_in(tmp_path / "ก ข", monkeypatch)
    return tmp_path / "ก ข" / "faults.log"


def test_a_fault_is_written_down_and_told_once(
    qtbot: QtBot, log: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    del qtbot
    said: list[str] = []

    def say(_window: object, _title: str, words: str) -> None:
        said.append(words)

    monkeypatch.setattr(messages, "say", say)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    faults.report_faults()
    fault = ZeroDivisionError("หารด้วยศูนย์")
    for _ in range(3):
        sys.excepthook(ZeroDivisionError, fault, None)
    assert len(said) == 1
    assert str(log) in said[0]
    assert "ข้อมูลที่บันทึกแล้วยังอยู่ครบ" in said[0]
    assert log.read_text("utf-8").count("หารด้วยศูนย์") == 1
    assert capsys.readouterr().err.count("ZeroDivisionError") == 3


def test_the_log_begins_anew_when_it_is_large(log: Path) -> None:
    faults.write_report("x" * 1_100_000)
    faults.write_report("ใหม่")
    assert len(log.read_text("utf-8")) < 100


def test_a_folder_that_cannot_be_made_is_no_second_fault(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "ไฟล์").write_text("", "utf-8")
    keep_data_in(tmp_path / "ไฟล์", monkeypatch)
    assert str(faults.write_report("รายงาน")).startswith("(")
