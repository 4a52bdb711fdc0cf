"""What the clerk's gestures on the tree of the plan do; each is one deed that undo takes back."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from ita_desktop.db.data_file import DataFile
from ita_desktop.db.rows import Kind
from ita_desktop.domain.plan import Plan
from ita_desktop.ui.plan.tab.moving import (
    Move,
    moved_beside,
    moved_by,
    moved_onto,
    moved_to_level,
)
from ita_desktop.ui.plan.tab.rows import TreeRow
from ita_desktop.ui.plan.tab.tree import PlanTree
from ita_desktop.ui.plan.tab.tree_drag import AFTER, INTO
from ita_desktop.ui.plan.tab.tree_menu import fill_menu
from ita_desktop.ui.rows.line import key_of
from ita_desktop.ui.rows.writing import write
from ita_desktop.ui.session import Session
from ita_desktop.workflows.plans import outline
from ita_desktop.workflows.rows.deeds import Edit, set_field

_NO_SECTION: Final = "แผนยังไม่มีหัวข้อ กรุณาเพิ่มหัวข้อก่อน แล้วจึงเพิ่มโครงการ"


class TreeGestures(QObject):
    """Adds, names, copies, moves and removes projects and sections."""

    said = Signal(str, bool)
    """What was done, and whether เลิกทำ is offered beside it."""
    refused = Signal(str)
    made = Signal(str)
    """The project with this key was made, to be filled in."""

    def __init__(self, session: Session, tree: PlanTree) -> None:
        super().__init__(tree)
        self._session, self._tree = session, tree
        tree.new_requested.connect(self.add_project)
        tree.copy_requested.connect(self.duplicate)
        tree.start_requested.connect(self.suggest)
        tree.places_requested.connect(self.places)
        tree.move_requested.connect(self.move)
        tree.level_requested.connect(self.change_level)
        tree.dropped.connect(self._drop)
        tree.named.connect(self._name)
        tree.remove_requested.connect(self.remove)
        tree.customContextMenuRequested.connect(self._show_menu)
        session.leaving.connect(tree.take_name)

    def add_project(self) -> None:
        """Make a project after the current one, or at the end of the current section."""
        plan, row = self._session.plan, self._tree.current_row
        if plan is None or not self._session.leave():
            return
        section, before = _place_for_project(plan, row)
        if not section:
            self.refused.emit(_NO_SECTION)
            return
        made = self._write(lambda file: outline.add_project(file, section, before=before))
        if made is not None:
            key = key_of(Kind.PROJECT, made)
            self._tree.go_to(key)
            self.made.emit(key)

    def suggest(self) -> None:
        """Offer starting points of the current section; the first that is added is gone to."""
        plan = self._session.plan
        section = None if plan is None else section_of(plan, self._tree.current_row)
        if section is None:
            self.refused.emit(_NO_SECTION)
            return
        from ita_desktop.ui.plan.suggestions.dialog import (  # noqa: PLC0415 - when asked for
            open_suggestions,
        )

        dialog = open_suggestions(self._session, section, self._tree)
        if dialog is not None:
            dialog.added.connect(self._added)

    def _added(self, projects: list[int]) -> None:
        key = key_of(Kind.PROJECT, projects[0])
        self._tree.go_to(key)
        self.made.emit(key)
        self.said.emit(f"เพิ่ม {len(projects)} โครงการจากตัวอย่างแล้ว กรุณาแก้ให้เข้ากับหน่วยงาน", True)

    def add_section(self, deeper: int = 0) -> None:
        """Make a section after the current one and all under it, or with 1 at its end, inside."""
        plan = self._session.plan
        if plan is None or not self._session.leave():
            return
        place = section_of(plan, self._tree.current_row)
        level, before = 1, None
        if place is not None and (move := moved_onto(plan, place, INTO if deeper else AFTER)):
            level, before = move.level, move.before
        made = self._write(lambda file: outline.add_section(file, plan.id, level, "", before))
        if made is not None and self._tree.go_to(key_of(Kind.SECTION, made)):
            self._tree.rename()

    def duplicate(self) -> None:
        """Write the current project again below itself."""
        row = self._tree.current_row
        if row is None or not row.project or not self._session.leave():
            return
        made = self._write(lambda file: outline.duplicate_project(file, row.project))
        if made is not None:
            self._tree.go_to(key_of(Kind.PROJECT, made))
            self.said.emit("ทำสำเนาโครงการแล้ว ผลที่รายงานไว้ไม่ได้ตามมาด้วย", True)

    def remove(self) -> None:
        """Take the chosen rows away; a project that only also stands there stays where it is."""
        chosen = self._tree.chosen_rows()
        if not chosen or not self._session.leave():
            return
        last = chosen[-1]
        if last.quiet:
            self.leave_section(last)
        elif last.section:
            number = last.section
            inside = f" พร้อม {last.count} โครงการในหัวข้อนั้น" if last.count else ""
            self._do(lambda file: outline.remove_section(file, number), f"ลบหัวข้อแล้ว{inside}")
        elif last.project:
            those = [row.project for row in chosen if row.project and not row.quiet]
            many = f" {len(those)} " if len(those) > 1 else ""
            self._do(lambda file: outline.remove_projects(file, those), f"ลบ{many}โครงการแล้ว")

    def leave_section(self, row: TreeRow) -> None:
        """Let a project no longer stand under a section besides its own."""
        places = self._places(row.project) - {row.also_under}
        project = row.project
        if self._do(
            lambda file: outline.put_places(file, project, places),
            "นำโครงการออกจากหัวข้อนี้แล้ว โครงการยังอยู่ในหัวข้อของตนเอง",
        ):
            self._tree.go_to(key_of(Kind.PROJECT, project))

    def move(self, step: int) -> None:
        """Put the chosen row a place up or down; a project goes on into the next section."""
        plan, rows = self._session.plan, self._tree.chosen_rows()
        if plan is None or not rows or not self._session.leave():
            return
        projects = [row.project for row in rows if row.project and not row.quiet]
        row = rows[0]
        move = moved_by(plan, projects, step) if projects else moved_by(plan, row.section, step)
        self._move(move)

    def change_level(self, step: int) -> None:
        """Put the current section, with all under it, a level in or out."""
        plan, row = self._session.plan, self._tree.current_row
        if plan is not None and row is not None and row.section and self._session.leave():
            self._move(moved_to_level(plan, row.section, step))

    def places(self) -> None:
        """Ask under which sections the current project also stands."""
        row = self._tree.current_row
        if row is None or not row.project or not self._session.leave():
            return
        if self._session.file.read_only:
            self.refused.emit(self._session.file.read_only)
            return
        from ita_desktop.ui.plan.tab.places_dialog import show_places  # noqa: PLC0415 - seldom

        show_places(self._session, row.project, self._tree)

    def fill(self, menu: QMenu) -> None:
        """Put what can be done with the current row into a menu."""
        fill_menu(menu, self, self._tree, writable=not self._session.file.read_only)

    def _show_menu(self, point: QPoint) -> None:
        menu = QMenu(self._tree)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill(menu)
        menu.popup(self._tree.viewport().mapToGlobal(point))

    def _name(self, key: str, name: str) -> None:
        kind, _, number = key.partition(":")
        edit = Edit(kind=Kind(kind), number=int(number), field="name", text=name)
        self._write(lambda file: set_field(file, edit))

    def _drop(self, dragged: str, where: str, onto: str) -> None:
        plan = self._session.plan
        if plan is None or not self._session.leave():
            return
        kind, _, number = dragged.partition(":")
        if kind == Kind.SECTION:
            target = int(onto.partition(":")[2])
            self._move(moved_onto(plan, target, where, int(number)))
            return
        chosen = [row.project for row in self._tree.chosen_rows() if row.project and not row.quiet]
        those = chosen if int(number) in chosen else [int(number)]
        self._move(moved_beside(plan, those, where, onto))

    def _move(self, move: Move | None) -> None:
        if move is None:
            return
        if move.projects:
            those, section, before = move.projects, move.section, move.before
            self._write(lambda file: outline.move_projects(file, those, section, before))
            self._tree.go_to(key_of(Kind.PROJECT, those[0]))
        else:
            section, before, level = move.section, move.before, move.level
            self._write(lambda file: outline.move_section(file, section, before, level))
            self._tree.go_to(key_of(Kind.SECTION, section))

    def _places(self, project: int) -> set[int]:
        plan = self._session.plan
        found = [] if plan is None else [one.project for one in plan.placed()]
        return {place for one in found if one.id == project for place in one.places}

    def _do(self, deed: Callable[[DataFile], object], words: str) -> bool:
        """Do a deed and say so, with the way back; False where it was refused."""
        _, why = write(self._session, deed)
        if why:
            self.refused.emit(why)
        else:
            self.said.emit(words, True)
        return not why

    def _write(self, deed: Callable[[DataFile], int | None]) -> int | None:
        done, why = write(self._session, deed)
        if why:
            self.refused.emit(why)
        return done


def section_of(plan: Plan, row: TreeRow | None) -> int | None:
    """Return the section that a row is or stands in; the last one of all other rows."""
    if row is not None:
        if row.section or row.also_under:
            return row.section or row.also_under
        for one in plan.placed():
            if one.project.id == row.project:
                return one.section.id
    return plan.sections[-1].id if plan.sections else None


def _place_for_project(plan: Plan, row: TreeRow | None) -> tuple[int, int | None]:
    """Return the section a new project comes into, and the project it comes before."""
    section = section_of(plan, row) or 0
    if row is None or not row.project or row.quiet:
        return section, None
    here = next((one.projects for one in plan.sections if one.id == section), ())
    numbers = [one.id for one in here]
    after = numbers.index(row.project) + 1
    return section, numbers[after] if after < len(numbers) else None
