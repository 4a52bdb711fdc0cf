"""What stands in the place of the plan while none covers the year looked at."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from ita_desktop.db.plans import PlanYears
from ita_desktop.domain.plan_template import PlanTemplate, template_for, years_for
from ita_desktop.ui import wording
from ita_desktop.ui.icons import icon
from ita_desktop.ui.plan.tab.plans_menu import CHOOSE
from ita_desktop.ui.widgets.beginning_page import BeginningPage
from ita_desktop.ui.widgets.choices import menu_button
from ita_desktop.ui.widgets.tool_tip import tool_tip

_FOR = (
    "ที่นี่คือแผนปฏิบัติการป้องกันการทุจริต{items}: เป้าหมาย โครงการในแต่ละมิติ งบประมาณรายปี และผลที่ทำ"
    " พิมพ์ได้ทั้งเล่มตั้งแต่ปก คำนำ สารบัญ จนถึงรายละเอียดโครงการ"
)
_HOW = "เลือกแบบเพื่อเริ่มด้วยชื่อมิติและหัวข้อที่ใช้กัน แล้วเพิ่ม แก้ หรือลบได้ทุกหัวข้อ{unsure}"
_LOW = 270
"""Pixels of height under which both texts and both lines of buttons have no room."""
_UNSURE = "\nหัวข้อของ {names} ยังไม่ได้เทียบกับคู่มือ กรุณาตรวจก่อนประกาศใช้"


class EmptyPage(BeginningPage):
    """Says what the page is for, and has a button for each way to begin."""

    template_requested = Signal(object)
    """A plan is to begin with this template (``domain.plan_template.PlanTemplate``)."""
    own_requested = Signal()
    carry_requested = Signal()
    import_requested = Signal()

    def __init__(
        self, templates: tuple[PlanTemplate, ...], plans: QMenu, parent: QWidget | None = None
    ) -> None:
        super().__init__("ยังไม่มีแผนที่ครอบคลุมปีนี้", 760, parent)
        self._all = templates
        self.templates = [QPushButton() for _ in templates]
        """The first is that of the year's period."""
        self.own = QPushButton("กำหนดปีเอง…")
        self.own.setToolTip("เลือกปีแรก ปีสุดท้าย และแบบของหัวข้อ")
        self.carry = QPushButton("ยกจากแผนก่อน…")
        self.bring = QPushButton("นำเข้าจาก Excel…")
        self.bring.setToolTip("แผนหรือตารางโครงการที่มีอยู่แล้วในแผ่นงาน โปรแกรมแสดงให้ตรวจก่อนนำเข้า")
        self.others = menu_button("ดูแผนอื่นในไฟล์", CHOOSE, plans)
        more = QHBoxLayout()
        more.setSpacing(10)
        for place, button in enumerate(self.templates):
            button.clicked.connect(partial(self._ask, place))
            self._buttons.insertWidget(place, button)
        for button, wish in (
            (self.own, self.own_requested),
            (self.carry, self.carry_requested),
            (self.bring, self.import_requested),
        ):
            button.clicked.connect(lambda _on=False, wish=wish: wish.emit())
            more.addWidget(button)
        more.addWidget(self.others)
        more.addStretch()
        self._inside.addLayout(more)
        self._offered = list(templates)
        order = [*self.templates, self.own, self.carry, self.bring, self.others]
        for button in order:
            button.setAutoDefault(True)  # Enter presses it, as in a dialog
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)
        self.templates[0].setObjectName("main")
        self.templates[0].setIcon(icon("plus", "on_accent"))

    @property
    def first(self) -> QPushButton:
        """The button that is to be pressed first."""
        return self.templates[0]

    def show_year(
        self,
        fiscal_year: int,
        items: Sequence[str],
        last: PlanYears | None,
        *,
        there: bool,
        writable: bool,
    ) -> None:
        """Say how to begin a plan that covers a year; ``last``: the plan before it.

        ``there``: the file has plans, of other years, that can be looked at.

        ``items`` are the codes of the year's items that ask for the plan and its reports.
        """
        first = template_for(self._all, fiscal_year)
        self._offered = [first, *(one for one in self._all if one is not first)]
        for button, one in zip(self.templates, self._offered, strict=True):
            years = years_for(one, fiscal_year) if one is first else (one.first_year, one.last_year)
            words = f"แผน พ.ศ. {years[0]}–{years[1]} ({one.dimensions} มิติ)"
            button.setText(wording.shown(words))
            button.setToolTip(tool_tip(wording.shown(f"{one.source}\n{one.note}".strip())))
        unsure = [one.name.partition(" (")[0] for one in self._offered if not one.status.checked]
        note = _UNSURE.format(names=" และ ".join(unsure)) if unsure else ""
        codes = f" ({', '.join(items)})" if items else ""
        self._for.setText(wording.shown(_FOR.format(items=codes)))
        self._how.setText(wording.shown(_HOW.format(unsure=note)))
        self.carry.setVisible(last is not None)
        self.others.setVisible(there)
        if last is not None:
            words = f"นำหัวข้อและโครงการของแผนปี {last.first_year} – {last.last_year} มาเริ่มแผนใหม่"
            self.carry.setToolTip(wording.shown(words))
        for button in (*self.templates, self.own, self.carry, self.bring):
            button.setEnabled(writable)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low window what the page is for gives way to how to begin."""
        super().resizeEvent(event)
        self._for.setVisible(self.height() >= _LOW)

    def _ask(self, place: int, *_on: bool) -> None:
        self.template_requested.emit(self._offered[place])
