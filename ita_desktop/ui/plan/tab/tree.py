"""The tree of the plan: keys and mouse become wishes; the file answers with other rows."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QItemSelectionModel, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyleOptionViewItem, QTreeView, QWidget

from ita_desktop.ui import theme
from ita_desktop.ui.plan.tab.row_drawing import RowDelegate, draw_ground
from ita_desktop.ui.plan.tab.rows import FRONT, TreeRow
from ita_desktop.ui.plan.tab.tree_drag import TreeDrag
from ita_desktop.ui.plan.tab.tree_model import Index, TreeModel

_CHOOSE: Final = QItemSelectionModel.SelectionFlag.ClearAndSelect
_INDENT: Final = 16
_UP, _DOWN = Qt.Key.Key_Up, Qt.Key.Key_Down
_LEFT, _RIGHT = Qt.Key.Key_Left, Qt.Key.Key_Right


class PlanTree(QTreeView):
    """Arrows choose and fold; Alt+arrows put elsewhere, and so does dragging."""

    chosen = Signal(str)
    """Another row is the current one: its key, empty where there is none."""
    entered = Signal()
    """Enter: on to what is written of the row."""
    move_requested = Signal(int)
    """The chosen row goes a place up (-1) or down (1)."""
    level_requested = Signal(int)
    """The section goes a level out (-1) or in (1)."""
    dropped = Signal(str, str, str)
    """The row with the first key comes "before", "after" or "into" that with the second."""
    named = Signal(str, str)
    """The row with this key is to have this name."""
    remove_requested = Signal()
    new_requested = Signal()
    copy_requested = Signal()
    start_requested = Signal()
    """Starting points of the section are to be seen."""
    places_requested = Signal()
    """The project is to stand under other sections, too."""
    all_requested = Signal()
    """Rows that were filtered away are to be seen again: Esc, or one of them is gone to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan_model = TreeModel()
        self._folded: set[str] = {FRONT}
        self._showing = False
        self._delegate = RowDelegate(self)
        self.setObjectName("planTree")
        self.setModel(self.plan_model)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setIndentation(_INDENT)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setTabKeyNavigation(False)
        self.setAccessibleName("มิติ หัวข้อ และโครงการของแผน")
        self.setAccessibleDescription(
            "กด Enter เพื่อไปกรอก กด Insert เพื่อเพิ่มโครงการ กด F2 เพื่อเปลี่ยนชื่อ"
            " กด Ctrl+M เพื่อสลับไปมากับหน้าที่กรอก"
        )
        self._wishes = {
            Qt.Key.Key_Return: self.entered,
            Qt.Key.Key_Enter: self.entered,
            Qt.Key.Key_Insert: self.new_requested,
            Qt.Key.Key_Delete: self.remove_requested,
            Qt.Key.Key_Escape: self.all_requested,
        }
        self._drag = TreeDrag(self)
        self._drag.dropped.connect(self.dropped)
        self._delegate.named.connect(self.named)
        self.doubleClicked.connect(self._rename_at)
        self.expanded.connect(partial(self._fold, folded=False))
        self.collapsed.connect(partial(self._fold, folded=True))
        self.selectionModel().currentChanged.connect(self._current_changed)

    def show_rows(self, rows: Sequence[TreeRow], wanted: str = "") -> None:
        """Show rows; the current one stays, or ``wanted`` becomes it, or the nearest."""
        key, place = wanted or self.current_key, self._place(self.current_key)
        scrolled = self.verticalScrollBar().value()
        self._showing = True
        if self.plan_model.show(rows):
            self._unfold()
            self.verticalScrollBar().setValue(scrolled)
        self._showing = False
        if not self.plan_model.index_of(key).isValid() and rows:
            key = rows[min(max(place, 0), len(rows) - 1)].key
        if key != self.current_key or not self.currentIndex().isValid():
            self.go_to(key)
        elif not self.selectionModel().hasSelection():
            self.selectionModel().select(self.currentIndex(), _CHOOSE)
        self.chosen.emit(self.current_key)

    @property
    def current_row(self) -> TreeRow | None:
        """The current row."""
        return self.plan_model.row_at(self.currentIndex())

    @property
    def current_key(self) -> str:
        """The key of the current row, empty where there is none."""
        row = self.current_row
        return "" if row is None else row.key

    def chosen_rows(self) -> list[TreeRow]:
        """Return the chosen rows in the order of the tree."""
        places = sorted(cell.internalId() for cell in self.selectionModel().selectedIndexes())
        return [self.plan_model.rows[place] for place in places]

    def go_to(self, key: str) -> bool:
        """Make a row the current one; one that is filtered away is seen again. False: gone."""
        cell = self.plan_model.index_of(key)
        if not cell.isValid():
            self.all_requested.emit()
            cell = self.plan_model.index_of(key)
        if not cell.isValid():
            return False
        over = cell.parent()
        while over.isValid():
            self.expand(over)
            over = over.parent()
        self.selectionModel().setCurrentIndex(cell, _CHOOSE)
        self.scrollTo(cell)
        return True

    def rename(self) -> None:
        """Begin to type the name of the current row."""
        cell = self.currentIndex()
        if cell.isValid() and cell.flags() & Qt.ItemFlag.ItemIsEditable:
            self.setFocus()
            self.edit(cell)

    def take_name(self) -> None:
        """Take the name that is being typed; nothing happens where none is."""
        editing = self.state() is QAbstractItemView.State.EditingState
        if editing and (field := self._delegate.field) is not None:
            self._delegate.commitData.emit(field)
            self._delegate.closeEditor.emit(field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.state() is QAbstractItemView.State.EditingState and not self.hasFocus():
            event.accept()  # what the field of a name hands on is not for the tree
            return
        key, mods = event.key(), event.modifiers()
        alt = bool(mods & Qt.KeyboardModifier.AltModifier)
        if alt and key in (_UP, _DOWN):
            self.move_requested.emit(-1 if key == _UP else 1)
        elif alt and key in (_LEFT, _RIGHT):
            self.level_requested.emit(-1 if key == _LEFT else 1)
        elif mods & Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_D:
            self.copy_requested.emit()
        elif mods & Qt.KeyboardModifier.ControlModifier and key == Qt.Key.Key_L:
            self.places_requested.emit()
        elif mods & Qt.KeyboardModifier.ShiftModifier and key == Qt.Key.Key_Insert:
            self.start_requested.emit()
        elif key == Qt.Key.Key_F2 and self.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
            self.rename()
        elif key == Qt.Key.Key_F2:
            event.ignore()
        elif (wish := self._wishes.get(Qt.Key(key))) is not None and not alt:
            wish.emit()
        else:
            super().keyPressEvent(event)

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Fill the row from edge to edge, below the sign that folds it."""
        box: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - a field in Qt
        current = self.currentIndex() == index
        draw_ground(painter, box, chosen=self.selectionModel().isSelected(index), current=current)
        super().drawRow(painter, option, index)
        if current and self.hasFocus():
            painter.setPen(theme.color("accent"))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
            painter.drawRect(box.adjusted(1, 1, -2, -2))

    def _unfold(self) -> None:
        """Fold again what she folded; everything else is seen."""
        self.expandAll()
        for key in self._folded:
            cell = self.plan_model.index_of(key)
            if cell.isValid():
                self.collapse(cell)

    def _fold(self, cell: Index, *, folded: bool) -> None:
        row = self.plan_model.row_at(cell)
        if row is not None and not self._showing:
            (self._folded.add if folded else self._folded.discard)(row.key)

    def _place(self, key: str) -> int:
        cell = self.plan_model.index_of(key)
        return cell.internalId() if cell.isValid() else 0

    def _current_changed(self) -> None:
        if not self._showing:
            self.chosen.emit(self.current_key)

    def _rename_at(self) -> None:
        self.rename()
