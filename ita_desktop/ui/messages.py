"""A sentence the clerk must have read before she goes on."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt

from ita_desktop.ui import theme, wording
from ita_desktop.ui.widgets.wrapped_text import wrapped_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

_WIDTH = 420
_FRAME = 160  # what a box has around its words
SENTENCE = "sentence"
"""The property of a box that has its sentence as it was said, without the ends of lines."""


def say(
    parent: "QWidget | None", title: str, sentence: str, *, warning: bool = True
) -> "QMessageBox":
    """Show a sentence, plain text, with one button; the box is returned, not waited for."""
    box = _box(parent, title, sentence, warning=warning)
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - not at the start

    box.addButton("ตกลง", QMessageBox.ButtonRole.AcceptRole)
    box.open()
    return box


def offer(
    parent: "QWidget | None",
    title: str,
    sentence: str,
    offers: "Sequence[tuple[str, Callable[[], object]]]",
    away: str = "ปิด",
    *,
    rather_not: bool = False,
) -> "QMessageBox":
    """Show a sentence with a button for each thing that can be done, the first one foremost.

    With ``rather_not`` the foremost is ``away``: what is offered cuts something short. What a
    button does begins when the box is gone. The box is returned, not waited for.
    """
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - not at the start
    from PySide6.QtWidgets import QMessageBox  # noqa: PLC0415 - not at the start

    box = _box(parent, title, sentence, warning=True)
    deeds = dict(offers)
    buttons = [box.addButton(words, QMessageBox.ButtonRole.ActionRole) for words in deeds]
    buttons.append(box.addButton(away, QMessageBox.ButtonRole.RejectRole))
    box.setEscapeButton(buttons[-1])
    foremost = buttons[-1 if rather_not else 0]
    foremost.setObjectName("main")
    foremost.style().polish(foremost)  # it has its dress on already
    box.setDefaultButton(foremost)

    def chosen() -> None:
        button = cast("QAbstractButton | None", box.clickedButton())  # None: closed by a program
        deed = deeds.get(button.text()) if button is not None else None
        if deed is not None:
            QTimer.singleShot(0, deed)

    box.finished.connect(chosen)
    box.open()
    return box


def _box(parent: "QWidget | None", title: str, sentence: str, *, warning: bool) -> "QMessageBox":
    from PySide6.QtWidgets import QLabel, QMessageBox  # noqa: PLC0415 - not at the start

    icon = QMessageBox.Icon.Warning if warning else QMessageBox.Icon.NoIcon
    said = wording.shown(sentence)
    # Qt wraps by the width of the screen: over a whole wide one, and on a small one word by word.
    box = QMessageBox(icon, title, "", parent=parent)
    width = min(_WIDTH, box.screen().availableGeometry().width() - _FRAME)
    box.setText("\n".join(wrapped_lines(said, theme.font(), width)))
    box.setTextFormat(Qt.TextFormat.PlainText)  # it may quote what somebody typed
    box.setProperty(SENTENCE, said)
    label = box.findChild(QLabel, "qt_msgbox_label")
    if isinstance(label, QLabel):
        label.setMinimumWidth(label.sizeHint().width())
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return box
