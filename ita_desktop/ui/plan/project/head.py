"""The head of a project's page: its kind, number and name, and the way to those beside it."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from ita_desktop.domain.plan import Placed, Plan
from ita_desktop.domain.project import ProjectKind
from ita_desktop.thai.text import one_line
from ita_desktop.ui import wording
from ita_desktop.ui.fields.field import Field
from ita_desktop.ui.widgets.card import label
from ita_desktop.ui.widgets.tool_tip import tool_tip

_UNTOLD = "ประเภทงาน"


class ProjectHead(QWidget):
    """The name is heading 1, written where it stands."""

    kind_wanted = Signal(str)
    """Another kind was chosen, by its value."""
    project_wanted = Signal(int)
    """The project before or after on paper is to be shown, by its id."""

    def __init__(self, name: Field) -> None:
        super().__init__(name.parentWidget())
        self.kind = QPushButton(_UNTOLD)
        self.kind.setObjectName("kind")
        self.kind.setAutoDefault(True)  # Enter presses it
        self.kind.setMenu(self._kind_menu())
        self.number = label("", "cardTitle")
        self.before, self.after = QPushButton(), QPushButton()
        self._name = name
        if (page := self.parentWidget()) is not None:
            page.installEventFilter(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 10, 4)
        row.setSpacing(6)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.kind, 0, top)
        row.addWidget(self.number, 0, top)
        row.addWidget(name, 1)
        for button in (self.before, self.after):
            button.setObjectName("plain")
            button.setAutoDefault(True)  # Enter presses it
            button.clicked.connect(partial(self._go_to, button))
            row.addWidget(button, 0, top)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the headings two thirds of the page, however long a name is."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self._name.allow(watched.height() // 3)
        return super().eventFilter(watched, event)

    def show_project(self, plan: Plan, placed: Placed, *, writable: bool) -> None:
        """Show which project it is; its name is shown by its field."""
        words = placed.project.kind.words
        self.kind.setText(words or _UNTOLD)
        self.kind.setAccessibleName(f"ประเภทงาน {words or 'ยังไม่ได้เลือก'}")
        self.kind.setToolTip("ประเภทงานของโครงการ")
        self.kind.setEnabled(writable)
        self.number.setText(wording.shown(str(placed.number)))
        projects = [*plan.placed()]
        self._point(self.before, projects, placed.number - 1, "ก่อนหน้า")
        self._point(self.after, projects, placed.number + 1, "ถัดไป")

    def _point(self, button: QPushButton, projects: list[Placed], number: int, side: str) -> None:
        there = 0 < number <= len(projects)
        digits = wording.shown(str(number)) if there else ""
        button.setText(f"{digits} ›" if button is self.after else f"‹ {digits}")
        button.setEnabled(there)
        project = projects[number - 1].project if there else None
        button.setProperty("project", None if project is None else project.id)
        name = "" if project is None else f" {digits} {wording.shown(one_line(project.name))}"
        said = f"โครงการ{side}{name}" if there else f"ไม่มีโครงการ{side}"
        button.setAccessibleName(said)
        keys = "Ctrl+Alt+PgDown" if button is self.after else "Ctrl+Alt+PgUp"  # the tab's
        button.setToolTip(tool_tip(f"{said} ({keys})" if there else said))

    def _go_to(self, button: QPushButton, *_said: object) -> None:
        number: int | None = button.property("project")
        if number is not None:
            self.project_wanted.emit(number)

    def _kind_menu(self) -> QMenu:
        menu = QMenu(self)
        for kind in (*(one for one in ProjectKind if one), ProjectKind.UNTOLD):
            words = kind.words or "ไม่ระบุประเภทงาน"
            menu.addAction(words, partial(self.kind_wanted.emit, kind.value))
        return menu
