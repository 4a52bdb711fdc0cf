"""The papers of the year looked at: a menu of them, each opened as the pages it has."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ita_desktop.documents.catalogue import PAPERS, Paper
from ita_desktop.documents.model import Digits
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui.icons import icon
from ita_desktop.ui.saving import Saving
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.workflows.export_document import Frozen, freeze


class Papers(QObject):
    """Fills the menu of papers; knows how each stands in the data file now."""

    preview_wanted = Signal(str)
    """The pages of the paper with this id are to be shown."""

    def __init__(
        self, session: Session, settings: Settings, notice: Notice, window: QWidget
    ) -> None:
        super().__init__(window)
        self._session = session
        self._settings = settings
        self.saving = Saving(settings, notice, window)

    @property
    def first(self) -> str:
        """The id of the paper that stands first."""
        return PAPERS[0].id

    def fill(self, menu: QMenu, next_id: str = "") -> None:
        """Put every paper into a menu, those that are workbooks too, and the choice of digits.

        ``next_id`` is the paper that Ctrl+P shows; else it is the first.
        """
        menu.clear()
        for paper in PAPERS:
            keys = "\tCtrl+P" if paper.id == (next_id or self.first) else ""
            action = menu.addAction(icon("printer"), f"{paper.title} — ดูและพิมพ์{keys}")
            action.triggered.connect(partial(self._show, paper))
            if "xlsx" in paper.formats:
                action = menu.addAction(icon("sheet"), f"{paper.title} — บันทึกเป็น Excel…")
                action.triggered.connect(partial(self._ask_workbook, paper))
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

    def freeze(self, paper_id: str) -> Frozen | None:
        """Return a paper as it stands now; where that is refused say why and return None.

        What is being typed is taken first; where that is refused, its cell says why.
        """
        if not self._session.leave():
            return None
        digits = Digits.THAI if self._settings.thai_digits() else Digits.ARABIC
        try:
            return freeze(
                self._session.file,
                paper_id,
                self._session.fiscal_year,
                digits,
                self._settings.margins(),
            )
        except (ClerkError, MachineError) as refusal:
            self.saving.fail(refusal)
            return None

    def _show(self, paper: Paper, _on: bool = False) -> None:  # noqa: FBT002 - Qt's
        self.preview_wanted.emit(paper.id)

    def _ask_workbook(self, paper: Paper, _on: bool = False) -> None:  # noqa: FBT002 - Qt's
        if (frozen := self.freeze(paper.id)) is not None:
            self.saving.ask_workbook(frozen)
