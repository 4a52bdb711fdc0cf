"""The score table on the screen: which rows stand in it, how high they are, where one is."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QWidget

from ita_desktop.thai.text import find
from ita_desktop.ui.scores.delegate import ScoreDelegate, row_height
from ita_desktop.ui.scores.model import Column, Role, ScoreTableModel
from ita_desktop.ui.scores.proxy import ScoreProxy, Shown
from ita_desktop.ui.scores.rows import Kind, ScoreRow
from ita_desktop.ui.widgets.grid import GridView

_WIDTHS = {
    Column.CODE: 62,
    Column.SCORE: 112,
    Column.BEFORE: 84,
    Column.CHANGE: 86,
    Column.BAND: 118,
}
_SPANNING = (Kind.TOTAL, Kind.INSTRUMENT, Kind.PART, Kind.INDICATOR, Kind.SUB_INDICATOR)


class ScoreTable(GridView):
    """Rows of the year looked at; heads lie over the first two columns."""

    rows_changed = Signal()
    """Other rows are shown."""

    def __init__(self, model: ScoreTableModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.score_model = model
        self.proxy = ScoreProxy(model)
        self._search = ""
        self.setModel(self.proxy)
        self.setItemDelegate(ScoreDelegate(self))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName("ตารางคะแนนรายข้อ")
        self.setAccessibleDescription("พิมพ์คะแนนแล้วกด Enter กด F6 เพื่อออกจากตาราง")
        head = self.horizontalHeader()
        head.setMinimumSectionSize(48)
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for column, width in _WIDTHS.items():
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(column, width)
        head.setSectionResizeMode(Column.TEXT, QHeaderView.ResizeMode.Fixed)
        self.stretch_column(Column.TEXT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(10)
        head.sortIndicatorChanged.connect(self._order_by)
        self.columns_resized.connect(self._fit_rows)
        model.dataChanged.connect(self._fit_rows)
        self._lay_heads()

    def goes_on(self, current: QModelIndex, below: QModelIndex) -> bool:
        """Let Enter go from item to item and from indicator to indicator, over the heads between.

        A column of figures typed downwards is of one kind; in a head it would count as published.
        """
        kinds = [self.proxy.source_row(cell.row()).kind for cell in (current, below)]
        return kinds[0] is kinds[1] and super().goes_on(current, below)

    def reload(self) -> None:
        """Take the rows anew; the current cell stays, or its place where the row is gone."""
        row, column = self.currentIndex().row(), self.currentIndex().column()
        code = self.proxy.source_row(row).code if row >= 0 else ""
        self.score_model.reload()
        self._lay_out()
        source = self.score_model.index(self.score_model.row_of(code), column)
        cell = self.proxy.mapFromSource(source)
        if not cell.isValid():
            cell = self.proxy.index(min(row, self.proxy.rowCount() - 1), column)
        self.setCurrentIndex(cell)

    def show_rows(self, shown: Shown) -> None:
        """Show only some of the rows."""
        self.proxy.show(shown)
        self._lay_out()

    def source_rows(self) -> list[ScoreRow]:
        """Return what the shown rows stand for, from top to bottom."""
        return [self.proxy.source_row(row) for row in range(self.proxy.rowCount())]

    def go_to(self, code: str) -> bool:
        """Make the score of ``code`` the current cell; False where it is not shown."""
        place = self.score_model.row_of(code)
        cell = self.proxy.mapFromSource(self.score_model.index(place, Column.SCORE))
        if not cell.isValid():
            return False
        self.setCurrentIndex(cell)
        self.scrollTo(cell, GridView.ScrollHint.PositionAtCenter)
        return True

    def go_to_first_score(self) -> None:
        """Make the first item's (or indicator's) score the current cell: where typing begins."""
        kinds = [row.kind for row in self.source_rows()]
        for kind in (Kind.ITEM, Kind.INDICATOR):
            if kind in kinds:
                self.setCurrentIndex(self.proxy.index(kinds.index(kind), Column.SCORE))
                self.scrollToTop()
                return

    def find_text(self, text: str, *, step: int = 1) -> tuple[int, int]:
        """Go to the next (or, with -1, the one before) row that holds ``text``.

        Thai digits equal Arabic ones. Returns which match it is and how many there are.
        """
        needle = text.strip()
        rows = [row for row in range(self.proxy.rowCount()) if needle and self._holds(row, needle)]
        if not rows:
            return 0, 0
        current = self.currentIndex().row()
        again = needle == self._search
        self._search = needle
        if step > 0:
            later = [row for row in rows if row > current or (row == current and not again)]
            target = later[0] if later else rows[0]
        else:
            earlier = [row for row in rows if row < current]
            target = earlier[-1] if earlier else rows[-1]
        cell = self.proxy.index(target, Column.SCORE)
        self.setCurrentIndex(cell)
        self.scrollTo(cell, GridView.ScrollHint.PositionAtCenter)
        return rows.index(target) + 1, len(rows)

    def current_code(self) -> str:
        """Return the score code of the current row."""
        return self.proxy.source_row(self.currentIndex().row()).code

    def selected_codes(self) -> list[str]:
        """Return the codes of the selected score cells."""
        return [
            self.proxy.source_row(cell.row()).code
            for cell in self.selected_cells()
            if cell.column() == Column.SCORE and cell.flags() & Qt.ItemFlag.ItemIsEditable
        ]

    def codes_from_here(self) -> list[str]:
        """Return the codes that a block of bare figures fills: rows of the current kind."""
        rows = self.source_rows()[max(self.currentIndex().row(), 0) :]
        return [row.code for row in rows if row.kind is rows[0].kind and row.editable]

    def _order_by(self, column: int, order: Qt.SortOrder) -> None:
        self.proxy.order_by(column, order)
        self._lay_out()

    def _lay_out(self) -> None:
        self._lay_heads()
        self._fit_rows()
        self.rows_changed.emit()

    def _lay_heads(self) -> None:
        """Lay heads over the first two columns."""
        self.clearSpans()
        for place, row in enumerate(self.source_rows()):
            if row.kind in _SPANNING:
                self.setSpan(place, Column.CODE, 1, 2)

    def _fit_rows(self) -> None:
        """Give each row the height its text takes."""
        head, heights = self.horizontalHeader(), self.verticalHeader()
        text = head.sectionSize(Column.TEXT)
        for place, row in enumerate(self.source_rows()):
            spanning = row.kind in _SPANNING
            width = text + head.sectionSize(Column.CODE) if spanning else text
            column = Column.CODE if spanning else Column.TEXT
            suffix: str = self.proxy.index(place, column).data(Role.QUIET_SUFFIX)
            heights.resizeSection(place, row_height(row, width, suffix))

    def _holds(self, place: int, needle: str) -> bool:
        row = self.proxy.source_row(place)
        score = self.proxy.index(place, Column.SCORE).data() or ""
        title = row.item.text if row.item else row.title
        return find(f"{row.code} {title} {score}", needle)
