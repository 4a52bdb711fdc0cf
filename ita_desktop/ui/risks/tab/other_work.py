"""What else is done with the risks: the method of the year, last year's risks, links."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ita_desktop.db.rows import Kind
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui.rows.line import Line
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.notice import Notice


class OtherWork(QObject):
    """Opens the dialogs around the risks; each is loaded when it is first wanted."""

    paper_wanted = Signal(str)
    """The pages of a paper are to be shown."""

    def __init__(self, session: Session, notice: Notice, page: QWidget) -> None:
        super().__init__(page)
        self._session, self._notice, self._page = session, notice, page
        self.menu = QMenu(page)
        self.menu.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.menu.clear()
        entries: tuple[tuple[str, Callable[[], object]], ...] = (
            ("เกณฑ์ประเมินความเสี่ยง…", self.show_method),
            ("เมทริกซ์หน้าเดียวสำหรับผู้บริหาร", lambda: self.paper_wanted.emit("risk-matrix")),
        )
        for words, deed in entries:
            self.menu.addAction(words, deed)
        if self.can_carry():
            self.menu.addAction("ยกความเสี่ยงจากปีก่อน", self.carry)

    def show_method(self) -> None:
        """Open the method of the year."""
        from ita_desktop.ui.risks.method.method_dialog import (  # noqa: PLC0415 - seldom
            show_method,
        )

        show_method(self._session, self._page)

    def carry(self) -> None:
        """Let the risks of the year before go on in this one, and say how many."""
        from ita_desktop.workflows.carry_risks import carry_risks  # noqa: PLC0415 - seldom

        year = self._session.fiscal_year
        if not self._session.leave():
            return
        done = self._session.do(lambda file: carry_risks(file, year - 1, year))
        if done is not None:
            words = f"ยกความเสี่ยงจากปี {done.from_year} มาแล้ว {len(done.comes)} รายการ"
            self._notice.say(words, [("เลิกทำ", self._session.undo)])

    def can_carry(self) -> bool:
        """Say whether the year before has risks that do not go on here yet."""
        session = self._session
        year = session.fiscal_year
        if session.file.read_only or year - 1 not in session.years:
            return False
        from ita_desktop.workflows.carry_risks import plan_carry_risks  # noqa: PLC0415 - seldom

        try:
            return bool(plan_carry_risks(session.file, year - 1, year).comes)
        except (ClerkError, MachineError):  # then nothing can be carried
            return False

    def add_to_treatment_menu(self, menu: QMenu, line: Line | None) -> None:
        """Add what ties a treatment to a measure of the year."""
        if line is None or line.adds or line.kind is not Kind.TREATMENT:
            return
        from ita_desktop.workflows.risk_links import (  # noqa: PLC0415 - when asked
            link_measure,
            measure_from_treatment,
            unlink,
        )

        session, number = self._session, line.number
        menu.addSeparator()
        inner = menu.addMenu("เชื่อมกับมาตรการของปี")
        inner.setEnabled(not session.file.read_only)
        for place, (_, measure) in enumerate(session.tracker.measures(), start=1):
            words = f"{place} {_short(measure.text)}"
            act = inner.addAction(words)
            act.triggered.connect(_slot(lambda m=measure.id: self._do(link_measure, number, m)))
        if not inner.isEmpty():
            inner.addSeparator()
        make = inner.addAction("สร้างมาตรการใหม่จากแถวนี้")
        make.triggered.connect(_slot(lambda: self._do(measure_from_treatment, number)))
        cut = inner.addAction("ยกเลิกการเชื่อม")
        cut.triggered.connect(_slot(lambda: self._do(unlink, number)))

    def _do(self, deed: Callable[..., object], *numbers: int) -> None:
        if self._session.leave():
            self._session.do(lambda file: deed(file, *numbers))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else f"{line[:60]}…"


def _slot(deed: Callable[[], object]) -> Callable[..., None]:
    """Return a slot that leaves out what Qt says of the click."""

    def slot(*_on: object) -> None:
        deed()

    return slot
