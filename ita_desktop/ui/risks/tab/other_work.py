"""What else is done with the risks: the method of the year, last year's risks, links."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ita_desktop.db.rows import Kind
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import wording
from ita_desktop.ui.rows.line import Line
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.notice import Notice


class OtherWork(QObject):
    """Opens the dialogs around the risks; each is loaded when it is first wanted."""

    paper_wanted = Signal(str)
    """The pages of a paper are to be shown."""
    place_wanted = Signal(object)
    """What is lacking there is to be mended (``domain.lacks.Place``)."""
    report_wanted = Signal(object)
    """The report of a measure at this ``Place`` is to be shown in its tab."""
    measure_wanted = Signal(int, str)
    """A measure is to be shown in its tab: its topic, and its row ("measure:12")."""

    def __init__(self, session: Session, notice: Notice, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._notice, self._page = session, notice, page
        self.menu = QMenu(page)
        self.menu.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.menu.clear()
        entries: tuple[tuple[str, Callable[[], object]], ...] = (
            ("เกณฑ์ประเมินความเสี่ยง…", self.show_method),
            ("ด้านความเสี่ยง…", self.show_areas),
            ("สิ่งที่ยังไม่ครบของปี…", self.show_missing),
            ("รอบรายงาน…", self.show_rounds),
            ("เมทริกซ์หน้าเดียวสำหรับผู้บริหาร", lambda: self.paper_wanted.emit("risk-matrix")),
        )
        for words, deed in entries:
            self.menu.addAction(words, deed)
        if self.can_carry():
            self.menu.addAction("ยกความเสี่ยงจากปีก่อน…", self.carry)
        if self._session.register.processes:
            self.menu.addAction("ยกความเสี่ยงไปปีถัดไป…", self.carry_on)

    def show_method(self) -> None:
        """Open the method of the year."""
        from ita_desktop.ui.risks.method.method_dialog import (  # noqa: PLC0415 - seldom
            show_method,
        )

        show_method(self._session, self._page)

    def show_missing(self) -> None:
        """Open the list of what the risks of the year lack."""
        from ita_desktop.ui.missing import show_missing  # noqa: PLC0415 - seldom
        from ita_desktop.workflows.check import RISK_RULES  # noqa: PLC0415 - seldom

        if self._session.leave():
            show_missing(self._session, self.place_wanted.emit, self._page, RISK_RULES)

    def show_rounds(self) -> None:
        """Open both rounds of the year: measures and treatments are closed together."""
        from ita_desktop.ui.measures.rounds import show_rounds  # noqa: PLC0415 - seldom

        dialog = show_rounds(self._session, self._page)
        if dialog is not None:
            dialog.place_wanted.connect(self.report_wanted)
            dialog.paper_wanted.connect(self.paper_wanted)

    def show_areas(self) -> None:
        """Open the list of areas."""
        from ita_desktop.ui.risks.areas.areas_dialog import show_areas  # noqa: PLC0415 - seldom

        show_areas(self._session, self._page)

    def carry(self) -> None:
        """Show which risks of the year before would go on in this one."""
        self._show_carry(self._session.fiscal_year - 1)

    def carry_on(self) -> None:
        """Show which risks of this year would go on in the next one."""
        self._show_carry(self._session.fiscal_year)

    def _show_carry(self, from_year: int) -> None:
        from ita_desktop.ui.risks.carrying import show_carry_risks  # noqa: PLC0415 - seldom

        dialog = show_carry_risks(self._session, self._page, from_year)
        if dialog is not None:
            dialog.carried.connect(self._say_carried)

    def _say_carried(self, words: str, fiscal_year: int) -> None:
        """Say what was carried, with the way to it, or back where it is before the clerk."""
        session = self._session
        if fiscal_year == session.fiscal_year:
            self._notice.say(words, [("เลิกทำ", session.undo)])
        else:
            turn = f"ไปปี {wording.figure(fiscal_year)}"
            self._notice.say(words, [(turn, partial(session.select_year, fiscal_year))])

    def can_carry(self) -> bool:
        """Say whether the year before has risks that do not go on here yet."""
        session = self._session
        year = session.fiscal_year
        if session.file.read_only or year - 1 not in session.years:
            return False
        from ita_desktop.workflows.risks.carry_over import plan_carry_risks  # noqa: PLC0415 - seldom

        try:
            return bool(plan_carry_risks(session.file, year - 1, year).comes)
        except (ClerkError, MachineError):  # then nothing can be carried
            return False

    def add_to_treatment_menu(self, menu: QMenu, line: Line | None) -> None:
        """Add what ties a treatment to a measure of the year."""
        if line is None or line.adds or line.kind is not Kind.TREATMENT:
            return
        menu.addSeparator()
        act = menu.addAction("เชื่อมกับมาตรการ ความเสี่ยง โครงการ…")
        act.triggered.connect(lambda _on=False, number=line.number: self.show_links(number))

    def show_links(self, treatment: int) -> None:
        """Open what a treatment is linked to."""
        from ita_desktop.ui.risks.links.link_dialog import show_links  # noqa: PLC0415 - seldom

        dialog = show_links(self._session, treatment, self._page)
        if dialog is not None:
            dialog.measure_wanted.connect(self._turn_to)

    def _turn_to(self, topic: int, measure: int) -> None:
        self.measure_wanted.emit(topic, f"{Kind.MEASURE}:{measure}")
