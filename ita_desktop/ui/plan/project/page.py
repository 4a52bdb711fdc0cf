"""A project as its paper's nine headings, one page that is written in place."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget

from ita_desktop.db.rows import Kind
from ita_desktop.domain.plan import Placed, Plan, Project, ProjectKind
from ita_desktop.domain.plan_entry import kind_of_name
from ita_desktop.domain.plan_period import period_words
from ita_desktop.thai.text import one_line
from ita_desktop.ui import wording
from ita_desktop.ui.plan.project.chosen_links import ChosenLinks
from ita_desktop.ui.plan.project.field import MISSING, Field
from ita_desktop.ui.plan.project.heading import Heading, captioned
from ita_desktop.ui.plan.project.list_editor import HINT, ListEditor
from ita_desktop.ui.plan.project.measuring import measuring_button
from ita_desktop.ui.plan.project.money_field import MoneyField
from ita_desktop.ui.plan.project.period_model import PeriodModel, Wish
from ita_desktop.ui.plan.project.period_table import PeriodTable
from ita_desktop.ui.plan.project.text_editor import TextEditor
from ita_desktop.ui.rows.writing import write
from ita_desktop.ui.session import Session
from ita_desktop.ui.widgets.card import Card, label
from ita_desktop.workflows.rows.deeds import Edit, apply_edits, field_words

_NOTHING: Final = "เลือกโครงการจากรายการด้านซ้าย เพื่อเขียนตามหัวข้อทั้งเก้าของแผน"
_VALUES: Final[Mapping[str, Callable[[Project], str]]] = {
    "name": lambda one: one.name,
    "rationale": lambda one: one.rationale,
    "objectives": lambda one: one.objectives,
    "target": lambda one: one.target,
    "target_count": lambda one: (
        "" if one.target_count is None else wording.shown(f"{one.target_count:,}")
    ),
    "steps": lambda one: one.steps,
    "period": lambda one: one.period,
    "units": lambda one: one.units,
    "outputs": lambda one: one.outputs,
    "outcomes": lambda one: one.outcomes,
    "note": lambda one: one.note,
}
"""Fields that are a text, and what each shows of a project."""


class ProjectEditor(Card):
    """Each field is taken when it is left, as one deed; what is refused stays, and says why."""

    project_wanted = Signal(int)
    """This project (its id) is to be shown: the one before or after on paper."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._session = session
        self._number: int | None = None
        self._placed: Placed | None = None
        self.fields: dict[str, Field] = {}
        self.money = MoneyField(session, self._write)
        self.period = PeriodModel()
        self.period_table = PeriodTable(self.period)
        self._period_error = label("", "error", wrap=True)
        self._period_error.hide()
        self.chosen = ChosenLinks(session, self._write, self)
        self.kind = QPushButton()
        self.kind.setObjectName("kind")
        self.kind.setMenu(self._kind_menu())
        self.number = label("", "cardTitle")
        self.before, self.after = QPushButton(), QPushButton()
        self._empty = label(_NOTHING, "quiet", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area = QScrollArea()
        self._inner = QWidget()
        self._inner.setObjectName("sheet")
        self._make_fields()
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
        self._area.verticalScrollBar().setValue(0)
        return True

    def refresh(self) -> None:
        """Show what the file has now; what is being typed stays."""
        if self._session.is_open:
            self._show(anew=False)

    def focus_field(self, field: str) -> bool:
        """Put the keyboard into a field ("steps", "amount:2567"); False for one that is none."""
        name, _, year = field.partition(":")
        if self._placed is None:
            return False
        if name == "amount" and (year or self._placed.project.amount is None):
            self.money.stand_at(int(year) if year else None)
            self._see(self.money)
            return True
        if name in ("runs", "quarters"):
            years = [*self.period.years]
            column = years.index(int(year)) + 1 if year and int(year) in years else 0
            self.period_table.setCurrentIndex(self.period.index(0, column))
        found = self._place_of(name)
        if found is None:
            return False
        found.setFocus()
        self._see(found)
        return True

    def _place_of(self, name: str) -> QWidget | None:
        others: Mapping[str, QWidget] = {
            "kind": self.kind,
            "runs": self.period_table,
            "quarters": self.period_table,
            "no_budget": self.money.none,
            "target_groups": self.chosen.groups,
            "risks": self.chosen.risks,
            "items": self.chosen.items,
        }
        fields = {field.field: field for field in self._all_fields()}
        return others.get(name) or fields.get(name)

    def _all_fields(self) -> tuple[Field, ...]:
        return (*self.fields.values(), *self.money.fields)

    def _take(self) -> bool:
        """Write what is being typed; False, and the keyboard in it, where it was refused."""
        self.money.table.finish_edit()
        for field in self._all_fields():
            if not field.take():
                field.setFocus()
                self._see(field)
                return False
        return True

    def _leave(self) -> None:
        if not self._take():
            self._session.stay()

    def _write(self, field: str, text: str) -> str:
        """Write one field; return why it was refused, or ""."""
        return self._write_all({field: text}, field)

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

    def _show(self, *, anew: bool) -> None:
        plan = self._session.plan
        found = () if plan is None else (one for one in plan.placed())
        self._placed = next((one for one in found if one.project.id == self._number), None)
        there = self._placed is not None
        self._area.setVisible(there)
        self._head.setVisible(there)
        self._empty.setVisible(not there)
        if plan is None or self._placed is None:
            self._number = None
            for field in self._all_fields():
                field.show_value("", anew=True)
            return
        self._show_placed(plan, self._placed, anew=anew)

    def _show_placed(self, plan: Plan, placed: Placed, *, anew: bool) -> None:
        project, writable = placed.project, not self._session.file.read_only
        for name, field in self.fields.items():
            field.show_value(_VALUES[name](project), anew=anew)
            field.set_writable(on=writable)
        for field in self.money.fields:
            field.set_writable(on=writable)
        usual = wording.shown(period_words(replace(project, period="")).replace("\n", " "))
        period = f"ใช้ตามปีที่เลือก: {usual}" if usual else MISSING
        self.fields["period"].editor.setPlaceholderText(period)
        units = (*self._session.office.units, "ทุกหน่วยงาน")
        if isinstance(editor := self.fields["units"].editor, TextEditor):
            editor.put_words(units)
        self.period.writable = writable
        self.period.show(project, plan.years)
        self._say_period("")
        self.money.show_project(plan, placed, writable=writable, anew=anew)
        self.kind.setText(project.kind.words or "ประเภทงาน")
        self.kind.setEnabled(writable)
        self.number.setText(wording.shown(str(placed.number)))
        self._show_neighbours(plan, placed)
        self.chosen.show_project(plan, project, writable=writable)

    def _show_neighbours(self, plan: Plan, placed: Placed) -> None:
        all_ = [*plan.placed()]
        place = placed.number - 1
        for button, at, words in (
            (self.before, place - 1, "ก่อนหน้า"),
            (self.after, place + 1, "ถัดไป"),
        ):
            there = 0 <= at < len(all_)
            number = wording.shown(str(at + 1)) if there else ""
            button.setText(f"‹ {number}" if at < place else f"{number} ›")
            button.setEnabled(there)
            name = (
                f"โครงการ{words} {number} {all_[at].project.name}"
                if there
                else f"ไม่มีโครงการ{words}"
            )
            button.setAccessibleName(wording.shown(one_line(name)))
            button.setProperty("project", all_[at].project.id if there else None)

    def _go_to(self, button: QPushButton) -> None:
        number: int | None = button.property("project")
        if number is not None and self._session.leave():
            self.project_wanted.emit(number)

    def _period_wanted(self, wish: Wish) -> None:
        if self._placed is None or not wish.years:
            return
        project = self._placed.project
        texts = {f"{wish.field}:{year}": wish.text for year in wish.years}
        why = ""
        if wish.field == "runs" and not wish.text:
            texts |= {f"quarters:{year}": "" for year in wish.years}
            paid = [
                str(year)
                for year in wish.years
                if (one := project.years.get(year)) is not None and one.amount
            ]
            if paid:
                why = (
                    f"ปี {', '.join(paid)} มีงบประมาณอยู่ จึงยังนับว่าดำเนินการ"
                    " กรุณาลบจำนวนเงินของปีนั้นในหัวข้อ 7 ก่อน"
                )
        refused = self._write_all(texts, next(iter(texts)))
        self._say_period(refused or wording.shown(why))

    def _say_period(self, why: str) -> None:
        self._period_error.setText(why)
        self._period_error.setVisible(bool(why))

    def _kind_menu(self) -> QMenu:
        menu = QMenu(self)
        for kind in (*(one for one in ProjectKind if one), ProjectKind.UNTOLD):
            words = kind.words or "ไม่ระบุประเภทงาน"
            menu.addAction(words, lambda kind=kind: self._write("kind", kind.value))
        return menu

    def _show_history(self, field: str) -> None:
        from ita_desktop.ui.plan.project.history import show_history  # noqa: PLC0415 - when asked

        placed = self._placed
        if placed is not None and self._session.leave():
            show_history(self._session, placed.number, placed.project.id, field, self)

    def _see(self, part: QWidget) -> None:
        """Scroll to a part, when it has the size it will have."""
        QTimer.singleShot(0, part, lambda: self._area.ensureWidgetVisible(part, 0, 40))

    def _see_cursor(self, field: Field) -> None:
        if not field.editor.hasFocus():
            return
        cursor = field.editor.cursorRect()
        place = field.editor.viewport().mapTo(self._inner, cursor.center())
        self._area.ensureVisible(0, place.y(), 0, 40)

    def _make_fields(self) -> None:
        lists = ("objectives", "target", "steps", "outputs", "outcomes")
        lines = ("name", "target_count", "note")
        for name in _VALUES:
            editor = ListEditor(self) if name in lists else TextEditor(self, one_line=name in lines)
            words = field_words(Kind.PROJECT, name)
            if name in lists:
                editor.setToolTip(HINT)
            field = Field(name, words, editor, self._write)
            self.fields[name] = field
        self.fields["name"].editor.setProperty("strong", True)
        self.fields["name"].editor.setPlaceholderText("ชื่อโครงการ")
        self.fields["units"].editor.setToolTip("พิมพ์ชื่อหน่วยงานบรรทัดละชื่อ  Alt+↓ เลือกจากรายชื่อ")
        self.fields["target_count"].setFixedWidth(110)

    def _lay_out(self) -> None:
        self.layout().setContentsMargins(0, 0, 0, 8)  # pyright: ignore[reportOptionalMemberAccess]
        self._head = QWidget()
        head = QHBoxLayout(self._head)
        head.setContentsMargins(14, 8, 10, 4)
        head.setSpacing(6)
        top = Qt.AlignmentFlag.AlignTop
        head.addWidget(self.kind, 0, top)
        head.addWidget(self.number, 0, top)
        head.addWidget(self.fields["name"], 1)
        for button in (self.before, self.after):
            button.setObjectName("plain")
            button.setAutoDefault(False)
            head.addWidget(button, 0, top)
        rows = QVBoxLayout(self._inner)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for heading in self._headings():
            rows.addWidget(heading)
        rows.addStretch()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self._inner)
        self.body.addWidget(self._head)
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self._empty, 1)

    def _headings(self) -> tuple[Heading, ...]:
        of = self.fields
        return (
            Heading("2. หลักการและเหตุผล", of["rationale"]),
            Heading("3. วัตถุประสงค์", of["objectives"]),
            Heading(
                "4. กลุ่มเป้าหมาย",
                of["target"],
                captioned("จำนวน", of["target_count"], "คน"),
                self.chosen.groups,
            ),
            Heading("5. วิธีดำเนินการ", of["steps"]),
            Heading("6. ระยะเวลาดำเนินการ", self.period_table, self._period_error, of["period"]),
            Heading("7. งบประมาณดำเนินการ", self.money),
            Heading("8. ผู้รับผิดชอบ", of["units"]),
            Heading("9. ผลผลิต/ผลลัพธ์", self._measured("outputs"), self._measured("outcomes")),
            Heading("หมายเหตุ", of["note"]),
            Heading("ความเสี่ยงที่ป้องกัน", self.chosen.risks),
            Heading("ข้อ OIT ที่ตอบ", self.chosen.items),
        )

    def _measured(self, name: str) -> QWidget:
        """Return a list with its caption and the menu of ways of measuring."""
        field = self.fields[name]
        made = QWidget()
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 0, 0)
        head.addWidget(label(field.words, "quiet"))
        head.addStretch()
        rows = QVBoxLayout(made)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addLayout(head)
        rows.addWidget(field)
        made.setFocusProxy(field)
        if isinstance(field.editor, ListEditor):
            head.addWidget(measuring_button(field.editor, field.words, self))
        return made

    def _connect(self) -> None:
        for field in self._all_fields():
            field.history_wanted.connect(self._show_history)
            field.editor.cursorPositionChanged.connect(lambda field=field: self._see_cursor(field))
        self.period.wanted.connect(self._period_wanted)
        self.before.clicked.connect(lambda _on=False: self._go_to(self.before))
        self.after.clicked.connect(lambda _on=False: self._go_to(self.after))
        self._session.leaving.connect(self._leave)
        self._session.plan_changed.connect(self.refresh)
        self._session.year_changed.connect(self.refresh)
        self._session.office_changed.connect(self.refresh)
        self._session.risks_changed.connect(self.refresh)
