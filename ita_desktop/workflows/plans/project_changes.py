"""Projects of a workbook beside those of the plan: what is new, which fields say something else."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from ita_desktop.db.rows import Kind
from ita_desktop.documents.model import Number
from ita_desktop.documents.plan_cells import amounts
from ita_desktop.documents.plan_row_cells import project_cells
from ita_desktop.domain.plan import Placed, Plan, section_numbers
from ita_desktop.domain.plan_entry import kind_of_name
from ita_desktop.errors import ClerkError
from ita_desktop.thai.text import fold
from ita_desktop.workflows.plans.forms import DETAILS
from ita_desktop.workflows.plans.import_outline import outside_words
from ita_desktop.workflows.plans.link_fields import link_words
from ita_desktop.workflows.plans.planned_sections import Planned, PlannedSections
from ita_desktop.workflows.plans.project_drafts import ProjectDraft
from ita_desktop.workflows.plans.project_fields import (
    NINE,
    Filled,
    alike,
    filled,
    is_dash,
    typed,
)
from ita_desktop.workflows.plans.project_rows import without_number
from ita_desktop.workflows.plans.row_fields import UNDIVIDED, fields_of
from ita_desktop.workflows.plans.told_sections import OTHER_TITLE
from ita_desktop.workflows.rows.book import RowBook, short
from ita_desktop.workflows.rows.realign import says
from ita_desktop.workflows.rows.sheet_drafts import Draft, NewRow, Said
from ita_desktop.xlsx.grid import plain_number

Values = dict[str, str]


@dataclass(slots=True, kw_only=True)
class ProjectChanges:
    """Holds drafts against the plan; ``values`` are the fields of each project as they stand."""

    plan: Plan
    years: tuple[int, ...]
    sections: PlannedSections
    sections_of: Callable[[ProjectDraft], tuple[Planned, ...]]
    values: dict[int, Values] = field(default_factory=dict[int, Values])
    homes: dict[int, tuple[int, ...]] = field(default_factory=dict[int, tuple[int, ...]])
    """The sections of each project, its own first."""
    printed: dict[int, Mapping[str, str]] = field(default_factory=dict[int, Mapping[str, str]])
    placed: dict[int, Placed] = field(default_factory=dict[int, Placed])
    brought: dict[str, list[tuple[int, set[int]]]] = field(
        default_factory=dict[str, list[tuple[int, set[int]]]]
    )
    """The projects that are new by name, each with the tables that were read for it."""

    def __post_init__(self) -> None:
        numbers = section_numbers(self.plan)
        for one in self.plan.placed():
            project = one.project
            self.placed[project.id] = one
            self.values[project.id] = typed(project, self.years)
            self.homes[project.id] = (one.section.id, *project.places)
            cells = project_cells(one, self.years, numbers)
            self.printed[project.id] = {
                name: plain_number(cell.value) if isinstance(cell, Number) else cell
                for name, cell in cells.items()
            }

    def match(self, drafts: Sequence[ProjectDraft]) -> None:
        """Give drafts without a key the projects of the same name, each once in a table."""
        taken = {(one.table, one.number) for one in drafts if one.keyed}
        for draft in drafts:
            if draft.keyed or draft.also:
                continue
            name = fold(draft.name)
            named = [one for one in self.placed.values() if fold(one.project.name) == name]
            order = draft.said["order"].text if "order" in draft.said else ""
            home = None if draft.section is None else draft.section.id
            named.sort(key=lambda one: (one.section.id != home, str(one.number) != fold(order)))
            for one in named:
                if (draft.table, one.project.id) not in taken:
                    draft.number = one.project.id
                    taken.add((draft.table, one.project.id))
                    break

    def join(self, drafts: Sequence[ProjectDraft]) -> list[ProjectDraft]:
        """Return the drafts that are projects of their own; others say more of one before them."""
        first: dict[tuple[str, int], ProjectDraft] = {}
        own: list[ProjectDraft] = []
        for draft in drafts:
            name = fold(draft.name)
            if draft.number is not None:
                own.append(draft)
                first.setdefault((name, draft.table), draft)
                continue
            same = [one for (known, _), one in first.items() if known == name]
            if same and (draft.also or _only_stands(draft, same[-1])):
                _also_stand(same[-1], draft)
                continue
            if draft.also:
                continue
            first.setdefault((name, draft.table), draft)
            own.append(draft)
        return own

    def brought_before(self, draft: ProjectDraft) -> int | None:
        """Return the new project of a table before that another table says more of."""
        for number, tables in self.brought.get(fold(draft.name), ()):
            if draft.table not in tables:
                tables.add(draft.table)
                return number
        return None

    def is_moved(self, draft: ProjectDraft) -> bool:
        """Say whether the cell of sections of a keyed row says something else than it did."""
        said = draft.said["section"]
        return not said.covered and not says(said, self.printed[draft.number or 0]["section"])

    def take(self, draft: ProjectDraft, book: RowBook) -> None:
        """Write down what a keyed or matched row changes."""
        if draft.number is None:
            return
        if draft.keyed and draft.kind == DETAILS:
            self._as_printed(draft, book)
        elif draft.keyed:
            self._as_in_part_two(draft, book)
        else:
            known = self.values[draft.number]
            self._fields(draft.number, fields_of(draft, self.years, book, known), book)
            self._moved(draft, book)

    def add(self, draft: ProjectDraft, parent: int, before: int | None, book: RowBook) -> None:
        """Write down a project that is new; its number is the draft's then."""
        texts = fields_of(draft, self.years, book, {})
        texts = {name: one for name, one in texts.items() if one.text}
        name = texts.get("name")
        if "kind" not in texts and name is not None:
            kind = kind_of_name(name.text).words
            if kind:
                texts["kind"] = replace(name, text=kind)
        places = " ".join(str(one.ref) for one in draft.places)
        if places:
            texts["places"] = Said(places, draft.address)
        row = NewRow(
            Kind.PROJECT,
            Draft(kind=Kind.PROJECT, sheet=draft.sheet, address=draft.address),
            texts,
        )
        draft.number = book.add(row, parent, before)
        self.values[draft.number] = {one: said.text for one, said in texts.items()}
        self.homes[draft.number] = (parent, *(one.ref for one in draft.places))
        self.brought.setdefault(fold(draft.name), []).append((draft.number, {draft.table}))

    def _as_printed(self, draft: ProjectDraft, book: RowBook) -> None:
        """Compare a row that this program wrote for this file cell by cell with what it wrote."""
        number = draft.number or 0
        printed = self.printed[number]
        place = short(self.values[number]["name"])
        for name, said in draft.said.items():
            if name == "order" or said.covered or (name not in printed and not said.text):
                continue
            if says(said, printed.get(name, "")):
                continue
            if name == "section":
                found = self.sections_of(draft) if said.text else ()
                if found:
                    self._move(number, found, said, place, book)
                elif not said.text:
                    book.error(said, "เลขหรือชื่อหัวข้อที่มีในแผน")
                continue
            result = self._filled(name, said, book)
            if result is None:
                continue
            if name == "amount" and result.fields.get("amount") and len(self.years) > 1:
                book.warn(said, UNDIVIDED)
            result.fields.pop("each", None)
            for one, text in result.fields.items():
                self._change(number, one, replace(said, text=text), place, book)

    def _as_in_part_two(self, draft: ProjectDraft, book: RowBook) -> None:
        number = draft.number or 0
        project = self.placed[number].project
        place = short(project.name)
        said = draft.said.get("name")
        if said is not None and not said.covered:
            plain = replace(said, text=without_number(said.text))
            if not says(plain, project.name) and not says(said, project.name):
                self._change(number, "name", plain, place, book)
        self._other_mission(draft, book)
        note = draft.said.get("note")
        if note is not None and not note.covered and not says(note, project.note):
            self._change(number, "note", note, place, book)
        years = [year for year in self.years if f"amount:{year}" in draft.said]
        shown = _printed_money(self.placed[number], years, self.plan.years)
        for year in years:
            name = f"amount:{year}"
            said = draft.said[name]
            if said.covered or says(said, shown[year]):
                continue
            whole = "amount" if name in draft.spans else name
            result = self._filled(whole, said, book)
            if whole == "amount" and result is not None and result.fields.get("amount"):
                book.warn(said, UNDIVIDED)
            for one, text in ({} if result is None else result.fields).items():
                self._change(number, one, replace(said, text=text), place, book)

    def _other_mission(self, draft: ProjectDraft, book: RowBook) -> None:
        """Warn where the title of a section was changed beside a project: it is not taken."""
        said = draft.said.get("section")
        if said is None or said.covered or not said.text:
            return
        section = self.placed[draft.number or 0].section
        last = said.text.rpartition("\n")[2]
        if not fold(last).endswith(fold(section.name)):
            book.warn(said, OTHER_TITLE)

    def _filled(self, name: str, said: Said, book: RowBook) -> Filled | None:
        _, _, year = name.partition(":")
        if year and int(year) not in self.years:
            book.warn(said, outside_words(self.years))
            return None
        try:
            result = filled(name, said.text, self.years, ours=True)
        except ClerkError as refusal:
            book.error(said, refusal.wanted or str(refusal))
            return None
        for words in result.warnings:
            book.warn(said, words)
        return result

    def _fields(self, number: int, texts: Mapping[str, Said], book: RowBook) -> None:
        """Change the fields of a project that a row without a key has words for."""
        values = self.values[number]
        place = short(values.get("name", ""))
        for name, said in texts.items():
            was = values.get(name, "")
            if not said.text or name == "name" or alike(name, said.text, was):
                continue
            if name == "no_budget" and any(
                values.get(one) for one in values if one.startswith("amount")
            ):
                continue
            self._change(number, name, said, place, book)

    def _change(self, number: int, name: str, said: Said, place: str, book: RowBook) -> None:
        values = self.values[number]
        was = values.get(name, "")
        if said.text == was:
            return
        shown = None
        if name == "items":
            shown = (link_words(name, was), link_words(name, said.text))
        elif name == "no_budget" or name.startswith("runs:"):
            shown = ("✓" if was else "", "✓" if said.text else "")
        book.change(Kind.PROJECT, number, name, was, said, place, shown)

    def _moved(self, draft: ProjectDraft, book: RowBook) -> None:
        """Let a project stand where a row without a key says; not told is where it stands."""
        said = draft.said.get("section")
        if draft.section is None or not draft.told_section or said is None or not said.text:
            return
        number = draft.number or 0
        home = self.homes[number]
        if not draft.places and self._stands_under(home[0], draft.section):
            return
        place = short(self.values[number].get("name", ""))
        self._move(number, (draft.section, *draft.places), said, place, book)

    def _stands_under(self, home: int, over: Planned) -> bool:
        """Say whether a project's own section is one, or under it: a dimension may name it."""
        own = next((one for one in self.sections.sections if one.ref == home), None)
        return own is not None and self.sections.is_under(own, over)

    def _move(
        self, number: int, found: tuple[Planned, ...], said: Said, place: str, book: RowBook
    ) -> None:
        home, *also = self.homes[number]
        wanted, *places = (one.ref for one in found)
        words = ", ".join(one.number or one.name for one in found)
        was = self.printed[number]["section"] if number in self.printed else ""
        if wanted != home:
            moved = replace(said, text=str(wanted))
            book.change(Kind.PROJECT, number, "section", str(home), moved, place, (was, words))
        if set(places) != set(also):
            joined = replace(said, text=" ".join(map(str, places)))
            old = " ".join(map(str, also))
            book.change(Kind.PROJECT, number, "places", old, joined, place, (was, words))


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


