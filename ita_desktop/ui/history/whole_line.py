"""One changed field with its whole texts, before and after."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QScrollArea, QVBoxLayout, QWidget

from ita_desktop.ui import wording
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.text_block import TextBlock
from ita_desktop.workflows.described_changes import Line

_NOTHING = "(ไม่มี)"


def show_line(line: Line, parent: QWidget) -> QDialog:
    """Show what a deed did to a field, to be read in full."""
    dialog = QDialog(parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    place = wording.shown(" ".join(f"{line.verb}{line.place} {line.field}".split()))
    dialog.setWindowTitle(place)
    dialog.resize(fitting(parent, QSize(640, 420)))
    outer = QVBoxLayout(dialog)
    outer.setContentsMargins(20, 16, 20, 16)
    outer.setSpacing(8)
    outer.addWidget(label(place, "cardTitle", wrap=True))
    for head, text in (("ก่อน", line.before), ("หลัง", line.after)):
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(TextBlock(wording.shown(text or _NOTHING)))
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the arrows scroll it
        area.setAccessibleName(f"ค่า{head}")
        outer.addWidget(label(head, "strong"))
        outer.addWidget(area, 1)
    buttons = QDialogButtonBox()
    buttons.addButton("ปิด", QDialogButtonBox.ButtonRole.RejectRole)
    buttons.rejected.connect(dialog.reject)
    outer.addWidget(buttons)
    dialog.open()
    return dialog
