"""Which way a command line goes: to the window, or to a command without Qt."""

import sys
from pathlib import Path
from types import ModuleType

import pytest

from ita_desktop import __main__ as program
from ita_desktop import app


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
    monkeypatch.setattr(app, "self_check", lambda: 5)

    def demo(folder: Path | None) -> int:
        return 0 if folder == Path("out") else 9

    monkeypatch.setattr(app, "demo", demo)
    monkeypatch.setattr(sys, "argv", ["ita-desktop", "self-check"])
    assert program.main() == 5
    monkeypatch.setattr(sys, "argv", ["ita-desktop", "demo", "--out", "out"])
    assert program.main() == 0


def test_other_commands_never_touch_the_window(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "ita_desktop.app", ModuleType("no window"))
    monkeypatch.setattr(sys, "argv", ["ita-desktop", "documents"])
    assert program.main() == 0
    assert "score-summary" in capsys.readouterr().out
