"""The money of all projects and years in one grid, with what it comes to in words."""

from typing import Final

from PySide6.QtCore import QModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QVBoxLayout, QWidget

from ita_desktop.domain.plan_money import plan_sums
from ita_desktop.thai.money import baht_text, format_money
from ita_desktop.ui import wording
from ita_desktop.ui.plan.money.gestures import MoneyGestures
from ita_desktop.ui.plan.money.model import MoneyModel
from ita_desktop.ui.plan.money.rows import GridRows, grid_columns
from ita_desktop.ui.plan.money.table import MoneyTable
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.elided import ElidedLabel
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.ui.widgets.pressing import pressed_by
from ita_desktop.ui.widgets.tool_tip import tool_tip

_SIZE: Final = QSize(1300, 700)
_HINT: Final = (
    "พิมพ์จำนวนเงินแล้วกด Enter  Ctrl+R เติมไปทางขวา  Ctrl+D เติมลงล่าง"
    "  วางจาก Excel ด้วย Ctrl+V  เว้นวรรคเพื่อทำเครื่องหมายไม่ใช้งบประมาณ  กด F6 เพื่อออกจากตาราง"
)


class MoneyDialog(QDialog):
    """What is typed is written at once; it stays until it is closed."""

    def __init__(self, session: Session, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle("ตารางงบประมาณทุกโครงการ")
        self.resize(fitting(parent, _SIZE))
        self._session = session
        self.model = MoneyModel()
        self._rows = GridRows()
        self.table = MoneyTable(self.model)
        self.table.setAccessibleName("งบประมาณทุกโครงการ รายปี")
        self.table.setAccessibleDescription("พิมพ์แล้วกด Enter กด F6 เพื่อออกจากตาราง")
        self.gestures = MoneyGestures(session, self.table)
        self.title = label("", "cardTitle")
        self.here = ElidedLabel("")
        self.here.setObjectName("strong")
        self.total = label("", "strong", wrap=True)
        self.notice = Notice()
        self.gestures.done.connect(self.notice.say)
        self.table.selectionModel().currentChanged.connect(self._say_where)
        session.plan_changed.connect(self.refresh)
        session.refused.connect(self._refused)
        session.plan_reverted.connect(self._go_to)
        self._lay_out()
        QShortcut(QKeySequence.StandardKey.Undo, self).activated.connect(session.undo)
        QShortcut(QKeySequence("Ctrl+Y"), self).activated.connect(session.redo)
        self.refresh()
        if session.file.read_only:
            self.notice.say(session.file.read_only, bad=True)
        self.table.setFocus()

    def refresh(self) -> None:
        """Show what the plan costs now; without a plan the dialog closes."""
        if not self._session.is_open:
            return
        plan = self._session.plan
        if plan is None:
            self.reject()
            return
        self.model.writable = not self._session.file.read_only
        self.model.show(self._rows.rows(plan), grid_columns(plan.years), plan.years)
        if not self.table.currentIndex().isValid():
            self._stand_at_first()
        self.title.setText(
            wording.shown(f"งบประมาณของแผน พ.ศ. {plan.first_year} – {plan.last_year} (บาท)")
        )
        sums = self.model.rows[-1].sums or plan_sums(plan)
        words = f"งบประมาณรวม {format_money(sums.total, thai_digits=False)} บาท"
        kept = f"{sums.projects} โครงการ ไม่ใช้งบประมาณ {sums.without} โครงการ"
        self.total.setText(wording.shown(f"{words} ({baht_text(sums.total)})  {kept}"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Take what is being typed, then go; where it was refused, stay."""
        if not self._session.is_open or self._session.leave():
            super().done(result)

    def _stand_at_first(self) -> None:
        for place, row in enumerate(self.model.rows):
            if row.project is not None:
                self.table.setCurrentIndex(self.model.index(place, 1))
                return

    def _go_to(self, row: str) -> None:
        kind, _, number = row.partition(":")
        place = self.model.place_of(int(number)) if kind == "project" else -1
        if place >= 0:
            column = max(self.table.currentIndex().column(), 1)
            self.table.setCurrentIndex(self.model.index(place, column))

    def _say_where(self, cell: QModelIndex) -> None:
        """Say the whole name of the row that is being typed into: its column may be narrow."""
        words = wording.shown(self.table.row(cell).title) if cell.isValid() else ""
        self.here.setText(words)
        self.here.setToolTip(tool_tip(words))

    def _refused(self, why: str) -> None:
        self.notice.say(why, bad=True)

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox()
        buttons.addButton("ปิด", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        for button in buttons.buttons():
            button.setProperty("autoDefault", False)
        foot = QHBoxLayout()
        foot.addWidget(self.total, 1)
        foot.addWidget(buttons, 0, Qt.AlignmentFlag.AlignBottom)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        outer.addWidget(self.title)
        outer.addWidget(label(_HINT, "note", wrap=True))
        outer.addWidget(self.here)
        outer.addWidget(self.table, 1)
        outer.addWidget(self.notice)
        outer.addLayout(foot)


def open_money_grid(session: Session, parent: QWidget) -> MoneyDialog | None:
    """Open the grid of all projects; None where there is no plan or typing has to be mended."""
    if session.plan is None or not session.leave():
        return None
    dialog = MoneyDialog(session, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
