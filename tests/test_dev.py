"""What dev.py promises: a set-up that is done once, repaired when cut off, and passes codes on."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import dev

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ("runtime", "dev")
VERSION = "3.11.2 (main)\n"


class Calls:
    """Stands in for ``dev.call``: notes what would be run and answers with a code."""

    def __init__(self) -> None:
        self.commands: list[list[str]] = []
        self.environments: list[dict[str, str]] = []
        self.fails_at = ""

    def __call__(self, command: list[str], **environment: str) -> int:
        self.commands.append(command)
        self.environments.append(environment)
        if "venv" in command:
            shutil.rmtree(command[-1], ignore_errors=True)
            Path(command[-1]).mkdir()
        return 7 if self.fails_at and self.fails_at in command else 0

    def installs(self) -> list[str]:
        """Return the locks that pip was called with."""
        return [Path(command[-1]).name for command in self.commands if "pip" in command]

    def venvs(self) -> int:
        """Return how often an environment was made."""
        return sum("venv" in command for command in self.commands)


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """Nothing is run; what would be is noted."""
    recorder = Calls()
    monkeypatch.setattr(dev, "call", recorder)
    return recorder


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A checkout with locks and no environment; an environment works as soon as it is there."""
    (tmp_path / "requirements").mkdir()
    for name in LOCKS:
        (tmp_path / "requirements" / f"{name}.txt").write_text(f"{name}==1\n", "utf-8")
    venv = tmp_path / ".venv"
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", venv)
    monkeypatch.setattr(dev, "venv_version", lambda: VERSION if venv.is_dir() else None)
    return tmp_path


def test_the_second_set_up_does_nothing(checkout: Path, calls: Calls) -> None:
    dev.set_up_venv("runtime")
    assert (calls.venvs(), calls.installs()) == (1, ["runtime.txt"])
    assert (checkout / ".venv").is_dir()
    dev.set_up_venv("runtime")
    assert (calls.venvs(), calls.installs()) == (1, ["runtime.txt"])


def test_the_developers_set_up_holds_the_programs(checkout: Path, calls: Calls) -> None:
    dev.set_up_venv("dev")
    dev.set_up_venv("runtime")
    dev.set_up_venv("dev")
    assert calls.installs() == ["dev.txt"]
    assert not (checkout / ".venv" / "unfinished").exists()


def test_a_changed_lock_is_installed_into_the_same_environment(
    checkout: Path, calls: Calls
) -> None:
    dev.set_up_venv("runtime")
    (checkout / "requirements" / "runtime.txt").write_text("runtime==2\n", "utf-8")
    dev.set_up_venv("runtime")
    assert (calls.venvs(), calls.installs()) == (1, ["runtime.txt", "runtime.txt"])


