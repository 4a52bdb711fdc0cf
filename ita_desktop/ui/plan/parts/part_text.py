"""One fixed text of a plan: edited, its places put in, and what it will say on paper under it."""

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.documents.plan_texts import PLACES, PlanText, filled_text
from ita_desktop.domain.plan_figures import TypedFigure, typed_figures
from ita_desktop.ui import wording
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.choices import menu_button
from ita_desktop.ui.widgets.text_block import TextBlock
from ita_desktop.ui.widgets.thai_editor import ThaiEditor

_AT_FIRST: Final = "ข้อความตั้งต้น"
_EDITED: Final = "แก้ไขแล้ว"
_A_LINE: Final = "บรรทัดละหนึ่งข้อ เลขข้อใส่ให้เอง"
_NOT_TOLD: Final = "ยังไม่ได้กรอก"
_LEAST: Final = 72
_MOST_VALUE: Final = 48


class PartEditor(ThaiEditor):
    """Says when it is left; a menu that opens over it does not leave it."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class PartText(QWidget):
    """Shows a text; what was typed is told by ``typed`` when it is left, None: the usual words."""

    typed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = PlanText("", "")
        self._places: Mapping[str, str] = {}
        self._kept = ""
        self._figure: TypedFigure | None = None
        self._can_edit = True
        self.state = label(_AT_FIRST, "quiet")
        self._a_line = label(_A_LINE, "quiet")
        self.editor = PartEditor()
        self.editor.setMinimumHeight(_LEAST)
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.places = menu_button("แทรกข้อมูล", "ข้อมูลที่โปรแกรมใส่ให้และเปลี่ยนตามแผนเสมอ", self._menu)
        self.back = QPushButton("กลับไปใช้ข้อความตั้งต้น")
        self.back.setObjectName("link")
        self.hint = label("", "warning", wrap=True)
        self.use_place = QPushButton()
        self.use_place.setObjectName("link")
        self._will_be = label("จะพิมพ์เป็น", "strong")
        self.shown = TextBlock("")
        for button in (self.places, self.back, self.use_place):
            button.setAutoDefault(False)
        self._lay_out()
        self.editor.textChanged.connect(self._changed)
        self.editor.left.connect(self.take)
        self.back.clicked.connect(self._go_back)
        self.use_place.clicked.connect(self._use_place)

    @property
    def text(self) -> str:
        """What is in the editor, without blanks around it."""
        return self.editor.toPlainText().strip()

    @property
    def is_edited(self) -> bool:
        """Whether other words than the usual ones are in the editor."""
        return self.text != self._text.starting.strip()

    def show_text(
        self, text: PlanText, kept: str, places: Mapping[str, str], *, can_edit: bool
    ) -> None:
        """Show a text as it is kept; what is being typed into the same one stays."""
        same = text is self._text
        typing = same and self.editor.hasFocus() and self.text != self._kept.strip()
        self._text, self._places, self._can_edit = text, places, can_edit
        if not typing and (not same or kept.strip() != self.text):
            self.editor.setPlainText(kept)
        self._kept = kept
        self.editor.setAccessibleName(text.words)
        self.shown.setAccessibleDescription(f"{text.words}ตามที่จะพิมพ์")
        self.back.setAccessibleName(f"กลับไปใช้ข้อความตั้งต้นของ{text.words}")
        self._a_line.setVisible(text.listed)
        self.editor.setReadOnly(not can_edit)
        self.places.setEnabled(can_edit)
        self._changed()

    def allow_filled(self, *, there: bool) -> None:
        """Say whether there is room for what will be printed."""
        self._will_be.setVisible(there)
        self._area.setVisible(there)

    def take(self) -> None:
        """Tell what was typed, where it is other than what is kept."""
        if self._can_edit and self.text != self._kept.strip():
            self.typed.emit(self.text if self.is_edited else None)

    def select(self, words: str) -> None:
        """Put the cursor into the editor, onto the first place with these words."""
        self.editor.setFocus()
        if words:
            self.editor.moveCursor(QTextCursor.MoveOperation.Start)
            self.editor.find(words)

    def _changed(self) -> None:
        """Say how the text stands, and what it will be on paper."""
        edited = self.is_edited
        self.state.setText(_EDITED if edited else _AT_FIRST)
        if self.editor.property("starting") is edited or self.editor.property("starting") is None:
            self.editor.setProperty("starting", not edited)
            self.editor.style().unpolish(self.editor)
            self.editor.style().polish(self.editor)
        if self.back.hasFocus() and not edited:
            self.editor.setFocus()
        self.back.setVisible(edited and self._can_edit)
        figures = typed_figures(self.text) if edited else ()
        self._figure = next((one for one in figures if one.place in self._places), None)
        self._say_figure()
        filled = filled_text(self.text, self._places)
        if self._text.listed:
            lines = [line.strip() for line in filled.split("\n") if line.strip()]
            filled = "\n".join(f"({at}) {line}" for at, line in enumerate(lines, start=1))
        self.shown.show_text(wording.shown(filled))

    def _say_figure(self) -> None:
        """Say that a figure is typed which the data know."""
        figure = self._figure
        self.hint.setVisible(figure is not None)
        self.use_place.setVisible(figure is not None and self._can_edit)
        if figure is None:
            return
        now = self._places[figure.place] or _NOT_TOLD
        words = f"“{figure.words}” พิมพ์ไว้เอง จึงไม่เปลี่ยนตามแผน ขณะนี้ข้อมูลจริงคือ {now}"
        self.hint.setText(wording.shown(words))
        self.use_place.setText(f"ใช้ {{{figure.place}}} แทน")

    def _use_place(self) -> None:
        if self._figure is None:
            return
        cursor = self.editor.textCursor()
        text = self.editor.toPlainText()
        before = len(text) - len(text.lstrip())
        cursor.setPosition(before + self._figure.start)
        cursor.setPosition(before + self._figure.end, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(f"{{{self._figure.place}}}")
        self.take()

    def _go_back(self) -> None:
        self.editor.setPlainText(self._text.starting)
        self.take()

    def _fill_menu(self) -> None:
        self._menu.clear()
        for name, words in PLACES.items():
            if name not in self._places:
                continue
            value = wording.shown(self._places[name] or _NOT_TOLD)
            short = value if len(value) <= _MOST_VALUE else f"{value[:_MOST_VALUE]}…"
            action = self._menu.addAction(f"{words}: {short}")
            action.setToolTip(f"{{{name}}}")
            action.triggered.connect(lambda _on=False, name=name: self.insert_place(name))

    def insert_place(self, name: str) -> None:
        """Put a place where the cursor stands."""
        self.editor.insertPlainText(f"{{{name}}}")
        self.editor.setFocus()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.state)
        head.addWidget(self._a_line)
        head.addStretch()
        head.addWidget(self.back)
        head.addWidget(self.places)
        hint = QHBoxLayout()
        hint.setSpacing(8)
        hint.addWidget(self.hint, 1)
        hint.addWidget(self.use_place)
        inner = QWidget()
        inside = QVBoxLayout(inner)
        inside.setContentsMargins(0, 0, 4, 0)
        inside.addWidget(self.shown)
        inside.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(inner)
        area.setMinimumHeight(_LEAST // 2)
        area.setAccessibleName("ข้อความตามที่จะพิมพ์")
        inner.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(6)
        rows.addLayout(head)
        rows.addWidget(self.editor, 3)
        rows.addLayout(hint)
        rows.addWidget(self._will_be)
        rows.addWidget(area, 2)
        self._area = area
