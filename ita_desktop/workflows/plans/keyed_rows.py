"""Rows of projects with our key: held cell by cell against what this program wrote there.

What was not touched changes nothing, and an empty cell takes its text away.
"""

from collections.abc import Sequence
from dataclasses import replace

from ita_desktop.documents.model import Number
from ita_desktop.documents.plan_cells import amounts
from ita_desktop.domain.plan import Placed
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import fold
from ita_desktop.workflows.plans.forms import DETAILS
from ita_desktop.workflows.plans.held_projects import HeldProjects
from ita_desktop.workflows.plans.import_outline import outside_words
from ita_desktop.workflows.plans.project_drafts import ProjectDraft
from ita_desktop.workflows.plans.project_fields import Filled, filled
from ita_desktop.workflows.plans.project_rows import without_number
from ita_desktop.workflows.plans.row_fields import UNDIVIDED
from ita_desktop.workflows.plans.told_sections import OTHER_TITLE
from ita_desktop.workflows.rows.book import RowBook, short
from ita_desktop.workflows.rows.realign import says
from ita_desktop.workflows.rows.sheet_drafts import Said
from ita_desktop.xlsx.grid import plain_number


def take_keyed(held: HeldProjects, draft: ProjectDraft, book: RowBook) -> None:
    """Write down what a row changes of its project."""
    if draft.kind == DETAILS:
        _as_printed(held, draft, book)
    else:
        _as_in_part_two(held, draft, book)


def _as_printed(held: HeldProjects, draft: ProjectDraft, book: RowBook) -> None:
    """Compare a row that this program wrote for this file cell by cell with what it wrote."""
    number = draft.number or 0
    printed = held.printed[number]
    place = short(held.values[number]["name"])
    for name, said in draft.said.items():
        if name == "order" or said.covered or (name not in printed and not said.text):
            continue
        if says(said, printed.get(name, "")):
            continue
        if name == "section":
            found = held.sections_of(draft) if said.text else ()
            if found:
                held.move(number, found, said, place, book)
            elif not said.text:
                book.error(said, "เลขหรือชื่อหัวข้อที่มีในแผน")
            continue
        result = _filled(held, name, said, book)
        if result is None:
            continue
        if name == "amount" and result.fields.get("amount") and len(held.plan.years) > 1:
            book.warn(said, UNDIVIDED)
        result.fields.pop("each", None)
        for one, text in result.fields.items():
            held.change(number, one, replace(said, text=text), place, book)


def _as_in_part_two(held: HeldProjects, draft: ProjectDraft, book: RowBook) -> None:
    number = draft.number or 0
    project = held.placed[number].project
    place = short(project.name)
    said = draft.said.get("name")
    if said is not None and not said.covered:
        plain = replace(said, text=without_number(said.text))
        if not says(plain, project.name) and not says(said, project.name):
            held.change(number, "name", plain, place, book)
    _other_mission(held, draft, book)
    note = draft.said.get("note")
    if note is not None and not note.covered and not says(note, project.note):
        held.change(number, "note", note, place, book)
    years = [year for year in held.plan.years if f"amount:{year}" in draft.said]
    shown = _printed_money(held.placed[number], years, held.plan.years)
    for year in years:
        name = f"amount:{year}"
        said = draft.said[name]
        if said.covered or says(said, shown[year]):
            continue
        whole = "amount" if name in draft.spans else name
        result = _filled(held, whole, said, book)
        if whole == "amount" and result is not None and result.fields.get("amount"):
            book.warn(said, UNDIVIDED)
        for one, text in ({} if result is None else result.fields).items():
            held.change(number, one, replace(said, text=text), place, book)


def _other_mission(held: HeldProjects, draft: ProjectDraft, book: RowBook) -> None:
    """Warn where the title of a section was changed beside a project: it is not taken."""
    said = draft.said.get("section")
    if said is None or said.covered or not said.text:
        return
    section = held.placed[draft.number or 0].section
    last = said.text.rpartition("\n")[2]
    if not fold(last).endswith(fold(section.name)):
        book.warn(said, OTHER_TITLE)


def _filled(held: HeldProjects, name: str, said: Said, book: RowBook) -> Filled | None:
    _, _, year = name.partition(":")
    if year and int(year) not in held.plan.years:
        book.warn(said, outside_words(held.plan.years))
        return None
    try:
        result = filled(name, said.text, held.plan.years, ours=True)
    except ClerkError as refusal:
        book.error(said, refusal.wanted or str(refusal))
        return None
    for words in result.warnings:
        book.warn(said, words)
    return result


def _printed_money(
    placed: Placed, years: Sequence[int], all_years: Sequence[int]
) -> dict[int, str]:
    """Return what each year's cell of the table of part 2 says; of a wider cell its first."""
    shown: dict[int, str] = {}
    place = 0
    for one in amounts(placed.project, years, all_years):
        content = one.content
        text = plain_number(content.value) if isinstance(content, Number) else content
        for at in range(one.years):
            shown[years[place + at]] = text if at == 0 else ""
        place += one.years
    return {year: shown.get(year, "") for year in years}
