"""What ``dev.py installer`` does with its options, and what it says where it cannot."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from installer import __main__ as command
from installer.programs import BuildError
from ita_desktop import __version__

NAME = f"ITA-Desktop-{__version__}"
ALL_OF_A_TRIAL = {
    *(f"{NAME}-setup.exe", f"{NAME}-files.txt"),
    *(f"for-the-trial/{NAME}-newer-{what}" for what in ("setup.exe", "files.txt")),
}
Call = Callable[..., int]


class FakeMachine:
    """A machine that is only stopped."""

    stopped = 0

    def stop(self) -> None:
        FakeMachine.stopped += 1


def put(_bundle: Path, out: Path, *_: object) -> Path:
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(bytes(1_500_000))
    return out


def make_bundle(_cpython: Path | None) -> str:
    return "what was left out\n"


def nothing_missing(**_: bool) -> list[str]:
    return []


def two_missing(*, making: bool) -> list[str]:
    return [*(["makensis"] * making), "wine"]


def try_steps(*_: object) -> dict[str, Any]:
    return {"seconds": {}}


def trial(*given: object) -> tuple[object, ...]:
    return given


@pytest.fixture
def dist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of what is made; the making and the trial are made up."""
    bundle = tmp_path / "bundle"
    (bundle / "sources").mkdir(parents=True)
    (bundle / "lib" / "ita_desktop").mkdir(parents=True)
    (bundle / "sources" / "version.rc").write_text("1")
    (bundle / "python.exe").write_bytes(bytes(2_000_000))
    dist = tmp_path / "dist"
    made_up: dict[str, object] = {
        "BUNDLE": bundle,
        "BUILD": tmp_path / "build",
        "DIST": dist,
        "make_bundle": make_bundle,
        "make_setup": put,
        "make_portable": put,
        "missing_tools": nothing_missing,
        "machine": FakeMachine,
        "Trial": trial,
        "try_steps": try_steps,
    }
    for name, value in made_up.items():
        monkeypatch.setattr(command, name, value)
    monkeypatch.setattr(FakeMachine, "stopped", 0)
    return dist


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch) -> Call:
    def called(*arguments: str) -> int:
        monkeypatch.setattr("sys.argv", ["installer", *arguments])
        return command.main()

    return called


def names(folder: Path) -> set[str]:
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.relative_to(folder).as_posix() for file in files}


