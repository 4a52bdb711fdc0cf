"""สร้างจากคะแนนที่ต่ำ: the weak items of a year become topics of the year looked at."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.domain.bands import Band
from ita_desktop.domain.criteria import Item
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import wording
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.pressing import pressed_by
from ita_desktop.ui.widgets.ticked_table import TickedTable
from ita_desktop.workflows.measures.from_scores import Weak, add_weak_items, used_codes, weak_items

_SIZE: Final = QSize(960, 640)
_HEADS: Final = ("ข้อ", "ข้อคำถาม/ประเด็น", "คะแนน", "กลุ่ม", "หมายเหตุ")
_USED: Final = "เป็นประเด็นอยู่แล้ว"
_UNCHECKED: Final = "ข้อความยังไม่ได้ตรวจกับคู่มือ"
_FIGURE_ONLY: Final = "มีเฉพาะคะแนนรายตัวชี้วัด"


class FromScoresDialog(QDialog):
    """Lists what is weak by the office's limits; what is ticked becomes topics, as one deed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(
            f"สร้างประเด็นจากคะแนนที่ต่ำ ปีงบประมาณ {wording.figure(session.fiscal_year)}"
        )
        self.resize(fitting(parent, _SIZE))
        self._session = session
        self._fiscal_year = session.fiscal_year
        self._shown: tuple[Weak, ...] = ()
        self.made: tuple[int, ...] = ()
        """The topics that were made, once it was accepted."""
        self.years = QComboBox()
        self.years.setAccessibleName("ปีของคะแนน")
        for year in reversed(session.years):
            self.years.addItem(f"คะแนนปี {wording.figure(year)}", year)
        last_year = self.years.findData(session.fiscal_year - 1)
        here = self.years.findData(session.fiscal_year)
        self.years.setCurrentIndex(last_year if last_year >= 0 else here)
        self.urgent = QRadioButton("เฉพาะ “ต้องแก้ไข”")
        self.both = QRadioButton("“ต้องแก้ไข” และ “พัฒนา”")
        self.together = QCheckBox("รวมข้อของตัวชี้วัดเดียวกันเป็นประเด็นเดียว")
        self.table = TickedTable(_HEADS)
        self.table.setAccessibleName("ข้อที่คะแนนต่ำ กดเว้นวรรคเพื่อเลือก")
        self._limits = label("", "quiet", wrap=True)
        self._empty = label("", "", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._error = label("", "error", wrap=True)
        self._error.hide()
        self._all = QPushButton("เลือกทั้งหมด")
        self._none = QPushButton("ไม่เลือกเลย")
        self.go = QPushButton()
        self.go.setObjectName("main")
        self.go.setDefault(True)
        self._lay_out()
        self.urgent.setChecked(True)
        self._connect()
        self.show_weak()
        if session.file.read_only:
            self._error.setText(wording.shown(session.file.read_only))
            self._error.show()
        (self.table if self._shown else self.years).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter what has the keyboard: the usual button is not meant then."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    def show_weak(self) -> None:
        """List what is weak in the year that is chosen; what is a topic already is not ticked."""
        year = int(self.years.currentData())
        result, office = self._session.result_of(year), self._session.office
        weak = weak_items(result, office.limits)
        kept = (Band.URGENT,) if self.urgent.isChecked() else (Band.URGENT, Band.IMPROVE)
        self._shown = tuple(one for one in weak if one.band in kept)
        used = used_codes(self._session.tracker, year)
        self.table.show_rows(
            [
                (
                    not _is_used(one, used),
                    (
                        wording.shown(one.code) if one.code else "–",
                        wording.shown(" ".join(one.words.split())),
                        wording.score(one.score),
                        one.band,
                        _remark(one, used),
                    ),
                )
                for one in self._shown
            ]
        )
        self._limits.setText(
            "เกณฑ์ของหน่วยงาน " + wording.limits_in_words(office.limits).replace("\n", "  ·  ")
        )
        self._empty.setText(wording.shown(self._why_empty(year, weak)))
        for part in (self.table, self._all, self._none, self.together):
            part.setVisible(bool(self._shown))
        self._empty.setVisible(not self._shown)
        self.together.setEnabled(any(one.code for one in self._shown))
        self._count()

    def _why_empty(self, year: int, weak: tuple[Weak, ...]) -> str:
        """Return why the list is empty, and what to do about it."""
        if not self._session.result_of(year).entries:
            return f"ยังไม่มีคะแนนของปี {year} กรุณากรอกหรือนำเข้าคะแนนที่แท็บบันทึกคะแนนก่อน หรือเลือกคะแนนปีอื่น"
        if weak:
            return (
                f"คะแนนปี {year} ไม่มีข้อที่ต้องแก้ไข แต่มีข้อที่ควรพัฒนา {len(weak)} ข้อ"
                " กรุณาเลือก “ต้องแก้ไข” และ “พัฒนา” เพื่อแสดง"
            )
        return (
            f"คะแนนปี {year} ไม่มีข้อที่ต่ำกว่าเกณฑ์ของหน่วยงาน หากต้องการใช้เกณฑ์อื่น"
            " กรุณาแก้เกณฑ์ในเมนู ข้อมูลหน่วยงาน หรือเพิ่มประเด็นเองในแท็บติดตามมาตรการ"
        )

    def accept(self) -> None:
        chosen = [self._shown[row] for row in self.table.ticked()]
        if not chosen:
            return
        file, year = self._session.file, int(self.years.currentData())
        together = self.together.isChecked() and self.together.isEnabled()
        try:
            self.made = add_weak_items(file, self._fiscal_year, year, chosen, by_indicator=together)
        except (ClerkError, MachineError) as refusal:
            self._error.setText(wording.shown(str(refusal)))
            self._error.show()
            return
        self._session.refresh()
        super().accept()

    def _count(self) -> None:
        """Say on the button how many topics would be made."""
        chosen = [self._shown[row] for row in self.table.ticked()]
        together = self.together.isChecked() and self.together.isEnabled()
        count = len({one.indicator for one in chosen}) if together else len(chosen)
        self.go.setText(wording.shown(f"สร้าง {count} ประเด็น") if count else "สร้างประเด็น")
        self.go.setEnabled(count > 0 and not self._session.file.read_only)

    def _connect(self) -> None:
        self.years.activated.connect(self.show_weak)
        self.both.toggled.connect(self.show_weak)
        self.together.toggled.connect(self._count)
        self.table.ticks_changed.connect(self._count)
        self._all.clicked.connect(lambda: self.table.tick_all(on=True))
        self._none.clicked.connect(lambda: self.table.tick_all(on=False))
        self.go.clicked.connect(self.accept)

    def _lay_out(self) -> None:
        bands = QButtonGroup(self)
        above = QHBoxLayout()
        above.setSpacing(16)
        above.addWidget(self.years)
        for choice in (self.urgent, self.both):
            bands.addButton(choice)
            above.addWidget(choice)
        above.addStretch()
        below = QHBoxLayout()
        below.setSpacing(8)
        for button in (self._all, self._none):
            button.setAutoDefault(False)
            below.addWidget(button)
        below.addWidget(self.together)
        below.addStretch()
        away = QPushButton("ยกเลิก")
        away.setAutoDefault(False)
        away.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.go)
        foot.addWidget(away)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        outer.addLayout(above)
        outer.addWidget(self._limits)
        outer.addWidget(self.table, 1)
        outer.addWidget(self._empty, 1)
        outer.addLayout(below)
        outer.addWidget(self._error)
        outer.addLayout(foot)


def show_from_scores(session: Session, parent: QWidget) -> FromScoresDialog | None:
    """Open the list of weak items; None where what is being typed has to be mended first."""
    if not session.leave():
        return None
    dialog = FromScoresDialog(session, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _is_used(weak: Weak, used: frozenset[str]) -> bool:
    return (weak.code or weak.words) in used


def _remark(weak: Weak, used: frozenset[str]) -> str:
    if _is_used(weak, used):
        return _USED
    if not isinstance(weak.of, Item):
        return _FIGURE_ONLY
    return "" if weak.of.status.checked else _UNCHECKED
