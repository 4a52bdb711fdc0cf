"""เริ่มปีงบประมาณใหม่: what a year takes over, part by part, shown before it is done."""

from itertools import pairwise
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QHBoxLayout,
    QPushButton,
    QWidget,
)

from ita_desktop.documents.catalogue import Format
from ita_desktop.documents.model import Digits
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import wording
from ita_desktop.ui.carry_dialog import CarryDialog
from ita_desktop.ui.new_year.part_lists import PartLists
from ita_desktop.ui.new_year.year_choice import YearChoice
from ita_desktop.ui.saving import Saving
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.workflows.new_year.beginning import begin_new_year, plan_new_year
from ita_desktop.workflows.new_year.paper import freeze_list
from ita_desktop.workflows.new_year.values import (
    OPTIONAL,
    Fate,
    NewYearPlan,
    NewYearWish,
    Part,
)

_SIZE: Final = QSize(1240, 690)
_NARROW: Final = 760
"""Pixels of the dialog under which it says less."""
_ABOUT: Final = (
    "เลือกส่วนที่จะยกไป ข้อมูลของปีเดิมอยู่ครบตามเดิม ผลการดำเนินการของปีใหม่เริ่มว่าง รายการที่มีในปีใหม่แล้วจะไม่ยกซ้ำ"
    " และเลิกทำได้ครั้งเดียวทั้งหมด"
)


