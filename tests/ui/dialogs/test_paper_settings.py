"""Font, digits and margins of papers: chosen, remembered, and used."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from ita_desktop.documents.margins import REGULATION, Margins
from ita_desktop.resources import resource
from ita_desktop.ui import work
from ita_desktop.ui.dialogs import paper_settings
from ita_desktop.ui.dialogs.paper_settings import PaperSettingsDialog
from ita_desktop.ui.main_menu import MainMenu
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.settings import Settings

Open = Callable[[], PaperSettingsDialog]
PSK, NEW, NINE = "TH SarabunPSK", "TH Sarabun New", "TH SarabunIT๙"


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Return the official fonts of this computer, to be changed."""
    names = {NEW}
    monkeypatch.setattr(paper_settings, "installed_fonts", lambda: frozenset(names))
    return names


@pytest.fixture
def open_(window: MainWindow, dialogs: list[QDialog], here: set[str], qtbot: QtBot) -> Open:
    del here

    def open_dialog() -> PaperSettingsDialog:
        menu = window.findChildren(MainMenu)[-1]
        menu.aboutToShow.emit()
        next(a for a in menu.actions() if a.text() == "ตั้งค่าเอกสาร…").trigger()
        found = dialogs[-1]
        assert isinstance(found, PaperSettingsDialog)
        qtbot.waitUntil(lambda: "กำลัง" not in found._official[PSK].text())
        return found

    return open_dialog


def trouble(dialog: PaperSettingsDialog) -> str:
    label = dialog.findChild(QLabel, "error")
    return label.text() if isinstance(label, QLabel) and label.isVisible() else ""


def test_at_first_papers_are_as_the_regulation_has_them(open_: Open, settings: Settings) -> None:
    dialog = open_()
    assert dialog._bundled.isChecked()
    assert dialog._thai.isChecked()
    assert dialog._margins() == REGULATION == settings.margins()
    assert not dialog._usual.isEnabled()
    dialog.accept()
    assert (settings.paper_font(), settings.thai_digits()) == (None, True)
    assert settings.margins() == REGULATION


def test_official_fonts_are_offered_where_they_are(open_: Open, settings: Settings) -> None:
    dialog = open_()
    shown = {name: (b.text(), b.isEnabled()) for name, b in dialog._official.items()}
    assert shown == {
        PSK: (f"{PSK} — ไม่พบในเครื่องนี้", False),
        NEW: (NEW, True),
        NINE: (f"{NINE} — ไม่พบในเครื่องนี้", False),
    }
    dialog._official[NEW].click()
    dialog.accept()
    assert settings.paper_font() == NEW
    again = open_()
    assert again._official[NEW].isChecked()
    again._bundled.click()
    again.accept()
    assert settings.paper_font() is None


def test_looking_for_fonts_does_not_hold_the_window(
    window: MainWindow, settings: Settings, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    waiting: list[Callable[[], None]] = []

    def later(
        job: Callable[[], frozenset[str]],
        done: Callable[[frozenset[str]], None],
        _failed: Callable[..., None],
    ) -> None:
        del job
        waiting.append(lambda: done(frozenset({PSK})))

    monkeypatch.setattr(work, "run", later)
    dialog = PaperSettingsDialog(settings, window)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    assert dialog._official[PSK].text() == f"{PSK} — กำลังค้นหา"
    assert not dialog._official[PSK].isEnabled()
    waiting[0]()
    assert dialog._official[PSK].isEnabled()
    dialog.reject()
    qtbot.waitUntil(lambda: not isValid(dialog))
    waiting[0]()  # the answer that comes too late


def test_a_font_of_a_file_is_chosen(open_: Open, settings: Settings, picked: list[Path]) -> None:
    dialog = open_()
    assert not dialog._file.isEnabled()
    path = resource("fonts", "Sarabun-Regular.ttf")
    picked.append(path)
    next(b for b in dialog.findChildren(QPushButton) if b.text() == "เลือกไฟล์…").click()
    assert dialog._file.isChecked()
    assert dialog._file.text() == "ไฟล์ Sarabun-Regular.ttf"
    dialog.accept()
    assert settings.paper_font() == str(path)
    assert open_()._file.isChecked()


def test_a_file_that_is_no_font_is_refused(
    open_: Open, settings: Settings, picked: list[Path], tmp_path: Path
) -> None:
    dialog = open_()
    (tmp_path / "x.ttf").write_bytes(b"no font")
    picked.append(tmp_path / "x.ttf")
    dialog._choose_file()
    assert "อ่านไฟล์แบบอักษร" in trouble(dialog)
    assert dialog._bundled.isChecked()
    dialog._choose_file()  # and nothing chosen
    dialog.accept()
    assert settings.paper_font() is None


@pytest.mark.parametrize("font", [NEW, "/no/such/font.ttf"])
def test_a_font_that_is_gone_is_told_and_stays_chosen(
    open_: Open, settings: Settings, here: set[str], font: str
) -> None:
    here.clear()
    settings.remember_paper_font(font)
    dialog = open_()
    assert trouble(dialog) == paper_settings._GONE
    dialog.accept()
    assert settings.paper_font() == font


def test_margins_and_digits_are_chosen_and_given_back(open_: Open, settings: Settings) -> None:
    dialog = open_()
    for side, value in {"left": 25, "right": 15, "top": 20, "bottom": 10}.items():
        dialog._boxes[side].setValue(value)
    dialog._arabic.click()
    assert "ซ้าย ๒๕ ขวา ๑๕ บน ๒๐ ล่าง ๑๐" in dialog._sample.accessibleDescription()
    dialog.accept()
    assert settings.margins() == Margins(left=25, right=15, top=20, bottom=10)
    assert not settings.thai_digits()
    again = open_()
    again._usual.click()
    assert again._margins() == REGULATION
    again.reject()
    assert settings.margins().left == 25


@pytest.mark.parametrize(
    ("typed", "value"), [("๓๕", 35), ("35", 35), ("9", 10), ("๙๙", 50), ("", 30), ("ก4", 10)]
)
def test_millimetres_are_typed_in_either_digits_and_kept_within_limits(
    open_: Open, type_: Callable[[str], None], typed: str, value: int
) -> None:
    box = open_()._boxes["left"]
    box.setFocus()
    box.lineEdit().selectAll()
    QTest.keyClick(box, Qt.Key.Key_Delete)
    type_(typed)
    box.clearFocus()
    assert box.value() == value


def test_keys_step_by_one_millimetre(open_: Open) -> None:
    box = open_()._boxes["left"]
    QTest.keyClick(box, Qt.Key.Key_Up)
    assert (box.value(), box.text()) == (31, "๓๑ มม.")


@pytest.mark.parametrize("wrong", ["", "9", "51", "-3", "๓๐.๕", "x", "30.5"])
def test_margins_that_nobody_chose_are_the_regulations(settings: Settings, wrong: str) -> None:
    settings._store.setValue("paper/left", wrong)
    assert settings.margins() == REGULATION
