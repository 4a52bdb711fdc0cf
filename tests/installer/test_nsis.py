"""The set-up is made: what goes in, and what it says. That it works is tried in test_set_up.py."""

import os
import re
import shutil
from pathlib import Path

import pytest

from installer.nsis import HERE, listed_files, make_setup
from installer.programs import BuildError
from ita_desktop.windows_marks import APPLICATION_ID
from tests.installer.small_bundle import DEEP, small_bundle

TEXTS = HERE / "setup"
needs_nsis = pytest.mark.skipif(shutil.which("makensis") is None, reason="NSIS is missing")


def strings(name: str) -> dict[str, str]:
    """Return the texts of a language by their names."""
    lines = (TEXTS / name).read_text("utf-8-sig")
    return dict(
        re.findall(r'^\s*(?:LangString|\$\{LangFileString\}) (\w+) .*?"(.*)"$', lines, re.MULTILINE)
    )


def test_both_languages_say_everything() -> None:
    thai, english = strings("words_thai.nsh"), strings("words_english.nsh")
    assert list(thai) == list(english)
    assert len(thai) > 20


def test_both_languages_name_the_same_values() -> None:
    thai, english = strings("words_thai.nsh"), strings("words_english.nsh")
    for name, text in thai.items():
        places = {place for place in ("$0", "$1", "$2", "${VERSION}") if place in text}
        assert places == {place for place in places if place in english[name]}, name


@pytest.mark.parametrize("name", ["words_thai.nsh", "Thai.nsh"])
def test_thai_texts_are_thai(name: str) -> None:
    for text in strings(name).values():
        assert re.search("[ก-๙]", re.sub(r"\$\(\w+\)", "ก", text)), text


def test_thai_texts_use_the_words_of_the_house() -> None:
    said = "".join((TEXTS / name).read_text("utf-8-sig") for name in ("Thai.nlf", "Thai.nsh"))
    said += (TEXTS / "words_thai.nsh").read_text("utf-8")
    for other in ("ลองอีกครั้ง", "ย้อนกลับ", "แฟ้ม", "อัติโนมัติ", "รีบูท", "คุณ"):
        assert other not in said


@needs_nsis
def test_our_texts_of_nsis_stand_in_its_order() -> None:
    """A .nlf file is read by its lines: every text must lie where NSIS looks for it."""
    stock = Path("/usr/share/nsis/Contrib/Language files/English.nlf").read_text("utf-8-sig")
    ours = (TEXTS / "Thai.nlf").read_text("utf-8-sig")
    heads = [[line for line in text.splitlines() if line[:3] == "# ^"] for text in (stock, ours)]
    assert heads[0] == heads[1]
    assert len(stock.splitlines()) == len(ours.splitlines())


def test_files_are_listed_as_windows_names_them(tmp_path: Path) -> None:
    files = listed_files(small_bundle(tmp_path / "bundle", "1"))
    assert DEEP.replace("/", "\\") in files
    assert files == sorted(files)


@needs_nsis
def test_the_same_files_make_the_same_set_up(tmp_path: Path) -> None:
    first = small_bundle(tmp_path / "a" / "bundle", "1")
    second = small_bundle(tmp_path / "another place" / "bundle", "1")
    for file in second.rglob("*"):  # at another time, by somebody with other habits
        os.utime(file, (1e9, 1e9))
        file.chmod(0o700)
    made = [
        make_setup(bundle, bundle.with_name("ITA-setup.exe"), "1.0.0").read_bytes()
        for bundle in (first, second)
    ]
    assert made[0] == made[1]
    assert made[0][:2] == b"MZ"


@needs_nsis
def test_the_set_up_carries_its_data(tmp_path: Path) -> None:
    made = make_setup(small_bundle(tmp_path / "bundle", "1"), tmp_path / "ITA-setup.exe", "1.20.3")
    held = made.read_bytes()
    for text in ("1.20.3", "ชุดติดตั้ง ITA Desktop", "ITA Desktop contributors"):
        assert text.encode("utf-16-le") in held


@needs_nsis
def test_the_set_up_of_windows_own_nsis_compiles_too(tmp_path: Path) -> None:
    bundle = small_bundle(tmp_path / "bundle", "1")
    assert make_setup(bundle, tmp_path / "x86.exe", "1.0.0", {"TARGET": "x86-unicode"}).exists()


def test_bytecode_that_would_be_stale_is_refused(tmp_path: Path) -> None:
    bundle = small_bundle(tmp_path / "bundle", "1")
    folder = bundle / "lib" / "__pycache__"
    folder.mkdir()
    (folder / "module.cpython-312.pyc").write_bytes(bytes(16))
    with pytest.raises(BuildError, match=r"module\.cpython-312\.pyc"):
        make_setup(bundle, tmp_path / "ITA-setup.exe", "1.0.0")


def test_a_bundle_without_icons_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bundle").mkdir()
    with pytest.raises(BuildError, match=r"app\.ico|NSIS"):
        make_setup(tmp_path / "bundle", tmp_path / "ITA-setup.exe", "1.0.0")


@needs_nsis
def test_a_name_that_nobody_defined_is_told(tmp_path: Path) -> None:
    bundle = small_bundle(tmp_path / "bundle", "1")
    with pytest.raises(BuildError, match="makensis"):
        make_setup(bundle, tmp_path / "ITA-setup.exe", "1.0.0", {"TARGET": "no such machine"})


def test_shortcuts_and_program_have_one_id() -> None:
    script = (TEXTS / "marks.nsh").read_text("utf-8")
    assert script.count("${APPLICATION_ID}") == 2
    assert APPLICATION_ID not in script
