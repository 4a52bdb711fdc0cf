"""The pages of a paper in a narrow list, small and numbered."""

from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter, QPen, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ita_desktop.ui import theme, wording
from ita_desktop.ui.preview import page_painter
from ita_desktop.ui.preview.pdf_file import PdfFile, strip_height
from ita_desktop.ui.preview.pictures import Pictures, Strip

_MOST_BYTES = 12 * 1024 * 1024
WIDTH = 96
_NUMBER = 24
_AROUND = 8

_Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What the drawing asks of a row."""

    SIZE = Qt.ItemDataRole.UserRole


class _Pages(QAbstractListModel):
    """One row a page."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._file: PdfFile | None = None

    def show_file(self, file: PdfFile | None) -> None:
        self.beginResetModel()
        self._file = file
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if self._file is None or parent.isValid() else len(self._file.sizes)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if self._file is None or not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return wording.figure(index.row() + 1)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"หน้า {wording.figure(index.row() + 1)}"
        if role == Role.SIZE:
            return QSize(WIDTH, strip_height(self._file.sizes[index.row()], WIDTH))
        return None


class _Delegate(QStyledItemDelegate):
    """Draws a small page and its number under it."""

    def __init__(self, view: "Thumbnails") -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        del option
        size: QSize = index.data(Role.SIZE)
        return QSize(WIDTH + 2 * _AROUND, size.height() + _NUMBER + _AROUND)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        frame: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - a field in Qt
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        selected = bool(state & QStyle.StateFlag.State_Selected)
        size: QSize = index.data(Role.SIZE)
        corner = QPoint(frame.left() + (frame.width() - WIDTH) // 2, frame.top() + _AROUND)
        page = QRect(corner, size)
        page_painter.draw_sheet(painter, page)
        self._view.draw_page(painter, index.row(), page)
        if selected:
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(page.adjusted(-3, -3, 2, 2))
        painter.setFont(theme.font(theme.SMALL_PX, strong=selected))
        painter.setPen(theme.color("accent" if selected else "quiet"))
        below = QRect(frame.left(), page.bottom() + 1, frame.width(), _NUMBER)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, str(index.data()))


class Thumbnails(QListView):
    """Shows which pages there are; only those in view are drawn."""

    page_chosen = Signal(int)
    """She went to this page (from 0)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("thumbnails")
        self.setAccessibleName("ภาพย่อของหน้า")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setFixedWidth(WIDTH + 2 * _AROUND + 16)
        self._file: PdfFile | None = None
        self._pictures: Pictures | None = None
        self._following = False
        self._pages = _Pages(self)
        self.setModel(self._pages)
        self.setItemDelegate(_Delegate(self))
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._want_seen)
        self.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.selectionModel().currentChanged.connect(self._choose)

    @property
    def pictures(self) -> Pictures | None:
        """What is drawn of the present PDF."""
        return self._pictures

    def show_file(self, file: PdfFile | None) -> None:
        """Show another PDF; None shows nothing."""
        if self._pictures is not None:
            self._pictures.stop()
            self._pictures.deleteLater()
        self._file = file
        self._pictures = None if file is None else Pictures(file, _MOST_BYTES, self)
        if self._pictures is not None:
            self._pictures.drawn.connect(self._repaint)
        self._pages.show_file(file)
        self._soon.start()

    def follow(self, page: int) -> None:
        """Show which page is looked at, without a word that it was chosen here."""
        self._following = True
        try:
            self.setCurrentIndex(self._pages.index(page))
        finally:
            self._following = False

    def draw_page(self, painter: QPainter, page: int, rect: QRect) -> None:
        """Draw the picture of a page where it is there."""
        if self._pictures is not None and self._file is not None:
            strip = self._strip(self._file, page)
            if (image := self._pictures.picture(strip)) is not None:
                page_painter.draw_strip(painter, rect, strip, image, self.devicePixelRatioF())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._soon.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._soon.start()

    def _scrolled(self, _value: int) -> None:
        self._soon.start()

    def _repaint(self, _page: int) -> None:
        self.viewport().update()

    def _choose(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and not self._following:
            self.page_chosen.emit(current.row())

    def _want_seen(self) -> None:
        if self._pictures is None or self._file is None or not self.isVisible():
            return
        file, middle = self._file, self.viewport().width() // 2
        first = self.indexAt(QPoint(middle, 0)).row()
        last = self.indexAt(QPoint(middle, self.viewport().height() - 1)).row()
        end = len(file.sizes) - 1 if last < 0 else last
        self._pictures.want([self._strip(file, page) for page in range(max(first, 0), end + 1)])

    def _strip(self, file: PdfFile, page: int) -> Strip:
        width = round(WIDTH * self.devicePixelRatioF())
        return Strip(page, width, 0, strip_height(file.sizes[page], width))
