"""Menus of papers: all of the year, or those of one tab; a click sees one or saves it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from ita_desktop.db.announcements import announcements_of
from ita_desktop.documents.announcement import paper_id as announcement_paper_id
from ita_desktop.documents.catalogue import (
    PAPERS,
    FromAnalysis,
    FromAnnouncement,
    FromCheck,
    FromDisclosure,
    FromPlan,
    FromRisks,
    FromScores,
    Paper,
    papers_with,
)
from ita_desktop.documents.measure_papers import usual_round
from ita_desktop.documents.measure_texts import round_words
from ita_desktop.documents.risk_progress import usual_round as usual_risk_round
from ita_desktop.domain.measures import ROUNDS, Round
from ita_desktop.ui import wording
from ita_desktop.ui.icons import icon
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.workflows.layouts import text_key
from ita_desktop.workflows.plans.papers import usual_round as usual_plan_round

if TYPE_CHECKING:
    from ita_desktop.ui.papers import Papers


class PaperMenus(QObject):
    """Fills menus; ``papers`` does what is chosen in them."""

    def __init__(self, papers: "Papers", session: Session, settings: Settings) -> None:
        super().__init__(papers)
        self._papers, self._session, self._settings = papers, session, settings

    def fill(self, menu: QMenu, next_name: str = "") -> None:
        """Put every paper into a menu, those that are workbooks too, and the choice of digits.

        ``next_name`` is the paper that Ctrl+P shows; else it is the first.
        """
        _clear(menu)
        following = next_name or self._papers.first
        for paper in PAPERS:
            if isinstance(paper.made, FromScores | FromAnalysis | FromCheck):
                self._add(menu, paper, "", "", following, f"{paper.title} — ")
            if isinstance(paper.made, FromAnalysis):
                action = menu.addAction(icon("file-text"), "เขียนรายงานวิเคราะห์…")
                action.triggered.connect(_plain(self._papers.show_analysis))
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
        self._add_measures(menu, next_name or self._papers.first)

    def fill_risks(self, menu: QMenu, next_name: str = "") -> None:
        """Put the papers of risks into a menu of their own; ``next_name`` as for ``fill``."""
        _clear(menu)
        self._add_made(menu, FromRisks, next_name or self._papers.first)

    def fill_plan(self, menu: QMenu, next_name: str = "") -> None:
        """Put the papers of the plan into a menu of their own; ``next_name`` as for ``fill``."""
        _clear(menu)
        self._add_made(menu, FromPlan, next_name or self._papers.first)
        menu.addSeparator()
        self._add_announcements(
            menu.addMenu(icon("printer"), "ประกาศ"), next_name or self._papers.first
        )

    def fill_disclosure(self, menu: QMenu, next_name: str = "") -> None:
        """Put the papers of OIT items into a menu of their own; ``next_name`` as for ``fill``."""
        _clear(menu)
        self._add_made(menu, FromDisclosure, next_name or self._papers.first)

    @property
    def _runs_ahead(self) -> bool:
        """Whether the plan looked at does not cover the year looked at."""
        return self._session.plan is not None and not self._session.plan_choice.covers_year

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
            action.triggered.connect(_plain(self._papers.preview_wanted.emit, name))
        menu.addSeparator()
        action = menu.addAction("ร่างและออกประกาศ…")
        action.triggered.connect(_plain(self._papers.show_announcements))

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
        for paper in papers_with(self._papers.layouts()):
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
                action.triggered.connect(_plain(self._papers.edit_texts, name))
        action = menu.addAction("แบบตารางของเอกสาร…")
        action.triggered.connect(_plain(self._papers.show_layouts))
        action = menu.addAction("ปฏิทินขั้นตอนของปี…")
        action.triggered.connect(_plain(self._papers.show_calendar))

    def _add(
        self, menu: QMenu, paper: Paper, name: str, of_round: str, following: str, before: str = ""
    ) -> None:
        """Add what can be done with a paper: see its pages, save it as a workbook."""
        name = name or paper.id
        keys = "\tCtrl+P" if name == following else ""
        action = menu.addAction(icon("printer"), f"{before}ดูและพิมพ์{of_round}{keys}")
        action.triggered.connect(_plain(self._papers.preview_wanted.emit, name))
        if "xlsx" in paper.formats:
            action = menu.addAction(icon("sheet"), f"{before}บันทึกเป็น Excel{of_round}…")
            action.triggered.connect(_plain(self._papers.ask_workbook, name))


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
