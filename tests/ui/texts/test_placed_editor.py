"""Places in braces are seen as what they are; the letters stay as they were typed."""

import pytest
from PySide6.QtGui import QTextCharFormat
from pytestqt.qtbot import QtBot

from ita_desktop.ui import theme
from ita_desktop.ui.texts.placed_editor import NOT_TOLD, PlacedEditor

PLACES = {"หน่วยงาน": "เทศบาล", "คะแนน:IIT": "90.42", "ผู้บริหาร": ""}


@pytest.fixture
def editor(qtbot: QtBot) -> PlacedEditor:
    made = PlacedEditor()
    qtbot.addWidget(made)
    made.show_places(PLACES)
    return made


def colours(editor: PlacedEditor) -> dict[str, str]:
    """Return the coloured pieces of the first line with their colours."""
    block = editor.document().firstBlock()
    found: dict[str, str] = {}
    for one in block.layout().formats():
        if one.format.hasProperty(QTextCharFormat.Property.BackgroundBrush):
            piece = block.text()[one.start : one.start + one.length]
            found[piece] = one.format.foreground().color().name()
    return found


def test_places_are_coloured_and_others_stand_out(editor: PlacedEditor, qtbot: QtBot) -> None:
    editor.setPlainText("ของ {หน่วยงาน} ได้ {คะแนน:IIT} และ {อื่น} {")
    wanted = {
        "{หน่วยงาน}": theme.colors().accent,
        "{คะแนน:IIT}": theme.colors().accent,
        "{อื่น}": theme.colors().red,
    }
    qtbot.waitUntil(lambda: colours(editor) == wanted)
    assert editor.unknown() == ("อื่น",)
    editor.show_places({})
    qtbot.waitUntil(lambda: colours(editor) == {})
    assert editor.unknown() == ()


def test_a_place_says_its_value_in_thai_digits(editor: PlacedEditor) -> None:
    editor.setPlainText("ก{คะแนน:IIT}ข{ผู้บริหาร}{x}")
    text = editor.toPlainText()
    assert editor.value_at(0) == ""
    assert editor.value_at(1) == "๙๐.๔๒"
    assert editor.value_at(text.index("ข")) == ""
    assert editor.value_at(text.index("ผู้บริหาร")) == NOT_TOLD
    assert "ไม่มีข้อมูลชื่อนี้" in editor.value_at(text.index("x"))
