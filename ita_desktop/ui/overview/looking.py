"""Looks through a year a piece at a time, so that the window answers between the pieces."""

from collections.abc import Iterator
from datetime import date
from time import perf_counter

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
_TURN = 0.012
"""Seconds of work after which the window is asked whether anything else is wanted."""


class Looking(QObject):
    """Tells figures, dates and what is lacking as each is known; of two states the later one.

    The connection of the file belongs to this thread: what takes long is cut into pieces, as many
    a turn of the event loop as a key can wait for.
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
        self._work: Iterator[None] = iter(())
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
        self._work = self._look()
        self._turn.start(_PAUSE_MS if after_deed else _AFTER_PAINT_MS)

    def stop(self) -> None:
        """Leave the rest: nobody looks."""
        self._turn.stop()
        self._work = iter(())

    def finish(self) -> None:
        """Look through all that is left at once, for who waits for it."""
        while self._turn.isActive():
            self._turn.stop()
            self._do_piece()

    def _do_piece(self) -> None:
        if not self._session.is_open:
            return
        until = perf_counter() + _TURN
        try:
            for _ in self._work:
                if perf_counter() >= until:
                    self._turn.start(0)
                    return
        except (ClerkError, MachineError) as refusal:
            self.failed.emit(str(refusal))

    def _look(self) -> Iterator[None]:
        """Do the whole of it; stops wherever something else may come between."""
        self._year, self._day = self._session.fiscal_year, today.today()
        figures: list[AreaFigure] = []
        for figure in self._figures():
            figures.append(figure)
            yield
        self.figures_found.emit(tuple(figures))
        yield
        for dates in self._dates():
            if dates is not None:
                self.dates_found.emit(dates)
            yield
        lacks: list[Lack] = []
        for lack in self._lacks():
            if lack is not None:
                lacks.append(lack)
            yield
        ready = Readiness(lacks=worst_first(lacks), begun=is_begun(figures))
        yield
        self.readiness_found.emit(ready)

    def _figures(self) -> Iterator[AreaFigure]:
        session = self._session
        yield scores_figure(session.result)
        yield measures_figure(session.tracker, self._day)
        yield risks_figure(session.register)
        yield plan_figure(session.plan_of_year, self._year, self._day)
        yield disclosure_figure(session.result, session.disclosure, self._day)

    def _lacks(self) -> Iterator[Lack | None]:
        """Give what is lacking; None between the rules."""
        session = self._session
        reading = Reading(session.file)
        reading.take(session.tracker, session.register, session.plan_of_year)
        question = Question(reading, self._year, self._day)
        for rule in RULES:
            yield from rule(question)
            yield None

    def _dates(self) -> Iterator[tuple[NextDate, ...] | None]:
        """Give what is due next, last; None before it is known."""
        from ita_desktop.criteria.ita_calendars import known_dates  # noqa: PLC0415 - when shown
        from ita_desktop.db.announcements import announcements_of  # noqa: PLC0415 - when shown

        yield None
        session, calendar = self._session, known_dates(self._year)
        yield None
        announcements = announcements_of(session.file, self._year)
        yield None
        yield next_dates(
            session.tracker,
            session.disclosure,
            announcements,
            calendar,
            self._day,
            session.result.entries,
        )