def test_another_python_in_the_environment_installs_again(
    checkout: Path, calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    dev.set_up_venv("runtime")
    monkeypatch.setattr(dev, "venv_version", lambda: "3.13.0 (main)\n")
    dev.set_up_venv("runtime")
    assert calls.installs() == ["runtime.txt", "runtime.txt"]
    assert checkout.is_dir()


@pytest.mark.usefixtures("checkout")
def test_a_set_up_that_was_cut_off_is_made_anew(calls: Calls) -> None:
    calls.fails_at = "pip"
    with pytest.raises(dev.SetUpError, match="could not be installed"):
        dev.set_up_venv("runtime")
    calls.fails_at = ""
    dev.set_up_venv("runtime")
    assert calls.venvs() == 2
    dev.set_up_venv("runtime")
    assert calls.venvs() == 2


@pytest.mark.usefixtures("checkout")
def test_an_environment_that_cannot_be_made_is_said(calls: Calls) -> None:
    calls.fails_at = "venv"
    with pytest.raises(dev.SetUpError, match="could not be made"):
        dev.set_up_venv("runtime")
    assert calls.installs() == []


def test_only_a_python_that_runs_counts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    broken = tmp_path / "python"
    monkeypatch.setattr(dev, "PYTHON", broken)
    assert dev.venv_version() is None
    broken.write_bytes(b"not a program")
    broken.chmod(0o755)
    assert dev.venv_version() is None
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    assert dev.venv_version() == sys.version + "\n"


@pytest.mark.skipif(sys.platform == "win32", reason="a link needs a permission there")
def test_a_python_that_is_the_systems_own_does_not_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stray = tmp_path / "bin" / "python"  # as it is where the deletion of .venv was cut off
    stray.parent.mkdir()
    stray.symlink_to(Path(sys.executable).resolve())
    monkeypatch.setattr(dev, "PYTHON", stray)
    assert dev.venv_version() is None


def test_missing_libraries_are_named_by_their_packages() -> None:
    everything = "\n".join(f"\t{soname} (libc6,x86-64) => /lib/x" for soname in dev.QT_LIBRARIES)
    assert dev.missing_libraries(everything) == []
    assert dev.missing_libraries(everything.replace("libthai", "libtha")) == ["libthai0"]
    assert dev.missing_libraries("") == list(dev.QT_LIBRARIES.values())


@pytest.mark.skipif(sys.platform != "linux", reason="apt-get is Debian's")
def test_system_packages_are_installed_as_root_only(
    calls: Calls, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    dev.install_packages(["libthai0", "libegl1"])
    assert calls.commands == []
    wanted = "sudo apt-get install -y --no-install-recommends libthai0 libegl1"
    assert wanted in capsys.readouterr().out
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    dev.install_packages(["libthai0"])
    assert [command[1] for command in calls.commands] == ["update", "install"]
    assert calls.environments == [{"DEBIAN_FRONTEND": "noninteractive"}] * 2
    assert "sudo" not in capsys.readouterr().out
    calls.fails_at = "update"
    dev.install_packages(["libthai0"])
    assert "sudo apt-get install" in capsys.readouterr().out


@pytest.fixture
def ready(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is set up already."""

    def nothing(verb: str) -> None:
        assert verb in {"run", "test", "lint", "bench", "help-pictures", "installer"}

    monkeypatch.setattr(dev, "set_up", nothing)


@pytest.mark.usefixtures("ready")
def test_test_hands_its_arguments_to_pytest_and_passes_its_code(calls: Calls) -> None:
    calls.fails_at = "pytest"
    assert dev.main(["test", "tests/thai", "-k", "digits", "-x"]) == 7
    on_every_core = ["-m", "pytest", "-n", "auto", "--dist", "worksteal"]
    assert calls.commands[-1][1:] == (
        [*on_every_core, "-m", "not slow", "tests/thai", "-k", "digits", "-x"]
    )
    calls.fails_at = ""
    assert dev.main(["test", "--slow"]) == 0
    assert calls.commands[-1][1:] == [*on_every_core, "--hypothesis-profile=slow"]
    assert calls.commands[-2][1:3] == ["-m", "compileall"]


@pytest.mark.usefixtures("ready")
@pytest.mark.parametrize(
    ("given", "processes"), [([], "auto"), (["-n", "0"], 0), (["-n3"], 3), (["tests/thai"], "auto")]
)
def test_a_number_of_processes_that_is_given_is_taken(
    calls: Calls, pytestconfig: pytest.Config, given: list[str], processes: object
) -> None:
    assert dev.main(["test", *given]) == 0
    # as pytest itself reads them
    reads = pytestconfig._parser  # pyright: ignore[reportPrivateUsage]
    options = reads.parse_known_args(calls.commands[-1][3:])
    assert options.numprocesses == processes
    assert options.dist == "worksteal"
    assert options.file_or_dir == [one for one in given if one == "tests/thai"]


@pytest.mark.usefixtures("ready")
def test_help_pictures_are_made_by_name_into_another_folder(calls: Calls, tmp_path: Path) -> None:
    made = ["-m", "installer.help_pictures", "scores-table", "--out", str(tmp_path)]
    assert dev.main(["help-pictures", "scores-table", "--out", str(tmp_path)]) == 0
    assert calls.commands[-1][1:] == made
    assert dev.main(["help-pictures"]) == 0
    assert calls.commands[-1][1:] == made[:2]


@pytest.mark.usefixtures("ready")
def test_lint_runs_all_and_fails_with_any(calls: Calls) -> None:
    calls.fails_at = "check"
    assert dev.main(["lint"]) == 7
    assert [command[2] for command in calls.commands] == ["ruff", "ruff", "basedpyright"]
    calls.fails_at = "nothing"
    assert dev.main(["lint"]) == 0


@pytest.mark.usefixtures("ready")
def test_run_without_a_screen_prints_into_a_folder(
    calls: Calls, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "has_screen", lambda: False)
    assert dev.main(["run"]) == 0
    assert calls.commands[-1][1:] == ["-m", "ita_desktop", "demo", "--out", "out"]
    assert calls.environments[-1] == {"QT_QPA_PLATFORM": "offscreen"}
    monkeypatch.setattr(dev, "has_screen", lambda: True)
    assert dev.main(["run"]) == 0
    assert calls.commands[-1][1:] == ["-m", "ita_desktop", "demo"]


@pytest.mark.skipif(sys.platform != "linux", reason="Windows always has a screen")
def test_a_screen_that_does_not_answer_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "PYTHON", Path(sys.executable))
    assert not dev.has_screen()  # the tests themselves run off screen
    for variable in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(variable, raising=False)
    assert not dev.has_screen()
    monkeypatch.setenv("DISPLAY", ":4711")
    assert not dev.has_screen()


@pytest.mark.usefixtures("ready")
def test_the_installer_is_told_what_follows(calls: Calls) -> None:
    assert dev.main(["installer", "--try", "--where-possible"]) == 0
    assert calls.commands[-1][1:] == ["-m", "installer", "--try", "--where-possible"]


@pytest.mark.skipif(sys.platform != "linux", reason="packages of Debian")
def test_the_installer_asks_for_the_tools_that_are_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    there = {"apt-get": "/usr/bin/apt-get", "makensis": "/usr/bin/makensis"}
    monkeypatch.setattr(shutil, "which", there.get)
    monkeypatch.setattr(dev, "QT_LIBRARIES", {})
    monkeypatch.setattr(dev, "PYTHON", tmp_path)
    wanted = ["osslsigncode", "gcc-mingw-w64-x86-64", "wine", "wine64"]
    assert dev.missing_packages("installer") == wanted
    assert dev.missing_packages("run") == []


@pytest.mark.parametrize("asked", [["--help"], ["--try", "-h"], []])
def test_to_tell_of_the_installer_its_tools_are_not_installed(
    calls: Calls, monkeypatch: pytest.MonkeyPatch, asked: list[str]
) -> None:
    set_up: list[str] = []
    monkeypatch.setattr(dev, "set_up", set_up.append)
    assert dev.main(["installer", *asked]) == 0
    assert set_up == ["run" if asked else "installer"]
    assert calls.commands[-1][1:] == ["-m", "installer", *asked]


@pytest.mark.usefixtures("ready")
def test_wrong_use_is_refused(calls: Calls) -> None:
    for arguments in (["lint", "tests"], ["setup"], []):
        with pytest.raises(SystemExit) as ended:
            dev.main(arguments)
        assert ended.value.code == 2
    assert calls.commands == []


def test_a_failed_set_up_is_one_sentence_and_code_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(verb: str) -> None:
        raise dev.SetUpError(f"no {verb} today")

    monkeypatch.setattr(dev, "set_up", fail)
    assert dev.main(["lint"]) == 1
    assert capsys.readouterr().out == "no lint today\n"


@pytest.mark.skipif(sys.platform == "win32", reason="the build is a shell script")
@pytest.mark.parametrize("code", [0, 1, 5])
def test_the_build_runs_the_tests_and_fails_with_them(tmp_path: Path, code: int) -> None:
    (tmp_path / ".ci").mkdir()
    shutil.copy(ROOT / ".ci" / "run", tmp_path / ".ci" / "run")
    python = tmp_path / "bin" / "python3"
    python.parent.mkdir()
    python.write_text(f'#!/bin/sh\necho "$PWD: $*"\nexit {code}\n', "utf-8")
    python.chmod(0o755)
    environment = os.environ | {"PATH": f"{python.parent}:{os.environ['PATH']}"}
    answer = subprocess.run(
        [tmp_path / ".ci" / "run"],
        cwd="/",
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    # The set-up is made and tried only where the tests have passed.
    verbs = ["test", *(["installer --try --where-possible"] if code == 0 else [])]
    told = "".join(f"{tmp_path}: dev.py {verb}\n" for verb in verbs)
    assert (answer.returncode, answer.stdout) == (code, told)
