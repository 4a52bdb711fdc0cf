"""How papers are printed: their font, digits and margins, for whoever uses this account."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from ita_desktop.documents.margins import LEAST, MOST, REGULATION, Margins
from ita_desktop.errors import ClerkError
from ita_desktop.ui import work
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.millimetres import MillimetreBox
from ita_desktop.ui.widgets.page_sample import PageSample
from ita_desktop.ui.widgets.tool_tip import tool_tip
from ita_desktop.workflows.paper_fonts import OFFICIAL, font_in, installed_fonts

_SIDES = {"left": "ซ้าย", "right": "ขวา", "top": "บน", "bottom": "ล่าง"}
_WHENCE = (
    "ซ้าย ๓ ซม. และขวา ๒ ซม. เป็นไปตามระเบียบสำนักนายกรัฐมนตรีว่าด้วยงานสารบรรณ"
    " ส่วนบน ๒.๕ ซม. และล่าง ๒ ซม. ระเบียบไม่ได้กำหนด ใช้ตามที่ปฏิบัติกันทั่วไป"
)
_GONE = "ไม่พบแบบอักษรที่เลือกไว้ในเครื่องนี้แล้ว เอกสารจะใช้ Sarabun ที่มากับโปรแกรมแทน"
_ABOUT_FONTS = "ขนาดตัวอักษรบนกระดาษเท่ากันทุกแบบ ไฟล์ Excel ใช้ TH SarabunPSK เสมอ"


class PaperSettingsDialog(QDialog):
    """Shows what is remembered; accepting remembers what is chosen."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("ตั้งค่าเอกสาร")
        self._settings = settings
        self._font = settings.paper_font()
        self._fonts = QButtonGroup(self)
        self._official: dict[str, QRadioButton] = {}
        self._bundled = QRadioButton("Sarabun ที่มากับโปรแกรม")
        self._file = QRadioButton()
        self._error = label("", "error", wrap=True)
        self._error.hide()
        self._thai = QRadioButton("เลขไทย ๑ ๒ ๓")
        self._arabic = QRadioButton("เลขอารบิก 1 2 3")
        self._boxes = {side: MillimetreBox(LEAST, MOST) for side in _SIDES}
        self._usual = QPushButton("กลับไปใช้ระยะขอบตามระเบียบ")
        self._sample = PageSample()
        self._lay_out()
        self._show(settings)
        self._usual.clicked.connect(lambda: self._show_margins(REGULATION))
        for box in self._boxes.values():
            box.valueChanged.connect(self._follow_margins)
        self._follow_margins()
        work.run(installed_fonts, self._found, self._not_found)
        self.resize(fitting(parent, QSize(700, 690)))

    def accept(self) -> None:
        self._settings.remember_paper_font(self._chosen_font())
        self._settings.remember_thai_digits(self._thai.isChecked())
        self._settings.remember_margins(self._margins())
        super().accept()

    def _lay_out(self) -> None:
        inner = QWidget()
        inner.setObjectName("ground")
        columns = QHBoxLayout(inner)
        columns.setContentsMargins(0, 0, 0, 0)
        columns.setSpacing(24)
        choices = QVBoxLayout()
        choices.setSpacing(6)
        self._lay_out_fonts(choices)
        choices.addSpacing(10)
        choices.addWidget(label("ตัวเลขในเอกสาร", "cardTitle"))
        digits = QButtonGroup(self)
        for button in (self._thai, self._arabic):
            digits.addButton(button)
            choices.addWidget(button)
        choices.addSpacing(10)
        self._lay_out_margins(choices)
        choices.addStretch()
        columns.addLayout(choices, 1)
        columns.addWidget(self._sample, 0, Qt.AlignmentFlag.AlignTop)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumHeight(120)
        buttons = QDialogButtonBox()
        keep = buttons.addButton("บันทึก", QDialogButtonBox.ButtonRole.AcceptRole)
        keep.setObjectName("main")
        buttons.addButton("ยกเลิก", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(12)
        outer.addWidget(area, 1)
        outer.addWidget(buttons)

    def _lay_out_fonts(self, choices: QVBoxLayout) -> None:
        choices.addWidget(label("แบบอักษรของเอกสาร", "cardTitle"))
        choices.addWidget(self._bundled)
        self._fonts.addButton(self._bundled)
        for name in OFFICIAL:
            button = self._official[name] = QRadioButton()
            self._fonts.addButton(button)
            choices.addWidget(button)
            self._say_of(name, "กำลังค้นหา", there=False)
        line = QHBoxLayout()
        self._fonts.addButton(self._file)
        choose = QPushButton("เลือกไฟล์…")
        choose.setAccessibleName("เลือกไฟล์แบบอักษร")
        choose.clicked.connect(self._choose_file)
        line.addWidget(self._file)
        line.addWidget(choose)
        line.addStretch()
        choices.addLayout(line)
        choices.addWidget(self._error)
        choices.addWidget(label(_ABOUT_FONTS, "note", wrap=True))

    def _lay_out_margins(self, choices: QVBoxLayout) -> None:
        choices.addWidget(label("ระยะขอบกระดาษ", "cardTitle"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        for place, (side, words) in enumerate(_SIDES.items()):
            box = self._boxes[side]
            box.setAccessibleName(f"ระยะขอบ{words} มิลลิเมตร")
            row, column = divmod(place, 2)
            grid.addWidget(label(words), row, 2 * column)
            grid.addWidget(box, row, 2 * column + 1)
        grid.setColumnStretch(4, 1)
        choices.addLayout(grid)
        choices.addWidget(self._usual, 0, Qt.AlignmentFlag.AlignLeft)
        choices.addWidget(label(_WHENCE, "note", wrap=True))

    def _show(self, settings: Settings) -> None:
        (self._thai if settings.thai_digits() else self._arabic).setChecked(True)
        self._show_margins(settings.margins())
        self._show_file(None if self._font in OFFICIAL else self._font)
        if self._font in self._official:
            self._official[self._font].setChecked(True)
        elif self._font is None:
            self._bundled.setChecked(True)

    def _show_file(self, font: str | None) -> None:
        """Show the file that is chosen; None for none."""
        self._path = font
        self._file.setEnabled(font is not None)
        self._file.setText("แบบอักษรจากไฟล์" if font is None else f"ไฟล์ {Path(font).name}")
        self._file.setToolTip(tool_tip(font or ""))
        if font is not None:
            self._file.setChecked(True)

    def _choose_file(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(
            self, "เลือกไฟล์แบบอักษร", str(Path.home()), "แบบอักษร TrueType (*.ttf)"
        )
        if not chosen:
            return
        try:
            font_in(Path(chosen))
        except ClerkError as refusal:
            self._error.setText(str(refusal))
            self._error.show()
        else:
            self._error.hide()
            self._show_file(chosen)

    def _chosen_font(self) -> str | None:
        if self._file.isChecked():
            return self._path
        return next((n for n, button in self._official.items() if button.isChecked()), None)

    def _found(self, names: frozenset[str]) -> None:
        if isValid(self):
            for name in OFFICIAL:
                self._say_of(name, "" if name in names else "ไม่พบในเครื่องนี้", there=name in names)
            gone = self._font in OFFICIAL and self._font not in names
            gone = gone or (self._path is not None and not Path(self._path).is_file())
            if gone and self._chosen_font() == self._font:
                self._error.setText(_GONE)
                self._error.show()

    def _not_found(self, fault: Exception) -> None:
        self._found(frozenset())
        raise fault

    def _say_of(self, name: str, words: str, *, there: bool) -> None:
        button = self._official[name]
        button.setText(f"{name} — {words}" if words else name)
        button.setEnabled(there)

    def _margins(self) -> Margins:
        return Margins(**{side: box.value() for side, box in self._boxes.items()})

    def _show_margins(self, margins: Margins) -> None:
        for side, box in self._boxes.items():
            box.setValue(round(getattr(margins, side)))

    def _follow_margins(self) -> None:
        margins = self._margins()
        self._sample.show_margins(margins)
        self._usual.setEnabled(margins != REGULATION)
