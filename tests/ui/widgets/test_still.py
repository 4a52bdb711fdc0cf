"""A wheel that passes over a choice or a slider scrolls the page, and changes nothing."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.ui.widgets.score_box import ScoreBox
from ita_desktop.ui.widgets.still import StillComboBox, StillSlider


def combo() -> tuple[QWidget, Callable[[], int]]:
    made = StillComboBox()
    made.addItems(["ก", "ข", "ค"])
    return made, made.currentIndex


def slider() -> tuple[QWidget, Callable[[], int]]:
    made = StillSlider(Qt.Orientation.Horizontal)
    return made, made.value


def box() -> tuple[QWidget, Callable[[], int]]:
    made = ScoreBox()
    return made, made.value


def turn(widget: QWidget) -> bool:
    """Turn the wheel down by a notch over a widget; return whether the page under it is to move."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(middle.toPoint())),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt takes it by place
    )
    QApplication.sendEvent(widget, event)
    return not event.isAccepted()


@pytest.mark.parametrize("make", [combo, slider, box])
def test_a_wheel_scrolls_the_page_past_it(
    qtbot: QtBot, make: Callable[[], tuple[QWidget, Callable[[], int]]]
) -> None:
    widget, value = make()
    qtbot.addWidget(widget)
    widget.show()
    widget.setFocus()
    before = value()
    assert turn(widget)
    assert value() == before


def test_a_usual_choice_would_be_changed_by_it(qtbot: QtBot) -> None:
    usual = QComboBox()
    qtbot.addWidget(usual)
    usual.addItems(["ก", "ข"])
    usual.show()
    assert not turn(usual)
    assert usual.currentIndex() == 1
