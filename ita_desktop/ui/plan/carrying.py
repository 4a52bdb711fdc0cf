"""ยกจากแผนก่อน: which projects come into a plan, or begin a new one, shown before it is done."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QCheckBox, QHBoxLayout, QPushButton, QWidget

from ita_desktop.db.plans import PlanYears
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import wording
from ita_desktop.ui.carry_dialog import CarryDialog
from ita_desktop.ui.plan.tab.year_fields import YearFields
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.long_table import cut
from ita_desktop.ui.widgets.ticked_table import TickedTable
from ita_desktop.workflows.plans.carry import (
    CarryPlanLine,
    CarryWish,
    PlanCarry,
    begin_from,
    carry_plan,
    plan_before,
    plan_begin_from,
    plan_carry_plan,
)

_SIZE: Final = QSize(1060, 660)
_HEADS: Final = ("ที่", "หัวข้อ", "โครงการ", "จะดำเนินการ", "จะเป็นอย่างไร")
_PARTS: Final = "ยกเป้าหมายและข้อความที่แก้ไว้"
_ABOUT: Final = (
    "โครงการคัดลอกเป็นรายการใหม่ของแผนใหม่ ปีที่ดำเนินการเลื่อนตามช่วงปีของแผน ผลการดำเนินการและความเสี่ยงที่เชื่อมไว้"
    "อยู่กับแผนเดิม ข้อ OIT เปลี่ยนเป็นข้อที่ตรงกัน รายการที่ยกไปแล้วจะไม่ยกซ้ำ"
)


class CarryPlanDialog(CarryDialog):
    """Lists every project of the old plan; those that are ticked come, as one deed.

    ``carried`` tells what was done and the number of the plan.
    """

    def __init__(
        self, session: Session, before: PlanYears, after: int | None, parent: QWidget | None = None
    ) -> None:
        """``after``: the plan it goes into; None begins a new one."""
        self.table = TickedTable(_HEADS)
        self.sections = QCheckBox("ยกหัวข้อที่ไม่มีโครงการด้วย")
        self.money = QCheckBox("คงงบประมาณแต่ละปี")
        self.parts = QCheckBox(_PARTS)
        super().__init__(self.table, _ABOUT, (self.sections, self.money, self.parts), parent)
        self._session, self._before, self._after = session, before, after
        self._lines: tuple[CarryPlanLine, ...] = ()
        old = f"{before.first_year} – {before.last_year}"
        words = f"เริ่มแผนใหม่จากแผนปี {old}" if after is None else f"ยกจากแผนปี {old}"
        self.setWindowTitle(wording.shown(words))
        self._take_size(_SIZE, parent)
        self.table.setAccessibleName("โครงการของแผนเดิมที่จะยกไป และที่ไม่ยก")
        length = before.last_year - before.first_year
        first = max(before.last_year + 1, session.fiscal_year - length)
        self.years = YearFields(first, first + length, self)
        self.every = QPushButton("เลือกทั้งหมด")
        self.none = QPushButton("ไม่เลือกเลย")
        self._lay_in()
        for tick in (self.sections, self.parts):
            tick.setChecked(True)
        for tick in (self.sections, self.money, self.parts):
            tick.clicked.connect(lambda _on=False: self._count())
        self.years.changed.connect(self._show)
        self.every.clicked.connect(lambda _on=False: self.table.tick_all(on=True))
        self.none.clicked.connect(lambda _on=False: self.table.tick_all(on=False))
        self.table.ticks_changed.connect(self._count)
        self.go.clicked.connect(lambda _on=False: self._carry())
        self._show()

    @property
    def wish(self) -> CarryWish:
        """What is to come, as the dialog says."""
        lines = [self._lines[place] for place in self.table.ticked()]
        return CarryWish(
            projects=frozenset(line.project for line in lines),
            sections=self.sections.isChecked(),
            money=self.money.isChecked(),
            parts=self.parts.isChecked(),
        )

    @property
    def _goal(self) -> str:
        if self._after is None:
            first, last = self.years.years
            return f"แผนปี {first} – {last}"
        return "แผนนี้"

    def _plan(self, wish: CarryWish) -> PlanCarry:
        file, before = self._session.file, self._before.id
        if self._after is None:
            return plan_begin_from(file, before, *self.years.years, wish)
        return plan_carry_plan(file, before, self._after, wish)

    def _show(self) -> None:
        """List the projects; ticks that were set stay."""
        unticked = {line.project for line in self._lines} - (self.wish.projects or frozenset())
        self.error.hide()
        try:
            carry = self._plan(CarryWish())
        except (ClerkError, MachineError) as refusal:
            if self._after is not None:
                self._cannot(self._goal, refusal)
                return
            self.go.setEnabled(False)
            self._refuse(refusal)
            return
        self._lines = carry.lines
        parts = carry.goals + carry.texts
        self.parts.setText(wording.shown(f"{_PARTS} ({parts})"))
        self.parts.setVisible(parts > 0)
        self.table.show_rows(
            [
                (line.project not in unticked if line.can else None, _cells(line))
                for line in carry.lines
            ]
        )
        self.table.setVisible(bool(carry.lines))
        writable = not self._session.file.read_only
        self.go.setEnabled(writable)
        if not writable:
            self.error.setText(self._session.file.read_only)
            self.error.show()
        self._count()

    def _count(self) -> None:
        """Say how much would come."""
        try:
            carry = self._plan(self.wish)
        except (ClerkError, MachineError) as refusal:
            self._refuse(refusal)
            return
        comes, stays = len(carry.comes), len(carry.stays)
        words = f"ยกไป {comes} โครงการ"
        words += f"  ·  ไม่ยก {stays} โครงการ" if stays else ""
        words += f"  ·  หัวข้อใหม่ {carry.sections} หัวข้อ" if carry.sections else ""
        nothing = "แผนเดิมไม่มีรายการใหม่ให้ยก" if not self._lines else words
        self.summary.setText(wording.shown(nothing))
        self._offer(carry.count, self._goal)

    def _carry(self) -> None:
        file, before, wish = self._session.file, self._before.id, self.wish
        try:
            if self._after is None:
                number, done = begin_from(file, before, *self.years.years, wish)
            else:
                number, done = self._after, carry_plan(file, before, self._after, wish)
        except (ClerkError, MachineError) as refusal:
            self._refuse(refusal)
            return
        self._session.refresh()
        words = f"ยกไป{self._goal} แล้ว {len(done.comes)} โครงการ"
        words += f" และ {done.sections} หัวข้อ" if done.sections else ""
        self.accept()
        self.carried.emit(words, number)

    def _lay_in(self) -> None:
        """Put years and the buttons for all ticks into what every carrying dialog has."""
        outer = self.layout()
        if not isinstance(outer, QBoxLayout):
            raise TypeError(outer)
        buttons = QHBoxLayout()
        for button in (self.every, self.none):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch()
        if self._after is None:
            outer.insertWidget(1, self.years)
        else:
            self.years.hide()
        place = outer.indexOf(self.table)
        outer.insertLayout(place, buttons)
        ticks = QHBoxLayout()
        ticks.setSpacing(18)
        for tick in (self.sections, self.money, self.parts):
            ticks.addWidget(tick)
        ticks.addStretch()
        outer.insertLayout(outer.indexOf(self.error), ticks)


def show_carry_plan(session: Session, parent: QWidget) -> CarryPlanDialog | None:
    """Open what can be taken over from the last plan: into the plan looked at, else a new one.

    None where typing has to be mended first, and where there is no plan before.
    """
    if not session.leave():
        return None
    plan = session.plan
    first = session.fiscal_year if plan is None else plan.first_year
    before = plan_before(session.file, first)
    if before is None:
        session.refused.emit("ไฟล์นี้ไม่มีแผนก่อนหน้าให้ยก กรุณาเริ่มแผนใหม่หรือนำเข้าจาก Excel")
        return None
    dialog = CarryPlanDialog(session, before, None if plan is None else plan.id, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _cells(line: CarryPlanLine) -> list[str]:
    fate = f"ไม่ยก: {line.why}" if line.why else line.note or "ยกไป"
    texts = (str(line.number), line.section, line.name, line.years.replace("\n", " · "), fate)
    return [cut(wording.shown(text)) for text in texts]
