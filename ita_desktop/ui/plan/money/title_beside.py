"""The names of the projects stay in sight while many years are scrolled."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ita_desktop.ui import theme


class TitleBeside(QTableView):
    """Lies over the first column of a table and shows it when the table is scrolled sideways.

    It is never given the keyboard: what is clicked in it is chosen in the table.
    """

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.setObjectName("titleBeside")
        self.setAccessibleName("ชื่อโครงการ")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(table)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows = table.verticalHeader()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(rows.minimumSectionSize())
        self.verticalHeader().setDefaultSectionSize(rows.defaultSectionSize())
        here, there = self.verticalScrollBar(), table.verticalScrollBar()
        there.valueChanged.connect(here.setValue)
        here.valueChanged.connect(there.setValue)
        table.horizontalScrollBar().valueChanged.connect(self.place)
        table.horizontalScrollBar().rangeChanged.connect(self.place)
        self.hide()

    def place(self, *_range: int) -> None:
        """Lie where the first column is when nothing is scrolled; without scrolling be hidden."""
        table = self._table
        scrolled = table.horizontalScrollBar().value() > 0
        if scrolled:
            for column in range(1, self.model().columnCount()):
                self.setColumnHidden(column, True)
            width, head = table.columnWidth(0), table.horizontalHeader().height()
            self.setColumnWidth(0, width)
            self.horizontalHeader().setFixedHeight(head)
            frame = table.viewport().geometry()
            self.setGeometry(frame.left(), frame.top() - head, width, frame.height() + head)
            self.verticalScrollBar().setValue(table.verticalScrollBar().value())
        self.setVisible(scrolled)

    @property
    def covered(self) -> int:
        """Pixels of the table that it would lie over."""
        return self._table.columnWidth(0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.setPen(theme.color("quiet"))
        right = self.viewport().width() - 1
        painter.drawLine(right, 0, right, self.viewport().height())
        painter.end()
