"""The preview in the window: made, seen, searched, saved, left."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

import threading
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QDialog, QFrame, QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.documents.catalogue import PAPERS
from ita_desktop.documents.margins import Margins
from ita_desktop.documents.model import Digits
from ita_desktop.errors import ClerkError
from ita_desktop.pdf.report import MissingLetters
from ita_desktop.ui import wording, work
from ita_desktop.ui.dialogs.paper_settings import PaperSettingsDialog
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.preview import making
from ita_desktop.ui.preview import panel as panel_module
from ita_desktop.ui.preview.layout import Fit
from ita_desktop.ui.preview.making import Made
from ita_desktop.ui.preview.panel import PreviewPanel
from ita_desktop.ui.preview.pdf_file import PdfFile
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.workspace import Workspace
from ita_desktop.workflows.export_document import Frozen, Typeset
from tests.ui.preview.conftest import PAPER

Press = Callable[[str], None]
Type = Callable[[str], None]
Settled = Callable[[], None]


@pytest.fixture
def workspace(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Make papers wait half done until this event is set."""
    go_on = threading.Event()
    really = making.typeset

    def slow(
        frozen: Frozen, font: str | None, progress: work.Progress, *, or_bundled: bool
    ) -> Typeset:
        progress(0.5)
        go_on.wait(10)
        progress(0.6)
        return really(frozen, font, progress, or_bundled=or_bundled)

    monkeypatch.setattr(making, "typeset", slow)
    return go_on


@pytest.fixture
def long_panel(panel: PreviewPanel, long_pdf: bytes, settled: Settled) -> PreviewPanel:
    """Return the preview with a paper of 60 pages in it."""
    assert panel.made is not None
    typeset = Typeset(long_pdf, 60)
    panel._take(Made(panel.made.frozen, typeset, PdfFile(long_pdf)))
    settled()
    return panel


def put_score(window: MainWindow, score: int = 80) -> None:
    assert window.session is not None
    window.session.put_scores({"i7": Decimal(score)}, "ทดลอง")


def said_beside(table: QWidget) -> str:
    bubble = table.findChild(QFrame, "bubble")
    return "" if bubble is None else " ".join(one.text() for one in bubble.findChildren(QLabel))


def test_the_pages_take_the_place_of_the_tabs(
    workspace: Workspace, panel: PreviewPanel, qapp: QApplication
) -> None:
    assert workspace.in_preview
    assert panel.isVisible()
    assert not workspace.header.isVisible()
    assert not workspace.tabs.isVisible()
    assert panel.bar._title.text() == "ผลการประเมิน ITA ปีงบประมาณ ๒๕๖๖"
    assert panel.made is not None
    assert panel.bar._count.text() == f"จาก {wording.figure(len(panel.made.file.sizes))}"
    assert qapp.focusWidget() is panel.view
    assert panel.view.pictures is not None
    assert panel.view.pictures.held > 0
    assert not panel.card.isVisible()


def test_esc_leads_back_to_where_she_was(
    window: MainWindow, workspace: Workspace, qapp: QApplication, press: Press, settled: Settled
) -> None:
    table = workspace.scores.table
    table.go_to("i9")
    press("Ctrl+P")
    settled()
    assert workspace.in_preview
    press("Esc")
    assert not workspace.in_preview
    assert workspace.header.isVisible()
    assert workspace.tabs.isVisible()
    assert qapp.focusWidget() is table
    assert table.proxy.source_row(table.currentIndex().row()).code == "i9"
    assert workspace.preview.made is None  # the pages are let go
    assert window.isActiveWindow()


def test_the_button_leads_back_too(workspace: Workspace, panel: PreviewPanel) -> None:
    panel.bar._back.click()
    assert not workspace.in_preview


def test_what_is_typed_is_on_the_paper(
    workspace: Workspace, type_: Type, press: Press, settled: Settled
) -> None:
    workspace.scores.table.go_to("i7")
    type_("12.34")
    press("Ctrl+P")
    settled()
    assert workspace.session.result.entries["i7"] == Decimal("12.34")


