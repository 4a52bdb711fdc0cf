"""รายงานผลการวิเคราะห์ as a place to write: its texts, the one that is written, and its page."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QSplitter, QVBoxLayout, QWidget

from ita_desktop.db.change_log import Deed
from ita_desktop.documents.analysis_places import places_of
from ita_desktop.documents.analysis_report import ID
from ita_desktop.documents.model import Digits
from ita_desktop.domain.measure_checks import PLAN_ITEM
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui.analysis.page_of_text import PageOfText
from ita_desktop.ui.analysis.report_words import counts_in_words, groups_of, years_in_words
from ita_desktop.ui.analysis.text_card import TextCard
from ita_desktop.ui.analysis.texts_list import TextsList
from ita_desktop.ui.rows.writing import write
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.card import Card, label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.ui.widgets.pressing import pressed_by
from ita_desktop.workflows.analysis.papers import analysis_source
from ita_desktop.workflows.analysis.texts import TextState, freeze_all, text_states
from ita_desktop.workflows.analysis.years import analysis_years
from ita_desktop.workflows.readiness.reading import item_names

_SIZE: Final = QSize(1340, 730)
_NARROW: Final = 1120
"""Pixels of width under which list and page take turns beside what is written."""
_LIST: Final = 264
_NARROW_LIST: Final = 210
_PAGE: Final = 400
_PAGE_WORDS: Final = {False: "แสดงหน้ากระดาษ", True: "ซ่อนหน้ากระดาษ"}


class AnalysisDialog(QDialog):
    """The texts of the report that the year looked at asks for; it stays until it is closed."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        parent: QWidget | None,
        see: Callable[[str], None],
    ) -> None:
        """``see`` shows the pages of a paper by its name."""
        super().__init__(parent)
        self.setWindowTitle("เขียนรายงานผลการวิเคราะห์")
        self.resize(fitting(parent, _SIZE))
        self._session, self._see = session, see
        self._room: bool | None = None
        self.years = label("", "quiet", wrap=True)
        self.counts = label("", "note", wrap=True)
        self.texts = TextsList()
        self.card = TextCard(session)
        self.page = PageOfText(session, settings)
        self.notice = Notice()
        self.freeze_all = QPushButton("ตรึงทั้งฉบับ")
        self.freeze_all.setToolTip("เก็บทุกข้อความตามที่พิมพ์ขณะนี้ไว้ เช่น เมื่อเสนอลงนามแล้ว")
        self.page_button = QPushButton(_PAGE_WORDS[False])
        self.page_button.setToolTip("แสดงหรือซ่อนหน้าที่จะพิมพ์ (Ctrl+Shift+P)")
        self.page_button.setCheckable(True)
        self.close_button = QPushButton("ปิด")
        self._lay_out()
        self._connect()
        self._take_turns()  # before it is shown: three beside each other may ask for too much
        self.refresh()
        if session.file.read_only:
            self.notice.say(session.file.read_only, bad=True)
        self.texts.setFocus()

    def go_to(self, name: str) -> bool:
        """Show a text with the cursor in it; False where the report has none of that name."""
        if not self.texts.go_to(name):
            return False
        self.card.text.editor.setFocus()
        return True

    def refresh(self, *_what: object) -> None:
        """Show the texts as they stand now; where they cannot be told the dialog closes."""
        if not self._session.is_open:
            return
        file, year = self._session.file, self._session.fiscal_year
        try:
            states, years = text_states(file, year), analysis_years(file, year)
            source = analysis_source(file, year, Digits.ARABIC, years)
        except (ClerkError, MachineError) as refusal:
            self.notice.say(str(refusal), bad=True)
            return
        self._places = places_of(source)
        self._criteria = source.scores.result.criteria
        items = item_names(file, years.scores + 1, PLAN_ITEM)
        self.years.setText(years_in_words(years, items))
        self.counts.setText(counts_in_words(states))
        self.texts.show_states(states)
        self.page.show_states(states)
        open_ = any(not one.frozen and one.filled.strip() for one in states)
        self.freeze_all.setEnabled(open_ and not file.read_only)
        self._show_text(self.texts.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._take_turns()
        self.card.fit()

    def done(self, result: int) -> None:
        """Take what is being typed, then go; where it was refused, stay."""
        if not self._session.is_open or self._session.leave():
            super().done(result)

    def _connect(self) -> None:
        session = self._session
        self.texts.chosen.connect(self._choose)
        self.freeze_all.clicked.connect(lambda _on=False: self._freeze_all())
        self.page_button.toggled.connect(self._fit_sides)
        self.card.before.clicked.connect(lambda _on=False: self.texts.step(-1))
        self.card.after.clicked.connect(lambda _on=False: self.texts.step(1))
        self.close_button.clicked.connect(self.reject)
        self.page.whole_wanted.connect(self._see_whole)
        for signal in (
            session.analysis_changed,
            session.scores_changed,
            session.measures_changed,
            session.disclosure_changed,
            session.office_changed,
            session.year_changed,
        ):
            signal.connect(self.refresh)
        session.refused.connect(self._refused)
        for keys, step in (("Ctrl+PgUp", -1), ("Ctrl+PgDown", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda step=step: self.texts.step(step))
        undo = QShortcut(QKeySequence.StandardKey.Undo, self)
        undo.activated.connect(lambda: self._revert(session.undo))
        redo = QShortcut(QKeySequence("Ctrl+Y"), self)
        redo.activated.connect(lambda: self._revert(session.redo))

    def _refused(self, why: str) -> None:
        self.notice.say(why, bad=True)

    def _choose(self, name: str) -> None:
        """Show another text; what is being typed into the one before is taken first."""
        here = self.card.name
        if name == here:
            return
        if not self._session.leave():
            self.texts.go_to(here)
            return
        self._show_text(name)

    def _show_text(self, name: str) -> None:
        state = next((one for one in self.texts.texts.states if one.name == name), None)
        if state is None:
            return
        self.card.show_state(state, self._places, groups_of(self._criteria, name))
        self.page.turn_to(name)
        row = self.texts.currentIndex().row()
        self.card.before.setEnabled(row > 0)
        self.card.after.setEnabled(row + 1 < len(self.texts.texts.states))

    def _freeze_all(self) -> None:
        if not self._session.leave():
            return
        year = self._session.fiscal_year
        _, why = write(self._session, lambda file: freeze_all(file, year))
        if why:
            self.notice.say(why, bad=True)
        else:
            self.notice.say(
                "ตรึงข้อความทั้งฉบับแล้ว", [("เลิกทำ", lambda: self._revert(self._session.undo))]
            )

    def _revert(self, turn: Callable[[], Deed | None]) -> None:
        """Undo or redo, then show the text that it changed."""
        before = {one.name: one for one in self.texts.texts.states}
        self.notice.hide()
        if turn() is None:
            return
        changed = [
            one.name
            for one in self.texts.texts.states
            if one.name in before and _kept(one) != _kept(before[one.name])
        ]
        if changed and self.texts.name not in changed:
            self.texts.go_to(changed[0])

    def _see_whole(self) -> None:
        """Leave for the pages of the whole report."""
        self.accept()
        if not self.isVisible():
            self._see(ID)

    def _take_turns(self) -> None:
        """Show the page where there is room for all three, else the list."""
        wide = self.width() >= _NARROW
        if wide is not self._room:
            self._room = wide
            self.page_button.setChecked(wide)
            self._fit_sides()

    def _fit_sides(self, *_on: object) -> None:
        """Share the width between list, text and page."""
        self.page.setVisible(self.page_button.isChecked())
        self.page_button.setText(_PAGE_WORDS[self.page_button.isChecked()])
        self.page_button.setShortcut("Ctrl+Shift+P")  # other words take it away
        wide = self.width() >= _NARROW
        self._list_card.setVisible(wide or not self.page_button.isChecked())
        left = _LIST if wide else _NARROW_LIST
        right = _PAGE if self.page_button.isChecked() else 0
        middle = max(self.width() - left - right, 300)
        self._sides.setSizes([left, middle, right])

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.years, 1)
        for button in (self.page_button, self.freeze_all):
            head.addWidget(button)
        for button in (*(self.page_button, self.freeze_all, self.close_button),):
            button.setAutoDefault(False)
        self._list_card = list_card = Card("ข้อความ")
        list_card.body.addWidget(self.counts)
        list_card.body.addWidget(self.texts, 1)
        self._sides = QSplitter(Qt.Orientation.Horizontal)
        self._sides.setHandleWidth(12)
        self._sides.setChildrenCollapsible(False)
        list_card.setMinimumWidth(_NARROW_LIST)
        self.card.setMinimumWidth(400)
        self.page.setMinimumWidth(210)
        for side in (list_card, self.card, self.page):
            self._sides.addWidget(side)
        self._sides.setStretchFactor(1, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.notice, 1)
        foot.addStretch()
        foot.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignBottom)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 12, 16, 12)
        rows.setSpacing(10)
        rows.addLayout(head)
        rows.addWidget(self._sides, 1)
        rows.addLayout(foot)


def show_analysis(
    session: Session,
    settings: Settings,
    parent: QWidget,
    see: Callable[[str], None],
    name: str = "",
) -> AnalysisDialog | None:
    """Open the texts of the report of the year looked at; ``name``: with the cursor in that one.

    ``see`` shows the pages of a paper by its name. None where typing has to be mended first. Raises
    ClerkError where the year that is analysed has no criteria.
    """
    if not session.leave():
        return None
    text_states(session.file, session.fiscal_year)
    dialog = AnalysisDialog(session, settings, parent, see)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    if name:
        dialog.go_to(name)
    return dialog


def _kept(state: TextState) -> tuple[object, ...]:
    """Return what of a text only a deed on it changes."""
    return state.template, state.frozen, state.printed if state.frozen else "", state.own_year
