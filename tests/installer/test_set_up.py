"""The set-up at work under Wine: puts on, goes over, refuses, survives a power cut, takes off.

Long, and only where the tools are: `dev.py test --slow`. With a program of a few files; the
real one is tried by `dev.py installer --try`.
"""

import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from installer.nsis import make_setup
from ita_desktop.windows_marks import RUNNING
from tests.installer.small_bundle import small_bundle, tree
from tests.installer.windows import MISSING, Windows

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="installs into a Wine prefix"),
    pytest.mark.skipif(bool(MISSING), reason=f"THE SET-UP IS NOT TRIED: {MISSING} missing"),
]
UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall\ITA Desktop"
RUN_ONCE = r"Software\Microsoft\Windows\CurrentVersion\RunOnce"
OPEN = r"Software\Classes\ITADesktop.File\shell\open\command"
MOST_MOVES = 40
"""Renames of a change of versions with so small a program, at most."""
HERS = {"งานของฉัน.ita": "1", "lib/ของฉัน/ปี 2567.ita": "2", "lib/only_old/บันทึก.txt": "3"}


@pytest.fixture(scope="module")
def windows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Windows]:
    made = Windows(tmp_path_factory.mktemp("windows"))
    yield made
    made.stop()


@pytest.fixture(scope="module")
def bundles(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    place = tmp_path_factory.mktemp("bundles")
    old = small_bundle(place / "old", "1", "lib/only_old/module.py", "gone.dll")
    return old, small_bundle(place / "new", "2", "lib/only_new/module.py", "_new.pyd")


@pytest.fixture(scope="module")
def set_ups(bundles: tuple[Path, Path]) -> tuple[Path, Path]:
    old, new = bundles
    make_setup(old, old.with_name("old.exe"), "0.9.0", {"PATIENCE": "4"})
    make_setup(new, new.with_name("new.exe"), "0.10.0", {"PATIENCE": "4"})
    return old.with_name("old.exe"), new.with_name("new.exe")


@pytest.fixture(autouse=True)
def clean(windows: Windows) -> Iterator[None]:
    yield
    windows.be("win10")
    if (windows.program / "uninstall.exe").exists():
        windows.uninstall()
    shutil.rmtree(windows.program, ignore_errors=True)


def what_is_installed(folder: Path) -> dict[str, bytes]:
    """Return the tree without what the set-up itself makes."""
    found = tree(folder)
    assert found.pop("uninstall.exe")
    assert found.pop("files.txt")
    return found


def put_hers(folder: Path) -> dict[str, bytes]:
    """Put files of her own into the program's folder; return them."""
    for name, text in HERS.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, "ascii")
    return {name: text.encode() for name, text in HERS.items()}


def test_it_is_put_on_and_taken_off(
    windows: Windows, bundles: tuple[Path, Path], set_ups: tuple[Path, Path]
) -> None:
    assert windows.install(set_ups[0]) == 0
    assert what_is_installed(windows.program) == tree(bundles[0])
    place = windows.name(windows.program).lower()
    assert (windows.value(OPEN) or "").lower() == (
        f'"{place}\\pythonw.exe" -x utf8 -m ita_desktop "%1"'
    )
    assert windows.value(r"Software\Classes\.ita") == "ITADesktop.File"
    assert windows.value(UNINSTALL, "DisplayVersion") == "0.9.0"
    assert windows.value(UNINSTALL, "QuietUninstallString")
    assert windows.value(RUN_ONCE, "ITA Desktop") is None
    shortcuts = [windows.start_menu / "ITA Desktop.lnk", windows.desktop / "ITA Desktop.lnk"]
    for shortcut in shortcuts:
        assert "-X utf8 -m ita_desktop".encode("utf-16-le") in shortcut.read_bytes()

    windows.uninstall()
    assert not windows.program.exists()
    assert not any(shortcut.exists() for shortcut in shortcuts)
    for key in (OPEN, r"Software\Classes\.ita", UNINSTALL):
        assert windows.value(key) is None
    assert windows.value(UNINSTALL, "DisplayVersion") is None


def test_a_folder_with_thai_letters_and_spaces(
    windows: Windows, bundles: tuple[Path, Path], set_ups: tuple[Path, Path]
) -> None:
    folder = windows.drive / "งาน ของ เทศบาล" / "ITA รุ่น ใหม่"
    assert windows.install(set_ups[0], folder=folder) == 0
    assert what_is_installed(folder) == tree(bundles[0])
    assert windows.install(set_ups[1]) == 0  # goes where the old one is
    assert what_is_installed(folder) == tree(bundles[1])
    windows.uninstall(folder)
    assert not folder.exists()


