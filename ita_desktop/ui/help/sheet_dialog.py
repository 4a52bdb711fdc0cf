"""All keys on one A4 sheet: the very page that is printed, to print it or to keep it as PDF."""

from functools import partial
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.documents.keys_sheet import ListedKeys, keys_sheet
from ita_desktop.documents.model import Digits
from ita_desktop.ui.help.key_table import GROUPS
from ita_desktop.ui.icons import icon
from ita_desktop.ui.preview.live_pages import LivePages
from ita_desktop.ui.preview.making import make
from ita_desktop.ui.preview.printing import Printing
from ita_desktop.ui.preview.progress_card import ProgressCard
from ita_desktop.ui.saving import Saving
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.ui.widgets.pressing import pressed_by
from ita_desktop.workflows.export_document import Frozen

_SIZE: Final = QSize(820, 690)


def frozen_keys() -> Frozen:
    """Return the sheet, ready to be drawn: in Thai digits as the window; keys keep theirs."""
    groups = [
        ListedKeys(title=group.title, keys=tuple((key.words, key.does) for key in group.keys))
        for group in GROUPS
    ]
    return Frozen(keys_sheet(groups, Digits.THAI), frozenset())


class SheetDialog(QDialog):
    """Shows the sheet in the program's own letters: another face might need a second page."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("แผ่นแป้นพิมพ์ลัด")
        self.resize(fitting(parent, _SIZE))
        self._frozen = frozen_keys()
        self.notice = Notice()
        self.pages = LivePages(self)
        self._saving = Saving(settings, self.notice, self)
        self.printing = Printing(self, ProgressCard(self), self._saving)
        self.print_button = QPushButton("พิมพ์…")
        self.print_button.setObjectName("main")
        self.print_button.setIcon(icon("printer", "on_accent"))
        self.print_button.setToolTip("พิมพ์แผ่นนี้ (Ctrl+P)")
        self.save_button = QPushButton("บันทึกเป็น PDF…")
        self.save_button.setToolTip("บันทึกแผ่นนี้เป็น PDF (Ctrl+S)")
        self.close_button = QPushButton("ปิด")
        foot = QHBoxLayout()
        foot.addStretch()
        for button in (self.print_button, self.save_button, self.close_button):
            button.setAutoDefault(False)
            foot.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(16, 14, 16, 14)
        rows.setSpacing(10)
        rows.addWidget(self.pages, 1)
        rows.addWidget(self.notice)
        rows.addLayout(foot)
        self.print_button.clicked.connect(self.print_)
        self.save_button.clicked.connect(self.save)
        self.close_button.clicked.connect(self.reject)
        self.printing.pdf_wanted.connect(self.save)
        self.finished.connect(self.printing.cancel)
        for keys, deed in (("Ctrl+P", self.print_), ("Ctrl+S", self.save)):
            QShortcut(QKeySequence(keys), self).activated.connect(deed)
        self.pages.draw(partial(make, self._frozen, None))
        self.pages.view.setFocus()

    def print_(self) -> None:
        """Ask for a printer and print the sheet, when it is there."""
        made = self.pages.made
        if made is not None and not self.printing.active:
            self.printing.ask(made.file, made.frozen.document.title, 0)

    def save(self) -> None:
        """Ask where the sheet is to be kept, when it is there."""
        if (made := self.pages.made) is not None:
            self._saving.ask_pdf(made.frozen, made.typeset)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter what has the keyboard; Esc closes."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)
