"""What a topic is about: its name, what was found, and its items to be edited."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ita_desktop.domain.measures import Topic
from ita_desktop.ui import theme, wording
from ita_desktop.ui.measures.tab.columns import ITEM_COLUMNS
from ita_desktop.ui.measures.tab.lines import item_lines
from ita_desktop.ui.measures.tab.room import LOW
from ita_desktop.ui.measures.tab.subject import measure_subject
from ita_desktop.ui.measures.tab.summary import Wordings, title_of
from ita_desktop.ui.rows.grid_model import GridModel
from ita_desktop.ui.rows.grid_table import GridTable
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.tool_tip import tool_tip
from ita_desktop.ui.widgets.wrapped_text import wrapped_lines

_MOST_LINES = 2
_MOST_ITEMS = 190
_LEAST_ITEMS = 74


class TopicHeading(QWidget):
    """Title and findings; a button opens the items below them."""

    opened = Signal(bool)
    """The items are shown or put away."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wordings: dict[tuple[int, str], str] = {}
        self.model = GridModel(measure_subject(self._wordings), ITEM_COLUMNS)
        self.table = GridTable(self.model, lambda _field: ())
        self.table.setAccessibleName("ข้อของประเด็น")
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.table.rows_fitted.connect(self._fit_table)
        self._whole = self._found = ""
        self._title = label("", "cardTitle", wrap=True)
        self._title.setMinimumHeight(30)
        self._finding = label("", "quiet", wrap=True)
        self.items = QPushButton("ข้อคำถาม")
        self.items.setCheckable(True)
        self.items.setToolTip("แสดงหรือซ่อนข้อ คะแนน และข้อค้นพบของประเด็น เพื่อแก้ไข (Ctrl+I)")
        self.items.toggled.connect(self._toggle)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._finding)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addWidget(self.items)
        row = QHBoxLayout()
        row.setContentsMargins(14, 8, 14, 8)
        row.setSpacing(12)
        row.addLayout(words, 1)
        row.addLayout(self.buttons)
        row.setAlignment(self.buttons, Qt.AlignmentFlag.AlignTop)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(row)
        outer.addWidget(self.table)
        self.table.hide()

    def show_topic(self, topic: Topic | None, wordings: Wordings) -> None:
        """Show a topic; None: there is none to show."""
        self._wordings.clear()
        self._wordings.update(wordings)
        self.model.show(item_lines(topic))
        if topic is None:
            return
        codes = " ".join(item.code for item in topic.items if item.code)
        whole = wording.shown(f"{codes} {title_of(topic, wordings)}".strip())
        self._whole = whole
        findings = (" ".join(item.finding.split()) for item in topic.items)
        found = " · ".join(dict.fromkeys(filter(None, findings)))  # items may share one
        self._found = wording.shown(f"ข้อค้นพบ: {found}") if found else "ยังไม่มีข้อค้นพบ"
        self.items.setText(wording.shown(f"ข้อคำถาม ({len(topic.items)})"))
        self.items.setShortcut("Ctrl+I")  # other words take it away
        self._elide()

    def _elide(self) -> None:
        """Show as much of the words as two lines take; the tool tip has them whole."""
        width = max(self._title.width(), 120)
        low = self.window().height() < LOW
        most_lines = 1 if low else _MOST_LINES
        for line, words, font, most in (
            (self._title, self._whole, theme.font(theme.TITLE_PX, strong=True), most_lines),
            (self._finding, self._found, theme.font(), 1),
        ):
            lines = wrapped_lines(words, font, width - 4)
            short = "".join(lines[:most]).rstrip()
            line.setText(f"{short[:-2]}…" if len(lines) > most else words)
            line.setToolTip(tool_tip(words) if len(lines) > most else "")
            line.setAccessibleName(words)
        self._finding.setVisible(not self.items.isChecked() and not low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _toggle(self, on: bool) -> None:
        self.table.setVisible(on)
        self._elide()
        if on:
            self.table.fit_seen()
            self._fit_table()
            if not self.table.currentIndex().isValid():
                self.table.stand_at(self.model.index(0, len(ITEM_COLUMNS) - 1))
            self.table.setFocus()
        self.opened.emit(on)

    def _fit_table(self) -> None:
        """Give the items the height they take, up to a share of the page."""
        rows = sum(self.table.rowHeight(place) for place in range(len(self.model.lines)))
        head = self.table.horizontalHeader().sizeHint().height()
        room = self.window().height() // 4
        height = min(rows + head + 2, max(min(_MOST_ITEMS, room), 110))
        self.table.setMinimumHeight(min(height, _LEAST_ITEMS))
        self.table.setMaximumHeight(height)
