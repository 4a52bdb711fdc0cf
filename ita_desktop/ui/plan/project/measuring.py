"""The menu that says, in brackets behind an outcome, how it is measured."""

from functools import partial
from typing import Final

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ita_desktop.ui.fields.list_editor import ListEditor
from ita_desktop.ui.widgets.choices import menu_button

_WAYS: Final = (
    "(สำรวจโดยใช้แบบประเมินติดตามผล)",
    "(สำรวจโดยใช้แบบสอบถามความพึงพอใจ)",
    "(วัดจากแบบทดสอบก่อนและหลังการอบรม)",
    "(นับจากทะเบียนผู้เข้าร่วมกิจกรรม)",
    "(ตรวจสอบจากรายงานผลการดำเนินงาน)",
)
_OWN: Final = "(สำรวจโดย)"


def measuring_button(editor: ListEditor, of: str, parent: QWidget) -> QPushButton:
    """Return the button of a list of ``of`` ("ผลผลิต"): it adds to the entry being written."""
    menu = QMenu(parent)
    for words in _WAYS:
        menu.addAction(words, partial(_add, editor, words, 0))
    menu.addSeparator()
    menu.addAction("พิมพ์วิธีวัดผลเอง", partial(_add, editor, _OWN, 1))
    made = menu_button("วิธีวัดผล", "เติมวิธีวัดผลในวงเล็บท้ายข้อที่กำลังพิมพ์", menu)
    made.setAccessibleName(f"วิธีวัด{of}")
    made.setObjectName("plain")
    made.setAutoDefault(True)  # Enter presses it
    return made


def _add(editor: ListEditor, words: str, back: int) -> None:
    editor.setFocus()
    editor.append_to_entry(words, back)