def _only_stands(draft: ProjectDraft, first: ProjectDraft) -> bool:
    """Say whether a row names a project of its own table again, under another section."""
    if draft.table != first.table or draft.section is None or draft.section is first.section:
        return False
    return not any(
        said.text and not is_dash(said.text)
        for name, said in draft.said.items()
        if name not in ("order", "name", "section", "note", "kind")
    )


def _also_stand(first: ProjectDraft, draft: ProjectDraft) -> None:
    section = draft.section
    if section is not None and section is not first.section and section not in first.places:
        first.places.append(section)


def missing_words(
    drafts: Sequence[ProjectDraft], values: Mapping[int, Values]
) -> Iterator[tuple[ProjectDraft, str]]:
    """Give the projects that lack headings which others of their table have, with these."""
    told = {
        id(draft): {_heading(name) for name, text in values[draft.number or 0].items() if text}
        for draft in drafts
    }
    wanted = set[str]().union(*told.values())
    for draft in drafts:
        lacking = [words for name, words in NINE.items() if name in wanted - told[id(draft)]]
        if lacking:
            yield draft, ", ".join(lacking)


def _heading(name: str) -> str:
    column = name.partition(":")[0]
    same = {"no_budget": "amount", "runs": "period", "quarters": "period", "outcomes": "outputs"}
    same |= {"target_count": "target", "target_groups": "target"}
    return same.get(column, column)