def test_a_newer_version_takes_the_place_of_the_old_one(
    windows: Windows, bundles: tuple[Path, Path], set_ups: tuple[Path, Path]
) -> None:
    windows.install(set_ups[0])
    hers = put_hers(windows.program)
    in_the_way = windows.program / "_new.pyd"
    in_the_way.write_bytes(b"hers, under a name that becomes ours")
    cached = windows.program / "lib" / "only_old" / "__pycache__" / "module.cpython-312.pyc"
    cached.parent.mkdir()
    cached.write_bytes(b"written by Python")
    (windows.desktop / "ITA Desktop.lnk").unlink()
    assert windows.install(set_ups[1]) == 0
    assert what_is_installed(windows.program) == {
        **tree(bundles[1]),
        **hers,
        "_new.pyd.เดิม": b"hers, under a name that becomes ours",
    }
    assert windows.value(UNINSTALL, "DisplayVersion") == "0.10.0"
    assert not (windows.desktop / "ITA Desktop.lnk").exists()  # she did not want it
    windows.uninstall()
    assert tree(windows.program) == {
        **hers,
        "_new.pyd.เดิม": b"hers, under a name that becomes ours",
    }


def test_into_another_folder_the_old_one_goes(
    windows: Windows, bundles: tuple[Path, Path], set_ups: tuple[Path, Path]
) -> None:
    windows.install(set_ups[0])
    hers = put_hers(windows.program)
    folder = windows.drive / "elsewhere"
    assert windows.install(set_ups[1], folder=folder) == 0
    assert what_is_installed(folder) == tree(bundles[1])
    assert tree(windows.program) == hers
    windows.uninstall(folder)


def test_the_same_version_again_mends(
    windows: Windows, bundles: tuple[Path, Path], set_ups: tuple[Path, Path]
) -> None:
    windows.install(set_ups[0])
    (windows.program / "python312.dll").unlink()
    (windows.program / "lib" / "ita_desktop" / "__init__.py").write_text("broken", "ascii")
    assert windows.install(set_ups[0]) == 0
    assert what_is_installed(windows.program) == tree(bundles[0])


def test_an_older_version_is_put_on_when_asked_for_only(
    windows: Windows, bundles: tuple[Path, Path], set_ups: tuple[Path, Path]
) -> None:
    windows.install(set_ups[1])
    assert windows.install(set_ups[0]) == 6
    assert what_is_installed(windows.program) == tree(bundles[1])
    assert windows.install(set_ups[0], "/OLDER") == 0
    assert what_is_installed(windows.program) == tree(bundles[0])


def test_nothing_is_touched_while_the_program_runs(
    windows: Windows, set_ups: tuple[Path, Path]
) -> None:
    windows.install(set_ups[0])
    before = tree(windows.program)
    with windows.held("mutex", RUNNING):
        assert windows.run(set_ups[1], "/S") == 4
        own = f"_?={windows.name(windows.program)}".split(" ")
        assert windows.run(windows.program / "uninstall.exe", "/S", *own) == 4
    assert tree(windows.program) == before


def test_one_set_up_at_a_time(windows: Windows, set_ups: tuple[Path, Path]) -> None:
    with windows.held("mutex", "Local\\ITA Desktop setup"):
        assert windows.run(set_ups[0], "/S") == 7
    assert not windows.program.exists()


def test_an_old_windows_is_refused(windows: Windows, set_ups: tuple[Path, Path]) -> None:
    windows.be("win81")
    assert windows.install(set_ups[0]) == 3
    assert not windows.program.exists()


def test_a_full_drive_is_refused(windows: Windows, bundles: tuple[Path, Path]) -> None:
    greedy = make_setup(
        bundles[0], bundles[0].with_name("greedy.exe"), "1", {"NEEDED_MB": "2000000000"}
    )
    assert windows.install(greedy) == 5
    assert not windows.program.exists()


