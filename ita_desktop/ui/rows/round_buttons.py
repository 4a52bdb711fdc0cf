"""The two rounds of a year's reports, one of them looked at."""

from collections.abc import Collection

from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QPushButton

from ita_desktop.domain.measures import ROUNDS, Round
from ita_desktop.ui import wording


def add_round_buttons(group: QButtonGroup, row: QBoxLayout) -> None:
    """Put a button for each round into a row; their ids are the months, the first is looked at."""
    for months in ROUNDS:
        button = QPushButton()
        button.setObjectName("segment")
        button.setProperty("end", "left" if months == ROUNDS[0] else "right")
        button.setCheckable(True)
        button.setChecked(months == ROUNDS[0])
        button.setAccessibleName(wording.shown(f"รอบ {months} เดือน"))
        button.setToolTip(wording.shown(f"ดูและกรอกผลการดำเนินการรอบ {months} เดือน"))
        group.addButton(button, months)
        row.addWidget(button)
        if months == ROUNDS[0]:
            row.addSpacing(-row.spacing() - 1)


def say_rounds(group: QButtonGroup, closed: Collection[Round], *, short: bool) -> None:
    """Say on the buttons which rounds take no report any more."""
    for months in ROUNDS:
        words = f"{months} เดือน"
        if months in closed:
            words += " ปิดแล้ว"
        elif not short:
            words = f"รอบ {words}"
        group.button(months).setText(wording.shown(words))
