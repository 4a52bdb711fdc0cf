"""Layouts are copied, edited beside their pages, renamed and deleted; each is one deed."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from ita_desktop.db.data_file import DataFile
from ita_desktop.documents.layout import Layout
from ita_desktop.documents.model import Align, Digits, Orientation
from ita_desktop.ui.main_window import MainWindow
from ita_desktop.ui.measures.layouts.layout_editor import LayoutEditor, with_known_heads
from ita_desktop.ui.measures.layouts.layouts_dialog import LayoutsDialog, show_layouts
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.workflows.layouts import add_copy, free_columns, layouts_of, own_layouts

pytestmark = pytest.mark.usefixtures("at_once")
OWN = "แบบของอำเภอ"


@pytest.fixture
def dialog(window: MainWindow, session: Session, settings: Settings) -> LayoutsDialog:
    made = show_layouts(session, settings, window)
    assert made is not None
    return made


@pytest.fixture
def own(data: DataFile, session: Session) -> Layout:
    """Return the office's copy of the plan."""
    made = add_copy(data, layouts_of(data)[0], OWN)
    session.refresh()
    return made


@pytest.fixture
def editor(own: Layout, dialog: LayoutsDialog, qtbot: QtBot) -> LayoutEditor:
    dialog._choose(own.id)
    dialog.edit.click()
    made = dialog.findChild(LayoutEditor)
    assert made is not None
    qtbot.waitUntil(made.columns.list.hasFocus)
    return made


def names(dialog: LayoutsDialog) -> list[str]:
    items = [dialog.table.item(row, 0) for row in range(dialog.table.rowCount())]
    return [item.text() for item in items if item is not None]


def answer(dialog: LayoutsDialog, text: str) -> None:
    asked = dialog.findChild(QInputDialog)
    assert asked is not None
    asked.setTextValue(text)
    asked.accept()


def saved(data: DataFile) -> Layout:
    (layout,) = own_layouts(data)
    return layout


def test_one_that_ships_is_copied_and_not_edited(dialog: LayoutsDialog, data: DataFile) -> None:
    assert len(names(dialog)) == 5
    assert not dialog.edit.isEnabled()
    assert not dialog.remove.isEnabled()
    dialog.copy.click()
    answer(dialog, OWN)
    assert saved(data).name == OWN
    assert dialog.chosen == saved(data)
    assert names(dialog)[1] == OWN
    assert dialog.edit.isEnabled()
    assert OWN in dialog.notice.text


def test_a_name_that_is_taken_is_refused(
    dialog: LayoutsDialog, data: DataFile, own: Layout
) -> None:
    dialog.copy.click()
    answer(dialog, own.name)
    assert "ชื่ออื่น" in dialog.notice.text
    assert own_layouts(data) == (own,)


def test_one_is_renamed_and_deleted_and_undo_brings_it_back(
    dialog: LayoutsDialog, data: DataFile, own: Layout, session: Session
) -> None:
    dialog._choose(own.id)
    dialog.rename.click()
    answer(dialog, "ชื่อใหม่")
    assert saved(data).name == "ชื่อใหม่"
    dialog.remove.click()
    assert own_layouts(data) == ()
    assert "ชื่อใหม่" not in names(dialog)
    session.undo()
    assert "ชื่อใหม่" in names(dialog)


def test_columns_move_by_keys_and_their_pages_follow(
    editor: LayoutEditor, press: Callable[[str], None], qtbot: QtBot, data: DataFile
) -> None:
    before = editor.preview.made
    assert before is not None
    press("Alt+Down")
    assert editor.columns.place == 1
    assert editor.columns.columns[1].source == "measure"
    qtbot.waitUntil(lambda: editor.preview.made is not before)
    deed = data.latest_deed()
    editor.keep.click()
    assert saved(data).columns[1].source == "measure"
    assert data.latest_deed() == (deed or 0) + 1


def test_columns_move_by_the_mouse(editor: LayoutEditor) -> None:
    model = editor.columns.list.model()
    first, last = editor.columns.columns[0], editor.columns.columns[-1]
    assert model.moveRow(model.index(0, 0).parent(), 0, model.index(0, 0).parent(), 5)
    assert editor.columns.columns[-1] == first
    assert editor.columns.columns[-2] == last


