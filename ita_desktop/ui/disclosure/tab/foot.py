"""The foot of the table: how many items are published, and which points are secured."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar

from ita_desktop.domain.disclosure_sums import DisclosureSums
from ita_desktop.domain.rounding import round_half_up
from ita_desktop.ui import wording
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.tool_tip import tool_tip


class Foot(QFrame):
    """One line: a bar, how many of how many, points of points."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("cardFoot")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(120)
        self.published = label("", "strong")
        self.points = label("", "quiet")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 14, 6)
        row.setSpacing(12)
        row.addWidget(self.bar)
        row.addWidget(self.published)
        row.addStretch()
        row.addWidget(self.points)

    def show_sums(self, sums: DisclosureSums) -> None:
        """Say what the items of the year come to."""
        self.bar.setMaximum(max(sums.items, 1))
        self.bar.setValue(sums.public)
        words = wording.shown(f"เผยแพร่แล้ว {sums.public} จาก {sums.items} ข้อ")
        self.bar.setAccessibleName(words)
        self.published.setText(words)
        secured, stake = round_half_up(sums.secured), round_half_up(sums.at_stake)
        points = f"ได้แล้ว {secured} จาก {stake} คะแนน" if sums.at_stake else ""
        self.points.setText(wording.shown(points))
        tip = "นับข้อที่เผยแพร่แล้ว มีที่อยู่หน้าเว็บไซต์ และมีองค์ประกอบครบ"
        if sums.untold:
            tip += f" อีก {sums.untold} ข้อยังไม่ได้ตรวจกับคู่มือของปี จึงไม่นำคะแนนมารวม"
        self.points.setToolTip(tool_tip(wording.shown(tip)))
        if sums.untold and not sums.at_stake:
            self.points.setText("ยังไม่แสดงคะแนน เพราะข้อของปีนี้ยังไม่ได้ตรวจ")
