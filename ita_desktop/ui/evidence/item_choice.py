"""Which item evidence proves: a list to choose from, also as a dialog."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from ita_desktop.domain.criteria import Criteria
from ita_desktop.domain.evidence import WHOLE_YEAR
from ita_desktop.ui import theme, wording
from ita_desktop.ui.widgets.card import label

_WIDTH = 340  # pixels: what the narrowest of its dialogs has room for


class ItemChoice(QComboBox):
    """The year as a whole, then its items, then what steps report."""

    def __init__(
        self,
        criteria: Criteria,
        code: str,
        reports: Iterable[tuple[str, str]] = (),
        parent: QWidget | None = None,
    ) -> None:
        """Offer the items; ``reports``: codes and words of what may be chosen beside them."""
        super().__init__(parent)
        self.setAccessibleName("ข้อที่หลักฐานใช้ยืนยัน")
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(24)
        self.setMaxVisibleItems(16)
        self.addItem("ทั้งปี (ไม่ระบุข้อ)", WHOLE_YEAR)
        metrics = QFontMetrics(theme.font())
        items = (
            (one.code, f"ข้อ {one.code} {' '.join(one.text.split())}") for one in criteria.items
        )
        for one, words in (*items, *reports):
            short = metrics.elidedText(wording.shown(words), Qt.TextElideMode.ElideRight, _WIDTH)
            self.addItem(short, one)
        self.setCurrentIndex(max(self.findData(code), 0))

    @property
    def code(self) -> str:
        """The code that is chosen."""
        return str(self.currentData())


class MoveDialog(QDialog):
    """Asks which item evidence is to prove instead."""

    chosen = Signal(str)

    def __init__(
        self,
        criteria: Criteria,
        code: str,
        reports: Iterable[tuple[str, str]],
        what: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle("ย้ายหลักฐาน")
        self.setMinimumWidth(460)
        self.items = ItemChoice(criteria, code, reports)
        buttons = QDialogButtonBox()
        move = buttons.addButton("ย้าย", QDialogButtonBox.ButtonRole.AcceptRole)
        move.setObjectName("main")
        buttons.addButton("ยกเลิก", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._take)
        buttons.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(12)
        outer.addWidget(label(f"ย้าย {what} ไปที่", "", wrap=True))
        outer.addWidget(self.items)
        outer.addWidget(buttons)

    def _take(self) -> None:
        self.chosen.emit(self.items.code)
        self.accept()
