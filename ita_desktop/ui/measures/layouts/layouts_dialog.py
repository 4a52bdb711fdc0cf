"""The table layouts of the measures: those that ship and the office's own copies."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final, TypeVar

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QInputDialog,
    QPushButton,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.documents.layout import Layout
from ita_desktop.errors import ClerkError, MachineError
from ita_desktop.ui import theme, wording
from ita_desktop.ui.session import Session
from ita_desktop.ui.settings import Settings
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.ui.widgets.pressing import pressed_by
from ita_desktop.ui.widgets.wrapped_table import WrappedTable
from ita_desktop.workflows.layouts import add_copy, layouts_of, remove_layout, save_layout

T = TypeVar("T")
_SIZE: Final = QSize(820, 560)
_ABOUT: Final = (
    "แบบมาตรฐานแก้ไขไม่ได้ หากต้องการหัวตาราง ความกว้าง หรือคอลัมน์อื่น กรุณาคัดลอกเป็นแบบของหน่วยงานก่อน"
    " แบบของหน่วยงานอยู่ในเมนูเอกสารต่อจากแบบมาตรฐาน"
)


class LayoutsDialog(QDialog):
    """Copies, edits, renames and deletes; each is one deed."""

    def __init__(self, session: Session, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("แบบตารางของเอกสาร")
        self.resize(fitting(parent, _SIZE))
        self._session = session
        self._settings = settings
        self._layouts: tuple[Layout, ...] = ()
        self.table = WrappedTable(0, ["แบบตาราง", "ชนิด", "คอลัมน์"])
        self.table.setSelectionMode(WrappedTable.SelectionMode.SingleSelection)
        self.table.setAccessibleName("แบบตารางที่มี")
        self.notice = Notice()
        self.copy = QPushButton("คัดลอกเป็นแบบของหน่วยงาน…")
        self.edit = QPushButton("แก้ไข…")
        self.rename = QPushButton("เปลี่ยนชื่อ…")
        self.remove = QPushButton("ลบ")
        self._lay_out()
        self.table.itemSelectionChanged.connect(self._allow)
        self.table.doubleClicked.connect(self._open)
        self.copy.clicked.connect(self._copy)
        self.edit.clicked.connect(self._edit)
        self.rename.clicked.connect(self._rename)
        self.remove.clicked.connect(self._remove)
        session.layouts_changed.connect(self.refresh)
        self.refresh()
        if session.file.read_only:
            self.notice.say(session.file.read_only, bad=True)
        self.table.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press by Enter what has the keyboard: no button here is the usual one."""
        if not pressed_by(self, event):
            super().keyPressEvent(event)

    @property
    def chosen(self) -> Layout | None:
        """The layout whose row is chosen."""
        row = self.table.currentRow()
        return self._layouts[row] if 0 <= row < len(self._layouts) else None

    def refresh(self) -> None:
        """List the layouts as they are kept now; the chosen one stays chosen."""
        if not self._session.is_open:
            return
        chosen = self.chosen
        try:
            self._layouts = layouts_of(self._session.file)
        except ClerkError as refusal:
            self.notice.say(str(refusal), bad=True)
            return
        self.table.setRowCount(len(self._layouts))
        for row, layout in enumerate(self._layouts):
            kind = "ของหน่วยงาน" if layout.is_own else "มาตรฐาน"
            heads = " · ".join(" ".join(column.head.split()) for column in layout.columns)
            for column, text in enumerate((layout.name, kind, heads)):
                item = QTableWidgetItem(wording.shown(text))
                if column == 0 and layout.is_own:
                    item.setFont(theme.font(strong=True))
                self.table.setItem(row, column, item)
        self.table.fit()
        self._choose("" if chosen is None else chosen.id)

    def _choose(self, layout_id: str) -> None:
        places = [place for place, one in enumerate(self._layouts) if one.id == layout_id]
        row = places[0] if places else min(self.table.currentRow(), len(self._layouts) - 1)
        self.table.selectRow(max(row, 0))
        self._allow()

    def _allow(self) -> None:
        layout, writable = self.chosen, not self._session.file.read_only
        own = layout is not None and layout.is_own and writable
        self.copy.setEnabled(layout is not None and writable)
        for button in (self.edit, self.rename, self.remove):
            button.setEnabled(own)

    def _open(self) -> None:
        """Answer a double click: an own layout is edited, one that ships is copied."""
        if self.edit.isEnabled():
            self._edit()
        elif self.copy.isEnabled():
            self._copy()

    def _edit(self) -> None:
        from ita_desktop.ui.measures.layouts.layout_editor import LayoutEditor  # noqa: PLC0415 - PDFium

        if self.chosen is None:
            return
        editor = LayoutEditor(self._session, self._settings, self.chosen, self)
        editor.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        editor.open()

    def _copy(self) -> None:
        if (layout := self.chosen) is None:
            return
        names = {one.name for one in self._layouts}
        number = 2
        while f"{layout.name} แบบที่ {number}" in names:
            number += 1
        asked = self._ask("คัดลอกแบบตาราง", f"{layout.name} แบบที่ {number}")
        asked.textValueSelected.connect(partial(self._add, layout))

    def _add(self, layout: Layout, name: str) -> None:
        made = self._do(lambda: add_copy(self._session.file, layout, " ".join(name.split())))
        if isinstance(made, Layout):
            self._choose(made.id)
            self.notice.say(
                f"คัดลอกเป็น “{made.name}” แล้ว กด แก้ไข เพื่อปรับคอลัมน์", [("แก้ไข", self._edit)]
            )

    def _rename(self) -> None:
        if (layout := self.chosen) is not None:
            asked = self._ask("เปลี่ยนชื่อแบบตาราง", layout.name)
            asked.textValueSelected.connect(partial(self._name, layout))

    def _name(self, layout: Layout, name: str) -> None:
        named = replace(layout, name=" ".join(name.split()))
        if named != layout:
            self._do(
                lambda: save_layout(self._session.file, named, f"เปลี่ยนชื่อแบบตารางเป็น {named.name}")
            )

    def _remove(self) -> None:
        if (layout := self.chosen) is None:
            return
        self._do(lambda: remove_layout(self._session.file, layout))
        if layout not in self._layouts:
            self.notice.say(f"ลบแบบตาราง “{layout.name}” แล้ว", [("เลิกทำ", self._session.undo)])

    def _ask(self, title: str, name: str) -> QInputDialog:
        """Ask for a name, plain text, without waiting."""
        asked = QInputDialog(self)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.setWindowTitle(title)
        asked.setLabelText("ชื่อแบบตาราง")
        asked.setTextValue(name)
        asked.setOkButtonText("ตกลง")
        asked.setCancelButtonText("ยกเลิก")
        asked.resize(QSize(520, asked.sizeHint().height()))
        asked.open()
        return asked

    def _do(self, deed: Callable[[], T]) -> T | None:
        """Do a deed and tell it; what is refused is said here, and nothing has changed."""
        try:
            done = deed()
        except (ClerkError, MachineError) as refusal:
            self.notice.say(str(refusal), bad=True)
            return None
        self.notice.hide()
        self._session.refresh()
        return done

    def _lay_out(self) -> None:
        deeds = QHBoxLayout()
        deeds.setSpacing(8)
        for button in (self.copy, self.edit, self.rename, self.remove):
            button.setAutoDefault(False)
            deeds.addWidget(button)
        deeds.addStretch()
        close = QPushButton("ปิด")
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        deeds.addWidget(close)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        outer.addWidget(label(_ABOUT, "quiet", wrap=True))
        outer.addWidget(self.table, 1)
        outer.addWidget(self.notice)
        outer.addLayout(deeds)


def show_layouts(session: Session, settings: Settings, parent: QWidget) -> LayoutsDialog | None:
    """Open the list of layouts; None where what is being typed has to be mended first."""
    if not session.leave():
        return None
    dialog = LayoutsDialog(session, settings, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
