"""The very pages of a paper of measures beside what is being edited, made anew at each change."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog, QVBoxLayout

from ita_desktop.documents.margins import Margins, with_margins
from ita_desktop.documents.measure_papers import measure_paper
from ita_desktop.documents.source import MeasureSource
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import wording, work
from ita_desktop.ui.preview.making import Made, make, remarks
from ita_desktop.ui.preview.view import PdfView
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.card import Card, label
from ita_desktop.workflows.export_document import Frozen
from ita_desktop.workflows.measures.papers import PaperOfMeasures

_PAUSE: Final = 350  # milliseconds after the last letter
_MAKING: Final = "กำลังจัดทำตัวอย่าง…"


class LivePreview(Card):
    """Shows one paper; what is shown stays until the new pages are there.

    Its dialog ending gives up what is being made and lets go of the pages.
    """

    def __init__(self, paper: PaperOfMeasures, settings: Settings, dialog: QDialog) -> None:
        super().__init__("ตัวอย่างที่จะพิมพ์")
        self._paper = paper
        self._wanted = paper.source
        self._settings = settings
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

    @property
    def source(self) -> MeasureSource:
        """What the pages are to be made from."""
        return self._wanted

    def show_soon(self, source: MeasureSource) -> None:
        """Make the pages anew when no other change comes for a moment."""
        if source != self._wanted:
            self._wanted = source
            self._soon.start()

    def make(self) -> None:
        """Make the pages now."""
        self._soon.stop()
        self._give_up()
        self._state.setText(_MAKING)
        drawn = partial(
            _drawn,
            replace(self._paper, source=self._wanted),
            self._settings.margins(),
            self._settings.paper_font(),
        )
        self._job = work.run(drawn, self._take, self._fail, self._progress)
        self._job.ends_with(self)

    def stop(self) -> None:
        """Give up what is being made and let go of the pages."""
        self._soon.stop()
        self._give_up()
        self._show(None)

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


def _drawn(
    paper: PaperOfMeasures,
    margins: Margins,
    font: str | None,
    progress: Callable[[float], None],
) -> Made:
    """Return the paper's pages; for a worker."""
    document = replace(measure_paper(paper.source), mark=paper.mark)
    frozen = Frozen(with_margins(document, margins), paper.source.office.own_words)
    return make(frozen, font, progress)
