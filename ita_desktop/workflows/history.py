"""The history of a file as people ask for it: what was done, what became of a field, the trash."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from ita_desktop.db import history, old_history, trash
from ita_desktop.db.change_log import Change
from ita_desktop.db.data_file import HISTORY, DataFile
from ita_desktop.db.history import FieldChange, Numbered, Recorded
from ita_desktop.db.loose_ends import forgotten, without_the_gone
from ita_desktop.db.old_history import OldHistory
from ita_desktop.db.plans import plans_of
from ita_desktop.db.schema import LOGGED_TABLES
from ita_desktop.db.trash import Deleted, Why
from ita_desktop.domain.score_entry import EXCLUDED, Entry
from ita_desktop.errors import ClerkError
from ita_desktop.workflows.described_changes import (
    DESCRIBED,
    Line,
    lines_of,
    row_above,
    summary,
)
from ita_desktop.workflows.described_rows import Row
from ita_desktop.workflows.plans.brought_back import settle_sections

_LONGEST_NAME = 120
"""Letters of a row's words in the name of the deed that wrote it back."""
_KINDS = {"undo": "เลิกทำ", "redo": "ทำซ้ำ"}


@dataclass(frozen=True, slots=True)
class Gone:
    """A deleted row in words, and who deleted it when."""

    number: int
    words: str
    deed: Recorded


def deed_numbers(file: DataFile, sought: str = "") -> "array[int]":
    """Return the numbers of all deeds whose name or person holds ``sought``, newest first."""
    with file.understanding(HISTORY):
        return history.deed_numbers(file.read, sought.strip())


def deeds(file: DataFile, numbers: Sequence[int]) -> tuple[Recorded, ...]:
    """Return the deeds of these numbers, as many as fit a screen."""
    with file.understanding(HISTORY):
        return history.recorded(file.read, numbers)


def deed_words(deed: Recorded) -> str:
    """Return a deed's name; what took one back or did it again says so first."""
    kind = _KINDS.get(deed.kind)
    return f"{kind} “{deed.name}”" if kind else deed.name


def standing_words(deed: Recorded) -> str:
    """Return what became of a deed since: empty where it stands."""
    if deed.kind != "edit" or deed.state == "done":
        return ""
    if deed.state == "undone":
        return "เลิกทำแล้ว"
    return "เลิกทำแล้ว ทำซ้ำไม่ได้" if deed.changes else "คงไว้"


def why_not_undone(deed: Recorded) -> str:
    """Return why a deed cannot be taken back (now, or any more); empty where it can."""
    match deed.kind, deed.state:
        case "edit", "done":
            return ""
        case "edit", "undone":
            return "รายการนี้เลิกทำแล้ว ทำซ้ำได้"
        case "edit", _ if not deed.changes:
            return "รายการนี้เป็นจุดเริ่มต้นของข้อมูล จึงเลิกทำไม่ได้"
        case "edit", _:
            return (
                "รายการนี้เลิกทำแล้ว และมีการแก้ไขใหม่หลังจากนั้น จึงทำซ้ำไม่ได้"
                " ค่าที่เคยมีดูได้ในประวัติของช่องหรือในถังรายการที่ลบ"
            )
        case (("undo" | "redo"), _):
            return "รายการนี้บันทึกการเลิกทำหรือทำซ้ำ กรุณาเลือกรายการแก้ไขต้นทาง"
        case _:
            return "รายการนี้เป็นการเตรียมไฟล์ ไม่ใช่การแก้ไขข้อมูล จึงเลิกทำไม่ได้"


def changes(file: DataFile, deed: int) -> tuple[Numbered, ...]:
    """Return what a deed changed, in order."""
    with file.understanding(HISTORY):
        return history.changes_of(file.read, deed)


def described(file: DataFile, numbered: Numbered) -> tuple[Line, ...]:
    """Return a change in words, a line for each field."""
    change = numbered.change
    with file.understanding(HISTORY):
        return lines_of(change, _told(file, numbered))


def _told(file: DataFile, numbered: Numbered) -> dict[str, object]:
    """Return what says which row a change was about, as it was then."""
    table = numbered.change.table
    columns = DESCRIBED[table].told if table in DESCRIBED else ()
    known = history.key_of(file.read, numbered, columns, LOGGED_TABLES)
    return {**known, "of": _words_above(file, numbered.id, table, known)}


def _words_above(file: DataFile, number: int, table: str, values: Row) -> str:
    """Return the words for the row that names a row, as it was at a change; empty without one."""
    if (above := row_above(table, values)) is None:
        return ""
    then = Numbered(number, Change(*above, None, None))
    return DESCRIBED[above[0]].place(_told(file, then))


def row_history(file: DataFile, numbered: Numbered) -> tuple[tuple[Recorded, Numbered], ...]:
    """Return all that became of the row a change was about, newest first, with the deeds."""
    table = numbered.change.table
    if table not in DESCRIBED or table not in LOGGED_TABLES:
        return ()
    with file.understanding(HISTORY):
        key = history.key_of(file.read, numbered, DESCRIBED[table].key, LOGGED_TABLES)
        return history.row_changes(file.read, table, numbered.change.row, key)


def width(numbered: Numbered) -> int:
    """Return how many lines ``described`` gives of a change; without reading anything."""
    return len(lines_of(numbered.change, defaultdict(str)))


