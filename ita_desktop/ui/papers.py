"""The papers of the year looked at: a menu of them, each opened as the pages it has."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ita_desktop.db.announcements import announcements_of
from ita_desktop.documents.announcement import paper_id as announcement_paper_id
from ita_desktop.documents.catalogue import (
    PAPERS,
    Format,
    FromAnalysis,
    FromAnnouncement,
    FromCheck,
    FromDisclosure,
    FromPlan,
    FromRisks,
    FromScores,
    Paper,
    paper_of,
    papers_with,
)
from ita_desktop.documents.layout import Layout, official_layouts
from ita_desktop.documents.measure_papers import usual_round
from ita_desktop.documents.measure_texts import round_words
from ita_desktop.documents.model import Digits
from ita_desktop.documents.risk_progress import usual_round as usual_risk_round
from ita_desktop.domain.announcements import AnnouncementKind
from ita_desktop.domain.measures import ROUNDS, Round
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import today, wording
from ita_desktop.ui.icons import icon
from ita_desktop.ui.saving import Saving
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.workflows.export_document import Frozen, freeze
from ita_desktop.workflows.layouts import layouts_of, read_text_key, text_key
from ita_desktop.workflows.plans.papers import usual_round as usual_plan_round

if TYPE_CHECKING:
    from ita_desktop.ui.analysis.dialog import AnalysisDialog
    from ita_desktop.ui.plan.announcements.dialog import AnnouncementsDialog

_CALENDAR = "action-calendar"


class Papers(QObject):
    """Fills the menu of papers; knows how each stands in the data file now.

    A paper is named by its id, one that reports a round by both ("measures-progress/6").
    """

    preview_wanted = Signal(str)
    """The pages of the paper with this name are to be shown."""

    def __init__(
        self, session: Session, settings: Settings, notice: Notice, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self._window = window
        self.saving = Saving(settings, notice, window)

    @property
    def first(self) -> str:
        """The id of the paper that stands first."""
        return PAPERS[0].id

    def fill(self, menu: QMenu, next_name: str = "") -> None:
        """Put every paper into a menu, those that are workbooks too, and the choice of digits.

        ``next_name`` is the paper that Ctrl+P shows; else it is the first.
        """
        _clear(menu)
        following = next_name or self.first
        for paper in PAPERS:
            if isinstance(paper.made, FromScores | FromAnalysis | FromCheck):
                self._add(menu, paper, "", "", following, f"{paper.title} — ")
            if isinstance(paper.made, FromAnalysis):
                action = menu.addAction(icon("file-text"), "เขียนรายงานวิเคราะห์ (O42)…")
                action.triggered.connect(self._plain(self.show_analysis))
        menu.addSeparator()
        self._add_measures(menu, following)
        menu.addSeparator()
        risks = menu.addMenu(icon("printer"), "ความเสี่ยงการทุจริต")
        self._add_made(risks, FromRisks, following)
        plan = menu.addMenu(icon("printer"), "แผนป้องกันการทุจริต")
        self._add_made(plan, FromPlan, following)
        oit = menu.addMenu(icon("printer"), "การเปิดเผยข้อมูล (OIT)")
        self._add_made(oit, FromDisclosure, following)
        self._add_announcements(menu.addMenu(icon("printer"), "ประกาศ"), following)
        menu.addSeparator()
        group = QActionGroup(menu)
        for thai, words in ((True, "พิมพ์ด้วยเลขไทย"), (False, "พิมพ์ด้วยเลขอารบิก")):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(self._settings.thai_digits() is thai)
            action.triggered.connect(
                lambda _on=False, thai=thai: self._settings.remember_thai_digits(thai)
            )
            group.addAction(action)

    def fill_measures(self, menu: QMenu, next_name: str = "") -> None:
        """Put the papers of measures into a menu of their own; ``next_name`` as for ``fill``."""
        _clear(menu)
        self._add_measures(menu, next_name or self.first)

    def fill_risks(self, menu: QMenu, next_name: str = "") -> None:
        """Put the papers of risks into a menu of their own; ``next_name`` as for ``fill``."""
        _clear(menu)
        self._add_made(menu, FromRisks, next_name or self.first)

    def fill_plan(self, menu: QMenu, next_name: str = "") -> None:
        """Put the papers of the plan into a menu of their own; ``next_name`` as for ``fill``."""
        _clear(menu)
        self._add_made(menu, FromPlan, next_name or self.first)
        menu.addSeparator()
        self._add_announcements(menu.addMenu(icon("printer"), "ประกาศ"), next_name or self.first)

    def fill_disclosure(self, menu: QMenu, next_name: str = "") -> None:
        """Put the papers of OIT items into a menu of their own; ``next_name`` as for ``fill``."""
        _clear(menu)
        self._add_made(menu, FromDisclosure, next_name or self.first)

    @property
    def _runs_ahead(self) -> bool:
        """Whether the plan looked at does not cover the year looked at."""
        return self._session.plan is not None and not self._session.plan_covers_year

    def _add_made(
        self, menu: QMenu, made: type[FromRisks | FromPlan | FromDisclosure], next_name: str
    ) -> None:
        """Add the papers made from one thing, each under a line; a report in both rounds."""
        for paper in PAPERS:
            if not isinstance(paper.made, made):
                continue
            if not menu.isEmpty():
                menu.addSeparator()
            rounds = _rounds_of(paper)
            if isinstance(paper.made, FromPlan) and paper.made.rounds and self._runs_ahead:
                from ita_desktop.ui.plan.reports_of_year import no_reports  # noqa: PLC0415 - seldom

                menu.setToolTipsVisible(True)
                action = menu.addAction(icon("printer"), paper.title)
                action.setToolTip(no_reports(self._session.fiscal_year))
                action.setEnabled(False)
                continue
            following = self._with_round(next_name, paper, rounds)
            for months in rounds:
                of_round = _words_of(months)
                before = f"{paper.title} — "
                self._add(menu, paper, text_key(paper.id, months), of_round, following, before)

    def _add_announcements(self, menu: QMenu, next_name: str) -> None:
        """Add the year's announcement, each that is kept, and the place where they are written."""
        paper = next(one for one in PAPERS if isinstance(one.made, FromAnnouncement))
        self._add(menu, paper, "", "ประกาศของปี", next_name)
        kept = announcements_of(self._session.file, self._session.fiscal_year)
        if kept:
            menu.addSeparator()
        for one in kept:
            state = "ออกแล้ว" if one.is_issued else "ร่าง"
            words = wording.shown(f"{one.kind.words} {one.number} ({state})".replace("  ", " "))
            action = menu.addAction(icon("file-text"), words)
            name = announcement_paper_id(one.id)
            action.triggered.connect(self._plain(self.preview_wanted.emit, name))
        menu.addSeparator()
        action = menu.addAction("ร่างและออกประกาศ…")
        action.triggered.connect(self._plain(self.show_announcements))

    def show_announcements(
        self, kind: AnnouncementKind | None = None
    ) -> "AnnouncementsDialog | None":
        """Open the announcements of the year; ``kind``: with one of it to write at.

        None where what is typed has to be mended first.
        """
        from ita_desktop.ui.plan.announcements.dialog import open_announcements  # noqa: PLC0415 - PDFium

        see = self.preview_wanted.emit
        return open_announcements(self._session, self._settings, self._window, see, kind)

    def show_analysis(self, name: str = "") -> "AnalysisDialog | None":
        """Open the texts of the analysis report; ``name``: with the cursor in that one.

        None where typing has to be mended first, or there is no such report.
        """
        from ita_desktop.ui.analysis.dialog import show_analysis  # noqa: PLC0415 - PDFium

        see = self.preview_wanted.emit
        try:
            return show_analysis(self._session, self._settings, self._window, see, name)
        except (ClerkError, MachineError) as refusal:
            self.saving.fail(refusal)
            return None

    def _with_round(self, name: str, paper: Paper, rounds: tuple[Round | None, ...]) -> str:
        """Return the name of the paper shown next; one that did not say its round, with it."""
        if name != paper.id or None in rounds:
            return name
        if isinstance(paper.made, FromRisks):
            return text_key(name, usual_risk_round(self._session.register))
        if isinstance(paper.made, FromPlan):
            plan, year = self._session.plan_of_year, self._session.fiscal_year
            return text_key(name, 6 if plan is None else usual_plan_round(plan, year))
        return text_key(name, usual_round(self._session.tracker))

    def _add_measures(self, menu: QMenu, next_name: str) -> None:
        """Add the papers of measures to a menu, one inner menu a layout, and what changes them.

        Those that report have both rounds.
        """
        for paper in papers_with(self._layouts()):
            if paper.layout is None:
                continue
            inner = menu.addMenu(icon("printer"), wording.shown(paper.title))
            rounds = _rounds_of(paper)
            next_name = self._with_round(next_name, paper, rounds)
            for months in rounds:
                if months is ROUNDS[1]:
                    inner.addSeparator()
                of_round = _words_of(months)
                name = text_key(paper.id, months)
                self._add(inner, paper, name, of_round, next_name)
                action = inner.addAction(icon("file-text"), f"แก้ถ้อยคำ{of_round}…")
                action.triggered.connect(self._plain(self._edit_texts, name))
        action = menu.addAction("แบบตารางของเอกสาร…")
        action.triggered.connect(self._plain(self._show_layouts))
        action = menu.addAction("ปฏิทินขั้นตอนของปี…")
        action.triggered.connect(self._plain(self._show_calendar))

    def workbook_of(self, name: str, shown: Frozen) -> Frozen | None:
        """Return what the workbook of a paper that is shown holds; None where that was refused.

        It is what is shown, but for a paper whose workbook holds more than its pages.
        """
        made = paper_of(shown.document).made
        has_more = (
            isinstance(made, FromPlan | FromDisclosure | FromAnalysis) and made.sheets is not None
        )
        return self.freeze(name, "xlsx") if has_more else shown

    def year_of(self, name: str) -> int:
        """Return the fiscal year a paper is of: a plan runs ahead of the year looked at.

        A report of a round is of the year looked at.
        """
        paper_id = read_text_key(name)[0]
        of_plan = any(
            one.id == paper_id and isinstance(one.made, FromPlan) and not one.made.rounds
            for one in PAPERS
        )
        return self._session.plan_year if of_plan else self._session.fiscal_year

    def freeze(self, name: str, kind: Format = "pdf") -> Frozen | None:
        """Return a paper as it stands now; where that is refused say why and return None.

        What is being typed is taken first; where that is refused, its cell says why.
        """
        if not self._session.leave():
            return None
        digits = Digits.THAI if self._settings.thai_digits() else Digits.ARABIC
        paper_id, months = read_text_key(name)
        try:
            return freeze(
                self._session.file,
                paper_id,
                self.year_of(name),
                digits,
                self._settings.margins(),
                months,
                kind,
                today=today.today(),
            )
        except (ClerkError, MachineError) as refusal:
            self.saving.fail(refusal)
            return None

    def _add(
        self, menu: QMenu, paper: Paper, name: str, of_round: str, following: str, before: str = ""
    ) -> None:
        """Add what can be done with a paper: see its pages, save it as a workbook."""
        name = name or paper.id
        keys = "\tCtrl+P" if name == following else ""
        action = menu.addAction(icon("printer"), f"{before}ดูและพิมพ์{of_round}{keys}")
        action.triggered.connect(self._plain(self.preview_wanted.emit, name))
        if "xlsx" in paper.formats:
            action = menu.addAction(icon("sheet"), f"{before}บันทึกเป็น Excel{of_round}…")
            action.triggered.connect(self._plain(self._ask_workbook, name))

    def _layouts(self) -> tuple[Layout, ...]:
        """Return the layouts there are; where the office's cannot be read say why."""
        try:
            return layouts_of(self._session.file)
        except (ClerkError, MachineError) as refusal:
            self.saving.fail(refusal)
            return official_layouts()

    def _ask_workbook(self, name: str) -> None:
        if (frozen := self.freeze(name, "xlsx")) is not None:
            self.saving.ask_workbook(frozen)

    def _edit_texts(self, name: str) -> None:
        from ita_desktop.ui.measures.layouts.texts_dialog import show_texts  # noqa: PLC0415 - seldom

        paper_id, months = read_text_key(name)
        show_texts(self._session, self._settings, paper_id, months, self._window)

    def _show_layouts(self) -> None:
        from ita_desktop.ui.measures.layouts.layouts_dialog import show_layouts  # noqa: PLC0415 - seldom

        show_layouts(self._session, self._settings, self._window)

    def _show_calendar(self) -> None:
        from ita_desktop.ui.measures.calendar.calendar_dialog import show_calendar  # noqa: PLC0415 - seldom

        show_calendar(self._session, self._window, partial(self.preview_wanted.emit, _CALENDAR))

    @staticmethod
    def _plain(deed: Callable[..., object], *said: str) -> Callable[..., None]:
        """Return a slot that leaves out what Qt says of the click."""

        def slot(*_on: object) -> None:
            deed(*said)

        return slot


def _rounds_of(paper: Paper) -> tuple[Round | None, ...]:
    """Return the rounds that a paper can report; one None of a paper that has none."""
    return ROUNDS if paper.has_rounds else (None,)


def _words_of(months: Round | None) -> str:
    return "" if months is None else f" {wording.shown(round_words(months))}"


def _clear(menu: QMenu) -> None:
    """Empty a menu; what is inside it as a menu is not taken away with its entry."""
    for inner in menu.findChildren(QMenu):
        inner.deleteLater()
    menu.clear()
