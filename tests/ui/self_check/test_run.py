"""The program examines itself: all of it as it is installed, a part of it where it is to fail."""

import errno
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ita_desktop.criteria import shipped_years
from ita_desktop.documents.catalogue import PAPERS
from ita_desktop.errors import MachineError
from ita_desktop.ui.help.pages import PAGES as HELP_PAGES
from ita_desktop.ui.self_check import help_pages, run, trial
from ita_desktop.ui.self_check.run import self_check
from ita_desktop.ui.self_check.scores_workbook import write_scores
from ita_desktop.ui.self_check.trial import Trial
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.wrapped_text import breaks_thai
from ita_desktop.user_folder import user_folder
from ita_desktop.workflows.opening import new_file
from ita_desktop.workflows.verify import verify

ROOT = Path(__file__).parents[3]


def in_a_process(home: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run Python with a home of its own."""
    places = ("HOME", "LOCALAPPDATA", "APPDATA", "XDG_DATA_HOME", "XDG_CONFIG_HOME")
    surroundings = {name: str(home) for name in places}
    return subprocess.run(
        [sys.executable, *arguments],
        env={**os.environ, **surroundings, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )


@pytest.fixture
def only(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Have it do some steps only; the tests themselves may have loaded sockets."""
    steps = Trial.steps

    def nothing() -> dict[str, object]:
        return {"network_modules": [], "sockets": 0}

    def choose(*names: str) -> None:
        def chosen(made: Trial) -> tuple[tuple[str, Callable[[], None]], ...]:
            return tuple(step for step in steps(made) if step[0] in names)

        monkeypatch.setattr(Trial, "steps", chosen)

    monkeypatch.setattr(run, "network_use", nothing)
    return choose


@pytest.mark.usefixtures("qapp")
def test_it_does_everything_offline_and_touches_nothing_of_the_clerks(tmp_path: Path) -> None:
    home, kept = tmp_path / "home", tmp_path / "kept"
    home.mkdir()
    done = in_a_process(home, "-m", "ita_desktop", "self-check", "--keep", str(kept))
    assert (done.returncode, done.stderr) == (0, "")
    found: dict[str, Any] = json.loads(done.stdout)
    assert found["ok"]
    assert found["thai_line_breaks_on_screen"] is breaks_thai()
    assert (found["network_modules"], found["sockets"]) == ([], 0)
    assert found["folder_letters"] > 200
    assert found["criteria_years"] == [*shipped_years()]
    assert found["longest_path_letters"] + len(".123456789012.part") < 259
    wanted = {
        f"{paper.id} {digits}.{kind}"
        for paper in PAPERS
        for kind in paper.formats
        for digits in ("thai", "arabic")
    }
    made = {one["name"]: one["pages"] for one in found["documents"]}
    assert made.keys() == wanted
    assert all((pages or 0) >= 1 for name, pages in made.items() if name.endswith(".pdf"))
    assert {path.name for path in kept.iterdir()} > wanted
    assert [*found["help_pages"]] == [*HELP_PAGES]
    assert sum(found["help_pages"].values()) > 10
    assert verify(kept / "เทศบาลตัวอย่าง.ita").sound
    assert "?" not in found["libraries"].values()
    assert {"pyside6_essentials", "openpyxl", "reportlab", "uharfbuzz"} < set(found["libraries"])
    steps = [*found["seconds"]]
    assert (steps[0], steps[-1]) == ("criteria", "leave")
    left = [path for path in home.rglob("*") if path.is_file()]
    assert not [path for path in left if path.suffix in (".ita", ".ini")], left
    # the log says nothing, or that libthai is missing
    assert breaks_thai() is not any(path.name == "faults.log" for path in left), left


@pytest.mark.parametrize("module", ["socket", "urllib.request", "PySide6.QtNetwork"])
def test_what_could_go_to_the_net_is_refused_by_name(tmp_path: Path, module: str) -> None:
    code = (
        f"import sys, {module}\nsys.argv = ['ita-desktop', 'self-check']\n"
        "from ita_desktop.__main__ import main\nsys.exit(main())"
    )
    done = in_a_process(tmp_path, "-c", code)
    assert (done.returncode, done.stdout) == (1, "")
    assert "เครือข่าย" in done.stderr
    assert module in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_socket_that_a_step_opens_is_told(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from ita_desktop import app\n"
        "from ita_desktop.ui.self_check import network, trial\n"
        "def steps(self):\n"
        "    import _socket\n"
        "    return (('talk', lambda: _socket.socket().close()),)\n"
        "trial.Trial.steps = steps\n"
        "network.network_modules = lambda loaded: []\n"
        "sys.exit(app.self_check())"
    )
    done = in_a_process(tmp_path, "-c", code)
    assert (done.returncode, done.stdout) == (1, "")
    assert "(socket 1)" in done.stderr


def damaged(_file: object) -> tuple[str, ...]:
    return ("เสีย",)


def write_another_score(path: Path, fiscal_year: int, _scores: object) -> None:
    write_scores(path, fiscal_year, {"i8": "88.13"})


def no_picture(_name: str) -> None:
    return None


def read_help_without_a_picture(settings: Settings) -> dict[str, int]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(help_pages, "picture_file", no_picture)
        return help_pages.read_help(settings)


def put_back_another(_backup: Path, out: Path) -> None:
    new_file(out, None, 2566).close()


@pytest.mark.parametrize(
    ("steps", "name", "instead", "said"),
    [
        ("verify", "health_of", damaged, "ตรวจไฟล์ข้อมูล"),
        ("edit import", "write_scores", write_another_score, "นำเข้าแผ่นงาน Excel"),
        ("help", "read_help", read_help_without_a_picture, "อ่านภาพ pictures/"),
        ("backup", "restore_file", put_back_another, "คืนข้อมูลจากไฟล์สำรอง"),
    ],
)
def test_what_it_finds_is_named_and_nothing_is_left_open(
    monkeypatch: pytest.MonkeyPatch,
    qapp: QApplication,
    only: Callable[..., None],
    steps: str,
    name: str,
    instead: object,
    said: str,
) -> None:
    before = user_folder()
    only("new", "window", *steps.split())
    monkeypatch.setattr(trial, name, instead)
    with pytest.raises(MachineError, match=said):
        self_check()
    assert not [one for one in qapp.topLevelWidgets() if one.isVisible()]
    assert user_folder() == before


@pytest.mark.usefixtures("qapp")
def test_what_is_right_passes(only: Callable[..., None]) -> None:
    only("new", "window", "edit", "import", "backup", "verify")
    found = self_check()
    assert [*found["seconds"]] == ["new", "window", "edit", "import", "backup", "verify"]
    assert found["ok"]


@pytest.mark.usefixtures("qapp")
def test_papers_that_cannot_be_kept_are_told(tmp_path: Path, only: Callable[..., None]) -> None:
    only("new")
    (tmp_path / "แฟ้ม").touch()
    with pytest.raises(MachineError, match="แฟ้ม"):
        self_check(tmp_path / "แฟ้ม" / "out")


def go_wrong() -> None:
    raise KeyError("ไม่มี")


@pytest.fixture
def log(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return where faults are written down; not by the tests beside."""
    for variable in ("LOCALAPPDATA", "XDG_DATA_HOME", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "hers"))
    return user_folder() / "faults.log"


@pytest.mark.usefixtures("qapp")
def test_a_fault_in_a_step_is_a_sentence_that_names_it_and_a_report(
    monkeypatch: pytest.MonkeyPatch, only: Callable[..., None], log: Path
) -> None:
    def broken(*_arguments: object, **_named: object) -> None:
        raise ImportError("DLL load failed")

    only("new", "window", "documents")
    monkeypatch.setattr(trial, "draw", broken)
    with pytest.raises(MachineError, match="ขั้น “จัดทำเอกสาร”") as told:
        self_check()
    assert "\n" not in str(told.value)
    assert "ImportError" in log.read_text("utf-8")


@pytest.mark.usefixtures("qapp")
def test_a_fault_that_nobody_catches_fails_the_step_it_came_in(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    only: Callable[..., None],
    log: Path,
) -> None:
    def begin(_made: Trial) -> None:
        QTimer.singleShot(0, go_wrong)
        QApplication.processEvents()

    before = sys.excepthook, threading.excepthook
    only("new")
    monkeypatch.setattr(Trial, "_make_sample", begin)
    with pytest.raises(MachineError, match="ขั้น “สร้างไฟล์ตัวอย่าง”"):
        self_check()
    assert capsys.readouterr() == ("", "")
    assert "KeyError" in log.read_text("utf-8")
    assert (sys.excepthook, threading.excepthook) == before


@pytest.mark.usefixtures("qapp")
def test_a_fault_in_a_thread_fails_the_step_too(
    monkeypatch: pytest.MonkeyPatch, only: Callable[..., None], log: Path
) -> None:
    def begin(_made: Trial) -> None:
        thread = threading.Thread(target=go_wrong)
        thread.start()
        thread.join()

    only("new")
    monkeypatch.setattr(Trial, "_make_sample", begin)
    with pytest.raises(MachineError, match="ขั้น “สร้างไฟล์ตัวอย่าง”"):
        self_check()
    assert "KeyError" in log.read_text("utf-8")


@pytest.mark.usefixtures("qapp")
def test_a_full_disk_asks_for_no_new_installation(
    monkeypatch: pytest.MonkeyPatch, only: Callable[..., None], log: Path
) -> None:
    def full(*_arguments: object) -> None:
        raise OSError(errno.ENOSPC, "full")

    only("new")
    monkeypatch.setattr(trial, "new_sample_file", full)
    with pytest.raises(MachineError, match="พื้นที่ว่างของดิสก์") as told:
        self_check()
    assert "ติดตั้ง" not in str(told.value)
    assert "ENOSPC" in log.read_text("utf-8")


@pytest.mark.usefixtures("qapp")
def test_no_folder_for_temporary_files_is_told(
    monkeypatch: pytest.MonkeyPatch, only: Callable[..., None], tmp_path: Path
) -> None:
    only("new")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "ไม่มี"))
    with pytest.raises(MachineError, match="TEMP"):
        self_check()


def test_every_step_has_a_name_for_people() -> None:
    names = [name for name, _ in Trial.steps(Trial.__new__(Trial))]
    assert names == [*trial.STEPS]


def test_a_damaged_font_is_told_before_qt_starts(tmp_path: Path) -> None:
    code = (
        "import sys\n"
        "from ita_desktop.ui.self_check import shipped\n"
        "shipped.is_whole_font = lambda data: False\n"
        "sys.argv = ['ita-desktop', 'self-check']\n"
        "from ita_desktop.__main__ import main\nsys.exit(main())"
    )
    done = in_a_process(tmp_path, "-c", code)
    assert (done.returncode, done.stdout) == (1, "")
    assert "แบบอักษร Sarabun Light" in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.usefixtures("qapp")
def test_a_licence_without_words_is_told(
    monkeypatch: pytest.MonkeyPatch, only: Callable[..., None]
) -> None:
    def nothing(_work: object) -> str:
        return "\n"

    only("help")
    monkeypatch.setattr(trial, "licence_of", nothing)
    with pytest.raises(MachineError, match="อ่านสัญญาอนุญาต"):
        self_check()
