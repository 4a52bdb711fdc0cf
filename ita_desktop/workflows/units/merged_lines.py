"""What several files say of one place, held against what the file says now: a line of the plan."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from ita_desktop.domain.three_ways import Merged, Option, Said, merge
from ita_desktop.domain.unit_row_key import hash_of
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import fold
from ita_desktop.workflows.units.plan import PlanLineOf, Verdict
from ita_desktop.workflows.units.sheet_files import ReadRowOf, ReadSheetOf

K = TypeVar("K")
P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class From:
    """What was said, and where it stands."""

    said: Said
    file: str
    sheet: str
    address: str


@dataclass(frozen=True, slots=True)
class About:
    """A place in words: what its row is of, and its field."""

    row: str
    field: str


def label(sheet: ReadSheetOf[K], sheets: Iterable[ReadSheetOf[K]], named: Mapping[str, str]) -> str:
    """Return the unit's name as the office has it; of several files of one unit, with the file's.

    The sheet prints it in the paper's digits. ``named``: the office's units, folded.
    """
    unit = named.get(fold(sheet.unit), sheet.unit)
    alike = [other for other in sheets if fold(other.unit) == fold(sheet.unit) and not other.why]
    return f"{unit} ({sheet.path.stem})" if len(alike) > 1 else unit


def merged_line(
    place: P,
    about: About,
    ours: str,
    said: Sequence[From],
    takes: Callable[[str], object],
    *,
    joins: bool,
) -> PlanLineOf[P] | None:
    """Return what becomes of a place; None where nobody says anything new.

    ``joins``: texts may also be put under each other. ``takes`` raises ClerkError for a text that
    the place cannot keep: two long ones together may be too long.
    """
    merged = merge(ours, [one.said for one in said], hash_of, joins=joins)
    changed = [one for one in said if one.said in merged.changed]
    if not changed:
        return None
    return PlanLineOf(
        verdict=Verdict.CONFLICT if merged.options else Verdict.NEW,
        file=", ".join(dict.fromkeys(one.file for one in changed)),
        unit=", ".join(dict.fromkeys(one.who for one in merged.changed)),
        row=about.row,
        field=about.field,
        before=ours,
        after="\n".join(dict.fromkeys(one.text for one in merged.changed)),
        why=_why(merged),
        sheet=changed[0].sheet,
        address=changed[0].address,
        place=place,
        options=tuple(option for option in merged.options if _fits(option, takes)),
    )


def told_line(
    verdict: Verdict,
    sheet: ReadSheetOf[K],
    unit: str,
    why: str,
    row: ReadRowOf[K] | None = None,
    field: str = "",
    field_words: str = "",
) -> PlanLineOf[P]:
    """Return a line that only tells something of a file, a row or one of its cells."""
    cell = row.cells.get(field) if row is not None else None
    return PlanLineOf(
        verdict=verdict,
        file=sheet.name,
        unit=unit,
        row="" if row is None else row.name,
        field=field_words,
        after="" if cell is None else cell.text,
        why=why,
        sheet="" if row is None else row.sheet,
        address="" if cell is None else cell.address,
    )


def _why(merged: Merged) -> str:
    if not merged.options:
        return ""
    texts = {one.text for one in merged.changed}
    return "หน่วยงานรายงานไม่ตรงกัน" if len(texts) > 1 else "แก้ไขทั้งสองฝ่ายหลังจากส่งแบบรายงานไป"


def _fits(option: Option, takes: Callable[[str], object]) -> bool:
    try:
        takes(option.text)
    except ClerkError:
        return False
    return True
