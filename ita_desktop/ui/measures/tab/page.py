"""The tab ติดตามมาตรการ: topics on the left, their measures and steps on the right."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QSplitter, QWidget

from ita_desktop.db.rows import Kind
from ita_desktop.domain.lacks import Place
from ita_desktop.domain.measures import Round, Topic
from ita_desktop.ui.measures.tab.columns import offered_layouts
from ita_desktop.ui.measures.tab.empty import EmptyPage
from ita_desktop.ui.measures.tab.filter_bar import FilterBar
from ita_desktop.ui.measures.tab.filters import Filter, counts_of
from ita_desktop.ui.measures.tab.going import Going
from ita_desktop.ui.measures.tab.known_summaries import KnownSummaries
from ita_desktop.ui.measures.tab.known_wordings import KnownWordings
from ita_desktop.ui.measures.tab.lines import Chosen, step_lines
from ita_desktop.ui.measures.tab.menus import Menus
from ita_desktop.ui.measures.tab.other_work import OtherWork
from ita_desktop.ui.measures.tab.room import Room
from ita_desktop.ui.measures.tab.steps_card import StepsCard
from ita_desktop.ui.measures.tab.topic_card import TopicCard
from ita_desktop.ui.measures.tab.topic_gestures import TopicGestures
from ita_desktop.ui.measures.tab.topic_lacks import TopicLacks
from ita_desktop.ui.rows.gestures import GridGestures
from ita_desktop.ui.rows.proofs import proofs_of
from ita_desktop.ui.rows.usual_words import usual_words
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.ui.widgets.work_or_beginning import filled

_LIST = 310
_NARROW_LIST = 220
_LEAST_HEIGHT = 130


class MeasuresPage(QWidget):
    """Measures of the year looked at."""

    late_changed = Signal(int)
    """So many steps are late."""
    evidence_requested = Signal(str)
    """The evidence of this report is to be shown."""
    import_requested = Signal()
    """A workbook is to be taken in."""
    place_wanted = Signal(object)
    """What is lacking there is to be mended, in whichever tab (``domain.lacks.Place``)."""

    def __init__(
        self, session: Session, settings: Settings, notice: Notice, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._settings, self._notice = session, settings, notice
        self._topic: Topic | None = None
        self._topic_id = 0
        self._kept: set[str] = set()
        self._wordings = KnownWordings(session)
        self._summaries = KnownSummaries(session, self._wordings, lambda: self.months)
        self.late = 0
        """How many steps are late."""
        self.work = OtherWork(session, settings, notice, self.place_wanted.emit, self)
        self.left = TopicCard()
        self.topic_gestures = TopicGestures(session, self.left.list)
        self.menus = Menus(self.work, self.topic_gestures, self.left.menu, self)
        self.bar = FilterBar(self.menus.papers, self.menus.work)
        self.right = StepsCard(settings, self._words_for)
        self.list, self.table, self.model = self.left.list, self.right.table, self.right.model
        self.heading = self.right.heading
        self.going = Going(session, self._wordings, self.left, self.right, self.bar)
        self.gestures = GridGestures(session, self.table)
        self.item_gestures = GridGestures(session, self.heading.table)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._room: Room | None = None
        self._lacks = TopicLacks(session, self)
        self._count_later = QTimer(self)
        self._count_later.setSingleShot(True)
        self._count_later.setInterval(0)
        self._count_later.timeout.connect(self._count)
        self.empty = EmptyPage()
        self._lay_out()
        self._stack = filled(self, self.bar, self._splitter, self.empty)
        self._connect()
        self._show_layouts()
        self.model.writable = self.heading.model.writable = not session.file.read_only
        self.model.show_round(self.months, proofs_of(session, self.months))
        self.refresh()

    def _lay_out(self) -> None:
        self._splitter.setHandleWidth(14)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.left)
        self._splitter.addWidget(self.right)
        self._splitter.setStretchFactor(1, 1)

    @property
    def months(self) -> Round:
        """The round that is looked at."""
        return self.bar.months

    @property
    def first(self) -> QWidget:
        """What the keyboard begins with. No focus proxy: that takes the page out of Tab's order."""
        return self.empty.first if self._stack.begins else self.table

    def refresh(self, *, anew: bool = False, wanted: int = 0) -> None:
        """Show the measures as they are now; what did not change is not drawn anew.

        ``anew``: topics that no longer fit the filter go. ``wanted``: the topic to turn to.
        """
        if self._summaries.are_of_yesterday:  # the window may stay open overnight
            self._summaries.forget()
            self._topic = None
        tracker = self._session.tracker
        self._wordings.learn(item.criteria_year for one in tracker.topics for item in one.items)
        wish, texts = self._wish(), self._wordings.texts
        keep = {wanted} if anew else {wanted, *(row.topic.id for row in self.list.topics.rows)}
        every = [*map(self._summaries.of, tracker.topics)]
        rows = [one for one in every if one.topic.id in keep or wish.takes_topic(one, texts)]
        self.list.show_topics(rows, wanted)
        self.left.say_counts(len(rows), len(tracker.topics))
        self.late = sum(one.late for one in every)
        self.late_changed.emit(self.late)
        self._count_later.start()
        self.bar.show_closed(tracker.closed)
        self.model.closed = self.months in tracker.closed
        self._turn_to(empty=not tracker.topics)

    def go_to(self, topic: int, row: str = "", field: str = "text") -> bool:
        """Turn to a topic and a field of a row ("step:45"); whatever hides them is shown again."""
        return self.going.go_to(topic, row, field)

    def go_to_place(self, place: Place) -> bool:
        """Turn to what is lacking, in the round whose report lacks it.

        What the year as a whole lacks are topics of its weak items: those are asked for.
        """
        if not place.topic:
            self.work.show_from_scores()
            return True
        return self.going.go_to_place(place)

    def find_text(self, text: str, *, step: int = 1) -> tuple[int, int]:
        """Go to the next (or, with -1, the one before) row of any topic that holds ``text``.

        Returns which match it is and how many there are.
        """
        return self.going.find_text(text, step=step)

    def evidence_code(self) -> str:
        """Return the code of what the current row reports, empty where it reports nothing."""
        line = self.table.current_line()
        if line is None or line.adds:
            return ""
        from ita_desktop.domain.evidence import report_code  # noqa: PLC0415 - when first asked

        return report_code(line.kind, line.number, self.months)

    def minimumSizeHint(self) -> QSize:
        """Return what a low window gives, also while another tab says more at its foot."""
        return QSize(super().minimumSizeHint().width(), _LEAST_HEIGHT)

    def event(self, event: QEvent) -> bool:
        """Work out anew what is late where the window is turned to on another day."""
        turned = event.type() == QEvent.Type.WindowActivate
        if turned and self._session.is_open and self._summaries.are_of_yesterday:
            self.refresh()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window the topics give room to the steps."""
        super().resizeEvent(event)
        room = Room.of(self.width())
        if room is not self._room:
            self._room = room
            width = _LIST if room is Room.WIDE else _NARROW_LIST
            self.menus.steps_only = room is Room.STEPS_ONLY
            self.left.setVisible(not self.menus.steps_only)
            self._splitter.setSizes([width, self.width() - width])
            self.bar.fit(room)

    def _connect(self) -> None:
        session = self._session
        session.measures_changed.connect(self._measures_changed)
        session.criteria_changed.connect(self._wordings_changed)
        session.office_changed.connect(self._look_anew)
        session.year_changed.connect(self._year_changed)
        session.measure_reverted.connect(self.go_to)
        session.scores_changed.connect(self._scores_changed)
        session.saved.connect(self._count_proofs)
        session.layouts_changed.connect(self._show_layouts)
        self.list.chosen.connect(self._show_topic)
        self.list.entered.connect(self.table.setFocus)
        self.left.search.textChanged.connect(self._filter_changed)
        self.bar.changed.connect(self._filter_changed)
        self.bar.round_changed.connect(self._round_changed)
        self.bar.before.clicked.connect(partial(self.list.step, -1))
        self.bar.after.clicked.connect(partial(self.list.step, 1))
        self.topic_gestures.said.connect(self._say)
        self.topic_gestures.refused.connect(session.refused)
        self.topic_gestures.made.connect(self._begin_topic)
        self._lacks.found.connect(self.right.strip.show_lacks)
        self.right.strip.wanted.connect(self.place_wanted)
        self.empty.new_requested.connect(self.topic_gestures.add)
        self.empty.from_scores_requested.connect(self.work.show_from_scores)
        self.empty.import_requested.connect(self.import_requested)
        self.right.suggest.clicked.connect(self._suggest)
        self.gestures.menu_opened.connect(self._add_to_menu)
        self.gestures.said.connect(self._say)
        self.item_gestures.said.connect(self._say)

    def _show_layouts(self) -> None:
        if not self._session.is_open:
            return
        self.right.show_layouts(*offered_layouts(self._session.file))

    def _wish(self) -> Filter:
        return self.bar.filter(self.left.search.text())

    def _show_topic(self, number: int) -> None:
        """Show the measures of a topic; the same one again only where it changed."""
        topics = self._session.tracker.topics
        topic = next((one for one in topics if one.id == number), None)
        if topic is not None and topic is self._topic:
            return
        other = topic is None or topic.id != self._topic_id
        if other:
            self._kept = set()
        self._topic, self._topic_id = topic, number
        self.bar.show_place(self.list.currentIndex().row(), len(self.list.topics.rows))
        self._count_later.start()
        self.heading.show_topic(topic, self._wordings.texts)
        summary = None if topic is None else self._summaries.of(topic)
        lines = step_lines(summary, self._chosen(), self._kept)
        self._kept = {line.key for line in lines}
        self.model.show(lines)
        if other and lines:
            self.table.stand_at(self.model.index(0, 1))
            self.table.scrollToTop()
        self.right.show_anything(there=topic is not None)

    def _chosen(self) -> Chosen | None:
        """Return what the filter takes; None where it takes all."""
        wish = self._wish()
        return wish.takes if wish.of_steps else None

    def _count(self) -> None:
        """Say beside the filter's choices how many steps each has, and what the topic lacks."""
        if not self._session.is_open:
            return
        counts = counts_of(map(self._summaries.of, self._session.tracker.topics))
        self.bar.show_counts(counts, self._session.office.units)
        self._lacks.seek(self._topic)

    def _measures_changed(self) -> None:
        self.refresh()

    def _filter_changed(self) -> None:
        self._session.leave()  # what is being typed is not filtered away
        self._kept, self._topic = set(), None
        self.refresh(anew=True)

    def _round_changed(self) -> None:
        self._session.leave()  # what is being typed belongs to the round before
        self._summaries.forget()
        self.model.show_round(self.months, proofs_of(self._session, self.months))
        self._filter_changed()

    def _wordings_changed(self) -> None:
        self._wordings.forget()
        self.going.forget()
        self._look_anew()

    def _scores_changed(self) -> None:
        self._lacks.forget()
        self._count_later.start()
        self._show_beginning()

    def _look_anew(self) -> None:
        self._lacks.forget()
        self._summaries.forget()
        self._topic = None
        self.refresh()

    def _year_changed(self) -> None:
        self._lacks.forget()
        self._summaries.forget()
        self.refresh(anew=True)
        self._count_proofs()

    def _count_proofs(self) -> None:
        proofs = proofs_of(self._session, self.months)
        if proofs != self.model.evidence:
            self.model.show_round(self.months, proofs)

    def _turn_to(self, *, empty: bool) -> None:
        """Show the measures, or how to begin; the keyboard is never left with what is hidden."""
        left = self._stack.turn(begins=empty)
        self._show_beginning()
        if left:
            self.first.setFocus()

    def _show_beginning(self) -> None:
        """Say how to begin where there is nothing yet."""
        if self._stack.begins:
            from ita_desktop.workflows.readiness.measures import (  # noqa: PLC0415 - of an empty year only
                items_of_measures,
            )

            session = self._session
            years = [year for year in session.years if session.result_of(year).entries]
            items = items_of_measures(session.file, session.fiscal_year)
            self.empty.show_years(sorted(years, reverse=True), items)

    def _begin_topic(self, topic: int) -> None:
        """Turn to a topic that was just made, where its item is typed."""
        self.refresh(wanted=topic)
        self.go_to(topic, f"+{Kind.ITEM}:{topic}")

    def _begin_measure(self, topic: int, measure: int) -> None:
        """Turn to a measure that an example became: who does it is still to be said."""
        self.go_to(topic, f"{Kind.MEASURE}:{measure}", "units")

    def _say(self, words: str, undoable: bool) -> None:
        actions = [("เลิกทำ", self._session.undo)] if undoable else []
        self._notice.say(words, actions)

    def _suggest(self) -> None:
        if self._topic is not None:
            self.work.show_suggestions(self._topic.id, self._begin_measure)

    def _add_to_menu(self, menu: QMenu) -> None:
        if code := self.evidence_code():
            menu.addSeparator()
            menu.addAction("หลักฐาน…\tCtrl+E", lambda: self.evidence_requested.emit(code))

    def _words_for(self, field: str) -> Sequence[str]:
        return usual_words(field, self._session.office.units, self._session.fiscal_year)
