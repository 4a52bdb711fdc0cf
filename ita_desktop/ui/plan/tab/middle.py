"""What is written of the current row: a project, a fixed part, or what is known of a section."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from ita_desktop.domain.plan import Plan
from ita_desktop.ui.plan.tab.rows import TreeRow
from ita_desktop.ui.plan.tab.section_card import SectionCard
from ita_desktop.ui.session import Session

if TYPE_CHECKING:
    from ita_desktop.ui.plan.parts.editor import PartsEditor
    from ita_desktop.ui.plan.project.page import ProjectEditor


class Middle(QStackedWidget):
    """Each editor is made when its first row is shown."""

    project_wanted = Signal(int)
    """The project with this number is to be shown."""
    said = Signal(str, bool)
    """What was done, and whether เลิกทำ is offered beside it."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.section = SectionCard()
        self.addWidget(self.section)
        self._project: ProjectEditor | None = None
        self._parts: PartsEditor | None = None

    @property
    def project(self) -> "ProjectEditor":
        """The editor of a project."""
        if self._project is None:
            from ita_desktop.ui.plan.project.page import (  # noqa: PLC0415 - when first shown
                ProjectEditor,
            )

            self._project = ProjectEditor(self._session)
            self._project.project_wanted.connect(self.project_wanted)
            self.addWidget(self._project)
        return self._project

    @property
    def parts(self) -> "PartsEditor":
        """The editor of the fixed parts."""
        if self._parts is None:
            from ita_desktop.ui.plan.parts.editor import (  # noqa: PLC0415 - when first shown
                PartsEditor,
            )

            self._parts = PartsEditor(self._session)
            self._parts.said.connect(self.said)
            self.addWidget(self._parts)
        return self._parts

    def make_ahead(self) -> None:
        """Make the editor of the fixed parts: what is sought first is often found in one."""
        if self._parts is None and self._session.is_open:
            self.parts.hide()

    def show_row(self, plan: Plan, row: TreeRow) -> None:
        """Show what a row is about."""
        if row.project:
            self.setCurrentWidget(self.project)
            self.project.show_project(row.project)
        elif row.part:
            self.setCurrentWidget(self.parts)
            self.parts.show_part(row.part)
        else:
            section = next(one for one in plan.sections if one.id == row.section)
            writable = not self._session.file.read_only
            self.section.show_section(plan, section, writable=writable)
            self.setCurrentWidget(self.section)

    @property
    def first(self) -> QWidget:
        """What the keyboard begins with in what is shown."""
        there = self.currentWidget()
        return self.section.first if there is self.section or there is None else there

    def enter(self, field: str = "", words: str = "") -> None:
        """Give the keyboard to what is shown; ``field``: to this one of it.

        ``words``: what of a fixed part is sought, as ``PartsEditor.focus_text`` takes it.
        """
        there = self.currentWidget()
        if there is self._project:
            self.project.focus_field(field or "name")
        elif there is self._parts:
            if field or not self.parts.enter_goals():
                self.parts.focus_text(field or self.parts.name, words)
        else:
            self.section.first.setFocus()

    def refresh(self, plan: Plan, row: TreeRow) -> None:
        """Show what changed; both editors hear of it themselves."""
        if row.section:
            self.show_row(plan, row)
