"""Projects of a workbook beside those of the plan: what is new, which fields say something else."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from ita_desktop.db.rows import Kind
from ita_desktop.domain.plan_entry import kind_of_name
from ita_desktop.thai.text import fold
from ita_desktop.workflows.plans.held_projects import HeldProjects
from ita_desktop.workflows.plans.keyed_rows import take_keyed
from ita_desktop.workflows.plans.planned_sections import Planned, PlannedSections
from ita_desktop.workflows.plans.project_drafts import ProjectDraft
from ita_desktop.workflows.plans.project_fields import alike
from ita_desktop.workflows.plans.row_fields import fields_of
from ita_desktop.workflows.rows.book import RowBook, short
from ita_desktop.workflows.rows.sheet_drafts import Draft, NewRow, Said


@dataclass(slots=True, kw_only=True)
class ProjectChanges:
    """Writes down what drafts change of the projects held, and which projects they bring."""

    held: HeldProjects
    sections: PlannedSections
    brought: dict[str, list[tuple[int, set[int]]]] = field(
        default_factory=dict[str, list[tuple[int, set[int]]]]
    )
    """The projects that are new by name, each with the tables that were read for it."""

    def take(self, own: Sequence[ProjectDraft], books: Sequence[RowBook]) -> list[ProjectDraft]:
        """Write down what the drafts bring; return those that are new."""
        siblings = {one.id: [each.id for each in one.projects] for one in self.held.plan.sections}
        new: list[ProjectDraft] = []
        for place, draft in enumerate(own):
            book = books[draft.table]
            if draft.number is None:
                draft.number = self._brought_before(draft)
            if draft.number is not None:
                self._change(draft, draft.number, book)
            elif draft.section is not None:
                before = _before(own, place, siblings.get(draft.section.ref, []))
                self._add(draft, draft.section.ref, before, book)
                new.append(draft)
        return new

    def _brought_before(self, draft: ProjectDraft) -> int | None:
        """Return the new project of a table before that another table says more of."""
        for number, tables in self.brought.get(fold(draft.name), ()):
            if draft.table not in tables:
                tables.add(draft.table)
                return number
        return None

    def _change(self, draft: ProjectDraft, number: int, book: RowBook) -> None:
        """Write down what a keyed or matched row changes."""
        if draft.keyed:
            take_keyed(self.held, draft, book)
        else:
            known = self.held.values[number]
            self._fields(number, fields_of(draft, self.held.plan.years, book, known), book)
            self._moved(draft, number, book)

    def _fields(self, number: int, texts: Mapping[str, Said], book: RowBook) -> None:
        """Change the fields of a project that a row without a key has words for."""
        values = self.held.values[number]
        place = short(values.get("name", ""))
        for name, said in texts.items():
            was = values.get(name, "")
            if not said.text or name == "name" or alike(name, said.text, was):
                continue
            if name == "no_budget" and any(
                values.get(one) for one in values if one.startswith("amount")
            ):
                continue
            self.held.change(number, name, said, place, book)

    def _moved(self, draft: ProjectDraft, number: int, book: RowBook) -> None:
        """Let a project stand where a row without a key says; not told is where it stands."""
        said = draft.said.get("section")
        if draft.section is None or not draft.told_section or said is None or not said.text:
            return
        home = self.held.homes[number]
        if not draft.places and self._stands_under(home[0], draft.section):
            return
        place = short(self.held.values[number].get("name", ""))
        self.held.move(number, (draft.section, *draft.places), said, place, book)

    def _stands_under(self, home: int, over: Planned) -> bool:
        """Say whether a project's own section is one, or under it: a dimension may name it."""
        own = next((one for one in self.sections.sections if one.ref == home), None)
        return own is not None and self.sections.is_under(own, over)

    def _add(self, draft: ProjectDraft, parent: int, before: int | None, book: RowBook) -> None:
        """Write down a project that is new; its number is the draft's then."""
        texts = fields_of(draft, self.held.plan.years, book, {})
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
        self.held.values[draft.number] = {one: said.text for one, said in texts.items()}
        self.held.homes[draft.number] = (parent, *(one.ref for one in draft.places))
        self.brought.setdefault(fold(draft.name), []).append((draft.number, {draft.table}))


def _before(own: Sequence[ProjectDraft], place: int, siblings: Sequence[int]) -> int | None:
    """Return the project that a new one stands before: that after the one above it in the sheet."""
    for draft in reversed(own[:place]):
        if draft.number in siblings:
            following = siblings.index(draft.number) + 1
            return siblings[following] if following < len(siblings) else None
    return next((draft.number for draft in own[place:] if draft.number in siblings), None)
