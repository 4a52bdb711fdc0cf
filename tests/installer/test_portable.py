"""The zip to unpack anywhere: whole, the same each time, names and texts as Windows reads them."""

import sys
import zipfile
from pathlib import Path

import pytest

from installer.portable import PROGRAM, READ_FIRST, START, make_portable
from tests.installer.small_bundle import DEEP, small_bundle, tree
from tests.installer.windows import MISSING, Windows

TOP = "ITA Desktop 1.2.3"
_TELLER = r"""
#include <windows.h>
#include <stdio.h>
int wmain(void) {
    FILE *told = _wfopen(L"C:\\told.txt", L"wb");
    fwrite(GetCommandLineW(), 2, wcslen(GetCommandLineW()), told);
    return fclose(told);
}
"""


@pytest.fixture
def packed(tmp_path: Path) -> Path:
    return make_portable(
        small_bundle(tmp_path / "bundle", "1"), tmp_path / "out" / "p.zip", "1.2.3"
    )


def test_all_of_the_program_is_in_it(packed: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(packed) as opened:
        assert opened.testzip() is None
        opened.extractall(tmp_path / "unpacked")
    found = tree(tmp_path / "unpacked" / TOP)
    assert found.pop(READ_FIRST)
    assert found.pop(START)
    program = {name.removeprefix(f"{PROGRAM}/"): held for name, held in found.items()}
    assert program == tree(tmp_path / "bundle")


def test_names_with_thai_letters_are_marked_as_utf_8(packed: Path) -> None:
    with zipfile.ZipFile(packed) as opened:
        thai = [entry for entry in opened.infolist() if not entry.filename.isascii()]
    assert {f"{TOP}/{START}", f"{TOP}/{PROGRAM}/{DEEP}"} <= {entry.filename for entry in thai}
    assert all(entry.flag_bits & 0x800 for entry in thai)


def test_the_same_files_make_the_same_zip(packed: Path, tmp_path: Path) -> None:
    bundle = small_bundle(tmp_path / "elsewhere", "1")
    assert make_portable(bundle, tmp_path / "q.zip", "1.2.3").read_bytes() == packed.read_bytes()


def test_entries_say_nothing_of_when_and_on_what_they_were_packed(packed: Path) -> None:
    with zipfile.ZipFile(packed) as opened:
        entries = opened.infolist()
    kinds = {
        (one.date_time, one.create_system, one.external_attr >> 16, one.compress_type)
        for one in entries
    }
    assert kinds == {((2020, 1, 1, 0, 0, 0), 3, 0o100644, zipfile.ZIP_DEFLATED)}


def test_texts_are_as_windows_reads_them(packed: Path) -> None:
    with zipfile.ZipFile(packed) as opened:
        read_first, start = (opened.read(f"{TOP}/{name}") for name in (READ_FIRST, START))
    assert read_first.decode("utf-8-sig").startswith("ITA Desktop รุ่น 1.2.3")
    assert read_first.startswith(b"\xef\xbb\xbf")
    assert start.startswith(b"@echo off\r\n")
    for text in (read_first, start):
        assert text.count(b"\n") == text.count(b"\r\n") > 10
    # Up to the change of the code page the command processor may read it in any.
    assert start[: start.index(b"chcp 65001")].isascii()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="runs under Wine")
@pytest.mark.skipif(bool(MISSING), reason=f"THE ZIP IS NOT TRIED: {MISSING} missing")
def test_the_start_file_starts_the_program(packed: Path, tmp_path: Path) -> None:
    windows = Windows(tmp_path)
    try:
        place = windows.drive / "แฟลช ไดรฟ์"
        with zipfile.ZipFile(packed) as opened:
            opened.extractall(place)
        windows.compile(_TELLER, place / TOP / PROGRAM / "pythonw.exe")
        start = place / TOP / START
        given = windows.drive / "งาน & แผน.ita"
        given.touch()
        for words, told in (
            ([], "-m ita_desktop"),
            ([windows.name(given)], f'-m ita_desktop "{windows.name(given)}"'),
        ):
            assert windows.run(start, *words) == 0
            said = windows.awaited(windows.drive / "told.txt").decode("utf-16-le")
            assert said.endswith(told)
    finally:
        windows.stop()
