"""Looks through a year a piece at a time, so that the window answers between the pieces."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from ita_desktop.domain.area_figures import (
    AreaFigure,
    disclosure_figure,
    measures_figure,
    plan_figure,
    risks_figure,
    scores_figure,
)
from ita_desktop.domain.lacks import Lack, worst_first
from ita_desktop.domain.next_dates import NextDate, next_dates
from ita_desktop.domain.readiness import Readiness, is_begun
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import today
from ita_desktop.ui.session import Session
from ita_desktop.workflows.check import RULES
from ita_desktop.workflows.readiness.reading import Question, Reading

_AFTER_PAINT_MS = 30
_PAUSE_MS = 400
"""After a deed: several come at once where she types on."""


class Looking(QObject):
    """Tells figures, dates and what is lacking as each is known; of two states the later one.

    The connection of the file belongs to this thread: what takes long is cut into pieces, one a
    turn of the event loop.
    """

    figures_found = Signal(object)
    """How far each part is (``AreaFigure``, one a part)."""
    dates_found = Signal(object)
    """What is due next (``NextDate``)."""
    readiness_found = Signal(object)
    """What is lacking, counted (``Readiness``)."""
    failed = Signal(str)
    """Why the year could not be looked through: one Thai sentence."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._year = 0
        self._day = date.min
        self._figures: list[AreaFigure] = []
        self._lacks: list[Lack] = []
        self._question: Question | None = None
        self._pieces: Sequence[Callable[[], None]] = ()
        self._next = 0
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._do_piece)

    @property
    def busy(self) -> bool:
        """Whether anything is still to be looked at."""
        return self._turn.isActive()

    @property
    def day(self) -> date:
        """The day the year was last looked at."""
        return self._day

    def begin(self, *, after_deed: bool = False) -> None:
        """Look through the year from the start, in a moment; after a deed, after a pause."""
        self._next = 0
        self._pieces = (
            self._count_scores,
            self._count_measures,
            self._count_risks,
            self._count_plan,
            self._count_disclosure,
            self._find_dates,
            *(self._rule(place) for place in range(len(RULES))),
            self._tell,
        )
        self._turn.start(_PAUSE_MS if after_deed else _AFTER_PAINT_MS)

    def stop(self) -> None:
        """Leave the rest: nobody looks."""
        self._turn.stop()

    def finish(self) -> None:
        """Look through all that is left at once, for who waits for it."""
        while self._turn.isActive():
            self._turn.stop()
            self._do_piece()

    def _do_piece(self) -> None:
        if not self._session.is_open:
            return
        if self._next == 0:
            self._year, self._day = self._session.fiscal_year, today.today()
            self._figures, self._lacks, self._question = [], [], None
        try:
            self._pieces[self._next]()
        except (ClerkError, MachineError) as refusal:
            self.failed.emit(str(refusal))
            return
        self._next += 1
        if self._next < len(self._pieces):
            self._turn.start(0)

    def _count_scores(self) -> None:
        self._figures.append(scores_figure(self._session.result))

    def _count_measures(self) -> None:
        self._figures.append(measures_figure(self._session.tracker, self._day))

    def _count_risks(self) -> None:
        self._figures.append(risks_figure(self._session.register))

    def _count_plan(self) -> None:
        self._figures.append(plan_figure(self._session.plan_of_year, self._year, self._day))

    def _count_disclosure(self) -> None:
        session = self._session
        self._figures.append(disclosure_figure(session.criteria, session.disclosure, self._day))
        self.figures_found.emit(tuple(self._figures))

    def _find_dates(self) -> None:
        from ita_desktop.criteria.ita_calendars import known_dates  # noqa: PLC0415 - when shown
        from ita_desktop.db.announcements import announcements_of  # noqa: PLC0415 - when shown

        session = self._session
        found: tuple[NextDate, ...] = next_dates(
            session.tracker,
            session.disclosure,
            announcements_of(session.file, self._year),
            known_dates(self._year),
            self._day,
        )
        self.dates_found.emit(found)

    def _rule(self, place: int) -> Callable[[], None]:
        def look() -> None:
            if self._question is None:
                self._question = Question(Reading(self._session.file), self._year, self._day)
            self._lacks += RULES[place](self._question)

        return look

    def _tell(self) -> None:
        self._question = None  # what it read is not true after the next deed
        begun = is_begun(self._figures)
        self.readiness_found.emit(Readiness(lacks=worst_first(self._lacks), begun=begun))
