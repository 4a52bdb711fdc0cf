"""The fixed parts of a plan: texts with places, the way back, and the table of goals."""

# pyright: reportPrivateUsage=false
# A test of an editor looks at the widgets inside it.

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from ita_desktop.db.rows import Kind
from ita_desktop.documents.plan_texts import TEXTS
from ita_desktop.domain.plan import Plan
from ita_desktop.ui.plan.parts.editor import PartsEditor
from ita_desktop.ui.session import Session
from ita_desktop.workflows.plans.making import Heading, begin_plan, put_text
from ita_desktop.workflows.plans.outline import add_project
from ita_desktop.workflows.rows import deeds as rows


@pytest.fixture
def session(open_session: Callable[[Path], Session], empty_path: Path) -> Session:
    made = open_session(empty_path)
    begin_plan(made.file, 2566, 2568, [Heading(1, "วัฒนธรรมสุจริต")], ["คดีทุจริตลดลง"])
    made.refresh()
    return made


@pytest.fixture
def editor(qtbot: QtBot, session: Session) -> PartsEditor:
    made = PartsEditor(session)
    qtbot.addWidget(made)
    made.resize(690, 620)
    made.show()
    qtbot.waitExposed(made)
    return made


def plan(session: Session) -> Plan:
    assert session.plan is not None
    return session.plan


def test_every_text_is_shown_with_its_starting_words_and_their_values(
    editor: PartsEditor, session: Session
) -> None:
    for name, text in TEXTS.items():
        editor.show_part(name)
        assert editor.text.text == text.starting
        assert editor.text.state.text() == "ข้อความตั้งต้น"
        assert editor.text.back.isHidden()
        assert "{" not in editor.text.shown.text
    editor.show_part("rationale")
    assert session.office.name in editor.text.shown.text
    assert "๒๕๖๖" in editor.text.shown.text


def test_a_list_is_numbered_where_it_is_shown(editor: PartsEditor) -> None:
    editor.show_part("objectives")
    editor.text.editor.setPlainText("หนึ่ง\n\nสอง")
    assert editor.text.shown.text == "(๑) หนึ่ง\n(๒) สอง"


def test_what_is_typed_is_kept_when_it_is_left_and_can_be_taken_back(
    editor: PartsEditor, session: Session
) -> None:
    editor.show_part("preface")
    editor.text.editor.setPlainText("คำนำของเรา")
    assert session.leave()
    assert plan(session).texts == {"preface": "คำนำของเรา"}
    assert editor.text.state.text() == "แก้ไขแล้ว"
    editor.text.back.click()
    assert plan(session).texts == {}
    assert editor.text.text == TEXTS["preface"].starting
    session.undo()
    assert editor.text.text == "คำนำของเรา"


def test_another_part_takes_what_was_typed_into_the_one_before(
    editor: PartsEditor, session: Session
) -> None:
    editor.show_part("rationale")
    editor.text.editor.setPlainText("เหตุผล")
    editor.show_part("benefits")
    assert plan(session).texts == {"rationale": "เหตุผล"}
    assert editor.text.text == TEXTS["benefits"].starting


def test_leaving_the_editor_by_tab_writes_once(
    editor: PartsEditor, session: Session, qtbot: QtBot
) -> None:
    editor.focus_text("cover")
    editor.text.editor.setPlainText("ปกของเรา")
    before = session.file.latest_deed()
    QTest.keyClick(editor.text.editor, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: "cover" in plan(session).texts)
    written = session.file.latest_deed()
    assert written != before
    assert session.leave()
    assert session.file.latest_deed() == written


def test_a_place_is_put_in_from_the_menu_and_follows_the_data(
    editor: PartsEditor, session: Session
) -> None:
    editor.show_part("preface")
    editor.text.editor.setPlainText("รวม ")
    editor.text.editor.moveCursor(editor.text.editor.textCursor().MoveOperation.End)
    editor.text._fill_menu()
    words = [action.text() for action in editor.text._menu.actions()]
    assert "จำนวนมิติ: ๑" in words
    editor.text.insert_place("จำนวนโครงการ")
    assert editor.text.shown.text == "รวม ๐"
    assert session.leave()
    add_project(session.file, plan(session).sections[0].id, {"name": "โครงการ"})
    session.refresh()
    assert editor.text.shown.text == "รวม ๑"


def test_a_typed_figure_is_pointed_out_and_becomes_its_place(
    editor: PartsEditor, session: Session
) -> None:
    editor.show_part("preface")
    assert editor.text.hint.isHidden()  # the starting text's own figures are of the paper's form
    editor.text.editor.setPlainText("\n มีทั้งหมด ๓๘ โครงการ")
    assert "๓๘" in editor.text.hint.text()
    assert "ข้อมูลจริงคือ ๐" in editor.text.hint.text()
    editor.text.use_place.click()
    assert plan(session).texts == {"preface": "มีทั้งหมด {จำนวนโครงการ} โครงการ"}
    assert editor.text.hint.isHidden()


