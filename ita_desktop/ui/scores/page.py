"""The tab บันทึกคะแนน: the table that is typed into, and what follows from it."""

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QGuiApplication,
    QHideEvent,
    QIcon,
    QKeySequence,
    QResizeEvent,
    QShortcut,
)
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.domain.levels import level_of
from ita_desktop.ui import wording
from ita_desktop.ui.icons import icon
from ita_desktop.ui.scores.gestures import ScoreGestures
from ita_desktop.ui.scores.model import Column, ScoreTableModel
from ita_desktop.ui.scores.panel import TRY, TRY_TIP, ResultPanel
from ita_desktop.ui.scores.proxy import Shown
from ita_desktop.ui.scores.rows import Kind
from ita_desktop.ui.scores.table import ScoreTable
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.tool_tip import tool_tip

if TYPE_CHECKING:
    from ita_desktop.ui.scores.what_if_page import WhatIfPage

_PANEL = 410
_NARROW_PANEL = 300
_HOW_TO_BEGIN = (
    "พิมพ์คะแนนที่ ป.ป.ช. ประกาศในช่อง “คะแนน” แล้วกด Enter"
    " หรือคัดลอกจาก Excel แล้วกด Ctrl+V กรอกรายข้อ รายตัวชี้วัด หรือรายแบบวัดก็ได้"
)


class Room(Enum):
    """How much fits beside the table; at 200 % a 1366 pixel screen has 683."""

    WIDE = auto()
    NARROW = auto()
    TABLE_ONLY = auto()

    @staticmethod
    def of(width: int) -> "Room":
        """Return what fits in a page of so many pixels."""
        if width < 790:
            return Room.TABLE_ONLY
        return Room.NARROW if width < 1080 else Room.WIDE


