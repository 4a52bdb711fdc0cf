"""The list editor: what its keys make of a list, and that it agrees with the outline."""

import subprocess
import sys
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ita_desktop.domain.outline import read_outline, write_outline
from ita_desktop.ui.fields.list_editor import ListEditor

ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def editor(qtbot: QtBot) -> ListEditor:
    made = ListEditor()
    qtbot.addWidget(made)
    made.resize(400, 200)
    return made


def press(editor: ListEditor, *keys: Qt.Key | tuple[Qt.Key, Qt.KeyboardModifier] | str) -> None:
    for key in keys:
        if isinstance(key, str):
            said = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, key)
            QApplication.sendEvent(editor, said)
        elif isinstance(key, tuple):
            QTest.keyClick(editor, key[0], key[1])
        else:
            QTest.keyClick(editor, key)


def paste(editor: ListEditor, text: str) -> None:
    copied = QMimeData()
    copied.setText(text)
    editor.insertFromMimeData(copied)


K = Qt.Key


def test_a_list_of_three_levels_is_written_with_enter_and_tab(editor: ListEditor) -> None:
    press(editor, "a", K.Key_Return, "b", K.Key_Return, K.Key_Tab, "c", K.Key_Return)
    press(editor, K.Key_Tab, "d", K.Key_Return, (K.Key_Tab, SHIFT), (K.Key_Tab, SHIFT), "e")
    assert editor.kept_text() == "a\nb\n\tc\n\t\td\ne"


def test_no_level_is_skipped_and_none_is_deeper_than_three(editor: ListEditor) -> None:
    editor.put_text("a\n\tb\n\t\tc\n\t\td")
    press(editor, (K.Key_End, CONTROL), K.Key_Tab)
    assert editor.kept_text() == "a\n\tb\n\t\tc\n\t\td"


def test_backspace_at_the_beginning_joins_two_entries(editor: ListEditor) -> None:
    editor.put_text("a\n\tb\nc")
    press(editor, K.Key_Down, K.Key_Home, K.Key_Backspace)
    assert editor.kept_text() == "ab\nc"


def test_alt_and_arrows_move_an_entry_with_what_is_under_it(editor: ListEditor) -> None:
    editor.put_text("a\n\tb\nc")
    press(editor, (K.Key_Down, ALT))
    assert (editor.kept_text(), editor.place) == ("c\na\n\tb", 1)
    press(editor, (K.Key_Up, ALT))
    assert (editor.kept_text(), editor.place) == ("a\n\tb\nc", 0)


def test_an_entry_moved_is_back_with_one_undo(editor: ListEditor) -> None:
    editor.put_text("a\n\tb\nc")
    press(editor, (K.Key_Down, ALT))
    editor.undo()
    assert editor.kept_text() == "a\n\tb\nc"


def test_tab_and_what_follows_from_it_are_undone_at_once(editor: ListEditor) -> None:
    editor.put_text("a\nb")
    press(editor, (K.Key_End, CONTROL), K.Key_Tab)
    assert editor.kept_text() == "a\n\tb"
    editor.undo()
    assert editor.kept_text() == "a\nb"


def test_a_list_from_word_loses_its_numbers_and_keeps_its_levels(editor: ListEditor) -> None:
    paste(editor, "(๑) รับฟัง\n(๒) จัดเวที\n(๒.๑) แจ้ง\n(๓) สรุป")
    assert editor.kept_text() == "รับฟัง\nจัดเวที\n\tแจ้ง\nสรุป"


def test_a_list_is_pasted_at_the_level_of_its_entry(editor: ListEditor) -> None:
    editor.put_text("a\n\tb")
    press(editor, (K.Key_End, CONTROL), K.Key_Return)
    paste(editor, "๑) c\n๒) d")
    assert editor.kept_text() == "a\n\tb\n\tc\n\td"


def test_words_pasted_within_an_entry_stay_in_it(editor: ListEditor) -> None:
    editor.put_text("จำนวน")
    press(editor, K.Key_End)
    paste(editor, "(๒) คน")
    assert editor.kept_text() == "จำนวน(๒) คน"


def test_entries_are_copied_with_their_marks_and_come_back_with_their_levels(
    editor: ListEditor,
) -> None:
    editor.put_text("ก\nข\n\tค\n\tง\nจ")
    press(editor, K.Key_Down, K.Key_Home, (K.Key_Down, SHIFT), (K.Key_Down, SHIFT))
    press(editor, (K.Key_End, SHIFT), (K.Key_C, CONTROL))
    assert QGuiApplication.clipboard().text() == "(๒) ข\n(๒.๑) ค\n(๒.๒) ง"
    editor.put_text("")
    press(editor, (K.Key_V, CONTROL))
    assert editor.kept_text() == "ข\n\tค\n\tง"


