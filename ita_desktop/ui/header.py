"""The line above the tabs: whose office, which year, undo, find, papers."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ita_desktop.ui import wording
from ita_desktop.ui.icons import icon
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.tool_tip import tool_tip

_NARROW = 1100
_TINY = 800
_NAME_WIDTH = 300  # a name that has less is worth more than the place beside it
_LEAST_NAME = 80
_SEARCH_WIDTH = 145  # what its field says is seen whole
_DEED_WIDTH = 168  # fixed, so that the year beside it stays where it is


class Header(QWidget):
    """Shows the session's office, year and next undo; wishes go out as signals."""

    add_year_requested = Signal()
    new_year_requested = Signal()
    find_requested = Signal(str, int)
    """Text and direction (1 next, -1 the one before)."""
    find_left = Signal()

    def __init__(
        self, session: Session, papers: QMenu, menu: QMenu, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        # on a low window the page gives way, never the words on these buttons
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._session = session
        self._name = label("", "officeName")
        self._place = label("", "quiet")
        self._before = _plain("chevron-left", "ปีงบประมาณก่อนหน้า (Alt+Page Up)")
        self._after = _plain("chevron-right", "ปีงบประมาณถัดไป (Alt+Page Down)")
        self._year = QToolButton()
        self._year.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._year.setToolTip("เลือก เพิ่ม หรือเริ่มปีงบประมาณใหม่ (Alt+Y)")
        self._years_menu = QMenu(self)
        self._year.setMenu(self._years_menu)
        self._undo = _plain("undo-2", "เลิกทำ (Ctrl+Z)")
        self._deed = label("", "quiet")
        self._deed.setFixedWidth(_DEED_WIDTH)
        self._redo = _plain("redo-2", "ทำซ้ำ (Ctrl+Y)")
        self.search = QLineEdit()
        self.search.setPlaceholderText("ค้นหา  Ctrl+F")
        self.search.setAccessibleName("ค้นหาในตาราง")
        self.search.setMinimumWidth(90)
        self.search.setMaximumWidth(220)
        self._found = label("", "note")
        documents = _menu_button("เอกสาร", "file-text", papers, "พิมพ์หรือส่งออกเอกสาร (Alt+D)")
        documents.setShortcut("Alt+D")
        more = _menu_button("", "menu", menu, "เมนู (Alt+M)")
        more.setShortcut("Alt+M")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self._name)
        row.addWidget(self._place)
        row.addStretch(1)
        for widget in (self._before, self._year, self._after):
            row.addWidget(widget)
        row.addSpacing(8)
        for widget in (self._undo, self._redo, self._deed):
            row.addWidget(widget)
        for widget in (self.search, self._found, documents, more):
            row.addWidget(widget)
        self._answer_keys_of_years()
        self._before.clicked.connect(lambda: self.step_year(-1))
        self._after.clicked.connect(lambda: self.step_year(1))
        self._undo.clicked.connect(session.undo)
        self._redo.clicked.connect(session.redo)
        self.search.textChanged.connect(self._search_on)
        self.search.installEventFilter(self)
        session.office_changed.connect(self.refresh)
        session.year_changed.connect(self.refresh)
        session.years_changed.connect(self.refresh)
        session.saved.connect(self.refresh)
        self.refresh()

    def _answer_keys_of_years(self) -> None:
        QShortcut(QKeySequence("Alt+Y"), self).activated.connect(self._show_years)
        for keys in ("Return", "Enter"):  # a tool button answers the space bar alone
            enter = QShortcut(QKeySequence(keys), self._year)
            enter.setContext(Qt.ShortcutContext.WidgetShortcut)
            enter.activated.connect(self._show_years)

    def _show_years(self) -> None:
        """Open the menu of years, its first entry current, as a menu that keys open has it."""
        menu = self._years_menu
        menu.popup(self._year.mapToGlobal(self._year.rect().bottomLeft()))
        menu.setActiveAction(menu.actions()[0])

    def refresh(self) -> None:
        """Show the present office, year and deeds."""
        session = self._session
        self._place.setText(session.office.place)
        years = session.years
        self._before.setEnabled(any(year < session.fiscal_year for year in years))
        self._after.setEnabled(any(year > session.fiscal_year for year in years))
        self._years_menu.clear()
        for year in reversed(years):
            action = self._years_menu.addAction(f"ปีงบประมาณ {wording.figure(year)}")
            action.setCheckable(True)
            action.setChecked(year == session.fiscal_year)
            action.triggered.connect(lambda _on=False, year=year: session.select_year(year))
        self._years_menu.addSeparator()
        begin = self._years_menu.addAction(icon("file-plus-2"), "เริ่มปีงบประมาณใหม่…")
        begin.triggered.connect(self.new_year_requested)
        add = self._years_menu.addAction(icon("plus"), "เพิ่มปีงบประมาณ…")
        add.triggered.connect(self.add_year_requested)
        undo, redo = session.next_undo(), session.next_redo()
        words = "เลิกทำ" if undo is None else f"เลิกทำ: {wording.shown(undo.name)}"
        self._undo.setEnabled(undo is not None)
        self._undo.setToolTip(tool_tip(f"{words} (Ctrl+Z)"))
        self._undo.setAccessibleName(words)
        last = "" if undo is None else wording.shown(undo.name)
        room = _DEED_WIDTH - 4
        end = Qt.TextElideMode.ElideRight
        self._deed.setText(self._deed.fontMetrics().elidedText(last, end, room))
        self._deed.setToolTip(tool_tip(words))
        self._redo.setEnabled(redo is not None)
        again = "ทำซ้ำ" if redo is None else f"ทำซ้ำ: {wording.shown(redo.name)}"
        self._redo.setToolTip(tool_tip(f"{again} (Ctrl+Y)"))
        self._redo.setAccessibleName(again)
        self._fit()

    def step_year(self, step: int) -> None:
        """Look at the next or the previous fiscal year of the file."""
        years = self._session.years
        if self._session.fiscal_year in years:
            place = years.index(self._session.fiscal_year) + step
            if 0 <= place < len(years):
                self._session.select_year(years[place])

    def show_found(self, place: int, count: int) -> None:
        """Show which match the table is at."""
        if not self.search.text().strip():
            self._found.setText("")
        elif count:
            self._found.setText(wording.shown(f"{place} จาก {count}"))
        else:
            self._found.setText("ไม่พบ")

    def _search_on(self, text: str) -> None:
        self.find_requested.emit(text, 1)

    def begin_search(self) -> None:
        """Put the cursor into the search field."""
        self.search.setFocus()
        self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.find_requested.emit(self.search.text(), -1 if back else 1)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.search.clear()
                self.find_left.emit()
                return True
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """On a narrow window the words of undo and the place give way."""
        narrow = self.width() < _NARROW
        tiny = self.width() < _TINY
        for button in (self._before, self._after):
            button.setVisible(not tiny)
        year = wording.figure(self._session.fiscal_year)
        self._year.setText(f"ปี {year}" if tiny else f"ปีงบประมาณ {year}")
        self._year.setAccessibleName(f"ปีงบประมาณ {year}")
        self.search.setPlaceholderText("ค้นหา" if tiny else "ค้นหา  Ctrl+F")
        self._deed.setVisible(not narrow)
        words, metrics = self._session.office.name, self._name.fontMetrics()
        self._place.setVisible(not narrow and bool(self._place.text()))
        if self._spare() < min(metrics.horizontalAdvance(words), _NAME_WIDTH):
            self._place.hide()
        room = min(self.width() // 3, self._spare())
        self._name.setText(metrics.elidedText(words, Qt.TextElideMode.ElideRight, room))
        self._name.setToolTip(tool_tip(words))

    def _spare(self) -> int:
        """Return the pixels that the others leave to the name of the office."""
        layout = self._row
        others = layout.minimumSize().width() - self._name.minimumSizeHint().width()
        search = 0 if self.width() < _TINY else _SEARCH_WIDTH - self.search.minimumWidth()
        return max(self.width() - others - search, _LEAST_NAME)


def _plain(name: str, words: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName("plain")
    button.setIcon(icon(name, can_disable=True))
    button.setToolTip(words)
    button.setAccessibleName(words.partition(" (")[0])
    return button


def _menu_button(words: str, name: str, menu: QMenu, hint: str) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon(name))
    button.setText(words)
    if words:
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(menu)
    button.setToolTip(hint)
    button.setAccessibleName(hint.partition(" (")[0])
    return button
