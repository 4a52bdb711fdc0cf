"""What the window says of a file it does not open, and that each offer does what it says."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ita_desktop.db.lock import lock_place
from ita_desktop.db.schema import SCHEMA_VERSION
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.opening.banner import FileBanner
from ita_desktop.workflows.backups import Reason, back_up

Press = Callable[[str], None]
Offered = Callable[[], list[str]]
Banner = Callable[[MainWindow], FileBanner]
Make = Callable[[Path | None], MainWindow]
READ, AGAIN, BACKUP, OTHER = "เปิดอ่านอย่างเดียว", "ลองใหม่", "ใช้ไฟล์สำรองล่าสุด", "เลือกไฟล์อื่น"
PAGE = 4096


def without_the_log(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT rootpage FROM sqlite_schema WHERE name = 'change'"
        start = (connection.execute(query).fetchone()[0] - 1) * PAGE
    content = path.read_bytes()
    path.write_bytes(content[:start] + b"\xff" * PAGE + content[start + PAGE :])


def altered(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE VIEW own AS SELECT 1")


def newer(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")


HARM: dict[str, tuple[Callable[[Path], object], str, list[str]]] = {
    "missing": (Path.unlink, "ไม่พบไฟล์", [BACKUP, OTHER]),
    "empty": (lambda path: path.write_bytes(b""), "ว่างเปล่า", [BACKUP, OTHER]),
    "truncated": (
        lambda path: path.write_bytes(path.read_bytes()[:60_000]),
        "ขาดหายไปบางส่วน",
        [BACKUP, OTHER],
    ),
    "cut at its end": (
        lambda path: path.write_bytes(path.read_bytes()[:-PAGE]),
        "ขาดหายไปบางส่วน",
        [BACKUP, READ, OTHER],
    ),
    "damaged": (without_the_log, "เสียหาย", [BACKUP, READ, OTHER]),
    "altered": (altered, "ถูกแก้ด้วยโปรแกรมอื่น", [BACKUP, OTHER]),
    "foreign": (lambda path: path.write_bytes(b"PK" * 99), "ไม่ใช่ไฟล์ข้อมูล", [OTHER]),
    "newer": (newer, "รุ่นใหม่กว่า", [OTHER]),
}


@pytest.mark.parametrize("kind", HARM)
@pytest.mark.parametrize("backups", [1, 0])
def test_each_refusal_has_its_sentence_and_the_offers_that_lead_somewhere(
    make_window: Make,
    sample_path: Path,
    said: list[str],
    offered: Offered,
    kind: str,
    backups: int,
) -> None:
    for _ in range(backups):
        back_up(sample_path, Reason.BY_HAND)
    harm, words, offers = HARM[kind]
    harm(sample_path)
    window = make_window(None)
    assert not window.open_path(sample_path)
    assert words in said[-1]
    assert offered() == [*(one for one in offers if backups or one != BACKUP), "ปิด"]
    assert ("มีไฟล์สำรองเมื่อ" in said[-1]) == (backups > 0 and BACKUP in offers)
    assert not lock_place(sample_path).exists()


def test_a_refusal_is_a_line_of_the_log_and_one_who_works_in_the_file_is_none(
    make_window: Make,
    sample_path: Path,
    held: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("ita_desktop.fault_log.user_folder", lambda: tmp_path / "log")
    log = tmp_path / "log" / "faults.log"
    window = make_window(None)
    window.open_path(held)
    assert not log.exists()
    lock_place(held).unlink()
    without_the_log(sample_path)
    window.open_path(sample_path)
    _when, line = log.read_text("utf-8").splitlines()
    assert line.startswith("not opened: damaged ")
    assert sample_path.stem not in line


@pytest.mark.usefixtures("at_once")
def test_the_last_backup_takes_the_place_of_a_damaged_file_which_is_kept(
    make_window: Make, sample_path: Path, press: Press, qtbot: QtBot, said: list[str]
) -> None:
    back_up(sample_path, Reason.BY_HAND)
    without_the_log(sample_path)
    damaged = sample_path.read_bytes()
    window = make_window(None)
    window.open_path(sample_path)
    press(BACKUP)
    qtbot.waitUntil(lambda: window.session is not None)
    assert window.session is not None
    assert window.session.file.read_only == ""
    kept = sample_path.with_name(f"{sample_path.name}.damaged")
    assert kept.read_bytes() == damaged
    assert window.workspace is not None
    assert kept.name in window.workspace.notice.text
    assert len(said) == 1


def test_a_damaged_file_is_read_as_far_as_it_goes(
    make_window: Make, sample_path: Path, press: Press, qtbot: QtBot, banner: Banner
) -> None:
    without_the_log(sample_path)
    damaged = sample_path.read_bytes()
    window = make_window(None)
    window.open_path(sample_path)
    press(READ)
    qtbot.waitUntil(lambda: window.session is not None)
    assert "อ่านเท่าที่อ่านได้" in banner(window).text
    window.close()
    assert sample_path.read_bytes() == damaged


def test_another_file_is_asked_for(
    make_window: Make,
    sample_path: Path,
    empty_path: Path,
    press: Press,
    qtbot: QtBot,
    picked: list[Path],
) -> None:
    newer(sample_path)
    window = make_window(None)
    window.open_path(sample_path)
    picked.append(empty_path)
    press(OTHER)
    qtbot.waitUntil(lambda: window.session is not None)
    assert window.session is not None
    assert window.session.path == empty_path


def test_who_has_a_file_is_named_and_a_copy_of_it_can_be_read(
    make_window: Make,
    held: Path,
    said: list[str],
    offered: Offered,
    press: Press,
    qtbot: QtBot,
    banner: Banner,
) -> None:
    window = make_window(None)
    assert not window.open_path(held)
    for words in ("สมหญิง", "คลัง", "ตั้งแต่", "เวลา"):
        assert words in said[-1]
    assert offered() == [READ, AGAIN, "ยกเลิก"]
    press(READ)
    qtbot.waitUntil(lambda: window.session is not None)
    line = banner(window)
    assert line.isVisible()
    assert "สมหญิง" in line.text
    line.buttons()["ลองเปิดเพื่อแก้ไข"].click()
    qtbot.waitUntil(lambda: len(said) == 2)
    assert offered() == [AGAIN, READ, "ยกเลิก"]  # she reads already
    press("ยกเลิก")
    lock_place(held).unlink()
    line.buttons()["ลองเปิดเพื่อแก้ไข"].click()
    qtbot.waitUntil(lambda: window.session is not None and not window.session.file.read_only)
    assert not banner(window).isVisible()


def test_trying_again_asks_again(
    make_window: Make, held: Path, press: Press, qtbot: QtBot, said: list[str]
) -> None:
    window = make_window(None)
    window.open_path(held)
    press(AGAIN)
    qtbot.waitUntil(lambda: len(said) == 2)
    lock_place(held).unlink()
    press(AGAIN)
    qtbot.waitUntil(lambda: window.session is not None)


def test_a_refusal_leaves_the_file_that_is_open(
    window: MainWindow, empty_path: Path, said: list[str]
) -> None:
    newer(empty_path)
    before = window.session
    assert not window.open_path(empty_path)
    assert window.session is before
    assert len(said) == 1