def test_the_program_ends_well_with_a_list_still_copied() -> None:
    ended = subprocess.run([sys.executable, "-c", _COPY_AND_END], capture_output=True, check=False)
    assert (ended.returncode, ended.stdout.decode().strip()) == (0, "(1) a|(2) b")


_COPY_AND_END = """
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from ita_desktop.ui.fields.list_editor import ListEditor
application = QApplication([])
editor = ListEditor()
editor.put_text("a\\nb")
editor.selectAll()
editor.copy()
print(QGuiApplication.clipboard().text().translate({0x0E51: "1", 0x0E52: "2", 10: "|"}))
"""


@pytest.mark.parametrize(
    ("text", "keys", "forward"),
    [
        ("", [K.Key_Tab], True),
        ("", [K.Key_Return], True),
        ("", [(K.Key_Tab, SHIFT)], False),
        ("a\nb", [K.Key_Tab], True),
        ("a\nb", [(K.Key_Tab, SHIFT)], False),
        ("a\nb", [(K.Key_End, CONTROL), K.Key_Return, K.Key_Return], True),
        ("a\nb", [K.Key_F6], True),
        ("a\nb", [(K.Key_F6, SHIFT)], False),
    ],
)
def test_the_keyboard_gets_out(
    qtbot: QtBot,
    editor: ListEditor,
    text: str,
    keys: list[Qt.Key | tuple[Qt.Key, Qt.KeyboardModifier]],
    *,
    forward: bool,
) -> None:
    editor.put_text(text)
    *before, last = keys
    press(editor, *before)
    tab = K.Key_Tab in (last, last[0] if isinstance(last, tuple) else last)
    with qtbot.waitSignal(editor.tab_wanted if tab else editor.leave_wanted) as left:
        press(editor, last)
    assert left.args == [forward]
    assert editor.kept_text() == text


def test_the_marks_are_those_of_the_paper(editor: ListEditor) -> None:
    editor.put_text("a\nb\n\tc\n\t\td")
    assert [*editor.marks] == ["(1)", "(2)", "(2.1)", "(2.1.1)"]
    editor.put_text("a")
    assert [*editor.marks] == [""]


KEYS = st.lists(
    st.sampled_from(
        [
            *("กิ", "ข", " ", "๑"),
            *(K.Key_Return, K.Key_Tab, (K.Key_Tab, SHIFT), K.Key_Backspace, K.Key_Delete),
            *((K.Key_Up, ALT), (K.Key_Down, ALT), K.Key_Up, K.Key_Down, K.Key_Home, K.Key_End),
            *((K.Key_Up, SHIFT), (K.Key_Home, CONTROL), (K.Key_Z, CONTROL), (K.Key_Y, CONTROL)),
            "PASTE",
        ]
    ),
    max_size=30,
)


def agrees(make: Callable[[], ListEditor], start: str, keys: list[str]) -> None:
    """Type at random; what is seen, what is kept and what is read of it are the same list."""
    editor = make()
    editor.put_text(start)
    for key in keys:
        if key == "PASTE":
            paste(editor, "๑) ง\n๑.๑ จ\n๒) ฉ")
        else:
            press(editor, key)
        kept = editor.kept_text()
        entries = editor.entries()
        assert write_outline(read_outline(kept)) == kept
        assert read_outline("\n".join("\t" * (e.level - 1) + e.text for e in entries)) == (
            read_outline(kept)
        )
        assert len(entries) == editor.document().blockCount() == len(editor.marks)
    again = make()
    again.put_text(editor.kept_text())
    assert again.kept_text() == editor.kept_text()


STARTS = st.sampled_from(["", "ก", "ก\n\tข\n\t\tค\nง", "ก\tข\nค"])


@given(STARTS, KEYS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_random_keys_agree_with_the_outline(qapp: object, start: str, keys: list[str]) -> None:
    del qapp
    agrees(ListEditor, start, keys)


@pytest.mark.slow
@given(STARTS, KEYS)
@settings(settings.get_profile("slow"), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_many_random_keys_agree_with_the_outline(qapp: object, start: str, keys: list[str]) -> None:
    del qapp
    agrees(ListEditor, start, keys)
