"""One text of a paper: edited, its places put in, and what it will say on paper under it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QTextCursor
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.domain.plan_figures import TypedFigure
from ita_desktop.ui import wording
from ita_desktop.ui.texts.placed_editor import NOT_TOLD, PlacedEditor
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.choices import menu_button
from ita_desktop.ui.widgets.text_block import TextBlock

_AT_FIRST: Final = "ข้อความตั้งต้น"
_EDITED: Final = "แก้ไขแล้ว"
_A_LINE: Final = "บรรทัดละหนึ่งข้อ เลขข้อใส่ให้เอง"
_FROZEN: Final = "ตรึงไว้ ไม่เปลี่ยนตามข้อมูล"
_LEAST: Final = 72
_MOST_VALUE: Final = 48


class TextForm(Protocol):
    """What a text is called, and what it says until the office edits it."""

    @property
    def words(self) -> str:
        """How the window calls it."""
        ...

    @property
    def starting(self) -> str:
        """What it says at first."""
        ...

    @property
    def listed(self) -> bool:
        """Whether its lines are a list, numbered on paper."""
        ...


Group = tuple[str, Mapping[str, str]]
"""Places with what they stand for, under a title; those without one stand in the menu itself."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How the texts of a paper are filled."""

    fill: Callable[[str, Mapping[str, str]], str]
    figures: Callable[[str], tuple[TypedFigure, ...]]
    """Finds figures that are typed where a place would keep them true."""
    data: str
    """What the places follow: "แผน"."""


