"""Papers from the menu: made beside the work, told when they are there."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

import subprocess
import threading
from decimal import Decimal
from pathlib import Path
from shutil import which
from typing import TYPE_CHECKING

import openpyxl
import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMenu, QPushButton
from pytestqt.qtbot import QtBot

from ita_desktop.documents.catalogue import PAPERS
from ita_desktop.ui import papers as papers_module
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.papers import Papers
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.workflows.export_document import Drawn

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl

SUMMARY = next(paper for paper in PAPERS if paper.id == "score-summary")


@pytest.fixture
def papers(window: MainWindow) -> Papers:
    assert window.workspace is not None
    return window.workspace.papers


@pytest.fixture
def notice(window: MainWindow) -> Notice:
    assert window.workspace is not None
    return window.workspace.notice


def actions(notice: Notice) -> list[str]:
    layout = notice._actions
    items = [layout.itemAt(place) for place in range(layout.count())]
    found = [item.widget() for item in items if item is not None]
    return [button.text() for button in found if isinstance(button, QPushButton)]


def words_of(path: Path) -> str:
    if which("pdftotext") is None:
        pytest.skip("no pdftotext")
    return subprocess.run(
        ["pdftotext", "-layout", str(path), "-"],  # noqa: S607 - found on the path
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout


def test_the_menu_holds_every_paper_and_the_digits(window: MainWindow, settings: Settings) -> None:
    assert window.workspace is not None
    menu = window.workspace._papers_menu
    for _ in range(2):  # opened twice it is not filled twice
        menu.aboutToShow.emit()
    words = [action.text() for action in menu.actions() if action.text()]
    wanted = sum(len(paper.formats) for paper in PAPERS)
    assert len(words) == wanted + 2
    digits = [action for action in menu.actions() if action.isCheckable()]
    assert [action.isChecked() for action in digits] == [True, False]
    digits[1].trigger()
    assert not settings.thai_digits()
    assert not Settings().thai_digits()


@pytest.mark.usefixtures("at_once")
def test_a_pdf_and_a_workbook_are_made(
    papers: Papers, notice: Notice, picked: list[Path], tmp_path: Path, settings: Settings
) -> None:
    pdf, xlsx = tmp_path / "สรุป.pdf", tmp_path / "สรุป.xlsx"
    picked += [pdf, xlsx]
    papers.ask(SUMMARY, "pdf")
    assert pdf.read_bytes().startswith(b"%PDF")
    assert notice.isVisible()
    assert notice.text == "บันทึก สรุป.pdf แล้ว"
    assert actions(notice) == ["เปิดไฟล์", "เปิดโฟลเดอร์"]
    assert notice.property("tone") == "good"
    papers.ask(SUMMARY, "xlsx")
    assert notice.text == "บันทึก สรุป.xlsx แล้ว"
    assert openpyxl.load_workbook(xlsx).sheetnames
    assert settings.folder() == tmp_path


@pytest.mark.usefixtures("at_once")
def test_the_actions_open_file_and_folder(
    papers: Papers, notice: Notice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def open_(url: "QUrl") -> None:
        opened.append(Path(url.toLocalFile()))

    monkeypatch.setattr(QDesktopServices, "openUrl", open_)
    papers.save(SUMMARY, "pdf", tmp_path / "สรุป.pdf")
    for button in notice.findChildren(QPushButton):
        if button.text():
            button.click()
    assert opened == [tmp_path / "สรุป.pdf", tmp_path]
    close = next(b for b in notice.findChildren(QPushButton) if not b.text())
    close.click()
    assert not notice.isVisible()


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize(("thai", "total"), [(True, "๙๓.๑๐"), (False, "93.10")])
def test_the_digits_chosen_are_printed(
    window: MainWindow,
    papers: Papers,
    tmp_path: Path,
    settings: Settings,
    total: str,
    *,
    thai: bool,
) -> None:
    assert window.session is not None
    window.session.put_scores(
        {"IIT": Decimal(80), "EIT": Decimal(97), "OIT": Decimal(100)}, "ทดลอง"
    )
    settings.remember_thai_digits(thai)
    papers.save(SUMMARY, "pdf", tmp_path / "สรุป.pdf")
    assert total in words_of(tmp_path / "สรุป.pdf")


@pytest.mark.usefixtures("at_once")
def test_a_target_that_cannot_be_written_is_told(
    papers: Papers, notice: Notice, tmp_path: Path
) -> None:
    papers.save(SUMMARY, "pdf", tmp_path / "ไม่มี" / "สรุป.pdf")
    assert notice.property("tone") == "bad"
    assert "สรุป.pdf" in notice.text or "ไม่มี" in notice.text
    assert actions(notice) == []


@pytest.mark.usefixtures("at_once")
@pytest.mark.parametrize("name", ["สรุป", "สรุป พ.ศ. 2566", "สรุป.ita"])
def test_a_dot_in_the_name_is_no_ending(
    papers: Papers, picked: list[Path], tmp_path: Path, name: str
) -> None:
    picked.append(tmp_path / name)
    papers.ask(SUMMARY, "pdf")
    assert (tmp_path / f"{name}.pdf").is_file()
    assert not (tmp_path / name).exists()


@pytest.mark.usefixtures("at_once")
def test_a_file_she_was_not_asked_about_is_not_written_over(
    papers: Papers, notice: Notice, picked: list[Path], tmp_path: Path
) -> None:
    there = tmp_path / "สรุป.pdf"
    there.write_bytes(b"old")
    picked.append(tmp_path / "สรุป")
    papers.ask(SUMMARY, "pdf")
    assert there.read_bytes() == b"old"
    assert notice.property("tone") == "bad"
    picked.append(there)
    papers.ask(SUMMARY, "pdf")
    assert there.read_bytes().startswith(b"%PDF")


def test_giving_up_makes_nothing(papers: Papers, notice: Notice) -> None:
    papers.ask(SUMMARY, "pdf")
    assert not notice.isVisible()


def test_the_real_thread_makes_it_and_tells(
    papers: Papers, notice: Notice, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "สรุป.pdf"
    papers.save(SUMMARY, "pdf", path)
    assert notice.text == "กำลังจัดทำ สรุป.pdf"
    qtbot.waitUntil(lambda: notice.text == "บันทึก สรุป.pdf แล้ว", timeout=20_000)
    assert path.read_bytes().startswith(b"%PDF")


def test_a_paper_that_is_ready_after_its_file_was_left_disturbs_nobody(
    window: MainWindow,
    papers: Papers,
    empty_path: Path,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    go_on = threading.Event()
    done: list[Path] = []

    def slow(_frozen: object, _kind: object, path: Path) -> Drawn:
        go_on.wait(10)
        done.append(path)
        return Drawn(path)

    monkeypatch.setattr(papers_module, "draw", slow)
    papers.save(SUMMARY, "pdf", tmp_path / "สรุป.pdf")
    gone: list[object] = []
    old = window.workspace
    assert old is not None
    old.destroyed.connect(lambda: gone.append(1))
    window.open_path(empty_path)
    qtbot.waitUntil(lambda: bool(gone))
    go_on.set()
    qtbot.waitUntil(lambda: not papers_module.work._running)
    assert done == [tmp_path / "สรุป.pdf"]


def test_a_letter_the_font_lacks_is_told(papers: Papers, notice: Notice, tmp_path: Path) -> None:
    papers._done(Drawn(tmp_path / "สรุป.pdf", 1, ("漢", "字")))
    assert "漢 字" in notice.text
    assert notice.property("tone") == "bad"


def test_a_fault_of_our_own_is_not_hidden(papers: Papers) -> None:
    with pytest.raises(ZeroDivisionError):
        papers._failed(ZeroDivisionError())


def test_a_menu_is_filled_with_pictures(papers: Papers, qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    papers.fill(menu)
    assert all(not a.icon().isNull() for a in menu.actions() if "บันทึกเป็น" in a.text())
