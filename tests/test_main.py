"""Which way a command line goes: to the window, or to a command without Qt."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from ita_desktop import __main__ as program
from ita_desktop import app, windows_message
from ita_desktop.cli.commands import COMMANDS


@pytest.mark.parametrize(
    ("arguments", "wanted"), [([], None), (["ของเรา.ita"], Path("ของเรา.ita"))]
)
def test_the_window_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], wanted: Path | None
) -> None:
    opened: list[Path | None] = []

    def open_window(path: Path | None) -> int:
        opened.append(path)
        return 7

    monkeypatch.setattr(app, "open_window", open_window)
    monkeypatch.setattr(sys, "argv", ["ita-desktop", *arguments])
    assert program.main() == 7
    assert opened == [wanted]


def test_commands_with_qt_go_to_the_wiring(monkeypatch: pytest.MonkeyPatch) -> None:
    def self_check(keep: Path | None) -> int:
        return 5 if keep is None else 6

    def demo(folder: Path | None) -> int:
        return 0 if folder == Path("out") else 9

    monkeypatch.setattr(app, "self_check", self_check)
    monkeypatch.setattr(app, "demo", demo)
    monkeypatch.setattr(sys, "argv", ["ita-desktop", "self-check"])
    assert program.main() == 5
    monkeypatch.setattr(sys, "argv", ["ita-desktop", "self-check", "--keep", "out"])
    assert program.main() == 6
    monkeypatch.setattr(sys, "argv", ["ita-desktop", "demo", "--out", "out"])
    assert program.main() == 0


def test_other_commands_never_touch_the_window(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "ita_desktop.app", ModuleType("no window"))
    monkeypatch.setattr(sys, "argv", ["ita-desktop", "documents"])
    assert program.main() == 0
    assert "score-summary" in capsys.readouterr().out


def test_a_fault_of_our_own_is_one_thai_sentence_and_a_report(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def fail(_options: object) -> None:
        raise ZeroDivisionError("หารด้วยศูนย์ \udcff")

    for variable in ("LOCALAPPDATA", "XDG_DATA_HOME", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "ก ข"))
    monkeypatch.setitem(COMMANDS, "documents", fail)
    monkeypatch.setattr(sys, "argv", ["ita-desktop", "documents"])
    assert program.main() == 1
    told = capsys.readouterr()
    (log,) = tmp_path.rglob("faults.log")
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert "ข้อผิดพลาดของโปรแกรมเอง" in told.err
    assert str(log) in told.err
    report = log.read_text("utf-8")
    assert "\nZeroDivisionError\n  ita_desktop/__main__.py:" in report
    assert "หาร" not in report


def test_a_library_that_cannot_be_loaded_asks_for_a_new_installation(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_options: object) -> None:
        raise ImportError("DLL load failed while importing _harfbuzz")

    monkeypatch.setitem(COMMANDS, "documents", fail)
    monkeypatch.setattr(sys, "argv", ["ita-desktop", "documents"])
    assert program.main() == 1
    told = capsys.readouterr().err
    assert "ติดตั้งโปรแกรมใหม่" in told
    assert told.count("\n") == 1


def test_a_report_that_cannot_be_made_leaves_one_sentence_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_options: object) -> None:
        raise ImportError("DLL load failed while importing _sqlite3")

    monkeypatch.setitem(COMMANDS, "documents", fail)
    monkeypatch.setitem(sys.modules, "ita_desktop.fault_log", None)
    monkeypatch.setattr(sys, "argv", ["ita-desktop", "documents"])
    assert program.main() == 1
    told = capsys.readouterr().err
    assert "ติดตั้งโปรแกรมใหม่" in told
    assert "(ita_desktop.fault_log)" in told
    assert told.count("\n") == 1


def test_where_there_is_no_console_windows_shows_the_sentence(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_path: Path | None) -> int:
        raise ImportError("DLL load failed while importing QtWidgets")

    shown: list[str] = []
    monkeypatch.setattr(windows_message, "show_message", shown.append)
    monkeypatch.setattr(app, "open_window", fail)
    monkeypatch.setattr(sys, "argv", ["ita-desktop"])
    monkeypatch.setattr(sys, "stderr", None)
    assert program.main() == 1
    (sentence,) = shown
    assert "ติดตั้งโปรแกรมใหม่" in sentence


def test_a_window_that_cannot_be_made_is_told_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_path: Path | None) -> int:
        raise RuntimeError

    monkeypatch.setattr(app, "open_window", fail)
    monkeypatch.setattr(sys, "argv", ["ita-desktop"])
    assert program.main() == 1
    assert capsys.readouterr().err.startswith("โปรแกรมทำงานไม่สำเร็จ")


def test_an_interrupted_command_says_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupt(_options: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(COMMANDS, "documents", interrupt)
    monkeypatch.setattr(sys, "argv", ["ita-desktop", "documents"])
    assert program.main() == 130
    assert capsys.readouterr() == ("", "")
