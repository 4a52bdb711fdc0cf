"""The fields of one column of a table layout."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLineEdit, QSizePolicy, QWidget

from ita_desktop.documents.layout import EXTRA, SOURCES, LayoutColumn, RowOf
from ita_desktop.documents.model import Align
from ita_desktop.ui import wording
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.millimetres import MillimetreBox
from ita_desktop.ui.widgets.thai_editor import ThaiEditor

_ALIGNS: Final = {
    Align.LEFT: "ชิดซ้าย",
    Align.CENTER: "กึ่งกลาง",
    Align.RIGHT: "ชิดขวา",
    Align.JUSTIFY: "เต็มบรรทัด",
}
_NEW: Final = EXTRA
"""What the choice of a new free column holds."""
_NEW_WORDS: Final = "คอลัมน์อิสระใหม่ (ตั้งชื่อเอง)"
_CALENDAR: Final = ("order", "stage", "period", "method")
_HEAD_HEIGHT: Final = 56  # pixels: two lines


class ColumnFields(QWidget):
    """Head, what it holds, width and alignment; every change is told at once."""

    changed = Signal()

    def __init__(self, row_of: RowOf, free: Iterable[str], parent: QWidget | None = None) -> None:
        """``free``: names of free columns that the office has already."""
        super().__init__(parent)
        self._column = LayoutColumn(source="", head="", width=20)
        self._filling = False
        self.head = ThaiEditor()
        self.head.setAccessibleName("หัวตาราง")
        self.head.setStyleSheet(f"min-height: {_HEAD_HEIGHT}px; max-height: {_HEAD_HEIGHT}px")
        self.source = QComboBox()
        self.source.setAccessibleName("ข้อมูลในคอลัมน์")
        self.source.setMaxVisibleItems(24)
        self.source.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for source, words in SOURCES.items():
            on_calendar = source in _CALENDAR
            only_there = source in ("stage", "method")
            if on_calendar if row_of is RowOf.CALENDAR else not only_there:
                self.source.addItem(wording.shown(words), source)
        if row_of is not RowOf.CALENDAR:
            for name in free:
                self.add_free(name)
            self.source.addItem(_NEW_WORDS, _NEW)
        self.name = QLineEdit()
        self.name.setAccessibleName("ชื่อคอลัมน์อิสระ")
        self.width_box = MillimetreBox(1, 999, unit=" ส่วน")
        self.width_box.setAccessibleName("ความกว้างเป็นส่วน")
        self.share = label("", "note")
        self.align = QComboBox()
        self.align.setAccessibleName("การจัดข้อความ")
        for align, words in _ALIGNS.items():
            self.align.addItem(words, align)
        self._name_label = label("ชื่อคอลัมน์")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        rows: list[tuple[QWidget, QWidget]] = [
            (label("หัวตาราง"), self.head),
            (label("ข้อมูล"), self.source),
            (self._name_label, self.name),
            (label("การจัดข้อความ"), self.align),
            (label("ความกว้าง"), self.width_box),
        ]
        for row, (words, field) in enumerate(rows):
            grid.addWidget(words, row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self.share, len(rows), 1)
        grid.setColumnStretch(1, 1)
        self.head.textChanged.connect(self._head_typed)
        self.source.activated.connect(self._source_chosen)
        self.name.textEdited.connect(self._named)
        self.align.activated.connect(self._aligned)
        self.width_box.valueChanged.connect(self._widened)

    @property
    def column(self) -> LayoutColumn:
        """The column as the fields say."""
        return self._column

    def show_column(self, column: LayoutColumn) -> None:
        """Show a column."""
        self._filling = True
        self._column = column
        if self.head.toPlainText() != column.head:
            self.head.setPlainText(column.head)
        if column.extra and self.source.findData(column.source) < 0:
            self.add_free(column.extra)
        place = self.source.findData(_NEW if column.source == EXTRA else column.source)
        self.source.setCurrentIndex(place)
        self.width_box.setValue(max(round(column.width), 1))
        self.align.setCurrentIndex(max(self.align.findData(column.align), 0))
        self._show_name()
        self._filling = False

    def show_head(self, head: str) -> None:
        """Show another head; what else is being typed stays."""
        self._filling = True
        self._column = replace(self._column, head=head)
        self.head.setPlainText(head)
        self._filling = False

    def show_share(self, share: float) -> None:
        """Say how much of the table's width the column takes, 0 to 1."""
        self.share.setText(wording.shown(f"ประมาณ {round(share * 100)} % ของตาราง"))

    def add_free(self, name: str) -> None:
        """Offer a free column; it stands before the choice of a new one."""
        if self.source.findData(f"{EXTRA}{name}") < 0:
            new = self.source.findData(_NEW)
            place = self.source.count() if new < 0 else new
            self.source.insertItem(place, f"คอลัมน์อิสระ: {name}", f"{EXTRA}{name}")

    def _show_name(self) -> None:
        new = self.source.currentData() == _NEW
        self.name.setVisible(new)
        self._name_label.setVisible(new)
        if not new:
            self.name.clear()

    def _head_typed(self) -> None:
        self._put(head=self.head.toPlainText().strip())

    def _source_chosen(self) -> None:
        source = str(self.source.currentData())
        self._show_name()
        if source == _NEW:
            self.name.setFocus()
        self._put(source=source)

    def _named(self, text: str) -> None:
        self._put(source=f"{EXTRA}{' '.join(text.split())}")

    def _aligned(self) -> None:
        self._put(align=Align(self.align.currentData()))

    def _widened(self, width: int) -> None:
        if width != round(self._column.width):
            self._put(width=float(width))

    def _put(self, **values: object) -> None:
        if not self._filling:
            self._column = replace(self._column, **values)  # pyright: ignore[reportArgumentType] - names of its fields
            self.changed.emit()
