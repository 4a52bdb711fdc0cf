"""The Windows of a trial has a home of its own and knows what it calls the places of here."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from installer import wine
from installer.programs import Ended
from installer.wine import Wine


def test_places_have_the_names_that_windows_gives_them() -> None:
    place = Path("/tmp") / "prefix"  # noqa: S108 - only a name
    windows = Wine(place, "สมศรี ใจดี")
    assert windows.path(windows.home / "a b.txt") == "C:\\users\\สมศรี ใจดี\\a b.txt"
    assert windows.path(Path("/work/dist/setup.exe")) == "Z:\\work\\dist\\setup.exe"


def test_nothing_of_the_person_at_this_machine_is_shared(tmp_path: Path) -> None:
    told = Wine(tmp_path / "prefix", "clerk").environment
    assert Path(told["WINEPREFIX"]) == tmp_path / "prefix"
    assert Path(told["HOME"]).is_relative_to(tmp_path / "prefix")
    assert {told["USER"], told["LOGNAME"]} == {"clerk"}
    assert told["DISPLAY"] == ""


def test_it_is_made_anew_with_folders_instead_of_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prefix, outside = tmp_path / "prefix", tmp_path / "outside"
    outside.mkdir()
    (prefix / "drive_c" / "old").mkdir(parents=True)
    commands: list[Sequence[str]] = []

    def run(command: Sequence[str], **_: object) -> str:
        commands.append(command)
        if command[1:] == ["wineboot", "-i"]:
            (prefix / "drive_c" / "windows" / "system32").mkdir(parents=True)
            home = prefix / "drive_c" / "users" / "clerk"
            home.mkdir(parents=True)
            (home / "Desktop").symlink_to(outside)
        return ""

    monkeypatch.setattr(wine, "run", run)
    windows = Wine(prefix, "clerk")
    windows.start()
    assert not (windows.drive / "old").exists()
    assert (windows.home / "Desktop").is_dir()
    assert not (windows.home / "Desktop").is_symlink()
    compiled = commands[-1]
    made = Path(compiled[compiled.index("-o") + 1])
    assert made == windows.drive / "windows" / "system32" / "icuuc.dll"  # nowhere that is shared


def test_programs_get_its_environment_and_what_is_added(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, str] = {}

    def end_of(command: Sequence[str], *, environment: Mapping[str, str], **_: object) -> Ended:
        assert command == ["wine", "python.exe", "-V"]
        seen.update(environment)
        return Ended(7, "", "")

    monkeypatch.setattr(wine, "end_of", end_of)
    windows = Wine(tmp_path / "prefix")
    assert windows.run("python.exe", "-V", environment={"PYTHONHASHSEED": "0"}).code == 7
    assert seen == windows.environment | {"PYTHONHASHSEED": "0"}
