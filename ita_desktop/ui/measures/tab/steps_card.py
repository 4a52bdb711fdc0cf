"""The card on the right: what a topic is about, its measures and steps, and what they lack."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QFrame, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from ita_desktop.documents.layout import EXTRA, Layout
from ita_desktop.ui import theme
from ita_desktop.ui.measures.tab.columns import STEP_COLUMNS, as_in, step_columns
from ita_desktop.ui.measures.tab.heading import TopicHeading
from ita_desktop.ui.measures.tab.room import VERY_LOW
from ita_desktop.ui.measures.tab.subject import measure_subject
from ita_desktop.ui.rows.column import Column
from ita_desktop.ui.rows.grid_model import GridModel
from ita_desktop.ui.rows.grid_table import GridTable
from ita_desktop.ui.rows.lack_strip import LackStrip
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.card import label

T = TypeVar("T")
_HEAD_PAD = 36
_WIDEST_HEAD = 200
_USUAL = "ตามปกติ"
_NOT_FOUND = "ไม่พบประเด็นตามที่กรอง กรุณาเปลี่ยนตัวกรอง หรือกด “ล้าง”"


class StepsCard(QFrame):
    """Which columns are seen is remembered."""

    def __init__(
        self,
        settings: Settings,
        words_for: Callable[[str], Sequence[str]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._settings = settings
        self._layouts: Sequence[Layout] = ()
        self._free: Sequence[str] = ()
        self.heading = TopicHeading()
        self.model = GridModel(measure_subject({}), STEP_COLUMNS)
        self.table = GridTable(self.model, words_for)
        self.table.setAccessibleName("มาตรการและขั้นตอน")
        self.table.setMinimumHeight(60)
        self.table.setAccessibleDescription("พิมพ์แล้วกด Enter กด F6 เพื่อออกจากตาราง")
        self._menu = QMenu(self)
        self._like = QMenu("เรียงตามแบบตาราง", self._menu)
        self._menu.aboutToShow.connect(self._fill)
        self.columns = QPushButton("คอลัมน์")
        self.columns.setMenu(self._menu)
        self.columns.setToolTip("เลือกคอลัมน์ที่แสดง")
        self.suggest = QPushButton("ตัวอย่าง…")
        self.suggest.setToolTip("ตัวอย่างมาตรการของตัวชี้วัดนี้ เลือกมาใช้แล้วแก้ไขได้")
        self.heading.buttons.addWidget(self.suggest)
        self.heading.buttons.addWidget(self.columns)
        nothing = label(_NOT_FOUND, "quiet", wrap=True)
        nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.heading)
        rows.addWidget(self.table, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(inside)
        self._stack.addWidget(nothing)
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(1, 1, 1, 1)
        self.rows.setSpacing(0)
        self.rows.addWidget(self._stack, 1)
        self.strip = LackStrip()
        self.strip.answer_keys(self)
        self.rows.addWidget(self.strip)
        self.setMinimumWidth(380)
        self._hide_columns()
        self.heading.opened.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """On a very low window items stand in the place of steps, and the list says what lacks."""
        low = self.window().height() < VERY_LOW
        self.table.setVisible(not (low and self.heading.items.isChecked()))
        self.strip.allow(there=not low)

    def show_anything(self, *, there: bool) -> None:
        """Show the topic, or that none fits the filter."""
        self._stack.setCurrentIndex(0 if there else 1)

    def show_layouts(self, layouts: Sequence[Layout], free: Sequence[str]) -> None:
        """Offer the columns of these layouts, and the office's free columns.

        The free ones are seen until they are hidden.
        """
        self._layouts, self._free = layouts, free
        self._arrange()

    def arrange_as(self, layout_id: str) -> None:
        """Show the columns of a layout, in its order and with its heads; "" the usual ones."""
        self._settings.remember_measure_layout(layout_id)
        self._arrange()

    def _arrange(self) -> None:
        columns = step_columns(self._free)
        wanted = self._settings.measure_layout()
        for layout in self._layouts:
            if layout.id == wanted:
                columns = tuple(map(_wide_enough, as_in(layout, columns)))
        if columns != tuple(self.model.columns):
            at = self.table.currentIndex()
            place, column = at.row(), min(at.column(), len(columns) - 1)
            self.model.show_columns(columns)
            self._hide_columns()
            self.table.setCurrentIndex(self.model.index(place, column))

    def _hide_columns(self) -> None:
        shown = self._settings.columns("measures")
        for number, column in enumerate(self.model.columns):
            self.table.setColumnHidden(number, column.may_hide and not _is_seen(column, shown))
        self.table.stretch()

    def _fill(self) -> None:
        self._menu.clear()
        for number, column in enumerate(self.model.columns):
            if column.may_hide:
                action = self._menu.addAction(column.head)
                action.setCheckable(True)
                action.setChecked(not self.table.isColumnHidden(number))
                action.triggered.connect(_slot(self.turn_column, number))
        chosen = self._settings.measure_layout()
        like = self._like
        like.clear()
        self._menu.addMenu(like)
        for layout_id, words in (("", _USUAL), *((one.id, one.name) for one in self._layouts)):
            action = like.addAction(words)
            action.setCheckable(True)
            action.setChecked(layout_id == chosen)
            action.triggered.connect(_slot(self.arrange_as, layout_id))

    def turn_column(self, number: int) -> None:
        """Show a column that is hidden, or hide it."""
        self.table.setColumnHidden(number, not self.table.isColumnHidden(number))
        self.table.stretch()
        self.table.remeasure()
        hidden = {
            column.field: self.table.isColumnHidden(place)
            for place, column in enumerate(self.model.columns)
            if column.may_hide
        }
        before = self._settings.columns("measures")  # also of those that this layout always shows
        shown = [field for field in before if field.removeprefix("-") not in hidden]
        for field, away in hidden.items():
            if field.startswith(EXTRA):
                shown += [f"-{field}"] if away else []
            elif not away:
                shown.append(field)
        self._settings.remember_columns("measures", shown)

    def show_field(self, field: str) -> None:
        """Show the column of a field that is to be gone to."""
        number = self.model.column_of(field)
        if number >= 0 and self.table.isColumnHidden(number):
            self.turn_column(number)


def _wide_enough(column: Column) -> Column:
    """Return a column that has room for its head, as far as that is no sentence."""
    metrics = QFontMetrics(theme.font(theme.SMALL_PX, strong=True))
    head = min(metrics.horizontalAdvance(column.head) + _HEAD_PAD, _WIDEST_HEAD)
    return replace(column, width=max(column.width, head))


def _is_seen(column: Column, shown: Collection[str]) -> bool:
    """Say whether a column is seen: a free one unless it was hidden, others when chosen."""
    return f"-{column.field}" not in shown if column.free else column.field in shown


def _slot(deed: Callable[[T], None], value: T) -> Callable[[bool], None]:
    return lambda _on: deed(value)
