"""A treatment is linked to a measure, a risk and a project; each choice is seen at once."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ita_desktop.db.rows import Kind
from ita_desktop.domain.risks import Treatment
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.risks.links.link_dialog import LinkDialog, show_links
from ita_desktop.ui.session import Session
from ita_desktop.workflows.plans.making import Heading, begin_plan
from ita_desktop.workflows.plans.outline import add_project
from ita_desktop.workflows.rows import deeds as rows
from ita_desktop.workflows.rows.deeds import Edit

YEAR = 2566


@pytest.fixture
def session(empty_window: MainWindow) -> Session:
    assert empty_window.session is not None
    session = empty_window.session
    process = rows.add_row(session.file, Kind.PROCESS, YEAR, {"text": "จัดซื้อ", "units": "กองคลัง"})
    for text in ("แบ่งซื้อ", "เอื้อผู้ขาย"):
        rows.add_row(session.file, Kind.RISK, process, {"text": text})
    rows.add_row(session.file, Kind.TREATMENT, process, {"text": "เปิดเผยแผนจัดซื้อ"})
    session.refresh()
    return session


@pytest.fixture
def open_dialog(
    qtbot: QtBot, empty_window: MainWindow, session: Session
) -> Callable[[], LinkDialog]:
    def open_() -> LinkDialog:
        dialog = show_links(session, treatment_of(session).id, empty_window)
        assert dialog is not None
        qtbot.waitUntil(dialog.isActiveWindow)
        return dialog

    return open_


def treatment_of(session: Session) -> Treatment:
    return session.register.processes[0].treatments[0]


def add_measures(session: Session, *texts: str) -> list[int]:
    topic = rows.add_row(session.file, Kind.TOPIC, YEAR, {"title": "ประเด็น"})
    made = [rows.add_row(session.file, Kind.MEASURE, topic, {"text": text}) for text in texts]
    session.refresh()
    return made


def test_a_measure_is_found_linked_and_let_go(
    open_dialog: Callable[[], LinkDialog], session: Session, press: Callable[[str], None]
) -> None:
    _, second = add_measures(session, "อบรมพนักงาน", "เปิดเผยราคากลาง")
    dialog = open_dialog()
    assert dialog.linked.text() == "ยังไม่ได้เชื่อมกับมาตรการ"
    dialog.search.setText("ราคา กลาง")
    assert dialog.table.rowCount() == 1
    dialog.table.setFocus()
    press("Enter")
    assert treatment_of(session).measure == second
    assert dialog.linked.text() == "เชื่อมกับ มาตรการ ๒ เปิดเผยราคากลาง"
    assert not dialog.make.isEnabled()
    dialog.free.click()
    assert treatment_of(session).measure is None
    assert not dialog.free.isVisible()
    dialog.search.setText("ไม่มีคำนี้")
    assert not dialog.table.isVisible()
    assert not dialog.link.isEnabled()
    assert dialog.empty.text().startswith("ไม่พบมาตรการ")


def test_how_far_the_linked_measure_is_stands_beside_it(
    open_dialog: Callable[[], LinkDialog], session: Session
) -> None:
    (measure,) = add_measures(session, "เปิดเผยราคากลาง")
    half = Edit(kind=Kind.MEASURE, number=measure, field="state", text="ยังไม่เริ่ม", months=6)
    for edit in (half, replace(half, text="แล้วเสร็จ", months=12)):
        rows.set_field(session.file, edit)
    session.refresh()
    dialog = open_dialog()
    dialog.link.click()
    assert dialog.linked.text().endswith("เปิดเผยราคากลาง (แล้วเสร็จ รอบ ๑๒ เดือน)")
    assert treatment_of(session).results == {}  # shown, not copied


def test_a_measure_is_made_and_gone_to(
    open_dialog: Callable[[], LinkDialog], session: Session
) -> None:
    dialog = open_dialog()
    assert dialog.empty.text().startswith("ปีนี้ยังไม่มีมาตรการให้เลือก")
    dialog.make.click()
    ((topic, measure),) = session.tracker.measures()
    assert (measure.text, measure.units) == ("เปิดเผยแผนจัดซื้อ", "กองคลัง")
    wanted: list[tuple[int, int]] = []

    def hear(topic: int, measure: int) -> None:
        wanted.append((topic, measure))

    dialog.measure_wanted.connect(hear)
    dialog.go.click()
    assert wanted == [(topic.id, measure.id)]
    assert not dialog.isVisible()


def test_it_is_against_one_risk_or_all(
    open_dialog: Callable[[], LinkDialog], session: Session
) -> None:
    dialog = open_dialog()
    assert [dialog.risk.itemText(place) for place in range(dialog.risk.count())] == [
        *("ทุกความเสี่ยงของกระบวนงานนี้", "๑. แบ่งซื้อ", "๒. เอื้อผู้ขาย"),
    ]
    dialog.risk.setCurrentIndex(2)
    dialog.risk.activated.emit(2)
    assert treatment_of(session).risk == session.register.processes[0].risks[1].id
    assert dialog.risk.currentIndex() == 2
    dialog.risk.setCurrentIndex(0)
    dialog.risk.activated.emit(0)
    assert treatment_of(session).risk is None


def test_a_project_that_is_typed_is_kept_when_the_dialog_goes(
    open_dialog: Callable[[], LinkDialog], session: Session
) -> None:
    dialog = open_dialog()
    dialog.project.setFocus()
    QTest.keyClicks(dialog.project, "Project 7")
    dialog.away.click()
    assert treatment_of(session).project == "Project 7"
    assert session.undo() is not None
    assert treatment_of(session).project == ""


def test_a_treatment_that_is_gone_is_not_linked(
    empty_window: MainWindow, session: Session, open_dialog: Callable[[], LinkDialog]
) -> None:
    dialog = open_dialog()
    rows.remove_rows(session.file, Kind.TREATMENT, [treatment_of(session).id])
    session.refresh()
    dialog.make.click()
    assert "ถูกลบไปแล้ว" in dialog.notice.text
    assert show_links(session, 99, empty_window) is None


def test_a_file_that_is_only_read_is_only_looked_at(
    open_dialog: Callable[[], LinkDialog], session: Session
) -> None:
    add_measures(session, "อบรม")
    session.file.read_only = "ไฟล์นี้เปิดอ่านอย่างเดียว"
    dialog = open_dialog()
    for control in (dialog.link, dialog.make, dialog.risk):
        assert not control.isEnabled()
    assert dialog.project.isReadOnly()
    assert dialog.table.rowCount() == 1


def test_a_project_of_the_plan_is_chosen_and_called_as_it_is_now(
    open_dialog: Callable[[], LinkDialog], session: Session, qtbot: QtBot
) -> None:
    file = session.file
    begin_plan(file, YEAR, YEAR + 4, [Heading(1, "มิติ")])
    section = file.read("SELECT id FROM section")[0][0]
    first, second = (add_project(file, section, {"name": f"โครงการ{n}"}) for n in "กข")
    session.refresh()
    dialog = open_dialog()
    assert [dialog.planned.itemText(n) for n in range(3)] == [
        "ไม่ใช่โครงการในแผน",
        "๑. โครงการก",
        "๒. โครงการข",
    ]
    dialog.planned.setCurrentIndex(2)
    dialog.planned.activated.emit(2)
    linked = treatment_of(session).linked
    assert linked is not None
    assert (linked.id, linked.number) == (second, 2)
    assert not dialog.project.isEnabled(), "words of its own would say something else"
    with qtbot.waitSignal(session.risks_changed):
        session.do(
            lambda file: rows.set_field(
                file, Edit(kind=Kind.PROJECT, number=second, field="name", text="ชื่อใหม่")
            )
        )
    assert treatment_of(session).project_words == "ชื่อใหม่ (ลำดับที่ 2 ของแผน)"
    with qtbot.waitSignal(session.risks_changed):
        session.do(lambda file: rows.remove_rows(file, Kind.PROJECT, [first]))
    assert treatment_of(session).project_words == "ชื่อใหม่ (ลำดับที่ 1 ของแผน)"
    dialog.refresh()
    dialog.planned.activated.emit(0)
    assert treatment_of(session).linked is None
    assert dialog.project.isEnabled()
    dialog.reject()


def test_without_a_plan_there_is_no_project_to_choose(
    open_dialog: Callable[[], LinkDialog],
) -> None:
    dialog = open_dialog()
    assert not dialog.planned.isEnabled()
    assert dialog.planned.currentText() == "ยังไม่มีแผนที่ครอบคลุมปีนี้"
    dialog.reject()


def test_a_deed_of_the_plan_leaves_risks_alone_where_none_is_a_project(
    session: Session, qtbot: QtBot
) -> None:
    before = session.register
    with qtbot.assertNotEmitted(session.risks_changed):
        session.do(lambda file: begin_plan(file, YEAR, YEAR + 4, [Heading(1, "มิติ")]))
    assert session.register is before
