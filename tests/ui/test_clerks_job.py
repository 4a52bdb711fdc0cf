"""A year's work from an empty file to the papers by the keyboard alone, counted in strokes."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

import subprocess
from collections.abc import Callable
from pathlib import Path
from shutil import which

import openpyxl
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ita_desktop.domain.bands import Band, band_of
from ita_desktop.domain.levels import level_of
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.scores.page import ScorePage
from ita_desktop.ui.scores.proxy import Shown
from ita_desktop.ui.start_page import StartPage

MakeWindow = Callable[[Path | None], MainWindow]
Press = Callable[[str], None]
Type = Callable[[str], None]

MOST_STROKES = 110


class Hands:
    """Presses and types, and counts what a person would have pressed."""

    def __init__(self, press: Press, type_: Type) -> None:
        self._press = press
        self._type = type_
        self.strokes = 0

    def press(self, keys: str, times: int = 1) -> None:
        for _ in range(times):
            self._press(keys)
        self.strokes += times

    def press_until(self, keys: str, reached: Callable[[], bool]) -> None:
        for _ in range(60):
            if reached():
                return
            self.press(keys)
        pytest.fail(f"{keys} does not lead there")

    def type(self, text: str) -> None:
        self._type(text)
        self.strokes += len(text)


def here(page: ScorePage) -> str:
    return page.table.proxy.source_row(page.table.currentIndex().row()).code


@pytest.mark.usefixtures("at_once")
def test_from_an_empty_file_to_the_papers(  # noqa: PLR0915, PLR0917 - one story
    make_window: MakeWindow,
    press: Press,
    type_: Type,
    picked: list[Path],
    tmp_path: Path,
    seed_001: dict[str, str],
    qapp: QApplication,
    qtbot: QtBot,
    record_property: Callable[[str, object], None],
) -> None:
    hands = Hands(press, type_)
    picked += [tmp_path / "นครปฐม.ita", tmp_path / "สรุป.pdf", tmp_path / "สรุป.xlsx"]
    window = make_window(None)
    start = window.centralWidget()
    assert isinstance(start, StartPage)

    # the office and the year; kind and title of the head follow from the name
    hands.type("เทศบาลนครนครปฐม")
    hands.press_until("Tab", lambda: qapp.focusWidget() is start._year)
    hands.press_until("Down", lambda: start._year.currentData() == 2565)
    hands.press("Tab")
    hands.press("Space")  # เลือกที่เก็บไฟล์แล้วเริ่มบันทึก
    assert window.session is not None
    assert window.workspace is not None
    session, page = window.session, window.workspace.scores
    assert session.office.executive_title == "นายกเทศมนตรีนครนครปฐม"
    new_file = hands.strokes
    qtbot.waitUntil(page._filter.isVisible)

    # only the indicators
    hands.press("Shift+F6")
    hands.press_until("Shift+Tab", lambda: qapp.focusWidget() is page._filter)
    hands.press_until("Down", lambda: page.table.proxy.shown is Shown.INDICATORS)
    hands.press_until("Tab", lambda: qapp.focusWidget() is page.table)
    filtering = hands.strokes - new_file

    # the ten scores, as they were published
    for code, score in seed_001.items():
        hands.press_until("Down", lambda code=code: here(page) == code)
        hands.type(score)
        hands.press("Enter")
    typing = hands.strokes - filtering - new_file
    result = session.result
    assert {str(n): f.shown for n, f in result.indicators.items() if f.shown} == {
        code: result.entries[code] for code in seed_001
    }
    shown = {code: str(figure.shown) for code, figure in result.instruments.items()}
    assert shown == {"IIT": "90.42", "EIT": "95.66", "OIT": "100.00"}
    assert {code: str(part) for code, part in result.weighted.items()} == {
        "IIT": "27.13",
        "EIT": "28.69",
        "OIT": "40.00",
    }
    assert str(result.total.shown) == "95.82"
    level = level_of(result)
    assert level is not None
    assert level.name == "AA"
    assert [indicator.number for indicator, _ in result.ranking] == [9, 10, 7, 6, 8, 1, 3, 5, 2, 4]
    bands = [band_of(score, session.office.limits) for _, score in result.ranking]
    assert [bands.count(band) for band in (Band.URGENT, Band.IMPROVE, Band.KEEP)] == [2, 4, 4]

    # the paper is seen and saved, and the workbook is made from the menu
    before_papers = hands.strokes
    hands.press("Ctrl+P")
    assert window.workspace.in_preview
    hands.press("Ctrl+S")
    hands.press("Esc")
    assert qapp.focusWidget() is page.table
    hands.strokes += 1  # Alt+D; Qt's own menu loop would not come back to the test
    menu = window.workspace._papers_menu
    menu.popup(window.mapToGlobal(window.rect().center()))
    qtbot.waitUntil(menu.isVisible)
    hands.press("Down", 2)
    hands.press("Enter")
    qtbot.waitUntil(lambda: not menu.isVisible())
    papers = hands.strokes - before_papers
    assert (tmp_path / "สรุป.pdf").read_bytes().startswith(b"%PDF")
    assert openpyxl.load_workbook(tmp_path / "สรุป.xlsx").sheetnames
    if which("pdftotext") is not None:
        printed = subprocess.run(
            ["pdftotext", "-layout", str(tmp_path / "สรุป.pdf"), "-"],  # noqa: S607 - on the path
            capture_output=True,
            check=True,
            encoding="utf-8",
        ).stdout
        assert "เทศบาลนครนครปฐม" in printed
        for figure in ("๙๕.๘๒", "๒๗.๑๓", "๒๘.๖๙", "๘๘.๐๙"):
            assert figure in printed

    record_property("strokes", [new_file, filtering, typing, papers])
    assert hands.strokes <= MOST_STROKES


def test_the_same_by_one_paste(
    make_window: MakeWindow,
    year_path: Callable[[int], Path],
    press: Press,
    clipboard: Callable[[str | None], str],
    seed_001: dict[str, str],
    qtbot: QtBot,
    qapp: QApplication,
) -> None:
    window = make_window(year_path(2565))
    assert window.session is not None
    clipboard("\n".join(f"ตัวชี้วัดที่ {code}\t{score}" for code, score in seed_001.items()))
    press("Ctrl+V")  # wherever the cursor is
    qtbot.waitUntil(lambda: qapp.activeModalWidget() is not None)
    dialog = qapp.activeModalWidget()
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    press("Enter")
    assert str(window.session.result.total.shown) == "95.82"
