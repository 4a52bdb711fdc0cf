"""The line above register and matrix: which risks are seen, and what else is done with them."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from ita_desktop.domain.risks import Register
from ita_desktop.ui import wording
from ita_desktop.ui.icons import icon
from ita_desktop.ui.risks.tab.filters import NONE_TOLD, Counts, Filter
from ita_desktop.ui.risks.tab.words import areas_of
from ita_desktop.ui.widgets.choices import choice, fill_choice, menu_button
from ita_desktop.ui.widgets.folded_choices import FoldedChoices

_WIDE = 210
_NARROW = 148
"""Pixels of a choice where four of them share a line of 651."""


class FilterBar(QWidget):
    """Four choices with their counts, and the chosen cell of the matrix."""

    changed = Signal()
    """Other risks are to be seen."""
    cell_left = Signal()
    """The cell of the matrix is to be let go."""

    def __init__(self, papers: QMenu, work: QMenu, parent: QWidget | None = None) -> None:
        """``papers`` is the menu of what is printed, ``work`` of what else is done."""
        super().__init__(parent)
        self.areas = choice("แสดงเฉพาะด้าน")
        self.levels = choice("แสดงเฉพาะระดับ")
        self.owners = choice("แสดงเฉพาะผู้รับผิดชอบ")
        self.lacking = choice("แสดงเฉพาะข้อที่ยังขาดข้อมูล")
        self.cell = QPushButton()
        self.cell.setIcon(icon("x", "quiet"))
        self.cell.setToolTip("แสดงความเสี่ยงของทุกช่องในเมทริกซ์")
        self.cell.clicked.connect(lambda _on=False: self.cell_left.emit())
        self.cell.hide()
        self._offered: tuple[Counts, Register, tuple[str, ...]] | None = None
        self._cell: tuple[int, int] | None = None
        self.method = QPushButton("เกณฑ์…")
        self.method.setToolTip("เกณฑ์ประเมินโอกาส ผลกระทบ และระดับความเสี่ยงของปี")
        self.papers = menu_button("เอกสาร", "ดู พิมพ์ หรือบันทึกเอกสารความเสี่ยง", papers)
        self.work = menu_button("งานอื่น", "งานอื่นของทะเบียนความเสี่ยง", work)
        self._boxes = (self.areas, self.levels, self.owners, self.lacking)
        self._folded = FoldedChoices(
            self._boxes,
            "แสดงหรือซ่อนตัวกรองด้าน ระดับ และผู้รับผิดชอบ",
            (_WIDE, _NARROW),
            (self.method, self.papers, self.work),
            beside=(self.cell,),
        )
        self._folded.all_wanted.connect(self.show_all)
        self.open, self.clear = self._folded.open, self._folded.clear
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(self._folded)
        for box in self._boxes:
            box.currentIndexChanged.connect(self._chosen)

    def add_first(self, button: QPushButton) -> None:
        """Put a button at the beginning of the line."""
        self._folded.add_first(button)

    def filter(self, in_cell: frozenset[int] = frozenset()) -> Filter:
        """Return what is chosen; ``in_cell`` are the risks of the chosen cell."""
        return Filter(
            self.areas.currentData() or "",
            self.levels.currentData() or "",
            self.owners.currentData() or "",
            bool(self.lacking.currentData()),
            self._cell,
            in_cell,
        )

    def show_cell(self, cell: tuple[int, int] | None) -> None:
        """Show which cell of the matrix is chosen: likelihood and impact."""
        self._cell = cell
        if cell is not None:
            words = wording.shown(f"ช่อง {cell[0]} × {cell[1]}")
            self.cell.setText(words)
            self.cell.setAccessibleName(f"{words} ล้าง")
        self._chosen()

    def show_all(self) -> None:
        """Leave nothing out any more."""
        for box in self._boxes:
            box.blockSignals(True)
            box.setCurrentIndex(0)
            box.blockSignals(False)
        if self._cell is not None:
            self._cell = None
            self.cell_left.emit()
        self._chosen()

    def show_counts(self, counts: Counts, register: Register, units: Iterable[str]) -> None:
        """Offer what there is; what is chosen stays chosen."""
        self._offered = counts, register, tuple(units)
        bands = [band.name for band in reversed(register.method.bands)]
        owners = [unit for unit in self._offered[2] if counts.owners[unit]]
        for box, every, none, names, has in (
            (self.areas, "ทุกด้าน", "ไม่ระบุด้าน", [*areas_of(register)], counts.areas),
            (self.levels, "ทุกระดับ", "ไม่มีระดับ", bands, counts.levels),
            (self.owners, "ทุกผู้รับผิดชอบ", "ไม่ระบุผู้รับผิดชอบ", owners, counts.owners),
        ):
            chosen = box.currentData() or ""
            others = sorted({*has, chosen} - {*names, NONE_TOLD, ""})
            rows: list[tuple[str, object, int | None]] = [(every, "", None)]
            rows += [(name, name, has[name]) for name in (*names, *others)]
            if has[NONE_TOLD] or chosen == NONE_TOLD:
                rows.append((none, NONE_TOLD, has[NONE_TOLD]))
            fill_choice(box, rows)
        lacking = [("ทั้งหมด", "", None), ("ที่ยังขาดข้อมูล", "lacking", counts.lacking)]
        fill_choice(self.lacking, [*lacking])

    def fit(self, *, wide: bool) -> None:
        """Put the choices into a line of their own where one is not enough."""
        if self._folded.fit(wide=wide) and self._offered is not None:
            self.show_counts(*self._offered)

    def _chosen(self) -> None:
        self.cell.setVisible(self._cell is not None)
        self._folded.offer_clear(on=not self.filter().takes_all)
        self.changed.emit()
