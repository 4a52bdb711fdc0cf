"""Starting points of a section: sought, read, ticked, and added as one deed."""

from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ita_desktop.domain.plan_suggestions import PlanSuggestion
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.thai.text import fold
from ita_desktop.ui import wording
from ita_desktop.ui.faults import note_machine_error
from ita_desktop.ui.plan.suggestions.card import SuggestionCard
from ita_desktop.ui.rows.writing import write
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.hint import hint
from ita_desktop.ui.widgets.long_table import cut
from ita_desktop.ui.widgets.pressing import pressed_by
from ita_desktop.ui.widgets.ticked_table import TickedTable
from ita_desktop.workflows.plans.suggestions import add_suggestions, suggestions_for

_SIZE: Final = QSize(1120, 660)
_HEADS: Final = ("โครงการ", "ประเภท", "ที่มา")
_ABOUT: Final = (
    "เลือกได้หลายรายการ กดเว้นวรรคเพื่อเลือก โครงการที่เพิ่มดำเนินการทุกปีของแผน ผู้รับผิดชอบและงบประมาณเว้นไว้ให้กรอก"
    " และแก้ไขได้ทุกช่อง"
)
_NOTHING: Final = "ไม่พบตัวอย่างที่มีคำนี้ กรุณาลบคำค้น"
_NONE: Final = "แผนนี้มีโครงการตัวอย่างของหัวข้อนี้ครบแล้ว กรุณาเพิ่มโครงการเอง"
_MOST: Final = 60
"""Rows shown at a time: all projects of many plans would make each letter of a search wait."""
_SHIPPED: Final = "มากับโปรแกรม"


class PlanSuggestionsDialog(QDialog):
    """Starting points on the left, the current one on the right; Enter adds those ticked."""

    added = Signal(list)
    """Projects with these numbers were made."""

    def __init__(self, session: Session, section: int, parent: QWidget | None = None) -> None:
        """Raise ClerkError for a section that is gone, or MachineError."""
        super().__init__(parent)
        self._session, self._section = session, section
        self._all = suggestions_for(session.file, section)
        self._folded = {one.key: one.folded() for one in self._all}
        self._shown: tuple[PlanSuggestion, ...] = ()
        self._ticked: set[str] = set()
        self.setWindowTitle("เริ่มจากตัวอย่าง")
        self.resize(fitting(parent, _SIZE))
        self.search = QLineEdit()
        self.search.setAccessibleName("ค้นหาในตัวอย่าง")
        hint(self.search, "ค้นหาในตัวอย่าง  Ctrl+F")
        self.table = TickedTable(_HEADS)
        self.table.setAccessibleName("โครงการตัวอย่าง")
        self.card = SuggestionCard()
        self.empty = label("", "", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self.go = QPushButton()
        self.go.setObjectName("main")
        self._lay_out()
        self.search.textChanged.connect(self._seek)
        self.table.itemSelectionChanged.connect(self._show)
        self.table.ticks_changed.connect(self._tick)
        self.table.doubleClicked.connect(self._tick_current)
        self.go.clicked.connect(self.accept)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self.search.setFocus)
        self._seek()
        if session.file.read_only:
            self._refuse(session.file.read_only)
        self.table.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter what has the keyboard: the usual button is not meant then."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    @property
    def chosen(self) -> tuple[PlanSuggestion, ...]:
        """What is ticked, in the order it is offered; those not seen now included."""
        return tuple(one for one in self._all if one.key in self._ticked)

    def accept(self) -> None:
        """Add what is ticked."""
        chosen = self.chosen
        if not chosen or self._session.file.read_only:
            return
        made, why = write(
            self._session, partial(add_suggestions, section=self._section, chosen=chosen)
        )
        if made is None:
            self._refuse(why)
            return
        super().accept()
        self.added.emit([*made])

    def _seek(self) -> None:
        """List those that have the words sought; ticks stay."""
        words = [fold(word) for word in self.search.text().split()]
        found = [o for o in self._all if all(word in self._folded[o.key] for word in words)]
        self._shown = tuple(found[:_MOST])
        self.table.show_rows([(one.key in self._ticked, _cells(one)) for one in self._shown])
        self.table.setVisible(bool(self._shown))
        nothing = _NOTHING if self._all else _NONE
        more = f"มีอีก {len(found) - _MOST} รายการ กรุณาพิมพ์คำค้นเพื่อให้เหลือน้อยลง"
        self.empty.setText(wording.shown(more if self._shown else nothing))
        self.empty.setVisible(not self._shown or len(found) > _MOST)
        self._show()
        self._offer()

    def _show(self) -> None:
        row = self.table.currentRow()
        self.card.show_suggestion(self._shown[row] if 0 <= row < len(self._shown) else None)

    def _tick(self) -> None:
        places = self.table.ticked()
        self._ticked -= {one.key for one in self._shown}
        self._ticked |= {self._shown[place].key for place in places}
        self._offer()

    def _tick_current(self) -> None:
        """Add what was clicked twice, with what is ticked."""
        row = self.table.currentRow()
        if 0 <= row < len(self._shown):
            self._ticked.add(self._shown[row].key)
            self.accept()

    def _offer(self) -> None:
        count = len(self.chosen)
        self.go.setText(wording.shown(f"เพิ่ม {count} โครงการ" if count else "เพิ่มโครงการ"))
        self.go.setEnabled(count > 0 and not self._session.file.read_only)

    def _refuse(self, why: str) -> None:
        self.error.setText(wording.shown(why))
        self.error.show()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.search)
        left.addWidget(self.table, 1)
        left.addWidget(self.empty)
        left.addStretch()
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addLayout(left, 6)
        both.addWidget(self.card, 5)
        away = QPushButton("ปิด")
        away.setAutoDefault(False)
        away.clicked.connect(self.reject)
        self.go.setDefault(True)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.go)
        foot.addWidget(away)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        outer.addWidget(label(_ABOUT, "quiet", wrap=True))
        outer.addLayout(both, 1)
        outer.addWidget(self.error)
        outer.addLayout(foot)


def open_suggestions(
    session: Session, section: int, parent: QWidget
) -> PlanSuggestionsDialog | None:
    """Open the starting points of a section; None where that is refused, which is told."""
    if not session.leave():
        return None
    try:
        dialog = PlanSuggestionsDialog(session, section, parent)
    except (ClerkError, MachineError) as refusal:
        note_machine_error(refusal)
        session.refused.emit(str(refusal))
        return None
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def _cells(one: PlanSuggestion) -> list[str]:
    origin = f"แผน {one.plan}" if one.plan else _SHIPPED
    return [cut(wording.shown(text)) for text in (one.name, one.kind.words, origin)]
