"""Very many rows: a model that fetches what is looked at, and says where it cannot."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ita_desktop.errors import ClerkError
from ita_desktop.ui.history.window_model import Column, WindowModel
from ita_desktop.ui.history.window_table import WindowTable

COLUMNS: tuple[Column[int], ...] = (
    Column("เลข", str, 80),
    Column("สองเท่า", lambda row: f"{row * 2}\nบรรทัดสอง", 0),
)


def model_of(asked: list[Sequence[int]]) -> WindowModel[int]:
    def fetch(numbers: Sequence[int]) -> Sequence[int]:
        asked.append(numbers)
        return [*numbers]

    return WindowModel(COLUMNS, fetch, lambda row: row % 2 == 0)


def test_the_model_keeps_the_rules_of_qt(qtmodeltester: ModelTester) -> None:
    model = model_of([])
    model.show(range(250))
    qtmodeltester.check(model)


def test_only_the_windows_that_are_looked_at_are_fetched() -> None:
    asked: list[Sequence[int]] = []
    model = model_of(asked)
    model.show(range(100_000))
    assert (model.rowCount(), asked) == (100_000, [])
    assert model.index(99_999, 0).data() == "99999"
    assert model.index(99_950, 1).data() == "199900 บรรทัดสอง"
    assert [*map(len, asked)] == [100]
    for place in range(0, 100_000, 100):
        assert model.row(place) == place
    assert len(asked) == 1_001
    model.row(0)
    assert len(asked) == 1_002  # let go of meanwhile, and fetched again
    assert model.row(100_000) is None
    assert model.row(-1) is None


def test_what_cannot_be_read_is_told_once_and_shown_as_nothing(qtbot: QtBot) -> None:
    def refuse(_numbers: Sequence[int]) -> Sequence[int]:
        raise ClerkError("อ่านไม่ได้")

    model: WindowModel[int] = WindowModel(COLUMNS, refuse)
    told: list[str] = []
    model.refused.connect(told.append)
    with qtbot.waitSignal(model.refused):
        model.show(range(5))
        assert model.index(0, 0).data() is None
    assert model.index(4, 1).data() is None
    assert told == ["อ่านไม่ได้"]


def test_quiet_rows_are_quiet_and_every_cell_is_said(qtbot: QtBot) -> None:
    table = WindowTable(model_of([]), "ตาราง")
    qtbot.addWidget(table)
    table.show_rows([4, 5])
    model = table.rows
    assert model.index(0, 0).data(Qt.ItemDataRole.ForegroundRole) is not None
    assert model.index(1, 0).data(Qt.ItemDataRole.ForegroundRole) is None
    assert model.index(1, 1).data(Qt.ItemDataRole.AccessibleTextRole).startswith("สองเท่า 10")
    assert "บรรทัดสอง" in model.index(1, 1).data(Qt.ItemDataRole.ToolTipRole)
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(2)]
    assert heads == ["เลข", "สองเท่า"]


def test_arrows_enter_and_copy(qtbot: QtBot) -> None:
    table = WindowTable(model_of([]), "ตาราง")
    qtbot.addWidget(table)
    chosen: list[int] = []
    taken: list[int] = []
    table.chosen.connect(chosen.append)
    table.taken.connect(taken.append)
    table.show_rows([7, 8, 9])
    table.show()
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert (chosen, taken) == ([0, 1], [1])
    assert QGuiApplication.clipboard().text() == "8\t16 บรรทัดสอง"
    table.show_rows([])
    assert chosen[-1] == -1
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert taken == [1]


def test_spare_columns_go_where_there_is_no_room(qtbot: QtBot) -> None:
    columns: tuple[Column[int], ...] = (*COLUMNS, Column("ใคร", str, 140, spare=True))
    table = WindowTable(WindowModel(columns, lambda numbers: [*numbers]), "ตาราง")
    qtbot.addWidget(table)
    table.show()
    for width, hidden in ((300, True), (900, False), (300, True)):
        table.resize(width, 200)
        assert table.isColumnHidden(2) is hidden
        assert table.horizontalHeader().length() == table.viewport().width()


@pytest.mark.parametrize("width", [300, 900])
def test_the_columns_are_as_wide_as_the_table(qtbot: QtBot, width: int) -> None:
    table = WindowTable(model_of([]), "ตาราง")
    qtbot.addWidget(table)
    table.resize(width, 200)
    table.show()
    assert table.horizontalHeader().length() == table.viewport().width()
