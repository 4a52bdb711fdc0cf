"""The tab ภาพรวม: the year at a glance; every number is a way to its place."""

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QGridLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.domain.area_figures import AreaFigure
from ita_desktop.domain.areas import Area
from ita_desktop.domain.findings import Severity
from ita_desktop.domain.lacks import Lack
from ita_desktop.domain.readiness import Readiness, is_begun
from ita_desktop.ui import today
from ita_desktop.ui.overview.area_card import AreaCard
from ita_desktop.ui.overview.beginning import Beginning
from ita_desktop.ui.overview.dates_card import DatesCard
from ita_desktop.ui.overview.lacks_card import LacksCard
from ita_desktop.ui.overview.looking import Looking
from ita_desktop.ui.overview.score_card import ScoreCard
from ita_desktop.ui.overview.verdict_card import VerdictCard
from ita_desktop.ui.session import Session

_CARDS = (Area.SCORES, Area.MEASURES, Area.RISKS, Area.PLAN, Area.DISCLOSURE)
_SIDE_BY_SIDE = 830
"""Pixels of width from which score and verdict stand beside each other."""
_LIST = 980
"""Pixels of width from which the dates stand beside the list."""
_GAP = 12
_BAR = 16
"""Pixels that a bar to scroll by takes."""
_BLANK, _YEAR, _BEGIN = 0, 1, 2


