"""The card of the tree: which plan it is, what is done with its rows, and what it costs."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from ita_desktop.documents.plan_texts import year_span
from ita_desktop.domain.plan import Plan
from ita_desktop.ui import wording
from ita_desktop.ui.plan.tab.foot import Foot
from ita_desktop.ui.plan.tab.plans_menu import CHOOSE
from ita_desktop.ui.plan.tab.tree import PlanTree
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.elided import ElidedButton
from ita_desktop.ui.widgets.icon_button import icon_button

_NARROWEST = 230


class TreeCard(QFrame):
    """``menu`` is filled by the page each time it is opened; ``plans`` opens from the head."""

    def __init__(self, plans: QMenu) -> None:
        super().__init__()
        self.setObjectName("card")
        self.tree = PlanTree()
        self.menu = QMenu(self)
        self.foot = Foot()
        self.title = ElidedButton("")
        self.title.setObjectName("planHead")
        self.title.setMenu(plans)
        self.title.setToolTip(CHOOSE)
        self.title.setAccessibleDescription(CHOOSE)
        self.count = label("", "quiet")
        self.count.setContentsMargins(3, 0, 0, 0)
        self.add = icon_button("plus", "เพิ่มโครงการ (Insert)")
        self.more = QPushButton("จัด")
        self.more.setToolTip("เพิ่ม ย้าย เปลี่ยนชื่อ หรือลบหัวข้อและโครงการ")
        self.more.setAccessibleName("จัดหัวข้อและโครงการ")
        self.more.setMenu(self.menu)
        self.turn = QPushButton("เปิด ›")
        self.turn.setAccessibleName("เปิดรายการที่เลือกอยู่")
        self.turn.setToolTip("เปิดรายการที่เลือกอยู่ (Enter)")
        self.turn.hide()
        head = QHBoxLayout()
        head.setContentsMargins(10, 4, 8, 4)
        head.setSpacing(6)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title, 0, Qt.AlignmentFlag.AlignLeft)
        words.addWidget(self.count)
        head.addLayout(words, 1)
        head.addWidget(self.add)
        head.addWidget(self.more)
        head.addWidget(self.turn)
        self._found = label("", "quiet")
        self.all = QPushButton("แสดงทั้งหมด")
        self.all.setObjectName("link")
        self.all.setToolTip("แสดงทุกหัวข้อและโครงการ (Esc)")
        self._filtered = QWidget()
        line = QHBoxLayout(self._filtered)
        line.setContentsMargins(14, 0, 10, 4)
        line.addWidget(self._found, 1)
        line.addWidget(self.all)
        self._filtered.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(1, 1, 1, 1)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(self._filtered)
        rows.addWidget(self.tree, 1)
        rows.addWidget(self.foot)
        self.setMinimumWidth(_NARROWEST)

    def show_plan(self, plan: Plan) -> None:
        """Say of which years it is, how many projects it has and what they cost."""
        words = wording.shown(f"แผน {year_span(plan)}")
        self.title.say(words)
        count = sum(len(section.projects) for section in plan.sections)
        self.count.setText(wording.shown(f"{count} โครงการ"))
        self.foot.show_plan(plan)

    def fit(self, *, narrow: bool, alone: bool) -> None:
        """On a narrow window adding is in the menu only; ``alone``: the editor is not beside it."""
        self.add.setVisible(alone or not narrow)
        self.turn.setVisible(alone)

    def say_found(self, found: int | None) -> None:
        """Say how many rows hold what is sought; None: all rows are seen."""
        self._filtered.setVisible(found is not None)
        if found is not None:
            self._found.setText(wording.shown(f"พบ {found} รายการ"))
