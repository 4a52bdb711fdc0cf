"""On a sharper screen, with the keyboard, and for who listens."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from bench.many_risks import made_register
from ita_desktop.ui import theme
from ita_desktop.ui.risks.matrix.board import Board
from ita_desktop.ui.risks.matrix.matrix_card import MatrixCard
from ita_desktop.ui.risks.matrix.seats import Cell

Show = Callable[..., MatrixCard]
_SHARP = """
from bench.many_risks import made_register
from ita_desktop.app import start_qt
from ita_desktop.domain.risk_method import Color
from ita_desktop.ui.level_colors import level_colors
from ita_desktop.ui.risks.matrix.matrix_card import MatrixCard
app, settings = start_qt()
card = MatrixCard(settings)
card.resize(560, 620)
card.show_register(made_register(100))
card.show()
app.processEvents()
board = card.matrix.board
image = board.grab().toImage()
center = board.shape.box((1, 3)).center() * image.devicePixelRatio()
same = image.pixelColor(center).name() == level_colors(Color.GREEN).ground
print(image.devicePixelRatio(), image.width() == round(board.width() * 1.5), same)
"""


def test_at_150_per_cent_it_is_drawn_with_as_many_pixels() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _SHARP],
        env=os.environ | {"QT_SCALE_FACTOR": "1.5"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["1.5", "True", "True"]


def accent_at_edge(board: Board, cell: Cell) -> bool:
    """Say whether a cell has a frame in the colour of the focus."""
    assert board.shape is not None
    box = board.shape.box(cell)
    color = board.grab().toImage().pixelColor(box.center().x(), box.top() + 1)
    return color.name() == theme.colors().accent


def test_the_cell_with_the_keyboard_has_a_frame(show: Show) -> None:
    card = show(made_register(10))
    board = card.matrix.board
    board.set_current((1, 1))
    card.ways.setFocus()
    assert not accent_at_edge(board, (1, 1))
    board.setFocus()
    assert accent_at_edge(board, (1, 1))
    QTest.keyClick(board, Qt.Key.Key_Up)
    assert accent_at_edge(board, (2, 1))
    assert not accent_at_edge(board, (1, 1))


def test_tab_leaves_the_matrix_for_what_is_below_it(show: Show) -> None:
    card = show(made_register(10, unplaced=2))
    card.matrix.board.setFocus()
    QTest.keyClick(card.matrix.board, Qt.Key.Key_Tab)
    assert card.focusWidget() is card.matrix.unplaced
    assert card.matrix.unplaced.accessibleName() == "ยังไม่มีตำแหน่ง ๒ รายการ"


def test_everything_that_takes_the_keyboard_has_a_name(show: Show) -> None:
    card = show(made_register(100, unplaced=2))
    card.matrix.board.setFocus()
    card.matrix.board.set_current((4, 4))
    QTest.keyClick(card.matrix.board, Qt.Key.Key_Return)
    seen = [
        one
        for one in card.findChildren(QWidget)
        if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(seen) == 4
    assert all(one.accessibleName() for one in seen)


@pytest.fixture
def listening() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


@pytest.mark.usefixtures("listening")
def test_who_listens_is_told_of_the_next_cell(show: Show) -> None:
    board = show(made_register(10)).matrix.board
    board.setFocus()
    board.set_current((1, 1))
    QTest.keyClick(board, Qt.Key.Key_Up)
    told = QAccessible.queryAccessibleInterface(board).text(QAccessible.Text.Description)
    assert "= ๒ ระดับต่ำ" in told
