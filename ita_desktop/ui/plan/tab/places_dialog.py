"""Under which sections of the plan a project also stands, besides its own."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
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
from ita_desktop.workflows.plans.outline import put_places

_SIZE: Final = QSize(720, 560)
_ABOUT: Final = "แผนพิมพ์ชื่อโครงการใต้ทุกหัวข้อที่เลือก แต่นับจำนวนและงบประมาณครั้งเดียวที่หัวข้อของโครงการเอง"
_DEEPER: Final = "    "
_NUMBER: Final = Qt.ItemDataRole.UserRole


class PlacesDialog(QDialog):
    """Space ticks a section; Enter keeps all ticks as one deed."""

    def __init__(
        self, session: Session, plan: Plan, placed: Placed, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._project = session, placed.project.id
        self.setWindowTitle("อยู่ในหัวข้ออื่นด้วย")
        self.resize(fitting(parent, _SIZE))
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName("หัวข้อที่โครงการอยู่ด้วย กดเว้นวรรคเพื่อเลือก")
        on_paper, numbers = levels(plan), section_numbers(plan)
        for one in plan.sections:
            own = one.id == placed.section.id
            title = section_title(one, numbers[one.id], on_paper[one.id])
            words = f"{_DEEPER * (on_paper[one.id] - 1)}{title}"
            item = QListWidgetItem(wording.shown(f"{words} (หัวข้อของโครงการ)" if own else words))
            item.setData(_NUMBER, one.id)
            ticked = own or one.id in placed.project.places
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            if own:
                item.setFlags(Qt.ItemFlag.ItemIsSelectable)
            self.list.addItem(item)
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
        outer.addWidget(self.list, 1)
        outer.addWidget(self.error)
        outer.addLayout(foot)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    @property
    def ticked(self) -> tuple[int, ...]:
        """The sections that are ticked, with the project's own."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(
            item.data(_NUMBER) for item in items if item.checkState() is Qt.CheckState.Checked
        )

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
