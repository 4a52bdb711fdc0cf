"""Below the register: what is known of the current row, and the treatments of its process."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.domain.measures import Round
from ita_desktop.domain.risks import Process, Register, Treatment
from ita_desktop.ui import wording
from ita_desktop.ui.risks.tab.columns import TREATMENT_COLUMNS
from ita_desktop.ui.risks.tab.lines import Line, chips_of, treatment_lines
from ita_desktop.ui.risks.tab.subject import treatment_subject
from ita_desktop.ui.risks.tab.summary import facts_of, title_of
from ita_desktop.ui.rows.columns_menu import ColumnsMenu
from ita_desktop.ui.rows.grid_model import GridModel
from ita_desktop.ui.rows.grid_table import GridTable
from ita_desktop.ui.rows.round_buttons import add_round_buttons, say_rounds
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.elided import ElidedLabel
from ita_desktop.ui.widgets.tool_tip import tool_tip

_NOTHING = "เลือกแถวในทะเบียน เพื่อดูและกรอกมาตรการควบคุม"


class Detail(QWidget):
    """Treatments stand by process; the words above them are of the row itself."""

    round_changed = Signal()
    """The reports of another round are looked at."""

    def __init__(
        self,
        settings: Settings,
        words_for: Callable[[str], Sequence[str]],
        link_of: Callable[[Treatment], str],
    ) -> None:
        """``link_of`` gives the measure that a treatment is, in words."""
        super().__init__()
        self._link_of = link_of
        self._process: Process | None = None
        self._round: Round = 6
        self.title = ElidedLabel("")
        self.title.setObjectName("strong")
        self.facts = ElidedLabel("")
        self.facts.setObjectName("quiet")
        self._chips: Mapping[int, int] = {}
        subject = treatment_subject(lambda risk: self._chips.get(risk, 0))
        self.model = GridModel(subject, TREATMENT_COLUMNS)
        self.table = GridTable(self.model, words_for)
        self.table.setAccessibleName("มาตรการควบคุมความเสี่ยง")
        self.table.setAccessibleDescription("พิมพ์แล้วกด Enter กด F6 เพื่อออกจากตาราง")
        self.table.setMinimumHeight(60)
        self.columns = ColumnsMenu(
            self.table,
            settings.columns("treatments"),
            lambda seen: settings.remember_columns("treatments", seen),
        )
        self.rounds = QButtonGroup(self)
        head = QHBoxLayout()
        head.setContentsMargins(14, 6, 10, 0)
        head.setSpacing(8)
        head.addWidget(self.title, 1)
        add_round_buttons(self.rounds, head)
        head.addWidget(self.columns)
        self.rounds.idToggled.connect(self._toggled)
        facts = QHBoxLayout()
        facts.setContentsMargins(14, 0, 14, 4)
        facts.addWidget(self.facts, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addLayout(facts)
        rows.addWidget(self.table, 1)

    @property
    def months(self) -> Round:
        """The round that is looked at."""
        return self._round

    def minimumSizeHint(self) -> QSize:
        """Return what a low window gives: the head and a row of the grid."""
        return QSize(super().minimumSizeHint().width(), 130)

    def show_line(self, register: Register, line: Line | None) -> None:
        """Show what is known of a row of the register, and its process's treatments."""
        number = 0 if line is None or line.process is None else line.process.id
        if line is not None and line.adds and line.kind.value == "risk":
            number = line.parent
        process = next((one for one in register.processes if one.id == number), None)
        other = (process and process.id) != (self._process and self._process.id)
        self._process = process
        words = wording.shown(title_of(line, process)) or _NOTHING
        self.title.setText(words)
        self.title.setToolTip(tool_tip(words))
        facts = wording.shown(facts_of(register.method, line, process))
        self.facts.setText(facts)
        self.facts.setToolTip(tool_tip(facts))
        self.facts.setVisible(bool(facts))
        risk = line.number if line is not None and line.risk is not None else 0
        self.model.closed = self._round in register.closed
        say_rounds(self.rounds, register.closed, short=False)
        self._chips = chips_of(register.risks())
        lines = treatment_lines(process, register, risk, self._link_of)
        self.model.show(lines)
        if other and lines:
            self.table.stand_at(self.model.index(0, 1))
            self.table.scrollToTop()
        elif lines and not self.table.currentIndex().isValid():
            self.table.stand_at(self.model.index(0, 1))

    def show_proofs(self, proofs: dict[str, int]) -> None:
        """Show how many files prove each report of the round looked at."""
        self.model.show_round(self._round, proofs)

    def look_at(self, months: Round) -> None:
        """Look at a round."""
        self.rounds.button(months).setChecked(True)

    def _toggled(self, months: int, on: bool) -> None:
        if on:
            self._round = 12 if months == 12 else 6
            self.round_changed.emit()
