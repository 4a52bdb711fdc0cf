"""Where the keyboard is after a piece of work in a dialog, and what Enter does there."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from ita_desktop import ui
from ita_desktop.documents import readiness
from ita_desktop.ui.evidence import copies as copies_module
from ita_desktop.ui.evidence.dialog import EvidenceDialog
from ita_desktop.ui.history.dialog import show_history
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.tab_names import Tab


@pytest.fixture
def evidence(
    window: MainWindow, at_once: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[EvidenceDialog]:
    del at_once
    monkeypatch.setattr(copies_module, "user_folder", lambda: tmp_path / "ของโปรแกรม")
    desk = window.desk
    desk.show_evidence("O1")
    found = window.findChild(EvidenceDialog)
    assert found is not None
    yield found
    if desk._copies is not None:
        desk._copies.clean()


def attach(dialog: EvidenceDialog, path: Path) -> None:
    path.write_bytes(b"%PDF-1.7 " + path.name.encode())
    dialog.add([path])


@pytest.mark.parametrize(
    ("there", "back"), [("Ctrl+Tab", "Ctrl+Shift+Tab"), ("Ctrl+PgDown", "Ctrl+PgUp")]
)
def test_the_next_tab_is_one_key_away_from_inside_a_table(
    window: MainWindow, press: Callable[[str], None], there: str, back: str
) -> None:
    workspace = window.workspace
    assert workspace is not None
    assert workspace.scores.table.hasFocus()
    press(there)
    assert workspace.tabs.currentIndex() == Tab.MEASURES
    assert workspace.measures.table.hasFocus()
    press(back)
    assert workspace.scores.table.hasFocus()
    press("Home")  # Ctrl is let go of: Qt keeps it held for the tests that follow


def test_each_tab_has_keys_of_its_own_that_also_lead_back_into_its_table(
    window: MainWindow, press: Callable[[str], None]
) -> None:
    workspace = window.workspace
    assert workspace is not None
    press("Ctrl+6")
    assert workspace.tabs.currentIndex() == Tab.OIT
    assert workspace.disclosure.table.hasFocus()
    press("Ctrl+2")
    assert workspace.scores.table.hasFocus()
    workspace.header.setFocus()
    press("Ctrl+2")
    assert workspace.scores.table.hasFocus()
    assert workspace.tabs.tabToolTip(Tab.OVERVIEW) == "Ctrl+1"
    assert "(Ctrl+6)" in workspace.tabs.tabToolTip(Tab.OIT)
    press("Home")  # Ctrl is let go of: Qt keeps it held for the tests that follow


def test_beside_the_verdict_ctrl_p_shows_the_paper_that_says_it(
    window: MainWindow, press: Callable[[str], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = window.workspace
    assert workspace is not None
    shown: list[str] = []
    monkeypatch.setattr(workspace, "show_preview", shown.append)
    press("Ctrl+P")
    press("Ctrl+1")
    press("Ctrl+P")
    assert shown == [workspace.papers.first, readiness.ID]
    press("Home")  # Ctrl is let go of: Qt keeps it held for the tests that follow


def test_the_tab_of_an_empty_year_has_the_keyboard_on_what_begins_it(
    empty_window: MainWindow, press: Callable[[str], None]
) -> None:
    workspace = empty_window.workspace
    assert workspace is not None
    press("Ctrl+PgDown")
    assert workspace.measures.empty.free.hasFocus()
    for _ in range(20):
        press("Tab")
        if workspace.tabs.hasFocus():
            break
    assert workspace.tabs.hasFocus()


def test_enter_presses_the_button_that_has_the_keyboard_over_the_pages_too(
    window: MainWindow, at_once: None, press: Callable[[str], None], qtbot: QtBot
) -> None:
    del at_once
    workspace = window.workspace
    assert workspace is not None
    workspace.show_preview(readiness.ID)
    qtbot.waitUntil(lambda: workspace.in_preview and workspace.preview.made is not None)
    back = next(one for one in workspace.preview.findChildren(QPushButton) if one.text() == "กลับ")
    back.setFocus()
    press("Enter")
    assert not workspace.in_preview


def test_after_files_were_added_the_keyboard_is_in_their_list(
    evidence: EvidenceDialog, tmp_path: Path
) -> None:
    evidence._add.setFocus()
    attach(evidence, tmp_path / "คำสั่ง.pdf")
    assert evidence.focusWidget() is evidence.table


def test_enter_in_a_dialog_is_not_for_the_line_that_says_what_was_done(
    evidence: EvidenceDialog, tmp_path: Path
) -> None:
    attach(evidence, tmp_path / "คำสั่ง.pdf")
    evidence.notice.say("แล้ว", [("เปิดไฟล์", evidence.refresh)])
    buttons = evidence.notice.findChildren(QPushButton)
    assert buttons
    assert not any(button.autoDefault() for button in buttons)


def test_evidence_saved_under_a_name_without_ending_gets_its_own(
    evidence: EvidenceDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    attach(evidence, tmp_path / "คำสั่ง.pdf")
    evidence.table.selectRow(0)

    def answer(*_said: object) -> tuple[str, str]:
        return str(tmp_path / "สำเนา พ.ศ. 2566"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    evidence.save_out()
    assert (tmp_path / "สำเนา พ.ศ. 2566.pdf").exists()
    (tmp_path / "สำเนา พ.ศ. 2566.pdf").write_bytes(b"x")
    evidence.save_out()
    assert "อยู่แล้ว" in evidence.notice.text
    assert (tmp_path / "สำเนา พ.ศ. 2566.pdf").read_bytes() == b"x"


def test_enter_in_the_search_of_the_history_goes_to_what_was_found(
    window: MainWindow, qtbot: QtBot
) -> None:
    session = window.session
    assert session is not None
    session.set_score("i7", "70")
    dialog = show_history(session, window)
    assert not any(button.autoDefault() for button in dialog.findChildren(QPushButton))
    dialog.deeds.search.setFocus()
    dialog.deeds.search.setText("i7")
    qtbot.keyClick(dialog.deeds.search, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.focusWidget() is dialog.deeds.deeds
    dialog.reject()


def test_every_dialog_presses_by_enter_what_has_the_keyboard_and_not_its_usual_button() -> None:
    dead: list[str] = []
    for path in Path(ui.__file__).parent.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        if "(QDialog):" in text and "setAutoDefault(False)" in text:
            dead += [] if "pressed_by(self, event)" in text else [path.name]
    assert not dead
