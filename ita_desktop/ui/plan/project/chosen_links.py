"""What is chosen for a project from lists: its target groups, its risks, its items."""

from collections.abc import Callable, Hashable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ita_desktop.db.data_file import DataFile
from ita_desktop.domain.plan import Plan
from ita_desktop.domain.project import Project, TargetGroup
from ita_desktop.ui.fields.choosing import Choice, ChoosingDialog
from ita_desktop.ui.plan.project.chosen_list import ChosenList
from ita_desktop.ui.plan.project.links import item_choices, item_words, risk_choices, risk_words
from ita_desktop.ui.session import Session
from ita_desktop.workflows.plans.outline import put_items, put_risks

_NO_RISKS = "ยังไม่มีความเสี่ยงในปีของแผนนี้ กรุณากรอกในแท็บเมทริกซ์ความเสี่ยงก่อน"
_NO_ITEMS = "ปีของแผนนี้ยังไม่มีเกณฑ์ในไฟล์ กรุณาเพิ่มปีงบประมาณก่อน"
Take = Callable[[tuple[Hashable, ...]], object]


class ChosenLinks:
    """Three lists and the dialogs they are chosen in; each choice is one deed."""

    def __init__(self, session: Session, write: Callable[[str, str], str], parent: QWidget) -> None:
        """``write`` takes a field of the project and its text."""
        self._session = session
        self._write = write
        self._parent = parent
        self._plan: Plan | None = None
        self._project = Project(id=0)
        self._known: dict[object, tuple[str, ...]] = {}
        self.groups = ChosenList("เลือกกลุ่มเป้าหมาย…", parent)
        self.risks = ChosenList("เลือกความเสี่ยง…", parent)
        self.items = ChosenList("เลือกข้อ OIT…", parent)
        self.groups.wanted.connect(self.choose_groups)
        self.risks.wanted.connect(self.choose_risks)
        self.items.wanted.connect(self.choose_items)
        for changed in (session.risks_changed, session.criteria_changed, session.year_changed):
            changed.connect(self._forget)

    def show_project(self, plan: Plan, project: Project, *, writable: bool) -> None:
        """Show what is chosen for a project."""
        self._plan, self._project = plan, project
        groups = ", ".join(one.words for one in project.target_groups)
        self.groups.show_lines([groups] if groups else [])
        self.risks.show_lines(self._risk_words(plan, project))
        self.items.show_lines(self._item_words(plan, project))
        for one in (self.groups, self.risks, self.items):
            one.button.setEnabled(writable)

    def choose_groups(self) -> None:
        """Ask whom the project is for."""
        choices = [Choice(one.value, (one.words,)) for one in TargetGroup]
        chosen = [one.value for one in self._project.target_groups]

        def take(keys: tuple[Hashable, ...]) -> None:
            self._write("target_groups", "\n".join(map(str, keys)))

        self._choose("กลุ่มเป้าหมาย", ["กลุ่มเป้าหมาย"], choices, chosen, take, "")

    def choose_risks(self) -> None:
        """Ask which risks of the plan's years the project is against."""
        if self._plan is None:
            return
        number = self._project.id

        def take(keys: tuple[Hashable, ...]) -> None:
            self._put(lambda file: put_risks(file, number, [int(str(key)) for key in keys]))

        choices = risk_choices(self._session, self._plan)
        title, heads = "ความเสี่ยงที่โครงการนี้ป้องกัน", ["ปี", "ที่", "ความเสี่ยง"]
        self._choose(title, heads, choices, self._project.risks, take, _NO_RISKS)

    def choose_items(self) -> None:
        """Ask which items of the criteria of the plan's years the project serves."""
        if self._plan is None:
            return
        number = self._project.id
        choices = item_choices(self._session, self._plan, self._project)

        def take(keys: tuple[Hashable, ...]) -> None:
            wanted = [(int(one.cells[0]), one.cells[1]) for one in choices if one.key in set(keys)]
            self._put(lambda file: put_items(file, number, wanted))

        title, heads = "ข้อ OIT ที่โครงการนี้ตอบ", ["ปี", "ข้อ", "ข้อคำถาม"]
        self._choose(title, heads, choices, self._project.items, take, _NO_ITEMS)

    def _choose(
        self,
        title: str,
        heads: Sequence[str],
        choices: Sequence[Choice],
        chosen: Sequence[Hashable],
        take: Take,
        nothing: str,
    ) -> None:
        if not self._session.leave():
            return
        dialog = ChoosingDialog(title, heads, choices, chosen, take, nothing, self._parent)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _put(self, deed: Callable[[DataFile], None]) -> None:
        self._session.do(deed)

    def _risk_words(self, plan: Plan, project: Project) -> tuple[str, ...]:
        key = ("risk", plan.id, plan.years, project.risks)
        if key not in self._known:
            choices = risk_choices(self._session, plan) if project.risks else ()
            self._known[key] = risk_words(choices, project)
        return self._known[key]

    def _item_words(self, plan: Plan, project: Project) -> tuple[str, ...]:
        key = ("item", plan.id, project.items)
        if key not in self._known:
            choices = item_choices(self._session, plan, project) if project.items else ()
            self._known[key] = item_words(choices, project)
        return self._known[key]

    def _forget(self, _year: int = 0) -> None:
        self._known.clear()
