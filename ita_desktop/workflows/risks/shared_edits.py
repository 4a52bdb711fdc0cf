"""Changed cells of what a process says for its risks: who is responsible, and their level."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ita_desktop.db.rows import Kind
from ita_desktop.domain.risks import Process
from ita_desktop.thai.text import fold
from ita_desktop.workflows.risks.drafts import KeyedRow
from ita_desktop.workflows.risks.sheet import RiskSheet
from ita_desktop.workflows.rows.book import short
from ita_desktop.workflows.rows.sheet_drafts import Said


@dataclass(frozen=True, slots=True)
class Sharing:
    """A field of a process that its risks or treatments may say themselves.

    ``own``: what a row's record says itself; "" where it leaves it to its process.
    """

    field: str
    kind: Kind
    whole: str
    own: Callable[[int], str]


def edit_shared(
    sheet: RiskSheet, process: Process, rows: Sequence[KeyedRow], sharing: Sharing
) -> None:
    """Take the changed cells of a field: a row's own, or the process's where all say the same.

    One of several cells that the process's word is printed in is the rows' own that it stands for.
    """
    place = short(process.text)
    heads: list[tuple[KeyedRow, list[int]]] = []
    for row in rows:
        own = sharing.own(row.key.number)
        said = sheet.printed.changed(row, sharing.field)
        if own:
            if said is not None:
                sheet.book.change(sharing.kind, row.key.number, sharing.field, own, said, place)
        elif sheet.printed.is_covered(row.key, sharing.field) and heads and said is None:
            heads[-1][1].append(row.key.number)
        else:
            heads.append((row, [row.key.number]))
    changed = [(sheet.printed.changed(row, sharing.field), numbers) for row, numbers in heads]
    told = [(said, numbers) for said, numbers in changed if said is not None]
    if not told:
        return
    alike = len({fold(said.text) for said, _ in told}) == 1 and len(told) == len(heads)
    if alike and (sharing.whole or _is_merged(rows, sharing.field)):
        sheet.book.change(Kind.PROCESS, process.id, sharing.field, sharing.whole, told[0][0], place)
        return
    for said, numbers in told:
        for number in numbers:
            _own(sheet, sharing, number, said, place)


def edit_own(sheet: RiskSheet, rows: Sequence[KeyedRow], sharing: Sharing, place: str) -> None:
    """Take the changed cells of rows that share theirs with no other."""
    for row in rows:
        if (said := sheet.printed.changed(row, sharing.field)) is not None:
            _own(sheet, sharing, row.key.number, said, place)


def _own(sheet: RiskSheet, sharing: Sharing, number: int, said: Said, place: str) -> None:
    if said.text:
        sheet.book.change(sharing.kind, number, sharing.field, "", said, place)
    else:
        sheet.book.warn(said, "ช่องว่างหมายถึงใช้ตามกระบวนงาน จึงไม่มีสิ่งใดเปลี่ยน")


def _is_merged(rows: Sequence[KeyedRow], name: str) -> bool:
    """Say whether a cell was merged over all rows of a process by hand."""
    covered = [row.cells[name].covered for row in rows if name in row.cells]
    return len(covered) > 1 and all(covered[1:])
