"""The tab บันทึกคะแนน: the table that is typed into, and what follows from it."""

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.domain.levels import level_of
from ita_desktop.domain.score_entry import EXCLUDED
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.thai.text import find
from ita_desktop.ui import wording
from ita_desktop.ui.icons import icon
from ita_desktop.ui.scores.delegate import ScoreDelegate, row_height
from ita_desktop.ui.scores.model import Column, Role, ScoreTableModel
from ita_desktop.ui.scores.panel import ResultPanel
from ita_desktop.ui.scores.proxy import ScoreProxy, Shown
from ita_desktop.ui.scores.rows import Kind
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.bubble import Bubble, Offer
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.grid import GridView
from ita_desktop.workflows.scores import Proposal, propose, score_name

if TYPE_CHECKING:
    from ita_desktop.ui.dialogs.item_text import ItemTextDialog

_WIDTHS = {
    Column.CODE: 62,
    Column.SCORE: 92,
    Column.BEFORE: 84,
    Column.CHANGE: 82,
    Column.BAND: 118,
}
_PANEL = 410
_NARROW_PANEL = 300
_SPANNING = (Kind.TOTAL, Kind.INSTRUMENT, Kind.PART, Kind.INDICATOR, Kind.SUB_INDICATOR)


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
        self._search = ""
        self.model = ScoreTableModel(session, self._refused)
        self.proxy = ScoreProxy(self.model)
        self.table = self._make_table()
        self.bubble = Bubble(self.table.viewport())
        self.panel = ResultPanel(session)
        self.panel.setMinimumWidth(_NARROW_PANEL)
        self._count = label("", "quiet")
        self._filter = QComboBox()
        self._hint = label("", "")
        self._strip = QFrame()
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(14)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self._make_table_card())
        splitter.addWidget(self.panel)
        splitter.setStretchFactor(0, 1)
        splitter.setStretchFactor(1, 0)
        self._splitter = splitter
        self._room: Room | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(16, 14, 16, 14)
        outer.addWidget(splitter)
        self._connect()
        self._lay_heads()
        self._say_counts()
        self.go_to_first_score()

    def go_to(self, code: str) -> bool:
        """Make the score of ``code`` the current cell; whatever hides it is shown again."""
        source = self.model.row_of(code)
        if source < 0:
            return False
        cell = self.proxy.mapFromSource(self.model.index(source, Column.SCORE))
        if not cell.isValid():
            self._filter.setCurrentIndex(0)
            cell = self.proxy.mapFromSource(self.model.index(source, Column.SCORE))
        self.table.setCurrentIndex(cell)
        self.table.scrollTo(cell, GridView.ScrollHint.PositionAtCenter)
        self.table.setFocus()
        return True

    def go_to_first_score(self) -> None:
        """Make the first item's (or indicator's) score the current cell: where typing begins."""
        kinds = [self.proxy.source_row(row).kind for row in range(self.proxy.rowCount())]
        for kind in (Kind.ITEM, Kind.INDICATOR):
            if kind in kinds:
                self.table.setCurrentIndex(self.proxy.index(kinds.index(kind), Column.SCORE))
                self.table.scrollToTop()
                return

    def find_text(self, text: str, *, step: int = 1) -> tuple[int, int]:
        """Go to the next (or, with -1, the one before) row that holds ``text``.

        Thai digits equal Arabic ones. Returns which match it is and how many there are.
        """
        needle = text.strip()
        if not needle:
            return 0, 0
        rows = [row for row in range(self.proxy.rowCount()) if self._holds(row, needle)]
        if not rows:
            return 0, 0
        current = self.table.currentIndex().row()
        again = needle == self._search
        self._search = needle
        if step > 0:
            later = [row for row in rows if row > current or (row == current and not again)]
            target = later[0] if later else rows[0]
        else:
            earlier = [row for row in rows if row < current]
            target = earlier[-1] if earlier else rows[-1]
        cell = self.proxy.index(target, Column.SCORE)
        self.table.setCurrentIndex(cell)
        self.table.scrollTo(cell, GridView.ScrollHint.PositionAtCenter)
        return rows.index(target) + 1, len(rows)

    def paste(self, text: str) -> None:
        """Show what a copied block would change and, on a yes, write it as one deed."""
        from ita_desktop.ui.scores.pasting import paste  # noqa: PLC0415 - not at the start

        if (refusal := paste(self, self._session, text, self._codes_from_here())) is not None:
            self._say(refusal)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a narrow window the columns of last year give their room to the questions."""
        super().resizeEvent(event)
        room = Room.of(self.width())
        if room is not self._room:
            self._room = room
            for column in (Column.BEFORE, Column.CHANGE):
                self.table.setColumnHidden(column, room is not Room.WIDE)
            self.panel.setVisible(room is not Room.TABLE_ONLY)
            panel = _PANEL if room is Room.WIDE else _NARROW_PANEL
            self._splitter.setSizes([self.width() - panel, panel])
            self.table.stretch()
            self._say_counts()

    def _make_table(self) -> GridView:
        table = GridView()
        table.setModel(self.proxy)
        table.setItemDelegate(ScoreDelegate(table))
        table.setAccessibleName("ตารางคะแนนรายข้อ")
        table.setAccessibleDescription("พิมพ์คะแนนแล้วกด Enter กด F6 เพื่อออกจากตาราง")
        head = table.horizontalHeader()
        head.setMinimumSectionSize(48)
        head.setHighlightSections(False)
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setSortIndicatorClearable(True)
        head.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        for column, width in _WIDTHS.items():
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            head.resizeSection(column, width)
        head.setSectionResizeMode(Column.TEXT, QHeaderView.ResizeMode.Fixed)
        table.stretch_column(Column.TEXT)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setMinimumSectionSize(10)
        return table

    def _make_table_card(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        for shown in Shown:
            self._filter.addItem(shown.value, shown)
        self._filter.setAccessibleName("แสดงเฉพาะ")
        self._filter.setToolTip("เลือกข้อที่จะแสดงในตาราง")
        paste = QPushButton("วางจาก Excel")
        paste.setIcon(icon("clipboard-paste"))
        paste.setToolTip("วางคะแนนที่คัดลอกจาก Excel หรือ Word (Ctrl+V)")
        paste.clicked.connect(lambda: self.paste(QGuiApplication.clipboard().text()))
        head = QHBoxLayout()
        head.setContentsMargins(14, 12, 14, 10)
        head.setSpacing(10)
        head.addWidget(label("คะแนนรายข้อ", "cardTitle"))
        head.addWidget(self._count)
        head.addStretch()
        head.addWidget(self._filter)
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

    def _connect(self) -> None:
        session = self._session
        session.leaving.connect(self.table.finish_edit)
        session.scores_changed.connect(self._refresh)
        session.criteria_changed.connect(self._reload)
        session.year_changed.connect(self._year_changed)
        session.years_changed.connect(self._refresh)
        session.office_changed.connect(self._refresh)
        self.table.paste_requested.connect(self.paste)
        self.table.clear_requested.connect(self._clear)
        self.table.fill_requested.connect(self._fill_down)
        self.table.same_requested.connect(self._same)
        self.table.full_text_requested.connect(self._full_text)
        self.table.doubleClicked.connect(self._double_clicked)
        self.table.key_pressed.connect(self.bubble.hide)
        self.table.horizontalHeader().sortIndicatorChanged.connect(self._order_by)
        self.table.columns_resized.connect(self._fit_rows)
        self._filter.currentIndexChanged.connect(self._filter_changed)
        self._filter.activated.connect(self._filter_chosen)
        self.panel.item_wanted.connect(self.go_to)

    def _refresh(self) -> None:
        self.model.refresh()
        self.panel.refresh()
        self._say_counts()

    def _reload(self) -> None:
        """Take the rows anew; the current cell stays, or its place where the row is gone."""
        row, column = self.table.currentIndex().row(), self.table.currentIndex().column()
        code = self.proxy.source_row(row).code if row >= 0 else ""
        self.model.reload()
        self._after_rows_changed()
        self._refresh()
        cell = self.proxy.mapFromSource(self.model.index(self.model.row_of(code), column))
        if not cell.isValid():
            cell = self.proxy.index(min(row, self.proxy.rowCount() - 1), column)
        self.table.setCurrentIndex(cell)

    def _year_changed(self) -> None:
        self._reload()
        self.go_to_first_score()

    def _filter_changed(self) -> None:
        self.proxy.show(self._filter.currentData())
        self._after_rows_changed()

    def _filter_chosen(self) -> None:
        """Apply the filter, also the same one again: what was worked on stayed in it until now."""
        self._filter_changed()
        if not self.table.currentIndex().isValid():
            self.go_to_first_score()

    def _order_by(self, column: int, order: Qt.SortOrder) -> None:
        self.proxy.order_by(column, order)
        self._after_rows_changed()

    def _after_rows_changed(self) -> None:
        self._lay_heads()
        self._fit_rows()
        self._say_counts()

    def _lay_heads(self) -> None:
        """Lay heads over the first two columns."""
        self.table.clearSpans()
        for row in range(self.proxy.rowCount()):
            if self.proxy.source_row(row).kind in _SPANNING:
                self.table.setSpan(row, Column.CODE, 1, 2)

    def _fit_rows(self) -> None:
        """Give each row the height its text takes."""
        head, heights = self.table.horizontalHeader(), self.table.verticalHeader()
        text = head.sectionSize(Column.TEXT)
        for row in range(self.proxy.rowCount()):
            source = self.proxy.source_row(row)
            spanning = source.kind in _SPANNING
            width = text + head.sectionSize(Column.CODE) if spanning else text
            column = Column.CODE if spanning else Column.TEXT
            suffix: str = self.proxy.index(row, column).data(Role.QUIET_SUFFIX)
            heights.resizeSection(row, row_height(source, width, suffix))

    def _say_counts(self) -> None:
        result = self._session.result
        total = len(result.criteria.items)
        shown = sum(
            self.proxy.source_row(row).kind is Kind.ITEM for row in range(self.proxy.rowCount())
        )
        words = f"กรอกแล้ว {result.entered_items} จาก {total} ข้อ"
        if shown != total and self.proxy.shown is not Shown.INDICATORS:
            words += f" · แสดง {shown} จาก {total} รายการ"
        if self._room is Room.TABLE_ONLY:  # the total has no other place there
            level = level_of(result)
            words = f"รวม {result.total.shown or '–'} {level.name if level else ''}"
        self._count.setText(wording.shown(words))
        self._count.setVisible(self._room is not Room.NARROW)
        unchecked = result.criteria.unchecked_texts
        hint = ""
        if not result.entries:
            hint = (
                "พิมพ์คะแนนที่ ป.ป.ช. ประกาศในช่อง “คะแนน” แล้วกด Enter"
                " หรือคัดลอกจาก Excel แล้วกด Ctrl+V กรอกรายข้อ รายตัวชี้วัด หรือรายแบบวัดก็ได้"
            )
        elif unchecked:
            hint = wording.shown(
                f"ข้อความ {unchecked} ข้อที่มีคำว่า (ร่าง) ยังไม่ได้ตรวจกับคู่มือ ป.ป.ช. กด F4 ที่ข้อเพื่อแก้ไขหรือยืนยัน"
            )
        self._hint.setText(hint)
        self._strip.setVisible(bool(hint))

    def _refused(self, source: QModelIndex, typed: str, why: str) -> None:
        """Say beside the cell why it kept its old value, and offer what was perhaps meant."""
        cell = QPersistentModelIndex(self.proxy.mapFromSource(source))
        code = self.model.rows[source.row()].code
        from ita_desktop.thai.keyboard import (  # noqa: PLC0415 - seldom
            figure_from_wrong_layout,
            from_wrong_layout,
        )

        meant = figure_from_wrong_layout(typed) or from_wrong_layout(typed)
        offer = None
        if meant is not None:
            proposal = propose(self._session.criteria, {}, {code: meant})[0]
            if not proposal.refused:
                why = f"“{typed}” อาจพิมพ์ผิดแป้นภาษา"
                offer = (
                    f"ใช้ {wording.score(proposal.after)}",
                    lambda: self._write([proposal], f"แก้คะแนน {score_name(code)}"),
                )
        # after Enter the grid moves on first, which would hide the note at once
        QTimer.singleShot(0, self, lambda: self._say_at(cell, why, offer))

    def _say_at(self, kept: QPersistentModelIndex, why: str, offer: Offer | None) -> None:
        if not kept.isValid():  # the year was left meanwhile
            self._say(why)
            return
        cell = self.proxy.index(kept.row(), kept.column())
        self.table.setCurrentIndex(cell)
        self.bubble.say(why, self.table.visualRect(cell), offer)

    def _say(self, why: str) -> None:
        self.bubble.say(why, self.table.visualRect(self.table.currentIndex()))

    def _selected_codes(self) -> list[str]:
        """Return the codes of the selected score cells."""
        return [
            self.proxy.source_row(cell.row()).code
            for cell in self.table.selected_cells()
            if cell.column() == Column.SCORE and cell.flags() & Qt.ItemFlag.ItemIsEditable
        ]

    def _codes_from_here(self) -> list[str]:
        """Return the codes that a block of bare figures fills: rows of the current kind."""
        current = self.table.currentIndex()
        start = max(current.row(), 0)
        if not self.proxy.rowCount():
            return []
        kind = self.proxy.source_row(start).kind
        rows = (self.proxy.source_row(row) for row in range(start, self.proxy.rowCount()))
        return [row.code for row in rows if row.kind is kind and row.editable]

    def _clear(self) -> None:
        entries = self._session.result.entries
        codes = [code for code in self._selected_codes() if code in entries]
        if codes:
            name = score_name(codes[0]) if len(codes) == 1 else f"{len(codes)} ค่า"
            self._session.put_scores(dict.fromkeys(codes), f"ลบคะแนน {name}")

    def _fill_down(self) -> None:
        codes = self._selected_codes()
        if len(codes) > 1:
            self._repeat(codes[0], codes[1:], f"เติมคะแนนลงล่าง {len(codes) - 1} ค่า")

    def _same(self) -> None:
        codes = self._selected_codes()
        current = self.proxy.source_row(self.table.currentIndex().row()).code
        if len(codes) > 1:
            self._repeat(current, codes, f"ใส่คะแนนเดียวกัน {len(codes)} ค่า")

    def _repeat(self, source: str, targets: list[str], deed: str) -> None:
        entry = self._session.result.entries.get(source)
        text = "" if entry is None else wording.EXCLUDED_WORD if entry is EXCLUDED else str(entry)
        proposals = propose(
            self._session.criteria, self._session.result.entries, dict.fromkeys(targets, text)
        )
        self._write(proposals, deed)
        if refused := next((p for p in proposals if p.refused), None):
            self._say(refused.refused)

    def _write(self, proposals: list[Proposal] | tuple[Proposal, ...], deed: str) -> None:
        changed = {p.code: p.after for p in proposals if p.changes}
        if changed:
            self._session.put_scores(changed, deed)

    def _double_clicked(self, cell: QModelIndex) -> None:
        if cell.column() == Column.TEXT:
            self._full_text(cell)

    def _full_text(self, cell: QModelIndex) -> None:
        if not cell.isValid():
            return
        item = self.proxy.source_row(cell.row()).item
        if item is None:
            return
        from ita_desktop.ui.dialogs.item_text import ItemTextDialog  # noqa: PLC0415 - seldom

        dialog = ItemTextDialog(item, self._session.fiscal_year, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._correct(item.code, dialog))
        dialog.open()

    def _correct(self, code: str, dialog: "ItemTextDialog") -> None:
        try:
            self._session.correct_text(code, dialog.text)
        except (ClerkError, MachineError) as refusal:
            self._say(str(refusal))
        self.table.setFocus()

    def _holds(self, row: int, needle: str) -> bool:
        source = self.proxy.source_row(row)
        score = self.proxy.index(row, Column.SCORE).data() or ""
        title = source.item.text if source.item else source.title
        return find(f"{source.code} {title} {score}", needle)
