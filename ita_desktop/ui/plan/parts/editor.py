"""The editor of a plan's fixed parts: one text at a time, the goals with their table."""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ita_desktop.documents.model import Digits
from ita_desktop.documents.plan_texts import PLACES, TEXTS, filled_text, places_of, template_of
from ita_desktop.documents.source import PlanSource
from ita_desktop.domain.plan_figures import typed_figures
from ita_desktop.ui.plan.parts.goals import GoalsTable
from ita_desktop.ui.rows.writing import write
from ita_desktop.ui.session import Session
from ita_desktop.ui.texts.placed_text import Manner, PlacedText
from ita_desktop.ui.widgets.card import Card, label
from ita_desktop.workflows.plans.making import put_text

GOALS: Final = "goals"
"""The part that has a table, too."""
_LOW: Final = 290
_LOW_WITH_GOALS: Final = 470
"""Pixels of height under which there is no room for what will be printed."""
_OF_TABLE: Final = "goal:"
_TITLE_OF_GOALS: Final = "เป้าหมายของแผน"


class PartsEditor(Card):
    """Shows a part by the name that ``documents.plan_texts`` gives it; writes when it is left."""

    said = Signal(str, bool)
    """What was done in the table of goals, and whether เลิกทำ is offered beside it."""
    part_changed = Signal(str)
    """Another part is shown."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._session = session
        self._name = next(iter(TEXTS))
        self.title = label("", "cardTitle")
        self.text = PlacedText(Manner(filled_text, typed_figures, "แผน"))
        self.goals = GoalsTable(session)
        self.error = label("", "error", wrap=True)
        self.error.hide()
        rows = QVBoxLayout()
        rows.setSpacing(8)
        rows.addWidget(self.title)
        rows.addWidget(self.text, 3)
        rows.addWidget(self.error)
        rows.addWidget(self.goals, 4)
        self.body.addLayout(rows)
        self.text.typed.connect(self._write)
        self.goals.said.connect(self.said)
        session.leaving.connect(self.text.take)
        for signal in (session.plan_changed, session.office_changed, session.year_changed):
            signal.connect(self._told)
        self.setFocusProxy(self.text.editor)
        self.show_part(self._name)

    @property
    def name(self) -> str:
        """The part that is shown."""
        return self._name

    def show_part(self, name: str) -> None:
        """Show a part; what is being typed into the one before is taken first."""
        other = name != self._name
        if other:
            self.text.take()
        self._name = name if name in TEXTS else self._name
        self.error.hide()
        self.refresh()
        if other:
            self.part_changed.emit(self._name)

    def focus_text(self, name: str, words: str = "") -> None:
        """Show a part with the cursor in its text, on the first place with these words.

        "goal:3" is a row of the table of goals, where ``words`` is the field ("aim:2566").
        """
        if name.startswith(_OF_TABLE):
            self.show_part(GOALS)
            self.goals.go_to(int(name.removeprefix(_OF_TABLE)), words or "text")
            self.goals.table.setFocus()
        else:
            self.show_part(name)
            self.text.select(words)

    def enter_goals(self) -> bool:
        """Put the keyboard into the table of goals; False where another part is shown."""
        if self._name == GOALS:
            self.goals.table.setFocus()
        return self._name == GOALS

    def refresh(self) -> None:
        """Show the part as it is now; what is being typed stays."""
        plan = self._session.plan
        if plan is None:
            return
        text = TEXTS[self._name]
        source = PlanSource(
            office=self._session.office,
            plan=plan,
            fiscal_year=self._session.plan_choice.year,
            digits=Digits.THAI,
        )
        self.title.setText(_TITLE_OF_GOALS if self._name == GOALS else text.words)
        self.text.show_text(
            text,
            template_of(plan, self._name),
            places_of(source),
            (("", PLACES),),
            can_edit=not self._session.file.read_only,
        )
        self.goals.setVisible(self._name == GOALS)
        self._fit()
        if self._name == GOALS:
            self.goals.show_plan(plan)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._session.is_open:
            self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a low window what is typed and the table go before what will be printed."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        least = _LOW_WITH_GOALS if self._name == GOALS else _LOW
        self.text.allow_filled(there=self.height() >= least)

    def _told(self, *_what: object) -> None:
        if self._session.is_open and self.isVisible():
            self.refresh()  # what is not seen is made when it is

    def _write(self, text: str | None) -> None:
        """Keep a text, or go back to the usual one; what is refused is said under it."""
        plan = self._session.plan
        if plan is None or not self._session.is_open:
            return
        words = TEXTS[self._name].words
        _, why = write(
            self._session, partial(put_text, plan=plan.id, name=self._name, text=text, words=words)
        )
        self.error.setText(why)
        self.error.setVisible(bool(why))
        if why:
            self._session.stay()
