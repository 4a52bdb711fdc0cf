"""What a paste or an import would change, shown before anything is written."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.ui import theme, wording
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.wrapped_table import WrappedTable

_AT_ONCE = 150
"""Rows that are laid out at a time: a tenth of a second for the longest remarks."""


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """One value: where it goes, what is there, what would be, and why it is refused."""

    place: str
    before: str
    after: str
    trouble: str = ""
    refused: bool = False
    remark: bool = False
    """No value of its own: a warning about one."""


class PreviewDialog(QDialog):
    """Lists the changes; refused ones in red with the reason. Accepting writes the others.

    ``all_or_nothing``: one refused row keeps everything out. ``lead``: lines over the list.
    """

    def __init__(
        self,
        title: str,
        rows: Sequence[PreviewRow],
        verb: str,
        parent: QWidget | None = None,
        *,
        all_or_nothing: bool = False,
        lead: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.resize(fitting(parent, QSize(720, 480)))
        values = [row for row in rows if not row.refused and not row.remark]
        changed = [row for row in values if row.before != row.after]
        refused = sum(row.refused for row in rows)
        stopped = all_or_nothing and refused > 0
        self._table = WrappedTable(0, ["รายการ", "ค่าเดิม", "ค่าใหม่", "หมายเหตุ"])
        self._table.setAccessibleName("รายการที่จะเปลี่ยน")
        # what is refused comes first: it is what she must look at
        self._ordered = sorted(rows, key=lambda row: (not row.refused, not row.remark))
        self._show_more()
        self._table.verticalScrollBar().valueChanged.connect(self._scrolled)
        buttons = QDialogButtonBox()
        self.accept_button = buttons.addButton(
            wording.shown(f"{verb} {len(changed)} ค่า"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.accept_button.setObjectName("main")
        self.accept_button.setEnabled(bool(changed) and not stopped)
        self.accept_button.setVisible(bool(changed) and not stopped)
        away = "ยกเลิก" if changed and not stopped else "ปิด"
        reject = buttons.addButton(away, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(12)
        same = len(values) - len(changed)
        summary = f"จะเปลี่ยน {len(changed)} ค่า"
        if not all_or_nothing:  # of a workbook only what differs is here
            summary += f" เหมือนเดิม {same} ค่า"
        if stopped:
            summary = "ยังไม่ได้นำเข้าข้อมูลใด กรุณาแก้ไขไฟล์แล้วนำเข้าอีกครั้ง"
        elif not changed and not refused:
            summary = "ข้อมูลตรงกับที่บันทึกไว้แล้ว ไม่มีรายการต้องเปลี่ยน"
        outer.addWidget(label(wording.shown(summary), "cardTitle", wrap=True))
        if refused:
            words = f"รับไม่ได้ {refused} ค่า ดูเหตุผลในช่องหมายเหตุ"
            if not stopped:
                words += " ค่าเหล่านี้จะไม่ถูกบันทึก"
            outer.addWidget(label(wording.shown(words), "error", wrap=True))
        if lead:
            outer.addWidget(label("\n".join(map(wording.said, lead)), "quiet", wrap=True))
        self._table.setVisible(bool(rows))
        outer.addWidget(self._table, 1)
        outer.addWidget(buttons)
        # only now: a button is its dialog's default once it is inside
        (self.accept_button if self.accept_button.isEnabled() else reject).setDefault(True)

    def _scrolled(self, place: int) -> None:
        if place >= self._table.verticalScrollBar().maximum():
            self._show_more()

    def _show_more(self) -> None:
        """Lay out the next rows; those of a large block wait until they are scrolled to."""
        begun = self._table.rowCount()
        shown = min(begun + _AT_ONCE, len(self._ordered))
        if shown == begun:
            return
        self._table.setRowCount(shown)
        for place in range(begun, shown):
            self._fill(place, self._ordered[place])
        if begun:
            self._table.fit()

    def _fill(self, place: int, row: PreviewRow) -> None:
        same = row.before == row.after and not row.refused and not row.remark
        note = row.trouble or ("เหมือนเดิม" if same else "")
        for column, text in enumerate((row.place, row.before, row.after, note)):
            item = QTableWidgetItem(text)
            if row.refused:
                item.setForeground(theme.color("red"))
                item.setBackground(theme.color("on_red"))
            elif row.remark:
                item.setForeground(theme.color("amber"))
            elif same:
                item.setForeground(theme.color("quiet"))
            elif column == 2:
                item.setFont(theme.font(strong=True))
            self._table.setItem(place, column, item)
