"""A plan of the clerk's own years: which years, and whose names its sections have at first."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ita_desktop.criteria.plan_templates import plan_templates
from ita_desktop.domain.plan_template import PlanTemplate, template_for, years_for
from ita_desktop.ui import wording
from ita_desktop.ui.plan.tab.beginning import begin_from_template
from ita_desktop.ui.plan.tab.year_fields import YearFields
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting

_SIZE: Final = QSize(620, 320)
_BLANK: Final = "หัวข้อว่าง เพิ่มเองทั้งหมด"
_UNSURE: Final = "ยังไม่ได้เทียบกับคู่มือ: "


class NewPlanDialog(QDialog):
    """Enter begins the plan; what is refused is told and the dialog stays."""

    begun = Signal(int)
    """The plan with this number was made."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle("เริ่มแผนใหม่")
        self.resize(fitting(parent, _SIZE))
        templates = plan_templates()
        year = session.fiscal_year
        if session.plan_of_year is not None:  # that year has its plan: after the newest
            year = session.plans[-1].last_year + 1
        usual = template_for(templates, year)
        self.years = YearFields(*years_for(usual, year))
        self.template = QComboBox()
        self.template.setAccessibleName("แบบของหัวข้อ")
        for one in templates:
            self.template.addItem(wording.shown(one.name), one)
        self.template.addItem(_BLANK, None)
        self.template.setCurrentIndex(templates.index(usual))
        self._source = label("", "quiet", wrap=True)
        self.error = label("", "error", wrap=True)
        self.error.hide()
        begin = QPushButton("เริ่มแผน")
        begin.setObjectName("main")
        begin.setDefault(True)
        begin.clicked.connect(self.accept)
        away = QPushButton("ยกเลิก")
        away.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(begin)
        foot.addWidget(away)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        outer.addWidget(self.years)
        outer.addWidget(label("ชื่อมิติและหัวข้อที่เริ่มด้วย"))
        outer.addWidget(self.template)
        outer.addWidget(self._source)
        outer.addStretch()
        outer.addWidget(self.error)
        outer.addLayout(foot)
        self.template.currentIndexChanged.connect(self._say)
        self._say()
        self.years.first.setFocus()

    def accept(self) -> None:
        """Make the plan."""
        template: PlanTemplate | None = self.template.currentData()
        made, why = begin_from_template(self._session, template, *self.years.years)
        if made is None:
            self.error.setText(why)
            self.error.show()
            return
        super().accept()
        self.begun.emit(made)

    def _say(self, _place: int = 0) -> None:
        one: PlanTemplate | None = self.template.currentData()
        words = "" if one is None else f"{one.source} {one.note}".strip()
        if one is not None and not one.status.checked:
            words = f"{_UNSURE}{words}"
        self._source.setText(wording.shown(words))


def show_new_plan(session: Session, parent: QWidget) -> NewPlanDialog:
    """Open the choice of years and names of a new plan."""
    dialog = NewPlanDialog(session, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
