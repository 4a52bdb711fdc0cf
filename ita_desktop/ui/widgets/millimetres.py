"""A box for whole millimetres or another unit, shown in Thai digits and typed in either kind."""

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QSpinBox, QWidget

from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.ui import wording

_UNIT = " มม."
_PAD = 8


class MillimetreBox(QSpinBox):
    """Holds a whole number between two limits; what is typed beyond them is brought back."""

    def __init__(
        self, least: int, most: int, parent: QWidget | None = None, *, unit: str = _UNIT
    ) -> None:
        super().__init__(parent)
        self.setRange(least, most)
        self.setSuffix(unit)
        self.lineEdit().setTextMargins(_PAD, 0, _PAD, 0)
        self.setCorrectionMode(QSpinBox.CorrectionMode.CorrectToNearestValue)

    def textFromValue(self, val: int) -> str:
        return wording.figure(val)

    def valueFromText(self, text: str) -> int:
        digits = self._digits(text)
        return int(digits) if digits else self.minimum()

    def validate(self, input: str, pos: int) -> tuple[QValidator.State, str, int]:  # noqa: A002 - Qt's name
        digits = self._digits(input)
        if digits and not (digits.isdecimal() and len(digits) <= len(str(self.maximum()))):
            return QValidator.State.Invalid, input, pos
        inside = bool(digits) and self.minimum() <= int(digits) <= self.maximum()
        state = QValidator.State.Acceptable if inside else QValidator.State.Intermediate
        return state, input, pos

    def fixup(self, input: str) -> str:  # noqa: A002 - Qt's name
        digits = self._digits(input)
        value = int(digits) if digits else self.value()
        return self.textFromValue(max(self.minimum(), min(value, self.maximum()))) + self.suffix()

    def _digits(self, text: str) -> str:
        return to_arabic_digits(text.removesuffix(self.suffix()).strip())
