"""The full wording of an item with what it must show."""

# pyright: reportPrivateUsage=false
# A test of a window looks at the widgets inside it.

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from ita_desktop.criteria import shipped_criteria
from ita_desktop.domain.criteria import Item, Status
from ita_desktop.ui.dialogs.item_text import ItemTextDialog
from ita_desktop.ui.widgets.text_block import TextBlock


def item(code: str) -> Item:
    criteria = shipped_criteria(2566)
    assert criteria is not None
    return criteria.item_by_code[code]


def dialog_of(qtbot: QtBot, item: Item) -> ItemTextDialog:
    dialog = ItemTextDialog(item, 2566)
    qtbot.addWidget(dialog)
    return dialog


def buttons(dialog: ItemTextDialog) -> list[str]:
    box = dialog.findChildren(QDialogButtonBox)[0]
    return sorted(button.text() for button in box.findChildren(QPushButton))


@pytest.mark.parametrize(
    ("status", "words", "keep", "may_go_back"),
    [
        (Status.UNVERIFIED, "ยังไม่ได้ตรวจกับคู่มือ", "บันทึกและยืนยันว่าตรวจแล้ว", False),
        (Status.SEED, "ตรวจกับเอกสารที่เผยแพร่แล้ว", "บันทึกข้อความ", False),
        (Status.OFFICE, "หน่วยงานแก้ไขหรือยืนยันแล้ว", "บันทึกข้อความ", True),
    ],
)
def test_says_how_well_the_text_is_known(
    qtbot: QtBot, status: Status, words: str, keep: str, *, may_go_back: bool
) -> None:
    dialog = dialog_of(qtbot, replace(item("O1"), status=status, text_from=2565))
    labels = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert words in labels
    assert ("๒๕๖๕" in labels) is (status is Status.UNVERIFIED)
    assert keep in buttons(dialog)
    assert ("กลับไปใช้ข้อความเดิมของชุดเกณฑ์" in buttons(dialog)) is may_go_back
    assert dialog.windowTitle() == "ข้อ O1 ปีงบประมาณ ๒๕๖๖"


def test_lists_what_the_item_must_show(qtbot: QtBot) -> None:
    first = next(i for i in (item(f"O{number}") for number in range(1, 44)) if i.components)
    dialog = dialog_of(qtbot, first)
    labels = " ".join(block.text for block in dialog.findChildren(TextBlock))
    for component in first.components:
        assert f"• {component.text[:8]}" in labels


def test_an_empty_text_goes_back_to_the_sets_own(qtbot: QtBot) -> None:
    dialog = dialog_of(qtbot, item("i7"))
    assert dialog.text == item("i7").text
    dialog._give_back()
    assert dialog.text == ""
