"""A project as a row of a table has it: which record, what each cell says, where it stands."""

from dataclasses import dataclass, field

from ita_desktop.thai.text import one_line
from ita_desktop.workflows.plans.forms import DETAILS
from ita_desktop.workflows.plans.planned_sections import Planned
from ita_desktop.workflows.plans.project_rows import without_number
from ita_desktop.workflows.rows.sheet_drafts import Said


@dataclass(slots=True, kw_only=True)
class ProjectDraft:
    """A row of a project. ``number``: the record it is, negative of one that the workbook brings.

    ``ours``: this program wrote the row, for whatever file. ``spans``: fields of years whose
    money stands in one cell over several, by the first. ``section`` None: no section is told.
    """

    table: int
    kind: str
    sheet: str
    address: str
    keyed: bool = False
    ours: bool = False
    number: int | None = None
    said: dict[str, Said] = field(default_factory=dict[str, Said])
    spans: dict[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    section: Planned | None = None
    told_section: bool = False
    """Its own cell names the section, or a line over it does."""
    places: list[Planned] = field(default_factory=list[Planned])
    also: bool = False
    """It only says that the project stands here, too."""

    @property
    def name(self) -> str:
        """Its name on one line, without a number before it where papers print one."""
        text = one_line(self.said["name"].text) if "name" in self.said else ""
        if self.ours and self.kind == DETAILS:
            return text
        return without_number(text)
