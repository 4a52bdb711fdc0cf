"""The card on the left: the topics, a field that filters them, and what adds one."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QMenu, QPushButton, QVBoxLayout

from ita_desktop.ui import wording
from ita_desktop.ui.measures.tab.topic_list import TopicList
from ita_desktop.ui.widgets.card import label


class TopicCard(QFrame):
    """``menu`` is filled by the page each time it is opened."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("card")
        self.list = TopicList()
        self.menu = QMenu(self)
        self._count = label("", "quiet")
        add = QPushButton("เพิ่ม")
        add.setToolTip("เพิ่มหรือจัดประเด็น")
        add.setAccessibleName("เพิ่มหรือจัดประเด็น")
        add.setMenu(self.menu)
        head = QHBoxLayout()
        head.setContentsMargins(14, 10, 10, 6)
        head.setSpacing(8)
        head.addWidget(label("ประเด็น", "cardTitle"))
        head.addWidget(self._count)
        head.addStretch()
        head.addWidget(add)
        self.search = QLineEdit()
        self.search.setPlaceholderText("กรองประเด็น")
        self.search.setAccessibleName("กรองประเด็น")
        self.search.setClearButtonEnabled(True)
        line = QHBoxLayout()
        line.setContentsMargins(12, 0, 12, 10)
        line.addWidget(self.search)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(1, 1, 1, 6)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addLayout(line)
        rows.addWidget(self.list, 1)
        self.setMinimumWidth(190)

    def say_counts(self, shown: int, total: int) -> None:
        """Say how many topics are seen of how many."""
        words = f"{shown} จาก {total}" if shown != total else str(total)
        self._count.setText(wording.shown(words))
