"""Heading 6: years and quarters of a project, and why a year cannot be taken out."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ita_desktop.domain.project import Project
from ita_desktop.ui import wording
from ita_desktop.ui.plan.project.period_model import PeriodModel, Wish
from ita_desktop.ui.plan.project.period_table import PeriodTable
from ita_desktop.ui.widgets.card import label


class PeriodField(QWidget):
    """``write`` takes texts by field and the field the deed is called after; it says why not."""

    def __init__(self, write: Callable[[Mapping[str, str], str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._write = write
        self._project = Project(id=0)
        self.model = PeriodModel()
        self.table = PeriodTable(self.model, self)
        self._error = label("", "error", wrap=True)
        self._error.hide()
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.table)
        rows.addWidget(self._error)
        self.model.wanted.connect(self._wanted)

    @property
    def error(self) -> str:
        """Why the last wish was not done; "" where it was."""
        return "" if self._error.isHidden() else self._error.text()

    def show_project(self, project: Project, years: tuple[int, ...], *, writable: bool) -> None:
        """Show when a project runs."""
        if project.id != self._project.id:
            self._say("")
        self._project = project
        self.model.writable = writable
        self.model.show(project, years)

    def stand_at(self, year: int | None) -> None:
        """Stand at a year, or at all of them."""
        column = self.model.years.index(year) + 1 if year in self.model.years else 0
        self.table.setCurrentIndex(self.model.index(0, column))

    def _wanted(self, wish: Wish) -> None:
        if not wish.years:
            return
        texts = {f"{wish.field}:{year}": wish.text for year in wish.years}
        why, told = "", self._project.years
        if wish.field == "runs" and not wish.text:
            texts |= {f"quarters:{year}": "" for year in wish.years}
            paid = [str(year) for year in wish.years if year in told and told[year].amount]
            if paid:
                why = wording.shown(
                    f"ปี {', '.join(paid)} มีงบประมาณอยู่ จึงยังนับว่าดำเนินการ"
                    " กรุณาลบจำนวนเงินของปีนั้นในหัวข้อ 7 ก่อน"
                )
        self._say(self._write(texts, next(iter(texts))) or why)

    def _say(self, why: str) -> None:
        self._error.setText(why)
        self._error.setVisible(bool(why))
