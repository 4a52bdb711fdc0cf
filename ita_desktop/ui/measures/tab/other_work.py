"""What else is done with the measures: work sheets, rounds, layouts, the calendar of the year."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QWidget

from ita_desktop.domain.lacks import Place
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.notice import Notice

_CALENDAR: Final = "action-calendar"


class OtherWork(QObject):
    """Opens the dialogs around the measures; each is loaded when it is first wanted."""

    paper_wanted = Signal(str)
    """The pages of a paper and its round ("measures-progress/6") are to be shown."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        notice: Notice,
        go_to: Callable[[Place], object],
        page: QWidget,
    ) -> None:
        """``go_to`` turns the page to a place."""
        super().__init__(page)
        self._go_to = go_to
        self._session, self._settings, self._notice, self._page = session, settings, notice, page

    def fill(self, menu: QMenu) -> None:
        """Put what there is into a menu."""
        entries: tuple[tuple[str, Callable[[], object]], ...] = (
            ("สิ่งที่ยังไม่ครบของปี…", self.show_missing),
            ("แบบรายงานของหน่วยงาน…", self.show_unit_sheets),
            ("รอบรายงานและยกไปปีถัดไป…", self.show_rounds),
            ("ปฏิทินขั้นตอนของปี…", self.show_calendar),
            ("แบบตารางของเอกสาร…", self.show_layouts),
        )
        for words, deed in entries:
            menu.addAction(words, deed)

    def show_missing(self) -> None:
        """Open the list of what the year lacks."""
        from ita_desktop.ui.missing import show_missing  # noqa: PLC0415 - seldom

        if self._session.leave():
            show_missing(self._session, self._go_to, self._page)

    def show_unit_sheets(self) -> None:
        """Open the units' work sheets."""
        from ita_desktop.ui.measures.units.unit_sheets import (  # noqa: PLC0415 - seldom
            show_unit_sheets,
        )

        show_unit_sheets(self._session, self._settings, self._notice, self._page)

    def show_rounds(self) -> None:
        """Open both rounds of the year."""
        from ita_desktop.ui.measures.rounds import show_rounds  # noqa: PLC0415 - seldom

        dialog = show_rounds(self._session, self._page)
        if dialog is not None:
            dialog.place_wanted.connect(self._go_to)
            dialog.paper_wanted.connect(self.paper_wanted)

    def show_calendar(self, row: int = 0, field: str = "period") -> bool:
        """Open the calendar of the year; ``row``: at a field of the one with this number.

        False where it is not there, or what is typed has to be mended first.
        """
        from ita_desktop.ui.measures.calendar.calendar_dialog import (  # noqa: PLC0415 - seldom
            show_calendar,
        )

        see = partial(self.paper_wanted.emit, _CALENDAR)
        dialog = show_calendar(self._session, self._page, see)
        return dialog is not None and (not row or dialog.go_to(row, field))

    def show_layouts(self) -> None:
        """Open the list of layouts."""
        from ita_desktop.ui.measures.layouts.layouts_dialog import (  # noqa: PLC0415 - seldom
            show_layouts,
        )

        show_layouts(self._session, self._settings, self._page)

    def show_from_scores(self) -> None:
        """Ask which weak items become topics."""
        from ita_desktop.ui.measures.from_scores import (  # noqa: PLC0415 - seldom
            show_from_scores,
        )

        if self._session.leave():
            show_from_scores(self._session, self._page)

    def show_suggestions(self, topic: int, made: Callable[[int, int], object]) -> None:
        """Open the examples of measures for a topic.

        ``made`` is given the topic and the measure that an example became.
        """
        from ita_desktop.ui.measures.suggestions import (  # noqa: PLC0415 - seldom
            show_suggestions,
        )

        dialog = show_suggestions(self._session, topic, self._page)
        if dialog is not None:
            dialog.accepted.connect(lambda: made(topic, dialog.applied))
