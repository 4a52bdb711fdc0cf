"""Which plan of the file is looked at: also one that no fiscal year of the file is covered by."""

from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from ita_desktop.db.plans import PlanYears
from ita_desktop.ui import wording
from ita_desktop.ui.session import Session

CHOOSE: Final = "เลือกแผนที่จะดู"


class PlansMenu(QMenu):
    """Lists the plans as they are when it is opened, the one that is shown ticked."""

    begin_requested = Signal()
    """Another plan is to be begun."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._group = QActionGroup(self)
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        session, shown = self._session, self._session.plan
        self.clear()
        for one in session.plans:
            action = self.addAction(_words(one))
            action.setCheckable(True)
            action.setChecked(shown is not None and shown.id == one.id)
            action.triggered.connect(partial(self._choose, one.id))
            self._group.addAction(action)
        self.addSeparator()
        begin = self.addAction("เริ่มแผนใหม่…", self.begin_requested.emit)
        begin.setEnabled(not session.file.read_only)

    def _choose(self, number: int, *_on: object) -> None:
        self._session.choose_plan(number)


def _words(plan: PlanYears) -> str:
    first, last = plan.first_year, plan.last_year
    return wording.shown(f"แผน {first}" if first == last else f"แผน {first} – {last}")
