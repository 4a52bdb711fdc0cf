"""A project as its paper's nine headings, one page that is written in place."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from ita_desktop.db.rows import Kind
from ita_desktop.domain.plan import Placed, Plan
from ita_desktop.domain.plan_entry import kind_of_name
from ita_desktop.domain.plan_headings import numbered_heading
from ita_desktop.domain.plan_period import period_words
from ita_desktop.domain.project import ProjectKind
from ita_desktop.thai.text import one_line
from ita_desktop.ui import wording
from ita_desktop.ui.fields.field import MISSING, Field
from ita_desktop.ui.fields.heading import Heading
from ita_desktop.ui.fields.text_editor import TextEditor
from ita_desktop.ui.plan.project.chosen_links import ChosenLinks
from ita_desktop.ui.plan.project.head import ProjectHead
from ita_desktop.ui.plan.project.headings import TEXTS, last_headings, project_fields, text_headings
from ita_desktop.ui.plan.project.money_field import MoneyField
from ita_desktop.ui.plan.project.period_field import PeriodField
from ita_desktop.ui.plan.project.sheet import ProjectSheet
from ita_desktop.ui.plan.project.stops import enter_stops, put_tab_order
from ita_desktop.ui.rows.writing import write
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import Card, label
from ita_desktop.workflows.rows.deeds import Edit, apply_edits, field_words

_NOTHING: Final = "เลือกโครงการจากรายการด้านซ้าย เพื่อเขียนตามหัวข้อทั้งเก้าของแผน"


class ProjectEditor(Card):
    """Each field is taken when it is left, as one deed; what is refused stays, and says why."""

    project_wanted = Signal(int)
    """This project (its id) is to be shown: the one before or after on paper."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self._number: int | None = None
        self._placed: Placed | None = None
        self._state: tuple[object, ...] | None = None
        """What is shown, as ``_state_of`` says it; None where nothing is."""
        self.fields = project_fields(self._write, self)
        self.money = MoneyField(session, self._write, self._put, self)
        self.period = PeriodField(self._write_all, self)
        self.chosen = ChosenLinks(session, self._put, self)
        self.head_line = ProjectHead(self.fields["name"])
        self._empty = label(_NOTHING, "quiet", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sheet = ProjectSheet(self)
        self._lay_out()
        self._connect()
        self.refresh()

    @property
    def project(self) -> int | None:
        """The project that is shown, by its id."""
        return self._number

    @property
    def editing(self) -> bool:
        """Whether something was typed that is not written yet."""
        return any(field.is_dirty for field in self._all_fields())

    def show_project(self, number: int | None) -> bool:
        """Show a project; False where what is being typed was refused, then all stays."""
        if number == self._number:
            self.refresh()
            return True
        if not self._take():
            return False
        self._number = number
        self._show(anew=True)
        self._sheet.verticalScrollBar().setValue(0)
        focus = self.window().focusWidget()
        if bool(focus) and self.isAncestorOf(focus):  # nothing may have it
            self._sheet.see(focus)  # the same field of project after project
        return True

    def refresh(self) -> None:
        """Show what the file has now; what is being typed stays."""
        if self._session.is_open:
            self._show(anew=False)
            focus = self.window().focusWidget()
            if focus in (self.chosen.risks.button, self.chosen.items.button):
                self._sheet.see(focus)  # more stands above it now

    def focus_field(self, field: str) -> bool:
        """Put the keyboard into a field ("steps", "amount:2567"); False for one that is none."""
        name, _, year = field.partition(":")
        if self._placed is None:
            return False
        if name == "amount" and (year or self._placed.project.amount is None):
            self.money.stand_at(int(year) if year else None)
            fits = self.money.height() < self._sheet.height()
            self._sheet.see(self.money if fits else self.money.table)
            return True
        if name == "period" and not self._placed.project.period:
            name = "runs"  # without words of its own years are chosen
        if name in ("runs", "quarters"):
            self.period.stand_at(int(year) if year else None)
        found = self._place_of(name)
        if found is None:
            return False
        found.setFocus()
        self._sheet.see(found)
        return True

    def showEvent(self, event: QShowEvent) -> None:
        """Order the stops of Tab: Qt forgets their order when the page comes into a window."""
        super().showEvent(event)
        put_tab_order(self.fields, self.head_line, self.period, self.money, self.chosen)

    def _place_of(self, name: str) -> QWidget | None:
        others: Mapping[str, QWidget] = {
            "kind": self.head_line.kind,
            "runs": self.period.table,
            "quarters": self.period.table,
            "no_budget": self.money.none,
            "target_groups": self.chosen.groups.button,
            "risks": self.chosen.risks.button,
            "items": self.chosen.items.button,
        }
        fields = {field.field: field.editor for field in self._all_fields()}
        return others.get(name) or fields.get(name)

    def _all_fields(self) -> tuple[Field, ...]:
        return (*self.fields.values(), *self.money.fields)

    def _take(self) -> bool:
        """Write what is being typed; False, and the keyboard in it, where it was refused."""
        self.money.table.finish_edit()
        for field in self._all_fields():
            if not field.take() and not self._is_gone():
                field.editor.setFocus()
                self._sheet.see(field)
                return False
        return True

    def _is_gone(self) -> bool:
        """Whether the project that is shown was taken away: nothing of it can be mended."""
        plan = self._session.plan
        return plan is None or all(one.project.id != self._number for one in plan.placed())

    def _leave(self) -> None:
        if not self._take():
            self._session.stay()

    def _write(self, field: str, text: str) -> str:
        """Write one field; return why it was refused, or ""."""
        return self._write_all({field: text}, field)

    def _put(self, field: str, text: str) -> str:
        """Write what was chosen; why it was refused is said at the foot of the window."""
        why = self._write(field, text)
        if why:
            self._session.refused.emit(why)
        return why

    def _write_all(self, texts: Mapping[str, str], field: str) -> str:
        placed = self._placed
        if placed is None:
            return ""
        if field == "name" and placed.project.kind is ProjectKind.UNTOLD:
            told = kind_of_name(one_line(texts[field]))
            texts = {**texts, "kind": told.value} if told else texts
        edits = [
            Edit(kind=Kind.PROJECT, number=placed.project.id, field=name, text=text)
            for name, text in texts.items()
        ]
        deed = f"แก้{field_words(Kind.PROJECT, field)} โครงการที่ {placed.number}"
        _, why = write(self._session, lambda file: apply_edits(file, edits, deed))
        return why

    def _plan_told(self) -> None:
        """Show what a deed changed: of a project that is the same only those beside it."""
        plan, was = self._session.plan if self._session.is_open else None, self._state
        if plan is None or was is None or (now := self._find(plan)) is None:
            self.refresh()
            return
        if was[0] is not now.project or was[1:] != self._state_of(plan, now)[1:]:
            self.refresh()
            return
        self._placed = now
        writable = not self._session.file.read_only
        self.head_line.show_project(plan, now, writable=writable)
        self.chosen.show_project(plan, now.project, writable=writable)

    def _show(self, *, anew: bool) -> None:
        plan = self._session.plan
        self._placed = None if plan is None else self._find(plan)
        self._state = None
        there = self._placed is not None
        self._keep_focus(there=there)
        self._sheet.setVisible(there)
        self.head_line.setVisible(there)
        self._empty.setVisible(not there)
        if plan is None or self._placed is None:
            self._number = None
            for field in self._all_fields():
                field.show_value("", anew=True)
            return
        self._show_placed(plan, self._placed, anew=anew)

    def _find(self, plan: Plan) -> Placed | None:
        return next((one for one in plan.placed() if one.project.id == self._number), None)

    def _state_of(self, plan: Plan, placed: Placed) -> tuple[object, ...]:
        """Return what the fields show: the project, then what they take from elsewhere."""
        return placed.project, placed.number, plan.id, plan.years, self._session.file.read_only

    def _keep_focus(self, *, there: bool) -> None:
        """Hold the keyboard while what has it is hidden: Qt would give it to another part."""
        focus = self.window().focusWidget()
        if not there and bool(focus) and self.isAncestorOf(focus):  # nothing may have it
            self.setFocus()
        elif there and focus is self:
            QTimer.singleShot(0, self.fields["name"].editor.setFocus)

    def _show_placed(self, plan: Plan, placed: Placed, *, anew: bool) -> None:
        project, writable = placed.project, not self._session.file.read_only
        for name, field in self.fields.items():
            field.show_value(TEXTS[name](project), anew=anew)
            field.set_writable(on=writable)
        for field in self.money.fields:
            field.set_writable(on=writable)
        by_years = period_words(replace(project, period=""), plan.years)
        usual = wording.shown(by_years.replace("\n", " "))
        period = f"ใช้ตามปีที่เลือก: {usual}" if usual else MISSING
        self.fields["period"].put_placeholder(period)
        units = (*self._session.office.units, "ทุกหน่วยงาน")
        if isinstance(editor := self.fields["units"].editor, TextEditor):
            editor.put_words(units)
        self.period.show_project(project, plan.years, writable=writable)
        self.money.show_project(plan, placed, writable=writable, anew=anew)
        self.head_line.show_project(plan, placed, writable=writable)
        self.chosen.show_project(plan, project, writable=writable)
        self._state = self._state_of(plan, placed)

    def _other_wanted(self, number: int) -> None:
        if self._session.leave():
            self.project_wanted.emit(number)

    def _go_on(self, part: QWidget, forward: bool) -> None:
        """Put the keyboard into the next field, or the one before."""
        stops = enter_stops(self.fields, self.period, self.money, self.chosen)
        if part not in stops:
            self.focusNextPrevChild(forward)
            return
        place = stops.index(part) + (1 if forward else -1)
        if 0 <= place < len(stops):
            stops[place].setFocus(Qt.FocusReason.TabFocusReason)
            self._sheet.see(stops[place])

    def _show_history(self, field: str) -> None:
        from ita_desktop.ui.plan.project.history import show_history  # noqa: PLC0415 - when asked

        placed = self._placed
        if placed is not None and self._session.leave():
            show_history(self._session, placed.number, placed.project.id, field, self)

    def _lay_out(self) -> None:
        self.layout().setContentsMargins(0, 0, 0, 8)  # pyright: ignore[reportOptionalMemberAccess]
        headings = (
            *text_headings(self.fields, self.chosen.groups),
            Heading(
                numbered_heading("period"),
                self.period,
                self.fields["period"],
                goes_to=self.period.table,
            ),
            Heading(numbered_heading("amount"), self.money, goes_to=self.money.table),
            *last_headings(self.fields, self.chosen.risks, self.chosen.items, self),
        )
        self._sheet.put(headings)
        self.body.addWidget(self.head_line)
        self.body.addWidget(self._sheet, 1)
        self.body.addWidget(self._empty, 1)

    def _connect(self) -> None:
        for field in self._all_fields():
            field.next_wanted.connect(partial(self._go_on, field.editor))
            field.history_wanted.connect(self._show_history)
            field.editor.cursorPositionChanged.connect(partial(self._sheet.see_cursor, field))
        for table in (self.period.table, self.money.table):
            table.leave_wanted.connect(partial(self._go_on, table))
        self.head_line.kind_wanted.connect(partial(self._put, "kind"))
        self.head_line.project_wanted.connect(self._other_wanted)
        self._session.leaving.connect(self._leave)
        self._session.plan_changed.connect(self._plan_told)
        self._session.year_changed.connect(self.refresh)
        self._session.office_changed.connect(self.refresh)
        self._session.risks_changed.connect(self.refresh)
