"""Writes the place that a risk was moved to, and says so with the way back."""

from ita_desktop.db.data_file import DataFile
from ita_desktop.ui.risks.matrix.arrows import Arrows
from ita_desktop.ui.risks.matrix.risk_matrix import RiskMatrix
from ita_desktop.ui.risks.matrix.said import place_words
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.notice import Notice
from ita_desktop.ui.wording import figure


class Moving:
    """Does what a matrix wishes; what the file refuses is told by the session, nothing moved."""

    def __init__(self, session: Session, matrix: RiskMatrix, notice: Notice) -> None:
        self._session, self._matrix, self._notice = session, matrix, notice
        matrix.moved.connect(self.move)

    def move(self, risk: int, likelihood: int, impact: int) -> None:
        """Put a risk in a cell as one deed, after treatment where the matrix shows that."""
        from ita_desktop.workflows.risks.register import put_in_cell  # noqa: PLC0415 - not at the start

        session, after = self._session, self._matrix.arrows is Arrows.TREATMENT
        numbers = {one.risk.id: one.number for one in session.register.risks()}
        number = numbers.get(risk)

        def put(file: DataFile) -> bool:
            name = "" if number is None else str(number)
            put_in_cell(file, risk, likelihood, impact, after=after, name=name)
            return True

        had_focus = self._matrix.board.hasFocus()
        if not session.do(put):
            return
        place = place_words(session.register.method, (likelihood, impact))
        what = "ระดับหลังจัดการของความเสี่ยง" if after else "ความเสี่ยง"
        words = f"ย้าย{what} {'' if number is None else figure(number)} ไปที่ {place} แล้ว"
        self._notice.say(words, [("เลิกทำ", session.undo)])
        if had_focus:
            self._matrix.board.setFocus()
