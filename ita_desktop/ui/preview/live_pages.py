"""The very pages of a paper beside what is being edited, made anew at each change."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QVBoxLayout

from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import wording, work
from ita_desktop.ui.preview.making import Made, remarks
from ita_desktop.ui.preview.view import PdfView
from ita_desktop.ui.widgets.card import Card, label

Drawing = Callable[[Callable[[float], None]], Made]
"""Makes pages in a worker; is told where to tell the share done."""
_PAUSE: Final = 350  # milliseconds after the last letter
_MAKING: Final = "กำลังจัดทำตัวอย่าง…"


class LivePages(Card):
    """Shows one paper; what is shown stays until the new pages are there.

    Its dialog ending gives up what is being made and lets go of the pages.
    """

    def __init__(self, dialog: QDialog) -> None:
        super().__init__("ตัวอย่างที่จะพิมพ์")
        self._drawing: Drawing | None = None
        self._job: work.Job | None = None
        self._made: Made | None = None
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self.make)
        self.view = PdfView()
        self._state = label(_MAKING, "note", wrap=True)
        self.head.insertWidget(1, self._state, 1)
        self._remark = label("", "warning", wrap=True)
        self._remark.hide()
        rows = QVBoxLayout()
        rows.setSpacing(6)
        rows.addWidget(self._remark)
        rows.addWidget(self.view, 1)
        self.body.addLayout(rows)
        self.setMinimumWidth(210)
        dialog.finished.connect(self.stop)

    @property
    def made(self) -> Made | None:
        """The paper that is shown."""
        return self._made

    def draw_soon(self, drawing: Drawing) -> None:
        """Make these pages when no other change comes for a moment."""
        self._drawing = drawing
        self._soon.start()

    def draw(self, drawing: Drawing) -> None:
        """Make these pages now."""
        self._drawing = drawing
        self.make()

    def make(self) -> None:
        """Make the pages that were last asked for now."""
        self._soon.stop()
        self._give_up()
        if self._drawing is None:
            return
        self._state.setText(_MAKING)
        self._job = work.run(self._drawing, self._take, self._fail, self._progress)
        self._job.ends_with(self)

    def stop(self) -> None:
        """Give up what is being made and let go of the pages."""
        self._drawing = None
        self._soon.stop()
        self._give_up()
        self._show(None)
        self._state.setText("")

    def _take(self, made: Made) -> None:
        self._job = None
        self._show(made)
        pages = len(made.file.sizes)
        self._state.setText(wording.shown(f"{pages} หน้า"))
        words = remarks(made.typeset)
        self._remark.setText(wording.shown(words))
        self._remark.setVisible(bool(words))

    def _show(self, made: Made | None) -> None:
        old, self._made = self._made, made
        self.view.show_file(None if made is None else made.file)
        if old is not None:
            old.file.close()

    def _fail(self, error: Exception) -> None:
        self._job = None
        if not isinstance(error, ClerkError | MachineError):
            raise error
        self._state.setText(wording.shown(str(error)))

    def _progress(self, share: float) -> None:
        self._state.setText(wording.shown(f"{_MAKING} {round(share * 100)} %"))

    def _give_up(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None
