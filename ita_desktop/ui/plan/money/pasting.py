"""A copied block into the money grid: shown first, then one deed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import Qt

from ita_desktop.db.rows import Kind
from ita_desktop.domain.plan import Plan
from ita_desktop.domain.project import Project
from ita_desktop.errors import ClerkError
from ita_desktop.ui import wording
from ita_desktop.ui.dialogs.pasted_block import (
    NO_CELL,
    NOTHING_COPIED,
    PastedValue,
    preview_of,
    put_values,
    show_block,
)
from ita_desktop.ui.plan.money.table import MoneyTable
from ita_desktop.ui.session import Session
from ita_desktop.workflows.plans.fields import plan_value
from ita_desktop.workflows.rows.deeds import Edit, apply_edits
from ita_desktop.workflows.scores.block import read_cells

_SUMS = "ช่องนี้คำนวณจากช่องอื่น พิมพ์หรือวางไม่ได้ กรุณาเลือกช่องของโครงการ"
_BOTH = "โครงการนี้มีทั้งจำนวนเงินและไม่ใช้งบประมาณ กรุณาเลือกอย่างเดียว"
Done = Callable[[int], object]
_Value = PastedValue[Edit]


def paste(table: MoneyTable, session: Session, text: str, done: Done) -> str:
    """Show what a block would change from the current cell on; on a yes write what is right of it.

    Rows of sums are stepped over. One value goes into all selected cells at once. ``done`` is told
    how many values were written. Returns a sentence where nothing can be pasted, else "".
    """
    cells, current = read_cells(text), table.currentIndex()
    if not cells:
        return NOTHING_COPIED
    if not current.isValid():
        return NO_CELL
    if len(cells) == 1 and len(cells[0]) == 1:
        return _paste_one(table, session, cells[0][0], done)
    values = _without_contradictions(_placed(table, cells), session.plan)
    if not values:
        return _SUMS
    rows = [preview_of(one) for one in values]
    show_block("วางงบประมาณ", rows, table, lambda: _put(session, values, done))
    return ""


def _paste_one(table: MoneyTable, session: Session, text: str, done: Done) -> str:
    edits: list[Edit] = []
    for cell in table.selected_cells():
        project = table.row(cell).project
        if project is not None and cell.flags() & Qt.ItemFlag.ItemIsEditable:
            field = table.column(cell).field
            edits.append(Edit(kind=Kind.PROJECT, number=project.id, field=field, text=text))
    if not edits:
        return _SUMS
    for edit in edits:
        if why := _why(edit):
            return why
    session.do(lambda file: apply_edits(file, edits, f"วางงบประมาณ {len(edits)} ช่อง"))
    done(len(edits))
    return ""


def _placed(table: MoneyTable, cells: Sequence[Sequence[str]]) -> list[_Value]:
    """Return what each cell of a block would write, row by row over the projects from here on."""
    model, current = table.money_model, table.currentIndex()
    projects = [
        place
        for place in range(current.row(), model.rowCount())
        if model.rows[place].project is not None
    ]
    values: list[_Value] = []
    for number, texts in enumerate(cells):
        if number >= len(projects):
            why = "ไม่มีโครงการในแถวนี้ของตาราง"
            values.append(PastedValue(" ".join(filter(None, texts)), None, "", "", why))
            continue
        for column, text in enumerate(texts, start=current.column()):
            if column < model.columnCount():
                values += _value(table, projects[number], column, text)
    return values


def _value(table: MoneyTable, place: int, column: int, text: str) -> list[_Value]:
    cell = table.money_model.index(place, column)
    placed, field = table.row(cell).placed, table.column(cell).field
    if placed is None or not field or not cell.flags() & Qt.ItemFlag.ItemIsEditable:
        return []
    where = wording.shown(f"โครงการที่ {placed.number} · {table.column(cell).head}")
    edit = Edit(kind=Kind.PROJECT, number=placed.project.id, field=field, text=text)
    before = str(cell.data(Qt.ItemDataRole.EditRole) or "")
    if why := _why(edit):
        return [PastedValue(where, edit, before, text, why)]
    same = plan_value(field, text) == plan_value(field, before)
    return [PastedValue(where, edit, before, before if same else text)]


def _without_contradictions(values: Sequence[_Value], plan: Plan | None) -> list[_Value]:
    """Refuse the tick of a project that would have money too, and money pasted beside that tick."""
    if plan is None:
        return [*values]
    both = {
        placed.project.id
        for placed in plan.placed()
        if _is_contradicted(placed.project, plan.years, values)
    }
    return [
        replace(one, why=_BOTH)
        if one.edit is not None
        and not one.why
        and one.edit.number in both
        and plan_value(one.edit.field, one.edit.text)
        else one
        for one in values
    ]


def _is_contradicted(project: Project, years: Sequence[int], values: Sequence[_Value]) -> bool:
    """Say whether a block ticks ไม่ใช้งบประมาณ of a project that it gives, or leaves, money."""
    those = [one.edit for one in values if one.edit is not None and not one.why]
    pasted = {
        edit.field: plan_value(edit.field, edit.text) for edit in those if edit.number == project.id
    }
    if not pasted.get("no_budget"):
        return False
    there: dict[str, object] = {"amount": project.amount}
    for year in years:
        one = project.years.get(year)
        there[f"amount:{year}"] = None if one is None else one.amount
    return any(Decimal(str(pasted.get(field, kept) or 0)) > 0 for field, kept in there.items())


def _why(edit: Edit) -> str:
    try:
        plan_value(edit.field, edit.text)
    except ClerkError as refusal:
        return wording.said(str(refusal))
    return ""


def _put(session: Session, values: Sequence[_Value], done: Done) -> None:
    def write_all(edits: Sequence[Edit]) -> None:
        session.do(lambda file: apply_edits(file, edits, f"วางงบประมาณ {len(edits)} ช่อง"))

    put_values(session, values, write_all, done)
