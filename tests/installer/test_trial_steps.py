"""The trial is green on a machine where all is well, and red at the right step where one is not."""

import json
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from installer.programs import BuildError, Ended
from installer.trial import run as trial_run
from installer.trial.run import Trial, try_steps
from tests.installer.small_bundle import tree

FIRST = {"python.exe": "1", "pythonw.exe": "1", "lib/old.py": "1"}
NEWER = {"python.exe": "2", "pythonw.exe": "2", "lib/new.py": "2"}
KEYS = "[Classes\\\\.ita]\n[Classes\\\\ITADesktop.File]\nQuietUninstallString\n"
CHECKED: dict[str, Any] = {
    "network_modules": [],
    "sockets": 0,
    "thai_line_breaks_on_screen": True,
    "folder_letters": 230,
    "lines": ["ก", "ข"],
    "documents": [{"name": "รายงาน", "pages": 2, "seconds": 1}],
}
SHORTCUTS = (
    Path("AppData/Roaming/Microsoft/Windows/Start Menu/Programs/ITA Desktop.lnk"),
    Path("Desktop/ITA Desktop.lnk"),
)


class MadeUp:
    """A machine that does what the trial asks, but for one fault."""

    def __init__(self, drive: Path, fault: str) -> None:
        self.fault = fault
        self.watched = (drive,)
        self.home = drive / "users" / "สมศรี"
        self.home.mkdir(parents=True)
        self.program = self.home / "AppData" / "Local" / "Programs" / "ITA Desktop"
        self.keys = ""
        self.runs = False

    def run(self, *command: str, environment: Mapping[str, str] | None = None) -> Ended:
        assert environment is None
        name, last = Path(command[0]).name, command[-1]
        match name:
            case "setup.exe" | "newer.exe":
                return self.install(FIRST if name == "setup.exe" else NEWER)
            case "uninstall.exe":
                return self.uninstall()
            case "python.exe" if last == "self-check":
                return self.check()
            case "python.exe":
                assert command[-2] == "dump"
                held = Path(last).read_text("utf-8")
                return Ended(0, json.dumps(held + self.has("other content") * "!"), "")
            case _:
                assert command == ("taskkill", "/F", "/IM", "pythonw.exe")
                self.runs = False
                return Ended(0, "", "")

    def has(self, fault: str) -> bool:
        return self.fault == fault

    def install(self, files: dict[str, str]) -> Ended:
        if self.runs and not self.has("does not refuse"):
            return Ended(4, "", "")
        upgrade = bool(self.keys)
        if upgrade and not self.has("an old file stays"):
            (self.program / "lib" / "old.py").unlink()
        for name in [*files, "uninstall.exe", "files.txt"][self.has("a file is missing") :]:
            (self.program / name).parent.mkdir(parents=True, exist_ok=True)
            (self.program / name).write_text(files.get(name, ""))
        for shortcut in SHORTCUTS[self.has("a shortcut is missing") :]:
            (self.home / shortcut).parent.mkdir(parents=True, exist_ok=True)
            (self.home / shortcut).touch()
        self.keys = KEYS.replace(".ita]", "") if self.has("no kind of file") else KEYS
        if upgrade and self.has("her file goes at the upgrade"):
            (self.program / "บันทึกของฉัน.txt").unlink()
        if upgrade and self.has("data change at the upgrade"):
            next(self.home.rglob("*.ita")).write_text("other")
        return Ended(0, "", "")

    def check(self) -> Ended:
        if self.has("writes beside the program"):
            (self.program / "lib" / "x.pyc").touch()
        if self.has("no answer"):
            return Ended(0, "fixme: not JSON", "")
        other = {
            "a socket": {"sockets": 1},
            "a short path": {"folder_letters": 90},
            "no Thai breaks": {"thai_line_breaks_on_screen": False},
            "another line": {"lines": ["ก", "ค"]},
            "more pages": {"documents": [{"name": "รายงาน", "pages": 3}]},
        }.get(self.fault, {})
        return Ended(0, json.dumps(CHECKED | other), "")

    def uninstall(self) -> Ended:
        for name in [*NEWER, "uninstall.exe", "files.txt"][self.has("a file stays") :]:
            (self.program / name).unlink()
        for shortcut in SHORTCUTS[self.has("a shortcut stays") :]:
            (self.home / shortcut).unlink()
        if not self.has("a key stays"):
            self.keys = ""
        temp = self.home / "AppData" / "Local" / "Temp"
        temp.mkdir(parents=True)
        (temp / "ITA Desktop setup.log").touch()
        if self.has("something new is left"):
            (temp / "nsx1234.tmp").touch()
        if self.has("her file goes at the end"):
            (self.program / "บันทึกของฉัน.txt").unlink()
        if self.has("data change at the end"):
            next(self.home.rglob("*.ita")).write_text("other")
        if self.has("data go at the end"):
            next(self.home.rglob("*.ita")).unlink()
        return Ended(0, "", "")

    def begin(self, *command: str) -> Any:
        assert command[0].endswith("pythonw.exe")
        self.runs = True
        settings = self.home / "AppData" / "Roaming" / "ITA Desktop" / "ita-desktop.ini"
        settings.parent.mkdir(parents=True)
        settings.touch()
        code = 1 if self.has("the window closes") else None
        return SimpleNamespace(poll=lambda: code, wait=int)

    def path(self, place: Path) -> str:
        return str(place)

    def settle(self) -> None:
        """Nothing goes on."""

    def registry(self) -> str:
        return self.keys

    def stop(self) -> None:
        """Nothing runs."""


