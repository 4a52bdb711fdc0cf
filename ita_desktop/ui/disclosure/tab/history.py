"""What became of one field of an OIT item; each of its values can be used again."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ita_desktop.domain.disclosure import PublishState
from ita_desktop.domain.disclosure_entry import DAY_FIELDS, FIELD_WORDS
from ita_desktop.thai.dates import format_date
from ita_desktop.ui import wording
from ita_desktop.ui.history.field_dialog import FieldHistoryDialog
from ita_desktop.ui.session import Session
from ita_desktop.workflows.disclosure.entering import OitEdit, set_oit_field
from ita_desktop.workflows.disclosure.field_history import oit_field_history

_EMPTY: Final = "(ว่าง)"


def show_oit_history(
    session: Session, code: str, field: str, parent: QWidget
) -> FieldHistoryDialog:
    """Show the history of a field of an item of the year looked at."""
    year = session.fiscal_year

    def say(value: object) -> str:
        return wording.shown(kept_words(field, "" if value is None else str(value)))

    def use(value: object) -> None:
        text = _WORDS.get(field, str)("" if value is None else str(value))
        set_oit_field(session.file, year, OitEdit(code=code, field=field, text=text))
        session.refresh()

    dialog = FieldHistoryDialog(
        session,
        f"{FIELD_WORDS[field]} ข้อ {code} ปี {year}",
        lambda: oit_field_history(session.file, year, code, field),
        say,
        use,
        parent,
    )
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
    return dialog


def kept_words(field: str, kept: str) -> str:
    """Return what a field keeps as it is read: a state's word, a day in words."""
    return _WORDS.get(field, str)(kept) or _EMPTY


def _day(kept: str) -> str:
    if not kept:
        return ""
    return format_date(date.fromisoformat(kept), thai_digits=False, abbreviated=True)


_WORDS: Final[Mapping[str, Callable[[str], str]]] = {
    "state": lambda kept: PublishState(kept).words,
    **dict.fromkeys(DAY_FIELDS, _day),
}
