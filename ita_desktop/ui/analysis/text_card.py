"""The text that is being written: frozen or following the data, and what it prints."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from itertools import pairwise
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ita_desktop.db.data_file import DataFile
from ita_desktop.documents.analysis_texts import filled_text, form_of
from ita_desktop.domain.plan_figures import TypedFigure
from ita_desktop.ui import wording
from ita_desktop.ui.analysis.moved_text import MovedText
from ita_desktop.ui.rows.writing import write
from ita_desktop.ui.session import Session
from ita_desktop.ui.texts.placed_text import Group, Manner, PlacedText
from ita_desktop.ui.widgets.card import Card, label
from ita_desktop.ui.widgets.scrolled import scrolled_down
from ita_desktop.workflows.analysis import texts as verbs
from ita_desktop.workflows.analysis.texts import TextState

_FREEZE: Final = "ตรึงข้อความ"
_FOLLOW: Final = "ให้ตามข้อมูล"
_WHY_FREEZE: Final = "เก็บข้อความตามที่พิมพ์ขณะนี้ไว้ แม้คะแนนหรือข้อมูลจะเปลี่ยน"
_WHY_FOLLOW: Final = "ให้ตัวเลขและชื่อในข้อความเปลี่ยนตามข้อมูลอีกครั้ง ข้อความที่ตรึงไว้จะหายไป"
_LOW: Final = 330
"""Pixels of height under which there is no room for what will be printed."""


class TextCard(Card):
    """Shows one text; what is typed is written when it is left."""

    done = Signal(str)
    """What was done, to be said."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._session = session
        self._state: TextState | None = None
        self.title = label("", "cardTitle", wrap=True)
        self.before, self.after = QPushButton("‹"), QPushButton("›")
        self.before.setAccessibleName("ข้อความก่อนหน้า")
        self.before.setToolTip("ข้อความก่อนหน้า (Ctrl+PgUp)")
        self.after.setAccessibleName("ข้อความถัดไป")
        self.after.setToolTip("ข้อความถัดไป (Ctrl+PgDn)")
        self.text = PlacedText(Manner(filled_text, _no_figures, "ข้อมูล"))
        self.freeze = QPushButton(_FREEZE)
        self.freeze.setAutoDefault(False)
        self.text.head.insertWidget(self.text.head.count() - 1, self.freeze)
        self.moved = MovedText()
        self.error = label("", "error", wrap=True)
        self.error.hide()
        rows = QVBoxLayout()
        rows.setSpacing(8)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.title, 1)
        for button in (self.before, self.after):
            button.setObjectName("plain")
            button.setAutoDefault(False)
            head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        rows.addLayout(head)
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self.moved, 2)
        inside.addWidget(self.text, 5)
        inside.addWidget(self.error)
        self.moved.hide()
        rows.addWidget(_scrolled(inner), 1)
        self.body.addLayout(rows)
        self.text.typed.connect(self._write)
        self.freeze.clicked.connect(lambda _on=False: self._turn_freezing())
        self.moved.new_wanted.connect(partial(self._do_named, verbs.freeze_text))
        self.moved.old_wanted.connect(partial(self._do_named, verbs.keep_frozen))
        session.leaving.connect(self.text.take)
        self.setFocusProxy(self.text.editor)
        self._order_tabs()

    @property
    def name(self) -> str:
        """The text that is shown, "" where there is none yet."""
        return "" if self._state is None else self._state.name

    def _order_tabs(self) -> None:
        """Let Tab go from what is typed through all that can be pressed.

        The keyboard comes in at the editor, for the card's focus is the editor's: what stands
        before it in the order would never be reached.
        """
        shown = self.text
        stops = (
            shown.editor,
            self.moved.take_new,
            self.moved.keep_old,
            self.freeze,
            shown.places,
            shown.back,
            shown.use_place,
            self.before,
            self.after,
        )
        for one, following in pairwise(stops):
            self.setTabOrder(one, following)

    def show_state(
        self, state: TextState, places: Mapping[str, str], groups: Sequence[Group]
    ) -> None:
        """Show a text as it stands; what is being typed into the same one stays."""
        if self._state is None or state.name != self._state.name:
            self.error.hide()
        self._state = state
        can_edit = not self._session.file.read_only
        self.title.setText(wording.shown(state.title))
        kept = state.printed if state.frozen else state.template
        form = form_of(state.name)
        self.text.show_text(form, kept, places, groups, can_edit=can_edit, frozen=state.frozen)
        self.text.editor.setAccessibleName(wording.shown(state.title))
        self.freeze.setText(_FOLLOW if state.frozen else _FREEZE)
        self.freeze.setToolTip(_WHY_FOLLOW if state.frozen else _WHY_FREEZE)
        self.freeze.setEnabled(can_edit)
        self.moved.show_words(state.printed, state.filled, can_edit=can_edit)
        self.moved.setVisible(state.outdated)
        self.fit()

    def fit(self) -> None:
        """On a low window what is typed goes before what will be printed."""
        frozen = self._state is not None and self._state.frozen
        low = self.height() < _LOW + (self.moved.height() if self.moved.isVisible() else 0)
        self.text.allow_filled(there=not frozen and not low)

    def _turn_freezing(self) -> None:
        state = self._state
        if state is None or not self._session.leave():
            return
        frozen = self._state is not None and self._state.frozen
        self._do_named(verbs.unfreeze_text if frozen else verbs.freeze_text)

    def _do_named(self, deed: Callable[[DataFile, int, str], None]) -> None:
        """Do a deed with the text that is shown."""
        if self._state is not None:
            year, name = self._session.fiscal_year, self._state.name
            self._do(lambda file: deed(file, year, name))

    def _write(self, text: str | None) -> None:
        """Keep a text, or go back to the usual one; what is refused is said under it."""
        if self._state is None or not self._session.is_open:
            return
        year, name = self._session.fiscal_year, self._state.name
        if text is None:
            kept = self._do(partial(verbs.reset_text, year=year, name=name))
        else:
            kept = self._do(partial(verbs.put_text, year=year, name=name, text=text))
        if not kept:
            self._session.stay()

    def _do(self, deed: Callable[[DataFile], None]) -> bool:
        _, why = write(self._session, deed)
        self.error.setText(why)
        self.error.setVisible(bool(why))
        return not why


def _scrolled(inner: QWidget) -> QScrollArea:
    """Return what holds the card's inside: on a very low window it is scrolled, never squeezed."""
    area = scrolled_down(inner)
    inner.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area


def _no_figures(text: str) -> tuple[TypedFigure, ...]:
    del text
    return ()
