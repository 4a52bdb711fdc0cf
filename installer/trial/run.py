"""The trial step by step; each step proves something or ends it."""

import json
import shutil
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from installer.inputs import sha256
from installer.places import BUILD, ROOT
from installer.programs import BuildError, Ended, end_of
from installer.trial.machines import Machine
from installer.trial.papers import compare_papers, make_papers, pdf_ids
from installer.trial.traces import compare_with_list, files_in

YEAR = 2566
"""The year of the sample that has everything."""
_RUNNING = 4  # what the set-up exits with while the program runs, see installer/README.md
_MADE_THERE = {"uninstall.exe", "files.txt"}
_MENU = Path("AppData/Roaming/Microsoft/Windows/Start Menu/Programs/ITA Desktop.lnk")
_DESKTOP = Path("Desktop/ITA Desktop.lnk")
_LEFT_IN_TEMP = {"ITA Desktop setup.log", "Un.exe"}
"""The log, and the copy of the uninstaller that worked, which Windows removes when it starts."""
_SETTINGS = Path("AppData/Roaming/ITA Desktop/ita-desktop.ini")
_KINDS = (".ita]", "Classes\\.ita")
_TRACES = ("ITADesktop.File", "Uninstall\\\\ITA Desktop", "Uninstall\\ITA Desktop", *_KINDS)
"""Keys as the file of Wine's registry writes them, and as Windows' own command does."""


