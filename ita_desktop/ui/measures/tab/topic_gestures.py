"""What the clerk's gestures on the list of topics do."""

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from ita_desktop.db.rows import Kind
from ita_desktop.domain.measures import Topic
from ita_desktop.ui import wording
from ita_desktop.ui.measures.tab.summary import title_of
from ita_desktop.ui.measures.tab.topic_list import TopicList
from ita_desktop.ui.rows.writing import write
from ita_desktop.ui.session import Session
from ita_desktop.workflows.measures.joining import join_topics, split_item
from ita_desktop.workflows.rows import deeds as work
from ita_desktop.workflows.rows.deeds import Edit


class TopicGestures(QObject):
    """Adds, joins, splits, moves, names and removes topics; each is one deed."""

    said = Signal(str, bool)
    """What was done, and whether เลิกทำ is offered beside it."""
    refused = Signal(str)
    made = Signal(int)
    """A topic was made, to be filled in."""

    def __init__(self, session: Session, topics: TopicList) -> None:
        super().__init__(topics)
        self._session, self._list = session, topics
        topics.move_requested.connect(self.move_topics)
        topics.dropped.connect(self._drop)
        topics.remove_requested.connect(self.remove)
        topics.new_requested.connect(self.add)
        topics.rename_requested.connect(self.rename)
        topics.customContextMenuRequested.connect(self._show_menu)

    def add(self) -> None:
        """Make an empty topic at the end and turn to it."""
        if not self._session.leave():
            return
        year = self._session.fiscal_year
        number, why = write(self._session, lambda file: work.add_row(file, Kind.TOPIC, year))
        if number is None:
            self.refused.emit(why)
        else:
            self.made.emit(number)

    def remove(self) -> None:
        """Take the chosen topics away with all that belongs to them; เลิกทำ is offered."""
        chosen = self._list.selected()
        if not chosen or not self._session.leave():
            return
        words = self._words(chosen)
        _, why = write(self._session, lambda file: work.remove_rows(file, Kind.TOPIC, chosen))
        if why:
            self.refused.emit(why)
        else:
            self.said.emit(f"ลบ{words}แล้ว พร้อมมาตรการและขั้นตอนในประเด็นนั้น", True)

    def join(self) -> None:
        """Let the chosen topics share their measures."""
        chosen = self._list.selected()
        if len(chosen) < 2 or not self._session.leave():
            return
        _, why = write(self._session, lambda file: join_topics(file, chosen))
        if why:
            self.refused.emit(why)
        else:
            self._list.go_to(chosen[0])
            self.said.emit(f"รวม {len(chosen)} ประเด็นเป็นประเด็นเดียวแล้ว ใช้มาตรการร่วมกัน", True)

    def split(self, item: int) -> None:
        """Make an item of a topic a topic of its own."""
        if not self._session.leave():
            return
        number, why = write(self._session, lambda file: split_item(file, item))
        if number is None:
            self.refused.emit(why)
        else:
            self.said.emit("แยกข้อออกเป็นประเด็นใหม่แล้ว", True)

    def move_topics(self, step: int) -> None:
        """Put the current topic a place up or down among those that are shown."""
        rows = [row.topic.id for row in self._list.topics.rows]
        current = self._list.current()
        if current not in rows:
            return
        place = rows.index(current)
        goal = place + (step if step < 0 else step + 1)
        if 0 <= goal <= len(rows):
            self._move(current, rows[goal] if goal < len(rows) else 0)

    def _drop(self, topic: int, before: int) -> None:
        self._move(topic, before)

    def _move(self, topic: int, before: int) -> None:
        if not self._session.leave():
            return
        year = self._session.fiscal_year
        _, why = write(
            self._session,
            lambda file: work.move_row(file, Kind.TOPIC, topic, year, before or None),
        )
        if why:
            self.refused.emit(why)
        else:
            self._list.go_to(topic)

    def rename(self) -> None:
        """Ask for the name of the current topic; empty: it is called by its items."""
        topic = self._topic(self._list.current())
        if topic is None or not self._session.leave():
            return
        from ita_desktop.ui.rows.full_text import FullTextDialog  # noqa: PLC0415 - seldom

        why_not = self._session.file.read_only
        dialog = FullTextDialog("ชื่อประเด็น", topic.title, why_not, self._list)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._name(topic.id, dialog.text))
        dialog.open()

    def _name(self, topic: int, text: str) -> None:
        edit = Edit(kind=Kind.TOPIC, number=topic, field="title", text=text)
        _, why = write(self._session, lambda file: work.set_field(file, edit))
        if why:
            self.refused.emit(why)
        self._list.setFocus()

    def fill(self, menu: QMenu) -> None:
        """Put what can be done with the chosen topics into a menu."""
        chosen = self._list.selected()
        menu.addAction("เพิ่มประเด็นเอง\tInsert", self.add)
        menu.addAction("ตั้งชื่อประเด็น…\tF2", self.rename).setEnabled(bool(chosen))
        join = menu.addAction(
            f"รวม {wording.figure(len(chosen))} ประเด็นที่เลือกเป็นประเด็นเดียว", self.join
        )
        join.setVisible(len(chosen) > 1)
        topic = self._topic(self._list.current())
        if topic is not None and len(topic.items) > 1:
            below = menu.addMenu("แยกข้อออกเป็นประเด็นใหม่")
            for item in topic.items:
                words = item.code or " ".join(item.text.split())[:40]
                below.addAction(words, lambda number=item.id: self.split(number))
        menu.addSeparator()
        menu.addAction("เลื่อนขึ้น\tAlt+Up", lambda: self.move_topics(-1)).setEnabled(bool(chosen))
        menu.addAction("เลื่อนลง\tAlt+Down", lambda: self.move_topics(1)).setEnabled(bool(chosen))
        menu.addSeparator()
        menu.addAction("ลบประเด็น\tDelete", self.remove).setEnabled(bool(chosen))

    def _show_menu(self, point: QPoint) -> None:
        menu = QMenu(self._list)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill(menu)
        menu.popup(self._list.viewport().mapToGlobal(point))

    def _topic(self, number: int) -> Topic | None:
        topics = self._session.tracker.topics
        return next((topic for topic in topics if topic.id == number), None)

    def _words(self, chosen: list[int]) -> str:
        if len(chosen) > 1:
            return f" {len(chosen)} ประเด็น"
        topic = self._topic(chosen[0])
        if topic is None:
            return "ประเด็น"
        codes = " ".join(item.code for item in topic.items if item.code)
        return f"ประเด็น {codes or title_of(topic, {})}"