def trial(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str = "") -> Trial:
    """Return a trial on a machine with a fault; the checkout of here is made up, too."""

    def here(command: list[str], **_: object) -> Ended:
        match command[4:]:
            case ["ita_desktop", "self-check"]:
                return Ended(0, json.dumps(CHECKED), "")
            case ["ita_desktop", "new", place, "--sample"]:
                Path(place).write_text("ข้อมูล", "utf-8")
                return Ended(0, "", "")
            case ["ita_desktop", "dump", place]:
                return Ended(0, json.dumps(Path(place).read_text("utf-8")), "")
            case _:
                raise AssertionError(command)

    def compared(*_: object) -> dict[str, int]:
        return {"papers": 2, "pages": 3, "lines": 40 * (fault != "empty papers"), "same bytes": 2}

    def ids(_python: object) -> list[str]:
        return ["one", "two"]

    def make(*_: object) -> None:
        """Make no paper."""

    monkeypatch.setattr(trial_run, "BUILD", tmp_path / "build")
    monkeypatch.setattr(trial_run, "end_of", here)
    monkeypatch.setattr(trial_run, "pdf_ids", ids)
    monkeypatch.setattr(trial_run, "make_papers", make)
    monkeypatch.setattr(trial_run, "compare_papers", compared)
    lists: list[str] = []
    for name, files in (("first", FIRST), ("newer", NEWER)):
        for path, text in files.items():
            (tmp_path / name / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name / path).write_text(text)
        digests = ((trial_run.sha256(tmp_path / name / path), path) for path in files)
        lists.append("".join(f"{digest}  {path}\n" for digest, path in digests))
    machine = MadeUp(tmp_path / "drive", fault)
    first, newer = zip((Path("setup.exe"), Path("newer.exe")), lists, strict=True)
    return Trial(machine, first, newer)


def test_where_all_is_well_the_trial_is_green(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    tried = trial(tmp_path, monkeypatch)
    told = try_steps(tried, said.append)
    assert len(said) == len(tried.steps()) == 7
    assert [*told["seconds"]] == [name for name, _ in tried.steps()]
    assert told["files installed"] == 5
    assert len(told["left after uninstalling"]) == 4  # data, her note, settings, the log
    assert not [x for x in tree(tmp_path / "drive") if x.endswith((".exe", ".lnk", ".py"))]


@pytest.mark.parametrize(
    ("fault", "step"),
    [
        ("a file is missing", "install silently"),
        ("a shortcut is missing", "install silently"),
        ("no kind of file", "install silently"),
        ("a socket", "self-check"),
        ("no Thai breaks", "self-check"),
        ("a short path", "self-check"),
        ("writes beside the program", "self-check"),
        ("no answer", "self-check"),
        ("another line", "the same lines"),
        ("more pages", "the same lines"),
        ("empty papers", "the same papers"),
        ("other content", "the same papers"),
        ("the window closes", "refuse while it runs"),
        ("does not refuse", "refuse while it runs"),
        ("an old file stays", "upgrade"),
        ("her file goes at the upgrade", "upgrade"),
        ("data change at the upgrade", "upgrade"),
        ("a file stays", "uninstall"),
        ("a shortcut stays", "uninstall"),
        ("something new is left", "uninstall"),
        ("a key stays", "uninstall"),
        ("her file goes at the end", "uninstall"),
        ("data go at the end", "uninstall"),
        ("data change at the end", "uninstall"),
    ],
)
def test_a_fault_makes_the_trial_red_at_its_step(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: str, step: str
) -> None:
    with pytest.raises(BuildError, match=f"failed at “{step}"):
        try_steps(trial(tmp_path, monkeypatch, fault), lambda _: None)