def test_a_column_is_added_filled_and_taken_away(
    editor: LayoutEditor, press: Callable[[str], None], data: DataFile
) -> None:
    press("Insert")
    assert editor.columns.place == 1
    assert editor._error.isVisible()
    assert "หัวตาราง" in editor._error.text()
    editor.fields.source.setCurrentIndex(editor.fields.source.findData("result"))
    editor.fields._source_chosen()
    assert not editor._error.isVisible()
    assert editor.columns.columns[1].head == "ผลการดำเนินการ"
    editor.columns.list.setCurrentRow(0)
    editor.columns.list.setFocus()
    editor.columns.remove.click()
    editor.keep.click()
    assert saved(data).sources[:2] == ("result", "steps")


def test_a_free_column_has_a_name_and_is_offered_elsewhere(
    editor: LayoutEditor, data: DataFile, type_: Callable[[str], None], qtbot: QtBot
) -> None:
    editor.columns.add.click()
    fields = editor.fields
    fields.source.setCurrentIndex(fields.source.count() - 1)
    fields._source_chosen()
    assert "ยังไม่มีชื่อ" in editor._error.text() or "หัวตาราง" in editor._error.text()
    qtbot.waitUntil(fields.name.hasFocus)
    type_("งบประมาณ")
    assert fields.head.toPlainText() == "งบประมาณ"
    assert not editor._error.isVisible()
    offered = [fields.source.itemText(place) for place in range(fields.source.count())]
    editor.keep.click()
    assert free_columns(data) == ("งบประมาณ",)
    assert not [words for words in offered if "อิสระ: ง" in words]


def test_head_width_alignment_and_look_are_kept(editor: LayoutEditor, data: DataFile) -> None:
    editor.fields.head.setPlainText("มาตรการ\nของเรา")
    editor.fields.width_box.setValue(60)
    editor.fields.align.setCurrentIndex(editor.fields.align.findData(Align.CENTER))
    editor.fields._aligned()
    for box, value in ((editor.orientation, Orientation.LANDSCAPE), (editor.digits, Digits.ARABIC)):
        box.setCurrentIndex(box.findData(value))
        box.activated.emit(box.currentIndex())
    editor.cover.click()
    editor.keep.click()
    layout = saved(data)
    column = layout.columns[0]
    assert (column.head, column.width, column.align) == ("มาตรการ\nของเรา", 60, Align.CENTER)
    assert "มาตรการ/แนวทาง" in column.known_as
    assert (layout.orientation, layout.digits, layout.cover) == (
        Orientation.LANDSCAPE,
        Digits.ARABIC,
        True,
    )


def test_the_pages_beside_it_are_those_of_the_edited_layout(
    editor: LayoutEditor, qtbot: QtBot
) -> None:
    def heads() -> str:
        made = editor.preview.made
        assert made is not None
        return "".join(line.text for line in made.file.lines(0))

    editor.fields.head.setPlainText("หัวใหม่เอี่ยม")
    qtbot.waitUntil(lambda: "หัวใหม่เอี่ยม" in heads())


def test_what_makes_no_sense_is_said_and_the_pages_stay(
    editor: LayoutEditor, data: DataFile, own: Layout
) -> None:
    made = editor.preview.made
    editor.fields.head.setPlainText("วิธีการดำเนินการ")
    assert "ซ้ำกัน" in editor._error.text()
    editor.keep.click()
    assert editor.isVisible()
    assert own_layouts(data) == (own,)
    assert editor.preview.made is made
    editor.reject()
    assert own_layouts(data) == (own,)


def test_a_table_has_two_columns_at_least_and_sixteen_at_most(editor: LayoutEditor) -> None:
    for _ in range(20):
        QTest.keyClick(editor.columns.list, Qt.Key.Key_Delete)
    assert len(editor.columns.columns) == 2
    assert not editor.columns.remove.isEnabled()
    for _ in range(20):
        QTest.keyClick(editor.columns.list, Qt.Key.Key_Insert)
    assert len(editor.columns.columns) == 16
    assert not editor.columns.add.isEnabled()


def test_closing_lets_go_of_the_pages(editor: LayoutEditor) -> None:
    editor.reject()
    assert editor.preview.made is None


def test_a_head_that_is_the_usual_one_is_known_by_no_other(data: DataFile) -> None:
    layout = layouts_of(data)[0]
    assert with_known_heads(layout) == layout


def test_a_file_that_is_only_read_is_only_looked_at(
    dialog: LayoutsDialog, data: DataFile, own: Layout
) -> None:
    data.read_only = "อ่านอย่างเดียว"
    dialog._choose(own.id)
    assert not any(
        button.isEnabled() for button in (dialog.copy, dialog.edit, dialog.rename, dialog.remove)
    )
    data.read_only = ""


def test_a_long_name_is_shown_from_its_beginning(editor: LayoutEditor) -> None:
    assert editor.name.text()
    assert editor.name.cursorPosition() == 0