def test_what_another_deed_changes_is_shown_but_not_over_what_is_being_typed(
    editor: PartsEditor, session: Session, qtbot: QtBot
) -> None:
    editor.show_part("preface")
    put_text(session.file, plan(session).id, "preface", "จากที่อื่น")
    session.refresh()
    assert editor.text.text == "จากที่อื่น"
    editor.focus_text("preface")
    qtbot.waitUntil(editor.text.editor.hasFocus)
    editor.text.editor.setPlainText("กำลังพิมพ์")
    put_text(session.file, plan(session).id, "preface", "อีกครั้ง")
    session.refresh()
    assert editor.text.text == "กำลังพิมพ์"


def test_goals_are_a_grid_of_rows_and_years(
    editor: PartsEditor, session: Session, qtbot: QtBot
) -> None:
    editor.show_part("goals")
    model = editor.goals.model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert [column.head for column in model.columns] == ["เป้าหมาย", "ปี ๒๕๖๖", "ปี ๒๕๖๗", "ปี ๒๕๖๘"]
    model.setData(model.index(0, 2), "ร้อยละ ๒๐")
    (goal,) = plan(session).goals
    assert goal.aims == {2567: "ร้อยละ ๒๐"}
    model.setData(model.index(1, 0), "คะแนน ITA")
    assert [one.text for one in plan(session).goals] == ["คดีทุจริตลดลง", "คะแนน ITA"]
    editor.goals.table.stand_at(model.index(1, 0))
    editor.goals.up.click()
    assert [one.text for one in plan(session).goals] == ["คะแนน ITA", "คดีทุจริตลดลง"]
    editor.goals.table.stand_at(model.index(0, 0))
    editor.goals.remove.click()
    assert [one.text for one in plan(session).goals] == ["คดีทุจริตลดลง"]
    editor.focus_text(f"goal:{plan(session).goals[0].id}")
    qtbot.waitUntil(editor.goals.table.hasFocus)


def test_an_aim_typed_where_a_goal_is_to_be_added_makes_both(
    editor: PartsEditor, session: Session
) -> None:
    editor.show_part("goals")
    model = editor.goals.model
    model.setData(model.index(1, 3), "๙๕")
    assert [(one.text, dict(one.aims)) for one in plan(session).goals] == [
        ("คดีทุจริตลดลง", {}),
        ("", {2568: "๙๕"}),
    ]


def test_the_columns_follow_the_years_of_the_plan(editor: PartsEditor, session: Session) -> None:
    from ita_desktop.workflows.plans.making import change_years  # noqa: PLC0415

    editor.show_part("goals")
    change_years(session.file, plan(session).id, 2565, 2567)
    session.refresh()
    assert [column.field for column in editor.goals.model.columns] == [
        *("text", "aim:2565", "aim:2566", "aim:2567")
    ]


def test_a_file_that_is_only_read_takes_nothing(
    open_session: Callable[[Path], Session], empty_path: Path, qtbot: QtBot
) -> None:
    session = open_session(empty_path)
    plan_number = begin_plan(session.file, 2566, 2568)
    rows.add_row(session.file, Kind.GOAL, plan_number, {"text": "คดีทุจริตลดลง"})
    session.refresh()
    session.file.read_only = "อ่านได้อย่างเดียว"
    editor = PartsEditor(session)
    qtbot.addWidget(editor)
    editor.show_part("goals")
    assert editor.text.editor.isReadOnly()
    assert not editor.text.places.isEnabled()
    assert not editor.goals.add.isEnabled()
    assert editor.goals.model.rowCount() == 1


def test_undo_says_which_text_came_back(editor: PartsEditor, session: Session) -> None:
    put_text(session.file, plan(session).id, "rationale", "เหตุผล")
    put_text(session.file, plan(session).id, "rationale", None)
    session.refresh()
    told: list[str] = []
    session.plan_reverted.connect(told.append)
    session.undo()
    session.undo()
    session.redo()
    assert told == ["part:rationale"] * 3
    assert editor.name == "cover"


def test_on_a_low_window_what_is_typed_goes_before_what_will_be_printed(
    editor: PartsEditor,
) -> None:
    editor.show_part("goals")
    assert editor.text.shown.isVisible()
    editor.resize(690, 400)
    assert not editor.text.shown.isVisible()
    editor.show_part("preface")
    assert editor.text.shown.isVisible()


def test_enter_in_any_year_of_the_last_goal_goes_to_where_the_next_is_typed(
    editor: PartsEditor, session: Session
) -> None:
    editor.show_part("goals")
    table = editor.goals.table
    place = len(plan(session).goals) - 1
    table.stand_at(editor.goals.model.index(place, 0))
    QTest.keyClick(table, Qt.Key.Key_Tab)
    assert table.currentIndex().column() == 1
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (place + 1, 0)
