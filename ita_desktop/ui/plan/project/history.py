"""What became of one field of a project; each of its values can be used again."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ita_desktop.db.rows import Kind
from ita_desktop.domain.outline import read_outline
from ita_desktop.domain.outline_editing import marks
from ita_desktop.domain.plan_entry import parse_amount
from ita_desktop.domain.project import ProjectKind, TargetGroup
from ita_desktop.thai.money import format_money
from ita_desktop.ui import wording
from ita_desktop.ui.history.field_dialog import FieldHistoryDialog
from ita_desktop.ui.session import Session
from ita_desktop.workflows.plans.field_history import project_field_history
from ita_desktop.workflows.plans.fields import OUTLINES, PLAN_FIELD_WORDS, field_and_year
from ita_desktop.workflows.rows.deeds import Edit, field_words, set_field

_EMPTY: Final = "(ว่าง)"


def show_history(
    session: Session, number: int, project: int, field: str, parent: QWidget
) -> FieldHistoryDialog:
    """Show the history of a field of the project that has this number on paper."""
    place = f"โครงการที่ {number}"

    def use(value: object) -> None:
        text = "" if value is None else str(value)
        edit = Edit(kind=Kind.PROJECT, number=project, field=field, text=text)
        set_field(session.file, edit, place=place)
        session.refresh()

    dialog = FieldHistoryDialog(
        session,
        f"{field_words(Kind.PROJECT, field)} {place}",
        lambda: project_field_history(session.file, project, field),
        lambda value: kept_words(field, value),
        use,
        parent,
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def kept_words(field: str, value: object) -> str:
    """Return what a field keeps as it is read: a list with its numbers, money with commas."""
    name, _ = field_and_year(field)
    if name in ("no_budget", "runs"):
        return PLAN_FIELD_WORDS[name] if value else _EMPTY
    if value in (None, ""):
        return _EMPTY
    text = str(value)
    if name in OUTLINES:
        entries = read_outline(text)
        lines = zip(marks(entries), entries, strict=True)
        return wording.shown("\n".join(f"{mark} {one.text}".strip() for mark, one in lines))
    return wording.shown(_WORDS.get(name, str)(text))


_WORDS: Final[Mapping[str, Callable[[str], str]]] = {
    "amount": lambda kept: format_money(Decimal(parse_amount(kept)), thai_digits=True),
    "kind": lambda kept: ProjectKind(kept).words,
    "target_groups": lambda kept: "\n".join(TargetGroup(one).words for one in kept.split()),
    "quarters": ", ".join,
}
"""Fields that are kept in another way than they are read."""