def test_what_is_unpacked_needs_room_twice_on_one_drive(
    windows: Windows, bundles: tuple[Path, Path]
) -> None:
    """NSIS unpacks all into one file of the drive for temporary ones before it puts one down."""
    free = shutil.disk_usage(windows.drive).free // 1024**2
    needed = {"NEEDED_MB": str(free * 2 // 3)}
    large = make_setup(bundles[0], bundles[0].with_name("large.exe"), "1", needed)
    assert windows.install(large) == 5
    assert not windows.program.exists()


@pytest.mark.parametrize("first", ["nothing", "a version"])
def test_a_drive_that_becomes_full_meanwhile(
    windows: Windows, set_ups: tuple[Path, Path], tmp_path: Path, first: str
) -> None:
    if first == "a version":
        windows.install(set_ups[0])
    before = tree(windows.program)
    large = small_bundle(tmp_path / "bundle", "2")
    (large / "lib" / "large.bin").write_bytes(bytes(3 * 1024**2))
    set_up = make_setup(large, tmp_path / "large.exe", "0.10.0")
    assert windows.run(set_up, "/S", most=2 * 1024**2) == 8
    assert tree(windows.program) == before
    assert "given up: 8 while the files were laid down" in windows.log()
    assert windows.value(RUN_ONCE, "ITA Desktop") is None
    assert windows.install(set_up) == 0  # there is room again
    assert what_is_installed(windows.program) == tree(large)


def test_a_folder_that_cannot_be_is_refused(windows: Windows, set_ups: tuple[Path, Path]) -> None:
    assert windows.install(set_ups[0], folder=Path("/proc/here")) == 9
    deep = windows.drive.joinpath(*["ชื่อยาวมาก" * 5] * 5)
    assert windows.install(set_ups[0], folder=deep) == 9
    assert not deep.parents[3].exists()


@pytest.mark.parametrize("named", ["C:\\", "here", "C:/ITA", '"C:\\ITA ของเรา"', "C:\\a|b"])
def test_a_folder_that_is_not_taken_is_told(
    windows: Windows, set_ups: tuple[Path, Path], named: str
) -> None:
    """NSIS would install into the usual one and end with 0."""
    assert windows.run(set_ups[0], "/S", *f"/D={named}".split(" ")) == 9
    assert not windows.program.exists()


@pytest.mark.parametrize("name", ["gone.dll", "python312.dll", "pythonw.exe"])
def test_where_a_file_is_held_everything_goes_back(
    windows: Windows, set_ups: tuple[Path, Path], name: str
) -> None:
    windows.install(set_ups[0])
    put_hers(windows.program)
    before = tree(windows.program)
    with windows.held("file", windows.name(windows.program / name)):
        assert windows.run(set_ups[1], "/S") == (4 if name == "pythonw.exe" else 8)
    assert tree(windows.program) == before
    assert windows.value(UNINSTALL, "DisplayVersion") == "0.9.0"
    assert windows.value(RUN_ONCE, "ITA Desktop") is None


@pytest.mark.parametrize(("mended_by", "step"), [("next logon", 1), ("set-up", 3)])
def test_a_power_cut_leaves_a_whole_program_in_the_end(
    windows: Windows,
    bundles: tuple[Path, Path],
    set_ups: tuple[Path, Path],
    mended_by: str,
    step: int,
    record_property: Callable[[str, object], None],
) -> None:
    old, new = bundles
    moves = 0
    for moves in range(0, MOST_MOVES, step):
        windows.install(set_ups[0])
        hers = put_hers(windows.program)
        cut = make_setup(new, new.with_name("cut.exe"), "0.10.0", {"CUT_AFTER": str(moves)})
        code = windows.install(cut)
        if code == 0:
            break
        assert code == 99
        halves = (windows.program / "pythonw.exe").exists()
        assert not halves or (windows.program / "pythonw.exe").read_bytes().endswith(
            (b"1\n", b"2\n")
        )
        if mended_by == "set-up":
            assert windows.install(set_ups[1]) == 0
        else:
            promise = windows.value(RUN_ONCE, "ITA Desktop")
            assert promise
            program, _, options = promise.removeprefix('"').partition('" ')
            assert windows.run_uninstaller(Path(program), *options.split()) == "finished"
        assert what_is_installed(windows.program) == {**tree(new), **hers}
        assert windows.value(UNINSTALL, "DisplayVersion") == "0.10.0"
        assert windows.value(RUN_ONCE, "ITA Desktop") is None
        windows.uninstall()
        assert tree(windows.program) == hers
    assert len(list(old.iterdir())) < moves < MOST_MOVES - step
    record_property("figures", f"{moves} places of a power cut")


def test_another_programs_files_stay_its_own(windows: Windows, set_ups: tuple[Path, Path]) -> None:
    windows.install(set_ups[0])
    windows.set_value(r"Software\Classes\.ita", "Another.Program")
    windows.uninstall()
    assert windows.value(r"Software\Classes\.ita") == "Another.Program"
    windows.set_value(r"Software\Classes\.ita", "")
