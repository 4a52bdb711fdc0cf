"""The program's folder is put together from what is known, whole or not at all."""

import hashlib
import zipfile
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace

import pytest

from installer import bundle
from installer.bundle import listing, make_bundle, size
from installer.programs import BuildError, Ended

PYTHON = ("python.exe", "python312.dll", "LICENSE.txt", "python312._pth", "_socket.pyd")


class FakeWine:
    """Compiles as Python does, or not; remembers whether it was stopped."""

    ends = Ended(0, "", "")
    passes_over = ""
    running = 0

    def __init__(self, prefix: Path) -> None:
        self.prefix = prefix
        self.done: list[Path] = []

    def start(self) -> None:
        FakeWine.running += 1

    def stop(self) -> None:
        FakeWine.running -= 1

    def run(self, *command: str, cwd: Path, environment: Mapping[str, str]) -> Ended:
        assert "unchecked-hash" in command
        assert environment["PYTHONHASHSEED"] == "0"
        assert not (cwd / "python312._pth").exists()  # it would shut the variable out
        assert command[command.index("-s") + 1] == "lib"
        named = [cwd / "lib" / word[4:] for word in command if word.startswith("lib\\")]
        sources = [x for place in named for x in (place, *place.rglob("*.py")) if x.suffix == ".py"]
        for source in sources:
            assert source not in self.done
            self.done.append(source)
            if source.name != self.passes_over:
                held = source.parent / "__pycache__" / f"{source.stem}.cpython-312.pyc"
                held.parent.mkdir(exist_ok=True)
                assert not held.exists()  # none of the libraries' own
                held.write_bytes(b"code")
        return self.ends


CHECKS = ("check_signatures", "check_rules", "check_imports")


def agrees(_what: object) -> None:
    """Agree with anything."""