def score_history(file: DataFile, fiscal_year: int, code: str) -> tuple[FieldChange, ...]:
    """Return what became of a score, newest first; values as stored, None for none."""
    key = {"fiscal_year": fiscal_year, "code": code}
    with file.understanding(HISTORY):
        found = history.field_changes(file.read, "score", key, "value")
        for one in found:
            for value in (one.before, one.after):
                if value is not None:
                    stored_score(value)  # a value that is none is told here, not where it is shown
        return found


def stored_score(value: object) -> Entry:
    """Return a score of the log as it was entered; raises ArithmeticError for none of ours."""
    return EXCLUDED if value == "excluded" else Decimal(str(value))


def text_history(file: DataFile, fiscal_year: int, code: str) -> tuple[FieldChange, ...]:
    """Return what became of the office's wording of an item, newest first; None for the set's."""
    key = {"fiscal_year": fiscal_year, "code": code}
    with file.understanding(HISTORY):
        return history.field_changes(file.read, "item_text", key, "text")


def trash_numbers(file: DataFile) -> "array[int]":
    """Return the numbers of what was deleted and is not there now, newest first."""
    with file.understanding(HISTORY):
        return trash.deleted_numbers(file.read, LOGGED_TABLES)


def trashed(file: DataFile, numbers: Sequence[int]) -> tuple[Gone, ...]:
    """Return deleted rows in words, as many as fit a screen."""
    with file.understanding(HISTORY):
        rows = trash.deleted_rows(file.read, numbers)
        return tuple(Gone(row.number, _words(file, row), row.deed) for row in rows)


def bring_back(file: DataFile, number: int) -> int:
    """Write a deleted row back, with what the same deed deleted with it, and return how many rows.

    What only pointed at it does so again. One deed. Raises ClerkError where its place is taken or
    what it belongs to is gone.
    """
    with file.understanding(HISTORY):
        (wanted,) = trash.deleted_rows(file.read, (number,))
        together = trash.belonging(file.connection, file.read, wanted, LOGGED_TABLES)
        together = without_the_gone(file.connection, file.read, wanted, together)
        again = forgotten(file.read, wanted.deed.id, together)
        stands = trash.hindrance(file.connection, file.read, together)
        words = _words(file, wanted)
    _refuse_two_plans(file, words, together)
    if stands is not None:
        of = _words_above(file, number, stands.table, stands.values)
        words = summary(stands.table, stands.values, of)
        if stands.why is Why.TAKEN:
            raise ClerkError(f"คืน “{words}” ไม่ได้ เพราะมีรายการอื่นอยู่แทนแล้ว กรุณาลบหรือแก้รายการนั้นก่อน")
        raise ClerkError(
            f"คืน “{words}” ไม่ได้ เพราะ{_PARENTS.get(stands.of_table, 'รายการ')}ที่รายการนี้อยู่ถูกลบไปแล้ว"
            " กรุณาคืนหรือเพิ่มกลับก่อน"
        )
    name = words if len(words) <= _LONGEST_NAME else f"{words[:_LONGEST_NAME]}…"
    with file.deed(f"คืนรายการที่ลบ {name}"), file.understanding(HISTORY):
        trash.put_back(file.connection, (*again, *together), LOGGED_TABLES)
        settle_sections(file, together)
    return len(together)


def _refuse_two_plans(file: DataFile, words: str, coming: Iterable[Change]) -> None:
    """Raise ClerkError where a plan that comes back covers a year that another one covers now."""
    for plan in (one.old or {} for one in coming if one.table == "plan"):
        first, last = int(str(plan["first_year"])), int(str(plan["last_year"]))
        for other in plans_of(file):
            if other.first_year <= last and first <= other.last_year:
                raise ClerkError(
                    f"คืน “{words}” ไม่ได้ เพราะมีแผนปี {other.first_year} – {other.last_year} อยู่แล้ว"
                    " กรุณาลบหรือเปลี่ยนช่วงปีของแผนนั้นก่อน"
                )


_PARENTS = {
    "fiscal_year": "ปีงบประมาณ",
    "content": "เนื้อหาของไฟล์",
    "topic": "ประเด็น",
    "measure": "มาตรการ",
    "step": "ขั้นตอน",
    "process": "กระบวนงาน",
    "risk": "ความเสี่ยง",
    "treatment": "มาตรการควบคุม",
    "plan": "แผน",
    "section": "หัวข้อ",
    "goal": "เป้าหมาย",
    "project": "โครงการ",
    "oit_item": "ข้อ OIT ",
}


def _words(file: DataFile, row: Deleted) -> str:
    values = {"id": row.row, **row.values}
    return summary(row.table, values, _words_above(file, row.number, row.table, values))


def older_than(file: DataFile, moment: datetime) -> OldHistory:
    """Return what of the history is older than a moment and can be forgotten."""
    with file.understanding(HISTORY):
        return old_history.older_than(file.read, moment)


def forget(file: DataFile, old: OldHistory) -> bool:
    """Take old deeds off the record; False where the disk did not let the file get smaller.

    The data stay. Raises as a deed does, with nothing changed.
    """
    file.forget_history(old.cut, f"ย่อประวัติเก่า {old.deeds} รายการ")
    return old_history.shrink(file.connection)
