"""The button that shows and hides columns of a grid; which are seen is remembered."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QMenu, QPushButton

from ita_desktop.ui.rows.grid_table import GridTable


class ColumnsMenu(QPushButton):
    """``seen`` are the fields of further columns that are seen at first."""

    def __init__(
        self, table: GridTable, seen: Iterable[str], remember: Callable[[list[str]], object]
    ) -> None:
        super().__init__("คอลัมน์")
        self._table, self._model, self._remember = table, table.grid_model, remember
        self.setToolTip("เลือกคอลัมน์ที่แสดง")
        menu = QMenu(self)
        menu.aboutToShow.connect(lambda: self._fill(menu))
        self.setMenu(menu)
        shown = {*seen}
        for number, column in enumerate(self._model.columns):
            table.setColumnHidden(number, column.may_hide and column.field not in shown)
        table.stretch()

    def show_field(self, field: str) -> None:
        """Show the column of a field that is to be gone to."""
        number = self._model.column_of(field)
        if number >= 0 and self._table.isColumnHidden(number):
            self.turn(number)

    def turn(self, number: int) -> None:
        """Show a column that is hidden, or hide it."""
        table = self._table
        table.setColumnHidden(number, not table.isColumnHidden(number))
        table.stretch()
        table.remeasure()
        self._remember(
            [
                column.field
                for place, column in enumerate(self._model.columns)
                if column.may_hide and not table.isColumnHidden(place)
            ]
        )

    def _fill(self, menu: QMenu) -> None:
        menu.clear()
        for number, column in enumerate(self._model.columns):
            if column.may_hide:
                action = menu.addAction(column.head)
                action.setCheckable(True)
                action.setChecked(not self._table.isColumnHidden(number))
                action.triggered.connect(_slot(self.turn, number))


def _slot(deed: Callable[[int], None], number: int) -> Callable[[bool], None]:
    return lambda _on: deed(number)
