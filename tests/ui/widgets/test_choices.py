"""A filter's choices: told apart in the box, whole in the list that opens."""

from PySide6.QtWidgets import QComboBox, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from ita_desktop.ui.widgets.choices import choice, fill_choice

NAMES = (
    "ความโปร่งใสของการใช้จ่ายงบประมาณและการบริหารจัดการทรัพยากรภาครัฐ",
    "ความโปร่งใสของการใช้อำนาจและตำแหน่งหน้าที่",
)


class _Option(QStyleOptionViewItem):
    text: str


def filled(qtbot: QtBot, width: int = 210) -> QComboBox:
    box = choice("แสดงเฉพาะด้าน")
    qtbot.addWidget(box)
    box.setMaximumWidth(width)
    fill_choice(box, [("ทุกด้าน", "", None), *((name, name, 2) for name in NAMES)])
    return box


def test_two_names_that_begin_alike_are_told_apart_in_the_box(qtbot: QtBot) -> None:
    box = filled(qtbot)
    first, second = box.itemText(1), box.itemText(2)
    assert first != second
    assert "…" in first
    assert first.endswith("ภาครัฐ (๒)")
    assert second.endswith("หน้าที่ (๒)")


def test_the_list_that_opens_has_every_word(qtbot: QtBot) -> None:
    box = filled(qtbot)
    delegate, shown = box.itemDelegate(), _Option()
    delegate.initStyleOption(shown, box.model().index(1, 0))  # pyright: ignore[reportAttributeAccessIssue]
    assert shown.text == f"{NAMES[0]} (๒)"
    assert box.view().minimumWidth() > box.fontMetrics().horizontalAdvance(shown.text)


def test_what_the_box_shows_ends_before_its_arrow(qtbot: QtBot) -> None:
    box = filled(qtbot)
    for place in range(box.count()):
        assert box.fontMetrics().horizontalAdvance(box.itemText(place)) <= 210 - 50


def test_more_room_shows_more_and_the_chosen_one_stays(qtbot: QtBot) -> None:
    box = filled(qtbot)
    box.setCurrentIndex(2)
    short = box.currentText()
    box.setMaximumWidth(280)
    fill_choice(box, [("ทุกด้าน", "", None), *((name, name, 2) for name in NAMES)])
    assert box.currentData() == NAMES[1]
    assert len(box.currentText()) > len(short)


def test_the_list_of_any_box_shows_its_last_row_whole(qtbot: QtBot) -> None:
    box = QComboBox()
    qtbot.addWidget(box)
    box.addItems(["เขียว", "เหลือง", "ส้ม", "แดง"])
    with qtbot.waitExposed(box):
        box.show()
    box.showPopup()
    view = box.view()
    last = view.visualRect(box.model().index(3, 0))
    assert view.viewport().rect().contains(last)
    assert last.height() > view.fontMetrics().height()
    box.hidePopup()
