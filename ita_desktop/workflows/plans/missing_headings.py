"""Headings that a project of a workbook lacks while others of its table have them."""

from collections.abc import Iterator, Mapping, Sequence

from ita_desktop.domain.findings import Finding, Severity
from ita_desktop.workflows.plans.held_projects import Values
from ita_desktop.workflows.plans.project_drafts import ProjectDraft
from ita_desktop.workflows.plans.project_fields import NINE
from ita_desktop.xlsx.tables import FoundTable


def missing_headings(
    new: Sequence[ProjectDraft], values: Mapping[int, Values], table: FoundTable
) -> Iterator[Finding]:
    """Warn of the new projects of a table that lack headings; ``values`` are their fields."""
    for draft, words in _missing_words(new, values):
        yield Finding(
            severity=Severity.WARNING,
            sheet=table.sheet,
            address=draft.address,
            found=draft.name,
            problem=f"โครงการนี้ยังไม่มี {words}",
        )


def _missing_words(
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
