"""What the whole plan costs, in figures and in words: the foot of the tree."""

from decimal import Decimal
from typing import Final

from PySide6.QtWidgets import QFrame, QVBoxLayout

from ita_desktop.domain.plan import Plan
from ita_desktop.domain.plan_money import KeptSums
from ita_desktop.errors import ClerkError
from ita_desktop.thai.money import NO_BUDGET, baht_text, format_money
from ita_desktop.ui import wording
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.tool_tip import tool_tip

_NOTHING_YET: Final = "ยังไม่มีงบประมาณ"


class Foot(QFrame):
    """Two lines: of how many years, and how much."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("cardFoot")
        self._of = label("", "quiet")
        self._total = label("", "strong", wrap=True)
        self._words = label("", "quiet", wrap=True)
        self._low = False
        self._sums = KeptSums()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 6, 14, 6)
        rows.setSpacing(0)
        for part in (self._of, self._total, self._words):
            rows.addWidget(part)

    def fit(self, *, low: bool) -> None:
        """On a low window the sum has one line."""
        self._low = low
        self._show_lines()

    def _show_lines(self) -> None:
        self._of.setVisible(not self._low)
        self._words.setVisible(bool(self._words.text()) and not self._low)
        self.setToolTip(tool_tip(self.said))

    @property
    def said(self) -> str:
        """What it says now."""
        return f"{self._of.text()} {self._total.text()} {self._words.text()}".strip()

    def show_plan(self, plan: Plan) -> None:
        """Say what a plan costs; one without money says so."""
        sums = self._sums.of_plan(plan)
        self._of.setText(wording.shown(f"งบประมาณรวม {len(plan.years)} ปี"))
        total, words = money_words(sums.total)
        if not sums.total:
            none = sums.projects and sums.without == sums.projects
            total, words = NO_BUDGET if none else _NOTHING_YET, ""
        self._total.setText(total)
        self._words.setText(words)
        self._show_lines()


def money_words(amount: Decimal) -> tuple[str, str]:
    """Return an amount as "๒๐,๐๐๐ บาท" and "(สองหมื่นบาทถ้วน)"; what no word says has none."""
    try:
        return f"{format_money(amount, thai_digits=True)} บาท", f"({baht_text(amount)})"
    except ClerkError:  # more than papers can say
        return wording.shown(f"{amount:,} บาท"), ""
