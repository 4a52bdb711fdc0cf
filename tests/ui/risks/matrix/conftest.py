"""A matrix that is shown, and a file with risks whose matrix is moved in earnest."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ita_desktop.db.rows import Kind
from ita_desktop.domain.risks import Register
from ita_desktop.ui.risks.matrix.matrix_card import MatrixCard
from ita_desktop.ui.risks.matrix.moving import Moving
from ita_desktop.ui.risks.matrix.risk_matrix import RiskMatrix
from ita_desktop.ui.risks.matrix.seats import Cell
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.workflows.rows import deeds as work

PLACES = ((4, 4), (3, 4), (2, 3), (None, None))
"""Likelihood and impact of the risks in the file; the last has no place."""


@pytest.fixture
def show(qtbot: QtBot, settings: Settings) -> Callable[..., MatrixCard]:
    """Show a card of the matrix on a register, active and as large as beside the register."""

    def show_(register: Register, size: tuple[int, int] = (560, 620)) -> MatrixCard:
        card = MatrixCard(settings)
        qtbot.addWidget(card)
        card.resize(*size)
        card.show_register(register)
        with qtbot.waitExposed(card):
            card.show()
        card.activateWindow()
        qtbot.waitUntil(card.isActiveWindow)
        return card

    return show_


@pytest.fixture
def session(open_session: Callable[[Path], Session], empty_path: Path) -> Session:
    """Return an open file with four risks of one process."""
    found = open_session(empty_path)
    process = work.add_row(found.file, Kind.PROCESS, 2566, {"text": "การใช้รถราชการ"})
    for number, (likelihood, impact) in enumerate(PLACES, start=1):
        values = {"text": f"เหตุการณ์ที่ {number}"}
        if likelihood is not None:
            values |= {"likelihood": str(likelihood), "impact": str(impact)}
        work.add_row(found.file, Kind.RISK, process, values)
    found.refresh()
    return found


class Desk(QWidget):
    """A card on a session, as a page has it: deeds are done, and shown when they are told."""

    def __init__(self, session: Session, settings: Settings) -> None:
        super().__init__()
        self.session = session
        self.card = MatrixCard(settings)
        self.notice = Notice()
        column = QVBoxLayout(self)
        column.addWidget(self.card, 1)
        column.addWidget(self.notice)
        self.moving = Moving(session, self.card.matrix, self.notice)
        session.risks_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        self.card.show_register(self.session.register)

    @property
    def ids(self) -> list[int]:
        return [one.risk.id for one in self.session.register.risks()]

    def place(self, number: int) -> tuple[int | None, int | None]:
        """Return where risk ``number`` of the paper is in the file."""
        risk = [one.risk for one in self.session.register.risks()][number - 1]
        return risk.likelihood, risk.impact


@pytest.fixture
def desk(qtbot: QtBot, session: Session, settings: Settings) -> Desk:
    made = Desk(session, settings)
    qtbot.addWidget(made)
    made.resize(600, 700)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def middle(matrix: RiskMatrix, cell: Cell) -> QPoint:
    """Return the middle of a cell in the board's coordinates."""
    assert matrix.board.shape is not None
    return matrix.board.shape.box(cell).center()


def corner(matrix: RiskMatrix, cell: Cell) -> QPoint:
    """Return a point of a cell where no chip stands."""
    assert matrix.board.shape is not None
    return matrix.board.shape.box(cell).topLeft() + QPoint(3, 3)


def chip(matrix: RiskMatrix, risk: int) -> QPoint:
    """Return the middle of a risk's chip, in the board or in the strip below it."""
    contents = matrix.board.seating.values()
    chips = [*(one for some in contents for one in some.chips), *matrix.unplaced.chips]
    return next(one.box.center().toPoint() for one in chips if one.risk == risk and not one.ghost)
