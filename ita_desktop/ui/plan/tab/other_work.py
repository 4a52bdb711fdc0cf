"""What else is done with the plan; each dialog is loaded when it is first wanted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ita_desktop.db.plans import PlanYears
from ita_desktop.domain.lacks import Place
from ita_desktop.domain.plan_template import PlanTemplate, template_for, years_for
from ita_desktop.errors import ClerkError
from ita_desktop.ui import wording
from ita_desktop.ui.plan.reports_of_year import no_reports
from ita_desktop.ui.plan.tab.beginning import begin_from_template
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.turning import turn_to_plan
from ita_desktop.ui.widgets.notice import Notice

if TYPE_CHECKING:
    from ita_desktop.ui.plan.progress.dialog import ProgressDialog


class OtherWork(QObject):
    """Fills the menu of all other work, and begins plans."""

    paper_wanted = Signal(str)
    """The pages of a paper are to be shown."""
    report_wanted = Signal(object)
    """A report of measures in a round is to be gone to (``domain.lacks.Place``)."""
    place_wanted = Signal(object)
    """What is lacking there is to be mended (``domain.lacks.Place``)."""

    sides_wanted = Signal()
    """The keyboard is to go from the outline to what is written of a row, or back."""

    def __init__(self, session: Session, settings: Settings, notice: Notice, page: QWidget) -> None:
        super().__init__(page)
        self._settings = settings
        self._session, self._notice, self._page = session, notice, page
        self.menu = QMenu(page)
        self.menu.setToolTipsVisible(True)
        self.menu.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.menu.clear()
        entries: tuple[tuple[str, Callable[[], object]], ...] = (
            ("ตั้งค่าแผน…", self.show_settings),
            ("ตารางงบประมาณทุกโครงการ…", self.show_money),
            ("รายงานผลโครงการของปี…", self.show_progress),
            ("รอบรายงาน…", self.show_rounds),
            ("สิ่งที่ยังไม่ครบของแผน…", self.show_missing),
        )
        of_year = (self.show_progress, self.show_missing)
        for words, deed in entries:
            action = self.menu.addAction(words, deed)
            if deed in of_year and not self._session.plan_choice.covers_year:
                action.setEnabled(False)
                action.setToolTip(no_reports(self._session.fiscal_year))
        self.menu.addAction("สลับระหว่างรายการกับหน้าที่กรอก\tCtrl+M", self.sides_wanted.emit)
        if self._session.plan is not None and self.last_plan() is not None:
            self.menu.addAction("ยกจากแผนก่อน…", self.carry)

    def show_settings(self) -> None:
        """Open title, years and risks of the plan."""
        from ita_desktop.ui.plan.tab.settings_dialog import (  # noqa: PLC0415 - seldom
            show_plan_settings,
        )

        dialog = show_plan_settings(self._session, self._page)
        if dialog is not None:
            dialog.removed.connect(self._say_undoable)

    def show_money(self) -> None:
        """Open the money of all projects and years."""
        from ita_desktop.ui.plan.money.dialog import open_money_grid  # noqa: PLC0415 - seldom

        open_money_grid(self._session, self._page)

    def show_progress(self, place: Place | None = None) -> None:
        """Open the reports of the year; ``place``: at the cell that lacks something."""
        from ita_desktop.ui.plan.progress.dialog import open_progress  # noqa: PLC0415 - seldom

        before = self._session.fiscal_year
        if place is not None:
            year = int(place.field.partition(":")[2] or before)
            if not self._look_at(year):
                return
        see = self.paper_wanted.emit
        dialog = open_progress(self._session, self._settings, self._page, see)
        if dialog is not None and place is not None and place.months is not None:
            dialog.look_at(place.months)
            dialog.columns.show_field(place.field)
            dialog.table.go_to(place.row, place.field)
        if dialog is not None and self._session.fiscal_year != before:
            self._say_year(dialog, before)

    def show_rounds(self) -> None:
        """Open both rounds of the year: projects are closed together with measures."""
        from ita_desktop.ui.measures.rounds import show_rounds  # noqa: PLC0415 - seldom

        dialog = show_rounds(self._session, self._page)
        if dialog is not None:
            dialog.place_wanted.connect(self.report_wanted)
            dialog.paper_wanted.connect(self.paper_wanted)

    def carry(self) -> None:
        """Show what of the last plan would go on in this one, or begin one with it."""
        from ita_desktop.ui.plan.carrying import show_carry_plan  # noqa: PLC0415 - seldom

        dialog = show_carry_plan(self._session, self._page)
        if dialog is not None:
            dialog.carried.connect(self._carried)

    def show_missing(self) -> None:
        """Open the list of what the plan lacks."""
        from ita_desktop.ui.missing import show_missing  # noqa: PLC0415 - seldom
        from ita_desktop.workflows.check import PLAN_RULES  # noqa: PLC0415 - seldom

        if self._session.leave():
            show_missing(self._session, self.place_wanted.emit, self._page, PLAN_RULES)

    def begin(self, template: PlanTemplate) -> None:
        """Begin a plan by a template, and look at a year of it."""
        from ita_desktop.criteria.plan_templates import plan_templates  # noqa: PLC0415 - seldom

        year = self._session.fiscal_year
        first, last = template.first_year, template.last_year
        if template is template_for(plan_templates(), year):
            first, last = years_for(template, year)
        made, why = begin_from_template(self._session, template, first, last)
        if made is None:
            self._notice.say(why)
            return
        turn_to_plan(self._session, made)

    def begin_own(self) -> None:
        """Open the choice of years and names of a new plan."""
        from ita_desktop.ui.plan.tab.new_plan import show_new_plan  # noqa: PLC0415 - seldom

        dialog = show_new_plan(self._session, self._page)
        dialog.begun.connect(self._begun)

    def last_plan(self) -> PlanYears | None:
        """Return the last plan before the one looked at, or before the year without one."""
        from ita_desktop.workflows.plans.carry import plan_before  # noqa: PLC0415 - when seen

        plan = self._session.plan
        first = self._session.fiscal_year if plan is None else plan.first_year
        return plan_before(self._session.file, first)

    def _carried(self, words: str, number: int) -> None:
        """Say what came, and look at a year of the plan it came into."""
        self._begun(number)
        self._say_undoable(words)

    def _begun(self, number: int) -> None:
        turn_to_plan(self._session, number)

    def _look_at(self, year: int) -> bool:
        """Look at a year, which is added where the file has none; False, and why is said, if not.

        Reports of the year before are often asked for in a file that begins with this year.
        """
        session = self._session
        try:
            if year in session.years:
                session.select_year(year)
            elif session.leave():
                session.add_year(year)
        except ClerkError as error:
            self._notice.say(wording.shown(str(error)), bad=True)
        return session.fiscal_year == year

    def _say_year(self, dialog: "ProgressDialog", before: int) -> None:
        """Say in the reports, and behind them, that the year is another, with the way back."""
        words = f"เปลี่ยนมาดูปีงบประมาณ {self._session.fiscal_year} ซึ่งเป็นปีของรายงานที่ยังไม่ครบ"
        back = f"กลับไปปี {wording.figure(before)}"

        def turn_back() -> None:
            self._notice.hide()
            self._session.select_year(before)

        def leave_dialog() -> None:
            dialog.reject()
            if not dialog.isVisible():  # what is typed may have to be mended first
                turn_back()

        self._notice.say(words, [(back, turn_back)])
        if not self._session.file.read_only:
            dialog.notice.say(words, [(back, leave_dialog)])

    def _say_undoable(self, words: str) -> None:
        self._notice.say(words, [("เลิกทำ", self._session.undo)])
