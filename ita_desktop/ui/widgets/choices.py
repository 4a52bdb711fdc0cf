"""Choices of a filter with their counts, and buttons that open a menu."""

from collections import Counter
from typing import Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QMenu,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ita_desktop.ui import wording
from ita_desktop.ui.widgets.tool_tip import tool_tip

_MOST_WIDTH = 280
_FRAME = 56
"""Padding and arrow of a combo box."""
_MOST_LIST = 560
"""Pixels of the list that opens, where the box itself is narrower."""
_LIST_FRAME = 40
"""Padding and scroll bar of that list."""
_WHOLE: Final = Qt.ItemDataRole.UserRole + 1
"""A choice with its count, of which the box may show less."""


class _WholeChoices(QStyledItemDelegate):
    """Shows in the opened list what the box has no room for."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.text = index.data(_WHOLE) or option.text  # pyright: ignore[reportAttributeAccessIssue]


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
    made.setObjectName("choice")
    made.setItemDelegate(_WholeChoices(made))
    return made


def fill_choice(box: QComboBox, rows: list[tuple[str, object, int | None]]) -> None:
    """Put choices with their counts into a combo; the chosen one stays.

    The list that opens has every word; the box ends in …, or where two would then be the same
    has … in the middle.
    """
    counts = ["" if count is None else wording.shown(f" ({count})") for _, _, count in rows]
    whole = [words + count for (words, _, _), count in zip(rows, counts, strict=True)]
    texts = _fitted(box, [words for words, _, _ in rows], counts)
    here = range(box.count())
    if (texts, whole) == (
        [box.itemText(place) for place in here],
        [box.itemData(place, _WHOLE) for place in here],
    ):
        return
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    for place, (text, (words, data, _)) in enumerate(zip(texts, rows, strict=True)):
        box.addItem(text, data)
        box.setItemData(place, whole[place], _WHOLE)
        if not text.startswith(words):
            box.setItemData(place, tool_tip(words), Qt.ItemDataRole.ToolTipRole)
            box.setItemData(place, words, Qt.ItemDataRole.AccessibleTextRole)
    places = [place for place, (_, data, _) in enumerate(rows) if data == chosen]
    box.setCurrentIndex(places[0] if places else 0)
    box.blockSignals(False)
    view = box.view()
    view.setTextElideMode(Qt.TextElideMode.ElideRight)
    widest = max(map(view.fontMetrics().horizontalAdvance, whole), default=0)
    view.setMinimumWidth(min(widest + _LIST_FRAME, _MOST_LIST))


def _fitted(box: QComboBox, names: list[str], counts: list[str]) -> list[str]:
    """Return choices with their counts as the box has room for them, no two of them alike."""
    metrics = box.fontMetrics()

    def cut(mode: Qt.TextElideMode) -> list[str]:
        return [
            metrics.elidedText(words, mode, _room(box, count))
            for words, count in zip(names, counts, strict=True)
        ]

    ended, middle = cut(Qt.TextElideMode.ElideRight), cut(Qt.TextElideMode.ElideMiddle)
    same = Counter(ended)
    return [
        (inner if same[end] > 1 else end) + count
        for end, inner, count in zip(ended, middle, counts, strict=True)
    ]


def _room(box: QComboBox, count: str) -> int:
    """Return how many pixels the words before a count may have."""
    return box.maximumWidth() - _FRAME - box.fontMetrics().horizontalAdvance(count)
