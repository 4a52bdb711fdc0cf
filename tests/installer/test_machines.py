"""The machine that is a Windows itself, as far as it can be seen from another system."""

from pathlib import Path

import pytest

from installer.programs import BuildError, Ended
from installer.trial import machines
from installer.trial.machines import OnWindows

HEAD = "Image Name                     PID Session Name\n"


def lists(monkeypatch: pytest.MonkeyPatch, *answers: str) -> list[str]:
    """Let Windows' list of what runs be these, one after the other; return what is left of them."""
    left = list(answers)

    def end_of(_command: list[str]) -> Ended:
        return Ended(0, HEAD + left.pop(0), "")

    def sleep(_seconds: float) -> None:
        """Wait for nothing."""

    monkeypatch.setattr(machines, "end_of", end_of)
    monkeypatch.setattr(machines.time, "sleep", sleep)
    return left


@pytest.mark.parametrize("name", ["Un.exe", "Un_A.exe"])
def test_the_copy_of_the_uninstaller_is_waited_for(
    monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    left = lists(monkeypatch, f"{name}   4711 Console\n", "explorer.exe   12 Console\n", "never\n")
    OnWindows().settle()
    assert left == ["never\n"]


def test_an_uninstaller_that_does_not_end_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    lists(monkeypatch, *["Un.exe   4711 Console\n"] * 200)
    with pytest.raises(BuildError, match="did not end"):
        OnWindows().settle()


def test_her_data_lie_where_it_is_looked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path / "AppData" / "Local"))
    monkeypatch.setenv("APPDATA", str(tmp_path / "AppData" / "Roaming"))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    assert tmp_path / "Documents" in OnWindows().watched
    assert tmp_path / "AppData" / "Local" / "Programs" in OnWindows().watched
