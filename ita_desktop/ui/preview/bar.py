"""The two lines above the pages: what is looked at and what may be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.ui import wording
from ita_desktop.ui.icons import icon
from ita_desktop.ui.preview.find_field import FindField
from ita_desktop.ui.preview.layout import STEPS, Fit, Zoom
from ita_desktop.ui.widgets.card import label

_NARROW = 1000
_TINY = 800


class PreviewBar(QWidget):
    """Fields and buttons of the preview; wishes go out as signals."""

    back_wanted = Signal()
    page_wanted = Signal(int)
    """A page, from 0."""
    zoom_wanted = Signal(object)
    """A ``Zoom``."""
    zoom_step_wanted = Signal(int)
    digits_wanted = Signal(bool)
    """Thai digits (True) or Arabic ones."""
    settings_wanted = Signal()
    print_wanted = Signal()
    pdf_wanted = Signal()
    excel_wanted = Signal()
    texts_wanted = Signal()
    """The fixed words of the paper are to be edited."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._back = _button("กลับ", "arrow-left", "กลับไปที่แท็บงาน (Esc)")
        self._title = label("", "cardTitle")
        self._words = ""
        self._digits = QComboBox()
        self._digits.addItem("เลขไทย", True)
        self._digits.addItem("เลขอารบิก", False)
        self._digits.setAccessibleName("ตัวเลขในเอกสาร")
        self._digits.setToolTip("ตัวเลขในเอกสาร เปลี่ยนแล้วจัดทำใหม่")
        self._settings = _plain("settings-2", "ตั้งค่าเอกสาร แบบอักษรและขอบกระดาษ")
        self._texts = _button("แก้ถ้อยคำ…", "file-text", "แก้ชื่อเรื่อง ความนำ และหัวตารางของเอกสารนี้")
        self._texts.hide()
        self._excel = _button("", "sheet", "บันทึกเป็นแผ่นงาน Excel")
        self._pdf = _button("", "file-down", "บันทึกเป็น PDF (Ctrl+S)")
        self._print = _button("พิมพ์…", "printer", "พิมพ์ออกเครื่องพิมพ์ (Ctrl+P)", "on_accent")
        self._print.setObjectName("main")
        self._page = QLineEdit()
        self._page.setAccessibleName("ไปที่หน้า")
        self._page.setToolTip("พิมพ์เลขหน้าแล้วกด Enter")
        self._page.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._page.setFixedWidth(64)
        self._count = label("")
        self._place = (0, 0)
        self._smaller = _plain("zoom-out", "ย่อ (Ctrl+-)")
        self._larger = _plain("zoom-in", "ขยาย (Ctrl++)")
        self._zoom = QComboBox()
        self._zoom.setAccessibleName("ขนาดที่แสดง")
        self._zoom.setToolTip("ขนาดที่แสดง (Ctrl+0 พอดีความกว้าง)")
        self.search = FindField()
        for fit in Fit:
            self._zoom.addItem(fit.value, fit)
        for step in STEPS:
            self._zoom.addItem(_per_cent(step), step)
        self._zoom.setPlaceholderText(_per_cent(1.0))
        self._zoom.setMaxVisibleItems(self._zoom.count())
        self._arrange()
        self._connect()
        self.set_ready(ready=False)

    def show_paper(self, title: str, *, excel: bool, thai: bool, texts: bool = False) -> None:
        """Show whose pages they are, which digits they have, and whether their words are edited."""
        self._words = title
        self._texts.setVisible(texts)
        self._excel.setVisible(excel)
        self._digits.setCurrentIndex(0 if thai else 1)
        self._fit()

    def show_page(self, page: int, count: int) -> None:
        """Show which page (from 0) of how many is looked at."""
        self._place = (page, count)
        self._page.setText(wording.figure(page + 1) if count else "")
        self._count.setText(f"จาก {wording.figure(count)}" if count else "")

    def show_zoom(self, zoom: Zoom, scale: float) -> None:
        """Show how large the pages are; a size between the steps is shown too."""
        place = next((i for i in range(self._zoom.count()) if self._zoom.itemData(i) == zoom), -1)
        self._zoom.setPlaceholderText(_per_cent(scale))
        self._zoom.setCurrentIndex(place)
        self._smaller.setEnabled(scale > STEPS[0] + 0.01)
        self._larger.setEnabled(scale < STEPS[-1] - 0.01)

    def set_ready(self, *, ready: bool) -> None:
        """Allow what needs pages, or do not."""
        for widget in (self._pdf, self._excel, self._print, self._page, self._zoom, self.search):
            widget.setEnabled(ready)
        for button in (self._smaller, self._larger):
            button.setEnabled(ready)

    def allow_change(self, *, allowed: bool) -> None:
        """Allow another kind of digits and other settings, or do not."""
        self._digits.setEnabled(allowed)
        self._settings.setEnabled(allowed)
        self._texts.setEnabled(allowed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """On a narrow window words of buttons and the title give way."""
        narrow, tiny = self.width() < _NARROW, self.width() < _TINY
        self._pdf.setText("PDF…" if narrow else "บันทึกเป็น PDF…")
        self._excel.setText("Excel…" if narrow else "บันทึกเป็น Excel…")
        self._texts.setText("" if tiny else "ถ้อยคำ…" if narrow else "แก้ถ้อยคำ…")
        self._back.setText("" if tiny else "กลับ")
        for button in (self._smaller, self._larger):
            button.setVisible(not tiny)
        taken = sum(
            widget.sizeHint().width() + 8
            for widget in (
                self._back,
                self._settings,
                self._digits,
                self._texts,
                self._excel,
                self._pdf,
                self._print,
            )
            if not widget.isHidden()
        )
        room = max(self.width() - taken - 72, 60)
        end = Qt.TextElideMode.ElideRight
        self._title.setText(self._title.fontMetrics().elidedText(self._words, end, room))
        self._title.setToolTip(self._words)
        self._title.setAccessibleName(self._words)

    def _arrange(self) -> None:
        above, below = QHBoxLayout(), QHBoxLayout()
        for row in (above, below):
            row.setSpacing(8)
        above.addWidget(self._back)
        above.addSpacing(8)
        above.addWidget(self._title)
        above.addStretch()
        for widget in (self._settings, self._digits, self._texts, self._excel):
            above.addWidget(widget)
        for widget in (self._pdf, self._print):
            above.addWidget(widget)
        for widget in (label("หน้า"), self._page, self._count):
            below.addWidget(widget)
        below.addSpacing(16)
        for widget in (self._smaller, self._zoom, self._larger):
            below.addWidget(widget)
        below.addStretch()
        below.addWidget(self.search)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 8, 16, 8)
        rows.setSpacing(8)
        rows.addLayout(above)
        rows.addLayout(below)

    def _connect(self) -> None:
        for button, wish in (
            (self._back, self.back_wanted),
            (self._settings, self.settings_wanted),
            (self._print, self.print_wanted),
            (self._pdf, self.pdf_wanted),
            (self._excel, self.excel_wanted),
            (self._texts, self.texts_wanted),
        ):
            button.clicked.connect(lambda _on=False, wish=wish: wish.emit())
        self._smaller.clicked.connect(lambda _on=False: self.zoom_step_wanted.emit(-1))
        self._larger.clicked.connect(lambda _on=False: self.zoom_step_wanted.emit(1))
        self._zoom.activated.connect(self._choose_zoom)
        self._digits.activated.connect(self._choose_digits)
        self._page.returnPressed.connect(self._go)
        self._page.editingFinished.connect(self._restore)

    def _choose_zoom(self, place: int) -> None:
        self.zoom_wanted.emit(self._zoom.itemData(place))

    def _choose_digits(self, place: int) -> None:
        self.digits_wanted.emit(bool(self._digits.itemData(place)))

    def _go(self) -> None:
        """Go to the page typed, in Thai or Arabic digits; beyond the last one to the last."""
        typed = to_arabic_digits(self._page.text()).strip()
        _, count = self._place
        if typed.isdecimal() and count:
            self.page_wanted.emit(min(max(int(typed), 1), count) - 1)
        self._restore()

    def _restore(self) -> None:
        self.show_page(*self._place)


def _button(words: str, name: str, hint: str, role: str = "ink") -> QPushButton:
    button = QPushButton(icon(name, role, can_disable=True), words)
    button.setToolTip(hint)
    button.setAccessibleName(hint.partition(" (")[0])
    return button


def _plain(name: str, hint: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName("plain")
    button.setIcon(icon(name, can_disable=True))
    button.setToolTip(hint)
    button.setAccessibleName(hint.partition(" (")[0])
    return button


def _per_cent(scale: float) -> str:
    return wording.shown(f"{round(scale * 100)} %")
