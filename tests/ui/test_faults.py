import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ita_desktop import fault_log
from ita_desktop.ui import faults, messages


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(fault_log, "user_folder", lambda: tmp_path / "ก ข")
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
