"""The plan as a whole: its title, its years, whose risks part 1 prints; and taking it away."""

from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.db.data_file import DataFile
from ita_desktop.documents.plan_paper import USUAL_TITLE
from ita_desktop.domain.plan import Plan
from ita_desktop.errors import ClerkError
from ita_desktop.ui import wording
from ita_desktop.ui.plan.tab.year_fields import YearFields
from ita_desktop.ui.rows.writing import write
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.scrolled import scrolled
from ita_desktop.workflows.plans.making import (
    change_years,
    put_risk_year,
    put_settings,
    put_title,
    remove_plan,
)
from ita_desktop.workflows.risks.register import register_of

_SIZE: Final = QSize(680, 400)
_USUAL: Final = "ตามปกติ: ทะเบียนล่าสุดก่อนเริ่มแผน"
_YEARS: Final = "ข้อมูลของปีที่อยู่นอกช่วงใหม่ยังเก็บไว้ในไฟล์ และกลับมาเมื่อขยายช่วงปี"


class PlanSettings(QDialog):
    """Enter keeps what was changed; what is refused is told and the dialog stays."""

    removed = Signal(str)
    """The plan was taken away: what was done, as a sentence."""

    def __init__(self, session: Session, plan: Plan, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._plan = session, plan
        self.setWindowTitle("ตั้งค่าแผน")
        self.resize(fitting(parent, _SIZE))
        self.title = QLineEdit(plan.title)
        self.title.setAccessibleName("ชื่อแผน")
        self.usual = label(
            wording.shown(f"ชื่อตามปกติ: {usual_title(session, plan)}"), "quiet", wrap=True
        )
        self.years = YearFields(plan.first_year, plan.last_year)
        self.risks = QComboBox()
        self.risks.setAccessibleName("ปีของทะเบียนความเสี่ยงในส่วนที่ ๑")
        self.risks.addItem(_USUAL, None)
        for year in _risk_years(session, plan):
            self.risks.addItem(wording.shown(f"ปีงบประมาณ {year}"), year)
        self.risks.setCurrentIndex(max(self.risks.findData(plan.risk_year), 0))
        self.error = label("", "error", wrap=True)
        self.error.hide()
        self.remove = QPushButton("ลบแผนนี้")
        self.remove.setToolTip("ลบแผนพร้อมทุกหัวข้อ โครงการ และผลที่รายงาน เลิกทำได้")
        self.remove.clicked.connect(self._remove)
        self.keep = QPushButton("ตกลง")
        self.keep.setObjectName("main")
        self.keep.setDefault(True)
        self.keep.clicked.connect(self.accept)
        self.away = QPushButton("ยกเลิก")
        self.away.clicked.connect(self.reject)
        self._lay_out()
        for button in (self.remove, self.keep):
            button.setEnabled(not session.file.read_only)
        if session.file.read_only:
            self.title.setReadOnly(True)
            self.error.setText(wording.shown(session.file.read_only))
            self.error.show()
        self.title.setFocus()

    def accept(self) -> None:
        """Write what is another one now, as one deed."""
        plan, title = self._plan, self.title.text().strip()
        years, risk_year = self.years.years, self.risks.currentData()
        changed = [
            years != (plan.first_year, plan.last_year),
            title != plan.title,
            risk_year != plan.risk_year,
        ]

        def deed(file: DataFile) -> None:
            if changed == [True, False, False]:
                change_years(file, plan.id, *years)
            elif changed == [False, True, False]:
                put_title(file, plan.id, title)
            elif changed == [False, False, True]:
                put_risk_year(file, plan.id, risk_year)
            elif any(changed):
                put_settings(file, plan.id, years, title, risk_year)

        _, why = write(self._session, deed)
        if why:
            self.error.setText(why)
            self.error.show()
            return
        super().accept()

    def _remove(self) -> None:
        plan = self._plan
        count = sum(1 for _ in plan.placed())
        _, why = write(self._session, lambda file: remove_plan(file, plan.id))
        if why:
            self.error.setText(why)
            self.error.show()
            return
        self.reject()
        self.removed.emit(f"ลบแผนปี {plan.first_year} – {plan.last_year} พร้อม {count} โครงการแล้ว")

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.remove)
        foot.addStretch()
        foot.addWidget(self.keep)
        foot.addWidget(self.away)
        content = QVBoxLayout()
        content.setSpacing(8)
        content.addWidget(label("ชื่อแผน (เว้นว่างไว้เพื่อใช้ชื่อตามปกติ)"))
        content.addWidget(self.title)
        content.addWidget(self.usual)
        content.addWidget(label("ปีงบประมาณของแผน"))
        content.addWidget(self.years)
        content.addWidget(label(_YEARS, "quiet", wrap=True))
        content.addWidget(label(wording.shown("ตารางความเสี่ยงในส่วนที่ 1")))
        content.addWidget(self.risks)
        content.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(8)
        outer.addWidget(scrolled(content), 1)
        outer.addWidget(self.error)
        outer.addLayout(foot)


def usual_title(session: Session, plan: Plan) -> str:
    """Return the title of a plan that has none of its own."""
    from ita_desktop.documents.plan_texts import filled_text, year_span  # noqa: PLC0415 - seldom

    places = {"หน่วยงาน": session.office.name, "ช่วงปี": year_span(plan)}
    return " ".join(filled_text(USUAL_TITLE, places).split())


def _risk_years(session: Session, plan: Plan) -> list[int]:
    """Return the years whose register has risks, newest first, and the one that is chosen."""
    found: list[int] = []
    for year in reversed(session.years):
        try:
            has_risks = bool(register_of(session.file, year).processes)
        except ClerkError:  # it says so in its own tab
            has_risks = False
        if has_risks or year == plan.risk_year:
            found.append(year)
    return found


def show_plan_settings(session: Session, parent: QWidget) -> PlanSettings | None:
    """Open the settings of the plan looked at; None where no plan covers the year."""
    if session.plan is None or not session.leave():
        return None
    dialog = PlanSettings(session, session.plan, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
