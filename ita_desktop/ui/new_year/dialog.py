"""เริ่มปีงบประมาณใหม่: what a year takes over, part by part, shown before it is done."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.documents.catalogue import Format
from ita_desktop.documents.model import Digits
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import wording
from ita_desktop.ui.carry_dialog import CarryDialog
from ita_desktop.ui.new_year.cells import line_cells, part_cells
from ita_desktop.ui.new_year.year_choice import YearChoice
from ita_desktop.ui.saving import Saving
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.long_table import LongTable
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.ui.widgets.ticked_table import TickedTable
from ita_desktop.workflows.new_year.beginning import begin_new_year, plan_new_year
from ita_desktop.workflows.new_year.paper import freeze_list
from ita_desktop.workflows.new_year.values import (
    OPTIONAL,
    Fate,
    NewYearPart,
    NewYearPlan,
    NewYearWish,
    Part,
)

_SIZE: Final = QSize(1240, 690)
_PARTS_WIDTH: Final = 445
_NARROW: Final = 760
"""Pixels of the dialog under which it says less."""
_BESIDE_WIDTH: Final = 200
_PART_HEADS: Final = ("ส่วน", *(fate.words for fate in Fate))
_HEADS: Final = ["รายการ", "รายละเอียด", "จะเป็นอย่างไร"]
_ABOUT: Final = (
    "เลือกส่วนที่จะยกไป ข้อมูลของปีเดิมอยู่ครบตามเดิม ผลการดำเนินการของปีใหม่เริ่มว่าง รายการที่มีในปีใหม่แล้วจะไม่ยกซ้ำ"
    " และเลิกทำได้ครั้งเดียวทั้งหมด"
)
_ORDER: Final = (Fate.COMES, Fate.FOLLOWS, Fate.STAYS)


class _Lines(LongTable):
    """Leaves most of the room to what a line is about."""

    def wanted_width(self, column: int) -> int:
        wanted = super().wanted_width(column)
        return min(wanted, _BESIDE_WIDTH) if column else wanted


class NewYearDialog(CarryDialog):
    """Lists the parts beside the lines of the chosen one; accepting writes all as one deed.

    Afterwards the new year is looked at, and the list can be kept as a workbook or a PDF.
    ``carried`` tells what was done and the new year.
    """

    begun = Signal(int)
    """The new year was begun; the dialog stays open with the list of what came."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        self.table = _Lines(_HEADS)
        self.done_treatments = QCheckBox("ยกมาตรการควบคุมความเสี่ยงที่แล้วเสร็จหรือยกเลิกไปด้วย")
        self.plan_money = QCheckBox("คงงบประมาณแต่ละปีของโครงการในแผนใหม่")
        ticks = (self.done_treatments, self.plan_money)
        super().__init__(self.table, _ABOUT, ticks, parent)
        self._session, self._settings = session, settings
        self._plan: NewYearPlan | None = None
        self._finished = False
        self.setWindowTitle("เริ่มปีงบประมาณใหม่")
        self._take_size(_SIZE, parent)
        self.choice = YearChoice(session)
        self.from_years, self.to_years = self.choice.from_years, self.choice.to_years
        self.parts = TickedTable(_PART_HEADS)
        self.part_title = label("", "cardTitle", wrap=True)
        self.notice = Notice()
        self._filler = QWidget()
        """The room of the lists, where there are none."""
        self.save_xlsx = QPushButton("บันทึกรายการเป็น Excel…")
        self.save_pdf = QPushButton("บันทึกรายการเป็น PDF เพื่อพิมพ์…")
        self._saving = Saving(settings, self.notice, self)
        for widget, name in (
            (self.parts, "ส่วนที่จะยกไป และจำนวนรายการ"),
            (self.table, "รายการของส่วนที่เลือก และจะเป็นอย่างไร"),
        ):
            widget.setAccessibleName(name)
        self._lay_in()
        if self.width() < _NARROW:
            self._make_narrow()
        self._connect()
        self._show()

    @property
    def wish(self) -> NewYearWish:
        """What is to come, as the dialog says."""
        return NewYearWish(
            parts=self._chosen(),
            done_treatments=self.done_treatments.isChecked(),
            plan_money=self.plan_money.isChecked(),
        )

    def _connect(self) -> None:
        self.choice.changed.connect(self._show)
        for tick in (self.done_treatments, self.plan_money):
            tick.clicked.connect(lambda _on=False: self._show())
        self.parts.ticks_changed.connect(self._count)
        self.parts.currentCellChanged.connect(self._show_lines)
        self.go.clicked.connect(lambda _on=False: self._begin())
        self.save_xlsx.clicked.connect(lambda _on=False: self._save("xlsx"))
        self.save_pdf.clicked.connect(lambda _on=False: self._save("pdf"))

    def _show(self) -> None:
        """List the parts; ticks that were taken away stay away."""
        left = OPTIONAL - self._chosen()
        self.error.hide()
        years = self.choice.years
        if years is None:
            self._cannot_begin(self.choice.begin + 1)
            return
        try:
            self._plan = plan_new_year(
                self._session.file,
                *years,
                NewYearWish(
                    done_treatments=self.done_treatments.isChecked(),
                    plan_money=self.plan_money.isChecked(),
                ),
            )
        except (ClerkError, MachineError) as refusal:
            self._plan = None
            self._set_usable(on=False)
            self._refuse(refusal)
            return
        self._set_usable(on=True)
        self._show_parts(left)
        risks = self._plan.part(Part.RISKS).lines
        self.done_treatments.setVisible(bool(risks) and not self._finished)
        new_plan = bool(self._plan.part(Part.PLAN).of(Fate.COMES))
        self.plan_money.setVisible(new_plan and not self._finished)
        if self._session.file.read_only:
            self.go.setEnabled(False)
            self.error.setText(self._session.file.read_only)
            self.error.show()
        self._count()

    def _show_parts(self, left: frozenset[Part]) -> None:
        if self._plan is None:
            return
        chosen = max(self.parts.currentRow(), 0)
        self.parts.show_rows(
            [
                (part.part not in left if part.can_be_left and not self._finished else None, cells)
                for part in self._plan.parts
                for cells in [part_cells(part)]
            ]
        )
        self.parts.setCurrentCell(chosen, 1)
        self._show_lines()

    def _chosen(self) -> frozenset[Part]:
        """Return the parts that come: those that are ticked, and those that cannot be left."""
        if self._plan is None:
            return OPTIONAL
        ticked = {self._plan.parts[row].part for row in self.parts.ticked()}
        return (
            frozenset(
                part.part
                for part in self._plan.parts
                if part.part in ticked or not part.can_be_left
            )
            & OPTIONAL
        )

    def _shown(self) -> tuple[NewYearPart, ...]:
        """Return the parts as they come: what is not ticked stays."""
        if self._plan is None or self._finished:
            return () if self._plan is None else self._plan.parts
        chosen = self._chosen() | {Part.YEAR, Part.OFFICE}
        return tuple(part if part.part in chosen else part.left_out() for part in self._plan.parts)

    def _show_lines(self) -> None:
        """Show the lines of the part that the cursor is on: first those that come."""
        shown, row = self._shown(), self.parts.currentRow()
        if not 0 <= row < len(shown):
            return
        part = shown[row]
        self.part_title.setText(part.part.words)
        lines = [line for fate in _ORDER for line in part.of(fate)]
        self.table.show_rows(len(lines), lambda place: line_cells(lines[place]))

    def _count(self) -> None:
        """Say how much comes, with the ticks as they are."""
        if self._plan is None:
            return
        shown = self._shown()
        for row, part in enumerate(shown):
            for column, text in enumerate(part_cells(part), start=1):
                if (item := self.parts.item(row, column)) is not None:
                    item.setText(text)
        self._show_lines()
        comes = sum(len(part.of(Fate.COMES)) for part in shown)
        stays = sum(len(part.of(Fate.STAYS)) for part in shown)
        to_year = self._plan.to_year
        words = f"ยกไป {comes} รายการ  ·  ไม่ยก {stays} รายการ"
        if self._finished:
            words = f"เริ่มปีงบประมาณ {to_year} แล้ว  ·  {words}"
        self.summary.setText(wording.shown(words))
        any_comes = any(part.of(Fate.COMES) for part in shown)
        self.go.setText(wording.shown(f"เริ่มปีงบประมาณ {to_year}"))
        self.go.setVisible(any_comes and not self._finished)
        self.away.setText("ยกเลิก" if any_comes and not self._finished else "ปิด")
        usable = not self.go.isHidden() and self.go.isEnabled()
        (self.go if usable else self.away).setDefault(True)

    def _begin(self) -> None:
        if (years := self.choice.years) is None:
            return
        try:
            self._plan = begin_new_year(self._session.file, *years, self.wish)
        except (ClerkError, MachineError) as refusal:
            self._refuse(refusal)
            return
        self._finished = True
        self._session.refresh()
        self._session.select_year(years[1])
        self.choice.settle()
        for tick in (self.done_treatments, self.plan_money):
            tick.hide()
        self._show_parts(frozenset())
        self._count()
        self.away.setFocus()
        comes = self._plan.count(Fate.COMES)
        self.begun.emit(years[1])
        self.carried.emit(f"เริ่มปีงบประมาณ {years[1]} แล้ว ยกไป {comes} รายการ", years[1])

    def _save(self, kind: Format) -> None:
        """Keep the list as it is seen."""
        if self._plan is None:
            return
        digits = Digits.THAI if self._settings.thai_digits() else Digits.ARABIC
        seen = NewYearPlan(
            from_year=self._plan.from_year, to_year=self._plan.to_year, parts=self._shown()
        )
        frozen = freeze_list(self._session.file, seen, digits, self._settings.margins())
        if kind == "xlsx":
            self._saving.ask_workbook(frozen)
        else:
            self._saving.ask_new_pdf(frozen, self._settings.paper_font())

    def _cannot_begin(self, year: int) -> None:
        """Say that a year has no criteria, and how they are taken in."""
        self._plan = None
        self._set_usable(on=False)
        self.summary.setText(wording.shown(f"ยังเริ่มปีงบประมาณ {year} ไม่ได้"))
        self._refuse(
            ClerkError(
                f"ยังไม่มีเกณฑ์ประเมินปี {year} กรุณานำเข้าชุดเกณฑ์ของปีนั้นก่อน"
                " (เมนู › เกณฑ์ประเมินของปีนี้ › นำเข้าจากไฟล์…) หรือเลือกปีอื่นที่จะยกมา"
            )
        )

    def _set_usable(self, *, on: bool) -> None:
        """Show the lists and what can be done with them, or only the way out."""
        for widget in (self.parts, self.table, self.part_title, self.save_xlsx, self.save_pdf):
            widget.setVisible(on)
        self._filler.setVisible(not on)
        if not on:
            for widget in (self.done_treatments, self.plan_money, self.go):
                widget.hide()
            self.away.setText("ปิด")
            self.away.setDefault(True)

    def _make_narrow(self) -> None:
        """Leave to the lines what the parts count, and shorten what stands at the foot."""
        for column in range(2, self.parts.columnCount()):
            self.parts.setColumnHidden(column, True)
        for button, words in ((self.save_xlsx, "Excel…"), (self.save_pdf, "PDF…")):
            button.setAccessibleName(button.text())
            button.setToolTip(button.text())
            button.setText(words)

    def _lay_in(self) -> None:
        """Put years, parts and what keeps the list into what every carrying dialog has."""
        outer = self.layout()
        if not isinstance(outer, QBoxLayout):
            raise TypeError(outer)
        outer.insertWidget(0, self.choice)
        place = outer.indexOf(self.table)
        outer.removeWidget(self.table)
        right = QVBoxLayout()
        right.setSpacing(6)
        right.addWidget(self.part_title)
        right.addWidget(self.table, 1)
        lists = QHBoxLayout()
        lists.setSpacing(14)
        lists.addWidget(self.parts, 2)
        lists.addLayout(right, 3)
        self.parts.setMaximumWidth(_PARTS_WIDTH)
        outer.insertLayout(place, lists, 1)
        outer.insertWidget(outer.indexOf(self.error), self.notice)
        outer.insertWidget(outer.indexOf(self.error) + 1, self._filler, 1)
        last = outer.itemAt(outer.count() - 1)
        foot = None if last is None else last.layout()
        if not isinstance(foot, QHBoxLayout):
            raise TypeError(foot)
        for number, button in enumerate((self.save_xlsx, self.save_pdf)):
            button.setAutoDefault(False)
            foot.insertWidget(number, button)
        stops = (
            *(self.from_years, self.to_years, self.parts, self.table),
            *(self.done_treatments, self.plan_money),
            *(self.save_xlsx, self.save_pdf, self.go, self.away),
        )
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)


def show_new_year(
    session: Session, parent: QWidget, settings: Settings | None = None
) -> NewYearDialog | None:
    """Open what a new year takes over from the one looked at; None where typing has to be mended.

    ``settings``: where papers are saved and how; by default the clerk's own.
    """
    if not session.leave():
        return None
    dialog = NewYearDialog(session, settings or Settings(), parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    dialog.parts.setFocus()
    return dialog