class OverviewPage(QWidget):
    """The year looked at. It is looked through when it is shown, and anew after deeds."""

    place_wanted = Signal(object)
    """A place (``domain.lacks.Place``) is to be gone to."""
    tab_wanted = Signal(object)
    """The tab of a part (``domain.areas.Area``) is to be shown."""
    paper_wanted = Signal(str)
    """The pages of a paper are to be shown."""
    import_requested = Signal()
    """A workbook is to be taken in."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._stale = True
        self._waiting = True
        self._sought = ""
        self._found: int = -1
        self._mending = False
        """Whether the way to a place was asked for here: the list is what she comes back to."""
        self.score = ScoreCard()
        self.verdict = VerdictCard()
        self.cards = {area: AreaCard(area) for area in _CARDS}
        self.lacks = LacksCard()
        self.dates = DatesCard()
        self.beginning = Beginning()
        self.looking = Looking(session, self)
        self._columns = 0
        self._stops: list[QWidget] = []
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._bottom = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle = QGridLayout()
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    @property
    def first(self) -> QWidget:
        """What the keyboard begins with."""
        if self._stack.currentIndex() == _BEGIN:
            return self.beginning.first
        if not self.lacks.calm_words:
            return self.lacks.table
        return self.score.figure if self._waiting else self.verdict.paper

    def evidence_code(self) -> str:
        """Return the item of the current row, empty where it is of none."""
        lack = self._current()
        return "" if lack is None else lack.item

    def find_text(self, text: str, *, step: int = 1) -> tuple[int, int]:
        """Go to the next (or, with -1, the one before) lack that holds ``text``: (1, 3)."""
        from ita_desktop.thai.text import find  # noqa: PLC0415 - when sought

        rows = [
            row
            for row, lack in enumerate(self.lacks.table.lacks)
            if text.strip() and find(f"{lack.item} {lack.message}", text)
        ]
        if not rows or self.lacks.calm_words:
            return 0, 0
        if text != self._sought or self._found not in rows:
            place = 0 if step > 0 else len(rows) - 1
        else:
            place = (rows.index(self._found) + step) % len(rows)
        self._sought, self._found = text, rows[place]
        self.lacks.table.selectRow(rows[place])
        return place + 1, len(rows)

    def showEvent(self, event: QShowEvent) -> None:
        """Look through the year where it changed, or the day did, since it was last seen."""
        super().showEvent(event)
        if self._stale or self.looking.day != today.today():
            self._begin(after_deed=False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have the list seen on a low window as soon as keys are pressed in it.

        Who comes back from mending one of its lines goes on there; at first the verdict is seen.
        """
        back = event.type() == QEvent.Type.FocusIn and self._mending
        if back or event.type() == QEvent.Type.KeyPress:
            QTimer.singleShot(0, self.lacks, lambda: self._sheet.ensureWidgetVisible(self.lacks))
        return super().eventFilter(watched, event)

    def _ask(self, place: object) -> None:
        self._mending = True
        self.place_wanted.emit(place)

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave what is half looked through: nobody sees it."""
        super().hideEvent(event)
        if self.looking.busy:
            self.looking.stop()
            self._stale = True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit(self.width())

    def _begin(self, *, after_deed: bool) -> None:
        """Show what is known at once; what has to be looked through comes in a moment."""
        self._stale = False
        self.score.show_year(self._session)
        if self._stack.currentIndex() == _BLANK and self._session.result.entries:
            self._stack.setCurrentIndex(_YEAR)
        self.looking.begin(after_deed=after_deed)

    def _note_change(self, *_what: object) -> None:
        self._stale = True
        if self.isVisible() and self._session.is_open:
            self._begin(after_deed=True)

    def _note_year(self, *_what: object) -> None:
        """Another year: what was found of the one before is not shown any longer."""
        self._waiting = True
        self.verdict.show_looking()
        self.lacks.show_looking()
        self._stale = True
        if self.isVisible() and self._session.is_open:
            self._begin(after_deed=False)

    def _show_figures(self, figures: Sequence[AreaFigure]) -> None:
        year = self._session.fiscal_year
        for one in figures:
            self.cards[one.area].show_figure(one, year)
        begun = is_begun(figures)
        if not begun:
            self.beginning.show_year(year, self._session.office)
        had = any(one.hasFocus() for one in self._stops)
        if begun and self._stack.currentIndex() == _BEGIN:
            self._waiting = True
        self._stack.setCurrentIndex(_YEAR if begun else _BEGIN)
        if had:
            self.first.setFocus()

    def _show_readiness(self, ready: Readiness) -> None:
        self.verdict.show_readiness(ready)
        self.lacks.show_readiness(ready)
        for area, card in self.cards.items():
            card.show_lack(ready.worst_of(area))
        waited, self._waiting = self._waiting, False
        if waited and self.score.figure.hasFocus():
            self.first.setFocus()  # there was no list yet when the keyboard came

    def _show_failed(self, why: str) -> None:
        self._stack.setCurrentIndex(_YEAR)
        self.verdict.show_failed(why)

    def _list_only(self, severity: Severity) -> None:
        self.lacks.choose(severity)
        self.lacks.table.setFocus()

    def _current(self) -> Lack | None:
        row, lacks = self.lacks.table.currentRow(), self.lacks.table.lacks
        return lacks[row] if 0 <= row < len(lacks) and not self.lacks.calm_words else None

    def _connect(self) -> None:
        session = self._session
        for signal in (
            session.scores_changed,
            session.measures_changed,
            session.risks_changed,
            session.plan_changed,
            session.disclosure_changed,
            session.analysis_changed,
            session.announcements_changed,
            session.office_changed,
            session.years_changed,
        ):
            signal.connect(self._note_change)
        session.year_changed.connect(self._note_year)
        self.looking.figures_found.connect(self._show_figures)
        self.looking.dates_found.connect(self.dates.show_dates)
        self.looking.readiness_found.connect(self._show_readiness)
        self.lacks.table.installEventFilter(self)
        self.looking.failed.connect(self._show_failed)
        for part in (self.score, self.lacks, self.dates, self.beginning, *self.cards.values()):
            part.place_wanted.connect(self._ask)
        for card in self.cards.values():
            card.tab_wanted.connect(self.tab_wanted)
        self.verdict.severity_wanted.connect(self._list_only)
        self.verdict.go_wanted.connect(self.lacks.go_to_first)
        self.verdict.paper_wanted.connect(partial(self.paper_wanted.emit, "readiness"))
        self.beginning.import_requested.connect(self.import_requested)
        QShortcut(QKeySequence("F8"), self).activated.connect(self.lacks.go_to_first)

    def _lay_out(self) -> None:
        for line in (self._top, self._bottom, self._middle):
            line.setSpacing(_GAP)
        self._top.addWidget(self.score, 3)
        self._top.addWidget(self.verdict, 2)
        self._bottom.addWidget(self.lacks, 13)
        self._bottom.addWidget(self.dates, 7)
        sheet = QWidget()
        sheet.setObjectName("ground")
        rows = QVBoxLayout(sheet)
        rows.setContentsMargins(16, 12, 16, 12)
        rows.setSpacing(_GAP)
        rows.addLayout(self._top)
        rows.addLayout(self._middle)
        rows.addLayout(self._bottom, 1)
        self._sheet = scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(sheet)
        begin = QScrollArea()
        begin.setWidgetResizable(True)
        begin.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        begin.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.beginning.setObjectName("ground")
        begin.setWidget(self.beginning)
        for page in (QWidget(), scroll, begin):
            self._stack.addWidget(page)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._stack)
        self._fit(1334)
        self._stops += [*self.score.buttons, *self.verdict.buttons]
        for card in self.cards.values():
            self._stops += card.buttons
        self._stops += [self.lacks.areas, self.lacks.gravities, self.lacks.table]
        for before, after in pairwise(self._stops):
            QWidget.setTabOrder(before, after)
        self._stops += self.beginning.buttons

    def _fit(self, width: int) -> None:
        """Put the cards beside or under each other, as there is room."""
        direction = QBoxLayout.Direction
        beside = width >= _SIDE_BY_SIDE
        turn = direction.LeftToRight if beside else direction.TopToBottom
        room = width - 32 - _BAR
        of_score = (room - _GAP) * 3 // 5 if beside else room
        self.score.fit(of_score)
        self.verdict.fit(room - _GAP - of_score if beside else room)
        self._top.setDirection(turn)
        self._bottom.setDirection(turn if width >= _LIST else direction.TopToBottom)
        columns = 5 if width >= 1060 else 3 if width >= 620 else 2
        if columns == self._columns:
            return
        self._columns = columns
        for place, card in enumerate(self.cards.values()):
            self._middle.removeWidget(card)
            self._middle.addWidget(card, place // columns, place % columns)
        for column in range(5):
            self._middle.setColumnStretch(column, 1 if column < columns else 0)