def test_a_refused_score_keeps_her_in_the_cell(
    workspace: Workspace, type_: Type, press: Press, settled: Settled
) -> None:
    table = workspace.scores.table
    table.go_to("i7")
    before = workspace.session.result.entries["i7"]
    type_("999")
    press("Ctrl+P")
    settled()
    assert not workspace.in_preview
    assert workspace.session.result.entries["i7"] == before
    assert "๙๙๙" in said_beside(table) or "999" in said_beside(table)


def test_the_page_field_takes_thai_and_arabic_digits(
    long_panel: PreviewPanel, type_: Type, press: Press, qapp: QApplication
) -> None:
    field = long_panel.bar._page
    for typed, page in (("๑๒", 11), ("7", 6), ("๙๙๙", len(long_panel.view._layout.pages) - 1)):
        field.setFocus()
        field.selectAll()
        type_(typed)
        press("Enter")
        assert long_panel.view.page == page
        assert qapp.focusWidget() is long_panel.view
    field.setFocus()
    field.selectAll()
    type_("หน้า")
    press("Enter")
    assert long_panel.view.page == page
    assert field.text() != "หน้า"


def test_thumbnails_follow_and_lead(
    long_panel: PreviewPanel, press: Press, settled: Settled
) -> None:
    thumbnails = long_panel.thumbnails
    long_panel.view.go_to(30)
    assert thumbnails.currentIndex().row() == 30
    thumbnails.setFocus()
    press("Down")
    assert long_panel.view.page == 31
    settled()
    assert thumbnails.pictures is not None
    drawn = {strip.page for strip in thumbnails.pictures._kept}
    assert 31 in drawn
    assert len(drawn) < 25  # those in view, now and at the start
    assert thumbnails.currentIndex().data() == "๓๒"


def test_text_is_found_by_the_keyboard(
    long_panel: PreviewPanel, press: Press, type_: Type, settled: Settled, qapp: QApplication
) -> None:
    search, view = long_panel.bar.search, long_panel.view
    press("Ctrl+F")
    assert qapp.focusWidget() is search.line
    type_("ย่อหน้าที่ ๒๐")  # the paper has 20, and 200 to 209
    settled()
    assert search.found == "๑ จาก ๑๑"
    first = view.page
    press("Enter")
    assert search.found == "๒ จาก ๑๑"
    assert view.page > first
    press("Shift+Enter")
    press("Shift+Enter")
    assert search.found == "๑๑ จาก ๑๑"
    type_("x")
    settled()
    assert search.found == "ไม่พบ"
    press("Esc")
    assert search.text == ""
    assert search.found == ""
    assert long_panel.isVisible()
    assert qapp.focusWidget() is view
    press("Esc")
    assert not long_panel.isVisible()


def test_sizes_are_chosen_and_shown(long_panel: PreviewPanel, press: Press) -> None:
    bar, view = long_panel.bar, long_panel.view
    assert bar._zoom.currentText() == Fit.WIDTH.value
    bar._zoom.setCurrentText("๑๕๐ %")
    bar._zoom.activated.emit(bar._zoom.currentIndex())
    assert view.scale == 1.5
    bar._larger.click()
    assert bar._zoom.currentText() == "๒๐๐ %"
    for _ in range(5):
        bar._larger.click()
    assert view.scale == 4.0
    assert not bar._larger.isEnabled()
    bar.search.line.setFocus()
    press("Ctrl+0")  # wherever the focus is
    assert view.zoom is Fit.WIDTH
    press("Ctrl+-")
    assert view.zoom is not Fit.WIDTH
    assert not isinstance(view.zoom, Fit)
    view.set_zoom(1.1)
    assert bar._zoom.currentIndex() == -1
    assert bar._zoom.placeholderText() == "๑๑๐ %"


def test_other_digits_make_the_paper_anew(
    panel: PreviewPanel, settings: Settings, settled: Settled
) -> None:
    assert panel.made is not None
    before = panel.made.file
    panel.bar._digits.setCurrentIndex(1)
    panel.bar._digits.activated.emit(1)
    assert panel.card.isVisible()
    settled()
    assert not settings.thai_digits()
    assert panel.made.file is not before
    text = "".join(line.text for line in panel.made.file.lines(0))
    assert "2566" in text
    assert "๒๕๖๖" not in text
    with pytest.raises(Exception, match="แสดงหน้า"):
        before.draw(0, 10, 0, 14)  # the old one is closed


