"""The pages of the set-up as a clerk goes through them: Thai all the way, whatever Windows speaks.

Wine shows no window without a screen, but has it all the same: what stands in it can be read and
its buttons can be pressed.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from installer.nsis import make_setup
from ita_desktop.windows_marks import RUNNING
from tests.installer.small_bundle import small_bundle
from tests.installer.windows import MISSING, Windows

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="reads windows of a Wine prefix"),
    pytest.mark.skipif(bool(MISSING), reason=f"THE PAGES ARE NOT READ: {MISSING} missing"),
]
NEXT, CANCEL, NO = 1, 2, 7
CLICKER = Path(__file__).with_name("clicker.c")


@pytest.fixture(scope="module")
def windows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Windows]:
    made = Windows(tmp_path_factory.mktemp("windows"), has_windows=True)
    made.compile(CLICKER.read_text("ascii"), made.drive / "clicker.exe")
    yield made
    made.stop()


@pytest.fixture(scope="module")
def set_ups(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    place = tmp_path_factory.mktemp("bundles")
    bundle = small_bundle(place / "bundle", "1")
    return (
        make_setup(bundle, place / "ITA-1.exe", "1.0.0"),
        make_setup(bundle, place / "ITA-2.exe", "2.0.0"),
    )


def go_through(
    windows: Windows, program: Path, button: int, most: int | None = None
) -> tuple[int, list[list[str]]]:
    """Press that button in every window; return the code and the texts of each window.

    With ``most`` no file may become larger than that many bytes, as where the drive is full.
    """
    told = windows.drive / "told.txt"
    names = [windows.name(place) for place in (told, program)]
    code = windows.run(
        windows.drive / "clicker.exe", names[0], str(button), f'"{names[1]}"', most=most
    )
    pages: dict[str, list[str]] = {}
    for line in told.read_text("utf-8").splitlines():
        number, _, text = line.split("\t", 2)
        pages.setdefault(number, []).append(text)
    return code, list(pages.values())


def texts_without_thai(pages: list[list[str]]) -> list[str]:
    """Return texts in which there is no Thai, but for paths, sizes and the program's name."""
    known = r"[A-Z]:\\.*|[\d.]+ [KMG]?B|ITA Desktop [\d.]+ ?|&?(OK|Cancel|Retry|Yes|No)"
    texts = [text for page in pages for text in page]
    return [text for text in texts if not re.search("[ก-๙]|^(" + known + ")$", text)]


def test_from_the_first_page_to_the_last_and_off_again(
    windows: Windows, set_ups: tuple[Path, Path]
) -> None:
    code, pages = go_through(windows, set_ups[0], NEXT)
    assert code == 0
    assert texts_without_thai(pages) == []
    heads = ["&ถัดไป >", "โฟลเดอร์ที่จะติดตั้ง", "ติดตั้งเสร็จแล้ว", "เ&สร็จสิ้น"]
    assert len(pages) == len(heads)
    assert all(head in page for head, page in zip(heads, pages, strict=True))
    assert (windows.program / "files.txt").exists()

    _, again = go_through(windows, set_ups[1], NEXT)  # over it: no folder is asked for
    assert len(again) == 3
    assert (windows.program / "files.txt").exists()

    code, refused = go_through(windows, set_ups[0], NO)  # over a newer one: a question
    assert code == 6
    assert any("รุ่น 2.0.0 ซึ่งใหม่กว่ารุ่น 1.0.0" in text for text in refused[0]), refused

    _, off = go_through(windows, windows.program / "uninstall.exe", NEXT)
    assert texts_without_thai(off) == []
    assert any("ไฟล์ข้อมูล (.ita) ไฟล์สำรอง และการตั้งค่าของท่านยังอยู่ครบ" in text for text in off[0])
    assert "ถอนการติดตั้งเสร็จแล้ว" in off[-1]
    assert not windows.program.exists()


def test_a_drive_that_becomes_full_is_told_of(windows: Windows, tmp_path: Path) -> None:
    bundle = small_bundle(tmp_path / "bundle", "1")
    (bundle / "lib" / "large.bin").write_bytes(bytes(12 * 1024**2))
    set_up = make_setup(bundle, tmp_path / "ITA-large.exe", "1.0.0")
    code, pages = go_through(windows, set_up, NEXT, most=8 * 1024**2)
    assert code == 8
    assert texts_without_thai(pages) == []
    assert any("พื้นที่ในไดรฟ์อาจเต็ม" in text for text in pages[2]), pages
    assert "ติดตั้งไม่สำเร็จ" in pages[3]
    assert not windows.program.exists()


def test_a_running_program_is_told_of(windows: Windows, set_ups: tuple[Path, Path]) -> None:
    with windows.held("mutex", RUNNING):
        code, pages = go_through(windows, set_ups[0], CANCEL)
    assert code == 4
    assert texts_without_thai(pages) == []
    assert any("กรุณาปิดโปรแกรมทุกหน้าต่าง" in text for text in pages[0])
    assert not windows.program.exists()
