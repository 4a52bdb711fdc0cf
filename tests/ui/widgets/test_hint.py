"""The pale words in an empty line are drawn whole."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ita_desktop.ui.widgets.hint import hint
from ita_desktop.ui.widgets.office_form import OfficeForm


def test_the_painter_is_told_not_to_cut_what_hangs_below(qtbot: QtBot) -> None:
    """At 200 % Qt cuts the feet of สมมุติ; off screen at 100 % nothing would be seen of it."""
    line = QLineEdit()
    qtbot.addWidget(line)
    hint(line, "สมมุติ")
    assert line.placeholderText() == "สมมุติ"
    assert line.alignment().value & Qt.TextFlag.TextDontClip.value
    assert line.alignment() & Qt.AlignmentFlag.AlignLeft


def test_every_example_of_the_form_is_drawn_whole(qtbot: QtBot) -> None:
    form = OfficeForm()
    qtbot.addWidget(form)
    lines = [line for line in form.findChildren(QLineEdit) if line.placeholderText()]
    assert len(lines) >= 4
    assert all(one.alignment().value & Qt.TextFlag.TextDontClip.value for one in lines)
