"""What is wrong with the method that is looked at, a line each; Enter goes to its field."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTableWidgetItem

from ita_desktop.domain.risk_method_checks import MethodFinding
from ita_desktop.ui import theme, wording
from ita_desktop.ui.lacks_table import GRAVITY_INKS
from ita_desktop.ui.widgets.wrapped_table import WrappedTable

_LEAST: Final = 90


class FindingList(WrappedTable):
    """Lists findings, the gravest first."""

    wanted = Signal(object)
    """The field of this ``MethodFinding`` is to be shown."""

    def __init__(self) -> None:
        super().__init__(0, ["ผลการตรวจเกณฑ์", "กด Enter เพื่อไปที่ช่อง"])
        self._findings: tuple[MethodFinding, ...] = ()
        self.setSelectionMode(WrappedTable.SelectionMode.SingleSelection)
        self.setAccessibleName("ผลการตรวจเกณฑ์ กด Enter เพื่อไปที่ช่อง")
        self.setMinimumHeight(_LEAST)
        self.clicked.connect(self._go)

    def show_findings(self, findings: Sequence[MethodFinding]) -> None:
        """List these; none says so."""
        self._findings = tuple(findings)
        self.setRowCount(max(len(findings), 1))
        if not findings:
            good = QTableWidgetItem("เรียบร้อย")
            good.setForeground(theme.color("green"))
            self.setItem(0, 0, good)
            self.setItem(0, 1, QTableWidgetItem("ทุกคะแนนมีระดับ และไม่พบช่วงที่ขาดหรือซ้อนกัน"))
        for row, finding in enumerate(findings):
            head = QTableWidgetItem(finding.severity.words)
            head.setForeground(theme.color(GRAVITY_INKS[finding.severity]))
            self.setItem(row, 0, head)
            self.setItem(row, 1, QTableWidgetItem(wording.shown(finding.message)))
        self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _go(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._findings):
            self.wanted.emit(self._findings[index.row()])
