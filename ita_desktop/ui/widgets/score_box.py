"""A box for a score from 0 to 100 with two decimals, shown in Thai digits, typed in either kind."""

import re
from decimal import Decimal
from typing import Final

from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.ui import wording

_MOST: Final = 10_000
_A_POINT: Final = 100
_PAD: Final = 6
_FIGURE: Final = re.compile(r"[0-9]{0,3}(\.[0-9]{0,2})?")


def hundredths(score: Decimal) -> int:
    """Return a score as boxes and sliders count it."""
    return int(score.scaleb(2))


def score_of(value: int) -> Decimal:
    """Return the score that so many hundredths are."""
    return Decimal(value).scaleb(-2)


class ScoreBox(QSpinBox):
    """Holds a score in hundredths; arrows move it by a point, PgUp and PgDn by ten."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, _MOST)
        self.setSingleStep(_A_POINT)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(_PAD, 0, _PAD, 0)
        self.setCorrectionMode(QSpinBox.CorrectionMode.CorrectToPreviousValue)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page that is scrolled."""
        event.ignore()

    def textFromValue(self, val: int) -> str:
        return wording.score(score_of(val))

    def valueFromText(self, text: str) -> int:
        figure = _figure(text)
        return hundredths(Decimal(figure)) if figure.strip(".") else self.value()

    def validate(self, input: str, pos: int) -> tuple[QValidator.State, str, int]:  # noqa: A002 - Qt's name
        figure = _figure(input)
        if not _FIGURE.fullmatch(figure):
            return QValidator.State.Invalid, input, pos
        inside = bool(figure.strip(".")) and Decimal(figure) <= _A_POINT
        state = QValidator.State.Acceptable if inside else QValidator.State.Intermediate
        return state, input, pos


def _figure(text: str) -> str:
    return to_arabic_digits(text.strip())