class PlacedText(QWidget):
    """Shows a text; what was typed is told by ``typed`` when it is left, None: the usual words."""

    typed = Signal(object)

    def __init__(self, manner: Manner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._manner = manner
        self._text: TextForm | None = None
        self._groups: Sequence[Group] = ()
        self._frozen = False
        self._places: Mapping[str, str] = {}
        self._kept = ""
        self._figure: TypedFigure | None = None
        self._can_edit = True
        self._above = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.state = label(_AT_FIRST, "quiet")
        self._a_line = label(_A_LINE, "quiet")
        self.editor = PlacedEditor()
        self.editor.setMinimumHeight(_LEAST)
        self._menu = QMenu(self)
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self._fill_menu)
        self.places = menu_button(
            "แทรกข้อมูล", f"ข้อมูลที่โปรแกรมใส่ให้และเปลี่ยนตาม{manner.data}เสมอ", self._menu
        )
        self.back = QPushButton("กลับข้อความตั้งต้น")
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
        return self._text is None or self.text != self._text.starting.strip()

    def show_text(
        self,
        text: TextForm,
        kept: str,
        places: Mapping[str, str],
        groups: Sequence[Group],
        *,
        can_edit: bool,
        frozen: bool = False,
    ) -> None:
        """Show a text as it is kept; what is being typed into the same one stays.

        ``frozen``: it is printed as it stands, whatever the data say.
        """
        same = text == self._text and frozen is self._frozen
        typing = same and self.editor.hasFocus() and self.text != self._kept.strip()
        self._text, self._places, self._can_edit = text, places, can_edit
        self._groups, self._frozen = groups, frozen
        self.editor.show_places({} if frozen else places)
        if not typing and (not same or kept.strip() != self.text):
            self.editor.setPlainText(kept)
        self._kept = kept
        self.editor.setAccessibleName(text.words)
        self.shown.setAccessibleDescription(f"{text.words}ตามที่จะพิมพ์")
        self.back.setAccessibleName(f"กลับไปใช้ข้อความตั้งต้นของ{text.words}")
        self._a_line.setVisible(text.listed)
        self.editor.setReadOnly(not can_edit)
        self.places.setEnabled(can_edit and not frozen)
        self._changed()

    def allow_filled(self, *, there: bool) -> None:
        """Say whether there is room for what will be printed."""
        self._will_be.setVisible(there)
        self._area.setVisible(there)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under what is said of the text where it is narrow."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wanted = sum(part.sizeHint().width() for part in (self._said, self.head))
        beside = wanted + self._above.spacing() <= self.width()
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._above.setDirection(across if beside else down)

    def take(self) -> None:
        """Tell what was typed, where it is other than what is kept."""
        if self._can_edit and self.text != self._kept.strip():
            self.typed.emit(self.text if self.is_edited or self._frozen else None)

    def select(self, words: str) -> None:
        """Put the cursor into the editor, onto the first place with these words."""
        self.editor.setFocus()
        if words:
            self.editor.moveCursor(QTextCursor.MoveOperation.Start)
            self.editor.find(words)

    def _changed(self) -> None:
        """Say how the text stands, and what it will be on paper."""
        edited = self.is_edited or self._frozen
        self.state.setText(_FROZEN if self._frozen else _EDITED if edited else _AT_FIRST)
        if self.editor.property("starting") is edited or self.editor.property("starting") is None:
            self.editor.setProperty("starting", not edited)
            self.editor.style().unpolish(self.editor)
            self.editor.style().polish(self.editor)
        if self.back.hasFocus() and not edited:
            self.editor.setFocus()
        self.back.setVisible(edited and self._can_edit and not self._frozen)
        figures = self._manner.figures(self.text) if edited and not self._frozen else ()
        self._figure = next((one for one in figures if one.place in self._places), None)
        self._say_figure()
        filled = self.text if self._frozen else self._manner.fill(self.text, self._places)
        if self._text is not None and self._text.listed:
            lines = [line.strip() for line in filled.split("\n") if line.strip()]
            filled = "\n".join(f"({at}) {line}" for at, line in enumerate(lines, start=1))
        self.shown.show_text(wording.shown(filled))
        self._fit()

    def _say_figure(self) -> None:
        """Say that a figure is typed which the data know, or that a place is none."""
        figure, unknown = self._figure, self.editor.unknown()
        self.hint.setVisible(figure is not None or bool(unknown))
        self.use_place.setVisible(figure is not None and self._can_edit)
        if figure is None:
            names = " ".join(f"{{{name}}}" for name in unknown)
            self.hint.setText(
                f"ไม่มีข้อมูลชื่อ {names} จึงจะพิมพ์ตามที่เห็น กรุณาเลือกจาก “แทรกข้อมูล”" if names else ""
            )
            return
        now = self._places[figure.place] or NOT_TOLD
        words = f"“{figure.words}” พิมพ์ไว้เอง จึงไม่เปลี่ยนตาม{self._manner.data} ขณะนี้ข้อมูลจริงคือ {now}"
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
        if self._text is not None:
            self.editor.setPlainText(self._text.starting)
        self.take()

    def _fill_menu(self) -> None:
        for inner in self._menu.findChildren(QMenu):
            inner.deleteLater()
        self._menu.clear()
        for title, places in self._groups:
            menu = self._menu.addMenu(wording.shown(title)) if title else self._menu
            menu.setToolTipsVisible(True)
            for name, words in places.items():
                if name in self._places:
                    self._add_place(menu, name, words)

    def _add_place(self, menu: QMenu, name: str, words: str) -> None:
        value = wording.shown(self._places[name] or NOT_TOLD)
        short = value if len(value) <= _MOST_VALUE else f"{value[:_MOST_VALUE]}…"
        action = menu.addAction(f"{wording.shown(words)}: {short}")
        action.setToolTip(f"{{{name}}}")
        action.triggered.connect(lambda _on=False: self.insert_place(name))

    def insert_place(self, name: str) -> None:
        """Put a place where the cursor stands."""
        self.editor.insertPlainText(f"{{{name}}}")
        self.editor.setFocus()

    def _lay_out(self) -> None:
        self.head = head = QHBoxLayout()
        head.setSpacing(10)
        head.addStretch()
        head.addWidget(self.back)
        head.addWidget(self.places)
        self._said = said = QHBoxLayout()
        said.setSpacing(10)
        said.addWidget(self.state)
        said.addWidget(self._a_line)
        said.addStretch()
        self._above.setSpacing(6)
        self._above.addLayout(said, 1)
        self._above.addLayout(head)
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
        rows.addLayout(self._above)
        rows.addWidget(self.editor, 3)
        rows.addLayout(hint)
        rows.addWidget(self._will_be)
        rows.addWidget(area, 2)
        self._area = area
