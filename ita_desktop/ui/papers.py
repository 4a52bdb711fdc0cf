"""The papers of the year looked at: how each stands in the file now, and what is done with it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ita_desktop.documents.catalogue import (
    PAPERS,
    Format,
    FromAnalysis,
    FromDisclosure,
    FromPlan,
    paper_of,
)
from ita_desktop.documents.layout import Layout, official_layouts
from ita_desktop.documents.model import Digits
from ita_desktop.domain.announcements import AnnouncementKind
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import today
from ita_desktop.ui.paper_menus import PaperMenus
from ita_desktop.ui.saving import Saving
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.workflows.export_document import Frozen, freeze
from ita_desktop.workflows.layouts import layouts_of, read_text_key

if TYPE_CHECKING:
    from ita_desktop.ui.analysis.dialog import AnalysisDialog
    from ita_desktop.ui.plan.announcements.dialog import AnnouncementsDialog

_CALENDAR = "action-calendar"


class Papers(QObject):
    """Knows how each paper stands in the data file now; its menus lead here.

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
        self.menus = PaperMenus(self, session, settings)

    @property
    def first(self) -> str:
        """The id of the paper that stands first."""
        return PAPERS[0].id

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
        return self._session.plan_choice.year if of_plan else self._session.fiscal_year

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

    def layouts(self) -> tuple[Layout, ...]:
        """Return the layouts there are; where the office's cannot be read say why."""
        try:
            return layouts_of(self._session.file)
        except (ClerkError, MachineError) as refusal:
            self.saving.fail(refusal)
            return official_layouts()

    def ask_workbook(self, name: str) -> None:
        """Ask where a paper's workbook is to be saved, and save it."""
        if (frozen := self.freeze(name, "xlsx")) is not None:
            self.saving.ask_workbook(frozen)

    def edit_texts(self, name: str) -> None:
        """Open the wording of a paper of measures."""
        from ita_desktop.ui.measures.layouts.texts_dialog import show_texts  # noqa: PLC0415 - seldom

        paper_id, months = read_text_key(name)
        show_texts(self._session, self._settings, paper_id, months, self._window)

    def show_layouts(self) -> None:
        """Open the layouts of tables."""
        from ita_desktop.ui.measures.layouts.layouts_dialog import show_layouts  # noqa: PLC0415 - seldom

        show_layouts(self._session, self._settings, self._window)

    def show_calendar(self) -> None:
        """Open the calendar of the year's steps."""
        from ita_desktop.ui.measures.calendar.calendar_dialog import show_calendar  # noqa: PLC0415 - seldom

        show_calendar(self._session, self._window, partial(self.preview_wanted.emit, _CALENDAR))
