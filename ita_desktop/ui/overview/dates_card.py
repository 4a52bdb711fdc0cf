"""กำหนดถัดไป: what is late and what is due, the soonest first; each leads to its place."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QScrollArea, QWidget

from ita_desktop.domain.next_dates import Dated, NextDate
from ita_desktop.thai.dates import format_date
from ita_desktop.ui import wording
from ita_desktop.ui.overview.figure_button import WayButton
from ita_desktop.ui.overview.looks import take_look
from ita_desktop.ui.widgets.card import Card, label

_MOST = 12
_NOTHING = "ไม่มีกำหนดที่รออยู่ในปีนี้"
_LOOKING = "กำลังอ่านกำหนดของปี…"


class DatesCard(Card):
    """A line a day: the day, what it is of, and the words, which lead to the place."""

    place_wanted = Signal(object)
    """A place (``domain.lacks.Place``) is to be gone to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("กำหนดถัดไป", parent)
        self._more = label("", "quiet")
        self.head.addWidget(self._more)
        self._nothing = label(_LOOKING, "quiet", wrap=True)
        self.body.addWidget(self._nothing)
        self._rows = QWidget()
        self._rows.setObjectName("sheet")
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._rows)
        self._scroll.hide()
        self.body.addWidget(self._scroll, 1)
        self.body.addStretch()
        self.ways: list[WayButton] = []
        self._days: list[QLabel] = []
        self.setMinimumHeight(190)

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """Its buttons in the order of the keyboard."""
        return tuple(self.ways)

    def show_dates(self, dates: Sequence[NextDate]) -> None:
        """Show the next dates; of many the soonest."""
        self._nothing.setText(_NOTHING)
        self._nothing.setVisible(not dates)
        self._scroll.setVisible(bool(dates))
        shown = dates[:_MOST]
        more = len(dates) - len(shown)
        self._more.setText(wording.shown(f"และอีก {more:,} กำหนด") if more else "")
        while len(self.ways) < len(shown):
            self._add_row()
        for place, way in enumerate(self.ways):
            there = place < len(shown)
            self._days[place].setVisible(there)
            if there:
                self._show(place, shown[place])
            else:
                way.hide()

    def _add_row(self) -> None:
        row = len(self.ways)
        day, way = label("", "day"), WayButton("way")
        way.place_wanted.connect(self.place_wanted)
        self._grid.addWidget(day, row, 0)
        self._grid.addWidget(way, row, 1)
        if self.ways:
            QWidget.setTabOrder(self.ways[-1], way)
        self._grid.setRowStretch(row, 0)
        self._grid.setRowStretch(row + 1, 1)
        self.ways.append(way)
        self._days.append(day)

    def _show(self, place: int, one: NextDate) -> None:
        day = format_date(one.day, thai_digits=True, abbreviated=True)
        label_ = self._days[place]
        label_.setText(day)
        take_look(label_, "late", "yes" if one.late else "no")
        mark = "" if one.of is Dated.ROUND else f"{one.of.words}: "
        words = wording.shown(f"{mark}{one.words}")
        late = "เลยกำหนดแล้ว" if one.late else "กำหนด"
        self.ways[place].lead(words, one.place, f"{late} {day} {words}")
