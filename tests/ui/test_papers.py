"""Papers from the menu: seen first, or made beside the work and told when they are there."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from ita_desktop.documents.catalogue import PAPERS
from ita_desktop.documents.margins import Margins
from ita_desktop.documents.model import Digits
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.papers import Papers
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.notice import Notice


@pytest.fixture
def papers(window: MainWindow) -> Papers:
    assert window.workspace is not None
    return window.workspace.papers


@pytest.fixture
def notice(window: MainWindow) -> Notice:
    assert window.workspace is not None
    return window.workspace.notice


@pytest.fixture
def menu(papers: Papers, qtbot: QtBot) -> QMenu:
    made = QMenu()
    qtbot.addWidget(made)
    papers.fill(made)
    return made


def entry(menu: QMenu, words: str) -> QAction:
    return next(action for action in menu.actions() if words in action.text())


def test_the_menu_holds_every_paper_and_the_digits(window: MainWindow, settings: Settings) -> None:
    assert window.workspace is not None
    menu = window.workspace._papers_menu
    for _ in range(2):  # opened twice it is not filled twice
        menu.aboutToShow.emit()
    words = [action.text() for action in menu.actions() if action.text()]
    wanted = sum(1 + ("xlsx" in paper.formats) for paper in PAPERS)
    assert len(words) == wanted + 2
    digits = [action for action in menu.actions() if action.isCheckable()]
    assert [action.isChecked() for action in digits] == [True, False]
    digits[1].trigger()
    assert not settings.thai_digits()
    assert not Settings().thai_digits()


def test_the_menu_knows_the_digits_chosen_elsewhere(
    papers: Papers, menu: QMenu, settings: Settings
) -> None:
    settings.remember_thai_digits(thai=False)
    papers.fill(menu)
    digits = [action for action in menu.actions() if action.isCheckable()]
    assert [action.isChecked() for action in digits] == [False, True]


def test_papers_have_pictures(menu: QMenu) -> None:
    entries = [action for action in menu.actions() if "—" in action.text()]
    assert all(not action.icon().isNull() for action in entries)


@pytest.mark.usefixtures("at_once")
def test_a_paper_is_looked_at_first(window: MainWindow, menu: QMenu) -> None:
    assert window.workspace is not None
    entry(menu, "ดูและพิมพ์").trigger()
    assert window.workspace.in_preview
    assert window.workspace.preview.made is not None


@pytest.mark.usefixtures("at_once")
def test_a_workbook_is_made_from_the_menu(
    menu: QMenu, notice: Notice, picked: list[Path], tmp_path: Path, settings: Settings
) -> None:
    picked.append(tmp_path / "สรุป.xlsx")
    entry(menu, "Excel").trigger()
    assert notice.text == "บันทึก สรุป.xlsx แล้ว"
    assert openpyxl.load_workbook(tmp_path / "สรุป.xlsx").sheetnames
    assert settings.folder() == tmp_path


def test_giving_up_makes_nothing(menu: QMenu, notice: Notice) -> None:
    entry(menu, "Excel").trigger()
    assert not notice.isVisible()


def test_a_paper_is_frozen_as_it_was_set(papers: Papers, settings: Settings) -> None:
    settings.remember_thai_digits(thai=False)
    settings.remember_margins(Margins(left=40, right=25, top=25, bottom=20))
    frozen = papers.freeze(PAPERS[0].id)
    assert frozen is not None
    assert frozen.document.digits is Digits.ARABIC
    assert frozen.document.sections[0].page.left == 40


def test_what_is_being_typed_belongs_to_the_paper(
    window: MainWindow, papers: Papers, type_: Callable[[str], None]
) -> None:
    assert window.session is not None
    type_("12")
    before = dict(window.session.result.entries)
    assert papers.freeze(PAPERS[0].id) is not None
    assert dict(window.session.result.entries) != before


def test_a_year_without_criteria_is_told(
    papers: Papers, notice: Notice, window: MainWindow
) -> None:
    assert window.session is not None
    window.session.fiscal_year = 2400
    assert papers.freeze(PAPERS[0].id) is None
    assert notice.property("tone") == "bad"
    assert "๒๔๐๐" in notice.text
    window.session.fiscal_year = window.session.years[-1]
