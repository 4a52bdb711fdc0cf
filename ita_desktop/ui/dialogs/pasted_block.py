"""A copied block on its way into a table: shown first, then one deed; why it cannot go."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ita_desktop.ui import wording
from ita_desktop.ui.dialogs.paste import PreviewDialog, PreviewRow
from ita_desktop.ui.session import Session

NOTHING_COPIED: Final = "คลิปบอร์ดว่างอยู่ กรุณาคัดลอกจาก Excel หรือ Word ก่อน แล้ววางอีกครั้ง"
NO_CELL: Final = "กรุณาเลือกช่องที่จะวางก่อน"
NO_ROOM: Final = "ข้อมูลที่คัดลอกมามีมากกว่าแถวหรือคอลัมน์ที่วางได้ กรุณาเลือกช่องเริ่มต้นใหม่"
ONLY_READ: Final = "ช่องนี้พิมพ์หรือวางไม่ได้ กรุณาเลือกช่องอื่น"

E = TypeVar("E")


@dataclass(frozen=True)
class PastedValue(Generic[E]):
    """One pasted cell: where it goes, what is there, why it cannot; without an edit: nowhere.

    Not slotted: Python 3.11 makes no frozen, slotted one by ``PastedValue[Edit](…)``.
    """

    place: str
    edit: E | None
    before: str
    after: str
    why: str = ""


def preview_of(value: PastedValue[E]) -> PreviewRow:
    """Return a cell as it is shown before anything is written; what is refused as it was typed."""
    after = value.after if value.why else wording.shown(value.after)
    before, why = wording.shown(value.before), wording.said(value.why)
    return PreviewRow(value.place, before, after, why, refused=bool(value.why))


def show_block(
    title: str, rows: Sequence[PreviewRow], parent: QWidget, on_yes: Callable[[], object]
) -> None:
    """Show what a block would change; ``on_yes`` writes what is right of it."""
    dialog = PreviewDialog(title, rows, "วาง", parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(on_yes)
    dialog.open()


def put_values(
    session: Session,
    values: Sequence[PastedValue[E]],
    write: Callable[[Sequence[E]], object],
    done: Callable[[int], object],
) -> None:
    """Write the values that are right and other than what is there; ``done`` is told how many."""
    edits = [
        value.edit
        for value in values
        if value.edit is not None and not value.why and value.after != value.before
    ]
    before = session.file.latest_deed()
    write(edits)
    if session.file.latest_deed() != before:
        done(len(edits))
