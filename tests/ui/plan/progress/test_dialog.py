"""The grid of reports: typed, pasted, in both rounds, with evidence; only read where closed."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from ita_desktop.db.evidence import add_evidence, store_content
from ita_desktop.db.rows import Kind
from ita_desktop.domain.evidence import report_code
from ita_desktop.domain.project import ProjectResult, ProjectState, Reason
from ita_desktop.ui.dialogs.paste import PreviewDialog
from ita_desktop.ui.evidence.dialog import EvidenceDialog
from ita_desktop.ui.plan.progress.dialog import ProgressDialog, open_progress
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.workflows.plans.making import Heading, begin_plan
from ita_desktop.workflows.plans.outline import add_project
from ita_desktop.workflows.rounds import close_round, reopen_round
from ita_desktop.workflows.rows.deeds import Edit, apply_edits

YEAR = 2566


@pytest.fixture
def session(open_session: Callable[[Path], Session], empty_path: Path) -> Session:
    """Return a session with three projects, of which two run in the year."""
    session = open_session(empty_path)
    file = session.file
    begin_plan(file, YEAR, YEAR + 4, [Heading(1, "สร้างจิตสำนึก"), Heading(1, "โปร่งใส")])
    first, second = (row[0] for row in file.read("SELECT id FROM section ORDER BY id"))
    projects = [add_project(file, one, {"name": "โครงการ"}) for one in (first, first, second)]
    runs = [
        Edit(kind=Kind.PROJECT, number=one, field=f"runs:{YEAR}", text="ใช่")
        for one in (projects[0], projects[2])
    ]
    apply_edits(file, runs, "ปี")
    session.refresh()
    return session


@pytest.fixture
def dialog(qtbot: QtBot, session: Session, settings: Settings) -> Iterator[ProgressDialog]:
    made = ProgressDialog(session, settings)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.reject()


def results(session: Session, months: int = 6) -> list[ProjectResult]:
    assert session.plan is not None
    return [
        one.project.result(YEAR, 12 if months == 12 else 6)
        for one in session.plan.placed()
        if one.project.runs_in(YEAR)
    ]


def cell(dialog: ProgressDialog, row: int, name: str) -> QModelIndex:
    column = dialog.model.column_of(f"{name}:{YEAR}")
    return dialog.model.index(row, column if column >= 0 else dialog.model.column_of(name))


def put(dialog: ProgressDialog, row: int, name: str, text: str) -> None:
    dialog.model.setData(cell(dialog, row, name), text)


def test_only_projects_of_the_year_are_there_with_their_numbers(dialog: ProgressDialog) -> None:
    assert [line.place for line in dialog.model.lines] == [1, 3]
    captions = [dialog.model.cell(row, 1).caption for row in (0, 1)]
    assert captions == ["มิติที่ ๑ สร้างจิตสำนึก", "มิติที่ ๒ โปร่งใส"]


def test_what_is_typed_is_kept_for_the_round_looked_at(
    dialog: ProgressDialog, session: Session
) -> None:
    put(dialog, 0, "state", "ดำเนินการแล้วเสร็จ")
    put(dialog, 0, "spent", "๑๘,๗๕๐.๕๐")
    dialog.look_at(12)
    put(dialog, 0, "result", "จัดอบรมครบ")
    assert results(session)[0] == ProjectResult(state=ProjectState.DONE, spent=Decimal("18750.50"))
    assert results(session, 12)[0] == ProjectResult(result="จัดอบรมครบ")
    assert "เบิกจ่าย ๐ บาท" in dialog.sums.text()
    dialog.look_at(6)
    assert "เบิกจ่าย ๑๘,๗๕๐.๕๐ บาท" in dialog.sums.text()
    assert "ดำเนินการแล้วเสร็จ ๑" in dialog.counts.text()


def test_the_reason_is_said_under_the_state(dialog: ProgressDialog, session: Session) -> None:
    put(dialog, 1, "state", "ไม่สามารถดำเนินการได้")
    put(dialog, 1, "reason", "อื่น ๆ")
    put(dialog, 1, "reason_text", "น้ำท่วม")
    assert results(session)[1].reason is Reason.OTHER
    assert str(cell(dialog, 1, "state").data()) == "ไม่สามารถดำเนินการได้ น้ำท่วม"


def test_money_that_is_none_is_refused_beside_its_cell(
    dialog: ProgressDialog, session: Session, qtbot: QtBot
) -> None:
    put(dialog, 0, "planned", "มาก")
    qtbot.waitUntil(dialog.gestures.bubble.isVisible)
    assert results(session)[0].planned is None


def test_a_block_is_shown_and_pasted_as_one_deed(
    dialog: ProgressDialog, session: Session, dialogs: list[QDialog]
) -> None:
    dialog.table.stand_at(cell(dialog, 0, "granted"))
    dialog.gestures.paste("20,000\t15,000\tอบรมแล้ว\n-\t-\tไม่ใช้เงิน")
    (preview,) = (one for one in dialogs if isinstance(one, PreviewDialog))
    preview.accept()
    first, second = results(session)
    assert (first.granted, first.spent, first.result) == (
        Decimal(20000),
        Decimal(15000),
        "อบรมแล้ว",
    )
    assert (second.granted, second.spent, second.result) == (Decimal(0), Decimal(0), "ไม่ใช้เงิน")
    session.undo()
    assert all(one.is_empty for one in results(session))


def test_what_was_copied_comes_back_unchanged(dialog: ProgressDialog, session: Session) -> None:
    put(dialog, 0, "state", "อยู่ระหว่างดำเนินการ")
    put(dialog, 0, "planned", "1000")
    before = results(session)
    dialog.table.selectAll()
    dialog.table.copy()
    text = QGuiApplication.clipboard().text()
    assert "อยู่ระหว่างดำเนินการ" in text
    assert "1,000" in text
    assert results(session) == before


def test_rows_are_the_plans_and_stay(dialog: ProgressDialog, session: Session) -> None:
    before = session.file.latest_deed()
    dialog.table.stand_at(dialog.model.index(0, 0))
    dialog.gestures.rows.remove()
    assert dialog.gestures.bubble.isVisible()
    dialog.gestures.rows.insert()
    dialog.gestures.rows.move_row(1)
    assert session.file.latest_deed() == before


def test_name_and_unit_are_of_the_project_itself(dialog: ProgressDialog) -> None:
    for field in ("name", "units"):
        assert not cell(dialog, 0, field).flags() & Qt.ItemFlag.ItemIsEditable
        assert "แท็บจัดทำแผน" in dialog.model.why_not(0, dialog.model.column_of(field))


def test_a_closed_round_is_only_read(dialog: ProgressDialog, session: Session) -> None:
    put(dialog, 0, "result", "เริ่มแล้ว")
    session.do(lambda file: close_round(file, YEAR, 6))
    assert not cell(dialog, 0, "result").flags() & Qt.ItemFlag.ItemIsEditable
    dialog.look_at(12)
    assert cell(dialog, 0, "result").flags() & Qt.ItemFlag.ItemIsEditable
    assert results(session, 12)[0].result == "เริ่มแล้ว", "the year starts from the first half"
    dialog.look_at(6)
    session.do(lambda file: reopen_round(file, YEAR, 6))
    assert cell(dialog, 0, "result").flags() & Qt.ItemFlag.ItemIsEditable


def test_evidence_is_of_a_project_and_a_round(
    dialog: ProgressDialog, session: Session, dialogs: list[QDialog]
) -> None:
    file, line = session.file, dialog.model.lines[0]
    store_content(file, "0" * 64, b"%PDF")
    with file.deed("แนบ"):
        add_evidence(file, YEAR, report_code("project", line.number, 6), "ภาพ.pdf", "0" * 64)
    session.refresh()
    column = dialog.model.column_of("evidence")
    assert dialog.model.cell(0, column).shown == "๑ ไฟล์"
    dialog.look_at(12)
    assert dialog.model.cell(0, column).shown == ""
    dialog.look_at(6)
    dialog.table.stand_at(dialog.model.index(0, 2))
    dialog.show_evidence()
    (opened,) = (one for one in dialogs if isinstance(one, EvidenceDialog))
    assert opened.table.rowCount() == 1
    opened.reject()


def test_the_history_of_a_cell_says_what_was_typed(
    dialog: ProgressDialog, dialogs: list[Any]
) -> None:
    put(dialog, 0, "state", "อยู่ระหว่างดำเนินการ")
    put(dialog, 0, "state", "ดำเนินการแล้วเสร็จ")
    dialog.gestures.show_history(cell(dialog, 0, "state"))
    opened = dialogs[-1]
    model = opened.table.model()
    words = " ".join(
        str(model.index(row, column).data())
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    )
    assert "อยู่ระหว่างดำเนินการ" in words
    opened.reject()


def test_the_pages_of_the_round_are_asked_for(dialog: ProgressDialog, qtbot: QtBot) -> None:
    dialog.look_at(12)
    with qtbot.waitSignal(dialog.print_wanted) as told:
        dialog.print.click()
    assert told.args == ["plan-progress/12"]
    assert not dialog.isVisible()


def test_a_year_without_a_plan_says_what_to_do(
    open_session: Callable[[Path], Session],
    year_path: Callable[[int], Path],
    settings: Settings,
    qtbot: QtBot,
) -> None:
    session = open_session(year_path(2565))
    made = ProgressDialog(session, settings)
    qtbot.addWidget(made)
    made.show()
    assert "เริ่มแผน" in made._empty.text()  # pyright: ignore[reportPrivateUsage]
    assert not made.print.isEnabled()
    made.reject()


def test_it_opens_over_the_window(
    session: Session, settings: Settings, dialog: ProgressDialog
) -> None:
    seen: list[str] = []
    opened = open_progress(session, settings, dialog, seen.append)
    assert opened is not None
    opened.print.click()
    assert seen == ["plan-progress/6"]


def test_the_model_is_sound(dialog: ProgressDialog, qtmodeltester: Any) -> None:
    qtmodeltester.check(dialog.model)


def test_undo_takes_back_what_was_typed(
    dialog: ProgressDialog, session: Session, press: Callable[[str], None]
) -> None:
    dialog.table.setFocus()
    line = dialog.model.lines[0]
    edit = Edit(
        kind=Kind.PROJECT, number=line.number, field=f"result:{YEAR}", text="ทำแล้ว", months=6
    )
    session.do(lambda file: apply_edits(file, [edit], "แก้"))
    assert any(one.result for one in results(session))
    press("Ctrl+Z")
    assert not any(one.result for one in results(session))
    press("Ctrl+Y")
    assert any(one.result for one in results(session))


def test_money_without_a_state_is_not_said_to_be_no_report(dialog: ProgressDialog) -> None:
    put(dialog, 0, "spent", "500")
    assert dialog.counts.text().endswith("สถานะ: ยังไม่รายงาน ๑, ยังไม่ระบุสถานะ ๑")
    put(dialog, 0, "state", "ดำเนินการแล้วเสร็จ")
    assert "ยังไม่ระบุสถานะ" not in dialog.counts.text()
