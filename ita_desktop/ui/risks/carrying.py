"""ยกความเสี่ยงไปปีถัดไป: what comes into the next year and what stays, shown before it is done."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QTableWidgetItem, QWidget

from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import theme, wording
from ita_desktop.ui.carry_dialog import CarryDialog
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.long_table import LongTable, cut
from ita_desktop.workflows.risks.carried_treatments import CarryWith
from ita_desktop.workflows.risks.carry_over import (
    CarryRiskLine,
    carry_risks,
    plan_carry_risks,
)

_SIZE: Final = QSize(1020, 620)
_HEADS: Final = ["ที่", "กระบวนงาน", "ความเสี่ยง", "เริ่มที่ระดับ", "มาตรการ", "จะเป็นอย่างไร"]
_ABOUT: Final = (
    "ความเสี่ยงคัดลอกเป็นแถวใหม่ของปีถัดไป เริ่มจากระดับล่าสุด (หลังจัดการ ถ้ามี) พร้อมสาเหตุ การควบคุมที่มีอยู่"
    " และผู้รับผิดชอบ ผลการดำเนินการเริ่มว่าง รายการที่ยกไปแล้วจะไม่ยกซ้ำ"
)


class CarryRisksDialog(CarryDialog):
    """Lists every risk with what becomes of it; accepting does it as one deed."""

    def __init__(
        self, session: Session, from_year: int, to_year: int, parent: QWidget | None = None
    ) -> None:
        self.ended = QCheckBox("ยกมาตรการควบคุมที่แล้วเสร็จหรือยกเลิกไปด้วย")
        self.measures = QCheckBox("")
        self.table = LongTable(_HEADS)
        super().__init__(self.table, _ABOUT, (self.ended, self.measures), parent)
        self._session, self._from, self._to = session, from_year, to_year
        self.setWindowTitle(wording.shown(f"ยกความเสี่ยง จากปี {from_year} ไปปี {to_year}"))
        self._take_size(_SIZE, parent)
        self.table.setAccessibleName("ความเสี่ยงที่จะยกไปปีถัดไป และที่ไม่ยก")
        for tick in (self.ended, self.measures):
            tick.clicked.connect(lambda _on=False: self._show())
        self.go.clicked.connect(lambda _on=False: self._carry())
        self._show()

    @property
    def extras(self) -> CarryWith:
        """What else is to come."""
        return CarryWith(done=self.ended.isChecked(), measures=self.measures.isChecked())

    def _show(self) -> None:
        try:
            plan = plan_carry_risks(self._session.file, self._from, self._to, self.extras)
        except (ClerkError, MachineError) as refusal:
            self._cannot(f"ปี {self._to} ", refusal)
            return
        lines = (*plan.comes, *plan.stays)
        comes, stays = len(plan.comes), len(plan.stays)
        self.summary.setText(wording.shown(_summary(comes, stays)))
        self.table.show_rows(len(lines), lambda row: _cells(lines[row]))
        self.table.setVisible(bool(lines))
        words = f"ยกมาตรการที่ยังไม่เสร็จของแท็บติดตามมาตรการไปด้วย ({plan.measures} รายการ)"
        self.measures.setText(wording.shown(words))
        self.measures.setVisible(plan.measures > 0)
        finished = any(line.done for line in plan.comes) or self.ended.isChecked()
        self.ended.setVisible(finished)
        count = comes + (plan.measures if self.measures.isChecked() else 0)
        self.go.setEnabled(not self._session.file.read_only)
        self._offer(count, f"ปี {self._to}")
        if self._session.file.read_only:
            self.error.setText(self._session.file.read_only)
            self.error.show()

    def _carry(self) -> None:
        extras = self.extras
        try:
            done = carry_risks(self._session.file, self._from, self._to, extras)
        except (ClerkError, MachineError) as refusal:
            self._refuse(refusal)
            return
        self._session.refresh()
        words = f"ยกไปปี {self._to} แล้ว {len(done.comes)} ความเสี่ยง"
        if extras.measures:
            words += f" และมาตรการ {done.measures} รายการ"
        self.carried.emit(words, self._to)
        self.accept()


def show_carry_risks(
    session: Session, parent: QWidget, from_year: int | None = None
) -> CarryRisksDialog | None:
    """Open the list of risks that would be carried over; None where typing has to be mended first.

    From the year looked at into the next one; ``from_year``: another one, into the one after it. An
    empty register asks for those of the year before.
    """
    if not session.leave():
        return None
    begin = session.fiscal_year if from_year is None else from_year
    dialog = CarryRisksDialog(session, begin, begin + 1, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _summary(comes: int, stays: int) -> str:
    if not comes and not stays:
        return "ปีนี้ยังไม่มีความเสี่ยงให้ยก กรุณาเพิ่มความเสี่ยงในแท็บเมทริกซ์ความเสี่ยงก่อน"
    return f"ยกไป {comes} รายการ" + (f"  ·  ไม่ยก {stays} รายการ" if stays else "")


def _cells(line: CarryRiskLine) -> list[QTableWidgetItem]:
    number = "" if line.number is None else str(line.number)
    parts = [f"ยกไป {line.treatments}"] if line.treatments and not line.why else []
    parts += [f"ไม่ยก {line.done} (แล้วเสร็จหรือยกเลิก)"] if line.done and not line.why else []
    fate = f"ไม่ยก: {line.why}" if line.why else " ".join(filter(None, ("ยกไป", line.note)))
    level = "" if line.why else line.level
    texts = (number, line.process, line.text, level, "\n".join(parts), fate)
    items = [QTableWidgetItem(cut(wording.shown(text))) for text in texts]
    for item in items:
        if line.why:
            item.setForeground(theme.color("quiet"))
    if line.note:
        items[-1].setForeground(theme.color("amber"))
    return items
