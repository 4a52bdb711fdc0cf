"""The projects of a plan as a workbook is held against them, and how a change is written down."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from ita_desktop.db.rows import Kind
from ita_desktop.documents.model import Number
from ita_desktop.documents.plan_row_cells import project_cells
from ita_desktop.domain.plan import Placed, Plan, section_numbers
from ita_desktop.workflows.plans.link_fields import link_words
from ita_desktop.workflows.plans.planned_sections import Planned
from ita_desktop.workflows.plans.project_drafts import ProjectDraft
from ita_desktop.workflows.plans.project_fields import typed
from ita_desktop.workflows.rows.book import RowBook
from ita_desktop.workflows.rows.realign import says
from ita_desktop.workflows.rows.sheet_drafts import Said
from ita_desktop.xlsx.grid import plain_number

Values = dict[str, str]


@dataclass(slots=True, kw_only=True)
class HeldProjects:
    """Projects as fields; a change is written into the book of its table.

    ``values`` are the fields of each project as they stand, ``printed`` what its row of the nine
    headings says now; both by number, as ``placed``.
    """

    plan: Plan
    sections_of: Callable[[ProjectDraft], tuple[Planned, ...]]
    """The sections that the cell of a draft names; unknown ones are made."""
    values: dict[int, Values] = field(default_factory=dict[int, Values])
    homes: dict[int, tuple[int, ...]] = field(default_factory=dict[int, tuple[int, ...]])
    """The sections of each project, its own first."""
    printed: dict[int, Mapping[str, str]] = field(default_factory=dict[int, Mapping[str, str]])
    placed: dict[int, Placed] = field(default_factory=dict[int, Placed])

    def __post_init__(self) -> None:
        numbers = section_numbers(self.plan)
        for one in self.plan.placed():
            project = one.project
            self.placed[project.id] = one
            self.values[project.id] = typed(project, self.plan.years)
            self.homes[project.id] = (one.section.id, *project.places)
            cells = project_cells(one, self.plan.years, numbers)
            self.printed[project.id] = {
                name: plain_number(cell.value) if isinstance(cell, Number) else cell
                for name, cell in cells.items()
            }

    def is_moved(self, draft: ProjectDraft) -> bool:
        """Say whether the cell of sections of a keyed row says something else than it did."""
        said = draft.said["section"]
        return not said.covered and not says(said, self.printed[draft.number or 0]["section"])

    def change(self, number: int, name: str, said: Said, place: str, book: RowBook) -> None:
        """Write down that a field gets another text; ``place`` is what the project is called."""
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

    def move(
        self, number: int, found: tuple[Planned, ...], said: Said, place: str, book: RowBook
    ) -> None:
        """Write down where a project stands from now on, its own section first."""
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
