"""The very pages of a paper of measures beside what is being edited, made anew at each change."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QDialog

from ita_desktop.documents.margins import Margins, with_margins
from ita_desktop.documents.measure_papers import measure_paper
from ita_desktop.documents.source import MeasureSource
from ita_desktop.ui.preview.live_pages import Drawing, LivePages
from ita_desktop.ui.preview.making import Made, make
from ita_desktop.ui.settings import Settings
from ita_desktop.workflows.export_document import Frozen
from ita_desktop.workflows.measures.papers import PaperOfMeasures


class LivePreview(LivePages):
    """Shows one paper of measures as its source has it now."""

    def __init__(self, paper: PaperOfMeasures, settings: Settings, dialog: QDialog) -> None:
        super().__init__(dialog)
        self._paper = paper
        self._settings = settings
        self._wanted = paper.source
        self._drawing = self._drawing_of(paper.source)

    @property
    def source(self) -> MeasureSource:
        """What the pages are to be made from."""
        return self._wanted

    def show_soon(self, source: MeasureSource) -> None:
        """Make the pages anew when no other change comes for a moment."""
        if source != self._wanted:
            self._wanted = source
            self.draw_soon(self._drawing_of(source))

    def _drawing_of(self, source: MeasureSource) -> Drawing:
        return partial(
            _drawn,
            replace(self._paper, source=source),
            self._settings.margins(),
            self._settings.paper_font(),
        )


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
