"""The line above the table: which items are seen, in which order, and what else is done."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from ita_desktop.domain.disclosure import PublishState
from ita_desktop.ui.disclosure.tab.filters import NO_UNIT, Counts, Filter, Lacking
from ita_desktop.ui.disclosure.tab.lines import Order
from ita_desktop.ui.widgets.choices import choice, fill_choice, menu_button
from ita_desktop.ui.widgets.folded_choices import FoldedChoices

_WIDE = 220
_NARROW = 156
"""Pixels of a choice where four of them share a line of 651."""


class FilterBar(QWidget):
    """Three choices with their counts, and the order."""

    changed = Signal()
    """Other items are to be seen, or in another order."""

    def __init__(self, papers: QMenu, work: QMenu, parent: QWidget | None = None) -> None:
        """``papers`` is the menu of what is printed, ``work`` of what else is done."""
        super().__init__(parent)
        self.units = choice("แสดงเฉพาะหน่วยงานรับผิดชอบ")
        self.states = choice("แสดงเฉพาะสถานะ")
        self.lacking = choice("แสดงเฉพาะข้อที่ยังขาด")
        self.order = choice("เรียงลำดับ")
        fill_choice(self.order, [(order.value, order, None) for order in Order])
        self._offered: tuple[Counts, tuple[str, ...]] | None = None
        self.papers = menu_button("เอกสาร", "ดู พิมพ์ หรือบันทึกเอกสารการเปิดเผยข้อมูล", papers)
        self.work = menu_button("งานอื่น", "นำเข้า ยกจากปีก่อน และงานอื่นของรายการ OIT", work)
        self._filters = (self.units, self.states, self.lacking)
        self._folded = FoldedChoices(
            (*self._filters, self.order),
            "แสดงหรือซ่อนตัวกรองและลำดับ",
            (_WIDE, _NARROW),
            (self.papers, self.work),
        )
        self._folded.all_wanted.connect(self.show_all)
        self.open, self.clear = self._folded.open, self._folded.clear
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._folded)
        for box in (*self._filters, self.order):
            box.currentIndexChanged.connect(self._chosen)

    def add_first(self, button: QPushButton) -> None:
        """Put a button at the beginning of the line."""
        self._folded.add_first(button)

    def filter(self) -> Filter:
        """Return what is chosen."""
        state: str | None = self.states.currentData()
        return Filter(
            self.units.currentData() or "",
            None if state is None else PublishState(state),  # Qt makes plain words of it
            self.lacking.currentData() or Lacking.ANY,
        )

    def chosen_order(self) -> Order:
        """Return the order that is chosen."""
        return self.order.currentData() or Order.PAPER

    def show_all(self) -> None:
        """Leave nothing out any more; the order stays."""
        for box in self._filters:
            box.blockSignals(True)
            box.setCurrentIndex(0)
            box.blockSignals(False)
        self._chosen()

    def show_counts(self, counts: Counts, units: Iterable[str]) -> None:
        """Offer what there is; what is chosen stays chosen."""
        self._offered = counts, tuple(units)
        chosen = self.units.currentData() or ""
        known = [unit for unit in self._offered[1] if counts.units[unit] or unit == chosen]
        others = sorted({*counts.units, chosen} - {*known, NO_UNIT, ""})
        rows: list[tuple[str, object, int | None]] = [("ทุกหน่วยงาน", "", None)]
        rows += [(name, name, counts.units[name]) for name in (*known, *others)]
        if counts.units[NO_UNIT] or chosen == NO_UNIT:
            rows.append((Lacking.UNOWNED.value, NO_UNIT, counts.units[NO_UNIT]))
        fill_choice(self.units, rows)
        states: list[tuple[str, object, int | None]] = [("ทุกสถานะ", None, None)]
        states += [(state.words, state, counts.states[state]) for state in PublishState]
        fill_choice(self.states, states)
        lacking: list[tuple[str, object, int | None]] = [(Lacking.ANY.value, Lacking.ANY, None)]
        lacking += [(one.value, one, counts.lacking[one]) for one in Lacking if one != Lacking.ANY]
        fill_choice(self.lacking, lacking)

    def fit(self, *, wide: bool) -> None:
        """Put the choices into a line of their own where one is not enough."""
        if self._folded.fit(wide=wide) and self._offered is not None:
            self.show_counts(*self._offered)

    def _chosen(self) -> None:
        self._folded.offer_clear(on=not self.filter().takes_all)
        self.changed.emit()
