"""Blocks from Excel and Word into the table: shown first, then one deed."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton, QTableWidget
from pytestqt.qtbot import QtBot

from ita_desktop.ui import theme
from ita_desktop.ui.dialogs.paste import PreviewDialog
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.scores.page import ScorePage
from ita_desktop.ui.session import Session

RANKING = """อันดับ\tตัวชี้วัด\tคะแนน
1\tการเปิดเผยข้อมูล\t100.00
2\tการป้องกันการทุจริต\t100.00
3\tประสิทธิภาพการสื่อสาร\t96.20
4\tคุณภาพการดำเนินงาน\t96.03
5\tการปรับปรุงการทำงาน\t94.74
6\tการปฏิบัติหน้าที่\t94.56
7\tการใช้อำนาจ\t90.81
8\tการแก้ไขปัญหาการทุจริต\t90.53
9\tการใช้งบประมาณ\t88.13
10\tการใช้ทรัพย์สินของราชการ\t88.09
"""
FRAME = """ประเด็นตัวชี้วัด\tคะแนน(ร้อยละ)\tเครื่องมือการประเมิน
ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่\t๙๔.๕๖\tIIT
ตัวชี้วัดที่ 2 การใช้งบประมาณ\t 88.13 \t
"""


@pytest.fixture
def page_2565(
    make_window: Callable[[Path | None], MainWindow], year_path: Callable[[int], Path]
) -> ScorePage:
    workspace = make_window(year_path(2565)).workspace
    assert workspace is not None
    return workspace.scores


def session_of(page: ScorePage) -> Session:
    return page._session


def entries(page: ScorePage) -> dict[str, str]:
    return {code: str(entry) for code, entry in session_of(page).result.entries.items()}


def preview(dialogs: list[QDialog]) -> PreviewDialog:
    dialog = dialogs[-1]
    assert isinstance(dialog, PreviewDialog)
    return dialog


def rows(dialog: PreviewDialog) -> list[list[str]]:
    table = dialog.findChildren(QTableWidget)[0]
    return [
        [cell.text() for column in range(4) if (cell := table.item(row, column)) is not None]
        for row in range(table.rowCount())
    ]


def ink(dialog: PreviewDialog, row: int) -> QColor:
    cell = dialog.findChildren(QTableWidget)[0].item(row, 3)
    assert cell is not None
    return cell.foreground().color()


def test_the_ranking_of_seed_001_goes_to_its_indicators(
    page_2565: ScorePage, dialogs: list[QDialog], seed_001: dict[str, str]
) -> None:
    page_2565.gestures.paste(RANKING)
    assert entries(page_2565) == {}
    assert preview(dialogs).accept_button.text() == "วาง ๑๐ ค่า"
    preview(dialogs).accept()
    assert {code: float(score) for code, score in entries(page_2565).items()} == {
        code: float(score) for code, score in seed_001.items()
    }
    assert str(session_of(page_2565).result.total.shown) == "95.82"
    deed = session_of(page_2565).next_undo()
    assert deed is not None
    assert deed.name == "วางคะแนน 10 ค่า"
    session_of(page_2565).undo()
    assert entries(page_2565) == {}


def test_the_table_of_indicators_with_thai_digits(
    page_2565: ScorePage, dialogs: list[QDialog]
) -> None:
    page_2565.gestures.paste(FRAME)
    preview(dialogs).accept()
    assert entries(page_2565) == {"1": "94.56", "2": "88.13"}


def test_codes_and_scores_go_to_their_items_wherever_she_is(
    page: ScorePage, dialogs: list[QDialog]
) -> None:
    page.go_to("total")
    page.gestures.paste("I ๗\t๗๐\r\nE1\t 71.5 \r\no๑\t0\r\n")
    assert [row[:3] for row in rows(preview(dialogs))] == [
        ["i7", "๗๙.๐๑", "๗๐.๐๐"],
        ["e1", "๙๕.๘๔", "๗๑.๕๐"],
        ["O1", "๑๐๐.๐๐", "๐.๐๐"],
    ]
    preview(dialogs).accept()
    assert [entries(page)[code] for code in ("i7", "e1", "O1")] == ["70", "71.5", "0"]


def test_a_bare_column_goes_down_from_the_current_cell(
    page: ScorePage, dialogs: list[QDialog]
) -> None:
    page.go_to("i6")
    page.gestures.paste("70\n\n71")  # i6, (i7 stays), i8; the head of indicator 2 is no item
    preview(dialogs).accept()
    assert [entries(page)[code] for code in ("i6", "i7", "i8")] == ["70", "79.01", "71"]


def test_a_bare_column_on_an_indicator_goes_to_the_indicators(
    page_2565: ScorePage, dialogs: list[QDialog], seed_001: dict[str, str]
) -> None:
    page_2565.go_to("1")
    page_2565.gestures.paste("คะแนน\n" + "\n".join(seed_001.values()))
    preview(dialogs).accept()
    assert entries(page_2565) == seed_001


def test_refused_ones_come_first_in_red_and_are_not_written(
    page: ScorePage, dialogs: list[QDialog]
) -> None:
    before = entries(page)
    page.gestures.paste("ข้อ\tคะแนน\ni1\t90\ni2\t101\ni3\t88,13\ni4\t1e2\ni99\t80\n")
    dialog = preview(dialogs)
    listed = rows(dialog)
    assert [row[0] for row in listed] == ["i2", "i3", "i4", "i99 80", "i1"]
    assert listed[0][2] == "101"
    assert "เกิน 100" in listed[0][3]
    assert "จุลภาค" in listed[1][3]
    assert "ไม่พบข้อ" in listed[3][3]
    red = theme.color("red")
    assert [ink(dialog, row) == red for row in range(5)] == [True] * 4 + [False]
    words = [label.text() for label in dialog.findChildren(type(page._count))]
    assert "จะเปลี่ยน ๑ ค่า เหมือนเดิม ๐ ค่า" in words
    assert any(text.startswith("รับไม่ได้ ๔ ค่า") for text in words)
    dialog.accept()
    assert entries(page) == {**before, "i1": "90"}


def test_nothing_right_cannot_be_taken(page: ScorePage, dialogs: list[QDialog]) -> None:
    page.gestures.paste("i1\tเก้าสิบ\ni2\t-1")
    assert not preview(dialogs).accept_button.isEnabled()


def test_what_is_the_same_is_said(page: ScorePage, dialogs: list[QDialog]) -> None:
    page.gestures.paste("i1\t95.20\ni2\t1")
    assert [row[3] for row in rows(preview(dialogs))] == ["เหมือนเดิม", ""]
    assert preview(dialogs).accept_button.text() == "วาง ๑ ค่า"


def test_enter_leaves_what_has_nothing_to_write(
    page: ScorePage, dialogs: list[QDialog], press: Callable[[str], None], qtbot: QtBot
) -> None:
    page.gestures.paste("i1\t95.20\ni2\tเก้าสิบ")
    dialog = preview(dialogs)
    qtbot.waitUntil(dialog.isActiveWindow)
    press("Enter")
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_giving_up_writes_nothing_and_leaves_no_dialog(
    page: ScorePage, dialogs: list[QDialog]
) -> None:
    before = entries(page)
    for _ in range(3):
        page.gestures.paste("i1\t1\ni2\t2")
        preview(dialogs).reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert entries(page) == before
    assert page.findChildren(PreviewDialog) == []


def test_one_good_value_goes_in_at_once(page: ScorePage, dialogs: list[QDialog]) -> None:
    page.go_to("i7")
    page.gestures.paste(" ๘๘.๑๓ ")
    assert not dialogs
    assert entries(page)["i7"] == "88.13"
    deed = session_of(page).next_undo()
    assert deed is not None
    assert deed.name == "วางคะแนน i7"


def test_one_bad_value_is_shown(page: ScorePage, dialogs: list[QDialog]) -> None:
    page.go_to("i7")
    page.gestures.paste("101")
    assert not preview(dialogs).accept_button.isEnabled()


@pytest.mark.parametrize("text", ["", "  \n\t\n"])
def test_an_empty_clipboard_is_said(page: ScorePage, dialogs: list[QDialog], text: str) -> None:
    page.gestures.paste(text)
    assert not dialogs
    assert page.gestures.bubble.isVisible()
    assert page.gestures.bubble.text.startswith("คลิปบอร์ดว่างอยู่")
    assert page.table.viewport().rect().contains(page.gestures.bubble.geometry())


def test_the_button_pastes_too(
    page: ScorePage, clipboard: Callable[[str | None], str], dialogs: list[QDialog]
) -> None:
    clipboard("i1\t1\ni2\t2")
    button = next(b for b in page.findChildren(QPushButton) if b.text() == "วางจาก Excel")
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(rows(preview(dialogs))) == 2


def test_what_was_copied_here_is_taken_here(
    page: ScorePage, clipboard: Callable[[str | None], str], dialogs: list[QDialog]
) -> None:
    """Whole rows of 2565 into 2564: this year's column is taken, not that of the year before."""
    session_of(page).select_year(2565)
    page.table.selectAll()
    page.table.copy()
    assert clipboard(None).startswith("ข้อ\tข้อคำถาม\tคะแนน\tปี ๒๕๖๔\tเพิ่ม/ลด\tกลุ่ม\n")
    wanted = session_of(page).result.entries
    session_of(page).select_year(2564)
    page.gestures.paste(clipboard(None))
    preview(dialogs).accept()
    taken = session_of(page).result.entries
    assert {code: taken[code] for code in wanted} == wanted
