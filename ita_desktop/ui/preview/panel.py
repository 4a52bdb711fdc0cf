"""The preview: the very pages that are printed, in the place of the tabs."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.documents.catalogue import paper_of
from ita_desktop.documents.layout import is_layout
from ita_desktop.documents.model import Digits, Document
from ita_desktop.ui import messages, wording, work
from ita_desktop.ui.papers import Papers
from ita_desktop.ui.preview.banner import Banner
from ita_desktop.ui.preview.bar import PreviewBar
from ita_desktop.ui.preview.finder import Finder
from ita_desktop.ui.preview.held_focus import HeldFocus
from ita_desktop.ui.preview.layout import Fit
from ita_desktop.ui.preview.making import Made, lacking_in_full, make, remarks
from ita_desktop.ui.preview.printing import Printing
from ita_desktop.ui.preview.progress_card import ProgressCard
from ita_desktop.ui.preview.standing import CHANGED, FAILED, GIVEN_UP, Standing
from ita_desktop.ui.preview.thumbnails import Thumbnails
from ita_desktop.ui.preview.view import PdfView
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.workflows.layouts import read_text_key

_NARROW = 900


class PreviewPanel(QWidget):
    """Makes a paper, shows its pages, and prints or saves what is shown."""

    left = Signal()
    """She goes back to her work."""
    paper_made = Signal(object)
    """A paper was made (``making.Made``) and is shown."""

    def __init__(
        self, session: Session, settings: Settings, papers: Papers, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._settings = settings
        self._papers = papers
        self._saving = papers.saving
        self._paper_id = ""
        self._made: Made | None = None
        self._job: work.Job | None = None
        self._thai = True
        self.bar = PreviewBar()
        self.view = PdfView()
        self.thumbnails = Thumbnails()
        self.finder = Finder(self)
        self._focus = HeldFocus(self.bar, self.view)
        self.changed = Standing()
        self.remarks = Banner("ดูทั้งหมด")
        self.card = ProgressCard(self)
        self.printing = Printing(self, self.card, papers.saving)
        self._arrange()
        self._connect()
        self._add_keys()

    @property
    def making(self) -> bool:
        """Whether a paper is being made now."""
        return self._job is not None and self._job.runs

    @property
    def busy(self) -> bool:
        """Whether a paper is being made or printed now."""
        return self.making or self.printing.active

    @property
    def made(self) -> Made | None:
        """The paper that is shown."""
        return self._made

    def show_paper(self, paper_id: str) -> bool:
        """Make a paper as it stands now and show it; False where that was refused, with a word.

        Of a paper of measures the id names the round too ("measures-progress/6").
        """
        if paper_id != self._paper_id:
            self.stop()
            self._paper_id = paper_id
        return self.make()

    def make(self) -> bool:
        """Make the paper anew; what is shown stays until the new pages are there."""
        if self.printing.active or (frozen := self._papers.freeze(self._paper_id)) is None:
            return False
        self._stop_making()
        self._show_head(frozen.document)
        self.card.begin("กำลังจัดทำเอกสาร…")
        drawing = partial(make, frozen, self._settings.paper_font())
        self._job = work.run(drawing, self._take, self._fail, self._progress)
        self._job.ends_with(self)
        self._allow()
        return True

    def stop(self) -> None:
        """Give up what is being done and let go of the pages."""
        self._stop_making()
        self.printing.give_up()
        self._show(None)
        self.card.hide()
        self.changed.hide()

    def begin_search(self) -> None:
        """Put the cursor into the field that seeks."""
        self.bar.search.begin()

    def print_(self) -> None:
        """Ask for printer, pages and copies, and print what is shown."""
        if self._made is not None and not self.busy:
            title = self._made.frozen.document.title
            self.printing.ask(self._made.file, title, self.view.page)
            self._allow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.thumbnails.setVisible(self.width() >= _NARROW)

    def _take(self, made: Made) -> None:
        """Show the paper that was made."""
        self._job = None
        self.card.hide()
        self._show(made)
        self._allow()
        self.paper_made.emit(made)

    def _show(self, made: Made | None) -> None:
        old, self._made = self._made, made
        file = None if made is None else made.file
        self.finder.look_in(file)
        self.view.show_file(file)
        self.thumbnails.show_file(file)
        if old is not None:
            old.file.close()
        self._show_page(self.view.page)
        self._show_zoom()
        if made is not None and (words := remarks(made.typeset)):
            self.remarks.say(words, answer=bool(made.typeset.lacking))
        else:
            self.remarks.hide()
        if made is not None and self.bar.search.text:
            self._seek(self.bar.search.text, 0)

    def _fail(self, error: Exception) -> None:
        self._job = None
        self._stay_with_shown(FAILED)
        self._saving.fail(error)

    def _progress(self, share: float) -> None:
        self.card.say("กำลังจัดทำเอกสาร…", share)

    def _give_up(self) -> None:
        """Stop what is being done."""
        self.printing.give_up()
        if self.making:
            self._stop_making()
            self._stay_with_shown(GIVEN_UP)

    def _stay_with_shown(self, why: str) -> None:
        """Go on with the pages from before, and say so; without any there is nothing to see."""
        self.card.hide()
        self._allow()
        if self._made is None:
            self.left.emit()
        else:
            self._show_head(self._made.frozen.document)
            self.changed.note(self._papers.year_of(self._paper_id), why)

    def _show_head(self, document: Document) -> None:
        """Say which paper it is, of which year and in which digits."""
        known = paper_of(document)
        self._thai = document.digits is Digits.THAI
        self.changed.begin(document.fiscal_year)
        months = "" if document.months is None else f" รอบ {document.months} เดือน"
        session = self._session
        if document.months in session.tracker.closed and (
            document.fiscal_year == session.fiscal_year
        ):
            months += "ที่ปิดแล้ว"  # what was changed since is not on these pages
        self.bar.show_paper(
            wording.shown(f"{known.title}{months} ปีงบประมาณ {document.year_words}"),
            excel="xlsx" in known.formats,
            thai=self._thai,
            texts=is_layout(document.id),
        )

    def _stop_making(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def _leave(self) -> None:
        """Go one step back: from what is being done, from seeking, from the pages."""
        if self.busy:
            self._give_up()
        elif self.bar.search.line.hasFocus() and self.bar.search.text:
            self.bar.search.line.clear()
            self.view.setFocus()
        else:
            self.left.emit()

    def _note_change(self) -> None:
        if self._made is not None or self.making:
            self.changed.note(self._papers.year_of(self._paper_id), CHANGED)

    def _note_year(self, _fiscal_year: int) -> None:
        if self._made is not None or self.making:
            self.changed.note(self._papers.year_of(self._paper_id))

    def _choose_digits(self, thai: bool) -> None:
        if thai != self._thai:
            self._settings.remember_thai_digits(thai)
            self.make()

    def _choose_settings(self) -> None:
        """Ask for font, digits and margins, and make the paper anew with them."""
        from ita_desktop.ui.dialogs.paper_settings import PaperSettingsDialog  # noqa: PLC0415

        dialog = PaperSettingsDialog(self._settings, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self.make)
        dialog.open()

    def _edit_texts(self) -> None:
        """Let the fixed words of a paper of measures be edited, and make it anew with them."""
        from ita_desktop.ui.measures.layouts.texts_dialog import show_texts  # noqa: PLC0415 - seldom

        paper_id, months = read_text_key(self._paper_id)
        dialog = show_texts(self._session, self._settings, paper_id, months, self)
        if dialog is not None:
            dialog.accepted.connect(self.make)

    def _save_pdf(self) -> None:
        if self._made is not None and not self.making:
            self._saving.ask_pdf(self._made.frozen, self._made.typeset)

    def _save_workbook(self) -> None:
        if self._made is not None and not self.making:
            frozen = self._papers.workbook_of(self._paper_id, self._made.frozen)
            if frozen is not None:
                self._saving.ask_workbook(frozen)

    def _show_lacking(self) -> None:
        if self._made is not None:
            title = "ตัวอักษรที่ไม่ปรากฏในเอกสาร"
            messages.say(self, title, lacking_in_full(self._made.typeset.lacking))

    def _seek(self, text: str, step: int) -> None:
        self.finder.seek(text, step, self.view.page)

    def _show_hits(self) -> None:
        self.bar.search.show_found(self.finder.at + 1, len(self.finder.hits))
        self.view.show_hits(self.finder.hits, self.finder.at)

    def _show_page(self, page: int) -> None:
        count = 0 if self._made is None else len(self._made.file.sizes)
        self.bar.show_page(page, count)
        if count:
            self.thumbnails.follow(page)

    def _go_to(self, page: int) -> None:
        self.view.go_to(page)
        self.view.setFocus()

    def _show_zoom(self) -> None:
        self.bar.show_zoom(self.view.zoom, self.view.scale)

    def _allow(self) -> None:
        """Let her do what makes sense now."""
        self._focus.through(self._set_ready)
        self.changed.button.setEnabled(not self.printing.active)
        self._show_zoom()

    def _set_ready(self) -> None:
        self.bar.set_ready(ready=self._made is not None and not self.busy)
        self.bar.allow_change(allowed=not self.printing.active)

    def _arrange(self) -> None:
        pages = QHBoxLayout()
        pages.setSpacing(0)
        pages.addWidget(self.thumbnails)
        pages.addWidget(self.view, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for widget in (self.bar, self.changed, self.remarks):
            rows.addWidget(widget)
        rows.addLayout(pages, 1)

    def _connect(self) -> None:
        bar, view, session = self.bar, self.view, self._session
        bar.back_wanted.connect(self.left)
        bar.page_wanted.connect(self._go_to)
        bar.zoom_wanted.connect(view.set_zoom)
        bar.zoom_step_wanted.connect(view.step_zoom)
        bar.digits_wanted.connect(self._choose_digits)
        bar.print_wanted.connect(self.print_)
        bar.settings_wanted.connect(self._choose_settings)
        bar.pdf_wanted.connect(self._save_pdf)
        bar.excel_wanted.connect(self._save_workbook)
        bar.texts_wanted.connect(self._edit_texts)
        bar.search.wanted.connect(self._seek)
        view.page_changed.connect(self._show_page)
        view.zoom_changed.connect(self._show_zoom)
        self.thumbnails.page_chosen.connect(view.go_to)
        self.finder.moved.connect(self._show_hits)
        self.changed.answered.connect(self.make)
        self.remarks.answered.connect(self._show_lacking)
        self.card.given_up.connect(self._give_up)
        self.printing.changed.connect(self._allow)
        self.printing.pdf_wanted.connect(self._save_pdf)
        for told in (session.saved, session.scores_changed, session.criteria_changed):
            told.connect(self._note_change)
        session.office_changed.connect(self._note_change)
        session.year_changed.connect(self._note_year)

    def _add_keys(self) -> None:
        """Keys that hold wherever the focus is while the pages are shown."""
        for keys, deed in (
            ("Esc", self._leave),
            ("F5", self.make),
            ("Ctrl+S", self._save_pdf),
            ("Ctrl++", lambda: self.view.step_zoom(1)),
            ("Ctrl+=", lambda: self.view.step_zoom(1)),
            ("Ctrl+-", lambda: self.view.step_zoom(-1)),
            ("Ctrl+0", lambda: self.view.set_zoom(Fit.WIDTH)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(deed)
