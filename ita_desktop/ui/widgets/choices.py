"""Choices of a filter with their counts, and buttons that open a menu."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QMenu, QPushButton

from ita_desktop.ui import wording
from ita_desktop.ui.widgets.tool_tip import tool_tip

_MOST_WIDTH = 280
_FRAME = 42
"""Padding and arrow of a combo box."""


def menu_button(words: str, hint: str, menu: QMenu) -> QPushButton:
    """Return a button that opens a menu."""
    made = QPushButton(words)
    made.setToolTip(hint)
    made.setMenu(menu)
    return made


def choice(name: str) -> QComboBox:
    """Return a combo box of a filter; ``name`` says what it chooses."""
    made = QComboBox()
    made.setAccessibleName(name)
    made.setToolTip(name)
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    made.setMaxVisibleItems(14)
    made.setMaximumWidth(_MOST_WIDTH)
    return made


def fill_choice(box: QComboBox, rows: list[tuple[str, object, int | None]]) -> None:
    """Put choices with their counts into a combo; the chosen one stays."""
    texts = [_fitted(box, words, count) for words, _, count in rows]
    if texts == [box.itemText(place) for place in range(box.count())]:
        return
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    for place, (text, (words, data, _)) in enumerate(zip(texts, rows, strict=True)):
        box.addItem(text, data)
        if not text.startswith(words):
            box.setItemData(place, tool_tip(words), Qt.ItemDataRole.ToolTipRole)
            box.setItemData(place, words, Qt.ItemDataRole.AccessibleTextRole)
    places = [place for place, (_, data, _) in enumerate(rows) if data == chosen]
    box.setCurrentIndex(places[0] if places else 0)
    box.blockSignals(False)
    box.view().setTextElideMode(Qt.TextElideMode.ElideRight)


def _fitted(box: QComboBox, words: str, count: int | None) -> str:
    """Return a choice with its count; the words end in … where the box cannot be wide enough."""
    number = "" if count is None else wording.shown(f" ({count})")
    metrics = box.fontMetrics()
    room = box.maximumWidth() - _FRAME - metrics.horizontalAdvance(number)
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, room) + number