class Trial:
    """One set-up on one machine; ``steps`` are to be done in their order.

    ``setup`` and ``newer`` are each a set-up with the list of its files; ``told`` gathers what was
    found.
    """

    def __init__(self, machine: Machine, setup: tuple[Path, str], newer: tuple[Path, str]) -> None:
        self._machine = machine
        self._setup, self._listed = setup
        self._newer, self._newer_listed = newer
        self._program = machine.home / "AppData" / "Local" / "Programs" / "ITA Desktop"
        self._work = machine.home / "Documents" / "งาน ITA ปี ๒๕๖๖"
        self._data = self._work / "เทศบาลตำบลตัวอย่าง.ita"
        self._foreign = self._program / "บันทึกของฉัน.txt"
        self._here = BUILD / "trial"
        self._before: set[Path] = set()
        self._registry_before = ""
        self.told: dict[str, Any] = {}

    def steps(self) -> tuple[tuple[str, Callable[[], None]], ...]:
        """Return the steps with their names."""
        return (
            ("install silently", self._install),
            ("self-check of the installed program", self._self_check),
            ("the same lines on the screen as here", self._compare_lines),
            ("the same papers as here", self._compare_papers),
            ("refuse while it runs", self._refuse),
            ("upgrade over it", self._upgrade),
            ("uninstall", self._uninstall),
        )

    def _install(self) -> None:
        shutil.rmtree(self._here, ignore_errors=True)
        self._here.mkdir(parents=True)
        self._before = files_in(self._machine.watched)
        self._registry_before = self._machine.registry()
        _expect_code(self._machine.run(self._machine.path(self._setup), "/S"), 0)
        self._machine.settle()
        files = compare_with_list(self._program, self._listed, _MADE_THERE)
        for shortcut in (_MENU, _DESKTOP):
            _expect((self._machine.home / shortcut).is_file(), f"the shortcut {shortcut}")
        now = self._machine.registry()
        for key in ("ITADesktop.File", "QuietUninstallString"):
            _expect(key in now, f"{key} in the registry")
        _expect(any(kind in now for kind in _KINDS), "the kind of her files in the registry")
        self.told["files installed"] = files

    def _self_check(self) -> None:
        found = self._answer(self._installed("-m", "ita_desktop", "self-check"))
        _expect(found["network_modules"] == [] and found["sockets"] == 0, "no use of the net")
        _expect(found["thai_line_breaks_on_screen"], "Thai broken at words")
        _expect(found["folder_letters"] > 200, "a path of more than 200 letters")
        compare_with_list(self._program, self._listed, _MADE_THERE)  # nothing written beside it
        self.told["self-check"] = found

    def _compare_lines(self) -> None:
        here = self._answer(self._checkout("-m", "ita_desktop", "self-check"))
        self.told["self-check here"] = here
        there = self.told["self-check"]
        _expect(
            here["lines"] == there["lines"], f"lines as here:\n{here['lines']}\n{there['lines']}"
        )
        pages = [{k: d[k] for k in ("name", "pages")} for d in here["documents"]]
        _expect(
            pages == [{k: d[k] for k in ("name", "pages")} for d in there["documents"]],
            "as many pages of each document as here",
        )

    def _compare_papers(self) -> None:
        self._work.mkdir(parents=True)
        data = self._here / "data.ita"
        _expect_code(self._checkout("-m", "ita_desktop", "new", str(data), "--sample"), 0)
        shutil.copy(data, self._data)
        ids = pdf_ids(self._checkout)
        ours, theirs = self._here / "papers", self._work / "เอกสาร"
        for folder in (ours, theirs):
            folder.mkdir()
        make_papers(self._checkout, str(data), str(ours), ids, YEAR)
        machine = self._machine
        make_papers(self._installed, machine.path(self._data), machine.path(theirs), ids, YEAR)
        found = self.told["papers"] = compare_papers(ours, theirs, ids)
        _expect(min(found["papers"], found["lines"]), "papers with something on them")
        _expect(self._dump_there() == self._dump_here(data), "the same content of the file as here")

    def _refuse(self) -> None:
        python, data = (self._machine.path(x) for x in (self._program / "pythonw.exe", self._data))
        window = self._machine.begin(python, "-X", "utf8", "-m", "ita_desktop", data)
        try:
            self._wait_for((self._machine.home / _SETTINGS).is_file)  # it remembers the open file
            _expect(window.poll() is None, "the window stays open")
            _expect_code(self._machine.run(self._machine.path(self._newer), "/S"), _RUNNING)
        finally:
            self._machine.run("taskkill", "/F", "/IM", "pythonw.exe")
            window.wait(60)
        compare_with_list(self._program, self._listed, _MADE_THERE)

    def _upgrade(self) -> None:
        self._foreign.write_text("ของผู้ใช้", "utf-8")
        before = self._dump_there()
        _expect_code(self._machine.run(self._machine.path(self._newer), "/S"), 0)
        self._machine.settle()
        own = {*_MADE_THERE, self._foreign.name}
        compare_with_list(self._program, self._newer_listed, own)
        _expect(self._dump_there() == before, "the data as before the upgrade")
        self.told["upgrade"] = "old files gone, hers and her data untouched"

    def _uninstall(self) -> None:
        digest = sha256(self._data)
        kept = files_in(self._machine.watched) - self._before
        program = {x for x in kept if x.is_relative_to(self._program) and x != self._foreign}
        uninstaller = self._machine.path(self._program / "uninstall.exe")
        _expect_code(self._machine.run(uninstaller, "/S"), 0)
        self._machine.settle()
        left = files_in(self._machine.watched) - self._before
        gone = {self._machine.home / _MENU, self._machine.home / _DESKTOP}
        _expect(
            not left & (program | gone), f"no file of the program: {sorted(left & program)[:5]}"
        )
        strange = {x for x in left - kept if x.name not in _LEFT_IN_TEMP}
        _expect(not strange, f"nothing new: {sorted(strange)[:5]}")
        _expect(self._data in left, "her data among what is left")
        _expect(sha256(self._data) == digest, "the data as they were")
        _expect(self._foreign.is_file(), "her own file in the program folder")
        registry = self._machine.registry()
        for trace in _TRACES:
            _expect(registry.count(trace) <= self._registry_before.count(trace), f"no {trace}")
        self.told["left after uninstalling"] = sorted(
            str(file.relative_to(self._machine.home)) for file in left
        )

    def _checkout(self, *arguments: str) -> Ended:
        quiet = {"QT_QPA_PLATFORM": "offscreen", "XDG_DATA_HOME": str(self._here / "home")}
        own = {**quiet, "XDG_CONFIG_HOME": str(self._here / "home")}
        return end_of([sys.executable, "-X", "utf8", *arguments], cwd=ROOT, environment=own)

    def _installed(self, *arguments: str) -> Ended:
        python = self._machine.path(self._program / "python.exe")
        return self._machine.run(python, "-X", "utf8", *arguments)

    def _dump_here(self, data: Path) -> object:
        return self._answer(self._checkout("-m", "ita_desktop", "dump", str(data)))

    def _dump_there(self) -> object:
        data = self._machine.path(self._data)
        return self._answer(self._installed("-m", "ita_desktop", "dump", data))

    @staticmethod
    def _answer(ended: Ended) -> Any:  # noqa: ANN401 - whatever the command tells as JSON
        _expect_code(ended, 0)
        try:
            return json.loads(ended.said)
        except ValueError:
            raise BuildError(f"This is no answer of the program:\n{ended.said}") from None

    @staticmethod
    def _wait_for(held: Callable[[], bool]) -> None:
        for _ in range(240):
            if held():
                return
            time.sleep(0.25)
        raise BuildError("The program did not open its data file within a minute.")


def try_steps(trial: Trial, say: Callable[[str], None]) -> dict[str, Any]:
    """Do all steps; return what was found, with the seconds of each step.

    Raises BuildError with the step that failed.
    """
    seconds: dict[str, float] = {}
    for name, step in trial.steps():
        began = time.monotonic()
        try:
            step()
        except BuildError as failed:
            raise BuildError(f"The trial failed at “{name}”:\n{failed}") from None
        seconds[name] = round(time.monotonic() - began, 1)
        say(f"ok  {name} ({seconds[name]} s)")
    return {**trial.told, "seconds": seconds}


def _expect(held: object, what: str) -> None:
    if not held:
        raise BuildError(f"Expected: {what}")


def _expect_code(ended: Ended, code: int) -> None:
    if ended.code != code:
        told = f"{ended.said}{ended.complaint}"
        raise BuildError(f"Ended with {ended.code} instead of {code}:\n{told}")