def test_settings_of_papers_are_changed_beside_the_pages(
    panel: PreviewPanel, settings: Settings, settled: Settled, dialogs: list[QDialog]
) -> None:
    panel.bar._settings.click()
    dialog = dialogs[-1]
    assert isinstance(dialog, PaperSettingsDialog)
    settings.remember_margins(Margins(left=45, right=20, top=25, bottom=20))
    dialog.accepted.emit()
    dialog.reject()
    settled()
    assert panel.made is not None
    assert panel.made.frozen.document.sections[0].page.left == 45


def test_a_change_is_told_and_f5_makes_the_paper_anew(
    window: MainWindow, panel: PreviewPanel, press: Press, settled: Settled
) -> None:
    assert not panel.changed.isVisible()
    put_score(window)
    assert panel.changed.isVisible()
    assert panel.changed.text.startswith("ข้อมูลเปลี่ยนไปแล้ว")
    before = panel.made
    press("F5")
    settled()
    assert not panel.changed.isVisible()
    assert panel.made is not before
    put_score(window, 70)
    panel.changed.button.click()
    settled()
    assert not panel.changed.isVisible()


def test_a_change_while_it_is_made_is_told_too(
    window: MainWindow, workspace: Workspace, gate: threading.Event, settled: Settled
) -> None:
    workspace.show_preview(PAPER)
    put_score(window)
    gate.set()
    settled()
    assert workspace.preview.changed.isVisible()


def test_a_change_after_leaving_says_nothing(
    window: MainWindow, workspace: Workspace, panel: PreviewPanel
) -> None:
    workspace.leave_preview()
    put_score(window)
    assert panel.changed.isHidden()


def test_making_shows_how_far_it_is(
    workspace: Workspace, gate: threading.Event, settled: Settled, qtbot: QtBot
) -> None:
    workspace.show_preview(PAPER)
    panel = workspace.preview
    qtbot.waitUntil(lambda: panel.card.share == 0.5)
    assert panel.card.isVisible()
    assert abs(panel.card.geometry().center().x() - panel.rect().center().x()) <= 1
    assert not panel.bar._print.isEnabled()
    gate.set()
    settled()
    assert not panel.card.isVisible()
    assert panel.bar._print.isEnabled()


@pytest.mark.parametrize("way", ["button", "Esc"])
def test_a_first_paper_that_is_given_up_leads_back(
    workspace: Workspace,
    gate: threading.Event,
    settled: Settled,
    press: Press,
    qapp: QApplication,
    way: str,
) -> None:
    workspace.show_preview(PAPER)
    if way == "Esc":
        press("Esc")
    else:
        workspace.preview.card.button.click()
    assert not workspace.in_preview
    assert qapp.focusWidget() is workspace.scores.table
    gate.set()
    settled()
    assert workspace.preview.made is None


def test_giving_up_a_new_version_keeps_the_old_one(
    panel: PreviewPanel, gate: threading.Event, settled: Settled, press: Press
) -> None:
    before = panel.made
    press("F5")
    press("Esc")
    assert panel.isVisible()
    assert panel.made is before
    assert "ฉบับก่อนหน้า" in panel.changed.text
    gate.set()
    settled()
    assert panel.made is before


def test_what_stays_shown_has_its_own_head(
    window: MainWindow, panel: PreviewPanel, gate: threading.Event, settled: Settled, press: Press
) -> None:
    assert window.session is not None
    window.session.select_year(2565)
    assert panel.changed.text == "เอกสารนี้เป็นของปีงบประมาณ ๒๕๖๖ แต่ขณะนี้เลือกปีงบประมาณ ๒๕๖๕"
    panel.bar._digits.setCurrentIndex(1)
    panel.bar._digits.activated.emit(1)
    assert panel.bar._words == "ผลการประเมิน ITA ปีงบประมาณ ๒๕๖๕"
    assert panel.changed.isHidden()
    press("Esc")
    assert panel.bar._words == "ผลการประเมิน ITA ปีงบประมาณ ๒๕๖๖"
    assert panel.bar._digits.currentText() == "เลขไทย"
    assert "๒๕๖๖ แต่" in panel.changed.text
    window.session.select_year(2566)
    assert "ฉบับก่อนหน้า" in panel.changed.text
    gate.set()
    settled()
    panel.bar._digits.setCurrentIndex(1)
    panel.bar._digits.activated.emit(1)
    settled()
    assert panel.made is not None
    assert panel.made.frozen.document.digits is Digits.ARABIC
    assert panel.changed.isHidden()


