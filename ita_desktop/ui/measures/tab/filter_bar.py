"""The line above topics and steps: which steps are seen, which round is reported."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.domain.measures import Round, State
from ita_desktop.ui import wording
from ita_desktop.ui.measures.tab.filters import NO_UNIT, Counts, Filter, Standing
from ita_desktop.ui.measures.tab.room import Room
from ita_desktop.ui.rows.round_buttons import add_round_buttons, say_rounds
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.choices import choice, fill_choice, menu_button
from ita_desktop.ui.widgets.icon_button import icon_button

_EVERY_UNIT = "ทุกหน่วยงาน"
_EVERY_STATE = "ทุกสถานะ"
_NOBODY = "ไม่ระบุหน่วยงาน"


class FilterBar(QWidget):
    """Three choices with their counts, and the two rounds."""

    changed = Signal()
    """Other steps are to be seen."""
    round_changed = Signal(int)
    """The report of another round is looked at: 6 or 12."""

    def __init__(self, papers: QMenu, work: QMenu, parent: QWidget | None = None) -> None:
        """``papers`` is the menu of what is printed, ``work`` of what else is done."""
        super().__init__(parent)
        self.units = choice("แสดงเฉพาะหน่วยงาน")
        self.states = choice("แสดงเฉพาะสถานะ")
        self.standings = choice("แสดงเฉพาะกำหนดเวลา")
        self.clear = QPushButton("ล้าง")
        self.clear.setObjectName("link")
        self.clear.setToolTip("แสดงทั้งหมด")
        self.clear.setAccessibleName("แสดงทั้งหมด")
        self.clear.clicked.connect(self.show_all)
        self.open = QPushButton("กรอง")
        self.open.setCheckable(True)
        self.open.setToolTip("แสดงหรือซ่อนตัวกรองหน่วยงาน สถานะ และกำหนดเวลา (Ctrl+Shift+L)")
        self.open.setShortcut("Ctrl+Shift+L")
        self.open.toggled.connect(self._fit)
        self.before = _arrow("chevron-left", "ประเด็นก่อนหน้า")
        self.after = _arrow("chevron-right", "ประเด็นถัดไป")
        self.place = label("", "quiet")
        self._room = Room.WIDE
        self._closed: Collection[Round] = ()
        self._choices = QWidget()
        choices = QHBoxLayout(self._choices)
        choices.setContentsMargins(0, 0, 0, 0)
        choices.setSpacing(8)
        for box in (self.units, self.states, self.standings):
            box.currentIndexChanged.connect(self._chosen)
            choices.addWidget(box)
        choices.addStretch()
        self._line = row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self.open, self.before, self.place, self.after, self._choices, self.clear):
            row.addWidget(widget)
        row.addStretch()
        self.rounds = QButtonGroup(self)
        add_round_buttons(self.rounds, row)
        hint = "ดู พิมพ์ หรือบันทึกเอกสารมาตรการตามแบบตาราง"
        self.papers = menu_button("พิมพ์ตามแบบ", hint, papers)
        self.work = menu_button("งานอื่น", "แบบรายงานของหน่วยงาน รอบรายงาน ปฏิทิน และแบบตาราง", work)
        for button in (self.papers, self.work):
            row.addWidget(button)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(6)
        self._lines.addLayout(row)
        self._fit()
        self.rounds.idToggled.connect(self._round_toggled)

    @property
    def months(self) -> Round:
        """The round that is looked at."""
        return 12 if self.rounds.checkedId() == 12 else 6

    def filter(self, text: str = "") -> Filter:
        """Return what is chosen, with a text to seek in the topics."""
        return Filter(
            self.units.currentData() or "",
            self._state(),
            self.standings.currentData() or Standing.ANY,
            text.strip(),
        )

    def _state(self) -> State | None:
        """Return the state that is chosen; Qt would give back its text."""
        place = self.states.currentIndex()
        return tuple(State)[place - 1] if place > 0 else None

    def show_all(self) -> None:
        """Leave nothing out any more."""
        for box in (self.units, self.states, self.standings):
            box.blockSignals(True)
            box.setCurrentIndex(0)
            box.blockSignals(False)
        self._chosen()

    def show_place(self, place: int, count: int) -> None:
        """Say which of the topics seen this is, where their list is away; from 0, -1 for none."""
        self.place.setText(wording.shown(f"ประเด็น {place + 1}/{count}"))
        self.before.setEnabled(place > 0)
        self.after.setEnabled(place < count - 1)

    def show_counts(self, counts: Counts, units: Iterable[str]) -> None:
        """Offer what there is, the office's units first; what is chosen stays chosen."""
        names = [unit for unit in units if counts.units[unit]]
        chosen = self.units.currentData() or ""  # stays, also where its last step went
        others = {*counts.units, chosen} - {*names, NO_UNIT, ""}
        names += sorted(others)
        rows: list[tuple[str, object, int | None]] = [(_EVERY_UNIT, "", None)]
        rows += [(name, name, counts.units[name]) for name in names]
        if counts.units[NO_UNIT] or chosen == NO_UNIT:
            rows.append((_NOBODY, NO_UNIT, counts.units[NO_UNIT]))
        fill_choice(self.units, rows)
        rows = [(_EVERY_STATE, None, None)]
        rows += [(state.words, state.words, counts.states[state]) for state in State]
        fill_choice(self.states, rows)
        rows = [(Standing.ANY.value, Standing.ANY, None)]
        rows += [
            (one.value, one, counts.standings[one]) for one in Standing if one is not Standing.ANY
        ]
        fill_choice(self.standings, rows)

    def show_closed(self, closed: Collection[Round]) -> None:
        """Say which rounds take no report any more."""
        if closed != self._closed:
            self._closed = closed
            self._fit()

    def fit(self, room: Room) -> None:
        """Put the choices into a line of their own where one is not enough."""
        self._room = room
        if room is Room.WIDE:
            self._line.insertWidget(4, self._choices)
        else:
            self._lines.addWidget(self._choices)
        self._fit()

    def _fit(self) -> None:
        wide = self._room is Room.WIDE
        self.open.setVisible(not wide)
        self._choices.setVisible(wide or self.open.isChecked())
        self.clear.setVisible(self.filter().of_steps)
        self.papers.setVisible(self._room is not Room.STEPS_ONLY)  # the other menu has it then
        for widget in (self.before, self.place, self.after):
            widget.setVisible(self._room is Room.STEPS_ONLY)
        say_rounds(self.rounds, self._closed, short=self._room is Room.STEPS_ONLY)

    def _chosen(self) -> None:
        self._fit()
        self.changed.emit()

    def _round_toggled(self, months: int, on: bool) -> None:
        if on:
            self.round_changed.emit(months)


def _arrow(picture: str, hint: str) -> QToolButton:
    made = icon_button(picture, hint)
    made.setObjectName("plain")
    return made