def wheel(folder: Path, name: str, *files: str) -> Path:
    with zipfile.ZipFile(folder / name, "w") as packed:
        for file in files:
            packed.writestr(file, file)
    return folder / name


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where the bundle will be; all that it is made of is made up."""
    python, root, thai = (tmp_path / name for name in ("cpython", "checkout", "thai"))
    for folder in (
        python,
        root / "resources" / "icons",
        thai,
        root / "ita_desktop" / "__pycache__",
    ):
        folder.mkdir(parents=True)
    for name in PYTHON:
        (python / name).write_text(name)
    for name in ("LICENSE", "THIRD_PARTY_NOTICES.md", "resources/icons/app.ico"):
        (root / name).write_text(name)
    (root / "ita_desktop" / "__init__.py").write_text("")
    (root / "ita_desktop" / "__pycache__" / "old.cpython-311.pyc").write_text("")
    for name in ("thai.dll", "thbrk.tri"):
        (thai / name).write_text(name)
    wheels = [
        wheel(tmp_path, "one-1-py3-none-any.whl", "one/__init__.py", "one/py.typed"),
        wheel(tmp_path, "pip-26-py3-none-any.whl", "pip/__init__.py"),
        wheel(tmp_path, "two-1-py3-none-any.whl", "two.py", "__pycache__/two.cpython-312.pyc"),
    ]

    def put_sources(folder: Path) -> None:
        folder.mkdir()
        (folder / "version.rc").write_text("1")

    def known(_given: Path | None) -> Path:
        return python

    def fetched() -> list[Path]:
        return wheels

    def compiled() -> Path:
        return thai / "thai.dll"

    place = tmp_path / "bundle"
    made_up: dict[str, object] = {
        "BUNDLE": place,
        "BUILD": tmp_path,
        "ROOT": root,
        "Wine": FakeWine,
        "os": SimpleNamespace(name="posix"),
        "cpython": known,
        "windows_wheels": fetched,
        "thai_dll": compiled,
        "put_sources": put_sources,
        **dict.fromkeys(CHECKS, agrees),
    }
    for name, value in made_up.items():
        monkeypatch.setattr(bundle, name, value)
    monkeypatch.setattr(FakeWine, "running", 0)
    return place


def test_the_folder_holds_program_libraries_python_and_licences(made: Path) -> None:
    told = make_bundle()
    found = {x.relative_to(made).as_posix() for x in made.rglob("*") if x.is_file()}
    compiled = {x for x in found if x.endswith(".pyc")}
    assert found - compiled == {
        *("python.exe", "python312.dll", "python312._pth", "thai.dll", "thbrk.tri"),
        *("LICENSE.txt", "LICENSE-Python.txt", "THIRD_PARTY_NOTICES.txt", "sources/version.rc"),
        *("lib/one/__init__.py", "lib/two.py", "lib/ita_desktop/__init__.py"),
        "lib/ita_desktop/_resources/icons/app.ico",
    }
    assert compiled == {
        "lib/one/__pycache__/__init__.cpython-312.pyc",
        "lib/__pycache__/two.cpython-312.pyc",
        "lib/ita_desktop/__pycache__/__init__.cpython-312.pyc",
    }
    assert (made / "LICENSE.txt").read_text() == "LICENSE"
    assert (made / "LICENSE-Python.txt").read_text() == "LICENSE.txt"
    assert (made / "python312._pth").read_text() == "python312.zip\n.\nlib\n"
    for gone in ("_socket.pyd", "lib/one/py.typed", "lib/pip/__init__.py"):
        assert gone in told
    assert FakeWine.running == 0


def test_nothing_of_an_earlier_bundle_stays(made: Path) -> None:
    make_bundle()
    (made / "lib" / "old.py").write_text("")
    make_bundle()
    assert not (made / "lib" / "old.py").exists()


@pytest.mark.usefixtures("made")
@pytest.mark.parametrize("check", CHECKS)
def test_what_a_check_finds_ends_the_making(monkeypatch: pytest.MonkeyPatch, check: str) -> None:
    def finds(what: object) -> None:
        assert what
        raise BuildError(f"{check} says no")

    monkeypatch.setattr(bundle, check, finds)
    with pytest.raises(BuildError, match=f"{check} says no"):
        make_bundle()


def test_where_an_input_is_missing_the_earlier_bundle_stays(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_bundle()

    def missing() -> list[Path]:
        raise BuildError("no network")

    monkeypatch.setattr(bundle, "windows_wheels", missing)
    with pytest.raises(BuildError, match="no network"):
        make_bundle()
    assert (made / "python.exe").exists()


@pytest.mark.usefixtures("made")
def test_a_module_that_is_not_compiled_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FakeWine, "passes_over", "two.py")
    with pytest.raises(BuildError, match=r"Not compiled: .*two\.py$"):
        make_bundle()


@pytest.mark.usefixtures("made")
def test_a_compiler_that_fails_is_told_and_wine_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FakeWine, "ends", Ended(1, "SyntaxError", ""))
    with pytest.raises(BuildError, match="SyntaxError"):
        make_bundle()
    assert FakeWine.running == 0


def test_on_windows_it_is_refused_before_anything_is_done(
    made: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle, "os", SimpleNamespace(name="nt"))
    with pytest.raises(BuildError, match="on Windows it is only tried"):
        make_bundle()
    assert not made.exists()


def test_the_list_names_every_file_with_its_hash_whatever_its_time_and_rights(
    tmp_path: Path,
) -> None:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "ก ข.txt").write_bytes(b"one")
    (tmp_path / "a.txt").write_bytes(b"three")
    first = listing(tmp_path)
    assert first.splitlines() == [
        f"{hashlib.sha256(b'three').hexdigest()}  a.txt",
        f"{hashlib.sha256(b'one').hexdigest()}  lib/ก ข.txt",
    ]
    (tmp_path / "a.txt").chmod(0o755)
    assert listing(tmp_path) == first
    assert size(tmp_path) == 8
