"""Papers from the menu: seen first, or made beside the work and told when they are there."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu
from pytestqt.qtbot import QtBot

from ita_desktop.documents.catalogue import (
    PAPERS,
    FromAnalysis,
    FromCheck,
    FromRisks,
    FromScores,
)
from ita_desktop.documents.margins import Margins
from ita_desktop.documents.model import Digits
from ita_desktop.errors import ClerkError
from ita_desktop.ui import papers as papers_module
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.measures.calendar.calendar_dialog import CalendarDialog
from ita_desktop.ui.measures.layouts.layouts_dialog import LayoutsDialog
from ita_desktop.ui.measures.layouts.texts_dialog import TextsDialog
from ita_desktop.ui.papers import Papers
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.tab_names import Tab
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.workflows.layouts import add_copy, layouts_of
from ita_desktop.workflows.rounds import close_round


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
    papers.menus.fill(made)
    return made


def entry(menu: QMenu, words: str) -> QAction:
    return next(action for action in menu.actions() if words in action.text())


def inner(menu: QMenu, words: str) -> QMenu:
    """Return the menu inside a menu that is called so."""
    found = entry(menu, words).menu()
    assert isinstance(found, QMenu)
    return found


def test_the_menu_holds_every_paper_and_the_digits(window: MainWindow, settings: Settings) -> None:
    assert window.workspace is not None
    menu = window.workspace._papers_menu
    for _ in range(2):  # opened twice it is not filled twice
        menu.aboutToShow.emit()
    words = [action.text() for action in menu.actions() if action.text()]
    of_year = FromScores | FromAnalysis | FromCheck
    of_scores = [one for one in PAPERS if isinstance(one.made, of_year)]
    wanted = sum(1 + ("xlsx" in paper.formats) for paper in of_scores) + len({"write the report"})
    layouts = sum(paper.layout is not None for paper in PAPERS)
    assert len(words) == wanted + layouts + 2 + len({"risks", "plan", "oit", "announcements"}) + 2
    digits = [action for action in menu.actions() if action.isCheckable()]
    assert [action.isChecked() for action in digits] == [True, False]
    digits[1].trigger()
    assert not settings.thai_digits()
    assert not Settings().thai_digits()


def test_the_menu_knows_the_digits_chosen_elsewhere(
    papers: Papers, menu: QMenu, settings: Settings
) -> None:
    settings.remember_thai_digits(thai=False)
    papers.menus.fill(menu)
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


def test_a_layout_has_its_rounds_and_the_words_of_its_paper(menu: QMenu) -> None:
    plan = [action.text() for action in inner(menu, "ส่งเสริมและพัฒนา").actions()]
    assert plan == ["ดูและพิมพ์", "บันทึกเป็น Excel…", "แก้ถ้อยคำ…"]
    report = [
        action.text() for action in inner(menu, "รายงานผลการดำเนินการ").actions() if action.text()
    ]
    assert report == [
        f"{words} รอบ {months} เดือน{end}"
        for months in ("๖", "๑๒")
        for words, end in (("ดูและพิมพ์", ""), ("บันทึกเป็น Excel", "…"), ("แก้ถ้อยคำ", "…"))
    ]


def test_papers_of_risks_stand_in_a_menu_of_their_own_the_report_in_both_rounds(
    papers: Papers, menu: QMenu, qtbot: QtBot
) -> None:
    risks = inner(menu, "ความเสี่ยงการทุจริต")
    words = [action.text() for action in risks.actions() if action.text()]
    assert words[:2] == [
        "ทะเบียนความเสี่ยงการทุจริต — ดูและพิมพ์",
        "ทะเบียนความเสี่ยงการทุจริต — บันทึกเป็น Excel…",
    ]
    made = [paper for paper in PAPERS if isinstance(paper.made, FromRisks)]
    wanted = sum(len(paper.formats) * (1 + paper.has_rounds) for paper in made)
    assert len(words) == wanted
    assert [one.partition(" — ")[2] for one in words if "ผลการบริหาร" in one] == [
        "ดูและพิมพ์ รอบ ๖ เดือน",
        "บันทึกเป็น Excel รอบ ๖ เดือน…",
        "ดูและพิมพ์ รอบ ๑๒ เดือน",
        "บันทึกเป็น Excel รอบ ๑๒ เดือน…",
    ]
    of_tab = QMenu()
    qtbot.addWidget(of_tab)
    for _ in range(2):  # opened twice it is not filled twice
        papers.menus.fill_risks(of_tab, "risk-progress")
    again = [action.text() for action in of_tab.actions() if action.text()]
    assert [one.removesuffix("\tCtrl+P") for one in again] == words
    (following,) = (one for one in again if one.endswith("Ctrl+P"))
    assert following.startswith("ผลการบริหารจัดการความเสี่ยง — ดูและพิมพ์ รอบ")


def test_an_own_layout_stands_after_the_one_it_is_a_copy_of(
    papers: Papers, menu: QMenu, window: MainWindow
) -> None:
    assert window.session is not None
    add_copy(window.session.file, layouts_of(window.session.file)[0], "แบบของอำเภอ")
    window.session.refresh()
    papers.menus.fill(menu)
    words = [action.text() for action in menu.actions()]
    assert words.index("แบบของอำเภอ") == words.index("มาตรการในการส่งเสริมและพัฒนา") + 1
    assert inner(menu, "แบบของอำเภอ").actions()


@pytest.mark.usefixtures("at_once")
def test_the_pages_of_a_round_are_shown_and_ctrl_p_shows_them_again(
    window: MainWindow, papers: Papers, menu: QMenu, press: Callable[[str], None]
) -> None:
    assert window.workspace is not None
    entry(inner(menu, "รายงานผลการดำเนินการ"), "ดูและพิมพ์ รอบ ๑๒").trigger()
    made = window.workspace.preview.made
    assert made is not None
    assert made.frozen.document.months == 12
    assert "รอบ ๑๒ เดือน" in window.workspace.preview.bar._words
    papers.menus.fill(menu, window.workspace._previewed)
    assert "Ctrl+P" in entry(inner(menu, "รายงานผลการดำเนินการ"), "ดูและพิมพ์ รอบ ๑๒").text()
    press("Esc")
    press("Ctrl+P")
    again = window.workspace.preview.made
    assert again is not None
    assert again.frozen.document.months == 12


@pytest.mark.usefixtures("at_once")
def test_the_workbook_of_a_round_says_it_in_its_name(
    menu: QMenu, monkeypatch: pytest.MonkeyPatch
) -> None:
    names: list[str] = []

    def answer(_parent: object, _title: str, name: str, _kinds: str) -> tuple[str, str]:
        names.append(Path(name).name)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    entry(inner(menu, "รายงานผลการดำเนินการ"), "Excel รอบ ๖").trigger()
    (name,) = names
    assert name.startswith("รายงานผลการดำเนินการมาตรการ รอบ ๖ เดือน ๒๕๖๖ ")


@pytest.mark.usefixtures("at_once")
def test_words_layouts_and_calendar_are_reached_from_the_menu(
    menu: QMenu, window: MainWindow
) -> None:
    entry(inner(menu, "แยกตามตัวชี้วัด"), "แก้ถ้อยคำ รอบ ๖").trigger()
    entry(menu, "แบบตารางของเอกสาร").trigger()
    entry(menu, "ปฏิทินขั้นตอนของปี…").trigger()
    for kind in (TextsDialog, LayoutsDialog, CalendarDialog):
        assert window.findChildren(kind)


@pytest.mark.usefixtures("at_once")
def test_the_pages_of_a_closed_round_say_that_it_is_closed(window: MainWindow, menu: QMenu) -> None:
    assert window.workspace is not None
    assert window.session is not None
    window.session.do(lambda file: close_round(file, 2566, 6))
    bar = window.workspace.preview.bar
    entry(inner(menu, "รายงานผลการดำเนินการ"), "ดูและพิมพ์ รอบ ๖").trigger()
    assert "รอบ ๖ เดือนที่ปิดแล้ว" in bar._words
    entry(inner(menu, "รายงานผลการดำเนินการ"), "ดูและพิมพ์ รอบ ๑๒").trigger()
    assert "ปิดแล้ว" not in bar._words


@pytest.mark.usefixtures("at_once")
def test_words_are_edited_from_the_pages_which_are_made_anew(
    window: MainWindow, menu: QMenu
) -> None:
    assert window.workspace is not None
    preview = window.workspace.preview
    entry(menu, "ดูและพิมพ์").trigger()
    assert not preview.bar._texts.isVisible()
    entry(inner(menu, "รายงานผลการดำเนินการ"), "ดูและพิมพ์ รอบ ๖").trigger()
    before = preview.made
    assert before is not None
    assert preview.bar._texts.isVisible()
    preview.bar._texts.click()
    (dialog,) = preview.findChildren(TextsDialog)
    dialog.fields["title"].editor.setPlainText("ชื่อเรื่องใหม่")
    dialog.keep.click()
    assert preview.made is not before
    assert preview.made is not None
    assert preview.made.frozen.document.title == "ชื่อเรื่องใหม่"


def test_layouts_that_cannot_be_read_leave_those_that_ship(
    papers: Papers, menu: QMenu, notice: Notice, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_file: object) -> None:
        raise ClerkError("อ่านแบบตารางไม่ได้")

    monkeypatch.setattr(papers_module, "layouts_of", refuse)
    papers.menus.fill(menu)
    assert inner(menu, "ส่งเสริมและพัฒนา").actions()
    assert notice.text == "อ่านแบบตารางไม่ได้"


@pytest.mark.usefixtures("at_once")
def test_the_tab_prints_its_measures_in_every_layout(window: MainWindow) -> None:
    assert window.workspace is not None
    window.workspace.tabs.setCurrentIndex(Tab.MEASURES)
    menu = window.workspace.measures.menus.papers
    for _ in range(2):  # opened twice it is not filled twice
        menu.aboutToShow.emit()
    layouts = [action for action in menu.actions() if isinstance(action.menu(), QMenu)]
    assert len(layouts) == sum(paper.layout is not None for paper in PAPERS)
    entry(inner(menu, "ข้อคำถาม"), "ดูและพิมพ์ รอบ ๖").trigger()
    made = window.workspace.preview.made
    assert made is not None
    assert made.frozen.document.id == "measures-by-question"
