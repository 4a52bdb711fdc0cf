"""What is known of a section: how many projects it has, what they cost, and what can be added."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QTableWidgetItem, QVBoxLayout, QWidget

from ita_desktop.domain.plan import Plan, Section, levels, section_numbers, section_title, under
from ita_desktop.domain.plan_money import Sums, sums_of
from ita_desktop.thai.money import format_money
from ita_desktop.ui import wording
from ita_desktop.ui.icons import icon
from ita_desktop.ui.plan.tab.foot import money_words
from ita_desktop.ui.widgets.card import Card, label
from ita_desktop.ui.widgets.wrapped_table import WrappedTable

_HEADS: Final = ["ปีงบประมาณ", "งบประมาณ (บาท)"]
_UNDIVIDED: Final = "ไม่แยกรายปี"
_EMPTY_PLAN: Final = (
    "แผนยังไม่มีโครงการ เลือกหัวข้อที่โครงการอยู่ แล้วกด “เพิ่มโครงการ” หรือ Insert หัวข้อที่ไม่ใช้ปล่อยว่างไว้หรือลบได้"
)
_EMPTY: Final = "หัวข้อนี้ยังไม่มีโครงการ"


class SectionCard(Card):
    """Is shown while a section is the current row."""

    project_requested = Signal()
    """A project is to be added to the section."""
    start_requested = Signal()
    """Starting points of the section are to be seen."""
    section_requested = Signal()
    """A section is to be added inside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title = label("", "cardTitle", wrap=True)
        self.counts = label("", "", wrap=True)
        self.next = label("", "quiet", wrap=True)
        self.money = WrappedTable(0, _HEADS)
        self.money.setAccessibleName("งบประมาณของหัวข้อแยกรายปี")
        self.add = QPushButton("เพิ่มโครงการ")
        self.add.setObjectName("main")
        self.add.setIcon(icon("plus", "on_accent"))
        self.add.setToolTip("เพิ่มโครงการในหัวข้อนี้ (Insert)")
        self.start = QPushButton("เริ่มจากตัวอย่าง…")
        self.start.setToolTip("โครงการตัวอย่างของหัวข้อนี้ เลือกแล้วแก้ให้เข้ากับหน่วยงาน (Shift+Insert)")
        self.inside = QPushButton("เพิ่มหัวข้อย่อย")
        buttons = QHBoxLayout()
        buttons.setSpacing(10)
        for button, wish in (
            (self.add, self.project_requested),
            (self.start, self.start_requested),
            (self.inside, self.section_requested),
        ):
            button.clicked.connect(lambda _on=False, wish=wish: wish.emit())
            button.setAutoDefault(True)
            buttons.addWidget(button)
        buttons.addStretch()
        rows = QVBoxLayout()
        rows.setSpacing(8)
        for part in (self.title, self.counts, self.next):
            rows.addWidget(part)
        rows.addLayout(buttons)
        rows.addWidget(self.money, 1)
        rows.addStretch()
        self.body.addLayout(rows)

    @property
    def first(self) -> QWidget:
        """What the keyboard begins with."""
        return self.add

    def show_section(self, plan: Plan, section: Section, *, writable: bool) -> None:
        """Show a section with all under it."""
        there = under(plan, section)
        number, level = section_numbers(plan)[section.id], levels(plan)[section.id]
        sums = sums_of((one for each in there for one in each.projects), plan.years)
        self.title.setText(wording.shown(section_title(section, number, level)))
        self.counts.setText(wording.shown(_counts(sums, len(there) - 1)))
        bare = not any(one.projects for one in plan.sections)
        self.next.setText(_EMPTY_PLAN if bare else _EMPTY)
        self.next.setVisible(not sums.projects)
        for button in (self.add, self.start, self.inside):
            button.setEnabled(writable)
        self.inside.setVisible(level < 4)
        self.money.setVisible(bool(sums.total))
        self._fill(_lines(sums))

    def _fill(self, lines: Sequence[tuple[str, str]]) -> None:
        self.money.setRowCount(len(lines))
        for row, texts in enumerate(lines):
            for column, text in enumerate(texts):
                self.money.setItem(row, column, QTableWidgetItem(wording.shown(text)))
        self.money.fit()


def _counts(sums: Sums, inner: int) -> str:
    parts = [f"{sums.projects} โครงการ"]
    if inner:
        parts.insert(0, f"{inner} หัวข้อย่อย")
    if sums.without:
        parts.append(f"ไม่ใช้งบประมาณ {sums.without} โครงการ")
    if sums.total:
        parts.append(f"งบประมาณรวม {' '.join(money_words(sums.total))}")
    return " · ".join(parts)


def _lines(sums: Sums) -> list[tuple[str, str]]:
    """Return each year with its money; what no paper gives by year has a line of its own."""
    found = [
        (str(year), format_money(amount, thai_digits=True)) for year, amount in sums.by_year.items()
    ]
    if sums.undivided:
        found.append((_UNDIVIDED, format_money(sums.undivided, thai_digits=True)))
    return found
