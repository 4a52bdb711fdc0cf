import pytest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from ita_desktop.ui.thai_qt import ThaiWords


@pytest.mark.parametrize("kind", [QLineEdit, QPlainTextEdit])
def test_the_menu_of_a_field_is_thai(
    qtbot: QtBot, qapp: QApplication, kind: type[QLineEdit | QPlainTextEdit]
) -> None:
    words = ThaiWords(qapp)
    qapp.installTranslator(words)
    try:
        field = kind()
        qtbot.addWidget(field)
        menu = field.createStandardContextMenu()
        shown = [action.text().partition("\t")[0].replace("&", "") for action in menu.actions()]
        menu.deleteLater()
    finally:
        qapp.removeTranslator(words)
    named = [text for text in shown if text]
    assert {"เลิกทำ", "ตัด", "คัดลอก", "วาง", "เลือกทั้งหมด"} <= set(named)
    assert not [text for text in named if text.isascii()]