class ScorePage(QWidget):
    """Scores of the year looked at."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.table = ScoreTable(ScoreTableModel(session))
        self.gestures = ScoreGestures(session, self.table)
        self.panel = ResultPanel(session)
        self.panel.setMinimumWidth(_NARROW_PANEL)
        self._title = label("คะแนนรายข้อ", "cardTitle")
        self._count = label("", "quiet")
        self._filter = QComboBox()
        self._try = QPushButton()
        self._connect_trying()
        self._hint = label("", "")
        self._strip = QFrame()
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setHandleWidth(14)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._make_table_card())
        self._splitter.addWidget(self.panel)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setStretchFactor(1, 0)
        self._room: Room | None = None
        self.trying: WhatIfPage | None = None
        self._outer = outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 14, 16, 14)
        outer.addWidget(self._splitter)
        self._splitter.splitterMoved.connect(lambda _place=0, _which=0: self._fit_head())
        session.scores_changed.connect(self._refresh)
        session.years_changed.connect(self._refresh)
        session.office_changed.connect(self._refresh)
        session.criteria_changed.connect(self._reload)
        session.year_changed.connect(self._year_changed)
        self.table.rows_changed.connect(self._say_counts)
        self._filter.currentIndexChanged.connect(self._filter_changed)
        self._filter.activated.connect(self._filter_chosen)
        self.panel.item_wanted.connect(self.go_to)
        session.reverted.connect(self.go_to)
        for signal in (session.scores_changed, session.criteria_changed, session.year_changed):
            signal.connect(self.end_trying)
        self._say_counts()
        self.table.go_to_first_score()

    @property
    def first(self) -> QWidget:
        """What the keyboard begins with."""
        return self.table if self.trying is None else self.trying.first

    def try_scores(self) -> None:
        """Show ticks and sliders in the place of the table; nothing that is tried is saved."""
        from ita_desktop.ui.scores.what_if_page import WhatIfPage  # noqa: PLC0415 - seldom

        if self.trying is not None or not self._session.leave():
            return
        self.trying = WhatIfPage(self._session.result)
        self.trying.ended.connect(self.end_trying)
        self._splitter.hide()
        self._outer.addWidget(self.trying)
        self.trying.show()
        self.trying.first.setFocus()

    def end_trying(self, *_what: object) -> None:
        """Show the table again; what was tried is forgotten."""
        if self.trying is None:
            return
        ended, self.trying = self.trying, None
        self._outer.removeWidget(ended)
        ended.hide()
        ended.deleteLater()
        self._splitter.show()
        if self.isVisible():
            self.table.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:
        """Who leaves the tab ends what she tried; a window that is only made small does not."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.end_trying()

    def go_to(self, code: str) -> bool:
        """Make the score of ``code`` the current cell; whatever hides it is shown again."""
        self.end_trying()
        if not self.table.go_to(code):
            self._filter.setCurrentIndex(0)
            if not self.table.go_to(code):
                return False
        self.table.setFocus()
        return True

    def find_text(self, text: str, *, step: int = 1) -> tuple[int, int]:
        """Go to the next (or, with -1, the one before) row that holds ``text``: (1, 3)."""
        if self.trying is not None:
            return self.trying.find_text(text, step)
        return self.table.find_text(text, step=step)

    def evidence_code(self) -> str:
        """Return the code of the item whose row is the current one, empty where it is none's."""
        return self.gestures.current_item()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window the columns of last year give their room to the questions."""
        super().resizeEvent(event)
        room = Room.of(self.width())
        if room is not self._room:
            self._room = room
            self.panel.setVisible(room is not Room.TABLE_ONLY)
            self._try.setVisible(room is Room.TABLE_ONLY)  # else it stands under the total
            panel = _PANEL if room is Room.WIDE else _NARROW_PANEL
            self._splitter.setSizes([self.width() - panel, panel])
            self._fit_columns()
            self._say_counts()
        self._fit_head()

    def _fit_head(self) -> None:
        """Let parts of the head give way, one after the other, until the rest has room."""
        alone = self._room is Room.TABLE_ONLY
        margins = self._outer.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        if not alone:
            room -= self._splitter.handleWidth() + self._splitter.sizes()[1]
        self._title.show()
        self._count.setVisible(self._room is not Room.NARROW)
        self._paste.setIcon(icon("clipboard-paste"))
        for give_way in (
            lambda: self._paste.setIcon(QIcon()),
            self._title.hide if alone else self._count.hide,  # the total has no other place there
        ):
            self._head.invalidate()
            if self._head.sizeHint().width() <= room:
                return
            give_way()

    def _fit_columns(self) -> None:
        """Show the columns of last year where there is one, and room for it."""
        hidden = self._room is not Room.WIDE or self._session.last_year is None
        for column in (Column.BEFORE, Column.CHANGE):
            self.table.setColumnHidden(column, hidden)
        self.table.stretch()

    def _make_table_card(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        for shown in Shown:
            self._filter.addItem(shown.value, shown)
        self._filter.setAccessibleName("แสดงเฉพาะ")
        self._filter.setToolTip("เลือกข้อที่จะแสดงในตาราง (Ctrl+Shift+L)")
        self._filter.setMaxVisibleItems(len(Shown) + 2)
        keys = QShortcut(QKeySequence("Ctrl+Shift+L"), self)
        keys.activated.connect(self._filter.showPopup)
        self._paste = paste = QPushButton("วางจาก Excel")
        paste.setToolTip("วางคะแนนที่คัดลอกจาก Excel หรือ Word (Ctrl+V)")
        paste.clicked.connect(lambda: self.gestures.paste(QGuiApplication.clipboard().text()))
        self._head = head = QHBoxLayout()
        head.setContentsMargins(14, 12, 14, 10)
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._count)
        head.addStretch()
        head.addWidget(self._filter)
        head.addWidget(self._try)
        head.addWidget(paste)
        self._strip.setObjectName("strip")
        strip = QHBoxLayout(self._strip)
        strip.setContentsMargins(14, 7, 14, 7)
        self._hint.setWordWrap(True)
        strip.addWidget(self._hint, 1)
        rows = QVBoxLayout(card)
        rows.setContentsMargins(1, 1, 1, 1)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(self.table, 1)
        rows.addWidget(self._strip)
        card.setMinimumWidth(440)
        return card

    def _connect_trying(self) -> None:
        self._try.setIcon(icon("settings-2"))
        self._try.setAccessibleName(TRY)
        self._try.setToolTip(tool_tip(TRY_TIP))
        self._try.clicked.connect(lambda _on=False: self.try_scores())
        self.panel.trial_wanted.connect(self.try_scores)
        keys = QShortcut(QKeySequence("Ctrl+L"), self)
        keys.activated.connect(self.try_scores)

    def _refresh(self) -> None:
        self._fit_columns()
        self.panel.refresh()
        self._say_counts()

    def _reload(self) -> None:
        self.table.reload()
        self._refresh()

    def _year_changed(self) -> None:
        self._reload()
        self.table.go_to_first_score()

    def _filter_changed(self) -> None:
        self.table.show_rows(self._filter.currentData())

    def _filter_chosen(self) -> None:
        """Apply the filter, also the same one again: what was worked on stayed in it until now."""
        self._filter_changed()
        if not self.table.currentIndex().isValid():
            self.table.go_to_first_score()

    def _say_counts(self) -> None:
        result = self._session.result
        total = len(result.criteria.items)
        shown = sum(row.kind is Kind.ITEM for row in self.table.source_rows())
        words = f"กรอกแล้ว {result.entered_items} จาก {total} ข้อ"
        if shown != total and self.table.proxy.shown is not Shown.INDICATORS:
            words += f" · แสดง {shown} จาก {total} รายการ"
        if self._room is Room.TABLE_ONLY:  # the total has no other place there
            level = level_of(result)
            words = f"รวม {result.total.shown or '–'} {level.name if level else ''}"
        self._count.setText(wording.shown(words))
        self._fit_head()
        self._hint.setText(self._hint_words())
        self._strip.setVisible(bool(self._hint.text()) and self._room is not Room.TABLE_ONLY)

    def _hint_words(self) -> str:
        result = self._session.result
        if not result.entries:
            return _HOW_TO_BEGIN
        if not (unchecked := result.criteria.unchecked_texts):
            return ""
        return wording.shown(
            f"ข้อความ {unchecked} ข้อที่มีคำว่า (ร่าง) ยังไม่ได้ตรวจกับคู่มือ ป.ป.ช. กด F4 ที่ข้อเพื่อแก้ไขหรือยืนยัน"
        )
