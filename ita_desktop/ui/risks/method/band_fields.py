"""The levels of a method in fields: name, colour, first and last score."""

from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QWidget,
)

from ita_desktop.domain.risk_method import MOST_SIZE, Color, LevelBand
from ita_desktop.thai.text import one_line
from ita_desktop.ui.icons import icon
from ita_desktop.ui.level_colors import level_colors
from ita_desktop.ui.risks.method.locked import lock
from ita_desktop.ui.risks.method.scale_fields import caption
from ita_desktop.ui.widgets.card import Card
from ita_desktop.ui.widgets.icon_button import icon_button
from ita_desktop.ui.widgets.millimetres import MillimetreBox

_MOST: Final = MOST_SIZE * MOST_SIZE
_MOST_BANDS: Final = 9
_NAME: Final = 80
_SWATCH: Final = QSize(16, 16)


class BandFields(Card):
    """Shows the levels from the lowest up; what is typed is told by ``changed``."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__("ระดับความเสี่ยง (คะแนน = โอกาส × ผลกระทบ)")
        self._bands: tuple[LevelBand, ...] = ()
        self._can_edit = False
        self.names: list[QLineEdit] = []
        self.colors: list[QComboBox] = []
        self.firsts: list[MillimetreBox] = []
        self.lasts: list[MillimetreBox] = []
        self.removes: list[QToolButton] = []
        self._rows = QGridLayout()
        self._rows.setHorizontalSpacing(8)
        self._rows.setVerticalSpacing(6)
        self._rows.setColumnStretch(0, 1)
        self.body.addLayout(self._rows)
        self.add = QPushButton(icon("plus", can_disable=True), "เพิ่มระดับ")
        self.order = QPushButton("เรียงจากต่ำไปสูง")
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.add, self.order):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch()
        self.body.addLayout(buttons)
        self.add.clicked.connect(self._add)
        self.order.clicked.connect(self._order)

    @property
    def bands(self) -> tuple[LevelBand, ...]:
        """The levels as the fields say."""
        return tuple(
            LevelBand(
                name=one_line(name.text()),
                color=Color(color.currentData()),
                first=first.value(),
                last=last.value(),
            )
            for name, color, first, last in zip(
                self.names, self.colors, self.firsts, self.lasts, strict=True
            )
        )

    def show_bands(self, bands: tuple[LevelBand, ...], *, can_edit: bool) -> None:
        """Show levels; those that cannot be edited are only read."""
        self._can_edit = can_edit
        self.add.setVisible(can_edit)
        self.order.setVisible(can_edit)
        self._fill(bands)

    def field(self, row: int | None, name: str) -> QWidget:
        """Return the field of a level that is to be looked at."""
        if row is None or not 0 <= row < len(self._bands):
            return self.add
        fields = {"first": self.firsts, "last": self.lasts, "color": self.colors}
        return fields.get(name, self.names)[row]

    def _fill(self, bands: tuple[LevelBand, ...]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._bands = bands
        for fields in (self.names, self.colors, self.firsts, self.lasts, self.removes):
            fields.clear()
        for column, words in enumerate(("ชื่อระดับ", "สี", "ตั้งแต่", "ถึง")):
            self._rows.addWidget(caption(words), 0, column)
        for row, band in enumerate(bands):
            self._add_row(row, band)
        self.add.setEnabled(len(bands) < _MOST_BANDS)

    def _add_row(self, row: int, band: LevelBand) -> None:
        what = f"ระดับที่ {row + 1}"
        name = QLineEdit(band.name)
        name.setMinimumWidth(_NAME)
        name.setCursorPosition(0)
        lock(name, locked=not self._can_edit)
        name.setAccessibleName(f"ชื่อของ{what}")
        color = QComboBox()
        color.setIconSize(_SWATCH)
        for one in Color:
            color.addItem(_swatch(one), one.words, one.value)
        color.setCurrentIndex(list(Color).index(band.color))
        lock(color, locked=not self._can_edit)
        color.setAccessibleName(f"สีของ{what}")
        first, last = (self._score(value) for value in (band.first, band.last))
        first.setAccessibleName(f"คะแนนต่ำสุดของ{what}")
        last.setAccessibleName(f"คะแนนสูงสุดของ{what}")
        remove = icon_button("x", f"นำ{what} ออก")
        remove.setEnabled(len(self._bands) > 1)
        name.textEdited.connect(self.changed)
        color.activated.connect(self.changed)
        remove.clicked.connect(partial(self._remove, row))
        for column, field in enumerate((name, color, first, last, remove)):
            self._rows.addWidget(field, row + 1, column)
            field.setVisible(field is not remove or self._can_edit)  # it may get the focus now
        self.names.append(name)
        self.colors.append(color)
        self.firsts.append(first)
        self.lasts.append(last)
        self.removes.append(remove)

    def _score(self, value: int) -> MillimetreBox:
        box = MillimetreBox(1, _MOST, unit="")
        box.setValue(value)
        lock(box, locked=not self._can_edit)
        box.valueChanged.connect(self.changed)
        return box

    def _add(self) -> None:
        bands = self.bands
        first = min(bands[-1].last + 1, _MOST)
        new = LevelBand(name="", color=Color.RED, first=first, last=first)
        self._fill((*bands, new))
        self.names[-1].setFocus()
        self.changed.emit()

    def _remove(self, row: int, _on: bool = False) -> None:  # noqa: FBT002 - Qt's signal
        bands = self.bands
        self._fill((*bands[:row], *bands[row + 1 :]))
        self.names[min(row, len(self.names) - 1)].setFocus()
        self.changed.emit()

    def _order(self) -> None:
        self._fill(tuple(sorted(self.bands, key=lambda band: band.first)))
        self.changed.emit()


def _swatch(color: Color) -> QIcon:
    """Return a box of a level's colour with its edge: pale ones are seen, too."""
    shades = level_colors(color)
    pixmap = QPixmap(_SWATCH)
    pixmap.fill(QColor(shades.mark))
    painter = QPainter(pixmap)
    painter.setPen(QColor(shades.ink))
    painter.drawRect(0, 0, _SWATCH.width() - 1, _SWATCH.height() - 1)
    painter.end()
    picture = QIcon(pixmap)
    picture.addPixmap(pixmap, QIcon.Mode.Disabled)  # Qt would grey it
    return picture
