"""The menus of the tab; each is filled when it is opened."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from ita_desktop.ui.icons import icon
from ita_desktop.ui.measures.tab.other_work import OtherWork
from ita_desktop.ui.measures.tab.topic_gestures import TopicGestures


class Menus(QObject):
    """What is printed, what else is done, and what is done with topics."""

    def __init__(
        self, others: OtherWork, gestures: TopicGestures, topics: QMenu, parent: QWidget
    ) -> None:
        """``topics`` is the menu above the list of topics."""
        super().__init__(parent)
        self._others = others
        self._gestures = gestures
        self._topics = topics
        self.papers = QMenu("พิมพ์ตามแบบ", parent)
        """Is filled by whoever makes papers."""
        self.work = QMenu(parent)
        self.steps_only = False
        """Whether the list of topics is away, and its menu with it."""
        self._topics.aboutToShow.connect(self._fill_above_list)
        self.work.aboutToShow.connect(self.fill_work)

    def fill_work(self) -> None:
        """Fill the menu of all other work; on a narrow window it has the other menus, too."""
        self.work.clear()
        if self.steps_only:
            self._fill_topics(self.work.addMenu("ประเด็น"))
            self.work.addMenu(self.papers)
            self.work.addSeparator()
        self._others.fill(self.work)

    def _fill_above_list(self) -> None:
        self._topics.clear()
        self._fill_topics(self._topics)

    def _fill_topics(self, menu: QMenu) -> None:
        menu.addAction(icon("plus"), "สร้างจากคะแนนที่ต่ำ…", self._others.show_from_scores)
        self._gestures.fill(menu)