def test_set_up_zip_and_lists_are_made(
    dist: Path, call: Call, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call() == 0
    assert names(dist) == {
        *(f"{NAME}-setup.exe", f"{NAME}-portable.zip"),
        *(f"{NAME}-files.txt", f"{NAME}-left-out.txt"),
    }
    assert (dist / f"{NAME}-left-out.txt").read_text() == "what was left out\n"
    assert len((dist / f"{NAME}-files.txt").read_text().splitlines()) == 2
    said = capsys.readouterr().out
    assert "setup.exe: 1.5 MB; installed 2.0 MB, 2 files" in said


def test_what_earlier_calls_made_goes_and_nothing_else(dist: Path, call: Call) -> None:
    dist.mkdir()
    for name in ("ITA-Desktop-0.0.1-setup.exe", f"{NAME}-trial.json", "hers.txt"):
        (dist / name).write_text("old")
    assert call() == 0
    assert "hers.txt" in names(dist)
    assert names(dist).isdisjoint({"ITA-Desktop-0.0.1-setup.exe", f"{NAME}-trial.json"})


def test_what_an_earlier_call_left_half_made_is_not_taken_along(
    dist: Path, tmp_path: Path, call: Call
) -> None:
    half = tmp_path / "build" / "made" / "ITA-Desktop-0.0.1-setup.exe"
    half.parent.mkdir(parents=True)
    half.touch()
    assert call() == 0
    assert half.name not in names(dist)


def test_without_the_newer_set_up_there_is_no_trial(
    dist: Path, call: Call, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(bundle: Path, out: Path, *_: object) -> Path:
        if "newer" in out.name:
            raise BuildError("NSIS fails")
        return put(bundle, out)

    monkeypatch.setattr(command, "make_setup", fail)
    assert call("--try") == 1
    assert capsys.readouterr().err == "NSIS fails\n"
    assert not names(dist)
    assert FakeMachine.stopped == 0


def test_nothing_old_stands_there_after_a_failure(
    dist: Path, call: Call, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    dist.mkdir()
    (dist / f"{NAME}-setup.exe").write_text("old")

    def fail(*_: object) -> Path:
        raise BuildError("NSIS is missing")

    monkeypatch.setattr(command, "make_setup", fail)
    assert call() == 1
    assert capsys.readouterr().err == "NSIS is missing\n"
    assert not names(dist)  # nor the zip, which was made


def test_the_trial_is_of_a_newer_version_too_and_tells_what_it_found(
    dist: Path, call: Call
) -> None:
    assert call("--try") == 0
    assert names(dist) > ALL_OF_A_TRIAL
    told = json.loads((dist / f"{NAME}-trial.json").read_text("utf-8"))
    assert told["seconds"]["all"] >= 0
    newer = (dist / "for-the-trial" / f"{NAME}-newer-files.txt").read_text()
    assert "lib/ita_desktop/newer.txt" in newer
    assert "sources/version.rc" not in newer
    assert FakeMachine.stopped == 1


def test_a_trial_that_fails_is_told_and_leaves_no_report(
    dist: Path, call: Call, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("--try") == 0

    def fail(*_: object) -> dict[str, Any]:
        raise BuildError("The trial failed at “install silently”")

    monkeypatch.setattr(command, "try_steps", fail)
    assert call("--try", "--made", str(dist)) == 1
    assert "install silently" in capsys.readouterr().err
    assert f"{NAME}-trial.json" not in names(dist)
    assert FakeMachine.stopped == 2


def test_what_stands_elsewhere_is_tried_and_nothing_made(
    dist: Path, tmp_path: Path, call: Call
) -> None:
    assert call("--try") == 0
    other = dist.rename(tmp_path / "other")
    (other / f"{NAME}-trial.json").unlink()
    assert call("--try", "--made", str(other)) == 0
    assert f"{NAME}-trial.json" in names(other)
    assert not dist.exists()


@pytest.mark.usefixtures("dist")
def test_a_folder_that_lacks_what_is_to_be_tried_is_told(
    tmp_path: Path, call: Call, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("--try", "--made", str(tmp_path)) == 1
    said = capsys.readouterr().err
    assert all(Path(name).name in said for name in ALL_OF_A_TRIAL)
    assert FakeMachine.stopped == 0


def test_made_without_try_is_refused(
    dist: Path, call: Call, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("--made", str(dist)) == 1
    assert "--try" in capsys.readouterr().err


@pytest.mark.parametrize("limit", ["MOST_SETUP_MB", "MOST_INSTALLED_MB"])
def test_more_than_is_allowed_is_an_error_and_comes_not_where_it_is_taken_from(
    dist: Path,
    call: Call,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    limit: str,
) -> None:
    monkeypatch.setattr(command, limit, 1)
    assert call() == 1
    assert "larger than it may be" in capsys.readouterr().err
    assert not names(dist)


def test_missing_programs_are_all_told_before_anything_is_done(
    dist: Path, call: Call, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    dist.mkdir()
    (dist / f"{NAME}-setup.exe").write_text("old")
    monkeypatch.setattr(command, "missing_tools", two_missing)
    assert call() == 1
    assert call("--where-possible") == 1  # that is said of a trial only
    assert (
        "Missing on this machine: makensis, wine; see installer/README.md"
        in capsys.readouterr().err
    )
    assert names(dist) == {f"{NAME}-setup.exe"}


def test_where_possible_skips_loudly_and_ends_well(
    dist: Path, call: Call, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "missing_tools", two_missing)
    assert call("--try", "--where-possible") == 0
    assert call("--try", "--where-possible", "--made", str(dist)) == 0
    said = capsys.readouterr().out
    assert (
        "!!!!\nTHE SET-UP IS NOT MADE AND NOT TRIED\nMissing on this machine: makensis, wine;"
        in said
    )
    assert "!!!!\nTHE SET-UP IS NOT TRIED\nMissing on this machine: wine;" in said
    assert not dist.exists()
