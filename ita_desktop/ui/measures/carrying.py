"""ยกไปปีถัดไป: what comes into the next year and what stays, shown before it is done."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QTableWidgetItem, QWidget

from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import theme, wording
from ita_desktop.ui.carry_dialog import CarryDialog
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.long_table import LongTable, cut
from ita_desktop.workflows.measures.carry_over import (
    CarryLine,
    CarryPlan,
    carry_over,
    plan_carry_over,
)
from ita_desktop.workflows.risks.carried_treatments import CarryWith
from ita_desktop.workflows.risks.carry_over import carry_risks, plan_carry_risks

_SIZE: Final = QSize(960, 600)
_HEADS: Final = ["ประเด็น", "มาตรการ", "ขั้นตอน", "สถานะ", "จะเป็นอย่างไร"]
_ABOUT: Final = (
    "สิ่งที่ยังไม่แล้วเสร็จจะคัดลอกเป็นแถวใหม่ของปีถัดไป ผลการดำเนินการเริ่มว่าง ข้อมูลของปีนี้อยู่ครบตามเดิม"
    " รายการที่ยกไปแล้วจะไม่ยกซ้ำ"
)


class CarryMeasuresDialog(CarryDialog):
    """Lists every step with what becomes of it; accepting does it as one deed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.risks = QCheckBox("")
        """The year's risks come by the same deed."""
        self.table = LongTable(_HEADS)
        super().__init__(self.table, _ABOUT, (self.risks,), parent)
        self._session = session
        self._from, self._to = session.fiscal_year, session.fiscal_year + 1
        self._plan: CarryPlan | None = None
        self.setWindowTitle(wording.shown(f"ยกมาตรการที่ยังไม่เสร็จ จากปี {self._from} ไปปี {self._to}"))
        below = parent.parentWidget() if isinstance(parent, QDialog) else parent
        self._take_size(_SIZE, below or parent)
        self.table.setAccessibleName("สิ่งที่จะยกไปปีถัดไป และสิ่งที่ไม่ยก")
        self._risks = 0
        self.risks.clicked.connect(lambda _on=False: self._count())
        self.go.clicked.connect(lambda _on=False: self._carry())
        self._show()

    def _show(self) -> None:
        try:
            file = self._session.file
            self._plan = plan_carry_over(file, self._from, self._to)
            self._risks = len(plan_carry_risks(file, self._from, self._to).comes)
        except (ClerkError, MachineError) as refusal:
            self._cannot(f"ปี {self._to} ", refusal)
            return
        lines = (*self._plan.comes, *self._plan.stays)
        comes, stays = len(self._plan.comes), len(self._plan.stays)
        self.summary.setText(wording.shown(f"ยกไป {comes} รายการ  ·  ไม่ยก {stays} รายการ"))
        self.table.show_rows(len(lines), lambda row: _cells(lines[row]))
        words = f"ยกความเสี่ยงของปีไปด้วย ({self._risks} ความเสี่ยง)"
        self.risks.setText(wording.shown(words))
        self.risks.setVisible(self._risks > 0)
        self._count()

    def _count(self) -> None:
        """Say how much would be carried."""
        count = 0 if self._plan is None else len(self._plan.comes)
        if self.risks.isChecked():
            count += self._risks
        self._offer(count, f"ปี {self._to}")

    def _carry(self) -> None:
        file, risks = self._session.file, 0
        try:
            if self.risks.isChecked():
                done = carry_risks(file, self._from, self._to, CarryWith(measures=True))
                count, risks = done.measures, len(done.comes)
            else:
                count = len(carry_over(file, self._from, self._to).comes)
        except (ClerkError, MachineError) as refusal:
            self._refuse(refusal)
            return
        self._session.refresh()
        words = f"ยกไปปี {self._to} แล้ว {count} รายการ"
        self.carried.emit(f"{words} และ {risks} ความเสี่ยง" if risks else words, self._to)
        self.accept()


def show_carry_over(session: Session, parent: QWidget) -> CarryMeasuresDialog:
    """Open the list of what would be carried over."""
    dialog = CarryMeasuresDialog(session, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _cells(line: CarryLine) -> list[QTableWidgetItem]:
    state = line.state.words if line.measure else ""
    if line.percent is not None:
        state += f" ร้อยละ {line.percent}"
    fate = f"ไม่ยก: {line.why}" if line.why else " ".join(filter(None, ("ยกไป", line.note)))
    texts = (line.topic, line.measure, line.step, state, fate)
    items = [QTableWidgetItem(cut(wording.shown(text))) for text in texts]
    for item in items:
        if line.why:
            item.setForeground(theme.color("quiet"))
    if line.note:
        items[-1].setForeground(theme.color("amber"))
    return items
