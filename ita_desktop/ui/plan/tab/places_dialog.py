"""Under which sections of the plan a project also stands, besides its own."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ita_desktop.domain.plan import Placed, Plan, levels, section_numbers, section_title
from ita_desktop.ui import wording
from ita_desktop.ui.plan.tab.rows import short_name
from ita_desktop.ui.rows.writing import write
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.fitting import fitting
from ita_desktop.ui.widgets.ticked_table import TickedTable
from ita_desktop.workflows.plans.outline import put_places

_SIZE: Final = QSize(720, 560)
_ABOUT: Final = "แผนพิมพ์ชื่อโครงการใต้ทุกหัวข้อที่เลือก แต่นับจำนวนและงบประมาณครั้งเดียวที่หัวข้อของโครงการเอง"


class PlacesDialog(QDialog):
    """Space ticks a section; Enter keeps all ticks as one deed."""

    def __init__(
        self, session: Session, plan: Plan, placed: Placed, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._project = session, placed.project.id
        self.setWindowTitle("อยู่ในหัวข้ออื่นด้วย")
        self.resize(fitting(parent, _SIZE))
        self.table = TickedTable(["หัวข้อ"])
        self.table.setAccessibleName("หัวข้อที่โครงการอยู่ด้วย กดเว้นวรรคเพื่อเลือก")
        on_paper, numbers = levels(plan), section_numbers(plan)
        self._sections = [one.id for one in plan.sections]
        rows: list[tuple[bool | None, list[str]]] = []
        for one in plan.sections:
            own = one.id == placed.section.id
            title = section_title(one, numbers[one.id], on_paper[one.id])
            words = wording.shown(f"{title} (หัวข้อของโครงการ)" if own else title)
            rows.append((None if own else one.id in placed.project.places, [words]))
        self.table.show_rows(rows)
        title = f"โครงการที่ {placed.number} {short_name(placed.project)}"
        self.error = label("", "error", wrap=True)
        self.error.hide()
        keep = QPushButton("ตกลง")
        keep.setObjectName("main")
        keep.setDefault(True)
        keep.clicked.connect(self.accept)
        away = QPushButton("ยกเลิก")
        away.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(keep)
        foot.addWidget(away)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.setSpacing(10)
        outer.addWidget(label(wording.shown(title), "cardTitle", wrap=True))
        outer.addWidget(label(_ABOUT, "quiet", wrap=True))
        outer.addWidget(self.table, 1)
        outer.addWidget(self.error)
        outer.addLayout(foot)
        self.table.setFocus()

    @property
    def ticked(self) -> tuple[int, ...]:
        """The sections that are ticked; the project's own is none of them."""
        return tuple(self._sections[place] for place in self.table.ticked())

    def accept(self) -> None:
        """Write the ticks; what is refused is told and the dialog stays."""
        sections = self.ticked
        _, why = write(self._session, lambda file: put_places(file, self._project, sections))
        if why:
            self.error.setText(why)
            self.error.show()
            return
        super().accept()


def show_places(session: Session, project: int, parent: QWidget) -> PlacesDialog | None:
    """Open the sections a project also stands under; None where it is gone."""
    plan = session.plan
    placed = (
        next((one for one in plan.placed() if one.project.id == project), None) if plan else None
    )
    if plan is None or placed is None:
        return None
    dialog = PlacesDialog(session, plan, placed, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog
