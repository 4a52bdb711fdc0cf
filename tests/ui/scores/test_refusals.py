"""A score that is not taken: the old one stays, and a note beside the cell says why."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from ita_desktop.errors import MachineError
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.scores.page import ScorePage
from ita_desktop.ui.session import Session

Press = Callable[[str], None]
Type = Callable[[str], None]


def session_of(page: ScorePage) -> Session:
    return page._session


def score(page: ScorePage, code: str) -> str:
    return str(session_of(page).result.entries[code])


def refused(page: ScorePage, qtbot: QtBot, press: Press, type_: Type, text: str) -> None:
    type_(text)
    press("Enter")
    qtbot.waitUntil(page.gestures.bubble.isVisible)


def offer(page: ScorePage) -> QPushButton:
    return page.gestures.bubble.findChildren(QPushButton)[0]


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("101", "เกิน 100"),
        ("-1", "ติดลบ"),
        ("๘๘.๑๓๔", "ทศนิยมเกิน 2 ตำแหน่ง"),
        ("88,13", "จุลภาค"),
        ("เก้าสิบ", "ไม่ใช่คะแนน"),
        ("1e2", "ไม่ใช่คะแนน"),
    ],
)
def test_is_said_beside_the_cell(
    page: ScorePage, qtbot: QtBot, press: Press, type_: Type, typed: str, why: str
) -> None:
    page.go_to("i7")
    refused(page, qtbot, press, type_, typed)
    assert score(page, "i7") == "79.01"
    assert session_of(page).next_undo() is None
    assert f"“{typed}”" in page.gestures.bubble.text
    assert why in page.gestures.bubble.text
    assert page.gestures.bubble.accessibleName() == page.gestures.bubble.text
    assert not offer(page).isVisible()
    # the cell stays the current one, so that the right score can be typed at once
    assert page.table.proxy.source_row(page.table.currentIndex().row()).code == "i7"
    assert page.table.hasFocus()
    type_("8")
    assert not page.gestures.bubble.isVisible()
    type_("8.13")
    press("Enter")
    assert score(page, "i7") == "88.13"


@pytest.mark.parametrize("code", ["total", "i1", "i30", "O43"])
@pytest.mark.parametrize("size", [(860, 480), (1366, 768)])
def test_the_note_is_whole_inside_the_table(
    window: MainWindow,
    page: ScorePage,
    qtbot: QtBot,
    press: Press,
    type_: Type,
    code: str,
    size: tuple[int, int],
) -> None:
    window.resize(*size)
    page.go_to(code)
    refused(page, qtbot, press, type_, "๑๐๐.๙๙๙")
    assert page.table.viewport().rect().contains(page.gestures.bubble.geometry())
    cell = page.table.visualRect(page.table.currentIndex())
    assert not page.gestures.bubble.geometry().intersects(cell)
    text = page.gestures.bubble._text
    assert text.height() >= text.heightForWidth(text.width())


def test_an_item_of_oit_takes_three_words_only(
    page: ScorePage, qtbot: QtBot, press: Press, type_: Type
) -> None:
    page.go_to("O1")
    refused(page, qtbot, press, type_, "50")
    assert "ข้อ O1" in page.gestures.bubble.text
    assert "ไม่คิดคะแนน" in page.gestures.bubble.text


@pytest.mark.parametrize(
    ("typed", "offered", "taken"),
    [
        ("คคใๅ-", "ใช้ ๘๘.๑๓", "88.13"),
        ("ตถ", "ใช้ ๙๕.๐๐", "95"),
        ("ตุ", "ใช้ ๙๖.๐๐", "96"),
        ("/จใจจ", "ใช้ ๒๐.๐๐", "20.00"),
        ("ๅจจ", "ใช้ ๑๐๐.๐๐", "100"),
        ('__"@$', "ใช้ ๘๘.๑๓", "88.13"),
    ],
)
def test_the_wrong_keyboard_is_one_click_away(
    page: ScorePage,
    qtbot: QtBot,
    press: Press,
    type_: Type,
    typed: str,
    offered: str,
    taken: str,
) -> None:
    page.go_to("i7")
    refused(page, qtbot, press, type_, typed)
    assert score(page, "i7") == "79.01"
    assert "แป้นภาษา" in page.gestures.bubble.text
    button = offer(page)
    assert button.isVisible()
    assert button.text() == offered
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert score(page, "i7") == taken
    assert not page.gestures.bubble.isVisible()
    deed = session_of(page).next_undo()
    assert deed is not None
    assert deed.name == "แก้คะแนน i7"


def test_what_left_out_an_oit_item_is_offered_too(
    page: ScorePage, qtbot: QtBot, press: Press, type_: Type
) -> None:
    page.go_to("O1")
    refused(page, qtbot, press, type_, "w,j8bf8tcoo")
    assert offer(page).text() == "ใช้ ไม่คิดคะแนน"


def test_no_offer_that_would_be_refused(
    page: ScorePage, qtbot: QtBot, press: Press, type_: Type
) -> None:
    page.go_to("i7")
    refused(page, qtbot, press, type_, "ๅจๅ")  # 101
    assert not offer(page).isVisible()
    assert "ๅจๅ" in page.gestures.bubble.text


def test_a_note_without_an_offer_does_not_keep_the_last_one(
    page: ScorePage, qtbot: QtBot, press: Press, type_: Type
) -> None:
    page.go_to("i7")
    refused(page, qtbot, press, type_, "ตถ")
    refused(page, qtbot, press, type_, "101")
    assert not offer(page).isVisible()


def test_what_the_machine_refuses_is_said_the_same_way(
    page: ScorePage,
    qtbot: QtBot,
    press: Press,
    type_: Type,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def full(*_: object) -> None:
        raise MachineError("ดิสก์เต็ม")

    monkeypatch.setattr("ita_desktop.workflows.scores.year_scores.enter_score", full)
    page.go_to("i7")
    refused(page, qtbot, press, type_, "88.13")
    assert page.gestures.bubble.text == "i7: ดิสก์เต็ม"
    assert score(page, "i7") == "79.01"


def test_a_year_is_not_left_with_a_refused_score(
    page: ScorePage, qtbot: QtBot, press: Press, type_: Type
) -> None:
    page.go_to("i7")
    type_("101")
    press("Alt+PgUp")
    qtbot.waitUntil(page.gestures.bubble.isVisible)
    assert "101" in page.gestures.bubble.text
    assert session_of(page).fiscal_year == 2566
    assert session_of(page).result_of(2566).entries["i7"] == Decimal("79.01")


def test_a_text_with_marks_of_html_is_shown_as_typed(
    page: ScorePage, qtbot: QtBot, press: Press, type_: Type
) -> None:
    page.go_to("i7")
    refused(page, qtbot, press, type_, "<b>9</b>")
    assert page.gestures.bubble._text.textFormat() is Qt.TextFormat.PlainText
