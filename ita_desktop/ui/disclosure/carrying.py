"""ยกจากปีก่อน: which units and addresses of OIT items go on, shown before it is done."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QTableWidgetItem, QWidget

from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import theme, wording
from ita_desktop.ui.carry_dialog import CarryDialog
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.long_table import LongTable, cut
from ita_desktop.workflows.disclosure.carry import CarryDutyLine, carry_duties, plan_duties

_SIZE: Final = QSize(1000, 600)
_ABOUT: Final = (
    "หน่วยงานรับผิดชอบ ที่อยู่หน้าเว็บไซต์ กำหนดเผยแพร่ และหมายเหตุ จะคัดลอกไปยังข้อที่สืบต่อกันตามเกณฑ์"
    " สถานะ เครื่องหมาย และวันที่เริ่มใหม่ ข้อที่กรอกไว้แล้วไม่ถูกเขียนทับ"
)


class CarryDutiesDialog(CarryDialog):
    """Lists every item with what becomes of it; accepting does it as one deed."""

    def __init__(self, session: Session, from_year: int, parent: QWidget | None = None) -> None:
        to_year = session.fiscal_year
        heads = [f"ข้อของปี {from_year}", f"ข้อของปี {to_year}", "หน่วยงานรับผิดชอบ", "จะเป็นอย่างไร"]
        self.table = LongTable([wording.shown(head) for head in heads])
        super().__init__(self.table, _ABOUT, (), parent)
        self._session, self._from, self._to = session, from_year, to_year
        self.setWindowTitle(wording.shown(f"ยกหน้าที่เผยแพร่ OIT จากปี {from_year} ไปปี {to_year}"))
        self._take_size(_SIZE, parent)
        self.table.setAccessibleName("ข้อที่จะยกไป และข้อที่ไม่ยก")
        self.go.clicked.connect(lambda _on=False: self._carry())
        self._show()

    def _show(self) -> None:
        try:
            plan = plan_duties(self._session.file, self._from, self._to)
        except (ClerkError, MachineError) as refusal:
            self._cannot(f"ปี {self._to} ", refusal)
            return
        lines = (*plan.comes, *plan.stays)
        comes, stays = len(plan.comes), len(plan.stays)
        self.summary.setText(wording.shown(f"ยกไป {comes} ข้อ  ·  ไม่ยก {stays} ข้อ"))
        self.table.show_rows(len(lines), lambda row: _cells(lines[row]))
        self._offer(comes, f"ปี {self._to}")

    def _carry(self) -> None:
        try:
            done = carry_duties(self._session.file, self._from, self._to)
        except (ClerkError, MachineError) as refusal:
            self._refuse(refusal)
            return
        self._session.refresh()
        words = f"ยกไปปี {self._to} แล้ว {len(done.comes)} ข้อ กรุณาตรวจที่อยู่หน้าเว็บไซต์อีกครั้ง"
        self.carried.emit(wording.shown(words), self._to)
        self.accept()


def show_carry_duties(session: Session, from_year: int, parent: QWidget) -> CarryDutiesDialog:
    """Open the list of what would come from an earlier year into the one looked at."""
    dialog = CarryDutiesDialog(session, from_year, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _cells(line: CarryDutyLine) -> list[QTableWidgetItem]:
    before = f"{line.code} {line.title}".strip() if line.code else "–"
    after = "\n".join(f"{one.code} {one.title}" for one in line.after)
    if line.is_new:
        after = after or line.title
    fate = f"ไม่ยก: {line.why}" if line.why else " ".join(filter(None, ("ยกไป", line.note)))
    texts = (before, after or "–", line.units, fate)
    items = [QTableWidgetItem(cut(wording.shown(text))) for text in texts]
    for item in items:
        if line.why:
            item.setForeground(theme.color("quiet"))
    return items