def test_a_year_that_is_chosen_back_changes_nothing(
    window: MainWindow, panel: PreviewPanel
) -> None:
    assert window.session is not None
    window.session.select_year(2565)
    window.session.select_year(2566)
    assert panel.changed.isHidden()
    put_score(window)
    window.session.select_year(2565)
    window.session.select_year(2566)
    assert panel.changed.text.startswith("ข้อมูลเปลี่ยนไปแล้ว")


def test_old_pages_stay_old_where_new_ones_cannot_be_made(
    window: MainWindow,
    workspace: Workspace,
    panel: PreviewPanel,
    settled: Settled,
    press: Press,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> Made:
        raise ClerkError("แบบอักษรเสียหาย กรุณาเลือกแบบอื่น")

    put_score(window)
    monkeypatch.setattr(panel_module, "make", fail)
    press("F5")
    settled()
    assert workspace.in_preview
    assert workspace.notice.text == "แบบอักษรเสียหาย กรุณาเลือกแบบอื่น"
    assert panel.changed.isVisible()
    assert "ฉบับก่อนหน้า" in panel.changed.text


def test_old_pages_are_not_saved_while_new_ones_are_made(
    panel: PreviewPanel,
    gate: threading.Event,
    settled: Settled,
    press: Press,
    picked: list[Path],
    tmp_path: Path,
) -> None:
    picked.append(tmp_path / "เดิม.pdf")
    press("F5")
    press("Ctrl+S")
    panel._save_workbook()
    gate.set()
    settled()
    assert len(picked) == 1


def test_the_focus_comes_back_after_making(
    panel: PreviewPanel, gate: threading.Event, settled: Settled, press: Press, qapp: QApplication
) -> None:
    for control in (panel.bar.search.line, panel.bar._page, panel.bar._print):
        control.setFocus()
        gate.clear()
        press("F5")
        assert qapp.focusWidget() is panel.view
        gate.set()
        settled()
        assert qapp.focusWidget() is control
    gate.clear()
    press("F5")
    panel.thumbnails.setFocus()  # she goes elsewhere meanwhile
    gate.set()
    settled()
    assert qapp.focusWidget() is panel.thumbnails


def test_asking_again_while_it_is_made_makes_one(
    panel: PreviewPanel, gate: threading.Event, settled: Settled, press: Press
) -> None:
    press("F5")
    press("F5")
    gate.set()
    settled()
    assert not panel.card.isVisible()
    assert not panel.changed.isVisible()


def test_a_paper_that_cannot_be_made_is_told_and_she_stays_at_her_work(
    workspace: Workspace, settled: Settled, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Made:
        raise ClerkError("แบบอักษรเสียหาย กรุณาเลือกแบบอื่น")

    monkeypatch.setattr(panel_module, "make", fail)
    workspace.show_preview(PAPER)
    settled()
    assert not workspace.in_preview
    assert workspace.notice.text == "แบบอักษรเสียหาย กรุณาเลือกแบบอื่น"


def test_letters_the_font_lacks_are_told_with_their_place(
    panel: PreviewPanel, said: list[str]
) -> None:
    assert panel.made is not None
    assert not panel.remarks.isVisible()
    lacking = tuple(
        MissingLetters((letter,), f"ข้อความ {letter}", f"ย่อหน้าที่ {number}")
        for number, letter in enumerate("漢字語", 1)
    )
    made = panel.made
    pages = Typeset(made.typeset.data, made.typeset.pages, lacking)
    panel._take(Made(made.frozen, pages, PdfFile(pages.data)))
    assert panel.remarks.isVisible()
    assert "ไม่มีตัว 漢 字 語" in panel.remarks.text
    assert "ย่อหน้าที่ ๑ “ข้อความ 漢”" in panel.remarks.text
    assert "อีก ๑ แห่ง" in panel.remarks.text
    panel.remarks.button.click()
    assert "ย่อหน้าที่ ๓ “ข้อความ 語”: ไม่มีตัว 語" in said[-1]
    for box in panel.findChildren(QDialog):
        box.close()


def test_a_font_that_is_gone_is_told(
    panel: PreviewPanel, settings: Settings, settled: Settled
) -> None:
    settings.remember_paper_font("ไม่มีแบบนี้")
    assert panel.make()
    settled()
    assert "ใช้ Sarabun" in panel.remarks.text
    assert panel.remarks.button.isHidden()


def test_the_shown_pages_are_saved(
    workspace: Workspace,
    panel: PreviewPanel,
    picked: list[Path],
    tmp_path: Path,
    press: Press,
    settled: Settled,
) -> None:
    assert panel.made is not None
    picked += [tmp_path / "สรุป.pdf", tmp_path / "สรุป.xlsx"]
    press("Ctrl+S")
    settled()
    assert (tmp_path / "สรุป.pdf").read_bytes() == panel.made.typeset.data
    assert workspace.notice.text == "บันทึก สรุป.pdf แล้ว"
    panel.bar._excel.click()
    settled()
    assert openpyxl.load_workbook(tmp_path / "สรุป.xlsx").sheetnames


def test_the_last_paper_is_shown_again(
    workspace: Workspace, settled: Settled, press: Press
) -> None:
    for _ in range(2):
        press("Ctrl+P")
        settled()
        assert workspace.in_preview
        assert workspace.preview.made is not None
        press("Esc")


def inner_menu(action: QAction) -> QMenu | None:
    """Return the menu that an entry opens."""
    found = action.menu()
    return found if isinstance(found, QMenu) else None


def test_the_menu_says_which_paper_ctrl_p_shows(workspace: Workspace, settled: Settled) -> None:
    menu = workspace._papers_menu
    for paper in reversed(PAPERS):
        workspace.show_preview(paper.id)
        settled()
        menu.aboutToShow.emit()
        menus = [menu, *(inner for action in menu.actions() if (inner := inner_menu(action)))]
        keyed = [
            f"{one.title()} {action.text()}".strip()
            for one in menus
            for action in one.actions()
            if "Ctrl+P" in action.text()
        ]
        assert len(keyed) == 1
        assert wording.shown(paper.title) in keyed[0]


def test_another_file_may_be_opened_while_a_paper_is_made(
    window: MainWindow, workspace: Workspace, gate: threading.Event, empty_path: Path, qtbot: QtBot
) -> None:
    workspace.show_preview(PAPER)
    gone: list[object] = []
    workspace.destroyed.connect(lambda: gone.append(1))
    assert window.open_path(empty_path)
    qtbot.waitUntil(lambda: bool(gone))
    gate.set()
    qtbot.waitUntil(lambda: not work._running)


def test_the_window_may_be_closed_while_a_paper_is_made(
    window: MainWindow, workspace: Workspace, gate: threading.Event, qtbot: QtBot
) -> None:
    workspace.show_preview(PAPER)
    assert window.close()
    gate.set()
    qtbot.waitUntil(lambda: not work._running)


def test_every_control_has_a_name_and_can_be_reached(panel: PreviewPanel) -> None:
    reached: set[QWidget] = set()
    widget: QWidget | None = panel.view
    for _ in range(400):
        widget = widget.nextInFocusChain() if widget is not None else None
        if widget is not None and widget.isVisible() and widget.focusPolicy().value & 1:
            reached.add(widget)
    bar = panel.bar
    controls = {
        *(bar._back, bar._settings, bar._digits, bar._excel, bar._pdf, bar._print, bar._page),
        *(bar._smaller, bar._zoom, bar._larger, bar.search.line, panel.thumbnails, panel.view),
    }
    assert controls <= reached
    for control in controls:
        name = control.accessibleName() or (
            control.text() if isinstance(control, QPushButton) else ""
        )
        assert name, control


@pytest.mark.parametrize("width", [640, 960, 1366])
def test_nothing_is_cut_off(
    window: MainWindow, panel: PreviewPanel, width: int, settled: Settled
) -> None:
    window.resize(width, 600)
    settled()
    assert window.width() == width
    assert panel.minimumSizeHint().width() <= width
    bar = panel.bar
    for widget in (bar._back, bar._digits, bar._excel, bar._pdf, bar._print, bar._count, bar._zoom):
        assert widget.width() >= widget.minimumSizeHint().width()
        assert widget.geometry().right() < bar.width()
    assert panel.thumbnails.isVisible() is (width >= 900)
