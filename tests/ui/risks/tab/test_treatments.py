"""Treatments below the register: against which risk, in which round, proved by what."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QDialog, QListWidget
from pytestqt.qtbot import QtBot

from ita_desktop.db.rows import Kind
from ita_desktop.domain.risks import Treatment
from ita_desktop.ui.history.field_dialog import FieldHistoryDialog
from ita_desktop.ui.risks.tab.page import RisksPage
from ita_desktop.ui.rows.cell_editor import CellEditor
from ita_desktop.ui.settings import Settings
from ita_desktop.workflows.rows import deeds as work
from ita_desktop.workflows.rows.deeds import Edit
from tests.ui.risks.tab.rows import go, process_of, risk_of

Press = Callable[[str], None]
Type = Callable[[str], None]


def treatment(page: RisksPage, place: int = 0) -> Treatment:
    return process_of(page).treatments[place]


def go_to_treatment(page: RisksPage, place: int, field: str) -> None:
    assert page.go_to(f"treatment:{treatment(page, place).id}", field)
    page.detail.table.setFocus()


def test_the_risk_it_is_against_is_typed_by_its_number(
    risks: RisksPage, press: Press, type_: Type
) -> None:
    go_to_treatment(risks, 0, "risk")
    assert risks.detail.table.currentIndex().data() == "ทุกข้อ"
    type_("๒")
    press("Enter")
    assert treatment(risks).risk == risk_of(risks, 2).id
    go_to_treatment(risks, 0, "risk")
    assert risks.detail.table.currentIndex().data() == "๒"
    press("Delete")
    assert treatment(risks).risk is None


def test_words_to_choose_from_have_room_beyond_a_low_table(
    risks: RisksPage, press: Press, qtbot: QtBot
) -> None:
    go_to_treatment(risks, 0, "state")
    window = risks.window()
    before = len(window.findChildren(QListWidget, "choices"))
    press("F2")
    editor = window.focusWidget()
    assert isinstance(editor, CellEditor)
    assert editor.list.isVisible()
    assert editor.list.geometry().height() > risks.detail.table.viewport().height()
    assert not editor.list.verticalScrollBar().maximum()  # every word is seen
    typed = QRect(editor.mapTo(window, QPoint(0, 0)), editor.size())
    assert not editor.list.geometry().intersects(typed)
    assert window.rect().contains(editor.list.geometry())
    press("Esc")
    qtbot.waitUntil(lambda: len(window.findChildren(QListWidget, "choices")) == before)


def test_a_risk_of_another_process_is_refused(
    risks: RisksPage, press: Press, type_: Type, qtbot: QtBot
) -> None:
    go_to_treatment(risks, 0, "risk")
    type_("4")
    press("Enter")
    qtbot.waitUntil(risks.treatment_gestures.bubble.isVisible)
    assert "ไม่มีความเสี่ยงข้อ “4”" in risks.treatment_gestures.bubble.text
    assert treatment(risks).risk is None


def test_its_history_says_numbers_and_not_ids(
    risks: RisksPage, press: Press, type_: Type, dialogs: list[QDialog]
) -> None:
    go_to_treatment(risks, 0, "risk")
    type_("3")
    press("Enter")
    go_to_treatment(risks, 0, "risk")
    press("Ctrl+H")
    (dialog,) = dialogs
    assert isinstance(dialog, FieldHistoryDialog)
    dialog.reject()
    subject = risks.detail.model.subject
    assert subject.kept_words("risk", str(risk_of(risks, 3).id)) == "3"


def test_a_new_one_is_against_the_risk_that_is_looked_at(
    risks: RisksPage, press: Press, type_: Type
) -> None:
    go(risks, 2)
    risks.detail.table.go_to(f"+treatment:{process_of(risks).id}")
    risks.detail.table.setFocus()
    type_("ถ่ายภาพทุกงวด")
    press("Enter")
    assert treatment(risks, 2).text == "ถ่ายภาพทุกงวด"
    assert treatment(risks, 2).risk == risk_of(risks, 2).id


def test_each_round_has_its_own_report(risks: RisksPage, press: Press, type_: Type) -> None:
    go_to_treatment(risks, 0, "result")
    type_("ตรวจ ๓ สัญญา")
    press("Enter")
    risks.detail.look_at(12)
    go_to_treatment(risks, 0, "result")
    assert not risks.detail.table.currentIndex().data()
    type_("ตรวจครบ")
    press("Enter")
    results = treatment(risks).results
    assert (results[6].result, results[12].result) == ("ตรวจ ๓ สัญญา", "ตรวจครบ")


def test_who_does_it_is_quietly_its_process_s(risks: RisksPage) -> None:
    go_to_treatment(risks, 0, "units")
    assert risks.detail.table.currentIndex().data() == "กองคลัง"
    assert treatment(risks).units == ""


def test_the_words_above_say_how_the_risk_stands_afterwards(risks: RisksPage) -> None:
    number = risk_of(risks, 1).id
    for field, text in (
        ("after_likelihood", "2"),
        ("after_impact", "3"),
        ("control", "สุ่มตรวจ"),
        ("control_quality", "พอใช้"),
    ):
        edit = Edit(kind=Kind.RISK, number=number, field=field, text=text)
        risks._session.do(lambda file, edit=edit: work.set_field(file, edit))
    go(risks, 1)
    assert risks.detail.title.text() == "๑ กำหนดคุณลักษณะเอื้อผู้ขายรายเดียว"
    assert risks.detail.facts.text() == (
        "การควบคุมที่มีอยู่: สุ่มตรวจ (พอใช้) · ผู้รับผิดชอบ: กองคลัง · หลังจัดการ: ๒ × ๓ = ๖ ปานกลาง"
    )


def test_ctrl_e_proves_what_the_treatment_reports(risks: RisksPage) -> None:
    go_to_treatment(risks, 1, "text")
    assert risks.evidence_code() == f"treatment/{treatment(risks, 1).id}/6"
    risks.detail.look_at(12)
    assert risks.evidence_code() == f"treatment/{treatment(risks, 1).id}/12"


def test_columns_are_shown_and_remembered(risks: RisksPage) -> None:
    number = risks.model.column_of("cause")
    assert risks.table.isColumnHidden(number)
    risks.left.columns.turn(number)
    assert not risks.table.isColumnHidden(number)
    assert "cause" in Settings().columns("risks")
