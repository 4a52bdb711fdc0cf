"""Issues a draft: its page is made beside the work, and that very page is kept."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ita_desktop.documents.margins import with_margins
from ita_desktop.documents.model import Digits
from ita_desktop.domain.announcements import Announcement
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import wording, work
from ita_desktop.ui.faults import note_machine_error
from ita_desktop.ui.rows.writing import write
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.workflows.announcements import issue, paper_of_announcement, refuse_unready
from ita_desktop.workflows.export_document import Frozen, Typeset, typeset


class Issuing(QObject):
    """One draft at a time; what is refused is told, and nothing was issued."""

    issued = Signal(object)
    """This draft (``domain.announcements.Announcement``) is kept as it was printed."""
    refused = Signal(str)
    """Why it was not issued: one Thai sentence."""

    def __init__(self, session: Session, settings: Settings, dialog: QWidget) -> None:
        super().__init__(dialog)
        self._session, self._settings, self._dialog = session, settings, dialog
        self._job: work.Job | None = None

    @property
    def runs(self) -> bool:
        """Whether a page is being made."""
        return self._job is not None and self._job.runs

    def begin(self, draft: Announcement) -> None:
        """Make the page of a draft that lacks nothing, then keep it."""
        try:
            refuse_unready(self._session.file, draft.id)
            frozen = frozen_of(self._session, self._settings, draft)
        except (ClerkError, MachineError) as refusal:
            self._refuse(refusal)
            return
        font = self._settings.paper_font()
        self._job = work.run(
            lambda: typeset(frozen, font, or_bundled=True), partial(self._keep, draft), self._fail
        )
        self._job.ends_with(self._dialog)

    def _keep(self, draft: Announcement, made: Typeset) -> None:
        self._job = None
        _, why = write(self._session, lambda file: issue(file, draft, made.data))
        if why:
            self.refused.emit(why)
        else:
            self.issued.emit(draft)

    def _fail(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, ClerkError | MachineError):
            raise error
        self._refuse(error)

    def _refuse(self, refusal: ClerkError | MachineError) -> None:
        note_machine_error(refusal)
        self.refused.emit(wording.said(str(refusal)))


def frozen_of(session: Session, settings: Settings, announcement: Announcement) -> Frozen:
    """Return the pages of an announcement, to be drawn; raises ClerkError or MachineError."""
    digits = Digits.THAI if settings.thai_digits() else Digits.ARABIC
    paper = paper_of_announcement(session.file, announcement, digits)
    document = with_margins(paper.document, settings.margins())
    return Frozen(document, paper.own_words, paper.kept)
