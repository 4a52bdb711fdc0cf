"""Pages that are made anew by a worker while what they say is being written beside them."""

from collections.abc import Callable
from functools import partial
from typing import Final, TypeAlias

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import wording, work
from ita_desktop.ui.preview.making import Made, make, remarks
from ita_desktop.ui.preview.page_view import PageView
from ita_desktop.ui.widgets.card import label
from ita_desktop.workflows.export_document import Frozen

Wanted: TypeAlias = tuple[Frozen, str | None]
"""What is to be seen, and the typeface it is set in."""
_MAKING: Final = "กำลังจัดหน้า…"
_WAIT_MS: Final = 80
"""After a deed, before its page is made: who types figure after figure is not kept."""


class DrawnPages(QWidget):
    """Shows the pages of a document that is asked for; what is shown stays until new ones are.

    Nothing is made while it is not seen. Only values go to the worker, and the latest wins.
    """

    shown = Signal()
    """Other pages are shown, or none."""
    opened = Signal()
    """The whole paper is wanted."""

    def __init__(
        self,
        ask: Callable[[], Wanted | None],
        *,
        nothing: str,
        opens: str,
        parent: QWidget | None = None,
    ) -> None:
        """Show what ``ask`` gives, as the data are then; ``nothing`` is said where it gives none.

        ``opens`` says what a click on a page does.
        """
        super().__init__(parent)
        self._ask, self._nothing = ask, nothing
        self._wanted: Wanted | None = None
        self._job: work.Job | None = None
        self._made: Made | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_WAIT_MS)
        self._later.timeout.connect(self.refresh)
        self.state = label(nothing, "quiet", wrap=True)
        self.remark = label("", "warning", wrap=True)
        self.remark.hide()
        self.view = PageView()
        self.view.setToolTip(opens)
        self.view.setAccessibleDescription(opens)
        self.view.opened.connect(self.opened)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addWidget(self.state)
        rows.addWidget(self.remark)
        rows.addWidget(self.view, 1)

    @property
    def made(self) -> Made | None:
        """The pages that are shown."""
        return self._made

    @property
    def making(self) -> bool:
        """Whether pages are being made now, or in a moment."""
        return self._later.isActive() or (self._job is not None and self._job.runs)

    def wait(self) -> None:
        """Make the pages a moment after the last deed; those that are being made are old now."""
        if not self.isVisible():
            return
        if self._job is not None and self._job.runs:
            self._give_up()
            self._wanted = None
        self._later.start()

    def stay(self) -> None:
        """Make nothing of what was waited for."""
        self._later.stop()

    def refresh(self) -> None:
        """Make the pages anew where they would be others; at once, or when they are next seen."""
        self._later.stop()
        if not self.isVisible():
            return
        wanted = self._ask()
        if wanted is None:
            self._stop()
        elif wanted != self._wanted:
            self._give_up()
            self._wanted = wanted
            self.state.setText(_MAKING)
            self.state.setVisible(self._made is None)
            self._job = work.run(
                partial(make, *wanted), self._take, self._fail, lambda _share: None
            )
            self._job.ends_with(self)

    def _take(self, made: Made) -> None:
        self._job = None
        self.state.hide()
        self._show(made)
        words = remarks(made.typeset)
        self.remark.setText(wording.shown(words))
        self.remark.setVisible(bool(words))

    def _show(self, made: Made | None) -> None:
        old, self._made = self._made, made
        self.view.show_file(None if made is None else made.file)
        if old is not None:
            old.file.close()
        self.shown.emit()

    def _fail(self, error: Exception) -> None:
        self._job = None
        self._wanted = None
        if not isinstance(error, ClerkError | MachineError):
            raise error
        self.state.setText(wording.shown(str(error)))
        self.state.show()

    def _stop(self) -> None:
        """Show no pages."""
        self._give_up()
        self._wanted = None
        self._show(None)
        self.remark.hide()
        self.state.setText(self._nothing)
        self.state.show()

    def _give_up(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
