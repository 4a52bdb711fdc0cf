"""The method of a year: chosen, copied, changed with its findings beside it, frozen."""

# pyright: reportPrivateUsage=false
# A test of a dialog looks at the widgets inside it.

from collections.abc import Callable

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ita_desktop.criteria.risk_methods import preset_methods
from ita_desktop.db.risk_methods import kept_method
from ita_desktop.db.rows import Kind
from ita_desktop.domain.criteria import Status
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.risks.method.method_dialog import MethodDialog, show_method
from ita_desktop.ui.session import Session
from ita_desktop.workflows.rows import deeds as rows

A, B, _, _, THREE = preset_methods()
YEAR = 2566
Press = Callable[[str], None]


@pytest.fixture
def session(empty_window: MainWindow) -> Session:
    assert empty_window.session is not None
    return empty_window.session


@pytest.fixture
def open_dialog(
    qtbot: QtBot, empty_window: MainWindow, session: Session
) -> Callable[[], MethodDialog]:
    def open_() -> MethodDialog:
        dialog = show_method(session, empty_window)
        assert dialog is not None
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return open_


def give_a_level(session: Session) -> None:
    process = rows.add_row(session.file, Kind.PROCESS, YEAR, {"text": "จัดซื้อ"})
    rows.add_row(session.file, Kind.RISK, process, {"text": "ก", "level": "สูง"})
    session.refresh()


