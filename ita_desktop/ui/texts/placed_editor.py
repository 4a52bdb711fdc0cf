"""An editor whose places in braces are seen as what they are, with what they say now."""

from collections.abc import Iterator, Mapping
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QToolTip, QWidget

from ita_desktop.domain.places_in_text import PLACE
from ita_desktop.ui import theme, wording
from ita_desktop.ui.widgets.thai_editor import ThaiEditor, WordKeeper
from ita_desktop.ui.widgets.tool_tip import tool_tip

NOT_TOLD: Final = "ยังไม่ได้กรอก"
_UNKNOWN: Final = "ไม่มีข้อมูลชื่อนี้ จะพิมพ์ตามที่เห็น"


class PlacedEditor(ThaiEditor):
    """Says when it is left; a menu that opens over it does not leave it."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._keeper.setDocument(None)  # two of them would take each other's formats away
        self._keeper = self._colours = PlaceColours(self.document())

    def show_places(self, places: Mapping[str, str]) -> None:
        """Colour what are places now; none of a text that is printed as it stands."""
        if places != self._colours.places:
            self._colours.places = places
            self._colours.rehighlight()

    def unknown(self) -> tuple[str, ...]:
        """Return what stands in braces and is no place, each once, in order."""
        if not self._colours.places:
            return ()
        names = (match[1] for match in PLACE.finditer(self.toPlainText()))
        return tuple(dict.fromkeys(name for name in names if name not in self._colours.places))

    def value_at(self, position: int) -> str:
        """Return what the place at a position of the text says now, "" where there is none."""
        for match in PLACE.finditer(self.toPlainText()):
            if match.start() <= position < match.end() and self._colours.places:
                if match[1] not in self._colours.places:
                    return _UNKNOWN
                return wording.shown(self._colours.places[match[1]] or NOT_TOLD)
        return ""

    def event(self, event: QEvent) -> bool:
        """Say over a place what it says now."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            at = self.viewport().mapFromGlobal(event.globalPos())
            words = self.value_at(self.cursorForPosition(at).position())
            QToolTip.showText(event.globalPos(), tool_tip(words) if words else "", self)
            return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()


class PlaceColours(WordKeeper):
    """Colours places; those that are none stand out as wrong."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.places: Mapping[str, str] = {}

    def highlightBlock(self, text: str) -> None:
        super().highlightBlock(text)
        if not self.places:
            return
        for start, length, name in _places_in(text):
            self.setFormat(start, length, _format(known=name in self.places))


def _places_in(text: str) -> Iterator[tuple[int, int, str]]:
    """Give where places stand, as Qt counts letters, and their names."""
    for match in PLACE.finditer(text):
        start = len(text[: match.start()].encode("utf-16-le")) // 2
        yield start, len(match[0].encode("utf-16-le")) // 2, match[1]


def _format(*, known: bool) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setForeground(theme.color("accent" if known else "red"))
    made.setBackground(theme.color("selection" if known else "on_red"))
    return made