class NewYearDialog(CarryDialog):
    """Lists the parts beside the lines of the chosen one; accepting writes all as one deed.

    Afterwards the new year is looked at, and the list can be kept as a workbook or a PDF.
    ``carried`` tells what was done and the new year.
    """

    begun = Signal(int)
    """The new year was begun; the dialog stays open with the list of what came."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        self.lists = PartLists()
        self.parts, self.table = self.lists.parts, self.lists.lines
        self.done_treatments = QCheckBox("ยกมาตรการควบคุมความเสี่ยงที่แล้วเสร็จหรือยกเลิกไปด้วย")
        self.plan_money = QCheckBox("คงงบประมาณแต่ละปีของโครงการในแผนใหม่")
        ticks = (self.done_treatments, self.plan_money)
        super().__init__(self.lists, _ABOUT, ticks, parent)
        self._session, self._settings = session, settings
        self._finished = False
        self.setWindowTitle("เริ่มปีงบประมาณใหม่")
        self._take_size(_SIZE, parent)
        self.choice = YearChoice(session)
        self.from_years, self.to_years = self.choice.from_years, self.choice.to_years
        self.notice = Notice()
        self._filler = QWidget()
        """The room of the lists, where there are none."""
        self.save_xlsx = QPushButton("บันทึกรายการเป็น Excel…")
        self.save_pdf = QPushButton("บันทึกรายการเป็น PDF เพื่อพิมพ์…")
        self._saving = Saving(settings, self.notice, self)
        self._lay_in()
        if self.width() < _NARROW:
            self._make_narrow()
        self._connect()
        self._show()

    @property
    def wish(self) -> NewYearWish:
        """What is to come, as the dialog says."""
        return NewYearWish(
            parts=self.lists.chosen,
            done_treatments=self.done_treatments.isChecked(),
            plan_money=self.plan_money.isChecked(),
        )

    def _connect(self) -> None:
        self.choice.changed.connect(self._show)
        for tick in (self.done_treatments, self.plan_money):
            tick.clicked.connect(lambda _on=False: self._show())
        self.lists.ticks_changed.connect(self._count)
        self.go.clicked.connect(lambda _on=False: self._begin())
        self.save_xlsx.clicked.connect(lambda _on=False: self._save("xlsx"))
        self.save_pdf.clicked.connect(lambda _on=False: self._save("pdf"))

    def _show(self) -> None:
        """List the parts; ticks that were taken away stay away."""
        left = OPTIONAL - self.lists.chosen
        self.error.hide()
        from_year, to_year = self.choice.years or (self.choice.begin, self.choice.begin + 1)
        wish = NewYearWish(
            done_treatments=self.done_treatments.isChecked(),
            plan_money=self.plan_money.isChecked(),
        )
        try:
            plan = plan_new_year(self._session.file, from_year, to_year, wish)
        except (ClerkError, MachineError) as refusal:  # as of a year that has no criteria
            self._cannot_begin(to_year, refusal)
            return
        self._set_usable(on=True)
        self.lists.show_plan(plan, left, done=self._finished)
        risks = plan.part(Part.RISKS).lines
        self.done_treatments.setVisible(bool(risks) and not self._finished)
        new_plan = bool(plan.part(Part.PLAN).of(Fate.COMES))
        self.plan_money.setVisible(new_plan and not self._finished)
        if self._session.file.read_only:
            self.go.setEnabled(False)
            self.error.setText(self._session.file.read_only)
            self.error.show()
        self._count()

    def _count(self) -> None:
        """Say how much comes, with the ticks as they are."""
        if (plan := self.lists.plan) is None:
            return
        shown = self.lists.show_counts()
        comes = sum(len(part.of(Fate.COMES)) for part in shown)
        stays = sum(len(part.of(Fate.STAYS)) for part in shown)
        words = f"ยกไป {comes} รายการ  ·  ไม่ยก {stays} รายการ"
        if self._finished:
            words = f"เริ่มปีงบประมาณ {plan.to_year} แล้ว  ·  {words}"
        self.summary.setText(wording.shown(words))
        any_comes = any(part.of(Fate.COMES) for part in shown)
        self.go.setText(wording.shown(f"เริ่มปีงบประมาณ {plan.to_year}"))
        self.go.setVisible(any_comes and not self._finished)
        self.away.setText("ยกเลิก" if any_comes and not self._finished else "ปิด")
        usable = not self.go.isHidden() and self.go.isEnabled()
        (self.go if usable else self.away).setDefault(True)

    def _begin(self) -> None:
        if (years := self.choice.years) is None:
            return
        try:
            plan = begin_new_year(self._session.file, *years, self.wish)
        except (ClerkError, MachineError) as refusal:
            self._refuse(refusal)
            return
        self._finished = True
        self._session.refresh()
        self._session.select_year(years[1])
        self.choice.settle()
        for tick in (self.done_treatments, self.plan_money):
            tick.hide()
        self.lists.show_plan(plan, frozenset(), done=True)
        self._count()
        self.away.setFocus()
        comes = plan.count(Fate.COMES)
        self.begun.emit(years[1])
        self.carried.emit(f"เริ่มปีงบประมาณ {years[1]} แล้ว ยกไป {comes} รายการ", years[1])

    def _save(self, kind: Format) -> None:
        """Keep the list as it is seen."""
        if (plan := self.lists.plan) is None:
            return
        digits = Digits.THAI if self._settings.thai_digits() else Digits.ARABIC
        seen = NewYearPlan(from_year=plan.from_year, to_year=plan.to_year, parts=self.lists.shown)
        frozen = freeze_list(self._session.file, seen, digits, self._settings.margins())
        if kind == "xlsx":
            self._saving.ask_workbook(frozen)
        else:
            self._saving.ask_new_pdf(frozen, self._settings.paper_font())

    def _cannot_begin(self, year: int, refusal: ClerkError | MachineError) -> None:
        """Say why a year cannot be begun; another one can be chosen."""
        self.lists.plan = None
        self._set_usable(on=False)
        self.summary.setText(wording.shown(f"ยังเริ่มปีงบประมาณ {year} ไม่ได้"))
        self._refuse(refusal)

    def _set_usable(self, *, on: bool) -> None:
        """Show the lists and what can be done with them, or only the way out."""
        for widget in (self.lists, self.save_xlsx, self.save_pdf):
            widget.setVisible(on)
        self._filler.setVisible(not on)
        if not on:
            for widget in (self.done_treatments, self.plan_money, self.go):
                widget.hide()
            self.away.setText("ปิด")
            self.away.setDefault(True)

    def _make_narrow(self) -> None:
        """Leave to the lines what the parts count, and shorten what stands at the foot."""
        self.lists.make_narrow()
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
