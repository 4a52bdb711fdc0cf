"""Nothing is typed unseen: on a low window, and where keys of rows come while typing."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ita_desktop.db.rows import Kind
from ita_desktop.ui.risks.tab.page import RisksPage
from ita_desktop.ui.rows.cell_editor import CellEditor
from ita_desktop.workflows.rows import deeds as work
from tests.ui.risks.tab.rows import process_of, register_of, risk_of, seen

Press = Callable[[str], None]
Type = Callable[[str], None]


@pytest.fixture
def low(risks: RisksPage, qtbot: QtBot) -> RisksPage:
    """Return the tab on a window of 1366 x 768 at 150 %, treatments in the register's place."""
    risks.window().resize(911, 512)
    risks.left.treatments.setChecked(True)
    qtbot.waitUntil(lambda: not risks.table.isVisible() and risks.detail.isVisible())
    return risks


def test_a_risk_that_is_added_is_typed_where_it_is_seen(
    low: RisksPage, press: Press, type_: Type, qapp: QApplication
) -> None:
    low.left.add.click()
    assert low.table.isVisible()
    focused = qapp.focusWidget()
    assert focused is not None
    assert focused.isVisible()
    type_("เหตุการณ์ใหม่")
    press("Enter")
    assert process_of(low).risks[-1].text == "เหตุการณ์ใหม่"


def test_a_row_that_is_turned_to_is_seen(low: RisksPage) -> None:
    assert low.go_to(f"risk:{risk_of(low, 2).id}", "cause")
    assert low.table.isVisible()
    assert not low.detail.isVisible()


def test_a_treatment_that_is_turned_to_stays_in_the_place_of_the_register(low: RisksPage) -> None:
    low.left.treatments.setChecked(False)
    assert low.go_to(f"treatment:{process_of(low).treatments[1].id}")
    assert low.detail.isVisible()
    assert not low.table.isVisible()


def test_a_chip_leaves_the_treatments_where_they_are(low: RisksPage) -> None:
    low.matrix.board.choose_risk(risk_of(low, 2).id)
    assert low.detail.isVisible()
    assert low.detail.title.text().startswith("๒ ตรวจรับงานไม่ครบ")


def test_a_chip_of_a_risk_that_is_filtered_away_shows_it(low: RisksPage) -> None:
    low.bar.show_cell((4, 4))
    first = f"risk:{risk_of(low, 2).id}"
    assert first not in seen(low)
    low.matrix.board.choose_risk(risk_of(low, 2).id)
    assert first in seen(low)


def test_after_the_last_filtered_process_went_the_first_one_is_typed_where_it_is_seen(
    risks: RisksPage, press: Press, type_: Type
) -> None:
    session = risks._session
    risks.bar.show_cell((4, 4))
    numbers = [one.id for one in register_of(risks).processes]
    session.do(lambda file: work.remove_rows(file, Kind.PROCESS, numbers))
    assert risks.empty.isVisible()
    risks.empty.start.click()
    assert risks.table.isVisible()
    type_("การออกใบอนุญาต")
    press("Enter")
    assert process_of(risks).text == "การออกใบอนุญาต"


def test_insert_takes_what_is_being_typed_before_it_begins_another(
    risks: RisksPage, press: Press, type_: Type
) -> None:
    risks.left.add.click()
    type_("ข้อแรก")
    press("Insert")
    type_("ข้อที่สอง")
    press("Enter")
    texts = [one.text for one in register_of(risks).processes[0].risks[-2:]]
    assert texts == ["ข้อแรก", "ข้อที่สอง"]


def test_the_date_of_today_goes_into_what_is_being_typed(
    risks: RisksPage, press: Press, type_: Type, qapp: QApplication
) -> None:
    risks.left.add.click()
    type_("ตรวจเมื่อ ")
    press("Ctrl+;")
    editor = qapp.focusWidget()
    assert isinstance(editor, CellEditor)
    assert editor.toPlainText().startswith("ตรวจเมื่อ ")
    assert len(editor.toPlainText()) > len("ตรวจเมื่อ ")


def test_what_is_typed_of_a_round_stays_in_it_when_the_other_one_is_shown(
    risks: RisksPage, type_: Type
) -> None:
    treatment = process_of(risks).treatments[0]
    assert risks.go_to(f"treatment:{treatment.id}", "result")
    risks.detail.table.setFocus()
    type_("สุ่มตรวจแล้ว ๓ สัญญา")
    risks.detail.look_at(12)
    reported = process_of(risks).treatments[0]
    assert reported.result(6).result == "สุ่มตรวจแล้ว ๓ สัญญา"
    assert not reported.result(12).result


def test_the_key_that_turns_to_the_matrix_turns_back_and_there_again(
    low: RisksPage, qtbot: QtBot, press: Press
) -> None:
    for turned in (True, False, True):
        press("Ctrl+M")
        qtbot.waitUntil(lambda turned=turned: low.right.isVisible() is turned)
        assert low.left.isVisible() is not turned
        focused = QApplication.focusWidget()
        assert focused is not None
        assert low.isAncestorOf(focused)