def listed(dialog: MethodDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def findings(dialog: MethodDialog) -> list[str]:
    table = dialog.findings
    items = (table.item(row, 1) for row in range(table.rowCount()))
    return [item.text() for item in items if item is not None]


def test_a_preset_is_read_with_its_source_and_used_as_one_deed(
    open_dialog: Callable[[], MethodDialog], session: Session
) -> None:
    dialog = open_dialog()
    assert listed(dialog) == [
        "ปี ๒๕๖๖: แบบ A ๕ × ๕ (๑–๓, ๔–๘, ๙–๑๔, ๑๕–๒๕)",
        "แบบ B ๕ × ๕ (๑–๓, ๔–๖, ๘–๑๒, ๑๕–๒๕)",
        "แบบ C ๕ × ๕ (๑–๒, ๓–๙, ๑๐–๑๖, ๑๗–๒๕)",
        "แบบ D ๕ × ๕ (๑–๔, ๕–๙, ๑๐–๑๕, ๑๖–๒๕)",
        "แบบ ๓ × ๓ (FRA ๒๕๖๑) (๑–๒, ๓–๔, ๖–๙)",
    ]
    assert dialog.source.text().endswith("(ยังไม่ได้ตรวจกับคู่มือ)")
    dialog.list.setCurrentRow(1)
    assert "ศรีนครินทรวิโรฒ" in dialog.source.text()
    assert dialog.bands.names[0].isReadOnly()
    assert dialog.likelihood.texts[0].isReadOnly()
    assert not dialog.likelihood.ready.isVisible()
    assert dialog.bands.lasts[1].value() == 6
    dialog.keep.click()
    assert kept_method(session.file, YEAR) == B
    assert not dialog.isVisible()
    assert session.undo() is not None
    assert kept_method(session.file, YEAR) is None


def test_a_copy_is_changed_and_looked_through_while_it_is_typed(
    open_dialog: Callable[[], MethodDialog], session: Session
) -> None:
    dialog = open_dialog()
    dialog.copy.click()
    assert dialog.can_edit
    assert findings(dialog) == ["ทุกคะแนนมีระดับ และไม่พบช่วงที่ขาดหรือซ้อนกัน"]
    dialog.bands.lasts[1].setValue(6)
    hole = "คะแนน ๘ (ช่อง ๒ × ๔, ๔ × ๒) ไม่อยู่ในระดับใด กรุณาแก้ช่วงคะแนน"
    assert findings(dialog) == [hole]
    assert dialog.worst.text() == hole
    assert not dialog.keep.isEnabled()
    dialog.bands.firsts[2].setValue(8)
    assert dialog.keep.isEnabled()
    dialog.bands.names[0].setText("")
    QTest.keyClicks(dialog.bands.names[0], "Low")
    dialog.name.setText("")
    QTest.keyClicks(dialog.name, "Own")
    dialog.keep.click()
    kept = kept_method(session.file, YEAR)
    assert kept is not None
    assert (kept.name, kept.own, kept.status) == ("Own", True, Status.OFFICE)
    assert [(one.name, one.first, one.last) for one in kept.bands] == [
        *(("Low", 1, 3), ("ปานกลาง", 4, 6), ("สูง", 8, 14), ("สูงมาก", 15, 25)),
    ]
    assert kept.source.startswith("คัดลอกจาก แบบ A 5 × 5: ")
    assert kept.source.endswith("(ยังไม่ได้ตรวจกับคู่มือ)")


def test_the_published_scale_is_taken_with_its_hole_and_kept_all_the_same(
    open_dialog: Callable[[], MethodDialog], session: Session, press: Press
) -> None:
    dialog = open_dialog()
    dialog.copy.click()
    dialog.likelihood.ready.activated.emit(2)
    assert findings(dialog) == ["เกณฑ์โอกาสที่เกิด: ๒๑ ถึง ๒๕ ครั้งต่อปีไม่อยู่ในระดับใด"]
    dialog.findings.setFocus()
    dialog.findings.selectRow(0)
    press("Enter")
    assert dialog.likelihood.texts[4].hasFocus()
    dialog.likelihood.texts[4].setPlainText("มากกว่า ๒๐ ครั้งต่อปี")
    assert findings(dialog) == ["ทุกคะแนนมีระดับ และไม่พบช่วงที่ขาดหรือซ้อนกัน"]
    dialog.likelihood.ready.activated.emit(2)
    dialog.keep.click()
    kept = kept_method(session.file, YEAR)
    assert kept is not None
    assert kept.likelihood[4].text == "โอกาสเกิดการกระทำทุจริตมากกว่า 25 ครั้งต่อปี"


def test_a_scale_gets_more_and_fewer_steps(open_dialog: Callable[[], MethodDialog]) -> None:
    dialog = open_dialog()
    dialog.copy.click()
    dialog.impact.size_.setValue(3)
    dialog.likelihood.size_.setValue(6)
    assert dialog.edited.size == (6, 3)
    assert dialog.edited.likelihood[5].name == ""
    assert "โอกาสที่เกิด: ระดับ ๖ ยังไม่มีชื่อ" in findings(dialog)
    dialog.likelihood.size_.setValue(3)
    assert [one.name for one in dialog.edited.likelihood] == ["น้อยมาก", "น้อย", "ปานกลาง"]
    assert not dialog.worst.text()


def test_the_value_of_a_step_is_typed_and_looked_through(
    open_dialog: Callable[[], MethodDialog],
) -> None:
    dialog = open_dialog()
    dialog.copy.click()
    dialog.impact.values[4].setValue(4)
    assert dialog.worst.text() == "ผลกระทบ: ค่า ๔ ต้องมากกว่าค่า ๔ ของระดับก่อนหน้า"
    dialog.findings.wanted.emit(dialog.findings._findings[0])
    assert dialog.impact.values[4].hasFocus()
    dialog.impact.values[4].setValue(6)
    assert [step.value for step in dialog.edited.impact] == [1, 2, 3, 4, 6]
    assert dialog.worst.text().startswith("คะแนน ๓๐ (ช่อง ๕ × ๖)")


def test_levels_are_added_put_in_order_and_taken_out(
    open_dialog: Callable[[], MethodDialog],
) -> None:
    dialog = open_dialog()
    dialog.copy.click()
    dialog.bands.removes[0].click()
    assert [one.first for one in dialog.edited.bands] == [4, 9, 15]
    assert dialog.worst.text().startswith("คะแนน ๑, ๒, ๓ ")
    dialog.bands.add.click()
    assert dialog.bands.names[3].hasFocus()
    QTest.keyClicks(dialog.bands.names[3], "Low")
    dialog.bands.firsts[3].setValue(1)
    dialog.bands.lasts[3].setValue(3)
    assert "กรุณาเรียงจากต่ำไปสูง" in dialog.worst.text()
    dialog.bands.order.click()
    assert [one.name for one in dialog.edited.bands] == ["Low", "ปานกลาง", "สูง", "สูงมาก"]
    assert not dialog.worst.text()


def test_a_draft_that_is_left_keeps_what_was_typed(
    open_dialog: Callable[[], MethodDialog],
) -> None:
    dialog = open_dialog()
    dialog.copy.click()
    dialog.bands.lasts[1].setValue(7)
    dialog.list.setCurrentRow(2)
    assert not dialog.can_edit
    dialog.list.setCurrentRow(0)
    assert dialog.edited.bands[1].last == 7
    assert dialog.away.text() == "ยกเลิก"


def test_a_finding_leads_to_its_field(open_dialog: Callable[[], MethodDialog]) -> None:
    dialog = open_dialog()
    dialog.copy.click()

    def spoil(field: QLineEdit, text: str, leads_to: QLineEdit) -> None:
        before = field.text()
        field.setText(text)
        dialog._typed()
        dialog.findings.wanted.emit(dialog.findings._findings[0])
        assert leads_to.hasFocus()
        field.setText(before)
        dialog._typed()

    for field in (dialog.name, dialog.likelihood.title, dialog.bands.names[1]):
        spoil(field, "", field)
    spoil(dialog.impact.names[2], "สูง", dialog.impact.names[3])  # the second of the two


def test_a_frozen_year_is_read_and_copied_into_the_next(
    open_dialog: Callable[[], MethodDialog], session: Session
) -> None:
    give_a_level(session)
    dialog = open_dialog()
    assert dialog.frozen.isVisible()
    assert "แก้ไขไม่ได้แล้ว" in dialog.frozen.text()
    assert not dialog.keep.isVisible()
    dialog.copy.click()
    dialog.bands.lasts[0].setValue(2)
    assert not dialog.hand_on.isEnabled()
    dialog.bands.firsts[1].setValue(3)
    dialog.hand_on.click()
    kept = kept_method(session.file, YEAR + 1)
    assert kept is not None
    assert kept.bands[0].last == 2
    assert kept_method(session.file, YEAR) == A
    assert YEAR + 1 in session.years
    assert "ปี ๒๕๖๗ ใช้เกณฑ์" in dialog.notice.text
    dialog._turn(YEAR + 1)
    assert session.fiscal_year == YEAR + 1


def test_a_next_year_that_is_frozen_too_says_so(
    open_dialog: Callable[[], MethodDialog], session: Session
) -> None:
    give_a_level(session)
    session.add_year(YEAR + 1)
    process = rows.add_row(session.file, Kind.PROCESS, YEAR + 1, {"text": "จัดซื้อ"})
    rows.add_row(session.file, Kind.RISK, process, {"text": "ก", "level": "สูง"})
    session.select_year(YEAR)
    dialog = open_dialog()
    dialog.list.setCurrentRow(1)
    dialog.hand_on.click()
    assert "เกณฑ์ของปี ๒๕๖๗ แก้ไขไม่ได้แล้ว" in dialog.notice.text
    assert dialog.isVisible()


def test_a_new_year_begins_with_the_method_of_the_last(
    open_dialog: Callable[[], MethodDialog], session: Session
) -> None:
    from ita_desktop.workflows.risks.register import choose_method  # noqa: PLC0415

    choose_method(session.file, YEAR, THREE)
    session.refresh()
    session.add_year(YEAR + 1)
    assert listed(open_dialog())[0] == "ปี ๒๕๖๗: แบบ ๓ × ๓ (FRA ๒๕๖๑) (๑–๒, ๓–๔, ๖–๙)"


def test_a_file_that_is_only_read_is_only_looked_at(
    open_dialog: Callable[[], MethodDialog], session: Session
) -> None:
    session.file.read_only = "ไฟล์นี้เปิดอ่านอย่างเดียว"
    dialog = open_dialog()
    assert not dialog.copy.isEnabled()
    assert not dialog.keep.isEnabled()
    assert dialog.notice.text == "ไฟล์นี้เปิดอ่านอย่างเดียว"


def test_where_there_is_little_room_one_side_is_seen_at_a_time(
    open_dialog: Callable[[], MethodDialog],
) -> None:
    dialog = open_dialog()
    assert not dialog.turn.isVisible()
    dialog.resize(660, 400)
    assert dialog.turn.isVisible()
    assert dialog.list.isVisible()
    assert not dialog.name.isVisible()
    dialog.copy.click()
    assert dialog.name.hasFocus()
    assert not dialog.list.isVisible()
    dialog.bands.lasts[1].setValue(6)
    assert dialog.worst.isVisible()
    dialog.turn.click()
    assert dialog.findings.isVisible()
    dialog.findings.wanted.emit(dialog.findings._findings[0])
    assert dialog.bands.lasts[1].hasFocus()
