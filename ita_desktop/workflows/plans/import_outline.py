"""Sections and goals of a plan as their sheets have them, beside those of the plan."""

from collections.abc import Iterator, Sequence

from ita_desktop.db.rows import Kind
from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.domain.plan import DEEPEST, Goal, Plan
from ita_desktop.errors import ClerkError
from ita_desktop.thai.digits import to_arabic_digits
from ita_desktop.thai.text import fold, normalise, one_line
from ita_desktop.workflows.plans.fields import plan_value
from ita_desktop.workflows.plans.headings import Named, heading_of, parts_of
from ita_desktop.workflows.plans.planned_sections import Planned, PlannedSections
from ita_desktop.workflows.rows.book import RowBook, short
from ita_desktop.workflows.rows.realign import says
from ita_desktop.workflows.rows.sheet_drafts import (
    Draft,
    NewRow,
    Said,
    is_row_key,
    next_sibling,
    row_key,
)
from ita_desktop.xlsx.grid import text_of
from ita_desktop.xlsx.table_rows import FoundRow
from ita_desktop.xlsx.tables import FoundTable

_LEVEL_WANTED = "ระดับหัวข้อ 1 ถึง 4 (1 คือมิติ)"


def read_sections(
    table: FoundTable, plan: Plan, sections: PlannedSections, mark: str, book: RowBook
) -> int:
    """Take down a sheet of sections: changed fields, and those that come; return its rows."""
    own = {one.id: one for one in sections.sections if one.id}
    kept = {one.id: one for one in plan.sections}
    rows = [(row, _texts(row)) for row in table.rows]
    rows = [(row, said) for row, said in rows if any(one.text for one in said.values())]
    found: list[Planned | None] = []
    taken: set[int] = set()
    for row, _ in rows:
        key = row_key(row.key, mark)
        known = own.get(key.number) if key is not None and key.kind is Kind.SECTION else None
        found.append(known)
        taken |= {id(known)} if known is not None else set()
    for place, (row, said) in enumerate(rows):
        there = found[place]
        if there is not None:
            one = kept[there.id]
            was = {"level": str(one.level), "name": one.name, "marker": one.marker}
            for name, old in was.items():
                if name in said and not says(said[name], old):
                    book.change(Kind.SECTION, one.id, name, old, said[name], short(one.name))
            continue
        named = _named(said)
        if not (named.number or named.title):
            continue
        there = _free(sections, named, taken)
        if there is None:
            new = _new(table, row, said, named, book)
            behind = (one for one in found[place + 1 :] if one is not None)
            sections.append(new, next(behind, None))
            there = new
        found[place] = there
        taken.add(id(there))
    return len(rows)


def _named(said: dict[str, Said]) -> Named:
    """Return number and title of a row; a title with its number before it is parted."""
    title = one_line(said["name"].text)
    number = to_arabic_digits(one_line(said["number"].text)) if "number" in said else ""
    inside = heading_of(title)
    if inside is not None and (not number or number == inside.number):
        return inside
    number = number.removeprefix("มิติที่").strip()
    return Named(number, title)


def _free(sections: PlannedSections, named: Named, taken: set[int]) -> Planned | None:
    there = sections.find(named, whole=True)
    if there is None:
        there = sections.find(Named("", named.title)) if named.title else None
    return None if there is None or id(there) in taken else there


def _new(
    table: FoundTable, row: FoundRow, said: dict[str, Said], named: Named, book: RowBook
) -> Planned:
    level = min(max(len(parts_of(named.number)), 1), DEEPEST)
    if "level" in said and said["level"].text:
        try:
            level = int(str(plan_value("level", to_arabic_digits(said["level"].text))))
        except ClerkError:
            book.error(said["level"], _LEVEL_WANTED)
    ours = is_row_key(row.key)
    return Planned(
        level=level,
        number=named.number,
        marker=said["marker"].text if "marker" in said else "",
        name=one_line(said["name"].text) if ours else named.title,
        sheet=table.sheet,
        address=said["name"].address,
        said=bool(parts_of(named.number)) and not ours,
    )


def read_goals(table: FoundTable, plan: Plan, mark: str, book: RowBook) -> int:
    """Take down a sheet of goals: changed fields, and those that come; return its rows."""
    goals = {goal.id: goal for goal in plan.goals}
    drafts: list[tuple[Draft, bool]] = []
    for row in table.rows:
        said = _texts(row)
        key = row_key(row.key, mark)
        known = key.number if key is not None and key.kind is Kind.GOAL else None
        number = known if known in goals else None
        if number is None and not any(one.text for one in said.values()):
            continue
        address = said["text"].address
        draft = Draft(kind=Kind.GOAL, sheet=table.sheet, address=address, number=number, said=said)
        drafts.append((draft, number is not None))
    taken = {draft.number for draft, _ in drafts}
    for draft, keyed in drafts:
        if keyed:
            continue
        text = fold(draft.text("text"))
        alike = (goal for goal in plan.goals if text and fold(goal.text) == text)
        draft.number = next((one.id for one in alike if one.id not in taken), None)
        taken.add(draft.number)
    order = tuple(goals)
    those = [draft for draft, _ in drafts]
    for place, (draft, keyed) in enumerate(drafts):
        _outside(draft, plan, book)
        if draft.number is None:
            texts = {name: one for name, one in draft.said.items() if one.text}
            book.add(NewRow(Kind.GOAL, draft, texts), 0, next_sibling(those, place, order))
            continue
        goal = goals[draft.number]
        for name, one in draft.said.items():
            was = _of_goal(goal, name)
            if not says(one, was) and (keyed or one.text):
                book.change(Kind.GOAL, goal.id, name, was, one, short(goal.text))
    return len(drafts)


def _of_goal(goal: Goal, name: str) -> str:
    column, _, year = name.partition(":")
    return goal.aims.get(int(year), "") if year else str(getattr(goal, column))


def _outside(draft: Draft, plan: Plan, book: RowBook) -> None:
    """Leave out years that are not the plan's; a warning says so where there is something."""
    outside = [
        name for name in draft.said if ":" in name and int(name.partition(":")[2]) not in plan.years
    ]
    for name in outside:
        one = draft.said.pop(name)
        if one.text:
            book.warn(one, outside_words(plan.years))


def outside_words(years: Sequence[int]) -> str:
    """Return why what stands under a year is not taken."""
    return f"อยู่ในปีนอกแผน {years[0]} – {years[-1]} จึงไม่ได้นำเข้า"


def _texts(row: FoundRow) -> dict[str, Said]:
    ours = is_row_key(row.key)
    return {
        name: Said(
            normalise(text_of(cell.value)).strip(),
            cell.address,
            covered=cell.same,
            loose=not ours,
            ours=ours,
        )
        for name, cell in row.cells.items()
    }


def section_notes(unnamed: Sequence[str], table: FoundTable, *, named: bool) -> Iterator[Finding]:
    """Give the note that sections were made by their numbers alone; ``named`` by a template."""
    if unnamed:
        told = "ใช้ชื่อหัวข้อตามแบบของช่วงปี กรุณาตรวจ" if named else "ยังไม่มีชื่อ กรุณาตั้งชื่อ"
        yield Finding(
            severity=Severity.NOTE,
            sheet=table.sheet,
            address=table.header_address,
            found=", ".join(dict.fromkeys(unnamed)),
            problem=f"สร้างหัวข้อแผนตามเลขที่บอกไว้ {told}",
        )
